#include "view/map_plane.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kTwoPi = 2 * std::numbers::pi;
constexpr double kLensHeights = 1.5;     // 1 / (2 tan(37° / 2)): the eye's distance in heights of the map
constexpr double kLeastCosine = 0.0872;  // of 85°: nearer the poles Mercator's scale is of no use
constexpr double kPoleY = 1.9875;        // of -89.99°; the north pole's is 1 - kPoleY
constexpr int kSamples = 17;             // a side, of the map's rect
constexpr double kFarPx = 1e5;
constexpr double kGlobeSparePx = 2;  // for what a box's content reaches beyond it by rounding
constexpr double kSmallBall_px = 90;
constexpr int kQuarterings = 3;  // of a box that may lie off the globe: balls about 64 parts of it leave little over
constexpr float kSparePx = 48;   // how far things usually reach beyond where they are

double cosine_at(geo::WorldPoint center) { return std::max(kLeastCosine, 1 / std::cosh(std::clamp((0.5 - center.y) * kTwoPi, -9.4, 9.4))); }

double radius_px(const MapTransform& map) {
    const double morph = map.projection == Projection::Mercator ? 0 : std::clamp(map.morph, 0.0, 1.0);
    return map.world_px / kTwoPi * std::pow(cosine_at(map.center), morph - 1);
}

}  // namespace

double eye_radii(const MapTransform& map) { return 1 + kLensHeights * std::max(1.0, double{map.rect.h}) / std::max(radius_px(map), 1e-9); }

PlaneView::PlaneView(const MapTransform& map)
    : map_(map),
      px_per_radius_(radius_px(map)),
      cos_(std::cos(map.bearing_rad)),
      sin_(std::sin(map.bearing_rad)),
      plane_(map.projection, map.center, eye_radii(map), map.morph) {
    px_per_world_ = plane_.flat() ? map.world_px : px_per_radius_ * kTwoPi * cosine_at(map.center);
}

PointPx PlaneView::turned(double x, double y) const {
    return {static_cast<float>(double{map_.rect.x} + 0.5 * double{map_.rect.w} + cos_ * x - sin_ * y),
            static_cast<float>(double{map_.rect.y} + 0.5 * double{map_.rect.h} + sin_ * x + cos_ * y)};
}

PlaneView::Seen PlaneView::screen(geo::WorldPoint point) const {
    if (flat()) return {turned((point.x - map_.center.x) * map_.world_px, (point.y - map_.center.y) * map_.world_px), 1};
    const geo::PlanePoint p = plane_.at(point);
    if (p.front >= 0) return {turned(p.x * px_per_radius_, p.y * px_per_radius_), p.front};
    const double away = std::hypot(p.x, p.y);
    const double k = away > 1e-9 ? kFarPx / away : 0;
    return {turned(k > 0 ? p.x * k : kFarPx, p.y * k), p.front};
}

std::optional<geo::WorldPoint> PlaneView::world(PointPx point) const {
    const double dx = double{point.x} - double{map_.rect.x} - 0.5 * double{map_.rect.w};
    const double dy = double{point.y} - double{map_.rect.y} - 0.5 * double{map_.rect.h};
    const double x = cos_ * dx + sin_ * dy, y = -sin_ * dx + cos_ * dy;
    if (flat()) return geo::WorldPoint{map_.center.x + x / map_.world_px, map_.center.y + y / map_.world_px};
    return plane_.world_at(x / px_per_radius_, y / px_per_radius_);
}

VisibleWorld::VisibleWorld(const PlaneView& view)
    : rect_(view.map_.rect),
      center_x_(view.map_.center.x),
      px_per_world_(view.px_per_world()),
      flat_(view.flat()),
      round_(view.plane().round()) {
    flat_ ? find_flat(view) : find_curved(view);
    if (view.plane().projection() == geo::Projection::Globe && !(view.map_.morph < 1)) globe_ = view;
}

void VisibleWorld::find_flat(const PlaneView& view) {
    const double half_w = 0.5 * double{rect_.w} / px_per_world_, half_h = 0.5 * double{rect_.h} / px_per_world_;
    const double reach_x = std::abs(view.cos_) * half_w + std::abs(view.sin_) * half_h;
    const double reach_y = std::abs(view.sin_) * half_w + std::abs(view.cos_) * half_h;
    const geo::WorldPoint c = view.map_.center;
    box_ = {c.x - reach_x, c.y - reach_y, c.x + reach_x, c.y + reach_y};
}

