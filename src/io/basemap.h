#pragma once

#include "base/result.h"
#include "document/basemap.h"

#include <filesystem>
#include <string>

namespace dateline::io {

/// Reads what bake_basemap wrote, some 25 ms. Errors: absent, not such a file, cut short, made by another version.
base::Result<document::BaseMap> open_basemap(const std::filesystem::path& baked_file);

/// The file's bytes; the same map gives the same bytes.
std::string encode_basemap(const document::BaseMap& map);

}  // namespace dateline::io
