#pragma once

#include "extract/temporal_tokens.h"

#include <cstdint>

namespace dateline::extract::temporal {

/// The tense that the word at `at` shows, given the words before it; None for what is no verb or a noun here.
Tense tense_at(const Tokens& tokens, std::uint32_t at);

}  // namespace dateline::extract::temporal
