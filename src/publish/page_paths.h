#pragma once

#include "view/frame.h"

#include <vector>

namespace dateline::publish {

/// A point far from the page comes nearer: Cairo's fixed point holds no more than some 20,000 px.
view::PointPx clamped(view::PointPx p);

float length_of(const std::vector<view::PointPx>& path);

struct PathPoint {
    view::PointPx at;
    float angle = 0;
};
/// The point `along` pixels from the path's start, and the direction there.
PathPoint point_along(const std::vector<view::PointPx>& path, float along);

/// `path` moved to the right of its direction, corners mitred (at most twice the offset).
std::vector<view::PointPx> parallel(const std::vector<view::PointPx>& path, float offset);

}  // namespace dateline::publish
