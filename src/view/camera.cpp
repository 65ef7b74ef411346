#include "view/camera.h"

#include "view/map_plane.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kTilePx = 512;
constexpr double kLeastCosine = 0.0872;  // as in map_plane.cpp
constexpr double kAtPoleRadii = 1e-3;
constexpr double kDiscShare = 0.9;            // of the short side that a whole globe takes; arcs rise above it
constexpr double kFarthestCurvedLatDeg = 89;  // of a centre: a step further all longitudes are one

double wrapped(double x) { return x - std::floor(x); }

/// Latitudes that Mercator shows as a square; beyond lies only ice.
double clamped_lat(double lat_deg) { return std::clamp(lat_deg, -geo::kMercatorMaxLatDeg, geo::kMercatorMaxLatDeg); }

PointPx center_of(RectPx rect) { return {rect.x + 0.5f * rect.w, rect.y + 0.5f * rect.h}; }

/// From the map's centre to `point`, in world units of a flat map.
geo::WorldPoint world_offset(const MapTransform& map, PointPx point) {
    const PointPx middle = center_of(map.rect);
    const double c = std::cos(map.bearing_rad), s = std::sin(map.bearing_rad);
    const double dx = double{point.x} - double{middle.x}, dy = double{point.y} - double{middle.y};
    return {(c * dx + s * dy) / map.world_px, (-s * dx + c * dy) / map.world_px};
}

bool is_flat(const MapTransform& map) { return map.projection == Projection::Mercator || map.morph <= 0; }

double cosine_of(geo::WorldPoint center) {
    return std::max(std::cos(geo::lonlat_from(center).lat_deg * std::numbers::pi / 180), kLeastCosine);
}

geo::WorldPoint moved(geo::WorldPoint center, double lon_deg, double lat_deg) {
    const geo::LonLat at = geo::lonlat_from(center);
    const double lat = std::clamp(at.lat_deg + lat_deg, -kFarthestCurvedLatDeg, kFarthestCurvedLatDeg);
    return {wrapped(center.x + lon_deg / 360), geo::world_from({0, lat}).y};
}

MapTransform centered(const MapTransform& map, geo::WorldPoint center) {
    MapTransform next = map;
    next.center = center;
    return next;
}

/// Newton's method on the screen, from a centre that is nearly right; turns of a globe by what is amiss do not converge about
/// the poles, nor near its rim.
geo::WorldPoint refined(const MapTransform& map, geo::WorldPoint center, geo::WorldPoint held, PointPx at) {
    constexpr int kSteps = 12, kHalvings = 6;
    constexpr double kDeg = 1e-3, kNear_px = 0.01;
    const auto amiss = [&](geo::WorldPoint from) {
        const PointPx seen = screen_from_world(centered(map, from), held);
        return std::pair{double{seen.x} - double{at.x}, double{seen.y} - double{at.y}};
    };
    auto [x, y] = amiss(center);
    for (int step = 0; step < kSteps && std::hypot(x, y) > kNear_px; ++step) {
        const double d = kDeg * std::min(1.0, 512 / map.world_px * 8);
        const auto [ex, ey] = amiss(moved(center, d, 0));
        const auto [nx, ny] = amiss(moved(center, 0, d));
        const double a = (ex - x) / d, b = (nx - x) / d, c = (ey - y) / d, e = (ny - y) / d, det = a * e - b * c;
        if (std::abs(det) < 1e-12) break;
        const double lon = std::clamp(-(e * x - b * y) / det, -30.0, 30.0), lat = std::clamp(-(a * y - c * x) / det, -15.0, 15.0);
        bool better = false;
        for (double part = 1; !better && part > std::exp2(-kHalvings); part /= 2) {
            const geo::WorldPoint next = moved(center, part * lon, part * lat);
            const auto [u, v] = amiss(next);
            better = std::hypot(u, v) < std::hypot(x, y);
            if (better) center = next, x = u, y = v;
        }
        if (!better) break;
    }
    return center;
}

