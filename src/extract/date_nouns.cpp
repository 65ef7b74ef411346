#include "extract/date_nouns.h"

#include "extract/frame_clues.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/verb_participles.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr std::uint32_t kNounReach = 14;

}  // namespace

/// "a fifth less than the same season of | 2019": what is compared with, whose stretch the word before `i` names.
bool DateNouns::is_of_same_period(std::uint32_t i) const {
    static constexpr WordSet kStretches{"period", "quarter", "half", "month", "months", "week", "weeks", "time", "season", "stretch"};
    constexpr std::uint32_t reach = 4;  // "the same six-month period"
    if (is_preposition(f_.text, i)) --i;
    if (i <= first_ + 1 || !kStretches.contains(f_.word(i))) return false;
    std::uint32_t same = i - 1;
    while (same > first_ + 1 && i - same < reach && f_.word(same) != "same" && f_.word(same) != "corresponding") --same;
    if (f_.word(same) != "same" && f_.word(same) != "corresponding") return false;
    const std::string_view lead = f_.word(f_.has(same - 1, kArticle) ? same - 2 : same - 1);
    return lead == "than" || lead == "from" || lead == "against" || lead == "over" || lead == "with" || lead == "to" || lead == "on";
}

/// "than last year", "compared with 2021", "after the war": a date that nothing happened on.
bool DateNouns::is_compared(const DateMention& date) const {
    if (date.tokens.begin <= first_) return false;
    std::uint32_t i = date.tokens.begin - 1;
    while (i > first_ && f_.has(i, kArticle)) --i;
    const std::string_view w = f_.word(i);
    if (is_preposition(f_.text, i) && i > first_ && f_.word(i - 1) == "than") return true;  // "higher than in 2021"
    if (w == "to" && f_.word(date.tokens.begin) == "this" && f_.word(date.tokens.begin + 1) == "day")
        return true;  // "governs the Straits to this day"
    if (is_of_figure_before(date) || is_of_same_period(i)) return true;
    if (is_of_terms(i)) return true;
    if (w == "before") {  // "will not be reopened before 1 December"
        const std::int32_t c = clause_at(date.tokens.begin);
        if (c >= 0 && verb_of(clause(static_cast<std::size_t>(c))).negated && verb_of(clause(static_cast<std::size_t>(c))).planned)
            return false;
    }
    static constexpr WordSet kHours{"dawn", "sunrise", "daybreak", "noon", "midday", "sunset", "dusk", "nightfall", "midnight", "daylight"};
    if ((w == "before" || w == "after") && kHours.contains(f_.word(date.tokens.begin))) return false;  // "before dawn on Sunday"
    if (date.of_hour && (w == "before" || w == "after")) return false;  // "shortly before 5 p.m. on Tuesday" is Tuesday's
    if (w == "than" || w == "after" || w == "following" || w == "before" || w == "vs" || w == "versus")
        return !date.edtf.is_interval() || w != "before";
    // "reported earnings for the third quarter"
    const auto says_before = [&] {
        return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.end <= i && (g.sense.use & kSays) != 0 && g.mode == VerbGroup::Mode::Finite;
        });
    };
    if (w == "for" && date.edtf.precision() == calendar::Precision::Quarter && says_before()) return true;
    // "a memorandum for 2024–2026"
    const bool term = date.edtf.first() && date.edtf.last() && date.edtf.first()->precision <= calendar::Precision::Year;
    if (w == "for" && (!date.edtf.is_interval() || term) && date.edtf.precision() <= calendar::Precision::Year) {
        const VerbSense& before = i > first_ ? f_.verb(i - 1) : verb_sense({});
        const bool given = before.base == "promise" || before.base == "foresee" || before.base == "set";
        if (given && i > first_ + 1 && f_.has(i - 2, kBe)) return false;  // "A census is promised for 2027"
        return (before.use & kIntends) == 0;                              // "its forecast for 2023"
    }
    if (w == "from" && !date.edtf.is_interval() && date.edtf.precision() <= calendar::Precision::Year) {
        const std::int32_t c = clause_at(date.tokens.begin);
        if (c >= 0 && verb_of(clause(static_cast<std::size_t>(c))).sense.base == "date") return false;  // "The idea dates from 2018"
        return c < 0 || !verb_of(clause(static_cast<std::size_t>(c))).planned;  // "rose from 2020"; "will be laid from 2026" begins then
    }
    if ((w == "with" || w == "to") && i > first_)
        return f_.word(i - 1) == "compared" || f_.word(i - 1) == "relative" || f_.word(i - 1) == "prior";
    return w == "s" || w == "no";
}

