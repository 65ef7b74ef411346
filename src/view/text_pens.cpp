#include "view/text_pens.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

struct Path {
    std::vector<PointPx> points;
    std::vector<float> along;

    explicit Path(const std::vector<PointPx>& from) {
        for (PointPx p : from) {
            const float step = points.empty() ? 0 : std::hypot(p.x - points.back().x, p.y - points.back().y);
            if (!points.empty() && step < 1e-3f) continue;
            along.push_back(points.empty() ? 0 : along.back() + step);
            points.push_back(p);
        }
    }
    float length() const { return along.empty() ? 0 : along.back(); }
    PointPx at(float distance) const {
        const auto after = std::upper_bound(along.begin(), along.end(), distance);
        const auto i = std::clamp<std::ptrdiff_t>(after - along.begin(), 1, static_cast<std::ptrdiff_t>(along.size()) - 1);
        const auto b = static_cast<std::size_t>(i), a = b - 1;
        const float t = (distance - along[a]) / (along[b] - along[a]);  // beyond the ends the path goes straight on
        return {points[a].x + t * (points[b].x - points[a].x), points[a].y + t * (points[b].y - points[a].y)};
    }
};

/// Where a text turns as one: the middle of a letter with what stands on it.
struct Hinge {
    float x = 0;     ///< from the text's start
    float half = 0;  ///< of the letter's advance
};

/// Of each glyph its own hinge, of marks the one of the letter in their cluster.
std::vector<Hinge> hinges_of(const ShapedText& shaped) {
    std::vector<Hinge> hinges(shaped.glyphs.size());
    for (std::size_t begin = 0; begin < shaped.glyphs.size();) {
        std::size_t end = begin + 1;
        while (end < shaped.glyphs.size() && shaped.glyphs[end].cluster == shaped.glyphs[begin].cluster) ++end;
        const auto widest = std::max_element(shaped.glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                                             shaped.glyphs.begin() + static_cast<std::ptrdiff_t>(end),
                                             [](const PlacedGlyph& a, const PlacedGlyph& b) { return a.advance < b.advance; });
        for (std::size_t i = begin; i < end; ++i) {
            const PlacedGlyph& g = shaped.glyphs[i].advance > 0 ? shaped.glyphs[i] : *widest;
            const float half = std::max(0.5f * g.advance, 0.1f);
            hinges[i] = {g.x + half, half};
        }
        begin = end;
    }
    return hinges;
}

}  // namespace

std::vector<GlyphPen> pens_of(const DrawText& item, const ShapedText& shaped) {
    float start = 0;
    if (item.align == AlignX::Center) start = -0.5f * shaped.width_px;
    if (item.align == AlignX::Right) start = -shaped.width_px;
    const float c = std::cos(item.angle_rad), s = std::sin(item.angle_rad);
    std::vector<GlyphPen> pens;
    pens.reserve(shaped.glyphs.size());
    for (const PlacedGlyph& g : shaped.glyphs) {
        const float x = start + g.x;
        if (item.angle_rad == 0) pens.push_back({{item.at.x + x, std::round(item.at.y) + g.y}, 1, 0});
        else pens.push_back({{item.at.x + c * x - s * g.y, item.at.y + s * x + c * g.y}, c, s});
    }
    return pens;
}

std::vector<GlyphPen> pens_of(const DrawTextPath& item, const ShapedText& shaped) {
    Path path(item.path);
    if (path.points.size() < 2) return {};
    const float start = 0.5f * (path.length() - shaped.width_px);
    if (path.at(start + shaped.width_px).x < path.at(start).x) path = Path({path.points.rbegin(), path.points.rend()});
    const std::vector<Hinge> hinges = hinges_of(shaped);
    std::vector<GlyphPen> pens;
    pens.reserve(shaped.glyphs.size());
    for (std::size_t i = 0; i < shaped.glyphs.size(); ++i) {
        const PlacedGlyph& g = shaped.glyphs[i];
        const float middle = start + hinges[i].x;
        // The chord over a little more than the glyph smooths the path's corners.
        const float reach = std::max(hinges[i].half, 0.3f * item.style.size_px);
        const PointPx before = path.at(middle - reach), after = path.at(middle + reach), on = path.at(middle);
        const float length = std::max(std::hypot(after.x - before.x, after.y - before.y), 1e-3f);
        const float c = (after.x - before.x) / length, s = (after.y - before.y) / length;
        const float back = g.x - hinges[i].x;
        pens.push_back({{on.x + c * back - s * g.y, on.y + s * back + c * g.y}, c, s});
    }
    return pens;
}

}  // namespace dateline::view
