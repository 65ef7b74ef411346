#pragma once

#include "document/basemap.h"
#include "document/route_events.h"
#include "view/frame.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace dateline::view {

/// What a distance–time diagram of a route shows, whatever its size: Marey's train graph, with events in place of trains.
///
///           │ time →
///     km 0  │ Baku      ────────────────────────
///           │ Ganja     ──────────●─────────────     an event, where and when
///     km 826│ Kars               ░░░░░░░░░░░░░░░     a segment, from when it is in being
struct RouteDiagram {
    /// A branch, from top to bottom.
    struct Section {
        std::string name;  ///< empty where there is but one
        double begin_km = 0, end_km = 0;
        std::vector<std::uint32_t> segments;
    };
    /// A stop of the route's own, or a town of the base map that it runs by.
    struct Town {
        std::string name;
        std::size_t section = 0;
        double km = 0;
        int rank = 0;  ///< lower first
    };
    std::shared_ptr<const document::Route> route;
    document::RouteLine line;
    std::vector<document::RouteEvent> events;
    std::vector<Section> sections;
    std::vector<Town> towns;  ///< by rank
    calendar::Span extent;    ///< of the segments' dates; open on both sides when there are none
    std::string caption;  ///< "Main line Khorgos – Samtredia, branch Batumi; not shown: branch Poti"; empty where there are no branches

    /// Of a segment; sections.size() when it is not shown.
    std::size_t section_of(std::uint32_t segment) const;
};

/// All branches of a simple route; of one with many, the main line and those that have events.
RouteDiagram route_diagram(const document::Briefing& briefing, const document::BaseMap& basemap,
                           std::shared_ptr<const document::Route> route);

/// Kilometres down the height of a rectangle: sections one below the other, on one scale.
class DistanceAxis {
  public:
    DistanceAxis(const RouteDiagram& diagram, RectPx rect, float gap_px);
    float y_of(std::size_t section, double km) const;
    float top(std::size_t section) const { return tops_[section]; }
    float bottom(std::size_t section) const { return y_of(section, diagram_.sections[section].end_km); }
    double px_per_km() const { return px_per_km_; }

  private:
    const RouteDiagram& diagram_;
    std::vector<float> tops_;
    double px_per_km_ = 1;
};

}  // namespace dateline::view
