#include "document/fold.h"

#include "document/gazetteer.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>

namespace dateline::document {
namespace {

constexpr char32_t kTableEnd = 0x600;     // Latin, Greek, Cyrillic, Armenian, Hebrew
constexpr char32_t kVietnamese = 0x1E00;  // Latin Extended Additional
constexpr char32_t kVietnameseEnd = 0x1F00;
constexpr char32_t kPunctuation = 0x2000;
constexpr char32_t kPunctuationEnd = 0x2070;

struct Entry {
    std::array<char, 7> bytes{};
    std::uint8_t size = 0;
};

/// Letters that no decomposition takes apart, as maps and newspapers spell them without their own keyboard.
std::string_view plain_letter(char32_t c) {
    switch (c) {
        case U'ß': return "ss";
        case U'æ':
        case U'Æ': return "ae";
        case U'œ':
        case U'Œ': return "oe";
        case U'ø':
        case U'Ø': return "o";
        case U'đ':
        case U'Đ':
        case U'ð':
        case U'Ð': return "d";
        case U'ł':
        case U'Ł': return "l";
        case U'þ':
        case U'Þ': return "th";
        case U'ħ':
        case U'Ħ': return "h";
        case U'ı':
        case U'I':
        case U'İ': return "i";
        case U'ə':
        case U'Ə': return "e";
        case U'ŋ':
        case U'Ŋ': return "n";
        case U'ŧ':
        case U'Ŧ': return "t";
        case U'ĸ': return "k";
        default: return {};
    }
}

bool vanishes(char32_t c) {
    switch (c) {
        case U'\'':
        case U'`':
        case U'.':
        case U'´':
        case U'ʹ':
        case U'ʺ':
        case U'ʻ':
        case U'ʼ':
        case U'ʽ':
        case U'ʾ':
        case U'ʿ':
        case U'ˈ':
        case U'‘':
        case U'’':
        case U'‛':
        case U'′':
        case 0xAD: return true;
        default:
            return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                   (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
    }
}

std::string fold_slowly(char32_t c) {
    if (std::string_view plain = plain_letter(c); !plain.empty()) return std::string(plain);
    if (vanishes(c)) return {};
    const auto code = static_cast<UChar32>(c);
    if (!u_isalnum(code) && u_charType(code) != U_NON_SPACING_MARK && u_charType(code) != U_COMBINING_SPACING_MARK) return " ";
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString parts(code);
    const bool alphabet = c < 0x600 || (c >= kVietnamese && c < 0x2000) || (c >= 0xFF00 && c < 0xFFF0);
    if (alphabet && U_SUCCESS(status)) parts = decompose->normalize(parts, status);
    parts.foldCase();
    std::string out;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const auto part = static_cast<char32_t>(parts.char32At(i));
        if (!vanishes(part)) append_utf8(part, out);
    }
    return out;
}

struct Tables {
    std::array<Entry, kTableEnd> low;
    std::array<Entry, kVietnameseEnd - kVietnamese> vietnamese;
    std::array<Entry, kPunctuationEnd - kPunctuation> punctuation;

