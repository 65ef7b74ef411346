#pragma once

#include "extract/name_context.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::extract {

/// What a run of words names by its form alone, whatever its words are elsewhere.
struct FormedName {
    std::size_t first = 0, end = 0;
    std::string folded;
    std::span<const document::NameMatch> places;  ///< empty for one that nobody knows
    std::string_view feature;                     ///< "state", "district"; empty for none
    bool feature_in_name = false;
    bool of_way = false;  ///< an end of a road or railway
};

/// Reads such names: "Unity State", "Bama LGA", "el Obeid", "the Colombo–Kandy road".
class NameForms {
  public:
    explicit NameForms(const NameLookup& lookup) : text_(lookup.text()), gazetteer_(lookup.gazetteer()), lookup_(lookup) {}
    void enter(std::size_t first_token, std::size_t end_token, bool shouting) {
        sentence_first_ = first_token, sentence_end_ = end_token, shouting_ = shouting;
    }

    /// None, one, or the two ends of a way. No name begins before `free_from`, where the one before it ends.
    std::vector<FormedName> read(NameChunk chunk, std::size_t free_from) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    std::string_view word(std::size_t i) const { return text_.folded(token(i)); }
    bool read_local_area(NameChunk chunk, std::vector<FormedName>& out) const;
    bool read_division(NameChunk chunk, std::vector<FormedName>& out) const;
    bool read_with_article(NameChunk chunk, std::size_t free_from, std::vector<FormedName>& out) const;
    bool read_ends_of_way(NameChunk chunk, std::vector<FormedName>& out) const;
    bool is_way_between(std::span<const document::NameMatch> from, std::span<const document::NameMatch> to) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    const NameLookup& lookup_;
    std::size_t sentence_first_ = 0, sentence_end_ = 0;
    bool shouting_ = false;
};

}  // namespace dateline::extract
