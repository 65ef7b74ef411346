#pragma once

#include "base/result.h"
#include "document/worldview.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace dateline::app {

/// Reads a worldview (docs/worldviews.md). What is wrong with a part of it is a warning. Errors: absent, no worldview.
base::Result<std::shared_ptr<const document::Worldview>> read_worldview(const std::filesystem::path& path,
                                                                        std::vector<std::string>& warnings);

/// Everything that is wrong with the file, a line each; also what names no boundary of the base map that ships.
std::vector<std::string> faults_of_worldview(const std::filesystem::path& path);

}  // namespace dateline::app
