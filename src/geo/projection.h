#pragma once

#include "geo/lonlat.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::geo {

enum class Projection : std::uint8_t { Mercator, Globe, EqualEarth, LambertConformal, LambertAzimuthal };

inline constexpr std::array kProjections{Projection::Mercator, Projection::Globe, Projection::EqualEarth, Projection::LambertConformal,
                                         Projection::LambertAzimuthal};
/// As the command line and files write it: "equal-earth".
std::string_view name_of(Projection projection);
std::optional<Projection> projection_named(std::string_view name);
/// As people read it: "Equal Earth".
std::string_view title_of(Projection projection);

/// A point of a map's plane, in radii of the Earth from the map's centre: x right, y down. At the centre the scale is true.
struct PlanePoint {
    double x = 0, y = 0;
    double front = 1;  ///< below 0: on the far side of the globe, or over the edge of the map; linear near the edge
};

/// The Earth laid into a plane, centred on a point.
///
/// Sources: J. P. Snyder, Map Projections: A Working Manual (1987): vertical perspective, Lambert conformal conic with
/// one standard parallel, Lambert azimuthal equal-area; B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection
/// (2018). On the sphere, in terms of Mercator's coordinates: with ψ the isometric latitude, sin φ = tanh ψ and
/// cos φ = 1 / cosh ψ.
class MapPlane {
  public:
    /// `eye_radii`, for the globe: from the Earth's centre to the eye, over 1. `morph`: from 0, Mercator, to 1.
    MapPlane(Projection projection, WorldPoint center, double eye_radii, double morph);

    Projection projection() const { return projection_; }
    /// Mercator, or so little of another that nothing of it shows.
    bool flat() const { return projection_ == Projection::Mercator || morph_ <= 0; }
    /// Shows a place once, however often the world repeats.
    bool round() const { return morph_ >= 1 && (projection_ == Projection::Globe || projection_ == Projection::LambertAzimuthal); }

    /// x beyond half a world from the centre is over the edge: see nearest().
    PlanePoint at(WorldPoint point) const;
    /// The copy of `point` that is nearest the centre.
    WorldPoint nearest(WorldPoint point) const;
    /// nullopt beyond the map's edge, or beside the globe.
    std::optional<WorldPoint> world_at(double x, double y) const;
    /// The globe's outline in radii; nullopt where there is none (other projections, or on the way to one).
    std::optional<double> limb_radius() const;
    /// A conic map is a fan about a pole, open where the cone was cut. Angles are from the middle of the fan.
    struct Fan {
        PlanePoint pole;
        double radius = 0;      ///< where it ends
        double half_angle = 0;  ///< radians; π: it closes
        bool upward = false;    ///< from the pole the middle of the fan is up, not down: south of the equator
    };
    std::optional<Fan> fan() const;
    /// The same, and the circle at which an azimuthal map ends.
    std::optional<double> rim_radius() const;

    /// x and y near the centre as series in u and v, 2π times the way east and north in world units: see Jet for the terms.
    struct Series {
        std::array<double, 10> x{}, y{};
    };
    Series series() const;

    /// What shaders/project.glsl takes.
    struct Constants {
        double psi0 = 0, sin0 = 0, cos0 = 1, eye = 2, cone = 1, morph = 1, equal_earth_y0 = 0;
    };
    Constants constants() const { return {psi0_, sin0_, cos0_, eye_, cone_, morph_, equal_earth_y0_}; }

  private:
    template <class T>
    struct Pair {
        T x, y;
    };
    template <class T>
    Pair<T> projected(const T& u, const T& v) const;
    template <class T>
    Pair<T> morphed(const T& u, const T& v) const;
    double front_at(double u, double v) const;
    double cone_reach() const;
    std::optional<WorldPoint> sphere_at(double east, double north, double up) const;
    std::optional<WorldPoint> inverse(double x, double y) const;
    std::optional<WorldPoint> inverse_by_steps(double x, double y) const;

    Projection projection_;
    WorldPoint center_;
    double psi0_, sin0_, cos0_, eye_, cone_, morph_, equal_earth_y0_;
};

}  // namespace dateline::geo
