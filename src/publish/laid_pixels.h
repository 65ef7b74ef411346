#pragma once

#include "view/frame.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::publish {

/// What lies on the world, drawn for a page as one picture: premultiplied ARGB in the machine's byte order, as Cairo has it.
struct LaidPixels {
    int x = 0, y = 0, width = 0, height = 0;  ///< where on the page
    std::vector<std::uint32_t> argb;
};

/// The part of the map's rect that the pieces cover, in their order, through the map's own projection; width 0 for none.
LaidPixels laid_pixels(const view::MapTransform& map, std::span<const view::LayImage> pieces);

}  // namespace dateline::publish
