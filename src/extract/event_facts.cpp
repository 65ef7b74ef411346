#include "extract/event_facts.h"

#include "extract/layout.h"

namespace dateline::extract {

std::string SentenceFacts::phrase(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return tidy(text.bytes(text.tokens[tokens.begin].begin, text.tokens[tokens.end - 1].end));
}

TextSpan SentenceFacts::span(TokenRange tokens) const {
    if (tokens.begin >= tokens.end) return {};
    return {text.tokens[tokens.begin].first, text.tokens[tokens.end - 1].last};
}

}  // namespace dateline::extract
