#include "extract/temporal_grammar.h"

#include <cmath>

// "… ago", "… later", "… before": a length of time that leads to a date.
namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

/// How a length of time is counted from a day; without a direction it is not.
struct Grammar::Shift {
    Anchor anchor = Anchor::Told;
    int direction = 0;
    std::uint32_t end = 0;
};

/// "He will fly home a week on Tuesday", "until a week on Friday"; not "after a week on Tuesday".
bool Grammar::is_week_on_day(const Match& duration) const {
    const std::uint32_t first = duration.first, on = duration.last, day = on + 1;
    const Expression& e = duration.expression;
    if (!t_.is(on, Word::On) || on != first + 2 || !t_.is(first, Word::A) || e.unit != Unit::Week || e.vague) return false;
    const bool to_come = !t_.is(first - 1, kPreposition) || t_.is(first - 1, Word::Until) || t_.is(first - 1, Word::By);
    return to_come && t_.is(day, kWeekday) && !t_.is(day, kPlural) && t_[day].capital;
}

/// "is a week tomorrow", "is three weeks today"
bool Grammar::is_week_from_day(const Match& duration) const {
    const Expression& e = duration.expression;
    const std::uint32_t day = duration.last, verb = duration.first - 1;
    const bool weeks = (e.unit == Unit::Week || e.unit == Unit::Fortnight) && !e.vague && t_.is(day, kDateWord) && !t_.is(day, kDayPart) &&
                       t_[day].info->value >= 0;
    return weeks && t_[day].gap == Gap::Space && (t_[verb].info->tense == Tense::Present || t_.is(verb, Word::Be));
}

/// "the reporting period", "the period under review": the end of it. `i` for none.
std::uint32_t Grammar::reporting_period_end(std::uint32_t i) const {
    const auto says = [&](std::uint32_t at, std::string_view word) {
        return t_.is_word(at) && text_.substr(t_[at].begin, t_[at].end - t_[at].begin) == word;
    };
    if (!t_.is(i, Word::The) && !t_.is(i, Word::This)) return i;
    if (t_.is(i + 2, Word::Period) && (says(i + 1, "reporting") || says(i + 1, "review"))) return i + 3;
    const bool under = t_.is(i + 1, Word::Period) && (says(i + 2, "under") || says(i + 2, "of"));
    return under && (says(i + 3, "review") || says(i + 3, "report")) ? i + 4 : i;
}

/// "ten years ago | this month", "… ago | today": how near the day is known.
std::uint32_t Grammar::end_of_part_of_year(std::uint32_t at, Expression& e) const {
    if (e.unit != Unit::Year || e.vague || e.rest_unit != Unit::None) return at;
    const bool whole = t_.is(at, Word::This) && t_.is(at + 1, kUnit) && !t_.is(at + 1, kPlural) &&
                       (t_[at + 1].info->unit == Unit::Month || t_[at + 1].info->unit == Unit::Week);
    const bool day = t_.is(at, kDateWord) && !t_.is(at, kDayPart) && t_[at].info->value == 0;
    if (!whole && !day) return at;
    e.rest_unit = day ? Unit::Day : t_[at + 1].info->unit;
    return at + (day ? 1 : 2);
}

/// "two weeks ago | today", "a week ago | on Sunday": its day.
std::uint32_t Grammar::end_of_day_of_week(std::uint32_t at, Expression& e) const {
    if ((e.unit != Unit::Week && e.unit != Unit::Fortnight) || e.vague) return at;
    const std::uint32_t day = t_.is(at, Word::On) || t_.is(at, Word::Last) ? at + 1 : at;  // "a week ago last Tuesday"
    if (t_.is(at, kDateWord) && !t_.is(at, kDayPart) && t_[at].info->value == 0) {
        e.count *= e.unit == Unit::Week ? 7 : 14;
        e.unit = Unit::Day;
        return at + 1;
    }
    if (!t_.is(day, kWeekday) || t_.is(day, kPlural) || !t_[day].capital) return at;
    e.count *= e.unit == Unit::Week ? 1 : 2;
    e.unit = Unit::Week;
    e.weekday = static_cast<std::uint8_t>(t_[day].info->value);
    return day + 1;
}