void VisibleWorld::find_curved(const PlaneView& view) {
    const RectPx seen{rect_.x - kSparePx, rect_.y - kSparePx, rect_.w + 2 * kSparePx, rect_.h + 2 * kSparePx};
    if (view.map_.morph < 1) return find_half_way(view, 0.5 * std::hypot(double{seen.w}, double{seen.h}) / px_per_world_);
    box_.include(view.map_.center);
    bool over_edge = false;
    for (int row = 0; row < kSamples; ++row) {
        for (int column = 0; column < kSamples; ++column) {
            const float fx = static_cast<float>(column) / (kSamples - 1), fy = static_cast<float>(row) / (kSamples - 1);
            const auto at = view.world({seen.x + fx * seen.w, seen.y + fy * seen.h});
            if (at) box_.include(*at);
            else over_edge = true;
        }
    }
    // Between two samples there is a little more.
    const double more_x = 0.06 * (box_.x1 - box_.x0), more_y = 0.06 * (box_.y1 - box_.y0);
    box_ = {box_.x0 - more_x, box_.y0 - more_y, box_.x1 + more_x, box_.y1 + more_y};
    if (over_edge) follow_edge(view, seen);
    for (const double pole_y : {1 - kPoleY, kPoleY}) {  // all meridians meet there
        const PlaneView::Seen pole = view.screen({center_x_, pole_y});
        if (pole.front < 0 || !seen.contains(pole.at)) continue;
        (pole_y < 0 ? box_.y0 : box_.y1) = pole_y;
        box_.x0 = center_x_ - 0.5, box_.x1 = center_x_ + 0.5;
    }
    box_.x0 = std::max(box_.x0, center_x_ - 0.5);
    box_.x1 = std::min(box_.x1, center_x_ + 0.5);
}

/// Between two projections nothing is simple, and nobody looks for long: what is seen from close by lies near the middle in both;
/// from afar, or near the poles, it may be anything. `reach`: half the map's diagonal, in world units.
void VisibleWorld::find_half_way(const PlaneView& view, double reach) {
    constexpr double kSpare = 2, kClose = 0.06, kCloseToPole = 0.01, kTemperate = 0.28;
    const geo::WorldPoint c = view.map_.center;
    const bool close = reach < (std::abs(c.y - 0.5) < kTemperate ? kClose : kCloseToPole);
    box_ = {center_x_ - 0.5, 1 - kPoleY, center_x_ + 0.5, kPoleY};
    if (close) box_ = {c.x - kSpare * reach, c.y - kSpare * reach, c.x + kSpare * reach, c.y + kSpare * reach};
}

/// The edge of the map, where it lies within `seen`: the globe's outline, an azimuthal map's rim, or the meridian opposite.
void VisibleWorld::follow_edge(const PlaneView& view, RectPx seen) {
    constexpr int kSteps = 180;
    geo::WorldBox edge;
    if (!round_) {
        for (int i = 0; i <= kSteps; ++i) {
            const double y = (1 - kPoleY) + (2 * kPoleY - 1) * i / kSteps;
            const PlaneView::Seen at = view.screen({center_x_ - 0.4999, y}), mirrored = view.screen({center_x_ + 0.4999, y});
            for (const PlaneView::Seen& end : {at, mirrored})
                if (end.front >= 0 && seen.contains(end.at)) edge.include({center_x_, y});
        }
        edge.x0 = center_x_ - 0.5, edge.x1 = center_x_ + 0.5;
    } else {
        const double radius = 0.9995 * view.plane().limb_radius().value_or(1.94) * view.px_per_radius();
        const PointPx center = view.turned(0, 0);
        for (int i = 0; i < kSteps; ++i) {
            const double turn = kTwoPi * i / kSteps;
            const PointPx at{center.x + static_cast<float>(radius * std::cos(turn)),
                             center.y + static_cast<float>(radius * std::sin(turn))};
            if (!seen.contains(at)) continue;
            if (const auto world = view.world(at)) edge.include(*world);
        }
    }
    if (edge.y1 < edge.y0) return;
    box_.include({edge.x0 - 0.01, edge.y0 - 0.02});
    box_.include({edge.x1 + 0.01, edge.y1 + 0.02});
}

/// Whether a ball about the middle of `box` that holds all of it is behind the globe, or beside the rect; or else the balls about
/// each of its quarters, which leave less over. Of a ball that is small on the screen little is left over as it is.
bool VisibleWorld::off_globe(const geo::WorldBox& box, double reach_px, int quarterings) const {
    const Ball ball = ball_of(box, reach_px);
    if (ball != Ball::Large) return ball == Ball::Off;
    if (quarterings == 0) return false;
    const double x = 0.5 * (box.x0 + box.x1), y = 0.5 * (box.y0 + box.y1);
    for (const geo::WorldBox& quarter :
         {geo::WorldBox{box.x0, box.y0, x, y}, {x, box.y0, box.x1, y}, {box.x0, y, x, box.y1}, {x, y, box.x1, box.y1}})
        if (!off_globe(quarter, reach_px, quarterings - 1)) return false;
    return true;
}

