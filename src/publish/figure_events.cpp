#include "publish/figure_page.h"
#include "view/camera.h"
#include "view/timeline_index.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace dateline::publish {
namespace {

using calendar::Instant;
using calendar::Span;

bool passes(const document::Event& event, const view::ViewOptions& options) {
    if (!event.date || event.review == document::Review::Rejected) return false;
    if ((options.category_mask >> static_cast<unsigned>(event.category) & 1u) == 0) return false;
    return options.window.overlaps(event.date->bounds());
}

bool is_placed(const document::Event& event) { return !std::holds_alternative<std::monostate>(event.geometry); }

/// From the first to the last event, when the strip that was asked for holds none.
Span span_of_all(const FigureInput& input) {
    Span span{calendar::kDistantFuture, calendar::kDistantPast};
    for (const auto& event : input.briefing.events()) {
        if (!passes(*event, input.options)) continue;
        const Instant at = view::anchor_of(*event->date);
        span.begin = std::min(span.begin, at), span.end = std::max(span.end, at);
    }
    if (span.end < span.begin) return {calendar::day(2000, 1, 1), calendar::day(2001, 1, 1)};
    const auto pad = std::max<std::chrono::seconds>((span.end - span.begin) / 20, calendar::kDay);
    return {span.begin - pad, span.end + pad};
}

/// What was asked for; an end that is open is that of the events.
Span strip_of(const FigureInput& input) {
    Span strip = input.period.value_or(input.options.timeline);
    if (!strip.open_begin() && !strip.open_end()) return strip;
    const Span all = span_of_all(input);
    if (strip.open_begin()) strip.begin = strip.open_end() ? all.begin : std::min(all.begin, strip.end - calendar::kDay);
    if (strip.open_end()) strip.end = std::max(all.end, strip.begin + calendar::kDay);
    return strip;
}

/// Takes the number from all events from `from` on.
void give_up(Selection& selection, std::size_t from) {
    for (std::size_t i = from; i < selection.events.size(); ++i)
        if (is_placed(*selection.events[i].event)) selection.rest.push_back(selection.events[i].event);
    selection.events.resize(from);
}

std::vector<Numbered> events_in(const FigureInput& input, Span strip) {
    std::vector<Numbered> events;
    for (const auto& event : input.briefing.events()) {
        if (!passes(*event, input.options)) continue;
        const Instant at = view::anchor_of(*event->date);
        if (strip.contains(at)) events.push_back({0, event.get(), at});
    }
    return events;
}

}  // namespace

Selection select_events(const Page& page, std::size_t most) {
    const FigureInput& input = page.input;
    Selection selection;
    selection.strip = strip_of(input);
    std::vector<Numbered>& events = selection.events = events_in(input, selection.strip);
    if (events.empty() && !input.period) {
        selection.strip = span_of_all(input);
        events = events_in(input, selection.strip);
    }
    if (input.camera) {
        const view::MapTransform map = view::transform_of(*input.camera, page.map_rect(), figure_scale(input.width_px));
        const auto beyond = std::stable_partition(events.begin(), events.end(), [&](const Numbered& n) {
            return !is_placed(*n.event) || map.rect.contains(view::screen_from_world(map, geo::world_from(geo::anchor(n.event->geometry))));
        });
        selection.elsewhere = static_cast<std::size_t>(events.end() - beyond);
        give_up(selection, static_cast<std::size_t>(beyond - events.begin()));
    }
    if (events.size() > most) {
        // The selected one, then what is on the map, then what is nearest the date, then what was looked at and is known best.
        std::stable_sort(events.begin(), events.end(), [&](const Numbered& a, const Numbered& b) {
            const auto rank = [&](const Numbered& n) {
                const double off_s = input.at ? std::abs(calendar::seconds_between(*input.at, n.at)) : 0;
                return std::tuple{n.event->id != input.options.selected,           !is_placed(*n.event), off_s, n.event->date->imprecise(),
                                  n.event->review == document::Review::Unreviewed, -n.event->confidence};
            };
            return rank(a) < rank(b);
        });
        selection.left_out = events.size() - most;
        give_up(selection, most);
    }
    std::stable_sort(events.begin(), events.end(), [](const Numbered& a, const Numbered& b) {
        return std::tuple{a.at, std::string_view(a.event->id)} < std::tuple{b.at, std::string_view(b.event->id)};
    });
    for (std::size_t i = 0; i < events.size(); ++i) events[i].number = static_cast<int>(i) + 1;
    return selection;
}

}  // namespace dateline::publish
