#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "gl/texture.h"
#include "render/gpu_cache.h"
#include "render/quads.h"
#include "render/target.h"
#include "render/world_program.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace dateline::render {

/// How dash patterns follow the zoom: fixed to the world within an octave, so that they neither stretch far nor crawl.
struct PatternScale {
    float px_per_nominal = 1;  ///< 0.707 to 1.414
    float finer = 0;           ///< 0..1: how much of the next octave's pattern, of half the size, already shows
};
PatternScale pattern_scale(double world_px, float frame_scale);

/// StrokeLines. Ways to draw them:
///   plain     opaque or thin lines are blended straight into the picture, joins shared out between segments;
///   coverage  what is translucent or has a translucent casing is united in a scratch buffer first and coloured once;
///   glow      lies under either, united in a scratch buffer of a half or a quarter of the resolution;
///   flow      lies over either: glints that a uniform moves.
class LinePass {
  public:
    static base::Result<LinePass> create(const gl::ShaderSource& source);
    /// Lines of one style that follow each other: drawn as one shape.
    void draw(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context, const gl::Box& clip);
    void end_frame() { lines_.end_frame(); }
    void reload() {
        for (WorldProgram* p : {&plain_[0], &plain_[1], &coverage_[0], &coverage_[1], &glow_, &flow_}) p->reload_if_changed();
        for (gl::Program* p : {&composite_, &glow_composite_}) p->reload_if_changed();
    }

  private:
    /// Segments that follow each other, and where they lie: of many only those on screen are drawn.
    struct Stretch {
        Quads::Run run;
        geo::WorldBox box;
    };
    /// The lines, or what of them shows at a tolerance.
    struct GpuLevel {
        double tolerance = 0;  ///< world units
        gl::Buffer points;
        gl::VertexArray segments;
        std::size_t segment_count = 0;
        std::vector<Stretch> stretches;  ///< empty where there are few segments
    };
    /// Finest first; never empty.
    using GpuLines = std::vector<GpuLevel>;
    struct Scratch {
        gl::Texture texture;
        gl::Framebuffer framebuffer;
    };
    using Cores = std::array<WorldProgram, 2>;  ///< solid, and of any pattern
    LinePass(Cores plain, Cores coverage, gl::Program composite, WorldProgram glow, gl::Program glow_composite, WorldProgram flow)
        : plain_(std::move(plain)),
          coverage_(std::move(coverage)),
          glow_(std::move(glow)),
          flow_(std::move(flow)),
          composite_(std::move(composite)),
          glow_composite_(std::move(glow_composite)) {}

    static std::vector<Stretch> stretches_of(const std::vector<geo::LineSet::Vertex>& points, geo::WorldPoint origin);
    /// What is seen of a level's stretches in a copy of the world, as runs in runs_.
    void find_runs(const GpuLevel& level, const WorldView& world, int copy, float reach_px);
    GpuLevel upload_level(const geo::LineSet& lines, std::span<const int> exponents, int least);
    std::pair<GpuLines, std::size_t> upload(const geo::LineSet& lines, Stats& stats);
    /// `tolerance_px`: by how much the lines may be off their course.
    void draw_segments(const gl::Program& program, std::span<const view::StrokeLines* const> group, const WorldView& world,
                       const DrawContext& context, float reach_px, float tolerance_px, float start_period_px = 0);
    void draw_plain(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context);
    void draw_by_coverage(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context,
                          const gl::Box& clip);
    void composite(const view::LineStyle& style, const DrawContext& context);
    void draw_glow(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context,
                   const gl::Box& clip);

    void draw_flow(std::span<const view::StrokeLines* const> group, const WorldView& world, const DrawContext& context);

    Cores plain_, coverage_;
    WorldProgram glow_, flow_;
    gl::Program composite_, glow_composite_;
    gl::VertexArray nothing_;  ///< for draws without attributes
    std::optional<Scratch> scratch_, glow_scratch_;
    Quads quads_;
    std::vector<Quads::Run> runs_;
    GpuCache<GpuLines> lines_{std::size_t{128} << 20};
};

}  // namespace dateline::render
