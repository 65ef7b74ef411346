#include "view/area_spots.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"
#include "view/line_cells.h"
#include "view/names_layer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

// px at 1x: the side of a square of an island's area, or how large a lone one counts.
constexpr float kLeastIsland = 18, kMostIsland = 1400, kMostBeside = 260;
constexpr float kShareOfEquator = 0.6f;  // Mercator makes much of polar islands: so much of the least must it have at the equator
constexpr float kIslandTracking = 0.03f;
constexpr float kNamesakeApart = 90;   // px at 1x: an island is not named beside the town or the division that has its name
constexpr float kBesideNamesake = 60;  // the side of a square of an island that is named although a town on it has its name
constexpr float kGreatIsland =
    2.2f;  // of its name's width is the side of a square of an island that is named on its land or not at all, before towns
constexpr double kAfterTowns = 1000;

// px at 1x of an axis, by rank from 1.
constexpr std::array<float, 5> kLeastAxis{150, 130, 120, 110, 110}, kMostAxis{2600, 2200, 1800, 1500, 1300};
constexpr float kLeastArchipelago = 80;
constexpr std::array<float, 5> kMostTracking{1.7f, 1.5f, 1.1f, 0.8f, 0.8f};
constexpr float kLandformTracking = 0.14f, kAxisShare = 0.66f;
constexpr std::array<float, 5> kLandformSize{11.5f, 11, 10.5f, 10.25f, 10};

constexpr float kCloseTracking = 0.24f, kCloseShare = 0.3f;
constexpr double kStepsAnOctave = 2;

std::size_t rank_of(const document::LandformLabel& landform) { return static_cast<std::size_t>(std::clamp(landform.rank, 1, 5) - 1); }

/// The boxes of a spot; of a level text, which has one, its letters about.
std::vector<RectPx> in_squares(const LabelSpot& spot) {
    if (spot.boxes.size() != 1) return spot.boxes;
    const RectPx& box = spot.boxes.front();
    const auto count = std::max(1.f, std::round(box.w / box.h));
    std::vector<RectPx> squares;
    for (float i = 0; i < count; ++i) squares.push_back({box.x + i * box.w / count, box.y, box.w / count, box.h});
    return squares;
}

float quarters(float size) { return std::round(4 * size) / 4; }

}  // namespace

const std::vector<ShoreBerth>& IslandNames::beside(const NameSheet& s, std::size_t index, const TextStyle& style, int octave) {
    const auto [found, is_new] = beside_.try_emplace({index, octave, s.input.options.map_names});
    if (!is_new) return found->second;
    constexpr double kReach_px = 240;
    const document::IslandLabel& island = s.input.basemap.islands[index];
    const double px_world = 1 / (512 * std::exp2(octave));
    TextStyle at_1x = style;
    at_1x.size_px /= s.view.scale;
    const double width = double{s.input.type.width_px(s.named(island.name, island.local), at_1x)};
    ShoreReach reach(shores_[index].middle, width * px_world, 1.3 * double{at_1x.size_px} * px_world, kReach_px * px_world);
    constexpr int kSteps = 6;  // of an edge, which may be longer than a text is high
    for (std::size_t i = 0; i + 1 < island.outline.size(); ++i) {
        const geo::WorldPoint a = island.outline[i], b = island.outline[i + 1];
        for (int step = 0; step < kSteps; ++step) {
            const double t = static_cast<double>(step) / kSteps;
            reach.include(std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t));
        }
    }
    return found->second = reach.berths(double{kShoreGapPx} * px_world, [&](geo::WorldPoint p) { return is_water(s.input.basemap, p); });
}

