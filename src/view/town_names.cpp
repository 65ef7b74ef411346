#include "view/names_layer.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr std::size_t kMostTowns = 500;  // on screen; the least important are not tried
constexpr double kEarlyZoom = 4;         // by how much sooner the town of an event is named than its rank would have it

/// By how much of the zoom a town is named before the data would have it, which is made for smaller screens.
double sooner(const document::PlaceLabel& town) { return town.capital == 1 && town.rank <= 4 ? 0.9 : 0.7; }

/// A capital is looked for even sooner, where there is room to spare for it: a printed map of a continent has most of them.
constexpr double kCapitalsSooner = 1.3;
constexpr float kToSpare = 9;  // px at 1x to the left and right of it

bool is_early(const document::PlaceLabel& town, double zoom) { return double{town.min_zoom} > zoom + sooner(town); }
double first_zoom(const document::PlaceLabel& town) {
    return double{town.min_zoom} - (town.capital == 1 && town.rank <= 4 ? kCapitalsSooner : sooner(town));
}

float town_size(const document::PlaceLabel& town, double zoom) {
    const float by_rank = town.capital == 1 ? 12.5f : town.rank <= 2 ? 12 : town.rank <= 4 ? 11.5f : town.rank <= 6 ? 11 : 10.5f;
    return by_rank + 1.0f * fade_in(zoom, 7, 11);
}

/// From far off a country's name goes before its cities, and before a capital that is named sooner; nearer it has room elsewhere,
/// and a great city has not.
LabelRank town_rank(const document::PlaceLabel& town, double zoom, bool has_event) {
    constexpr double kNearer = 0.9;
    const bool great = town.rank <= 4 && zoom >= double{town.min_zoom} + kNearer;
    if ((town.capital == 1 && zoom >= double{town.min_zoom}) || has_event || great) return LabelRank::Capital;
    if (is_early(town, zoom)) return LabelRank::Town;
    return town.rank <= 5 ? LabelRank::City : LabelRank::Town;
}

Symbol town_symbol(const NameSheet& s, const document::PlaceLabel& town, PointPx at, float clear) {
    Symbol symbol;
    symbol.shape = town.capital == 1 ? MarkerShape::Square : MarkerShape::Circle;
    symbol.center = at;
    symbol.radius = s.view.px(town.capital == 1 ? 2.9f : town.rank <= 4 ? 2.5f : 2.1f);
    symbol.fill = with_alpha(s.input.theme.halo, clear);
    symbol.stroke = with_alpha(s.input.theme.label_city, clear);
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

void add_town(const NameSheet& s, const document::PlaceLabel& town, PointPx at, int copy, bool has_event) {
    const float clear = s.clear_of_limb(at);
    if (clear <= 0) return;
    MapLabel label;
    label.candidate.id = NameSheet::id_of(town.key, copy);
    label.candidate.rank = town_rank(town, s.view.zoom, has_event);
    label.candidate.order =
        town.rank - (has_event ? 100 : 0) - (town.capital == 1 ? 20 : 0) - 1e-9 * town.population;  // New Delhi before Delhi
    label.candidate.name = NameSheet::key_of(town.name);
    label.candidate.never_cut = true;
    if (!has_event && is_early(town, s.view.zoom)) label.candidate.apart_px = s.view.px(kToSpare);
    const Theme& theme = s.input.theme;
    const Face face = town.capital == 1 || has_event ? Face::Medium : Face::Regular;
    const std::string& name = s.named(town.name, town.local);
    TextStyle style =
        NameSheet::for_script(s.style(face, town_size(town, s.view.zoom), with_alpha(theme.label_city, clear), theme.halo), name);
    style.halo.a *= clear;
    label.blocks.push_back(text_block(s.input.type, {name}, style));
    // At an event's place the marker stands, or a stem's foot; both keep themselves free.
    const float gap = s.view.px(has_event ? 12 : town.capital == 1 ? 7 : 6);
    std::vector<RectPx> symbol_box;
    if (!has_event) {
        label.symbols.emplace_back(town_symbol(s, town, at, clear));
        symbol_box.push_back(around(at, s.view.px(3)));
    }
    add_sides(label, at, gap, symbol_box);
    // From beyond the map's edge no line leads to a name on it.
    if (label.candidate.rank == LabelRank::Capital && s.view.map.rect.contains(at)) {
        label.leader_line = with_alpha(s.input.theme.label_city, 0.85f);
        label.leader_halo = with_alpha(s.input.theme.halo, 0.8f);
        label.add_at_distance(8, 0, at, {gap, {s.view.px(18), s.view.px(30), s.view.px(44)}, 1, s.view.px(1)}, symbol_box, 1);
    }
    label.hit.kind = Hit::Kind::Place;
    label.hit.id = town.name;
    s.labels.add(std::move(label));
}

}  // namespace

/// Of the towns near an event's place the foremost one is its town, not every suburb.
std::vector<bool> TownNames::event_towns(const NameSheet& s, const std::vector<geo::WorldPoint>& event_places) const {
    std::vector<bool> found(anchors_.size(), false);
    const double reach = std::max(s.view.px(5) / s.view.map.world_px, 3e3 / geo::kMercatorCircumferenceM);
    for (const geo::WorldPoint place : event_places) {
        if (!s.view.shows({place.x, place.y, place.x, place.y}, s.view.px(40))) continue;
        // Sorted by min_zoom: the first is the most important.
        std::size_t best = anchors_.size();
        for (auto near = std::lower_bound(by_x_.begin(), by_x_.end(), std::pair{place.x - reach, 0u});
             near != by_x_.end() && near->first <= place.x + reach; ++near) {
            const Anchor& town = anchors_[near->second];
            if (near->second < best && std::abs(town.at.y - place.y) <= reach && double{town.min_zoom} <= s.view.zoom + kEarlyZoom)
                best = near->second;
        }
        if (best < anchors_.size()) found[best] = true;
    }
    return found;
}

void TownNames::append(const NameSheet& s, const std::vector<geo::WorldPoint>& event_places) {
    const document::BaseMap& basemap = s.input.basemap;
    if (basemap_ != &basemap || anchors_.size() != basemap.places.size()) {
        basemap_ = &basemap;
        anchors_.clear();
        for (std::uint32_t i = 0; i < basemap.places.size(); ++i)
            anchors_.push_back({geo::world_from(basemap.places[i].at), i, basemap.places[i].min_zoom});
        std::stable_sort(anchors_.begin(), anchors_.end(), [](const Anchor& a, const Anchor& b) { return a.min_zoom < b.min_zoom; });
        by_x_.clear();
        for (std::uint32_t i = 0; i < anchors_.size(); ++i) by_x_.emplace_back(anchors_[i].at.x, i);
        std::sort(by_x_.begin(), by_x_.end());
    }
    const std::vector<bool> eventful = event_towns(s, event_places);
    std::size_t count = 0;
    for (std::size_t i = 0; i < anchors_.size() && count < kMostTowns; ++i) {
        const Anchor& town = anchors_[i];
        if (double{town.min_zoom} > s.view.zoom + kEarlyZoom) break;
        if (first_zoom(basemap.places[town.index]) > s.view.zoom && !eventful[i]) continue;
        s.each_copy(town.at, [&](PointPx at, int copy) {
            ++count;
            add_town(s, basemap.places[town.index], at, copy, eventful[i]);
        });
    }
}

}  // namespace dateline::view
