#pragma once

#include "calendar/instant.h"

#include <span>
#include <string>

namespace dateline::view {

enum class CalendarUnit : std::uint8_t { Second, Minute, Hour, Day, Week, Month, Year };

/// Every `count` units, counted from the start of the coarser unit: days 1, 6, 11 … of each month, years divisible by 5.
struct CalendarStep {
    CalendarUnit unit = CalendarUnit::Day;
    int count = 1;

    double typical_s() const;
    calendar::Instant floor(calendar::Instant t) const;
    /// The next boundary after the boundary `at`.
    calendar::Instant next(calendar::Instant at) const;
};

/// All steps that axes use, fine to coarse.
std::span<const CalendarStep> calendar_steps();

/// The coarsest unit that begins at `t`; Year for 1 January.
CalendarUnit unit_starting_at(calendar::Instant t);

/// "2023", "43 BC", "Apr", "25", "14:30". What a boundary is called beside its neighbours on an axis whose labels stand for
/// `unit`: the coarsest unit that begins there speaks ("1 May" among days, "2024" among months). `with_month`: "25 Apr".
std::string boundary_name(calendar::Instant t, CalendarUnit unit, bool with_month = false);

}  // namespace dateline::view
