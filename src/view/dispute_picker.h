#pragma once

#include "view/view.h"

namespace dateline::view {

/// Finds the disputed boundary under a point, or the disputed area around it, when it is asked: a frame pays nothing for it.
struct DisputePicker {
    /// Refers to `basemap`, which outlives the placement.
    DisputePicker(const document::BaseMap& basemap, const MapTransform& map, float scale, calendar::Instant playhead)
        : basemap_(&basemap), map_(map), scale_(scale), playhead_(playhead) {}

    /// A DisputedLine, else a DisputedArea with the id of its dispute, else nothing.
    Hit at(PointPx point) const;

  private:
    Hit line_at(PointPx point) const;
    Hit area_at(PointPx point) const;

    const document::BaseMap* basemap_;
    MapTransform map_;
    float scale_;
    calendar::Instant playhead_;
};

/// The dispute of an id; null when the base map has none.
const document::Dispute* dispute_named(const document::BaseMap& basemap, std::string_view id);

}  // namespace dateline::view
