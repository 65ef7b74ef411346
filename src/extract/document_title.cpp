#include "extract/document_title.h"

#include "document/fold.h"
#include "document/gazetteer.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kLongest = 120;

/// Words that name a sort of paper and not this one.
bool is_generic(std::string_view heading) {
    constexpr WordSet kGeneric{"bulletin", "newsletter", "press release", "contents", "table of contents",
                               "report", "briefing", "brief", "digest", "news", "summary", "in this issue",
                               "review", "introduction"};
    const std::string folded = document::fold_name(heading);
    return folded.size() < 4 || kGeneric.contains(folded);
}

bool has_lower(std::string_view text) {
    for (std::size_t at = 0; at < text.size();)
        if (u_isULowercase(static_cast<UChar32>(document::next_code_point(text, at)))) return true;
    return false;
}

bool is_initialism(std::string_view word) {
    constexpr WordSet kKnown{"EU", "UN", "UK", "US", "USA", "UAE", "NATO", "OSCE", "ASEAN", "ECOWAS",
                             "BRICS", "OPEC", "USSR", "DRC", "IMF", "WTO"};
    return kKnown.contains(word) || word.find_first_of("AEIOUY") == word.npos;
}

/// "FOREIGN POLICY OF THE STATE" → "Foreign Policy of the State".
std::string title_case(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string_view word = text.substr(at, end - at);
        const std::string folded = document::fold_name(word);
        const bool small = !out.empty() && (lexicon_of(folded) & (kArticle | kConjunction | kLocative)) != 0;
        const bool of = !out.empty() && (folded == "of" || folded == "on" || folded == "for" || folded == "by" || folded == "with");
        bool first = true;
        for (std::size_t i = 0; i < word.size();) {
            const auto c = static_cast<UChar32>(document::next_code_point(word, i));
            const bool keep = (first && !small && !of) || (is_initialism(word) && !small && !of);
            document::append_utf8(static_cast<char32_t>(keep ? c : u_tolower(c)), out);
            first = !u_isalpha(c) && c != '\'' && c != U'’';
        }
        if (end < text.size()) out += ' ';
        at = end + 1;
    }
    return out;
}

}  // namespace

std::string document_title(std::string_view text, std::string_view otherwise) {
    std::size_t head = std::min(text.size(), kHeadBytes);
    while (head < text.size() && head > 0 && (static_cast<unsigned char>(text[head]) & 0xC0u) == 0x80u) --head;
    const Layout layout = lay_out(text.substr(0, head));
    for (const std::string& section : layout.sections) {
        if (is_generic(section) || section.size() > kLongest) continue;
        return has_lower(section) ? section : title_case(section);
    }
    return std::string(otherwise);
}

}  // namespace dateline::extract
