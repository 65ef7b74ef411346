#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "gl/texture.h"
#include "render/marker_pass.h"
#include "render/target.h"
#include "render/world_program.h"

#include <optional>

namespace dateline::render {

/// DrawHeat, in three steps at a fraction of the resolution: each marker adds one to the coarse pixel that it stands on;
/// a bell is laid about every pixel, one axis after the other; sums become colours. So the cost is a pixel a marker,
/// however wide the bell. The markers are those that MarkerPass has on the GPU already.
class HeatPass {
  public:
    static base::Result<HeatPass> create(const gl::ShaderSource& source);
    void draw(const view::DrawHeat& item, MarkerPass& markers, const WorldView& world, const DrawContext& context);
    void reload() {
        splat_.reload_if_changed();
        for (gl::Program* p : {&blur_, &composite_}) p->reload_if_changed();
    }

  private:
    struct Scratch {
        gl::Texture texture;
        gl::Framebuffer framebuffer;
        explicit Scratch(int side) : texture(gl::Format::R32F, side, side, gl::Filter::Nearest), framebuffer(texture) {}
    };
    HeatPass(WorldProgram splat, gl::Program blur, gl::Program composite)
        : splat_(std::move(splat)), blur_(std::move(blur)), composite_(std::move(composite)) {}
    void blur_along(const Scratch& from, const Scratch& to, bool across, float sigma, const Target& coarse, Stats& stats);
    void composite(const view::DrawHeat& item, const Target& coarse, float part, const WorldView& world, const DrawContext& context);

    WorldProgram splat_;
    gl::Program blur_, composite_;
    gl::VertexArray nothing_;
    std::optional<Scratch> sums_, half_;
};

}  // namespace dateline::render
