#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "render/gpu_cache.h"
#include "render/target.h"
#include "render/world_view.h"

namespace dateline::render {

/// Indices [first, last) of the markers, sorted by begin, that can overlap the window; those without a begin or an end
/// that started earlier are not among them.
struct MarkerRange {
    std::size_t first = 0, last = 0;
};
MarkerRange markers_in_window(const view::MarkerSet& set, const view::MarkerTime& time);

/// DrawMarkers. A set is uploaded once a key, sorted by begin; a frame picks a range of it and hands over the clock,
/// and the vertex shader finds each event's state. Scrubbing uploads nothing.
class MarkerPass {
  public:
    static base::Result<MarkerPass> create(const gl::ShaderSource& source);
    void draw(const view::DrawMarkers& item, const WorldView& world, const DrawContext& context);
    void end_frame() { sets_.end_frame(); }
    void reload() {
        shapes_.reload_if_changed();
        dots_.reload_if_changed();
    }

  private:
    /// Some of a set's markers: all, those open at an end, or those raised above the rest.
    struct Part {
        gl::Buffer buffer;
        gl::VertexArray quads, points;
        std::vector<std::uint32_t> index;   ///< into the set; empty for the part that holds all
        std::size_t count = 0;
    };
    struct GpuSet {
        Part all, open, raised;
        geo::WorldBox box;
        float reach_px = 0;   ///< the largest offset
    };
    MarkerPass(gl::Program shapes, gl::Program dots) : shapes_(std::move(shapes)), dots_(std::move(dots)) {}

    static Part make_part(const view::MarkerSet& set, std::vector<std::uint32_t> index, bool all, Stats& stats);
    static std::pair<GpuSet, std::size_t> upload(const view::MarkerSet& set, Stats& stats);
    void draw_part(Part& part, std::size_t first, std::size_t last, bool as_dots, const DrawContext& context);
    void apply(const gl::Program& program, const view::DrawMarkers& item, const DrawContext& context);

    gl::Program shapes_, dots_;
    GpuCache<GpuSet> sets_{std::size_t{256} << 20};
};

}  // namespace dateline::render
