#pragma once

#include "extract/event_frame.h"
#include "extract/title_pointers.h"

#include <string>
#include <string_view>

namespace dateline::extract {

inline constexpr std::size_t kMostTitleCharacters = 89;

inline bool is_pronoun(std::string_view w) {
    return w == "he" || w == "she" || w == "it" || w == "they" || w == "we" || w == "this" || w == "these" || w == "who" || w == "which" ||
           w == "i";
}
inline bool is_possessive_pronoun(std::string_view w) {
    return w == "his" || w == "her" || w == "its" || w == "their" || w == "our" || w == "my";
}

/// A headline in the sentence's own words, complete by itself: who, what, where, without the date.
/// `meant` stands for what the sentence does not explain itself.
std::string title_of(const SentenceFacts& facts, const Frame& frame, const Referents& meant);

/// Code points.
std::size_t length_of(std::string_view text);

}  // namespace dateline::extract
