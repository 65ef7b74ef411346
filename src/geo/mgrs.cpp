#include "geo/mgrs.h"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <cmath>

namespace dateline::geo {

std::optional<MgrsSquare> from_mgrs(const std::string& reference) try {
    int zone = 0, figures = 0;
    bool north = false;
    double east_m = 0, north_m = 0;
    GeographicLib::MGRS::Reverse(reference, zone, north, east_m, north_m, figures);
    if (figures < 0) return std::nullopt;  // a zone and no square
    LonLat at;
    GeographicLib::UTMUPS::Reverse(zone, north, east_m, north_m, at.lat_deg, at.lon_deg);
    if (!std::isfinite(at.lat_deg) || !std::isfinite(at.lon_deg)) return std::nullopt;
    constexpr double whole_m = 100e3;
    return MgrsSquare{at, whole_m / std::pow(10.0, figures)};
} catch (const GeographicLib::GeographicErr&) { return std::nullopt; }

}  // namespace dateline::geo
