#pragma once

#include "view/map_plane.h"

#include <array>

namespace dateline::view {

/// Where a map ends within its rect: what spreads over the ground, as heat does, is cut off there. heat_composite.frag does
/// the same from the same numbers.
struct MapEdge {
    enum class Kind : int { None, Circle, EqualEarth, Fan };
    Kind kind = Kind::None;
    PointPx center;          ///< of the map's rect, or of the circle
    float radius_px = 1e9f;  ///< of the circle
    float cos = 1, sin = 0;  ///< of the bearing
    float px_per_radius = 1;
    /// Equal Earth: how far south of the equator the centre is, in radii. A fan: its pole, radius and half of its angle; the
    /// middle of the fan is down from the pole (1) or up (-1).
    std::array<float, 5> shape{};

    static MapEdge of(const MapTransform& map);
    /// Pixels from the edge, about; below 0: beyond it.
    float inside_px(PointPx point) const;
};

}  // namespace dateline::view
