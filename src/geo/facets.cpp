#include "geo/facets.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dateline::geo {
namespace {

using Coordinate = double PlanePoint::*;

/// Where the way between two points meets a line. The same whichever way it is gone, so that neighbours agree to the last bit.
PlanePoint meeting(PlanePoint a, PlanePoint b, Coordinate across, double at) {
    if (std::tie(b.x, b.y) < std::tie(a.x, a.y)) std::swap(a, b);
    const double t = (at - a.*across) / (b.*across - a.*across);
    PlanePoint p{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
    p.*across = at;
    return p;
}

/// The part of a convex piece on one side of a line: `side` 1 beyond it, -1 before it.
std::vector<PlanePoint> clipped(const std::vector<PlanePoint>& piece, Coordinate across, double at, double side) {
    std::vector<PlanePoint> kept;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const PlanePoint a = piece[i], b = piece[(i + 1) % piece.size()];
        const double from = side * (a.*across - at), to = side * (b.*across - at);
        if (from >= 0) kept.push_back(a);
        if ((from < 0 && to > 0) || (from > 0 && to < 0)) kept.push_back(meeting(a, b, across, at));
    }
    return kept;
}

std::pair<double, double> extent(const std::vector<PlanePoint>& piece, Coordinate along) {
    const auto [low, high] =
        std::minmax_element(piece.begin(), piece.end(), [&](const PlanePoint& a, const PlanePoint& b) { return a.*along < b.*along; });
    return {(*low).*along, (*high).*along};
}

/// Calls `visit` with each part of a convex piece between neighbours of `lines`, which rise.
template <class Visit>
void split(std::vector<PlanePoint> piece, Coordinate across, const std::vector<double>& lines, const Visit& visit) {
    const auto [low, high] = extent(piece, across);
    for (auto line = std::upper_bound(lines.begin(), lines.end(), low); line != lines.end() && *line < high; ++line) {
        visit(clipped(piece, across, *line, -1));
        piece = clipped(piece, across, *line, 1);
    }
    visit(std::move(piece));
}

}  // namespace

Line densified(const Line& line, double max_step_deg) {
    if (!(max_step_deg > 0) || line.empty()) return line;
    Line out{line.front()};
    for (std::size_t i = 1; i < line.size(); ++i) {
        const LonLat a = line[i - 1], b = line[i];
        const double longest_deg = std::max(std::abs(b.lon_deg - a.lon_deg), std::abs(b.lat_deg - a.lat_deg));
        const int steps = static_cast<int>(std::clamp(std::ceil(longest_deg / max_step_deg - 1e-9), 1.0, 10'000.0));
        for (int s = 1; s < steps; ++s) {
            const double t = static_cast<double>(s) / steps;
            out.push_back({a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)});
        }
        out.push_back(b);
    }
    return out;
}

std::vector<PlanePoint> cut_at_facets(std::vector<PlanePoint> corners, WorldPoint origin, double facet_deg) {
    if (!(facet_deg > 0) || corners.empty()) return corners;
    const auto [west, east] = extent(corners, &PlanePoint::x);
    const auto [north, south] = extent(corners, &PlanePoint::y);
    std::vector<double> meridians, parallels;
    for (double k = std::floor((origin.x + west) * 360 / facet_deg); k * facet_deg < (origin.x + east) * 360; ++k)
        meridians.push_back(k * facet_deg / 360 - origin.x);
    for (double k = std::ceil(90 / facet_deg); k >= -90 / facet_deg; --k) {
        const double y = world_from({0, k * facet_deg}).y - origin.y;
        if (y > north && y < south) parallels.push_back(y);
    }
    std::vector<PlanePoint> out;
    out.reserve(corners.size());
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        split({corners[i], corners[i + 1], corners[i + 2]}, &PlanePoint::x, meridians, [&](std::vector<PlanePoint> strip) {
            if (strip.size() < 3) return;
            split(std::move(strip), &PlanePoint::y, parallels, [&](const std::vector<PlanePoint>& piece) {
                for (std::size_t k = 2; k < piece.size(); ++k) out.insert(out.end(), {piece[0], piece[k - 1], piece[k]});
            });
        });
    }
    return out;
}

}  // namespace dateline::geo