/// "the notes, due Nov. 15, will be sold", "holders of record March 30": what kind they are, and no time of what is done.
bool DateNouns::is_of_terms(std::uint32_t i) const {
    const std::string_view w = f_.word(i);
    if (i <= first_) return false;
    if (w == "record") return f_.word(i - 1) == "of";
    static constexpr WordSet kPeriods{"quarter", "year", "half", "month", "months", "week", "weeks", "period"};
    if ((w == "ended" || w == "ending") && kPeriods.contains(f_.word(i - 1))) return true;  // "for the quarter ended Sept. 30"
    return (w == "due" || w == "payable" || w == "maturing") && !f_.has(i - 1, kBe) && !is_adverb(f_.text, i - 1);
}

/// "fell to 7.78% from 7.81% a week earlier", ", from 7 million in 2021", ", after a profit of 5 million in 2021",
/// "from 8 million in 2021 to 11 in 2022": when the other figure was.
bool DateNouns::is_of_figure_before(const DateMention& date) const {
    static constexpr WordSet kFigures{"loss", "profit", "surplus",  "deficit", "growth",   "rise",  "fall",
                                      "gain", "drop",   "increase", "decline", "decrease", "slump", "contraction"};
    const std::string_view last = f_.word(date.tokens.end - 1);
    const bool earlier = last == "earlier" || last == "before" || last == "ago";
    if (!earlier && f_.word(date.tokens.begin - 1) != "in") return false;
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t k = date.tokens.begin, steps = 0; k-- > first_ + 1 && steps < reach; ++steps) {
        const std::string_view w = f_.word(k);
        const bool set_off = f_.token(k - 1).is(',') || f_.word(k - 1) == "up" || f_.word(k - 1) == "down";
        const bool goes_on = w == "from" && f_.word(date.tokens.end) == "to" &&
                             (opens_amount(f_.token(date.tokens.end + 1)) || f_.token(date.tokens.end + 1).kind == TokenKind::Number);
        const bool figure = opens_amount(f_.token(k + 1)) || f_.token(k + 1).kind == TokenKind::Number;
        if ((w == "from" || w == "against" || w == "than" || w == "versus") && figure && (earlier || set_off || goes_on)) return true;
        if (w == "after" && set_off && f_.has(k + 1, kArticle) && kFigures.contains(f_.word(k + 2))) return true;
        if (!earlier && f_.token(k).is(',')) return false;
    }
    return false;
}

/// "the worst since the crash in 1988": the event that something is measured by; 0 where the date is of no such, kNoHost
/// where it is of one that tells nothing.
std::uint32_t DateNouns::measure_of(std::uint32_t i) const {
    const std::string_view w = f_.word(i);
    if (w != "in" && w != "of" && w != "on") return 0;
    constexpr std::uint32_t reach = 10;
    std::uint32_t noun = kNoHost;
    for (std::uint32_t k = i, steps = 0; k-- > first_ && steps < reach; ++steps) {
        if (f_.word(k) == "since") return noun;
        if (noun_sense(f_.word(k)).known && noun_sense(f_.word(k)).strength >= 2) noun = k;
        const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first <= k && k < g.end && g.mode != VerbGroup::Mode::Gerund;
        });
        if (in_verb || f_.token(k).kind == TokenKind::Mark) return 0;
    }
    return 0;
}

/// "its lowest level since 1985", "the fourth such incident since March", "its second since August", "as on every Friday since May": what it is measured by, and no time of what happened.
bool DateNouns::is_of_superlative(std::uint32_t since) const {
    static constexpr WordSet kOrdinals{"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};
    static constexpr WordSet kTimes{"night", "day", "morning", "evening", "week"};
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t k = since, steps = 0; k-- > first_ && steps < reach; ++steps) {
        const std::string_view w = f_.word(k);
        if (f_.token(k).kind == TokenKind::Mark) return false;
        const bool most = (w.size() > 5 && w.ends_with("est") && !f_.token(k).capitalised() && !f_.noun(k).known) || w == "worst" ||
                          w == "best" || w == "most" || w == "least" || w == "first" || w == "only";
        if (w == "least" && k > first_ && f_.word(k - 1) == "at") return false;  // "at least 58 have died since"
        const std::string_view owner = k > first_ ? f_.word(k - 1) : std::string_view{};
        if (kOrdinals.contains(w) && (owner == "its" || owner == "his" || owner == "her" || owner == "their" || f_.has(k - 1, kArticle)))
            return true;
        if (w == "every" || w == "each")
            return !kTimes.contains(f_.word(k + 1)) || owner == "on" || owner == "as";  // "closed each night since May" goes on since then
        if (most && w != "interest" && w != "request" && w != "forest") return true;
    }
    return false;
}

