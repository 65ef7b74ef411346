#pragma once

#include "document/gazetteer.h"
#include "extract/seen_words.h"
#include "extract/token.h"
#include "extract/word_table.h"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::extract {

class NameLookup;

/// A name of a place in the text, before and after it is known which place.
struct Mention {
    std::uint32_t first_token = 0, end_token = 0;
    std::uint32_t sentence = 0;
    TextSpan span;
    std::string folded;                               ///< the name as it was looked up
    std::string_view spelt;                           ///< as the text has it, where that is a word not in English letters: "Şuşa"
    std::span<const document::NameMatch> candidates;  ///< empty for a name that the gazetteer lacks
    bool adjective = false;                           ///< a demonym: "Turkish"
    bool locative = false;                            ///< stands where a place stands: "in X", "X, Country"
    bool possessive = false;
    bool dateline = false;         ///< "AUCKLAND (AP) -"
    bool wired = false;            ///< one without a state, from an agency
    std::string_view feature;      ///< "district", "river" … beside or in the name; views the text
    bool feature_in_name = false;  ///< "X River" where only X was looked up
    bool joins_next = false;       ///< "X and" another name
    bool bare_article = false;     ///< "the Columbia" and no noun after: no town is called so
    std::int32_t parent = -1;      ///< mention that says what contains it: "Paris, Texas"
    std::int32_t container = -1;   ///< as parent, but none of the candidates lies there
    document::PlacePrecision precision = document::PlacePrecision::None;
    float radius_km = 0;  ///< 0: the place's own
    std::int64_t place = -1;
    std::int64_t within = -1;  ///< of one that is not resolved: what it lies in or beside
    double confidence = 0;
    PlaceRole role = PlaceRole::Mention;
};

/// How a word with a capital is used in a text.
struct NameUse {
    bool in = false;         ///< "in Dayton"
    bool sure = false;       ///< "DAYTON, Ohio (AP) --", "Dayton, Ohio"
    bool ends_name = false;  ///< "Mary Dayton"
    bool of_person = false;  ///< a state's name that ends a person's: "Thomas Jordan"
};

/// What earlier parts of a document taught, so that a long one can be read in parts.
struct DocumentNames {
    SeenWords people;                                      ///< folded last names of people with a full name or title
    SeenWords firms;                                       ///< folded first words of firms that are told in full: "Norfolk Carbide Corp."
    WordTable<NameUse> uses;                               ///< of folded words that have a capital
    SeenWords lower_words;                                 ///< folded words seen in lower case (unknown names only)
    std::unordered_map<std::string, std::int64_t> senses;  ///< folded name → place, as resolved before
    std::unordered_map<std::string, double> countries;     ///< weight of each country so far
};

/// What a text names: surely, and single words that may be towns if the towns around them say so.
struct FoundNames {
    std::vector<Mention> mentions, doubtful;
};

FoundNames find_mentions(const NameLookup& lookup, DocumentNames& names);

/// Fills place, precision, role and confidence; takes in those of the doubtful that lie among the other towns.
std::vector<Mention> resolve_mentions(const Text& text, const document::Gazetteer& gazetteer, DocumentNames& names, FoundNames found);

}  // namespace dateline::extract
