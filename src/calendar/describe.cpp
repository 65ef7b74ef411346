#include "calendar/edtf.h"

#include <fmt/format.h>

#include <array>

namespace dateline::calendar {

namespace {

constexpr std::array<std::string_view, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                                   "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string year_name(int year) { return year > 0 ? fmt::format("{}", year) : fmt::format("{} BC", 1 - year); }

std::string ordinal(int n) {
    const int tens = n % 100;
    const int ones = n % 10;
    const bool teen = tens >= 11 && tens <= 13;
    return fmt::format("{}{}", n, teen ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

/// A century or decade that the digits name; before the common era counted from its last year.
std::string block_name(const Date& date) {
    const bool century = date.precision == Precision::Century;
    if (date.year >= 0) return century ? ordinal(date.year / 100 + 1) + " century" : fmt::format("{}s", date.year);
    if (century) return ordinal(-date.year / 100 + 1) + " century BC";
    return fmt::format("{}–{} BC", 10 - date.year, 1 - date.year);
}

std::string month_name(unsigned month, const Style& style) {
    const std::string_view name = kMonths[month - 1];
    return std::string(style.short_months ? name.substr(0, 3) : name);
}

std::string part_name(unsigned code) {
    constexpr std::array<std::string_view, 4> seasons{"spring", "summer", "autumn", "winter"};
    if (code >= 40) return code == 40 ? "first half of" : "second half of";
    if (code >= 33) return fmt::format("Q{}", code - 32);
    return std::string(seasons[code - 21]);
}

std::string weekday_name(const Date& date, const Style& style) {
    const auto weekday = date::weekday{date::sys_days{date::year{date.year} / static_cast<int>(date.month) / static_cast<int>(date.day)}};
    const std::string_view name = kWeekdays[weekday.c_encoding()];
    return std::string(style.short_months ? name.substr(0, 3) : name);
}

std::string time_name(const Date& date) {
    const int s = date.second_of_day;
    const char* zone = date.local ? "" : " UTC";
    if (date.precision == Precision::Second) return fmt::format(", {:02}:{:02}:{:02}{}", s / 3600, s / 60 % 60, s % 60, zone);
    return fmt::format(", {:02}:{:02}{}", s / 3600, s / 60 % 60, zone);
}

/// Without qualifiers. `with_month` false leaves "9" of "9–12 May".
std::string plain(const Date& date, const Style& style, bool with_month = true) {
    if (date.precision <= Precision::Decade) return block_name(date);
    if (date.month == 0) return year_name(date.year);
    const std::string year = style.with_year ? ' ' + year_name(date.year) : std::string();
    if (date.month > 12) return part_name(date.month) + ' ' + year_name(date.year);
    if (date.day == 0) return month_name(date.month, style) + year;
    std::string out;
    if (style.with_weekday) out = weekday_name(date, style) + ' ';
    out += fmt::format("{}", date.day);
    if (with_month) out += ' ' + month_name(date.month, style) + year;
    if (date.precision >= Precision::Hour) out += time_name(date);
    return out;
}

std::string qualified(const Date& date, const Style& style) {
    std::string out = plain(date, style);
    if (date.approximate) out = "around " + out;
    if (date.uncertain) out += '?';
    return out;
}

bool is_plain(const Date& date) {
    return date.month <= 12 && date.precision >= Precision::Year && date.precision < Precision::Hour && !date.approximate &&
           !date.uncertain;
}

std::string range(const Date& first, const Date& last, const Style& style) {
    if (!is_plain(first) || !is_plain(last)) return qualified(first, style) + " – " + qualified(last, style);
    const bool years_only = first.month == 0 && last.month == 0;
    if (years_only && (first.year > 0) == (last.year > 0)) {
        if (first.year > 0) return fmt::format("{}–{}", first.year, last.year);
        return fmt::format("{}–{} BC", 1 - first.year, 1 - last.year);
    }
    const bool same_year = first.year == last.year && first.month != 0 && last.month != 0;
    const bool same_month = same_year && first.month == last.month && first.day != 0 && last.day != 0;
    if (same_month) return plain(first, style, false) + (style.with_weekday ? " – " : "–") + plain(last, style);
    Style head = style;
    if (same_year) head.with_year = false;
    return plain(first, head) + " – " + plain(last, style);
}

}  // namespace

std::string describe(const Edtf& date, Style style) {
    const auto& first = date.first();
    const auto& last = date.last();
    if (!date.is_interval()) return first ? qualified(*first, style) : std::string();
    if (first && last) return range(*first, *last, style);
    if (first) return "since " + qualified(*first, style);
    return last ? "by " + qualified(*last, style) : std::string("at an unknown time");
}

std::string describe(Instant day, Style style) {
    const date::year_month_day civil{date::floor<date::days>(day)};
    return describe(Edtf::day(static_cast<int>(civil.year()), static_cast<unsigned>(civil.month()), static_cast<unsigned>(civil.day())),
                    style);
}

}  // namespace dateline::calendar
