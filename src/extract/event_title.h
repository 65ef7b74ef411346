#pragma once

#include "extract/event_frame.h"

#include <string>

namespace dateline::extract {

inline constexpr std::size_t kMostTitleCharacters = 89;

/// A headline in the sentence's own words, complete by itself: who, what, where, without the date.
/// `owner` stands for a pronoun ("he", "its") that the sentence does not explain; may be empty.
std::string title_of(const SentenceFacts& facts, const Frame& frame, const std::string& owner, const std::string& patient = {});

/// Code points.
std::size_t length_of(std::string_view text);

}  // namespace dateline::extract
