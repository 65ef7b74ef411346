#pragma once

#include "view/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::view {

/// Where thin lines of the base map run on the screen, by small cells: what a name is struck by.
class LineGrid {
  public:
    LineGrid(RectPx area, float cell_px);
    void add(std::span<const PointPx> line);
    /// How many pieces of a box, each as wide as it is high, a line runs through.
    int strikes(const RectPx& box) const;

  private:
    int column(float x) const;
    int row(float y) const;
    RectPx area_;
    float cell_px_;
    int columns_, rows_;
    std::vector<std::uint8_t> cells_;
};

}  // namespace dateline::view
