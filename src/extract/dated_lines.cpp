#include "extract/dated_lines.h"

#include "extract/ascii.h"

#include <algorithm>
#include <array>

namespace dateline::extract {
namespace {

/// Bytes of a month's name at the start, whole or cut to three or four letters; 0 for none.
std::size_t month_at(std::string_view s) {
    static constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                              "july",    "august",   "september", "october", "november", "december"};
    std::size_t letters = 0;
    while (letters < s.size() && (is_lower(s[letters]) || is_upper(s[letters]))) ++letters;
    if (letters < 3) return 0;
    for (const std::string_view month : kMonths) {
        const bool cut = letters <= 4 && letters < month.size();
        if (!cut && letters != month.size()) continue;
        bool same = true;
        for (std::size_t i = 0; i < letters && same; ++i) same = (s[i] | 0x20) == month[i];
        if (same) return letters;
    }
    return 0;
}

std::size_t digits_at(std::string_view s, std::size_t most) {
    std::size_t n = 0;
    while (n < s.size() && is_digit(s[n])) ++n;
    return n <= most ? n : 0;
}

/// "05:45 – ", "06:20 GMT: ", "22.10: ", "4pm: ": an entry of a log that begins with its hour.
bool opens_with_hour(std::string_view s) {
    std::size_t at = digits_at(s, 2);
    if (at == 0) return false;
    const bool half = at < s.size() && (s[at] == 'a' || s[at] == 'p') && at + 1 < s.size() && s[at + 1] == 'm';
    if (half) at += 2;
    else if (at + 2 < s.size() && (s[at] == ':' || s[at] == '.') && digits_at(s.substr(at + 1), 2) == 2) at += 3;
    else return false;
    std::string_view rest = s.substr(at);
    constexpr std::size_t zone = 4;  // " GMT"
    if (rest.size() > zone && rest[0] == ' ' && is_upper(rest[1]) && is_upper(rest[2]) && is_upper(rest[3]) && !is_upper(rest[zone]))
        rest.remove_prefix(zone);
    return rest.starts_with(": ") || rest.starts_with(" – ") || rest.starts_with(" — ") || rest.starts_with(" - ");
}

/// "May: ", "April–May – ", "Sept. - ": an entry of a chronicle that tells no day.
bool opens_with_month(std::string_view s) {
    std::size_t month = month_at(s);
    if (month == 0 || !is_upper(s.front())) return false;
    s.remove_prefix(month);
    if (s.starts_with(". ")) s.remove_prefix(1);
    const std::size_t dash = s.starts_with("–") ? 3 : s.starts_with('-') || s.starts_with('/') ? 1 : 0;
    if (dash != 0 && (month = month_at(s.substr(dash))) != 0) s.remove_prefix(dash + month);
    return s.starts_with(": ") || s.starts_with(" – ") || s.starts_with(" — ") || s.starts_with(" - ");
}

/// Bytes of "04/11", "04/11/2024", "04.11.2024" at the start; 0 for none.
std::size_t day_in_figures_at(std::string_view s) {
    const std::size_t day = digits_at(s, 2);
    if (day == 0 || day >= s.size() || (s[day] != '/' && s[day] != '.')) return 0;
    const char mark = s[day];
    const std::size_t month = digits_at(s.substr(day + 1), 2), end = day + 1 + month;
    if (month == 0) return 0;
    const std::size_t year = end < s.size() && s[end] == mark ? digits_at(s.substr(end + 1), 4) : 0;
    if (year == 2 || year == 4) return end + 1 + year;
    return mark == '/' ? end : 0;  // "22.10" is an hour
}

/// Bytes of a weekday's name at the start, whole or cut to three letters; 0 for none.
std::size_t weekday_at(std::string_view s) {
    static constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    constexpr std::size_t shortest = 3;
    std::size_t letters = 0;
    while (letters < s.size() && (is_lower(s[letters]) || is_upper(s[letters]))) ++letters;
    for (const std::string_view day : kDays) {
        bool same = letters == day.size() || letters == shortest;
        for (std::size_t i = 0; i < letters && same; ++i) same = (s[i] | 0x20) == day[i];
        if (same) return letters;
    }
    return 0;
}

/// "2024-11-13", "13.11.2024", "13/11/24".
bool is_day_in_figures(std::string_view s) {
    constexpr std::size_t shortest = 8, longest = 10;
    if (s.size() < shortest || s.size() > longest || !is_digit(s.front()) || !is_digit(s.back())) return false;
    const std::size_t mark = s.find_first_not_of("0123456789");
    return mark != s.npos && (s[mark] == '-' || s[mark] == '.' || s[mark] == '/') && std::count(s.begin(), s.end(), s[mark]) == 2 &&
           std::count_if(s.begin(), s.end(), is_digit) + 2 == static_cast<std::ptrdiff_t>(s.size());
}

/// "14:20", "- 3:58 PM", "| 09.15 GMT", behind the day of a line: when that day something came out.
bool is_hour_of_day(std::string_view s) {
    while (!s.empty() && (is_space(s.front()) || s.front() == ',' || s.front() == '-' || s.front() == '/' || s.front() == '|'))
        s.remove_prefix(1);
    const std::size_t hour = digits_at(s, 2);
    if (hour == 0 || hour + 2 >= s.size() || (s[hour] != ':' && s[hour] != '.') || digits_at(s.substr(hour + 1), 2) != 2) return false;
    s = trim(s.substr(hour + 3));
    constexpr std::size_t longest = 8;  // "PM GMT"
    return s.size() <= longest && std::none_of(s.begin(), s.end(), is_digit) &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_upper(c) || is_lower(c) || is_space(c) || c == '.'; });
}

}  // namespace

