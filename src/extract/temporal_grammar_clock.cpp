#include "extract/temporal_grammar.h"

#include <algorithm>

namespace dateline::extract::temporal {

namespace {

constexpr int kFirstYear = 1000;  ///< four digits below it are none

/// Moves a clock to the half of the day that a part of it says: "at 9 on Monday evening".
void settle_half(Clock& clock, DayPart part) {
    const bool late = part == DayPart::Afternoon || part == DayPart::Evening || (part == DayPart::Night && clock.hour >= 6);
    if (late && clock.hour < 12) clock.hour = static_cast<std::int8_t>(clock.hour + 12);
}

bool is_day(const Match& date) {
    const Expression& e = date.expression;
    return date && e.type == TimexType::Date && (e.day != 0 || e.weekday != 0 || e.unit == Unit::Day);
}

/// A time of the day that is spoken of.
Expression clock_alone(const Clock& clock) {
    Expression e;
    e.kind = Expression::Kind::Recall;
    e.unit = Unit::Day;
    e.clock = clock;
    e.type = TimexType::Time;
    return e;
}

}  // namespace

/// "a.m.", "AM", "p.m", "o'clock", "hours": what makes a bare number a time of day.
std::uint32_t Grammar::take_half_day(std::uint32_t i, Clock& clock) const {
    const Token& token = t_[i];
    if (token.kind != TokenKind::Word) return i;
    const bool ante = token.mark == 'a' || token.mark == 'A';
    const bool post = token.mark == 'p' || token.mark == 'P';
    if (!ante && !post) return i;
    std::uint32_t end = i;
    if (t_.is(i, Word::Am) || t_.is(i, Word::Pm)) {
        end = i + 1;
    } else if (token.length == 1 && t_.is_mark(i + 1, '.') && t_.joined(i + 1) && t_.is(i + 2, Word::M)) {
        end = t_.is_mark(i + 3, '.') && t_.joined(i + 3) ? i + 4 : i + 3;
    } else if (token.length == 1 && t_.is(i + 1, Word::M) && t_[i + 1].length == 1) {
        end = i + 2;
    }
    if (end == i) return i;
    if (clock.hour > 12) return end;
    if (post && clock.hour < 12) clock.hour = static_cast<std::int8_t>(clock.hour + 12);
    if (ante && clock.hour == 12) clock.hour = 0;
    return end;
}

std::uint32_t Grammar::take_zone(std::uint32_t i, Clock& clock) const {
    if (t_.is_mark(i, '(')) {
        const std::uint32_t inner = take_zone(i + 1, clock);
        return inner != i + 1 && t_.is_mark(inner, ')') ? inner + 1 : i;
    }
    if (t_.is(i, kZone) && (t_[i].all_capitals || (t_.is(i, Word::Z) && t_[i].capital))) {
        clock.has_zone = true;
        clock.zone_min = t_[i].info->value;
        std::uint32_t end = i + 1;
        const bool offset = (t_.is_mark(end, '+') || t_.is_hyphen(end)) && (t_.joined(end) || t_.is_mark(i - 1, '(')) &&
                            t_.is_number(end + 1) && t_.joined(end + 1) && t_[end + 1].digits <= 2 && t_[end + 1].number <= 14;
        if (offset) {
            const int sign = t_.is_mark(end, '+') ? 1 : -1;
            int minutes = t_[end + 1].number * 60;
            end += 2;
            if (t_.is_mark(end, ':') && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1) &&
                t_[end + 1].digits == 2) {  // "UTC+05:30"
                minutes += t_[end + 1].number;
                end += 2;
            }
            clock.zone_min = static_cast<std::int16_t>(sign * minutes);
        }
        return end;
    }
    const bool sign = t_.is_mark(i, '+') || t_.is_hyphen(i);
    if (sign && t_.is_number(i + 1) && t_.joined(i + 1) && clock.minute >= 0) {
        if (t_[i + 1].digits == 4 && t_[i + 1].number <= 1400) {
            clock.has_zone = true;
            const int minutes = t_[i + 1].number / 100 * 60 + t_[i + 1].number % 100;
            clock.zone_min = static_cast<std::int16_t>(t_.is_mark(i, '+') ? minutes : -minutes);
            return i + 2;
        }
        if (t_[i + 1].digits == 2 && t_.is_mark(i + 2, ':') && t_.is_number(i + 3) && t_[i + 3].digits == 2 && t_[i + 1].number <= 14) {
            clock.has_zone = true;
            const int minutes = t_[i + 1].number * 60 + t_[i + 3].number;
            clock.zone_min = static_cast<std::int16_t>(t_.is_mark(i, '+') ? minutes : -minutes);
            return i + 4;
        }
    }
    return take_zone_name(i, clock);
}

