#include "ui/path_field.h"

#include "ui/status_text.h"

#include <fmt/format.h>
#include <imgui_stdlib.h>
#include <algorithm>

namespace dateline::ui {
namespace {

constexpr float kRowH = 28;

void begin_field(const Ui& ui, const Pen& pen, Box box) {
    const float s = pen.scale();
    ImGui::PushFont(ui.look.fonts.of(Font::Body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {8 * s, (box.h * s - ImGui::GetFontSize()) / 2});
    ImGui::PushStyleColor(ImGuiCol_Border, packed(ui.theme().line_strong));
    ImGui::SetCursorScreenPos(pen.px(box.x, box.y));
    ImGui::SetNextItemWidth(box.w * s);
}

void end_field() {
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

void replace(ImGuiInputTextCallbackData* data, const std::string& text) {
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, text.c_str());
}

/// Tab completes, the arrows choose, and what was chosen by the pointer comes into the field.
int on_path_key(ImGuiInputTextCallbackData* data) {
    auto& browser = *static_cast<PathBrowser*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackAlways && browser.handed_back()) {
        if (browser.text != std::string_view(data->Buf, static_cast<std::size_t>(data->BufTextLen)))
            replace(data, std::string(browser.text));
        data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
        browser.field_took_it();
    }
    if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory) browser.move(data->EventKey == ImGuiKey_UpArrow ? -1 : 1);
    if (data->EventFlag != ImGuiInputTextFlags_CallbackCompletion) return 0;
    const std::string before(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    PathBrowser completed = browser;  // the field owns the text until the call returns
    completed.text = before;
    completed.refresh();
    if (browser.chosen() >= 0) completed.choose(browser.chosen());
    completed.complete();
    if (completed.text != before) replace(data, completed.text);
    return 0;
}

std::string size_text(std::uintmax_t bytes) {
    if (bytes < 1000) return fmt::format("{} B", bytes);
    if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 500) / 1000);
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

}  // namespace

bool draw_text_field(const Ui& ui, const Pen& pen, const char* id, std::string& text, Box box, const char* hint) {
    ui.look.fonts.want(text);
    begin_field(ui, pen, box);
    const bool changed = ImGui::InputTextWithHint(id, hint, &text);
    const bool active = ImGui::IsItemActive();
    end_field();
    if (active) pen.outline(box, ui.theme().ink, 4);
    return changed;
}

bool draw_path_field(const Ui& ui, const Pen& pen, PathBrowser& browser, Box box) {
    ui.look.fonts.want(browser.text);
    begin_field(ui, pen, box);
    if (browser.handed_back()) ImGui::SetKeyboardFocusHere();
    const bool enter = ImGui::InputText("##path", &browser.text,
                                        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackCompletion |
                                            ImGuiInputTextFlags_CallbackHistory | ImGuiInputTextFlags_CallbackAlways,
                                        on_path_key, &browser);
    const bool active = ImGui::IsItemActive();
    end_field();
    if (active) pen.outline(box, ui.theme().ink, 4);
    browser.refresh();
    if (!enter) return false;
    if (browser.chosen() >= 0) browser.take_chosen();
    if (!browser.names_folder()) return true;
    if (!browser.text.ends_with('/')) browser.text += '/';
    browser.refresh();
    browser.hand_back();
    return false;
}

bool draw_path_list(const Ui& ui, const Pen& pen, PathBrowser& browser, Box box) {
    const view::Theme& theme = ui.theme();
    const float s = pen.scale();
    pen.fill(box, theme.well, 4);
    ImGui::SetCursorScreenPos(pen.px(box.x + 1, box.y + 1));
    ImGui::BeginChild("entries", {(box.w - 2) * s, (box.h - 2) * s}, false, ImGuiWindowFlags_NoNav);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    const auto& entries = browser.shown();
    int pressed = -1;
    bool open = false;
    const auto row = [&](int index, Icon icon, std::string_view name, std::string_view note) {
        const Pen at(ui.look, ImGui::GetWindowDrawList(), {origin.x, std::round(origin.y + static_cast<float>(index + 1) * kRowH * s)});
        ImGui::PushID(index);
        const auto touch = at.touch("entry", {0, 0, box.w - 2, kRowH});
        ImGui::PopID();
        const bool chosen = index >= 0 && index == browser.chosen();
        if (chosen || touch.hovered) at.fill({0, 0, box.w - 2, kRowH}, chosen ? theme.hover : theme.raised);
        at.icon(icon, theme.text3, 20, kRowH / 2);
        at.text_fitted(Font::Body, theme.text, 36, Pen::baseline_for(Font::Body, kRowH / 2), box.w - 130, name);
        at.text_right(Font::Micro, theme.text3, box.w - 20, Pen::baseline_for(Font::Micro, kRowH / 2), note);
        if (chosen && browser.keys_moved()) ImGui::SetScrollHereY();
        if (touch.pressed) pressed = index;
        open = open || touch.double_clicked;
        return touch.pressed;
    };
    const bool up = row(-1, Icon::ChevronUp, "..", browser.folder_label());
    const float scroll = ImGui::GetScrollY() / s;
    const int first = browser.keys_moved() ? 0 : std::max(0, static_cast<int>(scroll / kRowH) - 1);
    const int last = browser.keys_moved() ? static_cast<int>(entries.size())
                                          : std::min(static_cast<int>(entries.size()), first + static_cast<int>(box.h / kRowH) + 3);
    for (int i = first; i < last; ++i) {
        const auto& entry = entries[static_cast<std::size_t>(i)];
        row(i, entry.folder ? Icon::Folder : Icon::FileText, entry.name, entry.folder ? "" : size_text(entry.bytes));
    }
    browser.keys_seen();
    ImGui::SetCursorPos({0, 0});
    ImGui::Dummy({1, static_cast<float>(entries.size() + 1) * kRowH * s});
    ImGui::EndChild();
    pen.outline(box, theme.line, 4);
    if (up) browser.go_up();
    if (!up && pressed >= 0) {
        browser.choose(pressed);
        const bool folder = entries[static_cast<std::size_t>(pressed)].folder;
        browser.take_chosen();
        if (!folder && open) return true;
    }
    if (up || pressed >= 0) browser.hand_back();
    return false;
}

}  // namespace dateline::ui
