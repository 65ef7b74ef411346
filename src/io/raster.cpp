#include "io/raster.h"

#include "base/files.h"
#include "io/gdal.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <vector>

namespace dateline::io {
namespace {

base::Error last_error(const std::filesystem::path& path) {
    return {"cannot be written: " + gdal_says("GDAL refuses"), path.string(), "free space or choose another folder"};
}

}  // namespace

base::Result<> write_geotiff(const std::filesystem::path& path, int width, int height, std::span<const std::uint8_t> rgba,
                             const std::optional<Georeference>& place) {
    const QuietGdal quiet;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (!driver) return base::fail("GDAL has no GeoTIFF driver", path.string(), "install libgdal32");
    return base::replace_file(path, [&](const std::filesystem::path& temporary) -> base::Result<> {
        CPLStringList options;
        for (const char* option : {"COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES", "PHOTOMETRIC=RGB", "ALPHA=YES", "BIGTIFF=IF_SAFER"})
            options.AddString(option);
        DatasetPtr dataset(driver->Create(temporary.c_str(), width, height, 4, GDT_Byte, options.List()));
        bool written = dataset != nullptr;
        if (written && place) {
            const double m = geo::kMercatorCircumferenceM;
            double transform[6] = {(place->upper_left.x - 0.5) * m, place->world_per_px * m, 0, (0.5 - place->upper_left.y) * m, 0,
                                   -place->world_per_px * m};
            OGRSpatialReference mercator;
            written = mercator.importFromEPSG(3857) == OGRERR_NONE && dataset->SetGeoTransform(transform) == CE_None &&
                      dataset->SetSpatialRef(&mercator) == CE_None;
        }
        written = written && dataset->RasterIO(GF_Write, 0, 0, width, height, const_cast<std::uint8_t*>(rgba.data()), width, height,
                                               GDT_Byte, 4, nullptr, 4, GSpacing{4} * width, 1, nullptr) == CE_None;
        if (written) dataset->FlushCache();
        written = written && CPLGetLastErrorType() < CE_Failure;
        base::Error error = last_error(path);
        dataset.reset();
        if (!written) return tl::unexpected(error);
        return {};
    });
}

base::Result<> write_test_raster(const std::filesystem::path& path, int side_px, const Georeference& place) {
    const QuietGdal quiet;
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (!driver) return base::fail("GDAL has no GeoTIFF driver", path.string(), "install libgdal32");
    CPLStringList options;
    for (const char* option : {"COMPRESS=DEFLATE", "ZLEVEL=1", "TILED=YES", "PHOTOMETRIC=RGB", "BIGTIFF=IF_SAFER"})
        options.AddString(option);
    const DatasetPtr dataset(driver->Create(path.c_str(), side_px, side_px, 3, GDT_Byte, options.List()));
    if (!dataset) return tl::unexpected(last_error(path));
    const double m = geo::kMercatorCircumferenceM;
    double transform[6] = {(place.upper_left.x - 0.5) * m, place.world_per_px * m, 0, (0.5 - place.upper_left.y) * m, 0,
                           -place.world_per_px * m};
    OGRSpatialReference mercator;
    if (mercator.importFromEPSG(3857) != OGRERR_NONE || dataset->SetGeoTransform(transform) != CE_None ||
        dataset->SetSpatialRef(&mercator) != CE_None)
        return tl::unexpected(last_error(path));
    constexpr int kRows = 256;
    std::vector<std::uint8_t> rows(3 * static_cast<std::size_t>(side_px) * kRows);
    for (int y = 0; y < side_px; y += kRows) {
        const int count = std::min(kRows, side_px - y);
        for (std::size_t i = 0; i < static_cast<std::size_t>(side_px) * static_cast<std::size_t>(count); ++i) {
            const auto x = static_cast<unsigned>(i % static_cast<std::size_t>(side_px)),
                       line = static_cast<unsigned>(y) + static_cast<unsigned>(i / static_cast<std::size_t>(side_px));
            rows[3 * i] = static_cast<std::uint8_t>(x >> 6);
            rows[3 * i + 1] = static_cast<std::uint8_t>(line >> 6);
            rows[3 * i + 2] = static_cast<std::uint8_t>((x * line) >> 12);
        }
        if (dataset->RasterIO(GF_Write, 0, y, side_px, count, rows.data(), side_px, count, GDT_Byte, 3, nullptr, 3, GSpacing{3} * side_px,
                              1, nullptr) != CE_None)
            return tl::unexpected(last_error(path));
    }
    return {};
}

}  // namespace dateline::io