/// "local time", "Eastern time", "Pacific Daylight Time", "Baghdad time".
std::uint32_t Grammar::take_zone_name(std::uint32_t i, Clock& clock) const {
    if (t_.is(i, Word::Local) && t_.is(i + 1, Word::Time)) return i + 2;
    if (!t_.is_word(i) || !t_[i].capital || t_[i].gap != Gap::Space) return i;
    const bool summer = t_.is(i + 1, Word::Daylight), standard = t_.is(i + 1, Word::Standard);
    const std::uint32_t time = summer || standard ? i + 2 : i + 1;
    if (!t_.is(time, Word::Time) || t_.is(time, kPlural)) return i;
    if (t_.is(i, kZone)) {
        clock.has_zone = true;
        clock.zone_min = static_cast<std::int16_t>(t_[i].info->value + (summer ? 60 : 0));
    } else if (summer || standard || t_[i].info->classes != 0 || t_[time].capital) {
        return i;
    }
    return time + 1;
}

/// "half past six", "quarter to five", "ten past nine". Returns `i` for none.
std::uint32_t Grammar::take_past_or_to(std::uint32_t i, Clock& clock) const {
    const std::uint32_t word = t_.is(i, Word::A) ? i + 1 : i;
    int minutes = t_.is(word, Word::Half) ? 30 : t_.is(word, Word::Quarter) ? 15 : 0;
    std::uint32_t at = word + 1;
    if (minutes == 0) {
        const Count count = cardinal_at(i);
        if (!count || (count.value != 5 && count.value != 10 && count.value != 20 && count.value != 25)) return i;
        minutes = static_cast<int>(count.value);
        at = count.end;
    }
    const bool past = t_.is(at, Word::Past);
    if (!past && (!t_.is(at, Word::To) || minutes == 30)) return i;
    const Token& hour = t_[at + 1];
    const bool digits = hour.kind == TokenKind::Number && hour.digits <= 2 && hour.number >= 1 && hour.number <= 12 && minutes % 15 == 0;
    const bool words = t_.is(at + 1, kCardinal) && hour.info->value >= 1 && hour.info->value <= 12;
    if ((!digits && !words) || t_.is(at + 2, kUnit | kScale | kMonth)) return i;
    const Token& next = t_[at + 2];
    if (!past && minutes % 15 != 0 && next.kind == TokenKind::Word && next.gap == Gap::Space && next.ending == Ending::S &&
        next.info->classes == 0 && !next.capital)
        return i;  // "five to six pirates"
    const int whole = digits ? hour.number : hour.info->value;
    clock.hour = static_cast<std::int8_t>(past ? whole : (whole + 10) % 12 + 1);
    clock.minute = static_cast<std::int8_t>(past ? minutes : 60 - minutes);
    return at + 2;
}