/// "ago", "back", "earlier", "later", "hence", "from now"
Grammar::Shift Grammar::shift_of_adverb(Match& duration) const {
    const std::uint32_t at = duration.last, end = at + 1;
    Expression& e = duration.expression;
    if (t_.is(at, Word::Ago)) return {Anchor::Published, -1, end_of_day_of_week(end_of_part_of_year(end, e), e)};
    if (t_.is(at, Word::Back) && !t_.is_word(end)) return {Anchor::Published, -1, end_of_part_of_year(end, e)};
    if (t_.is(at, Word::Earlier) && !t_.is(end, Word::Than)) return {Anchor::Told, -1, end};
    if (t_.is(at, Word::Later) && !t_.is(end, Word::Than)) return {Anchor::Told, 1, end};
    if (t_.is(at, Word::Hence)) return {Anchor::Published, 1, end};
    const bool from_now = t_.is(at, Word::From) && (t_.is(end, Word::Now) || (t_.is(end, kDateWord) && t_[end].info->value == 0));
    return from_now ? Shift{Anchor::Published, 1, at + 2} : Shift{};
}

/// "two weeks from Monday", "is a week tomorrow", "a week on Tuesday": weeks from a day that is named.
Grammar::Shift Grammar::shift_from_day(Match& duration) const {
    const std::uint32_t at = duration.last, end = at + 1;
    Expression& e = duration.expression;
    const bool from = t_.is(at, Word::From) && (e.unit == Unit::Week || e.unit == Unit::Fortnight) && !e.vague && t_.is(end, kWeekday) &&
                      !t_.is(end, kPlural) && t_[end].capital;
    if (!from && is_week_from_day(duration)) {
        constexpr double week = 7;
        e.count = e.count * (e.unit == Unit::Week ? week : 2 * week) + t_[at].info->value;
        e.unit = Unit::Day;
        return {Anchor::Published, 1, end};
    }
    if (!from && !is_week_on_day(duration)) return {};
    if (from) e.count *= e.unit == Unit::Week ? 1 : 2;
    if (from) e.unit = Unit::Week;
    e.weekday = static_cast<std::uint8_t>(t_[end].info->value);
    return {Anchor::Published, 1, at + 2};
}

/// "A year on", "two days before that", "the day afterwards", "in two weeks' time"
Grammar::Shift Grammar::shift_of_preposition(Match& duration) const {
    const std::uint32_t at = duration.last, end = at + 1;
    Expression& e = duration.expression;
    if (t_.is(at, Word::On) && e.unit >= Unit::Day && (!t_.is_word(end) ? !t_.is_number(end) : t_[end].begins_sentence) &&
        !t_.is(end + 2, Word::Off) && !t_.is(end + 3, Word::Off)) {
        e.till_now = true;
        return {Anchor::Told, 1, end};
    }
    if (t_.is_apostrophe(at) && t_.joined(at) && (t_.is(end, Word::Time) || (t_.is(end, Word::S) && t_.is(end + 1, Word::Time))))
        return {Anchor::Published, 1, t_.is(end, Word::S) ? at + 3 : at + 2};
    const bool before = t_.is(at, Word::Before), afterwards = t_.is(at, Word::Afterwards);
    if (!before && !afterwards && !t_.is(at, Word::After)) return {};
    if (t_.is(duration.first - 1, Word::For)) return {};  // "was mayor for two years before that"
    if (afterwards) return {Anchor::Told, 1, end};
    // "a day after 130 were killed" is a length of time
    const bool ends = (!t_.is_word(end) && !t_.is_number(end)) || t_[end].begins_sentence || t_.is(end, Word::And);
    const bool recalls = t_.is(end, Word::That) && !t_.is_word(end + 1);
    const std::uint32_t period = before ? reporting_period_end(end) : end;
    e.of_period = period != end;
    if (!ends && !recalls && !e.of_period) return {};
    return {Anchor::Told, before ? -1 : 1, recalls ? period + 1 : period};
}

Match Grammar::shifted(Match duration) const {
    Expression& e = duration.expression;
    Shift shift = shift_of_adverb(duration);
    if (shift.direction == 0) shift = shift_from_day(duration);
    if (shift.direction == 0) shift = shift_of_preposition(duration);
    if (shift.direction == 0) return duration;
    if ((e.unit == Unit::Decade || e.unit == Unit::Century) && e.count != std::floor(e.count)) {  // "half a century ago"
        e.count *= e.unit == Unit::Decade ? 10 : 100;
        e.unit = Unit::Year;
    }
    if (shift.anchor == Anchor::Told && shift.direction > 0 && !e.vague &&
        e.unit == Unit::Decade) {  // "The bank failed in 2012. A decade later it reopened"
        e.count *= 10;
        e.unit = Unit::Year;
    }
    e.kind = Kind::Shift;
    e.type = TimexType::Date;
    e.anchor = shift.anchor;
    e.direction = shift.direction;
    e.counted = true;
    e.at_grain = e.count == 1 && e.unit == Unit::Year && shift.anchor == Anchor::Told;
    if (e.unit < Unit::Day && e.unit != Unit::None) e.clock.vague_hour = true;
    duration.last = shift.end;
    return duration;
}

}  // namespace dateline::extract::temporal
