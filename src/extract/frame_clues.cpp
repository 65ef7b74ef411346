#include "extract/frame_clues.h"

#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/verb_groups.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract {
namespace {

constexpr WordSet kHearsay{"reportedly", "allegedly", "purportedly", "supposedly"};

/// "killed" of "and killed": without an auxiliary of its own.
bool is_bare_participle(const VerbGroup& v) {
    return v.first == v.head && (v.sense.form == VerbForm::PastOrParticiple || v.sense.form == VerbForm::Participle);
}

}  // namespace

bool FrameClues::is_undone(const Clause& own, std::uint32_t subject) const {
    static constexpr WordSet kCancels{"cancelled", "canceled", "scrapped", "abandoned", "postponed", "averted", "shelved"};
    const VerbGroup& v = verb_of(own);
    if (subject < own.subject_begin || subject >= own.subject_end) return false;
    static constexpr WordSet kHappens{"take", "happen", "occur", "materialise", "materialize", "held"};
    const std::string_view way = f_.word(v.end);
    const bool off = (f_.word(v.head) == "called" && way == "off") || (f_.word(v.head) == "put" && (way == "off" || way == "back")) ||
                     (f_.word(v.head) == "pushed" && way == "back");
    const bool happens = kHappens.contains(f_.word(v.head));
    static constexpr WordSet kPlans{"plan", "plans", "proposal", "proposals", "bid", "project", "scheme"};
    bool dropped = false;  // "The visit planned for 21 March was dropped", and no bombs
    for (std::uint32_t i = own.subject_begin; f_.word(v.head) == "dropped" && i < own.subject_end; ++i) {
        const EventKind kind = f_.noun(i).known ? f_.noun(i).kind : EventKind::Attack;
        dropped = dropped || kPlans.contains(f_.word(i)) || kind == EventKind::Visit || kind == EventKind::Meeting ||
                  kind == EventKind::Negotiation || kind == EventKind::Ceremony || kind == EventKind::Exercise;
    }
    // "The visit planned for 22 May fell through", "came to nothing"
    const std::string_view last = f_.word(v.end + 1);
    const bool fails =
        (v.sense.base == "fall" && way == "through") || (v.sense.base == "come" && way == "to" && (last == "nothing" || last == "naught"));
    if (fails && !v.negated && !v.planned && !v.hypothetical) return true;
    static constexpr WordSet kHappened{"materialised", "materialized", "happened", "occurred", "took"};
    if (v.first > first_ && f_.word(v.first - 1) == "never" && kHappened.contains(f_.word(v.head))) return true;  // "never materialised"
    return (v.negated && happens) || (v.passive && !v.negated && !v.hypothetical && (kCancels.contains(f_.word(v.head)) || off || dropped));
}

bool FrameClues::is_moved(const Clause& own, std::uint32_t subject) const {
    static constexpr WordSet kMoves{"postponed", "moved", "rescheduled", "shifted", "deferred", "delayed", "adjourned"};
    const VerbGroup& v = verb_of(own);
    const std::string_view head = f_.word(v.head), way = f_.word(v.end);
    const bool back = (head == "put" && (way == "off" || way == "back")) || (head == "pushed" && way == "back");
    const bool put_off = back || ((head == "brought" || head == "moved") && (way == "forward" || way == "up"));
    const std::string_view joint = f_.word(put_off ? v.end + 1 : v.end);
    const bool for_day = head == "rescheduled" && joint == "for";  // "has been rescheduled for 4 November"
    return own.subject_begin <= subject && subject < own.subject_end && v.passive && !v.negated &&
           (put_off || kMoves.contains(f_.word(v.head))) && (for_day || joint == "to" || joint == "until" || joint == "from");
}

bool FrameClues::moves(const VerbGroup& v) const {
    static constexpr WordSet kMoves{"postponed", "moved", "rescheduled", "shifted", "deferred", "delayed", "adjourned"};
    const std::string_view head = f_.word(v.head), next = f_.word(v.end);
    constexpr std::uint32_t longest = 6;  // "put | the presidential election | off from 6 September"
    bool split = false;
    for (std::uint32_t i = v.end + 1; head == "put" && !split && i < std::min(end_, v.end + longest) &&
                                      f_.token(i - 1).kind == TokenKind::Word && !is_preposition(f_.text, i - 1);
         ++i)
        split = f_.word(i) == "off" && (f_.word(i + 1) == "from" || f_.word(i + 1) == "to" || f_.word(i + 1) == "until");
    const bool phrasal = split || (head == "put" && (next == "off" || next == "back")) || (head == "pushed" && next == "back") ||
                         (head == "brought" && next == "forward");
    return (phrasal || kMoves.contains(head)) && !v.passive && !v.negated && !v.planned && !v.hypothetical;
}

