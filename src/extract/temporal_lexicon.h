#pragma once

#include <cstdint>
#include <string_view>

/// The words of time expressions, and of the verbs whose tense places them before or after the document's
/// date.
namespace dateline::extract::temporal {

enum class Unit : std::uint8_t {
    None,
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium
};

/// The value of a kBaseVerb that is a verb of timetables: "leaders meet on Monday".
inline constexpr int kPlainVerb = 1;
inline constexpr int kNounVerb = 3;  ///< a noun too: "visit"
inline constexpr int kTeamVerb = 2;  ///< also after one name: "England face Spain"

enum class Tense : std::uint8_t { None, Past, Present, Future };

/// Which parts of the grammar a word can take. One word may have several.
enum WordClass : std::uint32_t {
    kMonth = 1u << 0,
    kWeekday = 1u << 1,
    kUnit = 1u << 2,
    kCardinal = 1u << 3,
    kOrdinal = 1u << 4,
    kScale = 1u << 5,  ///< hundred, thousand
    kSeason = 1u << 6,
    kDayPart = 1u << 7,
    kDeictic = 1u << 8,    ///< this, last, next: value is the shift
    kPart = 1u << 9,       ///< early, mid, late: value is a Mod
    kPartNoun = 1u << 10,  ///< beginning, end (of)
    kVague = 1u << 11,     ///< several, few, many
    kApprox = 1u << 12,    ///< about, nearly, over
    kDateWord = 1u << 13,  ///< today, yesterday: value is the shift in days
    kRefWord = 1u << 14,   ///< now, recently: value is a Ref
    kSetWord = 1u << 15,   ///< daily, annually
    kEvery = 1u << 16,     ///< every, each, per
    kArticle = 1u << 17,
    kPreposition = 1u << 18,
    kDecadeWord = 1u << 19,   ///< nineties: value 90
    kAbbreviated = 1u << 20,  ///< "Sat", "Mar": wants a capital and company
    kPlural = 1u << 21,
    kCounted = 1u << 22,     ///< what numbers count: people, miles, landmines
    kBaseVerb = 1u << 23,    ///< meet, begin: after "to", what is still to come
    kEra = 1u << 24,         ///< BC, AD
    kDeterminer = 1u << 25,  ///< the, this, that, these, his, its …
    kSameness = 1u << 26,    ///< same, very
    kZone = 1u << 27,        ///< GMT: value is minutes east of UTC
    kTitle = 1u << 28,       ///< Mr, General, Theresa: what follows is a name
    kSpeech = 1u << 30,      ///< said, stated, according: how news tells who says so
    kNowadays = 1u << 31,    ///< has, have, will: verbs of the present, rare in histories
    kNumberNoun = 1u << 29,  ///< Resolution, page, flight, phone: what follows is a number and no year
};

/// What a word says of what is to come, or of what was. One word may say several.
enum Outlook : std::uint8_t {
    kFixture = 1u << 0,    ///< trial, election, match: has its day before it comes
    kAwaits = 1u << 1,     ///< await, face, plan: before a fixture
    kAwaitsFor = 1u << 2,  ///< doubtful, ready, prepare: before "for" and a fixture
    kSeeming = 1u << 3,    ///< seems, is believed: what follows "to be" is so now
    kUndone = 1u << 4,     ///< postponed, cancelled
    kSky = 1u << 5,        ///< rain, showers: has a chance of coming
    kOrder = 1u << 6,      ///< stay, bring: at a sentence's beginning what somebody shall do
    kTrade = 1u << 7,      ///< deal, prices: a sentence of business
};

enum class Ref : std::uint8_t { Present, Past, Future };
enum class Mod : std::uint8_t {
    None,
    Start,
    Mid,
    End,
    Early,
    Late,
    FirstHalf,
    SecondHalf,
    Approximate,
    Less,
    More,
    FirstQuarter,
    SecondQuarter,
    ThirdQuarter,
    LastQuarter,
    Turn  ///< about its beginning
};
enum class DayPart : std::uint8_t { None, Morning, Afternoon, Evening, Night, Noon, Midnight, Dawn, Daytime };

// clang-format off
/// The words that the grammar asks for by name.
enum class Word : std::uint8_t {
    Other, A, Ad, After, Age, Ago, All, And, Any, Around, As, At, Back, Bc, Be, Before, Between, By, Century, Clock, Circa, Coming,
    Current, Date, Day, Days, Dry, During, Each, Earlier, Early, End, Era, Every, Fall, Few, Fiscal, Following, For, Former, From,
    Future, Half, Hence, Her, His, Hour, In, It, Its, Last, Late, Later, Least, Less, Long, Many, March, May, Mid, Moment, More, Most,
    Next, Night, No, Now, O, Odd, Of, Off, Old, On, Once, One, Or, Other2, Over, Past, Per, Period, Point, Preceding, Present,
    Previous, Quarter, Rainy, Rest, S, Same, Season, Second, Several, Since, So, Some, Soon, Sun, T, Than, That, The, Their, Then,
    These, This, Those, Through, Throughout, Till, Time, Times, To, Tomorrow, Twice, Until, Up, Week, Weekend, Will, Within, Year,
    Years, Yesterday, Yet, Z, Couple, Such, Whole, Entire, Full, New, Immediately, Shortly, Recent, Good, Very, Am, Pm, Local,
    Anniversary, Birthday, Term, M, P, C, E, B, D, Q, H, Too, Part, Afterwards, Named, Money, Yearly, Opening, Final, Small, Lasting, Set, Out,
    Ends, Latest, Weekends, Standard, Daylight, Effective, Record,
    Overnight, Weekdays, Weather, While, Ending, Originally, But,
    Is, They, Expected, Predicted, Plans, Forecast, Due, Starting, Postponed, Put, Managed, Able, Ended, Could, Not, Investigating,
    Mishap, Setback, Follow, Because, Itinerary, Would, Telling, When, Arranged, Announced, Vowed, Contract, Deadline, Figures, Lengthy, Born, Ahead,
    Likely, Chance, With, Relative, Turn, Instant, Eve, Midweek, Hijri, Into, Stays, Decreed, Pledged, Intend, He, Down,
    Decision, Another, Postpone, Trading, Framing, Comparable, Cut
};
// clang-format on

struct WordInfo {
    std::uint32_t classes = 0;
    std::int16_t value = 0;
    Unit unit = Unit::None;
    Word word = Word::Other;
    Tense tense = Tense::None;
    std::uint8_t outlook = 0;
};

/// `lower` is lower case and shorter than 16 bytes; any other word is unknown. Never allocates.
const WordInfo& look_up(std::string_view lower);

}  // namespace dateline::extract::temporal
