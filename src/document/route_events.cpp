#include "document/route_events.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace dateline::document {
namespace {

constexpr double kOnTheLineKm = 1;  // a line that is a part of the route's own, but for rounding
constexpr double kSampleKm = 2;     // how finely a stretch is looked for
constexpr double kCoversKm = 10;    // what may be missing at the ends of a line that is the whole route's

bool told_along(PlacePrecision precision) {
    switch (precision) {
        case PlacePrecision::Exact:
        case PlacePrecision::Settlement:
        case PlacePrecision::District:
        case PlacePrecision::Region:
        case PlacePrecision::Corridor: return true;
        case PlacePrecision::None:
        case PlacePrecision::Water:
        case PlacePrecision::Country:
        case PlacePrecision::CountryGroup: return false;
    }
    return false;
}

std::vector<bool> segments_of_the_time(const Route& route, const std::optional<calendar::Edtf>& date) {
    std::vector<bool> counts(route.segments.size(), true);
    if (!date) return counts;
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = in_being(route.segments[i], date->bounds());
    if (std::find(counts.begin(), counts.end(), true) == counts.end()) counts.assign(counts.size(), true);
    return counts;
}

/// A box with `km` more on each side.
geo::LonLatBox grown(const geo::LonLatBox& box, double km) {
    const double lat = km / 110, most = std::max(std::abs(box.south_deg), std::abs(box.north_deg)) + lat;
    const double lon = most > 85 ? 360 : lat / std::cos(most * std::numbers::pi / 180);
    const double south = std::max(-90.0, box.south_deg - lat), north = std::min(90.0, box.north_deg + lat);
    if (box.width_deg() + 2 * lon >= 360) return {-180, south, 180, north};
    return {std::remainder(box.west_deg - lon, 360.0), south, std::remainder(box.east_deg + lon, 360.0), north};
}

/// The longest stretch of a branch inside `box` on which `holds` does, looked at every few kilometres.
template <class Holds>
std::optional<RouteEvent> longest_stretch(const RouteLine& line, const std::vector<bool>& counts, const geo::LonLatBox& box,
                                          const Holds& holds) {
    std::optional<RouteEvent> best;
    for (const RouteLine::Branch& branch : line.branches()) {
        std::optional<RouteEvent> open;
        const auto close = [&] {
            if (open && (!best || open->end_km - open->begin_km > best->end_km - best->begin_km)) {
                open->whole = open->begin_km <= branch.begin_km + kCoversKm && open->end_km >= branch.end_km - kCoversKm;
                best = open;
            }
            open.reset();
        };
        for (const std::uint32_t s : branch.segments) {
            const RouteLine::Leg& leg = line.legs()[s];
            const int steps = std::max(1, static_cast<int>(std::ceil(leg.length_km() / kSampleKm)));
            for (int i = 0; i <= steps; ++i) {
                const double km = leg.begin_km() + leg.length_km() * i / steps;
                const geo::LonLat at = line.at(s, km);
                if (!counts[s] || !box.contains(at) || !holds(at)) {
                    close();
                    continue;
                }
                if (!open) open = RouteEvent{0, s, RouteEvent::Meets::Area, km, km, 0, false};
                open->end_km = km;
            }
        }
        close();
    }
    return best;
}

std::optional<RouteEvent> spot_event(const RouteLine& line, const std::vector<bool>& counts, geo::LonLat place) {
    const auto post = line.nearest(place, kRouteReachKm, &counts);
    if (!post) return std::nullopt;
    return RouteEvent{0, post->segment, RouteEvent::Meets::Spot, post->km, post->km, post->off_km, false};
}

std::optional<RouteEvent> disc_event(const RouteLine& line, const std::vector<bool>& counts, geo::LonLat middle, double radius_km) {
    if (radius_km > kWidestAreaKm) return std::nullopt;
    const auto post = line.nearest(middle, radius_km, &counts);
    if (!post) return std::nullopt;
    const geo::LonLatBox box = grown({middle.lon_deg, middle.lat_deg, middle.lon_deg, middle.lat_deg}, radius_km);
    auto found = longest_stretch(line, counts, box, [&](geo::LonLat p) { return geo::geodesic_m(p, middle) <= radius_km * 1000; });
    if (!found) found = RouteEvent{0, post->segment, RouteEvent::Meets::Area, post->km, post->km, 0, false};
    found->off_km = post->off_km;
    return found;
}

std::optional<RouteEvent> area_event(const RouteLine& line, const std::vector<bool>& counts, const geo::MultiPolygon& area) {
    const geo::LonLatBox box = geo::bounds(area);
    const geo::LonLat corner{box.west_deg, box.south_deg}, other{box.east_deg, box.north_deg};
    if (!box.valid() || geo::geodesic_m(corner, other) > 4000 * kWidestAreaKm || !line.may_reach(corner, 2 * kWidestAreaKm + 400))
        return std::nullopt;
    return longest_stretch(line, counts, box, [&](geo::LonLat p) { return geo::contains(area, p); });
}

/// Lines by the cells of a grid, so that a spot is held against the few edges near it.
class EdgeGrid {
  public:
    explicit EdgeGrid(const geo::MultiLine& lines) {
        for (const geo::Line& line : lines)
            for (std::size_t i = 1; i < line.size(); ++i) add(line[i - 1], line[i]);
    }
    bool passes(geo::LonLat p, double within_km) const {
        const auto cell = cells_.find(cell_of(p.lon_deg, p.lat_deg));
        if (cell == cells_.end()) return false;
        return std::any_of(cell->second.begin(), cell->second.end(), [&](const Edge& edge) { return off_km(edge, p) <= within_km; });
    }