bool FrameClues::is_new_day(const VerbGroup& v, const DateMention& date) const {
    std::uint32_t at = date.tokens.begin;
    while (at > v.end && f_.has(at - 1, kArticle)) --at;
    const std::string_view joint = f_.word(at - 1);
    if (date.edtf.is_interval() && date.edtf.first() && date.edtf.last() && f_.word(date.tokens.begin) != "until" && joint != "to" &&
        joint != "until")
        return joint == "from" || f_.word(date.tokens.begin) == "from";  // "from 14 November to 5 December"
    return joint == "to" || joint == "until" || joint == "till" || (joint == "for" && f_.word(v.head) == "rescheduled") ||
           f_.word(date.tokens.begin) == "until" || f_.word(date.tokens.begin) == "to";
}

bool FrameClues::ends_range(const DateMention& date) const {
    return date.edtf.is_interval() &&
           (f_.word(date.tokens.begin) == "from" || (date.tokens.begin > first_ && f_.word(date.tokens.begin - 1) == "from"));
}

std::uint32_t FrameClues::end_before_new_day(const Clause& own) const {
    if (own.kind != Clause::Kind::Relative || own.governor < 0) return 0;
    const VerbGroup& over = verb_of(f_.clauses.clauses[static_cast<std::size_t>(own.governor)]);
    if (!moves(over)) return 0;
    for (const DateMention& d : f_.dates) {
        if (d.tokens.begin <= verb_of(own).end || !is_new_day(over, d)) continue;
        const std::uint32_t joint =
            f_.word(d.tokens.begin) == "until" || f_.word(d.tokens.begin) == "to" ? d.tokens.begin : d.tokens.begin - 1;
        if (f_.token(joint - 1).is(',')) return joint - 1;
    }
    return 0;
}

bool FrameClues::is_yet_to_be_held(const Clause& own, std::uint32_t noun) const {
    static constexpr WordSet kHold{"hold", "host", "attend", "organise", "organize", "conduct", "stage"};
    return std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.mode == VerbGroup::Mode::Infinitive && !g.perfect && g.first >= verb_of(own).end && g.end <= noun && noun < g.end + 6 &&
               kHold.contains(g.sense.base);
    });
}

bool FrameClues::leaves_undone(const VerbGroup& v) const {
    static constexpr WordSet kLeavesUndone{"refused", "refuses",  "refuse",   "failed",  "fails",
                                           "fail",    "declined", "declines", "decline", "neglected"};
    return kLeavesUndone.contains(f_.word(v.head)) && !v.negated && !v.passive;
}

std::uint32_t FrameClues::end_before_due(TokenRange subject) const {
    static constexpr WordSet kDue{"due", "set", "scheduled", "expected", "slated", "ready"};
    std::uint32_t end = subject.end;
    while (end > subject.begin + 1 && (kDue.contains(f_.word(end - 1)) || f_.token(end - 1).is(','))) --end;
    return end;
}

bool FrameClues::is_hearsay(const VerbGroup& v) const {
    const std::uint32_t from = v.first > first_ ? v.first - 1 : v.first;
    for (std::uint32_t i = from; i < std::min(v.end + 1, end_); ++i)
        if (kHearsay.contains(f_.word(i))) return true;
    return false;
}

bool FrameClues::is_hearsay_throughout(std::uint32_t verb) const {
    std::uint32_t i = first_;
    while (i < end_ && f_.token(i).kind == TokenKind::Mark) ++i;
    if (kHearsay.contains(f_.word(i)) && i + 1 < end_ && f_.token(i + 1).is(',')) return true;
    // "Unconfirmed reports received on Monday speak of a landslide"
    static constexpr WordSet kUnsure{"unconfirmed", "unverified", "uncorroborated", "conflicting", "contradictory"};
    static constexpr WordSet kTold{"reports", "report", "accounts", "account", "claims", "information", "messages", "posts"};
    if (kUnsure.contains(f_.word(i)) && kTold.contains(f_.word(i + 1)) &&
        std::none_of(f_.text.tokens.begin() + i, f_.text.tokens.begin() + std::max(i, verb), [](const Token& t) { return t.is(';'); }))
        return true;
    // "shot down (not independently confirmed)", "(unconfirmed)"
    for (std::uint32_t k = verb; k + 1 < end_; ++k) {
        if (!f_.token(k).is('(')) continue;
        const bool unsure = kUnsure.contains(f_.word(k + 1)) && f_.token(k + 2).is(')');
        static constexpr WordSet kSettled{"confirmed", "verified", "corroborated", "substantiated"};
        if (unsure || (f_.word(k + 1) == "not" && (kSettled.contains(f_.word(k + 2)) || kSettled.contains(f_.word(k + 3)))) ||
            (f_.word(k + 1) == "yet" && kUnsure.contains(f_.word(k + 2))))
            return true;
        break;
    }
    static constexpr WordSet kClaim{"claimed", "claim", "claims", "alleged", "allege", "alleges", "contended"};
    for (std::uint32_t k = f_.clauses.aside_speaker.end; f_.clauses.aside_speaker.begin < k && k < f_.clauses.aside.end; ++k)
        if (kClaim.contains(f_.word(k))) return true;  // "Soldiers burned the village, | residents claimed."
    return false;
}

