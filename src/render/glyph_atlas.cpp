#include "render/glyph_atlas.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace dateline::render {
namespace {

constexpr int kFirstSide = 1024;
constexpr int kMostSide = 4096;
constexpr int kGap = 1;  // empty texels between glyphs, for linear sampling at an edge

std::uint64_t glyph_key(std::uint16_t font, std::uint32_t glyph) { return (std::uint64_t{font} << 32) | glyph; }

}  // namespace

const AtlasGlyph& GlyphAtlas::field(const view::Typesetter& type, std::uint16_t font, std::uint32_t glyph) {
    const Key key{glyph_key(font, glyph), 0};
    if (const auto found = glyphs_.find(key); found != glyphs_.end()) return found->second;
    const view::GlyphField field = type.field(font, glyph);
    AtlasGlyph placed = place(field.width, field.height, field.pixels);
    placed.left = field.left;
    placed.top = -field.top;
    return glyphs_.emplace(key, placed).first->second;
}

const AtlasGlyph& GlyphAtlas::bitmap(const view::Typesetter& type, std::uint16_t font, std::uint32_t glyph, float size_px, int shift) {
    const auto size = static_cast<std::uint32_t>(std::lround(size_px * 64));
    const Key key{glyph_key(font, glyph), size * 4 + static_cast<std::uint32_t>(shift)};
    if (const auto found = glyphs_.find(key); found != glyphs_.end()) return found->second;
    const view::GlyphBitmap bitmap = type.bitmap(font, glyph, size_px, 0.25f * static_cast<float>(shift));
    AtlasGlyph placed = place(bitmap.width, bitmap.height, bitmap.pixels);
    placed.left = static_cast<float>(bitmap.left);
    placed.top = static_cast<float>(-bitmap.top);
    return glyphs_.emplace(key, placed).first->second;
}

void GlyphAtlas::begin_frame() {
    if (!full_) return;
    full_ = false;
    glyphs_.clear();
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
    std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
    dirty_from_ = 0;
    dirty_to_ = side_;
}

bool GlyphAtlas::grow() {
    const int side = side_ == 0 ? kFirstSide : 2 * side_;
    if (side > std::min(kMostSide, largest_side_)) return false;
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (int y = 0; y < side_; ++y) {
        std::memcpy(pixels.data() + static_cast<std::ptrdiff_t>(y) * side, pixels_.data() + static_cast<std::ptrdiff_t>(y) * side_,
                    static_cast<std::size_t>(side_));
    }
    pixels_ = std::move(pixels);
    side_ = side;
    texture_.reset();
    dirty_from_ = 0;
    dirty_to_ = side;
    return true;
}

/// Shelves: rows as high as their highest glyph.
AtlasGlyph GlyphAtlas::place(int width, int height, const std::vector<std::uint8_t>& pixels) {
    if (width <= 0 || height <= 0) return {};
    const auto fits = [&] {
        if (shelf_x_ + width + kGap > side_) {
            if (shelf_y_ + shelf_height_ + height + kGap > side_ || width + kGap > side_) return false;
            shelf_y_ += shelf_height_;
            shelf_x_ = shelf_height_ = 0;
        }
        return shelf_y_ + height + kGap <= side_;
    };
    while (!fits()) {
        if (!grow()) {
            full_ = true;  // this glyph is missing from one frame
            return {};
        }
    }
    const AtlasGlyph placed{shelf_x_, shelf_y_, width, height, 0, 0};
    for (int y = 0; y < height; ++y) {
        std::memcpy(pixels_.data() + static_cast<std::ptrdiff_t>(placed.y + y) * side_ + placed.x,
                    pixels.data() + static_cast<std::ptrdiff_t>(y) * width, static_cast<std::size_t>(width));
    }
    dirty_from_ = std::min(dirty_from_, placed.y);
    dirty_to_ = std::max(dirty_to_, placed.y + height);
    shelf_x_ += width + kGap;
    shelf_height_ = std::max(shelf_height_, height + kGap);
    return placed;
}

void GlyphAtlas::upload(Stats& stats) {
    if (side_ == 0) return;
    if (!texture_) texture_.emplace(gl::Format::R8, side_, side_, gl::Filter::Linear);
    if (dirty_to_ > dirty_from_) {
        const auto from = static_cast<std::size_t>(dirty_from_) * static_cast<std::size_t>(side_);
        const auto count = static_cast<std::size_t>(dirty_to_ - dirty_from_) * static_cast<std::size_t>(side_);
        texture_->write(0, dirty_from_, side_, dirty_to_ - dirty_from_, std::span(pixels_).subspan(from, count));
        stats.uploaded_bytes += count;
        dirty_from_ = side_;
        dirty_to_ = 0;
    }
}

}  // namespace dateline::render
