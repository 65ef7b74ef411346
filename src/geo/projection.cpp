#include "geo/projection.h"

#include "geo/jet.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::geo {
namespace {

constexpr double kPi = std::numbers::pi, kTwoPi = 2 * std::numbers::pi;
constexpr double kLeastCone = 0.08;       // nearer the equator a cone is as good as a cylinder, which this nearly is
constexpr double kConeReach = 2.2;        // ln of how many times further out than the centre a conic map goes, at least
constexpr double kConeBeyond = 0.3;       // how far over the equator it goes from nearer a pole, in isometric latitude
constexpr double kAzimuthalReach = -0.9;  // cosine of the angle from the centre at which an azimuthal map ends: 154°
constexpr double kFarthestPsi = 9.4;      // of 89.99°
constexpr std::array<double, 4> kEqualEarth{1.340264, -0.081106, 0.000893, 0.003796};
constexpr double kEqualEarthM = 0.8660254037844386;  // √3 / 2

/// With the centre's parallel for the standard one, a cone is cut open by 360° times the rest of its constant to 1. Near a pole,
/// where all of that gap would be seen, it is closed step by step: the map is conformal with any constant, and the scale still
/// true at the centre.
double cone_at(double sine) {
    constexpr double kOpenTo = 0.9, kClosedFrom = 0.97;  // 64° and 76°
    const double t = std::clamp((std::abs(sine) - kOpenTo) / (kClosedFrom - kOpenTo), 0.0, 1.0), closed = t * t * (3 - 2 * t);
    return std::copysign(std::max(std::abs(sine) + closed * (1 - std::abs(sine)), kLeastCone), sine);
}

template <class T>
struct Spherical {
    T east, north, up;  // of the unit sphere, seen from above the centre
};

template <class T>
struct Latitude {
    T sine, cosine;
};
template <class T>
Latitude<T> latitude_of(const T& psi) {
    using std::cosh, std::tanh;
    return {tanh(psi), T(1) / cosh(psi)};
}

template <class T>
T equal_earth_y(const T& theta) {
    const T t2 = theta * theta, t6 = t2 * t2 * t2;
    return theta * (T(kEqualEarth[0]) + T(kEqualEarth[1]) * t2 + t6 * (T(kEqualEarth[2]) + T(kEqualEarth[3]) * t2));
}
template <class T>
T equal_earth_slope(const T& theta) {
    const T t2 = theta * theta, t6 = t2 * t2 * t2;
    return T(kEqualEarth[0]) + T(3 * kEqualEarth[1]) * t2 + t6 * (T(7 * kEqualEarth[2]) + T(9 * kEqualEarth[3]) * t2);
}

}  // namespace

std::string_view name_of(Projection projection) {
    constexpr std::array<std::string_view, kProjections.size()> kNames{"mercator", "globe", "equal-earth", "lambert-conformal",
                                                                       "lambert-azimuthal"};
    return kNames[static_cast<std::size_t>(projection)];
}

std::optional<Projection> projection_named(std::string_view name) {
    for (const Projection projection : kProjections)
        if (name_of(projection) == name) return projection;
    return std::nullopt;
}

std::string_view title_of(Projection projection) {
    constexpr std::array<std::string_view, kProjections.size()> kTitles{"Web Mercator", "Globe", "Equal Earth", "Lambert conformal conic",
                                                                        "Lambert azimuthal equal-area"};
    return kTitles[static_cast<std::size_t>(projection)];
}

MapPlane::MapPlane(Projection projection, WorldPoint center, double eye_radii, double morph)
    : projection_(projection),
      center_(center),
      psi0_(std::clamp((0.5 - center.y) * kTwoPi, -kFarthestPsi, kFarthestPsi)),
      sin0_(std::tanh(psi0_)),
      cos0_(1 / std::cosh(psi0_)),
      eye_(std::max(eye_radii, 1.0 + 1e-9)),
      cone_(cone_at(sin0_)),
      morph_(std::clamp(morph, 0.0, 1.0)),
      equal_earth_y0_(equal_earth_y(std::asin(kEqualEarthM * sin0_))) {}

