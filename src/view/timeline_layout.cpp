#include "view/timeline_lanes.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using std::chrono::seconds;

constexpr float kFold = 3, kSpacing = 12, kReach = 18;
constexpr float kSoftEnd = 9, kOpenRamp = 70;  // look.md: least soft end, ramp of an open end
constexpr float kSoftPart = 0.3f;              // of a bar whose whole width is the uncertainty
constexpr float kBackground = 0.4f;            // of the focus' width
constexpr std::size_t kMostBars = 64;
constexpr float kLabelShift = 11, kLabelGap = 8, kLeastLabel = 64, kMostLabel = 240, kMostSelected = 420;
constexpr std::size_t kMostWishes = 300;

Instant instant(std::int64_t s) { return Instant{seconds{s}}; }

/// Days are columns: glyphs of one day may spread over the whole of it.
float reach_px(const TimelineCanvas& canvas) {
    const calendar::Span focus = canvas.scale.focus();
    const double day_px = static_cast<double>(canvas.scale.focus_rect().w) * 86400 / calendar::seconds_between(focus.begin, focus.end);
    return std::max(canvas.px(kReach), static_cast<float>(day_px) / 2 - canvas.px(kSpacing) / 2);
}

}  // namespace

DrawnBar placed_bar(const TimelineCanvas& canvas, const LaneBar& bar) {
    const TimelineScale& scale = canvas.scale;
    const float ramp = canvas.px(kOpenRamp), soft = canvas.px(kSoftEnd);
    const RectPx lanes = scale.lanes_rect();
    DrawnBar drawn;
    drawn.event = bar.event;
    drawn.at_foot = bar.open_begin || bar.open_end;
    drawn.look = time_look(canvas.input.options, instant(bar.open_begin ? bar.core_end_s : bar.begin_s), instant(bar.end_s));
    if (bar.open_begin && bar.open_end) {
        drawn.x0 = lanes.x, drawn.solid0 = lanes.x + ramp, drawn.solid1 = lanes.right() - ramp, drawn.x1 = lanes.right();
    } else if (bar.open_begin) {
        drawn.solid1 = scale.x_of(instant(bar.core_end_s));
        drawn.x1 = std::max(scale.x_of(instant(bar.end_s)), drawn.solid1 + soft);
        drawn.x0 = drawn.solid0 = std::max(lanes.x, drawn.solid1 - ramp);
        drawn.solid0 = drawn.solid1;
    } else if (bar.open_end) {
        drawn.x0 = scale.x_of(instant(bar.begin_s));
        drawn.solid0 = std::max(scale.x_of(instant(bar.core_begin_s)), drawn.x0 + soft);
        const float end = drawn.x0 >= scale.focus_rect().right() ? lanes.right() : scale.focus_rect().right();
        drawn.x1 = std::min(lanes.right(), std::max(end, drawn.solid0 + ramp));
        drawn.solid1 = std::max(drawn.solid0, drawn.x1 - ramp);
    } else {
        drawn.x0 = scale.x_of(instant(bar.begin_s)), drawn.x1 = scale.x_of(instant(bar.end_s));
        const float middle = (drawn.x0 + drawn.x1) / 2, half = std::max((drawn.x1 - drawn.x0) / 2, soft);
        drawn.x0 = middle - half, drawn.x1 = middle + half;
        const bool all_soft = bar.core_begin_s >= bar.core_end_s;
        const float lead = all_soft ? kSoftPart * 2 * half : scale.x_of(instant(bar.core_begin_s)) - drawn.x0;
        const float tail = all_soft ? kSoftPart * 2 * half : drawn.x1 - scale.x_of(instant(bar.core_end_s));
        drawn.solid0 = drawn.x0 + std::clamp(lead, std::min(soft, half), half);
        drawn.solid1 = drawn.x1 - std::clamp(tail, std::min(soft, half), half);
        // What goes on through most of the focus is its background: at the foot, out of the way of what happens in it.
        const float inside = std::min(drawn.x1, scale.focus_rect().right()) - std::max(drawn.x0, scale.focus_rect().x);
        drawn.at_foot = inside > kBackground * scale.focus_rect().w;
    }
    return drawn;
}

