#include "calendar/edtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace dateline::calendar {

namespace {

Instant begin_of_month(int year, unsigned month) { return day(year, month, 1); }

Instant end_of_month(int year, unsigned month) {
    const date::sys_days last{date::year{year} / static_cast<int>(month) / date::last};
    return Instant{last} + kDay;
}

Span months(int year, unsigned first, unsigned count) {
    const unsigned last = first + count - 1;
    const bool wraps = last > 12;
    return {begin_of_month(year, first), end_of_month(wraps ? year + 1 : year, wraps ? last - 12 : last)};
}

/// A decade or a century: 199X is 1990 to 1999; before year 0 the digits count away from it, -049X is -0499
/// to -0490.
Span years(int year, int count) {
    const int first = year < 0 ? year - (count - 1) : year;
    return {begin_of_month(first, 1), end_of_month(first + count - 1, 12)};
}

/// EDTF 21..24: spring from March. Winter begins in December of its year.
Span season(int year, unsigned code) { return months(year, 3 * (code - 20), 3); }

/// At least `width` digits. Dates are written by the thousand, and a format string costs more than all of one.
void append_digits(unsigned value, int width, std::string& out) {
    unsigned scale = 1;
    for (int n = 1; n < width || value / scale >= 10; ++n) scale *= 10;
    for (; scale > 0; scale /= 10) out += static_cast<char>('0' + value / scale % 10);
}

std::string year_text(int year) {
    if (year > 9999 || year < -9999) return fmt::format("Y{}", year);
    std::string out(year < 0 ? "-" : "");
    append_digits(static_cast<unsigned>(std::abs(year)), 4, out);
    return out;
}

std::string masked_year(int year, int hidden_digits) {
    std::string text = year_text(year);
    for (int i = 0; i < hidden_digits; ++i) text[text.size() - 1 - static_cast<std::size_t>(i)] = 'X';
    return text;
}

std::string time_text(const Date& date) {
    const int s = date.second_of_day;
    const char* zone = date.local ? "" : "Z";
    switch (date.precision) {
        case Precision::Hour: return fmt::format("T{:02}{}", s / 3600, zone);
        case Precision::Minute: return fmt::format("T{:02}:{:02}{}", s / 3600, s / 60 % 60, zone);
        default: return fmt::format("T{:02}:{:02}:{:02}{}", s / 3600, s / 60 % 60, s % 60, zone);
    }
}

}  // namespace

Span Date::bounds() const {
    using std::chrono::seconds;
    if (precision == Precision::Century) return years(year, 100);
    if (precision == Precision::Decade) return years(year, 10);
    if (month >= 40) return months(year, month == 40 ? 1u : 7u, 6);
    if (month >= 33) return months(year, 3u * (month - 33u) + 1u, 3);
    if (month >= 21) return season(year, month);
    if (month == 0) return months(year, 1, 12);
    if (day == 0) return months(year, month, 1);
    const Instant midnight = calendar::day(year, month, day);
    if (precision == Precision::Week) return {midnight, midnight + 7 * kDay};
    if (precision < Precision::Hour) return {midnight, midnight + kDay};
    const Instant t = midnight + seconds{second_of_day};
    const int length_s = precision == Precision::Hour ? 3600 : precision == Precision::Minute ? 60 : 1;
    return {t, t + seconds{length_s}};
}

std::string Date::text() const {
    std::string out;
    if (precision == Precision::Century) {
        out = masked_year(year, 2);
    } else if (precision == Precision::Decade) {
        out = masked_year(year, 1);
    } else {
        out = year_text(year);
        if (month != 0) append_digits(month, 2, out += '-');
        if (day != 0) append_digits(day, 2, out += '-');
        if (day != 0 && precision >= Precision::Hour) out += time_text(*this);
    }
    if (approximate && uncertain) return out + '%';
    if (approximate) return out + '~';
    if (uncertain) return out + '?';
    return out;
}

}  // namespace dateline::calendar
