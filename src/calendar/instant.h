#pragma once

#include <date/date.h>

#include <chrono>
#include <string>

namespace dateline::calendar {

/// Seconds of proleptic Gregorian UTC; years -32767 to 32767.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/// Earlier and later than every date: the bounds of an interval that is open.
inline constexpr Instant kDistantPast{std::chrono::seconds{-1'000'000'000'000}};
inline constexpr Instant kDistantFuture{std::chrono::seconds{1'000'000'000'000}};

/// Half-open: begin <= t < end.
struct Span {
    Instant begin = kDistantPast;
    Instant end = kDistantFuture;

    bool contains(Instant t) const { return begin <= t && t < end; }
    bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    bool open_begin() const { return begin <= kDistantPast; }
    bool open_end() const { return end >= kDistantFuture; }
    bool operator==(const Span&) const = default;
};

inline Instant day(int year, unsigned month, unsigned day_of_month) {
    return Instant{date::sys_days{date::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)}};
}
inline constexpr double seconds_between(Instant a, Instant b) { return static_cast<double>((b - a).count()); }
inline constexpr std::chrono::seconds kDay{86400};

/// "2023-04-25" for a midnight, else "2023-04-25T14:30:00Z"; years outside 0..9999 as EDTF's "Y12345"/"-0043".
std::string iso(Instant t);

}  // namespace dateline::calendar
