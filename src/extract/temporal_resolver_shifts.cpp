#include "extract/temporal_resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dateline::extract::temporal {

using document::DateBasis;
using Kind = Expression::Kind;
using Anchor = Expression::Anchor;

namespace {

constexpr int kSaturday = 6;
constexpr int kWeek = 7;

int count_of(const Expression& e) { return static_cast<int>(std::clamp(std::round(e.count), 0.0, 1e6)); }

bool counts_days(Unit unit) { return unit == Unit::Day || unit == Unit::Week || unit == Unit::Weekend || unit == Unit::Fortnight; }

/// Days from one weekday back to another, 0..6.
int days_back(int from, int to) { return (from - to + kWeek) % kWeek; }

/// What a date is when nothing says where it counts from.
const char* open_value(Unit unit) {
    if (unit == Unit::Day) return "XXXX-XX-XX";
    if (counts_days(unit)) return "XXXX-WXX";
    return unit == Unit::Month ? "XXXX-XX" : "XXXX";
}

/// Whether a moment is fine enough to count units from.
bool can_count(const Moment& base, Unit unit) {
    if (!base.known() || (counts_days(unit) && !base.has_day()) || (unit == Unit::Month && !base.has_month())) return false;
    if (unit == Unit::Quarter) return coarsened(base, Unit::Quarter).grain == Unit::Quarter;
    return unit < Unit::Year || base.grain <= unit;
}

/// "the Monday before last", "the summer before last": how many more than "last Monday".
int over_one(const Expression& e) { return e.direction * std::max(count_of(e) - 1, 0); }

/// "this Friday", "last Monday", "the Friday after next".
Moment weekday_from(const Moment& base, const Expression& e, Tense tense) {
    if (!base.has_day()) return {};
    const std::int32_t now = base.days();
    const int weeks_on = e.coming && weekday_of(now) == 1 ? 0 : e.direction;  // on a Monday the coming week has begun
    if (e.rest_unit == Unit::Week) return day_moment(now - weekday_of(now) + kWeek * weeks_on + e.weekday);  // of that week
    const int back = days_back(weekday_of(now), e.weekday);
    const int weeks = e.anchor == Anchor::Published ? e.direction * count_of(e) : 0;
    if (weeks < 0) return day_moment(now - back + kWeek * weeks);            // "a week ago on Sunday"
    if (weeks > 0) return day_moment(now + (kWeek - back) + kWeek * weeks);  // "two weeks from Monday"
    const int beyond = kWeek * over_one(e);
    if (e.direction < 0) return day_moment(now - (back == 0 ? kWeek : back) + beyond);
    if (e.direction > 0) return day_moment(now + (back == 0 ? kWeek : kWeek - back) + beyond);
    return day_moment(tense == Tense::Past ? now - back : now - weekday_of(now) + e.weekday);
}

/// "last May", "next March 3".
Moment month_from(const Moment& base, const Expression& e) {
    int year = base.year;
    const int now = base.has_month() ? base.month : 0;
    if (e.direction < 0 && (now == 0 || e.month >= now)) --year;
    if (e.direction > 0 && (now == 0 || e.month <= now)) ++year;
    year += over_one(e);
    if (e.day != 0 && day_exists(year, e.month, e.day)) return day_moment(year, e.month, e.day);
    return month_moment(year, e.month);
}

/// "this winter", "last summer".
Moment season_from(const Moment& base, const Expression& e, Tense tense) {
    constexpr int winter = 4, long_before = 7;
    Moment out = year_moment(base.year);
    const int month = month_of_season(e.season);
    const int now = base.has_month() ? base.month : base.grain == Unit::Season ? month_of_season(base.part) : 0;
    if (e.direction < 0 && (now == 0 || month + 2 > now || e.season == winter)) --out.year;
    if (e.direction > 0 && (now == 0 || month <= now)) ++out.year;
    if (e.direction == 0 && e.season == winter && now != 0 && now <= 3) --out.year;
    if (e.direction == 0 && e.season != winter && tense == Tense::Past && now != 0 && month - now >= long_before)
        --out.year;                                                                 // "This fall trustees were worried", told in January
    if (e.direction < 0 && e.season == winter && now != 0 && now <= 2) --out.year;  // in February, not the winter that it is
    out.year += over_one(e);
    out.grain = Unit::Season;
    out.part = e.season;
    return out;
}

/// "last year's third quarter", "May last year".
Moment part_of_year_from(const Moment& base, const Expression& e) {
    Moment out = moved(base, Unit::Year, e.direction * count_of(e));
    if (out.grain != Unit::Year) return {};
    if (e.month != 0) {
        const bool day = e.day != 0 && day_exists(out.year, e.month, e.day);
        return day ? day_moment(out.year, e.month, e.day) : month_moment(out.year, e.month);
    }
    if (e.season != 0 || e.quarter != 0 || e.half != 0) {
        out.grain = e.season != 0 ? Unit::Season : e.quarter != 0 ? Unit::Quarter : Unit::Half;
        out.part = static_cast<std::uint8_t>(e.season + e.quarter + e.half);
    }
    return out;
}

/// The first Saturday of the days from `first`, or the last of those to `last`, as its weekend.
Moment weekend_of(std::int32_t first, std::int32_t last, bool from_end) {
    const std::int32_t saturday =
        from_end ? last - days_back(weekday_of(last), kSaturday) : first + days_back(kSaturday, weekday_of(first));
    Moment out = week_moment(saturday);
    out.grain = Unit::Weekend;
    return out;
}

calendar::Edtf about_day(std::int32_t days) {
    const Moment moment = day_moment(days);
    calendar::Date day;
    day.year = moment.year;
    day.month = moment.month;
    day.day = moment.day;
    day.precision = calendar::Precision::Day;
    day.approximate = true;
    return calendar::Edtf::of(day);
}

}  // namespace

