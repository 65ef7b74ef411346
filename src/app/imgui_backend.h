#pragma once

#include "app/input_queue.h"

namespace dateline::gl {
class Window;
}

namespace dateline::app {

/// Dear ImGui's own GLFW and OpenGL backends over one window, fed from an InputQueue. Main thread only.
class ImGuiBackend {
  public:
    explicit ImGuiBackend(gl::Window& window);
    ~ImGuiBackend();
    ImGuiBackend(const ImGuiBackend&) = delete;
    ImGuiBackend& operator=(const ImGuiBackend&) = delete;

    /// Lengths and the pointer are in pixels of the framebuffer, whatever units the desktop counts in.
    void begin_frame();
    /// After the font atlas was built again.
    void upload_fonts();
    /// Ends the frame and draws it over what is there.
    void draw();
    InputQueue& input() { return input_; }

  private:
    gl::Window& window_;
    InputQueue input_;
};

}  // namespace dateline::app
