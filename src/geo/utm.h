#pragma once

#include "geo/lonlat.h"

#include <optional>

namespace dateline::geo {

/// Universal Transverse Mercator on WGS 84: a zone of 6°, 1 to 60, and metres in it; in the south from 10,000 km below the equator.
struct UtmPoint {
    int zone = 0;
    bool south = false;
    double easting_m = 0, northing_m = 0;
};

/// Nothing for a point that lies in no zone.
std::optional<LonLat> from_utm(const UtmPoint& point);

}  // namespace dateline::geo
