#include "publish/cairo_fonts.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

namespace dateline::publish {

CairoFonts::CairoFonts(const view::Typesetter& type) : type_(type) { FT_Init_FreeType(&library_); }

CairoFonts::~CairoFonts() {
    for (auto& [index, font] : fonts_) {
        if (font.cairo) cairo_font_face_destroy(font.cairo);
        if (font.face) FT_Done_Face(font.face);
    }
    if (library_) FT_Done_FreeType(library_);
}

cairo_font_face_t* CairoFonts::face(std::uint16_t index, std::string& fault) {
    if (const auto found = fonts_.find(index); found != fonts_.end()) return found->second.cairo;
    const std::string file = type_.font_file(index).string();
    Font loaded;
    if (FT_New_Face(library_, file.c_str(), 0, &loaded.face) != 0) {
        if (fault.empty()) fault = "the font " + file + " cannot be read";
        return nullptr;
    }
    loaded.cairo = cairo_ft_font_face_create_for_ft_face(loaded.face, 0);
    fonts_.emplace(index, loaded);
    return loaded.cairo;
}

}  // namespace dateline::publish
