#include "view/text_shaping.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace dateline::view {
namespace {

struct Character {
    char32_t code = 0;
    std::uint32_t byte = 0;  ///< offset in the UTF-8 text
    std::uint16_t font = 0;
    UScriptCode script = USCRIPT_COMMON;
};

/// Characters [begin, end) that one hb_shape call takes.
struct Run {
    std::size_t begin = 0, end = 0;
    bool right_to_left = false;
};

std::vector<Character> decode(std::string_view text) {
    std::vector<Character> out;
    out.reserve(text.size());
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t i = 0; i < length;) {
        const std::int32_t at = i;
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), i, length, c);
        if (c < 0x20 || c == 0x7f) c = ' ';  // one line: no control characters
        out.push_back({static_cast<char32_t>(c), static_cast<std::uint32_t>(at), 0, USCRIPT_COMMON});
    }
    return out;
}

bool sticks_to_neighbour(char32_t c) {
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK || type == U_SPACE_SEPARATOR ||
           type == U_FORMAT_CHAR;
}

void choose_fonts(std::vector<Character>& characters, const FontSet& fonts, Face face) {
    const auto& candidates = fonts.candidates(face);
    std::uint16_t previous = candidates.front();
    for (Character& c : characters) {
        const auto has_it = [&](std::uint16_t font) { return fonts.file(font).has(c.code); };
        if (sticks_to_neighbour(c.code) && has_it(previous)) {
            c.font = previous;
            continue;
        }
        const auto found = std::find_if(candidates.begin(), candidates.end(), has_it);
        c.font = found == candidates.end() ? candidates.front() : *found;
        previous = c.font;
    }
}

/// Characters that belong to no script of their own take their neighbour's.
void choose_scripts(std::vector<Character>& characters) {
    UScriptCode previous = USCRIPT_COMMON;
    for (Character& c : characters) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode own = uscript_getScript(static_cast<UChar32>(c.code), &status);
        const bool shared = U_FAILURE(status) || own == USCRIPT_COMMON || own == USCRIPT_INHERITED;
        if (!shared) previous = own;
        c.script = previous;
    }
    UScriptCode next = USCRIPT_LATIN;
    for (std::size_t i = characters.size(); i-- > 0;) {
        if (characters[i].script == USCRIPT_COMMON) characters[i].script = next;
        next = characters[i].script;
    }
}

bool may_be_right_to_left(const std::vector<Character>& characters) {
    return std::any_of(characters.begin(), characters.end(), [](const Character& c) { return c.code >= 0x590; });
}

/// Runs of one direction, in visual order.
std::vector<Run> direction_runs(const std::vector<Character>& characters) {
    const std::vector<Run> plain{{0, characters.size(), false}};
    if (!may_be_right_to_left(characters)) return plain;
    std::vector<UChar> utf16;
    std::vector<std::size_t> character_at;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const auto code = static_cast<UChar32>(characters[i].code);
        if (U16_LENGTH(code) == 2) {
            utf16.push_back(U16_LEAD(code));
            utf16.push_back(U16_TRAIL(code));
            character_at.insert(character_at.end(), 2, i);
        } else {
            utf16.push_back(static_cast<UChar>(code));
            character_at.push_back(i);
        }
    }
    character_at.push_back(characters.size());
    const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_open(), ubidi_close);
    UErrorCode status = U_ZERO_ERROR;
    ubidi_setPara(bidi.get(), utf16.data(), static_cast<std::int32_t>(utf16.size()), UBIDI_DEFAULT_LTR, nullptr, &status);
    const std::int32_t count = ubidi_countRuns(bidi.get(), &status);
    if (U_FAILURE(status)) return plain;
    std::vector<Run> runs;
    for (std::int32_t i = 0; i < count; ++i) {
        std::int32_t start = 0, length = 0;
        const UBiDiDirection direction = ubidi_getVisualRun(bidi.get(), i, &start, &length);
        runs.push_back({character_at[static_cast<std::size_t>(start)], character_at[static_cast<std::size_t>(start + length)],
                        direction == UBIDI_RTL});
    }
    return runs;
}

/// A direction run cut where font or script changes, in visual order.
std::vector<Run> split(const Run& run, const std::vector<Character>& characters) {
    std::vector<Run> parts;
    for (std::size_t i = run.begin; i < run.end; ++i) {
        const bool cut = i == run.begin || characters[i].font != characters[i - 1].font || characters[i].script != characters[i - 1].script;
        if (cut) parts.push_back({i, i, run.right_to_left});
        parts.back().end = i + 1;
    }
    if (run.right_to_left) std::reverse(parts.begin(), parts.end());
    return parts;
}

/// Letters that join their neighbours: space between them would tear the word.
bool joins(UScriptCode script) {
    return script == USCRIPT_ARABIC || script == USCRIPT_SYRIAC || script == USCRIPT_NKO || script == USCRIPT_MONGOLIAN ||
           script == USCRIPT_THAANA;
}

hb_feature_t off(const char* tag) { return {hb_tag_from_string(tag, 4), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}; }

struct Shaper {
    const FontSet& fonts;
    const std::vector<Character>& characters;
    std::vector<hb_codepoint_t> codes;
    float size_px, tracking_px;
    ShapedText out;
    float last_tracking_px = 0;  ///< after the last letter

    void append(const Run& run) {
        const Character& first = characters[run.begin];
        const FontFile& font = fonts.file(first.font);
        const std::unique_ptr<hb_buffer_t, decltype(&hb_buffer_destroy)> buffer(hb_buffer_create(), hb_buffer_destroy);
        hb_buffer_add_codepoints(buffer.get(), codes.data(), static_cast<int>(codes.size()), static_cast<unsigned>(run.begin),
                                 static_cast<int>(run.end - run.begin));
        hb_buffer_set_direction(buffer.get(), run.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
        hb_buffer_set_script(buffer.get(), hb_script_from_string(uscript_getShortName(first.script), -1));
        hb_buffer_set_language(buffer.get(), hb_language_from_string("en", -1));  // never the machine's locale
        const hb_feature_t no_ligatures[] = {off("liga"), off("clig")};
        const float tracked = joins(first.script) ? 0 : tracking_px;
        hb_shape(font.hb, buffer.get(), no_ligatures, tracked != 0 ? 2 : 0);
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
        const float scale = size_px / font.units_per_em;
        for (unsigned i = 0; i < count; ++i) {
            const auto px = [&](hb_position_t units) { return static_cast<float>(units) * scale; };
            float advance = px(places[i].x_advance);
            if (advance > 0) advance += tracked;
            last_tracking_px = tracked;
            out.glyphs.push_back({first.font, infos[i].codepoint, out.width_px + px(places[i].x_offset), -px(places[i].y_offset), advance,
                                  characters[infos[i].cluster].byte});
            out.width_px += advance;
        }
    }
};

}  // namespace

ShapedText shape_text(const FontSet& fonts, std::string_view text, Face face, float size_px, float tracking_em) {
    std::vector<Character> characters = decode(text);
    if (characters.empty()) return {};
    choose_fonts(characters, fonts, face);
    choose_scripts(characters);
    Shaper shaper{fonts, characters, {}, size_px, tracking_em * size_px, {}, 0};
    for (const Character& c : characters) shaper.codes.push_back(c.code);
    for (const Run& direction : direction_runs(characters)) {
        for (const Run& run : split(direction, characters)) shaper.append(run);
    }
    if (!shaper.out.glyphs.empty()) shaper.out.width_px -= shaper.last_tracking_px;  // none after the last letter
    return std::move(shaper.out);
}

}  // namespace dateline::view
