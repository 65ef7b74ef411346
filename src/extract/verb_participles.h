#pragma once

#include "extract/clause.h"

#include <vector>

namespace dateline::extract {

/// Which of the forms that may be a past or a participle ("the bridge opened in 2014 collapsed") are participles, from what stands round them.
void decide_participles(const Text& text, TokenRange sentence, std::vector<VerbGroup>& groups);

/// An object right after it, in a sentence that ends at `end`: a participle that stands for a clause has none.
bool takes_object(const Text& text, std::uint32_t end, const VerbGroup& group);

/// Whether a word or mark at which a clause may end stands in [from, to); what is in brackets parts nothing.
bool has_clause_boundary(const Text& text, std::uint32_t from, std::uint32_t to);

}  // namespace dateline::extract