bool FrameClues::is_to_be_believed(std::uint32_t own) const {
    const auto believes = [&](const VerbGroup& v) { return v.sense.base == "believe" || v.sense.base == "trust"; };
    for (std::uint32_t n = own > 0 ? own - 1 : own; n < std::min<std::size_t>(own + 2, f_.clauses.clauses.size()); ++n) {
        const Clause& c = f_.clauses.clauses[n];
        const VerbGroup& v = verb_of(c);
        const std::string_view who = f_.word(c.subject_begin);
        if (n == own || !is_condition(c) || v.negated) continue;
        if (believes(v) && (v.passive || v.planned || who == "one" || who == "we" || who == "you")) return true;
        if (v.copula && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                                    [&](const VerbGroup& g) { return g.first == v.end && g.passive && believes(g); }))
            return true;
    }
    return false;
}

bool FrameClues::is_contrary(const Clause& own) const {
    return own.subject_begin + 2 < own.subject_end && f_.word(own.subject_begin) == "contrary" && f_.word(own.subject_begin + 1) == "to" &&
           f_.word(own.subject_end - 1) == "what";
}

const VerbGroup* FrameClues::said_to_have(const VerbGroup& v) const {
    static constexpr WordSet kSaid{"said",    "believed",  "thought",    "reported", "alleged", "rumoured",
                                   "rumored", "suspected", "understood", "known",    "claimed", "feared"};
    constexpr std::uint32_t longest = 16;
    const bool by = f_.word(v.end) == "by";
    if (!v.passive || v.negated || !kSaid.contains(f_.word(v.head))) return nullptr;
    for (const VerbGroup& g : f_.clauses.verbs)
        if (g.mode == VerbGroup::Mode::Infinitive && g.perfect && g.first >= v.end && g.first <= (by ? v.end + longest : v.end)) return &g;
    return nullptr;
}

bool FrameClues::is_alleged(const Clause& own) const {
    static constexpr WordSet kAllege{"claimed", "alleged", "rumoured", "rumored",   "believed",
                                     "thought", "said",    "reported", "suspected", "assumed"};
    if (own.governor < 0 || own.kind != Clause::Kind::Content) return false;
    const Clause& over = f_.clauses.clauses[static_cast<std::size_t>(own.governor)];
    const VerbGroup& v = verb_of(over);
    // "The rebels claimed that the town had fallen": theirs alone to answer for
    static constexpr WordSet kClaims{"claim", "allege", "assert", "contend"};
    if (!v.passive && !v.negated && !v.planned && !v.hypothetical && kClaims.contains(v.sense.base)) return true;
    return v.passive && !v.negated && kAllege.contains(f_.word(v.head)) && over.subject_end == over.subject_begin + 1 &&
           f_.word(over.subject_begin) == "it";
}

bool FrameClues::is_unconfirmed(const Clause& own) const {
    if (own.governor < 0 || own.kind != Clause::Kind::Content) return false;
    constexpr std::uint32_t reach = 8;
    const VerbGroup& over = verb_of(f_.clauses.clauses[static_cast<std::size_t>(own.governor)]);
    const std::uint32_t to = own.connector > over.end ? own.connector : over.end;
    bool confirms = false;
    for (std::uint32_t i = to, n = 0; i-- > first_ && n < reach; ++n) {  // "has neither confirmed nor denied that"
        confirms = confirms || f_.verb(i).base == "confirm" || f_.verb(i).base == "deny";
        if (f_.word(i) == "neither") return confirms;
    }
    const bool told = over.sense.base == "confirm" || over.sense.base == "deny" || over.sense.base == "say" ||
                      over.sense.base == "disclose" || over.sense.base == "reveal";
    if (over.negated) return told;
    return leaves_undone(over) && std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
               return g.mode == VerbGroup::Mode::Infinitive && g.first == over.end && (g.sense.use & kSays) != 0;
           });
}

