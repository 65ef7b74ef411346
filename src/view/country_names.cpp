#include "view/names_layer.h"

#include "view/area_spots.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kGridPx = 150;  // between the places where a part of a country may be named
constexpr std::size_t kMostKept = 100'000;
constexpr float kRoomForParts = 100;  // px at 1x: smaller countries are named where they belong or not at all
constexpr float kPartsApart = 200;    // px at 1x between the names of two parts of one country
constexpr float kRoomForFew = 260;    // smaller ones are tried on a finer grid
constexpr std::uint8_t kMostBerths = 10;
constexpr std::uint8_t kSidesLevel = 9;
constexpr int kSidesBeside = 3 * kSidesLevel + 4;  // after those along the spines: on two lines, level and shortened, and at the shore
constexpr float kBerthCosts = 12;                  // letters' widths: a name along the land tells more of it
constexpr float kRoomForBerths = 45;               // px at 1x
constexpr float kRoomEnough = 420;                 // px at 1x: a name need not be set closer
constexpr float kCloseSize = 0.88f, kCloseTracking_em = 0.05f, kCloseCosts = 24;
constexpr float kOverBorderCosts =
    1.5f * kCrossedCost;  // a name that lies level may run a little over the border where that spares it two letters

constexpr float kMostAbroad = 0.34f;         // of the letters of a name that lies level off its country's middle, over the land of others
constexpr float kMostAbroadInMiddle = 0.5f;  // of one about its middle
constexpr float kMostOffLand = 0.15f;        // of those of a country with room for its name elsewhere, off its own land

constexpr double kPartsFrom = 2;  // of the zoom
constexpr double kPartCosts = 0.1, kFinePartCosts = 0.3, kFarCosts = 1e-4,
                 kAlongLand = 0.03;  // in the order: of a part, a px off the middle

constexpr double kMostApart = 60, kLeastApart = 14;  // px at 1x between them
constexpr long kBerthsReach = 5;                     // cells of the grid from the country's middle

/// The side of a square of the country's area, in pixels: how much room its name has.
float room_px(const NameSheet& s, double area_km2, geo::LonLat at) {
    const double km_px = ground_m_per_px(s.view.map, at) / 1000;
    return static_cast<float>(std::sqrt(std::max(area_km2, 1.0)) / km_px);
}

TextStyle country_style(const NameSheet& s, float room) {
    const float size = std::clamp(7.6f + room / s.view.scale / 52, s.m.map_label_least_px, s.m.map_label_most_px + 2);
    // Whole quarters: letters are not drawn anew for each step of the zoom.
    return s.style(Face::Medium, std::round(4 * size) / 4, s.input.theme.label, s.input.theme.halo, s.m.country_tracking_em);
}

MapLabel country_label(const NameSheet& s, const document::CountryLabel& country) {
    MapLabel label;
    label.candidate.rank = LabelRank::Country;
    label.candidate.order = country.rank - 1e-9 * country.area_km2;
    // Once a map, wherever that is.
    label.candidate.name = country.key;
    label.candidate.repeat_px = 0.45f * static_cast<float>(s.view.map.world_px);
    label.candidate.apart_px = s.view.px(8);
    label.candidate.moves = true;
    return label;
}

double grid_step(int octave, bool fine) { return (fine ? 0.5 : 1) * kGridPx / (512 * std::exp2(octave)); }

/// Of an island country in the sea beside it: by rank, lest the world be nothing but names.
bool named_beside(const document::CountryLabel& country, double zoom) {
    constexpr double kReefs_km2 = 15;
    return zoom >= (country.area_km2 < kReefs_km2 ? 5.5 : country.rank >= 6 ? 3.6 : 2.8);
}

geo::WorldBox box_of(const geo::Spine& spine) {
    geo::WorldBox box;
    for (const geo::WorldPoint p : spine.points) box.include(p);
    return box;
}

/// The first spine that lies overseas from those before it; their number where all are of one part.
std::size_t first_apart(const std::vector<geo::Spine>& spines) {
    constexpr double kSea = 1.5 / 360;
    for (std::size_t i = 1; i < spines.size(); ++i) {
        const geo::WorldBox a = box_of(spines.front()), b = box_of(spines[i]);
        if (b.x0 - a.x1 > kSea || a.x0 - b.x1 > kSea || b.y0 - a.y1 > kSea || a.y0 - b.y1 > kSea) return i;
    }
    return spines.size();
}

bool any_holds(const std::vector<const geo::Mesh*>& lands, geo::WorldPoint p) {
    return std::any_of(lands.begin(), lands.end(), [&](const geo::Mesh* mesh) { return mesh_holds(*mesh, p); });
}

