#include "view/timeline_canvas.h"
#include "view/timeline_ticks.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using calendar::Span;

constexpr float kBar = 7, kBarGap = 1.5f, kLabelsH = 15;

/// How many events of the lanes shown stand in [a, b).
struct Counter {
    const TimelineCanvas& canvas;
    double operator()(Instant a, Instant b) const {
        const std::int64_t a_s = a.time_since_epoch().count(), b_s = b.time_since_epoch().count();
        double count = 0;
        const auto within = [&](const std::vector<std::int64_t>& sorted) {
            return static_cast<double>(std::lower_bound(sorted.begin(), sorted.end(), b_s) -
                                       std::lower_bound(sorted.begin(), sorted.end(), a_s));
        };
        for (std::size_t l = 0; l < canvas.lanes.size(); ++l)
            if (canvas.shows(static_cast<document::Category>(l)))
                count += within(canvas.lanes[l].at_s) + within(canvas.lanes[l].bar_begins_s);
        return count;
    }
};

struct Bar {
    float x0, x1;
    Instant begin;
    double count;
};

/// Where the bar that begins at `t` ends: the finest unit that is wide enough here, while it does not run far into a
/// stretch that is wider; else the coarsest boundary that is near.
Instant bar_end(const TimelineCanvas& canvas, Instant t, Instant end) {
    const TimelineScale& scale = canvas.scale;
    const float x = scale.overview_x_of(t), least = canvas.px(kBar), most = 3.2f * least;
    const auto steps = calendar_steps();
    for (const CalendarStep& step : steps) {
        const Instant next = step.next(step.floor(t));
        const float width = scale.overview_x_of(next) - x;
        if (next > t && width >= least && width <= most) return std::min(next, end);
        if (width > most) break;
    }
    const Instant low = scale.overview_time_at(x + least), high = scale.overview_time_at(x + most);
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        if (const Instant boundary = step->floor(high); boundary >= low && boundary > t) return std::min(boundary, end);
    return std::min(std::max(high, t + std::chrono::seconds{1}), end);
}

/// Calendar units as fine as the strip can show at each place: weeks where time is wide, years where it is narrow.
std::vector<Bar> bars_of(const TimelineCanvas& canvas) {
    const RectPx strip = canvas.scale.overview_rect();
    const Counter count{canvas};
    std::vector<Bar> bars;
    Instant t = canvas.scale.overview_time_at(strip.x);
    const Instant end = canvas.scale.overview_time_at(strip.right());
    while (t < end && bars.size() < 4000) {
        const Instant after = bar_end(canvas, t, end);
        bars.push_back({canvas.scale.overview_x_of(t), canvas.scale.overview_x_of(after), t, count(t, after)});
        t = after;
    }
    return bars;
}

void draw_bars(TimelineCanvas& canvas, float top, float foot) {
    const std::vector<Bar> bars = bars_of(canvas);
    double most = 1;
    for (const Bar& bar : bars) most = std::max(most, bar.count);
    for (const Bar& bar : bars) {
        if (bar.count <= 0) continue;
        const float h = std::max(canvas.px(2), std::round((foot - top) * static_cast<float>(bar.count / most)));
        const bool inside = canvas.input.options.window.contains(bar.begin) && canvas.scale.focus().contains(bar.begin);
        const float x0 = std::round(bar.x0), x1 = std::round(bar.x1 - canvas.px(kBarGap));
        canvas.fill({x0, foot - h, std::max(1.f, x1 - x0), h}, inside ? canvas.theme().text2 : canvas.theme().line_strong);
    }
}

void draw_grip(TimelineCanvas& canvas, float x, float y, const char* id) {
    const float w = canvas.px(6), h = canvas.px(14);
    canvas.fill({x - w / 2, y - h / 2, w, h}, canvas.theme().ink, canvas.px(2));
    canvas.fill({std::round(x) - canvas.px(0.5f), y - canvas.px(3), canvas.px(1), canvas.px(6)}, canvas.theme().on_ink);
    canvas.hit(Hit::Kind::OverviewBrush, {x - canvas.px(6), y - canvas.px(12), canvas.px(12), canvas.px(24)}, id);
}

