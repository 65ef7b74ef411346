#pragma once

#include "base/result.h"
#include "view/text.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct FT_FaceRec_;
struct FT_LibraryRec_;
struct hb_font_t;

/// The bundled font files, opened by FreeType and HarfBuzz. Private to the text*.cpp files.
namespace dateline::view {

struct FontFile {
    std::filesystem::path path;
    std::string bytes;  ///< FreeType and HarfBuzz read from here
    FT_FaceRec_* ft = nullptr;
    hb_font_t* hb = nullptr;
    float units_per_em = 1000;

    bool has(char32_t c) const;
};

class FontSet {
  public:
    /// Errors: a file is missing or no font.
    static base::Result<std::unique_ptr<FontSet>> open(const std::filesystem::path& folder_of_assets);
    ~FontSet();
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;

    const FontFile& file(std::size_t index) const { return *files_[index]; }
    std::size_t count() const { return files_.size(); }
    std::uint16_t index_of(Face face) const { return static_cast<std::uint16_t>(face); }
    /// Which files to ask for a character, best first: the face's own, then the fallbacks in the face's weight.
    const std::vector<std::uint16_t>& candidates(Face face) const { return candidates_[static_cast<std::size_t>(face)]; }

    Typesetter::Metrics metrics(Face face) const;
    GlyphField field(std::uint16_t font, std::uint32_t glyph) const;
    GlyphBitmap bitmap(std::uint16_t font, std::uint32_t glyph, float size_px, float shift_x_px) const;

  private:
    FontSet() = default;
    base::Result<> load(const std::filesystem::path& path);

    FT_LibraryRec_* library_ = nullptr;
    std::vector<std::unique_ptr<FontFile>> files_;
    std::vector<std::uint16_t> candidates_[5];
};

}  // namespace dateline::view
