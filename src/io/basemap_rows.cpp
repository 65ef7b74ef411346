#include "io/basemap_rows.h"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

namespace dateline::io {
namespace {

/// Longer edges would cut corners when a globe bends the map.
constexpr double kLongestEdgeDeg = 1;

}  // namespace

Row::Row(std::shared_ptr<OGRFeature> own_feature, GeometryPtr own_shape) : feature(std::move(own_feature)), shape(std::move(own_shape)) {}
Row::Row(Row&&) noexcept = default;
Row& Row::operator=(Row&&) noexcept = default;
Row::~Row() = default;

std::string Row::text(const char* field) const { return feature->GetFieldAsString(field); }
double Row::number(const char* field) const { return feature->GetFieldAsDouble(field); }
int Row::integer(const char* field) const { return feature->GetFieldAsInteger(field); }

base::Result<std::vector<Row>> read_layer(const std::filesystem::path& path, std::initializer_list<const char*> fields) {
    const std::string remedy = "run maps/derive.py";
    const DatasetPtr dataset = open_vector(path, "FlatGeobuf");
    OGRLayer* layer = dataset ? dataset->GetLayer(0) : nullptr;
    if (!layer) return base::fail("is absent or no FlatGeobuf layer", path.string(), remedy);
    for (const char* field : fields)
        if (layer->GetLayerDefn()->GetFieldIndex(field) < 0)
            return base::fail(fmt::format("has no field '{}'", field), path.string(), remedy);
    std::vector<Row> rows;
    CPLErrorReset();
    for (FeaturePtr& feature : *layer) {
        Row row{std::move(feature), nullptr};
        row.shape.reset(row.feature->StealGeometry());
        if (row.shape) row.shape->segmentize(kLongestEdgeDeg);
        rows.push_back(std::move(row));
    }
    if (CPLGetLastErrorType() >= CE_Failure) return base::fail("is damaged: " + gdal_says(""), path.string(), remedy);
    if (rows.empty()) return base::fail("is empty", path.string(), remedy);
    return rows;
}

}  // namespace dateline::io