namespace {

void place_bars(const TimelineCanvas& canvas, const TimelineLane& lane, LaneLayout& out) {
    out.bars_folded = lane.bars.size() > kMostBars;
    if (out.bars_folded) return;
    for (const LaneBar& bar : lane.bars) out.bars.push_back(placed_bar(canvas, bar));
    // Longer ones below: a month stands on its year.
    std::stable_sort(out.bars.begin(), out.bars.end(), [](const DrawnBar& a, const DrawnBar& b) {
        return std::tuple{!a.at_foot, b.x1 - b.x0} < std::tuple{!b.at_foot, a.x1 - a.x0};
    });
}

/// Text for each state, and who goes first: selected, hovered, then by nearness to the playhead.
struct Wishes {
    const TimelineCanvas& canvas;
    RectPx zone;
    const std::vector<LaneGlyph>& glyphs;
    std::vector<LabelWish> wishes;

    LabelWish wish(std::uint32_t event_index, Instant at, const TimeLook& look) const {
        const document::Event& event = *canvas.input.briefing.events()[event_index];
        const ViewOptions& options = canvas.input.options;
        const Theme& theme = canvas.theme();
        const bool selected = event.id == options.selected, hovered = event.id == options.hovered;
        LabelWish out;
        const double distance = std::abs(calendar::seconds_between(options.playhead, at));
        out.rank = {selected ? 0 : hovered ? 1 : 2, distance, event_index};
        out.text = event.title;
        out.most_px = canvas.px(selected || hovered ? kMostSelected : kMostLabel);
        const bool past = !look.now && !look.to_come && look.fade <= 0.5f;
        const Color color = selected || hovered             ? theme.text
                            : past                          ? theme.text3
                            : look.to_come || look.fade < 1 ? theme.text2
                                                            : theme.text;
        out.style = canvas.micro(color, selected ? Face::SemiBold : Face::Regular);
        return out;
    }
    std::vector<RowSpot> beside(float x0, float x1, float shift) const {
        return {{x1 + canvas.px(shift), false}, {x0 - canvas.px(shift), true}};
    }
    /// The ends of the row of touching glyphs that x is in.
    std::pair<float, float> row_around(float x) const {
        const auto at = std::lower_bound(glyphs.begin(), glyphs.end(), x - 0.01f, [](const LaneGlyph& g, float v) { return g.x < v; });
        const float touching = canvas.px(kLabelShift + 3);
        auto first = at, last = at;
        while (first != glyphs.begin() && first->x - (first - 1)->x < touching) --first;
        while (last != glyphs.end() && last + 1 != glyphs.end() && (last + 1)->x - last->x < touching) ++last;
        return at == glyphs.end() ? std::pair{x, x} : std::pair{first->x, last->x};
    }
    void add_glyph(std::uint32_t event, std::int64_t at_s, float x) {
        const Instant at = instant(at_s);
        LabelWish out = wish(event, at, time_look(canvas.input.options, at, at));
        out.spots = beside(x, x, kLabelShift);
        // What is selected or pointed at is named even inside a row of glyphs: beyond its ends.
        if (std::get<0>(out.rank) < 2) {
            const auto [x0, x1] = row_around(x);
            for (const RowSpot& spot : beside(x0, x1, kLabelShift)) out.spots.push_back(spot);
        }
        wishes.push_back(std::move(out));
    }
    void add_bar(const DrawnBar& bar, Instant at) {
        LabelWish out = wish(bar.event, at, bar.look);
        std::get<0>(out.rank) += 1;
        const float left = std::max(bar.x0, zone.x) + canvas.px(5), right = std::min(bar.x1, zone.right()) - canvas.px(5);
        // Above a bar at the lane's foot there is room for words.
        if (bar.at_foot && bar.x1 >= zone.right() - 1) out.spots = {{left, false}};
        else if (bar.at_foot) out.spots = {{left, false}, {right, true}};
        else out.spots = beside(bar.x0, bar.x1, 5);
        if (bar.at_foot && bar.x0 > zone.x) std::reverse(out.spots.begin(), out.spots.end());
        wishes.push_back(std::move(out));
    }
    void add_block(const TimelineLane& lane, const LaneBlock& block, const LaneRun& first) {
        const Instant at = canvas.scale.time_at((block.x0 + block.x1) / 2);
        LabelWish out = wish(lane.events[first.first], at, time_look(canvas.input.options, at, at));
        out.rank = {2, 0, block.count};
        out.text = long_count(block.count) + " events";
        out.spots = beside(block.x0, block.x1, kLabelShift);
        wishes.push_back(std::move(out));
    }
};

/// The labels of `zone`; each zone sets its own, so that none runs over a break.
void label_zone(const TimelineCanvas& canvas, const TimelineLane& lane, RectPx zone, LaneLayout& out) {
    if (!canvas.rows_are_legible()) return;
    if (zone.w < canvas.px(kLeastLabel)) return;
    const auto inside = [&](float x) { return x >= zone.x && x < zone.right(); };
    LabelRow row(zone.x + canvas.px(2), zone.right() - canvas.px(2));
    Wishes wishes{canvas, zone, out.points.glyphs, {}};
    const float half = canvas.px(6);
    for (const LaneGlyph& glyph : out.points.glyphs) {
        row.block(glyph.x - half, glyph.x + half);
        if (inside(glyph.x)) wishes.add_glyph(lane.events[glyph.index], lane.at_s[glyph.index], glyph.x);
    }
    for (const LaneBlock& block : out.points.blocks) {
        row.block(block.x0 - half, block.x1 + half);
        if (inside(block.x0)) wishes.add_block(lane, block, out.points.runs[block.first_run]);
    }
    for (const DrawnBar& bar : out.bars) {
        if (!bar.at_foot) row.block(bar.x0, bar.x1);
        const bool crosses = bar.at_foot && bar.x0 < zone.x && bar.x1 > zone.x && zone == canvas.scale.focus_rect();
        // One name is enough: in the focus, where it goes on there.
        const bool named_in_focus =
            bar.at_foot && zone == canvas.scale.earlier_rect() && bar.x1 > canvas.scale.focus_rect().x + canvas.px(kLeastLabel);
        if ((inside(bar.x0) && !named_in_focus) || crosses) wishes.add_bar(bar, canvas.scale.time_at(crosses ? zone.x : bar.x0));
    }
    const float playhead = canvas.scale.x_of(canvas.input.options.playhead);
    row.block(playhead - canvas.px(2), playhead + canvas.px(2));
    if (wishes.wishes.size() > kMostWishes) {
        std::nth_element(wishes.wishes.begin(), wishes.wishes.begin() + kMostWishes, wishes.wishes.end(),
                         [](const LabelWish& a, const LabelWish& b) { return a.rank < b.rank; });
        wishes.wishes.resize(kMostWishes);
    }
    for (SetLabel& label : set_labels(std::move(wishes.wishes), row, canvas.input.type, canvas.px(kLabelGap), canvas.px(kLeastLabel)))
        out.labels.push_back(std::move(label));
}

}  // namespace

