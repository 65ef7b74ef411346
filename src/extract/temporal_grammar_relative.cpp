#include "extract/temporal_grammar.h"

namespace dateline::extract::temporal {

using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

/// After "last": "May", "May 3", "Friday", "early summer". Returns `at` for none.
std::uint32_t Grammar::take_named_part(std::uint32_t at, Word word, Expression& e) const {
    if (t_.is(at, kMonth) && is_month_name(at) && word != Word::Past && word != Word::Recent) {
        const std::uint32_t after = take_month_name(at, e.month);
        const Count day = day_number_at(after);
        const bool dated = day && !t_.is(day.end, kUnit);
        if (dated) e.day = static_cast<std::uint8_t>(day.value);
        const std::uint32_t end = dated ? day.end : after;
        e.unit = Unit::Month;
        const std::uint32_t year = take_year(end, e, false);
        if (year != end) e.kind = Kind::Calendar;
        return year;
    }
    if (t_.is(at, kWeekday) && !t_.is(at, kPlural) && t_[at].capital) {
        e.weekday = static_cast<std::uint8_t>(t_[at].info->value);
        e.unit = Unit::Week;
        return at + 1;
    }
    const std::uint32_t season = t_.is(at, kPart) ? at + 1 : at;
    if (t_.is(season, kSeason) && !t_.is(season, kPlural) && word != Word::Recent) {
        e.season = static_cast<std::uint8_t>(t_[season].info->value);
        e.unit = Unit::Season;
        return season + 1;
    }
    return at;
}

/// "last year's third quarter", "1988's first half": at the year's apostrophe. Returns `at` for none.
std::uint32_t Grammar::take_part_of_genitive(std::uint32_t at, Expression& e) const {
    const bool year = e.unit == Unit::Year || (e.kind == Kind::Calendar && e.year != kNoYear && e.month == 0);
    if (!year || !t_.is_apostrophe(at) || !t_.joined(at) || !t_.is(at + 1, Word::S)) return at;
    const Count ordinal = ordinal_at(at + 2);
    const bool quarter = ordinal && t_.is(ordinal.end, Word::Quarter) && ordinal.value <= 4;
    const bool half = ordinal && t_.is(ordinal.end, Word::Half) && ordinal.value <= 2;
    if (!quarter && !half) return at;
    (quarter ? e.quarter : e.half) = static_cast<std::uint8_t>(ordinal.value);
    return ordinal.end + 1;
}

/// "last Christmas", "next Easter": the holiday at `next`, by the deictic word at `at`.
Match Grammar::feast_near(std::uint32_t at, std::uint32_t next) const {
    const Word word = t_[at].info->word;
    if (word != Word::Last && word != Word::Next && word != Word::This && word != Word::Past) return {};
    if (!t_[next].capital || t_.is(next, Word::The)) return {};
    Match feast = named_at(next);
    if (feast.expression.kind != Kind::Holiday || feast.expression.year != kNoYear) return {};
    feast.expression.direction = t_[at].info->value;
    feast.expression.count = 1;
    return feast;
}

/// "this year", "last May", "the following week", "next two months", "this morning", "last Friday night".
/// At the deictic word itself or at "the" before it.
Match Grammar::deictic_at(std::uint32_t i) const {
    const bool article = t_.is(i, Word::The);
    std::uint32_t at = article ? i + 1 : i;
    if (article && t_.is(at, Word::Very) && t_.is(at + 1, Word::Next)) ++at;  // "the very next day"
    // "this past week", "this coming Friday", "this last year"
    const bool doubled = t_.is(at, Word::This) && (t_.is(at + 1, Word::Past) || t_.is(at + 1, Word::Coming) || t_.is(at + 1, Word::Last));
    if (doubled) ++at;
    // "last fiscal year"
    const std::uint32_t next = t_.is(at + 1, Word::Fiscal) && t_.is(at + 2, Word::Year) ? at + 2 : at + 1;
    if (!t_.is(at, kDeictic) || (t_.is_hyphen(next) && t_.joined(next))) return {};
    const Word word = t_[at].info->word;
    const bool told = word == Word::Following || word == Word::Previous || word == Word::Preceding ||
                      (word == Word::Next &&
                       (article || t_.is(next, Word::Day) || (t_.is(next, kDayPart) && !t_.is(next, kDateWord))));  // "next day they fled"
    Expression e;
    if (at == i && word == Word::This && t_.is(i - 1, Word::To) && t_.is(next, Word::Day) &&
        !t_.is(next + 1, Word::As)) {  // "It stands to this day"; not "referred to this day as"
        e.kind = Kind::Reference;
        return {i, next + 1, e};
    }
    e.kind = Kind::Shift;
    e.direction = t_[at].info->value;
    e.count = 1;
    e.anchor = told ? Anchor::Told : Anchor::Deictic;
    const bool beyond = word == Word::Past && !article && !doubled && !t_.is(i - 1, kDeterminer);  // "can't go on past Labor Day"
    if (beyond && !t_.is(next, kUnit)) return {};
    if (const std::uint32_t end = take_named_part(next, word, e); end != next) {
        const bool preposition = word == Word::Following && !article && t_.is_apostrophe(end) && t_.joined(end) && t_.is(end + 1, Word::S);
        return preposition ? Match{} : Match{i, end, e};  // "closed following Tuesday's crash"
    }
    if (const Match feast = feast_near(at, next)) return {i, feast.last, feast.expression};
    if (t_.is(next, kDayPart) && !t_.is(next, kPlural | kDateWord)) {
        const bool now = word == Word::Current || word == Word::Recent || word == Word::Past;
        if (now || (word == Word::Coming && !article && !doubled)) return {};
        e.clock.part = static_cast<DayPart>(t_[next].info->value);
        e.type = TimexType::Time;
        e.unit = Unit::Day;
        return {i, next + 1, e};
    }
    // "the past years" is a duration, "recent year" nothing
    const bool latest = word == Word::Latest || (word == Word::Recent && t_.is(next, Word::Quarter));  // "the (most) recent quarter"
    if (!t_.is(next, kUnit) || t_.is(next, kPlural) || t_[next].info->unit < Unit::Day || (word == Word::Recent && !latest)) return {};
    e.unit = t_[next].info->unit;
    if (latest) {  // of a report: the one that it is about
        if (!hints_.financial || e.unit < Unit::Week) return {};
        if (e.unit == Unit::Quarter) {
            e.kind = Kind::Recall;
            e.anchor = Anchor::Told;
        }
        return {i, next + 1, e};
    }
    const bool last_decade = article && word == Word::Last && e.unit == Unit::Decade;
    // "closed for the next week"; not "plans for the next week"
    const std::uint32_t verb = i - 2;
    const bool ahead = article && word == Word::Next && t_.is(i - 1, Word::For) && !hints_.narrative && e.unit != Unit::Day &&
                       e.unit <= Unit::Year && next == at + 1 && !t_.ends_in_s(verb) && !t_.is(verb, Word::Forecast) &&
                       !t_.is(verb, Word::Money);
    // "needs $1 billion over the next year"
    const bool reaches = article && word == Word::Next && (t_.is(i - 1, Word::Over) || t_.is(i - 1, Word::Within)) && !hints_.narrative &&
                         e.unit != Unit::Day && next == at + 1;
    if (((word == Word::Past || last_decade) && !doubled) || ahead || reaches) {  // how long, not when
        e.kind = Kind::Duration;
        e.type = TimexType::Duration;
    }
    if (e.unit == Unit::Weekend && t_.is(at, Word::This)) {
        e.by_tense = true;
        e.direction = 1;
    }
    if (e.unit == Unit::Year && t_.is_apostrophe(next + 1) && t_.joined(next + 1) && t_.is(next + 2, Word::S) && e.kind == Kind::Shift) {
        const Match day = t_.is(next + 3, Word::The) ? Match{} : date_at(next + 3);  // "last year's 27 October anniversary"
        const Expression& own = day.expression;
        if (day && own.kind == Kind::Calendar && own.month != 0 && own.day != 0 && own.year == kNoYear && own.weekday == 0) {
            e.month = own.month;
            e.day = own.day;
            return {i, day.last, e};
        }
    }
    const std::uint32_t end = take_part_of_genitive(next + 1, e);
    const bool of_something = article && word == Word::Last && (e.unit == Unit::Day || e.unit == Unit::Week) && t_.is(end, Word::Of);
    return of_something ? Match{} : Match{i, end, e};
}

/// "today", "yesterday", "the day after tomorrow".
Match Grammar::day_word_at(std::uint32_t i) const {
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Published;
    e.unit = Unit::Day;
    e.count = 1;
    std::uint32_t at = i;
    int extra = 0;
    if (t_.is(at, Word::The) && t_.is(at + 1, Word::Day) && (t_.is(at + 2, Word::Before) || t_.is(at + 2, Word::After)) &&
        t_.is(at + 3, kDateWord)) {
        extra = t_.is(at + 2, Word::Before) ? -1 : 1;
        at += 3;
    }
    const bool like = t_.is(at, Word::A) && t_.is(at + 1, Word::Day) && t_.is_word(at + 2) &&
                      text_.substr(t_[at + 2].begin, t_[at + 2].end - t_[at + 2].begin) == "like" && t_.is(at + 3, kDateWord);
    if (like) at += 3;  // "On a day like today, in 1935"
    if (!t_.is(at, kDateWord)) return {};
    if (t_[at].capital && !t_[at].begins_sentence && t_.is(at - 1, Word::Other) && t_.is_word(at - 1) && t_[at - 1].capital)
        return {};                     // USA Today
    if (t_.is(at, Word::Overnight)) {  // "was towed overnight", not "overnight rates"
        const std::uint32_t next = at + 1;
        const bool told =
            t_.is_word(at - 1) && t_[at - 1].info->classes == 0 && t_.ends_in_ing(next);  // "made an announcement overnight saying"
        const bool describes =
            t_.is_hyphen(next) || (!told && t_.is_word(next) && t_[next].info->classes == 0 && t_[next].info->tense == Tense::None &&
                                   t_[next].info->word == Word::Other && !t_[next].begins_sentence);
        const bool named = t_.is(at - 1, kArticle | kDeterminer) && !t_.is(next, Word::Mishap);  // but "the overnight attack"
        if (describes || hints_.narrative || named) return {};
        e.beside = true;
        const bool before = t_.is(next, Word::Into) && t_.is(next + 1, kWeekday) && !t_.is(next + 1, kPlural) && t_[next + 1].capital;
        if (before) {  // "overnight into Friday": the night before it
            Expression night;
            night.weekday = static_cast<std::uint8_t>(t_[next + 1].info->value);
            night.rest_count = -1;
            night.clock.part = DayPart::Night;
            night.type = TimexType::Time;
            return {i, next, night};
        }
    }
    e.direction = t_[at].info->value + extra;
    if (t_.is(at, kDayPart)) {
        e.clock.part = DayPart::Night;
        e.type = TimexType::Time;
    }
    return {i, at + 1, e};
}

/// "for the year", "during the week", and in a report of earnings "the quarter".
Match Grammar::spoken_of_at(std::uint32_t i) const {
    const std::uint32_t at = i + 1;
    if (!t_.is(at, kUnit) || t_.is(at, kPlural) || t_.is_hyphen(at + 1)) return {};
    const Unit unit = t_[at].info->unit;
    if (unit == Unit::Quarter) {
        if (const Match ended = unit_until_at(i)) return ended;
    }
    if (unit == Unit::Day && tells_of_day(i)) {
        Expression e;
        e.kind = Kind::Recall;
        e.unit = unit;
        e.traded = true;
        return {i, at + 1, e};
    }
    const bool quarter = unit == Unit::Quarter && hints_.financial && !t_.is(at + 1, Word::Of);
    const bool lasting = t_.is(i - 1, Word::For) || t_.is(i - 1, Word::During) || t_.is(i - 1, Word::Throughout);
    const bool closes =
        !t_.is_word(at + 1) ||
        (t_.is(at + 1, kPreposition) && !t_.is(at + 1, Word::Before) && !t_.is(at + 1, Word::After) && !t_.is(at + 1, Word::Of) &&
         !t_.is(at + 1, Word::To)) ||
        t_.is(at + 1, Word::And) || t_.is(at + 1, Word::With) ||
        (t_.is(i - 1, Word::For) && !t_.is(at + 1, Word::Ended) &&
         (t_[at + 1].info->tense == Tense::Past || t_.is(at + 1, Word::Would)));  // "sales for the month rose", "would have been"
    // "the week's gain"
    const bool own = !t_.is(i - 1, Word::Of) && unit == Unit::Week && t_.is_apostrophe(at + 1) && t_.joined(at + 1) &&
                     t_.is(at + 2, Word::S) && !t_.is(at + 3, Word::End);
    const bool span = own || (lasting && closes && (unit == Unit::Week || unit == Unit::Month || unit == Unit::Year));
    if (!quarter && !span) return {};
    Expression e;
    e.kind = Kind::Recall;
    e.unit = unit;
    e.anchor = quarter ? Anchor::Told : Anchor::Deictic;
    e.reported = quarter || (unit == Unit::Year && (t_.is(i - 1, Word::For) ? hints_.financial || speaks_of_money(i) : hints_.financial));
    return {i, at + 1, e};
}

/// "the full year", "full-year net", "the fiscal year ended June 30": in a report of earnings, the year it is about.
Match Grammar::business_year_at(std::uint32_t i) const {
    const bool the = t_.is(i, Word::The);
    const std::uint32_t at = the ? i + 1 : i;
    const bool fiscal = t_.is(at, Word::Fiscal);
    if ((!hints_.financial && !fiscal) || hints_.narrative) return {};
    if (!fiscal && (!t_.is(at, Word::Full) || t_[at].length != 4)) return {};
    const std::uint32_t year = t_.is_hyphen(at + 1) ? at + 2 : at + 1;
    const bool whole = t_.is(year, Word::Year) && !t_.is_number(year + 1) && !t_.is_hyphen(year + 1);
    if (!whole || (!the && year == at + 1) || (!the && fiscal)) return {};
    Expression e;
    e.kind = Kind::Recall;
    e.unit = Unit::Year;
    e.anchor = Anchor::Deictic;
    e.reported = true;
    return {i, year + 1, e};
}

/// After "that" or "the same": "day", "month", "night", "summer", "May", "Friday". Returns `at` for none.
std::uint32_t Grammar::take_recalled(std::uint32_t i, std::uint32_t at, bool same, Expression& e) const {
    if (t_.is(at, kUnit) && !t_.is(at, kPlural) && t_[at].info->unit >= Unit::Day && !t_.is_hyphen(at + 1)) {
        e.unit = t_[at].info->unit;
        const bool introduced = t_.is(i - 1, kPreposition | kPart) || t_[i].begins_sentence || t_.is_mark(i - 1, ',');
        if (same || introduced || e.unit >= Unit::Week) return at + 1;
        const bool closes = !t_.is_word(at + 1) || t_.is(at + 1, kPreposition) || t_.is(at + 1, Word::As) || t_.is(at + 1, Word::And);
        return closes && t_.is_word(i - 1) ? at + 1 : at;  // "recalled that day as"
    }
    if (t_.is(at, kDayPart) && !t_.is(at, kPlural)) {
        e.unit = Unit::Day;
        e.clock.part = static_cast<DayPart>(t_[at].info->value);
        e.type = TimexType::Time;
        return at + 1;
    }
    if (t_.is(at, kSeason)) {
        e.unit = Unit::Season;
        e.season = static_cast<std::uint8_t>(t_[at].info->value);
        return at + 1;
    }
    if (is_month_name(at) && !t_.is(at, Word::May)) {
        e.kind = Kind::Calendar;
        e.recalled = !same;
        return take_month_name(at, e.month);
    }
    if (t_.is(at, kWeekday) && !t_.is(at, kPlural)) {
        e.kind = Kind::Calendar;
        e.recalled = !same;
        e.weekday = static_cast<std::uint8_t>(t_[at].info->value);
        return at + 1;
    }
    return at;
}

/// "the same period last year", "the same quarter a year earlier": the end of the phrase, from "period"; 0 for none.
std::uint32_t Grammar::year_before_end(std::uint32_t at) const {
    const bool stretch = t_.is(at, Word::Period) || t_.is(at, Word::Quarter) || t_.is(at, Word::Time) ||
                         (t_.is(at, kUnit) && !t_.is(at, kPlural) && (t_[at].info->unit == Unit::Month || t_[at].info->unit == Unit::Week));
    const std::uint32_t next = t_.is(at + 1, Word::Of) || t_.is(at + 1, Word::In) ? at + 2 : at + 1;
    if (!stretch) return 0;
    if (t_.is(next, Word::Last) && t_.is(next + 1, Word::Year)) return next + 2;
    if (t_.is(next, Word::The) && t_.is(next + 1, Word::Previous) && t_.is(next + 2, Word::Year)) return next + 3;
    const bool earlier = t_.is(next + 2, Word::Ago) || t_.is(next + 2, Word::Earlier);
    return t_.is(next, Word::A) && t_.is(next + 1, Word::Year) && earlier ? next + 3 : 0;
}

/// "a gain for the day", "the day's losses", "opened the day firmer", "as the day dragged on": the day that is
/// told of, at its "the".
bool Grammar::tells_of_day(std::uint32_t i) const {
    const std::uint32_t next = i + 2;
    if (t_.is_apostrophe(next) && t_.joined(next) && t_.is(next + 1, Word::S))
        return t_.is_word(next + 2) && (t_[next + 2].info->word == Word::Other || t_.is(next + 2, Word::Trading) ||
                                        t_.is(next + 2, Word::Weather));  // "the day's highs"
    const bool closes = !t_.is_word(next) || t_.is(next, Word::At) || t_.is(next, Word::And) || t_.is(next, Word::Up) ||
                        t_.is(next, Word::Down) || t_.is(next, Word::In) || t_.is(next, Word::On) || t_.is(next, Word::But);
    if (t_.is(i - 1, Word::For) || t_.is(i - 1, Word::Throughout)) return closes;
    if (t_.is(i - 1, Word::Of)) return closes && t_.is(i - 2, Word::Most);
    const bool to_end = t_.is(i - 1, kPartNoun) && t_.is(i - 2, Word::To) && hints_.financial;  // "to close the day firmer"
    if (to_end) return closes;
    const bool frames = t_.is(i - 1, Word::Framing) || t_.is(i - 1, Word::Ended) || (t_.is(i - 1, Word::Managed) && t_[i - 1].length > 4);
    if (frames && t_[i - 1].info->tense == Tense::Past && hints_.financial) return closes || t_[next].info->classes == 0;
    return t_.is(i - 1, Word::As) && t_.is_word(next) && t_.is(next + 1, Word::On);
}

/// In news, "at the time of his arrest", "poor at that time": when, but of no day; "At that time the notes will be repaid" is to come.
Match Grammar::at_the_time(std::uint32_t i) const {
    const std::uint32_t end = i + 2;
    if (hints_.narrative || !t_.is(i - 1, Word::At) || t_.is(i, Word::This) || t_.is_hyphen(end)) return {};
    Expression e;
    e.kind = Kind::Reference;
    e.ref = Ref::Past;
    constexpr std::uint32_t subject = 5;
    for (std::uint32_t at = end; at < end + subject && t_[at].sentence == t_[i].sentence && t_.is_word(at); ++at) {
        if (t_.is(at, Word::Will)) e.ref = Ref::Future;
    }
    return {i, end, e};
}

/// "the | corresponding quarter last year", "the | comparable period"; not "the comparable period ended May 1, 1974", whose day follows.
bool Grammar::is_comparable(std::uint32_t at) const {
    const std::uint32_t noun = at + 1;
    if (hints_.narrative || !t_.is(at, Word::Comparable)) return false;
    return year_before_end(noun) != 0 || ((t_.is(noun, Word::Period) || t_.is(noun, Word::Quarter)) && !t_.is(noun + 1, Word::Ended));
}

/// Behind "the same", "quarter of 1974": the report's quarter of that year. Returns `at` for none.
std::uint32_t Grammar::take_period_of_year(std::uint32_t at, Expression& e) const {
    const std::uint32_t link = at + 1, year = at + 2;
    const bool stretch = t_.is(at, Word::Period) || t_.is(at, Word::Quarter);
    if (hints_.narrative || !stretch || !(t_.is(link, Word::In) || t_.is(link, Word::Of)) || !t_.is_number(year)) return at;
    if (t_[year].digits != 4 || t_[year].number < kFirstBareYear || t_[year].number > kLastBareYear) return at;
    e.unit = Unit::Quarter;
    e.year = t_[year].number;
    return year + 1;
}

/// "that day", "the same month", "that same year", "this period", "the same time".
Match Grammar::recall_at(std::uint32_t i) const {
    const bool the = t_.is(i, Word::The);
    const bool that = t_.is(i, Word::That);
    const bool this_ = t_.is(i, Word::This);
    if (!the && !that && !this_) return {};
    if (the && !hints_.narrative) {
        if (const Match spoken = spoken_of_at(i)) return spoken;
    }
    std::uint32_t at = i + 1;
    const bool very = t_.is(at, Word::Very);
    if (very) ++at;
    if (t_.is_hyphen(at + 1) && t_.joined(at + 1) && t_.is(at + 2, Word::Same) && t_[at].length == 4) at += 2;  // "the self-same day"
    const bool same = t_.is(at, kSameness) || (the && is_comparable(at));
    if (same) ++at;
    if (t_.is(at, Word::Very)) ++at;
    Expression e;
    e.kind = Kind::Recall;
    const bool time = t_.is(at, Word::Time);
    const bool period = t_.is(at, Word::Period);
    const bool now = this_ && hints_.narrative && !same && ((time && t_.is(i - 1, kPreposition)) || period);
    if (now && !t_.is_hyphen(at + 1)) {  // "by this time", "during this period": the present of the telling
        e.kind = Kind::Reference;
        return {i, at + 1, e};
    }
    if (!now && !same && this_ && !hints_.narrative && t_.is(i - 1, Word::At) &&
        (time || t_.is(at, Word::Point) || t_.is(at, Word::Moment)) && !t_.is(at + 1, kDeictic)) {
        e.kind = Kind::Reference;
        return {i, at + 1, e};
    }
    const bool this_very = this_ && very && t_.is(at, kUnit | kDayPart);  // of what is spoken of, or else now
    if (const Match then = time && !same && !very ? at_the_time(i) : Match{}) return then;
    if (!same && !that && !this_very) return {};
    e.anchor = this_very ? Anchor::Deictic : Anchor::Told;
    if (const std::uint32_t end = same ? year_before_end(at) : 0; end != 0) {
        e.kind = Kind::Shift;
        e.unit = Unit::Year;
        e.direction = -1;
        e.count = 1;
        e.at_grain = true;
        e.recalled = t_.is(at, Word::Period);
        if (t_.is(at, Word::Week)) {
            constexpr int weeks_of_year = 52;
            e.unit = Unit::Week;
            e.count = weeks_of_year;
            e.at_grain = false;
        }
        return {i, end, e};
    }
    if (const std::uint32_t end = same ? take_period_of_year(at, e) : at; end != at) return {i, end, e};
    if (const std::uint32_t end = take_recalled(i, at, same, e); end != at) return {i, end, e};
    if (t_.is(at, kUnit | kDayPart | kSeason | kMonth | kWeekday)) return {};
    const bool span = time || period || t_.is(at, Word::Date) || t_.is(at, Word::Moment);
    if (!span || t_.is_hyphen(at + 1) || (!hints_.narrative && time)) return {};  // in news, "at the same time" is "but"
    if (same) return t_.is(i - 1, kPreposition) || t_.is(i - 1, Word::Around) ? Match{i, at + 1, e} : Match{};
    const bool told = hints_.narrative && (t_.is(i - 1, kPreposition) || period) && !t_.is(i - 1, Word::For);
    return told ? Match{i, at + 1, e} : Match{};
}

/// "the week after next", "the year before last", "the night before last", "the Monday after next", "the summer before last".
Match Grammar::second_from_now_at(std::uint32_t i) const {
    const std::uint32_t at = i + 1, where = i + 2, pointer = i + 3;
    const bool before = t_.is(where, Word::Before) && t_.is(pointer, Word::Last);
    const bool after = t_.is(where, Word::After) && t_.is(pointer, Word::Next);
    if (!t_.is(i, Word::The) || (!before && !after) || t_.is(at, kPlural)) return {};
    // "the week before last Monday", "the night before last Christmas": a week before it
    const std::uint32_t end = pointer + 1;
    const bool goes_on = t_.is(end, kUnit | kMonth | kWeekday | kSeason | kDayPart) || feast_near(pointer, end);
    if (goes_on && !t_[end].begins_sentence) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Deictic;
    e.direction = before ? -1 : 1;
    e.count = 2;
    if (t_.is(at, kWeekday)) {
        e.unit = Unit::Week;
        e.weekday = static_cast<std::uint8_t>(t_[at].info->value);
    } else if (is_month_name(at)) {
        e.unit = Unit::Month;
        e.month = static_cast<std::uint8_t>(t_[at].info->value);
    } else if (t_.is(at, kSeason)) {
        e.unit = Unit::Season;
        e.season = static_cast<std::uint8_t>(t_[at].info->value);
    } else if (t_.is(at, kDayPart) && !t_.is(at, kDateWord)) {
        e.unit = Unit::Day;
        e.clock.part = static_cast<DayPart>(t_[at].info->value);
        e.type = TimexType::Time;
    } else if (t_.is(at, kUnit) && t_[at].info->unit > Unit::Day) {
        e.unit = t_[at].info->unit;
    } else {
        return {};
    }
    return {i, end, e};
}

/// "the day before", "the year after", "the day after the battle" (its day only where that is the end of the
/// phrase).
Match Grammar::day_before_at(std::uint32_t i) const {
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    if (const Match second = second_from_now_at(i)) return second;
    const bool part = t_.is(at, kDayPart) && !t_.is(at, kPlural | kDateWord);
    const bool season = t_.is(at, kSeason) && !t_.is(at, kPlural);  // "the spring after"
    if (at == i || (!part && !season && (!t_.is(at, kUnit) || t_.is(at, kPlural) || t_[at].info->unit < Unit::Day))) return {};
    const std::uint32_t where = at + 1;
    const bool before = t_.is(where, Word::Before);
    const bool after = t_.is(where, Word::After) || t_.is(where, Word::Following);
    if (!before && !after) return {};
    const bool that = !t_.is(i - 1, kSpeech) && t_.is(where + 1, Word::That) &&
                      (!t_.is_word(where + 2) || is_pronoun(where + 2) || t_.is(where + 2, kPreposition));  // "the year after that"
    const std::uint32_t end = that ? where + 2 : where + 1;
    const bool ends = that || (!t_.is_word(end) && !t_.is_number(end)) || t_.is(end, Word::And) || t_.is(end, Word::With) ||
                      t_.is(end, kPreposition) || t_[end].begins_sentence ||
                      (t_.is(i - 1, kSpeech) && t_.is(end, Word::That) && t_.is_word(end + 1));  // "said the day before that it would"
    if (!ends && !t_.is(where, Word::Following)) return {};
    Expression e;
    e.kind = Kind::Shift;
    e.anchor = Anchor::Told;
    e.unit = part ? Unit::Day : season ? Unit::Season : t_[at].info->unit;
    e.direction = before ? -1 : 1;
    e.count = 1;
    if (season) e.season = static_cast<std::uint8_t>(t_[at].info->value);
    if (part) {
        e.clock.part = static_cast<DayPart>(t_[at].info->value);
        e.type = TimexType::Time;
    }
    return {i, end, e};
}

/// "recent years", "the coming weeks", "these days", "former", "current".
Match Grammar::undated_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    Expression e;
    e.kind = Kind::Reference;
    const bool recent = t_.is(at, Word::Recent);
    if ((recent || t_.is(at, Word::Coming)) && t_.is(at + 1, kUnit) && (t_.is(at + 1, kPlural) || recent)) {
        e.ref = recent ? Ref::Past : Ref::Future;
        return {i, at + 2, e};
    }
    if (t_.is(at, Word::These) && t_.is(at + 1, Word::Days)) return {i, at + 2, e};
    // in news "the former mayor" is who he is, not when
    const bool former = t_.is(at, Word::Former) && hints_.narrative;
    if (!recent && !t_.is(at, Word::Current) && !former) return {};
    const bool name = t_[at].capital && !t_[at].begins_sentence;
    const bool modifies = t_.is_word(at + 1) && t_[at + 1].gap == Gap::Space && !t_.is(at + 1, kPreposition | kUnit) &&
                          t_[at + 1].info->tense == Tense::None && !t_.is(at + 1, Word::And) && !t_.is(at + 1, Word::Or);
    if (name || !modifies) return {};
    e.ref = t_.is(at, Word::Current) ? Ref::Present : Ref::Past;
    return {at, at + 1, e};
}

