#include "extract/document_title.h"

#include "document/fold.h"
#include "document/gazetteer.h"
#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::size_t kHeadBytes = 4096;
constexpr std::size_t kLongest = 120;

/// Words that name a sort of paper and not this one.
bool is_generic(std::string_view heading) {
    constexpr WordSet kGeneric{"bulletin", "newsletter", "press release", "contents", "table of contents", "report", "briefing",
                               "brief",    "digest",     "news",          "summary",  "in this issue",     "review", "introduction"};
    const std::string folded = document::fold_name(heading);
    return folded.size() < 4 || kGeneric.contains(folded);
}

/// "WEEKLY DIGEST No. 11"
bool is_in_capitals(std::string_view text) {
    constexpr std::size_t times = 4;
    std::size_t upper = 0, lower = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(document::next_code_point(text, at));
        if (u_isUUppercase(c)) ++upper;
        if (u_isULowercase(c)) ++lower;
    }
    return lower * times <= upper;
}

bool is_initialism(std::string_view word) {
    constexpr WordSet kKnown{"EU",    "UN",     "UK",    "US",   "USA",  "UAE", "NATO", "OSCE",
                             "ASEAN", "ECOWAS", "BRICS", "OPEC", "USSR", "DRC", "IMF",  "WTO"};
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

/// "bulletin", "Monthly": what a paper of this sort is called.
bool is_paper(std::string_view folded) {
    constexpr WordSet kPapers{"bulletin",   "newsletter", "digest",     "monitor",   "brief",   "briefing",  "report",
                              "review",     "update",     "gazette",    "chronicle", "monthly", "quarterly", "dispatch",
                              "dispatches", "roundup",    "bulletins",  "note",      "herald",  "tribune",   "courier",
                              "memo",       "memorandum", "communique", "factsheet", "sitrep",  "summary",   "journal"};
    return kPapers.contains(folded);
}

/// "Weekly", "press", "No.": what says when a paper comes out or of what it is made, and not what it is about.
bool is_of_any_paper(std::string_view folded) {
    constexpr WordSet kAny{"weekly",    "daily",    "fortnightly", "biweekly", "annual", "press", "news",   "information", "media",
                           "situation", "no",       "nr",          "issue",    "number", "vol",   "volume", "the",         "regular",
                           "special",   "official", "week",        "month",    "year",   "in",    "of",     "and",         "for"};
    return kAny.contains(folded) || is_paper(folded) || folded.find_first_not_of("0123456789") == folded.npos;
}

/// A line of a masthead, and what its words say of it.
struct MastheadLine {
    std::string text;
    bool names_paper = false;  ///< "SUDAN CONFLICT DIGEST"
    bool names_body = false;   ///< "MINISTRY OF FOREIGN AFFAIRS"
    bool of_any = true;        ///< "Information bulletin No. 9/2025": and no word of whose, or about what
    bool dated = false;        ///< "Second quarter 2024", "Montevideo, 26 May 2025", "Published on …"
};

/// Visits the folded words of a line: "No. 9/2025, 12–25 May" → no 9 2025 12 25 may
template <class Visit>
void each_word(std::string_view line, Visit visit) {
    const std::string folded = document::fold_name(line);
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= folded.size();) {
        const std::size_t here = at;
        const bool inside = at < folded.size() && u_isalnum(static_cast<UChar32>(document::next_code_point(folded, at)));
        if (inside) continue;
        if (here > begin) visit(std::string_view(folded).substr(begin, here - begin));
        begin = at = std::max(at, here + 1);
    }
}

