#pragma once

#include "extract/event_frame.h"

#include <vector>

namespace dateline::extract {

/// What the verb at token `head` tells of one more day, `date` (into SentenceFacts::dates), is added to `frames`, which hold
/// that of its first: "took Daraa on Friday and Suwayda on Saturday". Nothing is added where the two days are no list.
void add_listed(const SentenceFacts& facts, std::int32_t date, std::uint32_t head, std::vector<Frame>& frames);

}  // namespace dateline::extract
