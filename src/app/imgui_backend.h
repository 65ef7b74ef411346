#pragma once

#include <deque>

struct GLFWwindow;

namespace dateline::gl {
class Window;
}

namespace dateline::app {

/// Dear ImGui's own GLFW and OpenGL backends over one window. Main thread only.
class ImGuiBackend {
  public:
    /// After the window's own callbacks are set: ImGui calls on to those it finds.
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
    /// Keys that wait for the next frame: draw it soon.
    bool keys_wait() const { return !keys_.empty(); }

  private:
    struct KeyEvent {
        int key, scancode, action, modifiers;
    };
    void hand_over_keys();
    static void on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers);

    gl::Window& window_;
    std::deque<KeyEvent> keys_;
};

}  // namespace dateline::app
