#include "view/timeline_canvas.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace dateline::view {
namespace {

using document::Category;

/// "April 2023", "24 – 26 Apr 2023": what the focus shows, for an axis whose labels are only days or hours.
std::string focus_name(const TimelineCanvas& canvas) {
    const calendar::Span focus = canvas.scale.focus();
    const calendar::Instant last = focus.end - std::chrono::seconds{1};
    const date::year_month_day a{date::floor<date::days>(focus.begin)}, b{date::floor<date::days>(last)};
    const auto date_of = [](const date::year_month_day& ymd, bool day) {
        calendar::Date out;
        out.year = static_cast<int>(ymd.year());
        out.month = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month()));
        out.day = static_cast<std::uint8_t>(day ? static_cast<unsigned>(ymd.day()) : 0u);
        out.precision = day ? calendar::Precision::Day : calendar::Precision::Month;
        return out;
    };
    if (a.year() == b.year() && a.month() == b.month()) return calendar::describe(calendar::Edtf::of(date_of(a, false)), {});
    if (a.year() == b.year()) return calendar::describe(calendar::Edtf::interval(date_of(a, false), date_of(b, false)), {.short_months = true});
    return fmt::format("{}–{}", static_cast<int>(a.year()), static_cast<int>(b.year()));
}

void draw_row(TimelineCanvas& canvas, Category category, RectPx lane) {
    const Theme& theme = canvas.theme();
    const RectPx gutter = canvas.scale.gutter_rect();
    const RectPx row{gutter.x, lane.y, gutter.w, lane.h};
    const std::size_t count = canvas.lanes[static_cast<std::size_t>(category)].size();
    const bool shown = canvas.shows(category), quiet = count == 0 || !shown;
    const float y = lane.y + lane.h * 10 / 21;
    const Color hue = theme.category[static_cast<std::size_t>(category)];
    const float x = gutter.x + canvas.px(20);
    canvas.add(Symbol{shape_of(category), {x, y}, canvas.px(4.75f), quiet ? mix(theme.panel, hue, 0.45f) : hue, {}, 0, {}});
    const TextStyle name = canvas.micro(quiet ? theme.text3 : theme.text), number = canvas.micro(quiet ? theme.text3 : theme.text2);
    const std::string text = shown ? fmt::format("{}", count) : "off";
    const float right = gutter.right() - canvas.px(12);
    const float room = right - canvas.width_px(text, number) - canvas.px(6) - (x + canvas.px(16));
    canvas.text(canvas.input.type.fitted(label_of(category), name, room), {x + canvas.px(16), canvas.baseline(y, name)}, name);
    canvas.text(text, {right, canvas.baseline(y, number)}, number, AlignX::Right);
    canvas.hit(Hit::Kind::Lane, row, std::string(document::name_of(category)));
}

}  // namespace

void draw_gutter(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const RectPx gutter = canvas.scale.gutter_rect(), axis = canvas.scale.axis_rect();
    canvas.fill({gutter.x, gutter.y, gutter.w, gutter.h}, theme.panel);
    const TextStyle style = canvas.micro(theme.text2, Face::Medium);
    const std::string focus = canvas.input.type.fitted(focus_name(canvas), style, gutter.w - canvas.px(24));
    canvas.text(focus, {gutter.x + canvas.px(16), canvas.baseline(axis.y + axis.h / 2, style)}, style);
    canvas.hline(gutter.x, gutter.right(), axis.bottom() - canvas.px(1), theme.line);
    for (std::size_t i = 0; i < canvas.index.shown.size(); ++i) draw_row(canvas, canvas.index.shown[i], canvas.lane_rect(i));
    for (std::size_t i = 1; i < canvas.index.shown.size(); ++i)
        canvas.hline(gutter.x, gutter.right(), canvas.lane_rect(i).y, with_alpha(theme.line, 0.75f));
    canvas.vline(gutter.right() - canvas.px(1), axis.y, canvas.scale.overview_rect().bottom(), theme.line);
}

void draw_static_controls(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const RectPx row = canvas.scale.controls_rect();
    canvas.hline(row.x, row.right(), canvas.input.layout.timeline.y, theme.line_strong);
    canvas.hline(row.x, row.right(), row.bottom() - canvas.px(1), theme.line);
}

}  // namespace dateline::view
