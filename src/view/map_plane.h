#pragma once

#include "geo/projection.h"
#include "view/frame.h"

#include <cstdint>
#include <optional>

namespace dateline::view {

/// A MapTransform at work: the plane that the world is laid into, and how it lies on the target.
///
///     world ─ geo::MapPlane ─▶ radii of the Earth ─ bearing, px_per_radius ─▶ pixels
///
/// The globe is seen from as far as a lens of 37° sees the height of the map. For Mercator the scale is that of world_px,
/// for the others that of a globe whose equator takes world_px; on the way between them the scale at the centre holds.
class PlaneView {
  public:
    explicit PlaneView(const MapTransform& map);

    const geo::MapPlane& plane() const { return plane_; }
    bool flat() const { return plane_.flat(); }
    double px_per_radius() const { return px_per_radius_; }
    /// Pixels per world unit at the centre.
    double px_per_world() const { return px_per_world_; }

    struct Seen {
        PointPx at;
        double front = 1;  ///< below 0: hidden
    };
    /// Takes x as it is: no other copy of the world.
    Seen screen(geo::WorldPoint point) const;
    /// nullopt beside the globe or beyond the map's edge.
    std::optional<geo::WorldPoint> world(PointPx point) const;
    /// Of a point of the plane, in radii of the Earth.
    PointPx on_plane(double x, double y) const { return turned(x * px_per_radius_, y * px_per_radius_); }

    /// A box on the target around all of `box`, moved `copy` worlds east, that is seen; the map's rect where that is uncertain.
    RectPx bounds(const geo::WorldBox& box, int copy) const;

    /// The globe on the target; nullopt for what has no outline.
    struct Limb {
        PointPx center;
        float radius = 0;
        bool crosses = false;  ///< its outline runs through the map's rect
    };
    std::optional<Limb> limb() const;
    /// The same of an azimuthal map too, which ends at a circle.
    std::optional<Limb> rim() const;

  private:
    friend class VisibleWorld;
    PointPx turned(double x, double y) const;

    MapTransform map_;
    double px_per_radius_ = 1, px_per_world_ = 1, cos_ = 1, sin_ = 0;
    geo::MapPlane plane_;
};

/// What of the world a map shows: worked out once a frame.
class VisibleWorld {
  public:
    explicit VisibleWorld(const PlaneView& view);

    /// x around the centre's, beyond 0..1 where the world repeats.
    const geo::WorldBox& box() const { return box_; }
    /// Copies of a box, moved by whole worlds, that may be seen when its content reaches `reach_px` beyond it, so that each
    /// place is drawn as often as it is seen. first > last: none.
    struct Copies {
        int first = 0, last = -1;
        bool none() const { return first > last; }
    };
    Copies copies(const geo::WorldBox& box, float reach_px) const;

  private:
    void find_flat(const PlaneView& view);
    void find_curved(const PlaneView& view);
    void find_half_way(const PlaneView& view, double reach);
    void follow_edge(const PlaneView& view, RectPx seen);
    enum class Ball : std::uint8_t { Off, On, Large };
    Ball ball_of(const geo::WorldBox& box, double reach_px) const;
    bool off_globe(const geo::WorldBox& box, double reach_px, int quarterings) const;

    RectPx rect_;
    double center_x_ = 0.5, px_per_world_ = 1;
    bool flat_ = true, round_ = false;
    geo::WorldBox box_;
    std::optional<PlaneView> globe_;  ///< a whole globe: what lies in box_ may still be beside the rect
};

/// The globe's eye, in radii from the Earth's centre.
double eye_radii(const MapTransform& map);

}  // namespace dateline::view
