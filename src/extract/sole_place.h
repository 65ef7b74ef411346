#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// The one town, district or site that a clause names, where it is what the verb is done to or where something goes, though no list
/// knows the verb: "Goma was taken", "repatriated to Oruro", "flows to Ceyhan were shut off"; a land for what befalls lands:
/// "Haiti was struck by an earthquake". Null where there is none, or two that are not one list.
const Mention* sole_place(const SentenceFacts& facts, const Frame& frame, const document::Gazetteer& gazetteer);

}  // namespace dateline::extract
