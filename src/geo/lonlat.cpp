#include "geo/lonlat.h"

#include "geo/longitudes.h"

#include <algorithm>

namespace dateline::geo {

namespace {

constexpr double kPi = std::numbers::pi;

}  // namespace

LonLat LonLatBox::center() const { return {wrapped_deg(west_deg + width_deg() / 2), (south_deg + north_deg) / 2}; }

bool LonLatBox::contains(LonLat point) const {
    if (point.lat_deg < south_deg || point.lat_deg > north_deg) return false;
    const double lon_deg = wrapped_deg(point.lon_deg);
    const auto between = [&](double lon) {
        return crosses_antimeridian() ? lon >= west_deg || lon <= east_deg : lon >= west_deg && lon <= east_deg;
    };
    return between(lon_deg) || (std::abs(lon_deg) == 180 && between(-lon_deg));
}

LonLatBox box_around(const std::vector<LonLat>& points) {
    LonLatBox box;
    Longitudes longitudes;
    for (const LonLat& point : points) {
        if (!std::isfinite(point.lon_deg) || !std::isfinite(point.lat_deg)) continue;
        longitudes.cover(point.lon_deg, point.lon_deg);
        box.south_deg = std::min(box.south_deg, point.lat_deg);
        box.north_deg = std::max(box.north_deg, point.lat_deg);
    }
    longitudes.bound(box);
    return box;
}

LonLatBox united(const std::vector<LonLatBox>& boxes) {
    LonLatBox box;
    Longitudes longitudes;
    for (const LonLatBox& part : boxes) {
        if (!part.valid()) continue;
        longitudes.cover(part.west_deg, part.west_deg + part.width_deg());
        box.south_deg = std::min(box.south_deg, part.south_deg);
        box.north_deg = std::max(box.north_deg, part.north_deg);
    }
    longitudes.bound(box);
    return box;
}

void WorldBox::include(WorldPoint p) {
    x0 = std::min(x0, p.x);
    y0 = std::min(y0, p.y);
    x1 = std::max(x1, p.x);
    y1 = std::max(y1, p.y);
}

WorldPoint world_from(LonLat point) {
    const double lat = std::clamp(point.lat_deg, -89.99, 89.99) * kPi / 180;
    return {(point.lon_deg + 180) / 360, 0.5 - std::asinh(std::tan(lat)) / (2 * kPi)};
}

LonLat lonlat_from(WorldPoint point) {
    return {wrapped_deg(point.x * 360 - 180), std::atan(std::sinh((0.5 - point.y) * 2 * kPi)) * 180 / kPi};
}

}  // namespace dateline::geo