/// "| 20 May 2024 | Kars | First freight train |", "20 May 2024: Joint commission in Ankara": the noun that an entry beside a day is
/// about, of the longest part that is no day, no place and no number; 0 for none.
std::uint32_t DateNouns::entry_of_list(const DateMention& date) const {
    const bool row = f_.token(first_).is('|') || f_.token(date.tokens.end).is('|');
    const Token& after = f_.token(std::min(date.tokens.end, end_ - 1));
    const bool opens = opens_with(f_, date) && (after.is(':') || after.is('-'));
    const std::uint32_t lead = row ? 0 : entry_lead(f_.text, f_.sentence, f_.mentions).end;  // "10 May – Lagos: |"
    if (!row && !opens && lead == 0) return 0;
    TokenRange longest;
    for (std::uint32_t begin = std::max(lead, opens ? date.tokens.end : first_); begin < end_;) {
        while (begin < end_ && (f_.token(begin).is('|') || f_.token(begin).is(':') || f_.token(begin).is('-'))) ++begin;
        std::uint32_t end = begin;
        while (end < end_ && !f_.token(end).is('|') && !f_.token(end).is('.')) ++end;
        const bool dated = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
            const bool hour = opens && d.of_hour && d.edtf.bounds().begin == date.edtf.bounds().begin &&
                              d.tokens.begin > begin;  // "Friday 16: Table quiz, | 8pm"
            return begin <= d.tokens.begin && d.tokens.begin < end && !hour;
        });
        const bool place = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
            const bool opens_cell = m.first_token == begin || (m.first_token == begin + 1 && is_preposition(f_.text, begin));
            return opens_cell && (m.end_token == end || (m.end_token + 1 == end && f_.token(end - 1).letter_case == Case::Lower &&
                                                         f_.noun(end - 1).strength < 2));  // "Lomé anchorage"
        });
        const bool says = end > begin + 1 || (row && end == begin + 1 && f_.token(begin).capitalised());  // "| COP29 |"
        if (!dated && !place && says && end - begin > longest.end - longest.begin) longest = {begin, end};
        begin = std::max(end, begin + 1);
    }
    std::uint32_t noun = 0;
    const auto goes_on = [&](std::uint32_t i) {
        const bool measure =
            noun != 0 && f_.text.raw(f_.token(i)).front() >= '0' && f_.text.raw(f_.token(i)).front() <= '9';  // "Boarding | 5nm from Lagos"
        return f_.token(i).kind == TokenKind::Word && !measure && (f_.token(i).hyphenated || !is_preposition(f_.text, i)) &&
               !f_.has(i, kConjunction);
    };
    for (std::uint32_t i = longest.begin; i < longest.end && goes_on(i); ++i)
        if (!f_.has(i, kArticle)) noun = i;
    return noun;
}

/// "28 May: | summit | in Lachin, where an airport was opened": what a note is of, beside what its relative clause tells; 0 for none.
std::uint32_t DateNouns::noted_before_where(const DateMention& date) const {
    if (date.tokens.begin != first_ || f_.clauses.clauses.empty() || clause(0).kind != Clause::Kind::Relative ||
        f_.word(clause(0).connector) != "where")
        return 0;
    const bool taken_up =
        f_.clauses.clauses.size() > 1 && clause(1).subject_begin < clause(1).subject_end && clause(1).subject_end <= clause(0).connector;
    if (taken_up) return 0;  // "mass planned at the church where forty were killed | was called off"
    for (std::uint32_t i = date.tokens.end; i < clause(0).connector && !is_preposition(f_.text, i); ++i)
        if (f_.noun(i).known && f_.noun(i).strength >= 2) return i;
    return 0;
}