/// "the weekend": the last one where the verb is past or there is none to tell. "This weekend" is the coming
/// one, but on a Tuesday "it was held this weekend" is the last.
Timex Resolver::resolve_by_tense(const Expression& e, const Surroundings& around) {
    if (!published_.has_day()) return undated(e, e.unit == Unit::Year ? "XXXX" : e.unit == Unit::Week ? "XXXX-WXX" : "XXXX-WXX-WE");
    constexpr int thursday = 4;
    const int today = weekday_of(published_.days());
    if (e.unit == Unit::Year) {  // "in the new year": that of its first half, else the next
        constexpr int mid_year = 6;
        const Moment year = moved(published_, Unit::Year, published_.month > mid_year && around.tense != Tense::Past ? 1 : 0);
        tell(year, around);
        return dated(year, e, DateBasis::Relative);
    }
    if (e.unit == Unit::Week) {  // "resumed mid-week", told on a Monday
        constexpr int wednesday = 3;
        const bool to_come = around.tense == Tense::Future || e.direction > 0;
        const int weeks = to_come ? (today > wednesday ? 1 : 0) : around.tense == Tense::Past && today < wednesday ? -1 : 0;
        const Moment week = moved(published_, Unit::Week, weeks);
        tell(week, around);
        return dated(week, e, DateBasis::Relative);
    }
    const bool just_over = around.tense == Tense::Past && today <= thursday;
    const bool ahead = around.tense == Tense::Future || today >= kSaturday || (around.tense == Tense::Present && today >= thursday) ||
                       (e.direction > 0 && !just_over);
    const Moment moment = moved(published_, Unit::Weekend, ahead ? 0 : -1);
    tell(moment, around);
    return dated(moment, e, DateBasis::Relative);
}

/// "the first week of May": seven days, counted from an end of the month or year.
Timex Resolver::resolve_nth(const Expression& e, const Surroundings& around) {
    Expression whole = e;
    whole.nth = 0;
    whole.weekday = 0;
    const Timex of = whole.kind == Kind::Shift    ? resolve_shift(whole, around)
                     : whole.kind == Kind::Recall ? resolve_recall(whole, around)
                                                  : resolve_calendar(whole, around);
    const auto bounds = of.edtf ? moment_of(*of.edtf) : std::nullopt;
    if (bounds && e.rest_unit == Unit::Decade) {  // "the last decade of the 19th century"
        Moment decade = year_moment(bounds->year + 10 * (e.nth < 0 ? 9 : e.nth - 1));
        decade.grain = Unit::Decade;
        tell(decade, around);
        whole.rest_unit = Unit::None;
        return dated(decade, whole, of.basis);
    }
    if (!bounds || (bounds->grain != Unit::Month && bounds->grain != Unit::Year)) return of;
    const bool month = bounds->grain == Unit::Month;
    const Moment after = moved(*bounds, bounds->grain, 1);
    const std::int32_t first = day_moment(bounds->year, month ? bounds->month : 1u, 1).days();
    const std::int32_t last = day_moment(after.year, month ? after.month : 1u, 1).days() - 1;
    const int length = e.rest_unit == Unit::Day ? 1 : kWeek;
    std::int32_t begin = e.nth < 0 ? last - length + 1 : first + length * (e.nth - 1);
    if (e.weekday != 0) {
        begin = e.nth < 0 ? last - (weekday_of(last) - e.weekday + kWeek) % kWeek
                          : first + (e.weekday - weekday_of(first) + kWeek) % kWeek + kWeek * (e.nth - 1);
    }
    constexpr int months = 12;
    if (e.rest_unit == Unit::Month ? e.nth > months : begin > last) return of;

    Moment found = day_moment(begin);
    if (e.rest_unit == Unit::Month) found = month_moment(bounds->year, e.nth < 0 ? months : e.nth);
    if (e.rest_unit == Unit::Week) found = week_moment(begin + kWeek / 2);
    if (e.rest_unit == Unit::Weekend) found = weekend_of(begin, last, e.nth < 0);
    tell(found, around);
    Timex out = dated(found, whole, of.basis);
    if (e.rest_unit == Unit::Week) {
        const auto from = edtf_of(day_moment(begin), Mod::None);
        const auto to = edtf_of(day_moment(std::min(begin + kWeek - 1, last)), Mod::None);
        if (from && to) out.edtf = calendar::Edtf::interval(from->first(), to->first());
    }
    return out;
}

