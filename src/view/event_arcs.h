#pragma once

#include "view/arc_set.h"
#include "view/map_events.h"

#include <memory>
#include <string>
#include <vector>

namespace dateline::view {

/// Arcs of events that tell where somebody or something came from: made once a version of the events, and drawn by the
/// clock. Under the markers and all names.
class EventArcs {
  public:
    void append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame,
                std::vector<Hit>& hits);
    /// Of the last append: whether arcs are on screen, and such as are still to come.
    bool seen() const { return seen_; }
    bool seen_to_come() const { return seen_to_come_; }
    /// Where its arcs' heads are, on the target.
    const std::vector<PointPx>& heads() const { return heads_; }

  private:
    void update(const ViewInput& input, const MapEvents& events);
    std::vector<ArcLeg> legs_of(const ViewInput& input, const MapEvent& event, std::uint32_t more_flags) const;
    void add_hits(const ViewInput& input, const MapView& view, const DrawArcs& draw, std::vector<Hit>& hits);

    std::shared_ptr<const ArcSet> set_;
    std::vector<std::uint32_t> event_of_;  ///< by arc: into briefing.events()
    std::uint64_t generation_ = 0;
    std::string theme_;
    bool seen_ = false, seen_to_come_ = false;
    std::vector<PointPx> heads_;
};

/// The draw without its set: widths and colours from the theme.
DrawArcs arcs_style(const ViewInput& input, const MapView& view, const MarkerTime& time);

}  // namespace dateline::view
