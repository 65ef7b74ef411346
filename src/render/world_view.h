#pragma once

#include "gl/program.h"
#include "view/frame.h"

#include <array>

namespace dateline::render {

/// What a MapTransform shows, and how a chunk of the world gets there.
class WorldView {
  public:
    WorldView() : WorldView(view::MapTransform{}) {}
    explicit WorldView(const view::MapTransform& map);

    const view::MapTransform& map() const { return map_; }

    /// The world repeats eastward and westward: the copies of `box`, moved by whole worlds, that may be seen when its
    /// content reaches `reach_px` beyond it. first > last: none.
    struct Copies {
        int first = 0, last = -1;
    };
    Copies copies(const geo::WorldBox& box, float reach_px) const;

    /// Uniforms of project.glsl for geometry relative to `origin`, moved by `copy` worlds.
    void apply(const gl::Program& program, geo::WorldPoint origin, int copy) const;
    /// Screen bounds of that copy of `box`.
    view::RectPx screen_bounds(const geo::WorldBox& box, int copy) const;

  private:
    view::MapTransform map_;
    std::array<double, 4> screen_from_world_{};   ///< column by column
    geo::WorldBox visible_;
};

}  // namespace dateline::render
