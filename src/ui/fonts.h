#pragma once

#include "ui/icons.h"
#include "view/text.h"

#include <array>
#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace dateline::ui {

/// Size and weight, as look.md's type scale names them: 11 micro, 13 body, 16 lead, 20 title.
enum class Font : std::uint8_t { Micro, MicroMedium, MicroBold, Body, BodyMedium, BodyBold, Lead, Title, Icons };
inline constexpr std::size_t kFontCount = 9;

/// What to build the fonts from.
struct FontFiles {
    std::filesystem::path regular, medium, semibold, icons;
    std::vector<std::filesystem::path> fallbacks;
    IconChars icon_chars;

    static FontFiles from(const view::Typesetter& type);
};

/// The interface's fonts in ImGui's atlas. Latin is there from the start; other characters are added when they are
/// first drawn, so that starting up does not wait for scripts that a briefing never uses.
class Fonts {
  public:
    explicit Fonts(FontFiles files);

    /// Call before a frame. Rebuilds the atlas when the scale changed or new characters are wanted; true when it did,
    /// and then the backend must upload the texture again.
    bool build(ImFontAtlas& atlas, float scale);
    ImFont* of(Font font) const { return fonts_[static_cast<std::size_t>(font)]; }
    const std::string& icon(Icon icon) const { return files_.icon_chars[static_cast<std::size_t>(icon)]; }
    float scale() const { return scale_; }
    /// Notes the characters of `text` that the atlas lacks.
    void want(std::string_view text) const;
    bool wants_more() const { return !wanted_.empty(); }

  private:
    FontFiles files_;
    float scale_ = 0;
    std::array<ImFont*, kFontCount> fonts_{};
    std::set<char32_t> held_;              // beyond the Latin that every font has
    mutable std::set<char32_t> wanted_;    // found missing while drawing
    std::vector<std::uint16_t> ranges16_;  // zero-terminated pairs; the atlas reads them while it is built
};

/// Height of the em when a font's ascent-to-descent is 1, which is how ImGui sizes fonts.
float em_of(const std::filesystem::path& font_file);

}  // namespace dateline::ui