void IslandNames::add(const NameSheet& s, std::size_t index, int copy, float room) {
    const document::IslandLabel& island = s.input.basemap.islands[index];
    const Theme& theme = s.input.theme;
    MapLabel label;
    label.candidate.id = NameSheet::id_of(island.key, copy);
    const bool after_town = island.has_town && room < kBesideNamesake;
    label.candidate.name = NameSheet::key_of(island.name);
    label.candidate.repeat_px = s.view.px(island.has_town && !after_town ? 0 : kNamesakeApart);
    label.candidate.moves = true;
    label.candidate.apart_px = s.view.px(8);
    const std::string& name = s.named(island.name, island.local);
    const float size = quarters(std::clamp(9.6f + room / 75, 10.f, 12.5f));
    const TextStyle on_land = NameSheet::for_script(s.style(Face::Italic, size, theme.label, theme.halo, kIslandTracking), name);
    const TextStyle at_sea = NameSheet::for_script(s.style(Face::Italic, size, theme.label, theme.halo_water, kIslandTracking), name);
    const float side_px = s.view.px(room), width = s.input.type.width_px(name, on_land);
    const bool great = side_px > kGreatIsland * width;
    label.candidate.rank = after_town ? LabelRank::Town : great ? LabelRank::City : LabelRank::Island;
    label.candidate.order = (after_town ? kAfterTowns : great ? -kAfterTowns : 0) - island.reach_km;
    std::uint8_t side = 0;
    // A land that is smaller than the text has no room for it, whatever its shape.
    constexpr float kLeastOfText = 0.8f;
    if (side_px * side_px > kLeastOfText * width * on_land.size_px)
        AreaSpots{s.input.type, s.view, {kIslandTracking, 0.5f, 0.55f}}.add(label, name, on_land, island.spines, copy, side);
    side = 2 * kSidesASpine;
    if (great)
        AreaSpots{s.input.type, s.view, {kIslandTracking, kIslandTracking, 0}, kMostLanes}.add(label, name, on_land, island.spines, copy,
                                                                                               side);
    side = 2 * kSidesASpine + 2 * kSidesASpineMost;
    const std::uint8_t first_beside = side;
    const MapView::Copies on_map = s.view.copies(shores_[index].box, 0);
    if (!great && room < kMostBeside && copy >= on_map.first && copy <= on_map.last && s.view.sees(shores_[index].middle, copy))
        add_at_shore(s.view, beside(s, index, at_sea, static_cast<int>(std::lround(s.view.zoom))), copy,
                     text_block(s.input.type, {name}, at_sea), side, 1, label);
    // On a map that bends the ground, what was laid out for a flat one may run ashore.
    if (!s.view.plane.flat())
        NameSheet::keep_spots(label, [&](const LabelSpot& spot) {
            return spot.side < first_beside || all_along(s.view, spot, [&](geo::WorldPoint at) { return s.on_water(at); });
        });
    s.add_on_ground(std::move(label));
}

void IslandNames::append(const NameSheet& s) {
    const document::BaseMap& basemap = s.input.basemap;
    if (basemap_ != &basemap || shores_.size() != basemap.islands.size()) {
        basemap_ = &basemap;
        beside_.clear();
        shores_.assign(basemap.islands.size(), {});
        for (std::size_t i = 0; i < shores_.size(); ++i) {
            geo::WorldBox& box = shores_[i].box;
            for (const geo::WorldPoint p : basemap.islands[i].outline) box.include(p);
            shores_[i].middle = {0.5 * (box.x0 + box.x1), 0.5 * (box.y0 + box.y1)};
        }
    }
    const auto equator_km = static_cast<float>(512 * std::exp2(s.view.zoom) * 1000 / geo::kMercatorCircumferenceM);
    for (std::size_t i = 0; i < shores_.size(); ++i) {
        if (static_cast<float>(basemap.islands[i].reach_km) * equator_km < kShareOfEquator * kLeastIsland) break;  // the largest first
        const MapView::Copies copies = s.view.copies(shores_[i].box, s.view.px(120));
        if (copies.none()) continue;
        const document::IslandLabel& island = basemap.islands[i];
        const float km = static_cast<float>(1000 / ground_m_per_px(s.view.map, island.at)) / s.view.scale;
        const float room = static_cast<float>(std::sqrt(island.area_km2)) * km;
        if (static_cast<float>(island.reach_km) * km < kLeastIsland || room > kMostIsland) continue;
        for (int copy = copies.first; copy <= copies.last; ++copy) add(s, i, copy, room);
    }
}

/// In widely set letters, and in closer ones.
void LandformNames::add_spots(const NameSheet& s, const MapView& view, std::size_t index, int copy, float scale, MapLabel& label) const {
    const document::LandformLabel& landform = s.input.basemap.landforms[index];
    const std::size_t rank = rank_of(landform);
    const Theme& theme = s.input.theme;
    const std::string& plain = s.named(landform.name, landform.local);
    const std::string name = landform.in_capitals ? uppercased(plain, "") : plain;
    const Color color = landform.on_water ? theme.label : mix(theme.label, theme.halo, 0.12f);
    TextStyle style = NameSheet::for_script(
        s.style(Face::Italic, kLandformSize[rank], color, landform.on_water ? theme.halo_water : theme.halo, kLandformTracking), name);
    style.size_px *= scale / s.view.scale;
    std::uint8_t side = 0;
    AreaSpots{s.input.type, view, {kLandformTracking, kMostTracking[rank], kAxisShare}}.add(label, name, style, landform.spines, copy,
                                                                                            side);
    AreaSpots{s.input.type, view, {kLandformTracking, kCloseTracking, kCloseShare}}.add(label, name, style, landform.spines, copy, side);
}

