#pragma once

#include "extract/name_context.h"

#include <span>

namespace dateline::extract {

/// What the words round a name say of it: that it is a town, a state of that name, or a school, a saint or a firm called after one.
class TownClues {
  public:
    TownClues(const NameLookup& lookup, const DocumentNames& names, const NameContext& context)
        : text_(lookup.text()), gazetteer_(lookup.gazetteer()), names_(names), lookup_(lookup), context_(context) {}
    void enter(std::size_t first_token, std::size_t end_token, bool shouting) {
        sentence_first_ = first_token, sentence_end_ = end_token, shouting_ = shouting;
    }

    /// "Hamilton, Dayton and Cincinnati are in Ohio", "Savannah, Jackson, Miss., and": towns called as people are, in a list with one
    /// that no people are called as.
    bool leads_list_of_towns(const NameLookup::Match& match) const;
    /// "CONCORD —", "ROME –": capitals and a dash alone make a dateline of a town that people know.
    bool opens_with_town(const NameLookup::Match& match, std::size_t at) const;
    /// "Dayton's mayor quit", "the storm hit Dayton", where the text tells of a fire in Dayton and of nobody who is called so.
    bool is_told_town(const NameLookup::Match& match) const;
    /// "Goma was shelled", "Sumy came under fire", "captured Kos": what is done to towns was done to it.
    bool is_told_by_deed(const NameLookup::Match& match, std::size_t at) const;
    /// "X is about 60 km", "X is home to": what is told of places alone.
    bool is_described(std::size_t end) const;
    /// "Boise State", "at Michigan State": American universities called after a town or a state; "in Washington State" is the state.
    bool is_state_school(NameChunk chunk) const;
    /// "St. Mary's Hospital", "St. John's Church": called after the saint, where towns are too.
    bool is_of_saint(NameChunk chunk) const;
    /// "Norfolk Southern rose", "Illinois Power fell": railways and utilities; "Texas A&M".
    bool is_of_line(const NameLookup::Match& match, NameChunk chunk) const;
    /// "analysts at Mizuho", "at Barron's in August", "Alia, the Jordanian airline": called as a town is.
    bool is_firm(const NameLookup::Match& match, std::size_t at) const;
    /// "Massachusetts General Hospital", "Texas Air Corp.": what the bodies of a state are called by, and firms too.
    bool is_word_of_firms(std::size_t at) const;
    /// "The Ontario town": a town of Ontario, though there is a town of Ontario.
    bool lies_in_division(std::span<const document::NameMatch> places) const;
    /// "New York Gov. Ann Li", "the Georgia Bureau of Investigation", "upstate New York", "western Washington": the state, and no town
    /// or country that is called so too.
    bool tells_of_state(std::size_t first, std::size_t end, std::span<const document::NameMatch> places) const;
    /// "the president of Georgia": no state of America.
    bool tells_of_country(std::size_t first, std::span<const document::NameMatch> places) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    std::string_view word(std::size_t i) const {
        return i >= sentence_first_ && i < sentence_end_ ? text_.folded(token(i)) : std::string_view{};
    }
    bool is_done_to(std::size_t end, bool called_as_people) const;
    bool is_taken(std::size_t at) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    const DocumentNames& names_;
    const NameLookup& lookup_;
    const NameContext& context_;
    std::size_t sentence_first_ = 0, sentence_end_ = 0;
    bool shouting_ = false;
};

}  // namespace dateline::extract
