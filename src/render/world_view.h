#pragma once

#include "gl/program.h"
#include "view/map_plane.h"

#include <array>

namespace dateline::render {

/// What a MapTransform shows, and how a chunk of the world gets there.
class WorldView {
  public:
    WorldView() : WorldView(view::MapTransform{}) {}
    explicit WorldView(const view::MapTransform& map);

    const view::MapTransform& map() const { return map_; }
    /// Which PLANE of project.glsl lays it.
    int kind() const { return kind_; }
    static constexpr std::size_t kKinds = 6;
    /// Whether something may be hidden, so that drawing must clip by the shaders' distances (gl::ClipDistances).
    bool curved() const { return !plane_.flat(); }

    /// The world repeats eastward and westward: the copies of `box`, moved by whole worlds, that may be seen when its
    /// content reaches `reach_px` beyond it. first > last: none.
    using Copies = view::VisibleWorld::Copies;
    Copies copies(const geo::WorldBox& box, float reach_px) const { return visible_.copies(box, reach_px); }

    /// Whether that copy of `box` may be seen.
    bool shows(const geo::WorldBox& box, int copy, float reach_px) const {
        const Copies seen = copies(box, reach_px);
        return !seen.none() &&
               (plane_.plane().round() || (copy >= seen.first && copy <= seen.last));  // a round map shows any copy where it shows one
    }

    /// Uniforms of project.glsl for geometry relative to `origin`, moved by `copy` worlds.
    void apply(const gl::Program& program, geo::WorldPoint origin, int copy) const;
    /// Screen bounds of that copy of `box`.
    view::RectPx screen_bounds(const geo::WorldBox& box, int copy) const { return plane_.bounds(box, copy); }

  private:
    void find_terms();

    view::MapTransform map_;
    view::PlaneView plane_;
    view::VisibleWorld visible_;
    int kind_ = 0;                              ///< PLANE of project.glsl
    std::array<float, 4> screen_from_plane_{};  ///< column by column
    std::array<std::array<float, 4>, 6> terms_{};
};

}  // namespace dateline::render
