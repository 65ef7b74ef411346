#pragma once

#include "extract/event_facts.h"

#include <vector>

namespace dateline::extract {

/// One of several happenings that a noun is told of, each with its day and place: "coups in Mali (August 2020) and | Niger (July 2023)".
struct ListedNoun {
    std::uint32_t noun = 0;
    std::int32_t date = -1;  ///< into SentenceFacts::dates
    TokenRange phrase;       ///< from the noun's first word to the place's last
    TokenRange left_out;     ///< of `phrase`: what is told of the others
    std::uint32_t end = 0;   ///< where the next begins
};

/// In the sentence's order; empty where no noun has two such days.
std::vector<ListedNoun> listed_nouns(const SentenceFacts& facts);

}  // namespace dateline::extract
