#pragma once

#include <cmath>
#include <numbers>
#include <vector>

namespace dateline::geo {

/// WGS 84, degrees, longitude first everywhere.
struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    bool operator==(const LonLat&) const = default;
};

/// west > east: the box crosses the antimeridian.
struct LonLatBox {
    double west_deg = 180, south_deg = 90, east_deg = -180, north_deg = -90;

    static LonLatBox world() { return {-180, -90, 180, 90}; }
    bool valid() const { return south_deg <= north_deg; }
    bool crosses_antimeridian() const { return west_deg > east_deg; }
    double width_deg() const { return crosses_antimeridian() ? east_deg + 360 - west_deg : east_deg - west_deg; }
    LonLat center() const;
    bool contains(LonLat point) const;
    bool operator==(const LonLatBox&) const = default;
};

/// The smallest box around `points`, crossing the antimeridian where that is the smaller one.
LonLatBox box_around(const std::vector<LonLat>& points);
/// The smallest box around `boxes`; those that are not valid are left out.
LonLatBox united(const std::vector<LonLatBox>& boxes);

/// Web Mercator; the world is [0,1]², y down. Data may lie beyond it: -90° is clamped to -89.99°, which only a globe shows.
struct WorldPoint {
    double x = 0;
    double y = 0;
    bool operator==(const WorldPoint&) const = default;
};

struct WorldBox {
    double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
    void include(WorldPoint p);
    bool intersects(const WorldBox& other) const { return x0 <= other.x1 && other.x0 <= x1 && y0 <= other.y1 && other.y0 <= y1; }
};

inline constexpr double kEarthRadiusM = 6'371'008.8;                   ///< mean radius, IUGG
inline constexpr double kMercatorCircumferenceM = 40'075'016.6855785;  ///< WGS 84 equator
inline constexpr double kMercatorMaxLatDeg = 85.05112877980659;

WorldPoint world_from(LonLat point);
LonLat lonlat_from(WorldPoint point);

/// World minus the chunk's or camera's origin: small, so float suffices.
struct LocalPoint {
    float x = 0;
    float y = 0;
};

/// Uses the copy of `point` nearest `origin`, so nothing jumps at the antimeridian.
inline LocalPoint local_from(WorldPoint point, WorldPoint origin) {
    double dx = point.x - origin.x;
    dx -= std::round(dx);
    return {static_cast<float>(dx), static_cast<float>(point.y - origin.y)};
}

/// Great-circle distance on the mean sphere (haversine), metres.
double distance_m(LonLat a, LonLat b);
/// Distance on the WGS 84 ellipsoid, metres (Karney's method where the library offers it, else Vincenty's inverse; < 1 mm).
double geodesic_m(LonLat a, LonLat b);
/// Initial bearing at `a` toward `b`, degrees clockwise from north, 0..360.
double bearing_deg(LonLat a, LonLat b);
/// The point `distance_m` along `bearing_deg` from `a`, on the mean sphere.
LonLat destination(LonLat a, double bearing_deg, double distance_m);
/// Points along the great circle from a to b, both included, no gap larger than `step_m`.
std::vector<LonLat> great_circle(LonLat a, LonLat b, double step_m);

}  // namespace dateline::geo
