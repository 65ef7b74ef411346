#pragma once

#include "geo/geometry.h"

#include <vector>

namespace dateline::publish {

/// The boundary rings of a triangle mesh: edges that only one triangle has, chained. A vector page fills these in one go,
/// where triangles side by side would show hairlines.
std::vector<std::vector<std::uint32_t>> outline_of(const geo::Mesh& mesh);

}  // namespace dateline::publish