const LandformNames::SideCosts& LandformNames::costs(const NameSheet& s, std::size_t index, int step) {
    const auto [found, is_new] = costs_.try_emplace({index, step, s.input.options.map_names});
    SideCosts& costs = found->second;
    if (!is_new) return costs;
    const document::BaseMap& basemap = s.input.basemap;
    const geo::WorldBox& axis = axes_[index].box;
    MapTransform flat;
    flat.world_px = 512 * std::exp2(static_cast<double>(step) / kStepsAnOctave);
    flat.center = {0.5 * (axis.x0 + axis.x1), 0.5 * (axis.y0 + axis.y1)};
    const double px = 1 / flat.world_px;
    constexpr double kAbout_px = 60;
    const geo::WorldBox about{axis.x0 - kAbout_px * px, axis.y0 - kAbout_px * px, axis.x1 + kAbout_px * px, axis.y1 + kAbout_px * px};
    flat.rect = {0, 0, static_cast<float>((about.x1 - about.x0) / px), static_cast<float>((about.y1 - about.y0) / px)};
    MapLabel label;
    add_spots(s, MapView(flat, 1), index, 0, 1, label);

    constexpr double kCell_px = 3;
    constexpr std::uint8_t kBorder = 16, kCoast = 10, kRiver = 3;
    LineCells lines(about, kCell_px * px);
    const document::Scale scale = std::max(basemap_scale(static_cast<double>(step) / kStepsAnOctave), document::Scale::Medium50m);
    const auto of = [&](document::BaseLayer layer) -> const auto& {
        return basemap.lines[static_cast<std::size_t>(layer)][static_cast<std::size_t>(scale)];
    };
    lines.add(of(document::BaseLayer::Borders), kBorder);
    lines.add(of(document::BaseLayer::Disputed), kBorder);
    if (!basemap.landforms[index].on_water) lines.add(of(document::BaseLayer::Coast), kCoast);
    lines.add(of(document::BaseLayer::Rivers), kRiver);

    // Letters crossed, then by how far it is from the middle, off the axis, and closely set: the largest ought to tell how far they reach.
    constexpr float kAside = 4, kPlace = 1.5f;
    const float close = basemap.landforms[index].rank == 1 ? 20 : 7;
    for (const LabelSpot& spot : label.candidate.spots) {
        const int lane = spot.side % kSidesASpine / kPlacesALane, place = spot.side % kPlacesALane;
        float cost = (lane > 0 ? kAside : 0) + kPlace * static_cast<float>((place + 1) / 2) + (spot.side >= kSidesASpine ? close : 0);
        for (const RectPx& box : in_squares(spot))
            cost += static_cast<float>(lines.weight_in({about.x0 + double{box.x} * px, about.y0 + double{box.y} * px,
                                                        about.x0 + double{box.right()} * px, about.y0 + double{box.bottom()} * px}));
        costs[spot.side] = cost;
    }
    return costs;
}

void LandformNames::add(const NameSheet& s, std::size_t index, int copy) {
    const document::LandformLabel& landform = s.input.basemap.landforms[index];
    MapLabel label;
    label.candidate.id = NameSheet::id_of(landform.key, copy);
    label.candidate.rank = LabelRank::Landform;
    label.candidate.order = landform.rank;
    label.candidate.apart_px = s.view.px(12);
    label.candidate.name = NameSheet::key_of(landform.name);
    label.candidate.repeat_px = s.view.px(kNamesakeApart);
    label.candidate.moves = true;
    label.candidate.on_lines = LabelCandidate::OnLines::Gone;
    add_spots(s, s.view, index, copy, s.view.scale, label);
    const SideCosts& cost = costs(s, index, static_cast<int>(std::lround(kStepsAnOctave * s.view.zoom)));
    NameSheet::order_spots(label, [&](const LabelSpot& spot) { return cost[spot.side]; });
    s.add_on_ground(std::move(label));
}

void LandformNames::append(const NameSheet& s) {
    const document::BaseMap& basemap = s.input.basemap;
    if (basemap_ != &basemap || axes_.size() != basemap.landforms.size()) {
        basemap_ = &basemap;
        costs_.clear();
        axes_.assign(basemap.landforms.size(), {});
        for (std::size_t i = 0; i < axes_.size(); ++i) {
            const std::vector<geo::WorldPoint>& points = basemap.landforms[i].spines.front().points;
            for (std::size_t p = 0; p < points.size(); ++p) {
                axes_[i].box.include(points[p]);
                if (p > 0) axes_[i].length += std::hypot(points[p].x - points[p - 1].x, points[p].y - points[p - 1].y);
            }
        }
    }
    for (std::size_t i = 0; i < axes_.size(); ++i) {
        const document::LandformLabel& landform = basemap.landforms[i];
        const std::size_t rank = rank_of(landform);
        const double px = axes_[i].length * s.view.map.world_px / double{s.view.scale};
        if (px < double{landform.on_water ? kLeastArchipelago : kLeastAxis[rank]} || px > double{kMostAxis[rank]}) continue;
        const MapView::Copies copies = s.view.copies(axes_[i].box, 0);
        for (int copy = copies.first; copy <= copies.last; ++copy) add(s, i, copy);
    }
}

}  // namespace dateline::view
