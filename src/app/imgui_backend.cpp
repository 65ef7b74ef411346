#include "app/imgui_backend.h"

#include "gl/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace dateline::app {

ImGuiBackend::ImGuiBackend(gl::Window& window) : window_(window) {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;   // the layout is ours; nothing is left behind in the working directory
    io.LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    io.UserData = this;
    glfwSetKeyCallback(window.handle(), on_key);
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImGuiBackend::~ImGuiBackend() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void ImGuiBackend::on_key(GLFWwindow*, int key, int scancode, int action, int modifiers) {
    static_cast<ImGuiBackend*>(ImGui::GetIO().UserData)->keys_.push_back({key, scancode, action, modifiers});
}

/// A key that goes down and up between two frames would never be seen, and its modifiers would be gone: after the first
/// key that goes down the rest waits for the next frame. (Dear ImGui does this itself from 1.87 on.)
void ImGuiBackend::hand_over_keys() {
    bool seen = false;
    while (!keys_.empty() && !seen) {
        const KeyEvent event = keys_.front();
        keys_.pop_front();
        const bool modifier = event.key >= GLFW_KEY_LEFT_SHIFT && event.key <= GLFW_KEY_RIGHT_SUPER;
        seen = event.action == GLFW_PRESS && !modifier;
        ImGui_ImplGlfw_KeyCallback(window_.handle(), event.key, event.scancode, event.action, event.modifiers);
    }
}

void ImGuiBackend::begin_frame() {
    hand_over_keys();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    const auto framebuffer = window_.framebuffer_px(), size = window_.size();
    if (framebuffer.width != size.width && size.width > 0) {
        const float ratio = static_cast<float>(framebuffer.width) / static_cast<float>(size.width);
        if (ImGui::IsMousePosValid(&io.MousePos)) io.MousePos = {io.MousePos.x * ratio, io.MousePos.y * ratio};
    }
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