    static Entry entry(char32_t c) {
        const std::string folded = fold_slowly(c);
        Entry e;
        e.size = static_cast<std::uint8_t>(std::min(folded.size(), e.bytes.size()));
        folded.copy(e.bytes.data(), e.size);
        return e;
    }
    Tables() {
        for (char32_t c = 0; c < kTableEnd; ++c) low[c] = entry(c);
        for (char32_t c = kVietnamese; c < kVietnameseEnd; ++c) vietnamese[c - kVietnamese] = entry(c);
        for (char32_t c = kPunctuation; c < kPunctuationEnd; ++c) punctuation[c - kPunctuation] = entry(c);
    }
};

const Tables& tables() {
    static const Tables built;
    return built;
}

/// What each ASCII character folds to; 0 where it vanishes.
constexpr std::array<char, 0x80> ascii_folds() {
    std::array<char, 0x80> folds{};
    for (std::size_t c = 0; c < folds.size(); ++c) {
        const char own = static_cast<char>(c);
        const bool kept = (own >= 'a' && own <= 'z') || (own >= '0' && own <= '9');
        folds[c] = kept ? own : own >= 'A' && own <= 'Z' ? static_cast<char>(own | 0x20) : ' ';
    }
    folds['\''] = folds['`'] = folds['.'] = 0;
    return folds;
}
constexpr auto kAsciiFolds = ascii_folds();

}  // namespace

char32_t next_wide_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(at++);
    if (lead < 0x80) return lead;
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    if (lead >= 0xC2 && lead < 0xE0 && continues(at)) return ((lead & 0x1Fu) << 6) | (byte(at++) & 0x3Fu);
    if (lead >= 0xE0 && lead < 0xF0 && continues(at) && continues(at + 1)) {
        const char32_t c = ((lead & 0x0Fu) << 12) | ((byte(at) & 0x3Fu) << 6) | (byte(at + 1) & 0x3Fu);
        if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return 0xFFFD;
        at += 2;
        return c;
    }
    if (lead >= 0xF0 && lead < 0xF5 && continues(at) && continues(at + 1) && continues(at + 2)) {
        const char32_t c = ((lead & 0x07u) << 18) | ((byte(at) & 0x3Fu) << 12) | ((byte(at + 1) & 0x3Fu) << 6) | (byte(at + 2) & 0x3Fu);
        if (c < 0x10000 || c > 0x10FFFF) return 0xFFFD;
        at += 3;
        return c;
    }
    return 0xFFFD;
}

void append_utf8(char32_t c, std::string& out) {
    const auto put = [&](unsigned byte) { out.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0u | (c >> 6));
        put(0x80u | (c & 0x3Fu));
    } else if (c < 0x10000) {
        put(0xE0u | (c >> 12));
        put(0x80u | ((c >> 6) & 0x3Fu));
        put(0x80u | (c & 0x3Fu));
    } else {
        put(0xF0u | (c >> 18));
        put(0x80u | ((c >> 12) & 0x3Fu));
        put(0x80u | ((c >> 6) & 0x3Fu));
        put(0x80u | (c & 0x3Fu));
    }
}

namespace {

/// Any letters; text in ASCII does not come here.
void append_folded_wide(std::string_view text, std::string& out) {
    const Tables& table = tables();
    const auto append = [&](const Entry& e) {
        if (e.size == 1 && e.bytes[0] == ' ' && !out.empty() && out.back() == ' ') return;
        out.append(e.bytes.data(), e.size);
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < kTableEnd) {
            append(table.low[c]);
        } else if (c >= kVietnamese && c < kVietnameseEnd) {
            append(table.vietnamese[c - kVietnamese]);
        } else if (c >= kPunctuation && c < kPunctuationEnd) {
            append(table.punctuation[c - kPunctuation]);
        } else {
            const std::string folded = fold_slowly(c);
            if (folded == " " && !out.empty() && out.back() == ' ') continue;
            out += folded;
        }
    }
}

}  // namespace

void append_folded(std::string_view text, std::string& out) {
    std::array<char, 64> folds;  // what is appended at once
    std::size_t count = 0, at = 0;
    char before = out.empty() ? '\0' : out.back();
    for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
        const char folded = kAsciiFolds[static_cast<unsigned char>(text[at])];
        if (folded == 0 || (folded == ' ' && before == ' ')) continue;
        folds[count++] = before = folded;
        if (count < folds.size()) continue;
        out.append(folds.data(), count);
        count = 0;
    }
    out.append(folds.data(), count);
    if (at < text.size()) append_folded_wide(text.substr(at), out);
}

std::string fold_name(std::string_view name) {
    std::string out;
    out.reserve(name.size());
    append_folded(name, out);
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (!out.empty() && out.front() == ' ') out.erase(0, 1);
    return out;
}

}  // namespace dateline::document
