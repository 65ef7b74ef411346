#include "extract/sentence_breaks.h"

#include "document/fold.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

namespace dateline::extract {
namespace {

constexpr int kTextEnd = -1;

int icu_class(char32_t c) { return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK); }

constexpr std::uint32_t bit(int sentence_class) { return std::uint32_t{1} << sentence_class; }
bool is_one_of(int sentence_class, std::uint32_t classes) { return sentence_class != kTextEnd && (bit(sentence_class) & classes) != 0; }

constexpr std::uint32_t kSeparators = bit(U_SB_SEP) | bit(U_SB_CR) | bit(U_SB_LF);
constexpr std::uint32_t kMarks = bit(U_SB_ATERM) | bit(U_SB_STERM);
constexpr std::uint32_t kIgnored = bit(U_SB_EXTEND) | bit(U_SB_FORMAT);
constexpr std::uint32_t kLetters = bit(U_SB_OLETTER) | bit(U_SB_UPPER) | bit(U_SB_LOWER);

/// The class of each ASCII character, and which bytes neither end a sentence nor need to be decoded.
struct Ascii {
    std::array<std::int8_t, 0x80> classes{};
    std::array<bool, 0x100> inner{};

    Ascii() {
        for (char32_t c = 0; c < 0x80; ++c) {
            classes[c] = static_cast<std::int8_t>(icu_class(c));
            inner[c] = !is_one_of(classes[c], kSeparators | kMarks);
        }
    }
};
const Ascii& ascii() {
    static const Ascii table;
    return table;
}

struct Place {
    std::size_t at = 0, end = 0;  ///< of one code point
    int sentence_class = kTextEnd;

    bool is(std::uint32_t classes) const { return is_one_of(sentence_class, classes); }
};

Place place_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {at, at, kTextEnd};
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {at, at + 1, ascii().classes[byte]};
    std::size_t end = at;
    const int sentence_class = icu_class(document::next_wide_code_point(text, end));
    return {at, end, sentence_class};
}

/// The first place at or after `at` that is no accent and no format character. (SB5)
Place told_at(std::string_view text, std::size_t at) {
    Place place = place_at(text, at);
    while (place.is(kIgnored)) place = place_at(text, place.end);
    return place;
}

std::size_t separator_end(std::string_view text, const Place& separator) {
    const bool pair = separator.sentence_class == U_SB_CR && separator.end < text.size() && text[separator.end] == '\n';
    return separator.end + (pair ? 1 : 0);  // SB3, SB4
}

}  // namespace

bool SentenceBreaks::follows_letter(std::size_t mark) const {
    while (mark > 0) {
        std::size_t before = mark - 1;
        while (before > 0 && (static_cast<unsigned char>(text_[before]) & 0xC0u) == 0x80u) --before;
        const Place place = place_at(text_, before);
        if (!place.is(kIgnored)) return place.is(bit(U_SB_UPPER) | bit(U_SB_LOWER));
        mark = before;
    }
    return false;
}

/// The boundary that the mark (one character at `mark`) makes; 0 for none.
std::size_t SentenceBreaks::end_after(std::size_t mark, int mark_class) const {
    const bool full_stop = mark_class == U_SB_ATERM;
    Place next = told_at(text_, place_at(text_, mark).end);
    if (full_stop && next.is(bit(U_SB_NUMERIC))) return 0;                        // SB6
    if (full_stop && next.is(bit(U_SB_UPPER)) && follows_letter(mark)) return 0;  // SB7
    while (next.is(bit(U_SB_CLOSE))) next = told_at(text_, next.end);             // SB9
    while (next.is(bit(U_SB_SP))) next = told_at(text_, next.end);                // SB10
    if (next.is(kSeparators)) return separator_end(text_, next);
    if (next.is(bit(U_SB_SCONTINUE) | kMarks)) return 0;  // SB8a
    if (full_stop) {
        Place letter = next;  // SB8
        while (letter.sentence_class != kTextEnd && !letter.is(kLetters | kSeparators | kMarks)) letter = told_at(text_, letter.end);
        if (letter.is(bit(U_SB_LOWER))) return 0;
    }
    return next.at;  // SB11
}

std::size_t SentenceBreaks::next() {
    const auto& inner = ascii().inner;
    for (std::size_t at = at_; at < text_.size();) {
        if (inner[static_cast<unsigned char>(text_[at])]) {
            ++at;
            continue;
        }
        const Place place = place_at(text_, at);
        if (place.is(kSeparators)) return at_ = separator_end(text_, place);
        if (place.is(kMarks)) {
            if (const std::size_t end = end_after(at, place.sentence_class); end != 0) return at_ = end;
        }
        at = place.end;
    }
    return at_ = text_.size();
}

}  // namespace dateline::extract
