#pragma once

#include "geo/geometry.h"
#include "geo/geos.h"

#include <vector>

namespace dateline::geo {

/// A line that runs on (see unrolled) with points added along its edges, straight in longitude and latitude, so that none is
/// longer than `max_step_deg`; 0: as it is.
Line densified(const Line& line, double max_step_deg);

/// Corners of triangles, three after three, in world units from `origin`, cut at the world's meridians and parallels every
/// `facet_deg` (0: as they are). Neighbours are cut at the same points, so no gap opens between them.
///
///      ┌───┬───┐
///      │ ╱╲│   │      a triangle falls into convex pieces, a facet each
///      ├╱──┼╲──┤
///      ╱┄┄┄│┄╲ │
std::vector<PlanePoint> cut_at_facets(std::vector<PlanePoint> corners, WorldPoint origin, double facet_deg);

}  // namespace dateline::geo
