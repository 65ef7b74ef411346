#include "extract/clause_reader.h"
#include "extract/event_sense.h"
#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/temporal_lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// What a sentence tells beside its main deed: asides with a day of their own, states that go on since a day, new days of what was put off.
namespace dateline::extract {

/// "denied | on Sunday | having ordered": past a day and the word before it.
std::uint32_t FrameReader::past_days(std::uint32_t at) const {
    for (const DateMention& d : f_.dates)
        if (d.tokens.begin == at || (d.tokens.begin == at + 1 && is_preposition(f_.text, at))) return d.tokens.end;
    return at;
}

/// "The strike, | initiated on 28 April, | was lifted": a participle with a day, set off by commas, tells whatever its verb is.
bool FrameReader::tells_aside(const VerbGroup& own, const VerbGroup& governor, const DateMention& date) const {
    static constexpr WordSet kDescribes{"dated",    "aged",      "known",     "named",      "called",   "based",    "located",
                                        "entitled", "titled",    "nicknamed", "dubbed",     "ended",    "compared", "followed",
                                        "preceded", "due",       "believed",  "considered", "married",  "retired",  "related",
                                        "valued",   "estimated", "measured",  "adjusted",   "unchanged"};
    if (own.sense.known && own.sense.strength == 0) return false;
    if (kDescribes.contains(f_.word(own.head)) || own.negated || date.tokens.begin < own.end || date.edtf.open_end() ||
        date.edtf.open_begin() || own.first < first_ + 2)
        return false;
    if (own.first > governor.first) return false;
    if (f_.token(own.first - 1).is(',')) return f_.token(governor.first - 1).is(',') && date.tokens.end < governor.first;
    // "the blockades | initiated on 2 June by villagers"
    const std::uint32_t lead = own.end < end_ && is_preposition(f_.text, own.end) ? own.end + 1 : own.end;
    return date.tokens.begin == lead && date.edtf.precision() >= calendar::Precision::Day && f_.word(date.tokens.end) == "by";
}

/// "has been a candidate since 2005": a state, told with the day that it began.
bool FrameReader::stands_since(const VerbGroup& v, const Frame& frame) const {
    if (!v.copula || !v.perfect || v.past || v.negated || v.hypothetical || frame.date < 0 || frame.modality != Modality::Happened)
        return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(frame.date)];
    return date.edtf.open_end() && date.tokens.begin > v.end && f_.word(date.tokens.begin) == "since" &&
           frame.subject.begin < frame.subject.end && f_.word(frame.subject.begin) != "there";
}

/// "was at a standstill from 29 October until 3 November", "were without power from Monday to Wednesday": what began and ended.
bool FrameReader::stands_for_days(const VerbGroup& v, const Frame& frame) const {
    static constexpr WordSet kIn{"at", "under", "without", "out", "off", "in"};
    if (!v.copula || !v.past || v.perfect || v.negated || v.hypothetical || frame.date < 0 || frame.modality != Modality::Happened ||
        !kIn.contains(f_.word(v.end)))
        return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(frame.date)];
    const bool closed = date.edtf.is_interval() && date.edtf.first() && date.edtf.last() &&
                        date.edtf.precision() >= calendar::Precision::Day && date.tokens.begin > v.end + 1;
    // "Water was off in the valley", "Power was out on Monday"
    static constexpr WordSet kAway{"off", "out", "down"};
    const bool away = kAway.contains(f_.word(v.end)) && (is_preposition(f_.text, v.end + 1) || date.tokens.begin == v.end + 1) &&
                      f_.word(v.end + 1) != "of" && f_.word(v.end + 1) != "to" && f_.word(v.end + 1) != "for";
    if (away && date.edtf.precision() >= calendar::Precision::Day && !date.edtf.open_begin() && !date.edtf.open_end())
        return !is_subject_pronoun(f_.word(frame.subject.begin)) &&
               (f_.token(frame.subject.end - 1).letter_case == Case::Lower || frame.subject.end == first_ + 1);
    const bool somewhere = std::any_of(f_.mentions.begin(), f_.mentions.end(), [&](const Mention& m) {
        return m.first_token > v.end && m.first_token <= v.end + 2 && m.end_token <= date.tokens.begin;
    });
    const bool known =
        f_.has(v.end + 1, kFunction | kArticle) && f_.word(v.end + 1) != "a" && f_.word(v.end + 1) != "an";  // "was at the ministry"
    return closed && !somewhere && !known && !f_.token(v.end + 1).capitalised() && frame.subject.begin < frame.subject.end;
}

/// "in 2022 it was 430,000 tons", "Turnout was 0.5 per cent on Sunday": a figure of that time.
bool FrameReader::tells_figure(const VerbGroup& v, const Frame& frame) const {
    static constexpr WordSet kNot{"years", "year",       "hours", "hour",  "minutes", "days", "weeks", "months",
                                  "old",   "kilometres", "km",    "miles", "metres",  "feet", "points"};
    const std::uint32_t i = v.end;
    if (!v.copula || !f_.has(v.head, kBe) || f_.word(v.head) == "being" || v.negated || v.hypothetical || frame.date < 0 ||
        frame.kind != EventKind::Plain || i + 1 >= end_ || f_.token(i).kind != TokenKind::Number)
        return false;
    const bool day = std::any_of(f_.dates.begin(), f_.dates.end(), [&](const DateMention& d) { return d.tokens.contains(i); });
    const Token& unit = f_.token(i + 1);
    const std::uint32_t after = f_.word(i + 1) == "per" ? i + 3 : i + 2;  // "was 41 per cent | funded"
    if (after < end_ && f_.token(after).kind == TokenKind::Word && f_.verb(after).form != VerbForm::None) return false;
    return !day && (unit.is('%') ||
                    (unit.kind == TokenKind::Word && unit.letter_case == Case::Lower && !unit.hyphenated &&
                     !is_preposition(f_.text, i + 1) && !kNot.contains(f_.word(i + 1))) ||
                    f_.word(i + 1) == "per");
}

