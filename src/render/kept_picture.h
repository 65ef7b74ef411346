#pragma once

#include "gl/texture.h"
#include "render/target.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace dateline::render {

/// Pictures of what was drawn, for as long as it stays what it is: the ground, which is a frame's first items, and a frame
/// as a whole. While the playhead moves or a marker pulses, the ground is not drawn again; while a menu is open or a name is
/// typed, nothing is. What holds in two frames is kept; the first item that differs ends it.
class KeptPicture {
  public:
    struct Plan {
        std::size_t kept = 0, keep = 0;   ///< how many of the frame's items the ground holds, and how many it should
        bool still = false;               ///< the frame is the one before and the one before that
        bool whole_kept = false;          ///< and is kept as a whole
    };
    /// Compares with the frame before, and remembers this one.
    Plan next(const view::Frame& frame, const Target& target);

    /// Targets as the frame's, into textures of their own.
    Target ground();
    Target whole();
    void ground_holds(std::size_t items) { kept_ = items; }
    void whole_holds() { whole_kept_ = true; }
    /// From one target to another; leaves that bound.
    static void put(const Target& from, const Target& to);
    void forget() { last_.items.clear(), kept_ = 0, whole_kept_ = false; }

  private:
    struct Surface {
        gl::Texture texture;
        gl::Framebuffer framebuffer;
    };
    Target own(std::optional<Surface>& surface);

    view::Frame last_;
    Target shown_;                 ///< what the last frame was drawn into
    std::size_t kept_ = 0;
    bool whole_kept_ = false;
    std::size_t same_before_ = 0;  ///< items that the last frame shared with the one before it
    std::optional<Surface> ground_, whole_;
};

}  // namespace dateline::render
