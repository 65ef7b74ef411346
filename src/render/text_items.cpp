#include "render/text_items.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr float kLargestBitmapPx = 64;

/// A glyph's pen on the screen and the direction its text runs there.
struct Pen {
    view::PointPx at;
    float cosine = 1, sine = 0;
};

struct Writer {
    const view::Typesetter& type;
    GlyphAtlas& atlas;
    const view::TextStyle& style;
    std::vector<GlyphInstance>& out;

    /// From the glyph's distance field, its outline moved outward by `grow_px`.
    void field(const view::PlacedGlyph& glyph, const Pen& pen, float grow_px, view::Color color) {
        const AtlasGlyph& g = atlas.field(type, glyph.font, glyph.glyph);
        if (g.empty()) return;
        const float k = style.size_px / static_cast<float>(view::kGlyphEmPx);
        // Texel value 0..1 to px from the outline: 128/255 lies on it, kGlyphSpreadPx away is 0.
        const float slope = 255.0f / 128.0f * static_cast<float>(view::kGlyphSpreadPx) * k;
        const float shift = 0.5f + grow_px - static_cast<float>(view::kGlyphSpreadPx) * k;
        const auto x = static_cast<float>(g.x), y = static_cast<float>(g.y);
        const auto w = static_cast<float>(g.width), h = static_cast<float>(g.height);
        out.push_back({pen.at, pen.cosine, pen.sine, {g.left * k, g.top * k, (g.left + w) * k, (g.top + h) * k},
                       {x, y, x + w, y + h}, {slope, shift}, rgba8(color)});
    }

    /// Texel for pixel; the pen is on a quarter of a pixel.
    void bitmap(const view::PlacedGlyph& glyph, view::PointPx pen, view::Color color) {
        const float quarters = std::floor(pen.x * 4 + 0.5f);
        const float whole = std::floor(quarters / 4);
        const AtlasGlyph& g = atlas.bitmap(type, glyph.font, glyph.glyph, style.size_px, static_cast<int>(quarters - 4 * whole));
        if (g.empty()) return;
        const auto x = static_cast<float>(g.x), y = static_cast<float>(g.y);
        const auto w = static_cast<float>(g.width), h = static_cast<float>(g.height);
        out.push_back({{whole, std::round(pen.y)}, 1, 0, {g.left, g.top, g.left + w, g.top + h}, {x, y, x + w, y + h}, {1, 0},
                       rgba8(color)});
    }
};

/// Pens of a straight text; upright text sits on a whole pixel.
std::vector<Pen> straight_pens(const view::DrawText& item, const view::ShapedText& shaped) {
    float start = 0;
    if (item.align == view::AlignX::Center) start = -0.5f * shaped.width_px;
    if (item.align == view::AlignX::Right) start = -shaped.width_px;
    const float c = std::cos(item.angle_rad), s = std::sin(item.angle_rad);
    std::vector<Pen> pens;
    for (const view::PlacedGlyph& g : shaped.glyphs) {
        const float x = start + g.x;
        if (item.angle_rad == 0) {
            pens.push_back({{item.at.x + x, std::round(item.at.y) + g.y}, 1, 0});
        } else {
            pens.push_back({{item.at.x + c * x - s * g.y, item.at.y + s * x + c * g.y}, c, s});
        }
    }
    return pens;
}

struct Path {
    std::vector<view::PointPx> points;
    std::vector<float> along;

    explicit Path(const std::vector<view::PointPx>& from) {
        for (view::PointPx p : from) {
            const float step = points.empty() ? 0 : std::hypot(p.x - points.back().x, p.y - points.back().y);
            if (!points.empty() && step < 1e-3f) continue;
            along.push_back(points.empty() ? 0 : along.back() + step);
            points.push_back(p);
        }
    }
    float length() const { return along.empty() ? 0 : along.back(); }
    view::PointPx at(float distance) const {
        const auto after = std::upper_bound(along.begin(), along.end(), distance);
        const auto i = std::clamp<std::ptrdiff_t>(after - along.begin(), 1, static_cast<std::ptrdiff_t>(along.size()) - 1);
        const auto b = static_cast<std::size_t>(i), a = b - 1;
        const float t = (distance - along[a]) / (along[b] - along[a]);   // beyond the ends the path goes straight on
        return {points[a].x + t * (points[b].x - points[a].x), points[a].y + t * (points[b].y - points[a].y)};
    }
};

/// Pens along a path, centred on its middle, and never upside down. Each glyph turns about the middle of its advance.
std::vector<Pen> path_pens(const view::DrawTextPath& item, const view::ShapedText& shaped) {
    Path path(item.path);
    if (path.points.size() < 2) return {};
    const float start = 0.5f * (path.length() - shaped.width_px);
    if (path.at(start + shaped.width_px).x < path.at(start).x) {
        path = Path({path.points.rbegin(), path.points.rend()});
    }
    std::vector<Pen> pens;
    for (const view::PlacedGlyph& g : shaped.glyphs) {
        const float half = std::max(0.5f * g.advance, 0.1f);
        const float middle = start + g.x + half;
        // The chord over a little more than the glyph smooths the path's corners.
        const float reach = std::max(half, 0.3f * item.style.size_px);
        const view::PointPx before = path.at(middle - reach), after = path.at(middle + reach), on = path.at(middle);
        const float length = std::max(std::hypot(after.x - before.x, after.y - before.y), 1e-3f);
        const float c = (after.x - before.x) / length, s = (after.y - before.y) / length;
        pens.push_back({{on.x - c * half - s * g.y, on.y - s * half + c * g.y}, c, s});
    }
    return pens;
}

view::RectPx write(const view::ShapedText& shaped, const std::vector<Pen>& pens, bool upright, Writer writer) {
    const view::TextStyle& style = writer.style;
    if (pens.empty()) return {};
    if (style.halo.a > 0 && style.halo_px > 0) {
        for (std::size_t i = 0; i < pens.size(); ++i) writer.field(shaped.glyphs[i], pens[i], 0.5f * style.halo_px, style.halo);
    }
    for (std::size_t i = 0; i < pens.size() && style.color.a > 0; ++i) {
        if (upright && style.size_px <= kLargestBitmapPx) {
            writer.bitmap(shaped.glyphs[i], pens[i].at, style.color);
        } else {
            writer.field(shaped.glyphs[i], pens[i], 0, style.color);
        }
    }
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    const float around = 1.3f * style.size_px + style.halo_px + 2;
    for (const Pen& pen : pens) {
        x0 = std::min(x0, pen.at.x), x1 = std::max(x1, pen.at.x);
        y0 = std::min(y0, pen.at.y), y1 = std::max(y1, pen.at.y);
    }
    return {x0 - around, y0 - around, x1 - x0 + 2 * around, y1 - y0 + 2 * around};
}

}  // namespace

view::RectPx append(const view::DrawText& item, const view::Typesetter& type, GlyphAtlas& atlas,
                    std::vector<GlyphInstance>& out) {
    if (!(item.style.size_px > 0.5f)) return {};
    const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
    return write(shaped, straight_pens(item, shaped), item.angle_rad == 0, {type, atlas, item.style, out});
}

view::RectPx append(const view::DrawTextPath& item, const view::Typesetter& type, GlyphAtlas& atlas,
                    std::vector<GlyphInstance>& out) {
    if (!(item.style.size_px > 0.5f)) return {};
    const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
    return write(shaped, path_pens(item, shaped), false, {type, atlas, item.style, out});
}

}  // namespace dateline::render
