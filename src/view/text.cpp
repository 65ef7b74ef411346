#include "view/text.h"

#include "base/files.h"
#include "view/text_fonts.h"
#include "view/text_shaping.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <map>
#include <unordered_map>

namespace dateline::view {
namespace {

constexpr std::size_t kCachedTexts = 4096;

/// Face, numbers and text as bytes. Kept by its owner from one look-up to the next, so that finding a text allocates nothing.
std::string_view cache_key(std::string& key, std::string_view text, Face face, std::initializer_list<float> numbers) {
    key.assign(1, static_cast<char>(face));
    for (const float number : numbers) {
        std::array<char, sizeof(float)> bytes{};
        std::memcpy(bytes.data(), &number, sizeof(float));
        key.append(bytes.data(), bytes.size());
    }
    key.append(text);
    return key;
}

struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
};
template <class Value>
using Cache = std::unordered_map<std::string, Value, KeyHash, std::equal_to<>>;

std::string utf8_of(std::uint32_t code) {
    std::string out(4, '\0');
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(reinterpret_cast<std::uint8_t*>(out.data()), length, 4, code, failed);
    out.resize(failed ? 0 : static_cast<std::size_t>(length));
    return out;
}

base::Result<std::map<std::string, std::uint32_t, std::less<>>> read_icons(const std::filesystem::path& path) {
    constexpr const char* remedy = "restore it from the source tree";
    auto bytes = base::read_file(path, std::size_t{1} << 22);
    if (!bytes) return base::fail("the icon table cannot be read", path.string(), remedy);
    const auto json = nlohmann::json::parse(*bytes, nullptr, false);
    if (!json.is_object()) return base::fail("the icon table is not a JSON object", path.string(), remedy);
    std::map<std::string, std::uint32_t, std::less<>> icons;
    for (const auto& [name, code] : json.items()) {
        if (code.is_number_unsigned()) icons[name] = code.get<std::uint32_t>();
    }
    return icons;
}

/// Byte offsets between user-perceived characters, the end included.
std::vector<std::size_t> grapheme_ends(std::string_view text) {
    std::vector<std::size_t> ends;
    UErrorCode status = U_ZERO_ERROR;
    UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
    UBreakIterator* breaks = ubrk_open(UBRK_CHARACTER, "en", nullptr, 0, &status);
    if (U_SUCCESS(status)) {
        ubrk_setUText(breaks, utext, &status);
        for (std::int32_t end = ubrk_next(breaks); end != UBRK_DONE; end = ubrk_next(breaks)) {
            ends.push_back(static_cast<std::size_t>(end));
        }
    }
    if (breaks) ubrk_close(breaks);
    if (utext) utext_close(utext);
    return ends;
}

}  // namespace

struct Typesetter::Impl {
    std::unique_ptr<FontSet> fonts;
    std::map<std::string, std::uint32_t, std::less<>> icons;
    // Two generations: what was not asked for while 4096 new texts came is dropped. Nodes move, texts stay put.
    Cache<ShapedText> young, old;
    Cache<std::string> cut;  ///< what was too long, as it was fitted
    std::string key_space;

    const ShapedText& shape(std::string_view text, Face face, float size_px, float tracking_em) {
        const std::string_view key = cache_key(key_space, text, face, {size_px, tracking_em});
        if (const auto found = young.find(key); found != young.end()) return found->second;
        if (young.size() >= kCachedTexts) {
            old = std::move(young);
            young.clear();
        }
        if (const auto found = old.find(key); found != old.end()) return young.insert(old.extract(found)).position->second;
        return young.emplace(std::string(key), shape_text(*fonts, text, face, size_px, tracking_em)).first->second;
    }
};

Typesetter::Typesetter() : impl_(std::make_unique<Impl>()) {}
Typesetter::~Typesetter() = default;
Typesetter::Typesetter(Typesetter&&) noexcept = default;
Typesetter& Typesetter::operator=(Typesetter&&) noexcept = default;

base::Result<Typesetter> Typesetter::open(const std::filesystem::path& assets) {
    Typesetter type;
    auto fonts = FontSet::open(assets);
    if (!fonts) return tl::unexpected(fonts.error());
    auto icons = read_icons(assets / "icons" / "icons.json");
    if (!icons) return tl::unexpected(icons.error());
    type.impl_->fonts = std::move(*fonts);
    type.impl_->icons = std::move(*icons);
    return type;
}

const ShapedText& Typesetter::shape(std::string_view text, Face face, float size_px, float tracking_em) const {
    return impl_->shape(text, face, size_px, tracking_em);
}

float Typesetter::width_px(std::string_view text, const TextStyle& style) const {
    return shape(text, style.face, style.size_px, style.tracking_em).width_px;
}

Typesetter::Metrics Typesetter::metrics(Face face) const { return impl_->fonts->metrics(face); }

GlyphField Typesetter::field(std::uint16_t font, std::uint32_t glyph) const { return impl_->fonts->field(font, glyph); }

GlyphBitmap Typesetter::bitmap(std::uint16_t font, std::uint32_t glyph, float size_px, float shift_x_px) const {
    return impl_->fonts->bitmap(font, glyph, size_px, shift_x_px);
}

std::string Typesetter::icon(std::string_view name) const {
    const auto found = impl_->icons.find(name);
    return found == impl_->icons.end() ? std::string{} : utf8_of(found->second);
}

std::string Typesetter::fitted(std::string_view text, const TextStyle& style, float max_width_px) const {
    if (width_px(text, style) <= max_width_px) return std::string(text);
    const std::string key(cache_key(impl_->key_space, text, style.face, {style.size_px, style.tracking_em, max_width_px}));
    if (const auto found = impl_->cut.find(key); found != impl_->cut.end()) return found->second;
    const std::vector<std::size_t> ends = grapheme_ends(text);
    const auto cut = [&](std::size_t graphemes) {
        std::string_view kept = text.substr(0, graphemes == 0 ? 0 : ends[graphemes - 1]);
        while (kept.ends_with(' ')) kept.remove_suffix(1);
        return std::string(kept) + "…";
    };
    // Widths of cut texts are not cached by the thousand: bisect.
    std::size_t fits = 0, too_long = ends.size();
    while (too_long > fits + 1) {
        const std::size_t middle = (fits + too_long) / 2;
        (width_px(cut(middle), style) <= max_width_px ? fits : too_long) = middle;
    }
    std::string best = cut(fits);
    if (fits == 0 && width_px(best, style) > max_width_px) best.clear();
    if (impl_->cut.size() >= kCachedTexts) impl_->cut.clear();
    return impl_->cut.emplace(key, std::move(best)).first->second;
}

std::filesystem::path Typesetter::file_of(Face face) const { return impl_->fonts->file(impl_->fonts->index_of(face)).path; }

std::vector<std::filesystem::path> Typesetter::fallback_files() const {
    std::vector<std::filesystem::path> files;
    for (std::size_t i = static_cast<std::size_t>(Face::Icons) + 1; i < impl_->fonts->count(); ++i) {
        files.push_back(impl_->fonts->file(i).path);
    }
    return files;
}

std::filesystem::path Typesetter::font_file(std::uint16_t font) const { return impl_->fonts->file(font).path; }

}  // namespace dateline::view
