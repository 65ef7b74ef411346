#pragma once

#include "geo/lonlat.h"
#include "view/frame.h"

#include <vector>

namespace dateline::view {

/// Where the map looks, in double precision. zoom: Web Mercator with 512 px tiles, at scale 1.
struct Camera {
    geo::WorldPoint center{0.5, 0.5};
    double zoom = 2;
    double bearing_deg = 0;  ///< the compass direction that is up
    Projection projection = Projection::Mercator;
    double morph = 1;  ///< of a flight between projections: 0 is still Mercator
    bool operator==(const Camera&) const = default;
};

inline constexpr double kMinZoom = 0;
inline constexpr double kMaxZoom = 20;

MapTransform transform_of(const Camera& camera, RectPx rect, float scale);

/// A centre that a camera may have: longitude within the world, and so near a pole as the projection bears.
geo::WorldPoint held_center(geo::WorldPoint center, Projection projection);

/// Screen and world through a transform; the copy of the world nearest the centre. A point that the projection hides comes
/// out far off the map, in its direction.
PointPx screen_from_world(const MapTransform& map, geo::WorldPoint point);
/// Beside the globe or beyond the map's edge: the nearest place that is on it.
geo::WorldPoint world_from_screen(const MapTransform& map, PointPx point);
/// Ground metres per pixel around `at`.
double ground_m_per_px(const MapTransform& map, geo::LonLat at);

/// The zoom from which a camera's map has no more void than it must: Mercator's world fills its height, a globe nine tenths of its
/// shorter side.
double least_zoom(const Camera& camera, RectPx rect, float scale);
/// `zoom` within what a camera may have. One that is farther off already, to show all of something, need not come nearer.
double held_zoom(const Camera& camera, double zoom, RectPx rect, float scale);
/// A flat map that does not show what lies beyond its world's top and foot, where it need not.
Camera held_on_world(Camera camera, RectPx rect, float scale);
/// Keeps the world point under the cursor where it is.
Camera zoomed_at(const Camera& camera, const MapTransform& map, PointPx cursor, double zoom_by);
Camera panned(const Camera& camera, const MapTransform& map, PointPx from, PointPx to);
/// The camera that shows `box` inside `rect` shrunk by `padding_px`, with `bearing_deg` up.
Camera fitting(const geo::LonLatBox& box, RectPx rect, float padding_px, float scale, Projection projection = Projection::Mercator,
               double bearing_deg = 0);
/// The globe turned to `places`: as near as shows them all, or the whole disc, which takes nine tenths of the shorter side.
Camera fitting_globe(const std::vector<geo::LonLat>& places, RectPx rect, float padding_px, float scale, double bearing_deg = 0);
/// Whether a map shows all of a box, as far as Mercator would.
bool shows_whole(const Camera& camera, const geo::LonLatBox& box, RectPx rect, float scale);
/// The same place in another projection, at the same scale there.
Camera in_projection(const Camera& camera, Projection projection);

/// The smooth and efficient path of van Wijk and Nuij (2003): u(s), w(s) with rho = 1.42, zoomed out at most
/// 1.5 levels beyond the farther end (a smaller rho flies lower); duration 900 to 1600 ms by distance, ease-in-out cubic (look.md's motion).
/// Between two projections the map unfolds into Mercator on the way.
class Flight {
  public:
    Flight(const Camera& from, const Camera& to, RectPx rect, float scale);
    double duration_s() const { return duration_s_; }
    Camera at(double elapsed_s) const;
    bool done(double elapsed_s) const { return elapsed_s >= duration_s_; }

  private:
    Camera along(double elapsed_s) const;

    Camera from_, to_;
    Camera start_, goal_;  ///< as they were asked for; from_ and to_ are in Mercator where the projection changes
    double u1_ = 0, w0_ = 1, w1_ = 1, rho_ = 1, r0_ = 0, length_ = 0, duration_s_ = 0;
    double dx_ = 0, dy_ = 0;
};

}  // namespace dateline::view
