#include "extract/temporal_grammar.h"

#include <array>
#include <cstddef>

namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

/// "the year-ago quarter", "year-earlier period".
Match Grammar::year_ago_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, kArticle) ? i + 1 : i;
    const bool year_ago = t_.is(at, Word::Year) && t_.is_hyphen(at + 1) && (t_.is(at + 2, Word::Ago) || t_.is(at + 2, Word::Earlier));
    if (!year_ago) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Told;
    e.unit = Unit::Year;
    e.direction = -1;
    e.count = 1;
    e.at_grain = true;
    std::uint32_t end = at + 3;
    const Count ordinal = ordinal_at(end);
    if (ordinal && t_.is(ordinal.end, Word::Quarter) && ordinal.value <= 4) {
        e.quarter = static_cast<std::uint8_t>(ordinal.value);
        e.anchor = Anchor::Deictic;
        return {i, ordinal.end + 1, e};
    }
    if (t_.is(end, Word::Quarter)) {
        e.unit = Unit::Quarter;
        e.count = 4;
        e.at_grain = false;
        ++end;
    } else if (t_.is(end, Word::Period) || t_.is(end, kUnit)) {
        ++end;
    }
    return {i, end, e};
}

/// "a weekend fire", "after weekend talks", "a round of weekend contract talks"
Match Grammar::weekend_of_noun_at(std::uint32_t i) const {
    const bool compound = t_.is_word(i + 1) && t_[i + 1].info->classes == 0 && t_[i + 1].info->tense == Tense::None &&
                          !is_event_noun(i + 1) && t_[i + 2].gap == Gap::Space;
    const std::uint32_t noun = compound ? i + 2 : i + 1;
    const bool lower = t_.is(i, Word::Weekend) && !t_.is(i, kPlural) && !t_[i].capital && t_.is(i - 1, kArticle | kPreposition);
    const bool of_noun = lower && t_.is_word(noun) && !t_[noun].capital && t_[noun].gap == Gap::Space && is_event_noun(noun);
    if (!of_noun || hints_.narrative) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.unit = Unit::Weekend;
    e.by_tense = true;
    e.count = 1;
    return {i, i + 1, e};
}

/// "the week commencing 6 May", "in week beginning Monday 6 May": its days.
Match Grammar::week_from_day_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i, link = at + 1;
    if (!t_.is(at, Word::Week) || t_.is(at, kPlural)) return {};
    const bool begins = t_.is(link, Word::Starting) ||
                        (t_.is(link, kPartNoun) && t_[link].info->value == static_cast<int>(Mod::Start) && t_.ends_in_ing(link));
    if (!begins) return {};
    Match day = date_at(t_.is(link + 1, Word::On) ? link + 2 : link + 1);
    if (!day || day.expression.day == 0 || day.expression.kind != Kind::Calendar) return {};
    day.first = i;
    day.expression.unit = Unit::Week;
    day.expression.week_begins = true;
    return day;
}

/// "the weekend", "the weekend of 4 May", "the week of May 6".
Match Grammar::weekend_at(std::uint32_t i) const {
    if (const Match week = week_from_day_at(i)) return week;
    if (!t_.is(i, Word::The)) return weekend_of_noun_at(i);
    const std::uint32_t at = i + 1;
    const std::uint32_t of = t_.is(at + 1, Word::Of) ? at + 2 : at + 1;
    if (Match day = date_at(of); day && of != at + 1 && day.expression.day != 0) {
        day.expression.unit = t_[at].info->unit;
        day.first = i;
        return day;
    }
    if (Match feast = of != at + 1 && t_.is(at, Word::Week) && t_[of].capital ? named_at(of) : Match{};
        feast && feast.expression.kind == Kind::Holiday) {  // "the week of Easter"
        feast.expression.unit = Unit::Week;
        feast.first = i;
        return feast;
    }
    if (of != at + 1 && t_.is_number(of) && t_[of].digits <= 2) return {};  // "the weekend of 7–8 February": its days are told
    if (!t_.is(at, Word::Weekend) || t_.is_hyphen(at + 1) || hints_.narrative) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.unit = Unit::Weekend;
    e.by_tense = true;
    e.count = 1;
    return {i, at + 1, e};
}

bool Grammar::is_age(const Expression& e) {
    const bool calendar = e.kind == Kind::Calendar && (e.century || e.decade) && !e.before_era;
    const bool told = (e.kind == Kind::Recall || e.kind == Kind::Shift) && (e.unit == Unit::Century || e.unit == Unit::Decade);
    return (calendar || told) && e.mod == Mod::None;
}

