#pragma once

#include "document/basemap.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::view {

/// A filled area and the line around it.
struct AreaShape {
    std::shared_ptr<const geo::Mesh> mesh;
    std::shared_ptr<const geo::LineSet> edge;
};

/// An area as it is drawn, in any projection. `tolerance_deg` of detail is left out. There is no line where it was cut at the
/// antimeridian, or to close it over a pole.
AreaShape area_shape(const geo::MultiPolygon& area, std::uint64_t key, double tolerance_deg = 0);

/// The land of first-level divisions and what waters cover, unpacked once at each scale that it is seen at.
class DivisionShapes {
  public:
    /// Whether the map knows the area of a place, and `told` lies in it or is roughly that area: an event may have been moved.
    static bool knows(const document::BaseMap& basemap, std::string_view place_id, const geo::Geometry& told);
    const AreaShape& of(const document::BaseMap& basemap, const std::string& place_id, document::Scale scale);

  private:
    std::map<std::pair<std::string, document::Scale>, AreaShape> shapes_;
};

/// The disputed areas of a base map, likewise.
class DisputeShapes {
  public:
    /// By the number of BaseMap::disputed_areas; without a mesh where it is smaller than the scale shows.
    const AreaShape& of(const document::BaseMap& basemap, std::size_t number, document::Scale scale);

  private:
    const document::BaseMap* basemap_ = nullptr;
    std::size_t count_ = 0;
    std::map<std::pair<std::size_t, document::Scale>, AreaShape> shapes_;
};

}  // namespace dateline::view
