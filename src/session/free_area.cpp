#include "session/free_area.h"

#include "view/map_view.h"

#include <algorithm>

namespace dateline::session {
namespace {

constexpr float kLeastPart = 0.35f;  // of the map's width and height
constexpr std::size_t kMostPanels = 8;

/// Where a part may begin or end along an axis: at the map's edges and at those of panels.
std::vector<float> edges_of(const std::vector<view::RectPx>& covered, float length, float view::RectPx::*at, float view::RectPx::*extent) {
    std::vector<float> edges{0, length};
    for (const view::RectPx& rect : covered)
        for (const float edge : {rect.*at, rect.*at + rect.*extent})
            if (edge > 0 && edge < length) edges.push_back(edge);
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

}  // namespace

std::vector<view::RectPx> free_parts(const MapSize& size) {
    std::vector<view::RectPx> covered = size.covered;
    if (covered.size() > kMostPanels) covered.resize(kMostPanels);
    const std::vector<float> xs = edges_of(covered, size.width_px, &view::RectPx::x, &view::RectPx::w);
    const std::vector<float> ys = edges_of(covered, size.height_px, &view::RectPx::y, &view::RectPx::h);
    std::vector<view::RectPx> parts;
    for (std::size_t left = 0; left < xs.size(); ++left)
        for (std::size_t right = left + 1; right < xs.size(); ++right)
            for (std::size_t top = 0; top < ys.size(); ++top)
                for (std::size_t foot = top + 1; foot < ys.size(); ++foot) {
                    const view::RectPx part{xs[left], ys[top], xs[right] - xs[left], ys[foot] - ys[top]};
                    const bool roomy = part.w >= kLeastPart * size.width_px && part.h >= kLeastPart * size.height_px;
                    if (roomy && std::none_of(covered.begin(), covered.end(), [&](const view::RectPx& c) { return c.overlaps(part); }))
                        parts.push_back(part);
                }
    std::stable_sort(parts.begin(), parts.end(), [](const view::RectPx& a, const view::RectPx& b) { return a.w * a.h > b.w * b.h; });
    // Of a part within another nothing is to be had.
    std::vector<view::RectPx> largest;
    for (const view::RectPx& part : parts)
        if (std::none_of(largest.begin(), largest.end(), [&](const view::RectPx& l) { return view::holds(l, part); }))
            largest.push_back(part);
    return largest;
}

}  // namespace dateline::session
