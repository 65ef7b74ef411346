#include "view/arc_set.h"

#include "base/id.h"
#include "view/map_events.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <string_view>
#include <tuple>

namespace dateline::view {
namespace {

constexpr double kLeastKm = 5;
constexpr double kStepDeg = 1.25;
constexpr int kLeastSteps = 40, kMostSteps = 128;  // short arcs bend as much as long ones
constexpr float kOpenDays = 9e5f;                  // as in marker_state.glsl

/// An arc before it is relative to the set's origin.
struct Curve {
    std::vector<geo::WorldPoint> ground, bow;
    std::vector<double> lift;
};

/// Points of the great circle, x running on over the antimeridian.
std::vector<geo::WorldPoint> ground_of(const ArcLeg& leg, double length_m) {
    const double angle_deg = length_m / geo::kEarthRadiusM * 180 / std::numbers::pi;
    const int steps = std::clamp(static_cast<int>(std::ceil(angle_deg / kStepDeg)), kLeastSteps, kMostSteps);
    std::vector<geo::WorldPoint> points;
    for (const geo::LonLat p : geo::great_circle(leg.from, leg.to, length_m / steps * 1.000001)) {
        geo::WorldPoint w = geo::world_from(p);
        if (!points.empty()) w.x = points.back().x + std::remainder(w.x - points.back().x, 1.0);
        points.push_back(w);
    }
    return points;
}

/// Across the chord, to the side where the great circle bends if it bends enough to be seen, else to the north; due
/// north and south to the east.
geo::WorldPoint side_of(const std::vector<geo::WorldPoint>& ground, double bow) {
    const geo::WorldPoint a = ground.front(), b = ground.back(), middle = ground[ground.size() / 2];
    const double dx = b.x - a.x, dy = b.y - a.y, length = std::max(std::hypot(dx, dy), 1e-12);
    geo::WorldPoint n{dy / length, -dx / length};
    const double bend = (middle.x - 0.5 * (a.x + b.x)) * n.x + (middle.y - 0.5 * (a.y + b.y)) * n.y;
    const bool flip = std::abs(bend) > 0.25 * bow ? bend < 0 : std::abs(n.y) > 0.05 ? n.y > 0 : n.x < 0;
    return flip ? geo::WorldPoint{-n.x, -n.y} : n;
}

/// World units that an angle at the Earth's centre takes on the map there.
double world_from_angle(double angle_rad, geo::WorldPoint at) {
    const double lat = geo::lonlat_from(at).lat_deg * std::numbers::pi / 180;
    return angle_rad / (2 * std::numbers::pi) / std::max(std::cos(lat), 0.1);
}

Curve curve_of(const ArcLeg& leg, double length_m, int nth_between, const Measures& m) {
    Curve curve;
    curve.ground = ground_of(leg, length_m);
    const double angle = length_m / geo::kEarthRadiusM, more = 1 + 0.3 * std::min(nth_between, 6);
    const double most = std::min(double{m.arc_lift_per_angle} * angle, double{m.arc_most_lift}) * more;
    const double flat = double{m.arc_flat_share} * most;
    const geo::WorldPoint side = side_of(curve.ground, world_from_angle(flat, curve.ground[curve.ground.size() / 2]));
    for (std::size_t i = 0; i < curve.ground.size(); ++i) {
        const double t = static_cast<double>(i) / static_cast<double>(curve.ground.size() - 1), rise = 4 * t * (1 - t);
        const double bow = world_from_angle(flat * rise, curve.ground[i]);
        curve.bow.push_back({side.x * bow, side.y * bow});
        curve.lift.push_back(most * rise);
    }
    return curve;
}

void append(const Curve& curve, ArcSet& set) {
    double along = 0;
    for (std::size_t i = 0; i < curve.ground.size(); ++i) {
        const geo::WorldPoint p = curve.ground[i], b = curve.bow[i];
        if (i > 0) {
            const geo::WorldPoint q = curve.ground[i - 1], c = curve.bow[i - 1];
            along += std::hypot(p.x + b.x - q.x - c.x, p.y + b.y - q.y - c.y);
        }
        set.points.push_back({static_cast<float>(p.x - set.origin.x), static_cast<float>(p.y - set.origin.y), static_cast<float>(b.x),
                              static_cast<float>(b.y), static_cast<float>(curve.lift[i]),
                              static_cast<float>(i) / static_cast<float>(curve.ground.size() - 1), static_cast<float>(along)});
        set.box.include({p.x + b.x, p.y + b.y});
    }
}

std::uint64_t key_of(const ArcSet& set) {
    const auto bytes_of = [](const auto& list) {
        return std::string_view(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(list[0]));
    };
    const std::array<double, 2> place{set.origin.x, set.origin.y};
    static_assert(sizeof(ArcSet::Point) == 7 * sizeof(float) && sizeof(Arc) == 7 * 4 + sizeof(Color));  // no padding to hash
    return base::stable_hash(bytes_of(set.arcs), base::stable_hash(bytes_of(set.points), base::stable_hash(bytes_of(place))));
}

}  // namespace

ArcSet arc_set(const std::vector<ArcLeg>& legs, const Measures& m) {
    ArcSet set;
    if (legs.empty()) return set;
    set.origin = geo::world_from(legs.front().to);
    std::map<std::tuple<long, long, long, long>, int> between;  // how many legs join two places, whichever way
    for (const ArcLeg& leg : legs) {
        const double length_m = geo::distance_m(leg.from, leg.to);
        if (!(length_m >= kLeastKm * 1000)) continue;
        auto a = std::pair{std::lround(leg.from.lon_deg * 100), std::lround(leg.from.lat_deg * 100)};
        auto b = std::pair{std::lround(leg.to.lon_deg * 100), std::lround(leg.to.lat_deg * 100)};
        if (b < a) std::swap(a, b);
        const int nth = between[{a.first, a.second, b.first, b.second}]++;
        const Curve curve = curve_of(leg, length_m, nth, m);
        Arc arc;
        arc.first = static_cast<std::uint32_t>(set.points.size());
        arc.count = static_cast<std::uint32_t>(curve.ground.size());
        arc.begin_days = leg.begin_days;
        arc.end_days = leg.end_days;
        arc.flags = leg.flags;
        arc.faint = leg.inferred ? m.arc_inferred_alpha : 1;
        arc.tail = static_cast<float>(std::clamp(leg.from_radius_km * 1000 / length_m, 0.04, 0.5));
        arc.color = leg.color;
        append(curve, set);
        set.arcs.push_back(arc);
    }
    set.key = key_of(set);
    return set;
}

ArcSet stopped_at(const ArcSet& set, const MapTransform& map, const std::vector<PageDisc>& discs, float short_by) {
    ArcSet out;
    out.origin = set.origin;
    out.box = set.box;
    const PlaneView plane(map);
    const auto seen = [&](const ArcSet::Point& p) {
        return arc_screen(plane, map, set, p, std::round(map.center.x - set.origin.x - double{p.x}));
    };
    const auto under = [&](PointPx at) {
        return std::any_of(discs.begin(), discs.end(),
                           [&](const PageDisc& disc) { return std::hypot(at.x - disc.at.x, at.y - disc.at.y) < disc.radius - short_by; });
    };
    for (const Arc& arc : set.arcs) {
        std::uint32_t count = arc.count;
        const auto point = [&](std::uint32_t i) { return set.points[arc.first + i]; };
        const auto hidden = [&](const ArcSet::Point& p) {
            const PlaneView::Seen at = seen(p);
            return at.front >= 0 && under(at.at);
        };
        while (count > 0 && hidden(point(count - 1))) --count;
        if (count == 0) continue;
        Arc shorter = arc;
        shorter.first = static_cast<std::uint32_t>(out.points.size());
        for (std::uint32_t i = 0; i < count; ++i) out.points.push_back(point(i));
        if (count < arc.count) {
            const ArcSet::Point a = point(count - 1), b = point(count);
            const auto between = [&](float t) {
                const auto mixed = [t](float from, float to) { return from + (to - from) * t; };
                return ArcSet::Point{mixed(a.x, b.x),       mixed(a.y, b.y),         mixed(a.bow_x, b.bow_x), mixed(a.bow_y, b.bow_y),
                                     mixed(a.lift, b.lift), mixed(a.share, b.share), mixed(a.along, b.along)};
            };
            float free = 0, over = 1;
            for (int i = 0; i < 12; ++i) (hidden(between(0.5f * (free + over))) ? over : free) = 0.5f * (free + over);
            out.points.push_back(between(free));
        }
        shorter.count = static_cast<std::uint32_t>(out.points.size()) - shorter.first;
        if (shorter.count < 2) {
            out.points.resize(shorter.first);
            continue;
        }
        out.arcs.push_back(shorter);
    }
    out.key = key_of(out);
    return out;
}

ArcLook look_of(const Arc& arc, const DrawArcs& draw) {
    const EventPhase phase = phase_at(arc.begin_days, arc.end_days, arc.flags, draw.time);
    const bool raised = (arc.flags & (kSelected | kHovered)) != 0;
    ArcLook look;
    look.shown = phase.shown || raised;
    look.to_come = phase.to_come;
    const float recent = 2 * phase.strength - 1;
    look.alpha = arc.faint * (raised || phase.now ? 1 : phase.to_come ? 0.75f : 0.3f + 0.65f * recent);
    look.color = mix(draw.land, arc.color, raised ? 1 : phase.strength);
    if (phase.to_come) {
        const double start = double{arc.begin_days < -kOpenDays ? arc.end_days : arc.begin_days};
        const double lead = std::max(double{draw.lead_days}, 1e-6);
        look.drawn = static_cast<float>(std::clamp(1 + (draw.time.playhead_days - start) / lead, 0.0, 1.0));
    }
    return look;
}

ArcPlane arc_plane(const MapTransform& map) {
    constexpr double kMostLift = 0.16;  // what arcs between the same places may reach
    constexpr float kGlobeBow = 0.4f;
    ArcPlane plane;
    if (map.projection != Projection::Globe) return plane;
    const auto share = static_cast<float>(std::clamp(map.morph, 0.0, 1.0));
    plane.eye_radii = eye_radii(map);
    plane.bow = 1 - (1 - kGlobeBow) * share;
    plane.lift = share * share * static_cast<float>(std::min(1.0, 0.4 * (plane.eye_radii - 1) / kMostLift));
    return plane;
}

PlaneView::Seen arc_screen(const PlaneView& plane, const MapTransform& map, const ArcSet& set, const ArcSet::Point& p, double copy) {
    const ArcPlane arcs = arc_plane(map);
    PlaneView::Seen seen =
        plane.screen({set.origin.x + double{p.x + arcs.bow * p.bow_x} + copy, set.origin.y + double{p.y + arcs.bow * p.bow_y}});
    if (!(arcs.lift > 0) || seen.front < 0) return seen;
    const double h = double{p.lift * arcs.lift}, eye = arcs.eye_radii, up = seen.front - 1.01 + map.morph * (1 / eye + 1.01);
    const auto out = static_cast<float>((1 + h) * (eye - up) / (eye - up * (1 + h)));
    const PointPx center{map.rect.x + 0.5f * map.rect.w, map.rect.y + 0.5f * map.rect.h};
    seen.at = {center.x + (seen.at.x - center.x) * out, center.y + (seen.at.y - center.y) * out};
    return seen;
}

}  // namespace dateline::view
