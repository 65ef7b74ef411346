#pragma once

#include "document/route_line.h"

namespace dateline::document {

/// An event that belongs to a route, and where along it.
struct RouteEvent {
    /// How its place and the line meet: a spot near the line; an area that the line runs through; the line itself, or part.
    enum class Meets : std::uint8_t { Spot, Area, Line };
    std::uint32_t event = 0;    ///< into Briefing::events()
    std::uint32_t segment = 0;  ///< where the stretch begins
    Meets meets = Meets::Spot;
    double begin_km = 0, end_km = 0;  ///< one and the same for a spot
    double off_km = 0;                ///< from the line to the spot, or to the middle of the area
    bool whole = false;               ///< from one end of its branch to the other
};

/// A town farther from the line than this has nothing to do with it, for all that the map says.
inline constexpr double kRouteReachKm = 15;
/// A place vaguer than this says nothing of where along a route something was.
inline constexpr double kWidestAreaKm = 100;

/// The events along a route, by kilometre, then by time. An event counts where its place lies within kRouteReachKm of the line,
/// where the line runs through its district or region, or where its place is the route. Only segments that were in being when
/// it happened are looked at, as long as there are any. Countries and seas are too wide to be told along a line.
std::vector<RouteEvent> events_along(const Briefing& briefing, const RouteLine& line);

}  // namespace dateline::document