/// The digits of a clock, "9", "9:30", "17.30", "17:00:05.2". Returns `i` for none; `sure` where nothing else
/// is written so.
std::uint32_t Grammar::take_digits(std::uint32_t i, Clock& clock, bool& sure) const {
    clock.hour = static_cast<std::int8_t>(t_[i].number);
    std::uint32_t end = i + 1;
    const bool told = t_.is(i - 1, Word::At) || (t_[i].digits == 2 && !t_.is(i - 1, Word::In));  // "won in 13h30"
    const bool with_h =
        told && t_.is(end, Word::H) && t_[end].length == 1 && t_.joined(end) && t_.joined(end + 1) && t_.is_number(end + 1);  // "18h30"
    if (with_h && t_[end + 1].digits == 2 && t_[end + 1].number < 60) {
        clock.minute = static_cast<std::int8_t>(t_[end + 1].number);
        sure = true;
        return clock.hour == 24 && clock.minute != 0 ? i : end + 2;
    }
    const bool colon = t_.is_mark(end, ':') && t_.joined(end) && t_.joined(end + 1);
    const bool dot = t_.is_mark(end, '.') && t_.joined(end) && t_.joined(end + 1);
    const auto two_digits = [&](std::uint32_t at, int below) { return t_.is_number(at) && t_[at].digits == 2 && t_[at].number < below; };
    if ((colon || dot) && two_digits(end + 1, 60)) {
        clock.minute = static_cast<std::int8_t>(t_[end + 1].number);
        end += 2;
        if (colon && t_.is_mark(end, ':') && t_.joined(end) && t_.joined(end + 1) && two_digits(end + 1, 61)) {
            clock.second = static_cast<std::int8_t>(std::min(t_[end + 1].number, 59));
            end += 2;
            if (t_.is_mark(end, '.') && t_.joined(end) && t_.is_number(end + 1) && t_.joined(end + 1)) end += 2;
        }
        const bool introduced = t_.is(i - 1, kPreposition | kApprox | kDayPart | kWeekday | kDateWord) || t_[i].digits == 2 ||
                                t_.is(i - 1, Word::T) || t_.is_dash(i - 1);
        const bool half_or_unit = t_.is(end, Word::Z) || t_.is(end, kUnit) || t_.is(end, Word::Am) || t_.is(end, Word::Pm) ||
                                  t_.is(end, Word::A) || t_.is(end, Word::P);
        const bool more = t_.is_mark(end, ':') && t_.joined(end + 1);
        const bool goes_on = t_.joined(end) && (more || t_.is_word(end)) && !half_or_unit;
        // "22.10: leaders meet", an entry of a log
        const bool label =
            dot && t_[i].digits == 2 && t_.opens_line(i) && ((t_.is_mark(end, ':') && !more) || (t_.is_dash(end) && !t_.joined(end)));
        const bool other =
            (t_.is(i - 1, kNumberNoun) && t_[i].gap == Gap::Space) || t_.is(i - 1, Word::In);  // "Psalm 19:10", "ran it in 3:32.11"
        sure = label || (colon && introduced && !goes_on && !other);
    }
    return clock.hour == 24 && clock.minute != 0 ? i : end;
}

/// The hour and minute in any form: "9:30", "0300" before hours or a zone, "half past six", "seven".
std::uint32_t Grammar::take_hour(std::uint32_t i, Clock& clock, bool& sure) const {
    const Token& token = t_[i];
    if (token.kind == TokenKind::Number && token.number >= 0 && token.digits <= 2 && token.number <= 24) return take_digits(i, clock, sure);
    if (token.kind == TokenKind::Number && token.digits == 4 && token.number < 2400 && token.number % 100 < 60) {
        clock.hour = static_cast<std::int8_t>(token.number / 100);
        clock.minute = static_cast<std::int8_t>(token.number % 100);
        Clock zoned = clock;
        const bool hours = t_.is(i + 1, kUnit) && t_[i + 1].info->unit == Unit::Hour;
        const bool local = t_.is(i + 1, Word::Local) && t_.is(i + 2, Word::Time);
        const bool at_hour = t_.is(i - 1, Word::At) && token.number < kFirstYear && !t_.is(i + 1, kCounted);  // "Friday at 0800"
        sure = hours || local || (t_.is(i + 1, kZone) && take_zone(i + 1, zoned) != i + 1) || at_hour || is_hour_of_day(i);
        return sure ? i + 1 : i;
    }
    if (const std::uint32_t spoken = take_past_or_to(i, clock); spoken != i) {
        sure = true;
        return spoken;
    }
    if (!t_.is(i, kCardinal) || token.info->value < 1 || token.info->value > 12) return i;
    clock.hour = static_cast<std::int8_t>(token.info->value);
    return i + 1;
}

