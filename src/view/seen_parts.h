#pragma once

#include "geo/geometry.h"
#include "view/map_view.h"

#include <vector>

namespace dateline::view {

/// Whether anything of it that the eye finds lies on the visible map: its box may, though it does not.
bool any_vertex_seen(const geo::LineSet& lines, const MapView& view);
bool any_part_seen(const geo::Mesh& mesh, const MapView& view);
/// The parts of lines that the projection shows, px.
std::vector<std::vector<PointPx>> seen_parts(const geo::LineSet& lines, const MapView& view, int copy);
/// Boxes along a line, only where it is on the map; `reach`: px from the line to a box's side.
void append_boxes_along(const std::vector<PointPx>& points, RectPx map, float reach, std::vector<RectPx>& boxes);

}  // namespace dateline::view
