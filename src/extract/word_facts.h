#pragma once

#include "extract/event_lexicon.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::extract {

/// All that the lists of this module know of a word, found once when a text is cut into tokens.
struct WordFacts {
    std::uint32_t lexicon = 0;  ///< bits of lexicon.h
    bool preposition : 1 = false;
    bool adverb : 1 = false;              ///< one of the list; those in "ly" are told by their ending
    bool adjective : 1 = false;           ///< and no noun or verb, but in rare texts
    bool works : 1 = false;               ///< refinery, bridge, island …: what stands, lies or is held at one spot
    VerbForm verb_form = VerbForm::None;  ///< of `verb`, so that most words are passed without a look at that
    const VerbSense* verb = nullptr;      ///< never null in what facts_of gives
    const NounSense* noun = nullptr;
    const Topics* topics = nullptr;  ///< null: the word tells of no subject
};

/// Of a folded word; one and the same for all words that no list has.
const WordFacts& facts_of(std::string_view folded);
/// The same of many words: their waits for memory overlap, which would add up.
void facts_of(std::span<const std::string_view> folded, std::span<const WordFacts*> facts);

}  // namespace dateline::extract
