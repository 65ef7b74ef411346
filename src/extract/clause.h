#pragma once

#include "extract/event_lexicon.h"
#include "extract/token.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::extract {

struct TokenRange {
    std::uint32_t begin = 0, end = 0;
    bool contains(std::uint32_t token) const { return begin <= token && token < end; }
};

/// A verb with its auxiliaries: "has been expanded", "to be held", "signed". Token indices, end exclusive.
struct VerbGroup {
    enum class Mode : std::uint8_t { Finite, Infinitive, Gerund, Participle };
    std::uint32_t first = 0, head = 0, end = 0;
    VerbSense sense;
    Mode mode = Mode::Finite;
    bool passive = false;
    bool perfect = false;
    bool progressive = false;
    bool past = false;
    bool negated = false;
    bool planned = false;         ///< will, is to, is expected to
    bool hypothetical = false;    ///< would, could, may
    bool copula = false;          ///< "was", "has" and the like with no verb after it
    std::uint32_t auxiliary = 0;  ///< that stands apart, before the subject: "Only then | did | parliament ratify"; 0 for none
};

/// A stretch of a sentence round one finite verb.
struct Clause {
    enum class Kind : std::uint8_t { Main, Content, Relative, Adverbial, Coordinate };
    Kind kind = Kind::Main;
    std::uint32_t begin = 0, end = 0;                  ///< tokens
    std::uint32_t subject_begin = 0, subject_end = 0;  ///< empty where the clause has none of its own
    TokenRange antecedent;                             ///< of a relative pronoun that is no subject: "a dhow | which pirates had seized"
    std::uint32_t verb = 0;                            ///< into Clauses::verbs
    std::int32_t governor = -1;                        ///< clause that this one hangs on
    std::uint32_t connector = 0;                       ///< token "that", "which", "when"; 0 for none
};

/// The shallow grammar of one sentence. Linear in its tokens.
struct Clauses {
    std::vector<VerbGroup> verbs;   ///< in the sentence's order
    std::vector<Clause> clauses;    ///< one a finite verb, in order
    std::uint32_t fronted_end = 0;  ///< tokens before it set the scene: "On April 23,"
    TokenRange aside;               ///< ", the minister said,"; empty for none
    TokenRange aside_speaker;       ///< of ", the minister said,"; empty for none
};
/// `dates` are the token ranges of temporal expressions in the sentence, in order.
Clauses read_clauses(const Text& text, const Sentence& sentence, std::span<const TokenRange> dates);
/// The same where its verbs are known.
Clauses read_clauses(const Text& text, const Sentence& sentence, std::span<const TokenRange> dates, std::vector<VerbGroup> verbs);

/// "with | whom he had spoken", "to | which it belongs": a pronoun behind the preposition that its verb takes.
bool leads_with_preposition(const Text& text, std::uint32_t first, const Clause& clause);

/// "production from | the platform, which sailed away": what moves, sinks or opens is a thing, and not the happening that it hangs on.
TokenRange thing_meant(const Text& text, TokenRange phrase, const VerbSense& deed);

bool is_adverb(const Text& text, std::uint32_t token);
/// "stand-|in", "build-|up": the end of a word, with nothing that hangs on it.
bool is_tail(const Text& text, std::uint32_t token);
/// "Doctors | Without | Borders": a preposition between two capitals that leads to no place.
bool stands_in_name(const Text& text, std::uint32_t token);
inline bool is_preposition(const Text& text, std::uint32_t i) {
    if (i >= text.tokens.size()) return false;
    const Token& t = text.tokens[i];
    if (t.letter_case == Case::Capital && t.fold_size > 5 && t.facts->preposition && stands_in_name(text, i))
        return false;                                                                                 // "Doctors Without Borders"
    return t.facts->preposition && t.kind == TokenKind::Word && !(t.hyphenated && is_tail(text, i));  // not "his stand-in"
}

}  // namespace dateline::extract
