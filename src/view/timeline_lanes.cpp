#include "view/timeline_lanes.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using std::chrono::seconds;

constexpr float kGlyph = 5, kGlyphY = 10, kBarH = 6, kOpenH = 3, kOpenY = 16.5f;
constexpr float kStack = 16;     // a crowd no wider than this is one glyph with more behind it
constexpr float kDayShown = 90;  // days wider than this show how long a day is
constexpr float kOutsideWindow = 0.35f;

Instant instant(std::int64_t s) { return Instant{seconds{s}}; }

struct LanePainter {
    TimelineCanvas& canvas;
    const LaneLayout& layout;
    const TimelineLane& lane;
    float extent_drawn = -1;  ///< left edge of the day drawn last

    const Theme& theme() const { return canvas.theme(); }
    Color hue() const { return theme().category[static_cast<std::size_t>(layout.category)]; }
    /// Lanes keep look.md's proportions in whatever height they have.
    float y_of(float at_21) const { return layout.rect.y + layout.rect.h * at_21 / 21; }
    Color ground() const { return theme().panel; }
    const document::Event& event(std::uint32_t index) const { return *canvas.input.briefing.events()[index]; }
    bool in_window(Instant t) const { return canvas.input.options.window.contains(t); }

    Color faded(const TimeLook& look) const { return mix(ground(), hue(), look.fade); }
    void draw_bar(const DrawnBar& bar);
    void draw_bar_counts();
    void draw_block(const LaneBlock& block);
    void draw_stack(const LaneBlock& block);
    void draw_columns(const LaneBlock& block);
    void draw_extent(calendar::Span span, float y);
    void draw_glyph(std::uint32_t index, float x, bool selected, bool hovered);
};

}  // namespace

void add_soft_rect(TimelineCanvas& canvas, const DrawnBar& bar, float y, float h, Color color) {
    const Color none = with_alpha(color, 0);
    const auto part = [&](float x0, float x1, Color left, Color right) {
        if (x1 - x0 > 0.01f) canvas.add(FillRect{{x0, y, x1 - x0, h}, 0, left, right, right, left, {}, 0});
    };
    part(bar.x0, bar.solid0, none, color);
    part(bar.solid0, bar.solid1, color, color);
    part(bar.solid1, bar.x1, color, none);
}

