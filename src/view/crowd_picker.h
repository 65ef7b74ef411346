#pragma once

#include "view/map_events.h"

#include <memory>
#include <vector>

namespace dateline::view {

/// Finds the event under the pointer among very many, which are not listed as hits one by one. Cells of a grid over the
/// world are looked up by bisection; made once a version of the briefing.
class CrowdGrid {
  public:
    CrowdGrid(const document::Briefing& briefing, std::shared_ptr<const std::vector<MapEvent>> events);
    /// The event nearest `at` within `reach` (world units) that `time` shows; null when there is none.
    const document::Event* nearest(geo::WorldPoint at, double reach, const MarkerTime& time) const;

  private:
    struct Entry {
        std::uint32_t cell = 0, event = 0;
    };
    std::shared_ptr<const std::vector<MapEvent>> events_;
    document::Briefing::Shared<document::Event> sources_;   ///< by MapEvent::index; keeps ids alive
    std::vector<Entry> entries_;                            ///< by cell
};

/// The grid with what a frame showed of it.
struct CrowdPicker {
    std::shared_ptr<const CrowdGrid> grid;
    MapTransform map;
    MarkerTime time;
    float reach_px = 8;
    Hit at(PointPx point) const;
};

}  // namespace dateline::view
