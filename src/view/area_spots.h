#pragma once

#include "view/label_sheet.h"
#include "view/map_view.h"

#include "geo/spine.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::view {

/// How far apart the letters of an area's name may be set, and how much of the area's length they try to take.
struct Spread {
    float least_em = 0.06f, most_em = 0.5f;
    float share = 0.6f;
};

/// Adds spots for a name on one line along the spines of its area, numbered from `side` on, which it moves past them: in the
/// middle first, then toward the ends, each also a little to both sides of the spine where the area is broad. The spots lie
/// on the ground, so that a name rests while the map moves. Nothing for a spine that is too short or too narrow for the text.
///
///     K A Z A K H S T A N        letters spread with the area, within limits; scripts that join are never torn
struct AreaSpots {
    const Typesetter& type;
    const MapView& view;
    Spread spread;
    std::size_t lanes = 3;  ///< 1: only along the spine itself; kMostLanes: as far from it as the area is broad

    void add(MapLabel& label, const std::string& text, const TextStyle& style, const std::vector<geo::Spine>& spines, int copy,
             std::uint8_t& side, std::uint8_t tier = 0) const;
    /// Whether one of the spines shows a spot on the map where the name would begin and end.
    static bool any_within(const MapLabel& label, RectPx map);
};

/// Whether a text has Arabic letters: they join, run the other way, and are small beside Latin ones of their size.
bool has_joined_letters(std::string_view utf8);
/// By how much such a text is set larger, to be as large to the eye.
float script_scale(std::string_view utf8);

/// How many sides one add() may take.
inline constexpr std::uint8_t kSidesASpine = 21;
inline constexpr int kPlacesALane = kSidesASpine / 3;
/// The same with as many lanes as there may be.
inline constexpr std::size_t kMostLanes = 5;
inline constexpr std::uint8_t kSidesASpineMost = 35;

}  // namespace dateline::view
