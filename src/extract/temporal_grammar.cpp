#include "extract/temporal_grammar.h"

#include "extract/named_times.h"
#include "extract/temporal_moment.h"
#include "extract/word_set.h"

#include <algorithm>

namespace dateline::extract::temporal {

using Kind = Expression::Kind;

namespace {

bool lacks_year(const Expression& e) {
    return e.kind == Kind::Calendar && e.year == kNoYear && (e.month != 0 || e.season != 0 || e.quarter != 0);
}
bool has_year(const Expression& e) { return e.kind == Kind::Calendar && e.year != kNoYear; }

}  // namespace

/// Words after which a war or an era is a time: "during the war", not "the war's causes".
bool Grammar::is_timed(std::uint32_t i) const {
    const std::uint32_t before = i - 1;
    return t_.is(before, Word::During) || t_.is(before, Word::Since) || t_.is(before, Word::Throughout) || t_.is(before, Word::Until) ||
           t_.is(before, Word::Before) || t_.is(before, Word::After) || (t_.is(before, Word::Of) && t_.is(before - 1, kPartNoun));
}

/// "since the end of the war", where the text names which.
Match Grammar::the_war_at(std::uint32_t i) const {
    const bool war =
        t_.is(i, Word::The) && t_.is(i + 1, Word::Yearly) && text_.substr(t_[i + 1].begin, t_[i + 1].end - t_[i + 1].begin) == "war";
    if (!war || !is_timed(i) || t_.is(i + 2, Word::Of) || t_.is_hyphen(i + 2) || t_.is(i + 2, Word::In) || t_.is(i + 2, Word::On))
        return {};
    if (t_.is_word(i + 2) && t_[i + 2].capital) return {};
    Expression e;
    e.kind = Kind::Period;
    e.name = kTheWar;
    return {i, i + 2, e};
}

Match Grammar::named_at(std::uint32_t i) const {
    const std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    const Token& first = t_[at];
    // "Johnnie Christmas", "Palm Sunday Road"
    const bool after_name = t_.is_word(at - 1) && t_[at - 1].capital && !t_[at - 1].begins_sentence && t_[at - 1].info->classes == 0 &&
                            first.gap == Gap::Space && first.capital;
    if (after_name) return {};
    if (first.kind == TokenKind::Break || (!first.capital && !t_.is(at, Word::Named) && !t_.is_number(at))) return the_war_at(i);
    const NamedTimes::Found found = names_.find(t_, text_, at);
    if (found.index < 0) return the_war_at(i);
    const NamedTime& name = names_[found.index];
    Expression e;
    e.name = static_cast<std::int16_t>(found.index);
    const bool one_day = !name.is_holiday() && !name.when->is_interval() && name.when->precision() == calendar::Precision::Day;
    if (one_day) {  // "D-Day"
        e.kind = Kind::Period;
        e.month = name.when->first()->month;
        e.day = name.when->first()->day;
        return {i, found.end, e};
    }
    if (!name.is_holiday()) {
        // "the heroes of the 44-day war": no length of time, whatever stands before it
        const bool counted = t_.is_number(at) || t_.is(at, kCardinal);
        const bool timed = is_timed(i), in = t_.is(i - 1, Word::In);
        if ((!counted && !timed && !in) ||
            (t_.is_word(found.end) && t_[found.end].capital && t_[found.end].gap == Gap::Space && !t_[found.end].begins_sentence))
            return {};
        e.kind = Kind::Period;
        e.unmarked = in && !timed && !counted;
        e.topic = !in && !timed;
        // "the 44-day war of 2020"
        const bool says_year = t_.is(found.end, Word::Of) && t_.is_number(found.end + 1) && t_[found.end + 1].digits == 4 &&
                               name.when->begin_iso().substr(0, 4) <= std::to_string(t_[found.end + 1].number) &&
                               name.when->end_iso().substr(0, 4) >= std::to_string(t_[found.end + 1].number);
        return {i, says_year ? found.end + 2 : found.end, e};
    }
    if (name.rule == NamedTime::Rule::Era) {  // "Reiwa 6"
        constexpr int longest = 64;
        const bool reign =
            t_.is_number(found.end) && t_[found.end].digits <= 2 && t_[found.end].number >= 1 && t_[found.end].number <= longest;
        if (!reign) return {};
        e.name = -1;
        e.year = name.offset + t_[found.end].number;
        return {i, found.end + 1, e};
    }
    e.kind = Kind::Holiday;
    const std::uint32_t year = take_year(t_.is(found.end, Word::Of) ? found.end + 1 : found.end, e, true);
    if (const auto begun = year != found.end ? name.in_own_year(e.year) : std::nullopt) e.year = day_moment(*begun).year;  // "Ramadan 1445"
    else if (name.in_figures) return {};
    if (t_.is(found.end, Word::Of) && year == found.end + 1) return {i, found.end, e};
    if (year == found.end && t_.is(found.end, Word::Yearly) && t_[found.end].length == 3) return {};  // "the Ramadan war"
    // "the end of the Chinese New Year celebrations" is not that of the feast
    const std::uint32_t of = t_.is(i - 1, Word::The) ? i - 2 : i - 1;
    if (year == found.end && t_.is(of, Word::Of) && t_.is(of - 1, kPartNoun) && t_.ends_in_s(found.end) &&
        t_[found.end].gap == Gap::Space && !t_[found.end].capital)
        return {};
    if (year == found.end && t_.is_mark(i - 1, '(') && t_.is_mark(found.end, ')'))
        return {};  // "the Tet (Lunar New Year) truce": what it is called
    if (year == found.end && t_.is_word(found.end) && t_[found.end].capital && !t_[found.end].begins_sentence &&
        t_[found.end].info->classes == 0)
        return {};
    if (year == found.end && t_.is(found.end, Word::Weekend)) {  // "Memorial Day weekend"
        e.unit = Unit::Weekend;
        return {i, found.end + 1, e};
    }
    return {i, year, e};
}

/// "14 Farvardin 1403", "the 10th of Muharram": a day of a month of another calendar.
Match Grammar::day_of_other_calendar_at(std::uint32_t i) const {
    const Count day = day_number_at(t_.is(i, Word::The) ? i + 1 : i);
    const std::uint32_t month = t_.is(day.end, Word::Of) ? day.end + 1 : day.end;
    if (!day || !t_.is_word(month) || !t_[month].capital || t_[month].gap != Gap::Space || !names_.may_begin(t_[month], text_)) return {};
    const NamedTimes::Found found = names_.find(t_, text_, month);
    if (found.index < 0 || !names_[found.index].is_month()) return {};
    Match out{i, found.end, {}};
    Expression& e = out.expression;
    const std::uint32_t year = take_year(found.end, e, false);
    const auto first = year != found.end ? names_[found.index].in_own_year(e.year) : std::nullopt;
    const int days = static_cast<int>(day.value) - 1;
    if (first) {
        const Moment told = day_moment(*first + days);
        e.year = told.year;
        e.month = told.month;
        e.day = told.day;
        out.last = year;
        return out;
    }
    if (names_[found.index].in_figures && !t_.is(i - 1, Word::On) && !t_.is(i - 1, Word::By) && !t_.is(i - 1, Word::Until)) return {};
    e = {};
    e.kind = Kind::Holiday;
    e.name = static_cast<std::int16_t>(found.index);
    e.day = static_cast<std::uint8_t>(day.value);
    e.rest_count = days;
    return out;
}

/// "the day after Christmas", "the day before 7 October 2023", "the eve of 1 October"
Match Grammar::day_beside_holiday_at(std::uint32_t i) const {
    const bool after = t_.is(i + 2, Word::After), eve = t_.is(i + 1, Word::Eve) && t_.is(i + 2, Word::Of);
    if ((!eve && (!t_.is(i + 1, Word::Day) || (!after && !t_.is(i + 2, Word::Before)))) ||
        (!t_[i + 3].capital && !t_.is_number(i + 3) && !t_.is(i + 3, Word::The)))
        return {};
    Match out = date_at(i + 3);
    const bool dated = out.expression.kind == Kind::Calendar && out.expression.day != 0 && out.expression.month != 0;
    if (!dated) out = named_at(i + 3);
    if (!out || (!dated && out.expression.kind != Kind::Holiday) || out.expression.unit != Unit::None) return {};
    out.first = i;
    out.expression.rest_count = after ? 1 : -1;
    return out;
}

/// "the Christmas parade", "the mid-October plunge", "the 19th-century house": the article is the noun's.
bool Grammar::describes_noun(const Match& date) const {
    const Expression& e = date.expression;
    const bool named =
        e.kind == Kind::Holiday ||
        (e.kind == Kind::Calendar && (e.month != 0 || (e.century && t_.is_hyphen(date.last - 2))) && e.day == 0) ||
        (e.kind == Kind::Calendar && e.quarter != 0 && e.year == kNoYear && t_.is_hyphen(date.last - 2));  // "the third-quarter pace"
    const Token& noun = t_[date.last];
    const bool follows = t_.is_word(date.last) && noun.gap == Gap::Space && !noun.capital && noun.info->tense == Tense::None;
    constexpr std::uint32_t goes_on =
        kPreposition | kArticle | kDeterminer | kPart | kDeictic | kUnit | kEra | kRefWord | kApprox | kBaseVerb;
    const bool link = t_.is(date.last, Word::And) || t_.is(date.last, Word::Or) || t_.is(date.last, Word::But) ||
                      t_.is(date.last, Word::Long) || t_.is(date.last, Word::As) || t_.is(date.last, Word::When);
    return named && e.clock.empty() && follows && !t_.is(date.last, goes_on) && !link && !t_.ends_in_ly(date.last) &&
           !is_pronoun(date.last);
}

/// The longest of all expressions that begin here.
Match Grammar::longest_at(std::uint32_t i) const {
    Match best;
    const bool the = t_.is(i, Word::The);
    const std::uint32_t word = the ? i + 1 : i;
    if (the && begins_name(word)) return named_at(i);
    if (the || t_[i].capital || t_.is(i, Word::Named) || !t_.is_word(i)) keep_longer(best, named_at(i));
    if (t_.is_number(i) || t_.is(i, kMonth | kWeekday | kOrdinal | kCardinal) || the) keep_longer(best, date_at(i));
    if (t_.is_number(i) || t_.is(i, kCardinal) || t_.is(word, Word::Half) || t_.is(word, Word::Quarter) || t_.is(i, Word::A)) {
        keep_longer(best, clock_at(i));
    }
    if (t_.is(word, Word::Early) || t_.is(word, Word::Small)) keep_longer(best, early_hours_at(i));
    const bool between = the && t_.is(word, Word::Following) && t_.is(word + 1, kDayPart);  // "the intervening night"
    if (between || t_.is(word, kDayPart | kPart)) keep_longer(best, day_part_at(i));
    if (t_[i].all_capitals) keep_longer(best, month_initials_at(i));
    if (t_.is(i, Word::Midweek) || t_.is(i, Word::Mid)) keep_longer(best, midweek_at(i));
    if (t_.is(word, kPart | kPartNoun)) keep_longer(best, part_at(i));
    if (t_.is(i, kDeictic) || (the && (t_.is(word, kDeictic) || t_.is(word, Word::Very)))) keep_longer(best, deictic_at(i));
    if (t_.is(word, kDateWord) || (the && t_.is(word, Word::Day)) || (t_.is(i, Word::A) && t_.is(i + 1, Word::Day)))
        keep_longer(best, day_word_at(i));
    if (the || t_.is(i, Word::That) || t_.is(i, Word::This)) keep_longer(best, recall_at(i));
    if (the && t_.is(word, Word::New)) keep_longer(best, new_year_at(i));
    if (the) keep_longer(best, day_before_at(i));
    if (the) keep_longer(best, day_beside_holiday_at(i));
    if (the) keep_longer(best, lone_day_at(i));
    if (t_.is(word, Word::Year) || t_.is(i + 1, Word::Year)) keep_longer(best, year_ago_at(i));
    if (t_.is(word, Word::Weekend) || t_.is(word, Word::Week)) keep_longer(best, weekend_at(i));
    if (t_.is(word, kOrdinal) || t_.is(word, Word::Last) || t_.is(word, Word::Final) || t_.is(word, Word::Opening) || t_.is_number(word)) {
        keep_longer(best, nth_of_at(i));
    }
    if (t_.is(word + 1, kUnit) && t_.is(word + 1, kPlural) && t_.is(word + 2, Word::Of)) keep_longer(best, edge_of_at(i));
    if (t_.is(word, kUnit)) keep_longer(best, unit_end_at(i));
    if (t_.is(word, Word::Full) || t_.is(word, Word::Fiscal)) keep_longer(best, business_year_at(i));
    if (t_.is(word, kSeason)) keep_longer(best, season_at(i));
    // What each of these begins with, so that most words are asked and nothing is read: it must allow all that they take.
    const bool figure = !t_.is_word(i) || t_.is_number(word) || t_.is_apostrophe(word);
    const bool counts = figure || t_.is(word, kOrdinal | kCardinal);
    const bool roman = t_[word].capital && (t_.is(word + 1, kUnit) || t_.is_hyphen(word + 1));
    const bool months = t_.is(word, kMonth) && (t_.is_dash(word + 1) || t_.is_dash(word + 2) || t_.is(word + 1, Word::Quarter));
    if (counts || months || t_.is(word, kPart) || t_.is(word, Word::Last) || t_.is(word, Word::Final) || t_.is(word, Word::Q) ||
        t_.is(word, Word::H) || t_.is(word, Word::Fiscal))
        keep_longer(best, quarter_at(i));
    if (counts || roman) keep_longer(best, century_at(i));
    if (counts || t_.is(word, kDecadeWord)) keep_longer(best, decade_at(i));
    const bool fiscal =
        t_.is(word, Word::Fiscal) || (t_.is_number(word) && (t_.is(word + 1, Word::Fiscal) || t_.is(word + 3, Word::Fiscal)));
    if (fiscal) keep_longer(best, fiscal_year_at(i));
    if (figure || begins_set(i)) keep_longer(best, set_at(i));
    if (figure || begins_duration(i)) keep_longer(best, duration_at(i));
    if (t_.is(i, kUnit)) keep_longer(best, bare_plural_at(i));
    if (begins_reference(word)) keep_longer(best, reference_at(i));
    if (counts || t_.is(word, Word::Year) || t_.is(word, Word::Years) || t_.is(i, Word::Ad)) keep_longer(best, year_at(i));
    return best;
}

Match Grammar::best_at(std::uint32_t i) const {
    Match best = longest_at(i);
    if (!best) return best;
    best = with_clock(best);
    const bool the = t_.is(i, Word::The);
    const std::uint32_t word = the ? i + 1 : i;
    const bool beside = t_.is(word, Word::Eve) || t_.is(word, Word::Day);  // "the eve of Christmas"
    if (the && best.first == i && !beside && describes_noun(best)) ++best.first;
    const bool roughly = t_.is(i - 1, kApprox) && t_[i - 1].info->value == static_cast<int>(Mod::Approximate);
    const bool circa = t_.is_mark(i - 1, '.') && t_.is(i - 2, Word::C) && t_[i - 2].length <= 2;
    if ((roughly || circa) && best.expression.kind == Kind::Calendar && best.expression.mod == Mod::None)
        best.expression.mod = Mod::Approximate;
    return best;
}

/// "Week 19, 6–12 May", "No. 4, 3 May": a number that is counted, and no day.
bool Grammar::numbers_an_issue(std::uint32_t i) const {
    if (!t_.is_mark(i + 1, ',') || !t_.is_number(i)) return false;
    const std::uint32_t before = t_.is_mark(i - 1, '.') && t_.joined(i - 1) ? i - 2 : i - 1;
    return t_.is(before, Word::Week) || t_.is(before, Word::No) || t_.is(before, kNumberNoun);
}

/// Days before their month: "9, 10 and 12 May", "9–12 May 1940". Returns `i` for none.
std::uint32_t Grammar::match_days_of_month(std::uint32_t i, std::vector<Match>& out) const {
    constexpr std::uint32_t longest = 6;
    const std::size_t before = out.size();
    if (numbers_an_issue(i)) return i;
    std::uint32_t at = t_.is(i, Word::The) ? i + 1 : i;
    for (std::uint32_t n = 0; n < longest; ++n) {
        const Count day = day_number_at(at);
        Match numeric = n > 0 && !day && t_.is_mark(at + 1, '.') ? numeric_date_at(at) : Match{};           // "28–29.02.2024"
        if (n == 1 && day && t_.is_mark(at + 1, '/') && t_.is_dash(at - 1)) numeric = numeric_pair_at(at);  // "13–14/08"
        if (!day && !numeric) break;
        if (const Match last = numeric ? numeric : day_month_at(at); last && n > 0) {
            for (std::size_t m = before; m < out.size(); ++m) {
                const std::uint8_t own = out[m].expression.day;
                out[m].expression = last.expression;
                out[m].expression.day = own;
            }
            out.push_back(with_clock(last));
            return out.back().last;
        }
        Match bare{at, day.end, {}};
        bare.expression.day = static_cast<std::uint8_t>(day.value);
        out.push_back(bare);
        at = day.end;
        if (t_.is_mark(at, ',') && (t_.is(at + 1, Word::And) || t_.is(at + 1, Word::Or))) at += 2;
        else if (t_.is_mark(at, ',') || t_.is(at, Word::And) || t_.is_mark(at, '&') || t_.is(at, Word::Or) || t_.is(at, Word::To) ||
                 t_.is_dash(at) || t_.is_mark(at, '/') || t_.is(at, Word::Through) || t_.is(at, Word::Till) || t_.is(at, Word::Until))
            ++at;
        else break;
        if (t_.is(at, Word::The)) ++at;
    }
    out.resize(before);
    return i;
}

/// What follows a date and shares its month or year: "May 9 and 10, 1940", "1992–94", "May–June 2011".
std::uint32_t Grammar::match_lists(std::size_t first, std::vector<Match>& out) const {
    std::uint32_t end = out.back().last;
    const Expression head = out[first].expression;
    // "5 and 6 May" came as a list already
    const bool month_first = head.kind == Kind::Calendar && head.day != 0 && head.month != 0 &&
                             (t_.is(out[first].first, kMonth | kWeekday) ||
                              (head.clock.part != DayPart::None && end > 1 && t_.is(end - 2, kMonth)));  // "overnight on March 12 to 13"
    constexpr int longest = 6;
    for (int n = 0; n < longest && month_first && out.back().expression.clock.hour < 0; ++n) {
        std::uint32_t at = end;
        if (has_year(out.back().expression)) break;
        if (t_.is_mark(at, ',') && (t_.is(at + 1, Word::And) || t_.is(at + 1, Word::Or))) at += 2;
        else if (t_.is_dash(at) || t_.is(at, Word::And) || t_.is_mark(at, '&') || t_.is(at, Word::Or) || t_.is(at, Word::To) ||
                 t_.is(at, Word::Through) || (t_.is_mark(at, '/') && t_.joined(at) && t_.joined(at + 1)))
            ++at;
        else if (t_.is_mark(at, ',') && day_number_at(at + 1) &&
                 (t_.is(day_number_at(at + 1).end, Word::And) || t_.is_mark(day_number_at(at + 1).end, ',') ||
                  t_.is_mark(day_number_at(at + 1).end, '&')))
            ++at;
        else break;
        if (t_.is(at, Word::The)) ++at;
        const Count day = day_number_at(at);
        if (!day || t_.is(day.end, kMonth | kUnit | kCounted | kScale) || t_.is_mark(day.end, '%') ||
            (t_.is_word(day.end) && t_.is(day.end, Word::Of)))
            break;
        if (t_.is_word(day.end) && t_[day.end].info->classes == 0 && t_[day.end].info->tense == Tense::None && t_.is(at - 1, Word::And) &&
            t_[day.end].info->word == Word::Other && !ordinal_at(at) && !t_.is_number(out.back().last)) {
            break;  // "May 9 and 10 ships"
        }
        Match next{at, day.end, head};
        next.expression.day = static_cast<std::uint8_t>(day.value);
        next.expression.weekday = 0;
        const bool night = head.clock.part == DayPart::Night && head.clock.hour < 0 && !t_.is(end, Word::And) && !t_.is_mark(end, ',');
        if (night) {  // "the night of May 5-6": it ends on the sixth
            next.expression.clock = {};
            next.expression.type = TimexType::Date;
        }
        next.last = take_year_tail(day.end, next.expression);
        out.push_back(next);
        end = next.last;
    }
    if (has_year(out.back().expression)) {
        for (std::size_t m = first; m + 1 < out.size(); ++m) {
            if (lacks_year(out[m].expression)) out[m].expression.year = out.back().expression.year;
        }
    }
    end = match_short_years(first, out);
    share_later_year(first, out);
    return end;
}

/// "1992–94", "1941/42".
std::uint32_t Grammar::match_short_years(std::size_t first, std::vector<Match>& out) const {
    const Expression head = out[first].expression;
    const std::uint32_t end = out.back().last;
    const bool year_last =
        has_year(head) && !head.short_year && !head.decade && !head.century && t_.is_number(end - 1) && t_[end - 1].number == head.year;
    if (!year_last || (!t_.is_dash(end) && !t_.is_mark(end, '/')) || !t_.joined(end) || !t_.joined(end + 1) || !t_.is_number(end + 1))
        return end;
    const Token& tail = t_[end + 1];
    if (tail.digits != 2 || tail.number <= head.year % 100 || (t_.joined(end + 2) && (t_.is_word(end + 2) || t_.is_hyphen(end + 2))))
        return end;
    if ((head.month != 0 && tail.number <= 12) || t_.is(end + 2, kMonth)) return end;  // "1 May 2010–31 May 2014"
    Match next{end + 1, end + 2, {}};
    next.expression.year = head.year / 100 * 100 + tail.number;
    out.push_back(next);
    return end + 2;
}

/// What comes after "27 September to", "May and", "June, July and": a date that has the year for all. Empty
/// for none.
Match Grammar::later_with_year(std::uint32_t at, const Expression& last) const {
    constexpr int longest_list = 6;
    for (int n = 0; n < longest_list; ++n) {
        const bool listed = t_.is_mark(at, ',') && t_.is(at + 1, kMonth) && last.day == 0;
        const bool linked = t_.is_dash(at) || t_.is(at, Word::To) || t_.is(at, Word::Through) || t_.is(at, Word::Until) ||
                            t_.is(at, Word::And) || t_.is(at, Word::Or) || t_.is_mark(at, '/');
        if (!listed && !linked) return {};
        ++at;
        if (t_.is_mark(at - 1, ',') && (t_.is(at, Word::And) || t_.is(at, Word::Or))) ++at;
        if (t_.is(at, Word::The)) ++at;
        if (t_.is(at, kPart)) ++at;
        if (t_.is_hyphen(at)) ++at;
        if (t_.is(at, Word::Of) || (t_.is(at, kDayPart) && t_.is(at + 1, Word::Of)))
            at += t_.is(at, Word::Of) ? 1u : 2u;  // "the beginning of July", "the night of 5 May"
        Match next = date_at(at);
        if (!next && last.season != 0) next = season_at(at);
        if (!next && last.quarter != 0) next = quarter_at(at);
        if (!next) return {};
        const Expression& e = next.expression;
        if ((has_year(e) && !e.short_year) || (e.kind == Kind::Shift && e.unit == Unit::Year && e.month != 0)) return next;
        if (e.kind != Kind::Calendar || e.month == 0 || e.day != 0) return {};
        at = next.last;
    }
    return {};
}

/// "from 28 December to 6 January", "in November and December": tells the first where it ends.
void Grammar::see_range_end(Match& first) const {
    const std::uint32_t at = first.last;
    const bool range = t_.is_dash(at) || t_.is(at, Word::To) || t_.is(at, Word::Through) || t_.is(at, Word::Until);
    const bool listed = t_.is(at, Word::And) && first.expression.day == 0;
    if ((!range && !listed) || first.expression.month == 0) return;
    const Match last = date_at(t_.is(at + 1, Word::The) ? at + 2 : at + 1);
    if (!last || !lacks_year(last.expression) || last.expression.month == 0) return;
    first.expression.until_month = last.expression.month;
    first.expression.until_day = last.expression.day;
    first.expression.until_listed = listed;
}

/// "from 27 September to 10 November 2020": the first takes the year of the second, or the one before it.
void Grammar::share_later_year(std::size_t first, std::vector<Match>& out) const {
    const Expression last = out.back().expression;
    if (!lacks_year(last)) return;
    const std::uint32_t at = out.back().last;
    if ((t_.is(at, Word::Until) || t_.is(at, Word::Till)) && t_.is(out[first].first - 1, Word::In))
        return;  // "was extended in January | until 19 February 2027": two times
    const Match next = later_with_year(at, last);
    if (!next) return see_range_end(out.back());
    const Expression& later = next.expression;
    const bool range = t_.is_dash(at) || t_.is(at, Word::To) || t_.is(at, Word::Through) || t_.is(at, Word::Until) || t_.is(at, Word::And);
    const bool wraps = (later.quarter != 0 && last.quarter > later.quarter) ||
                       (range && later.month != 0 && last.month != 0 &&
                        (last.month > later.month || (last.month == later.month && last.day > later.day && later.day != 0)));
    for (std::size_t m = first; m < out.size(); ++m) {
        Expression& e = out[m].expression;
        if (!lacks_year(e)) continue;
        if (later.kind == Kind::Calendar) {
            e.year = later.year - (wraps ? 1 : 0);
        } else {  // "between May and July last year"
            e.kind = later.kind;
            e.anchor = later.anchor;
            e.unit = later.unit;
            e.count = later.count;
            e.direction = later.direction;
        }
    }
}

/// "between 5 and 6 p.m.", "9–11 a.m.": the first takes the second's half of the day.
std::uint32_t Grammar::match_clock_range(std::uint32_t i, std::vector<Match>& out) const {
    if (!t_.is_number(i) || t_[i].digits > 2 || t_[i].number < 1 || t_[i].number > 12) return i;
    std::uint32_t at = i + 1;
    Clock first;
    first.hour = static_cast<std::int8_t>(t_[i].number);
    if (t_.is_mark(at, ':') && t_.is_number(at + 1) && t_[at + 1].digits == 2 && t_[at + 1].number < 60) {
        first.minute = static_cast<std::int8_t>(t_[at + 1].number);
        at += 2;
    }
    if (!t_.is_dash(at) && !t_.is(at, Word::To) && !t_.is(at, Word::And)) return i;
    Match second = clock_at(at + 1);
    if (!second || second.expression.clock.hour < 0) return i;
    Clock bare;
    std::uint32_t half = at + 2;
    if (t_.is_mark(half, ':')) half += 2;
    bare.hour = 1;
    if (take_half_day(half, bare) == half) return i;
    if (second.expression.clock.hour >= 12 && first.hour < 12 && first.hour + 12 <= second.expression.clock.hour) {
        first.hour = static_cast<std::int8_t>(first.hour + 12);
    }
    Match lead{i, at, second.expression};
    lead.expression.clock = first;
    out.push_back(lead);
    out.push_back(second);
    return second.last;
}

/// "9 a.m. to 5 p.m. on 3 May": the first is of the second's day. Returns `first.last` for none.
std::uint32_t Grammar::match_clocks_of_day(const Match& first, std::vector<Match>& out) const {
    const Expression& e = first.expression;
    const auto dayless = [](const Expression& of) { return of.kind == Kind::Recall && of.unit == Unit::Day && !of.clock.empty(); };
    const std::uint32_t at = first.last;
    const bool linked = t_.is(at, Word::To) || t_.is(at, Word::Until) || t_.is(at, Word::And) || t_.is(at, Word::Or) || t_.is_dash(at);
    if (!dayless(e) || !linked) return at;
    Match second = clock_at(at + 1);
    if (!second) second = day_part_at(at + 1);  // "to noon on Thursday"
    if (!second || second.expression.type != TimexType::Time || dayless(second.expression)) return at;
    Match lead{first.first, at, second.expression};
    lead.expression.clock = e.clock;
    if (!e.clock.has_zone) {
        lead.expression.clock.has_zone = second.expression.clock.has_zone;
        lead.expression.clock.zone_min = second.expression.clock.zone_min;
    }
    out.push_back(lead);
    out.push_back(second);
    return second.last;
}

/// "the March 23 Movement", "the 14 February Coalition": a day that names who calls himself after it.
bool Grammar::names_a_body(const Match& last) const {
    static constexpr WordSet kBodies{"Movement", "Brigade", "Brigades", "Coalition", "Alliance", "Front", "Party"};
    const bool day = last.expression.kind == Kind::Calendar && last.expression.day != 0 && last.expression.year == kNoYear;
    const Token& next = t_[last.last];
    if (!day || !t_.is_word(last.last) || !next.capital || next.gap != Gap::Space) return false;
    return kBodies.contains(text_.substr(next.begin, next.end - next.begin));
}

std::uint32_t Grammar::match(std::uint32_t i, std::vector<Match>& out) const {
    if (!wanted(i)) return i;
    const std::size_t before = out.size();
    const std::uint32_t end = match_any(i, out);
    if (end == i || !names_a_body(out.back())) return end;
    out.resize(before);
    return i;
}

std::uint32_t Grammar::match_any(std::uint32_t i, std::vector<Match>& out) const {
    if (t_.is_number(i) || t_.is(i, Word::The)) {
        const std::uint32_t days = match_days_of_month(i, out);
        if (days != i) return days;
        const std::uint32_t clocks = match_clock_range(i, out);
        if (clocks != i) return clocks;
    }
    const Match best = best_at(i);
    if (!best) return i;
    const std::uint32_t clocks = match_clocks_of_day(best, out);
    if (clocks != best.last) return clocks;
    const std::size_t first = out.size();
    out.push_back(best);
    return match_lists(first, out);
}

}  // namespace dateline::extract::temporal
