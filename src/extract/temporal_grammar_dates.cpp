#include "extract/temporal_grammar.h"

#include "extract/other_calendars.h"
#include "extract/temporal_moment.h"
#include "extract/temporal_profile.h"
#include "extract/word_set.h"

#include <algorithm>
#include <cstdlib>

namespace dateline::extract::temporal {

bool Grammar::is_month_name(std::uint32_t i) const {
    if (!t_.is(i, kMonth)) return false;
    const Token& token = t_[i];
    // "may", "march", "august" are other words in lower case; "mar" and "dec" too.
    if (!token.capital) return !t_.is(i, kAbbreviated) && !t_.is(i, Word::May) && !t_.is(i, Word::March) && token.info->value != 8;
    return true;
}

std::uint32_t Grammar::take_month_name(std::uint32_t i, std::uint8_t& month) const {
    if (!is_month_name(i)) return i;
    month = static_cast<std::uint8_t>(t_[i].info->value);
    const bool dotted = t_.is(i, kAbbreviated) && t_.is_mark(i + 1, '.') && t_.joined(i + 1);
    return dotted ? i + 2 : i + 1;
}

std::uint32_t Grammar::take_era(std::uint32_t i, Expression& e) const {
    if (t_.is(i, kEra) && t_[i].all_capitals) {
        e.before_era = t_.is(i, Word::Bc);
        return i + 1;
    }
    const bool bc = t_.is(i, Word::B) && t_.is(i + 2, Word::C);
    const bool ad = t_.is(i, Word::A) && t_[i].capital && t_.is(i + 2, Word::D);
    const bool ce = t_.is(i, Word::C) && t_.is(i + 2, Word::E);
    if ((bc || ad || ce) && t_[i].capital && t_.is_mark(i + 1, '.') && t_.joined(i + 1) && t_[i + 2].length == 1) {
        e.before_era = bc;
        std::uint32_t end = t_.is_mark(i + 3, '.') && t_.joined(i + 3) ? i + 4 : i + 3;
        if (bc && t_.is(end, Word::E) && t_.joined(end)) end += t_.is_mark(end + 1, '.') ? 2u : 1u;
        return end;
    }
    return i;
}

/// A year where one is expected: after a month or a season. Returns `i` when there is none.
std::uint32_t Grammar::take_year(std::uint32_t i, Expression& e, bool allow_short) const {
    if (allow_short && t_.is_apostrophe(i) && t_.joined(i + 1) && t_.is_number(i + 1) && t_[i + 1].digits == 2) {
        e.year = t_[i + 1].number;
        e.short_year = true;
        return i + 2;
    }
    if (t_.is(i, Word::Ad) && t_[i].all_capitals && t_.is_number(i + 1) && t_[i + 1].digits <= 4) {
        e.year = t_[i + 1].number;
        return i + 2;
    }
    if (!t_.is_number(i)) {
        const Count spelled = spelled_year_at(i);
        if (!spelled) return i;
        e.year = static_cast<int>(spelled.value);
        return spelled.end;
    }
    const Token& token = t_[i];
    if (token.number <= 0 || token.digits > 4 || is_called_hour(t_, i)) return i;
    constexpr int last_hijri = 1600;
    if (t_.is(i + 1, Word::Hijri) && t_[i + 1].all_capitals && token.number <= last_hijri) {  // "1445 AH": the year in which it began
        e.year = day_moment(t_[i + 1].info->value != 0 ? persian_days(token.number, 1, 1) : islamic_days(token.number, 1, 1)).year;
        e.mod = Mod::Approximate;
        return i + 2;
    }
    Expression era;
    const std::uint32_t after_era = take_era(i + 1, era);
    if (after_era != i + 1) {
        e.before_era = era.before_era;
        e.year = era.before_era ? 1 - token.number : token.number;
        return after_era;
    }
    if (token.digits != 4 || token.number < kFirstBareYear || token.number > kLastBareYear) return i;
    const bool clock = t_.is_mark(i + 1, ':') && t_.joined(i + 2) && t_.is_number(i + 2);
    if (t_.joined(i + 1) && (t_.is_word(i + 1) || clock)) return i;  // 1990s, 1530:20
    if (t_.joined(i + 1) && t_.is_mark(i + 1, ',') && t_.joined(i + 2) && t_.is_number(i + 2)) return i;
    e.year = token.number;
    return i + 1;
}

Count Grammar::day_number_at(std::uint32_t i) const {
    if (const Count ordinal = ordinal_at(i)) return is_day_of_month(ordinal.value) ? ordinal : Count{};
    if (!t_.is_number(i) || t_[i].digits > 2 || !is_day_of_month(t_[i].number)) return {};
    if (t_.joined(i + 1)) {
        // 5%, 5:30, 5.5, 5,000 and 5pm are no days of a month; "5-9 May" and "5," are.
        const bool mark_then_digit =
            (t_.is_mark(i + 1, '.') || t_.is_mark(i + 1, ',') || t_.is_mark(i + 1, ':')) && t_.joined(i + 2) && t_.is_number(i + 2);
        if (mark_then_digit || t_.is_mark(i + 1, '%') || (t_.is_word(i + 1) && !t_.is(i + 1, kMonth))) return {};
    }
    return {i + 1, static_cast<double>(t_[i].number), false};
}

/// "08SEP 2100 – Shots", "8 Sep 0530": an hour behind a day, and not its year. In a log that keeps hours its entries have them; elsewhere a number
/// that is no year near those that the document tells, behind a day that opens its line or is written as soldiers do.
bool Grammar::is_hour_of_day(std::uint32_t i) const {
    constexpr int before = 100, ahead = 40;
    if (!may_be_hour_of_day(t_, i) || t_.is(i + 1, kCounted)) return false;
    const int number = t_[i].number;
    if (number < kFirstBareYear) return true;
    if (t_.is(i + 1, kUnit) && t_[i + 1].info->unit == Unit::Hour) return true;
    std::uint32_t first = i - 2;
    while (!t_.opens_line(first) &&
           (t_.is(first - 1, kMonth | kWeekday) || t_.is_number(first - 1) || t_.is_mark(first - 1, '.') || t_.is_mark(first - 1, ',')))
        --first;
    const std::uint32_t month = i - 1;
    const bool label = t_.opens_line(first);
    const bool of_soldiers = t_.is(month, kMonth) && t_[month].all_capitals && t_.joined(month);
    const bool plausible = number >= hints_.first_year - before && number <= hints_.last_year + ahead;
    if (plausible) return hints_.keeps_hours && (label || of_soldiers) && std::abs(number - hints_.last_year) > 1;
    if (hints_.last_year == 0) return hints_.keeps_hours;
    return hints_.keeps_hours || of_soldiers || (label && !hints_.narrative);
}

/// ", 2023", " of that year", " last year", " 2023" after a day or a month.
std::uint32_t Grammar::take_year_tail(std::uint32_t i, Expression& e) const {
    std::uint32_t at = t_.is_mark(i, ',') ? i + 1 : i;
    const bool code = e.month != 0 && e.day == 0 && t_.is_mark(i, '(') && t_[i + 1].all_capitals && t_.is_mark(i + 2, ')') &&
                      t_.is_number(i + 3) && t_[i + 3].digits == 4;
    if (code) at = i + 3;  // "May-June (MJ) 2024"
    if (t_.is(at, Word::Of) || (t_.is(at, Word::In) && e.day == 0 && t_.is_number(at + 1))) ++at;
    if (t_.is(at, Word::The) && t_.is(at + 1, Word::Year) && !t_.is(at + 2, Word::Following)) at += 2;
    if (at == i && e.day != 0 && is_hour_of_day(at)) return i;
    const std::uint32_t year = take_year(at, e, true);
    if (year != at) {
        // "August 23, 1944 soldiers": the number counts what follows.
        if (t_.is_mark(i, ',') && t_.is(year, kCounted) && e.day != 0 && t_.is_number(year - 1)) {
            e.year = kNoYear;
            return i;
        }
        return year;
    }
    if (t_.is_mark(i, ',')) return i;
    if (t_.is(at, Word::The) && t_.is(at + 1, Word::Year) && t_.is(at + 2, Word::Following)) {  // "of the year following"
        e.kind = Expression::Kind::Shift;
        e.anchor = Expression::Anchor::Told;
        e.unit = Unit::Year;
        e.count = 1;
        e.direction = 1;
        return at + 3;
    }
    if (t_.is(at, Word::The) && (t_.is(at + 1, kDeictic) || t_.is(at + 1, kSameness))) ++at;
    if ((t_.is(at, Word::That) || t_.is(at, kDeictic) || t_.is(at, kSameness)) && t_.is(at + 1, Word::Year)) {
        const bool recalls = t_.is(at, Word::That) || t_.is(at, kSameness);
        e.kind = Expression::Kind::Shift;
        e.unit = Unit::Year;
        e.count = 1;
        e.direction = recalls ? 0 : t_[at].info->value;
        const bool told = recalls || t_.is(at, Word::Following) || t_.is(at, Word::Previous) || t_.is(at, Word::Preceding) ||
                          (t_.is(at - 1, Word::The) && !t_.is(at, Word::Current));
        e.anchor = told ? Expression::Anchor::Told : Expression::Anchor::Deictic;
        return at + 2;
    }
    return i;
}

/// "May sales rose", "March wheat fell", "May housing starts were": after a month, what is told of months.
bool Grammar::has_figures(std::uint32_t i) const {
    constexpr std::uint32_t adjectives = 2;
    for (std::uint32_t at = i + 1; at <= i + 1 + adjectives && t_.is_word(at) && !t_[at].capital && t_[at].gap == Gap::Space; ++at) {
        if (t_.is(at, Word::Money) || t_.is(at, Word::Figures) || t_.is(at, Word::Contract)) return true;
        if (t_[at].info->classes != 0 || (t_[at].info->tense != Tense::None)) return false;
    }
    return false;
}

/// A month without a day: is it the month, or a name, a verb, a modal?
bool Grammar::stands_alone_as_month(std::uint32_t i) const {
    const bool may_or_march = t_.is(i, Word::May) || t_.is(i, Word::March);
    const bool introduced = t_.is(i - 1, kPreposition) || t_.is(i - 1, kDeictic) || t_.is(i - 1, kPart) || t_.is(i - 1, kApprox) ||
                            t_.is(i - 1, Word::As) || (t_.is_hyphen(i - 1) && t_.is(i - 2, kPart)) ||
                            ((t_.is(i - 1, Word::And) || t_.is(i - 1, Word::Or) || t_.is_dash(i - 1) || t_.is_mark(i - 1, ',')) &&
                             (t_.is(i - 2, kMonth) || t_.is_number(i - 2)));
    if (introduced && !t_[i].begins_sentence) {
        // "by April Smith", "with May Day"; "In May Paris fell", but "in March Madness"
        static constexpr WordSet kNames{"Day", "Days", "Madness"};
        const bool in = t_.is(i - 1, Word::In) || t_.is(i - 1, Word::Since) || t_.is(i - 1, Word::Until);
        if (in && !kNames.contains(text_.substr(t_[i + 1].begin, t_[i + 1].end - t_[i + 1].begin))) return true;
        return !(may_or_march && t_.is_word(i + 1) && t_[i + 1].capital && t_[i + 1].gap == Gap::Space && !t_.is(i + 1, kMonth));
    }
    const bool label = t_.opens_line(i) && (t_.is_mark(i + 1, ':') || (t_.is_dash(i + 1) && !t_.joined(i + 1)));
    if (label && t_[i].capital) return true;                                                // "May: the army gives up its command"
    if (t_.is_apostrophe(i + 1) && t_.joined(i + 1) && t_.is(i + 2, Word::S)) return true;  // "May's figures"
    if (may_or_march)
        return t_.is(i - 1, kEvery) || has_figures(i) ||
               (t_.is(i - 1, kArticle | kDeterminer) && t_[i].capital && t_[i + 1].gap == Gap::Space && !t_[i + 1].capital &&
                is_event_noun(i + 1)) ||  // "the March election"
               (t_.is(i - 1, Word::The) && t_.is(i, Word::May) && t_.is_word(i + 1) && !t_[i + 1].capital);
    const bool name = t_.is_word(i + 1) && t_[i + 1].capital && t_[i + 1].gap == Gap::Space && t_[i + 1].length > 1 &&
                      !t_[i + 1].begins_sentence && !t_.is(i + 1, kMonth);
    const bool after_name =
        t_.is_word(i - 1) && t_[i - 1].capital && !t_[i - 1].begins_sentence && !t_[i].begins_sentence && !t_.is(i - 1, kArticle);
    return !name && !(after_name && t_[i].info->value == 4);
}

Match Grammar::month_at(std::uint32_t i) const {
    Expression e;
    const std::uint32_t after = take_month_name(i, e.month);
    if (after == i) return {};
    if (t_.is_hyphen(i - 1) && t_.joined(i) && t_.joined(i - 1) && t_.is_word(i - 2) && !t_.is(i - 2, kPart | kMonth)) return {};
    if (const Match hyphened = hyphened_day_at(i, after, e)) return hyphened;
    // "May 10", "May 10th, 1940", "May the 10th"
    const std::uint32_t at_day = t_.is(after, Word::The) ? after + 1 : after;
    const Count day = day_number_at(at_day);
    // "In July the first steel was cast"
    const bool of_noun = at_day != after && !t_.is(i - 1, Word::On) && t_.is_word(at_day) && t_.is_word(day.end) &&
                         t_[day.end].info->tense == Tense::None && !t_.is(day.end, kPreposition) && !t_.is(day.end, Word::And);
    if (day && !of_noun && (after == at_day || ordinal_at(at_day)) && t_[at_day].gap != Gap::None) {
        e.day = static_cast<std::uint8_t>(day.value);
        const std::uint32_t end = take_year_tail(day.end, e);
        // "May 10 soldiers" counts; "May 10 people" too; "on May 10 rebels seized" does not
        if (t_.is(i - 1, Word::On) || !(end == day.end && t_.is_number(at_day) && t_.is(end, kCounted))) return {i, end, e};
        e.day = 0;
    }
    const std::uint32_t end = take_year_tail(after, e);
    if (end != after) return {i, end, e};
    const bool linked = t_.is_dash(after) || t_.is_mark(after, '/') || t_.is(after, Word::And) || t_.is(after, Word::To);
    // "the October-to-December rains": what they are called
    if (t_.is_hyphen(after) && t_.joined(after) && t_.is(after + 1, Word::To) && t_.is_hyphen(after + 2) && t_.joined(after + 2) &&
        is_month_name(after + 3) && !hints_.financial)
        return {};
    if (linked && t_[i].capital && is_month_name(after + 1)) return {i, after, e};  // "Jan.–March 2012", "May/June 2011"
    const bool abbreviated = t_.is(i, kAbbreviated);
    const bool of_part =
        t_.is(i - 1, kPart) && t_[i].capital && (!t_.is_word(after) || t_[after].gap == Gap::Line);  // "early Dec – start of service"
    if (abbreviated && !of_part && !(t_.is(i - 1, kPreposition) && after == i + 2)) return {};
    if (!stands_alone_as_month(i)) return {};
    return {i, after, e};
}

/// "Nov-3", of an entry "Nov-12: …"
Match Grammar::hyphened_day_at(std::uint32_t i, std::uint32_t after, Expression e) const {
    const std::uint32_t digits = after + 1, end = after + 2;
    const bool joined = t_.is_hyphen(after) && t_.joined(after) && t_.joined(digits) && t_.is_number(digits) && t_[digits].digits <= 2 &&
                        is_day_of_month(t_[digits].number);
    if (!joined || (t_.joined(end) && (t_.is_word(end) || t_.is_number(end + 1)))) return {};
    const bool label = t_.opens_line(i) && (t_.is_mark(end, ':') || (t_.is_dash(end) && !t_.joined(end)));
    const bool told = t_.is(i - 1, Word::On) && t_[digits].digits == 1;  // "Nov-24" is a month of tables
    if (!told && !label) return {};
    e.day = static_cast<std::uint8_t>(t_[digits].number);
    return {i, end, e};
}

/// "10 May 1940", "the 10th of May", "tenth of May".
Match Grammar::day_month_at(std::uint32_t i) const {
    const std::uint32_t start = t_.is(i, Word::The) ? i + 1 : i;
    const Count day = day_number_at(start);
    if (!day) return {};
    std::uint32_t at = day.end;
    if (t_.is(at, Word::Of)) ++at;
    if (t_.is_hyphen(at) && t_.joined(at)) ++at;  // 10-May-1940
    Expression e;
    const std::uint32_t after = take_month_name(at, e.month);
    if (after == at) return {};
    // "in 10 March towns": not after "the" without an ordinal, unless a date's own article
    e.day = static_cast<std::uint8_t>(day.value);
    std::uint32_t tail = after;
    if (t_.is_hyphen(tail) && t_.joined(tail)) {
        const std::uint32_t year = take_year(tail + 1, e, false);
        if (year != tail + 1) return {i, year, e};
    }
    const bool hyphens = t_.is_hyphen(tail) && t_.joined(tail) && t_.is_hyphen(day.end) && t_.joined(tail + 1);  // 3-Nov-24
    const std::uint32_t digits = hyphens ? tail + 1 : tail;
    if ((hyphens || is_staff_year(at, tail) || is_entry_year(start, tail)) && t_.is_number(digits) && t_[digits].digits == 2 &&
        !(t_.joined(digits + 1) && t_.is_word(digits + 1))) {
        e.year = t_[digits].number;
        e.short_year = true;
        return {i, digits + 1, e};
    }
    tail = take_year_tail(after, e);
    if (tail == after && t_.is(at, Word::May) && t_.is(after, Word::Be)) return {};
    // "10 May 3" is the end of one and the start of another date: leave the month to its day
    if (tail == after && day_number_at(after) && t_[after].gap == Gap::Space && t_.is_number(after) && !t_.is(start, kOrdinal) &&
        !ordinal_at(start) && t_.is_mark(start - 1, ',')) {
        return {};
    }
    return {i, tail, e};
}

/// Whether a phrase of time is over before token `i`: what follows is no noun of it.
bool Grammar::closes_phrase(std::uint32_t i) const {
    const bool preposition = t_.is(i, kPreposition) && !t_.is(i, Word::To) && !t_.is(i, Word::Of);
    return !t_.is_word(i) || t_[i].begins_sentence || preposition || t_.is(i, kArticle | kDeterminer) || is_pronoun(i) ||
           t_[i].info->tense == Tense::Past || t_.is(i, Word::And);
}

/// "MAM 2024", "MJ 2024": March to May, May and June, as outlooks for the weather name months.
Match Grammar::month_initials_at(std::uint32_t i) const {
    constexpr std::string_view year = "JFMAMJJASOND";
    const Token& token = t_[i];
    if (!token.all_capitals || token.length < 2 || token.length > 4 || !t_.is_number(i + 1) || t_[i + 1].digits != 4 ||
        t_[i + 1].gap != Gap::Space)
        return {};
    if (token.length == 2 && !t_.is(i - 1, kPreposition)) return {};  // "Salem, MA 2024"
    const std::size_t first = year.find(text_.substr(token.begin, token.end - token.begin));
    if (first == year.npos || (t_.joined(i + 2) && !t_.is_mark(i + 2, '.') && !t_.is_mark(i + 2, ','))) return {};
    Expression e;
    if (take_year(i + 1, e, false) == i + 1) return {};
    e.month = static_cast<std::uint8_t>(first + 1);
    e.until_month = static_cast<std::uint8_t>(first + token.length);
    e.months = true;
    return {i, i + 2, e};
}

/// "Talks resumed mid-week", "by midweek", "by mid-month", "at midyear": not "mid-week talks".
Match Grammar::midweek_at(std::uint32_t i) const {
    const Unit unit = t_[t_.is(i, Word::Midweek) ? i : i + 2].info->unit;
    const bool joined = t_.is(i, Word::Mid) && t_.is_hyphen(i + 1) && t_.is(i + 2, kUnit) && !t_.is(i + 2, kPlural) &&
                        (unit == Unit::Week || unit == Unit::Month || unit == Unit::Year);
    const std::uint32_t end = joined ? i + 3 : i + 1;
    if ((!joined && !t_.is(i, Word::Midweek)) || t_.is(i - 1, kArticle)) return {};
    const bool led = t_.is(i - 1, Word::By) || t_.is(i - 1, Word::Since) || t_.is(i - 1, Word::Until);  // "By mid-year sales had doubled"
    if (!led && !closes_phrase(end)) return {};
    Expression e;
    if (unit != Unit::Week) {
        e.kind = Expression::Kind::Recall;
        e.unit = unit;
        e.mod = Mod::Mid;
        return {i, end, e};
    }
    if (hints_.narrative) return {};
    e.kind = Expression::Kind::Shift;
    e.unit = Unit::Week;
    e.by_tense = true;
    e.direction = t_.is(i - 1, Word::By) || t_.is(i - 1, Word::Until) ? 1 : 0;
    e.mod = Mod::Mid;
    return {i, end, e};
}

/// "in the new year": its beginning.
Match Grammar::new_year_at(std::uint32_t i) const {
    const std::uint32_t year = i + 2;
    const bool whole = t_.is(year, Word::Year) && !t_.is(year, kPlural) && !t_.is_hyphen(year + 1) && !t_.is_apostrophe(year + 1);
    const bool introduced = t_.is(i - 1, Word::In) || t_.is(i - 1, Word::By) || t_.is(i - 1, Word::Before) || t_.is(i - 1, Word::Until) ||
                            t_.is(i - 1, Word::Since);
    if (!whole || !introduced || !closes_phrase(year + 1) || hints_.narrative) return {};
    Expression e;
    e.kind = Expression::Kind::Shift;
    e.unit = Unit::Year;
    e.by_tense = true;
    e.mod = Mod::Start;
    return {i, year + 1, e};
}

/// "denied it on Thu.", "closed until Sat": a weekday in short, where it can be nothing else; not "on Sun Street", "on Mon villages".
bool Grammar::tells_short_weekday(std::uint32_t i, std::uint32_t after) const {
    const bool introduced = t_.is(i - 1, Word::On) || t_.is(i - 1, Word::Until) || t_.is(i - 1, Word::Till) || t_.is(i - 1, Word::By) ||
                            t_.is(i - 1, Word::Since) || t_.is(i - 1, Word::Through) ||
                            (t_.is(i - 1, Word::From) && t_.is(after, Word::To)) || (t_.is(i - 1, Word::To) && t_.is(i - 2, kWeekday));
    if (!introduced || t_[i].all_capitals || t_.is_hyphen(after) || (t_.is_apostrophe(after) && t_.joined(after))) return false;
    const Token& next = t_[after];
    const bool dotted = t_.is_mark(after - 1, '.');
    if (dotted || !t_.is_word(after) || next.gap == Gap::Line || next.begins_sentence) return true;
    return !next.capital && (t_.is(after, kPreposition | kDayPart | kDeterminer) || t_.is(after, Word::And) || t_.is(after, Word::Or) ||
                             t_.is(after, Word::But) || t_.is(after, Word::When));
}

/// "resumed Fri 12 at 0800", "left on Tuesday 9.": weekday and day, where nothing is counted behind them.
Match Grammar::numbered_weekday_at(std::uint32_t i, std::uint32_t number) const {
    const std::uint32_t next = number + 1;
    if (!t_.is_number(number) || t_[number].gap != Gap::Space || t_[number].digits > 2 || !is_day_of_month(t_[number].number)) return {};
    if (t_.is_word(next) && t_[next].gap != Gap::Line && !t_.is(next, Word::At) && !t_.is(next, Word::And) && !t_.is(next, Word::Until))
        return {};
    if (t_.is_mark(next, '%') || t_.is_mark(next, '/') || t_.is_number(next) ||
        (t_.joined(next) && !t_.is_word(next) && t_.joined(next + 1) && t_[next + 1].kind != TokenKind::Break))
        return {};
    const bool label = t_.opens_line(i) && t_.is_mark(next, '.');  // "Thursday 7. The note"
    const bool heads = t_[i].begins_sentence && t_[i].capital && t_.is_mark(next, ':') &&
                       t_[next + 1].gap == Gap::Space;  // "… by video. Tue 20: summit, Budapest"
    const bool told = label || heads || t_.is(i - 1, Word::On) || t_[i - 1].info->tense == Tense::Past || t_.is_mark(i - 1, ',') ||
                      t_.is_mark(i - 1, ';');
    const bool counts = t_.is(next, Word::And) && (t_.is_number(next + 1) || t_.is(next + 1, kCardinal));
    if (!told || counts) return {};
    Expression e;
    e.weekday = static_cast<std::uint8_t>(t_[i].info->value);
    e.day = static_cast<std::uint8_t>(t_[number].number);
    return {i, next, e};
}

/// "Chief Sunday Igboho", "the spokesman, Sunday Dare, denied", "Friday Okon said": a name before another, with a title, as an apposition
/// or as a subject; not "On Sunday Russia said", "Friday Turkish officials said".
bool Grammar::is_given_name(std::uint32_t i) const {
    const std::uint32_t name = i + 1, after = i + 2;
    const Token& family = t_[name];
    const bool named = t_.is_word(name) && family.capital && !family.all_capitals && family.gap == Gap::Space &&
                       family.info->classes == 0 && family.info->tense == Tense::None;
    if (!named || t_.is(i, kAbbreviated)) return false;
    if (t_.is(i - 1, kTitle) && t_[i - 1].capital && t_[i].gap == Gap::Space) return true;
    const std::uint32_t lead = t_.is_word(i - 1) && t_[i - 1].capital && !t_.is(i - 1, kPreposition) ? i - 2 : i - 1;  // ", Chief"
    if (t_.is_mark(lead, ',') && t_.is_word(lead - 1) && !t_[lead - 1].capital && t_.is_mark(after, ',')) return true;
    const bool given = t_[i].info->value == 5 || t_[i].info->value == 7;  // the days that children are most named for
    const Token& before = t_[i - 1];  // "the adviser Sunday Dare said"; not "on Sunday Russia said", "was killed Sunday Mali said"
    const bool office = t_.is_word(i - 1) && !before.capital && before.info->classes == 0 && before.info->tense == Tense::None &&
                        before.ending == Ending::Other && t_[i].gap == Gap::Space;
    const bool styled =
        t_.is_word(i - 1) && before.begins_sentence && before.info->classes == 0 && t_[i].gap == Gap::Space;  // "Chief Sunday Igboho said"
    return given && (t_[i].begins_sentence || office || styled) && t_.is(after, kSpeech);
}

/// "Wednesday | of last week", "Sunday | week", "Monday | next", "Friday | last week": a weekday by its week, which follows it.
Match Grammar::weekday_by_week_at(std::uint32_t i, std::uint32_t after, bool comma) const {
    Expression e;
    e.weekday = static_cast<std::uint8_t>(t_[i].info->value);
    const std::uint32_t week = t_.is(after + 1, Word::The) ? after + 3 : after + 2;
    if (t_.is(after, Word::Of) && t_.is(week - 1, kDeictic) && t_.is(week, Word::Week)) {  // "Wednesday of last week"
        e.kind = Expression::Kind::Shift;
        e.unit = e.rest_unit = Unit::Week;
        e.direction = t_[week - 1].info->value;
        e.coming = t_.is(week - 1, Word::Coming);
        return {i, week + 1, e};
    }
    const bool fortnight = t_.is(after, kUnit) && !t_.is(after, kPlural) && t_[after].info->unit == Unit::Fortnight;
    const bool weeks = fortnight || (t_.is(after, Word::Week) && t_[after].length == 4);
    if (weeks && !comma && (!t_.is_word(after + 1) || t_[after + 1].begins_sentence)) {  // "Sunday week", "Friday fortnight"
        e.kind = Expression::Kind::Shift;
        e.anchor = Expression::Anchor::Published;
        e.unit = Unit::Week;
        e.direction = 1;
        e.count = fortnight ? 2 : 1;
        return {i, after + 1, e};
    }
    const bool pointed = !comma && (t_.is(after, Word::Next) || t_.is(after, Word::Last)) && closes_phrase(after + 1);
    if (pointed) {  // "on Monday next", "on Sunday last"
        e.kind = Expression::Kind::Shift;
        e.unit = Unit::Week;
        e.direction = t_[after].info->value;
        e.count = 1;
        return {i, after + 1, e};
    }
    const bool of_week = (t_.is(after, Word::Last) || t_.is(after, Word::This) || t_.is(after, Word::Next)) && t_.is(after + 1, Word::Week);
    if (of_week) {  // "Friday last week"
        e.kind = Expression::Kind::Shift;
        e.unit = e.rest_unit = Unit::Week;
        e.direction = t_[after].info->value;
        return {i, after + 2, e};
    }
    return {};
}

/// "Friday, 10 May 1940", "Friday the 13th", "Friday"
Match Grammar::weekday_date_at(std::uint32_t i) const {
    if (!t_.is(i, kWeekday) || t_.is(i, kPlural) || !t_[i].capital || is_given_name(i)) return {};
    const auto weekday = static_cast<std::uint8_t>(t_[i].info->value);
    const bool dotted = t_.is(i, kAbbreviated) && t_.is_mark(i + 1, '.') && t_.joined(i + 1);
    const std::uint32_t after = dotted ? i + 2 : i + 1;
    std::uint32_t at = t_.is_mark(after, ',') ? after + 1 : after;
    Match date;
    const bool ends_line = at != i + 1 && t_[at].gap == Gap::Line;  // "left on Wed.", and the next entry
    if (!ends_line) keep_longer(date, day_month_at(at));
    if (!date && is_month_name(at)) date = month_at(at);
    if (!date) date = iso_date_at(at);
    if (!date) date = numeric_date_at(at);
    if (!date) date = numeric_pair_at(at);
    if (date && date.expression.day != 0) {
        date.first = i;
        date.expression.weekday = weekday;
        return date;
    }
    Expression e;
    e.weekday = weekday;
    if (t_.is(at, Word::The) && ordinal_at(at + 1) && is_day_of_month(ordinal_at(at + 1).value) && at == after) {
        const Count day = ordinal_at(at + 1);
        if (t_.is(day.end, kUnit) || t_.is(day.end, Word::Of)) return {i, after, e};
        e.day = static_cast<std::uint8_t>(day.value);
        return {i, day.end, e};
    }
    // "Friday 13:", "Tuesday 17 – Visit to Bogotá", an entry of an agenda
    const bool ends_range =
        i > 2 && t_.is_dash(i - 1) && t_.is_number(i - 2) && t_.is(i - 3, kWeekday) && t_.opens_line(i - 3);  // "Wed 21 – Fri 23:"
    const bool entry =
        at == after && (ends_range || t_.opens_line(i)) && t_.is_number(at) && t_[at].digits <= 2 && is_day_of_month(t_[at].number) &&
        (t_.is_mark(at + 1, ':') || (t_.is_dash(at + 1) && !t_.joined(at + 1)) || !t_.is_word(at + 1) || t_[at + 1].gap == Gap::Line);
    const bool closed =
        t_.is_mark(at + 1, '.') && !t_[at + 2].begins_sentence && t_[at + 2].gap != Gap::Line;  // not "Thursday 7. Note handed"
    if (entry && !closed && !t_.is_number(at + 2)) {
        e.day = static_cast<std::uint8_t>(t_[at].number);
        return {i, at + 1, e};
    }
    if (const Match numbered = numbered_weekday_at(i, after)) return numbered;
    if (t_.is(i, kAbbreviated) && !tells_short_weekday(i, after)) return {};
    if (const Match by_week = weekday_by_week_at(i, after, at != after)) return by_week;
    const bool title = t_.is_word(i + 1) && t_[i + 1].capital && t_[i + 1].gap == Gap::Space && !t_[i + 1].begins_sentence &&
                       t_[i + 1].info->classes == 0 && t_.is(i - 1, Word::The);
    if (title) return {};  // "the Sunday Times"
    return {i, after, e};
}

/// "the 15th of this month", "the third of next month"; Chinese news also has "the 15th of the month".
Match Grammar::day_of_month_at(std::uint32_t i) const {
    const Count day = ordinal_at(i + 1);
    if (!day || !is_day_of_month(day.value) || !t_.is(day.end, Word::Of)) return {};
    const std::uint32_t pointer = t_.is(day.end + 1, Word::The) ? day.end + 2 : day.end + 1;
    const bool months =
        t_.is(pointer, kDeictic) && t_.is(pointer + 1, kUnit) && !t_.is(pointer + 1, kPlural) && t_[pointer + 1].info->unit == Unit::Month;
    if (!months) return {};
    Match out = deictic_at(day.end + 1);
    if (!out || out.expression.kind != Expression::Kind::Shift || out.expression.month != 0) return {};
    out.first = i;
    out.expression.day = static_cast<std::uint8_t>(day.value);
    return out;
}

/// "the 5th instant", "your letter of the 20th ult.": of this month, of the last, of the next.
Match Grammar::instant_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    const Count day = ordinal_at(at);
    if (!day || !is_day_of_month(day.value) || !t_.is(day.end, Word::Instant)) return {};
    if (t_.is_word(day.end - 1) && !t_.joined(day.end - 1) && is_unlisted(day.end + 1) && !is_pronoun(day.end + 1))
        return {};  // "the third instant messenger"
    const bool dotted = t_[day.end].length <= 4 && t_.is_mark(day.end + 1, '.') && t_.joined(day.end + 1);
    Match out{i, dotted ? day.end + 2 : day.end + 1, {}};
    Expression& e = out.expression;
    e.kind = Expression::Kind::Shift;
    e.unit = Unit::Month;
    e.direction = t_[day.end].info->value;
    e.count = 1;
    e.day = static_cast<std::uint8_t>(day.value);
    return out;
}

