#pragma once

#include "document/basemap.h"

#include <cstdint>
#include <vector>

namespace dateline::view {

/// Where lines of the base map run in a piece of the world, or on a screen, by small cells: what a name there would be crossed by.
class LineCells {
  public:
    /// `cell`: in the box's units, of the world or pixels. x of a box of the world may lie outside 0..1.
    LineCells(const geo::WorldBox& box, double cell);
    /// The weightiest line in a cell is what counts there.
    void add(const std::vector<document::BaseLines>& chunks, std::uint8_t weight);
    void add(geo::WorldPoint a, geo::WorldPoint b, std::uint8_t weight);
    std::uint8_t weight_in(const geo::WorldBox& box) const;
    /// Of the pieces of a box, each as wide as it is high, what the weightiest line in each weighs, in sum.
    int struck_in(const geo::WorldBox& box) const;

  private:
    geo::WorldBox box_;
    double cell_;
    long columns_, rows_;
    std::vector<std::uint8_t> cells_;
};

}  // namespace dateline::view
