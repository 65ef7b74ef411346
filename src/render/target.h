#pragma once

#include "gl/program.h"
#include "gl/state.h"
#include "view/frame.h"

#include <array>
#include <cstdint>

namespace dateline::render {

/// What one Renderer::draw cost.
struct Stats {
    int draw_calls = 0;
    std::size_t uploaded_bytes = 0;
    std::size_t vertices = 0;
    int ground_divisor = 1;  ///< by which the resolution of the ground was divided
};

/// The framebuffer that is drawn into, and which part of the picture it holds: all of it, or a tile.
struct Target {
    int width = 0, height = 0;       ///< of the framebuffer, px
    int origin_x = 0, origin_y = 0;  ///< the picture's pixel that is the framebuffer's upper left
    std::uint32_t framebuffer = 0;

    /// A power of two, so that tile and whole compute the same coordinates; larger than the framebuffer by a margin,
    /// within which points whose centre is outside are still drawn.
    int viewport_side() const;
    gl::Box viewport() const;
    gl::Box whole() const { return {0, 0, width, height}; }
    /// Picture rect to framebuffer pixels, rounded to whole ones and cut to the framebuffer; empty sizes are 0.
    gl::Box box_of(const view::RectPx& rect) const;
    /// Sets u_target, and u_frag_origin where a shader asks for it.
    void apply(const gl::Program& program) const;
    bool operator==(const Target&) const = default;
};

gl::Box intersection(const gl::Box& a, const gl::Box& b);
gl::Box united(const gl::Box& a, const gl::Box& b);
inline bool is_empty(const gl::Box& box) { return box.width <= 0 || box.height <= 0; }

/// What every pass needs to draw one item.
struct DrawContext {
    const Target& target;
    gl::Box clip;     ///< the current ClipTo
    float scale = 1;  ///< of the frame
    Stats& stats;
    std::array<float, 2> hatch_origin_px{};  ///< where screen patterns begin
    bool on_its_own = false;  ///< a picture, no step of a map that zooms: patterns have the lengths that the frame says, as on a page
    bool passing = false;     ///< small and stretched, while the map moves: what is as good as unseen is left out
};

/// Nobody sees what moves be off its course by less, in pixels of a passing picture.
inline constexpr double kUnseenPassingPx = 0.6;

}  // namespace dateline::render
