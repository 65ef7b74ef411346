#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// What is talked about is no place where the talks were: "discussed the Port of Baku", "spoke about the situation in X",
/// and all that is said in a clause of its own.
bool is_topic(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// "broke the record, four years after finishing last in Beijing", "took over after a decade at Hershey": where something else was.
bool is_of_another_time(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

}  // namespace dateline::extract