/// "the first decade of this century", "the last third of the 18th century", "the first quarter of the 16th century": at `i`, which of them
/// at `nth`, and "decade", "third" or "quarter" at `unit`.
Match Grammar::share_of_at(std::uint32_t i, std::uint32_t unit, int nth) const {
    const bool third = t_.is(unit, kOrdinal) && t_[unit].info->value == 3, quarter = t_.is(unit, Word::Quarter);
    const bool decade = t_.is(unit, kUnit) && !t_.is(unit, kPlural) && t_[unit].info->unit == Unit::Decade;
    const int shares = third ? 3 : quarter ? 4 : 10;
    if ((!third && !quarter && !decade) || !t_.is(unit + 1, Word::Of) || nth > shares || nth == 0) return {};
    Match out = whole_at(unit + 2);
    Expression& e = out.expression;
    if (!out || !is_age(e)) return {};
    out.first = i;
    if (decade) {
        const bool of_century = e.kind != Kind::Recall && (e.century || e.unit == Unit::Century);
        if (!of_century) return {};
        e.nth = static_cast<std::int8_t>(nth);
        e.rest_unit = Unit::Decade;
        return out;
    }
    const int which = nth < 0 ? shares - 1 : nth - 1;
    constexpr std::array<Mod, 3> thirds{Mod::Early, Mod::Mid, Mod::Late};
    e.mod = third ? thirds[static_cast<std::size_t>(which)] : static_cast<Mod>(static_cast<int>(Mod::FirstQuarter) + which);
    return out;
}

/// "the closing years of the 19th century", "the early months of 2023", "the first decades of this century".
Match Grammar::edge_of_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i, unit = at + 1;
    const auto mod = static_cast<Mod>(t_[at].info->value);
    const bool part = t_.is(at, kPart) && !t_.is(at, kPartNoun);
    const bool ends = t_.is(at, Word::Last) || t_.is(at, Word::Final) || (part && (mod == Mod::Late || mod == Mod::End));
    const bool begins = (t_.is(at, kOrdinal) && t_[at].info->value == 1) || (part && (mod == Mod::Early || mod == Mod::Start));
    if ((!ends && !begins) || !t_.is(unit, kUnit) || !t_.is(unit, kPlural) || !t_.is(unit + 1, Word::Of)) return {};
    const Unit of = t_[unit].info->unit;
    if (of != Unit::Month && of != Unit::Year && of != Unit::Decade) return {};
    Match out = whole_at(unit + 2);
    Expression& e = out.expression;
    const bool year = (e.kind == Kind::Calendar && e.year != kNoYear && e.month == 0 && e.season == 0 && e.quarter == 0 && e.half == 0 &&
                       !e.decade && !e.century) ||
                      (e.kind == Kind::Shift && e.unit == Unit::Year && e.month == 0);
    const bool century = e.century || e.unit == Unit::Century;
    const bool fits = of == Unit::Month ? year : of == Unit::Year ? is_age(e) : is_age(e) && century;
    if (!out || !fits || e.mod != Mod::None) return {};
    out.first = i;
    const bool few = century && of == Unit::Year;
    e.mod = ends ? (few ? Mod::End : Mod::Late) : few ? Mod::Start : Mod::Early;
    return out;
}

