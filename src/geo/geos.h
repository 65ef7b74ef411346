#pragma once

#include "geo/geometry.h"

#include <functional>
#include <vector>

namespace dateline::geo {

// What we ask of GEOS, without its types.

struct PlanePoint {
    double x = 0, y = 0;
    bool operator==(const PlanePoint&) const = default;
};
using Projection = std::function<PlanePoint(LonLat)>;

/// Corners of the triangles of a constrained Delaunay triangulation, three after three. Invalid areas are repaired
/// first: a ring that crosses itself falls into parts, parts that overlap become one.
std::vector<PlanePoint> delaunay(const MultiPolygon& area, const Projection& project);

}  // namespace dateline::geo
