#include "view/timeline_ticks.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;

constexpr float kGap = 8, kWarpedGap = 12;  // between labels
constexpr float kLabelShift = 4;            // right of the mark
constexpr float kMinorPx = 6;               // marks closer than this are left out
constexpr std::size_t kMostMarks = 4000;

double px_per_s(const TickRange& range) {
    return static_cast<double>(range.x1 - range.x0) / std::max(1.0, calendar::seconds_between(range.span.begin, range.span.end));
}

/// The widest label that a step usually has.
std::string_view sample_of(const CalendarStep& step) {
    switch (step.unit) {
        case CalendarUnit::Second: return "00:00:00";
        case CalendarUnit::Minute:
        case CalendarUnit::Hour: return "00:00";
        case CalendarUnit::Day:
        case CalendarUnit::Week: return "00";
        case CalendarUnit::Month: return "May";
        case CalendarUnit::Year: return "0000";
    }
    return "0000";
}

std::vector<Instant> boundaries(const TickRange& range, const CalendarStep& step) {
    std::vector<Instant> marks;
    Instant t = step.floor(range.span.begin);
    if (t < range.span.begin) t = step.next(t);
    while (t < range.span.end && marks.size() < kMostMarks) {
        marks.push_back(t);
        const Instant after = step.next(t);
        if (after <= t) break;
        t = after;
    }
    return marks;
}

/// Labels that have been given their place, by left edge.
class Row {
  public:
    explicit Row(float gap) : gap_(gap) {}
    bool take(float x, float width) {
        const auto after = std::lower_bound(taken_.begin(), taken_.end(), x, [](const auto& t, float v) { return t.first < v; });
        if (after != taken_.end() && after->first < x + width + gap_) return false;
        if (after != taken_.begin() && (after - 1)->second + gap_ > x) return false;
        taken_.insert(after, {x, x + width});
        return true;
    }

  private:
    float gap_;
    std::vector<std::pair<float, float>> taken_;
};

struct Labeller {
    const TickRange& range;
    const Typesetter& type;
    const TextStyle& style;
    float scale;
    Row row{kGap * scale};

    void place(Tick& tick, std::string label, float x) {
        const float width = type.width_px(label, style);
        if (x < range.x0 || x + width > range.x1 || !row.take(x, width)) return;
        tick.label = std::move(label);
        tick.label_x = x;
        tick.label_w = width;
    }
};

Tick mark_at(const TickRange& range, Instant t, CalendarUnit unit) {
    Tick tick;
    tick.at = t;
    tick.x = range.x_of(t);
    tick.begins = unit_starting_at(t);
    tick.strong = tick.begins > std::max(unit == CalendarUnit::Week ? CalendarUnit::Day : unit, CalendarUnit::Hour);
    return tick;
}

}  // namespace

double px_per_day(const TickRange& range) { return px_per_s(range) * 86400; }

std::vector<Tick> linear_ticks(const TickRange& range, const Typesetter& type, const TextStyle& style, float scale) {
    const double rate = px_per_s(range);
    const auto steps = calendar_steps();
    const auto wide_enough = [&](const CalendarStep& step, float gap) {
        return step.typical_s() * rate >= static_cast<double>(type.width_px(sample_of(step), style) + gap * scale);
    };
    std::size_t finest = 0;
    while (finest + 1 < steps.size() && steps[finest].unit < range.finest) ++finest;
    std::size_t labelled = finest;
    while (labelled + 1 < steps.size() && !wide_enough(steps[labelled], kGap + kLabelShift)) ++labelled;
    const CalendarStep& step = steps[labelled];
    std::size_t minor = labelled;
    while (minor > finest && steps[minor - 1].typical_s() * rate >= static_cast<double>(kMinorPx * scale)) --minor;
    if (steps[minor].unit == CalendarUnit::Week || step.unit == CalendarUnit::Week) minor = labelled;

    std::vector<Tick> ticks;
    for (Instant t : boundaries(range, step)) ticks.push_back(mark_at(range, t, step.unit));
    Labeller labeller{range, type, style, scale};
    const bool each_day = step.unit == CalendarUnit::Day && step.count == 1;
    // The coarser first: they say where in time the others are.
    std::vector<Tick*> by_rank;
    for (Tick& tick : ticks) by_rank.push_back(&tick);
    const auto rank = [](const Tick* tick) { return tick->strong ? static_cast<int>(tick->begins) : -1; };
    std::stable_sort(by_rank.begin(), by_rank.end(), [&](const Tick* a, const Tick* b) { return rank(a) > rank(b); });
    const auto day_px = static_cast<float>(86400 * rate);
    for (Tick* tick : by_rank) {
        std::string label = boundary_name(tick->at, step.unit);
        const float centred = std::max(0.f, (day_px - type.width_px(label, style)) / 2);
        labeller.place(*tick, std::move(label), tick->x + (each_day ? centred : kLabelShift * scale));
    }
    if (minor < labelled) {
        for (Instant t : boundaries(range, steps[minor])) {
            const bool known = std::any_of(ticks.begin(), ticks.end(), [&](const Tick& tick) { return tick.at == t; });
            if (!known) ticks.push_back(mark_at(range, t, step.unit));
        }
        std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
    }
    return ticks;
}

