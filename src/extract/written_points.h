#pragma once

#include "extract/clause.h"
#include "geo/geometry.h"

#include <vector>

namespace dateline::extract {

/// A point that a text gives in figures.
struct WrittenPoint {
    TokenRange tokens;
    geo::LonLat at;
    double radius_km = 0;  ///< half of what its last figure counts
};

/// "06°19N, 003°11E", "04:47 S – 011:52 E", "12° 34.5' N 043° 20' E", "0155.9S 04756.8E", "N 36 12 30, E 037 09 10", and after "position" or in
/// brackets "48.8566, 2.3522"; "37S BA 12345 67890".
std::vector<WrittenPoint> written_points(const Text& text, const Sentence& sentence);

}  // namespace dateline::extract
