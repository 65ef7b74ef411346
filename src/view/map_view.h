#pragma once

#include "view/camera.h"
#include "view/map_plane.h"

#include <cmath>

namespace dateline::view {

/// A transform with what is asked of it often: its zoom, the part of the world it shows, and the world's copies.
struct MapView {
    MapTransform map;
    float scale = 1;
    double zoom = 0;
    PlaneView plane;
    VisibleWorld seen;
    geo::WorldBox visible;  ///< x may lie outside 0..1: the world repeats east and west

    MapView(const MapTransform& transform, float frame_scale);

    float px(float at_1x) const { return at_1x * scale; }
    /// The copy of the world nearest the map's centre. What sees() denies comes out far off the map.
    PointPx screen(geo::WorldPoint p) const { return plane.screen(plane.plane().nearest(p)).at; }
    /// The copy moved `copy` worlds east of where it lies.
    PointPx screen(geo::WorldPoint p, int copy) const { return plane.screen({p.x + copy, p.y}).at; }
    /// Whether the projection shows the point: it is not on the globe's far side.
    bool sees(geo::WorldPoint p) const { return plane.flat() || plane.screen(plane.plane().nearest(p)).front >= 0; }
    bool sees(geo::WorldPoint p, int copy) const { return plane.flat() || plane.screen({p.x + copy, p.y}).front >= 0; }

    /// Copies of `box` that may be seen when what is in it reaches `reach_px` beyond; first > last: none.
    using Copies = VisibleWorld::Copies;
    Copies copies(const geo::WorldBox& box, float reach_px) const { return seen.copies(box, reach_px); }
    Copies copies(geo::WorldPoint p, float reach_px) const { return copies({p.x, p.y, p.x, p.y}, reach_px); }
    bool shows(const geo::WorldBox& box, float reach_px) const { return !copies(box, reach_px).none(); }
};

/// 0 below `from`, 1 above `to`, smooth between: how much of a layer shows at a zoom.
inline float fade_in(double zoom, double from, double to) {
    const double t = (zoom - from) / (to - from);
    if (!(t > 0)) return 0;
    return t >= 1 ? 1 : static_cast<float>(t * t * (3 - 2 * t));
}

inline PointPx operator+(PointPx a, PointPx b) { return {a.x + b.x, a.y + b.y}; }
inline PointPx operator-(PointPx a, PointPx b) { return {a.x - b.x, a.y - b.y}; }
inline PointPx operator*(PointPx a, float k) { return {a.x * k, a.y * k}; }
inline float length_of(PointPx a) { return std::hypot(a.x, a.y); }
inline RectPx grown(RectPx r, float by) { return {r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by}; }
inline RectPx around(PointPx p, float reach) { return {p.x - reach, p.y - reach, 2 * reach, 2 * reach}; }
inline bool holds(RectPx outer, RectPx inner) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() && inner.bottom() <= outer.bottom();
}

}  // namespace dateline::view
