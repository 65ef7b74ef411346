#include "extract/word_set.h"

#include "base/eight_bytes.h"

namespace dateline::extract {

bool is_among(std::string_view word, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view own) { return base::same_word(own, word); });
}

}  // namespace dateline::extract
