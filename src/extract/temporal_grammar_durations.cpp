#include "extract/temporal_grammar.h"

#include <cmath>

namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr double kLargestCount = 1e7;

}  // namespace

/// "month-long", "half-century", "decades-old": at the unit itself.
Match Grammar::unit_long_at(std::uint32_t i) const {
    const bool long_or_old = t_.is(i, kUnit) && t_.is_hyphen(i + 1) && !t_.is_hyphen(i - 1) &&
                             (t_.is(i + 2, Word::Long) || (t_.is(i + 2, Word::Old) && t_[i].info->unit >= Unit::Month));
    if (!long_or_old) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[i].info->unit;
    e.count = 1;
    e.vague = t_.is(i, kPlural);
    return {i, i + 3, e};
}

/// "weeklong", "yearlong", "hourlong".
Match Grammar::one_word_long_at(std::uint32_t i) const {
    if (!t_.is(i, Word::Lengthy)) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[i].info->unit;
    e.count = 1;
    return {i, i + 1, e};
}

/// "all day", "all week", "all year long"
Match Grammar::all_of_unit_at(std::uint32_t i) const {
    const bool entire = !hints_.narrative && t_.is(i, kArticle) && (t_.is(i + 1, Word::Whole) || t_.is(i + 1, Word::Entire)) &&
                        !t_.is(i + 3, Word::Of);  // "the whole week"
    const std::uint32_t unit = entire ? i + 2 : i + 1;
    const bool whole = (entire || t_.is(i, Word::All)) && t_.is(unit, kUnit) && !t_.is(unit, kPlural) && t_[unit].gap == Gap::Space &&
                       (t_.is(unit, Word::Day) || t_.is(unit, Word::Week) || t_.is(unit, Word::Year)) && !t_.is_hyphen(unit + 1);
    if (!whole) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[unit].info->unit;
    e.count = 1;
    return {i, t_.is(unit + 1, Word::Long) ? unit + 2 : unit + 1, e};
}

/// "a quarter century", "quarter of a century": at "quarter".
Match Grammar::quarter_century_at(std::uint32_t i) const {
    const std::uint32_t whole = t_.is_hyphen(i + 1) || t_.is(i + 1, Word::Of) ? i + 2 : i + 1;
    const std::uint32_t noun = t_.is(whole, Word::A) ? whole + 1 : whole;
    if (!t_.is(noun, kUnit) || t_[noun].info->unit != Unit::Century || t_.is(noun, kPlural)) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = Unit::Year;
    e.count = 25;
    return {i, noun + 1, e};
}

/// What stands before the unit: "about", "the", "the past", and how many.
struct Grammar::Quantity {
    Count count;
    std::uint32_t begin = 0;       ///< of the count
    std::uint32_t range_word = 0;  ///< "past" of "the past two years"
    bool ranged = false;
    bool determined = false;  ///< "the", "his", without a range word
    bool indefinite = false;  ///< "a": one, or "each"
};