/// Whether the first of the spines leaves the land for a part: for the water between islands.
bool leaves_land(const std::vector<const geo::Mesh*>& lands, const std::vector<geo::Spine>& spines) {
    constexpr double kPart = 0.15;
    if (spines.empty()) return false;
    const std::vector<geo::WorldPoint>& points = spines.front().points;
    const auto off = std::count_if(points.begin(), points.end(), [&](geo::WorldPoint p) {
        return !any_holds(lands, {p.x - std::floor(p.x), p.y});
    });
    return static_cast<double>(off) > kPart * static_cast<double>(points.size());
}

/// What speaks against a spot for an archipelago's name: letters on the water, the more where they are all of them, and that it lies
/// far from the middle. `off_spines` and `first_berth`: the sides of the first that is not along a spine, and of the first on one of its islands.
std::function<float(const LabelSpot&)> archipelago_cost(const NameSheet& s, std::uint8_t off_spines, std::uint8_t first_berth) {
    return [&water = s.water, &view = s.view, &basemap = s.input.basemap, off_spines, first_berth](const LabelSpot& spot) {
        constexpr float kAllWet = 12, kWet = 0.7f, kPlace = 1, kLane = 0.5f, kBerth = 0.3f, kOnOne = 2.5f;
        if (spot.side >= first_berth) return kOnOne + kBerth * static_cast<float>((spot.side - first_berth) % kMostBerths);
        if (spot.side >= off_spines) return kBerth * static_cast<float>(spot.side - off_spines);
        float wet = 0, all = 0;
        for (const RectPx& box : spot.boxes) {
            const float letters = std::max(1.f, std::round(box.w / box.h));
            all += letters;
            for (float i = 0.5f; i < letters; ++i)
                if (const auto at = view.plane.world({box.x + i * box.w / letters, box.y + 0.5f * box.h});
                    !at || water.at(basemap, view.zoom, {at->x - std::floor(at->x), at->y}))
                    ++wet;
        }
        const int lane = spot.side % kSidesASpine / kPlacesALane, place = spot.side % kPlacesALane;
        return (wet > 0.85f * all ? kAllWet : kWet * wet) + kPlace * static_cast<float>(place) + (lane > 0 ? kLane : 0) +
               (spot.side >= kSidesASpine ? kPlace : 0);
    };
}

/// How many sides a country's spines may take.
std::uint8_t sides_on_spines(const document::CountryLabel& country) {
    return static_cast<std::uint8_t>(kSidesASpine * std::max<std::size_t>(2, country.spines.size()));
}

/// Level about a country's middle.
void add_level(const NameSheet& s, TextBlock block, PointPx at, float room_px, std::uint8_t first_side, std::uint8_t tier,
               MapLabel& label) {
    const float dy = std::max(0.22f * room_px, 16 * s.view.scale), dx = 0.25f * room_px;
    const std::array<PointPx, kSidesLevel> shifts{
        {{0, 0}, {0, -0.5f * dy}, {0, 0.5f * dy}, {0, -dy}, {0, dy}, {-dx, 0}, {dx, 0}, {-dx, dy}, {dx, -dy}}};
    const std::size_t number = label.blocks.size();
    const float w = block.width, h = block.height;
    label.blocks.push_back(std::move(block));
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        const PointPx center = at + shifts[i];
        label.add_block(static_cast<std::uint8_t>(first_side + i), number, {center.x - 0.5f * w, center.y - 0.5f * h}, AlignX::Center, {},
                        tier);
    }
}

/// How far from the map's middle the nearest spot is that lies whole on it; 0 where none does.
float off_middle(const MapLabel& label, const RectPx& map) {
    const PointPx middle{map.x + 0.5f * map.w, map.y + 0.5f * map.h};
    float least = 0;
    for (const LabelSpot& spot : label.candidate.spots) {
        if (!std::all_of(spot.boxes.begin(), spot.boxes.end(), [&](const RectPx& box) { return holds(map, box); })) continue;
        const RectPx& box = spot.boxes[spot.boxes.size() / 2];
        const float off = length_of(PointPx{box.x + 0.5f * box.w, box.y + 0.5f * box.h} - middle);
        if (least <= 0 || off < least) least = off;
    }
    return least;
}

std::string written_name(const NameSheet& s, const document::CountryLabel& country) {
    return uppercased(s.named(country.name, country.local), country.iso_a2);
}

}  // namespace

void NameSheet::add_on_ground(MapLabel label) const {
    const auto off_map = [&](const RectPx& box) {
        const PointPx left{box.x, box.y + 0.5f * box.h}, right{box.right(), left.y};
        if (limb) return clear_of_limb(left) < 0.5f || clear_of_limb(right) < 0.5f;
        const auto on_map = [&](PointPx corner) { return view.plane.world(corner).has_value(); };
        return !on_map({box.x, box.y}) || !on_map({box.right(), box.y}) || !on_map({box.x, box.bottom()}) ||
               !on_map({box.right(), box.bottom()});
    };
    if (!view.plane.flat())
        keep_spots(label, [&](const LabelSpot& spot) { return std::none_of(spot.boxes.begin(), spot.boxes.end(), off_map); });
    if (!label.candidate.spots.empty()) labels.add(std::move(label));
}

