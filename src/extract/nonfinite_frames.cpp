#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {

namespace {

/// "rejected accusations | of bombing", "denied claims of": what is not so, as the text tells it.
bool rejects(std::string_view base) {
    return base == "reject" || base == "deny" || base == "dismiss" || base == "refute" || base == "dispute";
}

}  // namespace

bool FrameReader::rejects_charge(const VerbGroup& governor, const VerbGroup& deed) const {
    static constexpr WordSet kCharges{"accusation",  "accusations", "claim",   "claims", "allegation",
                                      "allegations", "charge",      "charges", "report", "reports"};
    return deed.first > governor.end + 1 && rejects(governor.sense.base) && !governor.negated && f_.word(deed.first - 1) == "of" &&
           kCharges.contains(f_.word(deed.first - 2));
}

/// "seized a convoy | sailing under escort", "with the government | resigning in June": who does it, right before it; empty for who acts in the clause.
TokenRange FrameReader::doer_before(const VerbGroup& governor, const VerbGroup& own) const {
    constexpr std::uint32_t reach = 9;
    if (own.mode != VerbGroup::Mode::Gerund || own.first <= governor.end + 1 || f_.noun(own.head).known) return {};
    const auto names = [&](std::uint32_t k) {
        const Token& t = f_.token(k);
        return (t.kind == TokenKind::Number || (t.kind == TokenKind::Word && !f_.has(k, kFunction | kConjunction))) &&
               !is_preposition(f_.text, k) && !is_adverb(f_.text, k);
    };
    const std::uint32_t last = own.first - 1;
    if (!names(last) || f_.token(last).kind != TokenKind::Word) return {};
    for (std::uint32_t i = own.first, n = 0; i-- > governor.end && n < reach && f_.token(i).kind != TokenKind::Mark; ++n)
        if (f_.word(i) == "with") return {i + 1, own.first};
    if (f_.token(last).letter_case != Case::Lower) return {};
    std::uint32_t begin = last;
    while (begin > governor.end && names(begin - 1)) --begin;
    return {begin, own.first};
}

/// "crossed Luzon on 3 November before | weakening on the 5th", "nine days after | leaving Kolwezi": another deed of who acts, on a day of its own.
bool FrameReader::follows_in_time(const VerbGroup& governor, const VerbGroup& own, const DateMention& date) const {
    std::uint32_t begin = own.first;
    while (begin > governor.end && f_.token(begin).hyphenated) --begin;
    const std::string_view joint = begin > governor.end ? f_.word(begin - 1) : std::string_view{};
    const bool told =
        governor.past && !governor.planned && !governor.hypothetical && !governor.negated && (governor.sense.use & kSays) == 0;
    const bool counted = counted_back_ && counted_back_->tokens.end == own.first;
    const bool own_day = date.tokens.begin >= own.end && date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval();
    return told && own.mode == VerbGroup::Mode::Gerund && (joint == "before" || joint == "after") && (counted || own_day) && !own.copula &&
           !own.negated;
}

/// "Not one of the pupils | seized two weeks ago | has been found": they were seized, all of them.
bool FrameReader::opens_with_none_of(const Clause& own) const {
    constexpr std::uint32_t reach = 5;  // "Not a single one of"
    const std::uint32_t begin =
        own.subject_begin > first_ && f_.has(own.subject_begin - 1, kNegation) ? own.subject_begin - 1 : own.subject_begin;
    const std::string_view opens = f_.word(begin);
    if (opens != "not" && opens != "none" && opens != "neither" && opens != "no") return false;
    for (std::uint32_t i = begin + 1; i < std::min(begin + reach, own.subject_end); ++i)
        if (f_.word(i) == "of") return true;
    return false;
}

/// "claimed | to have captured two tanks", "claimed on Tuesday | to have …": done, if they are right who say so; false where nobody claims it.
bool FrameReader::read_claimed(std::uint32_t v) {
    const VerbGroup& own = verb(v);
    const std::int32_t c = clause_of_token(f_.clauses, own.first);
    if (c < 0) return false;
    const VerbGroup& governor = verb_of(clause(static_cast<std::size_t>(c)));
    const bool claims = !governor.passive && !governor.negated && !governor.planned && !governor.hypothetical &&
                        (governor.sense.base == "claim" || governor.sense.base == "profess");
    std::uint32_t at = governor.end;
    for (const DateMention& d : f_.dates)
        if (d.tokens.begin == governor.end || (d.tokens.begin == governor.end + 1 && is_preposition(f_.text, governor.end)))
            at = d.tokens.end;
    if (!claims || own.first < governor.end || own.first > at + 1) return false;
    Frame frame = frame_of(static_cast<std::uint32_t>(c), own);
    take_object_sense(f_, own, frame);
    frame.date = verb_date_[v];
    if (const std::int32_t day = verb_date_[clause(static_cast<std::size_t>(c)).verb];
        frame.date < 0 && own.sense.strength >= 2) {  // one event with the claim
        frame.date = day;
        std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && !other.noun; });
    }
    frame.speaker = frame.subject;
    frame.hearsay = frame.past = true;
    frame.perfect = frame.background = false;
    if (own.sense.strength >= 1) emit(frame);
    return true;
}

