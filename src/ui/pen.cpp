#include "ui/pen.h"

#include <imgui_internal.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

float size_of(Font font) {
    switch (font) {
        case Font::Micro:
        case Font::MicroMedium:
        case Font::MicroBold: return 11;
        case Font::Body:
        case Font::BodyMedium:
        case Font::BodyBold: return 13;
        case Font::Lead:
        case Font::Icons: return 16;
        case Font::Title: return 20;
    }
    return 13;
}

constexpr float kCapHeightEm = 0.727f;  // Inter's

float width_px(const ImFont* font, std::string_view text) {
    return font->CalcTextSizeA(font->FontSize, 1e9f, 0, text.data(), text.data() + text.size()).x;
}

/// Largest byte count of whole characters that fits.
std::size_t fitting_bytes(const ImFont* font, std::string_view text, float max_px) {
    std::size_t good = 0;
    float x = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0) == 0x80) ++next;
        x += width_px(font, text.substr(at, next - at));
        if (x > max_px) break;
        good = at = next;
    }
    return good;
}

}  // namespace

ImU32 packed(Color c) { return ImGui::ColorConvertFloat4ToU32({c.r, c.g, c.b, c.a}); }

ImVec2 Pen::px(float x, float y) const { return {std::round(origin_.x + x * look_->scale), std::round(origin_.y + y * look_->scale)}; }

void Pen::fill(Box box, Color color, float radius) const {
    list_->AddRectFilled(px(box.x, box.y), px(box.right(), box.bottom()), packed(color), radius * look_->scale);
}

void Pen::outline(Box box, Color color, float radius) const {
    const float width = std::max(1.f, std::round(look_->scale));
    const ImVec2 a = px(box.x, box.y), b = px(box.right(), box.bottom());
    list_->AddRect({a.x + width / 2 - 0.5f, a.y + width / 2 - 0.5f}, {b.x - width / 2 + 0.5f, b.y - width / 2 + 0.5f}, packed(color),
                   radius * look_->scale, 0, width);
}

void Pen::hline(float x0, float x1, float y, Color color) const {
    const ImVec2 a = px(x0, y);
    list_->AddRectFilled(a, {px(x1, y).x, a.y + std::max(1.f, std::round(look_->scale))}, packed(color));
}

void Pen::vline(float x, float y0, float y1, Color color) const {
    const ImVec2 a = px(x, y0);
    list_->AddRectFilled(a, {a.x + std::max(1.f, std::round(look_->scale)), px(x, y1).y}, packed(color));
}

void Pen::line(float x0, float y0, float x1, float y1, Color color, float width) const {
    list_->AddLine(exact_px(x0, y0), exact_px(x1, y1), packed(color), width * look_->scale);
}

float Pen::width(Font font, std::string_view text) const { return width_px(look_->fonts.of(font), text) / look_->scale; }

void Pen::text(Font font, Color color, float x, float baseline, std::string_view text) const {
    look_->fonts.want(text);
    const ImFont* face = look_->fonts.of(font);
    const ImVec2 at = px(x, baseline);
    list_->AddText(face, face->FontSize, {at.x, at.y - std::round(face->Ascent)}, packed(color), text.data(), text.data() + text.size());
}

void Pen::text_right(Font font, Color color, float x_right, float baseline, std::string_view text) const {
    this->text(font, color, x_right - width(font, text), baseline, text);
}

void Pen::text_center(Font font, Color color, float x_mid, float baseline, std::string_view text) const {
    this->text(font, color, x_mid - width(font, text) / 2, baseline, text);
}

std::string Pen::fitted(Font font, std::string_view text, float max_width) const {
    const ImFont* face = look_->fonts.of(font);
    if (width_px(face, text) <= max_width * look_->scale + 0.5f) return std::string(text);
    const float room = max_width * look_->scale - width_px(face, "…");
    std::string_view kept = text.substr(0, fitting_bytes(face, text, room));
    while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
    return std::string(kept) + "…";
}

float Pen::text_fitted(Font font, Color color, float x, float baseline, float max_width, std::string_view text) const {
    const std::string shown = fitted(font, text, max_width);
    this->text(font, color, x, baseline, shown);
    const float shown_width = width(font, shown);
    const float size = size_of(font);
    if (shown.size() != text.size() && hovers({x, baseline - size, shown_width, size * 1.3f})) tooltip(*look_, text);
    return shown_width;
}

float Pen::baseline_for(Font font, float y) { return y + size_of(font) * kCapHeightEm / 2; }

void Pen::icon(Icon icon, Color color, float x_mid, float y_mid) const {
    const ImFont* face = look_->fonts.of(Font::Icons);
    const std::string& glyph = look_->fonts.icon(icon);
    if (glyph.empty()) return;
    const float half = 8 * look_->scale;
    const ImVec2 mid = exact_px(x_mid, y_mid);
    list_->AddText(face, face->FontSize, {std::round(mid.x - half), std::round(mid.y - half)}, packed(color), glyph.data(),
                   glyph.data() + glyph.size());
}

Pen::Touch Pen::touch(const char* id, Box box) const {
    const ImVec2 a = px(box.x, box.y), b = px(box.right(), box.bottom());
    ImGui::SetCursorScreenPos(a);
    Touch touch;
    touch.pressed = ImGui::InvisibleButton(id, {std::max(1.f, b.x - a.x), std::max(1.f, b.y - a.y)});
    touch.hovered = ImGui::IsItemHovered();
    touch.held = ImGui::IsItemActive();
    touch.double_clicked = touch.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    return touch;
}

bool Pen::hovers(Box box) const {
    return ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
           ImGui::IsMouseHoveringRect(px(box.x, box.y), px(box.right(), box.bottom()));
}

void tooltip(const Look& look, std::string_view text) {
    constexpr float kPatience_s = 0.35f;
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    if (imgui.HoveredId != 0 && imgui.HoveredIdTimer < kPatience_s) {
        if (look.again != nullptr) *look.again = true;
        return;
    }
    look.fonts.want(text);
    ImGui::PushFont(look.fonts.of(Font::Micro));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {8 * look.scale, 6 * look.scale});
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(360 * look.scale);
    const float height = ImGui::CalcTextSize(text.data(), text.data() + text.size(), false, 360 * look.scale).y + 2 * 6 * look.scale;
    // Its window is as large as what it said in the frame before.
    if (look.again != nullptr && (ImGui::IsWindowAppearing() || ImGui::GetWindowHeight() + 0.5f < height)) *look.again = true;
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

}  // namespace dateline::ui
