#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline::extract::temporal {

using document::DateBasis;
using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr int kStale = 180;  ///< "the 28th" is not of a month that news only looks back on

/// A value whose year is open: "XXXX-04-23", "XXXX-SU".
std::string value_without_year(const Expression& e) {
    constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
    if (e.day != 0) return fmt::format("XXXX-{:02}-{:02}", e.month, e.day);
    if (e.month != 0) return fmt::format("XXXX-{:02}", e.month);
    if (e.season != 0) return fmt::format("XXXX-{}", seasons[e.season - 1]);
    return e.quarter != 0 ? fmt::format("XXXX-Q{}", e.quarter) : fmt::format("XXXX-H{}", e.half);
}

Moment moment_in(int year, const Expression& e) {
    Moment out = e.month != 0 ? month_moment(year, e.month) : year_moment(year);
    if (e.month != 0 && e.day != 0) {
        if (day_exists(year, e.month, e.day)) out = day_moment(year, e.month, e.day);
    } else if (e.season != 0) {
        out.grain = Unit::Season;
        out.part = e.season;
        out.second_year = e.second_year != 0;
    } else if (e.quarter != 0 || e.half != 0) {
        out.grain = e.quarter != 0 ? Unit::Quarter : Unit::Half;
        out.part = e.quarter != 0 ? e.quarter : e.half;
    }
    const bool whole_week = e.unit == Unit::Weekend || e.unit == Unit::Week;  // "the weekend of 4 May"
    constexpr int half_week = 3;
    if (out.grain == Unit::Day && e.week_begins)
        return coarsened(moved(out, Unit::Day, half_week), Unit::Week);  // on a Sunday: of the Monday after it
    return out.grain == Unit::Day && whole_week ? coarsened(out, e.unit) : out;
}

/// Day `day` of the month that is `months` from that of `of`.
std::optional<Moment> same_day(const Moment& of, int months, int day) {
    const Moment month = moved(coarsened(of, Unit::Month), Unit::Month, months);
    return day_exists(month.year, month.month, day) ? std::optional(day_moment(month.year, month.month, static_cast<unsigned>(day)))
                                                    : std::nullopt;
}

}  // namespace

Resolver::Resolver(const std::optional<calendar::Edtf>& published, bool narrative, const NamedTimes& names)
    : names_(names), narrative_(narrative) {
    if (published) published_ = moment_of(*published).value_or(Moment{});
    own_published_ = published_;
}

Timex Resolver::dated(Moment moment, const Expression& e, DateBasis basis) {
    last_ = moment;
    Timex out;
    out.type = e.type;
    out.basis = basis;
    out.value = timex_value(moment);
    if (e.clock.hour >= 0) clock_hour_ = e.clock.hour, clock_day_ = moment;
    if (!e.clock.empty() || e.clock.vague_hour) {
        out.value += e.clock.vague_hour ? "TXX" : timex_clock(e.clock);
        out.edtf = edtf_of(moment, e.clock);
    } else {
        out.edtf = edtf_of(moment, e.mod);
    }
    return out;
}

Timex Resolver::undated(const Expression& e, std::string value) const {
    Timex out;
    out.type = e.type;
    out.basis = DateBasis::None;
    out.unmarked = e.unmarked;
    out.topic = e.topic;
    out.value = std::move(value);
    if (!e.clock.empty()) out.value += timex_clock(e.clock);
    return out;
}

/// "Tuesday 12/11": in the order that makes it one.
Expression Resolver::ordered_by_weekday(const Expression& e) const {
    Expression other = e;
    std::swap(other.day, other.month);
    other.either_order = false;
    const int near = e.year != kNoYear ? year_of(e) : published_.year;
    const auto falls = [&](const Expression& of) {
        for (int year = near - (e.year == kNoYear); year <= near; ++year)
            if (day_exists(year, of.month, of.day) && weekday_of(days_of(year, of.month, of.day)) == e.weekday) return true;
        return false;
    };
    const bool turned = (e.year != kNoYear || published_.known()) && !falls(e) && falls(other);
    return turned ? other : e;
}

