#pragma once

#include "geo/geometry.h"

namespace dateline::geo {

/// Every edge goes the shorter way round: 179 → -179 becomes 179 → 181, so that longitudes run on without a jump.
/// An edge of 360 degrees is meant (the seam of a map of the world) and stays. Points that are not finite are left out.
Line unrolled(const Line& line);

/// The same for a closed ring. One that has run round a pole is closed over the nearer one, as a map shows it:
///
///      (-180,90) ┌──────────────┐ (180,90)
///                └╮  ╭───╮   ╭──┘
///                 ╰──╯   ╰───╯
Line unrolled_ring(const Line& ring);
/// The same over the pole at `pole_deg`, 90 or -90, where the caller knows which one lies within.
Line unrolled_ring(const Line& ring, double pole_deg);

/// A polygon's rings, unrolled, each hole on the copy of the world that its outer ring is on.
Polygon unrolled(const Polygon& polygon);

/// What was cut at the antimeridian is whole again: parts that touch it lie on the copy of the world that the first of them is on.
MultiPolygon rejoined(MultiPolygon area);
/// The lines around an area, without those along the antimeridian where it was cut there and goes on beyond, and those over a
/// pole.
MultiLine outline_of(const MultiPolygon& area);

}  // namespace dateline::geo
