#pragma once

#include "view/map_events.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace dateline::view {

/// Finds the event under the pointer among very many, which are not listed as hits one by one. Cells of a grid over the
/// world are looked up by bisection; made once a version of the briefing.
class CrowdGrid {
  public:
    CrowdGrid(const document::Briefing& briefing, std::shared_ptr<const std::vector<MapEvent>> events);
    /// The event nearest `at` within `reach` (world units) that `time` shows; null when there is none.
    const document::Event* nearest(geo::WorldPoint at, double reach, const MarkerTime& time) const;

    /// Calls visit(event) for those in `box` (x may lie outside 0..1) until it returns false.
    template <class Visit>
    void each_in(const geo::WorldBox& box, Visit visit) const {
        const double width = std::min(box.x1 - box.x0, 1.0);
        for (int row = cell_index(box.y0); row <= cell_index(box.y1); ++row) {
            // A row's cells follow one another; over the antimeridian there are two stretches.
            const double x0 = box.x0 - std::floor(box.x0), x1 = x0 + width;
            for (const auto& [from, to] : {std::pair{x0, std::min(x1, 1.0)}, {0.0, x1 - 1}}) {
                if (to < from) continue;
                const auto first = cell_of(cell_index(from), row), last = cell_of(cell_index(to), row);
                auto entry =
                    std::lower_bound(entries_.begin(), entries_.end(), first, [](const Entry& e, std::uint32_t c) { return e.cell < c; });
                for (; entry != entries_.end() && entry->cell <= last; ++entry)
                    if (!visit((*events_)[entry->event])) return;
            }
        }
    }

  private:
    static constexpr int kCells = 2048;  // a side
    static int cell_index(double v);
    static std::uint32_t cell_of(int column, int row);
    struct Entry {
        std::uint32_t cell = 0, event = 0;
    };
    std::shared_ptr<const std::vector<MapEvent>> events_;
    document::Briefing::Shared<document::Event> sources_;  ///< by MapEvent::index; keeps ids alive
    std::vector<Entry> entries_;                           ///< by cell
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
