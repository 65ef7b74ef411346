#pragma once

#include "base/result.h"
#include "io/gdal.h"

#include <ogrsf_frmts.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace dateline::io {

/// A feature of a base layer, with its shape taken out.
struct Row {
    FeaturePtr feature;
    GeometryPtr shape;   ///< may be null

    std::string text(const char* field) const { return feature->GetFieldAsString(field); }
    double number(const char* field) const { return feature->GetFieldAsDouble(field); }
    int integer(const char* field) const { return feature->GetFieldAsInteger(field); }
};

/// All features of a FlatGeobuf. Errors: absent, damaged or empty, or without one of `fields`.
base::Result<std::vector<Row>> read_layer(const std::filesystem::path& path, std::initializer_list<const char*> fields);

}  // namespace dateline::io