/// The centre from which a curved map shows `held` at `at`; found by steps, as turning the globe by what is amiss.
geo::WorldPoint center_holding(const MapTransform& map, geo::WorldPoint held, PointPx at) {
    geo::WorldPoint center = map.center;
    const geo::LonLat wanted = geo::lonlat_from(held);
    for (int i = 0; i < 12; ++i) {
        const auto under = PlaneView(centered(map, center)).world(at);
        if (!under) break;
        const geo::LonLat now = geo::lonlat_from(*under);
        const double lon = std::remainder(wanted.lon_deg - now.lon_deg, 360.0), lat = wanted.lat_deg - now.lat_deg;
        if (std::abs(lon) + std::abs(lat) < 1e-10) break;
        center = moved(center, std::clamp(lon, -20.0, 20.0), std::clamp(lat, -10.0, 10.0));
    }
    return refined(map, center, held, at);
}

/// Where a globe can show what is under `at`: a globe that has shrunk from under it does so at its rim.
PointPx within_limb(const MapTransform& before, const MapTransform& map, PointPx at) {
    constexpr float kShare = 0.9f;  // beyond, a place is seen too much from the side
    const auto limb = PlaneView(map).limb(), limb_before = PlaneView(before).limb();
    if (!limb || !limb_before) return at;
    const float dx = at.x - limb->center.x, dy = at.y - limb->center.y, away = std::hypot(dx, dy);
    const float most = std::max(kShare, std::min(away / limb_before->radius, 0.999f)) * limb->radius;
    return away <= most ? at : PointPx{limb->center.x + dx * most / away, limb->center.y + dy * most / away};
}

}  // namespace

geo::WorldPoint held_center(geo::WorldPoint center, Projection projection) {
    if (projection == Projection::Mercator) return {wrapped(center.x), std::clamp(center.y, 0.0, 1.0)};
    return moved(center, 0, 0);
}

MapTransform transform_of(const Camera& camera, RectPx rect, float scale) {
    MapTransform map;
    map.rect = rect;
    map.center = camera.center;
    map.world_px = kTilePx * std::exp2(camera.zoom) * double{scale};
    map.bearing_rad = -camera.bearing_deg * std::numbers::pi / 180;  // east up: the map is turned to the left
    map.projection = camera.projection;
    map.morph = camera.morph;
    return map;
}

PointPx screen_from_world(const MapTransform& map, geo::WorldPoint point) {
    const PlaneView view(map);
    return view.screen(view.plane().nearest(point)).at;
}

geo::WorldPoint world_from_screen(const MapTransform& map, PointPx point) {
    const PlaneView view(map);
    if (const auto world = view.world(point)) return *world;
    // Toward the centre until the map begins.
    const PointPx middle = center_of(map.rect);
    double inside = 0, outside = 1;
    geo::WorldPoint nearest = map.center;
    for (int i = 0; i < 40; ++i) {
        const double t = 0.5 * (inside + outside);
        const auto way = static_cast<float>(t);
        const auto world = view.world({middle.x + (point.x - middle.x) * way, middle.y + (point.y - middle.y) * way});
        (world ? inside : outside) = t;
        if (world) nearest = *world;
    }
    return nearest;
}

double ground_m_per_px(const MapTransform& map, geo::LonLat at) {
    const double shrink = std::cos(clamped_lat(at.lat_deg) * std::numbers::pi / 180);
    if (is_flat(map)) return geo::kMercatorCircumferenceM * shrink / map.world_px;
    // By the area that a small square takes: away from the centre a map may be squeezed one way.
    const PlaneView view(map);
    constexpr double kStep = 1e-5;
    const geo::WorldPoint p = view.plane().nearest(geo::world_from(at));
    const geo::PlanePoint o = view.plane().at(p), e = view.plane().at({p.x + kStep, p.y}), s = view.plane().at({p.x, p.y + kStep});
    const double area = std::abs((e.x - o.x) * (s.y - o.y) - (e.y - o.y) * (s.x - o.x));
    const double px = std::sqrt(area) * view.px_per_radius();
    return geo::kMercatorCircumferenceM * shrink * kStep / std::max(px, 1e-9);
}

namespace {

/// Half of the height of a flat map along its meridians, px.
double half_height_px(const Camera& camera, RectPx rect) {
    const double turn = camera.bearing_deg * std::numbers::pi / 180;
    return 0.5 * (std::abs(std::cos(turn)) * double{rect.h} + std::abs(std::sin(turn)) * double{rect.w});
}

}  // namespace