/// "this morning", "last night", "tomorrow evening", "tonight"
bool Grammar::points_to_part(std::uint32_t i) const {
    const bool named = t_.is(i, kDateWord) && !t_.is(i, Word::Overnight);
    return (named && t_.is(i, kDayPart)) ||
           ((named || t_.is(i, Word::This) || t_.is(i, Word::Last)) && t_.is(i + 1, kDayPart) && !t_.is(i + 1, kPlural));
}

/// A time of day: "9:30 a.m.", "17:00:05 GMT", "5pm", "0300 hours", "seven o'clock", "6 in the evening".
/// Returns `i` for none.
std::uint32_t Grammar::take_clock(std::uint32_t i, Clock& clock) const {
    Clock read;
    bool sure = false;
    std::uint32_t end = take_hour(i, read, sure);
    if (end == i) return i;
    const std::uint32_t half_day = take_half_day(end, read);
    if (half_day != end) {
        sure = true;
        end = half_day;
    } else if (t_.is(end, Word::O) && t_.is_apostrophe(end + 1) && t_.is(end + 2, Word::Clock)) {
        sure = true;
        end += 3;
    } else if (t_.is(end, kUnit) && t_[end].info->unit == Unit::Hour && read.minute >= 0) {
        sure = true;
        ++end;
    } else if (t_.is(end, Word::In) && t_.is(end + 1, Word::The) && t_.is(end + 2, kDayPart) && t_.is(i - 1, kPreposition)) {
        sure = true;
    } else if (t_.is(i - 1, Word::At) && points_to_part(end)) {  // "at 10 this morning"
        sure = true;
    }
    if (!sure && read.minute < 0) return i;
    const std::uint32_t zone = take_zone(end, read);
    if (!sure && zone == end) return i;
    end = zone;
    // "in the morning" settles the half of the day
    const std::uint32_t the = t_.is(end, Word::In) || t_.is(end, Word::At) ? end + 1 : end;
    const std::uint32_t part = t_.is(the, Word::The) || t_.is(the, Word::That) ? the + 1 : the;
    if (the != end && t_.is(part, kDayPart) && !t_.is(part, kPlural)) {
        settle_half(read, static_cast<DayPart>(t_[part].info->value));
        end = part + 1;
    }
    clock = read;
    return end;
}

/// After a day, "Monday mid-morning", "Friday late afternoon": the part of the day behind the word that divides it; else `at`.
std::uint32_t Grammar::part_of_day_at(std::uint32_t at) const {
    if (!t_.is(at, kPart) || t_.is(at, kPartNoun)) return at;
    const std::uint32_t part = t_.is_hyphen(at + 1) && t_.joined(at + 1) ? at + 2 : at + 1;
    return t_.is(part, kDayPart) ? part : at;
}

/// Whether the sentence of the clock at `i` speaks of an evening: "Tonight's game will start at 7:30".
bool Grammar::tells_evening(std::uint32_t i) const {
    constexpr std::uint32_t reach = 15;
    for (std::uint32_t n = 1; n <= reach && t_[i - n].kind != TokenKind::Break && t_[i - n].sentence == t_[i].sentence; ++n) {
        if (!t_.is(i - n, kDayPart) || t_.is(i - n, Word::Overnight)) continue;
        const auto part = static_cast<DayPart>(t_[i - n].info->value);
        return t_.is(i - n, kDateWord) || part == DayPart::Evening || part == DayPart::Night;
    }
    return false;
}