/// "HEADQUARTERS, May 9, 1864", a letter of which only the month was known: its "yesterday" counts from the day at its head.
bool Resolver::finer_than_published(Unit unit) const {
    const bool asked = counts_days(unit) ? !published_.has_day() : unit == Unit::Month && !published_.has_month();
    return asked && own_day_.known() && coarsened(own_day_, published_.grain) == published_;
}

/// "Rebels took Goma on 27 January. A week later they entered Bukavu": some seven days after a day that is told, and no week of the
/// calendar, which is what the value says. Not after "mid-April", which is no day.
bool Resolver::counts_weeks(const Expression& e, const Moment& base) const {
    const bool of_day = base.grain == Unit::Day && (base == told_ || base == told_day_);
    return of_day && e.counted && e.unit == Unit::Week && e.anchor == Anchor::Told && e.direction != 0 && e.count >= 1 &&
           e.mod == Mod::None && e.clock.empty();
}

/// Where a shift starts from; an unknown moment when nothing has been told.
Moment Resolver::base_of(const Expression& e) const {
    if (e.of_period) return period_;
    const bool from_told = e.anchor == Anchor::Told || narrative_ || !published_.known();
    if (!from_told) return finer_than_published(e.unit) ? own_day_ : published_;
    if (e.unit == Unit::Quarter && !narrative_ && told_quarter_.known()) return told_quarter_;
    if (!counts_days(e.unit) && e.unit > Unit::Hour) return told_.known() ? told_ : published_;
    // "in mid-April he was in Rome. A week later": not a week after a day before that
    if (part_day_ != kNoDay && !narrative_ && told_.grain == Unit::Month && e.unit >= Unit::Week) return day_moment(part_day_);
    // a day counts from a day: the last one told, unless the telling has left its month
    if (told_.grain == Unit::Day || (told_.has_day() && e.unit >= Unit::Weekend)) return told_;
    const bool still_there =
        told_day_.known() && told_.known() && told_day_.year == told_.year && (!told_.has_month() || told_day_.month == told_.month);
    if (still_there) return told_day_;
    return narrative_ ? Moment{} : e.anchor == Anchor::Told && told_lately() ? past_day_ : published_;
}

/// News that speaks of an earlier year beside its story comes back to the story's day.
bool Resolver::told_lately() const {
    constexpr std::int32_t lately = 14;
    return past_day_.known() && published_.has_day() && published_.days() - past_day_.days() <= lately;
}

/// "May last year", "this Friday", "next summer", "last year's third quarter": the part of the shifted unit.
Moment Resolver::part_of_shifted(const Expression& e, const Surroundings& around) const {
    if (e.counted && (e.quarter != 0 || e.half != 0) && !narrative_ && published_.has_month()) {  // "above the third quarter a year ago"
        const bool of_report = e.quarter != 0 && told_quarter_.part == e.quarter;
        return part_of_year_from(year_moment(of_report ? told_quarter_.year : year_of_quarter(e, around)), e);
    }
    const Moment base = base_of(e);
    if (!base.known()) return {};
    if (e.weekday != 0) return weekday_from(base, e, around.tense);
    if (e.unit == Unit::Month && e.month != 0) return month_from(base, e);
    if (e.unit == Unit::Season) return season_from(base, e, around.tense);
    return part_of_year_from(base, e);
}

