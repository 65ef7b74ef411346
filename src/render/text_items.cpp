#include "render/text_items.h"

#include "view/text_pens.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr float kLargestBitmapPx = 64;

struct Writer {
    const view::Typesetter& type;
    GlyphAtlas& atlas;
    const view::TextStyle& style;
    std::vector<GlyphInstance>& out;

    /// From the glyph's distance field, its outline moved outward by `grow_px`.
    void field(const view::PlacedGlyph& glyph, const view::GlyphPen& pen, float grow_px, view::Color color) {
        const AtlasGlyph& g = atlas.field(type, glyph.font, glyph.glyph);
        if (g.empty()) return;
        const float k = style.size_px / static_cast<float>(view::kGlyphEmPx);
        // Texel value 0..1 to px from the outline: 128/255 lies on it, kGlyphSpreadPx away is 0.
        const float slope = 255.0f / 128.0f * static_cast<float>(view::kGlyphSpreadPx) * k;
        const float shift = 0.5f + grow_px - static_cast<float>(view::kGlyphSpreadPx) * k;
        const auto x = static_cast<float>(g.x), y = static_cast<float>(g.y);
        const auto w = static_cast<float>(g.width), h = static_cast<float>(g.height);
        out.push_back({pen.at,
                       pen.cosine,
                       pen.sine,
                       {g.left * k, g.top * k, (g.left + w) * k, (g.top + h) * k},
                       {x, y, x + w, y + h},
                       {slope, shift},
                       rgba8(color)});
    }

    /// Texel for pixel; the pen is on a quarter of a pixel.
    void bitmap(const view::PlacedGlyph& glyph, view::PointPx pen, view::Color color) {
        const float quarters = std::floor(pen.x * 4 + 0.5f);
        const float whole = std::floor(quarters / 4);
        const AtlasGlyph& g = atlas.bitmap(type, glyph.font, glyph.glyph, style.size_px, static_cast<int>(quarters - 4 * whole));
        if (g.empty()) return;
        const auto x = static_cast<float>(g.x), y = static_cast<float>(g.y);
        const auto w = static_cast<float>(g.width), h = static_cast<float>(g.height);
        out.push_back(
            {{whole, std::round(pen.y)}, 1, 0, {g.left, g.top, g.left + w, g.top + h}, {x, y, x + w, y + h}, {1, 0}, rgba8(color)});
    }
};

view::RectPx write(const view::ShapedText& shaped, const std::vector<view::GlyphPen>& pens, bool upright, Writer writer) {
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
    for (const view::GlyphPen& pen : pens) {
        x0 = std::min(x0, pen.at.x), x1 = std::max(x1, pen.at.x);
        y0 = std::min(y0, pen.at.y), y1 = std::max(y1, pen.at.y);
    }
    return {x0 - around, y0 - around, x1 - x0 + 2 * around, y1 - y0 + 2 * around};
}

}  // namespace

view::RectPx append(const view::DrawText& item, const view::Typesetter& type, GlyphAtlas& atlas, std::vector<GlyphInstance>& out) {
    if (!(item.style.size_px > 0.5f)) return {};
    const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
    return write(shaped, view::pens_of(item, shaped), item.angle_rad == 0, {type, atlas, item.style, out});
}

view::RectPx append(const view::DrawTextPath& item, const view::Typesetter& type, GlyphAtlas& atlas, std::vector<GlyphInstance>& out) {
    if (!(item.style.size_px > 0.5f)) return {};
    const view::ShapedText& shaped = type.shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
    return write(shaped, view::pens_of(item, shaped), false, {type, atlas, item.style, out});
}

}  // namespace dateline::render