/// After a day: "Friday morning", "3 May at 5 p.m.", "2009-12-19T17:00:00Z". Leaves other dates as they are.
Match Grammar::with_clock(Match date) const {
    Expression& e = date.expression;
    const bool is_day = e.day != 0 || e.weekday != 0 || (e.kind == Expression::Kind::Shift && e.unit == Unit::Day) ||
                        (e.kind == Expression::Kind::Recall && e.unit == Unit::Day) || e.kind == Expression::Kind::Holiday;
    if (!is_day || !e.clock.empty() || e.type != TimexType::Date) return date;
    std::uint32_t at = date.last;
    if (t_.is_number(at) && t_[at].gap == Gap::Line) return date;  // a heading, and its first entry "05:45 – …"
    const bool barred = t_.is_mark(at, '|') && !t_.is_mark(date.first - 1, '|') && !t_.opens_line(date.first);
    const bool dashed = (t_.is_dash(at) || barred) && t_[at].gap == Gap::Space && t_[at + 1].gap == Gap::Space && e.year != kNoYear &&
                        t_.is_mark(at + 2, ':');  // "May 5, 2024 - 11:03", "Updated: May 5, 2024 | 11:03"
    if (t_.is_mark(at, ',') || dashed) ++at;
    if (t_.is(at, Word::T) && t_.joined(at) && t_.joined(at + 1)) {
        ++at;
    } else if (t_.is(at, Word::At)) {
        ++at;
        if (t_.is(at, kApprox)) ++at;
    }
    Clock clock;
    const bool at_part = t_.is(at - 1, Word::At);  // "Friday at noon"
    const std::uint32_t part = at == date.last ? part_of_day_at(at) : at;
    if ((at == date.last || at_part) && t_.is(part, kDayPart) && !t_.is(part, kPlural | kDateWord)) {
        clock.part = static_cast<DayPart>(t_[part].info->value);
        at = part + 1;
    } else {
        const std::uint32_t end = take_clock(at, clock);
        if (end == at) {
            // "in the morning" after a day
            if (t_.is(date.last, Word::In) && t_.is(date.last + 1, Word::The) && t_.is(date.last + 2, kDayPart)) {
                clock.part = static_cast<DayPart>(t_[date.last + 2].info->value);
                at = date.last + 3;
            } else {
                return date;
            }
        } else {
            at = end;
        }
    }
    e.clock = clock;
    e.type = TimexType::Time;
    date.last = at;
    return date;
}

/// A time of day with or without its day: "5 p.m. on Friday", "9:34 p.m., March 19".
/// "2 p.m. local time (1100 GMT) on Sunday": the day that stands behind the other clock.
Match Grammar::day_after_bracket(std::uint32_t i) const {
    Clock other;
    if (!t_.is_mark(i, '(')) return {};
    const std::uint32_t end = take_clock(i + 1, other);
    if (end == i + 1 || !t_.is_mark(end, ')')) return {};
    const std::uint32_t at = t_.is(end + 1, Word::On) ? end + 2 : end + 1;
    Match day = date_at(at);
    if (!day) day = day_word_at(at);
    const Expression& e = day.expression;
    const bool whole = day && e.type == TimexType::Date && (e.day != 0 || e.weekday != 0 || e.unit == Unit::Day);
    return whole ? day : Match{};
}

