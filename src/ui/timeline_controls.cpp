#include "ui/event_list_panel.h"
#include "ui/overlays_panel.h"
#include "ui/parts.h"

#include "session/framing.h"

#include <fmt/format.h>
#include <imgui_stdlib.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using calendar::Span;

std::string window_label(const State& state) {
    const auto extent = state.briefing->time_extent();
    const bool covers_all = (state.window.open_begin() && state.window.open_end()) ||
                            (extent && state.window.begin <= extent->begin && extent->end <= state.window.end);
    if (covers_all) return "All dates";
    std::optional<calendar::Date> begin, end;
    const auto date_of = [](calendar::Instant t) { return calendar::Edtf::parse(calendar::iso(t).substr(0, 10)); };
    const auto first = date_of(state.window.begin), last = date_of(state.window.end - std::chrono::seconds{1});
    if (!state.window.open_begin() && first) begin = first->first();
    if (!state.window.open_end() && last) end = last->first();
    if (begin && end && *begin == *end) return calendar::describe(calendar::Edtf::of(*begin));
    return calendar::describe(calendar::Edtf::interval(begin, end), {.short_months = true});
}

void trail_popup(const Ui& ui) {
    if (!begin_menu("trail")) return;
    for (int days : {1, 3, 7, 14, 30, 90, 365}) {
        const std::string label = fmt::format("{} day{}", days, days == 1 ? "" : "s");
        if (menu_choice(ui, label.c_str(), std::abs(ui.state.recent_days - days) < 0.5)) ui.emit(SetRecentDays{static_cast<double>(days)});
    }
    ImGui::EndPopup();
}

/// The window typed as a date or an interval, taken on Enter.
void window_entry(const Ui& ui, std::string& typed) {
    if (ImGui::IsWindowAppearing()) typed.clear();
    ImGui::SetNextItemWidth(232 * ui.look.scale);
    const bool entered =
        ImGui::InputTextWithHint("##window", "2023-04-01/2023-05-02 or 2023-04", &typed, ImGuiInputTextFlags_EnterReturnsTrue);
    const auto parsed = calendar::Edtf::parse(typed);
    if (!typed.empty() && !parsed) {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + 232 * ui.look.scale);
        ImGui::PushStyleColor(ImGuiCol_Text, packed(ui.theme().warn));
        ImGui::TextUnformatted(parsed.error().what.c_str());
        ImGui::PopStyleColor();
        ImGui::PopTextWrapPos();
    }
    if (!entered || !parsed) return;
    ui.emit(SetWindow{parsed->bounds()});
    ImGui::CloseCurrentPopup();
}

constexpr std::string_view kSnapNames[] = {"Off", "Hour", "Day", "Event"};

void snap_popup(const Ui& ui) {
    if (!begin_menu("snap")) return;
    for (int i = 0; i < 4; ++i)
        if (menu_choice(ui, std::string(kSnapNames[i]).c_str(), static_cast<int>(ui.state.snap) == i))
            ui.emit(SetSnap{static_cast<Snap>(i)});
    ImGui::EndPopup();
}

float draw_transport(const Ui& ui, const Pen& pen, float y) {
    const Playback& playback = ui.state.playback;
    const Span range = play_range(ui.state);
    if (icon_button(pen, "to start", Icon::SkipBack, 29, y, "To the start (Home)", false, true, 12)) ui.emit(SetPlayhead{range.begin});
    if (icon_button(pen, "back", Icon::Rewind, 57, y, "Event before (Shift Left)", false, true, 12)) ui.emit(StepPlayhead{-1, true});
    const Box play{72, y - 12, 32, 24};
    const auto touch = pen.touch("play", play);
    pen.fill(play, touch.hovered ? ui.theme().hover : ui.theme().raised, 4);
    pen.outline(play, ui.theme().line, 4);
    pen.icon(playback.playing ? Icon::Pause : Icon::Play, ui.theme().text, play.mid_x(), y);
    if (touch.hovered) tooltip(ui.look, playback.playing ? "Pause (Space)" : "Play (Space)");
    if (touch.pressed) ui.emit(SetPlaying{!playback.playing});
    if (icon_button(pen, "forward", Icon::FastForward, 118, y, "Event after (Shift Right)", false, true, 12))
        ui.emit(StepPlayhead{1, true});
    if (icon_button(pen, "to end", Icon::SkipForward, 146, y, "To the end (End)", false, true, 12))
        ui.emit(SetPlayhead{range.end - std::chrono::seconds{1}});
    return 166;
}

