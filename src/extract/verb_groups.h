#pragma once

#include "extract/clause.h"

#include <string_view>

namespace dateline::extract {

/// Every verb group of a sentence, in order; what could be a past or a participle is decided from what stands around it.
std::vector<VerbGroup> find_verb_groups(const Text& text, const Sentence& sentence);

/// "the claim that rebels advanced": a noun that has a whole sentence after "that".
bool tells_with_that(std::string_view noun);

/// Words and marks at which a clause may end.
bool is_clause_boundary(const Text& text, std::uint32_t token);

}  // namespace dateline::extract
