#pragma once

#include "view/map_view.h"
#include "view/view.h"

namespace dateline::view {

/// Shaded relief over the land and the deep of the sea under it: gentle on a map of the world, full on one of a country,
/// gone where the screen shows more than the heights know.
void append_relief(const ViewInput& input, const MapView& view, Frame& frame);
void append_sea_floor(const ViewInput& input, const MapView& view, Frame& frame);

/// How much of it shows, 0..1.
float relief_share(double zoom);
/// The level of a quadtree of squares of `tile_px` whose pixels are about those of the screen, at most `levels - 1`.
int level_for(const MapView& view, int tile_px, int levels);

/// How much of what lies beyond Mercator's world a place in it, at `y` from its top or bottom edge, already has.
inline constexpr double kBeyondReach = 0.1;  ///< 81°
float beyond_share(double y);

/// What a pixel of relief looks like in a tone: light 0..1 (flat at kReliefFlat / 255), height 0..1. Straight alpha.
Color relief_color(const ReliefTone& tone, float light, float height);

}  // namespace dateline::view
