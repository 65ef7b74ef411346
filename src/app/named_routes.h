#pragma once

#include "document/briefing.h"

#include <string>
#include <vector>

namespace dateline::app {

/// Ids of the routes that no bulletin of the briefing and, where it has none, no event names or describes, and on which nothing
/// happened; none when it has neither.
/// They are known and listed, but not switched on by themselves.
std::vector<std::string> routes_not_named(const document::Briefing& briefing);

}  // namespace dateline::app
