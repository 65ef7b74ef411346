#pragma once

#include "view/frame.h"

#include <vector>

namespace dateline::publish {

/// The outline of a marker shape as a closed polygon about the origin, y down, equal optical area at equal `radius`.
/// Circles come as 32 points. The speech box has its tail at the lower left.
std::vector<view::PointPx> marker_path(view::MarkerShape shape, float radius);

/// How one marker looks at one time; the rules of the marker shader, for vector pages.
struct MarkerLook {
    float radius = 6;
    view::Color fill;
    view::Color stroke;  ///< alpha 0: none
    float stroke_px = 0;
    bool now = false;  ///< pulse disc and ring
};
MarkerLook look_of(const view::Marker& marker, const view::DrawMarkers& draw);

}  // namespace dateline::publish
