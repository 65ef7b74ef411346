#pragma once

#include "extract/event_frame.h"

#include <vector>

namespace dateline::extract {

/// What the verb at token `head` tells of one more day, `date` (into SentenceFacts::dates), is added to `frames`, which hold
/// that of its first: "took Daraa on Friday and Suwayda on Saturday". Nothing is added where the two days are no list.
void add_listed(const SentenceFacts& facts, std::int32_t date, std::uint32_t head, std::vector<Frame>& frames);

/// A frame for each place of what one verb did on one day: "visited Astana, Tashkent and Bishkek", "hit a school in Kharkiv and a
/// depot in Odesa". Where days stand in the same order, "in Rome and Doha on 3 and 5 May respectively", each takes its own place.
void part_by_place(const SentenceFacts& facts, std::vector<Frame>& frames);

/// "Schools reopened, except in Gao and Kidal, on 4 May": where it did not happen, a frame each.
void add_exceptions(const SentenceFacts& facts, std::vector<Frame>& frames);

}  // namespace dateline::extract
