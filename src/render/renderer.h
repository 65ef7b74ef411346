#pragma once

#include "base/result.h"
#include "gl/context.h"
#include "render/target.h"
#include "view/frame.h"
#include "view/text.h"

#include <memory>

namespace dateline::render {

/// Draws Frames with OpenGL. Owns the programs and the GPU copies of what Frames name by key; one a context.
class Renderer {
  public:
    /// Errors: a shader is missing or does not compile (file:line). `type` must outlive the renderer.
    static base::Result<Renderer> create(gl::Context& context, const view::Typesetter& type);
    ~Renderer();
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    /// Into the framebuffer that is bound, whose size is the frame's. Draws only what differs from the frame before and what
    /// lies over that (see KeptPicture).
    void draw(const view::Frame& frame);
    /// As draw, for a window that is looked at while its map moves: where frames then take too long, the ground is coarser until
    /// the map rests (see MotionDetail), and a frame is owed until then.
    void draw_live(const view::Frame& frame, double now_s);
    /// What the frame drawn last took until it was shown.
    void took(double frame_s);
    bool owes_frame() const;
    /// The part that `target` says of a picture on its own: no map that moves has to keep its patterns from crawling.
    void draw(const view::Frame& frame, const Target& target);

    /// Of the last draw.
    const Stats& stats() const;
    /// In a hot-reload build: compiles again the shaders that changed. Cheap enough for a few times a second.
    void reload_changed_shaders();

  private:
    struct Impl;
    explicit Renderer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::render
