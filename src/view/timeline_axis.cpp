#include "view/timeline_canvas.h"
#include "view/timeline_ticks.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using calendar::Span;

constexpr float kTailDark = 0.10f, kTailLight = 0.06f;

RectPx lanes_part(const TimelineCanvas& canvas, RectPx zone) {
    const RectPx lanes = canvas.scale.lanes_rect();
    return {zone.x, lanes.y, zone.w, lanes.h};
}

Span clipped(Span span, Span to) { return {std::max(span.begin, to.begin), std::min(span.end, to.end)}; }

TickRange focus_range(const TimelineCanvas& canvas) {
    const RectPx focus = canvas.scale.focus_rect();
    return {canvas.scale.focus(), focus.x, focus.right(), [&canvas](Instant t) { return canvas.scale.x_of(t); }};
}

/// Saturdays and Sundays, fading in as days grow wide enough to be told apart.
void draw_weekends(TimelineCanvas& canvas) {
    const TickRange range = focus_range(canvas);
    const double day_px = px_per_day(range) / static_cast<double>(canvas.input.layout.scale);
    const bool on_paper = canvas.theme().app == canvas.theme().panel;
    const float alpha = (on_paper ? 0.8f : 0.38f) * static_cast<float>(std::clamp((day_px - 3) / 5, 0.0, 1.0));
    if (alpha <= 0) return;
    const RectPx box = lanes_part(canvas, canvas.scale.focus_rect());
    Instant monday = CalendarStep{CalendarUnit::Week, 1}.floor(range.span.begin);
    for (; monday < range.span.end; monday += 7 * calendar::kDay) {
        const Span days = clipped({monday + 5 * calendar::kDay, monday + 7 * calendar::kDay}, range.span);
        if (days.end <= days.begin) continue;
        const float x0 = canvas.scale.x_of(days.begin), x1 = days.end >= range.span.end ? box.right() : canvas.scale.x_of(days.end);
        canvas.fill({x0, box.y, x1 - x0, box.h}, with_alpha(canvas.shade(), alpha));
    }
}

/// How far back events count as recent: ink from nothing to a tenth at the playhead.
void draw_trail(TimelineCanvas& canvas) {
    const RectPx box = lanes_part(canvas, canvas.scale.focus_rect());
    const Instant playhead = canvas.input.options.playhead;
    const auto length = std::chrono::seconds{std::llround(canvas.input.options.recent_days * 86400)};
    const float x0 = canvas.scale.x_of(playhead - length), x1 = canvas.scale.x_of(playhead);
    const float a = std::clamp(x0, box.x, box.right()), b = std::clamp(x1, box.x, box.right());
    if (b - a < 1) return;
    const float most = canvas.theme().dark() ? kTailDark : kTailLight;
    const auto ink_at = [&](float x) { return with_alpha(canvas.theme().ink, most * (x - x0) / std::max(1.f, x1 - x0)); };
    canvas.add(FillRect{{a, box.y, b - a, box.h}, 0, ink_at(a), ink_at(b), ink_at(b), ink_at(a), {}, 0});
}

/// What lies outside the time window is dimmed; it is not on the map.
void draw_window_shade(TimelineCanvas& canvas) {
    const RectPx lanes = canvas.scale.lanes_rect();
    const Span window = canvas.input.options.window;
    const Color shade = with_alpha(canvas.shade(), 0.55f);
    const float x0 = window.open_begin() ? lanes.x : canvas.scale.x_of(window.begin);
    const float x1 = window.open_end() ? lanes.right() : canvas.scale.x_of(window.end);
    if (x0 > lanes.x + 1) canvas.fill({lanes.x, lanes.y, x0 - lanes.x, lanes.h}, shade);
    if (x1 < lanes.right() - 1) canvas.fill({x1, lanes.y, lanes.right() - x1, lanes.h}, shade);
}

