#pragma once

#include "document/event.h"
#include "extract/event_facts.h"
#include "extract/event_frame.h"

#include <string_view>

namespace dateline::extract {

/// What an event is about: its own words first, then its sentence's, then those of the heading over it.
document::Category category_of(const SentenceFacts& facts, const Frame& frame, std::string_view section);

}  // namespace dateline::extract
