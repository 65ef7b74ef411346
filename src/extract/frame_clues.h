#pragma once

#include "extract/event_facts.h"

namespace dateline::extract {

/// What the words of a clause say of the deed beside who did it: that it was put off, denied or only hoped for, who is accused of it
/// or asked for it.
class FrameClues {
  public:
    explicit FrameClues(const SentenceFacts& facts) : f_(facts), first_(facts.sentence.first_token), end_(facts.sentence.end_token) {}

    /// "The visit on 3 November did not take place", "the meeting of 2 May was cancelled": whether the clause says of its subject
    /// that it did not happen.
    bool is_undone(const Clause& own, std::uint32_t subject) const;
    /// "The meeting of 2 May was moved to Geneva", "… postponed to 9 May"
    bool is_moved(const Clause& own, std::uint32_t subject) const;
    /// "postponed the vote", "moved the talks": whose new day may follow.
    bool moves(const VerbGroup& v) const;
    /// "postponed | to 20 May", not "postponed on 3 May"
    bool is_new_day(const VerbGroup& v, const DateMention& date) const;
    /// "postponed | from 14 November to 5 December", not "postponed to early January"
    bool ends_range(const DateMention& date) const;
    /// "adjourned the case of Li, who came home in 2023, | until next month": the comma after a relative clause, where the new day of what
    /// it hangs on follows; 0 for none.
    std::uint32_t end_before_new_day(const Clause& relative) const;
    /// "hopes to host talks in December", "urged it to hold elections in February"
    bool is_yet_to_be_held(const Clause& own, std::uint32_t noun) const;
    /// "refused to visit", "failed to agree"
    bool leaves_undone(const VerbGroup& v) const;
    /// "Blinken | , due to travel to Washington on Thursday, met"
    std::uint32_t end_before_due(TokenRange subject) const;
    /// "was reportedly killed"
    bool is_hearsay(const VerbGroup& v) const;
    /// "Reportedly, rebels seized Goma", "According to unconfirmed reports, …": nobody who is named answers for the whole sentence.
    bool is_hearsay_throughout(std::uint32_t verb) const;
    /// "The stores have not been looted, | contrary to what was said on Saturday": what is not so, and no deed of its own.
    bool is_contrary(const Clause& own) const;
    /// "was signed in December | if one believes a leaflet", "if the radio is to be believed"
    bool is_to_be_believed(std::uint32_t clause) const;
    /// "are said | to have seized Goma", "is alleged by Oslo | to have collapsed": the deed that nobody has seen; null for none.
    const VerbGroup* said_to_have(const VerbGroup& v) const;
    /// "It is claimed that", "It was alleged that"
    bool is_alleged(const Clause& own) const;
    /// "neither confirmed nor denied that a delegation visited", "could not confirm that", "refused to say that", "has not denied that"
    bool is_unconfirmed(const Clause& own) const;
    /// "whether it had attacked Homs": asked and not told.
    bool is_asked(const Clause& own) const;
    /// "Rumours | that the governor had fled | spread", "claims that": what nobody answers for.
    bool is_rumoured(const Clause& own) const;
    /// "There is no indication that | the storm damaged the port", "found no evidence that", "It is not true that": nothing speaks for it.
    bool lacks_sign(const Clause& own) const;
    /// "reports of | an attack": a noun that nobody answers for.
    bool is_rumoured(std::uint32_t noun) const;
    /// "were false", "proved untrue", "were later retracted"
    bool is_verdict(const VerbGroup& v) const;
    /// "Rumours that the governor had fled | proved untrue", "were later retracted"
    bool is_refuted(std::uint32_t clause) const;
    /// "cancelled a trip", "called off talks"
    bool calls_off(const VerbGroup& v) const;
    /// "a visit due | on 20 November", "talks planned | for May": a day of what is named before it, and of no deed.
    bool is_due_day(const DateMention& date) const;
    /// "was extended | to 30 June", "is to run | through 2029": until then.
    bool lasts_to(const VerbGroup& v, const DateMention& date) const;
    /// "did not reopen | until 3 May", "Not | until 3 May | did it reopen": on that day.
    bool waits_until(const VerbGroup& v, const DateMention& date) const;
    /// "The talks, | which were due to start on Monday, | will begin on Thursday": what was meant for what the sentence is about.
    bool is_old_plan(std::uint32_t clause) const;
    /// "had been due to dock", "was to leave | but turned back"
    bool came_to_nothing(std::uint32_t clause) const;
    /// "was to dock at Aden on Monday | but did not arrive"
    bool is_belied(std::uint32_t clause) const;
    /// "Minutes after the siren sounded, | a missile hit a hotel", "When the war ended, | he returned": at about the time of the clause before it.
    bool is_right_after(const Clause& own) const;
    /// "announced elections | for December", "set a hearing | for Tuesday": the date of what is arranged; -1 for none.
    std::int32_t day_arranged(const VerbGroup& v, std::uint32_t end) const;
    /// The thing that is done or arranged right after a verb: "elections | in Angola"; empty where its noun is no event.
    TokenRange deed_after(const VerbGroup& v, std::uint32_t end, std::uint32_t& noun) const;
    /// "but did so only a fortnight later": what the verb before it says.
    bool does_so(const VerbGroup& v) const;
    /// "was to have spoken on 12 April, but | the visit was called off": why it did not happen, and no other deed.
    bool tells_of_call_off(std::uint32_t clause) const;
    /// "lost the town again | within days": not long after what was told before.
    bool is_within_days(const VerbGroup& v, std::uint32_t end) const;
    /// "it will be | a year since the states left": how long ago something else was.
    bool counts_from(std::uint32_t token) const;
    /// "If no money arrives by December, | rations will be halved": what is told of nothing.
    bool is_condition(const Clause& own) const;
    /// "is being built"
    bool is_being_done(const VerbGroup& v) const;
    /// "declined to comment", "the army denied it": of what, only other sentences know.
    bool tells_nothing(const VerbGroup& v) const;
    /// "did not come on 15 October | as had been announced": how it was said to be, and no other deed.
    bool only_compares(const Clause& own) const;
    /// "accused Baku on Monday of shelling a village": who did it, as the accuser says; empty where nobody is accused.
    TokenRange accused_by(const VerbGroup& accuser, const VerbGroup& deed) const;
    /// "is accused | of handing out stalls"
    bool is_charged_with(const VerbGroup& accuser, const VerbGroup& deed) const;
    /// "executed | a man convicted of | killing a cleric": whom the deed is laid to; empty for nobody.
    TokenRange convicted_of(const VerbGroup& deed) const;
    /// "due", "scheduled": what is to come.
    bool is_due(std::uint32_t token) const;
    /// "called on Armenia to withdraw": of whom it is asked.
    TokenRange asked_by(const VerbGroup& asker, const VerbGroup& deed) const;
    /// "was shot | and killed": one deed, told with both verbs.
    bool is_first_of_pair(std::uint32_t clause) const;
    /// "were killed | and two wounded near Gori": the toll of one deed.
    bool has_toll(std::uint32_t clause) const;
    /// Where the part begins that a question mark ends: "Iran fired missiles on Tuesday: | has Israel answered?"; the sentence's end for none.
    std::uint32_t asked_from() const;

  private:
    bool is_hurt(const VerbGroup& verb) const;
    const VerbGroup& verb_of(const Clause& c) const { return f_.clauses.verbs[c.verb]; }
    TokenRange object_before(const VerbGroup& governor, std::uint32_t end) const;

    const SentenceFacts& f_;
    std::uint32_t first_, end_;
};

}  // namespace dateline::extract
