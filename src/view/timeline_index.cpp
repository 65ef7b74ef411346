#include "view/timeline_index.h"

#include "document/fold.h"
#include "view/timeline_units.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dateline::view {
namespace {

using calendar::Instant;
using calendar::Span;
using document::Category;
using std::chrono::seconds;

constexpr std::size_t kLeastLanes = 6;
/// Lanes that fill up to six when a briefing has fewer kinds of events.
constexpr std::array kUsual{Category::Security,  Category::Diplomacy, Category::Energy,
                            Category::Transport, Category::Statement, Category::Society};

std::int64_t seconds_of(Instant t) { return t.time_since_epoch().count(); }
Instant middle(Span span) { return span.begin + (span.end - span.begin) / 2; }

void sort_points(TimelineLane& lane) {
    if (std::is_sorted(lane.at_s.begin(), lane.at_s.end())) return;
    std::vector<std::pair<std::int64_t, std::uint32_t>> points;
    points.reserve(lane.at_s.size());
    for (std::size_t i = 0; i < lane.at_s.size(); ++i) points.emplace_back(lane.at_s[i], lane.events[i]);
    std::sort(points.begin(), points.end());
    for (std::size_t i = 0; i < points.size(); ++i) lane.at_s[i] = points[i].first, lane.events[i] = points[i].second;
}

void sort_bars(TimelineLane& lane) {
    std::sort(lane.bars.begin(), lane.bars.end(), [](const LaneBar& a, const LaneBar& b) {
        return std::tuple{a.begin_s, a.end_s, a.event} < std::tuple{b.begin_s, b.end_s, b.event};
    });
    lane.bar_begins_s.clear(), lane.bar_ends_s.clear();
    for (const LaneBar& bar : lane.bars) lane.bar_begins_s.push_back(bar.begin_s), lane.bar_ends_s.push_back(bar.end_s);
    std::sort(lane.bar_ends_s.begin(), lane.bar_ends_s.end());
}

std::vector<Category> lanes_shown(const TimelineLanes& lanes) {
    std::array<bool, document::kCategoryCount> shown{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < lanes.size(); ++i) count += (shown[i] = lanes[i].size() > 0) ? 1u : 0u;
    for (Category usual : kUsual) {
        bool& is_shown = shown[static_cast<std::size_t>(usual)];
        if (count < kLeastLanes && !is_shown) is_shown = true, ++count;
    }
    std::vector<Category> order;
    for (std::size_t i = 0; i < shown.size(); ++i)
        if (shown[i]) order.push_back(static_cast<Category>(i));
    return order;
}

/// The instant that stands for a bar: its middle, or its sure end.
Instant anchor_of(const LaneBar& bar) {
    if (bar.open_begin) return Instant{seconds{bar.core_end_s}};
    if (bar.open_end) return Instant{seconds{bar.begin_s}};
    return Instant{seconds{bar.begin_s + (bar.end_s - bar.begin_s) / 2}};
}

Span extent_of(const TimelineLanes& lanes) {
    Span extent{calendar::kDistantFuture, calendar::kDistantPast};
    const auto include = [&](Instant begin, Instant end) {
        if (begin > calendar::kDistantPast) extent.begin = std::min(extent.begin, begin);
        if (end < calendar::kDistantFuture) extent.end = std::max(extent.end, end);
    };
    for (const TimelineLane& lane : lanes) {
        if (!lane.at_s.empty())
            include(Instant{seconds{lane.at_s.front()}} - calendar::kDay / 2, Instant{seconds{lane.at_s.back()}} + calendar::kDay / 2);
        for (const LaneBar& bar : lane.bars) {
            include(Instant{seconds{bar.begin_s}}, Instant{seconds{bar.end_s}});
            if (bar.open_begin) include(Instant{seconds{bar.core_end_s}}, calendar::kDistantFuture);
            if (bar.open_end) include(calendar::kDistantPast, Instant{seconds{bar.core_begin_s}});
        }
    }
    if (extent.end < extent.begin) return {};
    return extent;
}

/// Whole units over `extent`, as many as an axis of the overview can tell apart.
std::vector<OverviewPart> units_over(Span extent) {
    constexpr double kMostUnits = 72;
    const double length_s = calendar::seconds_between(extent.begin, extent.end);
    const auto steps = calendar_steps();
    const auto step = std::find_if(steps.begin(), steps.end(), [&](const CalendarStep& s) {
        return s.unit != CalendarUnit::Week && length_s / s.typical_s() <= kMostUnits;
    });
    std::vector<OverviewPart> parts;
    const CalendarStep chosen = step == steps.end() ? steps.back() : *step;
    for (Instant t = chosen.floor(extent.begin); t < extent.end && parts.size() < 4 * static_cast<std::size_t>(kMostUnits);) {
        const Instant after = chosen.next(t);
        if (after <= t) break;
        parts.push_back({{t, after}, 0});
        t = after;
    }
    return parts;
}

/// A quarter of the width by time, the rest by how much happened, damped: busy years are wide and quiet ones still there.
std::vector<OverviewPart> overview_parts(const TimelineLanes& lanes, Span extent) {
    constexpr double kByTime = 0.25, kDamp = 0.9;
    if (extent.open_begin() || extent.open_end()) return {};
    std::vector<OverviewPart> parts = units_over(extent);
    const auto count_until = [&](const TimelineLane& lane, Instant t) {
        return std::lower_bound(lane.at_s.begin(), lane.at_s.end(), seconds_of(t)) - lane.at_s.begin();
    };
    for (OverviewPart& part : parts)
        for (const TimelineLane& lane : lanes)
            part.weight += static_cast<double>(count_until(lane, part.span.end) - count_until(lane, part.span.begin));
    const auto part_at = [&](Instant t) {
        return std::find_if(parts.begin(), parts.end(), [&](const OverviewPart& part) { return part.span.contains(t); });
    };
    for (const TimelineLane& lane : lanes)
        for (const LaneBar& bar : lane.bars)
            if (const auto part = part_at(anchor_of(bar)); part != parts.end()) part->weight += 1;
    double total = 0;
    for (OverviewPart& part : parts) total += part.weight = std::pow(part.weight, kDamp);
    const double even = 1.0 / static_cast<double>(std::max<std::size_t>(1, parts.size()));
    for (OverviewPart& part : parts) part.weight = total > 0 ? kByTime * even + (1 - kByTime) * part.weight / total : even;
    return parts;
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (end > at) words.emplace_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

bool is_bar(const calendar::Edtf& date) {
    return date.is_interval() || date.approximate() || date.uncertain() || date.precision() < calendar::Precision::Day;
}

LaneBar bar_of(const calendar::Edtf& date, std::uint32_t event) {
    const Span outer = date.bounds(), core = date.core();
    return {seconds_of(outer.begin),
            seconds_of(std::max(outer.begin, core.begin)),
            seconds_of(std::min(outer.end, core.end)),
            seconds_of(outer.end),
            event,
            date.open_begin(),
            date.open_end()};
}

Instant anchor_of(const calendar::Edtf& date) { return is_bar(date) ? anchor_of(bar_of(date, 0)) : middle(date.bounds()); }

TimelineIndex timeline_index(const document::Briefing& briefing) {
    TimelineIndex index;
    for (std::uint32_t i = 0; i < briefing.events().size(); ++i) {
        const document::Event& event = *briefing.events()[i];
        if (!event.date) continue;
        TimelineLane& lane = index.lanes[static_cast<std::size_t>(event.category)];
        if (is_bar(*event.date)) {
            lane.bars.push_back(bar_of(*event.date, i));
        } else {
            lane.at_s.push_back(seconds_of(middle(event.date->bounds())));
            lane.events.push_back(i);
        }
    }
    for (TimelineLane& lane : index.lanes) sort_points(lane), sort_bars(lane);
    index.shown = lanes_shown(index.lanes);
    index.extent = extent_of(index.lanes);
    index.overview = overview_parts(index.lanes, index.extent);
    return index;
}

TimelineLanes matching_lanes(const TimelineLanes& lanes, const document::Briefing& briefing, std::string_view folded_search) {
    const std::vector<std::string> words = words_of(folded_search);
    std::string text;
    const auto matches = [&](std::uint32_t i) {
        const document::Event& event = *briefing.events()[i];
        text.clear();
        for (const std::string* part : {&event.title, &event.place, &event.quote}) document::append_folded(*part, text), text += ' ';
        for (const std::string& actor : event.actors) document::append_folded(actor, text), text += ' ';
        return std::all_of(words.begin(), words.end(), [&](const std::string& w) { return text.find(w) != std::string::npos; });
    };
    TimelineLanes out;
    for (std::size_t l = 0; l < lanes.size(); ++l) {
        for (std::size_t i = 0; i < lanes[l].at_s.size(); ++i) {
            if (!matches(lanes[l].events[i])) continue;
            out[l].at_s.push_back(lanes[l].at_s[i]);
            out[l].events.push_back(lanes[l].events[i]);
        }
        for (const LaneBar& bar : lanes[l].bars)
            if (matches(bar.event)) out[l].bars.push_back(bar);
        sort_bars(out[l]);
    }
    return out;
}

}  // namespace dateline::view
