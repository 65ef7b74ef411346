#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// What wire reports, transcripts and reports of earnings say of time.
namespace dateline::extract {
namespace {

TEST(TemporalWire, ATranscriptWithoutCapitalsHasItsWeekdays) {
    expect_rows({{"1996-05-08",
                  "the ferry is expected tomorrow or friday . two men drowned sunday night . by monday it was over .",
                  {"tomorrow | DATE | 1996-05-09 | 1996-05-09", "friday | DATE | 1996-05-10 | 1996-05-10", "sunday night | TIME | 1996-05-05TNI | 1996-05-05",
                   "monday | DATE | 1996-05-06 | 1996-05-06"}},
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
                  {"the quarter | DATE | 1991-Q2 | 1991-34", "June 30 | DATE | 1991-06-30 | 1991-06-30", "a year earlier | DATE | 1990-Q2 | 1990-34"}},
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
                 {"1998-03-10", "Passengers were told to expect the ship by early Wednesday.", {"early Wednesday | DATE | 1998-03-11 | 1998-03-11"}},
                 // near misses
                 {"1998-03-10", "They did not expect to win on Sunday.", {"Sunday | DATE | 1998-03-08 | 1998-03-08"}},
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

}  // namespace
}  // namespace dateline::extract
