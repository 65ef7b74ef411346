#pragma once

#include "gl/object.h"
#include "gl/state.h"

#include <cstddef>
#include <span>
#include <vector>

namespace dateline::gl {

enum class Format : std::uint8_t { R8, Rg8, Rgba8, R32F };  ///< R32F holds sums; it is drawn into, not written
enum class Filter : std::uint8_t { Nearest, Linear, Mipmap };

/// A 2D texture, clamped to its edge, cleared to zero.
class Texture : public Object {
  public:
    Texture(Format format, int width, int height, Filter filter);

    int width() const { return width_; }
    int height() const { return height_; }
    Format format() const { return format_; }
    /// Rows are tight, the first one at `y`.
    void write(int x, int y, int width, int height, std::span<const std::uint8_t> pixels);
    void make_mipmaps();
    void bind(int unit) const;

  private:
    int width_, height_;
    Format format_;
};

/// Draws into one texture.
class Framebuffer : public Object {
  public:
    explicit Framebuffer(const Texture& color);
    void bind() const;

    /// The framebuffer that draws go to now, as a raw name: how a renderer returns to a target it does not own.
    static std::uint32_t current();
    static void bind_raw(std::uint32_t name);
};

/// All of one framebuffer to another of the same size, by their raw names; neither has several samples a pixel.
void copy_pixels(std::uint32_t from, std::uint32_t to, int width, int height);
/// From a framebuffer to a larger one, smoothly, `times` as wide and high and from the upper left of both, who are `from_height` and
/// `to_height` high. Only what lies in `box` of the larger is written.
void stretch_pixels(std::uint32_t from, int from_width, int from_height, std::uint32_t to, int to_height, int times, const Box& box);
/// As much as `box` of one framebuffer, from its pixel (x, y) on, to the box of another.
void copy_pixels(std::uint32_t from, std::uint32_t to, const Box& box, int x, int y);

/// RGBA8 of the bound framebuffer; GL's row order: the lowest first.
std::vector<std::uint8_t> read_rgba8(int x, int y, int width, int height);

/// GPU time of the commands between begin and end. One at a time.
class Query : public Object {
  public:
    Query() : Object(ObjectKind::Query) {}
    void begin();
    void end();
    /// Waits for the GPU.
    double elapsed_s() const;
};

}  // namespace dateline::gl
