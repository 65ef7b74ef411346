#pragma once

#include "base/result.h"
#include "io/gdal.h"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace dateline::io {

/// A feature of a base layer, with its shape taken out.
struct Row {
    std::shared_ptr<OGRFeature> feature;
    GeometryPtr shape;  ///< may be null

    Row(std::shared_ptr<OGRFeature> own_feature, GeometryPtr own_shape);
    Row(Row&&) noexcept;
    Row& operator=(Row&&) noexcept;
    ~Row();
    std::string text(const char* field) const;
    double number(const char* field) const;
    int integer(const char* field) const;
};

/// All features of a FlatGeobuf. Errors: absent, damaged or empty, or without one of `fields`.
base::Result<std::vector<Row>> read_layer(const std::filesystem::path& path, std::initializer_list<const char*> fields);

}  // namespace dateline::io
