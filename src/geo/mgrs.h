#pragma once

#include "geo/lonlat.h"

#include <optional>
#include <string>

namespace dateline::geo {

/// A square of the Military Grid Reference System, on WGS 84.
struct MgrsSquare {
    LonLat at;  ///< its middle
    double size_m = 0;
};

/// Of a reference without blanks: "38TMK1234567890". Nothing for what is none or lies in no zone.
std::optional<MgrsSquare> from_mgrs(const std::string& reference);

}  // namespace dateline::geo
