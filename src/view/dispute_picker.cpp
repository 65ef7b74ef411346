#include "view/dispute_picker.h"

#include "view/basemap_style.h"
#include "view/map_north.h"
#include "view/map_view.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kReach = 5;  ///< px at scale 1 that the pointer may miss a line by

float distance_to_segment(PointPx p, PointPx a, PointPx b) {
    const PointPx along = b - a;
    const float length2 = along.x * along.x + along.y * along.y;
    const float t = length2 > 0 ? std::clamp(((p.x - a.x) * along.x + (p.y - a.y) * along.y) / length2, 0.f, 1.f) : 0;
    return length_of(p - (a + along * t));
}

/// From `point` to the nearest of a chunk's polylines, px.
float distance_to(const geo::LineSet& lines, const MapView& view, PointPx point) {
    float nearest = 1e9f;
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        PointPx before{};
        bool has_before = false;
        for (std::size_t v = lines.starts[i]; v < end; ++v) {
            const geo::WorldPoint world{lines.origin.x + double{lines.vertices[v].x}, lines.origin.y + double{lines.vertices[v].y}};
            if (!view.sees(world)) {
                has_before = false;
                continue;
            }
            const PointPx here = view.screen(world);
            // A jump to another copy of the world is no stretch of the line.
            if (has_before && length_of(here - before) < 0.4f * static_cast<float>(view.map.world_px))
                nearest = std::min(nearest, distance_to_segment(point, before, here));
            before = here;
            has_before = true;
        }
    }
    return nearest;
}

}  // namespace

Hit DisputePicker::line_at(PointPx point) const {
    const MapView view(map_, scale_);
    const auto& scales = basemap_->lines[static_cast<std::size_t>(document::BaseLayer::Disputed)];
    const float reach = kReach * scale_;
    Hit found;
    float nearest = reach;
    for (const document::BaseLines& chunk : scales[static_cast<std::size_t>(basemap_scale(view.zoom))]) {
        if (!chunk.lines || chunk.dispute < 0 || !chunk.valid.contains(playhead_) || !view.shows(chunk.lines->box, reach)) continue;
        const float distance = distance_to(*chunk.lines, view, point);
        if (distance >= nearest) continue;
        nearest = distance;
        found = {Hit::Kind::DisputedLine, basemap_->disputes[static_cast<std::size_t>(chunk.dispute)].id, around(point, reach)};
    }
    return found;
}

Hit DisputePicker::area_at(PointPx point) const {
    const auto place = place_at(PlaneView(map_), point);
    if (!place) return {};
    const geo::LonLat at{std::remainder(place->lon_deg, 360.0), place->lat_deg};
    // One may lie in another, as the Shebaa Farms in the Golan: the smaller says more.
    const document::DisputedArea* found = nullptr;
    double least = 0;
    for (const document::DisputedArea& area : basemap_->disputed_areas) {
        const double size = area.box.width_deg() * (area.box.north_deg - area.box.south_deg);
        if ((found != nullptr && size >= least) || !area.valid.contains(playhead_) || !area.box.contains(at) ||
            !geo::contains(area.area, at))
            continue;
        found = &area;
        least = size;
    }
    if (found == nullptr) return {};
    return {Hit::Kind::DisputedArea, basemap_->disputes[static_cast<std::size_t>(found->dispute)].id, around(point, 0)};
}

Hit DisputePicker::at(PointPx point) const {
    if (!map_.rect.contains(point)) return {};
    const Hit line = line_at(point);
    return line.kind != Hit::Kind::None ? line : area_at(point);
}

const document::Dispute* dispute_named(const document::BaseMap& basemap, std::string_view id) {
    const auto found =
        std::find_if(basemap.disputes.begin(), basemap.disputes.end(), [&](const document::Dispute& d) { return d.id == id; });
    return found != basemap.disputes.end() && !id.empty() ? &*found : nullptr;
}

}  // namespace dateline::view
