#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "render/gpu_cache.h"
#include "render/target.h"
#include "render/world_program.h"

#include <vector>

namespace dateline::render {

/// DrawArcs. A set is uploaded once a key; the vertex shader finds each arc's state from the clock.
class ArcPass {
  public:
    static base::Result<ArcPass> create(const gl::ShaderSource& source);
    void draw(const view::DrawArcs& item, const WorldView& world, const DrawContext& context);
    void end_frame() { sets_.end_frame(); }
    void reload() { program_.reload_if_changed(); }

  private:
    struct GpuSet {
        gl::Buffer points;
        gl::VertexArray segments;
        std::size_t count = 0;
    };
    explicit ArcPass(WorldProgram program) : program_(std::move(program)) {}
    static std::pair<GpuSet, std::size_t> upload(const view::ArcSet& set, Stats& stats);

    WorldProgram program_;
    GpuCache<GpuSet> sets_{std::size_t{64} << 20};
};

}  // namespace dateline::render
