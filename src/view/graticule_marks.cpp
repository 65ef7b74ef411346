#include "view/graticule_marks.h"

#include "view/map_north.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <optional>

namespace dateline::view {
namespace {

constexpr float kStepPx = 6;  ///< between samples of an edge, at scale 1
constexpr double kLastParallel = 80;

/// Of the multiple of `step` between two values that lie side by side: how far from the first, and which.
struct Crossing {
    double part, value;
};
std::vector<Crossing> crossings(double from, double to, double step) {
    std::vector<Crossing> found;
    if (from == to) return found;
    const double low = std::min(from, to), high = std::max(from, to);
    for (double value = std::ceil(low / step) * step; value < high; value += step) found.push_back({(value - from) / (to - from), value});
    if (from > to) std::reverse(found.begin(), found.end());
    return found;
}

void walk(const PlaneView& map, GraticuleMark::Edge edge, PointPx from, PointPx to, double step_deg, float scale,
          std::vector<GraticuleMark>& marks) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(2, static_cast<int>(length / (kStepPx * scale)));
    const auto at = [&](double t) {
        return PointPx{from.x + (to.x - from.x) * static_cast<float>(t), from.y + (to.y - from.y) * static_cast<float>(t)};
    };
    // The map's corners belong to two edges; a hair inside they belong to the map as well.
    std::optional<geo::LonLat> before = place_at(map, from);
    for (int i = 1; i <= steps; ++i) {
        const std::optional<geo::LonLat> here = place_at(map, at(double{1} * i / steps));
        if (before && here) {
            const double lon0 = before->lon_deg, lon1 = lon0 + std::remainder(here->lon_deg - lon0, 360.0);
            // Near a pole every meridian is passed between two samples: none of them is where the edge is.
            if (std::abs(lon1 - lon0) < 2 * step_deg)
                for (const Crossing& c : crossings(lon0, lon1, step_deg)) {
                    const double lon = std::remainder(c.value, 360.0);
                    marks.push_back({edge, at((i - 1 + c.part) / steps), true, lon, longitude_label(lon)});
                }
            for (const Crossing& c : crossings(before->lat_deg, here->lat_deg, step_deg))
                if (std::abs(c.value) <= kLastParallel)
                    marks.push_back({edge, at((i - 1 + c.part) / steps), false, c.value, latitude_label(c.value)});
        }
        before = here;
    }
}

/// Where the map ends within its rect, as Equal Earth does: parallels at the meridian that is its edge, meridians at its poles.
void follow_outline(const PlaneView& view, const MapTransform& map, double step_deg, std::vector<GraticuleMark>& marks) {
    using Edge = GraticuleMark::Edge;
    constexpr double kHalfWorld = 0.4999, kPoleDeg = 89.9;
    if (map.projection != Projection::EqualEarth || map.morph < 1) return;
    const auto add = [&](Edge edge, double x, double lat_deg, bool meridian, double degrees) {
        const PlaneView::Seen seen = view.screen({x, geo::world_from({0, lat_deg}).y});
        if (seen.front < 0 || !map.rect.contains(seen.at)) return;
        marks.push_back({edge, seen.at, meridian, degrees, meridian ? longitude_label(degrees) : latitude_label(degrees)});
    };
    const auto parallels = static_cast<int>(kLastParallel / step_deg);
    for (int i = -parallels; i <= parallels; ++i) {
        add(Edge::Left, map.center.x - kHalfWorld, i * step_deg, false, i * step_deg);
        add(Edge::Right, map.center.x + kHalfWorld, i * step_deg, false, i * step_deg);
    }
    const double west = 360 * (map.center.x - kHalfWorld) - 180, east = west + 720 * kHalfWorld;
    for (double lon = std::ceil(west / step_deg) * step_deg; lon < east; lon += step_deg) {
        const double degrees = std::remainder(lon, 360.0);
        add(Edge::Bottom, (lon + 180) / 360, -kPoleDeg, true, degrees);
        add(Edge::Top, (lon + 180) / 360, kPoleDeg, true, degrees);
    }
}

std::string degrees_label(double degrees, const char* positive, const char* negative) {
    const double size = std::abs(degrees);
    if (size < 1e-9) return "0°";
    return fmt::format("{:g}° {}", std::round(size * 1000) / 1000, degrees < 0 ? negative : positive);
}

}  // namespace

std::string latitude_label(double lat_deg) { return degrees_label(lat_deg, "N", "S"); }
std::string longitude_label(double lon_deg) {
    if (std::abs(std::abs(lon_deg) - 180) < 1e-9) return "180°";
    return degrees_label(lon_deg, "E", "W");
}

std::vector<GraticuleMark> graticule_marks(const MapTransform& map, double step_deg, float scale) {
    std::vector<GraticuleMark> marks;
    if (!(step_deg > 0) || map.rect.w <= 0 || map.rect.h <= 0) return marks;
    using Edge = GraticuleMark::Edge;
    const RectPx& r = map.rect;
    const PlaneView view(map);
    walk(view, Edge::Top, {r.x, r.y}, {r.right(), r.y}, step_deg, scale, marks);
    walk(view, Edge::Right, {r.right(), r.y}, {r.right(), r.bottom()}, step_deg, scale, marks);
    walk(view, Edge::Bottom, {r.x, r.bottom()}, {r.right(), r.bottom()}, step_deg, scale, marks);
    walk(view, Edge::Left, {r.x, r.y}, {r.x, r.bottom()}, step_deg, scale, marks);
    follow_outline(view, map, step_deg, marks);
    return marks;
}

}  // namespace dateline::view
