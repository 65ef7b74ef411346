#include "view/text_fonts.h"

#include "base/files.h"
#include "view/glyph_field.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_TRUETYPE_TABLES_H
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr std::array<const char*, 5> kFaceFiles{"fonts/InterDateline-Regular.otf", "fonts/InterDateline-Medium.otf",
                                                "fonts/InterDateline-SemiBold.otf", "fonts/InterDateline-Italic.otf",
                                                "icons/lucide-subset.ttf"};

struct Fallback {
    const char* regular;
    const char* bold;  ///< stands in for SemiBold; null where only one weight is bundled
};
constexpr std::array<Fallback, 5> kFallbacks{{
    {"fonts/NotoSansGeorgian-Regular.ttf", "fonts/NotoSansGeorgian-Bold.ttf"},
    {"fonts/NotoSansArmenian-Regular.ttf", "fonts/NotoSansArmenian-Bold.ttf"},
    {"fonts/NotoNaskhArabic-Regular.ttf", nullptr},
    {"fonts/NotoSansCJK-Subset.otf", nullptr},  // what names of the map have
    {"fonts/DejaVuSans-Fallback.ttf", nullptr},
}};

constexpr const char* kRemedy = "restore it from the source tree, or point DATELINE_DATA at a whole installation";

}  // namespace

bool FontFile::has(char32_t c) const { return FT_Get_Char_Index(ft, c) != 0; }

base::Result<std::unique_ptr<FontSet>> FontSet::open(const std::filesystem::path& assets) {
    std::unique_ptr<FontSet> set(new FontSet);
    if (FT_Init_FreeType(&set->library_) != 0) return base::fail("FreeType does not start", {}, "reinstall libfreetype6");
    for (const char* name : kFaceFiles) {
        if (auto loaded = set->load(assets / name); !loaded) return tl::unexpected(loaded.error());
    }
    for (std::size_t face = 0; face < kFaceFiles.size(); ++face) { set->candidates_[face].push_back(static_cast<std::uint16_t>(face)); }
    for (const Fallback& fallback : kFallbacks) {
        const auto regular = static_cast<std::uint16_t>(set->files_.size());
        if (auto loaded = set->load(assets / fallback.regular); !loaded) return tl::unexpected(loaded.error());
        std::uint16_t bold = regular;
        if (fallback.bold) {
            bold = static_cast<std::uint16_t>(set->files_.size());
            if (auto loaded = set->load(assets / fallback.bold); !loaded) return tl::unexpected(loaded.error());
        }
        for (std::size_t face = 0; face < kFaceFiles.size(); ++face) {
            set->candidates_[face].push_back(static_cast<Face>(face) == Face::SemiBold ? bold : regular);
        }
    }
    return set;
}

FontSet::~FontSet() {
    for (auto& file : files_) {
        if (file->hb) hb_font_destroy(file->hb);
        if (file->ft) FT_Done_Face(file->ft);
    }
    if (library_) FT_Done_FreeType(library_);
}

base::Result<> FontSet::load(const std::filesystem::path& path) {
    auto bytes = base::read_file(path, std::size_t{1} << 26);
    if (!bytes) return base::fail("the font cannot be read", path.string(), kRemedy);
    auto file = std::make_unique<FontFile>();
    file->path = path;
    file->bytes = std::move(*bytes);
    const auto* data = reinterpret_cast<const FT_Byte*>(file->bytes.data());
    if (FT_New_Memory_Face(library_, data, static_cast<FT_Long>(file->bytes.size()), 0, &file->ft) != 0 || !FT_IS_SCALABLE(file->ft) ||
        file->ft->num_glyphs == 0 || file->ft->units_per_EM == 0) {
        if (file->ft) FT_Done_Face(file->ft);
        return base::fail("the file is not a font, or is damaged", path.string(), kRemedy);
    }
    FT_Select_Charmap(file->ft, FT_ENCODING_UNICODE);
    file->units_per_em = static_cast<float>(file->ft->units_per_EM);
    hb_blob_t* blob =
        hb_blob_create(file->bytes.data(), static_cast<unsigned>(file->bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    file->hb = hb_font_create(face);  // its scale is the font's own units
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    files_.push_back(std::move(file));
    return {};
}

Typesetter::Metrics FontSet::metrics(Face face) const {
    const FontFile& font = file(index_of(face));
    Typesetter::Metrics m;
    m.ascent = static_cast<float>(font.ft->ascender) / font.units_per_em;
    m.descent = -static_cast<float>(font.ft->descender) / font.units_per_em;
    const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(font.ft, FT_SFNT_OS2));
    if (os2 && os2->version >= 2 && os2->sCapHeight > 0) { m.cap_height = static_cast<float>(os2->sCapHeight) / font.units_per_em; }
    return m;
}

GlyphField FontSet::field(std::uint16_t font, std::uint32_t glyph) const {
    FT_Face ft = file(font).ft;
    FT_Set_Pixel_Sizes(ft, 0, kGlyphEmPx);
    if (FT_Load_Glyph(ft, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) != 0) return {};
    return field_of_outline(ft->glyph->outline);
}

GlyphBitmap FontSet::bitmap(std::uint16_t font, std::uint32_t glyph, float size_px, float shift_x_px) const {
    FT_Face ft = file(font).ft;
    GlyphBitmap out;
    FT_Set_Char_Size(ft, 0, static_cast<FT_F26Dot6>(std::lround(size_px * 64)), 72, 72);
    if (FT_Load_Glyph(ft, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return out;
    FT_Outline_Translate(&ft->glyph->outline, static_cast<FT_Pos>(std::lround(shift_x_px * 64)), 0);
    if (ft->glyph->outline.n_points == 0 || FT_Render_Glyph(ft->glyph, FT_RENDER_MODE_NORMAL) != 0) return out;
    const FT_Bitmap& bitmap = ft->glyph->bitmap;
    out.width = static_cast<int>(bitmap.width);
    out.height = static_cast<int>(bitmap.rows);
    out.left = ft->glyph->bitmap_left;
    out.top = ft->glyph->bitmap_top;
    for (int y = 0; y < out.height; ++y) {
        const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        out.pixels.insert(out.pixels.end(), row, row + out.width);
    }
    return out;
}

}  // namespace dateline::view