void draw_brush(TimelineCanvas& canvas, float top, float foot) {
    const Theme& theme = canvas.theme();
    const Span focus = canvas.scale.focus();
    float x0 = canvas.scale.overview_x_of(focus.begin), x1 = canvas.scale.overview_x_of(focus.end);
    if (x1 - x0 < canvas.px(6)) {
        const float middle = (x0 + x1) / 2;
        x0 = middle - canvas.px(3), x1 = middle + canvas.px(3);
    }
    // The grips of a narrow brush stand outside it, so that both can be taken.
    const float aside = std::clamp((canvas.px(16) - (x1 - x0)) / 2, 0.f, canvas.px(4));
    canvas.add(FillRect{{x0, top, x1 - x0, foot - top},
                        0,
                        with_alpha(theme.ink, 0.08f),
                        with_alpha(theme.ink, 0.08f),
                        with_alpha(theme.ink, 0.08f),
                        with_alpha(theme.ink, 0.08f),
                        with_alpha(theme.ink, 0.6f),
                        canvas.px(1)});
    const float x = canvas.scale.overview_x_of(canvas.input.options.playhead);
    canvas.fill({x - canvas.px(0.75f), top, canvas.px(1.5f), foot - top}, theme.ink);
    canvas.hit(Hit::Kind::OverviewBrush, {x0, top, x1 - x0, foot - top});
    draw_grip(canvas, x0 - aside, (top + foot) / 2, "begin");
    draw_grip(canvas, x1 + aside, (top + foot) / 2, "end");
}

}  // namespace

void draw_overview(TimelineCanvas& canvas) {
    const RectPx strip = canvas.scale.overview_rect(), whole = canvas.input.layout.timeline;
    if (strip.h < canvas.px(24)) return;
    const Theme& theme = canvas.theme();
    canvas.fill({whole.x, strip.y, whole.w, strip.h}, theme.panel);
    canvas.hline(whole.x, whole.right(), strip.y, theme.line);
    canvas.hit(Hit::Kind::Overview, {strip.x, strip.y, strip.w, strip.h});
    const float top = strip.y + canvas.px(8), foot = strip.bottom() - canvas.px(kLabelsH);
    draw_bars(canvas, top + canvas.px(2), foot);
    canvas.hline(strip.x, strip.right(), foot, theme.line_strong);

    const TextStyle style = canvas.micro(theme.text2);
    const TimelineScale& scale = canvas.scale;
    const TickRange range{{scale.overview_time_at(strip.x), scale.overview_time_at(strip.right())},
                          strip.x + canvas.px(8),
                          strip.right() - canvas.px(4),
                          [&scale](Instant t) { return scale.overview_x_of(t); }};
    for (const Tick& tick : warped_ticks(range, canvas.input.type, style, canvas.input.layout.scale)) {
        canvas.vline(tick.x, foot, foot + canvas.px(3), theme.line_strong);
        const bool year = tick.begins == CalendarUnit::Year;
        const TextStyle drawn = canvas.micro(year ? theme.text : theme.text2);
        canvas.text(tick.label, {tick.label_x, canvas.baseline(foot + canvas.px(8), drawn)}, drawn);
    }
    draw_brush(canvas, top, foot);

    const float x = whole.x + canvas.px(14);
    std::size_t events = 0;
    for (const TimelineLane& lane : canvas.lanes) events += lane.size();
    canvas.text("All dates", {x, canvas.baseline(strip.y + canvas.px(18), style)}, style);
    const TextStyle quiet = canvas.micro(theme.text3);
    const std::string suffix = events == 1 ? " dated event" : " dated events", full = long_count(events) + suffix;
    const bool fits = canvas.width_px(full, quiet) < strip.x - x - canvas.px(8);
    canvas.text(fits ? full : short_count(events) + suffix, {x, canvas.baseline(strip.y + canvas.px(34), quiet)}, quiet);
}

}  // namespace dateline::view
