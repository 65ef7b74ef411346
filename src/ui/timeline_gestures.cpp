#include "ui/timeline_gestures.h"

#include "session/framing.h"
#include "ui/event_list_panel.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

using namespace session;
using calendar::Instant;
using calendar::Span;
using Kind = view::Hit::Kind;
using std::chrono::seconds;

constexpr float kClickReach = 4;                    ///< pixels at scale 1
constexpr double kNotch = 0.32, kFineNotch = 0.06;  ///< log2 of the zoom
constexpr double kPanPerNotch = 0.08;               ///< of the focus
constexpr double kLongest_s = 6000 * 365.25 * 86400, kShortest_s = 600;

double length_s(Span span) { return calendar::seconds_between(span.begin, span.end); }
Instant later(Instant t, double by_s) { return t + seconds{std::llround(by_s)}; }
Span moved(Span span, double by_s) { return {later(span.begin, by_s), later(span.end, by_s)}; }

view::Hit hit_under(const Ui& ui, view::PointPx at) { return view::hit_at(*ui.context.placement, at); }

Instant day_of(Instant t) { return Instant{date::floor<date::days>(t)}; }

void event_tooltip(const Ui& ui, const document::Event& event) {
    tooltip(ui.look, fmt::format("{}\n{}{}{}", event.title, full_date(event.date), event.place.empty() ? "" : " · ", event.place));
}

}  // namespace

Span zoomed_about(const view::TimelineScale& scale, view::RectPx timeline, float ui_scale, float x, double factor) {
    const Span old = scale.focus();
    const double before_s = length_s(old), after_s = std::clamp(before_s * factor, kShortest_s, kLongest_s);
    const Instant held = std::clamp(scale.time_at(x), old.begin, old.end);
    const float held_x = std::clamp(x, scale.focus_rect().x, scale.focus_rect().right());
    const double part = calendar::seconds_between(old.begin, held) / before_s;
    Span span{later(held, -part * after_s), {}};
    span.end = later(span.begin, after_s);
    // The wings grow or shrink with the focus; a few steps bring the held time back under the pointer.
    for (int i = 0; i < 6; ++i) {
        const view::TimelineScale next(timeline, scale.extent(), span, ui_scale);
        const double off_px = static_cast<double>(next.x_of(held) - held_x);
        if (std::abs(off_px) < 0.25) break;
        span = moved(span, off_px * after_s / static_cast<double>(next.focus_rect().w));
    }
    return span;
}

void TimelineGestures::cancel() {
    drag_ = Drag::None;
    zoom_.stop();
}

void TimelineGestures::update(const Ui& ui, const Pointer& pointer) {
    if (ui.context.placement == nullptr || !ui.context.placement->timeline || ui.regions.timeline.h <= 0) return cancel();
    const auto scale = ui.context.placement->timeline;
    const bool over = pointer.over_canvas && ui.regions.timeline.contains(pointer.at);
    if (over && !active()) {
        hover(ui, pointer, *scale);
        press(ui, pointer, scale);
    }
    if (active()) drag(ui, pointer, *scale);
    if (over || zoom_.moving()) wheel(ui, over ? pointer : Pointer{.elapsed_s = pointer.elapsed_s}, *scale);
}

void TimelineGestures::hover(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale) {
    const view::Hit hit = hit_under(ui, pointer.at);
    switch (hit.kind) {
        case Kind::Event:
            ui.wishes.hovered = hit.id;
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            if (const document::Event* event = ui.briefing().event(hit.id)) event_tooltip(ui, *event);
            return;
        case Kind::Playhead:
        case Kind::WindowBegin:
        case Kind::WindowEnd: return ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        case Kind::OverviewBrush: return ImGui::SetMouseCursor(hit.id.empty() ? ImGuiMouseCursor_ResizeAll : ImGuiMouseCursor_ResizeEW);
        case Kind::Lane: return ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        default: break;
    }
    if (scale.overview_rect().contains(pointer.at)) tooltip(ui.look, calendar::describe(scale.overview_time_at(pointer.at.x)));
}

