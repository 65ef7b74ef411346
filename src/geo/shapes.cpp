#include "geo/geometry.h"
#include "geo/unroll.h"

#include <algorithm>

namespace dateline::geo {

namespace {

Line rectangle(double west_deg, double east_deg) {
    return {{west_deg, -90}, {east_deg, -90}, {east_deg, 90}, {west_deg, 90}, {west_deg, -90}};
}

/// Counterclockwise; longitudes run on and stay around the centre's.
Line circle(LonLat center, double radius_m, int segments) {
    Line ring;
    for (int i = 0; i < segments; ++i) ring.push_back(destination(center, 360.0 - 360.0 * i / segments, radius_m));
    ring.push_back(ring.front());
    const double reach_deg = radius_m / kEarthRadiusM * 180 / std::numbers::pi;
    ring = unrolled_ring(ring, center.lat_deg + reach_deg > 90 ? 90 : -90);
    const auto [west, east] =
        std::minmax_element(ring.begin(), ring.end(), [](const LonLat& a, const LonLat& b) { return a.lon_deg < b.lon_deg; });
    const double turn_deg = 360 * std::round((center.lon_deg - (west->lon_deg + east->lon_deg) / 2) / 360);
    for (LonLat& p : ring) p.lon_deg += turn_deg;
    return ring;
}

/// Squared distance of `p` from the segment a–b.
double squared_distance(LonLat p, LonLat a, LonLat b) {
    const double dx = b.lon_deg - a.lon_deg, dy = b.lat_deg - a.lat_deg;
    const double squared = dx * dx + dy * dy;
    const double t = squared > 0 ? ((p.lon_deg - a.lon_deg) * dx + (p.lat_deg - a.lat_deg) * dy) / squared : 0;
    const double s = std::clamp(t, 0.0, 1.0);
    const double x = a.lon_deg + s * dx - p.lon_deg, y = a.lat_deg + s * dy - p.lat_deg;
    return x * x + y * y;
}

}  // namespace

Polygon disc(LonLat center, double radius_km, int segments) {
    const double radius_m = radius_km * 1000;
    const double half_way_m = std::numbers::pi * kEarthRadiusM;
    if (!(radius_m > 0) || segments < 3) return {};
    if (radius_m >= half_way_m) return {rectangle(center.lon_deg - 180, center.lon_deg + 180)};
    const double reach_deg = radius_m / half_way_m * 180;
    if (center.lat_deg + reach_deg <= 90 || center.lat_deg - reach_deg >= -90) return {circle(center, radius_m, segments)};
    // Both poles lie within: all the world but the disc around the antipode.
    const LonLat antipode{center.lon_deg + (center.lon_deg > 0 ? -180 : 180), -center.lat_deg};
    Line hole = circle(antipode, half_way_m - radius_m, segments);
    std::reverse(hole.begin(), hole.end());
    return {rectangle(antipode.lon_deg - 180, antipode.lon_deg + 180), std::move(hole)};
}

Line simplify(const Line& line, double tolerance_deg) {
    if (line.size() < 3 || !(tolerance_deg > 0)) return line;
    Line flat = unrolled(line);
    if (flat.size() != line.size()) return simplify(flat, tolerance_deg);  // points that are not finite are gone
    const double narrowing = std::cos(flat[flat.size() / 2].lat_deg * std::numbers::pi / 180);
    for (LonLat& p : flat) p.lon_deg *= narrowing;

    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance_deg * tolerance_deg;
        std::size_t split = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double d = squared_distance(flat[i], flat[first], flat[last]);
            if (d <= farthest) continue;
            farthest = d;
            split = i;
        }
        if (split == 0) continue;
        kept[split] = true;
        open.push_back({first, split});
        open.push_back({split, last});
    }
    Line out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i]) out.push_back(line[i]);
    return out;
}

}  // namespace dateline::geo
