#include "ui/keys.h"
#include "ui/parts.h"

#include <algorithm>
#include <array>

namespace dateline::ui {
namespace {

constexpr float kRowH = 24, kHeadH = 40, kMargin = 32, kKeysW = 104;
constexpr std::string_view kPointer = "Pointer";

struct Row {
    std::string_view keys, what;
};
constexpr Row kPointerRows[] = {{"Drag", "Map: pan. Timeline: move the playhead"},
                                {"Wheel", "Closer or farther at the pointer"},
                                {"Ctrl wheel", "The same, finely"},
                                {"Shift wheel", "Along the map or through time"},
                                {"Shift drag", "Map: zoom to a rectangle"},
                                {"Double click", "Closer; an event: go to it and its time"},
                                {"Middle drag", "Pan the map or the time"},
                                {"Right drag", "Turn the map; Ctrl drag too"}};

std::vector<Row> rows_of(std::string_view group) {
    if (group == kPointer) return {std::begin(kPointerRows), std::end(kPointerRows)};
    std::vector<Row> rows;
    for (const Shortcut& shortcut : shortcuts())
        if (shortcut.group == group && !shortcut.keys.empty()) rows.push_back({shortcut.keys, shortcut.what});
    return rows;
}

/// Each part of "Ctrl Shift Z" in a cap of its own; returns nothing, the column is fixed.
void draw_caps(const Pen& pen, float x, float y_mid, std::string_view keys, bool capped) {
    if (!capped) return pen.text(Font::MicroMedium, pen.theme().text, x, Pen::baseline_for(Font::Micro, y_mid), keys);
    while (!keys.empty()) {
        const std::string_view part = keys.substr(0, keys.find(' '));
        const float width = std::max(18.f, pen.width(Font::Micro, part) + 10);
        key_cap(pen, {x, y_mid - 9, width, 18}, part, pen.theme().text2);
        x += width + 4;
        keys.remove_prefix(std::min(keys.size(), part.size() + 1));
    }
}

float draw_group(const Pen& pen, std::string_view group, float x, float y, float width) {
    pen.text(Font::BodyBold, pen.theme().text, x, y + 16, group);
    pen.hline(x, x + width, y + 27, pen.theme().line);
    y += kHeadH - 4;
    for (const Row& row : rows_of(group)) {
        draw_caps(pen, x, y + kRowH / 2, row.keys, group != kPointer);
        pen.text_fitted(Font::Body, pen.theme().text2, x + kKeysW, Pen::baseline_for(Font::Body, y + kRowH / 2), width - kKeysW, row.what);
        y += kRowH;
    }
    return y + 16;
}

float height_of(std::string_view group) { return kHeadH - 4 + kRowH * static_cast<float>(rows_of(group).size()) + 16; }

}  // namespace

void draw_keys_sheet(const Ui& ui, bool& shown) {
    constexpr const char* kId = "Keys";
    if (shown && !ImGui::IsPopupOpen(kId)) ImGui::OpenPopup(kId);
    static constexpr std::array<std::string_view, 3> kLeft{"Time", "Map and scenes", ""}, kRight{"Events", "Briefing", ""};
    const float s = ui.look.scale;
    float left_h = height_of(kPointer), right_h = 0;
    for (std::string_view group : kLeft) left_h += group.empty() ? 0 : height_of(group);
    for (std::string_view group : kRight) right_h += group.empty() ? 0 : height_of(group);
    const float room_w = ui.context.width_px / s - 32, room_h = ui.context.height_px / s - 32;
    const float width = std::min(880.f, room_w), content_h = 56 + std::max(left_h, right_h) + 8, height = std::min(content_h, room_h);
    ImGui::SetNextWindowPos({ui.context.width_px / 2, ui.context.height_px / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({width * s, height * s});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    const bool open = ImGui::BeginPopupModal(
        kId, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar();
    if (!open) return;
    const ImVec2 corner = ImGui::GetWindowPos();
    const Pen frame(ui.look, ImGui::GetWindowDrawList(), corner);
    frame.text(Font::Lead, ui.theme().text, kMargin, 36, "Keys and pointer");
    bool close = icon_button(frame, "close", Icon::X, width - 28, 28, "Close (Esc)");
    ImGui::SetCursorScreenPos(frame.px(0, 56));
    ImGui::BeginChild("sheet", {width * s, (height - 56) * s}, false, ImGuiWindowFlags_NoNav);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const Pen pen(ui.look, ImGui::GetWindowDrawList(), origin);
    const float column = (width - 3 * kMargin) / 2;
    float y = 0;
    for (std::string_view group : kLeft)
        if (!group.empty()) y = draw_group(pen, group, kMargin, y, column);
    draw_group(pen, kPointer, kMargin, y, column);
    y = 0;
    for (std::string_view group : kRight)
        if (!group.empty()) y = draw_group(pen, group, 2 * kMargin + column, y, column);
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, (content_h - 56) * s});
    ImGui::EndChild();
    const bool outside = ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows);
    close = close || outside || !shown || pressed({.key = Key::Escape}) || (pressed({.key = Key::F1}) && !ImGui::IsWindowAppearing());
    if (close) {
        shown = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace dateline::ui
