#pragma once

#include "extract/event_frame.h"

#include <optional>

namespace dateline::extract {

/// What an item of a list tells without a verb: "Talks in Doha.", "Wednesday: NATO summit, Vilnius", "10:30 Working lunch".
/// Nothing for a name, a link, a line of contents. The day may be one that stands over the list: `under_day`.
/// "30 May: end of | the river closure": a line that opens with its day is told whole, where its noun stands behind others and no place is among them.
void widen_to_item(const SentenceFacts& facts, Frame& frame);
std::optional<Frame> item_frame(const SentenceFacts& facts, bool under_day);

/// Whether a token stands within "( … )".
bool is_in_brackets(const SentenceFacts& facts, std::uint32_t token);

/// "Agenda for 21 November 2024:", "Programme of 5 May": a day's, and what it holds is planned.
bool heads_programme(const SentenceFacts& facts);

}  // namespace dateline::extract