VisibleWorld::Ball VisibleWorld::ball_of(const geo::WorldBox& box, double reach_px) const {
    const double psi0 = kTwoPi * (0.5 - box.y0), psi1 = kTwoPi * (0.5 - box.y1);
    const double widest = psi0 * psi1 <= 0 ? 1 : 1 / std::cosh(std::min(std::abs(psi0), std::abs(psi1)));
    const double radius = 0.5 * kTwoPi * widest * std::hypot(box.x1 - box.x0, box.y1 - box.y0);
    if (radius > 0.6) return Ball::Large;
    const double eye = globe_->plane().constants().eye;
    const geo::PlanePoint middle = globe_->plane().at({0.5 * (box.x0 + box.x1), 0.5 * (box.y0 + box.y1)});
    const double up = middle.front + 1 / eye;
    if (up + radius < 1 / eye) return Ball::Off;
    const double nearer = (eye - up) / (eye - 1), least = (eye - 1) / (eye - std::max(up - radius, 1 / eye));
    const double x = nearer * (globe_->cos_ * middle.x - globe_->sin_ * middle.y),
                 y = nearer * (globe_->sin_ * middle.x + globe_->cos_ * middle.y);
    const double to_px = globe_->px_per_radius() * least;
    if (to_px * (std::abs(x) - radius) > 0.5 * double{rect_.w} + reach_px ||
        to_px * (std::abs(y) - radius) > 0.5 * double{rect_.h} + reach_px)
        return Ball::Off;
    return to_px * radius < kSmallBall_px ? Ball::On : Ball::Large;
}

VisibleWorld::Copies VisibleWorld::copies(const geo::WorldBox& box, float reach_px) const {
    if (!(box.x1 >= box.x0) || rect_.w <= 0 || rect_.h <= 0 || !(px_per_world_ > 0)) return {};
    // A curved map's visible part has kSparePx to spare already.
    const double reach = std::max(0.0, double{reach_px} - (flat_ ? 0 : double{kSparePx})) / px_per_world_;
    if (box.y1 + reach < box_.y0 || box.y0 - reach > box_.y1) return {};
    const double first = std::ceil(box_.x0 - reach - box.x1), last = std::floor(box_.x1 + reach - box.x0);
    if (!(last >= first)) return {};
    if (globe_ && off_globe(box, std::max(double{reach_px}, kGlobeSparePx), kQuarterings)) return {};
    if (round_) {  // once is all there is: the copy nearest the centre
        const int copy = static_cast<int>(std::clamp(std::round(center_x_ - 0.5 * (box.x0 + box.x1)), first, last));
        return {copy, copy};
    }
    constexpr double kMost = 64;  // a world far smaller than the screen is not repeated for ever
    if (last - first >= kMost) return {};
    return {static_cast<int>(first), static_cast<int>(last)};
}

RectPx PlaneView::bounds(const geo::WorldBox& box, int copy) const {
    constexpr int kSteps = 8;
    const int steps = flat() ? 1 : kSteps;
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (int row = 0; row <= steps; ++row) {
        for (int column = 0; column <= steps; ++column) {
            const Seen seen = screen({box.x0 + (box.x1 - box.x0) * column / steps + copy, box.y0 + (box.y1 - box.y0) * row / steps});
            if (seen.front < 0) return map_.rect;
            const float px = std::clamp(seen.at.x, -1e6f, 1e6f), py = std::clamp(seen.at.y, -1e6f, 1e6f);
            x0 = std::min(x0, px), x1 = std::max(x1, px);
            y0 = std::min(y0, py), y1 = std::max(y1, py);
        }
    }
    const float more = flat() ? 0 : 0.03f * std::max(x1 - x0, y1 - y0);
    return {x0 - more, y0 - more, x1 - x0 + 2 * more, y1 - y0 + 2 * more};
}

std::optional<PlaneView::Limb> PlaneView::limb() const { return plane_.limb_radius() ? rim() : std::nullopt; }

std::optional<PlaneView::Limb> PlaneView::rim() const {
    const auto radius = plane_.rim_radius();
    if (!radius) return std::nullopt;
    const RectPx r = map_.rect;
    Limb limb{turned(0, 0), static_cast<float>(*radius * px_per_radius_), false};
    limb.crosses = 0.5f * std::hypot(r.w, r.h) > limb.radius - 2;
    return limb;
}

}  // namespace dateline::view
