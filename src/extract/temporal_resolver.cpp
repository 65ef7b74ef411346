#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline::extract::temporal {

using document::DateBasis;
using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr int kNearDays = 14;  ///< "on April 23" in a bulletin of April 22 is tomorrow, not last year

int count_of(const Expression& e) { return static_cast<int>(std::clamp(std::round(e.count), 0.0, 1e6)); }

int month_of_season(int season) { return season == 4 ? 12 : 3 * season; }

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
    if (moment.grain == Unit::Day && !around.excursion) told_day_ = moment;
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
    out.value = std::move(value);
    if (!e.clock.empty()) out.value += timex_clock(e.clock);
    return out;
}

/// The century of "'99" and "the sixties": the last such year up to now, or the narrative's own.
int Resolver::year_of(const Expression& e) const {
    if (!e.short_year) return e.year;
    constexpr int fallback = 1990;
    const int now = narrative_ && told_.known() ? told_.year : published_.known() ? published_.year : told_.known() ? told_.year : fallback;
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

int Resolver::year_of_month(int month, int day, int weekday, const Surroundings& around) const {
    if (!narrative_ && around.after_to && told_.has_month()) {  // "from 30 April 2019 to 2 May"
        const bool wraps = month < told_.month || (month == told_.month && day != 0 && day < told_.day);
        return told_.year + (wraps ? 1 : 0);
    }
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (!published_.has_month()) return published_.year;
    const std::int32_t now = published_.days();
    const bool now_is_day = published_.grain == Unit::Day;
    const auto at = [&](int year) {
        return day == 0 ? month_moment(year, month).days() : day_exists(year, month, day) ? day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days() : month_moment(year, month).days();
    };
    const int near = now_is_day && day != 0 ? kNearDays : 31;
    const int year = published_.year;
    if (weekday != 0 && day != 0) {  // "Friday, 28 April" was one in few years
        const auto falls = [&](int of) { return day_exists(of, month, day) && weekday_of(at(of)) == weekday; };
        for (int candidate : {year, year - 1, year + 1}) {
            if (falls(candidate)) return candidate;
        }
    }
    // "will be done as agreed on July 8": what is to come may name what was
    constexpr int lately = 90;
    if (around.tense == Tense::Future) return at(year) < now - lately ? year + 1 : year;
    if (around.tense == Tense::Past) return at(year) > now + near ? year - 1 : year;
    // No tense to tell: "the December meeting" in January was, in October will be
    const int ahead = around.tense == Tense::Present ? 200 : 100;
    if (at(year) > now + ahead) return year - 1;
    return at(year + 1) < now + ahead ? year + 1 : year;
}

/// A quarter or half of a year that ends with `month`: of those that have begun, unless it is spoken of as to come.
int Resolver::year_of_quarter(int month, const Surroundings& around) const {
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (!published_.has_month()) return published_.year;
    const int first = month - 2;
    if (around.tense == Tense::Future) return month < published_.month ? published_.year + 1 : published_.year;
    return first > published_.month ? published_.year - 1 : published_.year;
}

std::optional<Moment> Resolver::day_of_weekday(int weekday, const Surroundings& around) const {
    const bool from_told = narrative_ || published_.grain != Unit::Day;
    const Moment& base = from_told ? told_day_ : published_;
    if (base.grain != Unit::Day) return std::nullopt;
    const std::int32_t now = base.days();
    const int back = (weekday_of(now) - weekday + 7) % 7;
    if (around.after_to && told_.grain == Unit::Day) {  // "from Monday to Friday"
        return day_moment(told_.days() + (weekday - weekday_of(told_.days()) + 7) % 7);
    }
    if (from_told) return day_moment(now + (7 - back) % 7);
    if (around.tense == Tense::Future) return day_moment(now + (7 - back) % 7);
    return day_moment(now - back);
}

Timex Resolver::resolve_calendar(const Expression& e, const Surroundings& around) {
    const bool has_year = e.year != kNoYear;
    const DateBasis basis = has_year ? DateBasis::Explicit : DateBasis::InferredYear;
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
    Moment moment;
    if (e.month == 0 && e.day != 0) {
        // "the 10th": of the month told last
        const Moment& base = told_.has_month() ? told_ : published_;
        if (!base.has_month()) return undated(e, fmt::format("XXXX-XX-{:02}", e.day));
        if (!day_exists(base.year, base.month, e.day)) return undated(e, fmt::format("XXXX-XX-{:02}", e.day));
        moment = day_moment(base.year, base.month, e.day);
        tell(moment, around);
        return dated(moment, e, DateBasis::Context);
    }
    const int month = e.month != 0 ? e.month : e.season != 0 ? month_of_season(e.season) : e.quarter != 0 ? 3 * e.quarter : e.half != 0 ? 6 * e.half : 0;
    int year = has_year ? year_of(e) : kNoYear;
    if (!has_year) year = e.quarter != 0 || e.half != 0 ? year_of_quarter(month, around) : year_of_month(month, e.day, e.weekday, around);
    if (year == kNoYear) {
        if (e.day != 0) return undated(e, fmt::format("XXXX-{:02}-{:02}", e.month, e.day));
        if (e.month != 0) return undated(e, fmt::format("XXXX-{:02}", e.month));
        constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
        if (e.season != 0) return undated(e, fmt::format("XXXX-{}", seasons[e.season - 1]));
        return undated(e, e.quarter != 0 ? fmt::format("XXXX-Q{}", e.quarter) : fmt::format("XXXX-H{}", e.half));
    }
    moment = year_moment(year);
    if (e.month != 0) moment = month_moment(year, e.month);
    if (e.month != 0 && e.day != 0) {
        if (day_exists(year, e.month, e.day)) moment = day_moment(year, e.month, e.day);
    } else if (e.season != 0) {
        moment.grain = Unit::Season;
        moment.part = e.season;
        moment.second_year = e.second_year != 0;
    } else if (e.quarter != 0 || e.half != 0) {
        moment.grain = e.quarter != 0 ? Unit::Quarter : Unit::Half;
        moment.part = e.quarter != 0 ? e.quarter : e.half;
    }
    if (moment.grain == Unit::Day && (e.unit == Unit::Weekend || e.unit == Unit::Week)) moment = coarsened(moment, e.unit);
    tell(moment, around);
    return dated(moment, e, basis);
}

/// "the weekend": the last one where the verb is past or there is none to tell. "This weekend" is the coming one, but
/// on a Tuesday "it was held this weekend" is the last.
Timex Resolver::resolve_weekend(const Expression& e, const Surroundings& around) {
    if (!published_.has_day()) return undated(e, "XXXX-WXX-WE");
    constexpr int saturday = 6;
    const bool during = weekday_of(published_.days()) >= saturday;
    const bool just_over = around.tense == Tense::Past && weekday_of(published_.days()) <= 4;
    const bool ahead = around.tense == Tense::Future || during || (e.direction > 0 && !just_over);
    const Moment moment = moved(published_, Unit::Weekend, ahead ? 0 : -1);
    tell(moment, around);
    return dated(moment, e, DateBasis::Relative);
}

/// "the first week of May": seven days, counted from an end of the month or year.
Timex Resolver::resolve_nth(const Expression& e, const Surroundings& around) {
    Expression whole = e;
    whole.nth = 0;
    const Timex of = whole.kind == Kind::Shift ? resolve_shift(whole, around) : resolve_calendar(whole, around);
    const auto bounds = of.edtf ? moment_of(*of.edtf) : std::nullopt;
    if (!bounds || (bounds->grain != Unit::Month && bounds->grain != Unit::Year)) return of;
    const bool month = bounds->grain == Unit::Month;
    const std::int32_t first = day_moment(bounds->year, month ? bounds->month : 1u, 1).days();
    const Moment after = month ? moved(*bounds, Unit::Month, 1) : moved(*bounds, Unit::Year, 1);
    const std::int32_t last = day_moment(after.year, month ? after.month : 1u, 1).days() - 1;
    if (e.rest_unit == Unit::Month) {
        if (e.nth > 12) return of;
        const Moment found = month_moment(bounds->year, e.nth < 0 ? 12 : e.nth);
        tell(found, around);
        return dated(found, whole, of.basis);
    }
    const int length = e.rest_unit == Unit::Day ? 1 : 7;
    const std::int32_t begin = e.nth < 0 ? last - length + 1 : first + length * (e.nth - 1);
    if (begin > last) return of;
    if (length == 1) {
        tell(day_moment(begin), around);
        return dated(day_moment(begin), whole, of.basis);
    }
    Moment week = week_moment(begin + 3);
    if (e.rest_unit == Unit::Weekend) {
        // the first Saturday of the month, or its last
        constexpr int saturday_of_week = 6;
        const std::int32_t saturday = e.nth < 0 ? last - (weekday_of(last) - saturday_of_week + 7) % 7
                                                : begin + (saturday_of_week - weekday_of(begin) + 7) % 7;
        week = week_moment(saturday);
        week.grain = Unit::Weekend;
    }
    tell(week, around);
    Timex out = dated(week, whole, of.basis);
    if (e.rest_unit == Unit::Week) {
        const auto from = edtf_of(day_moment(begin), Mod::None);
        const auto to = edtf_of(day_moment(std::min(begin + 6, last)), Mod::None);
        if (from && to) out.edtf = calendar::Edtf::interval(from->first(), to->first());
    }
    return out;
}

/// Where a shift starts from; an unknown moment when nothing has been told.
Moment Resolver::base_of(const Expression& e) const {
    const bool from_told = e.anchor == Anchor::Told || narrative_ || !published_.known();
    if (!from_told) return published_;
    if (e.unit == Unit::Day || e.unit == Unit::Week || e.unit == Unit::Weekend || e.unit == Unit::Fortnight || e.unit <= Unit::Hour) {
        // a day counts from a day: the last one told, unless the telling has left its year
        if (told_.grain == Unit::Day || (told_.has_day() && e.unit >= Unit::Weekend)) return told_;
        if (told_day_.known() && told_.known() && told_day_.year == told_.year && (!told_.has_month() || told_day_.month == told_.month)) return told_day_;
        if (!narrative_ && published_.known()) return published_;
        return Moment{};
    }
    if (told_.known()) return told_;
    return published_;
}

/// "May last year", "this Friday", "next summer", "last year's third quarter": the part of the shifted unit.
Moment Resolver::part_of_shifted(const Expression& e, const Surroundings& around) const {
    const Moment base = base_of(e);
    if (!base.known()) return {};
    if (e.weekday != 0) {
        if (!base.has_day()) return {};
        const std::int32_t now = base.days();
        const int back = (weekday_of(now) - e.weekday + 7) % 7;
        if (e.direction < 0) return day_moment(now - (back == 0 ? 7 : back));
        if (e.direction > 0) return day_moment(now + (back == 0 ? 7 : 7 - back));
        if (around.tense == Tense::Past) return day_moment(now - back);
        return day_moment(now - weekday_of(now) + e.weekday);
    }
    if (e.unit == Unit::Month && e.month != 0) {
        int year = base.year;
        const int now = base.has_month() ? base.month : 0;
        if (e.direction < 0 && (now == 0 || e.month >= now)) --year;
        if (e.direction > 0 && now != 0 && e.month <= now) ++year;
        if (e.day != 0 && day_exists(year, e.month, e.day)) return day_moment(year, e.month, e.day);
        return month_moment(year, e.month);
    }
    if (e.unit == Unit::Season) {
        Moment out = year_moment(base.year);
        const int month = month_of_season(e.season);
        const int now = base.has_month() ? base.month : base.grain == Unit::Season ? month_of_season(base.part) : 0;
        if (e.direction < 0 && (now == 0 || month + 2 > now || e.season == 4)) --out.year;
        if (e.direction > 0 && now != 0 && month <= now) ++out.year;
        if (e.direction == 0 && e.season == 4 && now != 0 && now <= 2) --out.year;
        out.grain = Unit::Season;
        out.part = e.season;
        return out;
    }
    Moment out = moved(base, Unit::Year, e.direction * count_of(e));
    if (out.grain != Unit::Year) return {};
    if (e.month != 0) {
        return e.day != 0 && day_exists(out.year, e.month, e.day) ? day_moment(out.year, e.month, e.day) : month_moment(out.year, e.month);
    }
    if (e.season != 0 || e.quarter != 0 || e.half != 0) {
        out.grain = e.season != 0 ? Unit::Season : e.quarter != 0 ? Unit::Quarter : Unit::Half;
        out.part = static_cast<std::uint8_t>(e.season + e.quarter + e.half);
    }
    return out;
}

Timex Resolver::resolve_shift(const Expression& e, const Surroundings& around) {
    if (e.by_tense) return resolve_weekend(e, around);
    if (e.nth != 0) return resolve_nth(e, around);
    const bool has_part = e.weekday != 0 || e.month != 0 || e.season != 0 || e.quarter != 0 || e.half != 0;
    if (has_part) {
        const Moment moment = part_of_shifted(e, around);
        if (!moment.known()) return undated(e, e.weekday != 0 ? fmt::format("XXXX-WXX-{}", e.weekday) : "XXXX");
        tell(moment, around);
        return dated(moment, e, DateBasis::Relative);
    }
    if (e.vague) return undated(e, e.direction < 0 ? "PAST_REF" : "FUTURE_REF");
    if (narrative_ && e.anchor == Anchor::Published && e.unit == Unit::Day && e.direction == 0 && e.clock.empty()) return undated(e, "PRESENT_REF");
    const Moment base = base_of(e);
    Expression out = e;
    if (e.unit < Unit::Day) {
        if (!base.has_day()) return undated(e, e.direction < 0 ? "PAST_REF" : "FUTURE_REF");
        const double hours = e.unit == Unit::Hour ? e.count : e.unit == Unit::Minute ? e.count / 60 : e.count / 3600;
        const Moment day = moved(base, Unit::Day, e.direction * static_cast<int>(std::min(hours / 24, 1e5)));
        
        if (hours >= 24 && std::fmod(hours, 24) == 0) out.clock.vague_hour = false;
        if (!out.clock.vague_hour) out.type = TimexType::Date;
        return dated(day, out, DateBasis::Relative);
    }
    const bool needs_day = e.unit == Unit::Day || e.unit == Unit::Week || e.unit == Unit::Weekend || e.unit == Unit::Fortnight;
    const bool usable = base.known() && (!needs_day || base.has_day()) && (e.unit != Unit::Month || base.has_month()) &&
                        (e.unit != Unit::Quarter || coarsened(base, Unit::Quarter).grain == Unit::Quarter) &&
                        (e.unit < Unit::Year || base.grain <= e.unit);
    if (!usable) {
        const bool day = e.unit == Unit::Day;
        return undated(e, day ? "XXXX-XX-XX" : needs_day ? "XXXX-WXX" : e.unit == Unit::Month ? "XXXX-XX" : "XXXX");
    }
    Moment moment;
    if (e.count != std::floor(e.count) && e.unit == Unit::Year && base.has_month()) {
        moment = moved(base, Unit::Month, e.direction * static_cast<int>(std::round(std::min(e.count, 1e4) * 12)));
    } else if (e.at_grain && base.grain < Unit::Year && (narrative_ || base.grain != Unit::Day)) {
        moment = base;
        moment.year += e.direction;
        if (moment.grain == Unit::Day && !day_exists(moment.year, moment.month, moment.day)) moment = month_moment(moment.year, moment.month);
    } else {
        moment = moved(base, e.unit, e.direction * count_of(e));
    }
    tell(moment, around);
    if (e.unit == Unit::Year && count_of(e) >= 10 && count_of(e) % 10 == 0 && e.mod == Mod::None) out.mod = Mod::Approximate;  // "20 years ago"
    return dated(moment, out, DateBasis::Relative);
}

Timex Resolver::resolve_recall(const Expression& e) {
    const bool now = e.anchor == Anchor::Deictic && !narrative_ && published_.known() && e.clock.empty();
    Moment base = now || (!told_.known() && !narrative_) ? published_ : told_;
    if (e.unit == Unit::Day && !base.has_day()) {
        Expression from_told = e;
        from_told.anchor = Anchor::Told;
        base = base_of(from_told);
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
    const Moment out = coarsened(base, e.unit);
    if (!out.known()) return undated(e, "XXXX");
    if (out.grain != e.unit) return undated(e, e.unit == Unit::Month ? "XXXX-XX" : "XXXX");
    return dated(out, e, DateBasis::Context);
}

Timex Resolver::resolve_reference(const Expression& e) const {
    constexpr const char* values[] = {"PRESENT_REF", "PAST_REF", "FUTURE_REF"};
    return undated(e, values[static_cast<std::size_t>(e.ref)]);
}

Timex Resolver::resolve_duration(const Expression& e) const {
    std::string value = timex_duration(e.unit, e.count, e.vague);
    if (e.rest_unit != Unit::None) {
        std::string rest = timex_duration(e.rest_unit, e.rest_count, false);
        const bool both_times = e.unit <= Unit::Hour;
        value += both_times ? rest.substr(2) : rest.substr(1);
    }
    return undated(e, std::move(value));
}

Timex Resolver::resolve_set(const Expression& e) const {
    Expression bare = e;
    bare.clock = {};
    std::string value;
    constexpr const char* seasons[] = {"SP", "SU", "FA", "WI"};
    if (!e.quantified) value = timex_duration(e.unit, e.count, false);
    else if (e.weekday != 0) value = fmt::format("XXXX-WXX-{}", e.weekday);
    else if (e.day != 0) value = fmt::format("XXXX-{:02}-{:02}", e.month, e.day);
    else if (e.month != 0) value = fmt::format("XXXX-{:02}", e.month);
    else if (e.season != 0) value = fmt::format("XXXX-{}", seasons[e.season - 1]);
    else value = "XXXX-XX-XX";
    return undated(bare, value + timex_clock(e.clock));
}

Timex Resolver::resolve_holiday(const Expression& e, const Surroundings& around) {
    const NamedTime& name = names_[e.name];
    const bool has_year = e.year != kNoYear;
    int year = has_year ? year_of(e) : narrative_ || !published_.known() ? year_in_narrative(0, around) : published_.year;
    if (year == kNoYear) return undated(e, "XXXX");
    auto days = name.in_year(year);
    if (days && !has_year && !narrative_ && published_.known()) {
        const std::int32_t now = published_.days();
        const bool past = around.tense == Tense::Past;
        if (past && *days > now + kNearDays) days = name.in_year(year - 1);
        else if (around.tense == Tense::Future && *days < now - kNearDays) days = name.in_year(year + 1);
        else if (around.tense != Tense::Past && *days < now - 270) days = name.in_year(year + 1);
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

std::optional<Timex> Resolver::resolve_period(const Expression& e) {
    const int name = e.name == kTheWar ? war_ : e.name;
    if (name < 0) return std::nullopt;
    if (names_[name].is_war()) war_ = name;
    const calendar::Edtf& when = *names_[name].when;
    Timex out = undated(e, when.text());
    out.edtf = when;
    out.basis = DateBasis::Context;
    const bool edge = when.is_interval() && ((e.mod == Mod::Start && when.first()) || (e.mod == Mod::End && when.last()));
    if (edge) {  // "the end of the war"
        out.edtf = calendar::Edtf::of(e.mod == Mod::Start ? *when.first() : *when.last());
        out.value = out.edtf->text();
    }
    return out;
}

void Resolver::expect(const Expression& e) {
    if (war_ < 0 && e.kind == Kind::Period && e.name >= 0 && names_[e.name].is_war()) war_ = e.name;
}

std::optional<Timex> Resolver::resolve(const Expression& e, const Surroundings& around) {
    come_back(e, around);
    switch (e.kind) {
        case Kind::Calendar: return resolve_calendar(e, around);
        case Kind::Shift: return resolve_shift(e, around);
        case Kind::Reference: return resolve_reference(e);
        case Kind::Recall: return resolve_recall(e);
        case Kind::Duration: return resolve_duration(e);
        case Kind::Set: return resolve_set(e);
        case Kind::Holiday: return resolve_holiday(e, around);
        case Kind::Period: return resolve_period(e);
    }
    return std::nullopt;
}

}  // namespace dateline::extract::temporal
