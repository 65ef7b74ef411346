#include "view/seen_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kSliver = 6;  // px at the map's edge

bool holds_point(PointPx a, PointPx b, PointPx c, PointPx p) {
    const auto side = [p](PointPx from, PointPx to) { return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x); };
    const float ab = side(a, b), bc = side(b, c), ca = side(c, a);
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

/// A triangle with all its corners off the map may still hold some of it.
bool holds_some(PointPx a, PointPx b, PointPx c, RectPx map) {
    constexpr int kAcross = 6;
    const RectPx box{std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y}), std::max({a.x, b.x, c.x}) - std::min({a.x, b.x, c.x}),
                     std::max({a.y, b.y, c.y}) - std::min({a.y, b.y, c.y})};
    if (!box.overlaps(map)) return false;
    for (int i = 0; i < kAcross; ++i)
        for (int j = 0; j < kAcross; ++j)
            if (holds_point(
                    a, b, c,
                    {map.x + map.w * (static_cast<float>(i) + 0.5f) / kAcross, map.y + map.h * (static_cast<float>(j) + 0.5f) / kAcross}))
                return true;
    return false;
}

}  // namespace

bool any_vertex_seen(const geo::LineSet& lines, const MapView& view) {
    const RectPx map = grown(view.map.rect, -view.px(kSliver));
    return std::any_of(lines.vertices.begin(), lines.vertices.end(), [&](const geo::LineSet::Vertex& v) {
        const geo::WorldPoint p{lines.origin.x + double{v.x}, lines.origin.y + double{v.y}};
        return view.sees(p) && map.contains(view.screen(p));
    });
}

bool any_part_seen(const geo::Mesh& mesh, const MapView& view) {
    const RectPx map = grown(view.map.rect, -view.px(kSliver));
    const auto at = [&](std::uint32_t i) {
        return geo::WorldPoint{mesh.origin.x + double{mesh.vertices[i].x}, mesh.origin.y + double{mesh.vertices[i].y}};
    };
    for (std::uint32_t i = 0; i < mesh.vertices.size(); ++i)
        if (view.sees(at(i)) && map.contains(view.screen(at(i)))) return true;
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        const std::array<geo::WorldPoint, 3> corners{at(mesh.triangles[t]), at(mesh.triangles[t + 1]), at(mesh.triangles[t + 2])};
        if (!std::all_of(corners.begin(), corners.end(), [&](geo::WorldPoint p) { return view.sees(p); })) continue;
        if (holds_some(view.screen(corners[0]), view.screen(corners[1]), view.screen(corners[2]), map)) return true;
    }
    return false;
}

std::vector<std::vector<PointPx>> seen_parts(const geo::LineSet& lines, const MapView& view, int copy) {
    std::vector<std::vector<PointPx>> parts;
    bool open = false;
    std::size_t line = 0;
    for (std::size_t i = 0; i < lines.vertices.size(); ++i) {
        for (; line < lines.starts.size() && lines.starts[line] == i; ++line) open = false;
        const geo::WorldPoint p{lines.origin.x + double{lines.vertices[i].x}, lines.origin.y + double{lines.vertices[i].y}};
        const PlaneView::Seen seen = view.plane.screen({p.x + copy, p.y});
        if (seen.front < 0) {
            open = false;
            continue;
        }
        if (!open) parts.emplace_back();
        open = true;
        parts.back().push_back(seen.at);
    }
    return parts;
}

void append_boxes_along(const std::vector<PointPx>& points, RectPx map, float reach, std::vector<RectPx>& boxes) {
    constexpr float kMostSteps = 400;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const PointPx a = points[i - 1], d = points[i] - a;
        const RectPx span{std::min(a.x, points[i].x), std::min(a.y, points[i].y), std::abs(d.x), std::abs(d.y)};
        if (!grown(span, reach).overlaps(map)) continue;
        const float steps = std::min(std::ceil(length_of(d) / (1.6f * reach)), kMostSteps);
        for (float k = 0.5f; k < steps; ++k)
            if (const PointPx p = a + d * (k / steps); map.contains(p)) boxes.push_back(around(p, reach));
    }
}

}  // namespace dateline::view
