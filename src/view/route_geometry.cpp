#include "view/route_geometry.h"

#include "base/id.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <string_view>
#include <tuple>

namespace dateline::view {
namespace {

using geo::WorldPoint;

constexpr int kPieces = 8;             // of a span of the digitised line, once smoothed
constexpr double kTolerancePx = 0.35;  // of simplification, at the octave's finest zoom
constexpr double kTurnPx = 30;         // over which a line moves to its offset
constexpr std::size_t kKept = 12;

WorldPoint operator+(WorldPoint a, WorldPoint b) { return {a.x + b.x, a.y + b.y}; }
WorldPoint operator-(WorldPoint a, WorldPoint b) { return {a.x - b.x, a.y - b.y}; }
WorldPoint operator*(WorldPoint a, double k) { return {a.x * k, a.y * k}; }
double length(WorldPoint a) { return std::hypot(a.x, a.y); }

/// Tension 0.5: through p1 at t = 0 and p2 at t = 1.
WorldPoint catmull_rom(WorldPoint p0, WorldPoint p1, WorldPoint p2, WorldPoint p3, double t) {
    const double t2 = t * t, t3 = t2 * t;
    return (p1 * 2 + (p2 - p0) * t + (p0 * 2 - p1 * 5 + p2 * 4 - p3) * t2 + (p1 * 3 - p0 - p2 * 3 + p3) * t3) * 0.5;
}

double distance_to(WorldPoint p, WorldPoint a, WorldPoint b) {
    const WorldPoint ab = b - a, ap = p - a;
    const double square = ab.x * ab.x + ab.y * ab.y;
    const double t = square > 0 ? std::clamp((ap.x * ab.x + ap.y * ab.y) / square, 0.0, 1.0) : 0;
    return length(ap - ab * t);
}

/// Douglas–Peucker on points [first, last]; marks those to keep.
void keep_shape(const std::vector<WorldPoint>& points, std::size_t first, std::size_t last, double tolerance, std::vector<bool>& keep) {
    std::vector<std::pair<std::size_t, std::size_t>> open{{first, last}};
    keep[first] = keep[last] = true;
    while (!open.empty()) {
        const auto [a, b] = open.back();
        open.pop_back();
        double worst = tolerance;
        std::size_t at = 0;
        for (std::size_t i = a + 1; i < b; ++i)
            if (const double d = distance_to(points[i], points[a], points[b]); d > worst) worst = d, at = i;
        if (at == 0) continue;
        keep[at] = true;
        open.push_back({a, at});
        open.push_back({at, b});
    }
}

/// A digitised edge, whichever way it is run through.
using EdgeKey = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;
std::pair<EdgeKey, bool> edge_of(geo::LonLat a, geo::LonLat b) {
    const auto fixed = [](double degrees) { return static_cast<std::int64_t>(std::llround(degrees * 1e6)); };
    const std::pair from{fixed(a.lon_deg), fixed(a.lat_deg)}, to{fixed(b.lon_deg), fixed(b.lat_deg)};
    if (from <= to) return {{from.first, from.second, to.first, to.second}, true};
    return {{to.first, to.second, from.first, from.second}, false};
}

/// Who runs along an edge: routes by number, and whether along the key's direction.
struct Riders {
    std::vector<std::pair<std::uint32_t, bool>> routes;  ///< by number
    void add(std::uint32_t route, bool forward) {
        const auto at = std::lower_bound(routes.begin(), routes.end(), route, [](const auto& r, std::uint32_t n) { return r.first < n; });
        if (at == routes.end() || at->first != route) routes.insert(at, {route, forward});
    }
};
using Edges = std::map<EdgeKey, Riders>;

/// Whether a route runs eastward on the whole, so that all agree which side is which.
bool eastward(const document::Route& route) {
    double sum = 0;
    for (const auto& segment : route.segments)
        if (!segment.line.empty()) sum += std::remainder(segment.line.back().lon_deg - segment.line.front().lon_deg, 360.0);
    return sum >= 0;
}

/// Places right of the route's own direction, in steps.
float slot_on(const Riders& riders, std::uint32_t route, const std::vector<bool>& east) {
    const auto count = static_cast<float>(riders.routes.size());
    if (riders.routes.size() < 2) return 0;
    // Sides are counted looking east along the first route.
    const auto& [first, first_forward] = riders.routes.front();
    const bool key_is_east = first_forward == east[first];
    for (std::size_t i = 0; i < riders.routes.size(); ++i) {
        const auto& [number, forward] = riders.routes[i];
        if (number != route) continue;
        const float place = static_cast<float>(i) - 0.5f * (count - 1);
        return forward == key_is_east ? place : -place;
    }
    return 0;
}

std::uint64_t content_key(const geo::LineSet& set) {
    std::string_view bytes(reinterpret_cast<const char*>(set.vertices.data()), set.vertices.size() * sizeof(geo::LineSet::Vertex));
    const std::array<double, 2> origin{set.origin.x, set.origin.y};
    return base::stable_hash(bytes, base::stable_hash({reinterpret_cast<const char*>(origin.data()), sizeof origin}));
}

/// Box-filtered slots along a line: value(s) is the mean over [s - reach, s + reach].
class SmoothSlots {
  public:
    SmoothSlots(const std::vector<double>& along, const std::vector<float>& slots, double reach) : along_(along), reach_(reach) {
        sums_.push_back(0);
        for (std::size_t i = 1; i < along.size(); ++i)
            sums_.push_back(sums_.back() + 0.5 * double{slots[i - 1] + slots[i]} * (along[i] - along[i - 1]));
        first_ = double{slots.front()};
        last_ = double{slots.back()};
    }
    double value(double s) const { return (sum_to(s + reach_) - sum_to(s - reach_)) / (2 * reach_); }

