#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// A place with no more than this is not where it happened.
inline constexpr double kLeastPlaceScore = 2.5;

/// How much the sentence says that what a frame tells happened at a place that it names: about 0 to 20, -9 for a place that
/// it cannot be.
double place_score(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

}  // namespace dateline::extract
