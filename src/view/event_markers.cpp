#include "view/event_markers.h"

#include "base/id.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dateline::view {
namespace {

/// Symbols shrink where more than a few thousand would be drawn over each other.
float crowd_scale(std::size_t count, double zoom) {
    if (count <= MapEvents::kCrowd) return 1;
    const double density = std::log10(static_cast<double>(count) / static_cast<double>(MapEvents::kCrowd));
    const double room = std::max(0.0, zoom - 3) * 0.12;
    return static_cast<float>(std::clamp(0.62 - 0.12 * density + room, 0.22, 1.0));
}

std::uint64_t content_key(const MarkerSet& set) {
    const std::string_view bytes(reinterpret_cast<const char*>(set.markers.data()), set.markers.size() * sizeof(Marker));
    const std::array<double, 3> place{set.origin.x, set.origin.y, static_cast<double>(set.epoch.time_since_epoch().count())};
    return base::stable_hash(bytes, base::stable_hash({reinterpret_cast<const char*>(place.data()), sizeof place}));
}

}  // namespace

const EventLayout& EventMarkers::layout(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time) {
    // A selection opens a place that is too full for a stem; elsewhere it moves nothing.
    const std::ptrdiff_t selected = events.index_of(input.briefing, input.options.selected);
    const std::ptrdiff_t opened = overfull(events, selected) ? selected : -1;
    const Key key{events.generation(), view.zoom, time.window_begin_days, time.window_end_days, view.scale, opened, input.theme.name};
    if (key == key_ || events.crowded()) {
        if (events.crowded()) {
            layout_ = {};
            layout_.symbols = heat(input, view, events).share < 0.5f;
        }
        return layout_;
    }
    key_ = key;
    layout_ = lay_out_events(events, time, view.map.world_px, view.scale, input.theme.measures, opened);
    set_.reset();
    return layout_;
}

std::shared_ptr<const MarkerSet> EventMarkers::set_of(const ViewInput& input, const MapEvents& events, std::span<const Bead> beads,
                                                      std::uint32_t more_flags) const {
    auto set = std::make_shared<MarkerSet>();
    set->epoch = events.epoch();
    set->longest_days = events.longest_days();
    set->markers.reserve(beads.size());
    geo::WorldBox box;
    for (const Bead& bead : beads) box.include(events.all()[bead.event].at);
    if (!beads.empty()) set->origin = {0.5 * (box.x0 + box.x1), 0.5 * (box.y0 + box.y1)};
    for (const Bead& bead : beads) {
        const MapEvent& event = events.all()[bead.event];
        Marker marker;
        marker.x = static_cast<float>(event.at.x - set->origin.x);
        marker.y = static_cast<float>(event.at.y - set->origin.y);
        marker.offset_x = bead.offset.x;
        marker.offset_y = bead.offset.y;
        marker.begin_days = event.begin_days;
        marker.end_days = event.end_days;
        marker.shape = static_cast<std::uint32_t>(shape_of(event.category));
        marker.flags = event.flags | more_flags;
        marker.color = input.theme.category[static_cast<std::size_t>(event.category)];
        set->markers.push_back(marker);
    }
    set->key = content_key(*set);
    return set;
}

void EventMarkers::hold_crowd(const ViewInput& input, const MapEvents& events) {
    if (crowd_set_ && crowd_set_generation_ == events.content() && crowd_set_theme_ == input.theme.name) return;
    std::vector<Bead> all;
    for (std::uint32_t i = 0; i < events.all().size(); ++i)
        if (!events.all()[i].numbered) all.push_back({i, {}, false});
    crowd_set_ = set_of(input, events, all, 0);
    crowd_set_generation_ = events.content();
    crowd_set_theme_ = input.theme.name;
}