/// "the first week of May", "the last day of 1999", "the final days of March" (its last week).
Match Grammar::nth_of_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    std::int8_t nth = -1;
    std::uint32_t unit = at + 1;
    if (t_.is(at, Word::Opening)) {
        nth = 1;
    } else if (!t_.is(at, Word::Last) && !t_.is(at, Word::Final)) {
        const Count ordinal = ordinal_at(at);
        if (!ordinal || ordinal.value > 31) return {};
        nth = static_cast<std::int8_t>(ordinal.value);
        unit = ordinal.end;
    }
    if (t_.is(unit, Word::Half) && t_.is(unit + 1, Word::Of) && (nth == 1 || nth == 2)) {
        Match of = whole_at(unit + 2);  // "the first half of April"; of a year it is a half as a quarter is
        const Expression& e = of.expression;
        const bool told = (e.kind == Kind::Recall || e.kind == Kind::Shift) &&
                          (e.unit == Unit::Month || e.unit == Unit::Decade || e.unit == Unit::Century);
        const bool halved = told || (e.kind == Kind::Calendar && e.day == 0 && (e.month != 0 || e.decade || e.century));
        if (!of || !halved || e.mod != Mod::None) return {};
        of.first = i;
        of.expression.mod = nth == 1 ? Mod::FirstHalf : Mod::SecondHalf;
        return of;
    }
    if (const Match part = share_of_at(i, unit, nth)) return part;
    const bool joined = t_.is(unit + 1, Word::Of) || t_.is(unit + 1, Word::In);
    if (joined && t_.is(unit, kWeekday) && !t_.is(unit, kPlural) && nth <= 5) {  // "the second Tuesday of next month"
        if (t_.is(unit + 2, kEvery) && t_.is(unit + 3, kUnit) && t_[unit + 3].info->unit == Unit::Month) {  // "of every month"
            Match each = every_at(unit + 2);
            each.first = i;
            return each;
        }
        Match month = month_at(unit + 2);
        if (!month) month = deictic_at(unit + 2);
        const Expression& m = month.expression;
        const bool whole =
            m.day == 0 && m.nth == 0 && (m.kind == Kind::Calendar ? m.month != 0 : m.kind == Kind::Shift && m.unit == Unit::Month);
        if (!month || !whole) return {};
        Match out{i, month.last, m};
        out.expression.nth = nth;
        out.expression.weekday = static_cast<std::uint8_t>(t_[unit].info->value);
        out.expression.rest_unit = Unit::Day;
        return out;
    }
    if (!t_.is(unit, kUnit) || !joined) return {};
    const Unit which = t_[unit].info->unit;
    if (which != Unit::Day && which != Unit::Week && which != Unit::Weekend && which != Unit::Month) return {};
    if (t_.is(unit, kPlural) && (which != Unit::Day || nth > 1)) return {};
    Match inner = month_at(unit + 2);
    if (!inner && which != Unit::Weekend) inner = year_at(unit + 2);
    if (!inner && which != Unit::Weekend) inner = deictic_at(unit + 2);
    if (!inner && t_.is(unit + 1, Word::Of) && t_.is(unit + 2, Word::The)) inner = whole_at(unit + 2);  // "the last week of the month"
    const Expression& of = inner.expression;
    const bool month =
        (of.month != 0 && of.day == 0) || ((of.kind == Kind::Shift || of.kind == Kind::Recall) && of.unit == Unit::Month && of.day == 0);
    const bool year = !month && ((of.kind == Kind::Calendar && of.year != kNoYear) || (of.kind == Kind::Shift && of.unit == Unit::Year));
    if (!inner || (!month && !year) || (month && which == Unit::Month) || (which != Unit::Day && which != Unit::Month && nth > 5))
        return {};
    Match out{i, inner.last, of};
    out.expression.nth = nth;
    out.expression.rest_unit = t_.is(unit, kPlural) ? Unit::Week : which;
    return out;
}

/// "before the year is out", "until the month ends": its end.
Match Grammar::unit_running_out_at(std::uint32_t i) const {
    const std::uint32_t unit = i + 1;
    const bool opens =
        t_.is(i, Word::The) && t_.is(unit, kUnit) && !t_.is(unit, kPlural) && (t_.is(i - 1, Word::Before) || t_.is(i - 1, Word::Until));
    if (!opens || t_[unit].info->unit < Unit::Day) return {};
    const bool out = t_[unit + 1].info->tense != Tense::None && t_[unit + 1].length <= 3 &&
                     (t_.is(unit + 2, Word::Out) || t_.is(unit + 2, Word::Over) || t_.is(unit + 2, Word::Up));
    if (!out && !t_.is(unit + 1, Word::Ends)) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Deictic;
    e.unit = t_[unit].info->unit;
    e.count = 1;
    e.mod = Mod::End;
    return {i, unit + 1, e};
}

/// "year-end", "the year's end", "month's end".
Match Grammar::unit_end_at(std::uint32_t i) const {
    if (const Match out = unit_running_out_at(i)) return out;
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    const Unit unit = t_[at].info->unit;
    if (t_.is(at, kPlural) ||
        (unit != Unit::Year && unit != Unit::Month && unit != Unit::Week && unit != Unit::Century && unit != Unit::Decade))
        return {};
    std::uint32_t end = at + 1;
    if (t_.is_apostrophe(end) && t_.is(end + 1, Word::S) && t_.joined(end)) end += 2;
    else if (t_.is_hyphen(end)) ++end;
    else if (unit != Unit::Year || at != i) return {};
    if (!t_.is(end, Word::End) || (end == at + 1 && t_.is(i - 1, kDeterminer | kDeictic | kOrdinal | kCardinal))) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Deictic;
    e.unit = unit;
    e.count = 1;
    e.mod = Mod::End;
    Expression with_year;
    const std::uint32_t year = unit == Unit::Year ? take_year(end + 1, with_year, false) : end + 1;
    if (year != end + 1) {
        with_year.mod = Mod::End;
        return {i, year, with_year};
    }
    return {i, end + 1, e};
}

