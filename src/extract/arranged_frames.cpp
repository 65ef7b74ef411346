#include "extract/date_nouns.h"
#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What a clause arranges for another day, calls off, puts until then or says to be untrue.
namespace dateline::extract {

/// "Rumours that the governor had fled on 3 November proved untrue": told with what became of it, since that is what it tells.
void FrameReader::read_refuted(std::uint32_t c, Frame frame) {
    const Clause& verdict = clause(c + 1);
    std::int32_t& its_date = verb_date_[verdict.verb];
    const bool of_rumour =
        frame.date < 0 && its_date >= 0 &&
        f_.dates[static_cast<std::size_t>(its_date)].tokens.end <= clause(c).connector;  // "Rumours on 3 November that he had fled"
    if (of_rumour) std::swap(frame.date, its_date);
    if (frame.date < 0) return;
    frame.modality = Modality::Denied;
    frame.hearsay = false;
    if (verdict.kind == Clause::Kind::Main) {
        frame.subject.begin = verdict.subject_begin;
        frame.rest.end = verdict.end;
        frame.clause = {verdict.subject_begin, verdict.end};
    }
    emit(frame);
}

namespace {

/// "between 8 and 9 March"
bool is_one_night(const calendar::Edtf& days) {
    constexpr std::chrono::hours two_days{48};
    return days.first() && days.last() && days.precision() >= calendar::Precision::Day &&
           days.bounds().end - days.bounds().begin <= two_days;
}

}  // namespace

/// "dismissed reports that the presidents met in Riyadh on 12 November": told with who denies it, and where that is told without a day
/// of its own, once.
void FrameReader::read_denied(std::uint32_t c) {
    const Clause& own = clause(c);
    const VerbGroup& denies = verb_of(clause(static_cast<std::size_t>(own.governor)));
    const Clause& over = clause(static_cast<std::size_t>(own.governor));
    const TokenRange denier = subject_of(static_cast<std::size_t>(own.governor));
    const bool day_of_denial = verb_date_[own.verb] < 0 && verb_date_[over.verb] >= 0 && verb_of(own).sense.strength >= 2 &&
                               !verb_of(own).copula;  // "denied on 3 May that troops had entered Kidal"
    if (day_of_denial) verb_date_[own.verb] = verb_date_[over.verb];
    if (verb_date_[own.verb] < 0 || denier.begin >= denier.end || denies.passive || denies.planned || denies.hypothetical) return;
    const DateMention& date = f_.dates[static_cast<std::size_t>(verb_date_[own.verb])];
    const std::uint32_t told = own.connector > 0 ? own.connector : own.begin;
    const bool apart = std::any_of(f_.clauses.verbs.begin(), f_.clauses.verbs.end(), [&](const VerbGroup& g) {
        return g.first >= denies.end && g.first < told && g.mode != VerbGroup::Mode::Participle;
    });
    if (apart) return;                                                // "dismissed the claim, saying that culling began on 15 December"
    if (date.edtf.is_interval() && !is_one_night(date.edtf)) return;  // "that it had closed crossings last week"
    Frame frame = frame_of(c, verb_of(own));
    take_object_sense(f_, verb_of(own), frame);
    frame.date = verb_date_[own.verb];
    frame.modality = Modality::Denied;
    frame.hearsay = false;
    frame.speaker = denier;
    frame.told_in = own.governor;
    if (verb_date_[over.verb] < 0 || day_of_denial)
        std::erase_if(out_, [&](const Frame& other) { return other.head == denies.head && (other.date < 0 || day_of_denial); });
    emit(frame);
}

/// "The army said on 3 May | that it had shot down a drone": a deed of force that the teller says was done, without a day of its own.
bool FrameReader::claims_deed(std::uint32_t c) const {
    const VerbGroup &says = verb_of(clause(c)), &told = verb_of(clause(c + 1));
    const EventKind kind = told.sense.kind;
    const bool force = kind == EventKind::Attack || kind == EventKind::Combat || kind == EventKind::Incident || kind == EventKind::Arrest ||
                       kind == EventKind::Disaster;
    const bool told_as_done = (says.sense.use & kSays) != 0 && !says.passive && !says.negated && !says.planned && !says.hypothetical;
    const Clause& deed = clause(c + 1);
    const bool somewhere = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.place >= 0 && !m.adjective && m.first_token >= deed.begin && m.first_token < deed.end;
    });
    if (!told_as_done || !force || !somewhere || told.sense.strength < 2 || (told.passive && !told.perfect) || told.negated ||
        told.planned || told.hypothetical || !(told.past || told.sense.form == VerbForm::Past))
        return false;
    return std::none_of(f_.dates.begin(), f_.dates.end(),
                        [&](const DateMention& d) { return d.tokens.begin >= deed.begin && d.tokens.begin < deed.end; });
}

