#include "extract/frame_reader.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// Which frame a date is of that another verb of the sentence has, or that is counted from another.
namespace dateline::extract {

/// "advanced into the town and clashed with troops on Monday": the day at the end is of both.
void FrameReader::take_day_of_next(const Clause& own, Frame& frame) const {
    const std::size_t next = static_cast<std::size_t>(&own - f_.clauses.clauses.data()) + 1;
    if (frame.date >= 0 || next >= f_.clauses.clauses.size()) return;
    const Clause& after = clause(next);
    const VerbGroup &v = verb_of(own), &w = verb_of(after);
    const bool joined = after.kind == Clause::Kind::Coordinate && after.subject_begin >= after.subject_end &&
                        f_.word(after.connector) == "and" && !f_.token(after.connector - 1).is(',');
    const bool past = w.past || w.sense.form == VerbForm::PastOrParticiple || w.sense.form == VerbForm::Past;
    const bool alike = v.past && past && !v.perfect && !w.perfect && v.sense.strength >= 2 && w.sense.strength >= 2 && !v.copula &&
                       (v.sense.use & kSays) == 0;
    const std::int32_t day = verb_date_[after.verb];
    if (!joined || !alike || day < 0 || own.kind == Clause::Kind::Relative) return;
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    if (date.tokens.begin >= w.end && !date.edtf.is_interval() && date.edtf.precision() >= calendar::Precision::Day) frame.date = day;
}

/// "Two people were killed in Kherson on Tuesday, | and 13 were injured in Nikopol": the day of harm that is told just before; true where it takes it.
bool FrameReader::harms_too(const Clause& own, Frame& frame) {
    const auto harm = [](EventKind kind) {
        return kind == EventKind::Attack || kind == EventKind::Incident || kind == EventKind::Disaster || kind == EventKind::Combat;
    };
    const VerbGroup& v = verb_of(own);
    const bool joined = own.connector > first_ && own.subject_begin < own.subject_end && f_.has(own.connector, kConjunction) &&
                        f_.token(own.connector - 1).is(',');
    if (!joined || !v.passive || !v.past || v.negated || v.perfect || !harm(v.sense.kind) || own.governor < 0) return false;
    const Clause* before = &clause(static_cast<std::size_t>(own.governor));
    if (before->kind == Clause::Kind::Adverbial && before->governor >= 0 && f_.word(before->connector) == "when")
        before = &clause(static_cast<std::size_t>(before->governor));
    const VerbGroup& told = verb_of(*before);
    const std::int32_t day = verb_date_[before->verb];
    if (before->kind != Clause::Kind::Main || day < 0 || !harm(told.sense.kind) || !told.passive || told.negated) return false;
    const DateMention& date = f_.dates[static_cast<std::size_t>(day)];
    if (date.edtf.is_interval() || date.edtf.precision() < calendar::Precision::Day || date.tokens.begin >= own.begin) return false;
    frame.date = verb_date_[own.verb] = day;
    return true;
}

/// "Three days after the landslide of 23 October, | a mudflow buried a village", "attacked Goma | two days after the talks of 3 June".
void FrameReader::take_counted_day(const Clause& own, Frame& frame) const {
    if (frame.date >= 0) return;
    if (counted_back_ && own.kind == Clause::Kind::Adverbial &&
        own.connector + 1 == counted_back_->tokens.end) {  // "on 2 May, twelve days after it had left Aktau"
        frame.date = counted_back_->date;
        frame.counted = counted_back_->tokens;
    }
    // "a day after a truck blew up in Cali | and, to the north, guerrillas brought down a helicopter"
    if (counted_back_ && own.kind == Clause::Kind::Coordinate && own.governor >= 0 && f_.has(own.connector, kConjunction)) {
        const Clause& beside = clause(static_cast<std::size_t>(own.governor));
        const bool after_it = beside.kind == Clause::Kind::Adverbial && beside.connector + 1 == counted_back_->tokens.end;
        if (after_it && own.subject_begin < own.subject_end && frame.past && verb_of(own).sense.strength >= 2)
            frame.date = counted_back_->date, frame.counted = counted_back_->tokens;
    }
    if (!counted_ || frame.date >= 0) return;
    const TokenRange t = counted_->tokens;
    const bool leads = own.kind != Clause::Kind::Relative && own.begin <= t.begin && t.end <= own.subject_begin;
    const bool trails = verb_of(own).end <= t.begin && t.begin < own.end;
    const bool right_behind = own.kind != Clause::Kind::Relative && t.begin == first_ && t.end <= own.begin &&
                              own.begin <= t.end + 1;  // "Four days after the session, which met on 4 November, | guards turned"
    if (!leads && !trails && !right_behind) return;
    frame.date = counted_->date;
    frame.counted = t;
}

/// "On 5 May X cut the ribbon and then held talks": one day for what one subject did.
void FrameReader::share_day(const Clause& own, Frame& frame) {
    const VerbGroup& v = verb_of(own);
    if (frame.date < 0 && own.kind == Clause::Kind::Content && own.governor >= 0 && v.past && v.sense.strength >= 2) {
        // "On 5 May militants killed 15 soldiers; the army said 96 of them had died": still that day
        const Clause& told = clause(static_cast<std::size_t>(own.governor));
        const std::int32_t day = verb_date_.empty() ? -1 : verb_date_[clause(0).verb];
        const bool leads_all = day >= 0 && told.kind == Clause::Kind::Coordinate && verb_date_[told.verb] < 0 &&
                               f_.dates[static_cast<std::size_t>(day)].tokens.end <= f_.clauses.fronted_end;
        if (leads_all && f_.dates.size() == 1) frame.date = verb_date_[own.verb] = day;
        // "A report published on 5 May says that two ships sank": the day of the telling serves where there is no other
        for (std::uint32_t k = 0; k < f_.clauses.verbs.size() && frame.date < 0; ++k) {
            const VerbGroup& g = verb(k);
            const bool in_speaker = g.mode == VerbGroup::Mode::Participle && g.first >= told.subject_begin && g.first < told.subject_end;
            if (in_speaker && (verb_of(told).sense.use & kSays) != 0) std::swap(frame.date, verb_date_[k]);
        }
        return;
    }
    take_day_of_next(own, frame);
    // "flew to Hue on Tuesday, | where he opened a school"
    const bool there = frame.date < 0 && own.kind == Clause::Kind::Relative && own.governor >= 0 && f_.word(own.connector) == "where" &&
                       v.past && !v.perfect && !v.copula && v.sense.strength >= 2;
    if (there) {
        const VerbGroup& went = verb_of(clause(static_cast<std::size_t>(own.governor)));
        const bool goes =
            went.sense.kind == EventKind::Visit || went.sense.kind == EventKind::Movement || went.sense.kind == EventKind::Deployment;
        if (goes && went.past) frame.date = verb_date_[own.verb] = verb_date_[static_cast<std::size_t>(&went - f_.clauses.verbs.data())];
        return;
    }
    if (frame.date < 0 && clues_.is_right_after(own)) {  // "Minutes after the siren sounded on Thursday, a missile hit a hotel"
        frame.date = verb_date_[clause(0).verb];
        return;
    }
    if (frame.date < 0 && own.kind == Clause::Kind::Coordinate && harms_too(own, frame)) return;
    const bool may = frame.date < 0 && own.kind == Clause::Kind::Coordinate && own.governor >= 0 && !v.planned &&
                     (v.sense.use & kIntends) == 0 && v.sense.strength >= 2;
    if (!may) return;
    const Clause& governor = clause(static_cast<std::size_t>(own.governor));
    if (f_.word(own.connector) == "but" && v.perfect) return;  // "was due Thursday but has been put off"
    const std::int32_t shared = verb_date_[governor.verb];
    // "On 5 May X crossed the river and Y shelled the town": a day that leads is everyone's.
    const bool leads = shared >= 0 && own.subject_begin == own.begin && governor.kind == Clause::Kind::Main &&
                       f_.has(own.connector, kConjunction) && frame.past && !frame.perfect &&
                       f_.dates[static_cast<std::size_t>(shared)].tokens.end <= f_.clauses.fronted_end;
    if (own.subject_begin < own.subject_end && !leads) return;
    const bool has_own = std::any_of(f_.dates.begin(), f_.dates.end(),
                                     [&](const DateMention& date) { return date.tokens.begin >= v.end && date.tokens.begin < own.end; });
    if (has_own) return;  // "and fell silent after the fighting of September 2022"
    if (shared < 0 || (governor.kind != Clause::Kind::Main && governor.kind != Clause::Kind::Coordinate)) return;
    const calendar::Edtf& day = f_.dates[static_cast<std::size_t>(shared)].edtf;
    const bool soon = clues_.is_within_days(v, own.end);
    // "Last month, thieves raided a bakery and shot a guard": a time that leads, of one subject
    const bool led = f_.dates[static_cast<std::size_t>(shared)].tokens.end <= f_.clauses.fronted_end && frame.past && !frame.perfect &&
                     !day.open_begin() && !day.open_end();
    if (led || ((!day.is_interval() || soon) && day.precision() >= calendar::Precision::Day)) frame.date = verb_date_[own.verb] = shared;
}

/// "The council, | meeting in Geneva on 12 November, | extended the mandate until March": the day of the aside, where the verb's own only says how long.
std::int32_t FrameReader::day_of_aside(const Clause& own, std::int32_t date) const {
    const VerbGroup& v = verb_of(own);
    if (!f_.dates[static_cast<std::size_t>(date)].edtf.open_begin() || !v.past || v.planned || v.first == first_ ||
        !f_.token(v.first - 1).is(','))
        return date;
    for (std::size_t i = 0; i < f_.dates.size(); ++i) {
        const DateMention& d = f_.dates[i];
        const bool aside = d.tokens.begin > own.subject_begin && d.tokens.end + 1 == v.first &&
                           d.edtf.precision() >= calendar::Precision::Day && !d.edtf.is_interval();
        if (aside) return static_cast<std::int32_t>(i);
    }
    return date;
}

/// "travelled to Washington, | where X received them on 19 May", "were killed | when a lorry rolled into a river on Saturday": takes the day of the clause behind
/// it; true where it does, also where the deeds there are told with it.
bool FrameReader::take_day_behind(std::uint32_t c, std::size_t next, Frame& frame) {
    const VerbGroup& v = verb_of(clause(c));
    const Clause& after = clause(next);
    const VerbGroup& told = verb_of(after);
    std::int32_t& its_date = verb_date_[after.verb];
    const std::string_view joint = f_.word(after.connector);
    // "travelled to Washington, where X received them on 19 May"
    if (frame.date < 0 && v.sense.strength >= 2 && !v.planned && !v.hypothetical && after.kind == Clause::Kind::Relative &&
        joint == "where" && its_date >= 0) {
        frame.date = its_date;
        const std::string_view who = f_.word(after.subject_begin);
        const bool theirs = after.subject_begin + 1 == after.subject_end && (who == "he" || who == "she" || who == "they");
        const bool received = told.sense.kind == EventKind::Meeting || told.sense.kind == EventKind::Visit ||
                              told.sense.kind == EventKind::Assertion || told.sense.kind == EventKind::Plain;
        const bool own_act = received ? theirs && told.sense.strength >= 3
                                      : told.sense.strength >= 2;  // "where he signed a treaty", "where the two agreed to build a line"
        if (!own_act) its_date = -1;
        return true;
    }
    // "Six people were killed when a lorry rolled into a river on Saturday": one happening
    const bool one = frame.date < 0 && (v.sense.strength >= 3 || (v.sense.strength == 2 && told.sense.strength < 2)) && v.past &&
                     after.kind == Clause::Kind::Adverbial && (joint == "when" || (joint == "after" && told.sense.strength < 2)) &&
                     its_date >= 0 && told.sense.strength < 3 && after.connector >= v.end && !f_.token(after.connector - 1).is(',');
    if (one) {
        frame.date = verb_date_[clause(c).verb] = its_date;
        its_date = -1;
        return true;
    }
    // "was wounded when a mine exploded on Monday": both on that day
    const bool when = frame.date < 0 && v.sense.strength >= 2 && v.past && after.kind == Clause::Kind::Adverbial && joint == "when" &&
                      its_date >= 0 && told.sense.strength >= 3 && after.connector >= v.end && !f_.token(after.connector - 1).is(',');
    if (when) {
        frame.date = verb_date_[clause(c).verb] = its_date;
        if (next == c + 2) frame.rest.end = frame.clause.end = after.end;
        return true;
    }
    if (next != c + 1 || !takes_day_of_its_act(c, frame)) return false;
    frame.date = its_date;
    its_date = -1;
    return true;
}

/// Hands the date over to the clause that tells what happened on it; true where nothing is left to tell.
bool FrameReader::hand_date_on(std::uint32_t c, Frame& frame) {
    const std::size_t next = clues_.has_toll(c) ? c + 2 : c + 1;  // "were killed and five injured | when a drone struck a bus"
    if (next >= f_.clauses.clauses.size()) return false;
    const VerbGroup& v = verb_of(clause(c));
    const Clause& after = clause(next);
    const VerbGroup& told = verb_of(after);
    std::int32_t& its_date = verb_date_[after.verb];
    const std::string_view joint = f_.word(after.connector);
    // "It was on 12 May that the ferry sank"
    const bool cleft = v.copula && frame.date >= 0 && its_date < 0 && f_.word(frame.subject.begin) == "it" &&
                       frame.subject.end == frame.subject.begin + 1 && joint == "that" &&
                       f_.dates[static_cast<std::size_t>(frame.date)].tokens.end == after.connector;
    if (cleft) {
        its_date = frame.date;
        return true;
    }
    if (take_day_behind(c, next, frame)) return false;
    if (its_date >= 0) return false;
    // The event is what was announced; a date of the announcing serves where there is no other.
    if (next != c + 1) return false;
    const bool governs = after.governor == static_cast<std::int32_t>(c) && after.kind == Clause::Kind::Content;
    const bool announced = governs && (v.sense.use & kAnnounces) != 0 && told.sense.strength >= 1 && !told.copula && !told.hypothetical;
    if (frame.date >= 0 && governs && claims_deed(c)) {
        its_date = frame.date;
        return true;
    }
    // "The latest case came on 22 April, when a truck hit a mine."
    bool of_itself = false;  // "The meeting took place on 30 August, when …" is told as well
    for (std::uint32_t i = frame.subject.begin; i < frame.subject.end && !is_preposition(f_.text, i); ++i)
        of_itself = of_itself || (f_.noun(i).known && f_.noun(i).strength >= 3);
    const bool light = ((v.sense.use & kLight) != 0 || v.copula) && !of_itself;
    const bool elaborated = after.kind == Clause::Kind::Adverbial && joint == "when" && frame.date >= 0 &&
                            (light || (v.sense.strength == 0 && told.sense.strength >= 2));
    // "have not run since March 2020, when the border was closed"
    const bool dated_by_it = !elaborated && after.kind == Clause::Kind::Adverbial && joint == "when" && frame.date >= 0 &&
                             told.sense.strength >= 1 && f_.dates[static_cast<std::size_t>(frame.date)].tokens.end + 1 == after.connector;
    if (!announced && !elaborated && !dated_by_it) return false;
    its_date = frame.date;
    return !dated_by_it;
}

/// "were arrested in a raid that began on Monday": the day of what it was done in.
bool FrameReader::takes_day_of_its_act(std::uint32_t c, const Frame& frame) {
    static constexpr WordSet kCourse{"begin", "start", "end", "launch", "last", "conclude", "finish"};
    static constexpr WordSet kWithin{"in", "during", "after", "amid"};
    const Clause& act = clause(c + 1);
    const VerbGroup& told = verb_of(act);
    if (frame.date >= 0 || verb_date_[act.verb] < 0 || frame.strength < 2 || act.kind != Clause::Kind::Relative ||
        !kCourse.contains(told.sense.base))
        return false;
    std::uint32_t i = act.subject_begin;
    for (std::uint32_t k = act.subject_begin; k < act.subject_end; ++k)
        if (is_preposition(f_.text, k)) i = k + 1;
    return i > first_ && i > frame.verb.begin && kWithin.contains(f_.word(i - 1)) && f_.has(i, kArticle);
}

/// The day of one of two verbs is the other's too, where that has none.
void FrameReader::share_date(const VerbGroup& from, const VerbGroup& to) {
    std::int32_t& date = verb_date_[static_cast<std::size_t>(&to - f_.clauses.verbs.data())];
    if (date < 0) date = verb_date_[static_cast<std::size_t>(&from - f_.clauses.verbs.data())];
}

}  // namespace dateline::extract