/// "votes on Sunday, with a second round a fortnight later", "orders five frigates, delivery from 2029": what is still to come of
/// what the sentence tells; 0 for none.
std::uint32_t DateNouns::deed_beside(const DateMention& date) const {
    constexpr std::uint32_t longest = 5;
    std::uint32_t end = date.tokens.begin;
    while (end > first_ && (f_.has(end - 1, kArticle) || is_preposition(f_.text, end - 1))) --end;
    if (end > first_ && f_.token(end - 1).is(',')) {  // ", if needed,"
        std::uint32_t open = end - 1;
        while (open > first_ && end - open < longest && !f_.token(open - 1).is(',')) --open;
        if (open > first_ + 1 && f_.word(open) == "if") end = open - 1;
    }
    if (!date.ahead || end < first_ + 2 || f_.token(end - 1).kind != TokenKind::Word || !f_.noun(end - 1).known ||
        f_.noun(end - 1).strength < 2)
        return 0;
    for (std::uint32_t i = end - 1; i > first_ + 1 && end - i < longest; --i) {
        const bool alone =
            i == end - 1 && f_.token(i - 1).is(',') && (date.tokens.end >= end_ || f_.token(date.tokens.end).kind == TokenKind::Mark);
        if (f_.word(i - 1) == "with" || alone)
            return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.end < i; }) ? end - 1
                                                                                                                                : 0;
        if (f_.token(i - 1).kind != TokenKind::Word || is_preposition(f_.text, i - 1)) return 0;
    }
    return 0;
}

/// "will let them stay 60 days, a rule in effect since mid-July": what has stood since then, and no day of what is to come; 0 for none.
std::uint32_t DateNouns::state_beside(const DateMention& date, std::int32_t c) const {
    constexpr std::uint32_t longest = 8;
    if (c < 0 || date.ahead || f_.word(date.tokens.begin) != "since") return 0;
    const VerbGroup& v = verb_of(clause(static_cast<std::size_t>(c)));
    // "The mandate of the force, in Naqoura since 1978, was renewed"
    if (date.tokens.end < v.first && f_.token(date.tokens.end).is(',')) {
        std::uint32_t comma = date.tokens.begin;
        while (comma > first_ + 1 && date.tokens.begin - comma < longest && !f_.token(comma).is(',')) --comma;
        const bool phrase = f_.token(comma).is(',') && is_preposition(f_.text, comma + 1) && f_.token(comma - 1).kind == TokenKind::Word &&
                            comma > clause(static_cast<std::size_t>(c)).subject_begin;
        const bool deed = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                      [&](const VerbGroup& g) { return g.first > comma && g.first < date.tokens.begin; });
        std::uint32_t head =
            comma;  // "regulation on the euro, in force since": what the phrase hangs on; "the force, in Naqoura since": the last
        if (!f_.token(comma + 2).capitalised())
            for (head = clause(static_cast<std::size_t>(c)).subject_begin + 1; head < comma && !is_preposition(f_.text, head);) ++head;
        if (phrase && !deed) return head - 1;
    }
    if (!v.planned || date.tokens.begin < v.end) return 0;
    for (std::uint32_t i = date.tokens.begin; i > v.end + 1 && date.tokens.begin - i < longest; --i) {
        if (f_.token(i - 1).kind == TokenKind::Mark && !f_.token(i - 1).is(',')) return 0;
        if (!f_.token(i - 1).is(',')) continue;
        if (!f_.has(i, kArticle)) return 0;
        for (std::uint32_t noun = i + 1; noun < date.tokens.begin; ++noun)
            if (is_preposition(f_.text, noun + 1) || noun + 1 == date.tokens.begin) return noun;
        return 0;
    }
    return 0;
}

/// "A telephone call of 15 June cost him his office: | he was removed on 1 July": of a noun before the colon, and of nothing after it.
bool DateNouns::is_of_colon(const DateMention& date, std::uint32_t noun, std::int32_t c) const {
    if (c < 0 || f_.token(noun).letter_case != Case::Lower || is_preposition(f_.text, first_)) return false;
    const std::uint32_t verb_begin = verb_of(clause(static_cast<std::size_t>(c))).first;
    return date.tokens.end < verb_begin && std::any_of(f_.text.tokens.begin() + date.tokens.end + 1, f_.text.tokens.begin() + verb_begin,
                                                       [](const Token& t) { return t.is(':') || t.is(';'); });
}

/// "1 September – General election in Guyana; | X is sworn in": the happening that an entry notes by its noun alone, before what a verb
/// tells; 0 for none.
std::uint32_t DateNouns::noted_before_semicolon(const DateMention& date, std::int32_t c) const {
    constexpr std::uint32_t longest = 16;
    if (c != 0 || clause(0).kind != Clause::Kind::Main) return 0;
    const std::uint32_t verb = verb_of(clause(0)).first;
    std::uint32_t begin = opens_with(f_, date) ? date.tokens.end : first_;
    if (begin == first_ && date.tokens.end > verb) return 0;
    while (begin < verb && f_.token(begin).kind == TokenKind::Mark && !f_.token(begin).is(';')) ++begin;
    std::uint32_t noun = 0;
    for (std::uint32_t i = begin; i < std::min(verb, begin + longest); ++i) {
        if (f_.token(i).is(';')) return date.tokens.end <= i ? noun : 0;
        const bool ends = f_.token(i + 1).kind == TokenKind::Mark || is_preposition(f_.text, i + 1);
        if (noun == 0 && is_preposition(f_.text, i)) return 0;
        if (noun == 0 && ends && f_.noun(i).known && f_.noun(i).strength >= 2) noun = i;
    }
    return 0;
}

