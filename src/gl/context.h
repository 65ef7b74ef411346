#pragma once

#include "base/result.h"

#include <memory>
#include <string>

namespace dateline::gl {

struct Limits {
    int texture_px = 0;  ///< the largest side of a texture
    int viewport_px = 0;
    float point_px = 1;   ///< the largest point
    std::string version;  ///< as the driver words it
    std::string renderer;
};

/// An OpenGL 3.3 core context, current on the thread that made it. One Context, one thread.
class Context {
  public:
    /// EGL without a surface: needs no display and no GPU.
    /// Errors: no EGL driver; no OpenGL 3.3 (says which version there is).
    static base::Result<Context> offscreen();

    ~Context();
    Context(Context&&) noexcept;
    Context& operator=(Context&&) noexcept;

    void make_current();
    const Limits& limits() const { return limits_; }

  private:
    friend class Window;
    struct Egl;
    Context();
    void start();

    std::unique_ptr<Egl> egl_;  ///< null where a window owns the context
    Limits limits_;
};

}  // namespace dateline::gl
