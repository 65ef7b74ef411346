#pragma once

#include "view/label_sheet.h"
#include "view/map_view.h"
#include "view/view.h"

namespace dateline::view {

/// Rasters lie under the map's lines, vectors over them; among themselves both keep the layers' order.
void append_rasters(const ViewInput& input, const MapView& view, Frame& frame);
void append_vectors(const ViewInput& input, const MapView& view, Frame& frame);
void append_layer_labels(const ViewInput& input, const MapView& view, LabelSheet& sheet);

/// A row of the legend for each look of a layer that is seen.
void explain_layers(const ViewInput& input, const MapView& view, MapNotes& notes);
/// Credits of the layers that are seen, between " · "; empty without any.
std::string layer_credits(const ViewInput& input, const MapView& view);

}  // namespace dateline::view
