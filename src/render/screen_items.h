#pragma once

#include "view/frame.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::render {

enum class ScreenKind : std::uint8_t { Rects, Symbols, Paths, Fans, Glyphs };
inline constexpr int kScreenKinds = 5;

using Rgba8 = std::array<std::uint8_t, 4>;
Rgba8 rgba8(view::Color color);
Rgba8 premultiplied8(view::Color color, float alpha);

// What the buffers hold: one instance a thing (rect.vert, symbol.vert, path.vert, glyph.vert), or a vertex (fan.vert).
struct RectInstance {
    view::RectPx rect;
    float radius, stroke_px;
    Rgba8 top_left, top_right, bottom_right, bottom_left, stroke;
};
struct SymbolInstance {
    view::PointPx center;
    float radius, stroke_px;
    std::array<float, 2> dash_px;
    float glow_px;
    Rgba8 fill, stroke;
    std::uint32_t shape;
};
struct PathInstance {
    view::PointPx prev, from, to, next;
    float width_px, along_px, round_caps;
    std::array<float, 4> dash_px;
    Rgba8 color;
};
struct FanVertex {
    view::PointPx position;
    Rgba8 color;
};
struct GlyphInstance {
    view::PointPx pen;
    float cosine, sine;
    std::array<float, 4> box, texels;
    std::array<float, 2> ramp;
    Rgba8 color;
};

// Bounds on the screen, anti-aliasing included, and what to draw.
view::RectPx append(const view::FillRect& item, std::vector<RectInstance>& out);
view::RectPx append(const view::Symbol& item, std::vector<SymbolInstance>& out);
view::RectPx append(const view::StrokePath& item, std::vector<PathInstance>& out);
view::RectPx append(const view::FillPath& item, std::vector<FanVertex>& out);

}  // namespace dateline::render
