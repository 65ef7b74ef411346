#pragma once

#include "base/result.h"
#include "geo/geometry.h"

#include <filesystem>
#include <memory>
#include <string>

class GDALDataset;
class OGRFeature;
class OGRGeometry;
class OGRSpatialReference;
struct OGRFeatureUniquePtrDeleter;

/// For the files of io/ alone: GDAL with owners, one axis order, and errors as Results. Who uses what it owns includes
/// GDAL's own header.
namespace dateline::io {

struct CloseDataset {
    void operator()(GDALDataset* dataset) const;
};
using DatasetPtr = std::unique_ptr<GDALDataset, CloseDataset>;
using GeometryPtr = std::unique_ptr<OGRGeometry>;
using FeaturePtr = std::unique_ptr<OGRFeature, OGRFeatureUniquePtrDeleter>;

/// While it lives GDAL prints nothing; the last message is read with gdal_says(). Registers the drivers, once.
class QuietGdal {
  public:
    QuietGdal();
    ~QuietGdal();
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
};

/// The first sentence of GDAL's last message, without a line break or its full stop; `otherwise` where there is none. Of `file`, which a line names already,
/// the folder is left out.
std::string gdal_says(const std::string& otherwise, const std::filesystem::path& file = {});

/// WGS 84 with longitude first: the one place where GDAL's axis order is set.
const OGRSpatialReference& wgs84();

/// Opens vector data read-only by one driver ("GPKG", "FlatGeobuf", …). The message on failure is the caller's.
DatasetPtr open_vector(const std::filesystem::path& path, const char* driver, const char* const* open_options = nullptr);

/// Points, lines and areas, single, multi, or collections of one of them; Z, M and curves are dropped. monostate for what is
/// empty. A collection of mixed kinds gives its areas, or else its lines.
geo::Geometry geometry_of(const OGRGeometry* shape);
/// nullptr for monostate. Lines and areas are always multi, so that a layer has one type.
GeometryPtr shape_of(const geo::Geometry& geometry);

}  // namespace dateline::io