MastheadLine read_masthead_line(std::string line) {
    constexpr WordSet kPublishes{"published", "issued", "compiled", "period",  "reporting", "covering",
                                 "week",      "date",   "dated",    "updated", "status"};
    constexpr WordSet kParts{"quarter", "half"};
    constexpr std::uint32_t kTimes = temporal::kMonth | temporal::kWeekday | temporal::kSeason;
    MastheadLine out;
    std::size_t words = 0, plain = 0;
    bool publishes = false, time = false, counts = false;
    each_word(line, [&](std::string_view word) {
        const bool number = word.front() >= '0' && word.front() <= '9';
        if (words++ == 0) publishes = kPublishes.contains(word);
        if ((number && !counts) || kParts.contains(word) || (temporal::look_up(word).classes & kTimes) != 0) time = true;
        else if (!is_of_any_paper(word)) ++plain;
        out.names_paper = out.names_paper || is_paper(word);
        out.names_body = out.names_body || (lexicon_of(word) & (kStateBody | kOrgTail)) != 0;
        counts = word == "no" || word == "issue" || word == "nr" || word == "number";  // "Issue 58" is no year
    });
    constexpr std::size_t most_beside_date = 3;  // "Lunenburg, Nova Scotia – Saturday, 5 October 2024"
    out.of_any = plain == 0;
    out.dated = words == 0 || publishes || (time && !out.names_paper && plain <= most_beside_date);
    out.text = std::move(line);
    return out;
}

/// "Bulletin No. 9, 12–25 May 2025" → "Bulletin No. 9": the days are told beside the title.
std::string without_days(std::string line) {
    for (std::size_t at = line.find_first_of(",|("); at != line.npos; at = line.find_first_of(",|(", at + 1)) {
        const MastheadLine rest = read_masthead_line(line.substr(at + 1));
        if (rest.dated && rest.of_any && at > 0) return tidy(std::string_view(line).substr(0, at));
    }
    return line;
}

/// The lines above the first that is a sentence, where the text does not begin with one.
std::vector<MastheadLine> masthead_of(std::string_view text) {
    constexpr std::size_t most = 8;
    constexpr std::string_view kMarkup = "#*_ \t\r";
    std::vector<MastheadLine> lines;
    for (std::size_t at = 0; at < text.size() && lines.size() < most;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        const std::size_t first = line.find_first_not_of(kMarkup);
        if (first == line.npos) continue;
        std::string told = tidy(line.substr(first, line.find_last_not_of(kMarkup) + 1 - first));
        if (told.size() > kLongest || told.ends_with('.')) break;
        lines.push_back(read_masthead_line(without_days(std::move(told))));
    }
    return lines;
}

/// What a masthead calls the paper; empty where it has no name.
///
///     "REPUBLIC OF SERBIA / MINISTRY OF FOREIGN AFFAIRS / WEEKLY PRESS DIGEST No. 11" ─▶ "Ministry of Foreign Affairs – Weekly Press Digest No. 11"
std::string title_of_masthead(const std::vector<MastheadLine>& lines) {
    const auto written = [](const std::string& line) { return is_in_capitals(line) ? title_case(line) : line; };
    const MastheadLine* whose = nullptr;
    for (const MastheadLine& line : lines) {
        if (line.dated) continue;
        if (!line.names_paper) {
            if (!line.of_any && (!whose || (line.names_body && !whose->names_body))) whose = &line;
            continue;
        }
        if (!line.of_any) return written(line.text);
        if (!whose || whose->text.size() + line.text.size() > kLongest) continue;
        return written(whose->text) + " – " + written(line.text);
    }
    const auto named = std::find_if(lines.begin(), lines.end(), [](const MastheadLine& line) { return !line.dated && !line.of_any; });
    return named != lines.end() ? written(named->text) : std::string{};
}

}  // namespace

std::string document_title(std::string_view text, std::string_view otherwise) {
    std::size_t head = std::min(text.size(), kHeadBytes);
    while (head < text.size() && head > 0 && (static_cast<unsigned char>(text[head]) & 0xC0u) == 0x80u) --head;
    const Layout layout = lay_out(text.substr(0, head));
    const bool headed = !layout.blocks.empty() && layout.blocks.front().kind == BlockKind::Heading;
    if (std::string title = headed ? std::string{} : title_of_masthead(masthead_of(text.substr(0, head))); !title.empty()) return title;
    for (const std::string& section : layout.sections) {
        if (is_generic(section) || section.size() > kLongest) continue;
        return is_in_capitals(section) ? title_case(section) : section;
    }
    return std::string(otherwise);
}

}  // namespace dateline::extract
