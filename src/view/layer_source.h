#pragma once

#include "document/layer.h"

#include <memory>
#include <string>

namespace dateline::view {

/// Where frames get what was read of the user's layers. What is not there yet is asked for, and is there in a later frame.
class LayerSource {
  public:
    virtual ~LayerSource() = default;
    /// Null until its file is read.
    virtual std::shared_ptr<const document::LayerContent> content(const document::Layer& layer) = 0;
    /// A square of a raster; null until it is read, without pixels where the file has nothing.
    virtual std::shared_ptr<const geo::WorldImage> square(const document::Layer& layer, int level, int column, int row) = 0;
};

}  // namespace dateline::view