/// A few events are symbols, however dense those elsewhere are.
float EventMarkers::share_of_crowd(const MapEvents& events, const MapView& view) {
    constexpr std::size_t kFew = 40, kMany = 120;
    const geo::WorldBox& seen = view.visible;
    if (counted_in_.x0 != seen.x0 || counted_in_.x1 != seen.x1 || counted_in_.y0 != seen.y0 || counted_in_.y1 != seen.y1 ||
        counted_generation_ != events.content()) {
        counted_in_ = seen;
        counted_generation_ = events.content();
        in_view_ = 0;
        for (const MapEvent& event : events.all()) {
            if (event.at.y < seen.y0 || event.at.y > seen.y1) continue;
            for (const double east : {-1.0, 0.0, 1.0})
                if (event.at.x + east >= seen.x0 && event.at.x + east <= seen.x1) ++in_view_;
            if (in_view_ >= kMany) break;
        }
    }
    return fade_in(std::log2(static_cast<double>(std::max<std::size_t>(in_view_, 1))), std::log2(static_cast<double>(kFew)),
                   std::log2(static_cast<double>(kMany)));
}

EventMarkers::Heat EventMarkers::heat(const ViewInput& input, const MapView& view, const MapEvents& events) {
    if (!events.many()) return {};
    if (crowd_generation_ != events.content()) {
        crowd_ = CrowdScale(events.all());
        crowd_generation_ = events.content();
    }
    const float sigma = view.px(input.theme.measures.heat_sigma_px), share = heat_share(crowd_, view, sigma) * share_of_crowd(events, view);
    return {share, share > 0 ? static_cast<float>(crowd_.most(bell_side(view, sigma))) : 0};
}

float EventMarkers::append_heat(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time,
                                Frame& frame) {
    const Heat heat = this->heat(input, view, events);
    if (heat.share <= 0) return 0;
    hold_crowd(input, events);
    DrawHeat draw;
    draw.set = crowd_set_;
    draw.time = time;
    draw.sigma_px = view.px(input.theme.measures.heat_sigma_px);
    draw.full = heat.full;
    draw.ramp = input.theme.heat;
    draw.alpha = heat.share * input.theme.measures.heat_alpha;
    frame.items.emplace_back(draw);
    return heat.share;
}

void EventMarkers::refresh_set(const ViewInput& input, const MapEvents& events, const EventLayout& shown) {
    const bool moving = shown.beads.size() != layout_.beads.size() ||
                        !std::equal(shown.beads.begin(), shown.beads.end(), layout_.beads.begin(),
                                    [](const Bead& a, const Bead& b) { return a.event == b.event && a.offset == b.offset; });
    if (!events.crowded() && (!set_ || set_generation_ != events.generation() || set_theme_ != input.theme.name || moving || moved_)) {
        set_ = set_of(input, events, shown.beads, 0);
        set_generation_ = events.generation();
        set_theme_ = input.theme.name;
        moved_ = moving;
    }
}

void EventMarkers::append(const ViewInput& input, const MapView& view, const MapEvents& events, const EventLayout& shown,
                          const MarkerTime& time, Frame& frame) {
    refresh_set(input, events, shown);
    const Heat heat = this->heat(input, view, events);
    if (events.crowded()) hold_crowd(input, events);
    DrawMarkers draw;
    draw.set = events.crowded() ? crowd_set_ : set_;
    draw.time = time;
    draw.scale = view.scale * (events.crowded() ? crowd_scale(events.all().size(), view.zoom) : 1);
    draw.land = input.theme.land;
    draw.halo = input.theme.halo;
    draw.ink = input.theme.ink;
    draw.warn = input.theme.warn;
    draw.pulse = input.options.pulse;
    draw.alpha = 1 - heat.share;
    if (!draw.set->markers.empty() && heat.share < 1) frame.items.emplace_back(draw);
    draw.alpha = 1;

    const auto raise = [&](const std::string& id, std::uint32_t flag) {
        const std::ptrdiff_t index = events.index_of(input.briefing, id);
        if (index < 0) return;
        Bead bead{static_cast<std::uint32_t>(index), {}, false};
        if (!events.crowded()) {
            const auto found = std::find_if(shown.beads.begin(), shown.beads.end(), [&](const Bead& b) { return b.event == bead.event; });
            if (found == shown.beads.end()) return;  // a country's plate, or inside a cluster
            bead = *found;
        }
        draw.set = set_of(input, events, {&bead, 1}, flag);
        draw.scale = view.scale;
        frame.items.emplace_back(draw);
    };
    if (input.options.hovered != input.options.selected) raise(input.options.hovered, kHovered);
    raise(input.options.selected, kSelected);
}

}  // namespace dateline::view
