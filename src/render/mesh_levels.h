#pragma once

#include "geo/geometry.h"

namespace dateline::render {

/// `mesh` with its vertices moved to the nearest points of a grid of 2^`exponent` world units, without the triangles that vanish by it.
/// The grid is the world's, so what meshes share stays shared; and a vertex on a side of the mesh's box stays on that side, so that
/// chunks which were cut apart there still meet. Has the key of `mesh`.
geo::Mesh coarser_mesh(const geo::Mesh& mesh, int exponent);

/// The coarsest grid that moves no vertex by more than `tolerance` world units.
int grid_exponent(double tolerance);

}  // namespace dateline::render
