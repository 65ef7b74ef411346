#include "extract/temporal_grammar.h"

#include "extract/temporal_moment.h"
#include "extract/temporal_profile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

// Dates in figures: "2024-05-03", "3/5/2024", "03.05.", "121800Z NOV 24".
namespace dateline::extract::temporal {

/// "12 NOV 24" in a message: whether two digits at `digits`, behind a month in capitals, are the year.
bool Grammar::is_staff_year(std::uint32_t month, std::uint32_t digits) const {
    const bool written = t_[month].all_capitals && t_.is(month, kAbbreviated) && t_.is_number(digits) && t_[digits].digits == 2 &&
                         t_[digits].gap == Gap::Space;
    return written && (!t_.is_word(digits + 1) || t_[digits + 1].gap == Gap::Line) && !t_.is_mark(digits + 1, '%');
}

/// "12 Sep 24: …", "17-18 Nov 17 – …": whether two digits at `digits`, behind the day at `day` that opens an entry, are the year.
bool Grammar::is_entry_year(std::uint32_t day, std::uint32_t digits) const {
    const bool opens = t_.opens_line(day) || (t_.is_dash(day - 1) && t_.opens_line(day - 2));
    if (!opens || !t_.is_number(digits) || t_[digits].digits != 2 || t_[digits].gap != Gap::Space) return false;
    const bool hour = t_.joined(digits + 2) && t_.is_number(digits + 2);  // "12 Sep 09:30"
    return (t_.is_mark(digits + 1, ':') && !hour) ||
           (t_.is_dash(digits + 1) && !t_.joined(digits + 1) && !t_.joined(digits + 2) && t_[digits].number > 24);
}

/// A letter of the 24 time zones, Z to none: minutes east of UTC. nullopt for J, which is where one is.
std::optional<std::int16_t> Grammar::lettered_zone(char letter) {
    constexpr int hour = 60;
    if (letter == 'Z') return std::int16_t{0};
    if (letter < 'A' || letter > 'Y' || letter == 'J') return std::nullopt;
    const int east = letter <= 'I' ? letter - 'A' + 1 : letter <= 'M' ? letter - 'A' : 'M' - letter;
    return static_cast<std::int16_t>(east * hour);
}

/// "121800Z NOV 24", "121800ZNOV2024": day, hour, minute, zone, month, year.
Match Grammar::date_time_group_at(std::uint32_t i) const {
    constexpr int group = 6, hundred = 100, hours = 24, minutes = 60;
    const Token &figures = t_[i], &letters = t_[i + 1];
    if (!t_.is_number(i) || figures.digits != group || !t_.is_word(i + 1) || !t_.joined(i + 1) ||
        letters.end - letters.begin != letters.length)
        return {};
    const auto zone = lettered_zone(text_[letters.begin]);
    const int day = figures.number / (hundred * hundred), hour = figures.number / hundred % hundred, minute = figures.number % hundred;
    if (!zone || !is_day_of_month(day) || hour >= hours || minute >= minutes) return {};
    Expression e;
    std::uint32_t year = i + 3;
    if (letters.length == 1) {
        year = take_month_name(i + 2, e.month);
        if (year == i + 2) return {};
    } else {
        std::array<char, 3> month{};
        if (letters.length != month.size() + 1) return {};
        for (std::size_t n = 0; n < month.size(); ++n) month[n] = static_cast<char>(text_[letters.begin + n + 1] | 0x20);
        const WordInfo& name = look_up({month.data(), month.size()});
        if ((name.classes & kMonth) == 0) return {};
        e.month = static_cast<std::uint8_t>(name.value);
        year = i + 2;
    }
    e.day = static_cast<std::uint8_t>(day);
    e.type = TimexType::Time;
    e.clock.hour = static_cast<std::int8_t>(hour);
    e.clock.minute = static_cast<std::int8_t>(minute);
    e.clock.has_zone = true;
    e.clock.zone_min = *zone;
    if (!t_.is_number(year) || (t_[year].digits != 2 && t_[year].digits != 4)) return {i, year, e};
    e.year = t_[year].number;
    e.short_year = t_[year].digits == 2;
    return {i, year + 1, e};
}

/// "| 12/08 |", "| 13–14/08 |", "| 31/10–01/11 |": figures that a cell holds and no more.
bool Grammar::stands_in_cell(std::uint32_t i, std::uint32_t end) const {
    constexpr std::uint32_t longest = 4;
    const auto part = [&](std::uint32_t at) { return t_.is_number(at) || t_.is_mark(at, '/'); };
    std::uint32_t left = i, right = end;
    if (t_.is_dash(left - 1))
        for (--left; part(left - 1) && i - left < longest; --left) {}
    if (t_.is_dash(right))
        for (++right; part(right) && right - end < longest; ++right) {}
    const bool begins = t_.is_mark(left - 1, '|') || t_.opens_line(left),
               ends = t_.is_mark(right, '|') || t_[right].gap == Gap::Line || t_[right].kind == TokenKind::Break;
    return begins && ends && (t_.is_mark(left - 1, '|') || t_.is_mark(right, '|'));
}

/// Whether figures at `i` are said to be a day: "on 3/5", "Tuesday 3/5", "3/5: …", "from 28/02"; `sure` where they look like one.
bool Grammar::introduces_figures(std::uint32_t i, std::uint32_t end, bool sure) const {
    if (stands_in_cell(i, end)) return true;
    const bool as_at = t_.is(i - 2, Word::As) && (t_.is(i - 1, Word::At) || t_.is(i - 1, Word::Of));
    if (t_.joined(i) || t_.is_mark(end, '%') || t_.is(end, kUnit | kCounted | kScale) || t_.is(end, Word::Of)) return false;
    const std::uint32_t before = t_.is_mark(i - 1, ',') || t_.is_mark(i - 1, '.') ? i - 2 : i - 1;
    if (t_.is(i - 1, Word::On) || (t_.is(before, kWeekday) && t_[before].capital)) return true;
    const bool label = t_.opens_line(i) && (t_.is_mark(end, ':') || (t_.is_dash(end) && !t_.joined(end)));
    const bool bound = t_.is(i - 1, Word::From) || t_.is(i - 1, Word::Between) || t_.is(i - 1, Word::Until) || t_.is(i - 1, Word::By) ||
                       t_.is(i - 1, Word::Since) || t_.is(i - 1, Word::To) || t_.is(i - 1, Word::And) || t_.is_dash(i - 1);
    return label || as_at || (sure && bound);
}

/// "28/02", "11/03": figures that no fraction has.
bool Grammar::looks_dated(std::uint32_t i) const {
    constexpr int months = 12;
    const Token &one = t_[i], &two = t_[i + 2];
    if (!t_.is_number(i) || !t_.is_number(i + 2) || one.digits > 2 || two.digits > 2) return false;
    const bool zero = (one.digits == 2 && text_[one.begin] == '0') || (two.digits == 2 && text_[two.begin] == '0');
    return zero || (is_day_of_month(one.number) && is_day_of_month(two.number) && (one.number > months) != (two.number > months) &&
                    one.number != two.number && one.number > two.number);
}

/// "on 25/5", "from 28/02 to 02/03", "on 03.05. in Bonn": a day without its year.
Match Grammar::numeric_pair_at(std::uint32_t i) const {
    constexpr int months = 12;
    const bool slash = t_.is_mark(i + 1, '/'), dot = t_.is_mark(i + 1, '.');
    const Token &one = t_[i], &two = t_[i + 2];
    if ((!slash && !dot) || !t_.joined(i + 1) || !t_.joined(i + 2) || two.kind != TokenKind::Number || one.digits > 2 || two.digits > 2)
        return {};
    const bool padded = one.digits == 2 && two.digits == 2;
    std::uint32_t end = i + 3;
    const bool closed = dot && t_.is_mark(end, '.') && t_.joined(end) && !t_.joined(end + 1);
    const bool heads =
        hints_.dotted_days && t_.opens_line(i) && (t_.is_mark(end, ':') || (t_.is_dash(end) && !t_.joined(end)));  // "25.09 – talks, Kars"
    if (dot && (!padded || (!closed && !heads && !t_.is(i - 1, Word::On)))) return {};
    if (closed && !t_[end + 1].begins_sentence && t_[end + 1].kind != TokenKind::Break) ++end;
    if (t_.joined(end) && (t_.is_mark(end, '/') || t_.is_hyphen(end) || t_.is_word(end) ||
                           (t_.is_mark(end, '.') && t_.joined(end + 1) && t_[end + 1].kind != TokenKind::Break)))
        return {};
    int day = one.number, month = two.number;
    if (!dot && !hints_.day_first) std::swap(day, month);
    if (month > months) std::swap(day, month);
    if (month < 1 || month > months || !is_day_of_month(day)) return {};
    // "from 28/02 to 02/03", not "from 10/12 to 8/12"
    const bool sure =
        looks_dated(i) || (t_.is_mark(end + 2, '/') && looks_dated(end + 1)) || (t_.is_mark(i - 3, '/') && looks_dated(i - 4));
    if (!introduces_figures(i, end, dot || sure)) return {};
    Match out{i, end, {}};
    out.expression.month = static_cast<std::uint8_t>(month);
    out.expression.day = static_cast<std::uint8_t>(day);
    out.expression.either_order = slash && day <= months;
    return out;
}

/// 2023-04-25, 2023/04/25, 20230425 only with its clock.
Match Grammar::iso_date_at(std::uint32_t i) const {
    if (!t_.is_number(i) || t_[i].digits != 4) return {};
    const bool slashes = t_.is_mark(i + 1, '/') && t_.is_mark(i + 3, '/');
    const bool hyphens = t_.is_hyphen(i + 1) && t_.is_hyphen(i + 3);
    const bool dots = t_.is_mark(i + 1, '.') && t_.is_mark(i + 3, '.');
    if (!slashes && !hyphens && !dots) return {};
    for (std::uint32_t j = i + 1; j <= i + 4; ++j) {
        if (!t_.joined(j)) return {};
    }
    if (!t_.is_number(i + 2) || !t_.is_number(i + 4) || t_[i + 2].digits > 2 || t_[i + 4].digits > 2) return {};
    if (t_[i].number < kFirstBareYear || t_[i].number > kLastBareYear || t_[i + 2].number < 1 || t_[i + 2].number > 12 ||
        !is_day_of_month(t_[i + 4].number))
        return {};
    Expression e;
    e.year = t_[i].number;
    e.month = static_cast<std::uint8_t>(t_[i + 2].number);
    e.day = static_cast<std::uint8_t>(t_[i + 4].number);
    return {i, i + 5, e};
}

/// 25/04/2023, 4/25/23, 25.04.2023, 04-25-98: the document tells which is the day where both can be.
/// "RTX-05-12-98 2141EST": the stamp of a wire, at its month.
bool Grammar::is_wire_stamp(std::uint32_t i) const {
    constexpr std::uint32_t longest_name = 4;
    const std::uint32_t hour = i + 5;
    const bool named =
        t_.is_hyphen(i - 1) && t_.joined(i - 1) && t_.is_word(i - 2) && t_[i - 2].all_capitals && t_[i - 2].length <= longest_name;
    return named && t_.is_hyphen(i + 1) && t_.is_number(hour) && t_[hour].digits == 4 && t_[hour].gap == Gap::Space &&
           t_.is(hour + 1, kZone);
}

Match Grammar::numeric_date_at(std::uint32_t i) const {
    if (!t_.is_number(i) || t_[i].digits > 2 || t_[i].digits == 0) return {};
    const bool slashes = t_.is_mark(i + 1, '/') && t_.is_mark(i + 3, '/');
    const bool dots = t_.is_mark(i + 1, '.') && t_.is_mark(i + 3, '.');
    const bool hyphens = t_.is_hyphen(i + 1) && t_.is_hyphen(i + 3);
    if (!slashes && !dots && !hyphens) return {};
    for (std::uint32_t j = i + 1; j <= i + 4; ++j) {
        if (!t_.joined(j)) return {};
    }
    if (t_.joined(i) && (t_.is_mark(i - 1, '.') || t_.is_mark(i - 1, '/') || t_.is_hyphen(i - 1) || t_.is_word(i - 1)) && !is_wire_stamp(i))
        return {};
    const bool goes_on = t_.is_mark(i + 5, '/') || t_.is_hyphen(i + 5) || (t_.is_mark(i + 5, '.') && t_.is_number(i + 6));
    if (t_.joined(i + 5) && goes_on && t_.joined(i + 6)) return {};
    if (!t_.is_number(i + 2) || t_[i + 2].digits > 2 || !t_.is_number(i + 4)) return {};
    const Token& year = t_[i + 4];
    if (year.digits != 2 && year.digits != 4) return {};
    if (year.digits == 2 && dots && (t_[i].digits != 2 || t_[i + 2].digits != 2) && !t_.is(i - 1, Word::On))
        return {};  // a version, an address, a section
    constexpr int months = 12;
    if (year.digits == 4 && (year.number < kFirstBareYear || year.number > kLastBareYear)) return {};
    int day = t_[i].number;
    int month = t_[i + 2].number;
    const bool day_first = dots || hints_.day_first;
    const bool open = !dots && !hints_.order_told && day <= 12 && month <= 12 && day != month;
    if ((!day_first && month > 12) || (!day_first && day <= 12)) std::swap(day, month);
    if (month > 12 && day <= 12) std::swap(day, month);
    if (month < 1 || month > 12 || !is_day_of_month(day)) return {};
    Expression e;
    e.year = year.number;
    e.short_year = year.digits == 2;
    e.month = static_cast<std::uint8_t>(month);
    e.day = static_cast<std::uint8_t>(day);
    e.either_order = slashes && day <= months;
    e.open_order = open;
    return {i, i + 5, e};
}

}  // namespace dateline::extract::temporal
