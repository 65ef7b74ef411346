#pragma once

#include "view/theme.h"

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace dateline::view {

/// Reads shared.json's object; what is missing or no number is added to `faults` by its path.
Measures read_measures(const nlohmann::json& shared, std::vector<std::string>& faults);

}  // namespace dateline::view
