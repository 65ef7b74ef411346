// J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", 2003. With w the width of the view and
// u the way along the straight line between the two centres, the path of least perceived motion is
//
//     u(s) = w0 / ρ² · (cosh r0 · tanh(ρ s + r0) − sinh r0)        w(s) = w0 · cosh r0 / cosh(ρ s + r0)
//
// Its top lies at w0 · cosh r0; a smaller ρ flies lower.
#include "view/camera.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kRho = 1.42;
constexpr double kMaxZoomOut = 1.5;
constexpr double kLeast_s = 0.9, kMost_s = 1.6;
constexpr double kFarAway = 4;  // path length s from which a flight takes longest: some ten screens

struct Path {
    double r0 = 0, length = 0, top = 0;
};

Path path_of(double u1, double w0, double w1, double rho) {
    const double rho2 = rho * rho;
    const double spread = w1 * w1 - w0 * w0, reach = rho2 * rho2 * u1 * u1;
    const double b0 = (spread + reach) / (2 * w0 * rho2 * u1), b1 = (spread - reach) / (2 * w1 * rho2 * u1);
    // ln(√(b² + 1) − b) is −asinh b, without the cancellation.
    const double r0 = -std::asinh(b0), r1 = -std::asinh(b1);
    const bool over_the_top = r0 < 0 && r1 > 0;
    return {r0, (r1 - r0) / rho, over_the_top ? w0 * std::cosh(r0) : std::max(w0, w1)};
}

/// How far from Mercator a camera's projection is.
double unfolded(const Camera& camera) { return camera.projection == Projection::Mercator ? 0 : std::clamp(camera.morph, 0.0, 1.0); }

double eased(double t) { return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2; }

}  // namespace

Flight::Flight(const Camera& from, const Camera& to, RectPx rect, float scale) : from_(from), to_(to), start_(from), goal_(to) {
    if (from.projection != to.projection || unfolded(from) != unfolded(to)) {
        from_ = in_projection(from, Projection::Mercator);
        to_ = in_projection(to, Projection::Mercator);
    }
    const auto width_at = [&](double zoom) { return double{rect.w} / (512 * std::exp2(zoom) * double{scale}); };
    w0_ = std::max(width_at(from_.zoom), 1e-12);
    w1_ = std::max(width_at(to_.zoom), 1e-12);
    dx_ = to_.center.x - from_.center.x;
    dx_ -= std::round(dx_);
    dy_ = to_.center.y - from_.center.y;
    u1_ = std::hypot(dx_, dy_);
    if (u1_ < 1e-6 * std::min(w0_, w1_)) {
        u1_ = 0;
        length_ = std::abs(std::log(w1_ / w0_)) / kRho;
        duration_s_ = kLeast_s + (kMost_s - kLeast_s) * std::clamp(length_ / kFarAway, 0.0, 1.0);
        return;
    }
    rho_ = kRho;
    Path path = path_of(u1_, w0_, w1_, rho_);
    duration_s_ = kLeast_s + (kMost_s - kLeast_s) * std::clamp(path.length / kFarAway, 0.0, 1.0);
    const double highest = std::max(w0_, w1_) * std::exp2(kMaxZoomOut);
    if (path.top > highest) {
        double low = 0.01, high = rho_;
        for (int i = 0; i < 60; ++i) {
            rho_ = 0.5 * (low + high);
            (path_of(u1_, w0_, w1_, rho_).top > highest ? high : low) = rho_;
        }
        rho_ = low;
        path = path_of(u1_, w0_, w1_, rho_);
    }
    r0_ = path.r0;
    length_ = path.length;
}

Camera Flight::at(double elapsed_s) const {
    if (elapsed_s >= duration_s_) return goal_;
    if (elapsed_s <= 0) return start_;
    Camera camera = along(elapsed_s);
    const double first = unfolded(start_), last = unfolded(goal_), t = eased(elapsed_s / duration_s_);
    const bool same = start_.projection == goal_.projection;
    if (same && first == last) return camera;
    // Out of the one projection, over Mercator, into the other: below 0 is the other.
    const double way = same ? first + t * (last - first) : first - t * (first + last);
    const double morph = std::abs(way);
    const bool out = start_.projection != Projection::Mercator && way >= 0;
    const Camera curved = in_projection(camera, out ? start_.projection : goal_.projection);
    camera.zoom += morph * (curved.zoom - camera.zoom);
    camera.projection = curved.projection;
    camera.morph = morph;
    return camera;
}

Camera Flight::along(double elapsed_s) const {
    const double t = eased(elapsed_s / duration_s_);
    double way = t, width = w0_ * std::pow(w1_ / w0_, t);
    if (u1_ > 0) {
        const double s = t * length_;
        const double u = w0_ / (rho_ * rho_) * (std::cosh(r0_) * std::tanh(rho_ * s + r0_) - std::sinh(r0_));
        way = std::clamp(u / u1_, 0.0, 1.0);
        width = w0_ * std::cosh(r0_) / std::cosh(rho_ * s + r0_);
    }
    Camera camera = to_;
    const double x = from_.center.x + dx_ * way;
    camera.center = {x - std::floor(x), from_.center.y + dy_ * way};
    camera.zoom = std::clamp(from_.zoom + std::log2(w0_ / width), kMinZoom, kMaxZoom);
    camera.bearing_deg = from_.bearing_deg + std::remainder(to_.bearing_deg - from_.bearing_deg, 360.0) * t;
    return camera;
}

}  // namespace dateline::view
