#include "view/timeline_canvas.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

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
    if (a.year() == b.year())
        return calendar::describe(calendar::Edtf::interval(date_of(a, false), date_of(b, false)), {.short_months = true});
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
    const float x = gutter.x + canvas.px(19);
    const bool legible = canvas.rows_are_legible();
    canvas.add(Symbol{shape_of(category),
                      {x, y},
                      legible ? canvas.px(4.75f) : std::min(canvas.px(4.75f), 0.44f * lane.h),
                      quiet ? mix(theme.panel, hue, 0.45f) : hue,
                      {},
                      0,
                      {}});
    canvas.hit(Hit::Kind::Lane, row, std::string(document::name_of(category)));
    if (!legible) return;  // of a small picture: the symbol tells the row
    const TextStyle name = canvas.micro(quiet ? theme.text3 : theme.text), number = canvas.micro(quiet ? theme.text3 : theme.text2);
    const std::string text = shown ? short_count(count) : "off";
    const float right = gutter.right() - canvas.px(9);
    const float room = right - canvas.width_px(text, number) - canvas.px(5) - (x + canvas.px(13));
    canvas.text(canvas.input.type.fitted(label_of(category), name, room), {x + canvas.px(13), canvas.baseline(y, name)}, name);
    canvas.text(text, {right, canvas.baseline(y, number)}, number, AlignX::Right);
}

}  // namespace

void draw_gutter(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const RectPx gutter = canvas.scale.gutter_rect(), axis = canvas.scale.axis_rect();
    canvas.fill({gutter.x, gutter.y, gutter.w, gutter.h}, theme.panel);
    const TextStyle style = canvas.micro(theme.text2, Face::Medium);
    const std::string focus = canvas.input.type.fitted(focus_name(canvas), style, gutter.w - canvas.px(24));
    canvas.text(focus, {gutter.x + canvas.px(14), canvas.baseline(axis.y + axis.h / 2, style)}, style);
    canvas.hline(gutter.x, gutter.right(), axis.bottom() - canvas.px(1), theme.line);
    for (std::size_t i = 0; i < canvas.index.shown.size(); ++i) draw_row(canvas, canvas.index.shown[i], canvas.lane_rect(i));
    for (std::size_t i = 1; i < canvas.index.shown.size(); ++i)
        canvas.hline(gutter.x, gutter.right(), canvas.lane_rect(i).y, with_alpha(theme.line, 0.75f));
    canvas.vline(gutter.right() - canvas.px(1), axis.y, canvas.scale.overview_rect().bottom(), theme.line);
}

namespace {

/// What the symbols' states look like, from the right edge leftward as far as there is room.
void draw_key(TimelineCanvas& canvas, float left, float right, float y) {
    const Theme& theme = canvas.theme();
    const TextStyle style = canvas.micro(theme.text2);
    enum class State { Imprecise, ToCome, Past, Recent, Now };
    struct Entry {
        State state;
        const char* label;
        float symbol_w;
    };
    constexpr Entry kEntries[] = {{State::Imprecise, "Date imprecise", 42},
                                  {State::ToCome, "To come", 12},
                                  {State::Past, "Past", 10},
                                  {State::Recent, "Recent", 10},
                                  {State::Now, "Now", 16}};
    const Color neutral = theme.text2;
    for (const Entry& entry : kEntries) {
        const float text_x = right - canvas.width_px(entry.label, style), w = canvas.px(entry.symbol_w);
        const float x = text_x - canvas.px(6) - w / 2;
        if (x - w / 2 < left) return;
        canvas.text(entry.label, {text_x, canvas.baseline(y, style)}, style);
        const auto circle = [&](float r, Color fill, Color stroke, float stroke_px) {
            canvas.add(Symbol{MarkerShape::Circle, {x, y}, canvas.px(r), fill, stroke, canvas.px(stroke_px), {}});
        };
        switch (entry.state) {
            case State::Now:
                circle(7.5f, kNoColor, with_alpha(neutral, 0.7f), 1);
                circle(5, neutral, {}, 0);
                break;
            case State::Recent: circle(5, neutral, {}, 0); break;
            case State::Past: circle(4.2f, mix(theme.panel, neutral, 0.5f), {}, 0); break;
            case State::ToCome: circle(4.8f, theme.panel, neutral, 1.6f); break;
            case State::Imprecise: {
                const Color none = with_alpha(neutral, 0);
                const float h = canvas.px(6), third = w / 3, x0 = x - w / 2;
                canvas.add(FillRect{{x0, y - h / 2, third, h}, 0, none, neutral, neutral, none, {}, 0});
                canvas.fill({x0 + third, y - h / 2, third, h}, neutral);
                canvas.add(FillRect{{x0 + 2 * third, y - h / 2, third, h}, 0, neutral, none, none, neutral, {}, 0});
                break;
            }
        }
        right = x - w / 2 - canvas.px(18);
    }
}

std::string window_text(const TimelineCanvas& canvas) {
    const calendar::Span window = canvas.input.options.window, extent = canvas.scale.extent();
    if (window.begin <= extent.begin && extent.end <= window.end) return "all dates";
    const calendar::Style style{.short_months = true};
    const std::string begin = window.open_begin() ? "…" : calendar::describe(window.begin, style);
    const std::string end = window.open_end() ? "…" : calendar::describe(window.end - std::chrono::seconds{1}, style);
    return begin + " – " + end;
}

}  // namespace

void draw_static_controls(TimelineCanvas& canvas) {
    const Theme& theme = canvas.theme();
    const RectPx row = canvas.scale.controls_rect();
    canvas.hline(row.x, row.right(), canvas.input.layout.timeline.y, theme.line_strong);
    canvas.hline(row.x, row.right(), row.bottom() - canvas.px(1), theme.line);
    const float y = row.y + row.h / 2;
    const TextStyle name = canvas.micro(theme.text3), value = canvas.micro(theme.text, Face::Medium);
    float x = row.x + canvas.px(16);
    const document::Route* route =
        canvas.input.options.diagram ? canvas.input.briefing.route(canvas.input.options.selected_route) : nullptr;
    if (route != nullptr) {
        const TextStyle title = canvas.micro(theme.text, Face::SemiBold);
        const std::string text = canvas.input.type.fitted(route->name, title, canvas.px(360));
        canvas.text(text, {x, canvas.baseline(y, title)}, title);
        x += canvas.width_px(text, title) + canvas.px(24);
    }
    const auto days = static_cast<int>(std::lround(canvas.input.options.recent_days));
    for (const auto& [what, says] : {std::pair<std::string, std::string>{"Trail", fmt::format("{} day{}", days, days == 1 ? "" : "s")},
                                     std::pair<std::string, std::string>{"Window", window_text(canvas)}}) {
        canvas.text(what, {x, canvas.baseline(y, name)}, name);
        x += canvas.width_px(what, name) + canvas.px(8);
        canvas.text(says, {x, canvas.baseline(y, value)}, value);
        x += canvas.width_px(says, value) + canvas.px(24);
    }
    draw_key(canvas, x + canvas.px(16), row.right() - canvas.px(16), y);
}

}  // namespace dateline::view
