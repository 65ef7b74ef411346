#pragma once

#include "extract/name_context.h"

#include <string_view>

namespace dateline::extract {

/// Whether a name is, among else, what a people or its things are called: "Thai", "German".
bool names_people(const NameLookup::Match& match);

/// What the words round a name say of it: that it means a people or its language, and no village that is called so.
class FolkClues {
  public:
    FolkClues(const NameLookup& lookup, const NameContext& context)
        : text_(lookup.text()), gazetteer_(lookup.gazetteer()), lookup_(lookup), context_(context) {}
    void enter(std::size_t first_token, std::size_t end_token) { sentence_first_ = first_token, sentence_end_ = end_token; }

    /// Of "Franco" in "Franco-German", "french"; empty where no people's name is joined on.
    std::string_view combined(std::size_t at) const;
    /// "Georgian-Armenian", "Sino-Russian": two peoples, and no name of two words.
    bool is_paired(std::size_t first) const;
    /// "an Azeri soldier", "two Danes", "a Pole": of a people, where a village or a family is called so too.
    bool reads_as_demonym(const NameLookup::Match& match, std::size_t at) const;
    /// "in English", "speaks Welsh", "the Turkish language": what is spoken, not who.
    bool is_language(std::size_t at, std::size_t end) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    /// "along the Thai-Cambodian border": either of two peoples.
    bool is_half_of_pair(std::size_t at) const;
    /// "in Thai waters", "the German state of Hesse": what a people's word stands before; not "in Kazakh district", "in Kazakh began".
    bool describes_noun(std::size_t end) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    const NameLookup& lookup_;
    const NameContext& context_;
    std::size_t sentence_first_ = 0, sentence_end_ = 0;
};

}  // namespace dateline::extract
