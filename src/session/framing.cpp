#include "session/framing.h"

#include "session/free_area.h"
#include "session/list.h"

#include <algorithm>
#include <cmath>

namespace dateline::session {
namespace {

using calendar::Instant;
using calendar::Span;
using std::chrono::seconds;

bool to_the_day(const document::Event& event) {
    return event.date && !event.date->open_begin() && !event.date->open_end() && event.date->precision() >= calendar::Precision::Day;
}

std::vector<Instant> days_of(const document::Briefing& briefing) {
    std::vector<Instant> days;
    for (const auto& event : briefing.events())
        if (to_the_day(*event)) days.push_back(event->date->bounds().begin);
    std::sort(days.begin(), days.end());
    return days;
}

/// The shortest run of sorted instants that holds `part` of them.
std::pair<std::size_t, std::size_t> shortest_run(const std::vector<Instant>& sorted, double part) {
    const auto wanted = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(part * static_cast<double>(sorted.size()))));
    std::size_t best = 0;
    for (std::size_t i = 0; i + wanted <= sorted.size(); ++i)
        if (sorted[i + wanted - 1] - sorted[i] < sorted[best + wanted - 1] - sorted[best]) best = i;
    return {best, best + wanted - 1};
}

/// Neighbours belong to the cluster while the gap to them is small beside it.
Span grown(const std::vector<Instant>& sorted, std::pair<std::size_t, std::size_t> run) {
    std::size_t first = run.first, last = run.second;
    const auto near = [&](Instant a, Instant b) {
        const seconds length = sorted[last] - sorted[first];
        return b - a <= std::max<seconds>(14 * calendar::kDay, length / 3);
    };
    while (first > 0 && near(sorted[first - 1], sorted[first])) --first;
    while (last + 1 < sorted.size() && near(sorted[last], sorted[last + 1])) ++last;
    return {sorted[first], sorted[last] + calendar::kDay};
}

Instant month_start(Instant t, int months_later) {
    const date::year_month_day ymd{date::floor<date::days>(t)};
    const auto month = date::year_month{ymd.year(), ymd.month()} + date::months{months_later};
    return Instant{date::sys_days{month / 1}};
}

Span padded(Span span) {
    const double days = calendar::seconds_between(span.begin, span.end) / 86400.0;
    if (days <= 10) {
        const auto first = date::floor<date::days>(span.begin);
        const Instant begin{first - (date::weekday{first} - date::Monday)};
        const auto weeks = std::ceil(calendar::seconds_between(begin, span.end) / (7 * 86400.0));
        return {begin, begin + 7 * calendar::kDay * static_cast<std::int64_t>(weeks)};
    }
    if (days <= 3 * 366) return {month_start(span.begin, 0), month_start(span.end - seconds{1}, 1)};
    const date::year_month_day first{date::floor<date::days>(span.begin)};
    const date::year_month_day last{date::floor<date::days>(span.end - seconds{1})};
    return {calendar::day(static_cast<int>(first.year()), 1, 1), calendar::day(static_cast<int>(last.year()) + 1, 1, 1)};
}

double reach_of(const geo::LonLatBox& box) { return std::max(box.width_deg(), (box.north_deg - box.south_deg) * 1.4); }

/// An event's place for the camera: where its symbol stands, and how far its line, area or circle reaches.
struct Place {
    geo::LonLat at;
    std::vector<geo::LonLat> reach;
    std::vector<geo::LonLat> middle;  ///< of a country: what is enough of it where not all of the events are shown
};

/// A line goes the short way over the globe between its vertices, which may be far north of both.
void reach_along(const geo::Line& line, std::vector<geo::LonLat>& reach) {
    constexpr double kStep_m = 500'000;
    for (std::size_t i = 0; i < line.size(); ++i) {
        reach.push_back(line[i]);
        if (i == 0 || geo::distance_m(line[i - 1], line[i]) < kStep_m) continue;
        const std::vector<geo::LonLat> way = geo::great_circle(line[i - 1], line[i], kStep_m);
        reach.insert(reach.end(), way.begin(), way.end());
    }
}

/// The corners of an area's box, and where it is wide points between them, so that they are not taken for the box of its other side.
void reach_over(const geo::LonLatBox& box, std::vector<geo::LonLat>& reach) {
    constexpr double kStep_deg = 60;
    const int steps = std::max(1, static_cast<int>(std::ceil(box.width_deg() / kStep_deg)));
    for (int i = 0; i <= steps; ++i)
        for (const double lat_deg : {box.south_deg, box.north_deg})
            reach.push_back({std::remainder(box.west_deg + box.width_deg() * i / steps, 360.0), lat_deg});
}

