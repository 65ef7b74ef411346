#pragma once

#include <string_view>

namespace dateline::document {

/// Whether brackets nest deeper than anything of ours does. JSON of others is asked first: printing and copying it goes down
/// a stack frame a bracket.
bool nests_too_deep(std::string_view json);

}  // namespace dateline::document
