#pragma once

#include "extract/event_place.h"

#include <string>
#include <vector>

namespace dateline::extract {

/// Where the works and the happenings were that a text has told of: what "the refinery" and "that attack" of a later sentence go back to.
///
///     "A drone struck | the refinery at X. …"  ─ remember() ─▶  refinery: X  ─ taken_up() ─▶  "… a blaze | at the refinery | on Tuesday."
class NounPlaces {
  public:
    NounPlaces(const document::Gazetteer& gazetteer, const PlaceChooser& places) : gazetteer_(gazetteer), places_(places) {}

    /// Of an event that the sentence tells, where it was: empty where nobody says.
    void tell(const SentenceFacts& facts, const Frame& frame, const PlaceChoice& place);
    /// After the sentence's events.
    void remember(const SentenceFacts& facts);
    /// "at the refinery", of the paragraph or the one before; null where it is another one, or nobody can tell. `own_block` for no other.
    const PlaceChoice* taken_up(const SentenceFacts& facts, const Frame& frame, bool own_block);
    void forget() { told_.clear(); }

  private:
    struct Told {
        std::string noun, described;  ///< "depot", "oil "; no noun for harm that was done
        PlaceChoice place;
        std::uint32_t block = 0, sentence = 0;
        bool rival = false;  ///< another one was told of before it
    };
    struct Definite {
        TokenRange words;  ///< "the oil depot"
        std::uint32_t noun = 0;
        bool of_harm = false;
    };
    const Told* find(const SentenceFacts& facts, const Definite& definite) const;
    void learn(const SentenceFacts& facts, TokenRange words);
    static Definite definite_at(const SentenceFacts& facts, std::uint32_t article);
    static bool is_scene(const SentenceFacts& facts, const Frame& frame, const Definite& definite);
    void set(const SentenceFacts& facts, std::uint32_t noun, PlaceChoice place);
    void set(const SentenceFacts& facts, std::string_view noun, std::string described, PlaceChoice place);
    void erase(std::string_view noun);

    const document::Gazetteer& gazetteer_;
    const PlaceChooser& places_;
    std::vector<Told> told_;      ///< the last one last
    std::uint32_t sentence_ = 0;  ///< that is being read, counted
};

}  // namespace dateline::extract
