#pragma once

#include "geo/world_image.h"

#include <memory>
#include <vector>

namespace dateline::document {

/// Shaded relief as a quadtree of Web Mercator squares, each level shaded for its own scale. A pixel is two bytes: light
/// (128 where the ground is flat, less in shadow), and height (0 at the sea, 255 at kReliefHighestM); below the sea, depth.
struct ReliefPyramid {
    int tile_px = 0;      ///< side of a square, without the gutter that lies around it
    int gutter_px = 0;
    /// [level][row * side + column] with side = 2^level; null where all is flat and at the sea's level.
    std::vector<std::vector<std::shared_ptr<const geo::WorldImage>>> levels;
};
inline constexpr double kReliefHighestM = 5000;
inline constexpr double kReliefDeepestM = 6000;
inline constexpr std::uint8_t kReliefFlat = 128;

struct Relief {
    ReliefPyramid land, sea;
};

}  // namespace dateline::document
