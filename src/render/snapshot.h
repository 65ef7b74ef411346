#pragma once

#include "base/result.h"
#include "render/renderer.h"

namespace dateline::render {

/// Draws `frame` off-screen at its own size and reads it back: RGBA8, straight alpha, the top row first, `key` 0. What
/// is larger than the GPU's textures is drawn in tiles, with the same pixels. Two runs give the same bytes.
/// Errors: a size of nothing or beyond 65536 px a side or 400 megapixels.
base::Result<view::Image> render_to_image(gl::Context& context, Renderer& renderer, const view::Frame& frame, int largest_tile_px = 4096);

}  // namespace dateline::render
