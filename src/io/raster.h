#pragma once

#include "base/result.h"
#include "geo/lonlat.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace dateline::io {

/// Where a picture's map lies: the Web Mercator position of pixel (0, 0)'s upper left corner, and the size of a pixel.
struct Georeference {
    geo::WorldPoint upper_left;
    double world_per_px = 0;
};

/// RGBA8 rows from the top as a tiled, deflated GeoTIFF in EPSG:3857, or a plain TIFF without `place`. Atomic.
base::Result<> write_geotiff(const std::filesystem::path& path, int width, int height, std::span<const std::uint8_t> rgba,
                             const std::optional<Georeference>& place);

/// For benchmarks: a square of RGB of `side_px`, tiled and deflated, without overviews, of some pattern.
base::Result<> write_test_raster(const std::filesystem::path& path, int side_px, const Georeference& place);

}  // namespace dateline::io
