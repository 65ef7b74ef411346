#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalNews, WritesClockTimesWithoutTheirZoneAndDatesThemByIt) {
    expect_rows({{"2014-03-12",
                  "The call is set for 10 a.m. Eastern time on Thursday. It fell silent at 5:34 a.m. Kabul time on Monday.",
                  {"10 a.m. Eastern time on Thursday | TIME | 2014-03-13T10:00 | 2014-03-13T15Z",
                   "5:34 a.m. Kabul time on Monday | TIME | 2014-03-10T05:34 | 2014-03-10T05:34"}},
                 {"2014-07-02",
                  "The launch is due at 6 p.m. Pacific Daylight Time on July 8.",
                  {"6 p.m. Pacific Daylight Time on July 8 | TIME | 2014-07-08T18:00 | 2014-07-09T01Z"}}},
                Genre::News);
}

TEST(TemporalNews, AnItemCountsFromTheDayOfItsDateline) {
    expect_rows({{"2024-11-18",
                  "GOMA, Nov 15 – Rebels took the town this week, the army said on Friday.\n\nKAMPALA, Nov 18 – The lake rose this "
                  "week.\n\n## Markets\n\nPrices fell today.",
                  {"Nov 15 | DATE | 2024-11-15 | 2024-11-15", "this week | DATE | 2024-W46 | 2024-11-11/2024-11-17",
                   "Friday | DATE | 2024-11-15 | 2024-11-15", "Nov 18 | DATE | 2024-11-18 | 2024-11-18",
                   "this week | DATE | 2024-W47 | 2024-11-18/2024-11-24", "today | DATE | 2024-11-18 | 2024-11-18"}},
                 // no dateline
                 {"2024-11-18",
                  "In Goma, Nov 15 – a Friday – saw rain. The lake rose this week.",
                  {"Nov 15 | DATE | 2024-11-15 | 2024-11-15", "Friday | DATE | 2024-11-15 | 2024-11-15",
                   "this week | DATE | 2024-W47 | 2024-11-18/2024-11-24"}}},
                Genre::News);
}

TEST(TemporalNews, WhatIsToldBesideTheStoryIsNoDayToGoOnFrom) {
    expect_rows({{"2024-09-22",
                  "**Wednesday, 18 September**\n\nThe envoy met the king, with whom he had last spoken on 20 August. That night a bridge "
                  "fell. A day later it was gone.",
                  {"Wednesday, 18 September | DATE | 2024-09-18 | 2024-09-18", "20 August | DATE | 2024-08-20 | 2024-08-20",
                   "That night | TIME | 2024-09-18TNI | 2024-09-18", "A day later | DATE | 2024-09-19 | 2024-09-19"}},
                 // what was said is the story
                 {"2024-09-22",
                  "Police said that he had been shot on 2 September. A day later he died.",
                  {"2 September | DATE | 2024-09-02 | 2024-09-02", "A day later | DATE | 2024-09-03 | 2024-09-03"}}},
                Genre::News);
}

TEST(TemporalNews, AParagraphOfHistoryGoesOnInItsOwnYear) {
    expect_rows(
        {{"2024-11-18",
          "The war ended on 15 August 1945. Troops came ashore on 8 September. The port was handed over on 3 December.",
          {"15 August 1945 | DATE | 1945-08-15 | 1945-08-15", "8 September | DATE | 1945-09-08 | 1945-09-08",
           "3 December | DATE | 1945-12-03 | 1945-12-03"}},
         {"2024-11-18",
          "The war began in 1950. The city fell on 28 June. The port was emptied on Christmas Eve.",
          {"1950 | DATE | 1950 | 1950", "28 June | DATE | 1950-06-28 | 1950-06-28", "Christmas Eve | DATE | 1950-12-24 | 1950-12-24"}},
         // the age of a thing; the present between; below news; another paragraph
         {"2024-11-18",
          "The bridge was built in 1950. It fell on 28 June.",
          {"1950 | DATE | 1950 | 1950", "28 June | DATE | 2024-06-28 | 2024-06-28"}},
         {"2024-11-18",
          "The bridge was opened on 6 August 1950. It was closed last week. A beam fell on 8 September.",
          {"6 August 1950 | DATE | 1950-08-06 | 1950-08-06", "last week | DATE | 2024-W46 | 2024-11-11/2024-11-17",
           "8 September | DATE | 2024-09-08 | 2024-09-08"}},
         {"2024-11-18",
          "The bridge fell on 3 October. It was opened on 6 August 1950. The mayor resigned on 12 October.",
          {"3 October | DATE | 2024-10-03 | 2024-10-03", "6 August 1950 | DATE | 1950-08-06 | 1950-08-06",
           "12 October | DATE | 2024-10-12 | 2024-10-12"}},
         {"2024-11-18",
          "The pact was signed on 6 June 1950. It has been broken often. Troops came ashore on 8 September.",
          {"6 June 1950 | DATE | 1950-06-06 | 1950-06-06", "8 September | DATE | 2024-09-08 | 2024-09-08"}},
         {"2024-11-18",
          "The war ended on 15 August 1945.\n\nA bridge fell on 3 November.",
          {"15 August 1945 | DATE | 1945-08-15 | 1945-08-15", "3 November | DATE | 2024-11-03 | 2024-11-03"}}},
        Genre::News);
}

