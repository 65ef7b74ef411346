#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// What wire reports, transcripts and reports of earnings say of time.
namespace dateline::extract {
namespace {

TEST(TemporalWire, ATranscriptWithoutCapitalsHasItsWeekdays) {
    expect_rows({{"1996-05-08",
                  "the ferry is expected tomorrow or friday . two men drowned sunday night . by monday it was over .",
                  {"tomorrow | DATE | 1996-05-09 | 1996-05-09", "friday | DATE | 1996-05-10 | 1996-05-10",
                   "sunday night | TIME | 1996-05-05TNI | 1996-05-05", "monday | DATE | 1996-05-06 | 1996-05-06"}},
                 // near miss: a text with capitals writes its days with them
                 {"1996-05-08", "The Ferry Inn in Hull and the Mill Inn in Goole serve friday pies.", {}}},
                Genre::News);
}

TEST(TemporalWire, ADayBehindItsHourBeginsNoSentence) {
    expect_rows({{"2011-05-16",
                  "The lock will close at 7 p.m. Friday and stay closed until 5 a.m. Monday.",
                  {"7 p.m. Friday | TIME | 2011-05-20T19:00 | 2011-05-20T19", "5 a.m. Monday | TIME | 2011-05-23T05:00 | 2011-05-23T05"}}},
                Genre::News);
}

TEST(TemporalWire, AQuarterIsTheOneThatItsLastDayEnds) {
    expect_rows({{"1991-11-05",
                  "Net for the quarter ended June 30 was $2 million, from $3 million a year earlier.",
                  {"the quarter | DATE | 1991-Q2 | 1991-34", "June 30 | DATE | 1991-06-30 | 1991-06-30",
                   "a year earlier | DATE | 1990-Q2 | 1990-34"}},
                 {"1991-11-05",
                  "Shares fell. Third-quarter profit was $4 million, from $3 million in the 1990 quarter.",
                  {"Third-quarter | DATE | 1991-Q3 | 1991-35", "the 1990 quarter | DATE | 1990-Q3 | 1990-35"}}},
                Genre::News);
}

TEST(TemporalWire, WhatStartsFellHasFallen) {
    expect_rows({{"1991-11-05",
                  "Housing starts fell 5% in September from August. Housing starts in July rose.",
                  {"September | DATE | 1991-09 | 1991-09", "August | DATE | 1991-08 | 1991-08", "July | DATE | 1991-07 | 1991-07"}},
                 // near miss
                 {"1991-11-05", "The trial starts in September.", {"September | DATE | 1992-09 | 1992-09"}}},
                Genre::News);
}

TEST(TemporalWire, WhatIsIntendedIsToCome) {
    expect_rows({{"1996-08-19",
                  "The club drew two million and expects a record; its owners hope to pass it in mid-September and plan for October.",
                  {"mid-September | DATE | 1996-09 | 1996-09-11/1996-09-20", "October | DATE | 1996-10 | 1996-10"}},
                 {"1998-03-10",
                  "Passengers were told to expect the ship by early Wednesday.",
                  {"early Wednesday | DATE | 1998-03-11 | 1998-03-11"}},
                 // near misses
                 {"1998-03-10", "They did not expect to win on Sunday.", {"Sunday | DATE | 1998-03-08 | 1998-03-08"}},
                 {"1998-03-10", "They didn't expect to win on Sunday.", {"Sunday | DATE | 1998-03-08 | 1998-03-08"}},
                 {"1998-03-10", "They don't expect to win on Sunday.", {"Sunday | DATE | 1998-03-15 | 1998-03-15"}},
                 {"1998-03-10", "The board voted by ten votes to two on Monday.", {"Monday | DATE | 1998-03-09 | 1998-03-09"}}},
                Genre::News);
}

TEST(TemporalWire, TheNightToComeAndTheMonthToCome) {
    expect_rows({{"1999-09-13", "The storm is expected to reach the islands overnight.", {"overnight | TIME | 1999-09-13TNI | 1999-09-13"}},
                 {"1999-09-13", "Two people drowned overnight.", {"overnight | TIME | 1999-09-12TNI | 1999-09-12"}},
                 {"2004-10-25",
                  "The session will begin on Nov. 16, and by the end of the month it must pass nine bills.",
                  {"Nov. 16 | DATE | 2004-11-16 | 2004-11-16", "the end of the month | DATE | 2004-11 | 2004-11-26/2004-11-30"}}},
                Genre::News);
}

TEST(TemporalWire, WhatIsSoIsComparedWithWhatWas) {
    expect_rows({{"2013-04-02",
                  "The economy will grow in 2014. Unemployment, 12 percent two years earlier, stands at 17 percent.",
                  {"2014 | DATE | 2014 | 2014", "two years earlier | DATE | 2011 | 2011"}}},
                Genre::News);
}

TEST(TemporalWire, AnAgeIsNoDecadeAndHoursAreALength) {
    expect_rows({{"1998-03-10", "She was in her early 30s. The fire took just hours.", {"hours | DURATION | PTXH | -"}},
                 // near miss
                 {"1998-03-10", "The mine was shut in the early 30s.", {"the early 30s | DATE | 193X | 1930/1932"}}},
                Genre::News);
}

TEST(TemporalWire, AQuarterOrYearThatHasEndedIsOver) {
    expect_rows({{"1992-02-14",
                  "Shares fell. The mill expects to report a loss for the fourth quarter ended Dec. 31. In the year-earlier quarter it "
                  "earned $2 million.",
                  {"the fourth quarter | DATE | 1991-Q4 | 1991-36", "Dec. 31 | DATE | 1991-12-31 | 1991-12-31",
                   "the year-earlier quarter | DATE | 1990-Q4 | 1990-36"}},
                 {"1992-02-14", "Shares fell. For the year, profit fell 12%.", {"the year | DATE | 1991 | 1991"}},
                 {"1992-08-14", "Shares fell. For the year, profit will fall 12%.", {"the year | DATE | 1992 | 1992"}}},
                Genre::News);
}

TEST(TemporalWire, ResultsAreOfAQuarterThatIsOver) {
    expect_rows(
        {{"1989-10-26", "It had a fourth-quarter loss.", {"fourth-quarter | DATE | 1988-Q4 | 1988-36"}},
         {"1989-10-26", "It expects a fourth-quarter loss.", {"fourth-quarter | DATE | 1989-Q4 | 1989-36"}},
         {"1989-10-26", "In the 1988 fiscal third quarter, profit fell.", {"the 1988 fiscal third quarter | DATE | 1988-Q3 | 1988-35"}}},
        Genre::News);
}

TEST(TemporalWire, ANumberOfYearsStandsForTheYearBesideIt) {
    expect_rows({{"1992-02-14",
                  "Three years earlier, in 1986, he had sold it.",
                  {"Three years earlier | DATE | 1986 | 1986", "1986 | DATE | 1986 | 1986"}}},
                Genre::News);
}

TEST(TemporalWire, WhatIsDecidedOfOrForecastMayBeOver) {
    expect_rows({{"1998-03-12",
                  "On Friday, the court will decide whether Tuesday's vote was legal.",
                  {"Friday | DATE | 1998-03-13 | 1998-03-13", "Tuesday | DATE | 1998-03-10 | 1998-03-10"}},
                 {"1998-03-12",
                  "On Friday, the court will decide whether Tuesday's vote will be held.",
                  {"Friday | DATE | 1998-03-13 | 1998-03-13", "Tuesday | DATE | 1998-03-17 | 1998-03-17"}},
                 {"2013-03-22", "Output will grow by half the pace forecast in December.", {"December | DATE | 2012-12 | 2012-12"}},
                 {"1998-03-12",
                  "The list was to have been published Monday but was delayed until Friday.",
                  {"Monday | DATE | 1998-03-09 | 1998-03-09", "Friday | DATE | 1998-03-13 | 1998-03-13"}}},
                Genre::News);
}

TEST(TemporalWire, WeatherAndAgendasLookAhead) {
    expect_rows({{"1998-03-12",
                  "Weather: rain Friday, sunny on Saturday.",
                  {"Friday | DATE | 1998-03-13 | 1998-03-13", "Saturday | DATE | 1998-03-14 | 1998-03-14"}},
                 {"1998-03-12", "Rain fell Friday.", {"Friday | DATE | 1998-03-06 | 1998-03-06"}},
                 {"1998-03-12", "The office has a warning for Saturday.", {"Saturday | DATE | 1998-03-14 | 1998-03-14"}},
                 {"1998-03-12", "The Labor Department reports Friday on jobs.", {"Friday | DATE | 1998-03-13 | 1998-03-13"}},
                 {"1998-03-12", "News reports Friday said so.", {"Friday | DATE | 1998-03-06 | 1998-03-06"}},
                 {"1998-03-12", "He faces a Saturday deadline.", {"Saturday | DATE | 1998-03-14 | 1998-03-14"}},
                 {"1998-03-12", "He faced a Saturday crowd.", {"Saturday | DATE | 1998-03-07 | 1998-03-07"}},
                 {"1998-03-12",
                  "Classes at the school, closed since Monday, resume Wednesday.",
                  {"Monday | DATE | 1998-03-09 | 1998-03-09", "Wednesday | DATE | 1998-03-18 | 1998-03-18"}},
                 {"1998-03-12", "They expect the river to crest Saturday.", {"Saturday | DATE | 1998-03-14 | 1998-03-14"}},
                 {"1998-03-12",
                  "The ship is to leave Dec. 1 and return in March.",
                  {"Dec. 1 | DATE | 1998-12-01 | 1998-12-01", "March | DATE | 1999-03 | 1999-03"}}},
                Genre::News);
}

TEST(TemporalWire, WhoTellsOnFridayLeavesTheStoryOnItsDay) {
    expect_rows({{"2013-03-22",
                  "A boat sank late Thursday, officials said Friday. Help came at 10:30 p.m.",
                  {"late Thursday | DATE | 2013-03-21 | 2013-03-21", "Friday | DATE | 2013-03-22 | 2013-03-22",
                   "10:30 p.m. | TIME | 2013-03-21T22:30 | 2013-03-21T22:30"}},
                 // near miss: what was told on Friday alone
                 {"2013-03-22",
                  "Officials spoke Friday. Help came at 10:30 a.m.",
                  {"Friday | DATE | 2013-03-22 | 2013-03-22", "10:30 a.m. | TIME | 2013-03-22T10:30 | 2013-03-22T10:30"}}},
                Genre::News);
}

TEST(TemporalWire, OneOfAUnitAndSomeOfALesser) {
    expect_rows({{"1998-01-08",
                  "It took an hour and 20 minutes, one year and six months, and the whole week.",
                  {"an hour and 20 minutes | DURATION | PT1H20M | -", "one year and six months | DURATION | P1Y6M | -",
                   "the whole week | DURATION | P1W | -"}},
                 // near miss: two stretches
                 {"1998-01-08", "It took a week and two months.", {"a week | DURATION | P1W | -", "two months | DURATION | P2M | -"}}},
                Genre::News);
}

TEST(TemporalWire, InFebruaryLastWinterIsTheOneBefore) {
    expect_rows({{"1998-02-27",
                  "Last winter was mild; this winter is not.",
                  {"Last winter | DATE | 1996-WI | 1996-24", "this winter | DATE | 1997-WI | 1997-24"}},
                 {"1998-06-27", "Last winter was mild.", {"Last winter | DATE | 1997-WI | 1997-24"}}},
                Genre::News);
}

TEST(TemporalWire, ReadsWhatIsWrittenTogetherAndWhatIsCutApart) {
    expect_rows({{"1989-10-26",
                  "It won't open before March. They won in March.",
                  {"March | DATE | 1990-03 | 1990-03", "March | DATE | 1989-03 | 1989-03"}},
                 {"1989-10-26", "It wo n't open before March.", {"March | DATE | 1990-03 | 1990-03"}},
                 {"1989-10-26",
                  "They're leaving Monday. She 's leaving Monday. They aren't leaving Sunday.",
                  {"Monday | DATE | 1989-10-30 | 1989-10-30", "Monday | DATE | 1989-10-30 | 1989-10-30",
                   "Sunday | DATE | 1989-10-29 | 1989-10-29"}},
                 {"1989-10-26", "The firm's outing Monday drew a crowd.", {"Monday | DATE | 1989-10-23 | 1989-10-23"}},
                 {"1989-10-26",
                  "Shares fell. It had a loss in last year 's fourth quarter.",
                  {"last year 's fourth quarter | DATE | 1988-Q4 | 1988-36"}},
                 {"1989-10-26",
                  "It grew in the 1980 's and reports at year 's end.",
                  {"the 1980 's | DATE | 198X | 198X", "year 's end | DATE | 1989 | 1989-11/1989-12"}}},
                Genre::News);
}

TEST(TemporalWire, WhatSomebodyDoesOnADayIsToCome) {
    expect_rows({{"2012-07-30", "On Tuesday she swims again.", {"Tuesday | DATE | 2012-07-31 | 2012-07-31"}},
                 {"2012-07-30", "On Tuesday she swam again.", {"Tuesday | DATE | 2012-07-24 | 2012-07-24"}},
                 {"2012-07-30", "Elections follow in December.", {"December | DATE | 2012-12 | 2012-12"}},
                 {"2012-07-30", "The talks follow those in May.", {"May | DATE | 2012-05 | 2012-05"}},
                 {"2012-07-30",
                  "Figures for July come out Friday.",
                  {"July | DATE | 2012-07 | 2012-07", "Friday | DATE | 2012-08-03 | 2012-08-03"}}},
                Genre::News);
}

TEST(TemporalWire, ThatSundayFollowsTheDayThatWasTold) {
    expect_rows({{"2010-11-23",
                  "The show opens Dec. 2 and runs through that Sunday.",
                  {"Dec. 2 | DATE | 2010-12-02 | 2010-12-02", "that Sunday | DATE | 2010-12-05 | 2010-12-05"}}},
                Genre::News);
}

TEST(TemporalWire, TheEndOfAStretchIsNoDayOfTheStory) {
    expect_rows(
        {{"2013-07-18",
          "Sales rose in the three months to June 30. Shares were down at 2:30 p.m.",
          {"the three months | DURATION | P3M | -", "June 30 | DATE | 2013-06-30 | 2013-06-30",
           "2:30 p.m. | TIME | 2013-07-18T14:30 | 2013-07-18T14:30"}},
         {"2013-07-18", "The town needs help over the next year.", {"the next year | DURATION | P1Y | -"}},
         {"2013-07-18", "The town sees a rise in the fourth quarter for its exports.", {"the fourth quarter | DATE | 2013-Q4 | 2013-36"}}},
        Genre::News);
}

TEST(TemporalWire, RulesAdoptedInMayWereAdopted) {
    expect_rows({{"1990-05-03",
                  "The mill has a year to meet rules adopted in February.",
                  {"a year | DURATION | P1Y | -", "February | DATE | 1990-02 | 1990-02"}},
                 {"1990-05-03", "The rules are to be adopted in February.", {"February | DATE | 1991-02 | 1991-02"}},
                 {"1990-05-03", "He was found shortly before dawn.", {"dawn | TIME | 1990-05-03TMO | 1990-05-03"}}},
                Genre::News);
}

TEST(TemporalWire, AnHourFallsIntoTheNightThatWasTold) {
    expect_rows({{"1996-07-19",
                  "Divers fought rough seas Friday in the search for the jet, which fell Wednesday night. The jet left at 8:19 p.m.",
                  {"Friday | DATE | 1996-07-19 | 1996-07-19", "Wednesday night | TIME | 1996-07-17TNI | 1996-07-17",
                   "8:19 p.m. | TIME | 1996-07-17T20:19 | 1996-07-17T20:19"}},
                 // near miss: a day told since
                 {"1996-07-19",
                  "Rebels attacked Monday night. The army struck back on Tuesday. It was over at 9 p.m.",
                  {"Monday night | TIME | 1996-07-15TNI | 1996-07-15", "Tuesday | DATE | 1996-07-16 | 1996-07-16",
                   "9 p.m. | TIME | 1996-07-16T21:00 | 1996-07-16T21"}}},
                Genre::News);
}

TEST(TemporalWire, OnAFridayTheWeekendThatIsThoughtOfIsToCome) {
    expect_rows({{"1989-03-17", "Nobody is thinking past the weekend.", {"the weekend | DATE | 1989-W11-WE | 1989-03-18/1989-03-19"}},
                 {"1989-03-17", "Nobody slept over the weekend.", {"the weekend | DATE | 1989-W10-WE | 1989-03-11/1989-03-12"}},
                 {"2011-04-08", "Congress has no plan for the rest of the fiscal year.", {"the fiscal year | DATE | 2011 | 2011"}}},
                Genre::News);
}

TEST(TemporalWire, WhatIsComparedWithIsOver) {
    expect_rows({{"1992-06-24",
                  "The firm has $150 million, down from $240 million at the end of December.",
                  {"the end of December | DATE | 1991-12 | 1991-12-26/1991-12-31"}},
                 {"1992-06-24",
                  "The firm has a note to pay at the end of December.",
                  {"the end of December | DATE | 1992-12 | 1992-12-26/1992-12-31"}}},
                Genre::News);
}

TEST(TemporalWire, PastAFeastIsBehindIt) {
    expect_rows({{"1992-06-24",
                  "\"They paid so much 10 years ago,\" said Paul Kerr. \"That can't go on past Labor Day.\"",
                  {"10 years ago | DATE | 1982 | 1982~", "Labor Day | DATE | 1992-09-07 | 1992-09-07"}},
                 {"1992-06-24", "This past Monday he fell.", {"This past Monday | DATE | 1992-06-22 | 1992-06-22"}},
                 {"2002-03-05", "The judge gave both sides until April 8.", {"April 8 | DATE | 2002-04-08 | 2002-04-08"}},
                 {"1992-06-24",
                  "It lost $184 million in all of 1991, said a man whom the fare war that began in late May ruined.",
                  {"1991 | DATE | 1991 | 1991", "late May | DATE | 1992-05 | 1992-05-22/1992-05-31"}}},
                Genre::News);
}

TEST(TemporalWire, SpeechBeginsWithNowAndHoursHaveTenths) {
    expect_rows({{"1998-01-08",
                  "\"A month ago I ate well,\" he says. \"Now I cannot.\"",
                  {"A month ago | DATE | 1997-12 | 1997-12", "Now | DATE | PRESENT_REF | -"}},
                 {"1998-01-08",
                  "They worked 34.7 hours and rested for 2.5 hours.",
                  {"34.7 hours | DURATION | PT34.7H | -", "2.5 hours | DURATION | PT150M | -"}}},
                Genre::News);
}

TEST(TemporalWire, NoHistoryGoesOnFromWhatIsToCome) {
    expect_rows({{"1925-07-08",
                  "The canal was begun in 1924. Its makers promise it for 1931. A ship sailed on 2 June.",
                  {"1924 | DATE | 1924 | 1924", "1931 | DATE | 1931 | 1931", "2 June | DATE | 1924-06-02 | 1924-06-02"}}},
                Genre::Narrative);
}

TEST(TemporalWire, WhatIsLaidDownUntilADayHoldsUntilTheNearest) {
    expect_rows({{"2025-11-15", "The navy closed the river to barges until 30 November.", {"30 November | DATE | 2025-11-30 | 2025-11-30"}},
                 {"2025-11-15", "The navy banned barges until 3 November.", {"3 November | DATE | 2025-11-03 | 2025-11-03"}},
                 // near miss: what lasted is over
                 {"2025-11-15", "The drought lasted until 30 November.", {"30 November | DATE | 2024-11-30 | 2024-11-30"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
