#include "view/route_picker.h"

#include "view/map_view.h"

#include <algorithm>

namespace dateline::view {
namespace {

float distance_to(PointPx p, PointPx a, PointPx b) {
    const PointPx d = b - a, from = p - a;
    const float square = d.x * d.x + d.y * d.y;
    const float t = square > 0 ? std::clamp((from.x * d.x + from.y * d.y) / square, 0.f, 1.f) : 0;
    return length_of(from - d * t);
}

}  // namespace

void RoutePicker::add(std::string route, int segment, std::vector<PointPx> points) {
    if (points.size() < 2) return;
    float x0 = points[0].x, x1 = x0, y0 = points[0].y, y1 = y0;
    for (const PointPx p : points) {
        x0 = std::min(x0, p.x), x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    }
    lines_.push_back({std::move(route), segment, std::move(points), grown({x0, y0, x1 - x0, y1 - y0}, reach_px_)});
}

Hit RoutePicker::at(PointPx point) const {
    Hit found;
    float best = reach_px_;
    for (const Line& line : lines_) {
        if (!line.box.contains(point)) continue;
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const float off = distance_to(point, line.points[i - 1], line.points[i]);
            if (off > best) continue;
            best = off;
            found = {Hit::Kind::Route, line.route, around(point, reach_px_), line.segment};
        }
    }
    return found;
}

}  // namespace dateline::view
