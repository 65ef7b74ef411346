#pragma once

#include "view/label_sheet.h"
#include "view/route_geometry.h"
#include "view/view.h"

#include <cstdint>
#include <optional>

/// What stands along a route at places of its own: chevrons that say which way it goes, and shields with its short name.
///
/// Places are counted along the curve in steps that halve with each octave of zoom, so that those of one zoom are still
/// there at the next, each with the number it had:
///
///     octave 4    0───────────────1───────────────2
///     octave 5    0───────1───────2───────3───────4
namespace dateline::view {

/// One such place: its number in the coarsest octave that has it.
struct RoutePlace {
    std::int64_t number = 0;
    int octave = 0;
    double along = 0;  ///< world units along the chain
};
/// Those of [begin, end] when there is one every `every_px` at the octave's own zoom, counted from `origin`.
std::vector<RoutePlace> route_places(double begin, double end, double origin, double every_px, int octave);

/// A chevron each ~140 px along a stretch that is seen.
void append_chevrons(const ViewInput& input, const MapView& view, const RouteStretch& stretch, int copy, bool emphasised, Color color,
                     Frame& frame);
/// Shields of the stretches that are seen, for the sheet to place.
void append_shields(const ViewInput& input, const MapView& view, const std::vector<RouteStretch>& drawn, LabelSheet& sheet);

}  // namespace dateline::view