namespace {

void LanePainter::draw_bar(const DrawnBar& bar) {
    const float h = canvas.px(bar.at_foot ? kOpenH : kBarH), y = y_of(bar.at_foot ? kOpenY : kGlyphY) - h / 2;
    const document::Event& drawn = event(bar.event);
    const bool selected = drawn.id == canvas.input.options.selected, hovered = drawn.id == canvas.input.options.hovered;
    Color color = faded(bar.look);
    if (!canvas.input.options.window.overlaps(drawn.date->bounds())) color = with_alpha(color, kOutsideWindow);
    if (bar.look.to_come) {
        const float edge = canvas.px(1.25f);
        add_soft_rect(canvas, bar, y, h, with_alpha(color, 0.25f));
        add_soft_rect(canvas, bar, y, edge, color);
        add_soft_rect(canvas, bar, y + h - edge, edge, color);
    } else {
        add_soft_rect(canvas, bar, y, h, bar.at_foot ? with_alpha(color, 0.7f) : color);
    }
    const RectPx box{bar.x0, y, bar.x1 - bar.x0, h};
    if (selected || hovered) {
        const float around = canvas.px(3);
        canvas.add(FillRect{{box.x - around, box.y - around, box.w + 2 * around, box.h + 2 * around},
                            canvas.px(3),
                            kNoColor,
                            kNoColor,
                            kNoColor,
                            kNoColor,
                            selected ? theme().ink : theme().text3,
                            canvas.px(selected ? 1.5f : 1)});
    }
    canvas.hit(Hit::Kind::Event, {box.x, y - canvas.px(3), box.w, h + canvas.px(6)}, drawn.id);
}

/// Too many bars to show one by one: how many cover each stretch, as strength of colour.
void LanePainter::draw_bar_counts() {
    const RectPx lanes = canvas.scale.lanes_rect();
    const float step = canvas.px(3), h = canvas.px(kOpenH), y = y_of(kOpenY) - h / 2;
    const auto covering = [&](float x) {
        const std::int64_t t = canvas.scale.time_at(x).time_since_epoch().count();
        const auto begun = std::upper_bound(lane.bar_begins_s.begin(), lane.bar_begins_s.end(), t) - lane.bar_begins_s.begin();
        const auto ended = std::upper_bound(lane.bar_ends_s.begin(), lane.bar_ends_s.end(), t) - lane.bar_ends_s.begin();
        return static_cast<double>(begun - ended);
    };
    const double most = std::log1p(static_cast<double>(lane.bars.size()));
    for (float x = lanes.x; x < lanes.right(); x += step) {
        const double count = covering(x + step / 2);
        if (count <= 0) continue;
        const auto alpha = static_cast<float>(0.15 + 0.7 * std::log1p(count) / most);
        canvas.fill({x, y, std::min(step, lanes.right() - x), h}, with_alpha(hue(), alpha));
    }
}

/// Several events at one spot: the glyph with two more behind it; its label says how many.
void LanePainter::draw_stack(const LaneBlock& block) {
    const float x = (block.x0 + block.x1) / 2, y = y_of(kGlyphY);
    const Instant at = instant(lane.at_s[layout.points.runs[block.first_run].first]);
    const TimeLook look = time_look(canvas.input.options, at, at);
    const Color color = with_alpha(faded(look), in_window(at) ? 1 : kOutsideWindow);
    for (const float back : {6.f, 3.f, 0.f}) {
        const Color fill = look.to_come ? ground() : mix(ground(), color, back > 0 ? 0.5f : 1);
        canvas.add(Symbol{shape_of(layout.category),
                          {x + canvas.px(back), y},
                          canvas.px(kGlyph - 0.4f),
                          fill,
                          look.to_come ? color : ground(),
                          canvas.px(look.to_come ? 1.25f : 1),
                          {}});
    }
}

/// A column each run, its height by the square root of its count; full height is the most in any bin of the zone.
void LanePainter::draw_columns(const LaneBlock& block) {
    const RectPx focus = canvas.scale.focus_rect();
    const auto zone = [&](const LaneBlock& b) { return b.x0 < focus.x ? 0 : b.x0 < focus.right() ? 1 : 2; };
    std::uint32_t most = 1;
    for (const LaneBlock& other : layout.points.blocks) {
        if (zone(other) != zone(block)) continue;
        for (std::uint32_t r = other.first_run; r < other.last_run; ++r) most = std::max(most, layout.points.runs[r].count);
    }
    const float foot = y_of(18.5f), tall = y_of(18.5f) - y_of(2.5f), least = canvas.px(3);
    for (std::uint32_t r = block.first_run; r < block.last_run; ++r) {
        const LaneRun& run = layout.points.runs[r];
        const Instant at = instant(lane.at_s[run.first]);
        const float h = std::max(least, tall * std::sqrt(static_cast<float>(run.count) / static_cast<float>(most)));
        const TimeLook look = time_look(canvas.input.options, at, at);
        Color color = look.to_come ? with_alpha(hue(), 0.5f) : faded(look);
        if (!in_window(at)) color = with_alpha(color, kOutsideWindow);
        const float x0 = run.x0, w = std::max(canvas.px(2.5f), run.x1 - run.x0);
        canvas.fill({x0, foot - h, w, h}, color);
        canvas.hit(Hit::Kind::Event, {x0 - canvas.px(0.5f), layout.rect.y, w + canvas.px(1), layout.rect.h},
                   event(lane.events[run.first]).id);
    }
}

void LanePainter::draw_block(const LaneBlock& block) {
    if (block.x1 - block.x0 > canvas.px(kStack)) return draw_columns(block);
    draw_stack(block);
    const std::uint32_t first = layout.points.runs[block.first_run].first;
    canvas.hit(Hit::Kind::Event, {block.x0 - canvas.px(7), layout.rect.y, block.x1 - block.x0 + canvas.px(19), layout.rect.h},
               event(lane.events[first]).id);
}

/// Where days are wide, an event known to the day has the whole of it, and the glyph does not pretend to an hour.
void LanePainter::draw_extent(calendar::Span span, float y) {
    const float x0 = canvas.scale.x_of(span.begin), x1 = canvas.scale.x_of(span.end), h = canvas.px(2);
    if (x1 - x0 < canvas.px(kDayShown) || x0 == extent_drawn) return;
    extent_drawn = x0;
    const Color color = with_alpha(hue(), 0.4f), none = with_alpha(hue(), 0);
    const float ramp = canvas.px(9);
    canvas.add(FillRect{{x0, y - h / 2, ramp, h}, 0, none, color, color, none, {}, 0});
    canvas.fill({x0 + ramp, y - h / 2, x1 - x0 - 2 * ramp, h}, color);
    canvas.add(FillRect{{x1 - ramp, y - h / 2, ramp, h}, 0, color, none, none, color, {}, 0});
}

void LanePainter::draw_glyph(std::uint32_t index, float x, bool selected, bool hovered) {
    const document::Event& drawn = event(lane.events[index]);
    const calendar::Span span = drawn.date->bounds();
    const TimeLook look = time_look(canvas.input.options, instant(lane.at_s[index]), instant(lane.at_s[index]));
    const float y = y_of(kGlyphY), r = canvas.px(hovered ? kGlyph + 1.5f : kGlyph);
    const float alpha = canvas.input.options.window.overlaps(span) || selected ? 1 : kOutsideWindow;
    const MarkerShape shape = shape_of(layout.category);
    draw_extent(span, y_of(kOpenY + 1));
    if (selected) canvas.add(Symbol{MarkerShape::Circle, {x, y}, canvas.px(kGlyph + 4), ground(), theme().ink, canvas.px(1.75f), {}});
    if (look.now && !selected)
        canvas.add(Symbol{
            MarkerShape::Circle, {x, y}, canvas.px(kGlyph + 4), with_alpha(hue(), 0.16f), with_alpha(hue(), 0.4f), canvas.px(1), {}});
    if (look.to_come) {
        canvas.add(Symbol{shape, {x, y}, r - canvas.px(0.4f), ground(), with_alpha(hue(), alpha), canvas.px(1.5f), {}});
    } else {
        canvas.add(Symbol{shape, {x, y}, r, with_alpha(faded(look), alpha), {}, 0, {}});
    }
    if (drawn.review == document::Review::Unreviewed)
        canvas.add(Symbol{MarkerShape::Circle,
                          {x + 0.95f * r, y - 0.85f * r},
                          canvas.px(2),
                          with_alpha(theme().warn, alpha),
                          ground(),
                          canvas.px(1),
                          {}});
    canvas.hit(Hit::Kind::Event, {x - canvas.px(6), layout.rect.y, canvas.px(12), layout.rect.h}, drawn.id);
}

/// The playhead's line, dimmed in the lanes where it passes through a glyph or between two of one day.
void draw_playhead_line(TimelineCanvas& canvas, const std::vector<LaneLayout>& layouts) {
    const RectPx lanes = canvas.scale.lanes_rect();
    const float x = canvas.scale.x_of(canvas.input.options.playhead), w = canvas.px(1.5f);
    for (const LaneLayout& layout : layouts) {
        const auto& glyphs = layout.points.glyphs;
        const bool near = std::any_of(glyphs.begin(), glyphs.end(), [&](const LaneGlyph& g) { return std::abs(g.x - x) < canvas.px(9); });
        canvas.fill({x - w / 2, layout.rect.y, w, layout.rect.h}, with_alpha(canvas.theme().ink, near ? 0.35f : 1));
    }
    canvas.hit(Hit::Kind::Playhead, {x - canvas.px(4), lanes.y, canvas.px(8), lanes.h});
}

}  // namespace