Grammar::Quantity Grammar::quantity_at(std::uint32_t i, Mod& mod) const {
    Quantity q;
    std::uint32_t at = skip_approximation(i, mod);
    const bool article = t_.is(at, kDeterminer) && !t_.is(at, kDeictic);
    if (article) ++at;
    if (t_.is(at, Word::This) && t_.is(at + 1, Word::Past)) ++at;
    const bool verb = t_.is(at, Word::Last) && t_.is(at - 1, Word::To);  // "expected to last 90 minutes"
    if (verb) return q;
    q.ranged = t_.is(at, kDeictic) || (article && t_.is(at, kOrdinal) && t_[at].info->value == 1);
    q.range_word = at;
    if (q.ranged) at = skip_approximation(at + 1, mod);
    q.determined = article && !q.ranged;
    q.begin = at;
    if (t_.is(at, Word::Many) && t_.is(at - 1, Word::As)) return q;  // "the second in as many weeks"
    q.count = amount_at(at);
    q.indefinite = q.count && t_.is(at, Word::A) && q.count.end == at + 1;
    const bool one_more = !q.count && t_.is(at - 1, Word::Another) && at == i + 1 && t_.is(at, kUnit) && !t_.is(at, kPlural) &&
                          t_[at].info->unit > Unit::Day && !t_.is(i - 1, Word::On);
    if (one_more && !t_.is(i - 1, Word::Or)) q.count = {at, 1, false};                              // "will take another year"
    const bool reference = t_.is(q.range_word, Word::Recent) || t_.is(q.range_word, Word::Coming);  // "recent years"
    if (!q.count && q.ranged && t_.is(at, kUnit) && t_.is(at, kPlural) && !reference) q.count = {at, 0, true};
    const bool half = t_.is(at, Word::Half) &&
                      (t_.is_hyphen(at + 1) || (t_.is(at + 1, kUnit) && t_[at + 1].info->unit >= Unit::Decade && !t_.is(at + 1, kPlural)));
    if (!q.count && half) q.count = {at + 1, 0.5, false};  // "half-hour", "the past half century"
    if (q.indefinite && (q.ranged || article)) q.count = {};
    return q;
}

/// From a count to its unit, over "to three", a hyphen, and an adjective ("three long years"); the count may
/// grow.
std::uint32_t Grammar::unit_after(const Quantity& q, Expression& e) const {
    std::uint32_t unit = q.count.end;
    if (t_.is_mark(unit, ']') && t_.is_mark(q.begin - 1, '[')) ++unit;  // "[Ten] years"
    // "two to three years": the larger is what is said
    const bool alternative =
        (t_.is(unit, Word::To) || t_.is(unit, Word::Or) || t_.is(unit, Word::And) || t_.is_dash(unit)) && !q.indefinite;
    if (alternative) {
        const Count second = cardinal_at(unit + 1);
        // "in 1976 and two years later", "3 dead and 11 days later": the second begins anew
        const bool anew = t_.is(unit, Word::And) &&
                          (second.value <= q.count.value || t_.is(second.end + 1, Word::Later) || t_.is(second.end + 1, Word::Earlier));
        if (second && !anew && (t_.is(second.end, kUnit) || (t_.is_hyphen(second.end) && t_.is(second.end + 1, kUnit)))) {
            e.count = second.value;
            unit = second.end;
        }
    }
    if (t_.is_hyphen(unit)) return unit + 1;
    if (t_.is(unit, kUnit)) return unit;
    if (t_.is(unit, Word::More) || t_.is(unit, Word::Full) || (t_.is(unit, Word::Fiscal) && t_.is(unit + 1, kPlural)))
        ++unit;  // "the past three fiscal years"
    const bool adjective = t_.is_word(unit) && !t_[unit].capital && t_[unit].info->classes == 0 && t_[unit].info->word == Word::Other &&
                           t_[unit].gap == Gap::Space && t_.is(unit + 1, kUnit) && t_[unit + 1].gap == Gap::Space && !q.indefinite &&
                           t_.is(unit + 1, kPlural);
    return adjective ? unit + 1 : unit;
}

