#pragma once

#include "document/event.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// What the words of a text mean, but for those that only hold it together: sorted numbers (meaning_of), sets that compare fast.
std::vector<std::uint32_t> telling_words(std::string_view text);

/// Words that both have.
std::size_t shared_words(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);
/// Of the smaller set, the part that the other has; 0 for an empty one.
double overlap(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b);

/// What is compared of an event, worked out once.
struct Telling {
    std::vector<std::uint32_t> title, quote, actors;
    std::vector<std::uint32_t> happening;  ///< of the title, without the names of its place and of its actors
    explicit Telling(const document::Event& event);
};

/// One sentence in two documents, word for word, with one event read from it: the same even where it has no date.
bool told_in_one_sentence(const document::Event& a, const document::Event& b);

/// The same place as far as both say: one gazetteer entry, near each other, or one a country or nowhere.
bool places_agree(const document::Event& a, const document::Event& b);

/// How surely two documents tell one event with these: 0 where they do not, up to about 2.
double told_alike(const document::Event& a, const Telling& ta, const document::Event& b, const Telling& tb);

}  // namespace dateline::extract