Match Grammar::clock_at(std::uint32_t i) const {
    Clock clock;
    const std::uint32_t end = take_clock(i, clock);
    if (end == i) return {};
    const bool bare = t_.is_number(i) && t_[i].digits == 1 && end == i + 3 && t_.is_mark(i + 1, ':') && clock.hour == t_[i].number;
    constexpr int evening = 6;
    if (bare && clock.hour >= evening && tells_evening(i)) clock.hour = static_cast<std::int8_t>(clock.hour + 12);
    std::uint32_t at = t_.is_mark(end, ',') ? end + 1 : end;
    if (at == end && t_[at].gap == Gap::Line) return {i, end, clock_alone(clock)};
    if (t_.is(at, Word::On) || t_.is(at, Word::Of)) ++at;
    Match day = date_at(at);
    if (!day || (day.expression.day == 0 && day.expression.weekday == 0)) day = day_word_at(at);
    if (day && t_.is(at, kDateWord) && t_.is(at, kDayPart)) {  // "8 p.m. tonight"
        day.expression.type = TimexType::Date;
        settle_half(clock, DayPart::Night);
    }
    if (!day && at != end) {  // "8 a.m. on New Year's Day"
        const Match feast = named_at(at);
        if (feast && feast.expression.kind == Expression::Kind::Holiday) day = feast;
    }
    if (!day && at != end) day = recall_at(at);
    if (!day && t_.is(at, Word::The)) day = deictic_at(at + 1);
    if (!day && t_.is(at, Word::The)) day = day_before_at(at);          // "10 p.m. the night before"
    if (!day && at == end && points_to_part(at)) day = deictic_at(at);  // "9:30 last night"
    if (day && day.expression.kind == Expression::Kind::Shift && day.expression.unit == Unit::Day &&
        day.expression.clock.part != DayPart::None) {
        settle_half(clock, day.expression.clock.part);
        day.expression.type = TimexType::Date;
    }
    if (!day && t_.is(at, kDeictic) && t_.is(at + 1, kWeekday)) day = deictic_at(at);                    // "7 p.m. next Tuesday"
    if (day && t_.is(day.last, kDayPart) && !t_.is(day.last, kPlural | kDateWord) && clock.hour >= 0) {  // "9 o'clock on Monday evening"
        settle_half(clock, static_cast<DayPart>(t_[day.last].info->value));
        ++day.last;
    }
    const bool whole_day = day && day.expression.type == TimexType::Date &&
                           (day.expression.day != 0 || day.expression.weekday != 0 || day.expression.unit == Unit::Day ||
                            day.expression.kind == Expression::Kind::Holiday);
    Match out{i, end, {}};
    if (whole_day) {
        out.expression = day.expression;
        out.last = take_zone(day.last, clock);
    } else if (const Match later = day_after_bracket(end)) {
        out.expression = later.expression;
    } else {
        out.expression = clock_alone(clock);
        out.expression.traded = hints_.financial;
        const std::uint32_t recurring = recurring_end(end);
        out.expression.vague = recurring != 0;
        out.last = std::max(end, recurring);
    }
    out.expression.clock = clock;
    out.expression.type = TimexType::Time;
    return out;
}

/// "after 22:00 | since 10 November", "from 22:00 each night | since May": where an hour of every day since then ends; 0 for any other.
std::uint32_t Grammar::recurring_end(std::uint32_t end) const {
    const bool unit = t_.is(end + 1, kDayPart) || (t_.is(end + 1, kUnit) && t_[end + 1].info->unit == Unit::Day);
    if (t_.is(end, kEvery) && unit) end += 2;
    return t_.is(end, Word::Since) && (t_.is_number(end + 1) || t_.is(end + 1, kMonth | kWeekday)) ? end : 0;
}

/// "the early hours of Sunday", "the small hours of 3 May".
Match Grammar::early_hours_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    const bool hours = (t_.is(at, Word::Early) || t_.is(at, Word::Small)) && t_.is(at + 1, kUnit) && t_.is(at + 1, kPlural) &&
                       t_[at + 1].info->unit == Unit::Hour && t_.is(at + 2, Word::Of);
    if (!hours) return {};
    Match day = date_at(at + 3);
    if (!day) day = day_word_at(at + 3);
    if (!day || (day.expression.day == 0 && day.expression.weekday == 0 && day.expression.unit != Unit::Day)) return {};
    day.first = i;
    day.expression.type = TimexType::Time;
    day.expression.clock.part = DayPart::Morning;
    if (t_.is(day.last, kDayPart) && t_[day.last].info->value == static_cast<int>(DayPart::Morning)) ++day.last;
    return day;
}

