#pragma once

#include "document/route_events.h"
#include "ui/parts.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dateline::ui {

/// In the inspector when a route is selected: what it is, how long, the events along it, its segments, its sources.
class RoutePanel {
  public:
    /// Returns the height.
    float draw(const Ui& ui, const Pen& pen, const document::Route& route, float width);

  private:
    void measure(const Ui& ui, const document::Route& route);
    float draw_head(const Ui& ui, const Pen& pen, float width);
    float draw_lengths(const Pen& pen, float y, float width) const;
    float draw_buttons(const Ui& ui, const Pen& pen, float y, float width) const;
    float draw_events(const Ui& ui, const Pen& pen, float y, float width) const;
    void draw_event(const Ui& ui, const Pen& pen, const document::RouteEvent& along, float y, float width) const;
    float draw_segments(const Ui& ui, const Pen& pen, float y, float width) const;
    void draw_segment(const Ui& ui, const Pen& pen, std::uint32_t index, float y, float width) const;
    float draw_sources(const Pen& pen, float y, float width) const;

    std::shared_ptr<const document::Briefing> briefing_;  ///< that it was measured in
    std::shared_ptr<const document::Route> route_;
    std::optional<document::RouteLine> line_;
    std::vector<document::RouteEvent> events_;
};

/// The buttons of the panel's title row: the whole route on the map, and away with it.
void draw_route_header(const Ui& ui, const Pen& pen, float width);

}  // namespace dateline::ui
