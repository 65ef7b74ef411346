#pragma once

#include "document/briefing.h"

#include <optional>
#include <string>
#include <vector>

namespace dateline::document {

/// Whether a segment is in the state that it tells of at some time of `span`.
bool in_being(const RouteSegment& segment, const calendar::Span& span);

/// A spot on a route: how far along, and how far the place that was asked for lies from it.
struct RoutePost {
    std::uint32_t segment = 0;
    double km = 0;
    double off_km = 0;
    geo::LonLat at;
};

/// A route as a way with kilometre posts, along the WGS 84 geodesics between its digitised points. A branch counts on from
/// where it leaves what came before it; one that only ends at another, or stands alone, counts from its own start.
///
///     main    0 ─────── 420 ─────────── 900
///     branch            420 ─── 610
class RouteLine {
  public:
    explicit RouteLine(const Route& route);

    struct Leg {
        std::vector<double> post_km;  ///< of each digitised point; empty where the segment has no line
        double begin_km() const { return post_km.empty() ? 0 : post_km.front(); }
        double end_km() const { return post_km.empty() ? 0 : post_km.back(); }
        double length_km() const { return end_km() - begin_km(); }
    };
    /// Segments of one name that follow on one another.
    struct Branch {
        std::string name;
        std::vector<std::uint32_t> segments;
        double begin_km = 0, end_km = 0;
        bool leaves_another = false;
        std::string title() const;  ///< "Main line", "Branch Kars", "Branch: until 2022"
    };
    const Route& route() const { return *route_; }
    const std::vector<Leg>& legs() const { return legs_; }             ///< by segment
    const std::vector<Branch>& branches() const { return branches_; }  ///< the one called "main" first, then as in the file
    const Branch& branch_of(std::uint32_t segment) const;
    double length_km() const;  ///< of all segments

    /// False when no segment can lie within `reach_km`; quick.
    bool may_reach(geo::LonLat place, double reach_km) const;
    /// The nearest spot on the segments that `counts` (null: all); nullopt when there is none within `reach_km`.
    std::optional<RoutePost> nearest(geo::LonLat place, double reach_km, const std::vector<bool>* counts = nullptr) const;
    /// The spot at a kilometre of a segment, held to its ends.
    geo::LonLat at(std::uint32_t segment, double km) const;

  private:
    void gather_branches();
    void count_branch(Branch& branch, std::size_t earlier);
    std::optional<double> post_at(geo::LonLat place, std::size_t branches) const;

    const Route* route_;
    std::vector<Leg> legs_;
    std::vector<Branch> branches_;
    geo::LonLatBox box_;
    std::vector<geo::LonLatBox> leg_boxes_;
};

/// "1 234 km", "8.4 km", "300 m".
std::string km_text(double km);

}  // namespace dateline::document