/// "at present", "the present day", "1950 – present". Nothing for a present that is given.
Match Grammar::present_at(std::uint32_t i, std::uint32_t at) const {
    Expression e;
    e.kind = Kind::Reference;
    const std::uint32_t end = at + 1;
    if (t_.is_hyphen(end) && t_.is(end + 1, Word::Day)) return {i, end + 2, e};
    if (t_.is(end, Word::Day)) return {i, end + 1, e};
    const bool noun = at != i || t_.is(at - 1, Word::At) || t_.is(at - 1, Word::To) || t_.is_dash(at - 1);
    // "At present there is no plan"; "at present values" are of something
    const bool clause = t_.is(at - 1, Word::At) && (t_.is(end, kArticle | kDeterminer) || is_pronoun(end) || t_.is(end, Word::No) ||
                                                    t_[end].info->tense == Tense::Present);
    if (!noun || (t_.is_word(end) && !t_.is(end, kPreposition) && !t_.is(end, Word::Time) && !clause)) return {};
    return {i, t_.is(end, Word::Time) ? end + 1 : end, e};
}

/// "a while ago", "a short time ago", "moments ago": the end of the phrase; `i` for none.
std::uint32_t Grammar::while_ago_end(std::uint32_t i) const {
    const bool moments = t_.is(i, Word::Moment) && t_.ends_in_s(i);
    const bool alone = t_.is(i + 1, Word::While);
    const bool qualified = !alone && (t_.is(i + 2, Word::While) || t_.is(i + 2, Word::Time));  // "a long time"
    const std::uint32_t ago = moments ? i + 1 : alone ? i + 2 : i + 3;
    const bool found = moments || (t_.is(i, Word::A) && (alone || qualified));
    return found && t_.is(ago, Word::Ago) ? ago + 1 : i;
}

