#pragma once

#include "base/result.h"
#include "document/gazetteer_build.h"

#include <filesystem>
#include <functional>

namespace dateline::io {

/// Adds the land borders of maps/base: the agreed ones at 1:10 million and, of those that nobody agreed on, the line that is held.
/// `code_of` gives the ISO 3166-1 alpha-2 code of the maps' three letters, empty where there is none.
/// Errors: a layer that is absent or damaged.
base::Result<> add_borders(const std::filesystem::path& maps_folder, const std::function<std::string(std::string_view)>& code_of,
                           document::GazetteerBuilder& out);

}  // namespace dateline::io