/// "announced elections for December", "On 7 November the court set a hearing for Tuesday": what is arranged is told as well, on its own day.
void FrameReader::read_arranged(const Clause& own, Frame& frame) {
    const VerbGroup& v = verb_of(own);
    const std::int32_t day = clues_.day_arranged(v, own.end);
    if (day < 0) return;
    if (v.passive) {  // "Elections were called for 5 May"
        if (frame.date == day && frame.modality == Modality::Happened) frame.modality = Modality::Planned, frame.keeps_date = true;
        return;
    }
    std::uint32_t noun = 0;
    const TokenRange deed = clues_.deed_after(v, own.end, noun);
    if (deed.begin >= deed.end || frame.modality != Modality::Happened) return;
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    Frame planned = frame;
    planned.kind = f_.noun(noun).kind;
    planned.category = f_.noun(noun).category;
    planned.strength = std::max<std::uint8_t>(f_.noun(noun).strength, 2);
    planned.modality = Modality::Planned;
    planned.date = day;
    planned.subject = deed;
    planned.antecedent = {};
    planned.verb = {v.head, v.head + 1};
    planned.head = noun;
    planned.shared_head = 0;
    planned.rest = {deed.end, date.tokens.end};
    planned.passive = planned.keeps_date = true;
    planned.background = planned.past = planned.perfect = false;
    if (frame.speaker.begin >= frame.speaker.end) planned.speaker = frame.subject;
    emit(planned);
    if (frame.date == day) frame.date = -1;
}

/// "called off a visit to Baku due on 20 November": the day is that of the visit, which is not to be.
void FrameReader::call_off(const VerbGroup& v, Frame& frame) const {
    const DateMention& date = f_.dates[static_cast<std::size_t>(frame.date)];
    if (date.tokens.begin < v.end || !(clues_.is_due_day(date) || date.ahead)) return;
    frame.modality = Modality::Denied;
    frame.keeps_date = true;
    take_noun_sense(f_, frame);
}

/// "cancelled her trip to Baku planned for May": one event, on the day that `named` gives the trip; where the cancelling has a day of its
/// own, that is another.
void FrameReader::call_off_object(std::uint32_t c, const VerbGroup& named, std::int32_t date) {
    const VerbGroup& v = verb_of(clause(c));
    const std::uint32_t end = f_.dates[static_cast<std::size_t>(date)].tokens.end;
    Frame frame = undone_frame(c, date, Modality::Denied);
    take_noun_sense(f_, frame);
    frame.keeps_date = true;
    frame.rest.end = std::max(frame.rest.end, end);
    if (verb_date_[clause(c).verb] < 0) {
        std::erase_if(out_, [&](const Frame& other) { return other.head == v.head && other.date < 0; });
        return emit(frame);
    }
    frame.subject = {v.end, f_.token(named.first - 1).is(',') ? named.first - 1 : end};
    frame.head = named.head;
    const bool off = f_.word(v.end) == "off";
    if (off) ++frame.subject.begin;
    frame.verb = {v.head, off ? v.end + 1 : v.end};
    frame.rest = {end, end};
    frame.passive = true;
    emit(frame);
}

