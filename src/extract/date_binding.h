#pragma once

#include "extract/counted_days.h"
#include "extract/event_facts.h"
#include "extract/listed_nouns.h"

#include <vector>

namespace dateline::extract {

/// What each date of a sentence belongs to: a verb, a noun, or nothing ("higher than in 2021").
struct DateBindings {
    struct Noun {
        std::uint32_t token = 0;   ///< "floods", "Statement"
        std::int32_t date = -1;    ///< into SentenceFacts::dates
        std::int32_t clause = -1;  ///< that it stands in; -1: none
    };
    std::vector<std::int32_t> of_verb;  ///< one a verb group: into SentenceFacts::dates, -1 for none
    std::vector<Noun> nouns;
    /// A later day of a verb that has one: "took X on Friday and Y on Saturday".
    struct Other {
        std::int32_t date = -1;
        std::uint32_t verb = 0;
    };
    std::vector<Other> others;
    std::vector<ListedNoun> listed;      ///< whose dates are of nothing else
    std::optional<CountedDays> counted;  ///< "three days after the landslide of 23 October": whose date is that of its noun
};
DateBindings bind_dates(const SentenceFacts& facts);

/// The clause that a token stands in; -1 before the first.
std::int32_t clause_of_token(const Clauses& clauses, std::uint32_t token);

}  // namespace dateline::extract
