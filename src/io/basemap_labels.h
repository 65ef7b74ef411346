#pragma once

#include "base/result.h"
#include "document/basemap.h"

#include <filesystem>

namespace dateline::io {

/// Names of towns, countries, divisions, seas and lakes, each with the lines that it may be set on and, where the gazetteer
/// has it, as its country writes it. `base`: maps/base; `gazetteer`: assets/gazetteer.
base::Result<> bake_labels(const std::filesystem::path& base, const std::filesystem::path& gazetteer, document::BaseMap& map);

}  // namespace dateline::io