/// Whether a count and a unit make a stretch of time and nothing else: not "one second thought", "Cup 2018
/// day five".
bool Grammar::can_last(const Quantity& q, std::uint32_t unit, const Expression& e) const {
    if (!t_.is(unit, kUnit) || t_[unit].all_capitals) return false;
    if (t_[unit].capital && !t_[unit].begins_sentence && t_.is_number(unit + 1)) return false;  // "a Week 2 loss"
    const std::uint32_t noun = t_.is_apostrophe(unit + 1) ? unit + 2 : unit + 1;
    if (t_[unit].capital && !t_[unit].begins_sentence && noun != unit + 1 &&
        text_.substr(t_[noun].begin, t_[noun].end - t_[noun].begin) == "War")
        return false;  // "the 100 Years' War"
    if (e.unit == Unit::Hour && t_.is_number(q.begin) && t_[q.begin].digits == 4 && text_[t_[q.begin].begin] == '0')
        return false;  // "0500 hours"
    const bool hyphen = t_.is_hyphen(unit - 1);
    const bool plural = t_.is(unit, kPlural);
    const bool in_a_row = unit != q.count.end && !t_.is_hyphen(unit - 1);  // "three straight quarters"
    if (e.unit == Unit::Quarter && !(plural && (q.ranged || in_a_row)) && !(q.ranged && hints_.financial)) return false;
    if (e.unit == Unit::Second && !plural && !hyphen && e.count != 1) return false;
    const bool seldom = e.unit == Unit::Second || e.unit == Unit::Weekend || e.unit == Unit::Quarter || e.unit == Unit::Millennium;
    if (q.indefinite && seldom) return false;
    if (q.indefinite && e.unit == Unit::Day && t_.says(unit + 1, kFixture) && !t_.is(unit + 1, Word::Of)) return false;  // "a day trip"
    if (e.unit == Unit::Weekend && !plural) return false;
    if (!plural && !hyphen && t_.is_number(unit - 1) && t_[unit - 1].digits == 4) return false;
    if (q.determined && !plural && !hyphen) return false;
    const bool part_of_number = t_.joined(q.begin) && t_.is_number(q.begin) && !t_.is_dash(q.begin - 1) && !t_.is_mark(q.begin - 1, '(') &&
                                !t_.is_mark(q.begin - 1, '[') && !t_.is_mark(q.begin - 1, '"');
    if (part_of_number || (t_.joined(unit + 1) && t_.is_mark(unit + 1, '/'))) return false;
    return !(q.indefinite && t_.is_hyphen(unit + 1) && t_.joined(unit + 1));  // "a day-trip"
}

/// After the unit: "-long", "and a half", "and three months", "or so".
std::uint32_t Grammar::duration_tail(const Quantity& q, std::uint32_t unit, Expression& e) const {
    std::uint32_t end = unit + 1;
    if (t_.is_hyphen(end) && t_.is(end + 1, Word::Long)) end += 2;
    else if (t_.is(end, Word::Long) && t_.is_hyphen(unit - 1)) ++end;
    if (q.indefinite && t_.is(end, Word::And) && t_.is(end + 1, Word::A) && t_.is(end + 2, Word::Half)) {
        e.count = 1.5;
        end += 3;
    }
    const bool one = (q.indefinite || q.count.value == 1) && !t_.is_hyphen(unit - 1);
    if ((t_.is(unit, kPlural) || one) && t_.is(end, Word::And)) {  // "two years and three months", "an hour and 20 minutes"
        const Count rest = cardinal_at(end + 1);
        if (rest && t_.is(rest.end, kUnit) && t_[rest.end].info->unit < e.unit && !t_.is(rest.end + 1, Word::Later)) {
            e.rest_unit = t_[rest.end].info->unit;
            e.rest_count = rest.value;
            end = rest.end + 1;
        }
    }
    return t_.is(end, Word::Or) && (t_.is(end + 1, Word::So) || t_.is(end + 1, Word::More)) ? end + 2 : end;
}

/// "the week to January 7", "the year ended March 31": how long, up to the date that follows.
Match Grammar::unit_until_at(std::uint32_t i) const {
    const std::uint32_t unit = t_.is(i + 1, Word::Fiscal) ? i + 2 : i + 1;
    if (!t_.is(i, Word::The) || !t_.is(unit, kUnit) || t_.is(unit, kPlural) || t_[unit].info->unit < Unit::Week) return {};
    const std::uint32_t link = unit + 1;
    const bool until = t_.is(link, Word::To) || t_.is(link, Word::Through) || t_.is(link, Word::Ended) || t_.is(link, Word::Ending);
    if (!until) return {};
    const Match end = date_at(link + 1);
    const bool weekday = end.expression.weekday != 0 && !t_.is(link, Word::To);  // "the week ended Wednesday"
    if (!end || (end.expression.month == 0 && !weekday)) return {};
    Expression e;
    if (t_.is(unit, Word::Quarter) && end.expression.month != 0 &&
        !hints_.narrative) {  // "the quarter ended Sept. 30": the one that it ends
        constexpr int months = 3;
        e.quarter = static_cast<std::uint8_t>((end.expression.month + months - 1) / months);
        e.year = end.expression.year;
        e.short_year = end.expression.short_year;
        return {i, unit + 1, e};
    }
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[unit].info->unit;
    e.count = 1;
    return {i, unit + 1, e};
}

