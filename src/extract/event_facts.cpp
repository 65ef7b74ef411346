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

namespace {

/// "Lagos — The governor", "Nairobi, 3 May 2011 - A man", "Salem, Jul 31: Two persons": a place in lower case, with a day or without.
std::uint32_t plain_dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    constexpr std::uint32_t longest = 12;
    const bool opens = !mentions.empty() && mentions.front().first_token == sentence.first_token && mentions.front().place >= 0 && !mentions.front().adjective && !mentions.front().possessive;
    if (!opens) return 0;
    bool dated = false;
    for (std::uint32_t i = mentions.front().end_token; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i) {
        const Token& t = text.tokens[i];
        const bool dash = t.is('-') && t.after_space;
        if (dash || (t.is(':') && dated)) {
            std::uint32_t end = i + 1;
            while (end + 1 < sentence.end_token && text.tokens[end].is('-')) ++end;
            const bool new_sentence = text.tokens[end].capitalised() || text.tokens[end].is('"');
            return new_sentence && text.tokens[end].after_space ? end : 0;
        }
        dated = dated || t.kind == TokenKind::Number;
        const bool goes_on = t.kind == TokenKind::Number || t.is(',') || t.is('.') || t.is('(') || t.is(')') || t.is('/') || (t.kind == TokenKind::Word && t.capitalised());
        if (!goes_on) return 0;
    }
    return 0;
}

}  // namespace

std::uint32_t dateline_end(const Text& text, const Sentence& sentence, std::span<const Mention> mentions) {
    constexpr std::uint32_t longest = 14;
    const Token& first = text.tokens[sentence.first_token];
    if (first.letter_case != Case::Upper || first.fold_size < 3) return plain_dateline_end(text, sentence, mentions);
    for (std::uint32_t i = sentence.first_token + 1; i + 1 < std::min(sentence.end_token, sentence.first_token + longest); ++i)
        if (text.tokens[i].is('-') && text.tokens[i].after_space) {
            while (i + 1 < sentence.end_token && text.tokens[i].is('-')) ++i;  // "--"
            return i;
        }
    return 0;
}

}  // namespace dateline::extract
