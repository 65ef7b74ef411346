#include "extract/other_calendars.h"

#include <array>
#include <cmath>

namespace dateline::extract::temporal {

namespace {

constexpr std::int32_t kUnixEpoch = 719163;  ///< 1970-01-01, days from 1 January of the year 1

int floor_div(int value, int by) { return value >= 0 ? value / by : -((by - 1 - value) / by); }

/// Leap years of the Solar Hijri calendar up to and with `year`.
int persian_leaps(int year) {
    constexpr int cycle = 33, leaps = 8;
    static constexpr std::array<int, 8> in_cycle{1, 5, 9, 13, 17, 22, 26, 30};
    const int cycles = floor_div(year, cycle), rest = year - cycles * cycle;
    int out = leaps * cycles;
    for (int leap : in_cycle) out += leap <= rest;
    return out;
}

std::int32_t hebrew_elapsed_days(int year) {
    const int months = floor_div(235 * year - 234, 19);
    const int parts = 12084 + 13753 * months;
    const int days = 29 * months + floor_div(parts, 25920);
    return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

/// New moon number `k` from that of 6 January 2000.
double new_moon(double k) {
    constexpr double degree = 3.14159265358979323846 / 180;
    const double t = k / 1236.85;
    const double e = 1 - 0.002516 * t;
    const double sun = degree * (2.5534 + 29.10535670 * k);
    const double moon = degree * (201.5643 + 385.81693528 * k + 0.0107582 * t * t);
    const double latitude = degree * (160.7108 + 390.67050284 * k);
    const double julian = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.40720 * std::sin(moon) + 0.17241 * e * std::sin(sun) +
                          0.01608 * std::sin(2 * moon) + 0.01039 * std::sin(2 * latitude) + 0.00739 * e * std::sin(moon - sun) -
                          0.00514 * e * std::sin(moon + sun) + 0.00208 * e * e * std::sin(2 * sun);
    constexpr double unix_epoch = 2440587.5;
    return julian - unix_epoch;
}

}  // namespace

std::int32_t islamic_days(int year, int month, int day) {
    const int months = month - 1;
    return day + (59 * months + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 227015 - 1 - kUnixEpoch;
}

std::int32_t persian_days(int year, int month, int day) {
    constexpr int known_year = 1403;
    constexpr std::int32_t known_day = 19802;  // 20 March 2024
    const std::int32_t first = known_day + 365 * (year - known_year) + persian_leaps(year - 1) - persian_leaps(known_year - 1);
    constexpr int half = 6;  // months of 31 days
    return first + (month <= half ? 31 * (month - 1) : 186 + 30 * (month - half - 1)) + day - 1;
}

std::int32_t hebrew_new_year(int year) {
    constexpr std::int32_t epoch = -1373427;
    const std::int32_t before = hebrew_elapsed_days(year - 1), own = hebrew_elapsed_days(year), after = hebrew_elapsed_days(year + 1);
    const int put_off = after - own == 356 ? 2 : own - before == 382 ? 1 : 0;
    return epoch + own + put_off - kUnixEpoch;
}

double new_moon_after(double days) {
    constexpr double known = 10962.6, month = 29.530588861;
    double k = std::floor((days - known) / month) - 1;
    while (new_moon(k) < days) ++k;
    return new_moon(k);
}

}  // namespace dateline::extract::temporal
