#pragma once

#include <cstdint>

/// Calendars beside the Gregorian one. Days are counted from 1 January 1970; months and days from one.
namespace dateline::extract::temporal {

/// The tabular Islamic calendar (civil epoch, 16 July 622 Julian): within a day or two of what is seen in the sky.
std::int32_t islamic_days(int year, int month, int day);

/// The Solar Hijri calendar by its cycle of 33 years, right from 1178 to 1633.
std::int32_t persian_days(int year, int month, int day);

/// 1 Tishri of a year of the Hebrew calendar (Dershowitz and Reingold, Calendrical Calculations, ch. 8).
std::int32_t hebrew_new_year(int year);

/// The first new moon not before a day, in days and parts of one, UTC to a few minutes (Meeus, Astronomical Algorithms, ch. 49).
double new_moon_after(double days);

}  // namespace dateline::extract::temporal