Place place_of(const document::Event& event) {
    using document::PlacePrecision;
    Place place{geo::anchor(event.geometry), {}, {}};
    if (const auto* lines = std::get_if<geo::MultiLine>(&event.geometry)) {
        for (const geo::Line& line : *lines) reach_along(line, place.reach);
    } else if (std::holds_alternative<geo::MultiPolygon>(event.geometry)) {
        reach_over(geo::bounds(event.geometry), place.reach);
    } else if (event.place_precision >= PlacePrecision::District && event.place_radius_km > 0) {
        constexpr double kMiddle = 0.25;
        const double radius_m = 1000 * std::min(event.place_radius_km, 5000.0);
        for (const double bearing_deg : {0.0, 90.0, 180.0, 270.0}) {
            place.reach.push_back(geo::destination(place.at, bearing_deg, radius_m));
            if (event.place_precision == PlacePrecision::Country)
                place.middle.push_back(geo::destination(place.at, bearing_deg, kMiddle * radius_m));
        }
    }
    if (place.reach.empty()) place.reach.push_back(place.at);
    return place;
}

/// What happened in "Europe" is shown with the rest; alone it has the map.
std::vector<Place> places_of(const document::Briefing& briefing) {
    std::vector<Place> places, vague;
    for (const auto& event : briefing.events())
        if (!std::holds_alternative<std::monostate>(event->geometry))
            (event->place_precision == document::PlacePrecision::CountryGroup ? vague : places).push_back(place_of(*event));
    return places.empty() ? vague : places;
}

geo::LonLatBox box_of(const std::vector<Place>& places) {
    std::vector<geo::LonLatBox> boxes;
    for (const Place& place : places) boxes.push_back(geo::box_around(place.reach));
    return geo::united(boxes);
}

/// Places without those farthest from the middle of them all, and by how many levels of zoom the rest must be the larger for it.
struct Most {
    std::vector<Place> places;
    double needs = 0;
};

/// Of a few all. Of more the far fifth at most, and of that no more than pays: the more is left out, the larger the rest must become,
/// and one line that runs on to the world's end is no reason to lose what lies half way along it. A large map has room for both.
Most most_of(const std::vector<Place>& places, float map_width_px) {
    constexpr std::size_t kFew = 10, kMostTried = 24;
    constexpr double kLeastGain = 0.3;  // levels of zoom
    const double gain_for_a_fifth = std::clamp(double{map_width_px} / 800, 1.0, 1.5);
    constexpr double kClosest_deg = 1;  // nearer no map is framed
    if (places.size() < kFew) return {places};
    const std::size_t may_go = places.size() / 5;
    const geo::LonLatBox whole = box_of(places);
    const double middle = whole.center().lon_deg;
    const auto lon = [&](geo::LonLat p) { return std::remainder(p.lon_deg - middle, 360.0); };
    std::vector<double> lons, lats;
    for (const Place& place : places) lons.push_back(lon(place.at)), lats.push_back(place.at.lat_deg);
    const auto half = static_cast<std::ptrdiff_t>(places.size() / 2);
    std::nth_element(lons.begin(), lons.begin() + half, lons.end());
    std::nth_element(lats.begin(), lats.begin() + half, lats.end());
    const double mid_lon = lons[places.size() / 2], mid_lat = lats[places.size() / 2];
    std::vector<std::pair<double, std::size_t>> far;
    for (std::size_t i = 0; i < places.size(); ++i) {
        double farthest = 0;
        for (const geo::LonLat p : places[i].reach)
            farthest = std::max(farthest, std::hypot(lon(p) - mid_lon, 1.4 * (p.lat_deg - mid_lat)));
        far.emplace_back(farthest, i);
    }
    std::sort(far.begin(), far.end());
    Most best{places};
    double best_worth = 0;
    for (std::size_t out = 1; out <= may_go; out += 1 + may_go / kMostTried) {
        Most most;
        for (std::size_t i = 0; i + out < far.size(); ++i) {
            Place& kept = most.places.emplace_back(places[far[i].second]);
            if (!kept.middle.empty()) kept.reach = kept.middle;
        }
        most.needs = kLeastGain + (gain_for_a_fifth - kLeastGain) * static_cast<double>(out) / static_cast<double>(may_go);
        const double gain = std::log2(std::max(kClosest_deg, reach_of(whole)) / std::max(kClosest_deg, reach_of(box_of(most.places))));
        if (gain - most.needs > best_worth) best_worth = gain - most.needs, best = std::move(most);
    }
    return best;
}

view::RectPx map_rect(const State& state) { return {0, 0, state.map_size.width_px, state.map_size.height_px}; }