/// "long ago", "not long ago", "some time ago", "a while ago"
Match Grammar::some_time_ago_at(std::uint32_t i) const {
    if (const std::uint32_t end = while_ago_end(i); end != i) {
        Expression e;
        e.kind = Kind::Reference;
        e.ref = Ref::Past;
        return {i, end, e};
    }
    const std::uint32_t ago = t_.is(i, Word::Long) ? i + 1 : i + 2;
    const bool some = t_.is(i, Word::Some) && t_.is(i + 1, Word::Time);
    if (!t_.is(ago, Word::Ago) || (!some && ago != i + 1) || t_[ago].gap != Gap::Space) return {};
    Expression e;
    e.kind = Kind::Reference;
    e.ref = Ref::Past;
    return {t_.is(i - 1, Word::Not) ? i - 1 : i, ago + 1, e};
}

/// now, recently, the past, the near future, at present, these days, long ago.
Match Grammar::reference_at(std::uint32_t i) const {
    if (const Match undated = undated_at(i)) return undated;
    if (const Match ago = some_time_ago_at(i)) return ago;
    Expression e;
    e.kind = Kind::Reference;
    const bool the = t_.is(i, Word::The);
    const std::uint32_t at = the ? i + 1 : i;
    const bool noun_follows = t_.is_word(at + 1) && t_[at + 1].info->classes == 0 && t_[at + 1].info->tense == Tense::None &&
                              t_[at + 1].info->word == Word::Other;
    if (the && t_.is(at, Word::Past) && !t_.is(at + 1, kUnit | kCardinal | kVague) && !t_.is_number(at + 1) && !noun_follows) {
        e.ref = Ref::Past;
        return {i, at + 1, e};
    }
    if (the && !hints_.narrative && t_.is(at, Word::Moment) && t_.is(i - 1, Word::At) &&
        (!t_.is_word(at + 1) || t_[at + 1].info->tense == Tense::Present || t_.is(at + 1, Word::And)))
        return {i, at + 1, e};
    const std::uint32_t near = the && t_.is_word(at) && t_.is(at + 1, Word::Future) ? at + 1 : at;  // "the near future"
    const std::uint32_t end = near + 1;
    const bool opens_speech =
        (t_.is_mark(near - 1, '"') && !t_.joined(near - 1)) || t_.is_mark(near - 1, 0x201C);  // "Now I cannot," he said
    if (!t_.is(near, kRefWord) || (t_[near].capital && !t_[near].begins_sentence && !opens_speech)) return {};
    const Word word = t_[near].info->word;
    if (t_.is_hyphen(end) && t_.joined(end) && word != Word::Present) return {};
    if (t_.is(near - 1, Word::As) && t_.is(end, Word::As)) return {};  // "as recently as 2016"
    if (t_.is(near - 1, kEvery) && word == Word::Now) return {};       // "every now and then"
    e.ref = static_cast<Ref>(t_[near].info->value);
    switch (word) {
        case Word::Former: return hints_.narrative ? Match{near, end, e} : Match{};
        case Word::Soon: {
            const bool compared = t_.is(near - 1, Word::As) || t_.is(near - 1, Word::So) || t_.is(near - 1, Word::Too);
            return compared || t_.is(end, Word::After) || hints_.narrative ? Match{} : Match{i, end, e};
        }
        case Word::Future: {
            const bool noun = the || t_.is(near - 1, kPreposition) || hints_.narrative;
            return noun || t_.is_word(end) ? Match{i, end, e} : Match{};
        }
        case Word::Present: return present_at(i, near);
        default: return {near, end, e};
    }
}

}  // namespace dateline::extract::temporal