double least_zoom(const Camera& camera, RectPx rect, float scale) {
    const double world_px = kTilePx * double{scale}, side = kDiscShare * std::min(double{rect.w}, double{rect.h});
    if (rect.w <= 0 || rect.h <= 0) return kMinZoom;
    if (camera.projection == Projection::Mercator) return std::max(kMinZoom, std::log2(2 * half_height_px(camera, rect) / world_px));
    if (camera.projection != Projection::Globe) return std::max(kMinZoom, std::log2(2 * std::numbers::pi * side / 4 / world_px));
    // The eye comes nearer as the globe grows: a few rounds settle it.
    Camera whole = camera;
    whole.morph = 1;
    for (int round = 0; round < 6; ++round) {
        const auto limb = PlaneView(transform_of(whole, rect, scale)).limb();
        if (!limb || limb->radius <= 0) return kMinZoom;
        whole.zoom += std::log2(0.5 * side / double{limb->radius});
    }
    return std::max(kMinZoom, whole.zoom);
}

double held_zoom(const Camera& camera, double zoom, RectPx rect, float scale) {
    return std::clamp(zoom, std::min(camera.zoom, least_zoom(camera, rect, scale)), kMaxZoom);
}

Camera held_on_world(Camera camera, RectPx rect, float scale) {
    if (camera.projection != Projection::Mercator) return camera;
    const double half = half_height_px(camera, rect) / (kTilePx * std::exp2(camera.zoom) * double{scale});
    camera.center.y = half >= 0.5 ? 0.5 : std::clamp(camera.center.y, half, 1 - half);
    return camera;
}

Camera zoomed_at(const Camera& camera, const MapTransform& map, PointPx cursor, double zoom_by) {
    Camera next = camera;
    next.zoom = std::clamp(camera.zoom + zoom_by, kMinZoom, kMaxZoom);
    if (!is_flat(map)) {
        const auto held = PlaneView(map).world(cursor);
        MapTransform closer = map;
        closer.world_px *= std::exp2(next.zoom - camera.zoom);
        if (held) next.center = center_holding(closer, *held, within_limb(map, closer, cursor));
        return next;
    }
    const double shrink = 1 - std::exp2(camera.zoom - next.zoom);
    const geo::WorldPoint offset = world_offset(map, cursor);
    next.center = held_center({camera.center.x + offset.x * shrink, camera.center.y + offset.y * shrink}, Projection::Mercator);
    return next;
}

Camera panned(const Camera& camera, const MapTransform& map, PointPx from, PointPx to) {
    Camera next = camera;
    if (!is_flat(map)) {
        const PlaneView view(map);
        const auto held = view.world(from);
        if (held && view.world(to)) {
            next.center = center_holding(map, *held, to);
            return next;
        }
        // Beside the globe: as a ball is turned.
        const double deg_px = 180 / std::numbers::pi / view.px_per_radius();
        const double dx = double{to.x} - double{from.x}, dy = double{to.y} - double{from.y};
        const double c = std::cos(map.bearing_rad), s = std::sin(map.bearing_rad);
        next.center = moved(camera.center, -(c * dx + s * dy) * deg_px / cosine_of(camera.center), (-s * dx + c * dy) * deg_px);
        return next;
    }
    const geo::WorldPoint a = world_offset(map, from), b = world_offset(map, to);
    next.center = held_center({camera.center.x + a.x - b.x, camera.center.y + a.y - b.y}, Projection::Mercator);
    return next;
}

Camera in_projection(const Camera& camera, Projection projection) {
    Camera next = camera;
    const auto curved = [](const Camera& c) { return c.projection == Projection::Mercator ? 0 : std::clamp(c.morph, 0.0, 1.0); };
    next.projection = projection;
    next.morph = 1;
    // The scale at the centre holds: see PlaneView.
    next.zoom += (curved(camera) - curved(next)) * std::log2(cosine_of(camera.center));
    next.center = held_center(camera.center, projection);
    return next;
}