std::vector<std::string> name_in_halves(const std::string& name) {
    std::size_t best = std::string::npos;
    for (std::size_t i = name.find(' '); i != std::string::npos; i = name.find(' ', i + 1)) {
        const auto off = [&](std::size_t at) { return std::abs(2 * static_cast<long>(at) - static_cast<long>(name.size())); };
        if (best == std::string::npos || off(i) < off(best)) best = i;
    }
    if (best == std::string::npos) return {name};
    return {name.substr(0, best), name.substr(best + 1)};
}

/// Where it does not fit along the land: level about its middle, on two lines, or shortened; over the border only a little.
void CountryNames::add_off_spines(const NameSheet& s, std::size_t index, int copy, const Writing& writing, MapLabel& label) {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const bool seen = s.view.sees(anchors_[index], copy), along = !label.candidate.spots.empty();
    const PointPx at = s.view.screen(anchors_[index], copy);
    std::uint8_t side = sides_on_spines(country);
    const auto level = [&](bool wished, const std::vector<std::string>& lines, std::uint8_t tier, float reach) {
        if (wished && seen)
            if (TextBlock block = text_block(s.input.type, lines, writing.style); block.width <= reach * writing.room_px)
                add_level(s, std::move(block), at, writing.room_px, side, tier, label);
        side = static_cast<std::uint8_t>(side + kSidesLevel);
    };
    const std::vector<std::string> two = name_in_halves(writing.name);
    level(two.size() == 2, two, 1, along ? 0.7f : 1.3f);
    level(!along, {writing.name}, 1, 1.3f);
    // A large country that is mostly off the map is named in the part that shows, not shortened.
    const bool tight = s.input.type.width_px(writing.name, writing.style) > 0.9f * writing.room_px;
    if (tight && !country.brief.empty() && s.input.options.map_names == MapNames::English)
        level(true, {uppercased(country.brief, country.iso_a2)}, 2, 1.15f);
    if (islands_[index] && named_beside(country, s.view.zoom) && seen)
        add_at_shore(s.view, beside(s, index, static_cast<int>(std::lround(s.view.zoom))), copy,
                     text_block(s.input.type, {writing.name}, writing.style), side, 3, label);
}

bool CountryNames::add(const NameSheet& s, std::size_t index, int copy) {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const float room = room_px(s, country.area_km2, country.at), at_1x = room / s.view.scale;
    if (at_1x < 20 && !(islands_[index] && named_beside(country, s.view.zoom))) return false;
    MapLabel label = country_label(s, country);
    label.candidate.id = NameSheet::id_of(country.key, copy);
    const std::string name = written_name(s, country);
    const TextStyle style = NameSheet::for_script(country_style(s, room), name);
    std::uint8_t side = 0;
    const AreaSpots along{s.input.type, s.view, {s.m.country_tracking_em, 0.62f, 0.62f}};
    const auto apart = country.spines.begin() + static_cast<std::ptrdiff_t>(other_part_[index]);
    if (apart == country.spines.end()) along.add(label, name, style, country.spines, copy, side);
    else along.add(label, name, style, {country.spines.begin(), apart}, copy, side);  // the other part has a name of its own
    add_off_spines(s, index, copy, {name, style, room}, label);
    keep_undisputed(s, index, label);
    if (islands_[index])
        NameSheet::keep_spots(
            label, [&](const LabelSpot& spot) { return spot.boxes.size() > 1 || !lies_at_anothers_shore(s, index, spot.boxes.front()); });
    // One that is only to be had beside its middle may turn out to lie abroad: then other parts are wanted.
    const std::uint8_t level = islands_[index] ? kMostSides : sides_on_spines(country);
    const bool in_place = std::any_of(label.candidate.spots.begin(), label.candidate.spots.end(), [&](const LabelSpot& spot) {
        return spot.side < level &&
               std::all_of(spot.boxes.begin(), spot.boxes.end(), [&](const RectPx& box) { return holds(s.view.map.rect, box); });
    });
    side = static_cast<std::uint8_t>(sides_on_spines(country) + kSidesBeside);
    if (at_1x >= kRoomForBerths && side + 2 * kMostBerths <= kMostSides)
        add_berths(s, index, copy, text_block(s.input.type, {name}, style), Setting::Liked, side, label);
    if (at_1x >= kRoomForBerths && at_1x < kRoomEnough && !scattered_[index])
        add_set_closer(s, index, copy, {name, style, room}, static_cast<std::uint8_t>(side + 2 * kMostBerths), label);
    keep_at_home(s, index, at_1x >= kRoomForParts, label);
    label.candidate.over_ground = scattered_[index];
    if (scattered_[index]) label.candidate.drawback = archipelago_cost(s, sides_on_spines(country), side);
    if (label.candidate.spots.empty()) return false;
    // A vast country is named in the midst of what shows of it, the sooner along its land.
    if (is_vast(s, index) && s.view.zoom > kPartsFrom)
        label.candidate.order += kPartCosts - kAlongLand + kFarCosts * double{off_middle(label, s.view.map.rect)};
    s.add_on_ground(std::move(label));
    return in_place;
}

