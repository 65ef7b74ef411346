#include "geo/unroll.h"

#include <algorithm>

namespace dateline::geo {

namespace {

struct Extent {
    double west_deg = 1e9, east_deg = -1e9;
    double middle_deg() const { return (west_deg + east_deg) / 2; }
};

Extent extent_of(const Line& line) {
    Extent e;
    for (const LonLat& p : line) {
        e.west_deg = std::min(e.west_deg, p.lon_deg);
        e.east_deg = std::max(e.east_deg, p.lon_deg);
    }
    return e;
}

void shift(Line& line, double by_deg) {
    for (LonLat& p : line) p.lon_deg += by_deg;
}

}  // namespace

Line unrolled(const Line& line) {
    Line out;
    out.reserve(line.size());
    double turns_deg = 0;
    for (const LonLat& p : line) {
        if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg)) continue;
        LonLat next{p.lon_deg + turns_deg, p.lat_deg};
        if (!out.empty()) {
            const double step_deg = next.lon_deg - out.back().lon_deg;
            if (std::abs(step_deg) > 180 && std::abs(step_deg) < 360 - 1e-9) {
                const double turn_deg = -360 * std::round(step_deg / 360);
                turns_deg += turn_deg;
                next.lon_deg += turn_deg;
            }
        }
        out.push_back(next);
    }
    return out;
}

Line unrolled_ring(const Line& ring) {
    double sum_lat_deg = 0;
    for (const LonLat& p : ring)
        if (std::isfinite(p.lat_deg)) sum_lat_deg += p.lat_deg;
    return unrolled_ring(ring, sum_lat_deg < 0 ? -90 : 90);
}

Line unrolled_ring(const Line& ring, double pole_deg) {
    Line out = unrolled(ring);
    if (out.size() < 2) return out;
    const LonLat start = out.front();
    if (std::abs(std::abs(out.back().lon_deg - start.lon_deg) - 360) > 1e-9) return out;
    out.push_back({out.back().lon_deg, pole_deg});
    out.push_back({start.lon_deg, pole_deg});
    out.push_back(start);
    return out;
}

Polygon unrolled(const Polygon& polygon) {
    Polygon out;
    for (const Line& ring : polygon) {
        out.push_back(unrolled_ring(ring));
        if (out.size() == 1 || out.back().empty() || out.front().empty()) continue;
        const Extent outer = extent_of(out.front()), hole = extent_of(out.back());
        shift(out.back(), 360 * std::round((outer.middle_deg() - hole.middle_deg()) / 360));
    }
    return out;
}

}  // namespace dateline::geo
