#pragma once

#include "base/result.h"
#include "document/gazetteer_build.h"

#include <filesystem>

namespace dateline::io {

/// Adds the areas of divisions and waters (read_areas), drawn as roughly as an event's record wants them. Errors: as read_areas().
base::Result<> add_areas(const std::filesystem::path& maps_folder, const std::filesystem::path& gazetteer_folder,
                         document::GazetteerBuilder& out);

}  // namespace dateline::io