/// "8 May – Uvira: demonstrations against the general, who landed on 1 May": an entry's day is of its noun, where a clause that hangs on
/// it has a day of its own; 0 for none.
std::uint32_t DateNouns::noun_of_label(const DateMention& date, std::int32_t c) const {
    if (c < 0 || date.tokens.begin > first_ + 1 || clause(static_cast<std::size_t>(c)).kind != Clause::Kind::Relative) return 0;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const Token& after = f_.token(date.tokens.end);
    const bool label = after.is(':') || after.is('-') || f_.token(date.tokens.end + 1).is(':');
    const bool main = std::any_of(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& other) {
        return other.kind == Clause::Kind::Main ||
               (other.begin > own.begin && other.subject_begin < other.subject_end && other.subject_end <= own.connector);
    });
    const bool own_day =
        std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.begin >= verb_of(own).end; });
    if (!label || main || !own_day || own.connector == 0) return 0;
    for (std::uint32_t i = date.tokens.end; i < own.connector; ++i)
        if (f_.noun(i).known && f_.noun(i).strength >= 2) return i;
    return 0;
}

/// "The weir broke on 2 April (WMO 05/04/2019)", "(UN 08/06/2020, WMO 07/06/2020)": who wrote of it, and when. Of a name in full letters
/// only where something else says when it was: "(Hotel Central, 3 May)".
bool DateNouns::is_of_citation(const DateMention& date, std::uint32_t open) const {
    bool acronym = false, named = false;
    for (std::uint32_t i = open + 1; i < date.tokens.begin; ++i) {
        const Token& t = f_.token(i);
        if (t.kind != TokenKind::Word || f_.has(i, kMonth)) continue;
        if (!t.capitalised() || f_.noun(i).known) return false;
        named = true;
        acronym = acronym || (t.letter_case == Case::Upper && t.fold_size > 1);
    }
    const bool place = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.place >= 0 && open < m.first_token && m.end_token <= date.tokens.begin;
    });
    if (!named || place) return false;
    return acronym || std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& other) { return other.tokens.end <= open; });
}

/// "after Chido (landfall Mecufi, 15 December; 120 deaths)": an aside that tells something else, with its day.
bool DateNouns::is_in_brackets(const DateMention& date) const {
    constexpr std::uint32_t longest = 12;
    std::uint32_t open = date.tokens.begin;
    while (open > first_ && date.tokens.begin - open < longest && !f_.token(open).is('(') && !f_.token(open).is(')')) --open;
    if (!f_.token(open).is('(') || open == first_) return false;
    const bool tells = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                   [&](const VerbGroup& g) { return open < g.first && g.end <= date.tokens.begin; });
    for (std::uint32_t i = open + 1; i < date.tokens.begin && !tells; ++i)  // "(troops crossed the river on 16 April)" is its own verb's
        if (f_.token(i).kind == TokenKind::Word && f_.token(i).letter_case == Case::Lower && !is_preposition(f_.text, i) &&
            !is_adverb(f_.text, i) && !f_.has(i, kFunction))
            return true;
    return !tells && is_of_citation(date, open);
}

