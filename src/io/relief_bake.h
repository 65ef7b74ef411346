#pragma once

#include "base/result.h"

#include <filesystem>

namespace dateline::io {

/// Shades maps/base/relief.tif and sea_floor.tif, once for each scale, into the file that open_relief maps. The same input
/// gives the same bytes. Errors: a grid that is absent or not of the whole world.
base::Result<> bake_relief(const std::filesystem::path& maps_folder, const std::filesystem::path& out_file);

}  // namespace dateline::io
