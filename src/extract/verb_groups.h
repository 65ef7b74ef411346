#pragma once

#include "extract/clause.h"

#include <string_view>

namespace dateline::extract {

/// Every verb group of a sentence, in order; what could be a past or a participle is decided from what stands around it.
std::vector<VerbGroup> find_verb_groups(const Text& text, const Sentence& sentence);

/// "the claim that rebels advanced": a noun that has a whole sentence after "that".
bool tells_with_that(std::string_view noun);
/// "worth | €520 million": the mark that a sum of money begins with.
inline bool opens_amount(const Token& t) { return t.is(U'$') || t.is(U'€') || t.is(U'£') || t.is(U'¥') || t.is(U'₹'); }

/// "around | 150,000 people", "over 2,800 families": how many, and no phrase; not "over 12 days", "around 3 May".
bool estimates(const Text& text, std::uint32_t i);

/// "Reports | on 3 November | that he had resigned": the word before `that`, past a day.
std::uint32_t word_before_that(const Text& text, std::uint32_t first, std::uint32_t that);

/// "The WHO put the toll at 114": a body, and no pronoun.
inline bool names_body_who(const Text& text, std::uint32_t i) {
    return text.token(i).letter_case == Case::Upper && i > 0 && text.folded(text.token(i - 1)) == "the";
}

/// Words and marks at which a clause may end.
bool is_clause_boundary(const Text& text, std::uint32_t token);

}  // namespace dateline::extract
