#pragma once

#include "base/result.h"
#include "document/basemap.h"
#include "document/divisions.h"

#include <filesystem>
#include <vector>

namespace dateline::io {

/// The areas of maps/base by the ids of the gazetteer's places: of admin1_10m.fgb those that were made of them, and such of its own
/// list as are one of them by name, position and size; the waters of seas.fgb, and the lakes and islands that its list names. Errors: a table or a layer is absent or lacks a
/// column.
base::Result<std::vector<document::DivisionArea>> read_areas(const std::filesystem::path& base, const std::filesystem::path& gazetteer);

/// Packs read_areas() into the map. Errors: as there.
base::Result<> bake_divisions(const std::filesystem::path& base, const std::filesystem::path& gazetteer, document::BaseMap& map);

}  // namespace dateline::io
