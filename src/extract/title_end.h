#pragma once

#include "extract/event_frame.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dateline::extract {

/// A piece of the title: a token of the sentence, or words put in its place.
struct TitlePiece {
    std::uint32_t token = 0;
    std::string words;
};

/// Code points of the pieces as one line, spaced as in the text where they stand together there.
std::size_t printed_length(const SentenceFacts& facts, std::span<const TitlePiece> pieces);
/// The same as `printed_length(…) > most`, and mostly told without counting.
bool is_printed_longer(const SentenceFacts& facts, std::span<const TitlePiece> pieces, std::size_t most);
/// Whether `token` stands inside a name, so that nothing may be cut before it.
bool cuts_a_name(const SentenceFacts& facts, std::uint32_t token);
/// A headline, and the pieces that it was made of.
struct Headline {
    std::string text;
    std::vector<TitlePiece> pieces;
    bool whole = true;  ///< its end is one of a phrase
};
/// The headline that the pieces make: cut where a phrase ends, no longer than kMostTitleCharacters, without loose ends. Empty
/// where nothing is left.
Headline finished_title(const SentenceFacts& facts, const Frame& frame, std::vector<TitlePiece> pieces);

}  // namespace dateline::extract
