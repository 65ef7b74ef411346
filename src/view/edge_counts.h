#pragma once

#include "view/furniture_parts.h"
#include "view/furniture_places.h"

#include <vector>

/// "7 events ▸": how many lie beyond a side of the map. Private to the furniture*.cpp files.
namespace dateline::view {

/// Along a side of the map, the nearer its middle the better: a map that moves has it in one place.
std::vector<FurniturePlace> edge_count_places(const FurniturePainter& p, MapSide side, std::size_t count);
void append_edge_count(const FurniturePainter& p, MapSide side, std::size_t count, RectPx plate);

}  // namespace dateline::view
