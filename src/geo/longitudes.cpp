#include "geo/longitudes.h"

#include <algorithm>

namespace dateline::geo {

double wrapped_deg(double lon_deg) {
    if (lon_deg >= -180 && lon_deg <= 180) return lon_deg;
    return lon_deg - 360 * std::floor((lon_deg + 180) / 360);
}

void Longitudes::cover(double from_deg, double to_deg) {
    if (to_deg < from_deg) std::swap(from_deg, to_deg);
    if (to_deg - from_deg >= 360) {
        intervals_.emplace_back(-180, 180);
        return;
    }
    const double width_deg = to_deg - from_deg;
    from_deg = wrapped_deg(from_deg);
    to_deg = from_deg + width_deg;
    intervals_.emplace_back(from_deg, std::min(to_deg, 180.0));
    if (to_deg > 180) intervals_.emplace_back(-180, to_deg - 360);
}

void Longitudes::bound(LonLatBox& box) {
    if (intervals_.empty()) return;
    std::sort(intervals_.begin(), intervals_.end());
    const double first_deg = intervals_.front().first;
    double covered_to_deg = first_deg;
    double widest_gap_deg = 0, west_deg = 0, east_deg = 0;  // of the box that leaves the widest gap out
    for (const auto& [from_deg, to_deg] : intervals_) {
        if (from_deg - covered_to_deg > widest_gap_deg) {
            widest_gap_deg = from_deg - covered_to_deg;
            west_deg = from_deg;
            east_deg = covered_to_deg;
        }
        covered_to_deg = std::max(covered_to_deg, to_deg);
    }
    if (widest_gap_deg <= first_deg + 360 - covered_to_deg) {
        box.west_deg = first_deg;
        box.east_deg = covered_to_deg;
        return;
    }
    // The antimeridian has two names; a box that ends on it keeps the one of its own side.
    box.west_deg = west_deg == 180 && east_deg != -180 ? -180 : west_deg;
    box.east_deg = east_deg == -180 ? 180 : east_deg;
}

}  // namespace dateline::geo