/// "five hours later", "24 hours ago": the day is known, the hour is not.
Timex Resolver::resolve_hours(const Expression& e) {
    const Moment base = base_of(e);
    if (!base.has_day()) return undated(e, e.direction < 0 ? "PAST_REF" : "FUTURE_REF");
    constexpr double hours_of_day = 24;
    const double hours = e.unit == Unit::Hour ? e.count : e.unit == Unit::Minute ? e.count / 60 : e.count / 3600;
    const Moment day = moved(base, Unit::Day, e.direction * static_cast<int>(std::min(hours / hours_of_day, 1e5)));
    Expression out = e;
    out.clock.vague_hour = hours < hours_of_day || std::fmod(hours, hours_of_day) != 0;
    if (out.clock.vague_hour) out.type = TimexType::Time;
    return dated(day, out, DateBasis::Relative);
}

Moment Resolver::shifted(const Moment& base, const Expression& e) const {
    if (e.unit == Unit::Year && e.rest_unit != Unit::None && e.rest_count == 0 && base.grain == Unit::Day) {  // "ten years ago this month"
        const int year = base.year + e.direction * count_of(e);
        if (e.rest_unit == Unit::Month || !day_exists(year, base.month, base.day)) return month_moment(year, base.month);
        return coarsened(day_moment(year, base.month, base.day), e.rest_unit);
    }
    if (e.unit == Unit::Year && e.rest_unit == Unit::Month && e.rest_count > 0 && base.has_month())  // "two years and three months ago"
        return moved(base, Unit::Month, e.direction * (12 * count_of(e) + static_cast<int>(std::min(e.rest_count, 1e4))));
    const bool part_of_year = e.count != std::floor(e.count) && e.unit == Unit::Year && base.has_month();
    if (part_of_year) return moved(base, Unit::Month, e.direction * static_cast<int>(std::round(std::min(e.count, 1e4) * 12)));
    const bool of_range =
        told_range_ && base.grain == Unit::Month && !narrative_;  // "in January-August, more than in the same period last year"
    if (e.at_grain && !of_range && base.grain < Unit::Year && (narrative_ || base.grain > Unit::Week)) {
        Moment out = base;
        out.year += e.direction;
        return out.grain == Unit::Day && !day_exists(out.year, out.month, out.day) ? month_moment(out.year, out.month) : out;
    }
    const Moment out = moved(base, e.unit, e.direction * count_of(e));
    const bool day_of_month = e.unit == Unit::Month && e.day != 0 && day_exists(out.year, out.month, e.day);  // "the 15th of last month"
    return day_of_month ? day_moment(out.year, out.month, e.day) : out;
}

/// "Half a century later the case was reopened": counted from what is not told, where it would be after the document's day.
bool Resolver::is_to_come(const Moment& moment) const {
    if (narrative_ || !published_.has_day()) return false;
    if (moment.grain >= Unit::Season) return moment.year > published_.year;
    if (moment.grain == Unit::Month)
        return moment.year > published_.year || (moment.year == published_.year && moment.month > published_.month);
    return moment.days() > published_.days() + 1;
}

/// "sales in October rose from a year ago": October's, a year before.
Moment Resolver::year_before(const Expression& e, const Surroundings& around) const {
    const bool year_ago = e.anchor == Anchor::Published && e.unit == Unit::Year && e.count == 1 && e.direction < 0;
    if (ago_sentence_ == around.sentence + 1) return {};  // "than six months ago, or a year ago"
    if (narrative_ || !year_ago || told_sentence_ != around.sentence || told_.year + 1 < published_.year) return {};
    if (told_.grain != Unit::Month && told_.grain != Unit::Quarter && told_.grain != Unit::Half) return {};
    Moment out = told_;
    --out.year;
    return out;
}

/// What a year is counted from that is not the one told last.
Moment Resolver::base_of_year(const Expression& e, const Moment& base, const Surroundings& around, bool compares) const {
    if (narrative_ || e.unit != Unit::Year) return base;
    // "after the year-end talks broke off", told in January
    const bool just_ended = e.mod == Mod::End && e.direction == 0 && around.tense == Tense::Past && published_.has_month() &&
                            published_.month == 1 && base == published_;
    if (just_ended) return moved(coarsened(published_, Unit::Year), Unit::Year, -1);
    // "For the nine months, it earned $3 million, up from $2 million a year earlier": no quarter
    const bool of_stretch = compares && stretch_sentence_ == around.sentence + 1 && told_sentence_ != around.sentence;
    return of_stretch && base.grain == Unit::Quarter ? coarsened(base, Unit::Year) : base;
}

