#pragma once

#include "view/text_fonts.h"

#include <string_view>

namespace dateline::view {

/// Bidi runs → script runs → font runs → HarfBuzz, left to right as it will be seen.
ShapedText shape_text(const FontSet& fonts, std::string_view text, Face face, float size_px, float tracking_em);

}  // namespace dateline::view