TEST(TemporalNews, ADayOfThisOrThatYearIsOneDate) {
    expect_rows(
        {{"2024-11-18", "They met before last year's 27 October anniversary.", {"last year's 27 October | DATE | 2023-10-27 | 2023-10-27"}},
         {"2024-11-18", "It was signed on 11 September of this year.", {"11 September of this year | DATE | 2024-09-11 | 2024-09-11"}},
         {"2024-11-18",
          "They met before last year's feast on 27 October.",
          {"last year | DATE | 2023 | 2023", "27 October | DATE | 2024-10-27 | 2024-10-27"}}},
        Genre::News);
}

TEST(TemporalNews, ALoneDayThatIsPastIsOfTheMonthBefore) {
    expect_rows({{"2024-11-18", "The minister resigned on the 28th.", {"the 28th | DATE | 2024-10-28 | 2024-10-28"}},
                 {"2024-11-18", "The minister resigned on the 2nd.", {"the 2nd | DATE | 2024-11-02 | 2024-11-02"}},
                 {"2024-11-18",
                  "Talks began on 30 October. The minister resigned on the 2nd.",
                  {"30 October | DATE | 2024-10-30 | 2024-10-30", "the 2nd | DATE | 2024-11-02 | 2024-11-02"}},
                 {"2024-11-18",
                  "Talks will begin on 3 December. The minister resigned on the 2nd.",
                  {"3 December | DATE | 2024-12-03 | 2024-12-03", "the 2nd | DATE | 2024-11-02 | 2024-11-02"}},
                 {"2024-11-18", "On the 2nd rebels took the town.", {"the 2nd | DATE | 2024-11-02 | 2024-11-02"}},
                 // back to what had been; another noun
                 {"2024-11-18",
                  "Talks began on 30 October. The minister had resigned on the 2nd.",
                  {"30 October | DATE | 2024-10-30 | 2024-10-30", "the 2nd | DATE | 2024-10-02 | 2024-10-02"}},
                 {"2024-11-18", "On the 2nd floor stood a safe.", {}},
                 {"2024-11-18", "The minister will resign on the 28th.", {"the 28th | DATE | 2024-11-28 | 2024-11-28"}}},
                Genre::News);
}

TEST(TemporalNews, TermsOfAnnouncementsAreTheNearestSuchDay) {
    expect_rows({{"1989-10-30",
                  "Mr. Rowe was named president, effective Jan. 1. The board declared a dividend payable Feb. 15 to "
                  "holders of record Jan. 31.",
                  {"Jan. 1 | DATE | 1990-01-01 | 1990-01-01", "Feb. 15 | DATE | 1990-02-15 | 1990-02-15",
                   "Jan. 31 | DATE | 1990-01-31 | 1990-01-31"}},
                 {"1990-01-15", "Ann Rowe retires in June.", {"June | DATE | 1990-06 | 1990-06"}}},
                Genre::News);
}

TEST(TemporalNews, LooksBackFromTheStoryAndNotFromWhatIsToCome) {
    expect_rows(
        {{"1989-11-02",
          "The notes, due Nov. 15, 1999, are rated highly. Yields fell to 7.78% from 7.81% a week earlier.",
          {"Nov. 15, 1999 | DATE | 1999-11-15 | 1999-11-15", "a week earlier | DATE | 1989-W43 | 1989-10-23/1989-10-29"}},
         {"1989-11-02", "The deficit last fiscal year was $152 billion.", {"last fiscal year | DATE | 1988 | 1988"}},
         {"2000-03-10",
          "Twenty years ago this month, the mountain awoke; it slept ten years ago today.",
          {"Twenty years ago this month | DATE | 1980-03 | 1980-03", "ten years ago today | DATE | 1990-03-10 | 1990-03-10"}},
         {"2023-04-26", "The plant closed two years and three months ago.", {"two years and three months ago | DATE | 2021-01 | 2021-01"}},
         {"2013-04-18",
          "The next morning the search resumed at 6:30 a.m. and went on.",
          {"The next morning | TIME | 2013-04-19TMO | 2013-04-19", "6:30 a.m. | TIME | 2013-04-19T06:30 | 2013-04-19T06:30"}}},
        Genre::News);
}

