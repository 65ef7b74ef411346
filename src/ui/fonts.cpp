#include "ui/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <algorithm>
#include <fstream>
#include <map>

namespace dateline::ui {
namespace {

struct FontSpec {
    float size_px;
    int weight;
};
constexpr std::array<FontSpec, kFontCount> kSpecs{
    {{11, 400}, {11, 500}, {11, 600}, {13, 400}, {13, 500}, {13, 600}, {16, 600}, {20, 600}, {16, 0}}};

/// ASCII, Latin-1, Latin Extended-A, schwa, Romanian comma letters, dashes, quotes, ellipsis, arrow, fractions.
constexpr std::array<std::pair<std::uint16_t, std::uint16_t>, 9> kLatin{{{0x20, 0x7e},
                                                                         {0xa0, 0x17f},
                                                                         {0x18f, 0x18f},
                                                                         {0x218, 0x21b},
                                                                         {0x259, 0x259},
                                                                         {0x2010, 0x2026},
                                                                         {0x2153, 0x2154},
                                                                         {0x2190, 0x2193},
                                                                         {0x2212, 0x2212}}};

bool in_latin(char32_t c) {
    return std::ranges::any_of(kLatin, [&](auto range) { return c >= range.first && c <= range.second; });
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at, int count) {
    std::uint32_t value = 0;
    for (int i = 0; i < count; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return value;
}

/// The bytes of a table of a TrueType or OpenType file; empty when it has none.
std::string table_of(std::ifstream& file, std::string_view tag) {
    std::string head(12, '\0');
    file.seekg(0);
    file.read(head.data(), 12);
    if (!file) return {};
    const std::uint32_t tables = std::min(big_endian(head, 4, 2), 256u);
    for (std::uint32_t i = 0; i < tables; ++i) {
        std::string entry(16, '\0');
        file.seekg(12 + 16 * static_cast<std::streamoff>(i));
        file.read(entry.data(), 16);
        if (!file) return {};
        if (entry.compare(0, 4, tag) != 0) continue;
        std::string bytes(std::min(big_endian(entry, 12, 4), 64u), '\0');
        file.seekg(static_cast<std::streamoff>(big_endian(entry, 8, 4)));
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return file ? bytes : std::string();
    }
    return {};
}

/// One code point of UTF-8 at `at`, which moves on; U+FFFD for what is malformed.
char32_t next_char(std::string_view text, std::size_t& at) {
    unsigned int c = 0;
    const int length = ImTextCharFromUtf8(&c, text.data() + at, text.data() + text.size());
    at += static_cast<std::size_t>(std::max(length, 1));
    return c;
}

}  // namespace

float em_of(const std::filesystem::path& font_file) {
    std::ifstream file(font_file, std::ios::binary);
    const std::string head = table_of(file, "head");
    file.clear();
    const std::string hhea = table_of(file, "hhea");
    if (head.size() < 20 || hhea.size() < 8) return 1;
    const auto units = static_cast<float>(big_endian(head, 18, 2));
    const auto ascent = static_cast<float>(static_cast<std::int16_t>(big_endian(hhea, 4, 2)));
    const auto descent = static_cast<float>(static_cast<std::int16_t>(big_endian(hhea, 6, 2)));
    return units > 0 && ascent > descent ? (ascent - descent) / units : 1;
}

FontFiles FontFiles::from(const view::Typesetter& type) {
    FontFiles files;
    files.regular = type.file_of(view::Face::Regular);
    files.medium = type.file_of(view::Face::Medium);
    files.semibold = type.file_of(view::Face::SemiBold);
    files.icons = type.file_of(view::Face::Icons);
    files.fallbacks = type.fallback_files();
    for (std::size_t i = 0; i < kIconCount; ++i) files.icon_chars[i] = type.icon(kIconNames[i]);
    return files;
}

Fonts::Fonts(FontFiles files) : files_(std::move(files)) {}

void Fonts::want(std::string_view text) const {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const char32_t c = next_char(text, at);
        if (c <= 0xffff && !in_latin(c) && !held_.contains(c)) wanted_.insert(c);
    }
}

bool Fonts::build(ImFontAtlas& atlas, float scale) {
    if (scale == scale_ && wanted_.empty() && fonts_[0] != nullptr) return false;
    scale_ = scale;
    held_.merge(wanted_);
    wanted_.clear();
    ranges16_.clear();
    for (auto [first, last] : kLatin) ranges16_.insert(ranges16_.end(), {first, last});
    for (char32_t c : held_) {
        const auto c16 = static_cast<std::uint16_t>(c);
        if (ranges16_.size() > 2 * kLatin.size() && ranges16_.back() + 1 == c16) ranges16_.back() = c16;
        else ranges16_.insert(ranges16_.end(), {c16, c16});
    }
    ranges16_.push_back(0);
    static constexpr ImWchar kIconRange[] = {0xe038, 0xe7c2, 0};
    static_assert(sizeof(ImWchar) == sizeof(std::uint16_t), "Debian's ImGui has 16-bit characters");

    std::map<std::filesystem::path, float> em;
    const auto add = [&](const std::filesystem::path& file, float size_px, bool merge, const ImWchar* ranges) {
        if (!em.contains(file)) em[file] = em_of(file);
        ImFontConfig config;
        config.MergeMode = merge;
        config.OversampleH = 3;  // glyphs sit at fractions of a pixel, so that spacing stays even
        config.OversampleV = 1;
        config.GlyphRanges = ranges;
        std::error_code missing;
        if (!std::filesystem::exists(file, missing)) return merge ? nullptr : atlas.AddFontDefault();
        return atlas.AddFontFromFileTTF(file.c_str(), size_px * scale * em[file], &config, ranges);
    };
    atlas.Clear();
    atlas.FontBuilderIO = ImFontAtlasGetBuilderForStbTruetype();
    atlas.TexGlyphPadding = 1;
    for (std::size_t i = 0; i < kFontCount; ++i) {
        const auto [size_px, weight] = kSpecs[i];
        if (weight == 0) {
            fonts_[i] = add(files_.icons, size_px, false, kIconRange);
            continue;
        }
        const auto& file = weight == 400 ? files_.regular : weight == 500 ? files_.medium : files_.semibold;
        fonts_[i] = add(file, size_px, false, ranges16_.data());
        if (held_.empty()) continue;
        for (const auto& fallback : files_.fallbacks) add(fallback, size_px, true, ranges16_.data());
    }
    const bool built = atlas.Build();
    ImGui::GetIO().FontDefault = built ? of(Font::Body) : nullptr;
    return true;
}

}  // namespace dateline::ui
