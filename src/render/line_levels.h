#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <vector>

namespace dateline::render {

/// For each vertex, the power of two that its line would leave its course by without it, in world units (Douglas–Peucker, so
/// that what a coarser line keeps every finer one keeps). A segment is also never so long that it would cut through the curve
/// which it has on a globe. Ends of polylines, and now and then a vertex
/// of a very long one, are kept at any tolerance.
std::vector<int> line_exponents(const geo::LineSet& lines);

/// The tolerances worth a copy of their own, as exponents and finest first: each leaves out a good part of what the one before
/// draws. Empty where the lines are drawn whole at any scale.
std::vector<int> line_levels(const std::vector<int>& exponents);

inline constexpr int kAlwaysKept = 127, kNeverKept = -127;

}  // namespace dateline::render
