#pragma once

#include "view/arc_set.h"

#include <array>
#include <vector>

namespace dateline::publish {

/// One arc as paths for a page: a tapering outline with an arrow's head, or dashes where it is still to come.
struct ArcPath {
    struct Stop {
        float at = 0;  ///< share of the chord
        view::Color color;
    };
    std::vector<view::PointPx> points;  ///< from the start to the head's tip
    std::vector<Stop> stops;
    std::vector<view::PointPx> body, head;  ///< closed outlines; may be empty
    std::vector<view::PointPx> dashed;      ///< an open line
    std::array<float, 2> dash_px{};
    float dashed_width_px = 1;
};
/// `points`: the arc on the page, whole. The same rules as shaders/arc.frag.
ArcPath arc_path(const std::vector<view::PointPx>& points, const view::Arc& arc, const view::ArcLook& look, const view::DrawArcs& draw);

}  // namespace dateline::publish