/// The noun that a date belongs to ("the floods of 2014", "his visit to Georgia in October"); 0 for none.
std::uint32_t DateNouns::noun_for(const DateMention& date, std::int32_t c) const {
    std::uint32_t i = date.tokens.begin;
    if (i <= first_ + 1) return 0;
    if (const std::uint32_t beside = deed_beside(date); beside != 0) return beside;
    if (const std::uint32_t rule = state_beside(date, c); rule != 0) return rule;
    --i;
    while (i > first_ && f_.has(i, kArticle)) --i;
    const std::string_view w = f_.word(i);
    const std::string_view own = f_.word(date.tokens.begin);
    if (i > first_ && f_.word(i - 1) == "only" && c >= 0 && verb_of(clause(static_cast<std::size_t>(c))).end < i)
        return 0;  // "learnt of their deaths only in July"
    if (const std::uint32_t measure = measure_of(i); measure != 0) return measure;
    const bool verb_follows = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.first == date.tokens.end && g.mode == VerbGroup::Mode::Finite;
    });
    const bool adjective = date.tokens.end < end_ && !verb_follows && date.edtf.precision() == calendar::Precision::Year &&
                           !date.edtf.is_interval() && f_.token(date.tokens.end).kind == TokenKind::Word &&
                           f_.token(date.tokens.end).letter_case == Case::Lower && !f_.has(date.tokens.end, kFunction) &&
                           !is_preposition(f_.text, date.tokens.end);
    const bool of_article = f_.has(date.tokens.begin - 1, kArticle) || f_.token(date.tokens.begin - 1).possessive;
    if (adjective && w == "of" && !of_article) return kNoHost;  // "of 2021 production"
    if (adjective && of_article && w != "in" && w != "during" && w != "on" && w != "at") {
        // "under the 2015 nuclear deal", "the anniversary of the 2013 floods": the noun's year, and no time of what is said of it.
        for (std::uint32_t k = date.tokens.end;
             k < std::min(date.tokens.end + 3, end_) && f_.token(k).kind == TokenKind::Word && !f_.has(k, kFunction); ++k)
            if (f_.noun(k).known) return k;
        return kNoHost;
    }
    // "the anniversary of the gas leak of 3 December 1984": no day of what is done on it
    for (std::uint32_t k = i, steps = 0; w == "of" && k-- > first_ && steps < kNounReach && f_.token(k).kind == TokenKind::Word; ++steps)
        if (f_.word(k) == "anniversary" && !f_.noun(i - 1).known) return kNoHost;
    if (w == "of")  // "the memorandum on transit | of 18 July"
        for (std::uint32_t k = i, steps = 0;
             k-- > first_ && steps < 5 && f_.token(k).kind == TokenKind::Word && !(f_.noun(k).known && steps == 0); ++steps)
            if (f_.noun(k).known && f_.noun(k).paper) return k;
    if (w == "of" && f_.token(i - 1).kind == TokenKind::Word && f_.noun(i - 1).known) return i - 1;
    if (w == "of") return is_of_colon(date, i - 1, c) ? i - 1 : 0;
    if (own == "since" && is_of_superlative(date.tokens.begin)) return kNoHost;
    const bool open = own == "until" || own == "since" || own == "by";
    if (!open && w != "in" && w != "during" && w != "on") {
        // "the March 2022 agreement", "the 2014 floods"
        const std::uint32_t after = date.tokens.end;
        const bool of_noun = f_.has(i, kFunction) && after < end_ && f_.noun(after).known && !date.edtf.is_interval();
        return of_noun ? after : 0;
    }
    if (c < 0) return 0;
    const VerbGroup& v = verb_of(clause(static_cast<std::size_t>(c)));
    if (own == "since" && v.negated && v.perfect) return 0;  // "has not signed the treaty since May"
    const bool leads = date.tokens.begin < v.first;
    if (leads && date.tokens.begin < f_.clauses.fronted_end) return 0;
    const bool has_aim = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                     [&](const VerbGroup& g) {  // "refused to join sanctions against Russia in 2022"
                                         return g.mode == VerbGroup::Mode::Infinitive && g.first == v.end && g.sense.strength >= 2;
                                     });
    const bool tells_of = ((v.sense.use & kRecalls) != 0 && !v.passive) || (v.sense.strength == 0 && !has_aim) || leads;
    const bool single_day = date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval();
    std::uint32_t found = 0;
    for (std::uint32_t k = i, steps = 0; k-- > std::max(first_, leads ? first_ : v.end) && steps < kNounReach; ++steps) {
        const Token& t = f_.token(k);
        const bool mark = t.kind == TokenKind::Mark && !t.is('"') && !t.is('\'');
        const bool date_between = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(k); });
        if (mark || date_between || f_.word(k) == "that" || f_.word(k) == "which") break;
        const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.first <= k && k < g.end && !(open && g.mode == VerbGroup::Mode::Gerund);
        });
        if (in_verb) break;
        const NounSense& sense = f_.noun(k);
        if (sense.known && sense.strength >= 2) {
            found = k;
            break;
        }
    }
    if (found == 0) return 0;
    if (open) return (f_.noun(found).paper || tells_of) ? found : 0;
    if (!tells_of) return 0;
    return single_day && w == "on" && !leads ? 0 : found;
}

