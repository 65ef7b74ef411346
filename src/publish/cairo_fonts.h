#pragma once

#include "view/text.h"

#include <cstdint>
#include <map>
#include <string>

struct FT_LibraryRec_;
struct FT_FaceRec_;
struct _cairo_font_face;

namespace dateline::publish {

/// Font files as Cairo wants them. A FreeType face outlives Cairo's own, so these go after what was drawn with them.
class CairoFonts {
  public:
    explicit CairoFonts(const view::Typesetter& type);
    ~CairoFonts();
    CairoFonts(const CairoFonts&) = delete;
    CairoFonts& operator=(const CairoFonts&) = delete;

    /// Null where the file cannot be read, which `fault` then says if it says nothing yet.
    _cairo_font_face* face(std::uint16_t index, std::string& fault);

  private:
    struct Font {
        FT_FaceRec_* face = nullptr;
        _cairo_font_face* cairo = nullptr;
    };
    const view::Typesetter& type_;
    FT_LibraryRec_* library_ = nullptr;
    std::map<std::uint16_t, Font> fonts_;
};

}  // namespace dateline::publish