bool FrameClues::is_asked(const Clause& own) const { return own.kind == Clause::Kind::Adverbial && f_.word(own.connector) == "whether"; }

bool FrameClues::is_rumoured(const Clause& own) const {
    static constexpr WordSet kUnsure{"rumour", "rumours", "rumor",      "rumors",      "report",     "reports",
                                     "claim",  "claims",  "allegation", "allegations", "accusation", "accusations",
                                     "belief", "fear",    "fears",      "speculation", "suggestion", "suggestions"};
    if (own.kind != Clause::Kind::Content || own.connector <= first_ || f_.word(own.connector) != "that") return false;
    const std::uint32_t noun = word_before_that(f_.text, first_, own.connector);
    if (!kUnsure.contains(f_.word(noun))) return false;
    if (own.governor >= 0 && verb_of(f_.clauses.clauses[static_cast<std::size_t>(own.governor)]).sense.base == "confirm") return false;
    return std::none_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(),
                        [&](const VerbGroup& g) { return g.head == noun; });  // not "she claims that"
}

bool FrameClues::lacks_sign(const Clause& own) const {
    static constexpr WordSet kSigns{"indication", "indications", "evidence", "sign",    "signs",       "proof",
                                    "suggestion", "suggestions", "report",   "reports", "confirmation"};
    constexpr std::uint32_t longest = 4;
    if (own.kind != Clause::Kind::Content || own.connector <= first_ + 1 || f_.word(own.connector) != "that") return false;
    const VerbGroup* governor = own.governor >= 0 ? &verb_of(f_.clauses.clauses[static_cast<std::size_t>(own.governor)]) : nullptr;
    static constexpr WordSet kTrue{"true", "correct", "accurate"}, kFalse{"untrue", "false", "incorrect"};
    const std::string_view verdict = f_.word(own.connector - 1);
    if (governor && governor->copula && own.connector <= governor->end + 2 && (kTrue.contains(verdict) || kFalse.contains(verdict)))
        return kTrue.contains(verdict) == governor->negated;  // "It is not true that"
    const std::uint32_t noun = word_before_that(f_.text, first_, own.connector);
    if (!kSigns.contains(f_.word(noun))) return false;
    const bool denied = governor && governor->negated;
    for (std::uint32_t i = noun, n = 0; i-- > first_ && n < longest && f_.token(i).kind == TokenKind::Word; ++n) {
        if (f_.word(i) == "no" || f_.word(i) == "without") return true;
        if (denied && f_.word(i) == "any") return true;  // "has not found any evidence that"
    }
    return false;
}

bool FrameClues::is_rumoured(std::uint32_t noun) const {
    static constexpr WordSet kUnsure{"rumour",  "rumours", "rumor",  "rumors",     "report",
                                     "reports", "claim",   "claims", "allegation", "allegations"};
    std::uint32_t i = noun;
    const auto describes = [&](std::uint32_t k) {
        return f_.token(k).kind == TokenKind::Word && !is_preposition(f_.text, k) && !f_.has(k, kConjunction) &&
               f_.verb(k).form != VerbForm::Past;
    };
    while (i > first_ + 1 && noun - i < 4 && describes(i - 1)) --i;
    return i > first_ + 1 && f_.word(i - 1) == "of" && kUnsure.contains(f_.word(i - 2));
}

bool FrameClues::is_verdict(const VerbGroup& w) const {
    static constexpr WordSet kWeighs{"was",   "were",   "is",   "are",      "be",     "been",   "proved", "proven",
                                     "prove", "turned", "turn", "appeared", "appear", "seemed", "seem"};
    static constexpr WordSet kUntrue{"untrue",     "false", "unfounded",  "baseless", "groundless", "wrong",       "incorrect",
                                     "fabricated", "fake",  "inaccurate", "mistaken", "hoax",       "exaggerated", "premature"};
    static constexpr WordSet kWithdrawn{"retracted", "denied",      "dismissed",    "refuted",   "rejected", "withdrawn",
                                        "debunked",  "discredited", "contradicted", "disproved", "disproven"};
    if (w.negated) return false;
    if (kWithdrawn.contains(f_.word(w.head))) return w.passive;
    // "were described by the Revenue Service as baseless", "was called untrue by the ministry"
    static constexpr WordSet kCalled{"described", "labelled", "labeled", "branded", "called", "termed", "characterised", "characterized"};
    if (kCalled.contains(f_.word(w.head)) && w.passive) {
        constexpr std::uint32_t far = 10;
        for (std::uint32_t i = w.end; i < std::min(w.end + far, end_) && f_.token(i).kind != TokenKind::Mark; ++i)
            if (kUntrue.contains(f_.word(i))) return true;
        return false;
    }
    if (!kWeighs.contains(f_.word(w.head))) return false;
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t i = w.end; i < std::min(w.end + reach, end_) && f_.token(i).kind != TokenKind::Mark; ++i) {
        if (f_.has(i, kNegation)) return false;
        if (kUntrue.contains(f_.word(i))) return true;
    }
    return false;
}

