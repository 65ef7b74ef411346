#include "publish/figure_page.h"
#include "view/timeline_index.h"

#include <algorithm>
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

Selection select_events(const FigureInput& input, std::size_t most) {
    Selection selection;
    selection.strip = input.options.timeline;
    if (selection.strip.open_begin() || selection.strip.open_end()) selection.strip = span_of_all(input);
    selection.events = events_in(input, selection.strip);
    if (selection.events.empty()) {
        selection.strip = span_of_all(input);
        selection.events = events_in(input, selection.strip);
    }
    auto& events = selection.events;
    if (events.size() > most) {
        // The selected one, then what is on the map, then what was looked at, then what is known best.
        std::stable_sort(events.begin(), events.end(), [&](const Numbered& a, const Numbered& b) {
            const auto rank = [&](const Numbered& n) {
                return std::tuple{n.event->id != input.options.selected, !is_placed(*n.event), n.event->date->imprecise(),
                                  n.event->review == document::Review::Unreviewed, -n.event->confidence};
            };
            return rank(a) < rank(b);
        });
        selection.left_out = events.size() - most;
        events.resize(most);
    }
    std::stable_sort(events.begin(), events.end(), [](const Numbered& a, const Numbered& b) {
        return std::tuple{a.at, std::string_view(a.event->id)} < std::tuple{b.at, std::string_view(b.event->id)};
    });
    for (std::size_t i = 0; i < events.size(); ++i) events[i].number = static_cast<int>(i) + 1;
    return selection;
}

}  // namespace dateline::publish