void CountryNames::keep_at_home(const NameSheet& s, std::size_t index, bool has_parts, MapLabel& label) const {
    const std::uint8_t first = sides_on_spines(s.input.basemap.countries[index]);
    const auto closer = static_cast<std::uint8_t>(first + kSidesBeside + 2 * kMostBerths + kSidesASpine);
    // The sheet is gone when it is asked; the view and the map are not.
    label.candidate.may_lie = [this, index, has_parts, first, closer, &view = s.view, &basemap = s.input.basemap](const LabelSpot& spot) {
        const int level = spot.side >= closer ? spot.side - closer : spot.side - first;
        if (level < 0 || level >= (spot.side >= closer ? 1 : 3) * kSidesLevel) return true;
        const OffLand off = off_land(view, basemap, index, spot);
        if (level % kSidesLevel == 0) return off.abroad <= (has_parts ? kMostAbroad : kMostAbroadInMiddle);
        return off.abroad <= kMostAbroad && !(has_parts && off.abroad + off.at_sea > kMostOffLand);
    };
}

/// The grid knows the land of the 50m scale; near by a finer one is drawn.
void CountryNames::keep_ashore(const NameSheet& s, std::size_t index, MapLabel& label) {
    if (basemap_scale(s.view.zoom) != document::Scale::Fine10m) return;
    label.candidate.well_laid = [&view = s.view, &basemap = s.input.basemap, index](const LabelSpot& spot) {
        return all_along(view, spot,
                         [&](geo::WorldPoint at) { return country_at(basemap, geo::lonlat_from(at)) == basemap.countries[index].adm0_a3; });
    };
}

CountryNames::OffLand CountryNames::off_land(const MapView& view, const document::BaseMap& basemap, std::size_t index,
                                             const LabelSpot& spot) const {
    OffLand off;
    float all = 0;
    for (const RectPx& box : spot.boxes) {
        const float letters = std::clamp(std::round(box.w / box.h), 3.f, 24.f);
        for (float i = 0.5f; i < letters; ++i) {
            const auto at = view.plane.world({box.x + i * box.w / letters, box.y + 0.5f * box.h});
            if (!at) continue;
            const geo::WorldPoint p{at->x - std::floor(at->x), at->y};
            ++all;
            if (any_holds(lands_[index], p)) continue;
            (is_water(basemap, p) ? off.at_sea : off.abroad) += 1;
        }
    }
    off.abroad /= std::max(all, 1.f);
    off.at_sea /= std::max(all, 1.f);
    return off;
}

const std::vector<geo::WorldPoint>& CountryNames::berths(const NameSheet& s, std::size_t index, int half_octave, const TextBlock& block,
                                                         Setting setting) {
    const auto [found, is_new] = berths_.try_emplace({index, half_octave, s.input.options.map_names, setting});
    if (!is_new) return found->second;
    // A step is half an octave, of which any zoom has room.
    const double px = 512 * std::exp2(0.5 * half_octave), px_world = std::exp2(0.25) / px / double{s.view.scale};
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const double room = std::sqrt(country.area_km2) * 1000 / geo::kMercatorCircumferenceM * px /
                        std::max(0.2, std::cos(country.at.lat_deg * std::numbers::pi / 180));
    const double step = std::clamp(room / kBerthsReach, kLeastApart, kMostApart) / px;
    const double half_w = 0.53 * double{block.width} * px_world, half_h = 0.8 * double{block.height} * px_world;
    const geo::WorldPoint middle =
        country.spines.empty() ? anchors_[index] : country.spines.front().points[country.spines.front().points.size() / 2];
    const auto cell = [&](double v) { return static_cast<long>(std::floor(v / step)); };
    std::vector<std::pair<double, geo::WorldPoint>> places;  // by how far off
    for (long row = cell(middle.y) - kBerthsReach; row <= cell(middle.y) + kBerthsReach; ++row)
        for (long column = cell(middle.x) - kBerthsReach; column <= cell(middle.x) + kBerthsReach; ++column) {
            const geo::WorldPoint p{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
            if (boxes_[index].intersects({p.x, p.y, p.x, p.y})) places.push_back({std::hypot(p.x - middle.x, p.y - middle.y), p});
        }
    std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& place : places)
        if (found->second.size() < kMostBerths && has_room(index, place.second, half_w, half_h)) found->second.push_back(place.second);
    return found->second;
}

