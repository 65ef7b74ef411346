#pragma once

#include "view/camera.h"

#include <cmath>

namespace dateline::view {

/// A transform with what is asked of it often: its zoom, the part of the world it shows, and the world's copies.
struct MapView {
    MapTransform map;
    float scale = 1;
    double zoom = 0;
    geo::WorldBox visible;   ///< x may lie outside 0..1: the world repeats east and west

    MapView(const MapTransform& transform, float frame_scale);

    float px(float at_1x) const { return at_1x * scale; }
    /// The copy of the world nearest the map's centre.
    PointPx screen(geo::WorldPoint p) const { return screen_from_world(map, p); }
    /// The copy moved `copy` worlds east of where it lies.
    PointPx screen(geo::WorldPoint p, int copy) const;

    /// Copies of `box` that may be seen when what is in it reaches `reach_px` beyond; first > last: none.
    struct Copies {
        int first = 0, last = -1;
        bool none() const { return first > last; }
    };
    Copies copies(const geo::WorldBox& box, float reach_px) const;
    Copies copies(geo::WorldPoint p, float reach_px) const { return copies({p.x, p.y, p.x, p.y}, reach_px); }
    bool shows(const geo::WorldBox& box, float reach_px) const { return !copies(box, reach_px).none(); }

  private:
    double cos_ = 1, sin_ = 0;
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
