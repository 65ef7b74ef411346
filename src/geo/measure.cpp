#include "geo/geometry.h"
#include "geo/longitudes.h"
#include "geo/unroll.h"

#include <algorithm>

namespace dateline::geo {

namespace {

void cover(const Line& line, Longitudes& longitudes, LonLatBox& box) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        longitudes.cover(line[i == 0 ? 0 : i - 1].lon_deg, line[i].lon_deg);
        box.south_deg = std::min(box.south_deg, line[i].lat_deg);
        box.north_deg = std::max(box.north_deg, line[i].lat_deg);
    }
}

/// The lines of `geometry` with longitudes that run on.
std::vector<Line> unrolled_lines(const Geometry& geometry) {
    std::vector<Line> out;
    if (const auto* point = std::get_if<LonLat>(&geometry)) out.push_back(unrolled(Line{*point}));
    if (const auto* lines = std::get_if<MultiLine>(&geometry))
        for (const Line& line : *lines) out.push_back(unrolled(line));
    if (const auto* areas = std::get_if<MultiPolygon>(&geometry))
        for (const Polygon& area : *areas)
            if (!area.empty()) out.push_back(unrolled_ring(area.front()));
    return out;
}

/// Of the sphere of radius one; exact for edges that are straight in longitude and sine of latitude.
double area_of(const Line& ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double dlon = (ring[i].lon_deg - ring[i - 1].lon_deg) * std::numbers::pi / 180;
        twice += dlon * (std::sin(ring[i].lat_deg * std::numbers::pi / 180) + std::sin(ring[i - 1].lat_deg * std::numbers::pi / 180));
    }
    return std::abs(twice) / 2;
}

LonLat middle_of(const Line& line) {
    double left_m = length_m(line) / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double edge_m = distance_m(line[i - 1], line[i]);
        if (edge_m >= left_m && edge_m > 0) return destination(line[i - 1], bearing_deg(line[i - 1], line[i]), left_m);
        left_m -= edge_m;
    }
    return line.front();
}

/// Where a ring meets the parallel of `lat_deg`, or with the axes swapped a meridian: from one end to the other, in pairs.
template <class Along, class Across>
std::vector<double> crossings(const Polygon& rings, double at, Along along, Across across) {
    std::vector<double> out;
    for (const Line& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double a = across(ring[i - 1]), b = across(ring[i]);
            if ((a > at) == (b > at)) continue;
            out.push_back(along(ring[i - 1]) + (at - a) / (b - a) * (along(ring[i]) - along(ring[i - 1])));
        }
    std::sort(out.begin(), out.end());
    return out;
}

/// A point with room on all four sides: of the middles of what some parallels have inside, the one farthest from the edge, in a
/// plane where a degree is as long one way as the other.
LonLat inside(const Polygon& polygon) {
    constexpr int kParallels = 15;
    const Polygon rings = unrolled(polygon);
    if (rings.empty() || rings.front().empty()) return {};
    double south = 90, north = -90;
    for (const LonLat& p : rings.front()) {
        south = std::min(south, p.lat_deg);
        north = std::max(north, p.lat_deg);
    }
    const double narrowing = std::max(0.05, std::cos((south + north) / 2 * std::numbers::pi / 180));
    const auto lon = [](LonLat p) { return p.lon_deg; };
    const auto lat = [](LonLat p) { return p.lat_deg; };
    LonLat best = rings.front().front();
    double most_room = 0;
    for (int k = 1; k <= kParallels; ++k) {
        const double at_deg = south + (north - south) * k / (kParallels + 1);
        const std::vector<double> row = crossings(rings, at_deg, lon, lat);
        for (std::size_t i = 1; i < row.size(); i += 2) {
            const double middle = (row[i - 1] + row[i]) / 2, half = (row[i] - row[i - 1]) / 2 * narrowing;
            if (half <= most_room) continue;
            double room = half;
            for (const double edge : crossings(rings, middle, lat, lon)) room = std::min(room, std::abs(edge - at_deg));
            if (room <= most_room) continue;
            most_room = room;
            best = {middle, at_deg};
        }
    }
    return {best.lon_deg - 360 * std::round(best.lon_deg / 360), best.lat_deg};
}

bool crosses(LonLat a, LonLat b, LonLat p) {
    if ((a.lat_deg > p.lat_deg) == (b.lat_deg > p.lat_deg)) return false;
    const double t = (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
    return p.lon_deg < a.lon_deg + t * (b.lon_deg - a.lon_deg);
}

bool contains(const Polygon& rings, LonLat p) {
    bool inside = false;
    for (const Line& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i)
            if (crosses(ring[i - 1], ring[i], p)) inside = !inside;
    return inside;
}

}  // namespace

LonLatBox bounds(const Geometry& geometry) {
    LonLatBox box;
    Longitudes longitudes;
    for (const Line& line : unrolled_lines(geometry)) cover(line, longitudes, box);
    longitudes.bound(box);
    return box;
}

LonLat anchor(const Geometry& geometry) {
    if (const auto* point = std::get_if<LonLat>(&geometry)) return *point;
    if (const auto* lines = std::get_if<MultiLine>(&geometry)) {
        const auto longest = std::max_element(lines->begin(), lines->end(), [](const Line& a, const Line& b) {
            return length_m(a) < length_m(b) || (a.empty() && !b.empty());
        });
        if (longest != lines->end() && !longest->empty()) return middle_of(*longest);
    }
    if (const auto* areas = std::get_if<MultiPolygon>(&geometry)) {
        const auto size = [](const Polygon& p) { return p.empty() ? -1.0 : area_of(unrolled_ring(p.front())); };
        const auto largest =
            std::max_element(areas->begin(), areas->end(), [&](const Polygon& a, const Polygon& b) { return size(a) < size(b); });
        if (largest != areas->end()) return inside(*largest);
    }
    return {};
}

double length_m(const Line& line) {
    double sum_m = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum_m += distance_m(line[i - 1], line[i]);
    return sum_m;
}

bool contains(const MultiPolygon& area, LonLat point) {
    for (const Polygon& polygon : area) {
        const Polygon rings = unrolled(polygon);
        for (const double turn_deg : {-360.0, 0.0, 360.0})
            if (contains(rings, {point.lon_deg + turn_deg, point.lat_deg})) return true;
    }
    return false;
}

}  // namespace dateline::geo