float padding_of(view::RectPx part) { return std::min(96.f, 0.15f * std::min(part.w, part.h)); }

/// One place alone would be shown at street level; a briefing wants its surroundings.
constexpr double kClosestFitZoom = 8;
constexpr double kSelectZoom = 5;

/// `part`: of the map, in whose middle it is shown.
view::Camera fitted(const geo::LonLatBox& box, const State& state, view::RectPx part) {
    return view::fitting(box, part, padding_of(part), 1, state.camera.projection, state.camera.bearing_deg);
}
view::Camera fitted(const geo::LonLatBox& box, const State& state) {
    view::Camera camera = fitted(box, state, map_rect(state));
    camera.zoom = std::min(camera.zoom, kClosestFitZoom);
    return camera;
}

/// A globe is turned to the places themselves: the corners of their box may be far from any. No nearer than `closest`.
view::Camera fitted(const std::vector<geo::LonLat>& places, const State& state, view::RectPx part, double closest) {
    const bool globe = state.camera.projection == view::Projection::Globe;
    view::Camera camera = globe ? view::fitting_globe(places, part, padding_of(part), 1, state.camera.bearing_deg)
                                : fitted(geo::box_around(places), state, part);
    camera.zoom = std::min(camera.zoom, closest);
    const view::RectPx map = map_rect(state);
    const view::PointPx middle{0.5f * map.w, 0.5f * map.h}, there{part.x + 0.5f * part.w, part.y + 0.5f * part.h};
    return there == middle ? camera : view::panned(camera, view::transform_of(camera, map, 1), middle, there);
}

/// Where the map's heading lies: the title, or in the window the date alone. As view/furniture.cpp sets it, a little generous.
view::RectPx heading_of(const State& state) {
    constexpr float kMargin = 25, kPad = 26;
    const std::string& title = state.briefing->title();
    const float w = state.map_size.width_px, letters = static_cast<float>(title.size());
    const bool small = w < 560 || state.map_size.height_px < 400;
    if (small)
        return {0, 0, kMargin + std::clamp(8 * letters, 130.f, std::max(130.f, w - 4 * kMargin)) + kPad,
                kMargin + (title.empty() ? 26.f : 43.f) + kPad};
    const float room = 0.6f * w - kMargin, title_w = 10.5f * letters;
    const float height = title.empty() ? 42 : title_w > room ? 91 : 65;
    return {0, 0, kMargin + std::max(200.f, std::min(title_w, room)) + kPad, kMargin + height + kPad};
}

/// The camera nearest to `camera` in which all the places, each with room for a name, lie clear of the heading, of panels and of
/// the map's edge, and all of `reach` is on the map; nullopt where there is none.
std::optional<view::Camera> cleared(const view::Camera& camera, const std::vector<geo::LonLat>& places,
                                    const std::vector<geo::LonLat>& reach, const State& state) {
    constexpr float kRoom = 26, kFoot = 44, kStep = 16;  // px: about a place, more at the foot for the credits; of a move
    constexpr int kMostMoves = 12, kMostZooms = 12;
    constexpr double kZoomStep = 0.1;
    const view::RectPx rect = map_rect(state), heading = heading_of(state);
    if (rect.h < 2 * heading.h) return std::nullopt;
    std::vector<view::RectPx> covered = state.map_size.covered;
    covered.push_back(heading);
    const view::RectPx inner{kRoom, kRoom, rect.w - 2 * kRoom, rect.h - kRoom - kFoot};
    const view::PointPx middle{0.5f * rect.w, 0.5f * rect.h};
    for (int zoom = 0; zoom <= kMostZooms; ++zoom) {
        view::Camera farther = camera;
        farther.zoom = std::max(view::kMinZoom, camera.zoom - kZoomStep * zoom);
        const view::MapTransform map = view::transform_of(farther, rect, 1);
        const auto on_screen = [&](const std::vector<geo::LonLat>& points) {
            std::vector<view::PointPx> seen;
            for (const geo::LonLat p : points) seen.push_back(view::screen_from_world(map, geo::world_from(p)));
            return seen;
        };
        const std::vector<view::PointPx> seen = on_screen(places), edges = on_screen(reach);
        // Where the world repeats, a place is seen more than once.
        const bool repeats = map.projection == view::Projection::Mercator;
        const view::PointPx world{static_cast<float>(map.world_px * std::cos(map.bearing_rad)),
                                  static_cast<float>(map.world_px * std::sin(map.bearing_rad))};
        const auto uncovered = [&](view::PointPx p) {
            const view::RectPx about{p.x - kRoom, p.y - kRoom, 2 * kRoom, 2 * kRoom};
            return !rect.contains(p) ||
                   std::none_of(covered.begin(), covered.end(), [&](const view::RectPx& c) { return c.overlaps(about); });
        };
        const auto clear = [&](float dx, float dy) {
            const auto on_map = [&](view::PointPx p) { return rect.contains({p.x + dx, p.y + dy}); };
            return std::all_of(edges.begin(), edges.end(), on_map) && std::all_of(seen.begin(), seen.end(), [&](view::PointPx p) {
                       const view::PointPx at{p.x + dx, p.y + dy};
                       return inner.contains(at) && uncovered(at) &&
                              (!repeats || (uncovered({at.x + world.x, at.y + world.y}) && uncovered({at.x - world.x, at.y - world.y})));
                   });
        };
        std::optional<view::PointPx> best;
        for (int i = -kMostMoves; i <= kMostMoves; ++i)
            for (int j = -kMostMoves; j <= kMostMoves; ++j) {
                const view::PointPx move{kStep * static_cast<float>(i), kStep * static_cast<float>(j)};
                const bool nearer = !best || std::hypot(move.x, move.y) < std::hypot(best->x, best->y);
                if (nearer && clear(move.x, move.y)) best = move;
            }
        if (!best) continue;
        return best->x == 0 && best->y == 0 ? farther : view::panned(farther, map, middle, {middle.x + best->x, middle.y + best->y});
    }
    return std::nullopt;
}

