#include "ui/event_list_panel.h"

#include "ui/keys.h"

#include <imgui_stdlib.h>

namespace dateline::ui {
namespace {

using namespace session;

/// ImGui gives a field the keys a frame or two after it was asked to.
constexpr int kFramesToFocus = 6;

int take_early(ImGuiInputTextCallbackData* data) {
    auto& early = *static_cast<std::string*>(data->UserData);
    if (early.empty()) return 0;
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, early.c_str());
    early.clear();
    return 0;
}

void append_utf8(std::string& text, ImWchar c) {
    const auto code = static_cast<unsigned>(c);
    const auto add = [&](unsigned byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return add(code);
    if (code < 0x800) return add(0xc0u | (code >> 6)), add(0x80u | (code & 0x3fu));
    add(0xe0u | (code >> 12)), add(0x80u | ((code >> 6) & 0x3fu)), add(0x80u | (code & 0x3fu));
}

}  // namespace

/// What is typed before the field has the keys is kept for it, and is no shortcut.
void SearchField::keep_early() {
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters)
        if (c >= ' ') append_utf8(early_, c);
}

bool SearchField::input(const Ui& ui, const Pen& pen, Box box) {
    const view::Theme& theme = ui.theme();
    const float s = pen.scale();
    const float cap_w = pen.width(Font::Micro, "Ctrl F") + 12, hint_room = box.w - 33 - cap_w - 16;
    const bool long_hint = pen.width(Font::Body, "Search events, places, actors") <= hint_room;
    ImGui::PushFont(ui.look.fonts.of(Font::Body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {33 * s, (box.h * s - ImGui::GetFontSize()) / 2});
    ImGui::PushStyleColor(ImGuiCol_Border, packed(theme.line));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, packed(theme.text3));
    ImGui::SetCursorScreenPos(pen.px(box.x, box.y));
    ImGui::SetNextItemWidth(box.w * s);
    const bool changed =
        ImGui::InputTextWithHint("##search", long_hint ? "Search events, places, actors" : "Search", &text_,
                                 ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackAlways, take_early, &early_);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return changed;
}

/// Escape gives the search up; the arrows and Enter go to what it found.
void SearchField::keys(const Ui& ui, bool active, bool left, bool& changed) {
    if (left && pressed({.key = Key::Escape})) {
        changed = !sent_.empty();
        text_.clear();
    }
    if (active && pressed({.key = Key::Down}, true)) ui.emit(SelectNext{1});
    if (active && pressed({.key = Key::Up}, true)) ui.emit(SelectNext{-1});
    if (left && pressed({.key = Key::Enter}) && ui.list.row_of(ui.state.selected) < 0) ui.emit(SelectNext{1});
}

void SearchField::draw(const Ui& ui, const Pen& pen, Box box) {
    const view::Theme& theme = ui.theme();
    if (ui.state.filters.search != sent_) text_ = sent_ = ui.state.filters.search;
    ui.look.fonts.want(text_);
    if (std::exchange(ui.wishes.focus_search, false)) {
        ImGui::SetKeyboardFocusHere();
        focusing_ = kFramesToFocus;
    } else if (focusing_ > 0) {
        keep_early();
        --focusing_;
    }
    bool changed = input(ui, pen, box);
    const bool active = ImGui::IsItemActive();
    if (active) focusing_ = 0;  // from now on it reads the keyboard itself
    if (focusing_ == 0 && !active) early_.clear();
    ui.wishes.typing_soon = focusing_ > 0;
    keys(ui, active, ImGui::IsItemDeactivated(), changed);
    if (active) pen.outline(box, theme.ink, 4);
    pen.icon(Icon::Search, active ? theme.text2 : theme.text3, box.x + 17, box.mid_y());
    if (text_.empty() && !active) {
        const float cap_w = pen.width(Font::Micro, "Ctrl F") + 12;
        key_cap(pen, {box.right() - 9 - cap_w, box.y + 8, cap_w, 16}, "Ctrl F", theme.text3);
    }
    if (!changed) return;
    sent_ = text_;
    Filters filters = ui.state.filters;
    filters.search = text_;
    ui.emit(SetFilters{filters});
}

}  // namespace dateline::ui
