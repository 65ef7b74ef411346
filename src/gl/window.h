#pragma once

#include "base/result.h"
#include "gl/context.h"

#include <memory>
#include <string>

struct GLFWwindow;

namespace dateline::gl {

/// A window with an OpenGL 3.3 core context, current from the start, and vsync. Main thread only.
class Window {
  public:
    struct Options {
        std::string title = "Dateline";
        int width = 1440, height = 900;  ///< screen coordinates, not pixels
        bool visible = true;
    };
    struct Size {
        int width = 0, height = 0;
    };

    /// Errors: no display; no OpenGL 3.3 (says which version there is).
    static base::Result<Window> open(const Options& options);
    ~Window();
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;

    Context& context() { return context_; }
    /// For ImGui's backend and input callbacks only.
    GLFWwindow* handle() const { return handle_; }

    Size framebuffer_px() const;
    Size size() const;
    /// Pixels per 1x pixel: the display's DPI setting.
    float content_scale() const;
    void set_title(const std::string& title);
    bool should_close() const;
    void request_close(bool close = true);
    void swap_buffers();
    /// Handles what has happened; with `wait_s` > 0 sleeps until something happens or that time is over.
    void poll_events(double wait_s = 0);
    /// Wakes poll_events from any thread.
    static void wake();

  private:
    Window() = default;
    GLFWwindow* handle_ = nullptr;
    Context context_;
};

}  // namespace dateline::gl
