#pragma once

#include "extract/temporal_tokens.h"

#include <cstdint>

// What the words around the date at [first, last) alone say of it, whatever the verb of its sentence.
namespace dateline::extract::temporal {

/// "a Dec. 15 deadline", "an Aug. 24 trial date": the nearest such day.
bool names_deadline(const Tokens& t, std::uint32_t first, std::uint32_t last);

/// "Sunday's game will be played", "its May same-store sales will rise", whoever said so.
bool noun_to_come(const Tokens& t, std::uint32_t first, std::uint32_t last);

/// "will decide whether Tuesday's vote was legal": of what was, whatever is said of it.
bool noun_over(const Tokens& t, std::uint32_t last);

/// "the department reports Friday on jobs": no reports that said so, and nothing that it has reported.
bool reports_on(const Tokens& t, std::uint32_t first, std::uint32_t last);

/// "has $150 million, down from $240 million at the end of December": what is compared with is over.
bool is_compared_with(const Tokens& t, std::uint32_t first);

/// "On Tuesday she swims again": what somebody does on a day is still to come; news tells what was in the past.
bool is_done_then(const Tokens& t, std::uint32_t first, std::uint32_t last);

/// "Tuesday is the deadline", "Tuesday marks the anniversary": a weekday of which something is so.
bool is_day_spoken_of(const Tokens& t, std::uint32_t first, std::uint32_t last);

}  // namespace dateline::extract::temporal
