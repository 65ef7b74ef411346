#include "extract/named_times.h"

#include "extract/other_calendars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace dateline::extract::temporal {

namespace {

constexpr std::string_view kBuiltIn =
#include "extract/named_times.inc"
    ;

constexpr int kHebrewYears = 3761;  ///< the year that begins in the autumn of a Gregorian one, less that

std::int32_t days_of(int year, int month, int day) {
    return static_cast<std::int32_t>(date::sys_days{date::year{year} / month / day}.time_since_epoch().count());
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool read_int(std::string_view& text, int& out) {
    text = trimmed(text);
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{}) return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return true;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) != prefix) return false;
    text.remove_prefix(prefix.size());
    return true;
}

bool read_month_day(std::string_view& rule, NamedTime& name) {
    return read_int(rule, name.month) && take(rule, "-") && read_int(rule, name.day) && name.month >= 1 && name.month <= 12 &&
           name.day >= 1 && name.day <= 31;
}

bool read_offset(std::string_view rule, NamedTime& name, NamedTime::Rule which) {
    name.rule = which;
    return rule.empty() || (read_int(rule, name.offset) && rule.empty());
}

bool read_nth_weekday(std::string_view rule, NamedTime& name) {
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    name.rule = NamedTime::Rule::NthWeekday;
    if (!read_int(rule, name.month) || !take(rule, " ") || rule.size() < 3) return false;
    const auto found = std::find(days.begin(), days.end(), rule.substr(0, 3));
    if (found == days.end()) return false;
    rule.remove_prefix(3);
    name.weekday = static_cast<int>(found - days.begin()) + 1;
    if (!read_int(rule, name.nth) || (take(rule, "+") && !read_int(rule, name.offset)) || !rule.empty()) return false;
    return name.month >= 1 && name.month <= 12 && name.nth >= -1 && name.nth <= 5 && name.nth != 0;
}

/// "9": a month of another calendar, which is a time only where figures stand beside it.
bool read_month(std::string_view rule, NamedTime& name, NamedTime::Rule which) {
    constexpr int months = 12;
    name.rule = which;
    name.day = 1;
    name.length_days = 30;
    name.in_figures = true;
    return read_int(rule, name.month) && rule.empty() && name.month >= 1 && name.month <= months;
}

/// "10-17 -870": the day of the first new moon from a day on, where clocks are so many minutes from UTC.
bool read_new_moon(std::string_view rule, NamedTime& name) {
    name.rule = NamedTime::Rule::NewMoon;
    return read_month_day(rule, name) && read_int(rule, name.offset) && rule.empty();
}

/// "+9", "+14 7": days after a feast, and how long.
bool read_days_after(std::string_view rule, NamedTime& name, NamedTime::Rule which) {
    name.rule = which;
    return read_int(rule, name.offset) && (rule.empty() || (read_int(rule, name.length_days) && rule.empty() && name.length_days >= 1));
}

bool read_rule(std::string_view rule, NamedTime& name) {
    if (take(rule, "era ")) return read_offset(rule, name, NamedTime::Rule::Era);
    if (take(rule, "islamic-month ")) return read_month(rule, name, NamedTime::Rule::Islamic);
    if (take(rule, "persian-month ")) return read_month(rule, name, NamedTime::Rule::Persian);
    if (take(rule, "new-moon ")) return read_new_moon(rule, name);
    if (take(rule, "rosh-hashanah ")) return read_days_after(rule, name, NamedTime::Rule::RoshHashanah);
    if (take(rule, "passover ")) return read_days_after(rule, name, NamedTime::Rule::Passover);
    if (take(rule, "hanukkah ")) return read_days_after(rule, name, NamedTime::Rule::Hanukkah);
    if (take(rule, "easter")) return read_offset(rule, name, NamedTime::Rule::Easter);
    if (take(rule, "orthodox-easter")) return read_offset(rule, name, NamedTime::Rule::OrthodoxEaster);
    if (take(rule, "islamic ")) {
        name.rule = NamedTime::Rule::Islamic;
        if (!read_month_day(rule, name)) return false;
        return rule.empty() || (read_int(rule, name.length_days) && name.length_days >= 1);
    }
    if (rule.find(' ') != std::string_view::npos && rule.find_first_not_of("0123456789-/X.~?% YT:Z") != std::string_view::npos) {
        return read_nth_weekday(rule, name);
    }
    if (rule.size() <= 5 && rule.find('-') != std::string_view::npos && rule.find('-') <= 2 && rule.find('X') == std::string_view::npos) {
        name.rule = NamedTime::Rule::Fixed;
        return read_month_day(rule, name) && rule.empty();
    }
    auto when = calendar::Edtf::parse(rule);
    if (!when) return false;
    name.rule = NamedTime::Rule::Period;
    name.when = *when;
    return true;
}