/// "81,000 barrels a day", "$4 million a year", "40 hours a week": whether an amount ends before token `i`.
bool Grammar::follows_amount(std::uint32_t i) const {
    const auto number = [&](std::uint32_t at) {
        return t_.is_number(at) || t_.is(at, kCardinal | kScale) || (t_.is(at, kVague) && !t_.is(at, kApprox));
    };
    if (number(i - 1)) return true;
    constexpr std::uint32_t stops = kPreposition | kArticle | kDeterminer | kMonth | kWeekday;
    const bool noun = t_.is_word(i - 1) && !t_[i - 1].capital && t_[i - 1].info->tense == Tense::None && !t_.is(i - 1, stops) &&
                      (t_.ends_in_s(i - 1) || t_.is(i - 1, kCounted));
    const bool scaled = t_.is(i - 1, kCounted) && t_.is_number(i - 2);  // "$4 million"
    return scaled || (noun && (number(i - 2) || (t_.is_word(i - 2) && number(i - 3))));
}

/// "two years", "a few days", "44-day", "the past three weeks", "two and a half months", "month-long".
Match Grammar::duration_at(std::uint32_t i) const {
    if (const Match whole = unit_long_at(i)) return whole;
    if (const Match whole = one_word_long_at(i)) return whole;
    if (const Match whole = all_of_unit_at(i)) return whole;
    if (const Match until = unit_until_at(i)) return until;
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    const Quantity q = quantity_at(i, e.mod);
    const std::uint32_t quarter = t_.is(q.begin, Word::A) ? q.begin + 1 : q.begin;
    if (t_.is(quarter, Word::Quarter)) {
        if (Match century = quarter_century_at(quarter)) {
            century.first = i;
            return shifted(century);
        }
    }
    if (!q.count || q.count.value > kLargestCount) return {};
    e.count = q.count.value;
    e.vague = q.count.vague;
    const std::uint32_t unit = unit_after(q, e);
    e.unit = t_[unit].info->unit;
    if (!can_last(q, unit, e)) return {};
    // ages are no stretches of time that something took, nor are anniversaries
    std::uint32_t end = duration_tail(q, unit, e);
    const std::uint32_t aged = t_.is_hyphen(end) ? end + 1 : end;
    const bool old = t_.is(aged, Word::Old) || (t_.is(end, Word::Of) && t_.is(end + 1, Word::Age));
    if ((old && !hints_.narrative) || t_.is(aged, Word::Anniversary)) return {};
    if (old) end = t_.is(aged, Word::Old) ? aged + 1 : end + 2;
    const bool describes = q.determined && t_.is_hyphen(unit - 1) && t_.is_word(end);  // the article is the noun's
    if (!q.ranged) {
        Match out = shifted({describes ? q.begin : i, end, e});
        if (out.expression.kind == Kind::Duration && q.indefinite && end == q.count.end + 1 && follows_amount(i)) {
            out.expression.kind = Kind::Set;
            out.expression.type = TimexType::Set;
        }
        return out;
    }
    // "the first two years", "the next few weeks": but one unit alone is a date ("the next year")
    const bool alone = q.count.end == q.range_word + 1 || t_.is(q.range_word, Word::Recent);
    const bool reaches = t_.is(q.range_word, Word::Past) || t_.is(q.range_word, Word::Last) || t_.is(q.range_word, Word::Next) ||
                         t_.is(q.range_word, Word::Coming);
    if (reaches) e.direction = t_[q.range_word].info->value;  // "the past 24 hours": up to now
    return alone && !t_.is(unit, kPlural) ? Match{} : Match{i, end, e};
}

