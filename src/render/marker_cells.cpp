#include "render/marker_cells.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr std::size_t kOneCell = 4096;  // as many as this keep their order
constexpr std::size_t kPerCell = 1024;
constexpr std::uint32_t kMostSide = 32;

geo::WorldPoint world_of(const view::MarkerSet& set, const view::Marker& m) {
    return {set.origin.x + static_cast<double>(m.x), set.origin.y + static_cast<double>(m.y)};
}

/// Which of side × side cells over `box` a marker lies in.
struct Grid {
    geo::WorldBox box;
    std::uint32_t side = 1;

    std::uint32_t cell_of(geo::WorldPoint p) const {
        const auto part = [&](double at, double from, double to) {
            if (!(to > from)) return std::uint32_t{0};
            const double t = std::clamp((at - from) / (to - from) * side, 0.0, side - 1.0);
            return static_cast<std::uint32_t>(t);
        };
        return part(p.y, box.y0, box.y1) * side + part(p.x, box.x0, box.x1);
    }
};

}  // namespace

MarkerCells::MarkerCells(const view::MarkerSet& set, std::span<const std::uint32_t> chosen) {
    if (chosen.empty()) return;
    Grid grid;
    for (std::uint32_t i : chosen) grid.box.include(world_of(set, set.markers[i]));
    while (chosen.size() > kOneCell && grid.side < kMostSide && std::size_t{grid.side} * grid.side * kPerCell < chosen.size()) ++grid.side;

    // A counting sort: stable, so each cell keeps the set's order, which is by begin.
    std::vector<std::uint32_t> cell_of(chosen.size());
    std::vector<std::uint32_t> starts(std::size_t{grid.side} * grid.side + 1, 0);
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        cell_of[k] = grid.cell_of(world_of(set, set.markers[chosen[k]]));
        ++starts[cell_of[k] + 1];
    }
    for (std::size_t c = 1; c < starts.size(); ++c) starts[c] += starts[c - 1];
    std::vector<Cell> cells(starts.size() - 1);
    for (std::size_t c = 0; c < cells.size(); ++c) cells[c].first = cells[c].last = starts[c];
    order_.resize(chosen.size());
    begin_days_.resize(chosen.size());
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        const view::Marker& marker = set.markers[chosen[k]];
        Cell& cell = cells[cell_of[k]];
        cell.box.include(world_of(set, marker));
        order_[cell.last] = chosen[k];
        begin_days_[cell.last++] = marker.begin_days;
    }
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(cells_), [](const Cell& c) { return c.last > c.first; });
}

void MarkerCells::append(const Cell& cell, double from_days, double to_days, std::vector<Range>& out) const {
    const auto begin = begin_days_.begin() + cell.first, end = begin_days_.begin() + cell.last;
    const auto index_from = [&](double days) {
        return static_cast<std::uint32_t>(std::lower_bound(begin, end, days) - begin_days_.begin());
    };
    const std::uint32_t first = index_from(from_days), last = index_from(to_days);
    if (last <= first) return;
    if (!out.empty() && out.back().first + out.back().count == first) {
        out.back().count += last - first;
    } else {
        out.push_back({first, last - first});
    }
}

BeginWindow begins_in_window(const view::MarkerSet& set, const view::MarkerTime& time) {
    // A float's breadth of slack: the shader has the last word.
    const double slack = 1e-6 * std::abs(time.window_begin_days) + 1e-3;
    const double from = time.window_begin_days - static_cast<double>(set.longest_days) - slack;
    return {from, std::max(from, time.window_end_days)};
}

}  // namespace dateline::render