bool FrameClues::is_refuted(std::uint32_t c) const {
    const std::vector<Clause>& clauses = f_.clauses.clauses;
    return c + 1 < clauses.size() && is_rumoured(clauses[c]) && clauses[c + 1].kind != Clause::Kind::Relative &&
           is_verdict(verb_of(clauses[c + 1]));
}

bool FrameClues::calls_off(const VerbGroup& v) const {
    static constexpr WordSet kCancels{"cancelled", "canceled", "scrapped", "abandoned", "postponed", "shelved"};
    const std::string_view head = f_.word(v.head), next = f_.word(v.end);
    return !v.passive && !v.negated && !v.hypothetical && !v.planned &&
           (kCancels.contains(head) || (head == "called" && next == "off") || (head == "put" && next == "off"));
}

bool FrameClues::is_due_day(const DateMention& date) const {
    std::uint32_t at = date.tokens.begin;
    while (at > first_ && (f_.has(at - 1, kArticle) || is_preposition(f_.text, at - 1))) --at;
    if (at > first_ && is_due(at - 1)) return true;
    constexpr std::uint32_t longest = 4;  // "due | in New York | this week"
    const std::uint32_t end = at;
    while (at > first_ && end - at < longest && f_.token(at - 1).kind == TokenKind::Word && f_.token(at - 1).capitalised()) --at;
    const bool somewhere = at < end && at > first_ + 1 && (f_.word(at - 1) == "in" || f_.word(at - 1) == "at" || f_.word(at - 1) == "to");
    return somewhere && is_due(at - 2);
}

bool FrameClues::lasts_to(const VerbGroup& v, const DateMention& date) const {
    static constexpr WordSet kLasts{"extend", "prolong", "lengthen", "renew", "run", "last", "remain", "stay", "continue"};
    static constexpr WordSet kTo{"to", "through"};
    return kLasts.contains(v.sense.base) && date.tokens.begin > v.end &&
           kTo.contains(f_.word(date.tokens.begin - (f_.has(date.tokens.begin - 1, kArticle) ? 2 : 1)));
}

bool FrameClues::waits_until(const VerbGroup& v, const DateMention& date) const {
    const std::string_view opens = f_.word(date.tokens.begin);
    if (date.tokens.begin > first_ && f_.word(date.tokens.begin - 1) == "before")
        return v.negated && (v.planned || date.ahead) &&
               date.tokens.begin >= v.end;  // "will not reopen before 1 December", "is not expected before 2026"
    if (opens != "until" && opens != "till") return false;
    const bool not_until = date.tokens.begin > first_ && f_.word(date.tokens.begin - 1) == "not";
    const bool took = v.sense.base == "take" && date.tokens.begin == v.end;  // "It took until 10 November to restore power"
    return not_until || took || (v.negated && date.tokens.begin >= v.end);
}

TokenRange FrameClues::deed_after(const VerbGroup& v, std::uint32_t end, std::uint32_t& noun) const {
    constexpr std::uint32_t reach = 8;
    TokenRange object{v.end, v.end};
    if (f_.word(v.end) == "off") ++object.begin;
    noun = 0;
    for (std::uint32_t i = object.begin;
         i < std::min(end, object.begin + reach) && f_.token(i).kind == TokenKind::Word && !f_.has(i, kConjunction); ++i) {
        const bool of = f_.word(i) == "of" && noun == 0 && i > object.begin;  // "set the repeat | of the elections | for 2 June"
        if (is_preposition(f_.text, i) && !of) break;
        object.end = i + 1;
        const NounSense& sense = f_.noun(i);
        if (sense.known) noun = i;
    }
    return noun != 0 && noun + 1 == object.end ? object : TokenRange{};
}

bool FrameClues::is_old_plan(std::uint32_t c) const {
    static constexpr WordSet kMeant{"due", "scheduled", "planned", "set", "expected", "supposed", "slated", "meant", "promised"};
    const std::vector<Clause>& clauses = f_.clauses.clauses;
    if (c + 1 >= clauses.size() || clauses[c].kind != Clause::Kind::Relative) return false;
    const Clause& main = clauses[c + 1];
    const VerbGroup& v = verb_of(clauses[c]);
    const bool meant = kMeant.contains(f_.word(v.head)) || (v.copula && kMeant.contains(f_.word(v.end))) || (v.planned && v.past);
    return meant && v.past && !v.negated && main.kind == Clause::Kind::Main && main.subject_end <= clauses[c].connector;
}

