#pragma once

#include "view/event_layout.h"

#include <map>
#include <memory>
#include <vector>

namespace dateline::view {

/// Where markers and counts are on their way from one layout to the next: markers leave a count that parts and run into one
/// that forms, so that zooming makes nothing jump. A function of the last frame's motion, the layout and the clock; a
/// picture has no clock, and so shows the layout itself.
struct EventMotion {
    struct Mark {
        PointPx offset;        ///< from the event's place
        bool known = false;    ///< it was shown, as a marker or in a count
        bool counted = false;  ///< it has arrived in a count
    };
    struct Count {
        Cluster cluster;
        float shown = 1;  ///< 0 gone .. 1
    };
    double clock_s = 0;
    std::uint64_t generation = 0;
    std::vector<Mark> marks;                ///< by MapEvents::all()
    std::map<std::uint64_t, Count> counts;  ///< by cluster id
    bool moving = false;
};

/// The next motion, and in `shown` what is to be drawn of the layout at this moment.
std::shared_ptr<const EventMotion> moved_on(const EventMotion* last, const EventLayout& layout, const MapEvents& events,
                                            const MapView& view, double clock_s, EventLayout& shown);

}  // namespace dateline::view