/// What a verb without a subject tells before its kind has a say: whose day it is, and what of its clause is not its own.
FrameReader::Nonfinite FrameReader::nonfinite_at(std::uint32_t v, std::uint32_t c, bool counted) const {
    const std::int32_t day = counted ? counted_back_->date : verb_date_[v];
    Nonfinite n{c, verb(v), verb_of(clause(c)), f_.dates[static_cast<std::size_t>(day)], frame_of(c, verb(v))};
    const VerbGroup &own = n.own, &governor = n.governor;
    Frame& frame = n.frame;
    frame.date = day;
    if (counted) frame.counted = counted_back_->tokens;
    frame.background = true;
    if (own.first < governor.first) {  // within the subject: "the new gym, to open next fall, was delayed"
        frame.rest.end = std::max(frame.rest.begin, governor.first);
        if (own.first > frame.subject.begin) frame.subject.end = std::min(frame.subject.end, own.first);
        else if (frame.subject.begin < frame.subject.end)
            frame.rest.end =
                std::max(frame.rest.begin, std::min(frame.rest.end, frame.subject.begin));  // "Having met X on 5 May, | the envoy flew"
        frame.clause = {own.first, std::max(own.end, governor.first)};
    }
    if (own.mode == VerbGroup::Mode::Gerund && own.first > governor.end) frame.clause.begin = own.first;  // "before flying to Cairo"
    if (own.mode == VerbGroup::Mode::Gerund && governor.past && !governor.planned && !governor.hypothetical && !governor.negated)
        frame.past = true;
    return n;
}

/// "is believed | to have fled on Monday": told as done.
bool FrameReader::read_believed(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    if (own.mode != VerbGroup::Mode::Infinitive || !own.perfect || !governor.passive || own.first < governor.end) return false;
    const bool by_whom = f_.word(governor.end) == "by" &&
                         std::all_of(f_.text.tokens.begin() + governor.end, f_.text.tokens.begin() + own.first, [](const Token& t) {
                             return t.kind == TokenKind::Word;
                         });  // "is alleged | by Oslo | to have collapsed"
    if (own.first > governor.end + 1 && !by_whom) return false;
    if (by_whom && own.first > governor.end + 1) {
        n.frame.speaker = {governor.end + 1, own.first};
        std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && other.date < 0; });
    }
    take_object_sense(f_, own, n.frame);
    n.frame.hearsay = n.frame.past = true;
    n.frame.background = false;
    if (own.sense.strength >= 1) emit(n.frame);
    return true;
}

/// "was the first to sign", "has stayed blocked": told with both verbs, as what happened.
void FrameReader::emit_with_governor(Nonfinite& n) {
    n.frame.verb.begin = n.governor.first;
    n.frame.past = true;
    n.frame.background = false;
    emit(n.frame);
}

void FrameReader::read_gerund(Nonfinite& n) {
    const VerbGroup &own = n.own, &governor = n.governor;
    Frame& frame = n.frame;
    if (clues_.is_charged_with(governor, own)) {  // "is accused of handing out stalls"
        frame.verb.begin = governor.head;
        frame.past = false;
        frame.background = false;
        frame.hearsay = governor.sense.base != "convict";
        frame.strength = std::max<std::uint8_t>(frame.strength, 1);
    } else if (governor.sense.base == "deny" && !governor.passive && !governor.negated && own.first >= governor.end &&
               own.first <= past_days(governor.end) + 2) {
        frame.modality = Modality::Denied;  // "denied having shelled Gori on 2 April"
        frame.told_in = static_cast<std::int32_t>(n.clause);
        std::erase_if(out_, [&](const Frame& other) { return other.head == governor.head && other.date < 0; });
    } else if (rejects_charge(governor, own)) {  // "rejected accusations of bombing a market"
        return;
    } else if (follows_in_time(governor, own, n.date)) {
        take_object_sense(f_, own, frame);
        frame.strength = std::max<std::uint8_t>(frame.strength, 1);
        while (frame.verb.begin > governor.end && f_.token(frame.verb.begin).hyphenated) --frame.verb.begin;  // "before re-emerging"
    } else if (own.sense.strength < 2 && !own.perfect) {  // "…, having requested help on 17 December" tells
        return;
    } else if (const TokenRange convict = clues_.convicted_of(own); convict.begin < convict.end) {
        frame.subject = convict;
        frame.past = false;
    } else if (const TokenRange accused = clues_.accused_by(governor, own); accused.begin < accused.end) {
        frame.speaker = frame.subject;
        frame.subject = accused;
        frame.past = false;
    } else if (const TokenRange who = doer_before(governor, own); who.begin < who.end) {
        frame.subject = who;
    }
    emit(frame);
}

/// Infinitives, gerunds and participles with a date of their own: "… and to double its deliveries by 2027".
void FrameReader::read_dated_nonfinite(std::uint32_t v) {
    const VerbGroup& own = verb(v);
    if (own.mode == VerbGroup::Mode::Infinitive && own.perfect && read_claimed(v)) return;
    // "loaded at Lobito on 14 October, nine days after | leaving Kolwezi"
    const bool counted = counted_back_ && own.mode == VerbGroup::Mode::Gerund && own.first == counted_back_->tokens.end;
    if (own.mode == VerbGroup::Mode::Finite || (verb_date_[v] < 0 && !counted)) return;
    const std::int32_t at = clause_of_token(f_.clauses, own.first);
    if (at < 0 || is_denied(clause(static_cast<std::size_t>(at)))) return;
    const auto c = static_cast<std::uint32_t>(at);
    if (!counted && replaces_plan(c, verb_date_[v])) return;
    Nonfinite n = nonfinite_at(v, c, counted);
    if (read_believed(n)) return;
    if (own.mode == VerbGroup::Mode::Infinitive) read_infinitive(n);
    else if (own.mode == VerbGroup::Mode::Participle) read_participle(n);
    else read_gerund(n);
}

}  // namespace dateline::extract
