#pragma once

#include "view/timeline_canvas.h"
#include "view/timeline_fold.h"
#include "view/timeline_labels.h"

#include <vector>

namespace dateline::view {

/// A bar as it is drawn: alpha rises over [x0, solid0], holds, falls over [solid1, x1].
struct DrawnBar {
    std::uint32_t event = 0;
    float x0 = 0, solid0 = 0, solid1 = 0, x1 = 0;
    bool at_foot = false;  ///< an open interval, or one that goes on through most of the focus: thin, low
    TimeLook look;
};

DrawnBar placed_bar(const TimelineCanvas& canvas, const LaneBar& bar);
/// A bar as a rectangle with its soft ends.
void add_soft_rect(TimelineCanvas& canvas, const DrawnBar& bar, float y, float h, Color color);

/// Everything in one lane, placed.
struct LaneLayout {
    document::Category category{};
    RectPx rect;
    LanePoints points;
    std::vector<DrawnBar> bars;
    bool bars_folded = false;  ///< too many bars: their number at each place is drawn instead
    std::vector<SetLabel> labels;
};

LaneLayout lay_out_lane(const TimelineCanvas& canvas, document::Category category, RectPx rect);

/// A lane's points that stand for the selected and the hovered event, folded or not; -1 where there is none.
struct LaneMarks {
    std::int64_t selected = -1, hovered = -1;
};
LaneMarks marks_in(const TimelineCanvas& canvas, document::Category category);

}  // namespace dateline::view
