#include "view/line_cells.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

LineCells::LineCells(const geo::WorldBox& box, double cell)
    : box_(box),
      cell_(cell),
      columns_(std::max(1L, std::lround(std::ceil((box.x1 - box.x0) / cell)))),
      rows_(std::max(1L, std::lround(std::ceil((box.y1 - box.y0) / cell)))),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

void LineCells::add(geo::WorldPoint a, geo::WorldPoint b, std::uint8_t weight) {
    if (std::max(a.x, b.x) < box_.x0 || std::min(a.x, b.x) > box_.x1 || std::max(a.y, b.y) < box_.y0 || std::min(a.y, b.y) > box_.y1)
        return;
    constexpr double kMostSteps = 20'000;  // of a segment that is longer than any map is wide
    const double steps = std::clamp(std::ceil(2 * std::hypot(b.x - a.x, b.y - a.y) / cell_), 1.0, kMostSteps);
    const double x = (a.x - box_.x0) / cell_, y = (a.y - box_.y0) / cell_, dx = (b.x - a.x) / cell_ / steps,
                 dy = (b.y - a.y) / cell_ / steps;
    for (double i = 0; i <= steps; ++i) {
        const double at_x = x + i * dx, at_y = y + i * dy;
        if (at_x < 0 || at_y < 0 || at_x >= static_cast<double>(columns_) || at_y >= static_cast<double>(rows_)) continue;
        std::uint8_t& cell = cells_[static_cast<std::size_t>(static_cast<long>(at_y) * columns_ + static_cast<long>(at_x))];
        cell = std::max(cell, weight);
    }
}

void LineCells::add(const std::vector<document::BaseLines>& chunks, std::uint8_t weight) {
    for (const document::BaseLines& chunk : chunks) {
        const geo::LineSet& lines = *chunk.lines;
        for (const double east : {-1.0, 0.0, 1.0}) {  // the box may reach over the antimeridian
            if (lines.box.x1 + east < box_.x0 || lines.box.x0 + east > box_.x1 || lines.box.y1 < box_.y0 || lines.box.y0 > box_.y1)
                continue;
            const auto at = [&](const geo::LineSet::Vertex& v) {
                return geo::WorldPoint{lines.origin.x + double{v.x} + east, lines.origin.y + double{v.y}};
            };
            for (std::size_t line = 0; line < lines.starts.size(); ++line) {
                const std::size_t end = line + 1 < lines.starts.size() ? lines.starts[line + 1] : lines.vertices.size();
                for (std::size_t v = lines.starts[line] + 1; v < end; ++v) add(at(lines.vertices[v - 1]), at(lines.vertices[v]), weight);
            }
        }
    }
}

std::uint8_t LineCells::weight_in(const geo::WorldBox& box) const {
    const auto cell = [&](double v, double from, long count) {
        return std::clamp(static_cast<long>(std::floor((v - from) / cell_)), 0L, count - 1);
    };
    std::uint8_t most = 0;
    for (long row = cell(box.y0, box_.y0, rows_); row <= cell(box.y1, box_.y0, rows_); ++row)
        for (long column = cell(box.x0, box_.x0, columns_); column <= cell(box.x1, box_.x0, columns_); ++column)
            most = std::max(most, cells_[static_cast<std::size_t>(row * columns_ + column)]);
    return most;
}

int LineCells::struck_in(const geo::WorldBox& box) const {
    const double width = box.x1 - box.x0, piece = std::max(box.y1 - box.y0, cell_);
    const int pieces = std::max(1, static_cast<int>(std::round(width / piece)));
    int struck = 0;
    for (int i = 0; i < pieces; ++i) struck += weight_in({box.x0 + width * i / pieces, box.y0, box.x0 + width * (i + 1) / pieces, box.y1});
    return struck;
}

}  // namespace dateline::view
