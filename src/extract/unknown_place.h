#pragma once

#include "extract/mention.h"

namespace dateline::extract {

/// Of each name that is a place but none that is known, what the text says it lies in or beside: "Sedbury, near Chepstow",
/// "the Chikun area of Kaduna state", "Germany's Black Forest". Nothing where that is larger than a point can stand for.
void place_the_unknown(const Text& text, const document::Gazetteer& gazetteer, std::vector<Mention>& mentions);

}  // namespace dateline::extract
