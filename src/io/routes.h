#pragma once

#include "base/result.h"
#include "document/briefing.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace dateline::io {

/// Reads one route file, or every *.geojson of a folder in the order of their names. What the files hold is told in
/// maps/routes/README.md. What is wrong with a segment is a warning and the rest goes on; in a folder so is a file that
/// cannot be read as a route. Errors: nothing at `path`; one file, and it is no route.
base::Result<document::Briefing::Shared<document::Route>> load_routes(const std::filesystem::path& path,
                                                                      std::vector<std::string>& warnings);

/// `stop_at` of a segment whose stops and line are read: empty unless it tells a vertex of the line for every stop.
std::vector<std::uint32_t> stop_vertices_of(const nlohmann::ordered_json& list, const document::RouteSegment& segment);

}  // namespace dateline::io
