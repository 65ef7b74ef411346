#include "geo/facets.h"
#include "geo/geometry.h"
#include "geo/geos.h"
#include "geo/unroll.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

namespace dateline::geo {

namespace {

WorldPoint center_of(const WorldBox& box) { return {(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2}; }

/// Corners that fall on the same float are one vertex.
class Vertices {
  public:
    explicit Vertices(std::vector<LocalPoint>& out) : out_(out) {}
    std::uint32_t index_of(LocalPoint p) {
        const auto bits = [](float f) { return std::uint64_t{std::bit_cast<std::uint32_t>(f + 0.0f)}; };
        const auto [it, is_new] = known_.try_emplace(bits(p.x) << 32 | bits(p.y), static_cast<std::uint32_t>(out_.size()));
        if (is_new) out_.push_back(p);
        return it->second;
    }

  private:
    std::vector<LocalPoint>& out_;
    std::unordered_map<std::uint64_t, std::uint32_t> known_;
};

WorldBox box_of(const MultiPolygon& area) {
    WorldBox box;
    for (const Polygon& polygon : area)
        for (const Line& ring : polygon)
            for (const LonLat& p : ring) box.include(world_from(p));
    return box;
}

/// Gathers polylines, cutting at the antimeridian where the data jumps over it.
class LineBuilder {
  public:
    explicit LineBuilder(double max_step_deg) : max_step_deg_(max_step_deg) {}

    void add(const Line& line) {
        Line points;
        for (const LonLat& p : line)
            if (std::isfinite(p.lon_deg) && std::isfinite(p.lat_deg)) points.push_back(p);
        if (points.size() < 2) return;
        begin();
        append(points.front());
        for (std::size_t i = 1; i < points.size(); ++i) segment(points[i - 1], points[i]);
        end();
    }
    std::vector<std::vector<WorldPoint>> take() { return std::move(polylines_); }

  private:
    void begin() { polylines_.emplace_back(); }
    void end() {
        if (polylines_.back().size() < 2) polylines_.pop_back();
    }
    void append(LonLat p) {
        const WorldPoint at = world_from(p);
        if (polylines_.back().empty() || polylines_.back().back() != at) polylines_.back().push_back(at);
    }
    void segment(LonLat a, LonLat b) {
        const double step_deg = b.lon_deg - a.lon_deg;
        if (std::abs(step_deg) <= 180) {
            straight(a, b);
            return;
        }
        const double side_deg = step_deg < 0 ? 180 : -180;                 // where it leaves
        const double way_deg = 360 - std::min(std::abs(step_deg), 360.0);  // the short way round
        const double t = way_deg > 0 ? std::clamp(std::abs(side_deg - a.lon_deg) / way_deg, 0.0, 1.0) : 1;
        const double lat_deg = a.lat_deg + t * (b.lat_deg - a.lat_deg);
        straight(a, {side_deg, lat_deg});
        end();
        begin();
        append({-side_deg, lat_deg});
        straight({-side_deg, lat_deg}, b);
    }
    void straight(LonLat a, LonLat b) {
        const double longest_deg = std::max(std::abs(b.lon_deg - a.lon_deg), std::abs(b.lat_deg - a.lat_deg));
        const double wanted = max_step_deg_ > 0 ? std::ceil(longest_deg / max_step_deg_) : 1;
        const int steps = static_cast<int>(std::clamp(wanted, 1.0, 10'000.0));
        for (int i = 1; i < steps; ++i) {
            const double t = static_cast<double>(i) / steps;
            append({a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)});
        }
        append(b);
    }

    double max_step_deg_;
    std::vector<std::vector<WorldPoint>> polylines_;
};

}  // namespace

Mesh triangulate(const MultiPolygon& area, std::uint64_t key, double facet_deg) {
    Mesh mesh;
    mesh.key = key;
    MultiPolygon flat;
    for (const Polygon& polygon : area) {
        flat.push_back(unrolled(polygon));
        for (Line& ring : flat.back()) ring = densified(ring, facet_deg);
    }
    mesh.origin = center_of(box_of(flat));
    const auto project = [&](LonLat p) {
        const WorldPoint at = world_from(p);
        return PlanePoint{at.x - mesh.origin.x, at.y - mesh.origin.y};
    };
    Vertices vertices(mesh.vertices);
    const std::vector<PlanePoint> corners = cut_at_facets(delaunay(flat, project), mesh.origin, facet_deg);
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        std::uint32_t index[3];
        for (std::size_t k = 0; k < 3; ++k) {
            const PlanePoint p = corners[i + k];
            index[k] = vertices.index_of({static_cast<float>(p.x), static_cast<float>(p.y)});
            mesh.box.include({mesh.origin.x + p.x, mesh.origin.y + p.y});
        }
        if (index[0] == index[1] || index[1] == index[2] || index[2] == index[0]) continue;
        mesh.triangles.insert(mesh.triangles.end(), index, index + 3);
    }
    if (mesh.triangles.empty()) return Mesh{.key = key, .origin = {}, .box = {}, .vertices = {}, .triangles = {}};
    return mesh;
}

LineSet line_set(const MultiLine& lines, std::uint64_t key, double max_step_deg) {
    LineBuilder builder(max_step_deg);
    for (const Line& line : lines) builder.add(line);
    const auto polylines = builder.take();

    LineSet set;
    set.key = key;
    for (const auto& polyline : polylines)
        for (const WorldPoint& p : polyline) set.box.include(p);
    if (polylines.empty()) return set;
    set.origin = center_of(set.box);
    for (const auto& polyline : polylines) {
        set.starts.push_back(static_cast<std::uint32_t>(set.vertices.size()));
        double along = 0;
        for (std::size_t i = 0; i < polyline.size(); ++i) {
            const WorldPoint p = polyline[i];
            if (i > 0) along += std::hypot(p.x - polyline[i - 1].x, p.y - polyline[i - 1].y);
            set.vertices.push_back(
                {static_cast<float>(p.x - set.origin.x), static_cast<float>(p.y - set.origin.y), static_cast<float>(along)});
        }
    }
    return set;
}

}  // namespace dateline::geo