void draw_grid(TimelineCanvas& canvas) {
    const RectPx lanes = canvas.scale.lanes_rect();
    const TickRange range = focus_range(canvas);
    const std::vector<Tick> ticks = linear_ticks(range, canvas.input.type, canvas.micro(canvas.theme().text2), canvas.input.layout.scale);
    const bool days = px_per_day(range) >= 3 * static_cast<double>(canvas.input.layout.scale) &&
                      px_per_day(range) < 400 * static_cast<double>(canvas.input.layout.scale);
    for (const Tick& tick : ticks) {
        const bool monday = date::weekday{date::floor<date::days>(tick.at)} == date::Monday;
        const bool drawn = days ? tick.begins >= CalendarUnit::Day && (monday || tick.begins > CalendarUnit::Day) : !tick.label.empty();
        if (drawn && tick.x > range.x0 + 1)
            canvas.vline(tick.x, lanes.y, lanes.bottom(), with_alpha(canvas.theme().line, tick.strong ? 1 : 0.7f));
    }
    for (std::size_t i = 1; i < canvas.index.shown.size() && !canvas.input.options.diagram; ++i)
        canvas.hline(lanes.x, lanes.right(), canvas.lane_rect(i).y, with_alpha(canvas.theme().line, 0.75f));
}

void draw_break(TimelineCanvas& canvas, float x0, float x1) {
    const RectPx axis = canvas.scale.axis_rect();
    canvas.fill({x0, axis.y, x1 - x0, canvas.scale.lanes_rect().bottom() - axis.y}, canvas.shade());
    const TextStyle style = canvas.micro(canvas.theme().text3);
    canvas.text("//", {(x0 + x1) / 2, canvas.baseline(axis.y + axis.h / 2, style)}, style, AlignX::Center);
}

/// The labels that the playhead's flag or a handle would cut are left out.
void draw_ticks(TimelineCanvas& canvas, const std::vector<Tick>& ticks, const std::vector<RectPx>& covers, float least_x) {
    const RectPx axis = canvas.scale.axis_rect();
    const Theme& theme = canvas.theme();
    for (const Tick& tick : ticks) {
        const bool labelled = !tick.label.empty();
        const float height = canvas.px(tick.strong ? 10.f : labelled ? 6.f : 3.f);
        if (tick.x >= least_x) canvas.vline(tick.x, axis.bottom() - height, axis.bottom(), labelled ? theme.line_strong : theme.line);
        if (!labelled) continue;
        const auto cut = [&](RectPx r) {
            return tick.label_x < r.right() + canvas.px(3) && r.x - canvas.px(3) < tick.label_x + tick.label_w;
        };
        if (std::any_of(covers.begin(), covers.end(), cut)) continue;
        const TextStyle style = canvas.micro(tick.strong ? theme.text : theme.text2);
        canvas.text(tick.label, {tick.label_x, canvas.baseline(axis.y + axis.h / 2, style)}, style);
    }
}

RectPx flag_rect(const TimelineCanvas& canvas, const std::string& label) {
    const RectPx axis = canvas.scale.axis_rect();
    const TextStyle style{Face::SemiBold, canvas.px(12), {}, {}, 0, 0};
    const float width = std::max(canvas.px(112), canvas.width_px(label, style) + canvas.px(16));
    const float x = canvas.scale.x_of(canvas.input.options.playhead);
    const float left = std::clamp(x - width / 2, axis.x, std::max(axis.x, axis.right() - width));
    return {left, axis.y, width, canvas.px(19)};
}

/// "Tue 25 Apr 2023", with the time of day where the axis shows hours.
std::string flag_label(const TimelineCanvas& canvas) {
    const Instant playhead = canvas.input.options.playhead;
    std::string label = calendar::describe(playhead, {.short_months = true, .with_weekday = true});
    const double hours_px = px_per_day(focus_range(canvas)) / 24;
    if (hours_px >= static_cast<double>(canvas.px(5)))
        label +=
            "  " +
            boundary_name(playhead - std::chrono::seconds{playhead.time_since_epoch().count() % 60}, CalendarUnit::Minute).substr(0, 5);
    return label;
}

void draw_flag(TimelineCanvas& canvas, RectPx flag, const std::string& label) {
    const Theme& theme = canvas.theme();
    const float x = canvas.scale.x_of(canvas.input.options.playhead), tip = canvas.px(5);
    canvas.fill(flag, theme.ink, canvas.px(2));
    const float left = std::max(flag.x, x - tip), right = std::min(flag.right(), x + tip);
    canvas.add(FillPath{{{left, flag.bottom() - 0.5f}, {right, flag.bottom() - 0.5f}, {x, flag.bottom() + tip}}, theme.ink});
    const TextStyle style{Face::SemiBold, canvas.px(12), theme.on_ink, {}, 0, 0};
    canvas.text(label, {flag.x + flag.w / 2, canvas.baseline(flag.y + flag.h / 2, style)}, style, AlignX::Center);
    canvas.hit(Hit::Kind::Playhead, {flag.x, flag.y, flag.w, flag.h + tip});
}

