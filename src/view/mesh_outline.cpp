#include "view/mesh_outline.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace dateline::view {
namespace {

struct Edge {
    std::uint32_t from = 0, to = 0;
    std::pair<std::uint32_t, std::uint32_t> ends() const { return std::minmax(from, to); }
};

/// Both ends on one side of the chunk's box: where it was cut.
bool is_cut(const geo::Mesh& mesh, const Edge& edge) {
    const double near = 1e-6 * std::max(mesh.box.x1 - mesh.box.x0, mesh.box.y1 - mesh.box.y0);
    const auto both = [&](double side, auto coordinate, double origin) {
        return std::abs(origin + double{coordinate(mesh.vertices[edge.from])} - side) < near &&
               std::abs(origin + double{coordinate(mesh.vertices[edge.to])} - side) < near;
    };
    const auto x = [](const geo::LocalPoint& p) { return p.x; };
    const auto y = [](const geo::LocalPoint& p) { return p.y; };
    return both(mesh.box.x0, x, mesh.origin.x) || both(mesh.box.x1, x, mesh.origin.x) || both(mesh.box.y0, y, mesh.origin.y) ||
           both(mesh.box.y1, y, mesh.origin.y);
}

/// By where they start, each triangle taken in the same turn, so that every edge of the outline leads to the next.
std::vector<Edge> outer_edges(const geo::Mesh& mesh) {
    std::vector<Edge> all;
    all.reserve(mesh.triangles.size());
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        const std::uint32_t a = mesh.triangles[t], b = mesh.triangles[t + 1], c = mesh.triangles[t + 2];
        const auto &p = mesh.vertices[a], &q = mesh.vertices[b], &r = mesh.vertices[c];
        const bool turned = (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) < 0;
        for (const Edge& edge : {Edge{a, b}, Edge{b, c}, Edge{c, a}}) all.push_back(turned ? Edge{edge.to, edge.from} : edge);
    }
    std::sort(all.begin(), all.end(), [](const Edge& a, const Edge& b) { return a.ends() < b.ends(); });
    std::vector<Edge> outer;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i + 1;
        while (end < all.size() && all[end].ends() == all[i].ends()) ++end;
        if (end == i + 1 && !is_cut(mesh, all[i])) outer.push_back(all[i]);
        i = end;
    }
    std::sort(outer.begin(), outer.end(), [](const Edge& a, const Edge& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    return outer;
}

void add_polyline(const geo::Mesh& mesh, const std::vector<std::uint32_t>& points, geo::LineSet& lines) {
    lines.starts.push_back(static_cast<std::uint32_t>(lines.vertices.size()));
    float along = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const geo::LocalPoint p = mesh.vertices[points[i]];
        if (i > 0) along += std::hypot(p.x - lines.vertices.back().x, p.y - lines.vertices.back().y);
        lines.vertices.push_back({p.x, p.y, along});
    }
}

}  // namespace

geo::LineSet mesh_outline(const geo::Mesh& mesh, std::uint64_t key) {
    geo::LineSet lines;
    lines.key = key;
    lines.origin = mesh.origin;
    lines.box = mesh.box;
    const std::vector<Edge> edges = outer_edges(mesh);
    std::vector<bool> used(edges.size(), false), entered(mesh.vertices.size(), false);
    for (const Edge& edge : edges) entered[edge.to] = true;
    const auto next_from = [&](std::uint32_t vertex) {
        auto i = static_cast<std::size_t>(
            std::lower_bound(edges.begin(), edges.end(), vertex, [](const Edge& e, std::uint32_t v) { return e.from < v; }) -
            edges.begin());
        while (i < edges.size() && edges[i].from == vertex && used[i]) ++i;
        return i < edges.size() && edges[i].from == vertex ? i : edges.size();
    };
    const auto follow = [&](std::size_t first) {
        std::vector<std::uint32_t> points{edges[first].from};
        for (std::size_t i = first; i < edges.size(); i = next_from(points.back())) {
            used[i] = true;
            points.push_back(edges[i].to);
        }
        add_polyline(mesh, points, lines);
    };
    // Open stretches from their starts, then rings from anywhere.
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (!used[i] && !entered[edges[i].from]) follow(i);
    for (std::size_t i = 0; i < edges.size(); ++i)
        if (!used[i]) follow(i);
    return lines;
}

}  // namespace dateline::view
