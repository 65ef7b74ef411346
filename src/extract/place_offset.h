#pragma once

#include "extract/mention.h"

#include <optional>

namespace dateline::extract {

/// "30 km north-east of X", "a few miles outside X", "south of X", "near X": told by a town, and not in it.
struct PlaceOffset {
    std::uint32_t first_token = 0;      ///< of its words, which end with the name
    std::uint32_t end_measure = 0;      ///< token after "30 km"; `first_token` where no distance is told
    std::uint32_t first_joint = 0;      ///< "north-east of", "from", after what the measure is told again in: "(9 miles)"
    double km = 0;                      ///< 0: not told
    bool vague = false;                 ///< "a few"
    std::optional<double> bearing_deg;  ///< clockwise from north
    double spread_deg = 0;              ///< half of what the wind's name stands for: "north" is told more broadly than "north-northeast"
};

/// The offset that the words before a name tell; nothing where it is the place itself.
std::optional<PlaceOffset> offset_before(const Text& text, const Mention& mention);

}  // namespace dateline::extract
