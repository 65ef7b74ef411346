#include "render/snapshot.h"

#include "gl/texture.h"

#include <algorithm>
#include <cstring>

namespace dateline::render {
namespace {

constexpr int kMostSidePx = 65536;
constexpr std::int64_t kMostPixels = 400'000'000;

void straighten_alpha(std::vector<std::uint8_t>& rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned a = rgba[i + 3];
        if (a == 255 || a == 0) continue;
        for (std::size_t k = 0; k < 3; ++k) rgba[i + k] = static_cast<std::uint8_t>(std::min(255u, (rgba[i + k] * 255u + a / 2) / a));
    }
}

/// A tile's pixels, lowest row first, into their place in the picture.
void put(const std::vector<std::uint8_t>& tile, const Target& at, int width, int height, view::Image& image) {
    for (int row = 0; row < height; ++row) {
        const auto y = static_cast<std::size_t>(at.origin_y + height - 1 - row);
        const std::size_t to = 4 * (y * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(at.origin_x));
        const auto row_bytes = 4 * static_cast<std::size_t>(width);
        std::memcpy(image.rgba.data() + to, tile.data() + static_cast<std::size_t>(row) * row_bytes, row_bytes);
    }
}

}  // namespace

base::Result<view::Image> render_to_image(gl::Context& context, Renderer& renderer, const view::Frame& frame, int largest_tile_px) {
    const int width = frame.width_px, height = frame.height_px;
    if (width <= 0 || height <= 0 || width > kMostSidePx || height > kMostSidePx || std::int64_t{width} * height > kMostPixels) {
        return base::fail("a picture of " + std::to_string(width) + " x " + std::to_string(height) + " px cannot be drawn", {},
                          "ask for at most 65536 px a side and 400 megapixels");
    }
    context.make_current();
    view::Image image{0, width, height, std::vector<std::uint8_t>(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height))};
    const int side = std::clamp(largest_tile_px, 64, std::max(64, context.limits().texture_px / 4));
    const int tile_w = std::min(side, width), tile_h = std::min(side, height);
    const std::uint32_t before = gl::Framebuffer::current();
    const gl::Texture texture(gl::Format::Rgba8, tile_w, tile_h, gl::Filter::Nearest);
    const gl::Framebuffer framebuffer(texture);
    for (int y = 0; y < height; y += tile_h) {
        for (int x = 0; x < width; x += tile_w) {
            framebuffer.bind();
            const int w = std::min(tile_w, width - x), h = std::min(tile_h, height - y);
            const Target target{tile_w, tile_h, x, y, framebuffer.id()};
            renderer.draw(frame, target);
            put(gl::read_rgba8(0, tile_h - h, w, h), target, w, h, image);
        }
    }
    gl::Framebuffer::bind_raw(before);
    straighten_alpha(image.rgba);
    return image;
}

}  // namespace dateline::render