/// "The summit, which had been planned for 5 December, was moved to 12 December": told with its new day alone; "… was cancelled": with the
/// old one, on which it is not to be. True where nothing is left to tell of the plan.
bool FrameReader::replaces_plan(std::uint32_t c, std::int32_t date) {
    if (!clues_.is_old_plan(c)) return false;
    const Clause& main = clause(c + 1);
    const VerbGroup& v = verb_of(main);
    const bool not_done = v.negated && v.passive && v.past && !v.hypothetical &&
                          v.sense.strength >= 2;  // "that he had promised for 15 August was not signed"
    if ((clues_.is_undone(main, main.subject_begin) || not_done) && !clues_.is_moved(main, main.subject_begin)) {
        Frame frame = undone_frame(c + 1, date, Modality::Denied);
        frame.keeps_date = true;
        if (verb_date_[main.verb] < 0) emit(frame);
        return verb_date_[main.verb] < 0;
    }
    return verb_date_[main.verb] >= 0 && (v.planned || clues_.is_moved(main, main.subject_begin));
}

/// "won the runoff held on 3 November", "approved the plan in a referendum held on 6 October": what somebody does at it, he does then. True where that is told.
bool FrameReader::attend_on(std::uint32_t c, const VerbGroup& held, std::int32_t date) {
    static constexpr WordSet kAtIt{"win", "lose", "attend", "boycott", "join", "observe"};
    const VerbGroup& v = verb_of(clause(c));
    std::uint32_t gathering = held.first;
    while (gathering > v.end && f_.token(gathering - 1).kind == TokenKind::Word && !is_preposition(f_.text, gathering - 1)) --gathering;
    const bool within = gathering > v.end && gathering < held.first &&
                        (f_.word(gathering - 1) == "in" || f_.word(gathering - 1) == "at" || f_.word(gathering - 1) == "during") &&
                        f_.noun(held.first - 1).known && (f_.word(gathering) == "a" || f_.word(gathering) == "an") && v.past &&
                        !v.perfect && !v.copula && v.sense.strength >= 2;
    if ((!kAtIt.contains(v.sense.base) && !within) || v.negated || v.planned || v.hypothetical || verb_date_[clause(c).verb] >= 0)
        return false;
    Frame frame = frame_of(c, v);
    frame.date = date;
    take_object_sense(f_, v, frame);
    frame.keeps_date = true;
    frame.strength = std::max<std::uint8_t>(frame.strength, 2);
    std::erase_if(out_, [&](const Frame& other) { return other.head == v.head && other.date < 0; });
    emit(frame);
    return true;
}

/// "did not reopen until 3 May", "Not until 3 May did it reopen": it did, on that day.
void FrameReader::wait_until(const VerbGroup& v, Frame& frame) const {
    if (v.hypothetical) return;
    frame.ends_it = true;
    if (!v.negated) return;
    frame.keeps_date = true;
    frame.modality = v.planned || f_.dates[static_cast<std::size_t>(frame.date)].ahead ? Modality::Planned : Modality::Happened;
}

/// "A woman was injured in Stanovoye": news of harm, which goes with what is told before it.
bool FrameReader::is_weak_harm(const Frame& frame) const {
    const bool harm = frame.kind == EventKind::Attack || frame.kind == EventKind::Incident || frame.kind == EventKind::Combat ||
                      frame.kind == EventKind::Disaster || frame.kind == EventKind::Arrest;
    return harm && frame.strength == 2 && frame.modality == Modality::Happened && frame.past && !frame.perfect && !frame.noun &&
           !frame.background && f_.dates.empty();
}