std::string_view trim(std::string_view s) {
    while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
    while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
    return s;
}

std::string_view bare(std::string_view s) {
    s = trim(s);
    while (!s.empty() && (s.front() == '*' || s.front() == '_')) s.remove_prefix(1);
    while (!s.empty() && (s.back() == '*' || s.back() == '_')) s.remove_suffix(1);
    return trim(s);
}

bool opens_entry(std::string_view s) {
    s = bare(s);
    if (opens_with_hour(s) || opens_with_month(s)) return true;
    const auto skip = [&](std::string_view marks) {
        while (!s.empty() && marks.find(s.front()) != marks.npos) s.remove_prefix(1);
    };
    const auto dash = [&] {
        return s.starts_with("–") || s.starts_with("—")   ? std::size_t{3}
               : s.starts_with('-') || s.starts_with('/') ? std::size_t{1}
                                                          : std::size_t{0};
    };
    for (const std::string_view part : {"early ", "mid-", "mid ", "late "}) {  // "early Dec – start of service"
        const std::size_t month = s.starts_with(part) ? month_at(s.substr(part.size())) : 0;
        const std::string_view rest = month != 0 ? s.substr(part.size() + month) : std::string_view{};
        if (rest.starts_with(" – ") || rest.starts_with(" — ") || rest.starts_with(" - ") || rest.starts_with(": ")) return true;
    }
    if (const std::size_t weekday = weekday_at(s); weekday != 0) {
        std::string_view day = s.substr(weekday);
        while (!day.empty() && (day.front() == ' ' || day.front() == ',' || day.front() == '.')) day.remove_prefix(1);
        const std::size_t digits = day.size() + weekday < s.size() ? digits_at(day, 2) : 0;
        if (digits == 0) return false;
        const std::string_view rest = day.substr(digits);
        if (rest.starts_with(":") || rest.starts_with(" – ") || rest.starts_with(" — ") || rest.starts_with(" - ") || rest.starts_with("–"))
            return true;
        s = day;
    }
    const bool iso = digits_at(s, 4) == 4 && s.size() > 10 && s[4] == '-' && digits_at(s.substr(5), 2) == 2 && s[7] == '-' &&
                     digits_at(s.substr(8), 2) == 2;
    const bool year = !iso && digits_at(s, 4) == 4;
    if (iso) {
        s.remove_prefix(10);
    } else if (year) {
        s.remove_prefix(4);
    } else if (const std::size_t figures = day_in_figures_at(s); figures != 0) {
        const std::string_view rest = s.substr(figures);
        return rest.starts_with(": ") || rest.starts_with(" – ") || rest.starts_with(" — ") || rest.starts_with(" - ");
    } else if (const std::size_t day = digits_at(s, 2); day != 0) {
        s.remove_prefix(day);
        if (const std::size_t mark = dash(); mark != 0 && digits_at(s.substr(mark), 2) != 0)
            s.remove_prefix(mark + digits_at(s.substr(mark), 2));
        if (s.starts_with("st") || s.starts_with("nd") || s.starts_with("rd") || s.starts_with("th")) s.remove_prefix(2);
        skip(" ");
        const std::size_t month = month_at(s);
        if (month == 0) return false;
        s.remove_prefix(month);
    } else if (const std::size_t month = month_at(s); month != 0 && digits_at(s.substr(std::min(month + 1, s.size())), 2) != 0) {
        s.remove_prefix(month + 1);
        s.remove_prefix(digits_at(s, 2));
    } else {
        return false;
    }
    // the year, the hour and the ends of emphasis, then what parts them from what is told
    constexpr std::size_t reach = 24;
    skip("*_.");
    if (year && !s.starts_with(", ")) return s.starts_with(':') || s.starts_with(" – ") || s.starts_with(" — ") || s.starts_with(" - ");
    for (std::size_t i = 0; i < std::min(s.size(), reach); ++i) {
        const std::string_view rest = s.substr(i);
        const bool hour = rest.size() > 2 && is_digit(rest[1]) && i > 0 && is_digit(s[i - 1]);  // "07:30"
        if ((rest.front() == ':' && !hour) || rest.starts_with(" - ") || rest.starts_with("–") || rest.starts_with("—")) return true;
        const bool dotted = rest.size() > 1 && rest.front() == '.' && is_digit(rest[1]) && i > 0 && is_digit(s[i - 1]);  // "14.00"
        if ((rest.front() == '.' && !dotted) || rest.front() == ';') return false;
    }
    return false;
}

