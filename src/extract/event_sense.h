#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// "talks took place", "held a summit", "paid a visit": the noun says what sort of event it was.
void take_noun_sense(const SentenceFacts& facts, Frame& frame);
/// "took Kerch", "launched 53 drones", "stocks fell", "granted bail": so do the verb's subject and object.
void take_object_sense(const SentenceFacts& facts, const VerbGroup& verb, Frame& frame);

}  // namespace dateline::extract
