#pragma once

#include "extract/temporal_tokens.h"

namespace dateline::extract::temporal {

/// Whether the s at `at` is that of a genitive: "Thursday's".
bool is_genitive(const Tokens& t, std::uint32_t at);

/// Whether the date that ends before `last` describes a fixture: "a Friday midnight strike deadline", "Thursday's election".
bool attributes_fixture(const Tokens& t, std::uint32_t last);

/// Whether the date at [first, last) is of a fixture to come: "faces trial Thursday", "ahead of Thursday's election".
bool dates_fixture(const Tokens& t, std::uint32_t first, std::uint32_t last);

/// Whether that fixture is what something comes before, told of on either side of its day: "before the election on Nov. 8", "by the Nov. 8 vote", "as the May vote
/// draws near".
bool dates_what_follows(const Tokens& t, std::uint32_t first, std::uint32_t last);

}  // namespace dateline::extract::temporal
