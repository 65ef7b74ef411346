#pragma once

#include "extract/folk_clues.h"
#include "extract/mention.h"
#include "extract/name_chunk.h"
#include "extract/name_context.h"
#include "extract/name_forms.h"
#include "extract/name_guards.h"
#include "extract/name_stance.h"
#include "extract/town_clues.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dateline::extract {

/// Finds the names of one part of a document, sentence by sentence.
class MentionFinder {
  public:
    MentionFinder(const NameLookup& lookup, DocumentNames& names)
        : text_(lookup.text()),
          gazetteer_(lookup.gazetteer()),
          names_(names),
          lookup_(lookup),
          context_(lookup, names),
          guards_(lookup),
          stance_(lookup),
          towns_(lookup, names, context_),
          folk_(lookup, context_),
          forms_(lookup) {}

    FoundNames run();

  private:
    const Token& token(std::size_t i) const { return text_.token(i); }
    void read_sentence(std::size_t s);
    std::size_t chunk_end(std::size_t begin) const;
    bool is_state(std::size_t begin, std::size_t end) const;
    bool is_day_behind_place(std::size_t begin, std::size_t at) const;
    bool is_behind_street(std::size_t at) const;
    bool ends_way(std::size_t at) const;
    bool houses_in_town(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    void read_chunk(NameChunk chunk);
    bool read_titled_town(NameChunk chunk);
    bool read_form(NameChunk chunk);
    bool read_abbreviation(std::size_t& at);
    std::size_t read_name(NameChunk chunk, std::size_t at, ChunkKind kind);
    bool finds_name(NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind);
    std::size_t with_side_before(std::size_t at, NameChunk chunk) const;
    void settle_county_council(std::size_t end);
    void settle_stance(const NameLookup::Match& match, std::size_t first, std::size_t end, bool owned_there);
    void settle_article(const NameLookup::Match& match, std::size_t at, std::size_t first, std::size_t end);
    bool is_own_city(const NameLookup::Match& match, NameChunk chunk) const;
    void read_unknown(NameChunk chunk, ChunkKind kind);
    std::size_t read_river(NameChunk chunk, std::size_t at);
    bool is_part_of_longer_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    void name_part_of_ocean(std::size_t first);
    void add_unknown(NameChunk chunk);
    bool is_called_area(NameChunk chunk) const;
    bool is_strange(NameChunk chunk) const;
    bool tells_kind_of_next(const NameLookup::Match& match, std::size_t at);
    bool is_piece_of_joined(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind) const;
    std::optional<bool> accepts_behind_prefix(const document::NameMatch& top, std::size_t at) const;
    bool accepts_in_organisation(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    bool accepts_in_person(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    bool body_follows(const NameLookup::Match& match) const;
    bool is_of_another_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    bool is_state_university(const NameLookup::Match& match, NameChunk chunk, std::size_t at) const;
    bool accepts(const NameLookup::Match& match, NameChunk chunk, std::size_t at, ChunkKind kind);
    /// A name of one word, and what has been found out about it.
    struct NameWord {
        const NameLookup::Match& match;
        NameChunk chunk;
        std::size_t at;
        const Token& token;
        document::PlaceKind top;  ///< of the likeliest place
        bool isle = false;
        bool located = false;      ///< stands where a place does: "in Gao"
        bool first = false;        ///< of its sentence, where every word has a capital
        bool lone = false;         ///< no other word is of the name
        bool known_place = false;  ///< the document has told of it as a place
        double people = 0;         ///< in the likeliest place
        document::WordUse use = document::WordUse::Unknown;
    };
    bool accepts_word(const NameLookup::Match& match, NameChunk chunk, std::size_t at);
    bool is_no_name(const NameWord& word) const;
    bool accepts_state(const NameWord& word) const;
    bool is_named_with_article(const NameWord& word) const;
    std::optional<bool> accepts_by_neighbours(const NameWord& word);
    std::optional<bool> accepts_by_document(const NameWord& word) const;
    std::optional<bool> accepts_lone(const NameWord& word) const;
    std::optional<bool> accepts_by_use(const NameWord& word) const;
    bool accepts_unknown(const NameWord& word) const;
    double most_people(const NameWord& word) const;
    bool is_start_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const;
    bool is_before_office(const NameLookup::Match& match, NameChunk chunk) const;
    bool is_spelt_plain(const NameLookup::Match& match) const;
    bool names_ruler(std::size_t end) const;
    bool is_amid_list(std::size_t at) const;
    bool is_called_as_shire(const NameLookup::Match& match) const;
    bool is_end_of_name(const NameLookup::Match& match, NameChunk chunk, std::size_t at, double people) const;
    bool may_be_town(const NameLookup::Match& match, NameChunk chunk) const;
    std::size_t extended_end(std::size_t end, NameChunk chunk) const;
    Mention mention_at(std::size_t first, std::size_t end, std::string folded, std::span<const document::NameMatch> places) const;
    void add(std::size_t first, std::size_t end, std::string folded, std::span<const document::NameMatch> places) {
        out_.push_back(mention_at(first, end, std::move(folded), places));
    }
    bool contained_by_next(const NameLookup::Match& match, std::size_t end) const;
    bool in_list_of_places(std::size_t at) const;
    bool is_part_told_after(std::size_t at) const;
    bool is_owned_there(std::size_t at) const;
    bool is_irish_county(std::size_t at, std::span<const document::NameMatch> places) const;

    const Text& text_;
    const document::Gazetteer& gazetteer_;
    DocumentNames& names_;
    const NameLookup& lookup_;
    NameContext context_;
    NameGuards guards_;
    NameStance stance_;
    TownClues towns_;
    FolkClues folk_;
    NameForms forms_;
    std::vector<Mention> out_, doubtful_;
    std::unordered_set<std::string> strange_;  ///< names that no gazetteer has, as they were found
    std::uint32_t sentence_ = 0;
    std::size_t sentence_first_ = 0, sentence_end_ = 0;
    bool shouting_ = false;
    bool has_scores_ = false;  ///< it tells of games: "58-52"
};

}  // namespace dateline::extract
