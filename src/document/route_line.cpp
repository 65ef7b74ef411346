#include "document/route_line.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::document {
namespace {

using geo::LonLat;

constexpr double kMerelyFloat_deg = 1e-7;  // points that files write the same are the same

bool same_spot(LonLat a, LonLat b) {
    return std::abs(std::remainder(a.lon_deg - b.lon_deg, 360.0)) < kMerelyFloat_deg && std::abs(a.lat_deg - b.lat_deg) < kMerelyFloat_deg;
}

/// A plane about a place that is true to the ellipsoid's radii there: good for what is near.
class PlaneAbout {
  public:
    explicit PlaneAbout(LonLat place) : place_(place) {
        constexpr double kMajor_km = 6378.137, kEcc2 = 0.00669437999014;
        const double lat = place.lat_deg * std::numbers::pi / 180, s = std::sin(lat), w = 1 - kEcc2 * s * s;
        km_per_lon_ = kMajor_km / std::sqrt(w) * std::cos(lat) * std::numbers::pi / 180;
        km_per_lat_ = kMajor_km * (1 - kEcc2) / (w * std::sqrt(w)) * std::numbers::pi / 180;
    }
    struct Km {
        double x = 0, y = 0;
    };
    Km of(LonLat p) const {
        return {std::remainder(p.lon_deg - place_.lon_deg, 360.0) * km_per_lon_, (p.lat_deg - place_.lat_deg) * km_per_lat_};
    }

  private:
    LonLat place_;
    double km_per_lon_, km_per_lat_;
};

LonLat between(LonLat a, LonLat b, double t) {
    const double lon = a.lon_deg + std::remainder(b.lon_deg - a.lon_deg, 360.0) * t;
    return {std::remainder(lon, 360.0), a.lat_deg + (b.lat_deg - a.lat_deg) * t};
}

/// False only when nothing in the box lies within `reach_km`.
bool may_lie_near(const geo::LonLatBox& box, LonLat place, double reach_km) {
    if (!box.valid()) return false;
    const double lat = reach_km / 110, most = std::abs(place.lat_deg) + lat;
    if (place.lat_deg < box.south_deg - lat || place.lat_deg > box.north_deg + lat) return false;
    if (most > 85) return true;
    const double lon = lat / std::cos(most * std::numbers::pi / 180);
    return std::abs(std::remainder(place.lon_deg - box.center().lon_deg, 360.0)) <= 0.5 * box.width_deg() + lon;
}

}  // namespace

bool in_being(const RouteSegment& segment, const calendar::Span& span) {
    if (segment.from && span.end <= segment.from->bounds().begin) return false;
    return !segment.to || span.begin < segment.to->bounds().end;
}

std::string RouteLine::Branch::title() const {
    if (name.empty() || name == "main") return "Main line";
    if (name.find(' ') != std::string::npos) return "Branch: " + name;
    std::string title = "Branch " + name;
    const bool word = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (word) title[7] = static_cast<char>(title[7] - 'a' + 'A');  // files write names of branches small
    return title;
}

RouteLine::RouteLine(const Route& route) : route_(&route), legs_(route.segments.size()) {
    gather_branches();
    for (std::size_t i = 0; i < branches_.size(); ++i) count_branch(branches_[i], i);
    for (const RouteSegment& segment : route.segments) leg_boxes_.push_back(geo::box_around(segment.line));
    box_ = geo::united(leg_boxes_);
}

bool RouteLine::may_reach(LonLat place, double reach_km) const { return may_lie_near(box_, place, reach_km); }

void RouteLine::gather_branches() {
    const auto& segments = route_->segments;
    for (std::uint32_t s = 0; s < segments.size(); ++s) {
        if (segments[s].line.size() < 2) continue;
        const bool follows = !branches_.empty() && branches_.back().name == segments[s].branch &&
                             same_spot(segments[branches_.back().segments.back()].line.back(), segments[s].line.front());
        if (!follows) branches_.push_back({segments[s].branch, {}, 0, 0, false});
        branches_.back().segments.push_back(s);
    }
    std::stable_partition(branches_.begin(), branches_.end(), [](const Branch& b) { return b.name == "main"; });
}

