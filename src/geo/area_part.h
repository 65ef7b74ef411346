#pragma once

#include "geo/geometry.h"

namespace dateline::geo {

/// What of `area` lies beyond a straight line through `through` and across `bearing_deg` (degrees clockwise from north), as on a plane about
/// that point. Rings that the line crosses more than twice keep seams along it.
MultiPolygon beyond(const MultiPolygon& area, LonLat through, double bearing_deg);

}  // namespace dateline::geo