Timex Resolver::resolve_calendar(const Expression& e, const Surroundings& around) {
    if (e.either_order && e.weekday != 0) {
        const Expression ordered = ordered_by_weekday(e);
        if (!ordered.either_order) return resolve_calendar(ordered, around);
    }
    if (e.nth != 0) return resolve_nth(e, around);
    if (e.decade || e.century) {
        Moment moment = year_moment(year_of(e));
        // "the 1850s and 60s"
        const bool listed = e.short_year && told_.grain == Unit::Decade && told_sentence_ == around.sentence && told_.year >= 0;
        if (listed) moment.year = told_.year / 100 * 100 + e.year;
        moment.grain = e.decade ? Unit::Decade : Unit::Century;
        tell(moment, around);
        return dated(moment, e, DateBasis::Explicit);
    }
    if (e.weekday != 0 && e.day == 0 && e.month == 0) {
        const bool of_told = e.recalled && !narrative_ && told_.grain == Unit::Day &&
                             around.sentence <= told_sentence_ + 1;  // "opens Dec. 2 and runs through that Sunday"
        const auto day = of_told ? std::optional(day_moment(told_.days() + (e.weekday - weekday_of(told_.days()) + 7) % 7))
                                 : day_of_weekday(e.weekday, around);
        if (!day) return undated(e, fmt::format("XXXX-WXX-{}", e.weekday));
        const Moment told = e.rest_count != 0 ? moved(*day, Unit::Day, static_cast<int>(e.rest_count)) : *day;
        tell(told, around);
        if (!around.aside) weekday_sentence_ = around.sentence + 1;
        return dated(told, e, DateBasis::Relative);
    }
    if (e.month == 0 && e.day != 0) return resolve_lone_day(e, around);
    const bool has_year = e.year != kNoYear;
    if (has_year)
        line_year_ = around.year_alone || e.year == line_year_ ? e.year : kNoYear,
        line_section_ = around.year_alone ? around.section : line_section_;
    const bool part = e.quarter != 0 || e.half != 0;
    const int year = has_year     ? year_of(e)
                     : e.recalled ? year_after_told(e, around)
                     : part       ? year_of_quarter(e, around)
                                  : year_of_range(e, around);
    if (year == kNoYear) return undated(e, value_without_year(e));
    Moment moment = moment_in(year, e);
    if (e.rest_count != 0 && moment.grain == Unit::Day)
        moment = moved(moment, Unit::Day, static_cast<int>(e.rest_count));  // "the day after 7 October 2023"
    // "in March 2010 it was founded, and in June 2024 it": an aside in its sentence leaves no story to follow
    constexpr int other_age = 100;  // nobody tells of his own life
    const bool long_past = published_.known() && has_year && published_.year - year > other_age && moment.has_month();
    const bool begins_story = has_year && (around.leads || long_past);
    if (has_year || !around.heading) heading_year_ = around.heading ? year : kNoYear;
    if (has_year && moment.grain == Unit::Day && !own_day_.known()) own_day_ = moment;
    const bool follows = !has_year && story_ && told_.known() && moment.year == year_after(told_, e.month, e.day);
    tell(moment, around);
    story_ = begins_story || follows;
    told_dated_ = has_year && told_ == moment && !around.beside_story && !around.since;
    // "The pact of 1955 was signed", "The treaty, signed on 4 April 1949, came into force"
    constexpr int lifetime = 20;
    told_of_subject_ = has_year && told_ == moment && !around.since &&
                       (around.of_subject || (around.beside_story && around.closed && published_.year - year >= lifetime));
    Timex out = dated(moment, e, has_year ? DateBasis::Explicit : DateBasis::InferredYear);
    if (e.months) {
        const auto first = edtf_of(month_moment(year, e.month), Mod::None), last = edtf_of(month_moment(year, e.until_month), Mod::None);
        if (first && last) out.edtf = calendar::Edtf::interval(first->first(), last->first());
        if (out.edtf) out.value = out.edtf->text();
    }
    if (e.second_year != 0 && e.season == 0) {  // "FY 2024/25", and where in it its quarters are the text does not say
        const auto first = edtf_of(year_moment(year - 1), Mod::None), last = edtf_of(year_moment(year), Mod::None);
        if (first && last) out.edtf = calendar::Edtf::interval(first->first(), last->first());
    }
    return out;
}