void RouteLine::count_branch(Branch& branch, std::size_t earlier) {
    const auto joint = post_at(route_->segments[branch.segments.front()].line.front(), earlier);
    branch.leaves_another = joint.has_value();
    double km = branch.begin_km = joint.value_or(0);
    for (const std::uint32_t s : branch.segments) {
        const geo::Line& line = route_->segments[s].line;
        std::vector<double>& posts = legs_[s].post_km;
        posts.push_back(km);
        for (std::size_t i = 1; i < line.size(); ++i) posts.push_back(km += geo::geodesic_m(line[i - 1], line[i]) / 1000);
    }
    branch.end_km = km;
}

/// Where the first `branches` pass a digitised point.
std::optional<double> RouteLine::post_at(LonLat place, std::size_t branches) const {
    for (std::size_t b = 0; b < branches; ++b) {
        for (const std::uint32_t s : branches_[b].segments) {
            const geo::Line& line = route_->segments[s].line;
            for (std::size_t i = 0; i < line.size(); ++i)
                if (same_spot(line[i], place)) return legs_[s].post_km[i];
        }
    }
    return std::nullopt;
}

const RouteLine::Branch& RouteLine::branch_of(std::uint32_t segment) const {
    const auto has = [&](const Branch& branch) {
        return std::find(branch.segments.begin(), branch.segments.end(), segment) != branch.segments.end();
    };
    const auto found = std::find_if(branches_.begin(), branches_.end(), has);
    return found != branches_.end() ? *found : branches_.front();
}

double RouteLine::length_km() const {
    double km = 0;
    for (const Leg& leg : legs_) km += leg.length_km();
    return km;
}

std::optional<RoutePost> RouteLine::nearest(LonLat place, double reach_km, const std::vector<bool>* counts) const {
    const PlaneAbout plane(place);
    std::optional<RoutePost> best;
    double best_km = reach_km * 1.02 + 0.1;  // the plane is not quite the ellipsoid
    for (const Branch& branch : branches_) {
        for (const std::uint32_t s : branch.segments) {
            if ((counts != nullptr && !(*counts)[s]) || !may_lie_near(leg_boxes_[s], place, best_km)) continue;
            const geo::Line& line = route_->segments[s].line;
            for (std::size_t i = 1; i < line.size(); ++i) {
                const PlaneAbout::Km a = plane.of(line[i - 1]), b = plane.of(line[i]);
                const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
                const double t = square > 0 ? std::clamp(-(a.x * dx + a.y * dy) / square, 0.0, 1.0) : 0;
                const double off = std::hypot(a.x + dx * t, a.y + dy * t);
                if (off >= best_km - 1e-6) continue;
                best_km = off;
                const double from = legs_[s].post_km[i - 1], to = legs_[s].post_km[i];
                best = RoutePost{s, from + (to - from) * t, off, between(line[i - 1], line[i], t)};
            }
        }
    }
    if (!best) return best;
    best->off_km = geo::geodesic_m(place, best->at) / 1000;
    return best->off_km <= reach_km ? best : std::nullopt;
}

LonLat RouteLine::at(std::uint32_t segment, double km) const {
    const std::vector<double>& posts = legs_[segment].post_km;
    const geo::Line& line = route_->segments[segment].line;
    if (posts.empty()) return line.empty() ? LonLat{} : line.front();
    const auto after = std::upper_bound(posts.begin(), posts.end(), km);
    if (after == posts.begin()) return line.front();
    if (after == posts.end()) return line.back();
    const auto i = static_cast<std::size_t>(after - posts.begin());
    return between(line[i - 1], line[i], (km - posts[i - 1]) / (posts[i] - posts[i - 1]));
}

std::string km_text(double km) {
    if (km < 0.95) return fmt::format("{} m", std::lround(km * 100) * 10);
    if (km < 9.95) return fmt::format("{:.1f} km", km);
    const long whole = std::lround(km);
    return whole < 1000 ? fmt::format("{} km", whole) : fmt::format("{}\u2009{:03} km", whole / 1000, whole % 1000);
}

}  // namespace dateline::document