namespace {

/// What a cone about one pole can show of a box: the other pole is infinitely far away, and what is near it far too large.
geo::LonLatBox on_cone(geo::LonLatBox box) {
    constexpr double kFarthestDeg = 65;
    const bool north = box.south_deg + box.north_deg >= 0;
    if (north) box.south_deg = std::max(box.south_deg, -kFarthestDeg);
    else box.north_deg = std::min(box.north_deg, kFarthestDeg);
    // Over both hemispheres the cone is all but a cylinder.
    if (box.south_deg < 0 && box.north_deg > 0)
        box.south_deg = std::max(box.south_deg, -80.0), box.north_deg = std::min(box.north_deg, 80.0);
    return box;
}

/// Points along the edges of a box and across it.
std::vector<geo::WorldPoint> spread_over(const geo::LonLatBox& box) {
    constexpr int kSteps = 12;
    std::vector<geo::WorldPoint> points;
    for (int row = 0; row <= kSteps; ++row)
        for (int column = 0; column <= kSteps; ++column)
            points.push_back(geo::world_from(
                {box.west_deg + box.width_deg() * column / kSteps, box.south_deg + (box.north_deg - box.south_deg) * row / kSteps}));
    return points;
}

/// The scale and the centre, at first `first_center`, depend on each other, a little: a few rounds settle them.
Camera fitting_curved(const std::vector<geo::WorldPoint>& points, geo::WorldPoint first_center, RectPx rect, double room_x, double room_y,
                      float scale, Projection projection, double bearing_deg) {
    geo::WorldBox held;  // of a conic map, the middle of the picture is no farther off than the box, wherever far corners go
    for (const geo::WorldPoint p : points) held.include(p);
    MapTransform map;
    map.rect = rect;
    map.projection = projection;
    const double turn = -bearing_deg * std::numbers::pi / 180, c = std::cos(turn), s = std::sin(turn);
    map.center = first_center;
    map.world_px = 2 * std::numbers::pi * std::min(room_x, room_y) / 2;
    int over_rim = 0;                     // rounds in which not all was seen: from nearer still less would be
    bool at_pole = false, aside = false;  // aside: the centre cannot be in the middle of what is seen
    for (int round = 0; round < 8; ++round) {
        const PlaneView view(map);
        double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
        bool hidden = false;
        for (const geo::WorldPoint p : points) {
            const geo::PlanePoint at = view.plane().at(view.plane().nearest(p));
            hidden = hidden || at.front < -1e-6;  // the edge itself is seen
            if (at.front < -1e-6) continue;
            const double x = c * at.x - s * at.y, y = s * at.x + c * at.y;  // as it lies on the screen
            x0 = std::min(x0, x), x1 = std::max(x1, x);
            y0 = std::min(y0, y), y1 = std::max(y1, y);
        }
        over_rim += hidden ? 1 : 0;
        const bool whole = projection == Projection::Globe && over_rim > (hidden ? 0 : 1);  // the globe, from afar
        if (whole) {
            const double limb = view.plane().limb_radius().value_or(1),
                         radius_px = kDiscShare / 2 * std::min(double{rect.w}, double{rect.h}) / limb;
            map.center = first_center;
            map.world_px = 2 * std::numbers::pi * radius_px;
            continue;
        }
        if (aside) x1 = std::max(-x0, x1), x0 = -x1, y1 = std::max(-y0, y1), y0 = -y1;
        const double radius_px = std::min(room_x / std::max(x1 - x0, 1e-9), room_y / std::max(y1 - y0, 1e-9));
        map.world_px = 2 * std::numbers::pi * radius_px;
        if (hidden) continue;
        const double x = (x0 + x1) / 2, y = (y0 + y1) / 2;
        const double plane_x = c * x + s * y, plane_y = -s * x + c * y;
        const auto middle = view.plane().world_at(plane_x, plane_y);
        if (const auto fan = view.plane().fan(); !fan) {
            if (middle) map.center = moved(*middle, 0, 0);
        } else if (!at_pole && std::hypot(plane_x - fan->pole.x, plane_y - fan->pole.y) <
                                   kAtPoleRadii) {  // all round a pole, which no centre is quite at
            map.center = moved({map.center.x, geo::world_from({0, fan->upward ? -90.0 : 90.0}).y}, 0, 0);
            at_pole = aside = true;
        } else if (!at_pole && middle) {
            map.center = moved({middle->x, std::clamp(middle->y, held.y0, held.y1)}, 0, 0);
            aside = aside || middle->y < held.y0 || middle->y > held.y1;
        }
    }
    Camera camera;
    camera.projection = projection;
    camera.bearing_deg = bearing_deg;
    camera.center = map.center;
    camera.zoom = std::clamp(std::log2(map.world_px / (kTilePx * double{scale})), kMinZoom, kMaxZoom);
    return camera;
}

}  // namespace

