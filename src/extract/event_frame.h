#pragma once

#include "extract/event_facts.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

enum class Modality : std::uint8_t { Happened, Planned, Denied, Hypothetical, Claimed };
/// As the record has it: "planned".
std::string_view name_of(Modality modality);

/// One happening that a sentence tells, before it is written as a record.
struct Frame {
    EventKind kind = EventKind::Plain;
    EventKind aim = EventKind::Plain;  ///< of a plan: what is planned, "to travel"
    document::Category category = document::Category::Other;
    std::uint8_t strength = 0;
    Modality modality = Modality::Happened;
    std::int32_t date = -1;         ///< into SentenceFacts::dates
    TokenRange subject;             ///< who or what; empty where it must be found before
    TokenRange verb;                ///< with auxiliaries; empty for a noun's frame
    TokenRange antecedent;          ///< what a relative pronoun stands for where that is no subject: "a dhow | which pirates had seized"
    std::uint32_t joint = 0;        ///< the preposition between: "the president, | with | whom he had spoken"; 0 for none
    std::uint32_t head = 0;         ///< the verb or noun itself
    std::uint32_t shared_head = 0;  ///< of the verb before it that has the same subject: "visited X and signed Y"; 0 for none
    TokenRange rest;                ///< what follows the verb up to the clause's end; for a noun, its whole phrase
    TokenRange left_out;            ///< of `rest` or `subject`: other places of a list, which have a frame each
    std::uint32_t one_of = 0;       ///< of `subject`: the plural that two names share, of which this is one; 0 for none
    TokenRange clause;
    std::int32_t told_in = -1;  ///< clause with which the headline tells it: "Kremlin dismissed reports that …"; -1: with its own
    TokenRange counted;         ///< "three days after the landslide of 23 October": how far from `date` it was; empty for on it
    TokenRange speaker;         ///< who asserts it; empty where the text itself does
    VerbSense sense;
    bool passive = false;
    bool part_of = false;  ///< the subject is a part of `antecedent`: "half of which"
    bool past = false;     ///< told as done: past or perfect
    bool perfect = false;  ///< "has signed": told as done, but not when
    bool ongoing = false;  ///< "is being built", "are under way"
    bool noun = false;
    bool background = false;  ///< told aside: a relative clause, a paper's date
    bool hearsay = false;     ///< "reportedly", "allegedly"
    bool begins_it = false;   ///< of a stretch from then on its day is the first: "have fled since the war broke out on 15 April"
    bool ends_it = false;     ///< of a stretch of days the last is meant: "postponed from 14 November to 5 December"
    bool lasts_to = false;    ///< its day is when what it tells will end: "was extended to 30 June"
    bool keeps_date = false;  ///< its day is part of what is told: "elections announced for December"
    bool weak = false;        ///< tells an event only beside another: "A woman was injured in Stanovoye"
    bool sequel = false;      ///< tells an event only right after one with a day: "The blast damaged two shops"
    bool of_day = false;      ///< tells an event only under a heading that is a day: "The ambassador lost an eye"
    bool item = false;        ///< of a list or programme: it tells without a verb
    bool listed = false;      ///< one of several places of one verb and one day
};

/// Every frame of a sentence, in order: those that a date is bound to, and those that tell an event by themselves.
std::vector<Frame> find_frames(const SentenceFacts& facts);
/// The same; `asks_of_day` is set where SentenceFacts::after_day, under_day or day_by_day may make a difference.
std::vector<Frame> find_frames(const SentenceFacts& facts, bool& asks_of_day);

}  // namespace dateline::extract
