#include "geo/lonlat.h"

#include <GeographicLib/Geodesic.hpp>

#include <algorithm>

namespace dateline::geo {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double radians(double degrees) { return degrees * kPi / 180; }
constexpr double degrees(double radians) { return radians * 180 / kPi; }

/// A unit vector from the Earth's centre; exact where spherical trigonometry has poles.
struct Direction {
    double x = 0, y = 0, z = 0;
};
Direction operator*(double k, Direction d) { return {k * d.x, k * d.y, k * d.z}; }
Direction operator+(Direction a, Direction b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
double dot(Direction a, Direction b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

Direction direction_of(LonLat p) {
    const double lon = radians(p.lon_deg), lat = radians(p.lat_deg);
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}
LonLat lonlat_of(Direction d) { return {degrees(std::atan2(d.y, d.x)), degrees(std::atan2(d.z, std::hypot(d.x, d.y)))}; }

/// The unit vector at `p` that leaves toward `bearing`.
Direction heading(LonLat p, double bearing) {
    const double lon = radians(p.lon_deg), lat = radians(p.lat_deg);
    const Direction north{-std::sin(lat) * std::cos(lon), -std::sin(lat) * std::sin(lon), std::cos(lat)};
    const Direction east{-std::sin(lon), std::cos(lon), 0};
    return std::cos(bearing) * north + std::sin(bearing) * east;
}

}  // namespace

double distance_m(LonLat a, LonLat b) {
    const double sin_lat = std::sin(radians(b.lat_deg - a.lat_deg) / 2);
    const double sin_lon = std::sin(radians(b.lon_deg - a.lon_deg) / 2);
    const double h = sin_lat * sin_lat + std::cos(radians(a.lat_deg)) * std::cos(radians(b.lat_deg)) * sin_lon * sin_lon;
    return 2 * kEarthRadiusM * std::asin(std::min(1.0, std::sqrt(h)));
}

double geodesic_m(LonLat a, LonLat b) {
    double length_m = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.lat_deg, a.lon_deg, b.lat_deg, b.lon_deg, length_m);
    return length_m;
}

double bearing_deg(LonLat a, LonLat b) {
    const double dlon = radians(b.lon_deg - a.lon_deg);
    const double lat_a = radians(a.lat_deg), lat_b = radians(b.lat_deg);
    const double east = std::sin(dlon) * std::cos(lat_b);
    const double north = std::cos(lat_a) * std::sin(lat_b) - std::sin(lat_a) * std::cos(lat_b) * std::cos(dlon);
    const double bearing = degrees(std::atan2(east, north));
    return bearing < 0 ? std::fmod(bearing + 360, 360) : bearing;
}

LonLat destination(LonLat a, double bearing_deg, double distance_m) {
    const double angle = distance_m / kEarthRadiusM;
    return lonlat_of(std::cos(angle) * direction_of(a) + std::sin(angle) * heading(a, radians(bearing_deg)));
}

std::vector<LonLat> great_circle(LonLat a, LonLat b, double step_m) {
    const Direction start = direction_of(a), end = direction_of(b);
    const double angle = distance_m(a, b) / kEarthRadiusM;
    Direction leaving = end + (-dot(start, end)) * start;
    const double size = std::sqrt(dot(leaving, leaving));
    // Between antipodes every meridian is a shortest way: the one over the north pole.
    leaving = size > 1e-12 ? (1 / size) * leaving : heading(a, 0);

    const double wanted = step_m > 0 ? std::ceil(angle * kEarthRadiusM / step_m) : 1;
    const int steps = static_cast<int>(std::clamp(wanted, 1.0, 100'000.0));
    std::vector<LonLat> points{a};
    for (int i = 1; i < steps; ++i) {
        const double t = angle * i / steps;
        points.push_back(lonlat_of(std::cos(t) * start + std::sin(t) * leaving));
    }
    points.push_back(b);
    return points;
}

}  // namespace dateline::geo
