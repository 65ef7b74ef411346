#pragma once

#include "view/event_layout.h"
#include "view/heat.h"
#include "view/map_events.h"

#include <memory>
#include <span>

namespace dateline::view {

/// Marker sets for the GPU, made once a layout; the clock is the frame's. Selected and hovered events are a small set of
/// their own over the rest, so that pointing at one of a million moves nothing else.
class EventMarkers {
  public:
    /// The layout at this zoom and window: made anew only when one of them changed. Empty when the events are crowded.
    const EventLayout& layout(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time);
    /// `shown`: the layout, or what is on its way to it.
    void append(const ViewInput& input, const MapView& view, const MapEvents& events, const EventLayout& shown, const MarkerTime& time,
                Frame& frame);

    /// How much of a heat layer stands for the markers, and what its last colour means: 0 where symbols suffice.
    struct Heat {
        float share = 0, full = 0;
    };
    Heat heat(const ViewInput& input, const MapView& view, const MapEvents& events);
    /// The heat layer where there is one, which lies under all else that is drawn over the ground. Returns how much of it shows.
    float append_heat(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame);

  private:
    void refresh_set(const ViewInput& input, const MapEvents& events, const EventLayout& shown);
    std::shared_ptr<const MarkerSet> set_of(const ViewInput& input, const MapEvents& events, std::span<const Bead> beads,
                                            std::uint32_t more_flags) const;
    /// All of many events, for heat, or for the GPU alone.
    void hold_crowd(const ViewInput& input, const MapEvents& events);
    float share_of_crowd(const MapEvents& events, const MapView& view);
    struct Key {
        std::uint64_t generation = 0;
        double zoom = -1, window_begin = 0, window_end = 0;
        float scale = 0;
        std::ptrdiff_t opened = -1;
        std::string theme;
        bool operator==(const Key&) const = default;
    };
    Key key_;
    EventLayout layout_;
    CrowdScale crowd_;
    std::uint64_t crowd_generation_ = 0;
    geo::WorldBox counted_in_;  ///< where in_view_ events were counted, which is no more than matters
    std::uint64_t counted_generation_ = 0;
    std::size_t in_view_ = 0;
    std::shared_ptr<const MarkerSet> set_, crowd_set_;
    std::uint64_t set_generation_ = 0, crowd_set_generation_ = 0;
    std::string set_theme_, crowd_set_theme_;
    bool moved_ = false;  ///< the set holds markers on their way
};

}  // namespace dateline::view
