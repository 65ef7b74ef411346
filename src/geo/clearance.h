#pragma once

#include "geo/spine.h"

namespace dateline::geo {

/// As clearance() of spine.h; where the mask is `endless`, what lies beyond it is neither inside nor outside.
std::vector<float> clearance(const AreaMask& mask, bool endless);

}  // namespace dateline::geo
