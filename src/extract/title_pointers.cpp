#include "extract/title_pointers.h"

#include "extract/clause.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What in a sentence points at something told before it.
namespace dateline::extract {
namespace {

/// "in Tashkent": the mention with the preposition that says where; empty where another or none leads to it.
TokenRange phrase_of(const SentenceFacts& f, const Mention& m) {
    static constexpr WordSet kWhere{"in", "at", "near", "outside", "off"};
    std::uint32_t begin = m.first_token;
    while (begin > f.sentence.first_token && f.has(begin - 1, kArticle)) --begin;
    if (begin == f.sentence.first_token || !kWhere.contains(f.word(begin - 1))) return {};
    std::uint32_t end = m.end_token;
    if (!m.feature.empty() && !m.feature_in_name && f.word(end) == m.feature) ++end;  // "the Lachin | crossing"
    return {begin - 1, end};
}

/// "In Tashkent" as it stands within a sentence.
std::string within_sentence(std::string phrase) {
    if (!phrase.empty() && phrase[0] >= 'A' && phrase[0] <= 'Z') phrase[0] = static_cast<char>(phrase[0] | 0x20);
    return phrase;
}

bool tells_a_town(const Mention& m) {
    using document::PlacePrecision;
    const bool spot =
        m.precision == PlacePrecision::Exact || m.precision == PlacePrecision::Settlement || m.precision == PlacePrecision::District;
    return m.place >= 0 && !m.adjective && spot && m.role == PlaceRole::Location;
}

}  // namespace

bool is_ordinal(std::string_view word) {
    static constexpr WordSet kOrdinals{"first",  "second", "third", "fourth", "fifth", "sixth", "seventh",
                                       "eighth", "ninth",  "tenth", "last",   "next",  "latest"};
    return kOrdinals.contains(word);
}

std::uint32_t object_pronoun_of(const SentenceFacts& f, const Frame& frame) {
    if (frame.noun || frame.passive) return 0;
    std::uint32_t at = frame.verb.end;
    for (const VerbGroup& g : f.clauses.verbs)  // "began | rebuilding it", "vowed on Thursday | to rebuild it"
        if (g.mode != VerbGroup::Mode::Finite && !g.passive && g.first >= at && g.end < frame.rest.end) {
            std::uint32_t from = at;
            if (is_preposition(f.text, from) && from + 1 < g.first) ++from;
            for (const DateMention& d : f.dates)
                if (d.tokens.begin == from) from = d.tokens.end;
            if (g.first == at || (g.first == from && f.word(g.first) == "to")) at = g.end;
        }
    const std::string_view w = at < frame.rest.end ? f.word(at) : std::string_view{};
    return w == "it" || w == "them" || w == "him" ? at : 0;
}

bool is_part_of_pronoun(const SentenceFacts& f, std::uint32_t i) {
    static constexpr WordSet kMeasures{"tonnes", "tons",    "litres", "liters",   "barrels",   "kilograms", "kilos",
                                       "thirds", "third",   "half",   "quarter",  "quarters",  "most",      "some",
                                       "many",   "several", "dozens", "hundreds", "thousands", "part"};
    static constexpr WordSet kNumbers{"one",   "two",  "three", "four",   "five",   "six",  "seven",
                                      "eight", "nine", "ten",   "eleven", "twelve", "dozen"};
    if (f.word(i) != "of" || i == f.sentence.first_token || f.word(i + 2) == "all" || (f.word(i + 1) != "it" && f.word(i + 1) != "them"))
        return false;
    const std::uint32_t next = i + 2;  // not "29 people, eleven of them children"
    const bool verb = std::any_of(f.clauses.verbs.begin(), f.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == next; });
    const bool dated = std::any_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.begin == next; });
    const bool ends = next >= f.sentence.end_token || f.token(next).kind == TokenKind::Mark || is_preposition(f.text, next) ||
                      is_adverb(f.text, next) || verb || dated;
    if (!ends) return false;
    return f.token(i - 1).kind == TokenKind::Number || kMeasures.contains(f.word(i - 1)) || kNumbers.contains(f.word(i - 1));
}

bool points_at_place(const SentenceFacts& f, std::uint32_t i) {
    const std::string_view w = f.word(i);
    if ((w != "there" && w != "here") || i == f.sentence.first_token) return false;
    const std::string_view before = f.word(i - 1);
    // "Prosecutors there | had received threats"; not "reports there had been"
    const bool of_noun = f.token(i - 1).kind == TokenKind::Word && !f.has(i - 1, kFunction) && f.verb(i - 1).form == VerbForm::None &&
                         !is_preposition(f.text, i - 1);
    const bool exists = f.has(i + 1, kBe) || f.word(i + 2) == "been" || f.word(i + 2) == "be";
    if (exists || (f.has(i + 1, kModal | kHave) && !of_noun) || f.has(i - 1, kConjunction) || f.token(i - 1).kind == TokenKind::Mark ||
        f.token(i + 1).hyphenated)
        return false;  // "that there | was"
    static constexpr WordSet kBeginClauses{"that", "if", "when", "because", "as", "while", "whether", "where", "but", "so"};
    return !kBeginClauses.contains(before);
}

std::uint32_t pointer_in(const SentenceFacts& f, const Frame& frame) {
    for (const TokenRange part : {frame.subject, frame.rest})
        for (std::uint32_t i = part.begin; i < part.end; ++i)
            if (may_point_at_place(f.token(i)) && points_at_place(f, i)) return i;
    return 0;
}

std::string place_pointed_at(const SentenceFacts& f, const Frame& frame) {
    if (frame.noun) return {};
    const std::uint32_t there = pointer_in(f, frame);
    std::string found;
    for (const Mention& m : f.mentions)
        if (there != 0 && m.end_token <= std::min(there, frame.verb.begin) && tells_a_town(m))
            if (const TokenRange r = phrase_of(f, m); r.begin < r.end) found = within_sentence(f.phrase(r));
    return found;
}

std::string place_phrase_of(const SentenceFacts& f) {
    TokenRange found;
    for (const Mention& m : f.mentions) {
        if (m.place < 0 || m.adjective || m.precision >= document::PlacePrecision::Country) continue;
        const TokenRange r = tells_a_town(m) ? phrase_of(f, m) : TokenRange{};
        if (r.begin >= r.end || found.begin < found.end) return {};
        found = r;
    }
    return found.begin < found.end ? within_sentence(f.phrase(found)) : std::string{};
}

}  // namespace dateline::extract