namespace {

/// Years are named wherever there is room. Parts of a year are named all together or not at all, and only where the year
/// itself is named or goes on from before the axis; so are parts of a month and of a day, those of a day only where the next day is named.
struct WarpedAxis {
    const TickRange& range;
    Labeller labeller;
    std::vector<Tick> ticks;

    bool has(Instant t) const {
        const auto at = std::lower_bound(ticks.begin(), ticks.end(), t, [](const Tick& tick, Instant v) { return tick.at < v; });
        return at != ticks.end() && at->at == t;
    }
    static CalendarUnit whole_unit(CalendarUnit part) {
        return part == CalendarUnit::Month ? CalendarUnit::Year : part == CalendarUnit::Day ? CalendarUnit::Month : CalendarUnit::Day;
    }
    static Instant whole_of(Instant t, CalendarUnit part) { return CalendarStep{whole_unit(part), 1}.floor(t); }
    void set(std::vector<Tick> group) {
        for (Tick& tick : group) ticks.push_back(std::move(tick));
        std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
    }
    void try_parts(const std::vector<Instant>& times, const CalendarStep& step) {
        const Instant whole = whole_of(times.front(), step.unit);
        if (!has(whole) && whole > range.span.begin) return;
        // Hours say little beside a day that is not the next one.
        if (whole_unit(step.unit) == CalendarUnit::Day)
            if (const Instant next = CalendarStep{CalendarUnit::Day, 1}.next(whole); !has(next) && next < range.span.end) return;
        const Row before = labeller.row;
        std::vector<Tick> group;
        for (Instant t : times) {
            Tick tick = mark_at(range, t, step.unit);
            labeller.place(tick, boundary_name(t, step.unit, true), tick.x + kLabelShift * labeller.scale);
            if (tick.label.empty()) {
                labeller.row = before;
                return;
            }
            group.push_back(std::move(tick));
        }
        set(std::move(group));
    }
    void add_years(const std::vector<Instant>& times, const CalendarStep& step) {
        std::vector<Tick> years;
        for (Instant t : times) {
            if (has(t)) continue;
            Tick tick = mark_at(range, t, step.unit);
            labeller.place(tick, boundary_name(t, step.unit), tick.x + kLabelShift * labeller.scale);
            if (!tick.label.empty()) years.push_back(std::move(tick));
        }
        set(std::move(years));
    }
    void add(const CalendarStep& step) {
        const std::vector<Instant> times = boundaries(range, step);
        if (step.unit == CalendarUnit::Year) return add_years(times, step);
        std::vector<Instant> group;
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (!has(times[i])) group.push_back(times[i]);
            const bool last = i + 1 == times.size() || whole_of(times[i + 1], step.unit) != whole_of(times[i], step.unit);
            if (!last) continue;
            if (!group.empty()) try_parts(group, step);
            group.clear();
        }
    }
};

}  // namespace

std::vector<Tick> warped_ticks(const TickRange& range, const Typesetter& type, const TextStyle& style, float scale) {
    const auto steps = calendar_steps();
    const double length_s = calendar::seconds_between(range.span.begin, range.span.end);
    const double most = std::max(1.0, static_cast<double>(range.x1 - range.x0)) / static_cast<double>(kMinorPx * scale) * 8;
    WarpedAxis axis{range, Labeller{range, type, style, scale, Row(kWarpedGap * scale)}, {}};
    for (std::size_t i = steps.size(); i-- > 0;) {
        if (steps[i].unit == CalendarUnit::Week || length_s / steps[i].typical_s() > most) continue;
        axis.add(steps[i]);
    }
    return std::move(axis.ticks);
}

}  // namespace dateline::view
