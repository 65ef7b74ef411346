#pragma once

#include "geo/geometry.h"
#include "view/map_view.h"

namespace dateline::view {

/// Whether anything of it that the eye finds lies on the visible map: its box may, though it does not.
bool any_vertex_seen(const geo::LineSet& lines, const MapView& view);
bool any_part_seen(const geo::Mesh& mesh, const MapView& view);

}  // namespace dateline::view
