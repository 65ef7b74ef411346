#include "app/imgui_backend.h"

#include "gl/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <variant>

namespace dateline::app {
namespace {

/// Overload set for std::visit.
template <class... Handlers>
struct Cases : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Cases(Handlers...) -> Cases<Handlers...>;

void hand_to_imgui(GLFWwindow* window, const InputQueue::Event& event) {
    std::visit(Cases{
                   [](const InputQueue::Cursor&) {},  // read from the queue once a frame
                   [&](const InputQueue::Button& e) { ImGui_ImplGlfw_MouseButtonCallback(window, e.button, e.action, e.mods); },
                   [&](const InputQueue::Scroll& e) { ImGui_ImplGlfw_ScrollCallback(window, e.x, e.y); },
                   [&](const InputQueue::Key& e) { ImGui_ImplGlfw_KeyCallback(window, e.key, e.scancode, e.action, e.mods); },
                   [&](const InputQueue::Char& e) { ImGui_ImplGlfw_CharCallback(window, e.code); },
                   [&](const InputQueue::Focus& e) { ImGui_ImplGlfw_WindowFocusCallback(window, e.focused); },
                   [&](const InputQueue::Enter& e) { ImGui_ImplGlfw_CursorEnterCallback(window, e.entered); },
               },
               event);
}

}  // namespace

ImGuiBackend::ImGuiBackend(gl::Window& window) : window_(window), input_(window.handle()) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;  // the layout is ours; nothing is left behind in the working directory
    io.LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), false);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImGuiBackend::~ImGuiBackend() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void ImGuiBackend::begin_frame() {
    input_.hand_over([&](const InputQueue::Event& event) { hand_to_imgui(window_.handle(), event); });
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    // The backend has asked GLFW for pointer and modifiers as they are by now; the frame shows what was handed over.
    ImGuiIO& io = ImGui::GetIO();
    const auto framebuffer = window_.framebuffer_px(), size = window_.size();
    const double ratio = size.width > 0 ? static_cast<double>(framebuffer.width) / size.width : 1;
    const InputQueue::Cursor cursor = input_.cursor();
    if (ImGui::IsMousePosValid(&io.MousePos)) io.MousePos = {static_cast<float>(cursor.x * ratio), static_cast<float>(cursor.y * ratio)};
    for (std::size_t i = 0; i < InputQueue::kButtons; ++i) io.MouseDown[i] = input_.is_down(i);
#if IMGUI_VERSION_NUM < 18700
    const auto either = [&](int left, int right) { return io.KeysDown[left] || io.KeysDown[right]; };
    io.KeyCtrl = either(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL);
    io.KeyShift = either(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT);
    io.KeyAlt = either(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT);
    io.KeySuper = either(GLFW_KEY_LEFT_SUPER, GLFW_KEY_RIGHT_SUPER);
#endif
    io.DisplaySize = {static_cast<float>(framebuffer.width), static_cast<float>(framebuffer.height)};
    io.DisplayFramebufferScale = {1, 1};
    ImGui::NewFrame();
}

void ImGuiBackend::upload_fonts() {
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void ImGuiBackend::draw() {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace dateline::app
