#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TimexRow one(const char* text, const std::string& found) {
    return {"2024-11-18", text, {found}};  // a Monday
}

TEST(TemporalPhrases, AClockGoesWithTheNightOrMorningBehindIt) {
    expect_rows({one("Police were called at 9:30 last night.", "9:30 last night | TIME | 2024-11-17T21:30 | 2024-11-17T21:30"),
                 one("He will speak at 8 tomorrow evening.", "8 tomorrow evening | TIME | 2024-11-19T20:00 | 2024-11-19T20"),
                 one("The meeting starts at 10 this morning.", "10 this morning | TIME | 2024-11-18T10:00 | 2024-11-18T10"),
                 one("The guns lay silent by nightfall.", "nightfall | TIME | 2024-11-18TNI | 2024-11-18"),
                 // near misses
                 one("He scored 8 tomorrow evening's rivals fear.", "tomorrow evening | TIME | 2024-11-19TEV | 2024-11-19"),
                 one("They attack by night.", "night | TIME | XXXX-XX-XXTNI | -")},
                Genre::News);
}

TEST(TemporalPhrases, HoursThatEndBeforeTheyBeginEndTheNextDay) {
    expect_rows({{"2024-11-18",
                  "The road will be closed from 9 p.m. to 5 a.m.",
                  {"9 p.m. | TIME | 2024-11-18T21:00 | 2024-11-18T21", "5 a.m. | TIME | 2024-11-19T05:00 | 2024-11-19T05"}},
                 {"2024-11-18",
                  "The road will be closed from 5 a.m. to 9 p.m.",
                  {"5 a.m. | TIME | 2024-11-18T05:00 | 2024-11-18T05", "9 p.m. | TIME | 2024-11-18T21:00 | 2024-11-18T21"}}},
                Genre::News);
}

TEST(TemporalPhrases, TheDayBesideADate) {
    expect_rows({one("He left the day after 7 October 2023.", "the day after 7 October 2023 | DATE | 2023-10-08 | 2023-10-08"),
                 one("He left the day before May 1.", "the day before May 1 | DATE | 2024-04-30 | 2024-04-30"),
                 one("He left days after 7 October 2023.", "7 October 2023 | DATE | 2023-10-07 | 2023-10-07")},
                Genre::News);
}

TEST(TemporalPhrases, FractionsOfAgesAreYears) {
    expect_rows({one("Half a century ago the dam burst.", "Half a century ago | DATE | 1974 | 1974~"),
                 one("A decade and a half ago it closed.", "A decade and a half ago | DATE | 2009 | 2009"),
                 one("A century ago it opened.", "A century ago | DATE | 19XX | 19XX"),
                 one("It took half a century.", "half a century | DURATION | P50Y | -")},
                Genre::News);
}

TEST(TemporalPhrases, AWeekOnTuesdayIsTheOneAfterTheNext) {
    expect_rows(
        {one("He will fly home a week on Tuesday.", "a week on Tuesday | DATE | 2024-11-26 | 2024-11-26"),
         one("It is adjourned until a week on Friday.", "a week on Friday | DATE | 2024-11-29 | 2024-11-29"),
         {"2024-11-18", "He left after a week on Tuesday.", {"a week | DURATION | P1W | -", "Tuesday | DATE | 2024-11-12 | 2024-11-12"}}},
        Genre::News);
}

TEST(TemporalPhrases, WeeksFromADay) {
    expect_rows(
        {one("The hearing is a week tomorrow.", "a week tomorrow | DATE | 2024-11-26 | 2024-11-26"),
         one("The vote is three weeks today.", "three weeks today | DATE | 2024-12-09 | 2024-12-09"),
         one("It was set for Friday fortnight.", "Friday fortnight | DATE | 2024-12-06 | 2024-12-06"),
         one("They return in a fortnight's time.", "a fortnight's time | DATE | 2024-W49 | 2024-12-02/2024-12-08"),
         one("He will be back Monday next.", "Monday next | DATE | 2024-11-25 | 2024-11-25"),
         one("The march on Sunday last drew thousands.", "Sunday last | DATE | 2024-11-17 | 2024-11-17"),
         // near misses
         one("He sat on Sunday next to the mayor.", "Sunday | DATE | 2024-11-17 | 2024-11-17"),
         {"2024-11-18", "He spent a week today's rivals envy.", {"a week | DURATION | P1W | -", "today | DATE | 2024-11-18 | 2024-11-18"}}},
        Genre::News);
}

