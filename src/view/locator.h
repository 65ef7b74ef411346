#pragma once

#include "view/globe_image.h"
#include "view/map_view.h"
#include "view/theme.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::view {

/// The part of the world that a map shows, as the ring of places along its edge; empty where it shows about all of it.
std::vector<geo::LonLat> outline_of(const MapTransform& map);

/// A map that shows most of the world needs no locator.
bool wants_locator(const MapTransform& map);

/// A small globe with the true outline of what a map shows. Keeps its picture while the globe stands still.
class Locator {
  public:
    /// Where the globe is turned to: it stays as it was while the map's middle is well on its near side.
    static geo::LonLat turned_to(geo::LonLat map_center, const std::optional<geo::LonLat>& before);

    void append(const MapTransform& map, const document::BaseMap& basemap, const Theme& theme, RectPx rect, geo::LonLat center, float scale,
                std::vector<Item>& items);

  private:
    struct Key {
        const document::BaseMap* basemap = nullptr;
        std::string theme;
        geo::LonLat center;
        int diameter_px = 0;
        bool operator==(const Key&) const = default;
    };
    Key key_;
    std::shared_ptr<const Image> image_;
};

}  // namespace dateline::view
