#include "view/line_grid.h"

#include "view/map_view.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

LineGrid::LineGrid(RectPx area, float cell_px)
    : area_(area), cell_px_(cell_px), columns_(std::max(1, static_cast<int>(std::ceil(area.w / cell_px)))),
      rows_(std::max(1, static_cast<int>(std::ceil(area.h / cell_px)))),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

int LineGrid::column(float x) const { return static_cast<int>(std::floor((x - area_.x) / cell_px_)); }
int LineGrid::row(float y) const { return static_cast<int>(std::floor((y - area_.y) / cell_px_)); }

void LineGrid::add(std::span<const PointPx> line) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PointPx a = line[i - 1], d = line[i] - a;
        if (std::max(a.x, line[i].x) < area_.x || std::min(a.x, line[i].x) > area_.right() || std::max(a.y, line[i].y) < area_.y ||
            std::min(a.y, line[i].y) > area_.bottom())
            continue;
        constexpr float kMostSteps = 5000;
        const float steps = std::clamp(std::ceil(length_of(d) / (0.7f * cell_px_)), 1.f, kMostSteps);
        for (float k = 0; k <= steps; ++k) {
            const PointPx p = a + d * (k / steps);
            const int x = column(p.x), y = row(p.y);
            if (x >= 0 && y >= 0 && x < columns_ && y < rows_) cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x)] = 1;
        }
    }
}

int LineGrid::strikes(const RectPx& box) const {
    const int x0 = std::max(column(box.x), 0), x1 = std::min(column(box.right()), columns_ - 1);
    const int y0 = std::max(row(box.y), 0), y1 = std::min(row(box.bottom()), rows_ - 1);
    const int wide = std::max(1, static_cast<int>(box.h / cell_px_));
    int struck = 0;
    for (int x = x0; x <= x1; ++x) {
        bool any = false;
        for (int y = y0; y <= y1 && !any; ++y) any = cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x)] != 0;
        if (!any) continue;
        ++struck;
        x += wide - 1 - (x - x0) % wide;   // on to the next piece
    }
    return struck;
}

}  // namespace dateline::view