bool FrameClues::came_to_nothing(std::uint32_t c) const {
    static constexpr WordSet kDue{"due", "scheduled", "set", "expected", "supposed", "slated", "meant"};
    const Clause& own = f_.clauses.clauses[c];
    const VerbGroup& v = verb_of(own);
    if (!v.past || v.negated || !(kDue.contains(f_.word(v.head)) || (v.copula && kDue.contains(f_.word(v.end))))) return false;
    if (v.perfect || (f_.word(v.first) == "had" && f_.word(v.first + 1) == "been")) return true;
    if (c + 1 >= f_.clauses.clauses.size()) return false;
    const Clause& next = f_.clauses.clauses[c + 1];
    const VerbGroup& w = verb_of(next);
    return next.kind == Clause::Kind::Coordinate && f_.word(next.connector) == "but" && !w.planned && !w.hypothetical &&
           (w.past || w.perfect);
}

bool FrameClues::is_belied(std::uint32_t c) const {
    const VerbGroup& v = verb_of(f_.clauses.clauses[c]);
    if (!v.planned || !v.past || v.negated || c + 1 >= f_.clauses.clauses.size()) return false;
    const Clause& next = f_.clauses.clauses[c + 1];
    const VerbGroup& w = verb_of(next);
    return next.kind == Clause::Kind::Coordinate && f_.word(next.connector) == "but" && next.subject_begin >= next.subject_end &&
           w.negated && (w.past || w.perfect) && !w.hypothetical;
}

bool FrameClues::is_right_after(const Clause& own) const {
    static constexpr WordSet kSoon{"minutes", "hours", "moments", "seconds", "shortly", "soon", "immediately", "hour", "just"};
    const std::vector<Clause>& clauses = f_.clauses.clauses;
    const bool second =
        clauses.size() > 1 && &own == &clauses[1] && own.kind == Clause::Kind::Main && clauses[0].kind == Clause::Kind::Adverbial;
    if (!second) return false;
    const VerbGroup& v = verb_of(own);
    const std::string_view joint = f_.word(clauses[0].connector);
    if (v.planned || v.hypothetical || v.negated || v.perfect || v.sense.strength < 2) return false;
    return (joint == "after" || joint == "before") && clauses[0].connector > first_ && kSoon.contains(f_.word(clauses[0].connector - 1));
}

std::int32_t FrameClues::day_arranged(const VerbGroup& v, std::uint32_t end) const {
    static constexpr WordSet kArrange{"announce", "call", "set", "schedule", "fix", "plan", "convene"};
    const bool fixed = f_.word(v.head) == "fixed";
    if ((!kArrange.contains(v.sense.base) && !fixed) || v.negated || v.planned || v.hypothetical || v.sense.form == VerbForm::Present ||
        v.sense.form == VerbForm::Gerund)
        return -1;
    for (std::size_t d = 0; d < f_.dates.size(); ++d) {
        std::uint32_t at = f_.dates[d].tokens.begin;
        if (at <= v.end || at >= end) continue;
        while (at > v.end && f_.has(at - 1, kArticle)) --at;
        if (at > v.end && f_.word(at - 1) == "for") return static_cast<std::int32_t>(d);
        if (at == v.end + 1 && f_.word(v.end) == "for") return static_cast<std::int32_t>(d);
    }
    return -1;
}

bool FrameClues::does_so(const VerbGroup& v) const {
    return v.sense.base == "do" && f_.word(v.end) == "so" && v.past && !v.negated && !v.hypothetical;
}

bool FrameClues::tells_of_call_off(std::uint32_t c) const {
    const Clause& own = f_.clauses.clauses[c];
    static constexpr WordSet kCancels{"cancelled", "canceled", "scrapped", "abandoned", "postponed", "averted", "shelved"};
    const VerbGroup& v = verb_of(own);
    const bool off = f_.word(v.head) == "called" && f_.word(v.end) == "off";
    if (own.kind != Clause::Kind::Coordinate || own.governor < 0 || !v.passive || v.negated || !(off || kCancels.contains(f_.word(v.head))))
        return false;
    const VerbGroup& due = verb_of(f_.clauses.clauses[static_cast<std::size_t>(own.governor)]);
    const bool dated = std::any_of(f_.dates.begin(), f_.dates.end(),
                                   [&](const DateMention& d) { return d.tokens.begin >= own.begin && d.tokens.begin < own.end; });
    return due.planned && due.past && !dated;
}