/// "the turn of the century", "the turn of the 20th century", "the turn of the year".
bool Grammar::turns(const Expression& e) {
    return is_age(e) || (e.kind == Kind::Recall && (e.unit == Unit::Year || e.unit == Unit::Millennium));
}

/// "early or mid-December", "mid-to-late November": half of it, from the first part at `at`.
Match Grammar::two_parts_at(std::uint32_t i, std::uint32_t at) const {
    const bool early = t_.is(at, Word::Early), mid = t_.is(at, Word::Mid);
    std::uint32_t second = t_.is_hyphen(at + 1) ? at + 2 : at + 1;
    if ((!early && !mid) || (!t_.is(second, Word::To) && !t_.is(second, Word::Or))) return {};
    second += t_.is_hyphen(second + 1) ? 2u : 1u;
    if (!t_.is(second, early ? Word::Mid : Word::Late)) return {};
    Match out = part_at(second);
    if (!out) return {};
    out.first = i;
    out.expression.mod = early ? Mod::FirstHalf : Mod::SecondHalf;
    return out;
}

/// "early May", "mid-2022", "the end of this year", "late in 1944", "later that month".
Match Grammar::part_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    if (!t_.is(at, kPart | kPartNoun)) return {};
    const auto mod = static_cast<Mod>(t_[at].info->value);
    const bool noun = t_.is(at, kPartNoun);
    const bool later = t_.is(at, Word::Later) || t_.is(at, Word::Earlier);
    if (t_.is(at, Word::Ending) && (t_.is(at - 1, kUnit) || t_.is(at - 1, Word::Period))) return {};  // "the year ending June 30"
    std::uint32_t next = at + 1;
    if (const Match both = two_parts_at(i, at)) return both;
    if (!noun && t_.is(at, Word::Early) && t_.is(next, kPart) && t_.is(next, Word::Late)) return {};
    if (t_.is(next, Word::Part)) ++next;
    if (t_.is_hyphen(next) && t_.joined(next)) ++next;
    bool linked = next == at + 1;
    const bool on_day = (t_.is(at, Word::Early) || t_.is(at, Word::Late)) && t_.is(next + 1, kWeekday) && !t_.is(next + 1, kPlural);
    if (t_.is(next, Word::Of) || t_.is(next, Word::In) || ((later || on_day) && t_.is(next, Word::On))) {
        if (noun && t_.is(next, Word::In)) return {};
        ++next;
        linked = false;
    } else if (noun && mod != Mod::Mid && !t_.is_hyphen(at + 1)) {
        return {};
    }
    if (!noun && linked && later && !t_.is(next, kDeictic) && !t_.is(next, Word::That) && !t_.is(next, kDateWord) && !t_.is(next, kWeekday))
        return {};
    Match inner = whole_at(next);
    if (!inner) return {};
    if (mod == Mod::Turn && !turns(inner.expression)) return {};
    if (inner.expression.kind == Kind::Duration || inner.expression.kind == Kind::Set || inner.expression.kind == Kind::Reference)
        return {};
    const bool of_thing = noun && t_.is_apostrophe(inner.last) && t_.joined(inner.last) && t_.is(inner.last + 1, Word::S);
    if (of_thing) return {};  // "the close of Tuesday's session": a part of the session
    if (inner.expression.mod == Mod::None && mod != Mod::None) inner.expression.mod = mod;
    if (t_.is(at, Word::Earlier) || t_.is(at, Word::Later)) inner.expression.mod = Mod::None;
    inner.first = i;
    return inner;
}

/// What a part can be of: any date, with its article, or "the year", "the month" that was told.
Match Grammar::whole_at(std::uint32_t i) const {
    Match best;
    keep_longer(best, date_at(i));
    keep_longer(best, season_at(i));
    keep_longer(best, quarter_at(i));
    keep_longer(best, century_at(i));
    keep_longer(best, decade_at(i));
    keep_longer(best, fiscal_year_at(i));
    keep_longer(best, deictic_at(i));
    keep_longer(best, recall_at(i));
    keep_longer(best, day_word_at(i));
    keep_longer(best, named_at(i));
    if (!best) keep_longer(best, year_at(i));
    if (best) return with_clock(best);
    const bool in_the_day = t_.is(i - 1, Word::In) && t_.is(i + 1, Word::Day);  // "earlier in the day"
    if (t_.is(i, Word::The) && t_.is(i + 1, kUnit) && !t_.is(i + 1, kPlural) && (t_[i + 1].info->unit >= Unit::Week || in_the_day) &&
        t_[i + 1].info->unit != Unit::Weekend) {
        Expression e;
        e.kind = Kind::Recall;
        e.unit = t_[i + 1].info->unit;
        return {i, i + 2, e};
    }
    return {};
}

}  // namespace dateline::extract::temporal