Camera fitting(const geo::LonLatBox& box, RectPx rect, float padding_px, float scale, Projection projection, double bearing_deg) {
    Camera camera;
    camera.bearing_deg = bearing_deg;
    if (!box.valid() || rect.w <= 0 || rect.h <= 0) return camera;
    const geo::WorldPoint north_west = geo::world_from({box.west_deg, clamped_lat(box.north_deg)});
    const geo::WorldPoint south_east = geo::world_from({box.east_deg, clamped_lat(box.south_deg)});
    const double width = box.width_deg() / 360;
    const double height = south_east.y - north_west.y;
    const double room_x = std::max(1.0, double{rect.w} - 2 * double{padding_px});
    const double room_y = std::max(1.0, double{rect.h} - 2 * double{padding_px});
    if (projection != Projection::Mercator) {
        const geo::WorldPoint middle =
            moved({(box.west_deg + 0.5 * box.width_deg() + 180) / 360, geo::world_from({0, (box.south_deg + box.north_deg) / 2}).y}, 0, 0);
        return fitting_curved(spread_over(projection == Projection::LambertConformal ? on_cone(box) : box), middle, rect, room_x, room_y,
                              scale, projection, bearing_deg);
    }
    const double c = std::abs(std::cos(bearing_deg * std::numbers::pi / 180)), s = std::abs(std::sin(bearing_deg * std::numbers::pi / 180));
    const double world_px = std::min(room_x / std::max(c * width + s * height, 1e-9), room_y / std::max(s * width + c * height, 1e-9));
    camera.center = {wrapped(north_west.x + 0.5 * width), north_west.y + 0.5 * height};
    camera.zoom = std::clamp(std::log2(world_px / (kTilePx * double{scale})), kMinZoom, kMaxZoom);
    return camera;
}

Camera fitting_globe(const std::vector<geo::LonLat>& places, RectPx rect, float padding_px, float scale, double bearing_deg) {
    constexpr double kOneSided = 0.05;  // of the mean direction's length: below, they lie all round
    std::vector<geo::WorldPoint> points;
    double x = 0, y = 0, z = 0;
    for (const geo::LonLat place : places) {
        const double lon = place.lon_deg * std::numbers::pi / 180, lat = place.lat_deg * std::numbers::pi / 180;
        x += std::cos(lat) * std::cos(lon), y += std::cos(lat) * std::sin(lon), z += std::sin(lat);
        points.push_back(geo::world_from(place));
    }
    const double length = std::sqrt(x * x + y * y + z * z);
    if (rect.w <= 0 || rect.h <= 0 || length < kOneSided * static_cast<double>(places.size()) || places.empty())
        return fitting(geo::box_around(places), rect, padding_px, scale, Projection::Globe, bearing_deg);
    const geo::LonLat middle{std::atan2(y, x) * 180 / std::numbers::pi,
                             std::asin(std::clamp(z / length, -1.0, 1.0)) * 180 / std::numbers::pi};
    const double room_x = std::max(1.0, double{rect.w} - 2 * double{padding_px}),
                 room_y = std::max(1.0, double{rect.h} - 2 * double{padding_px});
    return fitting_curved(points, moved(geo::world_from(middle), 0, 0), rect, room_x, room_y, scale, Projection::Globe, bearing_deg);
}

bool shows_whole(const Camera& camera, const geo::LonLatBox& box, RectPx rect, float scale) {
    const PlaneView view(transform_of(camera, rect, scale));
    const geo::LonLatBox shown{box.west_deg, clamped_lat(box.south_deg), box.east_deg, clamped_lat(box.north_deg)};
    const RectPx reach{rect.x - 2, rect.y - 2, rect.w + 4, rect.h + 4};
    const std::vector<geo::WorldPoint> points = spread_over(shown);
    return std::all_of(points.begin(), points.end(), [&](geo::WorldPoint p) {
        const PlaneView::Seen seen = view.screen(view.plane().nearest(p));
        return seen.front >= -1e-6 && reach.contains(seen.at);
    });
}

}  // namespace dateline::view
