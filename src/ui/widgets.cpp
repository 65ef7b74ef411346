#include "ui/keys.h"
#include "ui/parts.h"

#include <algorithm>

namespace dateline::ui {
namespace {

constexpr float kRadius = 4, kTagRadius = 3;

Color ground_of(const Pen& pen, const Pen::Touch& touch) { return touch.hovered || touch.held ? pen.theme().hover : pen.theme().raised; }

}  // namespace

Pen begin_region(const Ui& ui, const char* id, view::RectPx rect, Color ground) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({std::max(1.f, rect.w), std::max(1.f, rect.h)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, packed(ground));
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
    return Pen(ui.look, ImGui::GetWindowDrawList(), {rect.x, rect.y});
}

void end_region() { ImGui::End(); }

bool icon_button(const Pen& pen, const char* id, Icon icon, float x, float y, std::string_view tip, bool on, bool enabled, float half) {
    const auto touch = pen.touch(id, {x - half, y - half, 2 * half, 2 * half});
    if (enabled && (touch.hovered || on)) pen.fill({x - half, y - half, 2 * half, 2 * half}, pen.theme().hover, kRadius);
    const Color color = !enabled ? view::with_alpha(pen.theme().text3, 0.5f) : touch.hovered || on ? pen.theme().text : pen.theme().text2;
    pen.icon(icon, color, x, y);
    if (touch.hovered && !tip.empty()) tooltip(pen.look(), tip);
    return touch.pressed && enabled;
}

void key_cap(const Pen& pen, Box box, std::string_view label, Color color) {
    pen.outline(box, view::with_alpha(color, 0.45f), kTagRadius);
    pen.text_center(Font::Micro, color, box.mid_x(), Pen::baseline_for(Font::Micro, box.mid_y()), label);
}

float button_width(const Pen& pen, std::string_view label, const ButtonLook& look) {
    float width = 24 + pen.width(Font::BodyMedium, label);
    if (look.icon) width += 22;
    if (!look.key.empty()) width += 14 + pen.width(Font::Micro, look.key) + 6;
    return width;
}

bool button(const Pen& pen, const char* id, Box box, std::string_view label, const ButtonLook& look) {
    const auto touch = pen.touch(id, box);
    const view::Theme& theme = pen.theme();
    Color ink = look.primary ? theme.on_ink : theme.text;
    if (look.primary) {
        pen.fill(box, touch.hovered && look.enabled ? view::mix(theme.ink, theme.text2, 0.15f) : theme.ink, kRadius);
    } else {
        pen.fill(box, look.enabled ? ground_of(pen, touch) : theme.panel, kRadius);
        pen.outline(box, theme.line, kRadius);
    }
    if (!look.enabled) ink = view::with_alpha(theme.text3, 0.6f);
    // A narrow button shows no key.
    ButtonLook bare = look;
    bare.key = {};
    const bool with_key = !look.key.empty() && button_width(pen, label, look) - 12 <= box.w;
    float x = box.mid_x() - (button_width(pen, label, with_key ? look : bare) - 24) / 2;
    if (look.icon) {
        pen.icon(*look.icon, ink, x + 8, box.mid_y());
        x += 22;
    }
    pen.text(Font::BodyMedium, ink, x, Pen::baseline_for(Font::BodyMedium, box.mid_y()), label);
    if (with_key) {
        x += pen.width(Font::BodyMedium, label) + 8;
        const float width = pen.width(Font::Micro, look.key) + 10;
        key_cap(pen, {x, box.mid_y() - 8, width, 16}, look.key, look.primary ? theme.on_ink : theme.text3);
    }
    return touch.pressed && look.enabled;
}

float segments_width(const Pen& pen, std::initializer_list<std::string_view> labels) {
    float width = 0;
    for (std::string_view label : labels) width += pen.width(Font::MicroBold, label) + 20;
    return width;
}

int segments(const Pen& pen, const char* id, Box box, std::initializer_list<std::string_view> labels, int chosen, unsigned enabled_mask) {
    const view::Theme& theme = pen.theme();
    pen.fill(box, theme.raised, kRadius);
    const float stretch = (box.w - segments_width(pen, labels)) / static_cast<float>(labels.size());
    float x = box.x;
    int index = 0, pressed = -1;
    ImGui::PushID(id);
    for (std::string_view label : labels) {
        const Box cell{x, box.y, pen.width(Font::MicroBold, label) + 20 + stretch, box.h};
        ImGui::PushID(index);
        const bool enabled = ((enabled_mask >> index) & 1u) != 0;
        const auto touch = pen.touch("segment", cell);
        if (touch.pressed && enabled) pressed = index;
        if (index == chosen || (touch.hovered && enabled)) pen.fill({cell.x, cell.y + 1, cell.w, cell.h - 2}, theme.hover, 2);
        if (index > 0) pen.vline(cell.x, cell.y, cell.bottom(), theme.line);
        const Color color = index == chosen ? theme.text : enabled ? theme.text2 : view::with_alpha(theme.text3, 0.55f);
        pen.text_center(index == chosen ? Font::MicroBold : Font::Micro, color, cell.mid_x(), Pen::baseline_for(Font::Micro, cell.mid_y()),
                        label);
        if (index == chosen) pen.fill({cell.x + 1, cell.bottom() - 2, cell.w - 1, 2}, theme.ink);
        ImGui::PopID();
        x = cell.right();
        ++index;
    }
    ImGui::PopID();
    pen.outline(box, theme.line, kRadius);
    return pressed;
}

bool value_chip(const Pen& pen, const char* id, float x, float y, std::string_view label, float* width) {
    const Box box{x, y - 10, pen.width(Font::MicroMedium, label) + 14, 20};
    const auto touch = pen.touch(id, box);
    pen.fill(box, ground_of(pen, touch), kTagRadius);
    pen.outline(box, pen.theme().line, kTagRadius);
    pen.text(Font::MicroMedium, pen.theme().text, x + 7, Pen::baseline_for(Font::Micro, y), label);
    if (width != nullptr) *width = box.w;
    return touch.pressed;
}

namespace {

bool closed_by_key(bool open) {
    if (open && pressed({.key = Key::Escape})) ImGui::CloseCurrentPopup();
    return open;
}

}  // namespace

bool begin_menu(const char* id) { return closed_by_key(ImGui::BeginPopup(id)); }
bool begin_context_menu(const char* id) { return closed_by_key(ImGui::BeginPopupContextItem(id)); }

bool menu_choice(const Ui& ui, const char* label, bool chosen, const char* shortcut, bool enabled) {
    ui.look.fonts.want(label);
    // Room at the right for the tick, which is our own.
    const bool picked = ImGui::MenuItem(label, shortcut, false, enabled);
    if (chosen) {
        const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
        const Pen pen(ui.look, ImGui::GetWindowDrawList(), {high.x, (low.y + high.y) / 2});
        pen.icon(Icon::Check, ui.theme().text, -12, 0);
    }
    if (picked) return true;
    // Before 1.87 only Space takes what the arrow keys chose.
    const bool entered = enabled && ImGui::GetIO().NavVisible && ImGui::IsItemFocused() && pressed({.key = Key::Enter});
    if (entered) ImGui::CloseCurrentPopup();
    return entered;
}

}  // namespace dateline::ui
