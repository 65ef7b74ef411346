#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_groups.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

// What stands behind a verb: its object, or the end of its clause.
namespace dateline::extract {
namespace {

/// "published the | following day"
bool is_day_named(const Text& text, std::uint32_t i, std::uint32_t end) {
    static constexpr WordSet kNear{"following", "next", "same", "previous"};
    static constexpr WordSet kUnits{"day", "week", "month", "year", "morning", "evening", "night", "afternoon"};
    return i + 1 < end && kNear.contains(text.folded(text.token(i))) && kUnits.contains(text.folded(text.token(i + 1)));
}

/// "declared | three days of mourning", not "shot | two days ago": a number of what is done or made, and no time that has passed.
bool is_counted_object(const Text& text, std::uint32_t i, std::uint32_t end) {
    static constexpr WordSet kUnits{"day",   "days", "week",  "weeks",  "month",   "months", "year",
                                    "years", "hour", "hours", "minute", "minutes", "times"};
    const std::string_view w = text.folded(text.token(i));
    if (w == "one" || (temporal::look_up(w).classes & temporal::kCardinal) == 0 || i + 1 >= end ||
        text.token(i + 1).kind != TokenKind::Word)
        return false;
    return !kUnits.contains(text.folded(text.token(i + 1))) || (i + 2 < end && text.folded(text.token(i + 2)) == "of");
}

}  // namespace

bool takes_object(const Text& text, std::uint32_t end, const VerbGroup& g) {
    std::uint32_t at = g.end;  // past "on Tuesday", "on 5 November"
    if (at + 2 < end && text.folded(text.token(at)) == "on") {
        const bool weekday = (temporal::look_up(text.folded(text.token(at + 1))).classes & temporal::kWeekday) != 0;
        const bool day = at + 3 < end && text.token(at + 1).kind == TokenKind::Number && (text.token(at + 2).lexicon & kMonth) != 0;
        at = weekday ? at + 2 : day ? at + 3 : at;
        if (at > g.end) return (text.token(at).lexicon & kArticle) != 0;
    }
    if (at >= end) return false;
    const Token& next = text.token(at);
    if (next.kind == TokenKind::Number) return true;
    if (next.kind != TokenKind::Word) return next.is('"');
    if ((next.lexicon & kArticle) != 0) return !is_day_named(text, at + 1, end);
    const std::string_view w = text.folded(next);
    if (w == "its" || w == "his" || w == "their" || w == "her" || w == "that" || w == "him" || w == "them" || w == "it" || w == "itself" ||
        w == "himself" || w == "herself" || w == "themselves")
        return true;
    if (!next.capitalised()) return is_counted_object(text, at, end);
    return !is_preposition(text, at) && (temporal::look_up(w).classes & temporal::kWeekday) == 0;  // "the man shot Tuesday"
}

bool has_clause_boundary(const Text& text, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
        if (text.token(i).is('(')) {  // "(ECOWAS)" parts nothing
            std::uint32_t close = i + 1;
            while (close < to && !text.token(close).is(')')) ++close;
            if (close < to) {
                i = close;
                continue;
            }
        }
        // "killed between 23 and 28 January": a stretch of days
        const bool days = i > from && i + 1 < to && text.folded(text.token(i)) == "and" && text.token(i - 1).kind == TokenKind::Number &&
                          text.token(i + 1).kind == TokenKind::Number && i >= 2 && text.folded(text.token(i - 2)) == "between";
        if (!days && is_clause_boundary(text, i)) return true;
    }
    return false;
}

}  // namespace dateline::extract
