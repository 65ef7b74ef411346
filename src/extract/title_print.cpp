#include "extract/title_print.h"

#include "extract/event_title.h"
#include "extract/layout.h"

#include <string_view>

// A headline's pieces as one line, and how long that is.
namespace dateline::extract {
namespace {

/// Runs of spaces are one; a space at the end of what is taken is left out. Hands each run of letters to `take_word`, each space between
/// two of them as " ", and calls `end_piece` after each piece, until that says that it has enough.
template <class Take, class End>
void print_pieces(const SentenceFacts& facts, std::span<const TitlePiece> pieces, const Take& take, const End& has_enough) {
    bool spaced = true;  // at the beginning, or after a space
    const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    const auto add_space = [&] {
        if (!spaced) take(std::string_view(" "));
        spaced = true;
    };
    const auto add_word = [&](std::string_view word) {  // without spaces
        take(word);
        spaced = false;
    };
    const auto add = [&](std::string_view part) {
        for (std::size_t at = 0; at < part.size();) {
            if (is_space(part[at++])) {
                add_space();
                continue;
            }
            const std::size_t begin = at - 1;
            while (at < part.size() && !is_space(part[at])) ++at;
            add_word(part.substr(begin, at - begin));
        }
    };
    const std::string_view text = facts.text.layout->text;
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        const TitlePiece& p = pieces[k];
        const bool from_text = p.words.empty();
        const Token& t = facts.token(p.token);
        if (k > 0) {
            const bool follows = from_text && pieces[k - 1].words.empty() && pieces[k - 1].token + 1 == p.token;
            const std::size_t end = follows ? facts.token(pieces[k - 1].token).end : 0;
            if (!follows) {
                const bool mark = from_text && (t.is(',') || t.is('.'));
                if (!mark) add_space();
            } else if (t.begin == end + 1 && text[end] == ' ') {
                add_space();
            } else if (t.begin > end) {
                add(text.substr(end, t.begin - end));
            }
        }
        if (!from_text) add(p.words);
        else if (t.kind == TokenKind::Word || t.end == t.begin + 1) add_word(text.substr(t.begin, t.end - t.begin));
        else add(text.substr(t.begin, t.end - t.begin));
        if (has_enough()) return;
    }
}

}  // namespace

Print print(const SentenceFacts& facts, std::span<const TitlePiece> pieces) {
    Print out;
    out.text.reserve(2 * kMostTitleCharacters);
    out.extents.reserve(pieces.size() + 1);
    std::size_t characters = 0;
    const auto take = [&](std::string_view word) {
        out.text.append(word);
        characters += length_of(word);
    };
    print_pieces(facts, pieces, take, [&] {
        const std::size_t loose = !out.text.empty() && out.text.back() == ' ' ? 1 : 0;
        out.extents.push_back({out.text.size() - loose, characters - loose});
        return characters - loose > kMostTitleCharacters;
    });
    return out;
}

std::size_t printed_length(const SentenceFacts& facts, std::span<const TitlePiece> pieces) {
    std::size_t characters = 0;
    bool loose = false;
    const auto take = [&](std::string_view word) {
        characters += length_of(word);
        loose = word == " ";
    };
    print_pieces(facts, pieces, take, [] { return false; });
    return characters - (loose ? 1 : 0);
}

bool is_printed_longer(const SentenceFacts& facts, std::span<const TitlePiece> pieces, std::size_t most) {
    std::size_t bytes = 0;  // at least as many as characters
    for (std::size_t k = 0; k < pieces.size(); ++k) {
        const TitlePiece& p = pieces[k];
        const Token& t = facts.token(p.token);
        const bool follows = k > 0 && pieces[k - 1].words.empty() && p.words.empty() && pieces[k - 1].token + 1 == p.token;
        const bool long_before = bytes > most + 1;
        bytes += (p.words.empty() ? t.end - t.begin : p.words.size()) + (follows ? t.begin - facts.token(pieces[k - 1].token).end : 1);
        if (!long_before && bytes > most + 1 && printed_length(facts, pieces.first(k + 1)) > most) return true;  // whatever comes after
    }
    if (bytes <= most) return false;
    std::size_t characters = 0;
    bool loose = false;
    const auto take = [&](std::string_view word) {
        characters += length_of(word);
        loose = word == " ";
    };
    print_pieces(facts, pieces, take, [&] { return characters > most + 1; });
    return characters - (loose ? 1 : 0) > most;
}

}  // namespace dateline::extract
