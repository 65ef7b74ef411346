#include "extract/temporal_resolver.h"

namespace dateline::extract::temporal {
namespace {

constexpr int kPastYears = 2;  // from then on a year is over for good

/// Of the month alone where there is no such day.
std::int32_t days_within(int year, int month, int day) {
    if (day == 0 || !day_exists(year, month, day)) return month_moment(year, month).days();
    return day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days();
}

}  // namespace

int year_after(const Moment& told, int month, int day) {
    if (told.grain == Unit::Season) return told.year + (month < month_of_season(told.part) ? 1 : 0);
    if (!told.has_month()) return told.year;
    const bool before = month < told.month || (month == told.month && day != 0 && told.day != 0 && day < told.day);
    return told.year + (before ? 1 : 0);
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
    constexpr int other_age = 20;
    const int ago = published_.year - told_.year;
    // "The siege began in April 1453. The walls were old. In May the city fell": over what tells no time a month at the head goes on
    const std::uint32_t reach = around.leads && day == 0 && ago >= other_age ? 3 : 1;
    const bool next = around.sentence <= told_sentence_ + reach && around.sentence >= told_sentence_ && around.tense == Tense::Past;
    const bool over = ago >= kPastYears && (around.leads || ago >= other_age);
    if (story_ && next && (over || guessed_)) {
        constexpr int look_back = 3;  // "By November 1941 they held the coast. The siege had begun on 30 October"
        const bool back = told_.has_month() && month <= told_.month && told_.month - month <= look_back;
        return back ? told_.year : year_after(told_, month, day);
    }
    if (day == 0) return kNoYear;
    // "In August 2008 troops entered the city; by 12 August they had left"
    const bool same_month =
        told_.grain == Unit::Month && told_.month == month && told_sentence_ == around.sentence && around.tense == Tense::Past;
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

/// "The war ended on 15 August 1945. Troops came ashore on 8 September": in a paragraph that tells history, what is past goes on from it.
int Resolver::year_in_chain(int month, const Surroundings& around) const {
    constexpr std::uint32_t reach = 3;            // sentences
    constexpr int long_past = 10, look_back = 3;  // years; months
    const bool goes_on = chain_.known() && !around.new_paragraph && !around.to_now && around.tense == Tense::Past &&
                         around.sentence > chain_begun_ && around.sentence <= chain_sentence_ + reach;
    if (!goes_on || published_.year - chain_.year < long_past) return kNoYear;
    if (month == 0 || !chain_.has_month()) return chain_.year;
    return month < chain_.month - look_back ? chain_.year + 1 : chain_.year;
}

/// A past date far from the document's own begins a paragraph's history, or goes on with it; one that is near ends it. A month or a year
/// alone begins one only where something happened in it: "The bridge was built in 1998. On 3 May it fell". None begins below news: "On 3 May the bridge
/// fell. The mayor had opened it on 6 June 1998. He resigned on 5 May".
void Resolver::see_chain(const Expression& e, const std::optional<Timex>& timex, const Surroundings& around) {
    constexpr int far = 2, other_age = 20;
    if (narrative_ || !published_.known()) return;
    if (around.new_paragraph) {
        chain_ = {};
        tells_news_ = false;
    }
    if (around.to_now) chain_ = {};
    if (around.aside) return;
    if (!timex || !timex->edtf || !timex->edtf->first()) {
        if (e.kind == Expression::Kind::Reference && e.ref == Ref::Present) chain_ = {};
        return;
    }
    const int ago = published_.year - timex->edtf->first()->year;
    const auto moment = moment_of(*timex->edtf);
    if (ago < far) {
        chain_ = {};
        tells_news_ = tells_news_ || (e.kind == Expression::Kind::Calendar && around.tense == Tense::Past);
    }
    const bool beside = around.beside_story || around.since || around.background;
    if (ago < far || beside || around.tense != Tense::Past || !moment || told_sentence_ != around.sentence || told_.grain > Unit::Year)
        return;
    const bool begins =
        e.kind == Expression::Kind::Calendar && e.year != kNoYear && (told_.has_day() || (around.happened && ago >= other_age));
    if (!chain_.known() && (!begins || tells_news_)) return;
    if (begins) chain_begun_ = around.sentence;
    chain_ = told_;
    chain_sentence_ = around.sentence;
}

/// "It was shut in spring 2020. In summer it reopened": a season goes on from the season told just before, up to now. kNoYear for none.
int Resolver::year_of_next_season(int season, const Surroundings& around) const {
    const bool goes_on = told_.grain == Unit::Season && around.tense == Tense::Past && around.sentence <= told_sentence_ + 1 &&
                         !around.aside && published_.has_month();
    if (!goes_on) return kNoYear;
    const int month = month_of_season(season), year = year_after(told_, month, 0);
    return year < published_.year || (year == published_.year && month <= published_.month) ? year : kNoYear;
}

/// "5 February: rebels enter Goma", and below it "10 February: the army warns them to leave": each entry of a list stands beside the one
/// before it, whatever its tense. kNoYear for none.
int Resolver::year_of_entry(int month, int day, const Surroundings& around) const {
    constexpr std::int32_t near = 120;
    if (!around.heads_entry || !entry_day_.known() || entry_section_ != around.section) return kNoYear;
    for (const int year : {entry_day_.year, entry_day_.year + 1, entry_day_.year - 1})
        if (day_exists(year, month, day) &&
            std::abs(day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days() - entry_day_.days()) <= near)
            return year;
    return kNoYear;
}

/// "from 30 April 2019 | to 2 May", "the patrol (3–5 September)": of the end of a range; kNoYear where its begin has no month.
int Resolver::year_of_range_end(int month, int day, const Surroundings& around) const {
    if (around.aside && last_.has_month()) {
        const bool turns = month < last_.month || (month == last_.month && day != 0 && last_.has_day() && day < last_.day);
        return last_.year + (turns ? 1 : 0);
    }
    if (!told_.has_month()) return kNoYear;
    constexpr int half_year = 6;
    if (around.put_off)
        return told_.year + (told_.month - month > half_year) - (month - told_.month > half_year);  // "from 10 to 7 December"
    const bool wraps = month < told_.month || (month == told_.month && day != 0 && day < told_.day);
    return told_.year + (wraps ? 1 : 0);
}

/// The year that a heading, a line of its own or the label of an entry gives to what stands below it; kNoYear for none.
int Resolver::year_written_above(int month, int day, const Surroundings& around) const {
    if (const int year = day != 0 ? year_of_entry(month, day, around) : kNoYear; year != kNoYear) return year;
    // "2014", and below it "The protocol was signed on 5 September"
    const bool below = line_year_ != kNoYear && line_section_ == around.section;
    if (below && around.heads_entry && line_year_ <= published_.year) return line_year_;  // "April: rebels begin their siege"
    if (below && around.tense != Tense::Future && line_year_ < published_.year) return line_year_;
    // "18 SEP." on its line in a bulletin of that week, below what was in 2008
    constexpr std::int32_t of_bulletin = 45;
    if (around.day_alone && day != 0 && heading_year_ == kNoYear && own_published_.grain == Unit::Day)
        for (const int year : {own_published_.year, own_published_.year - 1, own_published_.year + 1})
            if (day_exists(year, month, day) && std::abs(day_moment(year, static_cast<unsigned>(month), static_cast<unsigned>(day)).days() -
                                                         own_published_.days()) <= of_bulletin)
                return year;
    return around.heading ? heading_year_ : kNoYear;  // "Visits in 2023", then "Baku, 3 May"
}

/// The year of what was told just before, where this goes on with it; kNoYear where it does not.
int Resolver::year_told_before(int month, int day, int weekday, const Surroundings& around) const {
    const bool same_sentence = told_sentence_ == around.sentence;
    // "A year on, crowds came back (16 June)"
    const bool of_lead = around.bracketed && leading_year_sentence_ == around.sentence + 1 && same_sentence &&
                         (told_.grain == Unit::Year || told_.month == month);
    if (of_lead) return told_.year;
    // "The Games opened in July 2021 and closed in August"
    const bool next =
        (around.goes_on || around.story_year) && !told_since_ && same_sentence && told_.has_month() && told_.year < published_.year;
    const bool outcome = around.outcome && same_sentence && told_.grain == Unit::Day;
    if (next || outcome) return year_after(told_, month, day);
    // "The temple was inscribed on 7 July 2008. By October there was shooting"
    const bool goes_on = around.story_year && !around.new_paragraph && told_dated_ && told_sentence_ + 1 == around.sentence &&
                         told_.has_month() && published_.year - told_.year >= kPastYears;
    if (goes_on) return year_after(told_, month, day);
    if (const int year = year_of_story(month, day, weekday, around); year != kNoYear) return year;
    return weekday == 0 ? year_in_chain(month, around) : kNoYear;
}

/// Of what was or will be about the document's day.
int Resolver::year_near_published(int month, int day, int weekday, const Surroundings& around) const {
    const std::int32_t now = published_.days();
    const bool now_is_day = published_.grain == Unit::Day, same_sentence = told_sentence_ == around.sentence;
    const auto at = [&](int of) { return days_within(of, month, day); };
    const int year = published_.year;
    if (weekday != 0 && day != 0)  // "Friday, 28 April" was one in few years
        for (const int candidate : {year, year - 1, year + 1})
            if (day_exists(candidate, month, day) && weekday_of(at(candidate)) == weekday) return candidate;
    // "is to sail in December and return in March": not before what the sentence has just told of as to come
    constexpr std::int32_t half_year = 184;
    const bool returns = day == 0 && around.tense == Tense::Future && same_sentence && told_.has_month() && told_.grain <= Unit::Month &&
                         told_.days() > now && at(told_.year) < told_.days() && month != told_.month &&
                         at(told_.year + 1) - told_.days() < half_year;
    if (returns) return told_.year + 1;
    if (day == 0 && month == published_.month) return year;  // "it has rained every day in July", told in July
    if (around.put_off) {
        const bool beside = same_sentence && told_.has_month();
        const std::int32_t from = beside ? told_.days() : now;
        const int own = beside ? told_.year : year;
        return at(own) < from - (day == 0 ? 30 : 0) ? own + 1 : own;
    }
    // "will be done as agreed on July 8": what is to come may name what was
    // "5 February: rebels enter Goma", in April: what heads an entry may be told in the present
    const int lately = around.in_past || (around.heads_entry && day != 0) ? 240 : day == 0 ? 31 : 60;
    if (around.tense == Tense::Future) return at(year) < now - lately ? year + 1 : year;
    // "called for strikes on May 24–28 and June 5–9": what follows a day of the same sentence is not a year before it
    constexpr std::int32_t soon_after = 62;
    const bool follows = day != 0 && same_sentence && told_.grain == Unit::Day && told_.days() >= now && at(told_.year) >= told_.days() &&
                         at(told_.year) - told_.days() <= soon_after;
    if (follows) return told_.year;
    if (around.tense == Tense::Past) {
        const int near = !now_is_day ? 31 : day != 0 ? kNearDays : 0;
        const int last = at(year) > now + near ? year - 1 : year;
        // "The pact of 1955 was signed on 24 February", told in June: news would say of a day so long over which year it was
        constexpr std::int32_t stale = 100;
        const bool of_told =
            day != 0 && told_of_subject_ && same_sentence && year - told_.year >= 2 && now_is_day && at(last) < now - stale;
        return of_told ? year_after(told_, month, day) : last;
    }
    // No tense to tell: "the December meeting" in January was, in October will be
    const int ahead = around.tense == Tense::Present ? 200 : 100;
    if (at(year) > now + ahead) return year - 1;
    return at(year + 1) < now + ahead ? year + 1 : year;
}

int Resolver::year_of_month(int month, int day, int weekday, const Surroundings& around) const {
    if (const int year = !narrative_ && around.after_to ? year_of_range_end(month, day, around) : kNoYear; year != kNoYear) return year;
    // "1966: the island becomes independent on 26 May": a chronology tells what was in the present
    const bool of_entry = published_.known() && label_year_ != kNoYear && published_.year - label_year_ >= kPastYears &&
                          around.sentence <= year_sentence_ + 1 &&
                          (around.tense == Tense::Present || around.tense == Tense::None || around.present);
    if (of_entry && weekday == 0) return label_year_;
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (const int year = weekday == 0 ? year_written_above(month, day, around) : kNoYear; year != kNoYear) return year;
    if (const int year = year_told_before(month, day, weekday, around); year != kNoYear) return year;
    return published_.has_month() ? year_near_published(month, day, weekday, around) : published_.year;
}

/// Of a month or day that begins a range or a list: "runs from 28 December to 6 January", told on the third, has not ended yet; "runs June 1
/// through Nov. 30" goes on in November; "it fell in November and December", told in November, was last year.
int Resolver::year_of_range(const Expression& e, const Surroundings& around) const {
    constexpr int longest = 4;  // months over the turn of a year
    if (const int year = e.season != 0 && !narrative_ ? year_of_next_season(e.season, around) : kNoYear; year != kNoYear) return year;
    const int own = year_of_month(e.month != 0 ? int{e.month} : month_of_season(e.season), e.day, e.weekday, around);
    if (e.until_month == 0 || narrative_ || published_.grain != Unit::Day || e.weekday != 0) return own;
    const std::int32_t now = published_.days();
    const std::int32_t end =
        days_of(published_.year, e.until_month, e.until_day != 0 ? int{e.until_day} : last_day(published_.year, e.until_month));
    if (e.until_month < e.month) {
        const bool over_turn = 12 + e.until_month - e.month <= longest && now <= end && !(e.until_listed && around.tense == Tense::Future);
        return over_turn ? published_.year - 1 : own;
    }
    if (e.until_listed) return around.tense == Tense::Past && e.until_month > published_.month && own == published_.year ? own - 1 : own;
    const bool under_way = around.timetable && days_of(published_.year, e.month, e.day != 0 ? int{e.day} : 1) <= now && now <= end;
    return under_way ? published_.year : own;
}

/// A quarter or half of a year: of those that have begun, unless it is spoken of as to come.
int Resolver::year_of_quarter(const Expression& e, const Surroundings& around) const {
    const int month = e.quarter != 0 ? 3 * e.quarter : 6 * e.half;
    if (narrative_ || !published_.known()) return year_in_narrative(month, around);
    if (!published_.has_month()) return published_.year;
    const int first = month - 2;
    // "A year ago, it earned 20 cents in the third quarter"
    const bool of_year = leading_year_sentence_ == around.sentence + 1 && told_sentence_ == around.sentence && told_.grain == Unit::Year;
    if (of_year && told_.year < published_.year && around.tense == Tense::Past) return told_.year;
    // "the second-quarter figure is expected to show a rise for the second quarter"
    const bool again = quarter_sentence_ == around.sentence + 1 && told_quarter_.known() && 3 * told_quarter_.part == month;
    if (again) return told_quarter_.year;
    const Moment ended = moved(coarsened(published_, Unit::Quarter), Unit::Quarter, -1);
    constexpr int told_within = 75;  // days: "fiscal third-quarter profit" in April is of the quarter that ended in March
    if (e.fiscal && around.tense != Tense::Future && published_.has_day()) return moved(published_, Unit::Day, -told_within).year;
    if (e.reported && 3 * ended.part == month) return ended.year;  // "will report fourth-quarter results" in January
    if (e.reported && around.tense == Tense::Past && month > published_.month)
        return published_.year - 1;     // "had a fourth-quarter loss", told in October
    constexpr int reported_within = 2;  // months: "will report third-quarter results" in October
    if (around.tense == Tense::Future) return month + reported_within < published_.month ? published_.year + 1 : published_.year;
    return first > published_.month ? published_.year - 1 : published_.year;
}

std::optional<Moment> Resolver::day_of_weekday(int weekday, const Surroundings& around) const {
    const bool from_told = narrative_ || published_.grain != Unit::Day;
    const Moment& base = from_told ? told_day_ : published_;
    if (base.grain != Unit::Day) return std::nullopt;
    const std::int32_t now = base.days();
    const int back = (weekday_of(now) - weekday + 7) % 7;
    // "met on Wednesday in their last debate before Tuesday's election": a later day than that of its sentence
    if (around.before && !from_told && told_.grain == Unit::Day && told_sentence_ == around.sentence) {
        const int ahead = (weekday - weekday_of(told_.days()) + 7) % 7;
        return day_moment(told_.days() + (ahead == 0 ? 7 : ahead));
    }
    if ((around.after_to || around.listed) && told_.grain == Unit::Day &&
        !around.put_off) {  // "from Monday to Friday", "on Monday and Tuesday"
        return day_moment(told_.days() + (weekday - weekday_of(told_.days()) + 7) % 7);
    }
    // "attended the session of 23–24 October. On the Thursday he": the next from the day told last
    constexpr std::uint32_t lately = 3;  // sentences
    if (around.definite && !from_told && told_.grain == Unit::Day && around.sentence <= told_sentence_ + lately) {
        const std::int32_t then = told_.days() + (weekday - weekday_of(told_.days()) + 7) % 7;
        if (then <= now || around.tense == Tense::Future) return day_moment(then);
    }
    if (from_told) {
        const Moment next = day_moment(now + (7 - back) % 7);
        // "On Monday" in a digest of October, after a day of September: a day of October, and nobody can tell which
        const bool outside = !narrative_ && published_.grain == Unit::Month && around.sentence != told_sentence_ &&
                             (next.year != published_.year || next.month != published_.month);
        return outside ? published_ : next;
    }
    // "will meet on Friday; leaders will follow on Monday", told on a Monday
    const bool behind_coming =
        told_.grain == Unit::Day && told_sentence_ == around.sentence && told_.days() > now && told_.days() < now + 7;
    // "will sell notes on Tuesday, … and bonds on Thursday", the verb far away
    const bool carried = around.tense == Tense::None && behind_coming && weekday_sentence_ == around.sentence + 1;
    const bool was_to_come = around.in_past && back == 1;  // "was set to speak on Sunday", told on Monday
    const bool to_come = (around.tense == Tense::Future && !was_to_come) || carried;
    const bool nearer_next = behind_coming && now + 7 - told_.days() <= told_.days() - now;  // "if they vote today, work starts tomorrow"
    if (to_come && back == 0 && nearer_next) return day_moment(now + 7);
    if (to_come) return day_moment(now + (7 - back) % 7);
    constexpr int week = 7;
    const bool ahead = back < around.days_to_last;  // "on Monday and Tuesday", told on a Monday: both are over
    return day_moment(now - back - (ahead ? week : 0));
}

}  // namespace dateline::extract::temporal
