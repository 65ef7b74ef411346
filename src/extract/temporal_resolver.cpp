#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline::extract::temporal {

using document::DateBasis;
using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr int kStale = 180;    ///< "the 28th" is not of a month that news only looks back on
constexpr int kNearDays = 14;  ///< "on April 23" in a bulletin of April 22 is tomorrow, not last year

/// The month that a part of a year is dated by.
int month_of(const Expression& e) {
    if (e.month != 0) return e.month;
    if (e.season != 0) return month_of_season(e.season);
    return e.quarter != 0 ? 3 * e.quarter : 6 * e.half;
}

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
    return out.grain == Unit::Day && whole_week ? coarsened(out, e.unit) : out;
}

/// The year of the first such month or day that is not before what was told.
int year_after(const Moment& told, int month, int day) {
    if (!told.has_month()) return told.year;
    const bool before = month < told.month || (month == told.month && day != 0 && told.day != 0 && day < told.day);
    return told.year + (before ? 1 : 0);
}

}  // namespace

Resolver::Resolver(const std::optional<calendar::Edtf>& published, bool narrative, const NamedTimes& names)
    : names_(names), narrative_(narrative) {
    if (published) published_ = moment_of(*published).value_or(Moment{});
}

void Resolver::tell(const Moment& moment, const Surroundings& around) {
    if (!moment.known() || around.aside) return;
    if (around.excursion && !on_excursion_) thread_ = told_;
    on_excursion_ = around.excursion;
    if (around.excursion) excursion_sentence_ = around.sentence;
    told_ = moment;
    told_range_ = around.after_to;
    told_sentence_ = around.sentence;
    // what a report expects of a quarter to come is not what it is about
    const int own_quarter = 4 * moment.year + moment.part - 1, now_quarter = 4 * published_.year + (published_.month - 1) / 3;
    const bool to_come = !narrative_ && published_.has_month() && own_quarter >= now_quarter;
    if (moment.grain == Unit::Quarter && !(to_come && told_quarter_.known())) told_quarter_ = moment;
    if (moment.grain == Unit::Day && published_.has_day() && moment.days() <= published_.days()) past_day_ = moment;
    if (moment.grain == Unit::Day && !around.excursion) told_day_ = moment;
    if (moment.grain == Unit::Day && around.heading) heading_day_ = moment;
}

/// A sentence after an excursion, "the next month" is the thread's again.
void Resolver::come_back(const Expression& e, const Surroundings& around) {
    if (!on_excursion_ || around.sentence <= excursion_sentence_ + 1 || !thread_.known()) return;
    if (e.kind == Kind::Calendar && e.year != kNoYear) return;
    told_ = thread_;
    on_excursion_ = false;
}