void TimelineGestures::press(const Ui& ui, const Pointer& pointer, std::shared_ptr<const view::TimelineScale> scale) {
    if (!pointer.left().pressed && !pointer.middle().pressed) return;
    button_ = pointer.left().pressed ? Pointer::Left : Pointer::Middle;
    pressed_at_ = pointer.at;
    pressed_on_ = hit_under(ui, pointer.at);
    span_ = scale->focus();
    grab_x_ = 0;
    event_instants_.clear();
    zoom_.stop();
    pressed_scale_ = std::move(scale);
    const view::TimelineScale& was = *pressed_scale_;
    if (button_ == Pointer::Middle) {
        drag_ = Drag::Pan;
        return;
    }
    if (pointer.left().double_clicked) return double_click(ui, pointer);
    switch (pressed_on_.kind) {
        case Kind::Event: drag_ = Drag::Event; return;
        case Kind::Playhead:
            drag_ = Drag::Scrub;
            grab_x_ = was.x_of(ui.state.playhead) - pointer.at.x;
            return;
        case Kind::WindowBegin:
            drag_ = Drag::WindowBegin;
            grab_x_ = was.x_of(ui.state.window.begin) - pointer.at.x;
            break;
        case Kind::WindowEnd:
            drag_ = Drag::WindowEnd;
            grab_x_ = was.x_of(ui.state.window.end) - pointer.at.x;
            break;
        case Kind::Overview:
        case Kind::OverviewBrush: return press_overview(ui, pointer.at, pressed_on_.id);
        case Kind::Lane:
            if (const auto category = document::category_named(pressed_on_.id)) toggle_category(ui, *category, pointer.shift);
            return;
        default:
            if (was.axis_rect().contains(pointer.at) || was.lanes_rect().contains(pointer.at)) drag_ = Drag::Scrub;
            return;
    }
    // An open window's handles stand at the edges of what is shown.
    if (std::abs(grab_x_) > 16 * ui.look.scale) grab_x_ = 0;
}

void TimelineGestures::press_overview(const Ui& ui, view::PointPx at, const std::string& grip) {
    const view::TimelineScale& was = *pressed_scale_;
    drag_ = grip == "begin" ? Drag::BrushBegin : grip == "end" ? Drag::BrushEnd : Drag::Brush;
    if (drag_ == Drag::BrushBegin) grab_x_ = was.overview_x_of(span_.begin) - at.x;
    if (drag_ == Drag::BrushEnd) grab_x_ = was.overview_x_of(span_.end) - at.x;
    if (drag_ != Drag::Brush) return;
    if (pressed_on_.kind == Kind::Overview) {  // the brush comes to the pointer
        const Instant middle = was.overview_time_at(at.x);
        span_ = moved(span_, calendar::seconds_between(span_.begin, middle) - length_s(span_) / 2);
        ui.emit(SetTimelineSpan{span_});
    }
    grab_x_ = was.overview_x_of(span_.begin) - at.x;
}

void TimelineGestures::double_click(const Ui& ui, const Pointer& pointer) {
    drag_ = Drag::None;
    if (pressed_on_.kind == Kind::Event) {
        const document::Event* event = ui.briefing().event(pressed_on_.id);
        ui.emit(Select{pressed_on_.id, true});
        if (event != nullptr && event->date) ui.emit(SetPlayhead{instant_of(*event->date)});
    } else if (pressed_on_.kind == Kind::Overview || pressed_on_.kind == Kind::OverviewBrush) {
        ui.emit(SetTimelineSpan{focus_span(ui.briefing())});
    } else if (pressed_scale_->lanes_rect().contains(pointer.at) || pressed_scale_->axis_rect().contains(pointer.at)) {
        zoom_.add(1);
        zoom_x_ = pointer.at.x;
    }
}

void TimelineGestures::drag(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale) {
    const Pointer::State& button = pointer.buttons[button_];
    const bool stirred = std::abs(pointer.at.x - pressed_at_.x) > kClickReach * ui.look.scale;
    if (drag_ == Drag::Event && stirred) drag_ = Drag::Scrub;
    // Where a quick hand lets go counts, even if no frame saw it on its way there.
    if (button.held || button.released) follow(ui, pointer, scale, stirred);
    if (!button.held) release(ui, pointer);
}

void TimelineGestures::follow(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale, bool stirred) {
    switch (drag_) {
        case Drag::Scrub: return scrub(ui, pointer, scale);
        case Drag::WindowBegin:
        case Drag::WindowEnd: return drag_window(ui, pointer, scale);
        case Drag::Brush:
        case Drag::BrushBegin:
        case Drag::BrushEnd:
            if (stirred || drag_ != Drag::Brush) drag_brush(ui, pointer);
            return;
        case Drag::Pan: {
            const auto width = static_cast<double>(pressed_scale_->focus_rect().w);
            const double by_s = static_cast<double>(pressed_at_.x - pointer.at.x) / width * length_s(span_);
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
            if (const Span to = moved(span_, by_s); !(to == ui.state.timeline)) ui.emit(SetTimelineSpan{to});
            return;
        }
        case Drag::Event:
        case Drag::None: return;
    }
}

