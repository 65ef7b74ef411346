#pragma once

#include "calendar/edtf.h"
#include "extract/temporal_expression.h"

#include <cstdint>
#include <optional>
#include <string>

namespace dateline::extract::temporal {

/// A calendar date at its grain, for arithmetic; what a narrative has told is one of these.
struct Moment {
    Unit grain = Unit::None;  ///< None: unknown
    int year = 0;             ///< astronomical; the first of a decade or century
    std::uint8_t month = 0;   ///< set from Month down, and for Week the month of its Monday
    std::uint8_t day = 0;
    std::uint8_t part = 0;     ///< season 1..4, quarter 1..4, half 1..2
    bool second_year = false;  ///< a winter that runs into the next year

    bool known() const { return grain != Unit::None; }
    bool has_day() const { return grain == Unit::Day || grain == Unit::Week || grain == Unit::Weekend; }
    bool has_month() const { return month != 0; }
    std::int32_t days() const;  ///< since 1970; of its first day, the middle of what is not known
    bool operator==(const Moment&) const = default;
};

Moment day_moment(std::int32_t days);
Moment day_moment(int year, unsigned month, unsigned day);
Moment month_moment(int year, int month);  ///< month may lie outside 1..12
Moment year_moment(int year);
Moment week_moment(std::int32_t days);  ///< the ISO week of a day
/// The first day of a date or interval that has one; nullopt where open.
std::optional<Moment> moment_of(const calendar::Edtf& date);

/// `moment` at a coarser grain; unchanged where it is coarser already.
Moment coarsened(const Moment& moment, Unit grain);
/// Moved by `count` units; keeps to that unit's grain.
Moment moved(const Moment& moment, Unit unit, int count);

inline int month_of_season(int season) { return season == 4 ? 12 : 3 * season; }  ///< spring March .. winter December
int floor_to(int value, int step);                                                ///< down to a multiple, also below zero
int last_day(int year, int month);
std::int32_t days_of(int year, int month, int day);  ///< since 1970; a day its month lacks is the last
int weekday_of(std::int32_t days);                   ///< 1 Monday .. 7 Sunday
bool day_exists(int year, int month, int day);

/// TIMEX3 value: "2023-04-23", "2023-W17", "2023-SU", "199X", "BC0480".
std::string timex_value(const Moment& moment);
/// "T09:30", "TMO". The hour as the text's clock shows it: TIMEX3 values carry no zone, which is the EDTF date's.
std::string timex_clock(const Clock& clock);
/// "P2Y", "PXD", "PT24H", "P2.5M".
std::string timex_duration(Unit unit, double count, bool vague);

/// With its part: "early May 2023" is 2023-05-01/2023-05-10, "late 1944" 1944-09/1944-12, "the end of 1944"
/// 1944-11/1944-12.
std::optional<calendar::Edtf> edtf_of(const Moment& moment, Mod mod);
std::optional<calendar::Edtf> edtf_of(const Moment& moment, const Clock& clock);

}  // namespace dateline::extract::temporal
