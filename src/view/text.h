#pragma once

#include "base/result.h"
#include "view/frame.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline::view {

/// One glyph placed by shaping: pixels from the text's start on the baseline.
struct PlacedGlyph {
    std::uint16_t font = 0;  ///< index of the font file that has it (fallbacks come after the face's own)
    std::uint32_t glyph = 0;
    float x = 0, y = 0;
    float advance = 0;
    std::uint32_t cluster = 0;  ///< byte offset in the text
};
struct ShapedText {
    std::vector<PlacedGlyph> glyphs;
    float width_px = 0;
};

/// A signed distance field of a glyph at kGlyphEmPx, 128 on the outline, kGlyphSpreadPx to 0 and 255.
struct GlyphField {
    int width = 0, height = 0;
    float left = 0, top = 0;  ///< of the bitmap from the pen, in px at kGlyphEmPx; top is up
    std::vector<std::uint8_t> pixels;
};
inline constexpr int kGlyphEmPx = 48;
inline constexpr int kGlyphSpreadPx = 10;

/// A glyph's coverage at one size, hinted vertically only: what small upright text is drawn with.
struct GlyphBitmap {
    int width = 0, height = 0;
    int left = 0, top = 0;  ///< of the bitmap from the pen, px; top is up
    std::vector<std::uint8_t> pixels;
};

/// The bundled fonts: shaping with HarfBuzz, distance fields with FreeType. GL-free; not thread-safe, one a thread.
class Typesetter {
  public:
    /// Errors: a font file is missing or damaged (named, with what to do).
    static base::Result<Typesetter> open(const std::filesystem::path& assets);
    ~Typesetter();
    Typesetter(Typesetter&&) noexcept;
    Typesetter& operator=(Typesetter&&) noexcept;

    /// Right-to-left runs are reordered; characters that a face lacks come from the fallbacks. Cached: the result stays
    /// valid while fewer than 4096 other texts are shaped. Invalid UTF-8 shows as U+FFFD.
    const ShapedText& shape(std::string_view text, Face face, float size_px, float tracking_em = 0) const;
    float width_px(std::string_view text, const TextStyle& style) const;
    /// Ascent, descent (positive) and cap height as parts of the em.
    struct Metrics {
        float ascent = 0.9f, descent = 0.2f, cap_height = 0.7f;
    };
    Metrics metrics(Face face) const;
    GlyphField field(std::uint16_t font, std::uint32_t glyph) const;
    /// With the pen `shift_x_px` right of a pixel's left edge.
    GlyphBitmap bitmap(std::uint16_t font, std::uint32_t glyph, float size_px, float shift_x_px) const;
    /// An icon by its Lucide name as UTF-8 for Face::Icons; empty when the subset lacks it.
    std::string icon(std::string_view name) const;
    /// `text` cut with an ellipsis so that it fits.
    std::string fitted(std::string_view text, const TextStyle& style, float max_width_px) const;
    /// For ImGui and vector output, which need the files.
    std::filesystem::path file_of(Face face) const;
    std::vector<std::filesystem::path> fallback_files() const;
    std::filesystem::path font_file(std::uint16_t font) const;

  private:
    Typesetter();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::view
