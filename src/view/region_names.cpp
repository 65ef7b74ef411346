#include "view/area_spots.h"
#include "view/names_layer.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kFirstZoom = 5.55, kVastFirstZoom = 4;  // of any that has room, of those with room to spare
constexpr float kVastRoom = 106;                         // px at 1x
constexpr float kTownApart = 90;                         // px at 1x: a division is not named beside the town that it is called after
constexpr float kLeastRoom = 52, kMostRoom = 1800;       // px at 1x: the side of a square of the division's area

}  // namespace

void RegionNames::append(const NameSheet& s) {
    const document::BaseMap& basemap = s.input.basemap;
    if (basemap_ != &basemap || boxes_.size() != basemap.regions.size()) {
        basemap_ = &basemap;
        boxes_.assign(basemap.regions.size(), {});
        for (std::size_t i = 0; i < boxes_.size(); ++i)
            for (const geo::Spine& spine : basemap.regions[i].spines)
                for (const geo::WorldPoint p : spine.points) boxes_[i].include(p);
    }
    if (s.view.zoom < kVastFirstZoom) return;
    const Theme& theme = s.input.theme;
    // Nowhere does a globe show more of a kilometre than in its middle: what is too small there is not looked for.
    const bool globe = s.view.map.projection == Projection::Globe && !(s.view.map.morph < 1);
    const double nearest_km_px = ground_m_per_px(s.view.map, geo::lonlat_from(s.view.map.center)) / 1000;
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
        if (globe && std::sqrt(basemap.regions[i].area_km2) / nearest_km_px < 0.95 * double{kLeastRoom * s.view.scale}) continue;
        const MapView::Copies copies = s.view.copies(boxes_[i], 0);
        if (copies.none()) continue;
        const document::RegionLabel& region = basemap.regions[i];
        const double km_px = ground_m_per_px(s.view.map, region.at) / 1000;
        const float room = static_cast<float>(std::sqrt(std::max(region.area_km2, 1.0)) / km_px) / s.view.scale;
        if (room < kLeastRoom || room > kMostRoom) continue;
        if (s.view.zoom < kFirstZoom && room < kVastRoom) continue;
        const float size = std::round(4 * std::clamp(9.4f + room / 160, s.m.map_label_least_px, s.m.map_label_most_px - 0.5f)) / 4;
        const std::string& name = s.named(region.name, region.local);
        const TextStyle style = NameSheet::for_script(s.style(Face::Regular, size, theme.label, theme.halo, 0.1f), name);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            MapLabel label;
            label.candidate.id = NameSheet::id_of(region.key, copy);
            label.candidate.rank = LabelRank::Region;
            label.candidate.order = region.rank - 1e-9 * region.area_km2;
            label.candidate.moves = true;
            label.candidate.apart_px = s.view.px(10);  // spaced letters
            label.candidate.on_lines = LabelCandidate::OnLines::Gone;
            label.candidate.name = NameSheet::key_of(region.name);
            label.candidate.repeat_px = s.view.px(kTownApart);
            std::uint8_t side = 0;
            AreaSpots{s.input.type, s.view, {0.1f, 0.42f, 0.5f}}.add(label, name, style, region.spines, copy, side);
            // A state's land takes in its share of a lake, which would seem to be called so.
            label.candidate.drawback = [&water = s.water, &view = s.view, &basemap](const LabelSpot& spot) {
                return all_along(view, spot, [&](geo::WorldPoint at) { return !water.at(basemap, view.zoom, at); }) ? 0.f : 1.f;
            };
            s.add_on_ground(std::move(label));
        }
    }
}

}  // namespace dateline::view
