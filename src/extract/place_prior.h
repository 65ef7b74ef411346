#pragma once

#include "document/gazetteer.h"

#include <string_view>

namespace dateline::extract {

/// A state or province, not a region of our own such as "New England".
bool is_division(const document::Place& place);
bool is_town(const document::Place& place);
/// "Kent", "Essex": the counties that people say they live in, and no boroughs.
bool is_known_shire(const document::Place& place);
/// "Newcastle upon Tyne" is Newcastle.
bool is_before_its_river(std::string_view full, std::string_view name);
/// Towns of the news are spelt in many tongues, and their larger namesakes are not.
double fame_of(const document::Place& place, bool main_name);
/// How likely a bare name means the place, whatever the text.
double prior_of(const document::Place& place, const document::NameMatch& match);

}  // namespace dateline::extract
