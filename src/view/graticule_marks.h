#pragma once

#include "view/camera.h"

#include <string>
#include <vector>

namespace dateline::view {

/// Where a line of the graticule leaves the map, and what is written there.
struct GraticuleMark {
    enum class Edge : std::uint8_t { Top, Right, Bottom, Left };
    Edge edge = Edge::Top;
    PointPx at;  ///< on the rect's edge, or on the map's own where that lies within
    bool meridian = false;
    double degrees = 0;
    std::string label;  ///< "45° N", "0°"
};

/// All of them, edge by edge from the top clockwise, each in reading order; found through the projection, so that they are
/// right on a map of any kind and turned any way.
std::vector<GraticuleMark> graticule_marks(const MapTransform& map, double step_deg, float scale);

/// "45° N", "10° W", "0°", "180°"
std::string latitude_label(double lat_deg);
std::string longitude_label(double lon_deg);

}  // namespace dateline::view
