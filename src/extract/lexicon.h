#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace dateline::extract {

/// What a word can be; a word may be several.
enum Lexicon : std::uint32_t {
    kLocative = 1u << 0,      ///< in, at, near, from, to …
    kTitle = 1u << 1,         ///< President, Gen, Mr …
    kOrgTail = 1u << 2,       ///< University, Times, Ministry …: what stands before it is part of its name
    kGeoTail = 1u << 3,       ///< River, County, Island …
    kGeoHead = 1u << 4,       ///< Fort, Mount, Lake, San …
    kSpeech = 1u << 5,        ///< said, stated, announced …
    kMonth = 1u << 6,         ///< months, weekdays, and the zones that clocks keep
    kDirection = 1u << 7,     ///< north, eastern, central …
    kAbbreviation = 1u << 8,  ///< takes a full stop that ends no sentence
    kArticle = 1u << 9,
    kConjunction = 1u << 10,
    kFunction = 1u << 11,    ///< closed-class words: no name begins or ends with one
    kStateBody = 1u << 12,   ///< Government, Army, Embassy …: a state's name before it is still that state
    kPersonNoun = 1u << 13,  ///< spokesman, daughter, residents …
    kKinOfPlace = 1u << 14,  ///< city, village, province …: "the city of X"
    kAgentVerb = 1u << 15,   ///< what people and not places do
    kFemale = 1u << 16,
    kNegation = 1u << 17,
    kModal = 1u << 18,
    kBe = 1u << 19,
    kHave = 1u << 20,
    kSuffix = 1u << 21,        ///< Jr, Sr, II
    kParticle = 1u << 22,      ///< de, von, bin …: inside names
    kCommonCapital = 1u << 23  ///< Minister, Council …: words that are capitalised without being a name of their own
};

/// Bits of a folded word; 0 for a word that no list holds.
std::uint32_t lexicon_of(std::string_view folded);
void each_lexicon_word(const std::function<void(std::string_view word, std::uint32_t bits)>& visit);

}  // namespace dateline::extract
