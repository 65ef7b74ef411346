#pragma once

#include "geo/world_image.h"

#include <memory>
#include <vector>

namespace dateline::document {

/// Shaded relief as a quadtree of Web Mercator squares, each level shaded for its own scale. A pixel is two bytes: light
/// (128 where the ground is flat, less in shadow), and height (0 at the sea, 255 at kReliefHighestM); below the sea, depth.
/// What lies between the end of a pyramid's data, 85°, and a pole: we only know how it is at that edge, on the whole.
struct ReliefBeyond {
    float height = 0;                              ///< 0..1 of a pixel; the light is that of flat ground
    std::shared_ptr<const geo::WorldImage> image;  ///< one pixel of it over all that lies there; null where it is 0
};

struct ReliefPyramid {
    int tile_px = 0;  ///< side of a square, without the gutter that lies around it
    int gutter_px = 0;
    /// [level][row * side + column] with side = 2^level; null where all is flat and at the sea's level.
    std::vector<std::vector<std::shared_ptr<const geo::WorldImage>>> levels;
    ReliefBeyond north, south;
};
inline constexpr double kReliefHighestM = 5000;
inline constexpr double kReliefDeepestM = 6000;
inline constexpr std::uint8_t kReliefFlat = 128;

struct Relief {
    ReliefPyramid land, sea;
};

}  // namespace dateline::document
