#include "extract/date_binder.h"
#include "extract/frame_clues.h"
#include "extract/lexicon.h"
#include "extract/word_set.h"

#include <algorithm>

// Which verb of its clause a date is of.
namespace dateline::extract {

namespace {

constexpr WordSet kHeld{"held", "convened", "hosted", "organised", "organized", "chaired", "co-chaired", "attended"};

}  // namespace

/// "foiled", "prevented": what its infinitive or gerund tells was not done.
bool Binder::keeps_from_being(const VerbGroup& v) const {
    static constexpr WordSet kForms{"foiled",  "foil",    "foils",      "thwarted", "thwart", "prevented", "prevent", "prevents",
                                    "stopped", "averted", "frustrated", "blocked",  "kept",   "barred",    "deterred"};
    return kForms.contains(f_.word(v.head)) && !v.negated && !v.passive;
}

/// "An attack launched by rebels on 3 May | killed four guards": what harm it did, it did on its day.
bool Binder::does_harm(const Clause& own) const {
    const auto harm = [](EventKind kind) {
        return kind == EventKind::Attack || kind == EventKind::Incident || kind == EventKind::Disaster || kind == EventKind::Combat;
    };
    std::uint32_t noun = own.subject_begin;
    while (noun < own.subject_end && !(f_.noun(noun).known && f_.token(noun).letter_case == Case::Lower)) {
        if (is_preposition(f_.text, noun)) return false;
        ++noun;
    }
    return noun < own.subject_end && harm(f_.noun(noun).kind) && harm(verb_of(own).sense.kind);
}

/// Of a date before the verb of its clause: "mines produced in 2021 have been found" has it within the subject, "At a meeting | held in Minsk on 14
/// November, | the sides agreed" before it.
std::int32_t Binder::verb_before(const DateMention& date, const Clause& own) const {
    const VerbGroup& finite = verb_of(own);
    for (std::uint32_t v = own.verb; v-- > 0;) {
        const VerbGroup& beside = verb(v);
        bool inside = beside.mode != VerbGroup::Mode::Finite && beside.first >= own.subject_begin && beside.first < date.tokens.begin;
        // "A landslide triggered by rain on Friday buried 12 houses": a single day of what tells nothing by itself is of what it did
        const bool did =
            finite.sense.strength >= 2 && !finite.passive && !finite.perfect && !finite.planned && finite.first == date.tokens.end;
        if (inside && did && (!beside.sense.known || does_harm(own)) && date.edtf.precision() >= calendar::Precision::Day &&
            !date.edtf.is_interval())
            inside = false;
        if (inside && date.tokens.begin > own.subject_begin) return static_cast<std::int32_t>(v);
        // "At the council, | postponed twice last year, | the delegation said"
        const bool set_off = beside.first > first_ && f_.token(beside.first - 1).is(',') && f_.token(date.tokens.end).is(',');
        const bool held = beside.mode == VerbGroup::Mode::Participle && beside.end <= date.tokens.begin &&
                          date.tokens.end <= f_.clauses.fronted_end && (set_off || kHeld.contains(f_.word(beside.head)));
        if (held) return static_cast<std::int32_t>(v);
        // "Having met the premier on 5 May, | the envoy flew on the next day": of what was done first
        const bool before = beside.mode == VerbGroup::Mode::Gerund &&
                            (beside.perfect || f_.word(beside.first - 1) == "after" || f_.word(beside.first - 1) == "before");
        const bool own_day = before && beside.first >= own.begin && beside.end <= date.tokens.begin &&
                             date.tokens.end < own.subject_begin &&
                             std::none_of(f_.text.tokens.begin() + beside.end, f_.text.tokens.begin() + date.tokens.begin,
                                          [](const Token& t) { return t.is(','); });
        if (own_day && (beside.perfect || beside.sense.strength >= 2)) return static_cast<std::int32_t>(v);
    }
    return static_cast<std::int32_t>(own.verb);
}

/// The verb that a date in a clause tells the time of: the last before it, or the clause's own where it leads.
std::int32_t Binder::verb_for(const DateMention& date, std::int32_t c) const {
    const Clause& own = clause(static_cast<std::size_t>(c));
    const std::uint32_t finite = own.verb;
    if (f_.clauses.aside.contains(date.tokens.begin)) return static_cast<std::int32_t>(finite);  // ", police said Monday"
    if (date.tokens.begin < verb(finite).first) return verb_before(date, own);
    std::uint32_t best = finite;
    for (std::uint32_t v = finite + 1; v < f_.clauses.verbs.size() && verb(v).first < date.tokens.begin; ++v)
        if (verb(v).first < own.end) best = v;
    // "has signed a deal to run trains, beginning in 2026": of what is begun
    const std::string_view opens = f_.word(date.tokens.begin);
    const bool begins = (opens == "beginning" || opens == "starting" || opens == "commencing") && f_.token(date.tokens.begin - 1).is(',');
    for (std::uint32_t v = best; begins && v > finite; --v)
        if (verb(v).mode == VerbGroup::Mode::Infinitive) return static_cast<std::int32_t>(v);
    if (best == finite) return static_cast<std::int32_t>(finite);
    const bool new_day =
        f_.word(date.tokens.begin - 1) == "to" || f_.word(date.tokens.begin) == "until" || f_.word(date.tokens.begin - 1) == "until";
    if (new_day && FrameClues(f_).moves(verb(finite)))
        return static_cast<std::int32_t>(finite);  // "postponed the elections, scheduled for 1 December, to February"
    // "said in a letter published on 10 November that": when it was said
    static constexpr WordSet kIssued{"dated", "issued", "published", "released", "posted", "circulated", "broadcast", "aired"};
    const bool of_paper = verb(best).mode == VerbGroup::Mode::Participle && kIssued.contains(f_.word(verb(best).head)) &&
                          (verb(finite).sense.use & kSays) != 0 && !verb(finite).passive && f_.word(verb(finite).end) == "in" &&
                          best == finite + 1 && date.tokens.begin <= verb(best).end + 1;
    if (of_paper && out_.of_verb[finite] < 0) return static_cast<std::int32_t>(finite);
    if (keeps_from_being(verb(finite))) return static_cast<std::int32_t>(finite);  // "foiled an attempt to bomb the embassy on Monday"
    return is_of_main_verb(date, finite, best) ? static_cast<std::int32_t>(finite) : static_cast<std::int32_t>(best);
}

/// "sentenced the man, | arrested in March, | to six years on Friday": whether a date behind both is of the clause's verb, and not of the nearer one without a subject.
bool Binder::is_of_main_verb(const DateMention& date, std::uint32_t finite, std::uint32_t best) const {
    const VerbGroup& near = verb(best);
    const VerbGroup& main = verb(finite);
    if (near.mode == VerbGroup::Mode::Gerund && near.first == main.end && best == finite + 1 && (main.sense.use & kSays) == 0)
        return true;  // "started building"
    if (near.mode == VerbGroup::Mode::Participle && near.first == main.end && best == finite + 1 && near.sense.strength < 2 &&
        (main.sense.use & kLight) != 0)
        return true;  // "made known"
    if (near.mode == VerbGroup::Mode::Gerund && near.sense.base == "include")
        return true;  // "killed four, | including two guards, | on Friday"
    // "sentenced the man, arrested in March, to six years | on Friday": what an aside closes is not its own
    const bool aside = near.mode == VerbGroup::Mode::Participle && f_.token(near.first - 1).is(',');
    if (aside && std::any_of(f_.text.tokens.begin() + near.end, f_.text.tokens.begin() + date.tokens.begin,
                             [](const Token& t) { return t.is(','); }))
        return true;
    // "signed a deal in Baku to build a plant on 5 May": a single day belongs to what was done, not to its aim.
    const bool aim =
        near.mode == VerbGroup::Mode::Infinitive && (main.sense.use & kIntends) == 0 && !main.copula && main.sense.strength >= 2;
    // "agreed to open an embassy in 2030", "agreed on Tuesday to hold elections in March": what is still to come, or has a day before it
    const std::int32_t own_day = out_.of_verb[finite];
    const bool of_aim = date.edtf.open_begin() || date.ahead ||
                        (own_day >= 0 && f_.dates[static_cast<std::size_t>(own_day)].tokens.end <= near.first &&
                         f_.dates[static_cast<std::size_t>(own_day)].tokens.begin >= main.end);
    if (aim && near.perfect && main.passive) return false;  // "is reported to have been arrested on 12 November"
    if (aim && !of_aim && !main.planned) return true;
    // ", citing the misuse of the road on 5 May" is its own; "arrived, leading a delegation, on 5 May" is the verb's.
    // "seized a boat | carrying cocaine | off Dakar on 5 May": what the object does meanwhile is no other deed
    const Token& leads = f_.token(near.first - 1);
    static constexpr WordSet kLasts{"lasting", "running", "spanning", "stretching"};
    const bool lasts =
        kLasts.contains(f_.word(near.head)) && near.mode == VerbGroup::Mode::Gerund && date.edtf.is_interval() && near.first > main.end &&
        f_.token(near.first - 1).letter_case == Case::Lower;  // "burned 78 houses in a raid | lasting | from the 18th to the 21st"
    if (lasts && main.past && !main.copula) return true;
    const bool of_object = near.mode == VerbGroup::Mode::Gerund && near.first > main.end && leads.kind == TokenKind::Word &&
                           leads.letter_case == Case::Lower && !is_preposition(f_.text, near.first - 1) &&
                           !f_.has(near.first - 1, kFunction | kConjunction) && !is_adverb(f_.text, near.first - 1) &&
                           main.sense.strength >= 2 && main.past && !main.copula && (main.sense.use & kSays) == 0;
    if (of_object && date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval()) return true;
    // "inaugurated a ward | built by Cuba in Gonaives | on 15 May": whose work the object is
    static constexpr WordSet kOfMaker{"built",   "designed",  "funded",       "financed",  "owned",     "run",     "operated",
                                      "led",     "commanded", "organised",    "organized", "sponsored", "backed",  "supported",
                                      "donated", "produced",  "manufactured", "supplied",  "written",   "drafted", "carved",
                                      "painted", "equipped",  "rebuilt",      "managed"};
    const bool of_maker = near.mode == VerbGroup::Mode::Participle && near.first > main.end && kOfMaker.contains(f_.word(near.head)) &&
                          f_.word(near.end) == "by" && main.sense.strength >= 2 && main.past && !main.copula &&
                          (main.sense.use & kSays) == 0;
    if (of_maker && date.edtf.precision() >= calendar::Precision::Day && !date.edtf.is_interval() && out_.of_verb[finite] < 0) return true;
    std::uint32_t lead = date.tokens.begin;
    if (lead > first_ && is_preposition(f_.text, lead - 1)) --lead;  // ", citing its misuse, | on 5 May"
    const bool set_off = lead > first_ && f_.token(lead - 1).kind == TokenKind::Mark;
    if (near.mode == VerbGroup::Mode::Gerund && set_off && !near.perfect) return true;
    return false;
}

}  // namespace dateline::extract