TEST(TemporalNews, ReadsWhatRepeatsAndWhatLasts) {
    expect_rows({{"1998-06-08",
                  "Meetings take place the first Wednesday of every month. In the weeks before her death she wrote two letters.",
                  {"the first Wednesday of every month | SET | P1M | -", "the weeks | DURATION | PXW | -"}}},
                Genre::News);
}

TEST(TemporalNews, TellsWhatIsToComeFromWhatWas) {
    expect_rows({{"2001-08-14", "He faces jail when he is sentenced Oct. 9.", {"Oct. 9 | DATE | 2001-10-09 | 2001-10-09"}},
                 {"1999-06-02", "Officials hope for a deal by the weekend.", {"the weekend | DATE | 1999-W22-WE | 1999-06-05/1999-06-06"}},
                 {"2008-09-15", "The bank agreed late Sunday to be bought.", {"late Sunday | DATE | 2008-09-14 | 2008-09-14"}},
                 {"2009-01-20", "The president turns 48 on August 4.", {"August 4 | DATE | 2009-08-04 | 2009-08-04"}}},
                Genre::News);
}

TEST(TemporalNews, ReadsRowsOfDaysAndClocksBesideThem) {
    expect_rows(
        {{"2010-05-20",
          "The union called for strikes on May 24-28 and June 5-9.",
          {"May 24 | DATE | 2010-05-24 | 2010-05-24", "28 | DATE | 2010-05-28 | 2010-05-28", "June 5 | DATE | 2010-06-05 | 2010-06-05",
           "9 | DATE | 2010-06-09 | 2010-06-09"}},
         {"1998-11-19",
          "The figures are due Dec. 17. In the 12 months through September, imports rose.",
          {"Dec. 17 | DATE | 1998-12-17 | 1998-12-17", "the 12 months | DURATION | P12M | -", "September | DATE | 1998-09 | 1998-09"}},
         {"2012-02-09", "The board will meet at 7 p.m. next Tuesday.", {"7 p.m. next Tuesday | TIME | 2012-02-14T19:00 | 2012-02-14T19"}}},
        Genre::News);
}

TEST(TemporalNews, NightsAndDaysOfTheWeekThatAreWordsOfTheirOwn) {
    expect_rows(
        {{"2013-03-22",
          "The vote was delayed overnight. Trains run on weekdays. At 9 a.m. the overnight train left.",
          {"overnight | TIME | 2013-03-21TNI | 2013-03-21", "weekdays | SET | XXXX-WXX-WD | -",
           "9 a.m. | TIME | 2013-03-22T09:00 | 2013-03-22T09"}},
         {"2013-08-06",
          "She left on Monday morning and had seen it at about 10 p.m. the night before.",
          {"Monday morning | TIME | 2013-08-05TMO | 2013-08-05", "10 p.m. the night before | TIME | 2013-08-04T22:00 | 2013-08-04T22"}},
         {"2004-06-01", "On Friday last week it rained.", {"Friday last week | DATE | 2004-05-28 | 2004-05-28"}}},
        Genre::News);
}

TEST(TemporalNews, ReportsAreOfTheQuarterThatHasEnded) {
    expect_rows(
        {{"1989-10-30",
          "Sales and earnings rose, analysts say. It will report third-quarter results in November. Its income was $3 million in the "
          "year-ago quarter.",
          {"third-quarter | DATE | 1989-Q3 | 1989-35", "November | DATE | 1989-11 | 1989-11",
           "the year-ago quarter | DATE | 1988-Q3 | 1988-35"}},
         {"1989-11-02",
          "Third-quarter earnings fell. It expects fourth-quarter earnings to rise. It took a charge in the latest quarter.",
          {"Third-quarter | DATE | 1989-Q3 | 1989-35", "fourth-quarter | DATE | 1989-Q4 | 1989-36",
           "the latest quarter | DATE | 1989-Q3 | 1989-35"}},
         {"1989-11-02", "For the year ending next June 30, earnings will rise.", {"next June 30 | DATE | 1990-06-30 | 1990-06-30"}}},
        Genre::News);
}

