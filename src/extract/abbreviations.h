#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline::extract {

/// What stands for a state or country in writing, and the name that the gazetteer has for it.
struct Abbreviation {
    std::string_view folded;   ///< "n mex", "nsw"
    std::string_view name;     ///< folded full name
    std::string_view country;  ///< ISO 3166-1 alpha-2 that it lies in or is
    bool alone;                ///< understood by itself; else only after a place and a comma
};

/// The longest abbreviation that begins `folded_words`, and how many words it takes; null for none.
const Abbreviation* abbreviation_at(std::span<const std::string_view> folded_words, std::size_t& words_taken);
/// Two capital letters after a place and a comma: "Austin, TX".
const Abbreviation* postal_code(std::string_view folded);
/// The same of Australia: "Perth, WA".
const Abbreviation* australian_code(std::string_view folded);

}  // namespace dateline::extract
