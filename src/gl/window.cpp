#include "gl/window.h"

// epoxy comes first: GLFW must not bring in another loader's headers.
#include <epoxy/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace dateline::gl {
namespace {

int g_windows = 0;
std::string g_last_error;  // GLFW reports on the main thread, the only one that opens windows

void on_error(int, const char* text) { g_last_error = text; }

void let_go() {
    if (g_windows == 0) glfwTerminate();
}

void hint_core_3_3() {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
#ifndef NDEBUG
    glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, GLFW_TRUE);  // costs drivers their speed
#endif
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
}

/// The size asked for, or what the screen has room for.
Window::Size fitted_to_screen(int width, int height) {
    int x = 0, y = 0, room_w = 0, room_h = 0;
    if (GLFWmonitor* screen = glfwGetPrimaryMonitor()) glfwGetMonitorWorkarea(screen, &x, &y, &room_w, &room_h);
    return {room_w > 0 ? std::min(width, room_w) : width, room_h > 0 ? std::min(height, room_h) : height};
}

/// What the driver offers at best, for a message; empty when it offers no OpenGL at all.
std::string version_offered() {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    GLFWwindow* probe = glfwCreateWindow(16, 16, "", nullptr, nullptr);
    if (!probe) return {};
    std::string version = std::to_string(glfwGetWindowAttrib(probe, GLFW_CONTEXT_VERSION_MAJOR)) + "." +
                          std::to_string(glfwGetWindowAttrib(probe, GLFW_CONTEXT_VERSION_MINOR));
    glfwMakeContextCurrent(probe);
    if (const auto* text = reinterpret_cast<const char*>(glGetString(GL_VERSION))) version = text;
    glfwDestroyWindow(probe);
    return version;
}

}  // namespace

base::Result<Window> Window::open(const Options& options) {
    glfwSetErrorCallback(on_error);
    if (!glfwInit()) {
        return base::fail("no display to open a window on (" + g_last_error + ")", {},
                          "make pictures without one by `dateline render`, or start under a display (DISPLAY or WAYLAND_DISPLAY)");
    }
    hint_core_3_3();
    glfwWindowHint(GLFW_VISIBLE, options.visible ? GLFW_TRUE : GLFW_FALSE);
    Window window;
    const Size size = fitted_to_screen(options.width, options.height);
    window.handle_ = glfwCreateWindow(size.width, size.height, options.title.c_str(), nullptr, nullptr);
    if (!window.handle_) {
        const std::string why = g_last_error;
        const std::string offered = version_offered();
        let_go();
        if (offered.empty()) {
            return base::fail("the display offers no OpenGL (" + why + ")", {},
                              "install libgl1-mesa-dri, or make pictures by `dateline render`");
        }
        return base::fail("the display offers OpenGL " + offered + ", and Dateline needs 3.3", {},
                          "update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1 to draw without the GPU");
    }
    ++g_windows;
    glfwMakeContextCurrent(window.handle_);
    glfwSwapInterval(1);
    window.context_.start();
    return window;
}

Window::~Window() {
    if (!handle_) return;
    glfwDestroyWindow(handle_);
    --g_windows;
    let_go();
}

Window::Window(Window&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)), context_(std::move(other.context_)) {}

Window& Window::operator=(Window&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(context_, other.context_);
    return *this;
}

Window::Size Window::framebuffer_px() const {
    Size size;
    glfwGetFramebufferSize(handle_, &size.width, &size.height);
    return size;
}

Window::Size Window::size() const {
    Size size;
    glfwGetWindowSize(handle_, &size.width, &size.height);
    return size;
}

float Window::content_scale() const {
    float x = 1, y = 1;
    glfwGetWindowContentScale(handle_, &x, &y);
    return x > 0 ? x : 1.0f;
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(handle_, title.c_str()); }
bool Window::should_close() const { return glfwWindowShouldClose(handle_) != 0; }
void Window::request_close(bool close) { glfwSetWindowShouldClose(handle_, close ? GLFW_TRUE : GLFW_FALSE); }
void Window::swap_buffers() { glfwSwapBuffers(handle_); }

void Window::poll_events(double wait_s) {
    if (wait_s > 0) {
        glfwWaitEventsTimeout(wait_s);
    } else {
        glfwPollEvents();
    }
}

void Window::wake() { glfwPostEmptyEvent(); }

}  // namespace dateline::gl
