#include "geo/area_part.h"

#include <cmath>
#include <utility>

namespace dateline::geo {
namespace {

/// A line across a bearing, and how far beyond it a point lies, in degrees of latitude.
struct Cut {
    LonLat through;
    double east = 0, north = 0;

    double beyond(LonLat p) const {
        return std::remainder(p.lon_deg - through.lon_deg, 360.0) * east + (p.lat_deg - through.lat_deg) * north;
    }
};

/// Sutherland and Hodgman, Reentrant Polygon Clipping (1974), of one edge.
Line beyond(const Line& ring, const Cut& cut) {
    Line out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[i + 1];
        const double from = cut.beyond(a), to = cut.beyond(b);
        if (from >= 0) out.push_back(a);
        if ((from < 0) == (to < 0)) continue;
        const double share = from / (from - to);
        out.push_back({a.lon_deg + share * std::remainder(b.lon_deg - a.lon_deg, 360.0), a.lat_deg + share * (b.lat_deg - a.lat_deg)});
    }
    if (!out.empty()) out.push_back(out.front());
    constexpr std::size_t least = 4;  // a triangle, closed
    return out.size() < least ? Line{} : out;
}

}  // namespace

MultiPolygon beyond(const MultiPolygon& area, LonLat through, double bearing_deg) {
    const double bearing = bearing_deg * M_PI / 180;
    const Cut cut{through, std::sin(bearing) * std::cos(through.lat_deg * M_PI / 180), std::cos(bearing)};
    MultiPolygon out;
    for (const Polygon& polygon : area) {
        Polygon part;
        for (const Line& ring : polygon) {
            Line kept = beyond(ring, cut);
            if (kept.empty() && part.empty()) break;  // of what lies outside no hole is left
            if (!kept.empty()) part.push_back(std::move(kept));
        }
        if (!part.empty()) out.push_back(std::move(part));
    }
    return out;
}

}  // namespace dateline::geo