/// Some of many places, the outermost among them.
std::vector<geo::LonLat> some_of(const std::vector<geo::LonLat>& places) {
    constexpr std::size_t kMost = 160;
    if (places.size() <= kMost) return places;
    std::vector<geo::LonLat> some;
    for (std::size_t i = 0; i < places.size(); i += 1 + places.size() / kMost) some.push_back(places[i]);
    const auto by_lon = [](geo::LonLat a, geo::LonLat b) { return a.lon_deg < b.lon_deg; };
    const auto by_lat = [](geo::LonLat a, geo::LonLat b) { return a.lat_deg < b.lat_deg; };
    const auto [west, east] = std::minmax_element(places.begin(), places.end(), by_lon);
    const auto [south, north] = std::minmax_element(places.begin(), places.end(), by_lat);
    for (const auto& outer : {west, east, south, north}) some.push_back(*outer);
    return some;
}

/// What is to be framed: symbols, and all that they reach over.
struct Shown {
    std::vector<geo::LonLat> symbols, reach;
};

Shown shown_of(const std::vector<Place>& places) {
    Shown shown;
    for (const Place& place : places) {
        shown.symbols.push_back(place.at);
        shown.reach.insert(shown.reach.end(), place.reach.begin(), place.reach.end());
    }
    return shown;
}

/// The nearest camera that leaves nothing under a panel or the heading: framed in the map's middle, or in the middle of a part that
/// no panel covers. `whole`: all of the reach is to be on the map.
view::Camera framed(const Shown& shown, const State& state, bool whole, double closest = kClosestFitZoom) {
    constexpr double kMuch = 0.1;  // of a level: what a part beside a panel must be better than the middle
    const std::vector<geo::LonLat> symbols = some_of(shown.symbols), reach = whole ? some_of(shown.reach) : std::vector<geo::LonLat>{};
    const view::Camera usual = fitted(shown.reach, state, map_rect(state), closest);
    std::optional<view::Camera> best = cleared(usual, symbols, reach, state), beside;
    if (best && best->zoom > usual.zoom - kMuch) return *best;
    for (const view::RectPx& part : free_parts(state.map_size)) {
        if (part == map_rect(state)) continue;
        const view::Camera camera = fitted(shown.reach, state, part, closest);
        const auto clear = cleared(camera, symbols, reach, state);
        if (clear && (!best || clear->zoom > best->zoom + kMuch)) best = clear;
        if (!beside || camera.zoom > beside->zoom) beside = camera;  // clear of the panels at least
    }
    if (best) return *best;
    return beside.value_or(usual);
}

}  // namespace

Span focus_span(const document::Briefing& briefing) {
    const std::vector<Instant> days = days_of(briefing);
    if (!days.empty()) return padded(grown(days, shortest_run(days, 0.5)));
    if (const auto extent = briefing.time_extent()) return padded(*extent);
    return {calendar::day(2000, 1, 1), calendar::day(2001, 1, 1)};
}

Span play_range(const State& state) {
    Span range = state.timeline;
    if (range.begin < state.window.begin) range.begin = state.window.begin;
    if (state.window.end < range.end) range.end = state.window.end;
    return range.begin < range.end ? range : state.timeline;
}