RectPx handle_rect(const TimelineCanvas& canvas, Instant at) {
    const RectPx axis = canvas.scale.axis_rect();
    const float x = std::clamp(canvas.scale.x_of(at), axis.x, axis.right());
    return {x - canvas.px(3), axis.bottom() - canvas.px(14), canvas.px(6), canvas.px(14)};
}

void draw_handle(TimelineCanvas& canvas, Instant at, Hit::Kind kind) {
    const RectPx axis = canvas.scale.axis_rect(), lanes = canvas.scale.lanes_rect(), handle = handle_rect(canvas, at);
    const float x = handle.x + handle.w / 2, y = handle.y;
    canvas.vline(x - canvas.px(0.5f), axis.bottom(), lanes.bottom(), with_alpha(canvas.theme().ink, 0.45f));
    canvas.fill(handle, canvas.theme().ink, canvas.px(2));
    canvas.vline(x - canvas.px(0.5f), y + canvas.px(4), y + canvas.px(10), canvas.theme().on_ink);
    canvas.hit(kind, {x - canvas.px(6), axis.y, canvas.px(12), axis.h});
}

}  // namespace

void draw_grounds(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const RectPx& whole = canvas.input.layout.timeline;
    canvas.fill(whole, theme.panel);
    const bool on_paper = theme.app == theme.panel;
    draw_weekends(canvas);
    draw_trail(canvas);
    for (const RectPx& wing : {canvas.scale.earlier_rect(), canvas.scale.later_rect()})
        if (wing.w > 0) canvas.fill({wing.x, wing.y, wing.w, wing.h}, with_alpha(canvas.shade(), on_paper ? 1 : 0.5f));
    draw_window_shade(canvas);
    draw_grid(canvas);
    const RectPx axis = canvas.scale.axis_rect();
    canvas.hit(Hit::Kind::TimelineBackground, {axis.x, axis.y, axis.w, axis.h + canvas.scale.lanes_rect().h});
}

void draw_breaks(TimelineCanvas& canvas) {
    const TimelineScale& scale = canvas.scale;
    if (scale.has_earlier()) draw_break(canvas, scale.earlier_rect().right(), scale.focus_rect().x);
    if (scale.has_later()) draw_break(canvas, scale.focus_rect().right(), scale.later_rect().x);
}

void draw_axis(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const TimelineScale& scale = canvas.scale;
    const RectPx axis = scale.axis_rect(), whole = canvas.input.layout.timeline;
    const TextStyle style = canvas.micro(theme.text2);
    const float s = canvas.input.layout.scale;
    const std::string label = flag_label(canvas);
    const RectPx flag = flag_rect(canvas, label);
    const Span window = canvas.input.options.window;
    std::vector<RectPx> covers{flag};
    if (!window.open_begin()) covers.push_back(handle_rect(canvas, window.begin));
    if (!window.open_end()) covers.push_back(handle_rect(canvas, window.end));
    const auto x_of = [&scale](Instant t) { return scale.x_of(t); };
    draw_ticks(canvas, linear_ticks(focus_range(canvas), canvas.input.type, style, s), covers, scale.focus_rect().x + 1);
    for (const bool earlier : {true, false}) {
        const RectPx wing = earlier ? scale.earlier_rect() : scale.later_rect();
        if (wing.w < canvas.px(24)) continue;
        const Span span = earlier ? Span{scale.extent().begin, scale.focus().begin} : Span{scale.focus().end, scale.extent().end};
        draw_ticks(canvas, warped_ticks({span, wing.x, wing.right(), x_of}, canvas.input.type, style, s), covers, wing.x + 1);
    }
    canvas.hline(whole.x, whole.right(), axis.bottom() - canvas.px(1), theme.line);
    if (!window.open_begin()) draw_handle(canvas, window.begin, Hit::Kind::WindowBegin);
    if (!window.open_end()) draw_handle(canvas, window.end, Hit::Kind::WindowEnd);
    draw_flag(canvas, flag, label);
}

}  // namespace dateline::view
