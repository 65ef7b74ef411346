#pragma once

#include "extract/event_facts.h"

#include <optional>

namespace dateline::extract {

/// "Ten days after the signing", "a week before the vote of 5 May": how far from another happening, and which words say so.
struct CountedDays {
    TokenRange tokens;         ///< with the day that is counted from, where it is told
    int days = 0, months = 0;  ///< before it: negative
    EventKind from = EventKind::Plain;
    std::uint32_t noun = 0;  ///< "signing", "vote"
    std::int32_t date = -1;  ///< of that, into SentenceFacts::dates; -1 where the sentence does not tell it
};
/// The first such words in some tokens.
std::optional<CountedDays> counted_days(const SentenceFacts& facts, TokenRange within);
/// The first such words of a sentence that tell the day that they count from.
std::optional<CountedDays> counted_from_day(const SentenceFacts& facts);

/// "began on 8 October, a day after the raid", "reached Poti on 2 May, | twelve days after | it had left Aktau": what was so long before the
/// day that stands there, a noun or (0) the clause that follows.
std::optional<CountedDays> counted_back(const SentenceFacts& facts);

/// "over the following two days", "in the next three weeks": a stretch that begins on the day after what was told before.
std::optional<CountedDays> days_after(const SentenceFacts& facts, TokenRange within);

/// The day that lies so far from `from`; roughly where weeks, months or years are counted.
calendar::Edtf moved_by(const calendar::Date& from, const CountedDays& counted);

/// Days from the epoch to the first day that a date names; a month is its first, a year its January.
std::int64_t first_day(const calendar::Edtf& date);

}  // namespace dateline::extract