  private:
    static constexpr double kCell_deg = 0.25, kReach_deg = 0.06;  // more than kOnTheLineKm, up to 80° of latitude
    using Edge = std::pair<geo::LonLat, geo::LonLat>;
    using Cell = std::pair<int, int>;

    static Cell cell_of(double lon_deg, double lat_deg) {
        return {static_cast<int>(std::floor(std::remainder(lon_deg, 360.0) / kCell_deg)),
                static_cast<int>(std::floor(lat_deg / kCell_deg))};
    }
    void add(geo::LonLat a, geo::LonLat b) {
        const double to = a.lon_deg + std::remainder(b.lon_deg - a.lon_deg, 360.0);
        const double west = std::min(a.lon_deg, to) - kReach_deg, east = std::max(a.lon_deg, to) + kReach_deg;
        const double south = std::min(a.lat_deg, b.lat_deg) - kReach_deg, north = std::max(a.lat_deg, b.lat_deg) + kReach_deg;
        for (double lon = west; lon < east + kCell_deg; lon += kCell_deg)
            for (double lat = south; lat < north + kCell_deg; lat += kCell_deg)
                cells_[cell_of(std::min(lon, east), std::min(lat, north))].push_back({a, b});
    }
    static double off_km(const Edge& edge, geo::LonLat p) {
        const double k = std::cos(p.lat_deg * std::numbers::pi / 180);
        const auto x = [&](geo::LonLat q) { return std::remainder(q.lon_deg - p.lon_deg, 360.0) * k * 111.3; };
        const auto y = [&](geo::LonLat q) { return (q.lat_deg - p.lat_deg) * 111.1; };
        const double ax = x(edge.first), ay = y(edge.first), dx = x(edge.second) - ax, dy = y(edge.second) - ay, square = dx * dx + dy * dy;
        const double t = square > 0 ? std::clamp(-(ax * dx + ay * dy) / square, 0.0, 1.0) : 0;
        return std::hypot(ax + dx * t, ay + dy * t);
    }
    std::map<Cell, std::vector<Edge>> cells_;
};

/// A line that is the route's own for some way. One that only crosses it does not belong to it.
std::optional<RouteEvent> line_event(const RouteLine& line, const std::vector<bool>& counts, const geo::MultiLine& lines) {
    const EdgeGrid grid(lines);
    auto found =
        longest_stretch(line, counts, grown(geo::bounds(lines), kOnTheLineKm), [&](geo::LonLat p) { return grid.passes(p, kOnTheLineKm); });
    if (!found || found->end_km - found->begin_km < 3 * kSampleKm) return std::nullopt;
    found->meets = RouteEvent::Meets::Line;
    return found;
}

std::optional<RouteEvent> placed(const RouteLine& line, const Event& event) {
    if (!told_along(event.place_precision) || std::holds_alternative<std::monostate>(event.geometry)) return std::nullopt;
    const auto* point = std::get_if<geo::LonLat>(&event.geometry);
    if (point != nullptr && !line.may_reach(*point, kWidestAreaKm)) return std::nullopt;
    const std::vector<bool> counts = segments_of_the_time(line.route(), event.date);
    if (const auto* lines = std::get_if<geo::MultiLine>(&event.geometry)) return line_event(line, counts, *lines);
    if (const auto* area = std::get_if<geo::MultiPolygon>(&event.geometry)) return area_event(line, counts, *area);
    if (event.place_precision == PlacePrecision::Corridor) return std::nullopt;  // a line that nobody drew
    const bool spot = event.place_precision == PlacePrecision::Exact || event.place_precision == PlacePrecision::Settlement;
    return spot ? spot_event(line, counts, *point) : disc_event(line, counts, *point, event.place_radius_km);
}

}  // namespace

std::vector<RouteEvent> events_along(const Briefing& briefing, const RouteLine& line) {
    std::vector<RouteEvent> out;
    for (std::uint32_t i = 0; i < briefing.events().size(); ++i) {
        auto found = placed(line, *briefing.events()[i]);
        if (!found) continue;
        found->event = i;
        out.push_back(*found);
    }
    std::stable_sort(out.begin(), out.end(), [](const RouteEvent& a, const RouteEvent& b) { return a.begin_km < b.begin_km; });
    return out;
}

}  // namespace dateline::document