bool is_day(std::string_view s) {
    constexpr std::size_t longest = 40;
    s = bare(s);
    if (s.size() > longest || s.empty()) return false;
    if (s.back() == ':' || s.back() == '.') s = bare(s.substr(0, s.size() - 1));
    const auto skip = [&](std::string_view marks) {
        while (!s.empty() && marks.find(s.front()) != marks.npos) s.remove_prefix(1);
    };
    const auto number = [&] {
        const std::size_t digits = digits_at(s, 2);
        s.remove_prefix(digits);
        if (s.starts_with("st") || s.starts_with("nd") || s.starts_with("rd") || s.starts_with("th")) s.remove_prefix(2);
        return digits != 0;
    };
    const auto range = [&] {  // "20|–21"
        const std::size_t mark = s.starts_with("\u2013") ? 3 : s.starts_with('-') || s.starts_with('/') ? 1 : 0;
        if (mark == 0 || digits_at(s.substr(mark), 2) == 0) return;
        s.remove_prefix(mark);
        number();
    };
    const auto month = [&] {
        const std::size_t letters = month_at(s);
        s.remove_prefix(letters);
        return letters != 0;
    };
    if (is_day_in_figures(s)) return true;
    if (const std::size_t space = s.find(' '); space != s.npos && is_day_in_figures(s.substr(0, space)) && is_hour_of_day(s.substr(space)))
        return true;
    if (s.size() == 4 && digits_at(s, 4) == 4 && (s[0] == '1' || s.starts_with("20"))) return true;
    s.remove_prefix(weekday_at(s));
    skip(" ,.");
    const bool day_first = number();
    if (day_first) range();
    skip(" ");
    if (!month()) return false;
    skip(" .");
    if (!day_first && !number()) return false;
    if (!day_first) range();
    skip(" ,");
    return s.empty() || (digits_at(s, 4) == 4 && (s.size() == 4 || is_hour_of_day(s.substr(4))));
}

}  // namespace dateline::extract
