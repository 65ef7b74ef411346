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
    const Key key{events.generation(), view.zoom, time.window_begin_days, time.window_end_days, view.scale, input.theme.name};
    if (key == key_ || events.crowded()) {
        if (events.crowded()) layout_ = {};
        return layout_;
    }
    key_ = key;
    layout_ = lay_out_events(events, time, view.map.world_px, view.scale, input.theme.measures);
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

void EventMarkers::append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame) {
    std::vector<Bead> all;
    if (!set_ || set_generation_ != events.generation() || set_theme_ != input.theme.name) {
        if (events.crowded())
            for (std::uint32_t i = 0; i < events.all().size(); ++i) all.push_back({i, {}, false});
        set_ = set_of(input, events, events.crowded() ? std::span<const Bead>(all) : std::span<const Bead>(layout_.beads), 0);
        set_generation_ = events.generation();
        set_theme_ = input.theme.name;
    }
    DrawMarkers draw;
    draw.set = set_;
    draw.time = time;
    draw.scale = view.scale * crowd_scale(events.all().size(), view.zoom);
    draw.land = input.theme.land;
    draw.halo = input.theme.halo;
    draw.ink = input.theme.ink;
    draw.warn = input.theme.warn;
    draw.pulse = input.options.pulse;
    if (!set_->markers.empty()) frame.items.emplace_back(draw);

    const auto raise = [&](const std::string& id, std::uint32_t flag) {
        const std::ptrdiff_t index = events.index_of(input.briefing, id);
        if (index < 0) return;
        Bead bead{static_cast<std::uint32_t>(index), {}, false};
        if (!events.crowded()) {
            const auto found = std::find_if(layout_.beads.begin(), layout_.beads.end(), [&](const Bead& b) { return b.event == bead.event; });
            if (found == layout_.beads.end()) return;   // a country's plate, or inside a cluster
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
