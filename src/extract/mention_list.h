#pragma once

#include "extract/mention.h"

#include <vector>

namespace dateline::extract {

/// Adds mentions where they stand in the text; `more` is in that order.
void put_in_order(std::vector<Mention>& mentions, std::vector<Mention>& more);

/// In a text of American places that names none of India's, "Indian" is of America's first peoples, but for a state's bodies.
void drop_first_peoples(const Text& text, const document::Gazetteer& gazetteer, std::vector<Mention>& mentions);

/// "in Georgia, Alabama and Florida", "hit Austria and Slovenia": what is said of a list's first is said of all. And what a place lies
/// in is there too: "in Bulboaca, Moldova,".
void share_roles(const Text& text, const document::Gazetteer& gazetteer, std::vector<Mention>& mentions);

}  // namespace dateline::extract