void CountryNames::add_berths(const NameSheet& s, std::size_t index, int copy, const TextBlock& block, Setting setting,
                              std::uint8_t first_side, MapLabel& label) {
    const int half_octave = static_cast<int>(std::lround(2 * s.view.zoom));
    // Those of the next step are other places: a name does not jump from one to the other unseen.
    auto side = static_cast<std::uint8_t>(first_side + (half_octave % 2 == 0 ? 0 : kMostBerths));
    const std::size_t number = label.blocks.size();
    for (const geo::WorldPoint p : berths(s, index, half_octave, block, setting)) {
        const std::uint8_t own = side++;
        if (!s.view.sees(p, copy)) continue;
        if (number == label.blocks.size()) label.blocks.push_back(block);
        const PointPx at = s.view.screen(p, copy);
        label.add_block(own, number, {at.x - 0.5f * block.width, at.y - 0.5f * block.height}, AlignX::Center);
        label.candidate.spots.back().spare = scattered_[index] ? 0 : kBerthCosts;
    }
}

void CountryNames::add_set_closer(const NameSheet& s, std::size_t index, int copy, const Writing& writing, std::uint8_t first_side,
                                  MapLabel& label) {
    if (name_in_halves(writing.name).size() == 2) return;  // it goes on two lines
    const std::vector<geo::Spine>& spines = s.input.basemap.countries[index].spines;
    TextStyle close = writing.style;
    close.size_px =
        std::max(s.view.px(s.m.map_label_least_px) * script_scale(writing.name), std::round(4 * kCloseSize * close.size_px) / 4);
    close.tracking_em = kCloseTracking_em;
    const std::size_t before = label.candidate.spots.size();
    std::uint8_t side = first_side;
    if (!spines.empty() && side + kSidesASpine <= kMostSides)
        AreaSpots{s.input.type, s.view, {kCloseTracking_em, kCloseTracking_em, 0.62f}}.add(label, writing.name, close, {spines.front()},
                                                                                           copy, side);
    TextBlock block = text_block(s.input.type, {writing.name}, close);
    const std::size_t level = label.candidate.spots.size();
    side = static_cast<std::uint8_t>(first_side + kSidesASpine);
    if (side + kSidesLevel <= kMostSides && block.width <= 0.8f * writing.room_px && s.view.sees(anchors_[index], copy))
        add_level(s, block, s.view.screen(anchors_[index], copy), writing.room_px, side, 0, label);
    for (std::size_t i = level; i < label.candidate.spots.size(); ++i) label.candidate.spots[i].spare += kOverBorderCosts;
    side = static_cast<std::uint8_t>(side + kSidesLevel);
    if (side + 2 * kMostBerths <= kMostSides) add_berths(s, index, copy, block, Setting::Close, side, label);
    for (std::size_t i = before; i < label.candidate.spots.size(); ++i) label.candidate.spots[i].spare += kCloseCosts;
    keep_undisputed(s, index, label);
}

void CountryNames::keep_undisputed(const NameSheet& s, std::size_t index, MapLabel& label) const {
    if (disputed_of_[index].empty()) return;
    NameSheet::keep_spots(label, [&](const LabelSpot& spot) {
        const RectPx& box = spot.boxes[spot.boxes.size() / 2];
        const auto middle = s.view.plane.world({box.x + 0.5f * box.w, box.y + 0.5f * box.h});
        return !middle || !is_disputed(index, *middle);
    });
}

void CountryNames::add_other_part(const NameSheet& s, std::size_t index, int copy) const {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const std::vector<geo::Spine> other(country.spines.begin() + static_cast<std::ptrdiff_t>(other_part_[index]), country.spines.end());
    MapLabel label = country_label(s, country);
    label.candidate.id = NameSheet::id_of(base::stable_hash("other part", country.key), copy);
    label.candidate.order += 0.05;
    label.candidate.repeat_px = s.view.px(kPartsApart);
    std::uint8_t side = 0;
    const std::string name = written_name(s, country);
    const TextStyle style = NameSheet::for_script(country_style(s, room_px(s, country.area_km2, country.at)), name);
    AreaSpots{s.input.type, s.view, {s.m.country_tracking_em, 0.62f, 0.62f}}.add(label, name, style, other, copy, side);
    s.add_on_ground(std::move(label));
}