LaneLayout lay_out_lane(const TimelineCanvas& canvas, document::Category category, RectPx rect) {
    LaneLayout out;
    out.category = category;
    out.rect = rect;
    if (!canvas.shows(category)) return out;
    const TimelineLane& lane = canvas.lanes[static_cast<std::size_t>(category)];
    out.points = arrange_points(lane.at_s, canvas.scale, canvas.px(kFold), canvas.px(kSpacing), reach_px(canvas));
    place_bars(canvas, lane, out);
    for (const RectPx& zone : {canvas.scale.focus_rect(), canvas.scale.earlier_rect(), canvas.scale.later_rect()})
        label_zone(canvas, lane, zone, out);
    return out;
}

LaneMarks marks_in(const TimelineCanvas& canvas, document::Category category) {
    const TimelineLane& lane = canvas.lanes[static_cast<std::size_t>(category)];
    const auto index_of = [&](const std::string& id) -> std::int64_t {
        const document::Event* event = id.empty() ? nullptr : canvas.input.briefing.event(id);
        if (event == nullptr || event->category != category || !event->date || is_bar(*event->date)) return -1;
        const std::int64_t at_s = anchor_of(*event->date).time_since_epoch().count();
        const auto [begin, end] = std::equal_range(lane.at_s.begin(), lane.at_s.end(), at_s);
        for (auto at = begin; at != end; ++at) {
            const auto i = static_cast<std::size_t>(at - lane.at_s.begin());
            if (canvas.input.briefing.events()[lane.events[i]].get() == event) return static_cast<std::int64_t>(i);
        }
        return -1;
    };
    return {index_of(canvas.input.options.selected), index_of(canvas.input.options.hovered)};
}

}  // namespace dateline::view
