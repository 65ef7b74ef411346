#pragma once

#include "extract/event_frame.h"

#include <vector>

namespace dateline::extract {

/// Who is named in some tokens of a frame and is on no list: "Putin and Erdogan", "Hezbollah", "the prime minister". In order;
/// what `facts.actors` has already, and what is a place, is left out.
std::vector<TokenRange> unlisted_actors(const SentenceFacts& facts, TokenRange within, const document::Gazetteer& gazetteer);

/// The tokens of a frame in which such a one may stand: its subject, and whom it met.
std::vector<TokenRange> actor_slots(const SentenceFacts& facts, const Frame& frame);

}  // namespace dateline::extract
