#include "geo/utm.h"

#include <proj.h>

#include <cmath>
#include <memory>
#include <string>

namespace dateline::geo {

std::optional<LonLat> from_utm(const UtmPoint& point) {
    if (point.zone < 1 || point.zone > 60) return std::nullopt;
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(proj_context_create(), &proj_context_destroy);  // threads share none
    const std::string definition = "+proj=utm +ellps=WGS84 +zone=" + std::to_string(point.zone) + (point.south ? " +south" : "");
    const std::unique_ptr<PJ, decltype(&proj_destroy)> projection(proj_create(context.get(), definition.c_str()), &proj_destroy);
    if (!projection) return std::nullopt;
    const PJ_COORD at = proj_trans(projection.get(), PJ_INV, proj_coord(point.easting_m, point.northing_m, 0, 0));
    const LonLat out{proj_todeg(at.lp.lam), proj_todeg(at.lp.phi)};
    return std::isfinite(out.lon_deg) && std::isfinite(out.lat_deg) ? std::optional(out) : std::nullopt;
}

}  // namespace dateline::geo
