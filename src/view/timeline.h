#pragma once

#include "view/view.h"

#include <memory>

namespace dateline::view {

/// Draws the timeline of look.md: lanes by category, axis, playhead, time window, overview. What depends on the briefing
/// alone is kept by its version; the cost of a frame follows the pixels, not the events.
///
/// Hits: `Event` (id; a folded block hits the event under the pointer), `Lane` (the gutter's rows, id = category name),
/// `Playhead` (its flag and line), `WindowBegin` and `WindowEnd` (the handles on the axis; times by TimelineScale::time_at),
/// `TimelineBackground` (axis and lanes), `Overview` (the strip), `OverviewBrush` (what the focus zone shows: id "begin"
/// and "end" are its grips, an empty id its body; times by TimelineScale::overview_time_at).
class TimelineBuilder {
  public:
    TimelineBuilder();
    ~TimelineBuilder();
    TimelineBuilder(TimelineBuilder&&) noexcept;
    TimelineBuilder& operator=(TimelineBuilder&&) noexcept;

    /// Into `input.layout.timeline`; nothing where that has no size. Sets `placement.timeline`.
    void append(const ViewInput& input, Frame& frame, Placement& placement);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::view
