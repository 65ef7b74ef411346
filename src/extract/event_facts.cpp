#include "extract/event_facts.h"

#include "extract/layout.h"

#include <algorithm>

namespace dateline::extract {

std::string SentenceFacts::phrase(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return tidy(text.bytes(text.tokens[tokens.begin].begin, text.tokens[tokens.end - 1].end));
}

TextSpan SentenceFacts::span(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return {text.tokens[tokens.begin].first, text.tokens[tokens.end - 1].last};
}

std::uint32_t dateline_end(const Text& text, const Sentence& sentence) {
    constexpr std::uint32_t longest = 14;
    const Token& first = text.tokens[sentence.first_token];
    if (first.letter_case != Case::Upper || first.fold_size < 3) return 0;
    for (std::uint32_t i = sentence.first_token + 1; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i)
        if (text.tokens[i].is('-') && text.tokens[i].after_space) {
            while (i + 1 < sentence.end_token && text.tokens[i].is('-')) ++i;  // "--"
            return i;
        }
    return 0;
}

}  // namespace dateline::extract
