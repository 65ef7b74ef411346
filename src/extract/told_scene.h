#pragma once

#include "extract/event_place.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::extract {

/// Where the deeds of a paragraph were, for a sentence that goes on about them on a day of its own and names no place.
///
///     "A tanker ran aground off X on 3 May."  ─ tell() ─▶  X; tanker  ─ goes_on() ─▶  "The tanker was pulled free | on 5 May."
class ToldScene {
  public:
    explicit ToldScene(const document::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    /// Of an event that the sentence tells, where it was: empty where nobody says.
    void tell(const SentenceFacts& facts, const Frame& frame, const PlaceChoice& place, const std::optional<calendar::Edtf>& date);
    /// After the sentence's events.
    void end_sentence(const SentenceFacts& facts);
    /// The place of a deed that goes on about what was told there; null where it may be anywhere.
    const PlaceChoice* goes_on(const SentenceFacts& facts, const Frame& frame, const std::optional<calendar::Edtf>& date) const;
    /// Where the deed was that was told in this paragraph after a town was named `sentences_ago`: what "there" means; null for none.
    const PlaceChoice* told_after(const SentenceFacts& facts, std::uint32_t sentences_ago) const {
        return place_ && block_ == facts.sentence.block && sentences_ago_ <= sentences_ago ? &place_ : nullptr;
    }
    void forget() { place_ = {}; }

  private:
    void learn(const SentenceFacts& facts, TokenRange words);
    bool is_within(const std::optional<calendar::Edtf>& date, std::int64_t days) const;
    bool is_at_works() const;
    bool goes_on_about_thing(const SentenceFacts& facts, const Frame& frame, TokenRange subject,
                             const std::optional<calendar::Edtf>& date) const;
    bool is_at_part(const SentenceFacts& facts, const Frame& frame) const;
    bool goes_on_bare(const SentenceFacts& facts, const Frame& frame) const;
    bool is_told_thing(std::string_view noun) const;

    const document::Gazetteer& gazetteer_;
    PlaceChoice place_;
    std::optional<calendar::Edtf> date_;  ///< of the last deed there
    std::string country_;                 ///< in which it lies
    std::vector<std::string> things_;     ///< "tanker": what the deeds there were done with or to
    std::uint32_t block_ = 0xffffffff, sentences_ago_ = 0;
    EventKind kind_ = EventKind::Plain;  ///< of the last deed there
    bool harm_ = false;                  ///< the last deed there hurt or broke
    bool bodily_ = false;                ///< the last deed there was one of hands
    bool framed_ = false;                ///< the paragraph opens with it: "In X, …"
    bool told_now_ = false;              ///< by the sentence that is being read
};

}  // namespace dateline::extract
