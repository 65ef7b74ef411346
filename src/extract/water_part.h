#pragma once

#include "extract/mention.h"

#include <optional>
#include <string_view>

namespace dateline::extract {

/// "the northern Aegean", "the south-east Baltic": the part of a water that the words before its name tell.
struct WaterPart {
    std::uint32_t first_token = 0;
    std::string_view wind;  ///< "n", "ne" … "nw"; "c" for its middle
};
std::optional<WaterPart> water_part(const Text& text, const Mention& mention);

/// Its bearing from the middle; nothing for "c".
std::optional<double> bearing_of_wind(std::string_view wind);

/// That part of an area: the half that lies that way, or the middle third along its longer side.
geo::MultiPolygon part_of_area(const geo::MultiPolygon& area, std::string_view wind);

}  // namespace dateline::extract
