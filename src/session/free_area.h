#pragma once

#include "session/state.h"

#include <vector>

namespace dateline::session {

/// The largest parts of the map that no panel covers, the larger first; those too narrow to frame anything in are left out. One
/// part, the map, where nothing is covered.
std::vector<view::RectPx> free_parts(const MapSize& size);

}  // namespace dateline::session
