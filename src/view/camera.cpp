#include "view/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kTilePx = 512;

double wrapped(double x) { return x - std::floor(x); }

/// Latitudes that Mercator shows as a square; beyond lies only ice.
double clamped_lat(double lat_deg) { return std::clamp(lat_deg, -geo::kMercatorMaxLatDeg, geo::kMercatorMaxLatDeg); }

struct Turn {
    double c, s;
    explicit Turn(double bearing_rad) : c(std::cos(bearing_rad)), s(std::sin(bearing_rad)) {}
};

PointPx center_of(RectPx rect) { return {rect.x + 0.5f * rect.w, rect.y + 0.5f * rect.h}; }

/// From the map's centre to `point`, in world units.
geo::WorldPoint world_offset(const MapTransform& map, PointPx point) {
    const PointPx middle = center_of(map.rect);
    const Turn turn(map.bearing_rad);
    const double dx = double{point.x} - double{middle.x}, dy = double{point.y} - double{middle.y};
    return {(turn.c * dx + turn.s * dy) / map.world_px, (-turn.s * dx + turn.c * dy) / map.world_px};
}

}  // namespace

MapTransform transform_of(const Camera& camera, RectPx rect, float scale) {
    MapTransform map;
    map.rect = rect;
    map.center = camera.center;
    map.world_px = kTilePx * std::exp2(camera.zoom) * double{scale};
    map.bearing_rad = camera.bearing_deg * std::numbers::pi / 180;
    map.projection = camera.projection;
    return map;
}

PointPx screen_from_world(const MapTransform& map, geo::WorldPoint point) {
    double dx = point.x - map.center.x;
    dx = (dx - std::round(dx)) * map.world_px;
    const double dy = (point.y - map.center.y) * map.world_px;
    const Turn turn(map.bearing_rad);
    const PointPx middle = center_of(map.rect);
    return {static_cast<float>(double{middle.x} + turn.c * dx - turn.s * dy),
            static_cast<float>(double{middle.y} + turn.s * dx + turn.c * dy)};
}

geo::WorldPoint world_from_screen(const MapTransform& map, PointPx point) {
    const geo::WorldPoint offset = world_offset(map, point);
    return {map.center.x + offset.x, map.center.y + offset.y};
}

double ground_m_per_px(const MapTransform& map, geo::LonLat at) {
    const double shrink = std::cos(clamped_lat(at.lat_deg) * std::numbers::pi / 180);
    return geo::kMercatorCircumferenceM * shrink / map.world_px;
}

Camera zoomed_at(const Camera& camera, const MapTransform& map, PointPx cursor, double zoom_by) {
    Camera next = camera;
    next.zoom = std::clamp(camera.zoom + zoom_by, kMinZoom, kMaxZoom);
    const double shrink = 1 - std::exp2(camera.zoom - next.zoom);
    const geo::WorldPoint offset = world_offset(map, cursor);
    next.center = {wrapped(camera.center.x + offset.x * shrink), std::clamp(camera.center.y + offset.y * shrink, 0.0, 1.0)};
    return next;
}

Camera panned(const Camera& camera, const MapTransform& map, PointPx from, PointPx to) {
    const geo::WorldPoint a = world_offset(map, from), b = world_offset(map, to);
    Camera next = camera;
    next.center = {wrapped(camera.center.x + a.x - b.x), std::clamp(camera.center.y + a.y - b.y, 0.0, 1.0)};
    return next;
}

Camera fitting(const geo::LonLatBox& box, RectPx rect, float padding_px, float scale) {
    Camera camera;
    if (!box.valid() || rect.w <= 0 || rect.h <= 0) return camera;
    const geo::WorldPoint north_west = geo::world_from({box.west_deg, clamped_lat(box.north_deg)});
    const geo::WorldPoint south_east = geo::world_from({box.east_deg, clamped_lat(box.south_deg)});
    const double width = box.width_deg() / 360;
    const double height = south_east.y - north_west.y;
    const double room_x = std::max(1.0, double{rect.w} - 2 * double{padding_px});
    const double room_y = std::max(1.0, double{rect.h} - 2 * double{padding_px});
    const double world_px = std::min(room_x / std::max(width, 1e-9), room_y / std::max(height, 1e-9));
    camera.center = {wrapped(north_west.x + 0.5 * width), north_west.y + 0.5 * height};
    camera.zoom = std::clamp(std::log2(world_px / (kTilePx * double{scale})), kMinZoom, kMaxZoom);
    return camera;
}

}  // namespace dateline::view