  private:
    double sum_to(double s) const {
        if (s <= along_.front()) return first_ * (s - along_.front());
        if (s >= along_.back()) return sums_.back() + last_ * (s - along_.back());
        const auto i = static_cast<std::size_t>(std::upper_bound(along_.begin(), along_.end(), s) - along_.begin());
        const double t = (s - along_[i - 1]) / std::max(along_[i] - along_[i - 1], 1e-15);
        return sums_[i - 1] + t * (sums_[i] - sums_[i - 1]);
    }
    const std::vector<double>& along_;
    double reach_, first_ = 0, last_ = 0;
    std::vector<double> sums_;
};

std::vector<double> lengths_along(const std::vector<WorldPoint>& points) {
    std::vector<double> along{0};
    for (std::size_t i = 1; i < points.size(); ++i) along.push_back(along.back() + length(points[i] - points[i - 1]));
    return along;
}

WorldPoint point_at(const std::vector<WorldPoint>& points, const std::vector<double>& along, double s) {
    const auto i = std::clamp<std::size_t>(static_cast<std::size_t>(std::upper_bound(along.begin(), along.end(), s) - along.begin()), 1,
                                           along.size() - 1);
    const double t = std::clamp((s - along[i - 1]) / std::max(along[i] - along[i - 1], 1e-15), 0.0, 1.0);
    return points[i - 1] + (points[i] - points[i - 1]) * t;
}

/// Vertices of one part, with the distance along it.
struct Drawn {
    WorldPoint at;
    double along;
};

std::shared_ptr<const geo::LineSet> line_set_of(const std::vector<Drawn>& drawn) {
    auto set = std::make_shared<geo::LineSet>();
    for (const Drawn& d : drawn) set->box.include(d.at);
    set->origin = {0.5 * (set->box.x0 + set->box.x1), 0.5 * (set->box.y0 + set->box.y1)};
    set->starts.push_back(0);
    for (const Drawn& d : drawn)
        set->vertices.push_back(
            {static_cast<float>(d.at.x - set->origin.x), static_cast<float>(d.at.y - set->origin.y), static_cast<float>(d.along)});
    set->key = content_key(*set);
    return set;
}

}  // namespace

std::vector<WorldPoint> curve_through(const geo::Line& line) {
    std::vector<WorldPoint> knots, points;
    for (geo::LonLat p : line) {
        WorldPoint at = geo::world_from(p);
        if (!knots.empty()) at.x = knots.back().x + std::remainder(at.x - knots.back().x, 1.0);
        knots.push_back(at);
    }
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
        const WorldPoint before = i > 0 ? knots[i - 1] : knots[i] * 2 - knots[i + 1];
        const WorldPoint after = i + 2 < knots.size() ? knots[i + 2] : knots[i + 1] * 2 - knots[i];
        for (int k = 0; k < kPieces; ++k)
            points.push_back(catmull_rom(before, knots[i], knots[i + 1], after, static_cast<double>(k) / kPieces));
    }
    if (!knots.empty()) points.push_back(knots.back());
    return points;
}

