#pragma once

#include "document/origin.h"
#include "extract/event_frame.h"
#include "extract/event_place.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::extract {

/// Where those came from who visited, met or signed, and where what was supplied came from. A place after "from" is
/// explicit. A visitor's or a signatory's state, where the text names it and it is not where the event took place, is
/// inferred, and shown from its capital. Nothing else is: a name whose state the document does not tell has no origin.
class OriginFinder {
  public:
    explicit OriginFinder(const document::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

    std::vector<document::Origin> of(const SentenceFacts& facts, const Frame& frame, const document::Event& event);
    /// Learns whose minister or president a person is.
    void remember(const SentenceFacts& facts);

  private:
    void add_named(const SentenceFacts& facts, const Frame& frame, const document::Event& event, std::vector<document::Origin>& out) const;
    void add_states(const SentenceFacts& facts, const Frame& frame, std::string_view there, std::vector<document::Origin>& out);
    std::int64_t state_of(const SentenceFacts& facts, const ActorMention& actor) const;

    const document::Gazetteer& gazetteer_;
    std::unordered_map<std::string, std::int64_t> states_;  ///< of people, by folded last name
};

}  // namespace dateline::extract
