#pragma once

#include "document/gazetteer.h"
#include "extract/name_chunk.h"

#include <string_view>

namespace dateline::extract {

/// How a name stands in its sentence: what the words and marks beside it tell of it.
class NameStance {
  public:
    explicit NameStance(const NameLookup& lookup) : text_(lookup.text()), gazetteer_(lookup.gazetteer()) {}
    void enter(std::uint32_t sentence);

    /// "toured | Elgin", "entered | Sake": done to places.
    bool is_reached(std::size_t at) const;
    /// "*Geneva.* The council met …", "5 Nov – Geneva: …": alone over what follows in its paragraph, or between a day and what happened on it.
    bool heads_entry(std::size_t at, std::size_t end) const;
    /// "D" of "D-Paris"
    bool is_party(std::size_t at) const;
    /// "South West", which also is a province's name
    bool is_side(std::size_t first, std::size_t end) const;
    /// "Kenton|-on-Sea", "Weston|-under-Lizard", of which the gazetteer has the first word alone.
    bool lies_on_another(std::size_t end) const;
    /// "up the Columbia and", "the Paris of": only what comes after tells the river from the noun that a town describes.
    bool has_bare_article(std::size_t first, std::size_t end) const;
    /// "on | the Jordan", "across | the Don", "crossed | the Niger": what is no state and nobody's given name.
    bool is_told_as_water(std::size_t first, std::size_t end) const;
    /// A river though it has no noun: called as nothing else is, or as people are and told as water.
    bool is_told_as_river(std::size_t at) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    std::string_view word(std::size_t i) const { return text_.folded(token(i)); }

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    std::uint32_t sentence_ = 0;
    std::size_t first_ = 0, end_ = 0;
};

}  // namespace dateline::extract
