#include "view/map_view.h"

#include <algorithm>

namespace dateline::view {

MapView::MapView(const MapTransform& transform, float frame_scale)
    : map(transform), scale(frame_scale), zoom(std::log2(transform.world_px / (512 * double{frame_scale}))),
      cos_(std::cos(transform.bearing_rad)), sin_(std::sin(transform.bearing_rad)) {
    // The rect's corners turned back into the world.
    const double half_w = 0.5 * double{map.rect.w} / map.world_px, half_h = 0.5 * double{map.rect.h} / map.world_px;
    const double reach_x = std::abs(cos_) * half_w + std::abs(sin_) * half_h;
    const double reach_y = std::abs(sin_) * half_w + std::abs(cos_) * half_h;
    visible = {map.center.x - reach_x, map.center.y - reach_y, map.center.x + reach_x, map.center.y + reach_y};
}

PointPx MapView::screen(geo::WorldPoint p, int copy) const {
    const double dx = (p.x + copy - map.center.x) * map.world_px, dy = (p.y - map.center.y) * map.world_px;
    return {static_cast<float>(double{map.rect.x} + 0.5 * double{map.rect.w} + cos_ * dx - sin_ * dy),
            static_cast<float>(double{map.rect.y} + 0.5 * double{map.rect.h} + sin_ * dx + cos_ * dy)};
}

MapView::Copies MapView::copies(const geo::WorldBox& box, float reach_px) const {
    if (!(box.x1 >= box.x0) || map.rect.w <= 0 || map.rect.h <= 0) return {};
    const double reach = double{reach_px} / map.world_px;
    if (box.y1 + reach < visible.y0 || box.y0 - reach > visible.y1) return {};
    const double first = std::ceil(visible.x0 - reach - box.x1), last = std::floor(visible.x1 + reach - box.x0);
    if (last - first > 8) return {0, 0};   // a world of a few pixels is not repeated for ever
    return {static_cast<int>(first), static_cast<int>(last)};
}

}  // namespace dateline::view
