#include "extract/clause_reader.h"
#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/word_set.h"

#include <algorithm>

// The deed that a clause tells.
namespace dateline::extract {

/// "if the board agrees on 16 December": a body's decision on a day that is set, and not a happening that may come to be.
bool FrameReader::decides_on_set_day(const Clause& own) const {
    static constexpr WordSet kDecides{"agree", "approve", "ratify", "vote", "endorse", "adopt"};
    static constexpr WordSet kBodies{"board",    "parliament", "senate",   "council", "cabinet",      "committee", "court",  "commission",
                                     "assembly", "government", "congress", "members", "shareholders", "lawmakers", "voters", "directors"};
    const VerbGroup& v = verb_of(own);
    const std::int32_t day = verb_date_[own.verb];
    if (f_.word(own.connector) != "if" || v.passive || v.negated || v.past || v.perfect || v.first != v.head ||
        !kDecides.contains(v.sense.base) || day < 0 || own.subject_begin >= own.subject_end)
        return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    return kBodies.contains(f_.word(own.subject_end - 1)) && !date.edtf.is_interval() &&
           date.edtf.precision() >= calendar::Precision::Day && date.tokens.begin >= v.end && f_.word(date.tokens.begin - 1) == "on";
}

/// Clauses that tell no deed, or one that is told with another verb: true where that is all that is to be read of it.
bool FrameReader::is_read_otherwise(std::uint32_t c) {
    const Clause& own = clause(c);
    const VerbGroup& v = verb_of(own);
    if (v.first > first_ && f_.word(v.first - 1) == "than" && clues_.is_due(v.head)) return true;  // "two days sooner than scheduled"
    if (is_denied(own)) {
        read_denied(c);
        return true;
    }
    if (clues_.does_so(v)) {
        read_done_so(c);
        return true;
    }
    if (clues_.tells_nothing(v) || clues_.is_contrary(own) || clues_.only_compares(own)) return true;
    if (clues_.is_condition(own) && !decides_on_set_day(own)) return true;
    if (const VerbGroup* deed = clues_.said_to_have(v); deed && read_said_of(c, *deed)) return true;
    if (clues_.is_asked(own) && (v.past || v.perfect)) return true;
    if (clues_.is_first_of_pair(c)) {
        share_date(v, verb_of(clause(c + 1)));
        return true;
    }
    return c > 0 && clues_.has_toll(c - 1);
}

/// The frame of a clause's verb, with what another verb beside it tells of the same deed: "was shot and | killed", "were killed | and two wounded".
Frame FrameReader::frame_of_deed(std::uint32_t c) {
    const VerbGroup& v = verb_of(clause(c));
    Frame frame = frame_of(c, v);
    if (clues_.has_toll(c)) {
        share_date(verb_of(clause(c + 1)), v);
        frame.rest.end = frame.clause.end = clause(c + 1).end;
        // "… and two others injured | when their car hit a mine near Gao"
        const bool when = c + 2 < f_.clauses.clauses.size() && clause(c + 2).kind == Clause::Kind::Adverbial &&
                          f_.word(clause(c + 2).connector) == "when" && !f_.token(clause(c + 2).connector - 1).is(',');
        if (when) frame.rest.end = frame.clause.end = clause(c + 2).end;
    }
    if (c == 0 || !clues_.is_first_of_pair(c - 1)) return frame;
    const VerbGroup& before = verb_of(clause(c - 1));
    const Frame first = frame_of(c - 1, before);
    frame.verb.begin = before.first;
    frame.head = before.head;
    frame.passive = true;
    frame.modality = first.modality;
    frame.subject = first.subject;
    frame.shared_head = first.shared_head;
    frame.clause.begin = first.clause.begin;
    frame.background = first.background;
    if (first.strength > frame.strength) frame.kind = first.kind, frame.category = first.category, frame.strength = first.strength;
    return frame;
}

/// "in fiscal 1997, | which ended on 30 September"
bool FrameReader::is_of_date(const Clause& own, const Frame& frame) const {
    return own.kind == Clause::Kind::Relative && std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) {
               return frame.subject.contains(d.tokens.begin) && d.tokens.end >= frame.subject.end;
           });
}

/// The date of what a clause tells; -1 for none.
std::int32_t FrameReader::day_of_clause(const Clause& own) const {
    const std::int32_t day = verb_date_[own.verb];
    if (day < 0) return day;
    const VerbGroup& v = verb_of(own);
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    // "when the premier announced a halt to talks | until the end of 2028": no day of the announcing
    const bool of_matter = f_.word(date.tokens.begin) == "until" && date.edtf.open_begin() && v.past && !v.planned && !v.passive &&
                           (v.sense.use & (kAnnounces | kSays)) != 0;
    if (!of_matter) return day_of_aside(own, day);
    return own.kind == Clause::Kind::Adverbial && f_.word(own.connector) == "when" && own.governor >= 0
               ? verb_date_[clause(static_cast<std::size_t>(own.governor)).verb]
               : -1;
}

/// What the words around a deed say of it: that nothing came of it, that it goes on, that nobody has seen it.
void FrameReader::take_clues(std::uint32_t c, Frame& frame) const {
    const VerbGroup& v = verb_of(clause(c));
    const bool speaks = v.sense.base == "speak" || v.sense.base == "talk";
    if (frame.joint != 0 && speaks)
        frame.kind = EventKind::Negotiation, frame.category = document::Category::Diplomacy, frame.strength = 2, frame.sense.use = 0;
    if (frame.modality == Modality::Planned && clues_.is_belied(c)) frame.modality = Modality::Denied;
    goes_on_since(c, frame);
    if (has_not_since(v, frame)) frame.modality = Modality::Happened;
    frame.hearsay = frame.hearsay || clues_.is_to_be_believed(c);
    if (v.sense.base == "date" && !v.passive) frame.keeps_date = true;  // "The idea dates from 2018"
    if (frame.date >= 0 && clues_.lasts_to(v, date_of(frame))) frame.lasts_to = frame.keeps_date = true;
}

