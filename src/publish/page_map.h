#pragma once

#include "view/map_plane.h"

#include <optional>
#include <vector>

namespace dateline::publish {

/// Where what lies in the world falls on a page, cut off where the map does not show it: behind a globe, beyond an edge.
class PageMap {
  public:
    void show(const view::MapTransform& map) {
        map_ = map;
        plane_.emplace(map);
    }
    const view::MapTransform& map() const { return map_; }
    const view::PlaneView& plane() const { return *plane_; }

    view::PlaneView::Seen seen(geo::WorldPoint origin, geo::LocalPoint local, double copy) const;
    /// The copies of the world in which a box around `origin` may be seen.
    std::vector<double> copies(geo::WorldPoint origin) const;
    /// A closed ring as far as it is seen; what is hidden is cut off along the edge of the map.
    std::vector<view::PointPx> ring(geo::WorldPoint origin, const std::vector<geo::LocalPoint>& vertices,
                                    const std::vector<std::uint32_t>& ring, double copy) const;
    /// The pieces of a line that are seen.
    std::vector<std::vector<view::PointPx>> line(const geo::LineSet& set, std::size_t first, std::size_t end, double copy) const;

    /// How much longer a path is in the world than on the page, which a projection changes from place to place: patterns along a
    /// line are fixed to the world.
    float stretch(const std::vector<view::PointPx>& path) const;

  private:
    view::PointPx edge_between(geo::WorldPoint shown, geo::WorldPoint hidden) const;
    void follow_limb(view::PointPx from, view::PointPx to, std::vector<view::PointPx>& out) const;

    view::MapTransform map_;
    std::optional<view::PlaneView> plane_ = view::PlaneView(view::MapTransform{});
};

}  // namespace dateline::publish
