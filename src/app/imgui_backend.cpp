#include "app/imgui_backend.h"

#include "gl/window.h"

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
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImGuiBackend::~ImGuiBackend() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void ImGuiBackend::begin_frame() {
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
