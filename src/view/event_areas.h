#pragma once

#include "view/map_events.h"

#include <map>
#include <memory>
#include <string>

namespace dateline::view {

/// The areas of events that have no spot: a district's or region's land or a disc of its radius, a corridor's line, a
/// country's land hatched. Geometry is kept by the events' generation; each frame restates the colours.
class EventAreas {
  public:
    void append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame);

  private:
    struct Area {
        std::shared_ptr<const geo::Mesh> mesh;      ///< may be null: a line has none
        std::shared_ptr<const geo::LineSet> edge;   ///< or the line itself
        std::string country;                        ///< its land is the base map's
    };
    const Area& area_of(const ViewInput& input, const MapEvents& events, std::uint32_t group);
    void append_country(const ViewInput& input, const MapView& view, const std::string& code, Color color, bool outlined, Frame& frame);

    std::uint64_t generation_ = 0;
    std::map<std::uint32_t, Area> areas_;           ///< by group
    std::map<std::uint64_t, std::shared_ptr<const geo::LineSet>> outlines_;   ///< by chunk, of the country last pointed at
    std::string outlined_;
};

}  // namespace dateline::view