/// "On the 15th he": who did it stands right behind the day.
bool Grammar::is_pronoun(std::uint32_t i) const {
    if (t_.is(i, Word::They) || t_.is(i, Word::It)) return true;
    static constexpr WordSet kPronouns{"he", "she", "there"};
    return t_.is_word(i) && kPronouns.contains(text_.substr(t_[i].begin, t_[i].end - t_[i].begin));
}

/// "On the 15th rebels took": at the head of a sentence, some and what they did; not "On the 3rd floor stood".
bool Grammar::opens_clause(std::uint32_t i, std::uint32_t noun) const {
    const bool head = t_.is(i - 1, Word::On) && t_[i - 1].begins_sentence && t_.is_word(noun) && t_.is_word(noun + 1);
    return head && !t_.is(noun, kUnit) && t_[noun].info->tense == Tense::None && text_[t_[noun].end - 1] == 's' &&
           t_[noun + 1].info->tense == Tense::Past;
}

/// "between the 14th | and": whether such a day ends before `i`.
bool Grammar::ends_between(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4;
    for (std::uint32_t back = 2; back <= longest; ++back)
        if (t_.is(i - back, Word::The) && t_.is(i - back - 1, Word::Between)) return ordinal_at(i - back + 1).end == i;
    return false;
}

