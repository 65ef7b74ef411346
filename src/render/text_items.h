#pragma once

#include "render/glyph_atlas.h"
#include "render/screen_items.h"
#include "view/text.h"

namespace dateline::render {

/// Halos first, then the letters, so that no letter's halo covers its neighbour.
view::RectPx append(const view::DrawText& item, const view::Typesetter& type, GlyphAtlas& atlas, std::vector<GlyphInstance>& out);
view::RectPx append(const view::DrawTextPath& item, const view::Typesetter& type, GlyphAtlas& atlas, std::vector<GlyphInstance>& out);

}  // namespace dateline::render
