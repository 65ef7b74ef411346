#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

// Infinitives with a day: what is planned, and what was done after all.
namespace dateline::extract {

namespace {

constexpr WordSet kOrdinals{"first", "second", "third", "fourth", "fifth", "sixth", "last", "latest"};

}  // namespace

/// "was the fourth | to hit Luzon in a month", "was the 14th storm | to hit the country this year": done, where it was, and else no deed; false where
/// nothing is counted.
bool FrameReader::read_nth_to(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    const bool was = governor.copula && governor.past && !governor.negated;
    if (own.first > first_ + 1 && kOrdinals.contains(f_.word(own.first - 1))) {
        if (was && own.first >= governor.end && own.first <= governor.end + 2)
            emit_with_governor(n);  // "was the first to sign an armistice on 29 September"
        return true;
    }
    constexpr std::uint32_t reach = 4;
    const auto counts = [&](std::uint32_t k) {
        return kOrdinals.contains(f_.word(k)) ||
               (f_.word(k).size() > 2 && f_.word(k)[0] >= '0' && f_.word(k)[0] <= '9' && f_.word(k).ends_with("th"));
    };
    if (!was || own.first <= governor.end || own.first > governor.end + reach || !f_.has(governor.end, kArticle) ||
        !counts(governor.end + 1))
        return false;
    n.frame.modality = Modality::Happened;
    emit_with_governor(n);
    return true;
}

/// "was allowed | to leave on 9 November", "were able to go home", "managed to take Lund", "attempted to board it": done.
bool FrameReader::is_let_or_able(const Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    static constexpr WordSet kLets{"allowed", "permitted", "forced", "compelled", "obliged", "made", "able", "enabled", "helped"};
    const bool so = governor.past && !governor.negated && !governor.hypothetical;
    const bool let = own.first == governor.end && governor.passive && so && kLets.contains(f_.word(governor.head));
    const bool could = so && !governor.planned &&
                       ((governor.copula && own.first == governor.end + 1 && f_.word(governor.end) == "able") ||
                        (own.first == governor.end && f_.word(governor.head) == "managed"));
    static constexpr WordSet kTries{"attempted", "tried", "struggled"};
    const bool tried = so && !governor.planned && own.first == governor.end && !governor.passive && kTries.contains(f_.word(governor.head));
    return (let || could || tried) && !own.perfect && !n.date.ahead;
}

/// "was not allowed | to cross", "were not able to land", "was unable to leave", "were forbidden to meet": not done.
bool FrameReader::is_kept_from(const Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    static constexpr WordSet kLets{"allowed", "permitted", "enabled", "authorised", "authorized", "cleared"};
    if (!(governor.past || governor.perfect) || governor.hypothetical || governor.planned || own.first < governor.end) return false;
    const bool adjoins = own.first == governor.end;
    if (governor.passive)
        return adjoins && (governor.negated ? kLets.contains(f_.word(governor.head)) : f_.word(governor.head) == "forbidden");
    std::uint32_t at = governor.end;  // past "not", "still not"
    while (at < own.first && (f_.has(at, kNegation) || is_adverb(f_.text, at))) ++at;
    if (governor.copula && own.first == at + 1) return f_.word(at) == (governor.negated ? "able" : "unable");
    return adjoins && governor.negated && governor.sense.base == "manage";
}

/// Told with both verbs, as what was not done; "was not able to land | until 3 May": done on that day.
void FrameReader::read_kept_from(Nonfinite& n) {
    const std::uint32_t at = n.date.tokens.begin;
    const bool until = f_.word(at) == "until" || (at > first_ && f_.word(at - 1) == "until");
    n.frame.modality = until ? Modality::Happened : Modality::Denied;
    if (until) n.frame.ends_it = n.frame.keeps_date = true;
    emit_with_governor(n);
}

/// Whether somebody means to do it, or what is to be done is worth telling by itself.
bool FrameReader::may_be_plan(const Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    const bool intended =
        (governor.sense.use & kIntends) != 0 || governor.planned || governor.copula || n.date.edtf.open_begin() || governor.passive;
    if (!intended && own.sense.strength < 2) return false;
    const bool joined =
        own.first > first_ && f_.word(own.first - 1) == "and";  // "is to be laid before the house by May and | to be in force by June"
    return !own.copula || joined || verb_date_[clause(n.clause).verb] < 0;  // not "expects earnings in the quarter to be below"
}

/// "The second phase, due | to start on 1 December, | was cancelled"
bool FrameReader::read_due_undone(Nonfinite& n) {
    if (!clues_.is_undone(clause(n.clause), n.own.first) || n.own.first >= n.governor.first) return false;
    const TokenRange subject = n.frame.subject;
    n.frame = undone_frame(n.clause, n.frame.date, Modality::Denied);
    n.frame.subject = {subject.begin, clues_.end_before_due(subject)};
    emit(n.frame);
    return true;
}

/// "entered the town, only | to be driven out a week later"
bool FrameReader::read_only_to(Nonfinite& n) {
    const VerbGroup& own = n.own;
    if (own.first <= n.governor.end || f_.word(own.first - 1) != "only" || !n.governor.past) return false;
    n.frame.modality = Modality::Happened;
    n.frame.past = true;
    n.frame.background = false;
    n.frame.verb.begin = own.head;
    emit(n.frame);
    return true;
}

/// "The first ship | to cross the canal this year | docked"
bool FrameReader::tells_which_is_first(const Nonfinite& n) const {
    const VerbGroup& own = n.own;
    const std::uint32_t begin = n.frame.subject.begin, opens = begin + (f_.has(begin, kArticle) ? 1 : 0);
    if (own.first >= n.governor.first || opens + 1 >= own.first || clues_.is_due(own.first - 1)) return false;
    if (!kOrdinals.contains(f_.word(opens)) && f_.word(opens) != "only") return false;
    return std::all_of(f_.text.tokens.begin() + opens, f_.text.tokens.begin() + own.first,
                       [](const Token& t) { return t.kind == TokenKind::Word; });
}

void FrameReader::set_modality_of_plan(Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    static constexpr WordSet kAtFirst{"originally", "initially", "previously", "formerly"};
    const bool at_first = own.first > first_ + 2 && clues_.is_due(own.first - 1) &&
                          kAtFirst.contains(f_.word(own.first - 2));  // "originally due to depart in July"
    n.frame.modality = clues_.leaves_undone(governor) || at_first ? Modality::Denied : Modality::Planned;
    if (own.first >= governor.end && own.first <= governor.end + 2 && clues_.came_to_nothing(n.clause)) {
        n.frame.modality = Modality::Denied;
        n.frame.verb.begin = governor.first;
    }
    if (n.frame.modality == Modality::Planned && governor.sense.base == "threaten" && !governor.past)
        n.frame.modality = Modality::Hypothetical;  // what nobody has planned yet
}

/// "called on Armenia | to withdraw its troops": who is to do it.
void FrameReader::take_whom_it_is_asked_of(Nonfinite& n) const {
    const TokenRange asked = clues_.asked_by(n.governor, n.own);
    if (asked.begin >= asked.end) return;
    n.frame.speaker = n.frame.subject;
    n.frame.subject = asked;
    static constexpr WordSet kBinds{"requires", "require", "required", "obliges", "obliged"};
    const bool foreseen = n.governor.sense.base == "expect";  // "expects a storm to reach the coast"
    n.frame.modality = foreseen || kBinds.contains(f_.word(n.governor.head)) ? Modality::Planned : Modality::Hypothetical;
    if (n.frame.modality == Modality::Planned && !foreseen) n.frame.speaker = {};  // "The truce requires Israel to withdraw"
}

/// "a protocol beside the papers | to be sealed on Friday": what stands right before it.
void FrameReader::take_thing_to_be_done(Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    const auto names = [&](std::uint32_t k) {
        return f_.token(k).kind == TokenKind::Word && f_.token(k).letter_case == Case::Lower &&
               !f_.has(k, kFunction | kConjunction | kArticle) && !is_preposition(f_.text, k) && !is_adverb(f_.text, k);
    };
    if (!own.passive || own.first <= governor.end + 1 || (governor.sense.use & kIntends) != 0 || governor.copula || !names(own.first - 1))
        return;
    std::uint32_t begin = own.first - 1;
    while (begin > governor.end && names(begin - 1)) --begin;
    if (begin > governor.end && f_.has(begin - 1, kArticle)) n.frame.subject = {begin, own.first};
}

/// "will attend the sixth summit, | to be held in Tirana on 16 May": the summit; "to open a market, due | to begin work in spring"
void FrameReader::take_thing_due(Nonfinite& n) const {
    const VerbGroup &own = n.own, &governor = n.governor;
    static constexpr WordSet kHours{"dusk", "dawn", "noon", "midnight", "nightfall", "sunset", "night", "sunrise"};
    const bool behind_hour =
        own.first > first_ + 1 && kHours.contains(f_.word(own.first - 2));  // "was called off at dusk, to be taken up again"
    const bool due = own.first > governor.end + 2 && f_.token(own.first - 2).is(',') && clues_.is_due(own.first - 1);
    if (!due && (!own.passive || behind_hour || own.first <= governor.end + 1 || !f_.token(own.first - 1).is(','))) return;
    const std::uint32_t end = due ? own.first - 2 : own.first - 1;
    const auto goes_back = [&](std::uint32_t k) {
        const bool in_verb =
            std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= k && k < g.end; });
        return f_.token(k).kind != TokenKind::Mark && !in_verb && (!is_preposition(f_.text, k) || f_.word(k) == "of");
    };
    std::uint32_t begin = end;
    while (begin > governor.end && goes_back(begin - 1)) --begin;
    // "gas from Azerbaijan, to be delivered": not the name but what it hangs on
    const auto is_name = [&] {
        return std::all_of(f_.text.tokens.begin() + begin, f_.text.tokens.begin() + end,
                           [&](const Token& t) { return t.capitalised() || (t.lexicon & kConjunction) != 0 || t.facts->preposition; });
    };
    constexpr int most_phrases = 3;  // "the Forum on Rivers in the Eastern Alps, to be opened"
    for (int phrases = 0;
         phrases < most_phrases && is_name() && begin > governor.end + 1 && is_preposition(f_.text, begin - 1) && goes_back(begin - 2);
         ++phrases) {
        for (--begin; begin > governor.end && goes_back(begin - 1);) --begin;
    }
    const bool day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
        return d.tokens.contains(begin);
    });  // "was called off on 5 November, to be taken up again"
    if (begin < end && !day) n.frame.subject = {begin, end};
}

void FrameReader::read_infinitive(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    Frame& frame = n.frame;
    if (read_nth_to(n)) return;
    if (governor.sense.base == "deny" && !governor.passive && own.first > governor.end)
        return;  // "deny having plotted to kill him in 2020"
    if (is_let_or_able(n)) return emit_with_governor(n);
    if (is_kept_from(n)) return read_kept_from(n);
    if (!may_be_plan(n) || read_due_undone(n) || read_only_to(n) || tells_which_is_first(n)) return;
    set_modality_of_plan(n);
    frame.aim = own.sense.kind;
    frame.kind = EventKind::Plan;
    frame.strength = std::max<std::uint8_t>(frame.strength, 2);
    if (own.first < governor.first) frame.subject.end = clues_.end_before_due(frame.subject);
    take_whom_it_is_asked_of(n);
    take_thing_to_be_done(n);
    take_thing_due(n);
    emit(frame);
}

}  // namespace dateline::extract
