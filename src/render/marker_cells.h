#pragma once

#include "view/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::render {

/// Markers sorted by place and, within a cell, by begin: what a frame draws is a short list of ranges, found by binary
/// search. Neighbours on the map are neighbours in memory, which is also how a tiling rasteriser likes them.
///
///     cell 0          cell 1          …          ▒ in the time window
///     ├──────▒▒▒▒───┤├─────▒▒▒▒▒────┤
///      begin ──────▶  begin ──────▶
class MarkerCells {
  public:
    struct Cell {
        geo::WorldBox box;
        std::uint32_t first = 0, last = 0;  ///< in order()
    };
    struct Range {
        std::uint32_t first = 0, count = 0;  ///< in order()
        bool operator==(const Range&) const = default;
    };

    MarkerCells() = default;
    /// `chosen` are indices into the set, ascending. A few thousand markers are one cell, so that they keep their order.
    MarkerCells(const view::MarkerSet& set, std::span<const std::uint32_t> chosen);

    /// Indices into the set.
    const std::vector<std::uint32_t>& order() const { return order_; }
    const std::vector<Cell>& cells() const { return cells_; }
    std::size_t size() const { return order_.size(); }
    /// Appends those of `cell` with from <= begin < to, joined to the last range where they follow it.
    void append(const Cell& cell, double from_days, double to_days, std::vector<Range>& out) const;

  private:
    std::vector<std::uint32_t> order_;
    std::vector<float> begin_days_;  ///< by order_
    std::vector<Cell> cells_;
};

/// Markers that overlap the window began in [from, to), except those with an open begin or end: they may have begun
/// before.
struct BeginWindow {
    double from_days = 0, to_days = 0;
};
BeginWindow begins_in_window(const view::MarkerSet& set, const view::MarkerTime& time);

}  // namespace dateline::render
