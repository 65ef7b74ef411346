#include "io/raster_source.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <fmt/format.h>

namespace dateline::io {
namespace fs = std::filesystem;

base::Result<DatasetPtr> open_raster(const std::string& name, const fs::path& file) {
    DatasetPtr dataset(GDALDataset::Open(name.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
    if (!dataset)
        return base::fail("cannot be read as a raster: " + gdal_says("GDAL knows no such format", file), file.string(),
                          "give a GeoTIFF, or another format that gdalinfo reads");
    return dataset;
}

std::string wkt_of(const OGRSpatialReference& reference) {
    char* text = nullptr;
    reference.exportToWkt(&text);
    std::string wkt = text ? text : "";
    CPLFree(text);
    return wkt;
}

void turn(GDALDataset& dataset, int turns) {
    double t[6];
    if (turns == 0 || dataset.GetGeoTransform(t) != CE_None) return;
    t[0] += 360 * turns;
    dataset.SetGeoTransform(t);
}

base::Result<DatasetPtr> narrowed(GDALDataset& dataset, const RasterPlan& plan, int turns) {
    CPLStringList arguments;
    for (const char* word : {"-of", "VRT"}) arguments.AddString(word);
    for (const int band : plan.bands) {
        arguments.AddString("-b");
        arguments.AddString(std::to_string(band).c_str());
    }
    if (plan.assumed_wgs84) {
        arguments.AddString("-a_srs");
        arguments.AddString(wkt_of(wgs84()).c_str());
    }
    GDALTranslateOptions* options = GDALTranslateOptionsNew(arguments.List(), nullptr);
    int failed = 0;
    DatasetPtr made(static_cast<GDALDataset*>(GDALTranslate("", &dataset, options, &failed)));
    GDALTranslateOptionsFree(options);
    if (!made) return base::fail("cannot be read: " + gdal_says("GDAL refuses", plan.file), plan.file.string(), "check it with gdalinfo");
    turn(*made, turns);
    return made;
}

}  // namespace dateline::io
