#pragma once

#include "view/furniture_places.h"
#include "view/locator.h"
#include "view/view.h"

#include <optional>
#include <vector>

namespace dateline::view {

/// Title, date, legend, scale bar, credits, north arrow, degrees and locator over the map, where they hide no event.
class FurnitureLayer {
  public:
    /// Called before labels are placed: appends its items to `over`, which is drawn after the map's labels, to `blocked` the
    /// rects that labels must avoid, and to `placement` its hits and where it stands. `notes` says what the layers drew.
    /// With a `previous` placement of the same map nothing moves while the map does. `content`: what it had better not hide.
    void append(const ViewInput& input, const MapTransform& map, const MapNotes& notes, const MapContent& content,
                const Placement& previous, Frame& over, Placement& placement, std::vector<RectPx>& blocked);

  private:
    Locator locator_;
};

}  // namespace dateline::view
