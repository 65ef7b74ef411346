#pragma once

#include "view/label_sheet.h"
#include "view/route_geometry.h"
#include "view/route_growth.h"
#include "view/route_picker.h"
#include "view/view.h"

#include <array>
#include <map>

namespace dateline::view {

/// Draws the routes of the briefing: a stretch in its own time only, styled by kind and status, those pointed at and the
/// chosen one last.
class RoutesLayer {
  public:
    /// Puts the lines into the frame; `covered` are boxes along them, which labels had better leave free.
    void append(const ViewInput& input, const MapView& view, Frame& frame, std::vector<Hit>& covered);
    /// What is to be seen of them, in the state that it is drawn in. After append().
    void explain(const ViewInput& input, MapNotes& notes) const;
    /// Their names, set along the lines, and their shields. After append().
    void append_names(const ViewInput& input, const MapView& view, LabelSheet& sheet);
    /// Finds the route under a pointer; of the last append().
    std::shared_ptr<const RoutePicker> picker() const { return picker_; }
    /// A segment is being drawn on: draw again soon.
    bool growing() const { return growth_.growing(); }

  private:
    void append_stretch(const ViewInput& input, const MapView& view, const RouteStretch& stretch, Frame& frame, std::vector<Hit>& covered);
    /// Of a route on the map: how long it is there in each state.
    struct Seen {
        std::array<float, 5> px{};
        bool ferry = false;
    };
    std::map<std::uint32_t, Seen> seen_;
    std::shared_ptr<RoutePicker> picker_;
    RouteGeometry geometry_;
    RouteGrowth growth_;
    const std::vector<RouteStretch>* drawn_ = nullptr;  ///< of the last append
};

/// How a segment of a route looks, bottom up: under construction has a solid line below its dashes.
std::vector<LineStyle> route_styles(const Theme& theme, const document::Route& route, const document::RouteSegment& segment,
                                    bool emphasised, bool others_emphasised, float scale);
/// Whose lines the routes are that have a box, each named once: "routes: Dateline"; empty for none.
std::string route_credits(const document::Briefing& briefing, const std::vector<Hit>& boxes);
/// Whether a segment is in the state that it tells of at an instant.
bool in_its_time(const document::RouteSegment& segment, calendar::Instant at);

}  // namespace dateline::view
