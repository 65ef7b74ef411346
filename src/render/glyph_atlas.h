#pragma once

#include "gl/texture.h"
#include "render/target.h"
#include "view/text.h"

#include <optional>
#include <unordered_map>

namespace dateline::render {

/// A glyph's place in the atlas, and from its pen, in px of what it was made at; y down.
struct AtlasGlyph {
    int x = 0, y = 0, width = 0, height = 0;
    float left = 0, top = 0;
    bool empty() const { return width == 0; }
};

/// One R8 texture of distance fields (for halos, turned and large text) and of exact bitmaps (for small upright text).
/// It grows to a limit; when that is full the next frame starts anew.
class GlyphAtlas {
  public:
    explicit GlyphAtlas(int largest_side_px) : largest_side_(largest_side_px) {}

    const AtlasGlyph& field(const view::Typesetter& type, std::uint16_t font, std::uint32_t glyph);
    /// `shift` counts quarters of a pixel to the right.
    const AtlasGlyph& bitmap(const view::Typesetter& type, std::uint16_t font, std::uint32_t glyph, float size_px, int shift);

    /// Once a frame before any glyph is asked for: empties the atlas when the last frame overflowed it.
    void begin_frame();
    /// Sends what was added since the last call.
    void upload(Stats& stats);
    void bind(int unit) const {
        if (texture_) texture_->bind(unit);
    }
    int side() const { return side_; }

  private:
    struct Key {
        std::uint64_t glyph;  ///< font, glyph
        std::uint32_t size;   ///< 64ths of a pixel and shift; 0: a field
        bool operator==(const Key&) const = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& k) const {
            return static_cast<std::size_t>((k.glyph * 0x9e3779b97f4a7c15ull) ^ (k.size * 0xc2b2ae3d27d4eb4full));
        }
    };

    AtlasGlyph place(int width, int height, const std::vector<std::uint8_t>& pixels);
    bool grow();

    int largest_side_;
    int side_ = 0;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
    int dirty_from_ = 0, dirty_to_ = 0;
    bool full_ = false;
    std::vector<std::uint8_t> pixels_;
    std::optional<gl::Texture> texture_;
    std::unordered_map<Key, AtlasGlyph, KeyHash> glyphs_;
};

}  // namespace dateline::render
