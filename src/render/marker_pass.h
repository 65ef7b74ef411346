#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "render/gpu_cache.h"
#include "render/marker_cells.h"
#include "render/target.h"
#include "render/world_program.h"

#include <span>

namespace dateline::render {

/// The uniforms of marker_state.glsl that a frame's clock sets.
void apply_clock(const gl::Program& program, const view::MarkerTime& time);

/// DrawMarkers. A set is uploaded once a key; a frame picks the ranges that are on screen and in the time window and
/// hands over the clock, and the vertex shader finds each event's state. Scrubbing uploads nothing.
class MarkerPass {
  public:
    static base::Result<MarkerPass> create(const gl::ShaderSource& source);
    void draw(const view::DrawMarkers& item, const WorldView& world, const DrawContext& context);
    /// The same markers as single points, with a program of the caller's that is in use and has its target.
    void draw_points(const std::shared_ptr<const view::MarkerSet>& set, const view::MarkerTime& time, float reach_px,
                     const gl::Program& program, const WorldView& world, const DrawContext& context);
    void end_frame() { sets_.end_frame(); }
    void reload() {
        shapes_.reload_if_changed();
        dots_.reload_if_changed();
    }

  private:
    /// Some of a set's markers: all, those open at an end, or those raised above the rest.
    struct Part {
        MarkerCells cells;
        gl::Buffer buffer;
        gl::VertexArray quads, points;
    };
    struct GpuSet {
        Part all, open, raised;
        geo::WorldBox box;
        float reach_px = 0;  ///< the largest offset
    };
    /// What one copy of the world shows of a set.
    struct Shown {
        std::vector<MarkerCells::Range> all, open;
        std::size_t markers = 0;  ///< in the cells on screen, at whatever time
    };
    MarkerPass(WorldProgram shapes, WorldProgram dots) : shapes_(std::move(shapes)), dots_(std::move(dots)) {}

    static Part make_part(const view::MarkerSet& set, const std::vector<std::uint32_t>& chosen, Stats& stats);
    static std::pair<GpuSet, std::size_t> upload(const view::MarkerSet& set, Stats& stats);
    static Shown shown(const GpuSet& gpu, const view::MarkerSet& set, const view::MarkerTime& time, float reach_px, const WorldView& world,
                       int copy);
    void draw_ranges(Part& part, std::span<const MarkerCells::Range> ranges, bool as_dots, const DrawContext& context);
    void apply(const gl::Program& program, const view::DrawMarkers& item, const DrawContext& context);

    WorldProgram shapes_, dots_;
    GpuCache<GpuSet> sets_{std::size_t{256} << 20};
    std::vector<int> firsts_, counts_;
};

}  // namespace dateline::render
