#include "view/names_layer.h"

#include "base/id.h"
#include "view/basemap_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace dateline::view {
namespace {


constexpr std::size_t kMostTowns = 500;   // on screen; the least important are not tried

/// What all names of a frame share.
struct Sheet {
    const ViewInput& input;
    const MapView& view;
    LabelSheet& labels;
    const Measures& m;

    TextStyle style(Face face, float size_px, Color color, Color halo, float halo_px, float tracking_em = 0) const {
        return {face, view.px(size_px), color, with_alpha(halo, 0.92f), view.px(halo_px), tracking_em};
    }
    /// A label of a copy of the world has an id of its own.
    static std::uint64_t id_of(std::uint64_t key, int copy) { return copy == 0 ? key : base::stable_hash("copy", key + static_cast<std::uint64_t>(copy + 1000)); }
};

// ---- towns

float town_size(const document::PlaceLabel& town, double zoom) {
    const float by_rank = town.capital == 1 ? 12.5f : town.rank <= 2 ? 12 : town.rank <= 4 ? 11.5f : town.rank <= 6 ? 11 : 10.5f;
    return by_rank + 1.0f * fade_in(zoom, 7, 11);
}

LabelRank town_rank(const document::PlaceLabel& town, bool has_event) {
    if (town.capital == 1 || has_event) return LabelRank::Capital;
    return town.rank <= 5 ? LabelRank::City : LabelRank::Town;
}

Symbol town_symbol(const Sheet& s, const document::PlaceLabel& town, PointPx at) {
    Symbol symbol;
    symbol.shape = town.capital == 1 ? MarkerShape::Square : MarkerShape::Circle;
    symbol.center = at;
    symbol.radius = s.view.px(town.capital == 1 ? 2.9f : town.rank <= 4 ? 2.5f : 2.1f);
    symbol.fill = s.input.theme.halo;
    symbol.stroke = s.input.theme.label_city;
    symbol.stroke_px = s.view.px(1.15f);
    return symbol;
}

/// Right, left, above, below, then the four corners.
void add_sides(MapLabel& label, PointPx at, float gap, const std::vector<RectPx>& also) {
    const TextBlock& b = label.blocks.front();
    const float middle = at.y - 0.5f * b.height, above = at.y - gap * 0.6f - b.height, below = at.y + gap * 0.6f;
    const float right = at.x + gap, left = at.x - gap - b.width, centered = at.x - 0.5f * b.width;
    label.add_block(0, 0, {right, middle}, AlignX::Left, also);
    label.add_block(1, 0, {left, middle}, AlignX::Right, also);
    label.add_block(2, 0, {centered, above}, AlignX::Center, also);
    label.add_block(3, 0, {centered, below}, AlignX::Center, also);
    label.add_block(4, 0, {at.x + 0.5f * gap, above}, AlignX::Left, also);
    label.add_block(5, 0, {at.x + 0.5f * gap, below}, AlignX::Left, also);
    label.add_block(6, 0, {left + 0.5f * gap, above}, AlignX::Right, also);
    label.add_block(7, 0, {left + 0.5f * gap, below}, AlignX::Right, also);
}

void add_town(const Sheet& s, const document::PlaceLabel& town, PointPx at, int copy, bool has_event) {
    MapLabel label;
    label.candidate.id = Sheet::id_of(town.key, copy);
    label.candidate.rank = town_rank(town, has_event);
    label.candidate.order = town.rank - (has_event ? 100 : 0) - 1e-9 * town.population;
    const Theme& theme = s.input.theme;
    const Face face = town.capital == 1 || has_event ? Face::Medium : Face::Regular;
    const TextStyle style = s.style(face, town_size(town, s.view.zoom), theme.label_city, theme.halo, s.m.label_halo_px);
    label.blocks.push_back(text_block(s.input.type, {town.name}, style));
    // At an event's place the marker stands, or a stem's foot; both keep themselves free.
    const float gap = s.view.px(has_event ? 12 : town.capital == 1 ? 7 : 6);
    std::vector<RectPx> symbol_box;
    if (!has_event) {
        label.symbols.emplace_back(town_symbol(s, town, at));
        symbol_box.push_back(around(at, s.view.px(3)));
    }
    add_sides(label, at, gap, symbol_box);
    label.hit.kind = Hit::Kind::Place;
    label.hit.id = town.name;
    s.labels.add(std::move(label));
}

// ---- countries

/// The side of a square of the country's area, in pixels: how much room its name has.
float room_px(const Sheet& s, const document::CountryLabel& country) {
    const double km_px = ground_m_per_px(s.view.map, country.at) / 1000;
    return static_cast<float>(std::sqrt(std::max(country.area_km2, 1.0)) / km_px);
}

/// In two lines of like length where there is a space near the middle.
std::vector<std::string> halves(const std::string& name) {
    std::size_t best = std::string::npos;
    for (std::size_t i = name.find(' '); i != std::string::npos; i = name.find(' ', i + 1)) {
        const auto off = [&](std::size_t at) { return std::abs(2 * static_cast<long>(at) - static_cast<long>(name.size())); };
        if (best == std::string::npos || off(i) < off(best)) best = i;
    }
    if (best == std::string::npos) return {name};
    return {name.substr(0, best), name.substr(best + 1)};
}

void add_country(const Sheet& s, const document::CountryLabel& country, PointPx at, int copy) {
    const Theme& theme = s.input.theme;
    const float room = room_px(s, country), at_1x = room / s.view.scale;
    if (at_1x < 22 || at_1x > 4200) return;
    MapLabel label;
    label.candidate.id = Sheet::id_of(country.key, copy);
    label.candidate.rank = LabelRank::Country;
    label.candidate.order = country.rank - 1e-9 * country.area_km2;
    const float size = std::clamp(7.6f + at_1x / 52, s.m.map_label_least_px, s.m.map_label_most_px + 1);
    const TextStyle style = s.style(Face::Medium, size, theme.label, theme.halo, s.m.label_halo_px, s.m.country_tracking_em);
    const std::string name = uppercased(country.name, country.iso_a2);
    label.blocks.push_back(text_block(s.input.type, {name}, style));
    const std::vector<std::string> two = halves(name);
    if (two.size() == 2) label.blocks.push_back(text_block(s.input.type, two, style));
    // On one line where the land is wide enough, else on two; over the border only a little.
    const float spare = 1.45f * room;
    for (std::size_t b = 0; b < label.blocks.size(); ++b) {
        const TextBlock& block = label.blocks[b];
        if (block.width > spare) continue;
        const float dy = std::max(0.22f * room, 16 * s.view.scale), dx = 0.25f * room;
        const std::array<PointPx, 9> shifts{{{0, 0}, {0, -0.5f * dy}, {0, 0.5f * dy}, {0, -dy}, {0, dy}, {-dx, 0}, {dx, 0}, {-dx, dy}, {dx, -dy}}};
        for (std::size_t i = 0; i < shifts.size(); ++i) {
            const PointPx center = at + shifts[i];
            label.add_block(static_cast<std::uint8_t>(b * shifts.size() + i), b,
                            {center.x - 0.5f * block.width, center.y - 0.5f * block.height}, AlignX::Center);
        }
    }
    if (!label.candidate.spots.empty()) s.labels.add(std::move(label));
}

// ---- waters

void add_sea(const Sheet& s, const document::MarineLabel& sea, PointPx at, int copy) {
    constexpr std::array<float, 5> kSize{14.5f, 14, 12.5f, 11.5f, 11};
    const Theme& theme = s.input.theme;
    MapLabel label;
    label.candidate.id = Sheet::id_of(sea.key, copy);
    label.candidate.rank = LabelRank::Sea;
    label.candidate.order = sea.rank;
    const float size = kSize[static_cast<std::size_t>(std::clamp(sea.rank, 0, 4))] * (1 + 0.25f * fade_in(s.view.zoom, sea.min_zoom + 0.8, sea.min_zoom + 3.5));
    const TextStyle style = s.style(Face::Italic, size, theme.label_water, theme.halo_water, s.m.label_halo_px, 0.06f);
    label.blocks.push_back(text_block(s.input.type, {sea.name}, style));
    const std::vector<std::string> two = halves(sea.name);
    if (two.size() == 2) label.blocks.push_back(text_block(s.input.type, two, style));
    const float angle = sea.angle_deg * std::numbers::pi_v<float> / 180 + static_cast<float>(s.view.map.bearing_rad);
    const TextBlock& one = label.blocks.front();
    const float step = 1.6f * one.line_height;
    const std::array<float, 5> shifts{0, -step, step, -2 * step, 2 * step};
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        const PointPx center{at.x - std::sin(angle) * shifts[i], at.y + std::cos(angle) * shifts[i]};
        MapLabel::Lie lie;
        lie.at = center;
        lie.angle_rad = angle;
        if (std::abs(angle) < 0.02f) {
            label.add_block(static_cast<std::uint8_t>(i), 0, {center.x - 0.5f * one.width, center.y - 0.5f * one.height}, AlignX::Center);
        } else {
            label.add_spot(static_cast<std::uint8_t>(i), turned_boxes(center, one.width, one.line_height, angle), std::move(lie));
        }
    }
    if (two.size() == 2 && std::abs(angle) < 0.6f) {
        const TextBlock& b = label.blocks[1];
        label.add_block(8, 1, {at.x - 0.5f * b.width, at.y - 0.5f * b.height}, AlignX::Center);
    }
    s.labels.add(std::move(label));
}

