#pragma once

#include "geo/geometry.h"

namespace dateline::view {

/// The edges of an area that belong to one triangle only, as polylines: its outline. Where a base map's chunk was cut, at a
/// side of its box, there is none. `key` is the line set's.
geo::LineSet mesh_outline(const geo::Mesh& mesh, std::uint64_t key);

}  // namespace dateline::view
