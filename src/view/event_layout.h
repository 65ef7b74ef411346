#pragma once

#include "view/map_events.h"

#include <vector>

namespace dateline::view {

/// Where an event's marker goes, as an offset in pixels from its place.
struct Bead {
    std::uint32_t event = 0;  ///< into MapEvents::all()
    PointPx offset;
    bool on_stem = false;
};

/// The line from a place to its beads; points are offsets from the place.
struct Stem {
    std::uint32_t group = 0;
    std::vector<PointPx> path;
    bool anchor_dot = true;
};

/// Places so near each other at this zoom that a count stands for them.
struct Cluster {
    geo::WorldPoint at;
    std::vector<std::uint32_t> events;  ///< into MapEvents::all(), oldest first
    std::uint64_t id = 0;
    float shown = 1;  ///< 0..1 while it comes or goes (event_motion.h)
};

/// Spreads co-located events on stems and near ones apart. A function of the events, the window and the zoom: panning
/// and scrubbing move nothing.
///
///       ◆ 26 Apr          beads 24 px apart, oldest nearest the place
///       ◆ 25 Apr
///       │                 a place's near neighbour gets a stem of its own with a 45° jog:  ╱
///       ∘ Sofia
struct EventLayout {
    std::vector<Bead> beads;
    std::vector<Stem> stems;
    std::vector<Cluster> clusters;
    bool symbols = true;  ///< false where a heat layer stands for a crowd
};
/// `opened` (into MapEvents::all(), or -1): of a place with more events than a stem holds it spreads those around this one.
EventLayout lay_out_events(const MapEvents& events, const MarkerTime& time, double world_px, float scale, const Measures& measures,
                           std::ptrdiff_t opened = -1);
/// Whether an event's place has more events than hang on a stem, so that a count stands for them until it is opened.
bool overfull(const MapEvents& events, std::ptrdiff_t event);

/// The radius in pixels of a disc of `radius_km` about `at`.
double disc_radius_px(geo::WorldPoint at, double radius_km, double world_px);

}  // namespace dateline::view