Timex Resolver::resolve_shift(const Expression& e, const Surroundings& around) {
    if (e.by_tense) return resolve_by_tense(e, around);
    if (e.nth != 0) return resolve_nth(e, around);
    const bool tonight = e.beside && e.direction < 0 && !narrative_ && around.tense == Tense::Future && told_sentence_ != around.sentence;
    if (tonight) {  // "is expected to reach the islands overnight"
        Expression coming = e;
        coming.direction = 0;
        return resolve_shift(coming, around);
    }
    // "from $40 million a year earlier": what is compared is not told on
    const bool compares = !narrative_ && e.anchor == Anchor::Told && e.direction < 0 &&
                          ((e.unit == Unit::Year && e.count == 1) || (e.unit == Unit::Quarter && e.count == 4));
    const bool has_part = e.weekday != 0 || e.month != 0 || e.season != 0 || e.quarter != 0 || e.half != 0;
    if (has_part) {
        const Moment moment = part_of_shifted(e, around);
        if (!moment.known()) return undated(e, e.weekday != 0 ? fmt::format("XXXX-WXX-{}", e.weekday) : "XXXX");
        if (!compares) tell(moment, around);
        return dated(moment, e, DateBasis::Relative);
    }
    constexpr double prehistory = 20000;  // "some 300,000 years ago"
    if (e.vague || (e.unit == Unit::Year && e.count > prehistory)) return undated(e, e.direction < 0 ? "PAST_REF" : "FUTURE_REF");
    const bool today = e.anchor == Anchor::Published && e.unit == Unit::Day && e.direction == 0 && e.clock.empty();
    if (narrative_ && today) return undated(e, "PRESENT_REF");
    if (e.unit < Unit::Day) return resolve_hours(e);
    const Moment compared = year_before(e, around);
    Moment base = compared.known() ? compared : base_of(e);
    // "In October 2020 the army crossed the river. By month's end it had taken the town"
    const bool of_story = story_ && !narrative_ && e.mod == Mod::End && e.direction == 0 && around.tense == Tense::Past &&
                          told_.has_month() && around.sentence <= told_sentence_ + 1;
    if (of_story) base = told_;
    // "the notes fall due in 2009. Yields fell from 7.8% a week earlier": not a week before what is still to come
    const bool to_come = !narrative_ && e.anchor == Anchor::Told && e.direction < 0 && around.tense != Tense::Future &&
                         told_sentence_ != around.sentence && base.known() && published_.has_day() && base.days() > published_.days();
    if (to_come) base = told_lately() ? past_day_ : published_;
    // "rose 4% in the first half, it said on Thursday. That was less than in the same period last year"
    constexpr std::uint32_t soon_after = 2;
    if (e.recalled && !narrative_ && told_.grain <= Unit::Week && told_span_.known() && around.sentence <= span_sentence_ + soon_after)
        base = told_span_;
    // "stuck on Thursday after a mudslide overnight": the night before that day
    constexpr std::int32_t lately = 7;
    const bool of_day = e.beside && !narrative_ && told_sentence_ == around.sentence && told_.grain == Unit::Day && published_.has_day() &&
                        published_.days() - told_.days() <= lately;
    if (of_day) base = told_;
    base = base_of_year(e, base, around, compares);
    if (!can_count(base, e.unit)) return undated(e, open_value(e.unit));
    Moment moment = compared.known() ? compared : shifted(base, e);
    // "voted on 3 May, and a fortnight later again"
    const bool same_weekday = e.unit == Unit::Fortnight && e.anchor == Anchor::Told && !narrative_ && base.grain == Unit::Day;
    if (same_weekday) moment = day_moment(base.days() + e.direction * 2 * kWeek * count_of(e));
    if (e.anchor == Anchor::Told && e.direction > 0 && (around.tense == Tense::Past || e.till_now) && is_to_come(moment))
        return undated(e, open_value(e.unit));
    const bool weeks = counts_weeks(e, base);
    if (!compares && !compared.known() && !e.beside) {
        tell(moment, around);
        if (e.anchor == Anchor::Published && e.unit >= Unit::Month) ago_sentence_ = around.sentence + 1;
    }
    Expression out = e;
    const bool round = e.unit == Unit::Year && e.rest_unit == Unit::None && count_of(e) >= 10 && count_of(e) % 10 == 0;  // "20 years ago"
    if (round && e.mod == Mod::None) out.mod = Mod::Approximate;
    Timex told = dated(moment, out, DateBasis::Relative);
    if (weeks) told.edtf = about_day(base.days() + e.direction * kWeek * count_of(e));
    return told;
}

}  // namespace dateline::extract::temporal
