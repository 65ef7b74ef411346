#pragma once

#include "view/timeline_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::view {

/// Neighbours in a lane that fall into one bin of the screen: `count` of the lane's points from `first` on.
struct LaneRun {
    std::uint32_t first = 0, count = 0;
    float x0 = 0, x1 = 0;  ///< of its first and its last point
};

/// Bins at least `fold_px` wide. In the focus they are cut at round times, so that they keep their content while panning.
/// Jumps from bin to bin by bisection: the cost is the number of bins, not of points.
std::vector<LaneRun> fold_points(std::span<const std::int64_t> at_s, const TimelineScale& scale, float fold_px);

/// A point that is drawn by itself, perhaps moved aside a little to keep its neighbours apart.
struct LaneGlyph {
    std::uint32_t index = 0;  ///< into the lane's points
    float x = 0;
};
/// Points too crowded to be told apart: runs [first_run, last_run), `count` points.
struct LaneBlock {
    std::uint32_t first_run = 0, last_run = 0, count = 0;
    float x0 = 0, x1 = 0;
};
struct LanePoints {
    std::vector<LaneRun> runs;
    std::vector<LaneGlyph> glyphs;  ///< by x
    std::vector<LaneBlock> blocks;  ///< by x
};

/// Glyphs `spacing_px` apart where moving none by more than `reach_px` allows that; else blocks. Every point is in exactly
/// one glyph or block.
LanePoints arrange_points(std::span<const std::int64_t> at_s, const TimelineScale& scale, float fold_px, float spacing_px, float reach_px);

/// The nearest positions to `wanted` (ascending) in the same order and `spacing` apart, by pooling adjacent violators.
std::vector<float> spread(std::span<const float> wanted, float spacing);

}  // namespace dateline::view