void RouteGeometry::add_chains(const document::Route& route, std::uint32_t index) {
    std::vector<std::vector<geo::LonLat>> raw;  // a chain's digitised points
    std::vector<std::vector<std::pair<std::uint32_t, std::size_t>>> ends;
    const auto follows = [&](const document::RouteSegment& segment, const document::RouteSegment& before) {
        return segment.branch == before.branch && !before.line.empty() && before.line.back() == segment.line.front();
    };
    for (std::uint32_t s = 0; s < route.segments.size(); ++s) {
        const document::RouteSegment& segment = route.segments[s];
        if (segment.line.size() < 2) continue;
        if (raw.empty() || s == 0 || !follows(segment, route.segments[s - 1])) {
            raw.push_back({segment.line.front()});
            ends.emplace_back();
        }
        raw.back().insert(raw.back().end(), segment.line.begin() + 1, segment.line.end());
        ends.back().push_back({s, raw.back().size() - 1});
    }
    for (std::size_t c = 0; c < raw.size(); ++c) {
        Chain chain;
        chain.route = index;
        chain.points = curve_through(raw[c]);
        chain.along = lengths_along(chain.points);
        chain.slots.assign(chain.points.size(), 0);
        std::size_t first = 0;
        for (const auto& [segment, last] : ends[c]) {
            chain.parts.push_back({segment, first, last * kPieces});
            first = last * kPieces;
        }
        chains_.push_back(std::move(chain));
    }
}

void RouteGeometry::find_slots(const document::Briefing& briefing) {
    Edges edges;
    std::vector<bool> east;
    for (std::uint32_t r = 0; r < briefing.routes().size(); ++r) {
        const document::Route& route = *briefing.routes()[r];
        east.push_back(eastward(route));
        if (hidden_.contains(route.id)) continue;
        for (const auto& segment : route.segments) {
            for (std::size_t i = 1; i < segment.line.size(); ++i) {
                const auto [key, forward] = edge_of(segment.line[i - 1], segment.line[i]);
                edges[key].add(r, forward);
            }
        }
    }
    for (Chain& chain : chains_) {
        for (const Chain::Part& part : chain.parts) {
            const geo::Line& line = briefing.routes()[chain.route]->segments[part.segment].line;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const auto [key, forward] = edge_of(line[i - 1], line[i]);
                const float slot = slot_on(edges[key], chain.route, east);
                if (slot == 0) continue;
                chain.moved = true;
                for (std::size_t k = 0; k < kPieces; ++k) chain.slots[part.first + (i - 1) * kPieces + k] = slot;
                if (i + 1 == line.size()) chain.slots[part.last] = slot;
            }
        }
    }
}

void RouteGeometry::update(const document::Briefing& briefing, const std::set<std::string>& hidden) {
    if (version_ == briefing.version() && hidden_ == hidden) return;
    version_ = briefing.version();
    hidden_ = hidden;
    chains_.clear();
    made_.clear();
    for (std::uint32_t i = 0; i < briefing.routes().size(); ++i)
        if (!hidden.contains(briefing.routes()[i]->id)) add_chains(*briefing.routes()[i], i);
    find_slots(briefing);
}

