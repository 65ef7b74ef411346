#pragma once

#include "gl/texture.h"
#include "render/target.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dateline::render {

/// The map that the ground of a frame lies on; null without any.
const view::MapTransform* map_of(const view::Frame& frame);

/// Pictures of what was drawn, for as long as it stays what it is: the ground, which is a frame's first items, and a frame
/// as a whole. While the playhead moves or a marker pulses, the ground is not drawn again; while a menu is open or a name is
/// typed, nothing is. What holds in two frames is kept; the first item that differs ends it. While the map itself moves, what
/// lies beside it is kept, and so is a ground that was drawn smaller (see MotionDetail).
class KeptPicture {
  public:
    struct Plan {
        std::size_t kept = 0, keep = 0;  ///< how many of the frame's items the ground holds, and how many it should
        bool still = false;              ///< the frame is the one before and the one before that
        bool whole_kept = false;         ///< and is kept as a whole
        bool moved = false;              ///< the map lies otherwise than in the frame before
        view::PointPx went;              ///< if so, by how much patterns go along on the screen
        bool same_ground = false;        ///< all of the frame's ground is what it was
    };
    /// Compares with the frame before, and remembers this one.
    Plan next(const view::Frame& frame, const Target& target);

    /// Targets as the frame's, into textures of their own.
    Target ground();
    Target whole();
    /// At 1/`divisor` of the frame's resolution.
    Target coarse(int divisor);
    Target beside();
    void ground_holds(std::size_t items) { kept_ = items; }
    void whole_holds() { whole_kept_ = true; }
    void coarse_holds(int divisor) { coarse_kept_ = divisor; }
    void beside_holds() { beside_kept_ = true; }
    /// The divisor of the coarse ground that is kept and is the frame's; 0: none.
    int coarse_kept() const { return coarse_kept_; }
    bool beside_kept() const { return beside_kept_; }
    /// From one target to another; leaves that bound.
    static void put(const Target& from, const Target& to);
    void forget() { last_.items.clear(), kept_ = 0, whole_kept_ = false, coarse_kept_ = 0, beside_kept_ = false; }

  private:
    struct Surface {
        gl::Texture texture;
        gl::Framebuffer framebuffer;
    };
    static Target own(std::optional<Surface>& surface, Target like, gl::Filter filter = gl::Filter::Nearest);

    view::Frame last_;
    Target shown_;  ///< what the last frame was drawn into
    std::size_t kept_ = 0;
    bool whole_kept_ = false;
    std::size_t same_before_ = 0;  ///< items that the last frame shared with the one before it
    int coarse_kept_ = 0;
    bool beside_kept_ = false;
    std::optional<Surface> ground_, whole_, coarse_, beside_;
};

}  // namespace dateline::render