/// "Friday the 13th": the last or the coming one; of an agenda, "Friday 13:", the nearest.
std::optional<Moment> Resolver::day_on_weekday(const Expression& e, const Surroundings& around) const {
    constexpr int longest = 14;  // months without one
    const bool ahead = around.tense == Tense::Future, nearest = around.tense == Tense::None;
    std::optional<Moment> best;
    const auto distance = [&](const Moment& day) { return std::abs(day.days() - published_.days()); };
    for (int n = nearest ? -longest : 0; n <= longest; ++n) {
        const Moment month = moved(coarsened(published_, Unit::Month), Unit::Month, ahead || nearest ? n : -n);
        if (!day_exists(month.year, month.month, e.day)) continue;
        const Moment day = day_moment(month.year, month.month, e.day);
        const bool beyond = !nearest && (ahead ? day.days() < published_.days() : day.days() > published_.days());
        if (!beyond && weekday_of(day.days()) == e.weekday && (!best || distance(day) < distance(*best))) best = day;
    }
    return best;
}

/// "the 10th": of the month told last.
Timex Resolver::resolve_lone_day(const Expression& e, const Surroundings& around) {
    if (e.weekday != 0 && !narrative_ && published_.has_day()) {
        if (const auto day = day_on_weekday(e, around)) {
            tell(*day, around);
            return dated(*day, e, DateBasis::Relative);
        }
    }
    const bool in_story = story_ && around.tense == Tense::Past && around.sentence <= told_sentence_ + 1;
    const bool goes_on = in_story || year_in_chain(0, around) != kNoYear;  // "In March 2019 he fled. On the 15th he was caught"
    const bool long_ago =
        !narrative_ && !goes_on && told_sentence_ != around.sentence && published_.has_month() && published_.days() - told_.days() > kStale;
    // "The rule, in force since 1 February, divides them. On the 16th": of the bulletin's own month
    const bool background = told_since_ && !narrative_ && published_.has_month() && around.sentence != told_sentence_;
    const Moment& base = told_.has_month() && !long_ago && !background ? told_ : published_;
    if (!base.has_month() || !day_exists(base.year, base.month, e.day)) return undated(e, fmt::format("XXXX-XX-{:02}", e.day));
    Moment moment = day_moment(base.year, base.month, e.day);
    const bool over = !narrative_ && !goes_on && around.tense == Tense::Past && published_.grain == Unit::Day;
    if (over && moment.days() > published_.days())  // "He resigned on the 28th", told on the 18th
        moment = same_day(published_, published_.day < e.day ? -1 : 0, e.day).value_or(moment);
    else if (over && told_.grain == Unit::Day && base == told_ && moment.days() < told_.days() &&
             !around.had) {  // "Talks began on 30 October. He left on the 2nd"
        const Moment next = same_day(told_, 1, e.day).value_or(moment);
        if (next.days() <= published_.days() && next.days() - told_.days() < told_.days() - moment.days()) moment = next;
    } else if (over_told(moment, around)) {  // "is shut on the 3rd", told on the 28th; "shut from the 28th to the 3rd"
        const Moment& from = around.after_to ? told_ : published_;
        moment = same_day(from, 1, e.day).value_or(moment);
    }
    tell(moment, around);
    return dated(moment, e, DateBasis::Context);
}

/// Whether a day of the month told last is before what it must follow: the first of its range, or the document's own where it is to come.
bool Resolver::over_told(const Moment& moment, const Surroundings& around) const {
    if (narrative_) return false;
    if (around.after_to) return told_.grain == Unit::Day && moment.days() < told_.days();
    return around.tense == Tense::Future && published_.grain == Unit::Day && !around.in_past && moment.days() < published_.days() &&
           coarsened(moment, Unit::Month) == coarsened(published_, Unit::Month);
}

/// "shot at 11:50 p.m. on Saturday; he died at 12:40 a.m.", "from 11 p.m. on Tuesday to 5 a.m.": past midnight it is the next day.
Moment Resolver::day_of_clock(const Expression& e, Moment base, const Surroundings& around) const {
    constexpr int dawn = 6, noon = 12;
    const bool near = late_ && base == told_ && around.sentence <= late_sentence_ + 2 && !around.had;
    const int hour = e.clock.hour;
    constexpr int evening = 18;
    const bool next_morning =
        around.goes_on && hour >= 0 && hour < noon && clock_hour_ >= evening && base == clock_day_;  // "shut at 10pm and reopened at 6am"
    if (next_morning) return moved(base, Unit::Day, 1);
    const bool past_midnight = near && hour >= 0 && base.grain == Unit::Day && (hour < dawn || (around.limit && hour < noon));
    return past_midnight ? moved(base, Unit::Day, 1) : base;
}

