#pragma once

#include "io/gdal.h"
#include "io/layer_raster.h"

/// For the files of io/ that read layers' rasters.
namespace dateline::io {

/// The longer side of an overview in memory, at most.
inline constexpr int kOverviewPx = 2048;

base::Result<DatasetPtr> open_raster(const std::string& name, const std::filesystem::path& file);

/// The file with only the bands that are shown, moved `turns` times round the Earth. `dataset` must outlive it.
base::Result<DatasetPtr> narrowed(GDALDataset& dataset, const RasterPlan& plan, int turns = 0);
/// Moves what lies in degrees.
void turn(GDALDataset& dataset, int turns);

std::string wkt_of(const OGRSpatialReference& reference);

}  // namespace dateline::io
