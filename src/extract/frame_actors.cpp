#include "extract/frame_actors.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::uint32_t kLongest = 5;  ///< words of a name

/// What acts and is often called by its kind alone.
bool is_acting_body(std::string_view word) {
    static constexpr WordSet kBodies{"police",     "army",       "navy",          "military",    "government",  "parliament",  "congress",
                                     "senate",     "cabinet",    "ministry",      "court",       "council",     "troops",      "forces",
                                     "rebels",     "militants",  "insurgents",    "separatists", "authorities", "prosecutors", "lawmakers",
                                     "opposition", "protesters", "demonstrators", "gunmen",      "rescuers"};
    return kBodies.contains(word);
}

/// A word that says nothing but a name: at a sentence's beginning every word has a capital.
bool is_name_alone(const SentenceFacts& f, std::uint32_t i, const document::Gazetteer& gazetteer) {
    const Token& t = f.token(i);
    const WordFacts& facts = *t.facts;
    const bool known = t.lexicon != 0 || facts.verb->known || facts.noun->known || facts.topics || facts.preposition || facts.adverb;
    if (i > f.sentence.first_token && !known) return true;
    return !known && !f.word(i).ends_with('s') && f.word(i) != "nobody" && f.word(i) != "none" && f.word(i) != "everyone" &&
           t.fold_size > 3 && !f.word(i).ends_with("ly") && !f.word(i).ends_with("ing") &&
           gazetteer.usual_use(f.word(i)) != document::WordUse::CommonWord;
}

bool is_name(const SentenceFacts& f, TokenRange piece, const document::Gazetteer& gazetteer) {
    if (piece.end - piece.begin > kLongest) return false;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
        const Token& t = f.token(i);
        if (t.kind != TokenKind::Word || !t.capitalised() || f.has(i, kMonth | kFunction)) return false;
    }
    const NounSense& head = f.noun(piece.end - 1);
    if (head.known && (head.paper || head.kind != EventKind::Plain)) return false;  // "the Budapest Memorandum"
    const bool alone = piece.end - piece.begin == 1;
    return !alone || is_name_alone(f, piece.begin, gazetteer);
}

/// "the prime minister", "police": by office or kind.
bool is_office(const SentenceFacts& f, TokenRange piece, bool definite) {
    if (piece.end - piece.begin > kLongest) return false;
    for (std::uint32_t i = piece.begin; i < piece.end; ++i)
        if (f.token(i).kind != TokenKind::Word || is_preposition(f.text, i) || f.has(i, kFunction | kBe | kHave)) return false;
    const std::uint32_t head = piece.end - 1;
    if (f.token(head).possessive) return false;
    const bool one = !f.word(head).ends_with('s');
    return is_acting_body(f.word(head)) || (f.has(head, kTitle) && one && (definite || f.token(head).capitalised()));
}

}  // namespace

std::vector<TokenRange> unlisted_actors(const SentenceFacts& f, TokenRange within, const document::Gazetteer& gazetteer) {
    std::vector<TokenRange> out;
    const auto listed = [&](TokenRange r) {
        return std::any_of(f.actors.begin(), f.actors.end(),
                           [&](const ActorMention& a) { return a.tokens.begin < r.end && r.begin < a.tokens.end; });
    };
    const auto ends_in_place = [&](TokenRange r) {
        return std::any_of(f.mentions.begin(), f.mentions.end(), [&](const Mention& m) {
            return !m.adjective && m.place >= 0 && m.first_token < r.end && r.begin < m.end_token &&
                   (m.end_token >= r.end || m.role == PlaceRole::Location);
        });
    };
    const bool anybody = listed(within);
    std::vector<TokenRange> offices;
    for (std::uint32_t i = within.begin; i < within.end;) {
        std::uint32_t end = i;
        while (end < within.end && !f.token(end).is(',') && !f.has(end, kConjunction)) ++end;
        TokenRange piece{i, end};
        i = end + 1;
        for (const ActorMention& a : f.actors)  // "Ukraine's Zelenskyy"
            if (a.kind == ActorMention::Kind::State && a.tokens.begin == piece.begin && a.tokens.end < piece.end &&
                f.token(a.tokens.end - 1).possessive)
                piece.begin = a.tokens.end;
        bool definite = false;
        for (; piece.begin < piece.end && (f.has(piece.begin, kArticle) || f.token(piece.begin).kind == TokenKind::Mark); ++piece.begin)
            definite = definite || f.word(piece.begin) == "the";
        while (piece.end > piece.begin && (f.token(piece.end - 1).kind == TokenKind::Mark || is_adverb(f.text, piece.end - 1))) --piece.end;
        if (piece.begin >= piece.end || listed(piece) || ends_in_place(piece)) continue;
        if (is_office(f, piece, definite)) offices.push_back(piece);
        else if (is_name(f, piece, gazetteer)) out.push_back(piece);
    }
    if (!anybody && out.empty()) out = std::move(offices);  // whom an office stands beside is named already
    return out;
}

std::vector<TokenRange> actor_slots(const SentenceFacts& f, const Frame& frame) {
    std::vector<TokenRange> out{frame.subject};
    if (frame.noun || frame.kind != EventKind::Meeting || frame.passive) return out;
    // "met Lavrov in Vienna", "spoke with Macron and Scholz on Monday"
    std::uint32_t begin = frame.rest.begin;
    if (f.word(begin) == "with") ++begin;
    std::uint32_t end = begin;
    while (end < frame.rest.end && !is_preposition(f.text, end) &&
           std::none_of(f.dates.begin(), f.dates.end(), [&](const DateMention& d) { return d.tokens.contains(end); }))
        ++end;
    if (begin < end) out.push_back({begin, end});
    return out;
}

}  // namespace dateline::extract