float draw_speeds(const Ui& ui, const Pen& pen, float x, float y) {
    const auto speeds = speed_choices(ui.state.timeline);
    int chosen = -1;
    for (int i = 0; i < 3; ++i) {
        const double ratio = ui.state.playback.days_per_s / speeds[static_cast<std::size_t>(i)].days_per_s;
        if (std::abs(ratio - 1) < 0.01) chosen = i;
    }
    const auto labels = {speeds[0].label, speeds[1].label, speeds[2].label};
    const float width = segments_width(pen, labels);
    const int pressed = segments(pen, "speed", {x, y - 12, width, 24}, labels, chosen);
    if (pressed >= 0) ui.emit(SetSpeed{speeds[static_cast<std::size_t>(pressed)].days_per_s});
    return x + width;
}

float draw_setting(const Ui& ui, const Pen& pen, const char* id, std::string_view name, const std::string& value, float x, float y,
                   const std::function<void(const Ui&)>& popup) {
    pen.text(Font::Micro, ui.theme().text2, x, Pen::baseline_for(Font::Micro, y), name);
    x += pen.width(Font::Micro, name) + 9;
    float width = 0;
    if (value_chip(pen, (std::string(id) + " chip").c_str(), x, y, value, &width)) ImGui::OpenPopup(id);
    ImGui::SetNextWindowPos(pen.px(x, y + 14));
    popup(ui);
    return x + width + 16;
}

void draw_legend(const Ui& ui, const Pen& pen, float x_left, float x_right, float y) {
    const view::Theme& theme = ui.theme();
    const Color neutral = theme.text2;
    struct Entry {
        std::string_view label;
        float symbol_w;
    };
    static constexpr Entry kEntries[] = {{"Date imprecise", 42}, {"To come", 12}, {"Past", 10}, {"Recent", 10}, {"Now", 16}};
    float x = x_right;
    for (const Entry& entry : kEntries) {
        const float text_x = x - pen.width(Font::Micro, entry.label);
        const float mid = text_x - 6 - entry.symbol_w / 2;
        if (mid - entry.symbol_w / 2 < x_left) return;
        pen.text(Font::Micro, theme.text2, text_x, Pen::baseline_for(Font::Micro, y), entry.label);
        const ImVec2 at = pen.exact_px(mid, y);
        const float s = pen.scale();
        if (entry.label == "Now") {
            pen.list()->AddCircleFilled(at, 5 * s, packed(neutral), 24);
            pen.list()->AddCircle(at, 7.5f * s, packed(view::with_alpha(neutral, 0.7f)), 32, s);
        } else if (entry.label == "Recent") {
            pen.list()->AddCircleFilled(at, 5 * s, packed(neutral), 24);
        } else if (entry.label == "Past") {
            pen.list()->AddCircleFilled(at, 4.2f * s, packed(view::mix(theme.panel, neutral, 0.5f)), 24);
        } else if (entry.label == "To come") {
            pen.list()->AddCircle(at, 4.8f * s, packed(neutral), 24, 1.6f * s);
        } else {
            const ImU32 full = packed(neutral), none = packed(view::with_alpha(neutral, 0));
            const ImVec2 a = pen.px(mid - 21, y - 3), b = pen.px(mid - 5, y + 3), c = pen.px(mid + 5, y - 3), d = pen.px(mid + 21, y + 3);
            pen.list()->AddRectFilledMultiColor(a, b, none, full, full, none);
            pen.list()->AddRectFilled({b.x, a.y}, {c.x, b.y}, full);
            pen.list()->AddRectFilledMultiColor(c, d, full, none, none, full);
        }
        x = mid - entry.symbol_w / 2 - 18;
    }
}

}  // namespace