/// "arrested four men over | the killing | of a journalist in October 2017": the deed that somebody answers for, and not the day on which he is made to;
/// 0 for none. "Convicted of murder in 2011" tells when he was convicted.
std::uint32_t DateNouns::deed_answered_for(const DateMention& date, std::int32_t c) const {
    static constexpr WordSet kLaw{"accuse", "compensate", "condemn", "apologise", "apologize"};  // beside those of arrests and courts
    static constexpr WordSet kFor{"over", "for", "of", "with", "about"};
    static constexpr WordSet kCrimes{"abduction", "rape",    "robbery",      "theft",
                                     "poisoning", "torture", "disappearance"};  // beside what harms by itself
    const auto is_deed = [&](std::uint32_t i) {
        const NounSense& noun = f_.noun(i);
        const bool harms = noun.kind == EventKind::Attack || noun.kind == EventKind::Combat || noun.kind == EventKind::Incident ||
                           noun.kind == EventKind::Disaster || noun.kind == EventKind::Protest;
        return (noun.known && harms) || kCrimes.contains(f_.word(i));
    };
    if (c < 0 || date.edtf.open_begin() || date.edtf.open_end()) return 0;
    const VerbGroup& v = f_.clauses.verbs[clause(static_cast<std::size_t>(c)).verb];
    const bool long_ago = date.edtf.precision() < calendar::Precision::Day || date.basis == document::DateBasis::Explicit;
    if ((v.sense.kind != EventKind::Arrest && !kLaw.contains(v.sense.base)) || !long_ago || date.tokens.begin <= v.end) return 0;
    std::uint32_t deed = 0;
    bool definite = false, answers = false;
    for (std::uint32_t i = v.end; i < date.tokens.begin; ++i) {
        if (f_.token(i).is(',') || f_.token(i).is(';')) return 0;
        if (kFor.contains(f_.word(i)) && deed == 0) answers = true, definite = false;
        definite = definite || f_.has(i, kArticle) || f_.token(i).possessive || f_.word(i) == "his" || f_.word(i) == "her" ||
                   f_.word(i) == "their";
        if (answers && definite && deed == 0 && is_deed(i)) deed = i;
    }
    return deed;
}

/// "Floods in April destroyed 500 houses", "an attack on 5 May killed twelve": what the noun did, it did then.
bool DateNouns::does_harm_itself(std::uint32_t noun, std::int32_t c) const {
    static constexpr WordSet kHarm{"affect", "displace", "leave", "force", "damage", "disrupt", "claim", "cause"};
    if (c < 0) return false;
    const Clause& own = clause(static_cast<std::size_t>(c));
    const VerbGroup& v = verb_of(own);
    if (noun < own.subject_begin || noun >= own.subject_end || v.passive || v.negated || v.planned || v.hypothetical || v.copula)
        return false;
    const EventKind kind = f_.noun(noun).kind;
    if (kind != EventKind::Disaster && kind != EventKind::Attack && kind != EventKind::Combat && kind != EventKind::Incident) return false;
    for (std::uint32_t i = own.subject_begin; i < noun; ++i)
        if (is_preposition(f_.text, i)) return false;  // "the minister of the attacks in 2014 died"
    // "An eruption severed a main": with what it was done to, and not "The attack came", "The strike ended"
    const bool does =
        v.past && !v.perfect && (v.sense.use & (kSays | kLight | kState)) == 0 && f_.word(v.end) != "to" && takes_object(f_.text, end_, v);
    return does || v.sense.kind == EventKind::Attack || v.sense.kind == EventKind::Incident || kHarm.contains(v.sense.base);
}

/// "an Aug. 24 deadline was mentioned this month", "the June report is due on Friday": which one it is, and no time of what is said of it.
bool DateNouns::describes_noun(const DateMention& date) const {
    if (date.tokens.begin <= first_ || date.tokens.end >= end_) return false;
    const bool of_article = f_.has(date.tokens.begin - 1, kArticle) || f_.token(date.tokens.begin - 1).possessive;
    const std::uint32_t next = date.tokens.end;
    const bool noun = f_.token(next).kind == TokenKind::Word && f_.token(next).letter_case == Case::Lower &&
                      !f_.has(next, kFunction | kConjunction | kBe | kHave | kModal) && !is_preposition(f_.text, next) &&
                      !is_adverb(f_.text, next);
    const bool verb_follows =
        std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == next; });
    return of_article && noun && !verb_follows;
}

