#pragma once

#include "gl/texture.h"
#include "render/target.h"

#include <array>
#include <optional>
#include <vector>

namespace dateline::render {

/// By how much a picture of a flat map is to be moved so that it shows the map as it lies now, to the nearest whole pixel.
struct PixelShift {
    int x = 0, y = 0;  ///< right and down
    bool operator==(const PixelShift&) const = default;
};
/// None where more than the centre differs, the map is not flat, or nothing of the picture would be left.
std::optional<PixelShift> shift_between(const view::MapTransform& before, const view::MapTransform& now);
/// The map that shows what `map` shows, so moved.
view::MapTransform shifted(const view::MapTransform& map, PixelShift by);
/// What of `rect` a picture that was moved does not show: up to two strips.
std::vector<view::RectPx> uncovered(const view::RectPx& rect, PixelShift by);
/// The ground of `frame`, of which only what falls in `strip` is asked for. `map` says where it lies.
view::Frame strip_of_ground(const view::Frame& frame, const view::MapTransform& map, const view::RectPx& strip);

/// The ground at its full resolution, moved by whole pixels while a flat map is panned: only what comes into view is drawn.
class PannedGround {
  public:
    /// Where it is drawn whole, a texture as large as `like`.
    Target target(const Target& like);
    /// With screen patterns that begin at `pattern_px`.
    void holds(const view::MapTransform& map, view::PointPx pattern_px) { map_ = map, pattern_px_ = pattern_px, exact_ = true; }
    /// The ground of the frame is another than the one that was drawn: it may still serve a map that is panned.
    void changed() { exact_ = false; }
    void forget() { map_.reset(), exact_ = false; }
    bool exact() const { return exact_; }
    /// By how much it must be moved for `map`; none where it cannot serve.
    std::optional<PixelShift> shift_to(const view::MapTransform& map) const;
    /// Moves it. Returns where it lies then, to within half a pixel of where it was asked for.
    const view::MapTransform& move(const Target& like, PixelShift by);
    /// Where screen patterns in it begin: they went along.
    view::PointPx pattern_px() const { return pattern_px_; }

  private:
    struct Surface {
        gl::Texture texture;
        gl::Framebuffer framebuffer;
    };
    std::array<std::optional<Surface>, 2> surfaces_;  ///< the second to move into
    std::optional<view::MapTransform> map_;
    bool exact_ = false;
    view::PointPx pattern_px_;
};

}  // namespace dateline::render
