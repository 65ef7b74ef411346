#pragma once

#include "view/frame.h"

namespace dateline::render {

/// The ground of `frame` at 1/`divisor` of its resolution: lengths, patterns and widths with it, so that what is stretched back lies
/// where it would lie and is as wide; only hairlines, borders among them, are given more ink, so that smeared they are as visible. Beyond the map's rect and its clips it goes on for a pixel, so that stretching meets no edge.
view::Frame coarse_ground(const view::Frame& frame, int divisor);

}  // namespace dateline::render