/// The polylines of a set on the screen.
template <class Visit>
void for_lines(const geo::LineSet& lines, const MapView& view, int copy, Visit visit) {
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t begin = lines.starts[i], end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        std::vector<PointPx> points;
        points.reserve(end - begin);
        for (std::size_t v = begin; v < end; ++v)
            points.push_back(view.screen({lines.origin.x + double{lines.vertices[v].x}, lines.origin.y + double{lines.vertices[v].y}}, copy));
        visit(i, points);
    }
}

void add_river(const Sheet& s, const document::BaseLines& river) {
    if (river.name.empty() || river_share(river.rank, s.view.zoom - 1.2) < 0.5f) return;
    const MapView::Copies copies = s.view.copies(river.lines->box, 0);
    if (copies.none()) return;
    const Theme& theme = s.input.theme;
    Color color = mix(theme.river, theme.label_water, 0.75f);
    const TextStyle style = s.style(Face::Italic, s.m.map_label_least_px + 0.5f, color, theme.halo, s.m.label_halo_px, 0.04f);
    const float width = s.input.type.width_px(river.name, style), em = style.size_px;
    for_lines(*river.lines, s.view, copies.first, [&](std::size_t number, const std::vector<PointPx>& points) {
        const float length = path_length(points);
        if (length < 1.5f * width) return;
        MapLabel label;
        label.candidate.id = base::stable_hash("river", river.lines->key + number);
        label.candidate.rank = LabelRank::River;
        label.candidate.order = river.rank - 1e-6 * double{length};
        label.blocks.push_back(text_block(s.input.type, {river.name}, style));
        for (std::uint8_t i = 0; i < 5; ++i) {
            constexpr std::array<float, 5> kAt{0.5f, 0.35f, 0.65f, 0.2f, 0.8f};
            std::vector<PointPx> path = text_path(points, kAt[i] * length, width, 0.3f * em, em);
            if (path.empty()) continue;
            MapLabel::Lie lie;
            std::vector<RectPx> boxes = path_boxes(path, width, 1.1f * em, 0.35f * em);
            lie.path = std::move(path);
            label.add_spot(i, std::move(boxes), std::move(lie));
        }
        if (!label.candidate.spots.empty()) s.labels.add(std::move(label));
    });
}

}  // namespace

