#pragma once

#include "base/result.h"
#include "document/layer.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dateline::io {

struct VectorRead {
    document::VectorLayer layer;
    geo::LonLatBox extent;
    std::string title, credits;
};

/// Reads every layer of a vector file (or the one the style names) that has a geometry, in longitude and latitude, cut
/// into pieces that are drawn only where they are seen. Errors: no vector file, nothing to draw, more than can be held.
base::Result<VectorRead> read_vector(const std::filesystem::path& file, const document::LayerStyle& style,
                                     const std::function<void(double)>& progress, const std::function<bool()>& stop_requested,
                                     std::vector<std::string>& warnings);

/// Whether GDAL opens the file as a raster, or as vectors; neither: false for both.
struct FileKinds {
    bool raster = false, vector = false;
    std::string fault{};  ///< of neither: what GDAL says of a file that it knows and cannot open
};
FileKinds kinds_of(const std::filesystem::path& file);

}  // namespace dateline::io