/// "A visit, due on 6 June, | was cancelled": the day on which it was to be.
bool FrameReader::is_called_off(const Clause& own, const Frame& frame) const {
    const VerbGroup& v = verb_of(own);
    return frame.date >= 0 && frame.modality == Modality::Happened && v.passive && clues_.is_undone(own, own.subject_begin) &&
           date_of(frame).tokens.end <= v.first && clues_.is_due_day(date_of(frame));
}

/// "is expected by midnight", "was set for Jan. 8", "has been moved to Thursday": what is told with its day is to come.
void FrameReader::set_modality_by_day(const Clause& own, Frame& frame) const {
    if (frame.date < 0) return;
    const VerbGroup& v = verb_of(own);
    const DateMention& date = date_of(frame);
    const bool promised = v.passive && (v.sense.base == "promise" || v.sense.base == "foresee") &&
                          f_.word(v.end) == "for";  // "A census is promised for 2027"
    const bool set = (v.sense.base == "set" || promised) && f_.word(v.end) == "for";
    if (promised) frame.kind = EventKind::Plan, frame.category = document::Category::Other, frame.strength = 2, frame.sense.use = kIntends;
    if (frame.modality != Modality::Happened) return;
    const bool bare =
        !v.passive && v.first == v.head && v.sense.form == VerbForm::PastOrParticiple && clues_.is_due(v.head) && lacks_object(v) &&
        !is_subject_pronoun(f_.word(frame.subject.begin)) &&
        (date.tokens.end >= end_ || f_.token(date.tokens.end).kind == TokenKind::Mark);  // "Talks in Doha | expected at the weekend"
    const bool yet = promised && v.perfect && date.ahead;                                // "has now been promised for 2027"
    if ((v.passive || bare) && (!v.perfect || v.past || yet) && ((v.sense.use & kIntends) != 0 || set || f_.word(v.head) == "slated")) {
        frame.modality = Modality::Planned;
        return;
    }
    if ((!clues_.is_moved(own, own.subject_begin) && !moves_to(v, frame.date)) || !clues_.is_new_day(v, date)) return;
    frame.modality = Modality::Planned;
    frame.kind = EventKind::Plan;
    frame.keeps_date = clues_.moves(v);
    frame.ends_it = clues_.ends_range(date) || date.edtf.open_begin();
}

/// What a verb that says little takes from its nouns: "took part in talks", "was in talks", "pay a visit".
void FrameReader::take_sense_of_nouns(const Clause& own, Frame& frame) const {
    const VerbGroup& v = verb_of(own);
    const bool light = ((v.sense.use & kLight) != 0 && frame.sense.use != kObjectPlace) || v.copula;
    static constexpr WordSet kNounTells{"pay", "set", "reach", "cut", "raise"};
    if (light) take_light_sense(own, frame);
    else if (v.sense.kind == EventKind::Meeting || !v.sense.known || kNounTells.contains(v.sense.base)) take_noun_sense(f_, frame);
    frame.ongoing = is_ongoing(v);
    if (tells_figure(v, frame)) frame.kind = EventKind::Figure, frame.category = document::Category::Economy;
    const bool was_to_be =
        v.copula && v.planned && v.past && v.perfect &&
        (f_.word(v.end) == "ready" || f_.word(v.end) == "complete" || f_.word(v.end) == "open");  // "was to have been ready by May"
    if (was_to_be) frame.strength = 2, frame.kind = EventKind::Plan;
}

void FrameReader::read_clause(std::uint32_t c) {
    if (is_read_otherwise(c)) return;
    const Clause& own = clause(c);
    const VerbGroup& v = verb_of(own);
    Frame frame = frame_of_deed(c);
    if (is_of_date(own, frame)) return;
    frame.date = day_of_clause(own);
    if (clues_.tells_of_call_off(c) || only_says(c)) return;
    take_clues(c, frame);
    if (clues_.is_refuted(c)) return read_refuted(c, frame);
    if (frame.date >= 0 && replaces_plan(c, frame.date)) return;
    if (frame.date >= 0 && clues_.waits_until(v, date_of(frame))) wait_until(v, frame);
    if (is_called_off(own, frame)) {
        frame = undone_frame(c, frame.date, Modality::Denied);
        frame.keeps_date = true;
        return emit(frame);
    }
    set_modality_by_day(own, frame);
    share_day(own, frame);
    take_counted_day(own, frame);
    frame.speaker = speaker_of(c);
    take_object_sense(f_, v, frame);
    if (hand_date_on(c, frame)) return;
    take_sense_of_nouns(own, frame);
    // "The plan is good in 2023" tells nothing.
    if (v.copula && frame.kind == EventKind::Plain && frame.modality != Modality::Planned && !stands_since(v, frame) &&
        !stands_for_days(v, frame))
        return;
    read_arranged(own, frame);
    if (frame.date >= 0 && frame.modality == Modality::Happened && clues_.calls_off(v)) call_off(v, frame);
    if (take_aim(own, frame)) emit(frame);
}

}  // namespace dateline::extract
