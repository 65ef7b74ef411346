#pragma once

#include "view/division_shapes.h"
#include "view/map_events.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace dateline::view {

constexpr float kEventLinePx = 5, kEventLineAlpha = 0.45f;  ///< of an event's line, wider than any outline of an area

/// A place on a line that is drawn; a name whose owner's line it is may lie there.
struct LineBox {
    RectPx box;
    std::uint64_t owner = 0;
};

/// The areas of events that have no spot: the land of a country, a division or an event's own area hatched; a corridor's line; and
/// where no more than a radius is known a dashed ring, within which it happened. Geometry is kept by the events' generation;
/// each frame restates the colours. A water that takes up much of the map is not hatched all over: its shores are washed from within.
class EventAreas {
  public:
    /// The wash along the shores of wide waters: under the land, which cuts it off at the coast.
    void append_waters(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame);
    /// `covered`: boxes along the lines and rings, which labels had better leave free.
    void append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame,
                std::vector<LineBox>& covered);

  private:
    struct Area {
        std::string country, division;  ///< whose land it is
        AreaShape own;                  ///< an event's own area; without a mesh a line, or the ring
        bool is_line = false;
        std::uint64_t owner = 0;  ///< of a line: the route whose stretch it is
        bool is_water = false;
    };
    /// How the event that speaks for an area has it drawn.
    struct Look {
        Color color;
        float strength = 1;   ///< of its phase
        bool raised = false;  ///< selected or pointed at
        bool loud = false;    ///< raised, or of the moment
        bool shown = false;   ///< one of its events is
    };
    static Look look_of(const ViewInput& input, const MapEvents& events, const EventGroup& group, const MarkerTime& time);
    const Area& area_of(const ViewInput& input, const MapEvents& events, std::uint32_t group);
    void append_country(const ViewInput& input, const MapView& view, const std::string& code, const Look& look, Frame& frame);
    void append_line(const ViewInput& input, const MapView& view, const Area& area, const Look& look, Frame& frame,
                     std::vector<LineBox>& covered);

    void keep_for(const MapEvents& events);

    std::uint64_t generation_ = 0;
    std::map<std::uint32_t, Area> areas_;  ///< by group
    DivisionShapes divisions_;
    std::map<std::uint64_t, std::shared_ptr<const geo::LineSet>> outlines_;  ///< by chunk, of the country last pointed at
    std::string outlined_;
};

}  // namespace dateline::view
