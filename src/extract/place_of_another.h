#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// Whether a place that a frame's words name is that of whoever denies, makes or judges it, of what is threatened, or of a river that is
/// only bridged: no place of what is told.
bool is_told_of_another(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// "closed on 21 October, | in Lusaka, | the funding for a line to Chingola": told at once with the deed, before what it was done to.
bool is_right_behind_verb(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

}  // namespace dateline::extract
