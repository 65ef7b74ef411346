#pragma once

#include "document/briefing.h"

#include <string>
#include <vector>

namespace dateline::app {

/// Ids of the routes that no bulletin of the briefing names, describes or tells an event of; none when it has no bulletin.
/// They are known and listed, but not switched on by themselves.
std::vector<std::string> routes_not_named(const document::Briefing& briefing);

}  // namespace dateline::app