TEST(TemporalPhrases, TheMiddleAndTheEndOfWhatWasTold) {
    expect_rows({{"2024-11-18",
                  "In October 2020 the army crossed. By mid-month it had taken Jabrayil.",
                  {"October 2020 | DATE | 2020-10 | 2020-10", "mid-month | DATE | 2020-10 | 2020-10-11/2020-10-21"}},
                 {"2024-11-18",
                  "In October 2020 the army crossed. By month's end it had taken Zangilan.",
                  {"October 2020 | DATE | 2020-10 | 2020-10", "month's end | DATE | 2020-10 | 2020-10-26/2020-10-31"}},
                 {"2024-11-18",
                  "In October 2020 the army crossed. By month's end it will leave.",
                  {"October 2020 | DATE | 2020-10 | 2020-10", "month's end | DATE | 2024-11 | 2024-11-26/2024-11-30"}},
                 one("The plant will open by mid-year.", "mid-year | DATE | 2025 | 2025-05/2025-08"),
                 {"2024-11-18", "The mid-month sale failed.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, ADayGoesOnFromTheOneBeforeIt) {
    expect_rows(
        {{"2024-11-18",
          "Ministers will meet on Friday; leaders will follow on Monday.",
          {"Friday | DATE | 2024-11-22 | 2024-11-22", "Monday | DATE | 2024-11-25 | 2024-11-25"}},
         {"2024-11-18",
          "The airport shut at 10pm on Saturday and reopened at 6am.",
          {"10pm on Saturday | TIME | 2024-11-16T22:00 | 2024-11-16T22", "6am | TIME | 2024-11-17T06:00 | 2024-11-17T06"}},
         {"2024-11-18",
          "Overnight into Friday, rockets fell.",
          {"Overnight | TIME | 2024-11-14TNI | 2024-11-14", "Friday | DATE | 2024-11-15 | 2024-11-15"}},
         {"2024-11-18",
          "They met on Nov 14th, 15th & 16th.",
          {"Nov 14th | DATE | 2024-11-14 | 2024-11-14", "15th | DATE | 2024-11-15 | 2024-11-15", "16th | DATE | 2024-11-16 | 2024-11-16"}},
         one("The hearings run through Thursday.", "Thursday | DATE | 2024-11-21 | 2024-11-21"),
         // near misses
         {"2024-11-18",
          "Ministers will meet on Friday. Leaders will speak on Monday.",
          {"Friday | DATE | 2024-11-22 | 2024-11-22", "Monday | DATE | 2024-11-18 | 2024-11-18"}},
         {"2024-11-18",
          "The airport shut at 10am on Saturday and reopened at 6pm.",
          {"10am on Saturday | TIME | 2024-11-16T10:00 | 2024-11-16T10", "6pm | TIME | 2024-11-16T18:00 | 2024-11-16T18"}}},
        Genre::News);
}

TEST(TemporalPhrases, TheNewYearIsTheNext) {
    expect_rows({one("He will stand down in the new year.", "the new year | DATE | 2025 | 2025-01/2025-02"),
                 {"2024-02-18", "They moved in the new year.", {"the new year | DATE | 2024 | 2024-01/2024-02"}},
                 {"2024-11-18", "He spoke in the new year's speech.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, ClocksOfOneDayHaveOneTense) {
    expect_rows({{"2024-11-18",
                  "Voting takes place between 7am and 10pm on Thursday.",
                  {"7am | TIME | 2024-11-21T07:00 | 2024-11-21T07", "10pm on Thursday | TIME | 2024-11-21T22:00 | 2024-11-21T22"}},
                 one("The bus crashed at around 0500hrs on Sunday.", "0500hrs on Sunday | TIME | 2024-11-17T05:00 | 2024-11-17T05:00"),
                 one("It took 5000 hours.", "5000 hours | DURATION | PT5000H | -"),
                 one("He was held a week ago last Tuesday.", "a week ago last Tuesday | DATE | 2024-11-05 | 2024-11-05"),
                 {"2024-11-18",
                  "He served from 1 Jan 2010–31 Dec 2014.",
                  {"1 Jan 2010 | DATE | 2010-01-01 | 2010-01-01", "31 Dec 2014 | DATE | 2014-12-31 | 2014-12-31"}}},
                Genre::News);
}

TEST(TemporalPhrases, TwoPartsAreHalf) {
    expect_rows({one("Talks will resume in early or mid-December.", "early or mid-December | DATE | 2024-12 | 2024-12-01/2024-12-15"),
                 one("It will open in mid-to-late December.", "mid-to-late December | DATE | 2024-12 | 2024-12-16/2024-12-31"),
                 {"2024-11-18", "He is early or late in December.", {"late in December | DATE | 2024-12 | 2024-12-22/2024-12-31"}}},
                Genre::News);
}

TEST(TemporalPhrases, TheMiddleOfAWeek) {
    expect_rows({one("Talks resumed mid-week.", "mid-week | DATE | 2024-W46 | 2024-11-12/2024-11-14"),
                 one("He promised a ruling by midweek.", "midweek | DATE | 2024-W47 | 2024-11-19/2024-11-21"),
                 {"2024-11-18", "The midweek talks failed.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, TheEveOfADayIsTheDayBefore) {
    expect_rows({one("On the eve of 1 October troops came.", "the eve of 1 October | DATE | 2024-09-30 | 2024-09-30"),
                 one("On the eve of Christmas shops will close.", "the eve of Christmas | DATE | 2024-12-24 | 2024-12-24"),
                 {"2024-11-18", "On the eve of talks troops came.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, TheFirstDecadeOfACenturyHasAName) {
    expect_rows({one("In the noughties it was built.", "the noughties | DATE | 200X | 200X"),
                 one("He ruled in the mid-noughties.", "the mid-noughties | DATE | 200X | 2003/2006")},
                Genre::News);
}

TEST(TemporalPhrases, TheNightBetweenTwoDays) {
    expect_rows({{"2024-11-18",
                  "On the intervening night of November 14 and 15 it burned.",
                  {"the intervening night of November 14 | TIME | 2024-11-14TNI | 2024-11-14", "15 | TIME | 2024-11-15TNI | 2024-11-15"}}},
                Genre::News);
}

TEST(TemporalPhrases, FeastsRepeat) {
    expect_rows({one("She comes each Christmas.", "each Christmas | SET | XXXX-12-25 | -"),
                 one("She came last Christmas.", "last Christmas | DATE | 2023-12-25 | 2023-12-25")},
                Genre::News);
}

TEST(TemporalPhrases, DecadesOfOneListAreOfOneCentury) {
    expect_rows({{"2024-11-18", "In the 1620s and 30s settlers came.", {"the 1620s | DATE | 162X | 162X", "30s | DATE | 163X | 163X"}},
                 {"2024-11-18",
                  "The 1620s are over. Music of the '30s is back.",
                  {"The 1620s | DATE | 162X | 162X", "the '30s | DATE | 193X | 193X"}}},
                Genre::News);
}

TEST(TemporalPhrases, OldYearsComeAfterCirca) {
    expect_rows(
        {one("The town was founded circa 1250.", "1250 | DATE | 1250 | 1250~"), {"2024-11-18", "The town has about 1250 souls.", {}}},
        Genre::News);
}

TEST(TemporalPhrases, WhatIsOpenOnADayIsToCome) {
    expect_rows({{"2024-11-18",
                  "Polls are open from 7 a.m. to 10 p.m. on Sunday.",
                  {"7 a.m. | TIME | 2024-11-24T07:00 | 2024-11-24T07", "10 p.m. on Sunday | TIME | 2024-11-24T22:00 | 2024-11-24T22"}},
                 one("Shops are shut on Sunday.", "Sunday | DATE | 2024-11-24 | 2024-11-24"),
                 one("Shops were shut on Sunday.", "Sunday | DATE | 2024-11-17 | 2024-11-17")},
                Genre::News);
}

TEST(TemporalPhrases, WhatRunsByAPlanRunsNow) {
    expect_rows({{"2024-11-18",
                  "The season, which runs June 1 through Nov. 30, has been busy.",
                  {"June 1 | DATE | 2024-06-01 | 2024-06-01", "Nov. 30 | DATE | 2024-11-30 | 2024-11-30"}},
                 {"2024-11-18",
                  "The next season will run June 1 through Nov. 30.",
                  {"June 1 | DATE | 2025-06-01 | 2025-06-01", "Nov. 30 | DATE | 2025-11-30 | 2025-11-30"}},
                 {"2024-11-18",
                  "Sales fell in November and December.",
                  {"November | DATE | 2023-11 | 2023-11", "December | DATE | 2023-12 | 2023-12"}},
                 {"2024-11-18",
                  "Sales fell in October and November.",
                  {"October | DATE | 2024-10 | 2024-10", "November | DATE | 2024-11 | 2024-11"}}},
                Genre::News);
}

TEST(TemporalPhrases, AWeekdayOfWhichSomethingIsSoIsToCome) {
    expect_rows({one("Tuesday is the deadline.", "Tuesday | DATE | 2024-11-19 | 2024-11-19"),
                 one("Tuesday marks the end of the siege.", "Tuesday | DATE | 2024-11-19 | 2024-11-19"),
                 one("Tuesday was the deadline.", "Tuesday | DATE | 2024-11-12 | 2024-11-12"),
                 one("Tuesday results were good.", "Tuesday | DATE | 2024-11-12 | 2024-11-12")},
                Genre::News);
}

TEST(TemporalPhrases, NamesAndAgesOfTheEarthAreNoSpans) {
    expect_rows({one("The 100 Years' War ended in 1453.", "1453 | DATE | 1453 | 1453"),
                 one("It lasted 100 years' worth of pay.", "100 years | DURATION | P100Y | -"),
                 one("Humans emerged about 300,000 years ago.", "about 300,000 years ago | DATE | PAST_REF | -"),
                 one("It rose in the decade after 1945.", "1945 | DATE | 1945 | 1945"),
                 one("It froze about 10,000 years ago.", "about 10,000 years ago | DATE | BC7977 | -7976~")},
                Genre::News);
}

TEST(TemporalPhrases, WhatIsExpectedOnADayIsToCome) {
    expect_rows({one("A strike on Tuesday is expected.", "Tuesday | DATE | 2024-11-19 | 2024-11-19"),
                 one("A strike on Tuesday is over.", "Tuesday | DATE | 2024-11-12 | 2024-11-12")},
                Genre::News);
}

TEST(TemporalPhrases, HowLongARaceTookIsNoClock) {
    expect_rows({{"2024-11-18", "He ran the mile in 3:52.", {}},
                 one("He ran the mile at 3:52.", "3:52 | TIME | 2024-11-18T03:52 | 2024-11-18T03:52")},
                Genre::News);
}

TEST(TemporalPhrases, AtPresentIsNow) {
    expect_rows({one("At present there is no plan.", "present | DATE | PRESENT_REF | -"),
                 {"2024-11-18", "At present values it is cheap.", {}},
                 one("At this time last year he was in jail.", "last year | DATE | 2023 | 2023")},
                Genre::News);
}

TEST(TemporalPhrases, WhatGrowsByANumberOfThingsGrowsByNoYear) {
    expect_rows({{"2024-11-18", "Cases rose by 1104 infections.", {}}, one("By 1904 Russia was at war.", "1904 | DATE | 1904 | 1904")},
                Genre::News);
}

TEST(TemporalPhrases, InNewsAtTheTimeIsThen) {
    expect_rows({one("He lived in Spain at the time.", "the time | DATE | PAST_REF | -"),
                 one("At that time of his life he was rich.", "that time | DATE | PAST_REF | -"),
                 one("At that time the notes will be repaid.", "that time | DATE | FUTURE_REF | -"),
                 one("Not long ago it was rich.", "Not long ago | DATE | PAST_REF | -"),
                 one("It was sold some time ago.", "some time ago | DATE | PAST_REF | -"),
                 // near misses
                 {"2024-11-18", "At the same time, he was rich.", {}},
                 {"2024-11-18", "He had the time of his life for some time, and a long agony.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, ALengthAfterForIsNoDay) {
    expect_rows({one("She was mayor for two years before that.", "two years | DURATION | P2Y | -"),
                 one("The road will be shut for the next week.", "the next week | DURATION | P1W | 2024-11-18/2024-11-25"),
                 {"2024-11-18",
                  "In the week ended Wednesday it fell.",
                  {"the week | DURATION | P1W | -", "Wednesday | DATE | 2024-11-13 | 2024-11-13"}},
                 one("In the past half century it fell.", "the past half century | DURATION | P50Y | -"),
                 one("It took minutes.", "minutes | DURATION | PTXM | -"),
                 // near misses
                 one("She left two weeks before.", "two weeks before | DATE | 2024-W45 | 2024-11-04/2024-11-10"),
                 one("It was closed for next week.", "next week | DATE | 2024-W48 | 2024-11-25/2024-12-01")},
                Genre::News);
}

TEST(TemporalPhrases, WhatIsPledgedOrStaysSoIsToCome) {
    expect_rows({one("Miners vowed to strike from Wednesday.", "Wednesday | DATE | 2024-11-20 | 2024-11-20"),
                 one("The lab will stay closed Thursday.", "Thursday | DATE | 2024-11-21 | 2024-11-21"),
                 one("The vow will be read at noon next Thursday.", "noon next Thursday | TIME | 2024-11-21T12:00 | 2024-11-21T12"),
                 {"2024-11-18",
                  "It rained on the night of May 5-6.",
                  {"the night of May 5 | TIME | 2024-05-05TNI | 2024-05-05", "6 | DATE | 2024-05-06 | 2024-05-06"}},
                 // near misses
                 one("Miners vowed Wednesday to strike.", "Wednesday | DATE | 2024-11-13 | 2024-11-13"),
                 one("The lab stayed closed Thursday.", "Thursday | DATE | 2024-11-14 | 2024-11-14")},
                Genre::News);
}

TEST(TemporalPhrases, AWeekThatCommencesOnADayIsThatWeek) {
    expect_rows(
        {one("The week commencing 11 November was wet.", "The week commencing 11 November | DATE | 2024-W46 | 2024-11-11/2024-11-17"),
         one("In week beginning Monday 4 November 2024 it rained.",
             "week beginning Monday 4 November 2024 | DATE | 2024-W45 | 2024-11-04/2024-11-10"),
         // on a Sunday: the week that begins
         one("The week beginning 10 November was wet.", "The week beginning 10 November | DATE | 2024-W46 | 2024-11-11/2024-11-17"),
         {"2024-11-18",
          "In the week ending 17 November it rained.",
          {"the week | DURATION | P1W | -", "17 November | DATE | 2024-11-17 | 2024-11-17"}}},
        Genre::News);
}

TEST(TemporalPhrases, MonthsMayBeNamedByTheirInitials) {
    expect_rows({one("Rain was poor in MJ 2024.", "MJ 2024 | DATE | 2024-05/2024-06 | 2024-05/2024-06"),
                 one("MAM 2024 was dry.", "MAM 2024 | DATE | 2024-03/2024-05 | 2024-03/2024-05"),
                 {"2024-11-18",
                  "Floods came in May-June (MJ) 2023.",
                  {"May | DATE | 2023-05 | 2023-05", "June (MJ) 2023 | DATE | 2023-06 | 2023-06"}},
                 // near misses
                 one("In Salem, MA 2024 was dry.", "2024 | DATE | 2024 | 2024"),
                 {"2024-11-18", "Rain was poor (MAM), she said.", {}}},
                Genre::News);
}

TEST(TemporalPhrases, TheMiddleOfAYearIsOneWordOrTwo) {
    expect_rows({one("By mid-year sales had doubled.", "mid-year | DATE | 2024 | 2024-05/2024-08"),
                 one("It fell at midyear.", "midyear | DATE | 2024 | 2024-05/2024-08"),
                 {"2024-11-18", "The midyear review was good.", {}},
                 {"2024-11-18", "The bombs went off minutes apart.", {"minutes | DURATION | PTXM | -"}}},
                Genre::News);
}

TEST(TemporalPhrases, WeekdaysFollowOnFromOneToComeOverALongSentence) {
    expect_rows({{"1989-11-02",
                  "It plans to sell $10 billion of new notes of one sort on Tuesday, $10 billion of new notes of another sort on Wednesday "
                  "and $10 billion of bonds of a third sort on Thursday.",
                  {"Tuesday | DATE | 1989-11-07 | 1989-11-07", "Wednesday | DATE | 1989-11-08 | 1989-11-08",
                   "Thursday | DATE | 1989-11-09 | 1989-11-09"}},
                 {"2024-11-18",
                  "It broke up Saturday, an hour before it was to land at 9:16 a.m.",
                  {"Saturday | DATE | 2024-11-16 | 2024-11-16", "an hour | DURATION | PT1H | -",
                   "9:16 a.m. | TIME | 2024-11-16T09:16 | 2024-11-16T09:16"}},
                 // near miss
                 {"2024-11-18",
                  "It broke up Saturday. The inquiry will open at 9:16 a.m.",
                  {"Saturday | DATE | 2024-11-16 | 2024-11-16", "9:16 a.m. | TIME | 2024-11-18T09:16 | 2024-11-18T09:16"}}},
                Genre::News);
}

TEST(TemporalPhrases, InMarchThisWinterIsTheOneThatEnds) {
    expect_rows({{"1998-03-03", "Storms were common this winter.", {"this winter | DATE | 1997-WI | 1997-24"}},
                 {"1998-11-03", "Storms will be common this winter.", {"this winter | DATE | 1998-WI | 1998-24"}}},
                Genre::News);
}

TEST(TemporalPhrases, ToThisDayIsNowAndTheDaysAheadAreToCome) {
    expect_rows({one("It stands to this day.", "this day | DATE | PRESENT_REF | -"),
                 one("In the days ahead he will rest.", "the days ahead | DATE | FUTURE_REF | -"),
                 // near misses
                 one("He referred to this day as a triumph.", "this day | DATE | 2024-11-18 | 2024-11-18"),
                 {"2024-11-18", "In the days ahead of the vote he rested.", {}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