/// "on the 5th", "by the 28th of that month": a day of the month that was told.
Match Grammar::lone_day_at(std::uint32_t i) const {
    if (const Match of_month = day_of_month_at(i)) return of_month;
    const bool ends_range = t_.is(i, Word::The) && t_.is(i - 1, Word::And) && ends_between(i - 1);
    if (!t_.is(i, Word::The) || (!t_.is(i - 1, kPreposition) && !ends_range) || t_.is(i - 1, Word::Of) || t_.is(i - 1, Word::In) ||
        !t_.is_number(i + 1))
        return {};
    const Count day = ordinal_at(i + 1);
    if (!day || !is_day_of_month(day.value) || goes_with_century(day.end, day.value)) return {};
    Match out{i, day.end, {}};
    out.expression.day = static_cast<std::uint8_t>(day.value);
    const std::uint32_t month = day.end + 2;
    const bool told = t_.is(day.end, Word::Of) && (t_.is(day.end + 1, Word::That) || t_.is(day.end + 1, Word::The)) &&
                      (t_.is(month, kUnit) || (t_.is(month, kSameness) && t_.is(month + 1, kUnit)));
    if (told) {
        const std::uint32_t unit = t_.is(month, kUnit) ? month : month + 1;
        if (t_[unit].info->unit != Unit::Month) return {};
        out.last = unit + 1;
        return out;
    }
    const bool closes = !t_.is_word(day.end) || t_[day.end].gap == Gap::Line || t_.is(day.end, Word::And) || t_.is(day.end, Word::The) ||
                        is_pronoun(day.end) || (t_.is(day.end, kPreposition) && !t_.is(day.end, Word::Of));
    return (closes || opens_clause(i, day.end)) && !t_.is_hyphen(day.end) ? out : Match{};
}

Match Grammar::date_at(std::uint32_t i) const {
    if (t_.is(i, kWeekday)) return goes_with_every(i) ? Match{} : weekday_date_at(i);
    if (t_.is(i, kMonth)) return month_at(i);
    if (t_.is_number(i)) {
        if (const Match iso = iso_date_at(i)) return iso;
        if (const Match numeric = numeric_date_at(i)) return numeric;
        if (const Match group = date_time_group_at(i)) return group;
        if (const Match pair = numeric_pair_at(i)) return pair;
    }
    if (t_.is_number(i) || t_.is(i, kOrdinal) || t_.is(i, Word::The)) {
        if (const Match instant = instant_at(i)) return instant;
        if (const Match other = day_of_other_calendar_at(i)) return other;
    }
    return day_month_at(i);
}

}  // namespace dateline::extract::temporal
