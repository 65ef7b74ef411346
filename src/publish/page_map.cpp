#include "publish/page_map.h"

#include "publish/page_paths.h"

#include <cmath>
#include <numbers>

namespace dateline::publish {

using view::PointPx;

view::PlaneView::Seen PageMap::seen(geo::WorldPoint origin, geo::LocalPoint local, double copy) const {
    view::PlaneView::Seen seen = plane_->screen({origin.x + double{local.x} + copy, origin.y + double{local.y}});
    seen.at = clamped(seen.at);
    return seen;
}

std::vector<double> PageMap::copies(geo::WorldPoint origin) const {
    const double nearest = -std::round(origin.x - map_.center.x);
    if (plane_->plane().round() || double{map_.rect.w} < map_.world_px * 0.5) return {nearest};
    return {nearest - 1, nearest, nearest + 1};
}

/// Where an edge from a point that is seen to one that is not leaves the map.
PointPx PageMap::edge_between(geo::WorldPoint shown, geo::WorldPoint hidden) const {
    view::PlaneView::Seen at = plane_->screen(shown);
    for (int i = 0; i < 24; ++i) {
        const geo::WorldPoint middle{(shown.x + hidden.x) / 2, (shown.y + hidden.y) / 2};
        const view::PlaneView::Seen tried = plane_->screen(middle);
        (tried.front >= 0 ? shown : hidden) = middle;
        if (tried.front >= 0) at = tried;
    }
    return clamped(at.at);
}

/// Along the globe's outline, the shorter way round.
void PageMap::follow_limb(PointPx from, PointPx to, std::vector<PointPx>& out) const {
    const auto limb = plane_->limb();
    if (!limb) return;
    const float a = std::atan2(from.y - limb->center.y, from.x - limb->center.x);
    const float turn = std::remainder(std::atan2(to.y - limb->center.y, to.x - limb->center.x) - a, 2 * std::numbers::pi_v<float>);
    const int steps = static_cast<int>(std::ceil(std::abs(turn) * 60));
    for (int i = 1; i < steps; ++i) {
        const float at = a + turn * static_cast<float>(i) / static_cast<float>(steps);
        out.push_back({limb->center.x + limb->radius * std::cos(at), limb->center.y + limb->radius * std::sin(at)});
    }
}

std::vector<PointPx> PageMap::ring(geo::WorldPoint origin, const std::vector<geo::LocalPoint>& vertices,
                                   const std::vector<std::uint32_t>& ring, double copy) const {
    std::vector<PointPx> points;
    if (ring.empty()) return points;
    const auto world = [&](std::uint32_t i) {
        return geo::WorldPoint{origin.x + double{vertices[i].x} + copy, origin.y + double{vertices[i].y}};
    };
    std::optional<PointPx> left_at, entered_first;
    bool was_seen = seen(origin, vertices[ring.back()], copy).front >= 0;
    std::uint32_t before = ring.back();
    for (const std::uint32_t i : ring) {
        const view::PlaneView::Seen now = seen(origin, vertices[i], copy);
        const bool is_seen = now.front >= 0;
        if (is_seen != was_seen) {
            const PointPx edge = is_seen ? edge_between(world(i), world(before)) : edge_between(world(before), world(i));
            if (is_seen && left_at) follow_limb(*left_at, edge, points);
            if (is_seen && !left_at) entered_first = edge;
            if (!is_seen) left_at = edge;
            points.push_back(edge);
        }
        if (is_seen) points.push_back(now.at);
        was_seen = is_seen;
        before = i;
    }
    if (left_at && entered_first) follow_limb(*left_at, *entered_first, points);
    return points;
}

std::vector<std::vector<PointPx>> PageMap::line(const geo::LineSet& set, std::size_t first, std::size_t end, double copy) const {
    std::vector<std::vector<PointPx>> pieces(1);
    for (std::size_t i = first; i < end; ++i) {
        const view::PlaneView::Seen p = seen(set.origin, {set.vertices[i].x, set.vertices[i].y}, copy);
        if (p.front < 0) {
            if (!pieces.back().empty()) pieces.emplace_back();
            continue;
        }
        std::vector<PointPx>& path = pieces.back();
        if (path.empty() || i + 1 == end || std::hypot(p.at.x - path.back().x, p.at.y - path.back().y) > 0.3f) path.push_back(p.at);
    }
    return pieces;
}

float PageMap::stretch(const std::vector<PointPx>& path) const {
    if (plane_->flat() || path.size() < 2) return 1;
    constexpr std::size_t kSamples = 9;
    double world_px = 0, page_px = 0;
    for (std::size_t i = 1; i < path.size(); i += 1 + path.size() / kSamples) {
        const auto a = plane_->world(path[i - 1]), b = plane_->world(path[i]);
        if (!a || !b) continue;
        world_px += std::hypot(std::remainder(b->x - a->x, 1.0), b->y - a->y) * map_.world_px;
        page_px += std::hypot(double{path[i].x - path[i - 1].x}, double{path[i].y - path[i - 1].y});
    }
    return page_px > 0 && world_px > 0 ? static_cast<float>(world_px / page_px) : 1;
}

}  // namespace dateline::publish
