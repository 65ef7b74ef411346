#pragma once

#include "view/map_plane.h"
#include "view/text.h"
#include "view/theme.h"

#include <optional>
#include <vector>

namespace dateline::view {

/// The place at a point of the screen; nullopt beside the globe and beyond the world's edge.
std::optional<geo::LonLat> place_at(const PlaneView& view, PointPx point);

/// Which way north is at a point of the screen: radians clockwise from up; nullopt beside the map and at a pole. Measured
/// through the projection, so it is right for every one.
std::optional<double> north_at(const MapTransform& map, PointPx point);

/// A compass needle that points north, on a plate whose upper right corner is `corner`; what it covers.
RectPx append_north_arrow(double north_rad, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                          std::vector<Item>& items);
/// The plate's width and height at scale 1.
inline constexpr float kNorthArrow = 40;
/// Less is not to be seen: the map is upright.
inline constexpr double kUpright_rad = 0.012;

}  // namespace dateline::view
