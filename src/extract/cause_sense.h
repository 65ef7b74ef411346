#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// The happening that the noun at `i` is: "a strike by teachers" is a protest, where other strikes are attacks.
const NounSense& happening_at(const SentenceFacts& facts, std::uint32_t i);

/// "cholera", "the virus": what is nobody, though it has a name.
bool names_illness(const SentenceFacts& facts, TokenRange phrase);

/// Whether what rises, falls or is reached is told there: "oil prices", "the output of the mine".
bool names_measure(const SentenceFacts& facts, TokenRange phrase);

/// Of verbs of harm, what sort of event it was by what did it: "the storm | claimed 12 lives", "killed | when a bus fell
/// into a ravine", "the rouble | hit 100 to the dollar". False where the verb speaks for itself.
bool take_cause_sense(const SentenceFacts& facts, const VerbGroup& verb, Frame& frame);

}  // namespace dateline::extract
