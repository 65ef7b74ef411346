#pragma once

#include "calendar/edtf.h"
#include "extract/event_facts.h"

#include <optional>

// What a bulletin says of itself is no event.
namespace dateline::extract {

/// "Sahel strikes | 3 June 2024", "*Observatory, weekly chronology, 16–22 September 2024*" at the head of a text that came out then.
bool is_masthead_line(const SentenceFacts& facts, const std::optional<calendar::Edtf>& published);

/// "The next issue will appear on 31 May", "Corrections to last week's issue", "Digest compiled from the press of 12 June".
bool speaks_of_itself(const SentenceFacts& facts);

/// "Ministry of Foreign Affairs", on a line over or under a text: in whose name it says "we". Empty where no line tells.
std::string voice_of_release(const Text& text);

}  // namespace dateline::extract
