#include "extract/event_denial.h"

#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kSayings{"accusation",  "accusations", "allegation", "allegations", "claim",     "claims",      "report",
                           "reports",     "rumour",      "rumours",    "rumor",       "rumors",    "speculation", "suggestion",
                           "suggestions", "story",       "stories",    "assertion",   "assertions"};
constexpr WordSet kUntrue{
    "nonsense",   "unfounded", "baseless",  "groundless", "false",   "untrue", "fabrication", "fabrications",   "fabricated",
    "fiction",    "lies",      "rumour",    "rumours",    "rumor",   "rumors", "speculation", "disinformation", "misinformation",
    "propaganda", "fake",      "invention", "absurd",     "slander", "libel",  "hoax"};

/// Where what a verb says begins: behind a day and the words that link it.
std::uint32_t begin_of_matter(const SentenceFacts& f, std::uint32_t at) {
    for (std::uint32_t before = 0; at != before;) {
        before = at;
        for (const DateMention& d : f.dates) {
            if (d.tokens.begin == at) at = d.tokens.end;
            else if (d.tokens.begin == at + 1 && is_preposition(f.text, at)) at = d.tokens.end;
        }
        if (is_adverb(f.text, at)) ++at;
    }
    return at;
}

/// The end of the words that a verb governs, up to a semicolon.
std::uint32_t end_of_matter(const SentenceFacts& f, std::uint32_t from, std::uint32_t reach) {
    std::uint32_t i = from;
    while (i < std::min(from + reach, f.sentence.end_token) && !f.token(i).is(';')) ++i;
    return i;
}

/// "as nonsense", "as a mere rumour"
bool is_called_untrue(const SentenceFacts& f, std::uint32_t from) {
    constexpr std::uint32_t reach = 14, longest = 4;
    for (std::uint32_t i = from; i < end_of_matter(f, from, reach); ++i) {
        if (f.word(i) != "as") continue;
        for (std::uint32_t k = i + 1; k < std::min(i + longest, f.sentence.end_token); ++k)
            if (kUntrue.contains(f.word(k))) return true;
    }
    return false;
}

/// "reports that …", "an accusation according to which …": with what they say
bool tells_what_is_said(const SentenceFacts& f, std::uint32_t from) {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = from; i < end_of_matter(f, from, reach); ++i) {
        if (f.token(i).kind == TokenKind::Mark) return false;
        if (!kSayings.contains(f.word(i))) continue;
        const std::uint32_t that = begin_of_matter(f, i + 1);
        return f.word(that) == "that" || f.word(that) == "according" || f.word(that) == "about";
    }
    return false;
}

/// "denied | that …", "denied | having fired", "denied | any part in", "denied | the accusation"
bool denies_matter(const SentenceFacts& f, std::uint32_t at) {
    static constexpr WordSet kOpens{"that",           "any",        "all",   "having",     "being",    "involvement",
                                    "responsibility", "wrongdoing", "guilt", "complicity", "knowledge"};
    constexpr std::uint32_t reach = 5;
    if (kOpens.contains(f.word(at)) || f.verb(at).form == VerbForm::Gerund) return true;
    for (std::uint32_t i = at;
         i < std::min(at + reach, f.sentence.end_token) && f.token(i).kind == TokenKind::Word && !is_preposition(f.text, i); ++i)
        if (kSayings.contains(f.word(i)) || f.word(i) == "charges" || f.word(i) == "charge") return true;
    return false;
}

/// "said | that his men had no hand in it", "said | it had nothing to do with the fire"
bool says_had_no_part(const SentenceFacts& f, TokenRange words) {
    static constexpr WordSet kParts{"hand", "part", "role", "involvement", "knowledge"};
    for (std::uint32_t i = words.begin; i + 2 < words.end; ++i) {
        if (f.word(i) == "no" && kParts.contains(f.word(i + 1)) && f.word(i + 2) == "in" && f.has(i - 1, kHave)) return true;
        if (f.word(i) == "nothing" && f.word(i + 1) == "to" && f.word(i + 2) == "do") return true;
    }
    return false;
}

}  // namespace

bool is_denial(const SentenceFacts& f, const Frame& frame) {
    if (frame.noun || frame.told_in >= 0) return false;
    const std::string_view base = frame.sense.base.empty() ? f.verb(frame.head).base : frame.sense.base;
    const std::string_view verb = f.verb(frame.head).known ? f.verb(frame.head).base : base;
    const bool denies = verb == "deny" || verb == "refute", rejects = verb == "reject" || verb == "dismiss" || verb == "dispute";
    if (frame.passive) {  // "Rumours that he had fled were dismissed", "… as nonsense"
        if (!denies && !rejects) return false;
        for (std::uint32_t i = f.sentence.first_token; i < frame.verb.begin; ++i)
            if (kSayings.contains(f.word(i))) return f.word(i + 1) == "that" || is_called_untrue(f, frame.verb.end);
        return false;
    }
    if (denies) return denies_matter(f, begin_of_matter(f, frame.verb.end));
    if (rejects) return is_called_untrue(f, frame.verb.end) || tells_what_is_said(f, begin_of_matter(f, frame.verb.end));
    if ((frame.sense.use & kSays) != 0) return says_had_no_part(f, {frame.verb.end, std::max(frame.rest.end, frame.clause.end)});
    return false;
}

bool is_claim(const SentenceFacts& f, const Frame& frame) {
    constexpr std::uint32_t reach = 8;
    const std::string_view base = f.verb(frame.head).base;
    if (frame.noun || frame.passive || (base != "claim" && base != "allege")) return false;
    for (std::uint32_t i = frame.verb.end; i < end_of_matter(f, frame.verb.end, reach); ++i)
        if (f.word(i) == "that") return true;
    return false;
}

}  // namespace dateline::extract
