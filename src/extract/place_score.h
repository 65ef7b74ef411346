#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// A place with no more than this is not where it happened.
inline constexpr double kLeastPlaceScore = 2.5;

/// How much the sentence says that what a frame tells happened at a place that it names: about 0 to 20, -9 for a place that
/// it cannot be.
double place_score(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// What is talked about is no place where the talks were: "discussed the Port of Baku", "spoke about the situation in X",
/// and all that is said in a clause of its own.
bool is_topic(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// "broke the record, four years after finishing last in Beijing", "took over after a decade at Hershey": where something else was.
bool is_of_another_time(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

}  // namespace dateline::extract
