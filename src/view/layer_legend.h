#pragma once

#include "document/layer.h"
#include "view/legend.h"
#include "view/theme.h"

#include <functional>
#include <vector>

namespace dateline::view {

/// What a layer's colours and shapes mean: a row for each look of a vector file that `counts`, one for a raster.
std::vector<LegendRow> layer_legend(const document::LayerContent& content, const Theme& theme, float opacity,
                                    const std::function<bool(const document::VectorCoat&)>& counts);

Color in_theme(const std::optional<document::StyleColor>& color, const Theme& theme, Color otherwise);
MarkerShape shape_of(document::StyleSymbol symbol);

}  // namespace dateline::view
