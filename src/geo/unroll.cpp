#include "geo/unroll.h"

#include <algorithm>
#include <cmath>

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

bool is_near(double a, double b) { return std::abs(a - b) < 1e-7; }

bool touches(const Polygon& polygon, double lon_deg) {
    return !polygon.empty() &&
           std::any_of(polygon.front().begin(), polygon.front().end(), [&](LonLat p) { return is_near(p.lon_deg, lon_deg); });
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

MultiPolygon rejoined(MultiPolygon area) {
    const Line* first = nullptr;
    for (Polygon& polygon : area) {
        if (!touches(polygon, 180) && !touches(polygon, -180)) continue;
        if (!first) first = &polygon.front();
        const double turn_deg = 360 * std::round((extent_of(*first).middle_deg() - extent_of(polygon.front()).middle_deg()) / 360);
        if (turn_deg == 0) continue;
        for (Line& ring : polygon) shift(ring, turn_deg);
    }
    return area;
}

MultiLine outline_of(const MultiPolygon& area) {
    const auto any = [&](double lon_deg) {
        return std::any_of(area.begin(), area.end(), [&](const Polygon& p) { return touches(p, lon_deg); });
    };
    const bool goes_on = any(180) && any(-180);
    const auto is_cut = [&](LonLat a, LonLat b) {
        const auto both = [](double v, double w, double at) { return is_near(std::abs(v), at) && is_near(std::abs(w), at); };
        return (goes_on && both(a.lon_deg, b.lon_deg, 180) && is_near(a.lon_deg, b.lon_deg)) || both(a.lat_deg, b.lat_deg, 90);
    };
    MultiLine lines;
    for (const Polygon& polygon : area) {
        for (const Line& ring : polygon) {
            bool open = false;
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const bool cut = is_cut(ring[i - 1], ring[i]);
                if (!cut && !open) lines.push_back({ring[i - 1]});
                if (!cut) lines.back().push_back(ring[i]);
                open = !cut;
            }
        }
    }
    return lines;
}

}  // namespace dateline::geo
