#include "publish/figure_page.h"
#include "view/timeline_fold.h"
#include "view/timeline_index.h"
#include "view/timeline_ticks.h"

#include <algorithm>
#include <cmath>

namespace dateline::publish {
namespace {

using view::Face;
using view::PointPx;
using view::RectPx;
using view::TextStyle;

/// Discs of one spot of the strip, stacked in columns.
struct Stack {
    float x = 0;  // of the time
    std::vector<const Numbered*> discs;
};

struct StripScale {
    const Page& page;
    calendar::Span span;
    float x0, x1, y;
    float x_of(calendar::Instant t) const {
        const double part = calendar::seconds_between(span.begin, t) / calendar::seconds_between(span.begin, span.end);
        return x0 + (x1 - x0) * static_cast<float>(std::clamp(part, 0.0, 1.0));
    }
};

std::vector<Stack> stacks_of(const Selection& selection, const StripScale& scale, float touching_px) {
    std::vector<Stack> stacks;
    for (const Numbered& numbered : selection.events) {
        const float x = scale.x_of(numbered.at);
        if (stacks.empty() || x - stacks.back().x > touching_px) stacks.push_back({x, {}});
        stacks.back().discs.push_back(&numbered);
    }
    return stacks;
}

/// How large the discs are and how many stand on one another: as large as the strip allows.
struct Fit {
    float radius;
    std::size_t levels;
};

/// Positions of the columns of all stacks: as near to their time as their widths allow.
std::vector<float> column_xs(const std::vector<Stack>& stacks, const Fit& fit, float spacing_px, float x0, float x1) {
    std::vector<float> wanted;
    for (const Stack& stack : stacks) {
        const std::size_t columns = (stack.discs.size() + fit.levels - 1) / fit.levels;
        for (std::size_t c = 0; c < columns; ++c)
            wanted.push_back(stack.x + (static_cast<float>(c) - static_cast<float>(columns - 1) / 2) * spacing_px);
    }
    std::vector<float> xs = view::spread(wanted, spacing_px);
    if (xs.empty()) return xs;
    const float left = x0 - xs.front(), right = xs.back() - x1;
    if (left > 0 && right < -left)
        for (float& x : xs) x = std::max(x, x0 + spacing_px * static_cast<float>(&x - xs.data()));
    if (right > 0)
        for (std::size_t i = xs.size(); i-- > 0;) xs[i] = std::min(xs[i], x1 - spacing_px * static_cast<float>(xs.size() - 1 - i));
    return xs;
}

std::vector<RectPx> draw_discs(Page& page, const Selection& selection, const StripScale& scale) {
    constexpr Fit kFits[] = {{21, 2}, {16, 3}, {12, 4}, {9, 5}};
    std::vector<RectPx> boxes;
    for (const Fit& fit : kFits) {
        const float r = page.px(fit.radius), spacing = 2 * r + page.px(4);
        const std::vector<Stack> stacks = stacks_of(selection, scale, page.px(6));
        const std::vector<float> xs = column_xs(stacks, fit, spacing, scale.x0 + r, scale.x1 - r);
        float furthest = 0;
        std::size_t column = 0;
        for (const Stack& stack : stacks)
            for (std::size_t c = 0; c < (stack.discs.size() + fit.levels - 1) / fit.levels; ++c)
                furthest = std::max(furthest, std::abs(xs[column++] - stack.x));
        if (furthest > 2 * spacing && fit.radius > 9) continue;
        column = 0;
        for (const Stack& stack : stacks) {
            for (std::size_t i = 0; i < stack.discs.size(); ++i) {
                const std::size_t level = i % fit.levels;
                if (i > 0 && level == 0) ++column;
                const PointPx centre{xs[column], scale.y - page.px(10) - r - static_cast<float>(level) * spacing};
                if (level == 0 && std::abs(centre.x - stack.x) > 0.6f * r)
                    page.add(
                        view::StrokePath{{{stack.x, scale.y}, {centre.x, centre.y + r}}, page.theme().text3, page.px(1.5f), {}, false});
                page.disc(*stack.discs[i], centre, r);
                boxes.push_back({centre.x - r, centre.y - r, 2 * r, 2 * r});
            }
            ++column;
        }
        return boxes;
    }
    return boxes;
}

/// A day that is wider than a disc or two is marked as long as it is: nothing says when in it.
void draw_days(Page& page, const Selection& selection, const StripScale& scale) {
    for (const Numbered& numbered : selection.events) {
        const calendar::Edtf& date = *numbered.event->date;
        if (view::is_bar(date) || date.precision() != calendar::Precision::Day) continue;
        const calendar::Span day = date.bounds();
        const float a = scale.x_of(day.begin), b = scale.x_of(day.end), h = page.px(8);
        if (b - a < page.px(4 * kDisc)) continue;
        const view::Color hue = view::with_alpha(page.theme().category[static_cast<std::size_t>(numbered.event->category)], 0.7f);
        page.add(view::plain_rect({a + page.px(2), scale.y - h, b - a - page.px(4), h}, hue));
    }
}

/// Dates that are not known to the day: a soft bar on the axis, as long as the date is wide.
void draw_soft_dates(Page& page, const Selection& selection, const StripScale& scale) {
    for (const Numbered& numbered : selection.events) {
        if (!view::is_bar(*numbered.event->date)) continue;
        const calendar::Span span = numbered.event->date->bounds();
        const float a = scale.x_of(span.begin), b = scale.x_of(span.end), ramp = std::min(page.px(40), (b - a) / 3), h = page.px(8);
        const view::Color hue = view::with_alpha(page.theme().category[static_cast<std::size_t>(numbered.event->category)], 0.7f);
        const view::Color none = view::with_alpha(hue, 0);
        page.add(view::FillRect{{a, scale.y - h, ramp, h}, 0, none, hue, hue, none, {}, 0});
        page.add(view::plain_rect({a + ramp, scale.y - h, b - a - 2 * ramp, h}, hue));
        page.add(view::FillRect{{b - ramp, scale.y - h, ramp, h}, 0, hue, none, none, hue, {}, 0});
    }
}

bool has_event(const Selection& selection, calendar::Instant begin, calendar::Instant end) {
    return std::any_of(selection.events.begin(), selection.events.end(), [&](const Numbered& n) { return begin <= n.at && n.at < end; });
}

void draw_axis(Page& page, const Selection& selection, const StripScale& scale) {
    const view::Theme& theme = page.theme();
    const TextStyle plain = page.style(21, theme.text2);
    view::TickRange range{scale.span, scale.x0, scale.x1, [&scale](calendar::Instant t) { return scale.x_of(t); }};
    const bool of_days = std::none_of(selection.events.begin(), selection.events.end(),
                                      [](const Numbered& n) { return n.event->date->precision() > calendar::Precision::Day; });
    if (of_days) range.finest = view::CalendarUnit::Day;
    const std::vector<view::Tick> ticks =
        view::linear_ticks(range, page.input.type, page.style(21, theme.text2, Face::SemiBold), 2 * page.u);
    page.rule(scale.x0, scale.x1, scale.y, theme.text, 3);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        const view::Tick& tick = ticks[i];
        const float length = page.px(tick.strong ? 16 : tick.label.empty() ? 6 : 10);
        page.add(view::plain_rect({tick.x - page.px(1), scale.y, page.px(2), length}, tick.strong ? theme.text : theme.line_strong));
        if (tick.label.empty()) continue;
        const auto next = std::find_if(ticks.begin() + static_cast<std::ptrdiff_t>(i) + 1, ticks.end(),
                                       [](const view::Tick& t) { return !t.label.empty(); });
        const calendar::Instant end = next == ticks.end() ? scale.span.end : next->at;
        const bool marked = end - tick.at <= calendar::kDay && has_event(selection, tick.at, end);
        const TextStyle style = marked || tick.strong ? page.style(21, theme.text, Face::SemiBold) : plain;
        const float middle = tick.label_x + tick.label_w / 2;
        page.text(tick.label, middle, scale.y + page.px(36), style, view::AlignX::Center);
    }
    for (const float x : {scale.x0, scale.x1})
        page.add(view::plain_rect({x - page.px(1.5f), scale.y, page.px(3), page.px(16)}, theme.text));
}

/// "April 2023": what the axis' numbers are days of.
std::string name_of(calendar::Span span) {
    const auto day = [](calendar::Instant t) { return calendar::iso(t).substr(0, calendar::iso(t).find('T')); };
    const std::string first = day(span.begin), last = day(span.end - std::chrono::seconds{1});
    const auto month = [](const std::string& text) { return text.size() > 3 ? text.substr(0, text.rfind('-')) : text; };
    const auto parse = [](const std::string& text) { return calendar::Edtf::parse(text); };
    if (month(first) == month(last)) {
        if (const auto one = parse(month(first))) return calendar::describe(*one);
    }
    const auto a = parse(month(first)), b = parse(month(last));
    return a && b ? calendar::describe(calendar::Edtf::interval(a->first(), b->first())) : std::string();
}

}  // namespace

void draw_strip(Page& page, const Selection& selection) {
    const RectPx map = page.map_rect();
    const StripScale scale{page, selection.strip, map.x, map.right(), map.bottom() + page.px(128)};
    draw_soft_dates(page, selection, scale);
    draw_days(page, selection, scale);
    draw_axis(page, selection, scale);
    const std::vector<RectPx> boxes = draw_discs(page, selection, scale);
    const TextStyle style = page.style(24, page.theme().text, Face::SemiBold);
    const std::string name = name_of(selection.strip);
    const float width = page.width_px(name, style);
    const auto collides = [&](RectPx rect) { return std::any_of(boxes.begin(), boxes.end(), [&](RectPx b) { return b.overlaps(rect); }); };
    // Above the axis, at the left or at the right, where no disc is; else below its numbers.
    for (const float x : {scale.x0, scale.x1 - width}) {
        const RectPx box{x - page.px(12), scale.y - page.px(46), width + page.px(24), page.px(36)};
        if (collides(box)) continue;
        return page.text(name, x, scale.y - page.px(20), style);
    }
    page.text(name, scale.x0, scale.y + page.px(70), style);
}

}  // namespace dateline::publish