std::array<SpeedChoice, 3> speed_choices(const Span& focus) {
    const double days = calendar::seconds_between(focus.begin, focus.end) / 86400;
    if (days <= 4) return {{{1.0 / 24, "1 h/s"}, {0.25, "6 h/s"}, {1, "1 day/s"}}};
    if (days <= 150) return {{{0.5, "½ day/s"}, {1, "1 day/s"}, {3, "3 days/s"}}};
    if (days <= 2200) return {{{7, "1 week/s"}, {30, "1 month/s"}, {91, "3 months/s"}}};
    return {{{182.6, "½ year/s"}, {365.25, "1 year/s"}, {3652.5, "10 years/s"}}};
}

void TimelineControls::window_popup(const Ui& ui) {
    if (!begin_menu("window")) return;
    const auto playhead_around = [&](int days) {
        return Span{ui.state.playhead - days * calendar::kDay, ui.state.playhead + days * calendar::kDay};
    };
    if (menu_choice(ui, "All dates", window_label(ui.state) == "All dates")) ui.emit(SetWindow{});
    if (menu_choice(ui, "What the timeline shows", ui.state.window == ui.state.timeline)) ui.emit(SetWindow{ui.state.timeline});
    if (menu_choice(ui, "The week around the playhead", false)) ui.emit(SetWindow{playhead_around(3)});
    if (menu_choice(ui, "The month around the playhead", false)) ui.emit(SetWindow{playhead_around(15)});
    ImGui::Separator();
    window_entry(ui, typed_window_);
    ImGui::EndPopup();
}

void TimelineControls::draw(const Ui& ui) {
    if (ui.regions.timeline.h <= 0) return;
    const float s = ui.look.scale;
    const view::RectPx rect{ui.regions.timeline.x, ui.regions.timeline.y, ui.regions.timeline.w, std::round(33 * s)};
    const Pen pen = begin_region(ui, "timeline controls", rect, ui.theme().panel);
    const float width = rect.w / s, y = 17;
    pen.hline(0, width, 0, ui.theme().line_strong);
    float x = draw_transport(ui, pen, y);
    x = draw_speeds(ui, pen, x + 10, y) + 13;
    pen.vline(x, y - 9, y + 9, ui.theme().line);
    x += 13;
    const int days = static_cast<int>(std::lround(ui.state.recent_days));
    x = draw_setting(ui, pen, "trail", "Trail", fmt::format("{} day{}", days, days == 1 ? "" : "s"), x, y, trail_popup);
    x = draw_setting(ui, pen, "window", "Window", window_label(ui.state), x, y, [this](const Ui& u) { window_popup(u); });
    x = draw_setting(ui, pen, "snap", "Snap", std::string(kSnapNames[static_cast<std::size_t>(ui.state.snap)]), x, y, snap_popup);
    if (icon_button(pen, "loop", Icon::Repeat, x + 2, y, "Loop (L)", ui.state.playback.loop, true, 12))
        ui.emit(SetLoop{!ui.state.playback.loop});
    x += 20;
    if (const document::Route* route = ui.state.show_diagram ? ui.briefing().route(ui.state.selected_route) : nullptr) {
        const std::string name = pen.fitted(Font::MicroMedium, plain_name(*route), 200);
        pen.vline(x, y - 9, y + 9, ui.theme().line);
        pen.text(Font::MicroMedium, ui.theme().text, x + 13, Pen::baseline_for(Font::Micro, y), name);
        x += 13 + pen.width(Font::MicroMedium, name) + 16;
        if (icon_button(pen, "close diagram", Icon::X, x, y, "Back to the lanes (Esc)", false, true, 12))
            ui.emit(SetPanelShown{"diagram", false});
        x += 14;
    }
    draw_legend(ui, pen, x + 12, width - 16, y);
    pen.hline(0, width, 32, ui.theme().line);
    end_region();
}

}  // namespace dateline::ui
