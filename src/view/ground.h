#pragma once

#include "view/map_view.h"
#include "view/theme.h"

namespace dateline::view {

/// What a map lies on: water as far as the projection reaches, and what is beyond its edge.
void append_ground(const Theme& theme, const MapView& view, Frame& frame);
/// The edge of the globe or of the map, over the land that ends there; in the dark theme a thin atmosphere.
void append_edge(const Theme& theme, const MapView& view, Frame& frame);

}  // namespace dateline::view