/// Letters and digits make words; all else parts them.
bool read_words(std::string_view text, NamedTime& name) {
    std::string word;
    bool capital = false;
    const auto finish = [&] {
        if (word.empty()) return;
        if (capital && name.words.size() < 32) name.capitals |= 1u << name.words.size();
        name.words.push_back(std::move(word));
        word.clear();
    };
    bool was_digit = false;
    for (char c : text) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80u) != 0;
        if (!digit && !letter) {
            finish();
            continue;
        }
        if (!word.empty() && digit != was_digit) finish();
        if (word.empty()) capital = c >= 'A' && c <= 'Z';
        was_digit = digit;
        word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    finish();
    return !name.words.empty();
}

bool same_word(const Token& token, std::string_view text, std::string_view lower) {
    const std::string_view written = text.substr(token.begin, token.end - token.begin);
    return written.size() == lower.size() && std::equal(written.begin(), written.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
           });
}

}  // namespace

std::int32_t easter(int year) {
    // Anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31;
    return days_of(year, month, (h + l - 7 * m + 114) % 31 + 1);
}

std::int32_t orthodox_easter(int year) {
    // Meeus' Julian computus, then the calendars' difference
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int month = (d + e + 114) / 31;
    const int shift = year / 100 - year / 400 - 2;
    return days_of(year, month, (d + e + 114) % 31 + 1) + shift;
}

std::optional<std::int32_t> NamedTime::in_year(int year) const {
    if (year < 1 || year > 9999) return std::nullopt;
    switch (rule) {
        case Rule::Period: return std::nullopt;
        case Rule::Fixed: return days_of(year, month, day);
        case Rule::Easter: return easter(year) + offset;
        case Rule::OrthodoxEaster: return orthodox_easter(year) + offset;
        case Rule::NthWeekday: {
            const date::weekday wanted{static_cast<unsigned>(weekday % 7)};
            const date::sys_days found = nth < 0 ? date::sys_days{date::year{year} / month / wanted[date::last]}
                                                 : date::sys_days{date::year{year} / month / wanted[static_cast<unsigned>(nth)]};
            return static_cast<std::int32_t>(found.time_since_epoch().count()) + offset;
        }
        case Rule::Islamic: {
            const std::int32_t first = days_of(year, 1, 1);
            const int around = (year - 622) * 33 / 32;
            for (int islamic_year = std::max(1, around - 1); islamic_year <= around + 2; ++islamic_year) {
                const std::int32_t days = islamic_days(islamic_year, month, day);
                if (days >= first && days < days_of(year + 1, 1, 1)) return days;
            }
            return std::nullopt;
        }
        case Rule::Persian: {
            constexpr int before = 622;
            const std::int32_t days = persian_days(year - before, month, day);
            return days >= days_of(year, 1, 1) ? days : persian_days(year - before + 1, month, day);
        }
        case Rule::NewMoon: {
            constexpr double minutes = 24 * 60;
            const double zone = offset / minutes;
            return static_cast<std::int32_t>(std::floor(new_moon_after(days_of(year, month, day) - std::max(zone, 0.0)) + zone));
        }
        case Rule::RoshHashanah: return hebrew_new_year(year + kHebrewYears) + offset;
        case Rule::Passover: {
            constexpr int to_new_year = 163;  // days
            return hebrew_new_year(year + kHebrewYears) - to_new_year + offset;
        }
        case Rule::Hanukkah: {
            constexpr int days = 83;  // from the new year, one more in a year of 355 or 385 days
            const std::int32_t first = hebrew_new_year(year + kHebrewYears);
            const bool full = (hebrew_new_year(year + kHebrewYears + 1) - first) % 10 == 5;
            return first + days + full + offset;
        }
        case Rule::Era: return std::nullopt;
    }
    return std::nullopt;
}

