#pragma once

#include "extract/event_facts.h"

#include <cstdint>

namespace dateline::extract {

/// "Built in 1914 near Kars, | the bridge was destroyed in 1944": what was done to the subject on a day of its own, told before it.
struct ParticipleOpening {
    std::uint32_t verb = 0;  ///< token of the participle
    std::uint32_t end = 0;   ///< of the comma that closes it; 0 for no such opening
    std::int32_t date = -1;  ///< into SentenceFacts::dates
    bool happened = false;   ///< a deed, and not how things were: "Based in Paris since 2001"
    bool settled = false;    ///< what was built somewhere is still there: the place is the main clause's as well
};
ParticipleOpening participle_opening(const SentenceFacts& facts);

}  // namespace dateline::extract