/// The day that a part of the day is of: "3 May", "Friday", "yesterday"; after "of" or "on" also "that day".
Match Grammar::day_of_part(std::uint32_t at, bool linked, bool dated) const {
    Match day;
    if (dated) day = date_at(at);
    if (day && (day.expression.day != 0 || day.expression.weekday != 0)) return day;
    day = day_word_at(at);
    if (!day && t_.is(at, kDeictic) && t_.is(at + 1, kWeekday)) day = deictic_at(at);  // "noon next Thursday"
    if (!day && linked) day = recall_at(at);
    if (!day && linked) {
        const Match deictic = deictic_at(t_.is(at, Word::The) ? at + 1 : at);
        if (deictic && deictic.expression.unit == Unit::Day) day = deictic;
    }
    return day;
}

/// "overnight from 3 | to 4 May", "overnight 3 | –4 May": the first of two days that have one month.
bool Grammar::two_nights_at(std::uint32_t number, Match& out) const {
    const std::uint32_t link = number + 1;
    const bool linked = t_.is_dash(link) || t_.is_mark(link, '/') || t_.is(link, Word::To);
    return linked && day_month_at(link + 1) && night_of_number(number - 1, out);
}

/// "the night of 3", and where "–4 May" follows, its month: `out` gets a day without one else.
bool Grammar::night_of_number(std::uint32_t of, Match& out) const {
    const std::uint32_t number = of + 1;
    const bool linked = t_.is(of, Word::Of) || t_.is(of, Word::On) || t_.is(of, Word::From) || t_.is(of, Word::Overnight);
    if (!linked || !t_.is_number(number) || t_[number].number < 1 || t_[number].number > 31 || t_[number].digits > 2) return false;
    Expression& e = out.expression;
    e.kind = Expression::Kind::Calendar;
    e.unit = Unit::None;
    e.day = static_cast<std::uint8_t>(t_[number].number);
    out.last = number + 1;
    const bool two_days = t_.is_dash(out.last) || t_.is_mark(out.last, '/') || t_.is(out.last, Word::And) || t_.is(out.last, Word::To);
    if (const Match second = day_month_at(out.last + 1); two_days && second) {
        e.month = second.expression.month;
        e.year = second.expression.year;
    }
    return true;
}

/// "a | morning slump", "a steep | morning slump", "in Exchange | afternoon trading": the part of the day at `i`, up to `end`.
bool Grammar::part_dates_event(std::uint32_t i, std::uint32_t end, DayPart part) const {
    const bool by_day = part == DayPart::Morning || part == DayPart::Afternoon;
    if (t_.is(i - 1, Word::A) && part != DayPart::Night && part != DayPart::Dawn && is_event_noun(end)) return true;
    if (by_day && t_.is(end, Word::Trading)) return true;
    const bool adjective = t_.is_word(i - 1) && !t_.is(i - 1, kPreposition | kDeterminer | kArticle);
    return by_day && adjective && t_.is(i - 2, Word::A) && t_.is(end, Word::Setback);
}

