#pragma once

#include "base/result.h"
#include "document/basemap.h"

#include <filesystem>

namespace dateline::io {

/// Packs the areas of maps/base/admin1_10m.fgb by the ids of the gazetteer's places: those that were made of them, and such of its
/// own list as are one of them by name, position and size. Errors: a table or the layer is absent or lacks a column.
base::Result<> bake_divisions(const std::filesystem::path& base, const std::filesystem::path& gazetteer, document::BaseMap& map);

}  // namespace dateline::io
