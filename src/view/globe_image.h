#pragma once

#include "document/basemap.h"
#include "view/theme.h"

#include <memory>
#include <optional>

namespace dateline::view {

/// The Earth as seen from far above one place: x right, y down, the visible half within the unit circle.
struct Orthographic {
    geo::LonLat centre;
    struct Point {
        double x = 0, y = 0;
        bool in_front = false;
    };
    Point project(geo::LonLat at) const;
};

/// A globe of `diameter_px`, sea and land, with a soft rim; transparent around.
std::shared_ptr<const Image> globe_image(const document::BaseMap& basemap, const Theme& theme, geo::LonLat centre, int diameter_px);

/// Pieces of a line that are in front, on a globe drawn in `rect`.
std::vector<std::vector<PointPx>> on_globe(const Orthographic& view, const std::vector<geo::LonLat>& line, RectPx rect);

}  // namespace dateline::view