bool NamedTime::is_month() const {
    constexpr int shortest = 29;
    return (rule == Rule::Islamic || rule == Rule::Persian) && day == 1 && length_days >= shortest;
}

std::optional<std::int32_t> NamedTime::in_own_year(int year) const {
    constexpr int first = 1000, last = 1600;
    if (year < first || year > last) return std::nullopt;
    if (rule == Rule::Islamic) return islamic_days(year, month, day);
    return rule == Rule::Persian ? std::optional(persian_days(year, month, day)) : std::nullopt;
}

base::Result<> NamedTimes::add(std::string_view table) {
    std::vector<NamedTime> read;
    int line_number = 0;
    while (!table.empty()) {
        ++line_number;
        const auto end = std::min(table.find('\n'), table.size());
        const std::string_view line = trimmed(table.substr(0, end));
        table.remove_prefix(std::min(end + 1, table.size()));
        if (line.empty() || line.front() == '#') continue;
        NamedTime name;
        const auto tab = line.find('\t');
        const bool good =
            tab != std::string_view::npos && read_words(line.substr(0, tab), name) && read_rule(trimmed(line.substr(tab + 1)), name);
        if (!good) {
            return base::fail("not a named time", fmt::format("line {}", line_number),
                              "write a name, a tab, and EDTF or a rule such as 12-25, \"11 Thu 4\" or easter+1");
        }
        read.push_back(std::move(name));
    }
    for (NamedTime& name : read) {
        const std::string& first = name.words.front();
        lengths_[opening_of(first)] |= 1u << std::min(first.size(), kLongestLength);
        by_first_word_.emplace(name.words.front(), static_cast<int>(names_.size()));
        names_.push_back(std::move(name));
    }
    return {};
}

const NamedTimes& NamedTimes::built_in() {
    static const NamedTimes table = [] {
        NamedTimes out;
        const auto added = out.add(kBuiltIn);
        assert(added.has_value());
        static_cast<void>(added);
        return out;
    }();
    return table;
}

NamedTimes::Found NamedTimes::find(const Tokens& tokens, std::string_view text, std::uint32_t i) const {
    constexpr std::uint32_t longest_first_word = 24;
    Found best;
    const Token& first = tokens[i];
    const std::uint32_t bytes = first.end - first.begin;
    if (bytes == 0 || bytes > longest_first_word || !may_begin(first, text)) return best;
    std::string key(text.substr(first.begin, bytes));
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const auto [from, to] = by_first_word_.equal_range(key);
    for (auto it = from; it != to; ++it) {
        const NamedTime& name = names_[static_cast<std::size_t>(it->second)];
        std::uint32_t at = i;
        bool same = true;
        for (std::size_t n = 0; n < name.words.size() && same; ++n) {
            if (n > 0) {
                const bool skips = tokens.is_hyphen(at) || tokens.is_apostrophe(at) ||
                                   (tokens.is_mark(at, '.') && (tokens[at - 1].length <= 2 || tokens.is(at - 1, kAbbreviated))) ||
                                   tokens.is_mark(at, 0x2013) || (tokens.is_mark(at, '/') && tokens.joined(at) && tokens.joined(at + 1));
                if (skips) ++at;
            }
            const Token& token = tokens[at];
            const bool is_text = token.kind == TokenKind::Word || token.kind == TokenKind::Number;
            const bool cased = (name.capitals >> std::min<std::size_t>(n, 31) & 1u) == 0 || token.capital;
            same = is_text && cased && same_word(token, text, name.words[n]);
            ++at;
        }
        if (same && at > best.end) best = {it->second, at};
    }
    return best;
}

}  // namespace dateline::extract::temporal
