#include "publish/arc_paths.h"

#include "view/map_view.h"

#include <algorithm>
#include <cmath>

namespace dateline::publish {
namespace {

using view::PointPx;

struct Way {
    std::vector<PointPx> points;
    std::vector<float> along;  ///< px from the start
    float length() const { return along.empty() ? 0 : along.back(); }
};

Way way_of(std::vector<PointPx> points) {
    Way way{std::move(points), {}};
    for (std::size_t i = 0; i < way.points.size(); ++i)
        way.along.push_back(i == 0 ? 0 : way.along.back() + view::length_of(way.points[i] - way.points[i - 1]));
    return way;
}

/// The stretch between two distances from the start.
std::vector<PointPx> stretch(const Way& way, float from, float to) {
    std::vector<PointPx> out;
    const auto point_at = [&](std::size_t i, float at) {
        const float step = std::max(way.along[i] - way.along[i - 1], 1e-6f);
        return way.points[i - 1] + (way.points[i] - way.points[i - 1]) * ((at - way.along[i - 1]) / step);
    };
    for (std::size_t i = 1; i < way.points.size() && from < to; ++i) {
        if (way.along[i] <= from || way.along[i - 1] >= to) continue;
        if (out.empty()) out.push_back(point_at(i, std::max(from, way.along[i - 1])));
        out.push_back(point_at(i, std::min(to, way.along[i])));
    }
    return out;
}

PointPx normal_at(const std::vector<PointPx>& line, std::size_t i) {
    const PointPx along = line[std::min(i + 1, line.size() - 1)] - line[i == 0 ? 0 : i - 1];
    const float length = std::max(view::length_of(along), 1e-6f);
    return {-along.y / length, along.x / length};
}

}  // namespace

ArcPath arc_path(const std::vector<PointPx>& points, const view::Arc& arc, const view::ArcLook& look, const view::DrawArcs& draw) {
    ArcPath path;
    const Way whole = way_of(points);
    const float tip = whole.length() - draw.gap_px, neck = std::max(0.0f, tip - draw.head_px);
    path.points = points;
    for (const float at : {0.0f, 0.5f * arc.tail, arc.tail, 0.5f * (arc.tail + 1), 1.0f}) {
        const float t = std::clamp(at / std::max(arc.tail, 1e-3f), 0.0f, 1.0f), fade = t * t * (3 - 2 * t);
        const float bright = view::kArcStartAlpha + (1 - view::kArcStartAlpha) * at;
        path.stops.push_back({at, view::with_alpha(look.color, look.alpha * fade * bright)});
    }
    if (tip <= 0) return path;
    const float drawn = std::min(neck, look.to_come ? look.drawn * whole.length() : whole.length());
    const std::vector<PointPx> body = stretch(whole, 0, drawn);
    if (body.size() >= 2) {
        const Way solid = way_of(body);
        std::vector<PointPx> right;
        for (std::size_t i = 0; i < body.size(); ++i) {
            const float share = solid.along[i] / std::max(whole.length(), 1e-6f);
            const PointPx across =
                normal_at(body, i) * (0.5f * draw.width_px * (view::kArcStartWidth + (1 - view::kArcStartWidth) * share));
            path.body.push_back(body[i] + across);
            right.push_back(body[i] - across);
        }
        path.body.insert(path.body.end(), right.rbegin(), right.rend());
    }
    path.dashed = stretch(whole, drawn, neck);
    path.dash_px = draw.dash_px;
    path.dashed_width_px = 0.75f * draw.width_px;
    if (!look.to_come) path.dashed.clear();
    const std::vector<PointPx> last = stretch(whole, neck, tip);
    if (last.size() >= 2 && draw.head_px > 0) {
        const PointPx across = normal_at(last, 0) * (0.45f * (tip - neck));
        path.head = {last.front() + across, last.back(), last.front() - across};
    }
    return path;
}

}  // namespace dateline::publish
