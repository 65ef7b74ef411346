#pragma once

#include "geo/lonlat.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dateline::geo {

/// Pixels that lie on the world, row 0 in the north, evenly spaced in Web Mercator. `key` is unique to the content and
/// never reused, so a renderer may cache by it.
struct WorldImage {
    std::uint64_t key = 0;
    WorldBox box;  ///< from the outer edge of the first pixel to that of the last
    int width = 0, height = 0;
    int channels = 4;                      ///< bytes a pixel: RGBA with straight alpha, or 2 of shaded relief
    std::span<const std::uint8_t> pixels;  ///< rows are tight
    std::shared_ptr<const void> owner;     ///< of the pixels

    bool whole() const {
        return width > 0 && height > 0 && channels > 0 &&
               pixels.size() >= static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
    }
    static WorldImage owning(std::vector<std::uint8_t> pixels, int width, int height, int channels) {
        const auto kept = std::make_shared<const std::vector<std::uint8_t>>(std::move(pixels));
        WorldImage image;
        image.width = width, image.height = height, image.channels = channels;
        image.pixels = *kept;
        image.owner = kept;
        return image;
    }
};

/// The box of a square of the quadtree: at level 0 one holds the world, each next level halves it.
inline WorldBox square_box(int level, int column, int row) {
    const double side = std::ldexp(1.0, -level);
    return {column * side, row * side, (column + 1) * side, (row + 1) * side};
}

}  // namespace dateline::geo
