#pragma once

#include "document/briefing.h"

#include <cstdint>
#include <memory>
#include <unordered_map>

namespace dateline::view {

/// Segments that begin or end as the playhead passes their date: in the window they are drawn on, from their start to their
/// end, and what they replace gives way at the same pace. A picture has no clock and shows them whole.
///
///     planned    ╶ ╶ ╶ ╶ ╶ ╶ ╶        ─────▸ ╶ ╶ ╶         ─────────────
///     existing                        ─────▸
class RouteGrowth {
  public:
    /// What of a segment is drawn, as shares of its length.
    struct Part {
        float from = 0, to = 1;
        bool none() const { return to <= from; }
        bool whole() const { return from <= 0 && to >= 1; }
    };

    /// Once a frame, before part_of(). A clock of 0 has no motion.
    void begin_frame(std::uint64_t briefing_version, calendar::Instant playhead, double clock_s);
    Part part_of(std::uint32_t route, std::uint32_t index, const document::RouteSegment& segment);
    /// Something is on its way: draw again soon.
    bool growing() const { return growing_; }

  private:
    struct Share {
        float share = 1;
        bool there = true;
        bool at_begin = true;  ///< it comes or goes at its own begin, else at its end
    };
    std::unordered_map<std::uint64_t, Share> shares_;
    std::uint64_t version_ = 0;
    calendar::Instant playhead_{}, before_{};
    double clock_s_ = 0;
    float step_ = 0;  ///< of this frame
    bool moves_ = false, growing_ = false;
};

/// The part of a line's length; its key is that of one of a few such parts.
std::shared_ptr<const geo::LineSet> part_of(const std::shared_ptr<const geo::LineSet>& lines, RouteGrowth::Part part);

}  // namespace dateline::view
