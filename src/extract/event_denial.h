#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// "denied that rails had been stolen", "dismissed the report as nonsense", "said that it had no hand in it": whether what a frame tells
/// is told as untrue. Not "denied him a visa", nor "rejected the offer".
bool is_denial(const SentenceFacts& facts, const Frame& frame);

/// "claimed on 3 May that the vote had been rigged": whether what a frame tells is what somebody alone answers for.
bool is_claim(const SentenceFacts& facts, const Frame& frame);

}  // namespace dateline::extract
