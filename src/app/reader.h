#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "document/gazetteer.h"

#include <string>
#include <vector>

namespace dateline::app {

/// Loaded once and shared by every command that reads text.
struct Reader {
    document::Gazetteer gazetteer;
    document::Briefing::Shared<document::Route> routes;
    std::vector<std::string> warnings;
};
base::Result<Reader> open_reader();

}  // namespace dateline::app