/// East of the centre and south of it, in radii.
template <class T>
MapPlane::Pair<T> MapPlane::projected(const T& u, const T& v) const {
    using std::asin, std::cos, std::exp, std::sin, std::sqrt;
    if (projection_ == Projection::LambertConformal) {
        const T out = exp(T(-cone_) * v), turn = T(cone_) * u;
        const T rho0(cos0_ / cone_);
        return {rho0 * out * sin(turn), rho0 * (out * cos(turn) - T(1))};
    }
    const Latitude<T> lat = latitude_of(T(psi0_) + v);
    if (projection_ == Projection::EqualEarth) {
        const T theta = asin(T(kEqualEarthM) * lat.sine);
        return {u * cos(theta) / (T(kEqualEarthM) * equal_earth_slope(theta)), T(equal_earth_y0_) - equal_earth_y(theta)};
    }
    const Spherical<T> p{lat.cosine * sin(u), T(cos0_) * lat.sine - T(sin0_) * lat.cosine * cos(u),
                         T(sin0_) * lat.sine + T(cos0_) * lat.cosine * cos(u)};
    const T k = projection_ == Projection::Globe ? T(eye_ - 1) / (T(eye_) - p.up) : sqrt(T(2) / (T(1) + p.up));
    return {p.east * k, -(p.north * k)};
}

template <class T>
MapPlane::Pair<T> MapPlane::morphed(const T& u, const T& v) const {
    const Pair<T> mercator{T(cos0_) * u, -(T(cos0_) * v)};
    if (flat()) return mercator;
    const Pair<T> own = projected(u, v);
    if (morph_ >= 1) return own;
    return {T(1 - morph_) * mercator.x + T(morph_) * own.x, T(1 - morph_) * mercator.y + T(morph_) * own.y};
}

double MapPlane::cone_reach() const { return std::max(kConeReach, std::abs(psi0_) + kConeBeyond); }

double MapPlane::front_at(double u, double v) const {
    if (flat()) return 1;
    const double over_edge = kPi - std::abs(u);
    if (projection_ == Projection::EqualEarth) return over_edge;
    if (projection_ == Projection::LambertConformal) return std::min(over_edge, cone_reach() + cone_ * v);
    const Latitude<double> lat = latitude_of(psi0_ + v);
    const double up = sin0_ * lat.sine + cos0_ * lat.cosine * std::cos(u);
    const double limit = projection_ == Projection::Globe ? 1 / eye_ : kAzimuthalReach;
    if (morph_ >= 1) return up - limit;
    // On the way from Mercator the far side is folded in step by step.
    return std::min(over_edge, up - (-1.01 + morph_ * (limit + 1.01)));
}

PlanePoint MapPlane::at(WorldPoint point) const {
    const double u = (point.x - center_.x) * kTwoPi, v = (0.5 - point.y) * kTwoPi - psi0_;
    if (projection_ == Projection::Globe && morph_ >= 1) {  // as projected() and front_at(), with each function of u and v taken once
        const Latitude<double> lat = latitude_of(psi0_ + v);
        const double cos_u = std::cos(u);
        const double north = cos0_ * lat.sine - sin0_ * lat.cosine * cos_u, up = sin0_ * lat.sine + cos0_ * lat.cosine * cos_u;
        const double k = (eye_ - 1) / (eye_ - up);
        return {lat.cosine * std::sin(u) * k, -(north * k), up - 1 / eye_};
    }
    // Half-way round the antipode of an azimuthal map has no place.
    if (const double front = front_at(u, v); front < -1e-3 && projection_ == Projection::LambertAzimuthal && morph_ >= 1) {
        const Latitude<double> lat = latitude_of(psi0_ + v);
        return {lat.cosine * std::sin(u), sin0_ * lat.cosine * std::cos(u) - cos0_ * lat.sine, front};
    }
    const Pair<double> p = morphed(u, v);
    return {p.x, p.y, front_at(u, v)};
}

WorldPoint MapPlane::nearest(WorldPoint point) const {
    const double dx = point.x - center_.x;
    return {center_.x + dx - std::round(dx), point.y};
}

std::optional<WorldPoint> MapPlane::sphere_at(double east, double north, double up) const {
    const double sine = up * sin0_ + north * cos0_;
    const double u = std::atan2(east, up * cos0_ - north * sin0_);
    const double psi = std::clamp(std::atanh(std::clamp(sine, -1.0, 1.0)), -kFarthestPsi, kFarthestPsi);
    return WorldPoint{center_.x + u / kTwoPi, 0.5 - psi / kTwoPi};
}

