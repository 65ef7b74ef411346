#pragma once

#include <string>
#include <string_view>

namespace dateline::document {

/// fold_name without the trimming, for callers that fold word by word into one buffer: letters are case folded and
/// lose their diacritics, apostrophes and full stops vanish, every other punctuation becomes one space.
void append_folded(std::string_view text, std::string& out);

/// Decodes what begins with a byte beyond ASCII, or lies beyond the end.
char32_t next_wide_code_point(std::string_view text, std::size_t& at);
/// Decodes the code point at `at` and moves past it; an ill-formed byte gives U+FFFD and moves by one.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    if (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) return static_cast<unsigned char>(text[at++]);
    return next_wide_code_point(text, at);
}
void append_utf8(char32_t code_point, std::string& out);

}  // namespace dateline::document