/// "searched on Friday for the jet that blew up on Wednesday night. It had left at 8:19 p.m.": whether an hour is of the part of a day told
/// last, where no day has been told since.
bool Resolver::falls_in_part(const Clock& clock, const Surroundings& around) const {
    constexpr std::uint32_t lately = 2;
    constexpr int dawn = 5, noon = 12, evening = 17;
    if (narrative_ || around.tense != Tense::Past || clock.hour < 0 || !night_.known() || around.had) return false;
    if (around.sentence == night_sentence_ || around.sentence > night_sentence_ + lately || told_sentence_ > night_sentence_) return false;
    switch (night_part_) {
        case DayPart::Morning: return clock.hour >= dawn && clock.hour < noon;
        case DayPart::Afternoon: return clock.hour >= noon && clock.hour <= evening;
        case DayPart::Evening:
        case DayPart::Night: return clock.hour >= evening;
        default: return false;
    }
}

/// "the week" and "the month" of what was, where they are over: nullopt for those of the document's day.
std::optional<Moment> Resolver::span_over(const Expression& e, const Surroundings& around) const {
    if (!published_.has_day()) return std::nullopt;
    // "The board met on 18 December. It asked for an answer by the end of the month", told in January
    const bool of_told = e.unit == Unit::Month && e.mod == Mod::End && told_.grain == Unit::Day && around.sentence <= told_sentence_ + 1 &&
                         told_.days() < published_.days();
    if (of_told && !around.new_paragraph) return told_;
    // "Sales fell in October. For the month, cars were off 22%"
    if (e.unit == Unit::Month && told_ == moved(coarsened(published_, Unit::Month), Unit::Month, -1)) return told_;
    constexpr int just_begun = 7;
    if (e.unit == Unit::Month && published_.day <= just_begun) return moved(coarsened(published_, Unit::Month), Unit::Month, -1);
    // "For the year, net fell 12%", told in February
    constexpr int reports_are_out = 3;
    if (e.unit == Unit::Year && e.reported && published_.month <= reports_are_out)
        return moved(coarsened(published_, Unit::Year), Unit::Year, -1);
    if (e.unit != Unit::Week) return std::nullopt;
    if (weekday_of(published_.days()) == 1) return moved(published_, Unit::Day, -1);  // told on a Monday
    // "Shares fell on Friday. For the week, they lost a tenth"
    constexpr std::int32_t week = 7;
    const std::int32_t ago = published_.days() - told_.days();
    const bool lately = told_.grain == Unit::Day && ago > 0 && ago <= week && around.sentence == told_sentence_ + 1;
    return lately ? std::optional(told_) : std::nullopt;
}

/// "rockets fell on Monday, and another earlier in the day": the day of its sentence, or the weekday told just before. Else unknown.
Moment Resolver::day_spoken_of(const Surroundings& around) const {
    constexpr std::uint32_t lately = 2;
    if (told_.grain == Unit::Day && told_sentence_ == around.sentence) return told_;
    // "The court refused yesterday to act. Earlier in the day it had met"
    const bool just_told =
        told_ == past_day_ && is_this_week(told_) && around.tense == Tense::Past && around.sentence == told_sentence_ + 1;
    if (just_told) return told_;
    const bool weekday = weekday_sentence_ != 0 && around.sentence + 1 <= weekday_sentence_ + lately && told_day_ == past_day_;
    return weekday ? told_day_ : Moment{};
}

/// "at the turn of the century": the nearest; "since the turn of the year": this one's, and in its second half the next one's.
Timex Resolver::resolve_turn(const Expression& e, const Surroundings& around) {
    constexpr int mid_year = 6;
    const bool from_told = narrative_ || !published_.known();
    const Moment& base = from_told ? told_ : published_;
    if (!base.known()) return undated(e, "XXXX");
    Moment out = year_moment(base.year);
    if (e.unit == Unit::Year) {
        const bool next = base.month > mid_year && (from_told || around.tense == Tense::Future);
        if (next) ++out.year;
    } else {
        const int step = e.unit == Unit::Decade ? 10 : e.unit == Unit::Century ? 100 : 1000;
        out.year = floor_to(base.year + step / 2, step);
        out.grain = e.unit == Unit::Decade ? Unit::Decade : Unit::Century;
    }
    return dated(out, e, DateBasis::Context);
}

