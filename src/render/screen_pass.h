#pragma once

#include "gl/buffer.h"
#include "gl/program.h"
#include "gl/texture.h"
#include "render/glyph_atlas.h"
#include "render/gpu_cache.h"
#include "render/screen_batcher.h"
#include "render/target.h"

#include <array>
#include <optional>

namespace dateline::render {

/// Draws batches of screen items from one streamed buffer a kind, and images.
class ScreenPass {
  public:
    static base::Result<ScreenPass> create(const gl::ShaderSource& source);
    /// Once a frame, after all batches are known.
    void upload(const ScreenBatcher::Streams& streams, Stats& stats);
    void draw(const ScreenBatcher::Batch& batch, const GlyphAtlas& atlas, const DrawContext& context);
    void draw(const view::DrawImage& item, const DrawContext& context);
    void end_frame() { images_.end_frame(); }
    void reload() {
        for (gl::Program& p : programs_) p.reload_if_changed();
        image_.reload_if_changed();
    }

  private:
    struct Stream {
        gl::Buffer buffer;
        gl::VertexArray vertices;
    };
    ScreenPass(std::vector<gl::Program> programs, gl::Program image) : programs_(std::move(programs)), image_(std::move(image)) {}

    std::vector<gl::Program> programs_;  ///< by ScreenKind
    gl::Program image_;
    std::array<Stream, kScreenKinds> streams_;
    gl::VertexArray nothing_;
    GpuCache<gl::Texture> images_{std::size_t{256} << 20};
};

}  // namespace dateline::render
