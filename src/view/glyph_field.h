#pragma once

#include "view/text.h"

struct FT_Outline_;

namespace dateline::view {

/// The signed distance field of an outline at kGlyphEmPx, exact to the flattening of its curves. FreeType's own takes some
/// milliseconds a glyph, most of a cold start; this takes a fraction of one, for it looks only at pixels near an edge.
GlyphField field_of_outline(FT_Outline_& outline);

}  // namespace dateline::view