void draw_lanes(TimelineCanvas& canvas) {
    std::vector<LaneLayout> layouts;
    for (std::size_t i = 0; i < canvas.index.shown.size(); ++i)
        layouts.push_back(lay_out_lane(canvas, canvas.index.shown[i], canvas.lane_rect(i)));
    canvas.add(ClipTo{canvas.scale.lanes_rect()});
    const auto painter = [&](const LaneLayout& layout) {
        return LanePainter{canvas, layout, canvas.lanes[static_cast<std::size_t>(layout.category)], -1};
    };
    for (const LaneLayout& layout : layouts) {
        if (layout.bars_folded) painter(layout).draw_bar_counts();
        for (const DrawnBar& bar : layout.bars) painter(layout).draw_bar(bar);
    }
    canvas.add(ClipTo{canvas.input.layout.timeline});
    draw_breaks(canvas);
    canvas.add(ClipTo{canvas.scale.lanes_rect()});
    draw_playhead_line(canvas, layouts);
    for (const LaneLayout& layout : layouts) {
        if (!canvas.shows(layout.category)) continue;
        LanePainter paint = painter(layout);
        const LaneMarks marks = marks_in(canvas, layout.category);
        for (const LaneBlock& block : layout.points.blocks) paint.draw_block(block);
        bool selected_drawn = false;
        for (const LaneGlyph& glyph : layout.points.glyphs) {
            selected_drawn = selected_drawn || glyph.index == marks.selected;
            paint.draw_glyph(glyph.index, glyph.x, glyph.index == marks.selected, glyph.index == marks.hovered);
        }
        if (marks.selected >= 0 && !selected_drawn) {
            const auto index = static_cast<std::uint32_t>(marks.selected);
            paint.draw_glyph(index, canvas.scale.x_of(instant(paint.lane.at_s[index])), true, false);
        }
        for (const SetLabel& label : layout.labels)
            canvas.text(label.text, {label.x, canvas.baseline(paint.y_of(kGlyphY), label.style)}, label.style);
    }
    canvas.add(ClipTo{canvas.input.layout.timeline});
}

}  // namespace dateline::view