Timex Resolver::dated(Moment moment, const Expression& e, DateBasis basis) {
    Timex out;
    out.type = e.type;
    out.basis = basis;
    out.value = timex_value(moment);
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

/// The century of "'99" and "the sixties": the last such year up to now, or the narrative's own.
int Resolver::year_of(const Expression& e) const {
    if (!e.short_year) return e.year;
    constexpr int fallback = 1990;
    const int now = narrative_ && told_.known() ? told_.year
                    : published_.known()        ? published_.year
                    : told_.known()             ? told_.year
                                                : fallback;
    const int slack = narrative_ ? 50 : e.decade ? 0 : 10;
    int year = now / 100 * 100 + e.year;
    if (year > now + slack) year -= 100;
    if (narrative_ && year < now - 50) year += 100;
    return year;
}

int Resolver::year_in_narrative(int month, const Surroundings& around) const {
    if (around.thread_year != kNoYear) return around.thread_year;
    if (!told_.known()) return published_.known() ? published_.year : kNoYear;
    const int told_month = told_.has_month() ? told_.month : 0;
    // Time moves on: January after November is the next year's.
    constexpr int backwards = 8;
    if (told_month != 0 && told_month - month >= backwards) return told_.year + 1;
    return told_.year;
}

/// "that September"
int Resolver::year_after_told(const Expression& e, const Surroundings& around) const {
    return told_.known() ? year_after(told_, e.month, e.day) : year_of_month(e.month, e.day, e.weekday, around);
}

/// News that tells of earlier years keeps to them for a while: "pleaded guilty on 27 October 2017; the court freed him on
/// 6 November."
int Resolver::year_of_story(int month, int day, int weekday, const Surroundings& around) const {
    constexpr std::int32_t long_ago = 300, soon_after = 60;
    if (weekday != 0) return kNoYear;
    // "On 5 March 1953 the leader died. His heir was shot in December": the story of a year that is over goes on
    constexpr int past_years = 2, other_age = 20;
    const int ago = published_.year - told_.year;
    const bool next = around.sentence <= told_sentence_ + 1 && around.sentence >= told_sentence_ && around.tense == Tense::Past;
    const bool over = ago >= past_years && (around.leads || ago >= other_age);
    if (story_ && next && (over || guessed_)) {
        constexpr int look_back = 3;  // "By November 1941 they held the coast. The siege had begun on 30 October"
        const bool back = told_.has_month() && month <= told_.month && told_.month - month <= look_back;
        return back ? told_.year : year_after(told_, month, day);
    }
    if (day == 0) return kNoYear;
    // "In August 2008 troops entered the city; by 12 August they had left"
    const bool same_month = told_.grain == Unit::Month && told_.month == month && told_sentence_ == around.sentence && around.tense == Tense::Past;
    if (same_month && day_exists(told_.year, month, day)) return told_.year;
    if (told_.grain != Unit::Day) return kNoYear;
    if (around.tense == Tense::Future || around.tense == Tense::Present || around.sentence > told_sentence_ + 1) return kNoYear;
    if (published_.days() - told_.days() < long_ago) return kNoYear;
    for (int year : {told_.year, told_.year + 1}) {
        if (!day_exists(year, month, day)) continue;
        const std::int32_t after = day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days() - told_.days();
        if (after >= 0 && after <= soon_after) return year;
    }
    return kNoYear;
}

int Resolver::year_of_month(int month, int day, int weekday, const Surroundings& around) const {
    if (!narrative_ && around.after_to && told_.has_month()) {  // "from 30 April 2019 to 2 May"
        const bool wraps = month < told_.month || (month == told_.month && day != 0 && day < told_.day);
        return told_.year + (wraps ? 1 : 0);
    }
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (around.heading && heading_year_ != kNoYear && weekday == 0) return heading_year_;  // "Visits in 2023", then "Baku, 3 May"
    if (const int year = year_of_story(month, day, weekday, around); year != kNoYear) return year;
    if (!published_.has_month()) return published_.year;
    const std::int32_t now = published_.days();
    const bool now_is_day = published_.grain == Unit::Day;
    const auto at = [&](int year) {
        return day == 0 ? month_moment(year, month).days()
               : day_exists(year, month, day)
                   ? day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days()
                   : month_moment(year, month).days();
    };
    const int near = !now_is_day ? 31 : day != 0 ? kNearDays : 0;
    const int year = published_.year;
    if (weekday != 0 && day != 0) {  // "Friday, 28 April" was one in few years
        const auto falls = [&](int of) {
            return day_exists(of, month, day) && weekday_of(at(of)) == weekday;
        };
        for (int candidate : {year, year - 1, year + 1}) {
            if (falls(candidate)) return candidate;
        }
    }
    if (around.put_off) {
        const bool beside = told_sentence_ == around.sentence && told_.has_month();
        const std::int32_t from = beside ? told_.days() : now;
        const int own = beside ? told_.year : year;
        return at(own) < from - (day == 0 ? 30 : 0) ? own + 1 : own;
    }
    // "will be done as agreed on July 8": what is to come may name what was
    const int lately = around.in_past ? 240 : 90;
    if (around.tense == Tense::Future) return at(year) < now - lately ? year + 1 : year;
    // "called for strikes on May 24–28 and June 5–9": what follows a day of the same sentence is not a year before it
    constexpr std::int32_t soon_after = 62;
    const bool follows = day != 0 && told_sentence_ == around.sentence && told_.grain == Unit::Day && told_.days() >= now &&
                         at(told_.year) >= told_.days() && at(told_.year) - told_.days() <= soon_after;
    if (follows) return told_.year;
    if (around.tense == Tense::Past) return at(year) > now + near ? year - 1 : year;
    // No tense to tell: "the December meeting" in January was, in October will be
    const int ahead = around.tense == Tense::Present ? 200 : 100;
    if (at(year) > now + ahead) return year - 1;
    return at(year + 1) < now + ahead ? year + 1 : year;
}

/// A quarter or half of a year that ends with `month`: of those that have begun, unless it is spoken of as to
/// come.
int Resolver::year_of_quarter(int month, const Surroundings& around) const {
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (!published_.has_month()) return published_.year;
    const int first = month - 2;
    constexpr int reported_within = 2;  // months: "will report third-quarter results" in October
    if (around.tense == Tense::Future)
        return month + reported_within < published_.month ? published_.year + 1 : published_.year;
    return first > published_.month ? published_.year - 1 : published_.year;
}

std::optional<Moment> Resolver::day_of_weekday(int weekday, const Surroundings& around) const {
    const bool from_told = narrative_ || published_.grain != Unit::Day;
    const Moment& base = from_told ? told_day_ : published_;
    if (base.grain != Unit::Day) return std::nullopt;
    const std::int32_t now = base.days();
    const int back = (weekday_of(now) - weekday + 7) % 7;
    if ((around.after_to || around.listed) && told_.grain == Unit::Day) {  // "from Monday to Friday", "on Monday and Tuesday"
        return day_moment(told_.days() + (weekday - weekday_of(told_.days()) + 7) % 7);
    }
    if (from_told) {
        const Moment next = day_moment(now + (7 - back) % 7);
        // "On Monday" in a digest of October, after a day of September: a day of October, and nobody can tell which
        const bool outside = !narrative_ && published_.grain == Unit::Month && around.sentence != told_sentence_ && (next.year != published_.year || next.month != published_.month);
        return outside ? published_ : next;
    }
    if (around.tense == Tense::Future) return day_moment(now + (7 - back) % 7);
    constexpr int week = 7;
    const bool ahead = back < around.days_to_last;  // "on Monday and Tuesday", told on a Monday: both are over
    return day_moment(now - back - (ahead ? week : 0));
}

Timex Resolver::resolve_calendar(const Expression& e, const Surroundings& around) {
    if (e.decade || e.century) {
        Moment moment = year_moment(year_of(e));
        moment.grain = e.decade ? Unit::Decade : Unit::Century;
        tell(moment, around);
        return dated(moment, e, DateBasis::Explicit);
    }
    if (e.nth != 0) return resolve_nth(e, around);
    if (e.weekday != 0 && e.day == 0 && e.month == 0) {
        const auto day = day_of_weekday(e.weekday, around);
        if (!day) return undated(e, fmt::format("XXXX-WXX-{}", e.weekday));
        tell(*day, around);
        return dated(*day, e, DateBasis::Relative);
    }
    if (e.month == 0 && e.day != 0) return resolve_lone_day(e, around);
    const bool has_year = e.year != kNoYear;
    const bool part = e.quarter != 0 || e.half != 0;
    const int year = has_year     ? year_of(e)
                     : e.recalled ? year_after_told(e, around)
                     : part       ? year_of_quarter(month_of(e), around)
                              : year_of_month(month_of(e), e.day, e.weekday, around);
    if (year == kNoYear) return undated(e, value_without_year(e));
    const Moment moment = moment_in(year, e);
    // "in March 2010 it was founded, and in June 2024 it": an aside in its sentence leaves no story to follow
    constexpr int other_age = 100;  // nobody tells of his own life
    const bool long_past = published_.known() && has_year && published_.year - year > other_age && moment.has_month();
    const bool begins_story = has_year && (around.leads || long_past);
    if (has_year || !around.heading) heading_year_ = around.heading ? year : kNoYear;
    const bool follows = !has_year && story_ && told_.known() && moment.year == year_after(told_, e.month, e.day);
    tell(moment, around);
    story_ = begins_story || follows;
    return dated(moment, e, has_year ? DateBasis::Explicit : DateBasis::InferredYear);
}

/// "the 10th": of the month told last.
Timex Resolver::resolve_lone_day(const Expression& e, const Surroundings& around) {
    const bool long_ago = !narrative_ && published_.has_month() && published_.days() - told_.days() > kStale;
    const Moment& base = told_.has_month() && !long_ago ? told_ : published_;
    if (!base.has_month() || !day_exists(base.year, base.month, e.day))
        return undated(e, fmt::format("XXXX-XX-{:02}", e.day));
    const Moment moment = day_moment(base.year, base.month, e.day);
    tell(moment, around);
    return dated(moment, e, DateBasis::Context);
}

Timex Resolver::resolve_recall(const Expression& e, const Surroundings& around) {
    const bool now = e.anchor == Anchor::Deictic && !narrative_ && published_.known() && e.clock.empty();
    Moment base = now || (!told_.known() && !narrative_) ? published_ : told_;
    if (e.unit == Unit::Day && !base.has_day()) {
        Expression from_told = e;
        from_told.anchor = Anchor::Told;
        base = base_of(from_told);
    }
    if (e.unit == Unit::Day && e.clock.hour >= 0 && around.labels && heading_day_.known()) {  // "14:02: …", an entry of that day
        told_ = heading_day_;
        return dated(heading_day_, e, DateBasis::Context);
    }
    if (e.unit == Unit::Day && !e.clock.empty() && !narrative_) {
        if (repeated_sentence_ == around.sentence + 1) return undated(e, {});  // "opens on Mondays at 10 a.m."
        // what was, was on no day to come
        const bool to_come = base.has_day() && published_.has_day() && base.days() > published_.days() &&
                             told_sentence_ != around.sentence;  // "the next morning the search went on at 6:30 a.m."
        if (to_come && around.tense == Tense::Past) base = past_day_.known() ? past_day_ : published_;
        if (!told_.has_day() && around.tense == Tense::Past && told_lately()) base = past_day_;
        const bool over = base.has_day() && published_.has_day() && base.days() < published_.days();
        if (over && around.tense == Tense::Future) base = published_;  // "will begin at 8 p.m."
    }
    if (e.unit == Unit::Day) {
        if (e.vague || base.grain != Unit::Day) return undated(e, "XXXX-XX-XX");
        return dated(base, e, DateBasis::Context);
    }
    if (e.unit == Unit::None) {
        if (!base.known()) return undated(e, "PRESENT_REF");
        return dated(base, e, DateBasis::Context);
    }
    if (e.unit == Unit::Season && e.season != 0 && base.known()) {
        Moment out = year_moment(base.year);
        out.grain = Unit::Season;
        out.part = e.season;
        return dated(out, e, DateBasis::Context);
    }
    if (e.unit == Unit::Quarter && !narrative_ && told_quarter_.known()) base = told_quarter_;
    Moment out = coarsened(base, e.unit);
    // no quarter was told: the one that has just ended is reported on
    if (e.unit == Unit::Quarter && !narrative_ && !told_quarter_.known() && published_.has_month())
        out = moved(coarsened(published_, Unit::Quarter), Unit::Quarter, -1);
    if (!out.known()) return undated(e, "XXXX");
    if (out.grain != e.unit) return undated(e, e.unit == Unit::Month ? "XXXX-XX" : "XXXX");
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
    const Moment then = e.unit == Unit::Month ? moved(now, Unit::Month, direction * count) : moved(now, Unit::Day, direction * count * length);
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
    if (!e.quantified)
        value = timex_duration(e.unit, e.count, false);
    else if (e.weekday != 0)
        value = fmt::format("XXXX-WXX-{}", e.weekday);
    else if (e.unit == Unit::Weekend)
        value = "XXXX-WXX-WE";
    else if (e.unit == Unit::Week)
        value = "XXXX-WXX-WD";  // weekdays
    else if (e.day != 0)
        value = fmt::format("XXXX-{:02}-{:02}", e.month, e.day);
    else if (e.month != 0)
        value = fmt::format("XXXX-{:02}", e.month);
    else if (e.season != 0)
        value = fmt::format("XXXX-{}", seasons[e.season - 1]);
    else
        value = "XXXX-XX-XX";
    return undated(bare, value + timex_clock(e.clock));
}

Timex Resolver::resolve_holiday(const Expression& e, const Surroundings& around) {
    const NamedTime& name = names_[e.name];
    const bool has_year = e.year != kNoYear;
    int year = has_year                            ? year_of(e)
               : narrative_ || !published_.known() ? year_in_narrative(0, around)
                                                   : published_.year;
    if (year == kNoYear) return undated(e, "XXXX");
    auto days = name.in_year(year);
    const bool pointed = e.count == 1 && !has_year && !narrative_ && published_.has_day();  // "last Christmas"
    if (pointed && days && e.direction != 0) {
        const bool wrong = e.direction < 0 ? *days >= published_.days() : *days <= published_.days();
        if (wrong) days = name.in_year(year + e.direction);
    } else if (days && !has_year && !narrative_ && published_.known()) {
        const std::int32_t now = published_.days();
        const bool past = around.tense == Tense::Past;
        if (past && *days > now + kNearDays)
            days = name.in_year(year - 1);
        else if (around.tense == Tense::Future && *days < now - kNearDays)
            days = name.in_year(year + 1);
        else if (around.tense != Tense::Past && *days < now - 270)
            days = name.in_year(year + 1);
    }
    if (!days) return undated(e, fmt::format("{:04}", year));
    const Moment moment = day_moment(*days);
    tell(moment, around);
    Timex out = dated(moment, e, has_year ? DateBasis::Explicit : DateBasis::InferredYear);
    if (name.length_days > 1 && e.clock.empty()) {
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
    const bool to_come = !narrative_ && published_.has_day() && begin && begin->year >= published_.year && moment_of(calendar::Edtf::of(*begin))->days() > published_.days();
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
    const bool edge =
        when.is_interval() && ((e.mod == Mod::Start && when.first()) || (e.mod == Mod::End && when.last()));
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

std::optional<Timex> Resolver::resolve(const Expression& e, const Surroundings& around) {
    come_back(e, around);
    switch (e.kind) {
        case Kind::Calendar:
            return resolve_calendar(e, around);
        case Kind::Shift:
            return resolve_shift(e, around);
        case Kind::Reference:
            return resolve_reference(e);
        case Kind::Recall:
            return resolve_recall(e, around);
        case Kind::Duration:
            return resolve_duration(e, around);
        case Kind::Set:
            if (e.quantified) repeated_sentence_ = around.sentence + 1;
            return resolve_set(e);
        case Kind::Holiday:
            return resolve_holiday(e, around);
        case Kind::Period:
            return resolve_period(e, around);
    }
    return std::nullopt;
}

}  // namespace dateline::extract::temporal