bool FrameClues::is_condition(const Clause& own) const {
    const std::string_view joint = own.kind == Clause::Kind::Adverbial ? f_.word(own.connector) : std::string_view{};
    return joint == "if" || joint == "unless";
}

bool FrameClues::is_being_done(const VerbGroup& v) const {
    for (std::uint32_t i = v.first; i < v.end; ++i)
        if (f_.word(i) == "being") return v.passive;
    return false;
}

bool FrameClues::is_within_days(const VerbGroup& v, std::uint32_t end) const {
    for (std::uint32_t i = v.end; i + 1 < end; ++i)
        if (f_.word(i) == "within") return f_.word(i + 1) == "days" || f_.word(i + 1) == "hours";
    return false;
}

bool FrameClues::counts_from(std::uint32_t i) const {
    static constexpr WordSet kUnits{"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century"};
    constexpr std::uint32_t reach = 5;
    for (std::uint32_t k = i; k + 1 < std::min(i + reach, end_) && f_.token(k).kind != TokenKind::Mark; ++k)
        if (kUnits.contains(f_.word(k))) return f_.word(k + 1) == "since";
    return false;
}

bool FrameClues::only_compares(const Clause& own) const {
    static constexpr WordSet kSaid{"announce", "plan",    "expect",   "agree",    "promise", "schedule", "foresee", "intend",
                                   "claim",    "mention", "describe", "envisage", "predict", "report",   "hope",    "fear"};
    const VerbGroup& v = verb_of(own);
    return v.first > first_ && f_.word(v.first - 1) == "as" && v.passive && !v.negated && kSaid.contains(v.sense.base);
}

bool FrameClues::tells_nothing(const VerbGroup& v) const {
    const std::string_view next = f_.word(v.end);
    if (v.negated && (v.sense.base == "comment" || v.sense.base == "elaborate")) return true;  // "did not comment", "would not elaborate"
    static constexpr WordSet kPlain{"clear", "known", "apparent", "obvious", "evident", "possible", "impossible", "necessary", "difficult"};
    if (f_.word(v.first - 1) == "it" && kPlain.contains(next)) return true;  // "it became clear that": what did, only what follows tells
    if (f_.word(v.first - 1) == "it" && v.copula && counts_from(v.end)) return true;
    if (v.sense.base == "decline") return next == "to" && f_.word(v.end + 1) == "comment";
    const bool points =
        ((v.sense.use & kSays) != 0 || v.sense.strength < 2) && !v.passive && !v.copula && (next == "it" || next == "this" || next == "so");
    const std::uint32_t after = v.end + 1;
    static constexpr WordSet kActs{"refused", "refuse", "refuses", "blocked", "halted", "vetoed", "granted"};
    if (next == "it" && kActs.contains(f_.word(v.head))) return false;  // "asked for a licence; Oslo refused it on Saturday"
    return points && (after >= end_ || f_.token(after).kind == TokenKind::Mark || is_preposition(f_.text, after) ||
                      std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(after); }));
}

/// What stands between a verb and what it governs, without days and the words that link them.
TokenRange FrameClues::object_before(const VerbGroup& governor, std::uint32_t end) const {
    TokenRange who{governor.end, end};
    for (const DateMention& d : f_.dates)
        if (d.tokens.begin > who.begin && d.tokens.begin < who.end) who.end = d.tokens.begin;
    while (who.end > who.begin && (is_preposition(f_.text, who.end - 1) || f_.token(who.end - 1).kind == TokenKind::Mark)) --who.end;
    while (who.begin < who.end && is_preposition(f_.text, who.begin)) ++who.begin;
    return who;
}

TokenRange FrameClues::accused_by(const VerbGroup& accuser, const VerbGroup& deed) const {
    static constexpr WordSet kAccuse{"accuse", "blame", "suspect", "charge", "convict"};
    const std::string_view joint = f_.word(deed.first - 1);
    if (!kAccuse.contains(accuser.sense.base) || accuser.passive || deed.first <= accuser.end + 1 ||
        (joint != "of" && joint != "for" && joint != "with"))
        return {};
    return object_before(accuser, deed.first - 1);
}

bool FrameClues::is_charged_with(const VerbGroup& accuser, const VerbGroup& deed) const {
    static constexpr WordSet kCharge{"accuse", "suspect", "charge", "convict"};
    const std::string_view joint = f_.word(deed.first - 1);
    return accuser.passive && !accuser.negated && kCharge.contains(accuser.sense.base) && deed.first == accuser.end + 1 &&
           (joint == "of" || joint == "with");
}