void TimelineGestures::release(const Ui& ui, const Pointer& pointer) {
    if (drag_ == Drag::Event && pointer.buttons[button_].released) ui.emit(Select{pressed_on_.id, true});
    drag_ = Drag::None;
}

void TimelineGestures::scrub(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const view::RectPx lanes = scale.lanes_rect();
    const float x = std::clamp(pointer.at.x + grab_x_, lanes.x, lanes.right() - 1);
    const Instant to = snapped(ui, scale.time_at(x), pointer.shift);
    if (to != ui.state.playhead) ui.emit(SetPlayhead{to});
}

Instant TimelineGestures::snapped(const Ui& ui, Instant t, bool free) {
    if (free || ui.state.snap == Snap::None) return t;
    if (ui.state.snap == Snap::Hour) return Instant{date::round<std::chrono::hours>(t)};
    if (ui.state.snap == Snap::Day) return day_of(t) + std::chrono::hours{12};
    if (event_instants_.empty()) {
        const document::Briefing& listed = ui.list.briefing();
        for (const ListRow& row : ui.list.rows()) {
            if (row.event < 0) continue;
            const auto& date = listed.events()[static_cast<std::size_t>(row.event)]->date;
            if (date) event_instants_.push_back(instant_of(*date));
        }
        std::sort(event_instants_.begin(), event_instants_.end());
    }
    if (event_instants_.empty()) return t;
    const auto after = std::lower_bound(event_instants_.begin(), event_instants_.end(), t);
    if (after == event_instants_.begin()) return *after;
    if (after == event_instants_.end()) return *(after - 1);
    return t - *(after - 1) < *after - t ? *(after - 1) : *after;
}

void TimelineGestures::drag_window(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    const view::RectPx lanes = scale.lanes_rect();
    Instant to = scale.time_at(std::clamp(pointer.at.x + grab_x_, lanes.x, lanes.right() - 1));
    seconds step{1};
    if (!pointer.shift && ui.state.snap == Snap::Hour) step = std::chrono::hours{1}, to = Instant{date::round<std::chrono::hours>(to)};
    if (!pointer.shift && ui.state.snap == Snap::Day) step = calendar::kDay, to = Instant{date::round<date::days>(to)};
    Span window = ui.state.window;
    if (drag_ == Drag::WindowBegin) window.begin = window.open_end() ? to : std::min(to, window.end - step);
    else window.end = window.open_begin() ? to : std::max(to, window.begin + step);
    if (!(window == ui.state.window)) ui.emit(SetWindow{window});
}

void TimelineGestures::drag_brush(const Ui& ui, const Pointer& pointer) {
    const view::TimelineScale& was = *pressed_scale_;
    ImGui::SetMouseCursor(drag_ == Drag::Brush ? ImGuiMouseCursor_ResizeAll : ImGuiMouseCursor_ResizeEW);
    const Instant to = was.overview_time_at(pointer.at.x + grab_x_);
    const seconds shortest{static_cast<std::int64_t>(kShortest_s)};
    Span span = span_;
    if (drag_ == Drag::Brush) span = moved(span_, calendar::seconds_between(span_.begin, to));
    if (drag_ == Drag::BrushBegin) span.begin = std::min(to, span_.end - shortest);
    if (drag_ == Drag::BrushEnd) span.end = std::max(to, span_.begin + shortest);
    if (!(span == ui.state.timeline)) ui.emit(SetTimelineSpan{span});
}

void TimelineGestures::wheel(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale) {
    const float sideways = pointer.shift ? pointer.wheel + pointer.wheel_x : pointer.wheel_x;
    if (sideways != 0) {
        const double by_s = -static_cast<double>(sideways) * kPanPerNotch * length_s(scale.focus());
        return ui.emit(SetTimelineSpan{moved(scale.focus(), by_s)});
    }
    if (pointer.wheel != 0) {
        zoom_.add(static_cast<double>(pointer.wheel) * (pointer.ctrl ? kFineNotch : kNotch));
        zoom_x_ = pointer.at.x;
        if (scale.overview_rect().contains(pointer.at)) zoom_x_ = scale.focus_rect().x + scale.focus_rect().w / 2;
    }
    if (!zoom_.moving()) return;
    const double by = zoom_.take(pointer.elapsed_s, ui.context.reduced_motion);
    if (zoom_.moving()) ui.out.animating = true;
    ui.emit(SetTimelineSpan{zoomed_about(scale, ui.regions.timeline, ui.look.scale, zoom_x_, std::exp2(-by))});
}

}  // namespace dateline::ui