std::vector<RouteStretch> RouteGeometry::build(double world_px_pattern, double world_px_offset, float offset_px) const {
    std::vector<RouteStretch> out;
    std::uint32_t number = 0;
    const double tolerance = kTolerancePx / (world_px_pattern * std::sqrt(2.0));
    const double turn = kTurnPx / world_px_offset, step = 7 / world_px_offset, offset = double{offset_px} / world_px_offset;
    for (const Chain& chain : chains_) {
        std::vector<bool> keep(chain.points.size(), false);
        for (const Chain::Part& part : chain.parts) keep_shape(chain.points, part.first, part.last, tolerance, keep);
        // Offsets follow the simplified line: its bends are those that are seen.
        std::vector<WorldPoint> points;
        std::vector<float> slots;
        std::vector<double> posts;  // along the curve before it was simplified
        std::vector<std::size_t> new_index(chain.points.size(), 0);
        for (std::size_t i = 0; i < chain.points.size(); ++i) {
            const auto differs = [&](std::size_t j) { return j < chain.slots.size() && chain.slots[i] != chain.slots[j]; };
            const bool change = chain.moved && ((i > 0 && differs(i - 1)) || differs(i + 1));
            if (!keep[i] && !change) continue;
            new_index[i] = points.size();
            points.push_back(chain.points[i]);
            slots.push_back(chain.slots[i]);
            posts.push_back(chain.along[i]);
        }
        const std::vector<double> along = lengths_along(points);
        const SmoothSlots smooth(along, slots, turn);
        const auto moved = [&](double s, WorldPoint p) {
            const double by = smooth.value(s) * offset;
            if (std::abs(by) < 1e-15) return p;
            const WorldPoint ahead = point_at(points, along, s + step) - point_at(points, along, s - step);
            const double l = std::max(length(ahead), 1e-15);
            return WorldPoint{p.x - ahead.y / l * by, p.y + ahead.x / l * by};
        };
        for (const Chain::Part& part : chain.parts) {
            std::vector<Drawn> drawn;
            const std::size_t first = new_index[part.first], last = new_index[part.last];
            const double start = posts[first];
            for (std::size_t i = first; i <= last; ++i) {
                drawn.push_back({chain.moved ? moved(along[i], points[i]) : points[i], posts[i] - start});
                if (!chain.moved || i == last) continue;
                // Where the offset changes along an edge it is followed closely.
                const double way = along[i + 1] - along[i];
                const double bend = std::abs(smooth.value(along[i]) - smooth.value(along[i + 1])) +
                                    std::abs(smooth.value(along[i]) - smooth.value(along[i] + 0.5 * way));
                const auto pieces = bend > 1e-3 || smooth.value(along[i]) != 0 ? std::min(64.0, std::ceil(way / step)) : 1.0;
                for (double k = 1; k < pieces; ++k) {
                    const double s = along[i] + way * k / pieces;
                    drawn.push_back({moved(s, point_at(points, along, s)), std::lerp(posts[i], posts[i + 1], k / pieces) - start});
                }
            }
            out.push_back({chain.route, part.segment, number, start, posts[last], chain.along.back(), line_set_of(drawn)});
        }
        ++number;
    }
    std::stable_sort(out.begin(), out.end(), [](const RouteStretch& a, const RouteStretch& b) {
        return std::pair(a.route, a.segment) < std::pair(b.route, b.segment);
    });
    return out;
}

const std::vector<RouteStretch>& RouteGeometry::at(double zoom, float scale, float offset_px) {
    const int octave = static_cast<int>(std::lround(zoom)), bucket = static_cast<int>(std::lround(zoom * 8));
    const auto same = [&](const Made& m) { return m.octave == octave && m.bucket == bucket && m.scale == scale; };
    if (const auto found = std::find_if(made_.begin(), made_.end(), same); found != made_.end()) {
        std::rotate(found, found + 1, made_.end());
        return made_.back().stretches;
    }
    if (made_.size() >= kKept) made_.erase(made_.begin());
    const auto world_px = [&](double z) { return 512 * std::exp2(z) * double{scale}; };
    made_.push_back({octave, bucket, scale, build(world_px(octave), world_px(bucket / 8.0), offset_px)});
    return made_.back().stretches;
}

}  // namespace dateline::view
