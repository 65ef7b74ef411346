#pragma once

#include "view/furniture_legend.h"
#include "view/view.h"

#include <vector>

namespace dateline::view {

/// Title, date, legend, scale bar and credits over the map, where they hide no event. Called before labels are placed:
/// appends its items to `over`, which is drawn after the map's labels, and to `blocked` the rects that labels must avoid.
void append_furniture(const ViewInput& input, const MapTransform& map, Frame& over, Placement& placement,
                      std::vector<RectPx>& blocked, const EventMarks& marks = {});

}  // namespace dateline::view