view::Camera camera_for_events(const document::Briefing& briefing, const State& state, bool all) {
    const std::vector<Place> places = places_of(briefing);
    if (places.empty()) return state.camera;
    const auto camera_for = [&](const std::vector<Place>& shown) { return framed(shown_of(shown), state, true); };
    const view::Camera whole = camera_for(places);
    if (all) return whole;
    const Most most = most_of(places, state.map_size.width_px);
    if (most.places.size() == places.size()) return whole;
    const view::Camera closer = camera_for(most.places);
    return closer.zoom > whole.zoom + most.needs ? closer : whole;
}

std::optional<view::Camera> camera_toward(const std::vector<const document::Event*>& events, const State& state) {
    std::vector<Place> places;
    for (const document::Event* event : events)
        if (!std::holds_alternative<std::monostate>(event->geometry)) places.push_back(place_of(*event));
    if (places.empty()) return std::nullopt;
    // Their symbols are what was missed: a line that runs on from here to there is no reason to go so far off.
    for (Place& place : places) place.reach = place.middle.empty() ? std::vector{place.at} : place.middle;
    return framed(shown_of(places), state, true, std::min(kClosestFitZoom, destination(state).zoom));
}

std::optional<view::Camera> camera_for_event(const document::Event& event, const State& state) {
    if (std::holds_alternative<std::monostate>(event.geometry)) return std::nullopt;
    view::Camera camera = state.camera;
    camera.center = geo::world_from(geo::anchor(event.geometry));
    if (std::holds_alternative<geo::LonLat>(event.geometry)) {
        // A town wants its surroundings, a country no more than itself.
        const double reach_km = event.place_radius_km;
        const double degrees = std::clamp(std::max(std::min(3 * reach_km, 300.0), 1.2 * reach_km) / 111, 0.05, 60.0);
        const geo::LonLat at = geo::lonlat_from(camera.center);
        const geo::LonLatBox box{at.lon_deg - degrees, std::max(-85.0, at.lat_deg - degrees), at.lon_deg + degrees,
                                 std::min(85.0, at.lat_deg + degrees)};
        camera.zoom = std::min(std::max(camera.zoom, kSelectZoom), std::max(fitted(box, state).zoom, 2.0));
        return camera;
    }
    camera.zoom = std::min(std::max(camera.zoom, kSelectZoom), fitted(geo::bounds(event.geometry), state).zoom);
    return camera;
}

view::Camera camera_for_route(const document::Route& route, const State& state) {
    std::vector<geo::LonLat> points;
    for (const document::RouteSegment& segment : route.segments) points.insert(points.end(), segment.line.begin(), segment.line.end());
    if (points.empty()) return state.camera;
    return framed({points, points}, state, false);
}

view::Camera camera_for_scene(const document::Scene& scene) {
    view::Camera camera;
    camera.center = geo::world_from(scene.center);
    camera.zoom = std::clamp(scene.zoom, view::kMinZoom, view::kMaxZoom);
    camera.bearing_deg = scene.bearing_deg;
    camera.projection = geo::projection_named(scene.projection).value_or(view::Projection::Mercator);
    return camera;
}

document::Scene scene_of(const State& state, std::string id, std::string title) {
    const auto date_of = [](Instant t) {
        const date::year_month_day ymd{date::floor<date::days>(t)};
        calendar::Date day;
        day.year = static_cast<int>(ymd.year());
        day.month = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.month()));
        day.day = static_cast<std::uint8_t>(static_cast<unsigned>(ymd.day()));
        day.precision = calendar::Precision::Day;
        return day;
    };
    document::Scene scene;
    scene.id = std::move(id);
    scene.title = std::move(title);
    scene.center = geo::lonlat_from(state.camera.center);
    scene.zoom = state.camera.zoom;
    scene.bearing_deg = state.camera.bearing_deg;
    scene.projection = geo::name_of(state.camera.projection);
    scene.at = calendar::Edtf::of(date_of(state.playhead));
    std::optional<calendar::Date> begin, end;
    if (!state.window.open_begin()) begin = date_of(state.window.begin);
    if (!state.window.open_end()) end = date_of(state.window.end - seconds{1});
    if (begin || end) scene.window = calendar::Edtf::interval(begin, end);
    for (const auto& route : state.briefing->routes())
        if (!state.hidden_routes.contains(route->id)) scene.routes_shown.push_back(route->id);
    if (scene.routes_shown.size() == state.briefing->routes().size()) scene.routes_shown.clear();
    scene.selected = state.selected;
    return scene;
}

}  // namespace dateline::session
