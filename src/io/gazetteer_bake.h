#pragma once

#include "base/result.h"

#include <filesystem>

namespace dateline::io {

/// Reads assets/gazetteer (places, first-level divisions, countries, our own overlay, and what words usually are) and the borders,
/// divisions and waters of maps/base, and writes the file that document::Gazetteer maps. The same input gives the same bytes.
/// Errors: a table that is absent, damaged, or without a column that names and places need.
base::Result<> bake_gazetteer(const std::filesystem::path& assets_folder, const std::filesystem::path& maps_folder,
                              const std::filesystem::path& out_file);

}  // namespace dateline::io
