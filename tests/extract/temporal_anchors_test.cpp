#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// Days that count from what was told before them, in the sentence or the one before.
namespace dateline::extract {
namespace {

TEST(TemporalAnchors, ToldTimeGoesOnInItsSentence) {
    expect_rows(
        {{"2025-06-10",
          "The border was closed on 7 July 2008, after a quarrel; by October there was shooting.",
          {"7 July 2008 | DATE | 2008-07-07 | 2008-07-07", "October | DATE | 2008-10 | 2008-10"}},
         {"2025-06-10",
          "The border was closed on 7 July 2018. By March there was shooting.",
          {"7 July 2018 | DATE | 2018-07-07 | 2018-07-07", "March | DATE | 2019-03 | 2019-03"}},
         {"2025-06-10",
          "The siege began on 1 February 1990. It lasted through April; in May the town surrendered.",
          {"1 February 1990 | DATE | 1990-02-01 | 1990-02-01", "April | DATE | 1990-04 | 1990-04", "May | DATE | 1990-05 | 1990-05"}},
         // what is so or will be; what another said; what was told beside
         {"2025-06-10",
          "The border was closed on 7 July 2018; by October it will be open.",
          {"7 July 2018 | DATE | 2018-07-07 | 2018-07-07", "October | DATE | 2025-10 | 2025-10"}},
         {"2025-06-10",
          "The pipe, shut on 25 March 2023, came back on 27 May.",
          {"25 March 2023 | DATE | 2023-03-25 | 2023-03-25", "27 May | DATE | 2025-05-27 | 2025-05-27"}}},
        Genre::News);
}

TEST(TemporalAnchors, TheYearOfASubjectIsThatOfItsAside) {
    const std::string accord = "2016 | DATE | 2016 | 2016";
    expect_rows(
        {{"2025-06-10",
          "The accord of 2016, signed first in Bonn on May 26 and again, after voters had said no on June 2, in Berne on July 4, ended the "
          "war.",
          {accord, "May 26 | DATE | 2016-05-26 | 2016-05-26", "June 2 | DATE | 2016-06-02 | 2016-06-02",
           "July 4 | DATE | 2016-07-04 | 2016-07-04"}},
         {"2025-06-10", "The 2016 accord, which was signed on May 26, still holds.", {accord, "May 26 | DATE | 2016-05-26 | 2016-05-26"}},
         {"2025-06-10", "The accord of 2016, signed in Bonn, was renewed on May 26.", {accord, "May 26 | DATE | 2025-05-26 | 2025-05-26"}},
         {"2025-06-10", "The ferry, built in 2016, sank on May 26.", {accord, "May 26 | DATE | 2025-05-26 | 2025-05-26"}}},
        Genre::News);
}

TEST(TemporalAnchors, ADayLongOverIsOfTheYearToldInItsSentence) {
    expect_rows({{"2025-06-10",
                  "The pact of 1955 was signed in Bonn on 24 February.",
                  {"1955 | DATE | 1955 | 1955", "24 February | DATE | 1955-02-24 | 1955-02-24"}},
                 {"2025-06-10",
                  "The treaty, signed on 4 April 1949, came into force on 24 August.",
                  {"4 April 1949 | DATE | 1949-04-04 | 1949-04-04", "24 August | DATE | 1949-08-24 | 1949-08-24"}},
                 {"2025-11-20",
                  "The law, passed on 20 December and published on the 31st, was struck down.",
                  {"20 December | DATE | 2024-12-20 | 2024-12-20", "the 31st | DATE | 2024-12-31 | 2024-12-31"}},
                 {"2025-06-10",
                  "On the anniversary of the floods of 2013 a vigil was held on 24 February.",
                  {"2013 | DATE | 2013 | 2013", "24 February | DATE | 2025-02-24 | 2025-02-24"}},
                 // news of late; what has been so since; who did it
                 {"2025-06-10",
                  "The pact of 1955 was renewed in Bonn on 24 May.",
                  {"1955 | DATE | 1955 | 1955", "24 May | DATE | 2025-05-24 | 2025-05-24"}},
                 {"2025-06-10",
                  "The first since 1955, it was signed on 24 February.",
                  {"1955 | DATE | 1955 | 1955", "24 February | DATE | 2025-02-24 | 2025-02-24"}},
                 {"2025-06-10",
                  "The envoy, who was named in 2019, resigned on 24 February.",
                  {"2019 | DATE | 2019 | 2019", "24 February | DATE | 2025-02-24 | 2025-02-24"}}},
                Genre::News);
}

TEST(TemporalAnchors, WhatIsStillSoLooksAhead) {
    expect_rows(
        {{"2025-08-11",
          "The office stays shut between the 14th and the 18th.",
          {"the 14th | DATE | 2025-08-14 | 2025-08-14", "the 18th | DATE | 2025-08-18 | 2025-08-18"}},
         {"2025-08-22",
          "The fair runs from the 29th to the 4th.",
          {"the 29th | DATE | 2025-08-29 | 2025-08-29", "the 4th | DATE | 2025-09-04 | 2025-09-04"}},
         {"2025-08-11", "The office was shut on the 4th.", {"the 4th | DATE | 2025-08-04 | 2025-08-04"}},
         {"2025-08-22",
          "The mayor banned lorries from the city until Sunday and offered a reward.",
          {"Sunday | DATE | 2025-08-24 | 2025-08-24"}},
         {"2025-08-22", "The army closed the bridge until Sunday, when it was blown up.", {"Sunday | DATE | 2025-08-17 | 2025-08-17"}},
         {"2025-08-22", "The rebels held the bridge until Sunday.", {"Sunday | DATE | 2025-08-17 | 2025-08-17"}},
         {"2025-08-22", "Talks resume on Thursday of the coming week.", {"Thursday of the coming week | DATE | 2025-08-28 | 2025-08-28"}},
         {"2025-08-25", "Talks resume on Thursday of the coming week.", {"Thursday of the coming week | DATE | 2025-08-28 | 2025-08-28"}},
         {"2025-08-25", "Talks resume on Thursday of next week.", {"Thursday of next week | DATE | 2025-09-04 | 2025-09-04"}}},
        Genre::News);
}

TEST(TemporalAnchors, WhatWasDoneToANounIsBesideItsStory) {
    expect_rows({{"2025-08-11",
                  "Thursday 7. A note was handed over about the boats sighted off the cape on the 2nd. In a reply of the following day the "
                  "envoy denied all.",
                  {"Thursday 7 | DATE | 2025-08-07 | 2025-08-07", "the 2nd | DATE | 2025-08-02 | 2025-08-02",
                   "the following day | DATE | 2025-08-08 | 2025-08-08"}},
                 {"2025-08-11",
                  "The ship was seized on 2 August. On the following day it was freed.",
                  {"2 August | DATE | 2025-08-02 | 2025-08-02", "the following day | DATE | 2025-08-03 | 2025-08-03"}}},
                Genre::News);
}

TEST(TemporalAnchors, ShortWeekdaysAreSuchBehindTheirPreposition) {
    expect_rows({{"2025-09-14",
                  "The mayor denied it on Thu. The road reopened Fri 12 at 0800.",
                  {"Thu. | DATE | 2025-09-11 | 2025-09-11", "Fri 12 at 0800 | TIME | 2025-09-12T08:00 | 2025-09-12T08:00"}},
                 {"2025-09-14",
                  "The mayor denied it on Wed.\n13 Sep: a road was cut.",
                  {"Wed. | DATE | 2025-09-10 | 2025-09-10", "13 Sep | DATE | 2025-09-13 | 2025-09-13"}},
                 {"2025-09-14", "He relied on Sun servers and on Mon villages.", {}},
                 {"2025-09-14",
                  "They beat Leeds on Saturday 3-1; on Friday 12 soldiers died.",
                  {"Saturday | DATE | 2025-09-13 | 2025-09-13", "Friday | DATE | 2025-09-12 | 2025-09-12"}}},
                Genre::News);
}

TEST(TemporalAnchors, ARowOfATableMayBeginWithItsDay) {
    expect_rows(
        {{"2025-09-14",
          "15/09 | Committee\n16–17/09 | Summit\n30/09–02/10 | Fair",
          {"15/09 | DATE | 2025-09-15 | 2025-09-15", "16 | DATE | 2025-09-16 | 2025-09-16", "17/09 | DATE | 2025-09-17 | 2025-09-17",
           "30/09 | DATE | 2025-09-30 | 2025-09-30", "02/10 | DATE | 2025-10-02 | 2025-10-02"}},
         {"2025-09-14", "The share is 15/09 of all.", {}},
         {"2025-09-14", "As of 10/09, 43 cases were known.", {"10/09 | DATE | 2025-09-10 | 2025-09-10"}}},
        Genre::News);
}

TEST(TemporalAnchors, WhatIsPutOffHasTwoDaysToCome) {
    expect_rows({{"2025-08-22",
                  "Last week the court put the vote off from September 6 to October 18.",
                  {"Last week | DATE | 2025-W33 | 2025-08-11/2025-08-17", "September 6 | DATE | 2025-09-06 | 2025-09-06",
                   "October 18 | DATE | 2025-10-18 | 2025-10-18"}},
                 {"2025-08-22", "He put the cup back on September 6.", {"September 6 | DATE | 2024-09-06 | 2024-09-06"}}},
                Genre::News);
}

TEST(TemporalAnchors, TheEndOfTheMonthIsThatOfTheTelling) {
    expect_rows({{"2025-01-08",
                  "The board met on 18 December. It asked for an answer by the end of the month.",
                  {"18 December | DATE | 2024-12-18 | 2024-12-18", "the end of the month | DATE | 2024-12 | 2024-12-26/2024-12-31"}},
                 {"2025-01-08",
                  "The board met on 18 December. It will meet at the end of the month.",
                  {"18 December | DATE | 2024-12-18 | 2024-12-18", "the end of the month | DATE | 2025-01 | 2025-01-26/2025-01-31"}},
                 {"2025-01-08",
                  "He fled on 4 August 1975 and died on 9 May of the year following.",
                  {"4 August 1975 | DATE | 1975-08-04 | 1975-08-04", "9 May of the year following | DATE | 1976-05-09 | 1976-05-09"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