const std::vector<ShoreBerth>& CountryNames::beside(const NameSheet& s, std::size_t index, int octave) {
    const auto [found, is_new] = beside_.try_emplace({index, octave});
    if (!is_new) return found->second;
    constexpr double kReach_px = 70;
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const double px_world = 1 / (512 * std::exp2(octave));
    TextStyle style;
    style.face = Face::Medium;
    style.size_px = s.m.map_label_least_px + 0.5f;
    style.tracking_em = s.m.country_tracking_em;
    ShoreReach reach(anchors_[index], double{s.input.type.width_px(written_name(s, country), style)} * px_world,
                     1.3 * double{style.size_px} * px_world, kReach_px * px_world);
    for (const geo::Mesh* mesh : lands_[index])
        for (const geo::LocalPoint v : mesh->vertices) reach.include(mesh->origin.x + double{v.x}, mesh->origin.y + double{v.y});
    return found->second = reach.berths(double{kShoreGapPx} * px_world, [&](geo::WorldPoint p) {
        return is_water(s.input.basemap, p) || country_about(s.input.basemap, p) == country.adm0_a3;
    });
}

void CountryNames::follow_disputes(const NameSheet& s) {
    std::vector<const document::DisputedArea*> now;
    for (const document::DisputedArea& area : s.input.basemap.disputed_areas)
        if (area.valid.contains(s.input.options.playhead)) now.push_back(&area);
    if (now == disputed_ && disputed_of_.size() == boxes_.size()) return;
    disputed_ = std::move(now);
    room_.clear();
    berths_.clear();
    disputed_of_.assign(boxes_.size(), {});
    constexpr double kBeside = 0.01;  // of the world: names reach a little over their country
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        for (const document::DisputedArea* area : disputed_) {
            const geo::WorldPoint a = geo::world_from({area->box.west_deg, area->box.north_deg}),
                                  b = geo::world_from({area->box.west_deg + area->box.width_deg(), area->box.south_deg});
            // What holds the state's own middle is the state, and an area of its own name is what it names.
            const document::CountryLabel& own = basemap_->countries[i];
            const bool holds_middle = area->box.contains(own.at) && geo::contains(area->area, own.at);
            if (holds_middle || basemap_->disputes[static_cast<std::size_t>(area->dispute)].name == own.name) continue;
            for (const double east : {-1.0, 0.0, 1.0})
                if (boxes_[i].intersects({a.x + east - kBeside, a.y - kBeside, b.x + east + kBeside, b.y + kBeside})) {
                    disputed_of_[i].push_back(area);
                    break;
                }
        }
}

bool CountryNames::is_disputed(std::size_t country, geo::WorldPoint at) const {
    const std::vector<const document::DisputedArea*>& areas = disputed_of_[country];
    if (areas.empty()) return false;
    const geo::LonLat place = geo::lonlat_from({at.x - std::floor(at.x), at.y});
    return std::any_of(areas.begin(), areas.end(),
                       [&](const document::DisputedArea* area) { return area->box.contains(place) && geo::contains(area->area, place); });
}

bool CountryNames::lies_at_anothers_shore(const NameSheet& s, std::size_t index, const RectPx& text) {
    constexpr double kCell_px = 16;
    const auto middle = s.view.plane.world({text.x + 0.5f * text.w, text.y + 0.5f * text.h});
    if (!middle) return false;
    const long half_octave = std::lround(2 * s.view.zoom);
    const double cells = 512 * std::exp2(0.5 * static_cast<double>(half_octave)) / kCell_px;
    const std::array<std::int64_t, 5> cell{static_cast<std::int64_t>(index), half_octave, std::lround(text.w / s.view.px(24)),
                                           static_cast<std::int64_t>(std::floor((middle->x - std::floor(middle->x)) * cells)),
                                           static_cast<std::int64_t>(std::floor(middle->y * cells))};
    if (at_anothers_.size() > kMostKept) at_anothers_.clear();
    const auto [known, is_new] =
        at_anothers_.try_emplace(base::stable_hash({reinterpret_cast<const char*>(cell.data()), sizeof cell}), false);
    if (is_new) known->second = is_anothers_nearest(s, index, text);
    return known->second;
}

