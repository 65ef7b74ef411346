#pragma once

#include "view/camera.h"
#include "view/text.h"
#include "view/theme.h"

#include <vector>

namespace dateline::view {

/// A scale bar whose right end and foot are at `corner`; the longest round distance that fits. Measured along the geodesic
/// where it lies on the map, so it is right there in any projection; its latitude is named where the scale differs by more
/// than a tenth over the map. Nothing, and a rect without width, where it differs so much that a bar would mislead.
/// Returns what it covers.
RectPx append_scale_bar(const MapTransform& map, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                        std::vector<Item>& items);

}  // namespace dateline::view
