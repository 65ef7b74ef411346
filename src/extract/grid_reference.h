#pragma once

#include "geo/lonlat.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::extract {

/// A square of the Military Grid Reference System.
struct GridSquare {
    geo::LonLat at;  ///< its middle
    double size_m = 0;
    std::size_t length = 0;  ///< bytes of text that say so
};

/// "37S BA 12345 67890", "38TMK12345678", where `text` begins with one: a zone, a band, two letters for a square of 100 km, and as many
/// figures each for how far east and north in it.
std::optional<GridSquare> read_grid_square(std::string_view text);

}  // namespace dateline::extract