/// "The search went on | at 6:30 a.m.": the day of an hour that is told without one, from the day that it would be of.
Moment Resolver::day_of_recalled_clock(const Expression& e, Moment base, const Surroundings& around) {
    // what was, was on no day to come
    const bool to_come = base.has_day() && published_.has_day() && base.days() > published_.days() &&
                         told_sentence_ != around.sentence;  // "the next morning the search went on at 6:30 a.m."
    if (to_come && around.tense == Tense::Past) base = past_day_.known() ? past_day_ : published_;
    if (!told_.has_day() && around.tense == Tense::Past && told_lately()) base = past_day_;
    if (background_ && foreground_.grain == Unit::Day && told_sentence_ != around.sentence) base = foreground_;
    // "Claims fell in the week ended 29 July. Volume was heavy at 4 p.m."
    const bool of_trading = e.traded && around.tense != Tense::Future && told_sentence_ != around.sentence && trading_day_.known() &&
                            base.has_day() && base.days() < trading_day_.days();
    if (of_trading) base = trading_day_;
    if (falls_in_part(e.clock, around)) base = night_;
    const bool over = base.has_day() && published_.has_day() && base.days() < published_.days();
    const bool was_to =
        (around.in_past || around.would) && told_sentence_ == around.sentence;  // "broke up Saturday, before it was to land at 9:16 a.m."
    if (over && around.tense == Tense::Future && !was_to && e.anchor != Anchor::Told) base = published_;  // "will begin at 8 p.m."
    const bool wraps = around.after_to && e.clock.hour >= 0 && e.clock.hour < clock_hour_ && base.grain == Unit::Day && base == clock_day_;
    return wraps ? moved(base, Unit::Day, 1) : day_of_clock(e, base, around);  // "from 9 p.m. to 5 a.m."
}

/// "That winter …. | That spring": of the same turn of the year.
Timex Resolver::resolve_recalled_season(const Expression& e, const Moment& base, const Surroundings& around) {
    constexpr int winter = 4, december = 12, february = 2;
    const bool after_winter =
        e.season != winter && (base.grain == Unit::Season ? base.part == winter : base.month == december);  // "That winter …. That spring"
    const bool in_winter = e.season == winter && base.has_month() && base.month <= february;                // "In January …. That winter"
    Moment out = year_moment(base.year + after_winter - in_winter);
    out.grain = Unit::Season;
    out.part = e.season;
    if (base.grain >= Unit::Month) tell(out, around);
    return dated(out, e, DateBasis::Context);
}