bool CountryNames::is_anothers_nearest(const NameSheet& s, std::size_t index, const RectPx& text) const {
    constexpr std::array kRings_px{2.f, 9.f, 16.f, 24.f, 34.f, 46.f};
    const auto world = [&](float x, float y) -> std::optional<geo::WorldPoint> {
        const auto at = s.view.plane.world({x, y});
        return at ? std::optional(geo::WorldPoint{at->x - std::floor(at->x), at->y}) : std::nullopt;
    };
    const PointPx middle{text.x + 0.5f * text.w, text.y + 0.5f * text.h};
    const auto there = world(middle.x, middle.y);
    if (!there || any_holds(lands_[index], *there)) return false;
    // Few have others about them.
    const double reach = double{text.w + s.view.px(2 * kRings_px.back())} / s.view.map.world_px;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < boxes_.size(); ++i)
        if (i != index && boxes_[i].intersects({there->x - reach, there->y - reach, there->x + reach, there->y + reach}))
            others.push_back(i);
    if (others.empty()) return false;
    for (const float ring : kRings_px) {
        const RectPx about = grown(text, s.view.px(ring));
        bool own = false, foreign = false;
        for (const float along : {0.f, 0.17f, 0.33f, 0.5f, 0.67f, 0.83f, 1.f})
            for (const float across : {0.f, 0.5f, 1.f}) {
                if (across == 0.5f && along > 0 && along < 1) continue;
                const auto p = world(about.x + along * about.w, about.y + across * about.h);
                own = own || (p && any_holds(lands_[index], *p));
                foreign =
                    foreign || (p && std::any_of(others.begin(), others.end(), [&](std::size_t i) { return any_holds(lands_[i], *p); }));
            }
        if (own || foreign) return !own;
    }
    return false;
}

bool CountryNames::is_small(const NameSheet& s, std::size_t index) const {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    return room_px(s, country.area_km2, country.at) / s.view.scale < kRoomForFew;
}

bool CountryNames::is_vast(const NameSheet& s, std::size_t index) const {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    return room_px(s, country.area_km2, country.at) > 0.8f * std::min(s.view.map.rect.w, s.view.map.rect.h);
}

bool CountryNames::room_at(std::size_t country, Grid grid, long column, long row, double half_w, double half_h) {
    const std::array<std::int64_t, 4> cell{static_cast<std::int64_t>(country), 2 * grid.octave + (grid.fine ? 1 : 0), column, row};
    const std::uint64_t key = base::stable_hash({reinterpret_cast<const char*>(cell.data()), sizeof cell});
    if (room_.size() > kMostKept) room_.clear();
    if (const auto found = room_.find(key); found != room_.end()) return found->second;
    const double step = grid_step(grid.octave, grid.fine);
    const geo::WorldPoint center{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
    return room_[key] = has_room(country, center, half_w, half_h);
}

bool CountryNames::has_room(std::size_t country, geo::WorldPoint center, double half_w, double half_h) const {
    constexpr std::array<std::pair<double, double>, 7> kAbout{{{0, 0}, {-1, 0}, {1, 0}, {-0.5, -1}, {0.5, -1}, {-0.5, 1}, {0.5, 1}}};
    return std::all_of(kAbout.begin(), kAbout.end(), [&](const auto& off) {
        const double x = center.x + off.first * half_w;
        return is_own_land(country, {x - std::floor(x), center.y + off.second * half_h});
    });
}

/// A state's land takes in its share of a lake, where its name would be the lake's.
bool CountryNames::is_own_land(std::size_t country, geo::WorldPoint p) const {
    return any_holds(lands_[country], p) && !is_lake(*basemap_, p) && !is_disputed(country, p);
}

/// Whether so little of a country is on the map that a wide grid may miss it: along an edge, or in a corner.
bool CountryNames::shows_a_strip(const NameSheet& s, std::size_t index) const {
    constexpr double kStrip_px = 420;
    const MapView::Copies copies = s.view.copies(boxes_[index], 0);
    const geo::WorldBox& seen = s.view.visible;
    const double most = kStrip_px * double{s.view.scale} / s.view.map.world_px;
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        const geo::WorldBox& box = boxes_[index];
        const double w = std::min(seen.x1, box.x1 + copy) - std::max(seen.x0, box.x0 + copy),
                     h = std::min(seen.y1, box.y1) - std::max(seen.y0, box.y0);
        if (w > 0 && h > 0 && std::min(w, h) < most) return true;
    }
    return false;
}