TokenRange FrameClues::convicted_of(const VerbGroup& deed) const {
    static constexpr WordSet kCharged{"accused", "convicted", "suspected", "guilty", "charged", "acquitted"};
    const std::string_view joint = f_.word(deed.first - 1);
    if (deed.first < first_ + 3 || (joint != "of" && joint != "with") || !kCharged.contains(f_.word(deed.first - 2))) return {};
    std::uint32_t begin = deed.first - 2;
    const auto goes_back = [&](std::uint32_t i) {
        const bool in_verb =
            std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) { return g.first <= i && i < g.end; });
        return f_.token(i).kind != TokenKind::Mark && !in_verb && !is_preposition(f_.text, i) && !f_.has(i, kConjunction);
    };
    while (begin > first_ && goes_back(begin - 1) && !f_.has(begin, kArticle)) --begin;
    return begin < deed.first - 2 ? TokenRange{begin, deed.first} : TokenRange{};
}

bool FrameClues::is_due(std::uint32_t i) const {
    static constexpr WordSet kDue{"due", "planned", "scheduled", "set", "slated", "expected", "foreseen"};
    return kDue.contains(f_.word(i));
}

TokenRange FrameClues::asked_by(const VerbGroup& asker, const VerbGroup& deed) const {
    static constexpr WordSet kAsk{"call",     "urge", "ask",   "order",  "press",   "request", "beg",
                                  "instruct", "tell", "allow", "expect", "require", "oblige",  "invite"};
    static constexpr WordSet kWant{"want", "wants", "wanted"};
    constexpr std::uint32_t longest = 8;
    if ((!kAsk.contains(asker.sense.base) && !kWant.contains(f_.word(asker.head))) || asker.passive || deed.first <= asker.end ||
        deed.first > asker.end + longest)
        return {};
    return object_before(asker, deed.first);
}

bool FrameClues::is_first_of_pair(std::uint32_t c) const {
    if (c + 1 >= f_.clauses.clauses.size()) return false;
    const Clause& next = f_.clauses.clauses[c + 1];
    const VerbGroup &v = verb_of(f_.clauses.clauses[c]), &w = verb_of(next);
    return v.passive && next.kind == Clause::Kind::Coordinate && next.subject_begin >= next.subject_end && w.first == v.end + 1 &&
           f_.word(v.end) == "and" && is_bare_participle(w);
}

/// "two others | were injured", "three people | suffered burns"
bool FrameClues::is_hurt(const VerbGroup& v) const {
    static constexpr WordSet kWounds{"injuries", "wounds", "burns", "injury"};
    static constexpr WordSet kHurt{"injure", "wound",       "hurt",        "kill",     "arrest",
                                   "detain", "hospitalise", "hospitalize", "displace", "rescue"};
    if (v.negated || v.planned || v.hypothetical) return false;
    if (v.passive) return kHurt.contains(v.sense.base);
    return (v.sense.base == "suffer" || v.sense.base == "sustain") &&
           (kWounds.contains(f_.word(v.end)) || kWounds.contains(f_.word(v.end + 1)));
}

bool FrameClues::has_toll(std::uint32_t c) const {
    if (c + 1 >= f_.clauses.clauses.size()) return false;
    const Clause& next = f_.clauses.clauses[c + 1];
    const VerbGroup &v = verb_of(f_.clauses.clauses[c]), &w = verb_of(next);
    const std::uint32_t at = next.subject_begin;
    // "and two policemen wounded"
    const bool things = at + 1 < next.subject_end && next.subject_end <= at + 4 &&
                        f_.token(next.subject_end - 1).letter_case == Case::Lower &&
                        (f_.word(next.subject_end - 1).ends_with('s') || f_.word(next.subject_end - 1).ends_with("men") ||
                         f_.word(next.subject_end - 1) == "people");
    const bool count = (at + 1 == next.subject_end || things) &&
                       (f_.token(at).kind == TokenKind::Number || (temporal::look_up(f_.word(at)).classes & temporal::kCardinal) != 0);
    return count && next.kind == Clause::Kind::Coordinate && v.passive && w.first == next.subject_end && f_.word(next.connector) == "and" &&
           next.connector + 1 == at && (is_bare_participle(w) || is_hurt(w));
}

std::uint32_t FrameClues::asked_from() const {
    std::uint32_t last = end_;
    while (last > first_ && (f_.token(last - 1).is('"') || f_.token(last - 1).is(')'))) --last;
    if (last == first_ || !f_.token(last - 1).is('?')) return end_;
    std::uint32_t asked = last - 1;
    while (asked > first_ && !f_.token(asked - 1).is(':') && !f_.token(asked - 1).is(';') &&
           !(f_.token(asked - 1).is('-') && f_.token(asked - 1).after_space))
        --asked;
    return asked;
}

}  // namespace dateline::extract
