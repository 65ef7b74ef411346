#pragma once

#include "extract/extract.h"
#include "extract/temporal_lexicon.h"

#include <cstdint>

namespace dateline::extract::temporal {

inline constexpr int kNoYear = -100000;
inline constexpr std::int16_t kTheWar = -2;

/// A time of day as it is written.
struct Clock {
    std::int8_t hour = -1;  ///< -1: none, or only a part of the day
    std::int8_t minute = -1;
    std::int8_t second = -1;
    DayPart part = DayPart::None;
    bool has_zone = false;
    bool vague_hour = false;    ///< "five hours earlier" than an unknown hour
    std::int16_t zone_min = 0;  ///< east of UTC

    bool empty() const { return hour < 0 && part == DayPart::None; }
};

/// What words say, before it is known when: the grammar writes it, the normaliser reads it.
struct Expression {
    enum class Kind : std::uint8_t {
        Calendar,   ///< year, month, day …, any of them missing
        Shift,      ///< `count` × `unit` × `direction` from an anchor, then perhaps a part of it ("May last
                    ///< year")
        Reference,  ///< now, recently, soon
        Recall,     ///< "that day", "the same month": the unit of what was told last
        Duration,
        Set,
        Holiday,  ///< `name` in its table, perhaps with a year
        Period,   ///< `name` in the table of named periods; kTheWar: the one that the text speaks of
    };
    enum class Anchor : std::uint8_t {
        Published,  ///< "yesterday", "last year"
        Told,       ///< "two days later", "the following year"
        Deictic,    ///< "this year": the published date in news, what was told in a narrative
    };

    Kind kind = Kind::Calendar;
    TimexType type = TimexType::Date;
    Anchor anchor = Anchor::Deictic;
    Unit unit = Unit::None;
    Mod mod = Mod::None;
    Ref ref = Ref::Present;

    int year = kNoYear;       ///< astronomical
    bool short_year = false;  ///< two digits: the century is open
    bool decade = false;      ///< year is the first of its decade
    bool century = false;     ///< year is the first of its century
    bool before_era = false;  ///< "BC" was written
    std::uint8_t month = 0;
    std::uint8_t day = 0;
    std::uint8_t weekday = 0;      ///< 1 Monday .. 7 Sunday
    std::uint8_t season = 0;       ///< 1 spring .. 4 winter
    std::uint8_t second_year = 0;  ///< of "winter 1941–42": the season runs into the next year; of "FY 2024/25": began the year before
    std::uint8_t quarter = 0;
    std::uint8_t half = 0;
    std::uint8_t until_month = 0;  ///< of a date without a year that begins a range: where it ends
    std::uint8_t until_day = 0;
    bool until_listed = false;  ///< "in November and December"
    bool open_order = false;    ///< and nothing in the text tells which is which
    bool either_order = false;  ///< "3/5": day and month may change places

    std::int8_t nth = 0;       ///< "the first week of May": which `unit` of the date; -1 the last
    bool beside = false;       ///< "overnight": what comes after goes on from the day before it
    bool week_begins = false;  ///< "the week commencing 6 May"
    bool months = false;       ///< "MJ 2024": from `month` to `until_month`
    bool by_tense = false;     ///< "the weekend": the last or the coming one
    int direction = 0;
    double count = 0;             ///< of units; for a Set, the period
    Unit rest_unit = Unit::None;  ///< "two years and three months"
    double rest_count = 0;
    bool vague = false;       ///< "several", "days": the count is not told
    bool at_grain = false;    ///< "a year later" keeps the month of what was told
    bool quantified = false;  ///< a Set of named times ("every Monday")
    std::int16_t name = -1;
    bool recalled = false;   ///< "that September": the next one after what was told; of a shift, "the same period" of a year before
    bool coming = false;     ///< "Thursday of the coming week": told on its Monday, it is this one
    bool counted = false;    ///< "a week later", not "the following week"
    bool till_now = false;   ///< "a year on": no day to come
    bool of_period = false;  ///< "before the period under review": counts from its first day
    bool reported = false;   ///< "third-quarter results", "for the year, net fell": of what is over
    bool traded = false;     ///< "for the day", "4 p.m.": of the day that a report on trading tells of
    bool fiscal = false;     ///< "fiscal third quarter": of a year that begins in any month
    bool unmarked = false;   ///< as in Timex
    bool topic = false;      ///< as in Timex
    Clock clock;
};

/// An expression over tokens [first, last).
struct Match {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Expression expression;

    explicit operator bool() const { return last > first; }
};

}  // namespace dateline::extract::temporal
