#pragma once

#include "view/frame.h"
#include "view/map_plane.h"
#include "view/theme.h"
#include "view/view.h"

#include <vector>

namespace dateline::view {

/// One way that an event went.
struct ArcLeg {
    geo::LonLat from, to;
    double from_radius_km = 0;  ///< of the area that it starts in
    bool inferred = false;      ///< the text does not say where from
    float begin_days = 0, end_days = 0;
    std::uint32_t flags = 0;
    Color color;
};

/// Legs as great circles, in the order given. On a globe they are lifted by min(0.34 × angle, 0.088) radii at most; a flat map
/// bows them by a share of that instead, to the side to which the great circle itself bends, else northward. Legs between
/// the same two places are bowed by more and more, so that all are seen.
///
///        ╭──────╮         ← the lift, as a bow
///      ╱  ╭────╮ ╲
///     ∘ ╱        ╲ ▸ ◆
///
/// A leg of under 5 km has no arc.
ArcSet arc_set(const std::vector<ArcLeg>& legs, const Measures& measures);

/// The same arcs as `map` shows them, each of those that end under one of `discs` only up to its edge; `short_by`: px that
/// the arrow's tip stays back of an arc's end anyway.
ArcSet stopped_at(const ArcSet& set, const MapTransform& map, const std::vector<PageDisc>& discs, float short_by);

/// How an arc looks at the playhead; the same rules as shaders/arc.vert.
struct ArcLook {
    bool shown = true;
    bool to_come = false;
    float drawn = 1;  ///< share of the way that the playhead has drawn
    float alpha = 1;  ///< at the destination; it starts at kArcStartAlpha of it
    Color color;
};
ArcLook look_of(const Arc& arc, const DrawArcs& draw);

/// How a map shows a lift: a flat one by all of the bow; a globe by what is left of it, and by moving the point away from
/// the middle of the disc as far as the eye would see it higher up. An arc stays below the eye however near that is.
struct ArcPlane {
    float bow = 1, lift = 0;  ///< shares
    double eye_radii = 2;
};
ArcPlane arc_plane(const MapTransform& map);
/// Where a point of an arc lies on the target, as it is or `copy` worlds east; the same as arc_point in shaders/arc.vert.
PlaneView::Seen arc_screen(const PlaneView& plane, const MapTransform& map, const ArcSet& set, const ArcSet::Point& point, double copy);

inline constexpr float kArcStartAlpha = 0.3f, kArcStartWidth = 0.45f;

}  // namespace dateline::view
