#include "ui/style.h"

#include <imgui.h>

namespace dateline::ui {
namespace {

ImVec4 rgba(view::Color c) { return {c.r, c.g, c.b, c.a}; }

void set_colors(ImGuiStyle& style, const view::Theme& t) {
    const auto set = [&](ImGuiCol slot, view::Color color) { style.Colors[slot] = rgba(color); };
    const view::Color clear{0, 0, 0, 0};
    set(ImGuiCol_Text, t.text);
    set(ImGuiCol_TextDisabled, t.text3);
    set(ImGuiCol_WindowBg, t.panel);
    set(ImGuiCol_ChildBg, clear);
    set(ImGuiCol_PopupBg, t.raised);
    set(ImGuiCol_Border, t.line_strong);
    set(ImGuiCol_BorderShadow, clear);
    set(ImGuiCol_FrameBg, t.well);
    set(ImGuiCol_FrameBgHovered, t.well);
    set(ImGuiCol_FrameBgActive, t.well);
    set(ImGuiCol_TitleBg, t.raised);
    set(ImGuiCol_TitleBgActive, t.raised);
    set(ImGuiCol_MenuBarBg, t.panel);
    set(ImGuiCol_ScrollbarBg, clear);
    set(ImGuiCol_ScrollbarGrab, t.line);
    set(ImGuiCol_ScrollbarGrabHovered, t.line_strong);
    set(ImGuiCol_ScrollbarGrabActive, t.text3);
    set(ImGuiCol_CheckMark, t.ink);
    set(ImGuiCol_SliderGrab, t.text3);
    set(ImGuiCol_SliderGrabActive, t.text2);
    set(ImGuiCol_Button, t.raised);
    set(ImGuiCol_ButtonHovered, t.hover);
    set(ImGuiCol_ButtonActive, t.hover);
    set(ImGuiCol_Header, t.hover);
    set(ImGuiCol_HeaderHovered, t.hover);
    set(ImGuiCol_HeaderActive, t.hover);
    set(ImGuiCol_Separator, t.line);
    set(ImGuiCol_TextSelectedBg, view::with_alpha(t.ink, 0.25f));
    set(ImGuiCol_NavHighlight, clear);
    set(ImGuiCol_ModalWindowDimBg, view::with_alpha(t.app, 0.6f));
    set(ImGuiCol_ResizeGrip, clear);
}

}  // namespace

void apply_style(const view::Theme& theme, float scale) {
    ImGuiStyle style;
    style.WindowPadding = {16, 16};
    style.WindowRounding = 4;
    style.WindowBorderSize = 1;
    style.ChildBorderSize = 0;
    style.PopupRounding = 4;
    style.PopupBorderSize = 1;
    style.FramePadding = {8, 4};
    style.FrameRounding = 4;
    style.FrameBorderSize = 1;
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {8, 4};
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabRounding = 4;
    style.WindowMinSize = {16, 16};
    style.DisplaySafeAreaPadding = {0, 0};
    style.CircleTessellationMaxError = 0.15f;
    style.ScaleAllSizes(scale);
    set_colors(style, theme);
    ImGui::GetStyle() = style;
}

}  // namespace dateline::ui
