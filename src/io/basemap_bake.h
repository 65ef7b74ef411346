#pragma once

#include "base/result.h"

#include <filesystem>

namespace dateline::io {

/// Turns maps/base/*.fgb into the file that open_basemap reads: areas as triangles, lines and labels, cut into chunks a
/// layer and scale, and names with the lines that they are set on. Local names come from assets/gazetteer. The same input gives the same bytes. Errors: a layer that is absent, damaged or without a field it needs.
base::Result<> bake_basemap(const std::filesystem::path& maps_folder, const std::filesystem::path& assets_folder,
                            const std::filesystem::path& out_file);

}  // namespace dateline::io
