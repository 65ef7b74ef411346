#pragma once

#include <string_view>

// Lines that a day stands on, or at the head of.
namespace dateline::extract {

std::string_view trim(std::string_view s);
/// Without the emphasis around it: "**Contents**" → "Contents".
std::string_view bare(std::string_view s);

/// "03 APR - ", "12–14 March 2024:", "04/11 – ", "**9 May** — ", "2024-05-03: ", "1991 – ", "Tuesday 20: ", "Wed 21–Fri 23 May: ": a line of a log or a chronicle, which begins with its date.
bool opens_entry(std::string_view s);
/// "13 November:", "WEDNESDAY 13 NOVEMBER", "Monday, 11 November 2024.", "November 3, 2024", "13.11.2024", "2014", "20–21 SEP.": a day, days or a year and no more.
bool is_day(std::string_view s);

}  // namespace dateline::extract
