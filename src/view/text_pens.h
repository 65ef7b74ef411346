#pragma once

#include "view/frame.h"
#include "view/text.h"

#include <vector>

namespace dateline::view {

/// A glyph's pen on the screen and the direction its text runs there.
struct GlyphPen {
    PointPx at;
    float cosine = 1, sine = 0;
};

/// Pens of a straight text, in the order of its glyphs; level text sits on a whole pixel.
std::vector<GlyphPen> pens_of(const DrawText& item, const ShapedText& shaped);

/// Pens along a path, centred on its middle, and never upside down. Each glyph turns about the middle of its advance; marks
/// turn with the letter that they stand on, so that vowels and dots of Arabic stay where they belong.
std::vector<GlyphPen> pens_of(const DrawTextPath& item, const ShapedText& shaped);

}  // namespace dateline::view
