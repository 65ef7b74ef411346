#pragma once

#include "view/view.h"

#include <string>
#include <vector>

namespace dateline::view {

/// The routes' lines as they lie on the screen: which one a pointer means.
class RoutePicker {
  public:
    explicit RoutePicker(float reach_px) : reach_px_(reach_px) {}
    /// Later ones lie on top.
    void add(std::string route, int segment, std::vector<PointPx> points);
    /// The nearest line within reach, the topmost of several; kind None where there is none.
    Hit at(PointPx point) const;

  private:
    struct Line {
        std::string route;
        int segment = 0;
        std::vector<PointPx> points;
        RectPx box;
    };
    float reach_px_;
    std::vector<Line> lines_;
};

}  // namespace dateline::view
