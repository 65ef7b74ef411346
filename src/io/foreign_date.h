#pragma once

#include "calendar/edtf.h"

#include <optional>
#include <string_view>

namespace dateline::io {

/// How a table writes 03/04/2023; its other rows tell.
enum class DayOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

/// What `text` says about the order: 25/04/2023 can only be day first.
DayOrder day_order(std::string_view text);

/// Whether `text` is a date either way, a different one: 03/04/2023.
bool either_order(std::string_view text);

/// A date as spreadsheets, databases and web services write it, at the precision it has: EDTF, "2023-04-25 14:30",
/// "2023/4/25", "20230425", "25.04.2023", "25 April 2023", "Apr 25, 2023", "April 2023", seconds or milliseconds since 1970.
/// A time of midnight is what such programs add to a day, and is dropped. nullopt for anything else.
std::optional<calendar::Edtf> read_foreign_date(std::string_view text, DayOrder order);

}  // namespace dateline::io
