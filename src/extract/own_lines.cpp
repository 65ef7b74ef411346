#include "extract/own_lines.h"

#include "extract/layout.h"
#include "extract/lexicon.h"
#include "extract/temporal_moment.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kPublications{"bulletin", "digest", "newsletter", "edition", "chronology", "gazette"};
constexpr WordSet kOrPublications{"issue", "issues", "report", "number", "review", "update", "briefing"};  // and other things too
constexpr WordSet kComesOut{"appear", "appears", "appeared", "published", "publish", "released", "issued",
                            "sent",   "out",     "due",      "ready",     "follow",  "follows"};
constexpr WordSet kCovers{"covers", "comes", "summarises", "summarizes", "updates", "replaces", "supersedes"};
constexpr WordSet kMade{"elaborated", "compiled", "prepared", "produced", "edited", "written", "made", "based", "closed"};
constexpr WordSet kPointing{"the", "this", "our", "next", "last", "previous", "present", "following", "first"};

std::int64_t last_day(const calendar::Edtf& date) {
    const calendar::Date d = *(date.is_interval() && date.last() ? date.last() : date.first());
    return temporal::days_of(d.year, std::max<int>(d.month, 1), std::max<int>(d.day, 1));
}

bool is_alone(const SentenceFacts& f) {
    const std::vector<Sentence>& all = f.text.sentences;
    const auto own = std::count_if(all.begin(), all.begin() + std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(all.size()), 24),
                                   [&](const Sentence& s) { return s.block == f.sentence.block; });
    return own == 1 && !f.token(f.sentence.end_token - 1).is('.');
}

bool is_name_word(const Token& t) { return t.kind == TokenKind::Word && t.capitalised() && !t.possessive; }

/// "Ministry | of Foreign and European Affairs", "Foreign | Ministry": all of the name that a body's noun stands in.
TokenRange name_round(const Text& text, const Sentence& line, std::uint32_t noun) {
    std::uint32_t begin = noun, end = noun + 1;
    while (end < line.end_token) {
        const Token& t = text.tokens[end];
        const bool joins = text.folded(t) == "of" || text.folded(t) == "and" || text.folded(t) == "for" || (t.lexicon & kArticle) != 0;
        if (!is_name_word(t) && !joins) break;
        ++end;
    }
    while (end > noun + 1 && !is_name_word(text.tokens[end - 1])) --end;
    static constexpr WordSet kNoPart{"statement", "press", "release", "spokesperson", "spokesman", "declaration", "communique", "minister"};
    while (end == noun + 1 && begin > line.first_token && is_name_word(text.tokens[begin - 1]) &&
           !kNoPart.contains(text.folded(text.tokens[begin - 1])))
        --begin;
    return {begin, end};
}

/// In a line of a title or a signature, before what it is about: "Statement by the Ministry of X | on the raid in Y".
std::string voice_in(const Text& text, const Sentence& line) {
    static constexpr WordSet kBodies{"ministry", "embassy", "presidency"};
    static constexpr WordSet kMatters{"regarding", "concerning", "about", "on", "following", "over", "against", "to", "condemns"};
    constexpr std::uint32_t longest = 40;
    if (line.end_token - line.first_token > longest || text.tokens[line.end_token - 1].is('.')) return {};
    for (std::uint32_t i = line.first_token; i < line.end_token; ++i) {
        const std::string_view word = text.folded(text.tokens[i]);
        if (kMatters.contains(word)) return {};
        if (!kBodies.contains(word) || !text.tokens[i].capitalised()) continue;
        const TokenRange name = name_round(text, line, i);
        return name.end > name.begin + 1 ? tidy(text.bytes(text.tokens[name.begin].begin, text.tokens[name.end - 1].end)) : std::string{};
    }
    return {};
}

}  // namespace

