#pragma once

#include "extract/event_frame.h"

namespace dateline::extract {

/// "the observers of the accord signed in X", "forcing airlines to cancel flights to X": the place of another thing that is told on the way.
bool is_of_thing_told_aside(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// "was in X for the summit", "set on fire in X after an attack": what a noun tells was where the words before it are.
bool is_scene_of_noun(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// What stands somewhere and is called after it: "refinery", "bridge".
bool is_works(std::string_view noun);

/// What goes somewhere and is felt there: "Flows to X came back", "The road to X was cut".
bool is_flow(std::string_view noun);

/// "The X plant", "the X town hall": a subject that is called after where it stands.
bool names_site_in_subject(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// "Flights to X were suspended", "halted the supply of grain to X": what is done to what goes there is felt there.
bool is_served(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

/// What else the words round a place say for it, where none stands in the clause itself: "visiting X, he
/// met …", "the X attack".
double clue_for(const SentenceFacts& facts, const Frame& frame, const Mention& mention);

}  // namespace dateline::extract
