#pragma once

#include "view/text.h"
#include "view/timeline_units.h"
#include "view/view.h"

#include <functional>
#include <string>
#include <vector>

namespace dateline::view {

/// One mark on an axis. `label` is empty where there is no room.
struct Tick {
    calendar::Instant at{};
    float x = 0;
    CalendarUnit begins = CalendarUnit::Day;  ///< coarsest unit that begins here
    bool strong = false;                      ///< begins a unit coarser than its neighbours'
    std::string label;
    float label_x = 0, label_w = 0;  ///< left edge and width
};

struct TickRange {
    calendar::Span span;
    float x0 = 0, x1 = 0;  ///< labels stay inside
    std::function<float(calendar::Instant)> x_of;
    CalendarUnit finest = CalendarUnit::Second;  ///< of a linear axis: no mark says more than what stands on it
};

/// Marks at equal steps of the calendar, for an axis that is linear. Days carry their number in the middle of their column
/// when each has one; all other labels stand right of their mark. Labels keep `gap_px` and the coarser ones win.
std::vector<Tick> linear_ticks(const TickRange& range, const Typesetter& type, const TextStyle& style, float scale);

/// Marks for an axis whose scale changes: coarse to fine, as far as there is room.
std::vector<Tick> warped_ticks(const TickRange& range, const Typesetter& type, const TextStyle& style, float scale);

/// Where the linear axis' columns of one day begin and how wide they are, for weekends; width 0 when days are too narrow.
double px_per_day(const TickRange& range);

}  // namespace dateline::view