Timex Resolver::resolve_recall(const Expression& e, const Surroundings& around) {
    if (e.mod == Mod::Turn) return resolve_turn(e, around);
    constexpr int past_years = 2;  // "On 12 May 1861 he marched. By the end of the month the town was theirs"
    const bool of_story = story_ && around.tense == Tense::Past && e.unit >= Unit::Month && around.sentence <= told_sentence_ + 1 &&
                          published_.year - told_.year >= past_years;
    if (of_story) told_sentence_ = around.sentence;
    const bool now = e.anchor == Anchor::Deictic && !narrative_ && published_.known() && e.clock.empty() && !of_story;
    Moment base = now || (!told_.known() && !narrative_) ? published_ : told_;
    if (now && e.unit == Unit::Day) {
        if (const Moment day = e.traded ? day_of_trading(around) : day_spoken_of(around); day.known()) base = day;
    }
    if (now && around.tense == Tense::Past) base = span_over(e, around).value_or(base);
    // "the session begins on 16 November, and by the end of the month it must pass nine bills"
    const bool of_coming = now && around.tense == Tense::Future && e.unit == Unit::Month && e.mod == Mod::End &&
                           told_sentence_ == around.sentence && told_.grain == Unit::Day;
    if (of_coming && published_.has_day() && told_.days() > published_.days()) base = told_;
    if (e.unit == Unit::Day && !base.has_day()) {
        Expression from_told = e;
        from_told.anchor = Anchor::Told;
        base = base_of(from_told);
    }
    if (e.unit == Unit::Day && e.clock.hour >= 0 && around.labels && heading_day_.known()) {  // "14:02: …", an entry of that day
        told_ = heading_day_;
        return dated(heading_day_, e, DateBasis::Context);
    }
    // "Shares fell on Friday after the Thanksgiving holiday. Trading ended at 10 a.m."
    if (e.unit == Unit::Day && !e.clock.empty() && !narrative_ && before_feast_ && told_sentence_ != around.sentence) base = *before_feast_;
    if (e.unit == Unit::Day && !e.clock.empty() && !narrative_) {
        if (repeated_sentence_ == around.sentence + 1) return undated(e, {});  // "opens on Mondays at 10 a.m."
        base = day_of_recalled_clock(e, base, around);
    }
    if (e.unit == Unit::Day) {
        if (e.vague || base.grain != Unit::Day || (e.traded && e.clock.empty() && !published_.has_day())) return undated(e, "XXXX-XX-XX");
        if (late_ && base == moved(told_, Unit::Day, 1)) tell(base, around);
        return dated(base, e, DateBasis::Context);
    }
    if (e.unit == Unit::None) {
        if (!base.known()) return undated(e, "PRESENT_REF");
        return dated(base, e, DateBasis::Context);
    }
    if (e.unit == Unit::Season && e.season != 0 && base.known()) return resolve_recalled_season(e, base, around);
    if (e.unit == Unit::Quarter && !narrative_ && told_quarter_.known()) base = quarter_spoken_of(e, around);
    if (e.unit == Unit::Quarter && e.year != kNoYear) {  // "the 1988 quarter"
        Moment of_year = told_quarter_.known() ? told_quarter_ : year_moment(e.year);
        of_year.year = e.year;
        return dated(of_year, e, DateBasis::Explicit);
    }
    Moment out = coarsened(base, e.unit);
    constexpr int july = 7;
    if (now && e.unit == Unit::Year && e.mod == Mod::Mid && around.tense == Tense::Future && base.month > july)
        out = moved(out, Unit::Year, 1);  // "by mid-year", told in November
    // no quarter was told: the one that has just ended is reported on
    if (e.unit == Unit::Quarter && !narrative_ && !told_quarter_.known() && published_.has_month())
        out = moved(coarsened(published_, Unit::Quarter), Unit::Quarter, -1);
    if (!out.known()) return undated(e, "XXXX");
    if (out.grain != e.unit) return undated(e, e.unit == Unit::Month ? "XXXX-XX" : "XXXX");
    if (e.unit == Unit::Quarter && !narrative_) tell(out, around);  // "for the quarter, sales rose 3% from a year earlier"
    return dated(out, e, DateBasis::Context);
}