/// "Since the war broke out on 15 April, 300,000 people have entered": from the day of what it counts from.
void FrameReader::goes_on_since(std::uint32_t c, Frame& frame) const {
    const VerbGroup& v = verb_of(clause(c));
    if (frame.date >= 0 || !v.perfect || v.past || v.hypothetical || frame.modality != Modality::Happened) return;
    for (const Frame& told : out_) {  // "Exports have fallen since | the closure of the port on 7 May"
        std::uint32_t at = told.rest.begin;
        while (at > first_ && f_.has(at - 1, kArticle)) --at;
        const bool own = (at > v.end && at <= clause(c).end) || (at < f_.clauses.fronted_end && clause(c).kind == Clause::Kind::Main);
        if (!told.noun || told.date < 0 || at == first_ || !own || f_.word(at - 1) != "since") continue;
        frame.date = told.date;
        frame.begins_it = true;
        return;
    }
    const auto is_since = [&](std::size_t k) {
        return k < f_.clauses.clauses.size() && k != c && clause(k).kind == Clause::Kind::Adverbial &&
               f_.word(clause(k).connector) == "since";
    };
    const std::size_t since = c == 1 && is_since(0) && clause(0).connector == first_    ? 0
                              : clause(c).kind == Clause::Kind::Main && is_since(c + 1) ? c + 1
                                                                                        : c;
    if (since == c || verb_date_[clause(since).verb] < 0) return;
    frame.date = verb_date_[clause(since).verb];
    frame.begins_it = true;
    frame.strength = std::max<std::uint8_t>(frame.strength, 1);
}

/// "has not recognised the court since 1960": a state from then on, and nothing that is denied.
bool FrameReader::has_not_since(const VerbGroup& v, const Frame& frame) const {
    if (frame.date < 0 || frame.modality != Modality::Denied || !v.negated || !v.perfect || v.past) return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(frame.date)];
    return date.edtf.open_end() && date.tokens.begin >= v.end && f_.word(date.tokens.begin) == "since";
}

/// "have not been looted, | contrary to what was said on Saturday": on the day of which it is denied.
void FrameReader::take_day_of_contrary() {
    for (std::size_t c = 0; c < f_.clauses.clauses.size(); ++c) {
        if (!clues_.is_contrary(clause(c))) continue;
        const std::size_t other = c == 0 ? 1 : c - 1;
        if (other < f_.clauses.clauses.size()) share_date(verb_of(clause(c)), verb_of(clause(other)));
        verb_date_[clause(c).verb] = -1;
    }
}

/// "Rebels are said | to have seized Goma": done, if they are right who say so. False where the deed has a day of its own and is told by it.
bool FrameReader::read_said_of(std::uint32_t c, const VerbGroup& deed) {
    const VerbGroup& v = verb_of(clause(c));
    if (verb_date_[static_cast<std::size_t>(&deed - f_.clauses.verbs.data())] >= 0) return false;
    Frame frame = frame_of(c, deed);
    take_object_sense(f_, deed, frame);
    frame.date = verb_date_[clause(c).verb];
    frame.past = true;
    frame.hearsay = f_.word(v.head) != "known";
    frame.perfect = frame.background = false;
    frame.modality = Modality::Happened;
    if (deed.sense.strength < 1 || (frame.date < 0 && frame.strength < 2)) return false;
    if (frame.date < 0 && frame.strength < 3) frame.of_day = true;
    if (f_.word(v.end) == "by") {
        frame.speaker = {v.end + 1, v.end + 1};
        while (frame.speaker.end < deed.first && f_.token(frame.speaker.end).kind == TokenKind::Word) ++frame.speaker.end;
    }
    emit(frame);
    return true;
}

/// "were to start on 1 January | but did so only a fortnight later": the deed before it, on the day that it was done.
void FrameReader::read_done_so(std::uint32_t c) {
    const Clause& own = clause(c);
    if (own.governor < 0 || verb_date_[own.verb] < 0) return;
    const auto before = static_cast<std::uint32_t>(own.governor);
    const VerbGroup& deed = verb_of(clause(before));
    Frame frame = frame_of(before, deed);
    frame.date = verb_date_[own.verb];
    frame.modality = Modality::Happened;
    frame.verb = {deed.head, deed.head + 1};
    frame.head = deed.head;
    frame.rest = {deed.end, deed.end};
    frame.clause = {own.begin, own.end};
    frame.past = true;
    for (Frame& told : out_)  // "were to start on 1 January": they did not
        if (told.head == deed.head && told.modality == Modality::Planned) told.modality = Modality::Denied;
    emit(frame);
}

/// "On Thursday the court adjourned the case | until 5 May": when what was put off is to be.
void FrameReader::read_new_day(const DateBindings::Other& other) {
    const VerbGroup& v = verb(other.verb);
    const DateMention& date = f_.dates[static_cast<std::size_t>(other.date)];
    if (!clues_.moves(v) || !clues_.is_new_day(v, date) || date.tokens.begin < v.end) return;
    const auto told = std::find_if(out_.begin(), out_.end(), [&](const Frame& frame) { return frame.head == v.head && !frame.noun; });
    if (told == out_.end()) return;
    Frame frame = *told;
    frame.date = other.date;
    frame.modality = Modality::Planned;
    frame.kind = EventKind::Plan;
    frame.keeps_date = true;
    frame.ends_it = clues_.ends_range(date) || date.edtf.open_begin();
    out_.push_back(frame);
}

}  // namespace dateline::extract
