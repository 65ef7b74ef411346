#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

// What single words are to the verbs and clauses round them.
namespace dateline::extract {

bool is_adverb(const Text& text, std::uint32_t i) {
    if (i >= text.tokens.size() || text.tokens[i].kind != TokenKind::Word) return false;
    const std::string_view w = text.folded(text.tokens[i]);
    static constexpr WordSet kNone{"july",     "italy", "sicily",   "supply",  "family",   "assembly", "early", "reply",
                                   "rally",    "tally", "monopoly", "anomaly", "homily",   "bully",    "belly", "butterfly",
                                   "resupply", "apply", "comply",   "imply",   "multiply", "elderly"};
    if (w.size() > 4 && w.ends_with("ly") && text.tokens[i].letter_case != Case::Upper) return !kNone.contains(w);
    return text.tokens[i].facts->adverb;
}

bool stands_in_name(const Text& text, std::uint32_t i) {
    static constexpr WordSet kNamed{"without", "against", "beyond"};
    const Token& before = i > 0 ? text.token(i - 1) : Text::no_token();
    const Token& next = text.token(i + 1);
    return kNamed.contains(text.folded(text.tokens[i])) && before.kind == TokenKind::Word && before.letter_case == Case::Capital &&
           next.kind == TokenKind::Word && next.letter_case == Case::Capital;
}

bool is_tail(const Text& text, std::uint32_t i) {
    const Token& t = text.tokens[i];
    const bool hyphen = i > 0 && text.tokens[i - 1].end + 1 == t.begin;  // no dash, which takes more bytes
    return t.hyphenated && hyphen && t.letter_case == Case::Lower &&
           (i + 1 >= text.tokens.size() || !text.tokens[i + 1].hyphenated);  // not "face-to-face"
}

bool tells_with_that(std::string_view noun) {
    static constexpr WordSet kNouns{"claim",       "claims",      "report",      "reports",    "news",        "fact",       "rumour",
                                    "rumours",     "rumor",       "rumors",      "allegation", "allegations", "warning",    "warnings",
                                    "statement",   "belief",      "proof",       "evidence",   "hope",        "hopes",      "fear",
                                    "fears",       "condition",   "sign",        "signs",      "word",        "accusation", "accusations",
                                    "speculation", "suggestion",  "suggestions", "assurance",  "assurances",  "notion",     "indication",
                                    "indications", "confirmation"};
    return kNouns.contains(noun);
}

/// "Claims on Telegram | that", "a report by the agency of 19 July that", "allegations, carried by a portal on Tuesday, that": the noun that phrases part from what it
/// says; `that` itself for none.
static std::uint32_t noun_past_phrases(const Text& text, std::uint32_t first, std::uint32_t that) {
    static constexpr WordSet kNouns{"claim",  "claims",     "report",      "reports",    "rumour",      "rumours",    "rumor",
                                    "rumors", "allegation", "allegations", "accusation", "accusations", "speculation"};
    constexpr std::uint32_t longest = 12;
    const bool aside = text.token(that - 1).is(',');
    for (std::uint32_t i = aside ? that - 1 : that; i-- > first && that - i <= longest;) {
        const Token &t = text.token(i), &next = text.token(i + 1);
        if (t.is(',') && aside && i > first && kNouns.contains(text.folded(text.token(i - 1)))) return i - 1;
        const std::string_view w = t.kind == TokenKind::Word ? text.folded(t) : std::string_view{};
        const bool leads = is_preposition(text, i + 1) ||
                           (next.kind == TokenKind::Word && next.letter_case == Case::Lower &&
                            verb_sense(text.folded(next)).form == VerbForm::PastOrParticiple && is_preposition(text, i + 2));
        if (!aside && leads && kNouns.contains(w)) return i;
        if ((t.kind == TokenKind::Mark && !t.is('"')) || (t.lexicon & (kBe | kHave | kModal)) != 0 || w == "that" || w == "which" ||
            w == "who")
            break;
    }
    return that;
}

std::uint32_t word_before_that(const Text& text, std::uint32_t first, std::uint32_t that) {
    constexpr std::uint32_t longest = 5;
    if (that == first) return first;
    std::uint32_t i = that - 1;
    const auto of_day = [&](std::uint32_t k) {
        static constexpr WordSet kDays{"last", "this", "yesterday", "today", "week", "month"};
        const Token& t = text.token(k);
        return t.kind == TokenKind::Number || (t.lexicon & kMonth) != 0 || kDays.contains(text.folded(t)) ||
               (temporal::look_up(text.folded(t)).classes & temporal::kWeekday) != 0;
    };
    while (i > first && that - i <= longest && of_day(i)) --i;
    if (i + 1 == that) {
        const std::uint32_t noun = tells_with_that(text.folded(text.token(i))) ? that : noun_past_phrases(text, first, that);
        return noun < that ? noun : i;
    }
    const std::string_view w = text.folded(text.token(i));
    if ((w == "on" || w == "in") && i > first) --i;
    if (tells_with_that(text.folded(text.token(i)))) return i;
    const std::uint32_t noun = noun_past_phrases(text, first, that);
    return noun < that ? noun : that - 1;
}

bool estimates(const Text& text, std::uint32_t i) {
    static constexpr WordSet kAbout{"around", "over", "about", "between", "under", "above"};
    static constexpr WordSet kUnits{"day",        "days",  "week",    "weeks",  "month",     "months",     "year",    "years", "decade",
                                    "decades",    "hour",  "hours",   "minute", "minutes",   "season",     "seasons", "km",    "kilometres",
                                    "kilometers", "miles", "metres",  "meters", "feet",      "of",         "percent", "a.m",   "p.m",
                                    "am",         "pm",    "o'clock", "years'", "centuries", "generations"};
    const Token& next = text.token(i + 1);
    if ((next.kind != TokenKind::Number && next.letter_case != Case::Lower) || !kAbout.contains(text.folded(text.token(i)))) return false;
    const auto counts = [&](std::uint32_t k) {
        return text.token(k).kind == TokenKind::Number ||
               (temporal::look_up(text.folded(text.token(k))).classes & temporal::kCardinal) != 0;
    };
    if (!counts(i + 1)) return false;
    std::uint32_t noun = i + 2;
    while (counts(noun) || text.folded(text.token(noun)) == "and") ++noun;  // "between 30 and 40 houses", "over two hundred"
    const Token& t = text.token(noun);
    return t.kind == TokenKind::Word && t.letter_case == Case::Lower && !kUnits.contains(text.folded(t)) &&
           (t.lexicon & (kMonth | kFunction)) == 0 && !is_preposition(text, noun);
}

bool is_clause_boundary(const Text& text, std::uint32_t i) {
    static constexpr WordSet kWords{"and",   "but",   "that",    "which",    "who",    "whom", "whose",   "when",
                                    "where", "while", "because", "although", "though", "if",   "whether", "as"};
    const Token& t = text.tokens[i];
    if (t.kind == TokenKind::Mark) return t.is(',') || t.is(';') || t.is(':') || t.is('-') || t.is('(') || t.is(')') || t.is('"');
    const std::string_view w = t.kind == TokenKind::Word ? text.folded(t) : std::string_view{};
    return kWords.contains(w) && (w != "who" || !names_body_who(text, i));
}

}  // namespace dateline::extract
