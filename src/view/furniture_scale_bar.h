#pragma once

#include "view/camera.h"
#include "view/text.h"
#include "view/theme.h"

#include <vector>

namespace dateline::view {

/// A scale bar whose right end and foot are at `corner`; the longest round distance that fits. Measured along the geodesic
/// where it lies on the map, so it is right there in any projection; its latitude is named where the scale differs by more
/// than a tenth over the map. Where it differs so much that this tells nothing of the map, as on a globe far off, the bar is true
/// at the map's centre and says so; nothing, and a rect without width, where the centre is beside the map.
/// Returns what it covers.
RectPx append_scale_bar(const MapTransform& map, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                        std::vector<Item>& items);

}  // namespace dateline::view