void NamesLayer::derive(const document::BaseMap& basemap) {
    if (basemap_ == &basemap && towns_.size() == basemap.places.size()) return;
    basemap_ = &basemap;
    towns_.clear();
    countries_.clear();
    seas_.clear();
    for (std::uint32_t i = 0; i < basemap.places.size(); ++i)
        towns_.push_back({geo::world_from(basemap.places[i].at), i, basemap.places[i].min_zoom});
    std::stable_sort(towns_.begin(), towns_.end(), [](const Anchor& a, const Anchor& b) { return a.min_zoom < b.min_zoom; });
    for (const auto& country : basemap.countries) countries_.push_back(geo::world_from(country.at));
    for (const auto& sea : basemap.marine) seas_.push_back(geo::world_from(sea.at));
}

void NamesLayer::append(const ViewInput& input, const MapView& view, const std::vector<geo::WorldPoint>& event_places, LabelSheet& sheet) {
    const auto& hidden = input.options.hidden_layers;
    if (hidden.contains("labels")) return;
    derive(input.basemap);
    const Sheet s{input, view, sheet, input.theme.measures};
    const auto each_copy = [&](geo::WorldPoint at, auto visit) {
        const MapView::Copies copies = view.copies(at, view.px(8));
        for (int copy = copies.first; copy <= copies.last; ++copy) visit(view.screen(at, copy), copy);
    };
    const auto near_event = [&](geo::WorldPoint at) {
        const double reach = std::max(view.px(5) / view.map.world_px, 3e3 / geo::kMercatorCircumferenceM);
        return std::any_of(event_places.begin(), event_places.end(), [&](geo::WorldPoint e) {
            return std::abs(e.x - at.x) < reach && std::abs(e.y - at.y) < reach;
        });
    };
    if (!hidden.contains("places")) {
        std::size_t count = 0;
        for (const Anchor& town : towns_) {
            // Towns where something happened are named one and a half levels before their rank would have them.
            if (double{town.min_zoom} > view.zoom + 4 || count > kMostTowns) break;
            if (!view.shows({town.at.x, town.at.y, town.at.x, town.at.y}, view.px(8))) continue;
            const bool has_event = near_event(town.at);
            if (double{town.min_zoom} > view.zoom && !has_event) continue;
            ++count;
            each_copy(town.at, [&](PointPx at, int copy) { add_town(s, input.basemap.places[town.index], at, copy, has_event); });
        }
    }
    for (std::size_t i = 0; i < countries_.size(); ++i)
        each_copy(countries_[i], [&](PointPx at, int copy) { add_country(s, input.basemap.countries[i], at, copy); });
    for (std::size_t i = 0; i < seas_.size(); ++i)
        if (double{input.basemap.marine[i].min_zoom} <= view.zoom)
            each_copy(seas_[i], [&](PointPx at, int copy) { add_sea(s, input.basemap.marine[i], at, copy); });
    if (!hidden.contains("rivers"))
        for (const auto& river : input.basemap.lines[static_cast<std::size_t>(document::BaseLayer::Rivers)][static_cast<std::size_t>(std::max(basemap_scale(view.zoom), document::Scale::Medium50m))])
            add_river(s, river);
}

}  // namespace dateline::view
