#include "view/timeline_units.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace dateline::view {
namespace {

using calendar::Instant;
using std::chrono::seconds;

constexpr std::array kUnitSeconds{1.0, 60.0, 3600.0, 86400.0, 604800.0, 2629746.0, 31556952.0};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

date::sys_days day_of(Instant t) { return date::floor<date::days>(t); }
date::year_month_day civil(Instant t) { return date::year_month_day{day_of(t)}; }

/// Years as the library holds them; beyond them time is held at the edge.
constexpr int kLeastYear = -32000, kMostYear = 32000;
Instant year_start(int year) { return calendar::day(std::clamp(year, kLeastYear, kMostYear), 1, 1); }

int floor_to(int value, int count) {
    const int rest = value % count;
    return value - (rest < 0 ? rest + count : rest);
}

std::int64_t floor_to(std::int64_t value, std::int64_t count) {
    const std::int64_t rest = value % count;
    return value - (rest < 0 ? rest + count : rest);
}

Instant month_start(const date::year_month_day& ymd, int months_later) {
    const auto month = date::year_month{ymd.year(), ymd.month()} + date::months{months_later};
    return Instant{date::sys_days{month / 1}};
}

/// Days of a step within a month: 1, 1 + n, …, without one that would crowd the next month's first.
unsigned floor_day(unsigned day, unsigned count) {
    const unsigned first = (day - 1) / count * count + 1;
    return count > 1 && first > 1 && first + (count + 1) / 2 > 31 ? first - count : first;
}

}  // namespace

double CalendarStep::typical_s() const { return kUnitSeconds[static_cast<std::size_t>(unit)] * count; }

Instant CalendarStep::floor(Instant t) const {
    t = std::clamp(t, year_start(kLeastYear), year_start(kMostYear));
    const date::year_month_day ymd = civil(t);
    switch (unit) {
        case CalendarUnit::Year: return year_start(floor_to(static_cast<int>(ymd.year()), count));
        case CalendarUnit::Month: return month_start(ymd, -static_cast<int>((static_cast<unsigned>(ymd.month()) - 1)) % count);
        case CalendarUnit::Week: return Instant{day_of(t) - (date::weekday{day_of(t)} - date::Monday)};
        case CalendarUnit::Day: {
            const unsigned day = static_cast<unsigned>(ymd.day());
            return Instant{day_of(t)} - calendar::kDay * (day - floor_day(day, static_cast<unsigned>(count)));
        }
        case CalendarUnit::Hour:
        case CalendarUnit::Minute:
        case CalendarUnit::Second: break;
    }
    const auto step = static_cast<std::int64_t>(typical_s());
    return Instant{seconds{floor_to(static_cast<std::int64_t>(t.time_since_epoch().count()), step)}};
}

Instant CalendarStep::next(Instant at) const {
    switch (unit) {
        case CalendarUnit::Year: return year_start(static_cast<int>(civil(at).year()) + count);
        case CalendarUnit::Month: return month_start(civil(at), count);
        case CalendarUnit::Week: return at + 7 * calendar::kDay;
        case CalendarUnit::Day: {
            const Instant after = at + calendar::kDay * count;
            const Instant month = month_start(civil(at), 1);
            return after >= month || floor(after) == at ? month : after;
        }
        case CalendarUnit::Hour:
        case CalendarUnit::Minute:
        case CalendarUnit::Second: break;
    }
    return at + seconds{static_cast<std::int64_t>(typical_s())};
}

std::span<const CalendarStep> calendar_steps() {
    using enum CalendarUnit;
    static constexpr std::array<CalendarStep, 33> kSteps{{
        {Second, 1}, {Second, 5}, {Second, 15}, {Second, 30}, {Minute, 1},  {Minute, 5},   {Minute, 15}, {Minute, 30}, {Hour, 1},
        {Hour, 3},   {Hour, 6},   {Hour, 12},   {Day, 1},     {Day, 2},     {Day, 5},      {Week, 1},    {Day, 10},    {Month, 1},
        {Month, 3},  {Month, 6},  {Year, 1},    {Year, 2},    {Year, 5},    {Year, 10},    {Year, 20},   {Year, 50},   {Year, 100},
        {Year, 200}, {Year, 500}, {Year, 1000}, {Year, 2000}, {Year, 5000}, {Year, 10000},
    }};
    return kSteps;
}

CalendarUnit unit_starting_at(Instant t) {
    const Instant day{day_of(t)};
    if (t == day) {
        const date::year_month_day ymd = civil(t);
        if (static_cast<unsigned>(ymd.day()) != 1) return CalendarUnit::Day;
        return ymd.month() == date::January ? CalendarUnit::Year : CalendarUnit::Month;
    }
    const std::int64_t s = (t - day).count();
    return s % 3600 == 0 ? CalendarUnit::Hour : s % 60 == 0 ? CalendarUnit::Minute : CalendarUnit::Second;
}

std::string boundary_name(Instant t, CalendarUnit unit, bool with_month) {
    const date::year_month_day ymd = civil(t);
    const int year = static_cast<int>(ymd.year());
    const unsigned day = static_cast<unsigned>(ymd.day());
    const auto year_name = [&] { return year > 0 ? fmt::format("{}", year) : fmt::format("{} BC", 1 - year); };
    const std::string_view month = kMonths[static_cast<unsigned>(ymd.month()) - 1];
    const CalendarUnit begins = unit_starting_at(t);
    if (unit == CalendarUnit::Year) return year_name();
    if (unit == CalendarUnit::Month) return begins == CalendarUnit::Year ? year_name() : std::string(month);
    if (begins < CalendarUnit::Day) {
        const std::int64_t s = (t - Instant{day_of(t)}).count();
        if (begins == CalendarUnit::Second) return fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
        return fmt::format("{:02}:{:02}", s / 3600, s / 60 % 60);
    }
    if (begins == CalendarUnit::Year) return fmt::format("{} {} {}", day, month, year_name());
    const bool bare = begins == CalendarUnit::Day && unit >= CalendarUnit::Day && !with_month;
    return bare ? fmt::format("{}", day) : fmt::format("{} {}", day, month);
}

}  // namespace dateline::view
