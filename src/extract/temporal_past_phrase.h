#pragma once

#include "extract/temporal_tokens.h"

#include <cstdint>

namespace dateline::extract::temporal {

/// Whether the date [first, last) is of an event that nobody plans, whatever the main verb says: "will reopen after a fire on Sunday", "could be
/// charged in a shooting at a bar Sunday", "The crash on Sunday will be investigated", "Sunday's fire will cost".
bool dates_mishap(const Tokens& tokens, std::uint32_t first, std::uint32_t last);

/// Whether token `at` is what something came after: "will miss the game after injuring a knee Sunday"; not what is on a programme, "will leave
/// after visiting Paris on Sunday".
bool is_told_after(const Tokens& tokens, std::uint32_t at);

}  // namespace dateline::extract::temporal