TEST(TemporalNews, DeadlinesAreToComeAndHeatAndWeeksOfPlayAreNoTimes) {
    expect_rows({{"2013-03-22", "The bank gave it until Monday to raise the money.", {"Monday | DATE | 2013-03-25 | 2013-03-25"}},
                 {"2012-03-03", "Forecasters expect a low in the 20s. They won again after a Week 2 loss.", {}}},
                Genre::News);
}

TEST(TemporalNews, WordsOfPlansAreVerbsOnlyWhereTheyAct) {
    expect_rows({{"2024-10-02", "The firm cut its forecast on Tuesday.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "Snow is forecast for Friday.", {"Friday | DATE | 2024-10-04 | 2024-10-04"}},
                 {"2024-10-02", "The planned strike began on Tuesday.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "The strike planned for Tuesday is off.", {"Tuesday | DATE | 2024-10-08 | 2024-10-08"}},
                 {"2024-10-02", "The envoys arrived ahead of a scheduled summit on Friday.", {"Friday | DATE | 2024-10-04 | 2024-10-04"}},
                 {"2024-10-02", "The ministry unveiled plans on Tuesday to close the mine.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "The ministry plans a rally on Tuesday.", {"Tuesday | DATE | 2024-10-08 | 2024-10-08"}},
                 {"2024-10-02", "Flights were cancelled due to the fog on Tuesday.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "He is due to arrive on Tuesday.", {"Tuesday | DATE | 2024-10-08 | 2024-10-08"}}},
                Genre::News);
}

TEST(TemporalNews, PluralsInThePresentKeepATimetable) {
    expect_rows({{"2024-05-28", "Leaders gather in Vienna on Thursday.", {"Thursday | DATE | 2024-05-30 | 2024-05-30"}},
                 {"2024-05-28", "They hold talks in Bern on Friday.", {"Friday | DATE | 2024-05-31 | 2024-05-31"}},
                 {"2024-05-28", "Wales play Malta in Cardiff on Sunday.", {"Sunday | DATE | 2024-06-02 | 2024-06-02"}},
                 {"2024-05-28", "The court hears the case Wednesday.", {"Wednesday | DATE | 2024-05-29 | 2024-05-29"}},
                 {"2024-05-28", "He praised its previous visit to Bern on Thursday.", {"Thursday | DATE | 2024-05-23 | 2024-05-23"}},
                 {"2024-05-28", "He praised the Texas visit on Thursday.", {"Thursday | DATE | 2024-05-23 | 2024-05-23"}},
                 {"2024-05-28", "The play on Sunday was long.", {"Sunday | DATE | 2024-05-26 | 2024-05-26"}},
                 {"2024-05-28", "The troops cut the road on Friday.", {"Friday | DATE | 2024-05-24 | 2024-05-24"}}},
                Genre::News);
}

TEST(TemporalNews, InfinitivesOfWhatWasDoneAreNotToCome) {
    expect_rows({{"2024-10-02", "The mayor refused to meet them on Tuesday.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "The envoys met to sign a truce on Tuesday.", {"Tuesday | DATE | 2024-10-01 | 2024-10-01"}},
                 {"2024-10-02", "The mayor agreed to meet them on Tuesday.", {"Tuesday | DATE | 2024-10-08 | 2024-10-08"}}},
                Genre::News);
}

TEST(TemporalNews, WhatIsPutOffComesAfterItsNews) {
    expect_rows({{"2024-08-08", "The talks were postponed until November.", {"November | DATE | 2024-11 | 2024-11"}},
                 {"2024-08-08", "The trial was adjourned to 3 February.", {"3 February | DATE | 2025-02-03 | 2025-02-03"}},
                 {"2024-08-08", "The match was put off to Sunday.", {"Sunday | DATE | 2024-08-11 | 2024-08-11"}},
                 {"2024-08-08", "They advanced to an Oct. 15 runoff.", {"Oct. 15 | DATE | 2024-10-15 | 2024-10-15"}},
                 {"2024-08-08", "The road has been closed until Sunday.", {"Sunday | DATE | 2024-08-11 | 2024-08-11"}},
                 {"2024-08-08", "He moved to Bern in November.", {"November | DATE | 2023-11 | 2023-11"}},
                 {"2024-08-08", "He stayed until November.", {"November | DATE | 2023-11 | 2023-11"}}},
                Genre::News);
}

TEST(TemporalNews, ADateAtTheHeadOfAClauseGoesWithItsVerb) {
    expect_rows(
        {{"2024-11-20", "The mayor said: \"On 5 December we will open the bridge.\"", {"5 December | DATE | 2024-12-05 | 2024-12-05"}},
         {"2024-11-20", "The mayor said that on Friday the bridge will open.", {"Friday | DATE | 2024-11-22 | 2024-11-22"}},
         {"2024-11-20", "The mayor opened a \"great bridge\" on Friday and will speak.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}}},
        Genre::News);
}

TEST(TemporalNews, MonthsFollowTheStoryOfAnEarlierYear) {
    expect_rows(
        {{"2024-11-18",
          "On 5 March 1953 the leader died. His heir was arrested in June and shot in December.",
          {"5 March 1953 | DATE | 1953-03-05 | 1953-03-05", "June | DATE | 1953-06 | 1953-06", "December | DATE | 1953-12 | 1953-12"}},
         {"2024-11-18",
          "In November 2020 a truce was signed. In January the leaders met again.",
          {"November 2020 | DATE | 2020-11 | 2020-11", "January | DATE | 2021-01 | 2021-01"}},
         {"2024-11-18",
          "In November 1941 they held the coast. The siege began on 30 October.",
          {"November 1941 | DATE | 1941-11 | 1941-11", "30 October | DATE | 1941-10-30 | 1941-10-30"}},
         {"2024-11-18",
          "The siege began in April 1453. The walls were old and strong. In May the city fell. On 29 May the king died.",
          {"April 1453 | DATE | 1453-04 | 1453-04", "May | DATE | 1453-05 | 1453-05", "29 May | DATE | 1453-05-29 | 1453-05-29"}},
         {"2024-11-18",
          "The church was built in May 1853. It stands on a hill. On 12 October thieves broke in.",
          {"May 1853 | DATE | 1853-05 | 1853-05", "12 October | DATE | 2024-10-12 | 2024-10-12"}},
         {"2024-11-18",
          "On 12 May 1861 he marched. By the end of the month the town was theirs. On 1 June he fell.",
          {"12 May 1861 | DATE | 1861-05-12 | 1861-05-12", "the end of the month | DATE | 1861-05 | 1861-05-26/1861-05-31",
           "1 June | DATE | 1861-06-01 | 1861-06-01"}},
         {"2024-11-18",
          "In May 1961 he was born. The bill must pass by the end of the month.",
          {"May 1961 | DATE | 1961-05 | 1961-05", "the end of the month | DATE | 2024-11 | 2024-11-26/2024-11-30"}},
         {"",
          "On 26 February 1864 he reported. He had marched on 21 February.",
          {"26 February 1864 | DATE | 1864-02-26 | 1864-02-26", "21 February | DATE | 1864-02-21 | 1864-02-21"}},
         {"2024-11-18",
          "The firm, founded in March 2010, said in June it was closing.",
          {"March 2010 | DATE | 2010-03 | 2010-03", "June | DATE | 2024-06 | 2024-06"}},
         {"",
          "The war began in May 1919; that August the king fled.",
          {"May 1919 | DATE | 1919-05 | 1919-05", "that August | DATE | 1919-08 | 1919-08"}},
         {"2024-11-18",
          "He was elected in 1990. The following January he resigned.",
          {"1990 | DATE | 1990 | 1990", "The following January | DATE | 1991-01 | 1991-01"}}},
        Genre::News);
}

TEST(TemporalNews, WeekdaysOfOneTellingRunForward) {
    expect_rows({{"2024-11-20",
                  "She flew to Rome on Wednesday, met the pope on Thursday and left on Friday.",
                  {"Wednesday | DATE | 2024-11-13 | 2024-11-13", "Thursday | DATE | 2024-11-14 | 2024-11-14",
                   "Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-20",
                  "Police said on Wednesday that the man fled on Thursday.",
                  {"Wednesday | DATE | 2024-11-20 | 2024-11-20", "Thursday | DATE | 2024-11-14 | 2024-11-14"}}},
                Genre::News);
}

TEST(TemporalNews, WhatWasToComeMayBeOver) {
    expect_rows({{"2024-11-18", "The envoy, who was to arrive on Aug. 9, cancelled his trip.", {"Aug. 9 | DATE | 2024-08-09 | 2024-08-09"}},
                 {"2024-11-18", "He had planned to visit Bern on May 9.", {"May 9 | DATE | 2024-05-09 | 2024-05-09"}},
                 {"2024-11-18", "He is to visit Bern on May 9.", {"May 9 | DATE | 2025-05-09 | 2025-05-09"}},
                 {"2024-11-18", "He was supposed to speak on Friday but stayed home.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "The treaty was to have been signed on Friday.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "His statement of 18 May is public.", {"18 May | DATE | 2024-05-18 | 2024-05-18"}}},
                Genre::News);
}

TEST(TemporalNews, ListsTakeTheYearOfTheirHeading) {
    expect_rows({{"2024-11-20",
                  "Visits in 2023\n- Bern (3 May)\n- Rome, 7 July\n\nThe mayor spoke on 5 June.",
                  {"2023 | DATE | 2023 | 2023", "3 May | DATE | 2023-05-03 | 2023-05-03", "7 July | DATE | 2023-07-07 | 2023-07-07",
                   "5 June | DATE | 2024-06-05 | 2024-06-05"}}},
                Genre::News);
}

TEST(TemporalNews, NamedDaysAreOfTheirYear) {
    expect_rows({{"2024-11-18", "The Sept. 11 attacks shocked all.", {"The Sept. 11 attacks | DATE | 2001-09-11 | 2001-09-11"}},
                 {"2024-11-18", "An Oct. 7 attack killed two.", {"Oct. 7 attack | DATE | 2023-10-07 | 2023-10-07"}},
                 {"1998-11-18", "An Oct. 7 attack killed two.", {"Oct. 7 attack | DATE | 1998-10-07 | 1998-10-07"}}},
                Genre::News);
}

TEST(TemporalNews, PerfectsAfterAModalAreOver) {
    expect_rows({{"2024-11-18", "He may have left on Friday.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "He could leave on Friday.", {"Friday | DATE | 2024-11-22 | 2024-11-22"}},
                 {"2024-11-18", "He could not be reached on Friday.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "The plane is believed to have crashed on Sunday.", {"Sunday | DATE | 2024-11-17 | 2024-11-17"}},
                 {"2024-11-18", "The talks will have ended by Friday.", {"Friday | DATE | 2024-11-22 | 2024-11-22"}}},
                Genre::News);
}

TEST(TemporalNews, PresentsOfBeingThereAndOfInquiries) {
    expect_rows({{"2024-11-18", "The summit is in Rio on Tuesday.", {"Tuesday | DATE | 2024-11-19 | 2024-11-19"}},
                 {"2024-11-18", "Police are investigating a fire on Friday.", {"Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "Ministers are meeting on Friday.", {"Friday | DATE | 2024-11-22 | 2024-11-22"}},
                 {"2024-11-18", "Voters in Malta go to the polls on Sunday.", {"Sunday | DATE | 2024-11-24 | 2024-11-24"}},
                 {"2024-11-18", "Prices rose in December.", {"December | DATE | 2023-12 | 2023-12"}}},
                Genre::News);
}

TEST(TemporalNews, ADayThatIsAGivenNameIsNone) {
    expect_rows({{"2026-01-20", "Sunday Adeyo said the raid was over.", {}},
                 {"2026-01-20", "Friday Okeke told reporters so.", {}},
                 {"2026-01-20", "The spokesman Sunday Adeyo said so.", {}},
                 {"2026-01-20", "His spokesman, Sunday Adeyo, denied it on Monday.", {"Monday | DATE | 2026-01-19 | 2026-01-19"}},
                 {"2026-01-20", "The leader, Chief Sunday Adeyo, was freed.", {}},
                 {"2026-01-20", "On Sunday Russia said so.", {"Sunday | DATE | 2026-01-18 | 2026-01-18"}},
                 {"2026-01-20", "Sunday Mass was called off.", {"Sunday | DATE | 2026-01-18 | 2026-01-18"}},
                 {"2026-01-20", "Friday Turkish officials said so.", {"Friday | DATE | 2026-01-16 | 2026-01-16"}},
                 {"2026-01-20", "He died in the raid Sunday, Mali said.", {"Sunday | DATE | 2026-01-18 | 2026-01-18"}}},
                Genre::News);
}

TEST(TemporalNews, WhatWasScheduledIsAMeasureAfterThan) {
    expect_rows({{"2026-01-20",
                  "The cable went live on 3 January, sooner than scheduled, after a fault on 29 December.",
                  {"3 January | DATE | 2026-01-03 | 2026-01-03", "29 December | DATE | 2025-12-29 | 2025-12-29"}},
                 {"2026-01-20", "The next outage is scheduled for 29 December.", {"29 December | DATE | 2026-12-29 | 2026-12-29"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