bool is_masthead_line(const SentenceFacts& f, const std::optional<calendar::Edtf>& published) {
    constexpr std::uint32_t masthead_blocks = 5;
    constexpr std::int64_t soon_after = 3;
    if (f.sentence.block >= masthead_blocks || f.dates.empty() || !published || !published->first()) return false;
    if (!is_alone(f)) return false;
    const bool row = f.text.layout->blocks[f.sentence.block].kind ==
                     BlockKind::ListItem;  // "Forum | Cut-off: 3 May | Next issue: 4 June" looks like one
    const auto bars = std::count_if(f.text.tokens.begin() + f.sentence.first_token, f.text.tokens.begin() + f.sentence.end_token,
                                    [](const Token& t) { return t.is('|'); });
    static constexpr WordSet kKept{"compiled", "edited", "updated", "elaborated"};
    static constexpr WordSet kOut{"published", "issued", "released", "dated"};
    const auto all_marks = [&](std::uint32_t from) {
        for (std::uint32_t i = from; i < f.sentence.end_token; ++i)
            if (f.token(i).kind != TokenKind::Mark) return false;
        return true;
    };
    for (const DateMention& date : f.dates) {
        if (!date.edtf.first() || date.tokens.begin <= f.sentence.first_token) continue;
        const std::int64_t ago = last_day(*published) - last_day(date.edtf);
        std::uint32_t before = date.tokens.begin - 1;
        if (before > f.sentence.first_token && is_preposition(f.text, before)) --before;
        static constexpr WordSet kWritten{"editorial", "text", "edition", "issue", "copy", "manuscript"};
        const bool closed = before > f.sentence.first_token && f.word(before) == "closed" &&
                            kWritten.contains(f.word(before - 1));  // "Editorial closed on 30 May"
        const bool noted = kKept.contains(f.word(before)) || closed ||
                           (kOut.contains(f.word(before)) && ago == 0);  // "Distribution restricted; compiled 16:00 GMT"
        const bool parted = f.token(date.tokens.begin - 1).kind == TokenKind::Mark || noted;
        const bool last = &date == &f.dates.back() && all_marks(date.tokens.end);
        // "Period: 1–31 May 2024 | Cut-off: 31 May 2024 | Next issue: 5 July 2024", "No. 7 – published 2 June 2024 – covering May"
        const bool celled = f.token(date.tokens.end).is('|') && date.tokens.end < f.sentence.end_token;
        if (row) {
            const bool out = last && kOut.contains(f.word(before));  // "Second quarter 2025 | compiled in Bamako | published 8 July 2025"
            if (((last || celled) && f.token(date.tokens.begin - 1).is(':') && bars > 1 && ago == 0 &&
                 !f.token(f.sentence.first_token).is('|')) ||
                (out && ago == 0))
                return true;
            continue;
        }
        if (kOut.contains(f.word(before)) && ago == 0 && !celled && !last && f.token(date.tokens.end).kind == TokenKind::Mark) return true;
        if ((last || celled) && parted && ago >= 0 && ago <= soon_after) return true;
    }
    return false;
}

bool speaks_of_itself(const SentenceFacts& f) {
    constexpr std::uint32_t reach = 6;
    const std::uint32_t first = f.sentence.first_token, end = f.sentence.end_token;
    std::uint32_t at = first;
    if (f.word(at) == "corrections" || f.word(at) == "correction") at += 2;  // "Corrections to last week's issue"
    while (at < std::min(end, first + reach) && (kPointing.contains(f.word(at)) || f.word(at) == "week" || f.word(at) == "month" ||
                                                 f.word(at) == "s" || f.token(at).kind == TokenKind::Mark))
        ++at;
    if (at >= end || f.token(at).kind != TokenKind::Word) return false;
    const bool names_source = f.word(first) == "source" || f.word(first) == "sources";
    if (names_source && first + 1 < end && f.token(first + 1).is(':')) return true;             // "Source: civil society, not verified."
    if (f.word(first) == "text" && at == first && kMade.contains(f.word(at + 1))) return true;  // "Text closed on 15 December"
    const bool noted = at > first && f.word(at) == "note" &&
                       (f.word(at - 1) == "next" || f.word(first) == "this");  // not the note that an envoy hands over
    const bool sure = kPublications.contains(f.word(at)), perhaps = kOrPublications.contains(f.word(at)) || noted;
    if (!sure && !perhaps) return false;
    if (at > first && f.word(first).starts_with("correction")) return true;
    if (sure && at == first && at + 1 < end && kMade.contains(f.word(at + 1))) return true;  // "Digest compiled from the press of 12 June"
    const bool present = f.word(first) == "the" && f.word(first + 1) == "present" &&
                         at == first + 2;  // "The present report, submitted …, covers the period"
    if (present && (kCovers.contains(f.word(at + 1)) || f.token(at + 1).is(',') || f.word(at + 1) == "is" || f.word(at + 1) == "provides"))
        return true;
    if (f.word(first) == "this" && at == first + 1 && kCovers.contains(f.word(at + 1)))
        return true;                                                                          // "This report covers the first half of May"
    if (at == first || (perhaps && at == first + 1 && f.word(first) == "the")) return false;  // "The report, published by the bank, said"
    for (std::uint32_t i = at + 1; i < std::min(end, at + reach); ++i)
        if (kComesOut.contains(f.word(i)) || (sure && kMade.contains(f.word(i)))) return true;
    return false;
}

std::string voice_of_release(const Text& text) {
    constexpr std::uint32_t blocks_of_head = 5, blocks_of_foot = 2;
    if (text.sentences.empty()) return {};
    const std::uint32_t last = text.sentences.back().block;
    for (const Sentence& s : text.sentences) {
        if (s.end_token <= s.first_token || (s.block >= blocks_of_head && s.block + blocks_of_foot <= last)) continue;
        if (std::string voice = voice_in(text, s); !voice.empty()) return voice;
    }
    return {};
}

}  // namespace dateline::extract
