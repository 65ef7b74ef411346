#pragma once

#include "view/label_sheet.h"
#include "view/map_view.h"
#include "view/view.h"

#include <vector>

namespace dateline::view {

/// Names of the base map: towns by rank, countries, seas, rivers. What depends on the map alone is derived once.
class NamesLayer {
  public:
    /// `event_places`: where pins stand; the town there is named first, and its own symbol is left out.
    void append(const ViewInput& input, const MapView& view, const std::vector<geo::WorldPoint>& event_places, LabelSheet& sheet);

  private:
    struct Anchor {
        geo::WorldPoint at;
        std::uint32_t index = 0;
        float min_zoom = 0;
    };
    void derive(const document::BaseMap& basemap);

    const document::BaseMap* basemap_ = nullptr;
    std::vector<Anchor> towns_;       ///< by min_zoom
    std::vector<geo::WorldPoint> countries_, seas_;
};

}  // namespace dateline::view