/// Candidates on a grid that is fixed to the world, so that a name stays where it is while the map moves.
bool CountryNames::add_in_part(const NameSheet& s, std::size_t index, bool fine) {
    const document::CountryLabel& country = s.input.basemap.countries[index];
    const float room = room_px(s, country.area_km2, country.at);
    if (room / s.view.scale < kRoomForParts) return false;
    const MapView::Copies copies = s.view.copies(boxes_[index], 0);
    if (copies.none()) return false;
    bool any = false;
    MapLabel blank = country_label(s, country);
    const std::string name = written_name(s, country);
    blank.blocks.push_back(text_block(s.input.type, {name}, NameSheet::for_script(country_style(s, room), name)));
    const int octave = static_cast<int>(std::lround(s.view.zoom));
    const double step = grid_step(octave, fine), px_world = std::sqrt(2.0) / (512 * std::exp2(octave)) / double{s.view.scale};
    const TextBlock block = blank.blocks.front();
    const double half_w = 0.55 * double{block.width} * px_world, half_h = 0.9 * double{block.height} * px_world;
    const geo::WorldBox& seen = s.view.visible;
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        const double x0 = std::max(seen.x0, boxes_[index].x0 + copy), x1 = std::min(seen.x1, boxes_[index].x1 + copy);
        const double y0 = std::max(seen.y0, boxes_[index].y0), y1 = std::min(seen.y1, boxes_[index].y1);
        for (auto row = static_cast<long>(std::floor(y0 / step)); static_cast<double>(row) * step < y1; ++row) {
            for (auto column = static_cast<long>(std::floor(x0 / step)); static_cast<double>(column) * step < x1; ++column) {
                const auto across = static_cast<long>(std::lround(1 / step));
                const long own = ((column % across) + across) % across;
                if (!room_at(index, {octave, fine}, own, row, half_w, half_h)) continue;
                const geo::WorldPoint p{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
                const PointPx at = s.view.screen(p, 0);
                if (!s.view.sees(p, 0) || !grown(s.view.map.rect, -0.3f * block.height).contains(at)) continue;
                MapLabel label = blank;
                label.candidate.id = base::stable_hash(fine ? "finer part" : "part",
                                                       country.key + static_cast<std::uint64_t>(octave * 1'000'003 + column * 4001 + row));
                // Nearest the middle of the map first; a name that is there already goes before all.
                const PointPx middle{s.view.map.rect.x + 0.5f * s.view.map.rect.w, s.view.map.rect.y + 0.5f * s.view.map.rect.h};
                label.candidate.order +=
                    (fine && !is_small(s, index) ? kFinePartCosts : kPartCosts) + kFarCosts * double{length_of(at - middle)};
                label.candidate.on_lines = LabelCandidate::OnLines::Never;  // there are other parts
                keep_ashore(s, index, label);
                label.add_block(0, 0, {at.x - 0.5f * block.width, at.y - 0.5f * block.height}, AlignX::Center);
                s.add_on_ground(std::move(label));
                any = true;
            }
        }
    }
    return any;
}

void CountryNames::learn(const document::BaseMap& basemap) {
    if (basemap_ == &basemap && anchors_.size() == basemap.countries.size()) return;
    basemap_ = &basemap;
    anchors_.clear();
    room_.clear();
    at_anothers_.clear();
    disputed_.clear();
    disputed_of_.clear();
    beside_.clear();
    berths_.clear();
    scattered_.clear();
    other_part_.clear();
    boxes_.assign(basemap.countries.size(), {});
    lands_.assign(basemap.countries.size(), {});
    islands_.assign(basemap.countries.size(), true);
    for (std::size_t i = 0; i < basemap.countries.size(); ++i) {
        const document::CountryLabel& country = basemap.countries[i];
        anchors_.push_back(geo::world_from(country.at));
        for (const document::BaseMesh& chunk : basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)]
                                                             [static_cast<std::size_t>(document::Scale::Medium50m)]) {
            if (chunk.country != country.adm0_a3) continue;
            boxes_[i].include({chunk.mesh->box.x0, chunk.mesh->box.y0});
            boxes_[i].include({chunk.mesh->box.x1, chunk.mesh->box.y1});
            lands_[i].push_back(chunk.mesh.get());
        }
        boxes_[i].include(anchors_[i]);
        // Spines run on across the antimeridian.
        for (const geo::Spine& spine : country.spines)
            for (const geo::WorldPoint p : spine.points) boxes_[i].include(p);
        other_part_.push_back(first_apart(country.spines));
        scattered_.push_back(leaves_land(lands_[i], country.spines));
        islands_[i] = std::none_of(basemap.border_sides.begin(), basemap.border_sides.end(), [&](const document::BorderSides& sides) {
            return sides.a == country.adm0_a3 || sides.b == country.adm0_a3;
        });
    }
}

void CountryNames::append(const NameSheet& s) {
    learn(s.input.basemap);
    follow_disputes(s);
    for (std::size_t i = 0; i < anchors_.size(); ++i) {
        bool in_place = false;
        const MapView::Copies copies = s.view.copies(boxes_[i], 0);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            in_place = add(s, i, copy) || in_place;
            if (other_part_[i] < s.input.basemap.countries[i].spines.size()) add_other_part(s, i, copy);
        }
        // A small country's middle may be taken by what happens there; that of a vast one lies where a town is, or where the map bends.
        if ((in_place && !is_small(s, i) && !is_vast(s, i)) || s.view.zoom <= kPartsFrom) continue;
        const bool some = !is_small(s, i) && add_in_part(s, i, false);
        if (!some || shows_a_strip(s, i)) add_in_part(s, i, true);
    }
}

}  // namespace dateline::view