/// "for years", "within days", "months later": how many is not said.
Match Grammar::bare_plural_at(std::uint32_t i) const {
    if (!t_.is(i, kUnit) || !t_.is(i, kPlural) || t_[i].info->unit == Unit::Quarter || t_[i].info->unit == Unit::Weekend) return {};
    if ((t_.is_hyphen(i - 1) && t_.joined(i)) || t_.is_number(i - 1) || t_.is(i - 1, kCardinal)) return {};
    Expression e;
    e.kind = Kind::Duration;
    e.type = TimexType::Duration;
    e.unit = t_[i].info->unit;
    e.vague = true;
    const Match plain{i, i + 1, e};
    const Match dated = shifted(plain);
    if (dated.last != plain.last) return dated;
    const bool after_plain = t_.is(i - 1, Word::Other) || t_.is(i - 1, Word::With);
    const std::uint32_t first = t_.is_mark(i - 2, ',') ? i - 3 : i - 2;
    const bool alternative =
        t_.is(i - 1, Word::Or) && t_.is(first, kUnit) && t_.is(first, kPlural);  // "for months or years", "months, or years"
    if (t_.is(i + 1, Word::Of) && !t_.is(i - 1, kPreposition) && !after_plain && !alternative) return {};
    const bool lasting = t_.is(i - 1, Word::For) || t_.is(i - 1, Word::Within) || t_.is(i - 1, Word::After) || t_.is(i - 1, Word::Over) ||
                         t_.is(i - 1, Word::Lasting) ||
                         (t_.is(i - 1, kApprox) && t_[i - 1].info->value == 0 && t_.is(i - 2, Word::Lasting)) ||  // "took just hours"
                         (t_.is(i + 1, Word::Of) && t_[i].info->unit >= Unit::Day && !t_.is(i - 1, kDeterminer)) ||
                         (t_.is(i - 1, Word::In) && t_[i].info->unit >= Unit::Day) || alternative;
    // "in the weeks before the vote"
    const bool leading =
        t_.is(i - 1, Word::The) && t_[i].info->unit >= Unit::Day &&
        (t_.is(i - 2, Word::In) || t_.is(i - 2, Word::During) || t_.is(i - 2, Word::For)) &&
        (t_.is(i + 1, Word::Before) || t_.is(i + 1, Word::After) || t_.is(i + 1, Word::Since) || t_.is(i + 1, Word::Following));
    if (leading) return {i - 1, i + 1, e};
    const bool ahead = t_.is(i - 1, Word::The) && t_[i].info->unit >= Unit::Day && t_.is(i - 2, kPreposition) &&
                       t_.is(i + 1, Word::Ahead) && !t_.is(i + 2, Word::Of);
    if (ahead) {  // "in the days ahead"
        e.kind = Kind::Reference;
        e.type = TimexType::Date;
        e.ref = Ref::Future;
        return {i - 1, i + 2, e};
    }
    // "Hours after the crash", "came days before the vote"
    const bool event =
        (t_.is(i + 1, Word::After) || t_.is(i + 1, Word::Before)) && t_[i + 1].sentence == t_[i].sentence && t_.is_word(i + 2);
    const bool counts = t_.is(i - 1, kDeterminer | kOrdinal | kVague | kScale) || (t_.is_hyphen(i - 1) && t_.joined(i - 1));
    if (event && !counts && e.unit != Unit::Second) return plain;
    const bool just = (t_.is(i - 1, kApprox) && t_[i - 1].info->value == 0) || t_.is(i - 1, Word::Is);
    if (just && t_.is(i + 1, Word::From) && t_.is_word(i + 2)) return plain;  // "is only weeks from its launch"
    const bool apart = t_.is_word(i + 1) && text_.substr(t_[i + 1].begin, t_[i + 1].end - t_[i + 1].begin) == "apart";
    if (apart && !counts) return plain;  // "went off minutes apart"
    const bool before_of = t_.is(i + 1, Word::Of) && after_plain && !t_[i].begins_sentence;
    if (!lasting && !before_of) return {};
    if (e.unit == Unit::Second || e.unit == Unit::Minute) {
        if (!t_.is(i - 1, Word::Within) && !t_.is(i - 1, Word::For) && !t_.is(i - 1, Word::Lasting)) return {};
    }
    if (t_.is_hyphen(i + 1)) return {};
    return plain;
}

