#pragma once

#include "document/gazetteer.h"
#include "extract/mention.h"
#include "extract/name_chunk.h"

#include <span>

namespace dateline::extract {

/// What a run of capitalised words names.
enum class ChunkKind : std::uint8_t { Unknown, Place, Person, Organisation };

/// The questions that the words around a name answer.
class NameContext {
  public:
    NameContext(const NameLookup& lookup, const DocumentNames& names)
        : text_(lookup.text()), gazetteer_(lookup.gazetteer()), names_(names), lookup_(lookup) {}

    void enter(std::size_t first_token, std::size_t end_token, bool shouting);

    ChunkKind kind_of(NameChunk chunk) const;
    /// "in X", "near the northern X", "the city of X".
    bool is_locative(std::size_t at) const;
    /// "RENO, Nev. (AP) --", "DOHA (Reuters) -": a town in capitals that a report opens with, and who or what vouches for it.
    bool is_dateline(std::size_t begin, std::size_t end) const;
    /// "GENEVA (Reuters) -": a wire's, which names no state where the city needs none; "ROCHESTER (WKBX) -" is of a station near by.
    bool is_wired(std::size_t begin, std::size_t end) const;
    /// "CONCORD —": as it may be the start of a dateline that has nothing else.
    bool is_bare_dateline(std::size_t begin, std::size_t end) const;
    /// "Jane Roe of X", "Jane Roe, of X": `of` is that token.
    bool is_home(std::size_t of) const;
    /// "X said", "X, who": where only people speak.
    bool is_speaker(std::size_t end) const;
    /// "X district", "X province": the word after says it is a place.
    bool names_what_follows(std::size_t end) const;
    /// "the city of X", "Mount X".
    bool is_named_before(std::size_t at) const;
    /// "X, 25 km west of Goma", "X, south of Cali": where it lies is told after it.
    bool is_told_by_distance(std::size_t end) const;
    /// "X said", "X, who".
    bool is_agent(std::size_t end) const;
    /// "X was shot", "X married", "X crossed the Rubicon": what is done by people, and to them, and by no town; a `state` may meet another.
    bool does_as_person(std::size_t end, bool state) const;
    /// "a Troy man", "X police", "the X talks": what a town's name stands before.
    bool is_of_folk(std::size_t end) const;
    /// "X Mayor Ann Li", "X Police Chief": a town's office.
    bool is_of_town_office(std::size_t end) const;
    /// "X beat Y 42-7", "X (11-1)": teams called after their towns.
    bool is_of_score(std::size_t end) const;
    /// "A clerk, Ann Arbour, said", "Lee Park (57)": two words that are a person's name where they stand, whatever village is called so.
    bool is_person_told_aside(NameChunk chunk) const;
    /// "University of X", "Bank of X", "X Times".
    bool is_part_of_organisation(std::size_t begin, std::size_t end) const;
    bool may_be_unknown_place(NameChunk chunk, bool in_list) const;
    /// Whether one of `outer` is the state or division of one of `inner`.
    bool contains(std::span<const document::NameMatch> outer, std::span<const document::NameMatch> inner) const;

    /// A capital and no use of its own in the lexicon: "Harlan".
    bool is_plain(std::size_t at) const;

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    bool is_in_table_of_scores(std::size_t number) const;
    bool names_after_title(NameChunk chunk) const;
    /// Where the people's word that ends with `last` begins: "Sri Lankan"; last + 1 where it is none.
    std::size_t people_begin(std::size_t last) const;
    bool speaks_as_person(NameChunk chunk) const;
    bool has_office_after(NameChunk chunk) const;
    bool is_led_by(NameChunk chunk) const;
    bool is_aged(NameChunk chunk) const;
    bool is_before_state(std::size_t end) const;
    bool is_person(NameChunk chunk) const;
    bool is_organisation(NameChunk chunk) const;
    const std::string& folded(std::string_view name) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    const DocumentNames& names_;
    const NameLookup& lookup_;
    std::size_t first_ = 0, end_ = 0;
    bool shouting_ = false;
    mutable std::unordered_map<const char*, std::string> folded_;  ///< by where the gazetteer keeps the name
};

/// Divisions are written with and without their kind: "Lachin Rayon" and "Lachin". Both folded.
bool lies_in(std::string_view folded_admin1, std::string_view folded_division);

bool lies_within(const document::Place& small, const document::Place& big);

/// A county of Britain: the towns of our tables lie in "England", so what lies in it is told by its reach.
bool is_shire(const document::Place& place);

/// Gathers the last names of people and the words that occur in lower case.
void learn_names(const NameLookup& lookup, DocumentNames& names);

}  // namespace dateline::extract
