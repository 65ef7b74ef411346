#include "publish/page_paths.h"

#include <algorithm>
#include <cmath>

namespace dateline::publish {

using view::PointPx;

constexpr float kFarPx = 20'000;

PointPx clamped(PointPx p) { return {std::clamp(p.x, -kFarPx, kFarPx), std::clamp(p.y, -kFarPx, kFarPx)}; }

float length_of(const std::vector<PointPx>& path) {
    float length = 0;
    for (std::size_t i = 1; i < path.size(); ++i) length += std::hypot(path[i].x - path[i - 1].x, path[i].y - path[i - 1].y);
    return length;
}

PathPoint point_along(const std::vector<PointPx>& path, float along) {
    for (std::size_t i = 1; i < path.size(); ++i) {
        const float dx = path[i].x - path[i - 1].x, dy = path[i].y - path[i - 1].y;
        const float step = std::hypot(dx, dy);
        if (along <= step || i + 1 == path.size()) {
            const float t = step > 0 ? along / step : 0;
            return {{path[i - 1].x + dx * t, path[i - 1].y + dy * t}, std::atan2(dy, dx)};
        }
        along -= step;
    }
    return {path.empty() ? PointPx{} : path.front(), 0};
}

std::vector<PointPx> parallel(const std::vector<PointPx>& path, float offset) {
    if (offset == 0 || path.size() < 2) return path;
    const auto normal = [&](std::size_t i) -> PointPx {
        const float dx = path[i + 1].x - path[i].x, dy = path[i + 1].y - path[i].y;
        const float step = std::max(1e-6f, std::hypot(dx, dy));
        return {-dy / step, dx / step};
    };
    std::vector<PointPx> moved;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const PointPx before = normal(i == 0 ? 0 : i - 1), after = normal(i + 1 == path.size() ? i - 1 : i);
        PointPx n{before.x + after.x, before.y + after.y};
        const float square = std::max(0.5f, (n.x * n.x + n.y * n.y) / 2);
        moved.push_back({path[i].x + n.x * offset / square, path[i].y + n.y * offset / square});
    }
    return moved;
}

}  // namespace dateline::publish