std::optional<WorldPoint> MapPlane::inverse(double x, double y) const {
    const double reach = std::hypot(x, y);
    const auto from_center = [&](double u, double v) -> std::optional<WorldPoint> {
        if (std::abs(u) > kPi) return std::nullopt;
        return WorldPoint{center_.x + u / kTwoPi, center_.y - v / kTwoPi};
    };
    switch (projection_) {
        case Projection::Mercator: return WorldPoint{center_.x + x / (cos0_ * kTwoPi), center_.y + y / (cos0_ * kTwoPi)};
        case Projection::Globe: {
            const double q = reach / (eye_ - 1), q2 = q * q, under = 1 + q2 - q2 * eye_ * eye_;
            if (under < 0) return std::nullopt;
            const double up = (eye_ * q2 + std::sqrt(under)) / (1 + q2), k = (eye_ - up) / (eye_ - 1);
            return sphere_at(x * k, -y * k, up);
        }
        case Projection::LambertAzimuthal: {
            const double up = 1 - 0.5 * reach * reach;
            if (up < kAzimuthalReach) return std::nullopt;
            const double k = std::sqrt(std::max(0.0, (1 + up) / 2));
            return sphere_at(x * k, -y * k, up);
        }
        case Projection::LambertConformal: {
            const double a = x * cone_ / cos0_, b = y * cone_ / cos0_ + 1, v = -std::log(std::hypot(a, b)) / cone_;
            if (cone_ * v < -cone_reach() || !(std::abs(psi0_ + v) < kFarthestPsi)) return std::nullopt;
            return from_center(std::atan2(a, b) / cone_, v);
        }
        case Projection::EqualEarth: {
            const double wanted = equal_earth_y0_ - y, most = std::asin(kEqualEarthM);
            if (std::abs(wanted) > equal_earth_y(most)) return std::nullopt;
            double theta = wanted / kEqualEarth[0];
            for (int i = 0; i < 12; ++i) theta -= (equal_earth_y(theta) - wanted) / equal_earth_slope(theta);
            const double sine = std::sin(theta) / kEqualEarthM;
            const double psi = std::clamp(std::atanh(std::clamp(sine, -1.0, 1.0)), -kFarthestPsi, kFarthestPsi);
            return from_center(x * kEqualEarthM * equal_earth_slope(theta) / std::cos(theta), psi - psi0_);
        }
    }
    return std::nullopt;
}

/// Newton's method; between two projections there is no formula.
std::optional<WorldPoint> MapPlane::inverse_by_steps(double x, double y) const {
    double u = std::clamp(x / cos0_, -kPi, kPi), v = std::clamp(-y / cos0_, -2.0, 2.0);
    for (int i = 0; i < 24; ++i) {
        const Pair<Jet> p = morphed(Jet(u) + Jet::u(), Jet(v) + Jet::v());
        const double dx = x - p.x.value(), dy = y - p.y.value();
        if (std::hypot(dx, dy) < 1e-12) break;
        const double a = p.x.terms[1], b = p.x.terms[2], c = p.y.terms[1], d = p.y.terms[2], det = a * d - b * c;
        if (std::abs(det) < 1e-12) return std::nullopt;
        u += std::clamp((d * dx - b * dy) / det, -0.5, 0.5);
        v += std::clamp((a * dy - c * dx) / det, -0.5, 0.5);
    }
    const Pair<double> found = morphed(u, v);
    if (std::hypot(found.x - x, found.y - y) > 1e-6 || front_at(u, v) < 0) return std::nullopt;
    return WorldPoint{center_.x + u / kTwoPi, center_.y - v / kTwoPi};
}

std::optional<WorldPoint> MapPlane::world_at(double x, double y) const {
    if (flat()) return WorldPoint{center_.x + x / (cos0_ * kTwoPi), center_.y + y / (cos0_ * kTwoPi)};
    return morph_ >= 1 ? inverse(x, y) : inverse_by_steps(x, y);
}

std::optional<double> MapPlane::limb_radius() const {
    if (projection_ != Projection::Globe || morph_ < 1) return std::nullopt;
    return std::sqrt((eye_ - 1) / (eye_ + 1));
}

std::optional<MapPlane::Fan> MapPlane::fan() const {
    if (projection_ != Projection::LambertConformal || morph_ < 1) return std::nullopt;
    const double rho0 = cos0_ / cone_;  // down from the pole, below 0 in the south
    return Fan{{0, -rho0}, std::abs(rho0) * std::exp(cone_reach()), kPi * std::abs(cone_), rho0 < 0};
}

std::optional<double> MapPlane::rim_radius() const {
    if (projection_ == Projection::LambertAzimuthal && morph_ >= 1) return std::sqrt(2 * (1 - kAzimuthalReach));
    return limb_radius();
}

MapPlane::Series MapPlane::series() const {
    const Pair<Jet> p = morphed(Jet::u(), Jet::v());
    return {p.x.terms, p.y.terms};
}

}  // namespace dateline::geo