/// "The ambassador lost an eye", "The division was moved to the north", in a chronicle: whatever it is, it was on the day.
bool FrameReader::is_plain_deed(const Frame& frame) const {
    // "Rebels seize Goma", in a chronicle
    const bool in_present = f_.day_by_day && frame.verb.end == frame.verb.begin + 1 && (frame.sense.use & kState) == 0 &&
                            (frame.sense.form == VerbForm::Present || frame.sense.form == VerbForm::Base);
    const bool told = f_.under_day && (frame.past || in_present) && !frame.perfect && !frame.noun && !frame.background &&
                      frame.modality == Modality::Happened;
    if (!told || frame.subject.begin >= frame.subject.end || frame.speaker.begin < frame.speaker.end) return false;
    if (frame.verb.begin > first_ && f_.has(frame.verb.begin - 1, kNegation)) return false;  // "discussed but not | initialled"
    static constexpr WordSet kStates{"know",  "want", "believe", "think",   "hope",    "fear",    "seem",  "appear", "remain", "live",
                                     "need",  "like", "own",     "contain", "consist", "include", "mean",  "belong", "depend", "lie",
                                     "stand", "hold", "feel",    "look",    "number",  "amount",  "total", "last",   "stay",   "continue"};
    // "spoke on television", "added the return of residents to its aims"
    const bool says = (frame.sense.use & kSays) != 0 && frame.sense.base != "speak" && !f_.has(frame.verb.end, kArticle) &&
                      f_.word(frame.verb.end) != "to";
    if (says || (frame.sense.use & kIntends) != 0 || kStates.contains(frame.sense.base)) return false;
    const auto of_other_verb = [&](const DateMention& d) {  // "ends the truce | agreed in October"
        const auto index = static_cast<std::int32_t>(&d - f_.dates.data());
        for (std::size_t v = 0; v < verb_date_.size(); ++v)
            if (verb_date_[v] == index) return f_.clauses.verbs[v].head != frame.head;
        return false;
    };
    const bool own_date = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
        return !of_other_verb(d) && !d.edtf.open_end() && !(d.of_hour && d.basis != document::DateBasis::Explicit) &&
               !is_what_comes_next(f_, d) && (frame.clause.contains(d.tokens.begin) || d.tokens.end <= frame.clause.begin + 1);
    });
    if (own_date) return false;
    return std::any_of(f_.clauses.clauses.begin(), f_.clauses.clauses.end(), [&](const Clause& c) {
        const VerbGroup& v = f_.clauses.verbs[c.verb];
        const bool main = c.kind == Clause::Kind::Main || (c.kind == Clause::Kind::Coordinate && c.governor <= 0);
        return v.head == frame.head && main && v.mode == VerbGroup::Mode::Finite && !v.copula;
    });
}

/// "Fifty slipped away | over the following two days", "Passenger trains have run | since": whatever it is, it was counted from the deed before it.
bool FrameReader::follows_on(const Frame& frame) const {
    if (!frame.past || frame.noun || frame.background || frame.modality != Modality::Happened || frame.subject.begin >= frame.subject.end ||
        !f_.dates.empty() || (frame.sense.use & kSays) != 0)
        return false;
    const std::uint32_t at = frame.verb.end;
    const bool since = frame.perfect && frame.verb.end > frame.verb.begin + 1 && f_.word(at) == "since" &&
                       (at + 1 >= end_ || f_.token(at + 1).kind == TokenKind::Mark);
    return since || (!frame.perfect && days_after(f_, {at, std::max(frame.clause.end, frame.rest.end)}).has_value());
}

/// "During the visit, he held talks with the premier": of the day of the visit.
bool FrameReader::is_weak_meeting(const Frame& frame) const {
    const bool holds = (frame.sense.base == "hold" || frame.sense.base == "have") && !frame.passive && frame.verb.end == frame.head + 1;
    return holds && frame.kind == EventKind::Meeting && frame.modality == Modality::Happened && frame.past && !frame.perfect &&
           !frame.noun && !frame.background && f_.dates.empty();
}

}  // namespace dateline::extract