/// "twice a week", "three times per month".
Match Grammar::times_a_unit_at(std::uint32_t i) const {
    const bool counted = (t_.is(i, kCardinal | kVague) || t_.is_number(i)) && t_.is(i + 1, Word::Times);
    if (!counted && !t_.is(i, Word::Once) && !t_.is(i, Word::Twice)) return {};
    const std::uint32_t per = counted ? i + 2 : i + 1;
    if ((!t_.is(per, Word::A) && !t_.is(per, kEvery)) || !t_.is(per + 1, kUnit) || t_.is(per + 1, kPlural)) return {};
    Expression e;
    e.kind = Kind::Set;
    e.type = TimexType::Set;
    e.count = 1;
    e.unit = t_[per + 1].info->unit;
    return {i, per + 2, e};
}

/// What "every" can be said of, at `at`: "Monday", "October", "summer", "night". Nothing where it is none.
std::uint32_t Grammar::take_repeated(std::uint32_t at, Expression& e) const {
    if (t_.is(at, kWeekday) && t_[at].capital) {
        e.weekday = static_cast<std::uint8_t>(t_[at].info->value);
        if (!t_.is(at + 1, kDayPart)) return at + 1;
        e.clock.part = static_cast<DayPart>(t_[at + 1].info->value);
        return at + 2;
    }
    if (is_month_name(at)) {
        const std::uint32_t after = take_month_name(at, e.month);
        const Count day = day_number_at(after);
        if (day) e.day = static_cast<std::uint8_t>(day.value);
        return day ? day.end : after;
    }
    if (t_.is(at, kSeason)) {
        e.season = static_cast<std::uint8_t>(t_[at].info->value);
        return at + 1;
    }
    if (t_.is(at, kDayPart) && !t_.is(at, kDateWord)) {
        e.clock.part = static_cast<DayPart>(t_[at].info->value);
        return at + 1;
    }
    return at;
}

/// The later days of "every Monday, Wednesday and Friday".
bool Grammar::goes_with_every(std::uint32_t i) const {
    constexpr int week = 7;
    for (int n = 0; n < week && t_.is(i, kWeekday) && i > 0; ++n) {
        if (t_.is(i - 1, kEvery)) return n > 0;
        if (!t_.is(i - 1, Word::And) && !t_.is_mark(i - 1, ',')) return false;
        i -= t_.is(i - 1, Word::And) && t_.is_mark(i - 2, ',') ? 3u : 2u;
    }
    return false;
}

/// "every Monday", "each year", "every two weeks", "per month".
Match Grammar::every_at(std::uint32_t i) const {
    if (!t_.is(i, kEvery) || t_.is(i + 1, kDeictic)) return {};
    Expression e;
    e.kind = Kind::Set;
    e.type = TimexType::Set;
    e.count = 1;
    std::uint32_t at = i + 1;
    if (t_.is(at, Word::Other2)) {
        e.count = 2;
        ++at;
    } else if (!t_.is(i, Word::Per)) {
        const Count count =
            t_.is(at, Word::Few) || t_.is(at, Word::Several) ? Count{at + 1, 1, true} : cardinal_at(at);  // "every few months"
        if (count) {
            e.count = count.value;
            e.vague = count.vague;
            at = count.end;
        }
    }
    if (t_.is(at, kUnit)) {
        if (t_[at].info->unit == Unit::Second && !t_.is(i, Word::Per) && t_.is(at + 1, kUnit)) {
            e.count = 2;  // "every second year"
            ++at;
        }
        e.unit = t_[at].info->unit;
        return t_.is(i, Word::Each) && e.unit == Unit::Second ? Match{} : Match{i, at + 1, e};
    }
    e.quantified = true;
    const std::uint32_t end = take_repeated(at, e);
    if (end != at) return {i, end, e};
    const Match feast = t_[at].capital ? named_at(at) : Match{};  // "every Christmas"
    if (feast.expression.kind != Kind::Holiday || feast.expression.year != kNoYear) return {};
    e.name = feast.expression.name;
    return {i, feast.last, e};
}