/// "the morning of 3 May", "early in the morning", "noon on Friday", "midnight", "the night of 3".
Match Grammar::day_part_at(std::uint32_t i) const {
    const bool article = t_.is(i, Word::The);
    std::uint32_t at = article ? i + 1 : i;
    if (t_.is(at, kPart) && !t_.is(at, kPartNoun) && (t_.is(at + 1, kDayPart) || (t_.is(at + 1, Word::In) && t_.is(at + 2, Word::The)))) {
        at += t_.is(at + 1, Word::In) ? 3u : 1u;
    }
    if (article && t_.is(at, Word::Following) && t_[at].info->value == 0 && t_.is(at + 1, kDayPart))
        ++at;                 // "the intervening night of 14 and 15 May"
    at = part_of_day_at(at);  // "mid-afternoon on Friday"
    // "overnight on 16-17 February", "overnight from 3 to 4 May", "overnight 3–4 May", "overnight Saturday"
    const bool before_day = t_.is(at + 1, Word::On) || (t_.is(at + 1, kWeekday) && !t_.is(at + 1, kPlural)) || t_.is(at + 1, kMonth) ||
                            t_.is_number(at + 1) || (t_.is(at + 1, Word::From) && (t_.is_number(at + 2) || t_.is(at + 2, kMonth)));
    const bool overnight = t_.is(at, Word::Overnight) && at == i && before_day;
    if (!t_.is(at, kDayPart) || t_.is(at, kPlural) || (t_.is(at, kDateWord) && !overnight)) return {};
    const auto part = overnight ? DayPart::Night : static_cast<DayPart>(t_[at].info->value);
    const bool point = part == DayPart::Noon || part == DayPart::Midnight;
    const bool begins_day = part == DayPart::Midnight && t_.is(i - 1, Word::After);  // "after midnight on Thursday"
    std::uint32_t end = at + 1;
    if (t_.is(end, kUnit) && t_[end].info->unit == Unit::Hour && t_.is(end, kPlural)) ++end;  // "the early morning hours"
    Clock clock;
    if (point) end = take_zone(end, clock);  // "noon EST"
    clock.part = part;
    clock.hour = begins_day ? 0 : -1;
    Match out{i, end, {}};
    Expression& e = out.expression;
    e.kind = Expression::Kind::Recall;
    e.unit = Unit::Day;
    e.clock = clock;
    e.type = TimexType::Time;
    e.traded = hints_.financial;
    const bool eve = part == DayPart::Night && article && (t_.is(end, Word::To) || t_.is(end, Word::Into)) && t_.is(end + 1, kWeekday) &&
                     !t_.is(end + 1, kPlural) && t_[end + 1].capital;
    if (eve) {  // "in the night | to Wednesday": that before it
        e = Expression{};
        e.weekday = static_cast<std::uint8_t>(t_[end + 1].info->value);
        e.rest_count = -1;
        e.clock = clock;
        e.type = TimexType::Time;
        return out;
    }
    const bool linked = t_.is(end, Word::Of) || t_.is(end, Word::On) || (overnight && t_.is(end, Word::From));
    const std::uint32_t day_at = linked ? end + 1 : end;
    const bool dated = linked || point || at != i || overnight || (!article && t_.is(day_at, kDateWord | kWeekday));
    Match day = day_of_part(day_at, linked, dated);
    if (day && point && !linked && t_.is(day_at, kDateWord)) day.expression.type = TimexType::Date;  // "midnight tonight"
    if (is_day(day)) {
        e = day.expression;
        e.clock = clock;
        e.type = TimexType::Time;
        out.last = day.last;
        return out;
    }
    const bool span = overnight && !t_.is(end, Word::On);  // not "overnight 3 people died"
    if (span ? two_nights_at(day_at, out) : night_of_number(end, out)) return out;
    if (overnight) return {};
    if (t_[at].capital && !t_[at].begins_sentence) return {};
    const bool of_event = !point && part_dates_event(i, end, part);
    const bool introduced = t_.is(i - 1, kPreposition) || at != i || point || of_event;
    if (!introduced || t_.is_hyphen(end) || t_.is(i - 1, Word::For) || (t_.is(end, Word::Of) && !point)) return {};
    // "at night", "in the dawn": no night in particular
    const bool edge =
        !hints_.narrative && part == DayPart::Dawn &&
        (t_.is(i - 1, Word::Before) || t_.is(i - 1, Word::After) || t_.is(i - 1, Word::Until));  // "found shortly before dawn"
    if (!article && !point && !of_event && !edge && !t_.is(i - 1, Word::By) && !t_.is(i - 1, Word::At) && !t_.is(i - 1, Word::In))
        return {};
    e.vague = !article && !point && t_.is(at, Word::Night);  // "at night", not "by nightfall"
    return out;
}

}  // namespace dateline::extract::temporal