Timex Resolver::resolve_reference(const Expression& e) const {
    constexpr const char* values[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    return undated(e, values[static_cast<std::size_t>(e.ref)]);
}

/// "over the past 24 hours", "in the next two weeks", and of what is to come "within ten days": the days between then and now.
/// Years are left open: such a stretch is no date of what happened in it.
std::optional<calendar::Edtf> Resolver::reach_of(const Expression& e, const Surroundings& around) const {
    const int direction = e.direction != 0 ? e.direction : around.within && around.tense == Tense::Future ? 1 : 0;
    if (direction == 0 || narrative_ || e.vague || e.rest_unit != Unit::None || published_.grain != Unit::Day) return std::nullopt;
    const int count = static_cast<int>(std::clamp(std::ceil(e.unit <= Unit::Hour ? e.count / 24 : e.count), 0.0, 1e4));
    const bool days = e.unit == Unit::Hour || e.unit == Unit::Day;
    if (count == 0 || (!days && e.unit != Unit::Week && e.unit != Unit::Fortnight && e.unit != Unit::Month)) return std::nullopt;
    const int length = days ? 1 : e.unit == Unit::Week ? 7 : 14;
    const Moment now = e.unit == Unit::Month ? coarsened(published_, Unit::Month) : published_;
    const Moment then =
        e.unit == Unit::Month ? moved(now, Unit::Month, direction * count) : moved(now, Unit::Day, direction * count * length);
    const auto from = edtf_of(direction < 0 ? then : now, Mod::None), to = edtf_of(direction < 0 ? now : then, Mod::None);
    return from && to ? std::optional(calendar::Edtf::interval(from->first(), to->first())) : std::nullopt;
}

Timex Resolver::resolve_duration(const Expression& e, const Surroundings& around) const {
    std::string value = timex_duration(e.unit, e.count, e.vague);
    if (e.rest_unit != Unit::None) {
        std::string rest = timex_duration(e.rest_unit, e.rest_count, false);
        const bool both_times = e.unit <= Unit::Hour;
        value += both_times ? rest.substr(2) : rest.substr(1);
    }
    Timex out = undated(e, std::move(value));
    out.edtf = reach_of(e, around);
    if (out.edtf) out.basis = DateBasis::Relative;
    return out;
}

Timex Resolver::resolve_set(const Expression& e) const {
    Expression bare = e;
    bare.clock = {};
    std::string value;
    constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
    if (!e.quantified) value = timex_duration(e.unit, e.count, e.vague);
    else if (e.name >= 0 && names_[e.name].rule == NamedTime::Rule::Fixed)
        value = fmt::format("XXXX-{:02}-{:02}", names_[e.name].month, names_[e.name].day);
    else if (e.weekday != 0) value = fmt::format("XXXX-WXX-{}", e.weekday);
    else if (e.unit == Unit::Weekend) value = "XXXX-WXX-WE";
    else if (e.unit == Unit::Week) value = "XXXX-WXX-WD";  // weekdays
    else if (e.day != 0) value = fmt::format("XXXX-{:02}-{:02}", e.month, e.day);
    else if (e.month != 0) value = fmt::format("XXXX-{:02}", e.month);
    else if (e.season != 0) value = fmt::format("XXXX-{}", seasons[e.season - 1]);
    else value = "XXXX-XX-XX";
    return undated(bare, value + timex_clock(e.clock));
}

Timex Resolver::resolve_holiday(const Expression& e, const Surroundings& around) {
    const NamedTime& name = names_[e.name];
    const bool has_year = e.year != kNoYear;
    const bool of_told = !narrative_ && told_.grain == Unit::Year && told_sentence_ == around.sentence && around.tense == Tense::Past &&
                         told_.year < published_.year;  // "The war of 1973 began on Yom Kippur"
    const int chained = has_year || narrative_ || e.direction != 0 ? kNoYear
                        : of_told                                  ? told_.year
                                  : year_in_chain(0, around);  // "The war began in 1950. The port fell on Christmas Eve"
    int year = has_year                            ? year_of(e)
               : chained != kNoYear                ? chained
               : narrative_ || !published_.known() ? year_in_narrative(0, around)
                                                   : published_.year;
    if (year == kNoYear) return undated(e, "XXXX");
    auto days = name.in_year(year);
    const bool pointed = e.count == 1 && !has_year && !narrative_ && published_.has_day();  // "last Christmas"
    if (pointed && days && e.direction != 0) {
        const bool wrong = e.direction < 0 ? *days >= published_.days() : *days <= published_.days();
        if (wrong) days = name.in_year(year + e.direction);
    } else if (days && !has_year && chained == kNoYear && !narrative_ && published_.known()) {
        const std::int32_t now = published_.days();
        const bool past = around.tense == Tense::Past;
        if (past && *days > now + kNearDays) days = name.in_year(year - 1);
        else if (around.tense == Tense::Future && *days < now - kNearDays) days = name.in_year(year + 1);
        else if (around.tense != Tense::Past && *days < now - 270) days = name.in_year(year + 1);
    }
    if (!days) return undated(e, fmt::format("{:04}", year));
    Moment moment = day_moment(*days + static_cast<std::int32_t>(e.rest_count));
    if (e.unit == Unit::Week) moment = coarsened(moment, Unit::Week);
    if (e.unit == Unit::Weekend) {  // of a Monday, the days before it
        constexpr int wednesday = 3;
        const int weekday = weekday_of(*days);
        moment = coarsened(day_moment(weekday <= wednesday ? *days - weekday : *days), Unit::Weekend);
    }
    const Moment before = told_;
    tell(moment, around);
    if (told_ == moment && before.grain == Unit::Day && !has_year) before_feast_ = before;
    Timex out = dated(moment, e, has_year ? DateBasis::Explicit : DateBasis::InferredYear);
    if (name.length_days > 1 && e.clock.empty() && moment.grain == Unit::Day && e.rest_count == 0 && e.day == 0) {
        const auto first = edtf_of(moment, Mod::None);
        const auto last = edtf_of(day_moment(*days + name.length_days - 1), Mod::None);
        if (first && last) {
            out.edtf = calendar::Edtf::interval(first->first(), last->first());
            out.value = out.edtf->text();
        }
    }
    return out;
}

std::optional<Timex> Resolver::resolve_period(const Expression& e, const Surroundings& around) {
    const int name = e.name == kTheWar ? war_ : e.name;
    if (name < 0) return std::nullopt;
    const auto begin = names_[name].when->first();
    const bool to_come = !narrative_ && published_.has_day() && begin && begin->year >= published_.year &&
                         moment_of(calendar::Edtf::of(*begin))->days() > published_.days();
    if (to_come) {  // an "Oct. 7 attack" of another year, another "44-day war"
        Expression day = e;
        day.kind = Kind::Calendar;
        return e.day != 0 ? std::optional(resolve_calendar(day, around)) : std::nullopt;
    }
    if (names_[name].is_war() && !e.unmarked && !e.topic) war_ = name;
    const calendar::Edtf& when = *names_[name].when;
    Timex out = undated(e, when.text());
    out.edtf = when;
    out.basis = DateBasis::Context;
    const bool era = names_[name].words.back() == "era" || names_[name].words.back() == "period";
    out.unmarked = out.unmarked || (when.is_interval() && !era && !narrative_);  // "since the Gulf War" names what happened
    const bool edge = when.is_interval() && ((e.mod == Mod::Start && when.first()) || (e.mod == Mod::End && when.last()));
    if (edge) {  // "the end of the war"
        out.edtf = calendar::Edtf::of(e.mod == Mod::Start ? *when.first() : *when.last());
        out.value = out.edtf->text();
    }
    return out;
}

void Resolver::expect(const Expression& e) {
    const bool tells = e.kind == Kind::Period && e.name >= 0 && !e.unmarked && !e.topic;
    if (war_ < 0 && tells && names_[e.name].is_war()) war_ = e.name;
}

/// "in mid-April": the middle of it, for "a week later".
void Resolver::see_part(const Expression& e, const std::optional<Timex>& timex) {
    const bool part = e.mod == Mod::Early || e.mod == Mod::Mid || e.mod == Mod::Late || e.mod == Mod::Start || e.mod == Mod::End;
    if (!part || told_.grain != Unit::Month || !timex || !timex->edtf || !timex->edtf->first() || !timex->edtf->last()) return;
    const calendar::Date first = *timex->edtf->first(), last = *timex->edtf->last();
    if (first.day == 0 || first.month != told_.month || first.year != told_.year) return;
    part_day_ = (days_of(first.year, first.month, first.day) + days_of(last.year, last.month, last.day)) / 2;
}

std::optional<Timex> Resolver::resolve(const Expression& e, const Surroundings& around) {
    leave_section(around);
    leave_aside(around);
    std::optional<Timex> out = resolve_kind(e, around);
    if (around.of_period && told_.grain == Unit::Day && !period_.known()) period_ = told_;
    if ((around.dateline || around.day_alone) && told_.grain == Unit::Day) write_on(told_, around);
    see_part(e, out);
    if (e.clock.hour < 0 && e.clock.part != DayPart::None && last_.grain == Unit::Day && out && out->edtf)
        night_ = last_, night_part_ = e.clock.part, night_sentence_ = around.sentence;
    see_chain(e, out, around);
    constexpr int evening = 18;
    const bool late = e.clock.hour >= evening ||
                      (e.clock.hour < 0 && (e.clock.part == DayPart::Evening || e.clock.part == DayPart::Night)) ||
                      (e.mod == Mod::Late && told_.grain == Unit::Day && e.clock.empty());
    if (!late || !out || !out->edtf || around.aside) return out;
    late_ = true;
    late_sentence_ = around.sentence;
    return out;
}

std::optional<Timex> Resolver::resolve_kind(const Expression& e, const Surroundings& around) {
    come_back(e, around);
    switch (e.kind) {
        case Kind::Calendar: return resolve_calendar(e, around);
        case Kind::Shift: return resolve_shift(e, around);
        case Kind::Reference: return resolve_reference(e);
        case Kind::Recall: return e.nth != 0 ? resolve_nth(e, around) : resolve_recall(e, around);
        case Kind::Duration:
            if (e.unit == Unit::Month && !e.vague && e.count > 3) stretch_sentence_ = around.sentence + 1;
            return resolve_duration(e, around);
        case Kind::Set:
            if (e.quantified) repeated_sentence_ = around.sentence + 1;
            return resolve_set(e);
        case Kind::Holiday: return resolve_holiday(e, around);
        case Kind::Period: return resolve_period(e, around);
    }
    return std::nullopt;
}

}  // namespace dateline::extract::temporal