/// "the daily Haberci", "a Catholic weekly, said": a paper, at how often it comes out.
bool Grammar::names_paper(std::uint32_t i) const {
    constexpr std::uint32_t longest = 4, adjectives = 3;
    const bool paper = t_[i].info->unit >= Unit::Day && t_[i].info->unit <= Unit::Quarter && t_[i].info->value == 1 && !t_.is_hyphen(i + 1);
    std::uint32_t end = i + 1;
    while (paper && end <= i + longest && t_.is_word(end) && t_[end].capital && t_[end].gap == Gap::Space && !t_.is(end, kWeekday | kMonth))
        ++end;
    const bool listed = t_.is_mark(end, ',') && t_.is(end + 1, kSetWord);
    const bool closes = t_.is_mark(end, ',') || (t_.is_mark(end, '.') && t_[end - 1].length > 1) || t_[end].info->tense != Tense::None ||
                        t_.is(end, kSpeech | kNowadays);
    if (!paper || !closes || listed) return false;
    std::uint32_t at = i - 1;
    while (i - at <= adjectives && t_.is_word(at) && t_[at].info->tense == Tense::None && t_[at].info->classes == 0) --at;
    return t_.is(at, kArticle) && t_[at].sentence == t_[i].sentence;
}

/// "every Monday", "each year", "daily", "per month", "twice a week", "Mondays".
Match Grammar::set_at(std::uint32_t i) const {
    Expression e;
    e.kind = Kind::Set;
    e.type = TimexType::Set;
    const Token& token = t_[i];
    if (t_.is(i, kSetWord)) {
        if (token.capital && !token.begins_sentence) return {};  // the Daily Mail
        if (token.info->word == Word::Other && t_.is_hyphen(i + 1) && t_.joined(i + 1)) return {};
        if (names_paper(i)) return {};
        e.unit = token.info->unit;
        e.count = token.info->value;
        return {i, i + 1, e};
    }
    if (t_.is(i, Word::Weekends) && (t_.is(i - 1, Word::On) || t_.is(i - 1, Word::At)) && !t_.is_hyphen(i + 1)) {
        e.quantified = true;
        e.unit = Unit::Weekend;
        return {i, i + 1, e};
    }
    if (t_.is(i, Word::Weekdays) && !t_.is_hyphen(i + 1)) {
        e.quantified = true;
        e.unit = Unit::Week;
        return {i, i + 1, e};
    }
    const bool nights =
        t_.is(i, kWeekday) && !t_.is(i, kPlural | kAbbreviated) && token.capital && t_.is(i + 1, kDayPart) && t_.is(i + 1, kPlural);
    if (nights) {  // "on Friday nights"
        e.count = 1;
        e.quantified = true;
        e.weekday = static_cast<std::uint8_t>(token.info->value);
        e.clock.part = static_cast<DayPart>(t_[i + 1].info->value);
        return {i, i + 2, e};
    }
    if (t_.is(i, kWeekday) && t_.is(i, kPlural) && token.capital) {
        e.count = 1;
        e.quantified = true;
        e.weekday = static_cast<std::uint8_t>(token.info->value);
        return {i, i + 1, e};
    }
    if (goes_with_every(i)) {
        e.count = 1;
        e.quantified = true;
        e.weekday = static_cast<std::uint8_t>(token.info->value);
        return {i, i + 1, e};
    }
    if (const Match times = times_a_unit_at(i)) return times;
    return every_at(i);
}

}  // namespace dateline::extract::temporal
