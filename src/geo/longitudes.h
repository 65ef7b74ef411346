#pragma once

#include "geo/lonlat.h"

#include <utility>
#include <vector>

namespace dateline::geo {

/// -180..180; what already lies there stays as it is, both ends included.
double wrapped_deg(double lon_deg);

/// Gathers the stretches of longitude that something covers and finds the smallest range that holds them all.
class Longitudes {
  public:
    /// In either order, and beyond ±180 where a line runs on over the antimeridian.
    void cover(double from_deg, double to_deg);
    /// Sets west and east to what the widest gap leaves over; leaves them alone when nothing was covered.
    void bound(LonLatBox& box);

  private:
    std::vector<std::pair<double, double>> intervals_;  ///< within -180..180, from <= to
};

}  // namespace dateline::geo