/// "After talks in Hanoi on 3 May, they flew to Hue on 4 May", "The ceasefire of 27 November collapsed on 1 December": of what was before.
bool DateNouns::tells_of_another(const DateMention& date) const {
    constexpr std::uint32_t reach = 9;
    static constexpr WordSet kBeside{"after", "before", "following", "since", "despite", "unlike"};
    static constexpr WordSet kBench{"court", "judge", "judges", "tribunal", "magistrate", "magistrates", "jury", "committee", "parliament"};
    static constexpr WordSet kDayParts{"night", "morning", "evening",   "afternoon", "day",   "eve",
                                       "hours", "end",     "beginning", "start",     "middle"};
    std::uint32_t i = date.tokens.begin;
    const auto joined = std::find_if(f_.dates.begin(), f_.dates.end(),
                                     [&](const DateMention& d) { return d.tokens.end + 1 == i && f_.word(i - 1) == "and"; });
    if (joined != f_.dates.end()) return tells_of_another(*joined);  // "The campaign of late 1948 and early 1949"
    const bool of_noun = i > first_ + 1 && f_.word(i - 1) == "of" && !kDayParts.contains(f_.word(i - 2)) &&
                         std::any_of(f_.clauses.clauses.begin(), f_.clauses.clauses.end(),
                                     [&](const Clause& c) { return c.subject_begin < i && date.tokens.end <= c.subject_end; });
    if (of_noun) return true;
    if (i > first_ && is_preposition(f_.text, i - 1)) --i;
    const std::uint32_t noun = i;
    for (std::uint32_t steps = 0; i-- > first_ && steps < reach; ++steps) {
        if (f_.token(i).kind == TokenKind::Mark) return false;
        const bool in_verb = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
            return g.mode == VerbGroup::Mode::Finite && g.first <= i && i < g.end;
        });
        if (in_verb) return false;
        const bool judged =
            f_.word(i) == "before" && f_.has(i + 1, kArticle) &&
            (kBench.contains(f_.word(i + 2)) || kBench.contains(f_.word(i + 3)));  // "brought before a judge in Kano on 12 May"
        if (f_.word(i) == "according" && f_.word(i + 1) == "to")
            return true;  // "According to the daily of 14 March, the cabinet decided on 6 March"
        if (kBeside.contains(f_.word(i))) return i + 1 < noun && !judged;
    }
    return false;
}

/// "After | a meeting | on Monday in Hanoi, the minister flew to Hue on Tuesday": what was before, which has its own day; 0 for none.
std::uint32_t DateNouns::noun_before(const DateMention& date) const {
    static constexpr WordSet kAfter{"after", "following", "before"};
    constexpr std::uint32_t reach = 8;
    const Clause* own = nullptr;
    for (const Clause& c : f_.clauses.clauses)
        if (c.kind == Clause::Kind::Main && !own) own = &c;
    if (!own || date.tokens.end > f_.clauses.fronted_end || date.tokens.begin < first_ + 2) return 0;
    std::uint32_t noun = 0;
    for (std::uint32_t i = date.tokens.begin, steps = 0; i-- > first_ && steps < reach; ++steps) {
        if (f_.token(i).kind == TokenKind::Mark) return 0;
        if (kAfter.contains(f_.word(i))) return noun;
        if (noun == 0 && f_.noun(i).known && f_.noun(i).strength >= 2) noun = i;
    }
    return 0;
}

/// "Since | the collapse | of the bridge on 14 August, lorries have been diverted": what it is counted from; 0 for none.
std::uint32_t DateNouns::counted_since(const DateMention& date) const {
    if (f_.word(first_) != "since" || date.tokens.end > f_.clauses.fronted_end || date.edtf.open_end()) return 0;
    for (std::uint32_t i = first_ + 1; i < date.tokens.begin && f_.token(i).kind != TokenKind::Mark; ++i) {
        if (std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first == i; })) return 0;
        const bool deed = f_.verb(i).noun_too && f_.verb(i).strength >= 2 && f_.has(i - 1, kArticle);
        if (deed || (f_.noun(i).known && f_.noun(i).strength >= 2)) return i;
    }
    return 0;
}

bool is_what_comes_next(const SentenceFacts& f, const DateMention& date) {
    constexpr std::uint32_t described = 2;  // "ahead of the coming | Easter"
    const std::uint32_t first = f.sentence.first_token;
    std::uint32_t at = date.tokens.begin;
    while (at > first + 1 && date.tokens.begin - at < described && f.word(at - 1) != "of" && f.token(at - 1).kind == TokenKind::Word) --at;
    return at > first + 1 && f.word(at - 1) == "of" && f.word(at - 2) == "ahead";
}

}  // namespace dateline::extract
