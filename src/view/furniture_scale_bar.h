#pragma once

#include "view/camera.h"
#include "view/text.h"
#include "view/theme.h"

#include <vector>

namespace dateline::view {

/// A scale bar whose right end and foot are at `corner`; the longest round distance that fits. Right at the middle of the
/// map, whose latitude is named where the scale differs by more than a tenth over the map. Returns what it covers.
RectPx append_scale_bar(const MapTransform& map, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                        std::vector<Item>& items);

}  // namespace dateline::view
