#include "io/raster.h"

#include "base/files.h"
#include "io/gdal.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

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
            double transform[6] = {(place->upper_left.x - 0.5) * m, place->world_per_px * m, 0,
                                   (0.5 - place->upper_left.y) * m, 0, -place->world_per_px * m};
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

}  // namespace dateline::io
