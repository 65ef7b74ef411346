#include "view/map_edge.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr float kPoleY = 1.3173628f;  // of Equal Earth, radii
constexpr double kFarthest_px = 1e5;  // of a fan's end: beyond, floats would tell it less finely than pixels
constexpr float kHalfRoot3 = 0.8660254f;

float equal_earth_y(float theta) {
    const float t2 = theta * theta, t6 = t2 * t2 * t2;
    return theta * (1.340264f - 0.081106f * t2 + t6 * (0.000893f + 0.003796f * t2));
}
float equal_earth_slope(float theta) {
    const float t2 = theta * theta, t6 = t2 * t2 * t2;
    return 1.340264f - 0.243318f * t2 + t6 * (0.006251f + 0.034164f * t2);
}

}  // namespace

MapEdge MapEdge::of(const MapTransform& map) {
    MapEdge edge;
    const PlaneView view(map);
    edge.center = {map.rect.x + 0.5f * map.rect.w, map.rect.y + 0.5f * map.rect.h};
    edge.cos = static_cast<float>(std::cos(map.bearing_rad)), edge.sin = static_cast<float>(std::sin(map.bearing_rad));
    edge.px_per_radius = static_cast<float>(view.px_per_radius());
    if (view.flat() || map.morph < 1) return edge;
    if (const auto rim = view.rim()) {
        edge.kind = Kind::Circle;
        edge.center = rim->center;
        edge.radius_px = rim->radius;
    } else if (map.projection == Projection::EqualEarth) {
        edge.kind = Kind::EqualEarth;
        edge.shape[0] = static_cast<float>(view.plane().constants().equal_earth_y0);
    } else if (const auto fan = view.plane().fan(); fan && fan->radius * view.px_per_radius() < kFarthest_px) {
        edge.kind = Kind::Fan;
        edge.shape = {static_cast<float>(fan->pole.x), static_cast<float>(fan->pole.y), static_cast<float>(fan->radius),
                      static_cast<float>(fan->half_angle), fan->upward ? -1.f : 1.f};
    }
    return edge;
}

float MapEdge::inside_px(PointPx point) const {
    if (kind == Kind::None) return 1e9f;
    const float dx = point.x - center.x, dy = point.y - center.y;
    if (kind == Kind::Circle) return radius_px - std::hypot(dx, dy);
    const float x = (cos * dx + sin * dy) / px_per_radius, y = (-sin * dx + cos * dy) / px_per_radius;
    if (kind == Kind::EqualEarth) {
        const float north = shape[0] - y, height = std::min(std::abs(north), kPoleY);
        float theta = height / 1.2f;
        for (int i = 0; i < 4; ++i) theta -= (equal_earth_y(theta) - height) / equal_earth_slope(theta);
        const float reach = std::numbers::pi_v<float> * std::cos(theta) / (kHalfRoot3 * equal_earth_slope(theta));
        return px_per_radius * std::min(reach - std::abs(x), kPoleY - std::abs(north));
    }
    const float east = x - shape[0], down = (y - shape[1]) * shape[4], away = std::hypot(east, down);
    const float to_cut = shape[3] > 3.1415f ? 1e9f : (shape[3] - std::abs(std::atan2(east, down))) * away;
    return px_per_radius * std::min(shape[2] - away, to_cut);
}

}  // namespace dateline::view
