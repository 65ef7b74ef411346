#include "render/world_view.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {

WorldView::WorldView(const view::MapTransform& map) : map_(map) {
    const double c = std::cos(map.bearing_rad) * map.world_px, s = std::sin(map.bearing_rad) * map.world_px;
    screen_from_world_ = {c, s, -s, c};
    // The rect's corners, turned back into the world.
    const double half_w = 0.5 * map.rect.w / map.world_px, half_h = 0.5 * map.rect.h / map.world_px;
    const double reach_x = std::abs(std::cos(map.bearing_rad)) * half_w + std::abs(std::sin(map.bearing_rad)) * half_h;
    const double reach_y = std::abs(std::sin(map.bearing_rad)) * half_w + std::abs(std::cos(map.bearing_rad)) * half_h;
    visible_ = {map.center.x - reach_x, map.center.y - reach_y, map.center.x + reach_x, map.center.y + reach_y};
}

WorldView::Copies WorldView::copies(const geo::WorldBox& box, float reach_px) const {
    if (!(box.x1 >= box.x0) || map_.rect.w <= 0 || map_.rect.h <= 0 || !(map_.world_px > 0)) return {};
    const double reach = reach_px / map_.world_px;
    if (box.y1 + reach < visible_.y0 || box.y0 - reach > visible_.y1) return {};
    const double first = std::ceil(visible_.x0 - reach - box.x1), last = std::floor(visible_.x1 + reach - box.x0);
    constexpr double kMost = 64;   // a world far smaller than the screen is not repeated for ever
    if (!(last - first < kMost)) return {};
    return {static_cast<int>(first), static_cast<int>(last)};
}

void WorldView::apply(const gl::Program& program, geo::WorldPoint origin, int copy) const {
    const double x = map_.center.x - origin.x - copy, y = map_.center.y - origin.y;
    const auto hi_x = static_cast<float>(x), hi_y = static_cast<float>(y);
    program.set("u_center_hi", std::array{hi_x, hi_y});
    program.set("u_center_lo", std::array{static_cast<float>(x - hi_x), static_cast<float>(y - hi_y)});
    program.set_mat2("u_screen_from_world",
                     {static_cast<float>(screen_from_world_[0]), static_cast<float>(screen_from_world_[1]),
                      static_cast<float>(screen_from_world_[2]), static_cast<float>(screen_from_world_[3])});
    program.set("u_map_center", std::array{map_.rect.x + 0.5f * map_.rect.w, map_.rect.y + 0.5f * map_.rect.h});
}

view::RectPx WorldView::screen_bounds(const geo::WorldBox& box, int copy) const {
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (double x : {box.x0, box.x1}) {
        for (double y : {box.y0, box.y1}) {
            const double dx = x + copy - map_.center.x, dy = y - map_.center.y;
            const double sx = map_.rect.x + 0.5 * map_.rect.w + screen_from_world_[0] * dx + screen_from_world_[2] * dy;
            const double sy = map_.rect.y + 0.5 * map_.rect.h + screen_from_world_[1] * dx + screen_from_world_[3] * dy;
            const auto px = static_cast<float>(std::clamp(sx, -1e6, 1e6)), py = static_cast<float>(std::clamp(sy, -1e6, 1e6));
            x0 = std::min(x0, px), x1 = std::max(x1, px);
            y0 = std::min(y0, py), y1 = std::max(y1, py);
        }
    }
    return {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace dateline::render
