#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalFigures, ReadsMixedNumbers) {
    expect_rows(
        {{"2012-08-02",
          "The 3 1/2-year strike cost 2 1/2 points; it took 1½ hours and four and one-half days.",
          {"3 1/2-year | DURATION | P3.5Y | -", "1½ hours | DURATION | PT90M | -", "four and one-half days | DURATION | P4.5D | -"}}},
        Genre::News);
}

TEST(TemporalFigures, MayAndMarchAreMonthsBeforeTheirFigures) {
    expect_rows({{"1989-08-02",
                  "May retail sales rose. Then March orders fell.",
                  {"May | DATE | 1989-05 | 1989-05", "March | DATE | 1989-03 | 1989-03"}},
                 {"1989-08-02", "May God help us. March on, he said.", {}}},
                Genre::News);
}

TEST(TemporalFigures, ANumberWhoseCountFollowsIsAYear) {
    expect_rows({{"2012-08-02", "He is charged in the 1988 deaths of two men.", {"1988 | DATE | 1988 | 1988"}},
                 {"1989-11-02", "Net fell from $3 million in the 1988 quarter.", {"the 1988 quarter | DATE | 1988 | 1988"}},
                 {"2012-08-02", "Nobody forgets the 1988 deaths of soldiers.", {}}},
                Genre::News);
}

TEST(TemporalFigures, UnitsBeforeAnEventAreHowLong) {
    expect_rows({{"2012-08-02",
                  "Hours after the crash he died. It came days before the vote, in a weeklong strike.",
                  {"Hours | DURATION | PTXH | -", "days | DURATION | PXD | -", "weeklong | DURATION | P1W | -"}},
                 {"2012-08-02",
                  "It fell for three straight quarters. Three quarters of them left.",
                  {"three straight quarters | DURATION | P3Q | -"}}},
                Genre::News);
}

TEST(TemporalFigures, PastMidnightItIsTheNextDay) {
    expect_rows(
        {{"2012-08-02",
          "He was shot at 11:50 p.m. Saturday. He died at 12:40 a.m. in hospital.",
          {"11:50 p.m. Saturday | TIME | 2012-07-28T23:50 | 2012-07-28T23:50", "12:40 a.m. | TIME | 2012-07-29T00:40 | 2012-07-29T00:40"}},
         {"2012-08-02",
          "The road was shut from 11 p.m. Tuesday to 7 a.m.",
          {"11 p.m. Tuesday | TIME | 2012-07-31T23:00 | 2012-07-31T23", "7 a.m. | TIME | 2012-08-01T07:00 | 2012-08-01T07"}},
         {"2012-08-02",
          "It burned at 11 p.m. Tuesday. Police had come at 3 a.m. to warn them.",
          {"11 p.m. Tuesday | TIME | 2012-07-31T23:00 | 2012-07-31T23", "3 a.m. | TIME | 2012-07-31T03:00 | 2012-07-31T03"}}},
        Genre::News);
}

TEST(TemporalFigures, AClockIsOfTheStoryAndNotOfABirth) {
    expect_rows({{"2012-08-02",
                  "A man was shot on Wednesday. He was born May 5, 1980. The shots fell at 9:30 p.m. in a bar.",
                  {"Wednesday | DATE | 2012-08-01 | 2012-08-01", "May 5, 1980 | DATE | 1980-05-05 | 1980-05-05",
                   "9:30 p.m. | TIME | 2012-08-01T21:30 | 2012-08-01T21:30"}}},
                Genre::News);
}

TEST(TemporalFigures, RatesRepeat) {
    expect_rows({{"2012-08-02",
                  "It makes 81,000 barrels a day for $4 million a year. He stayed a year and left a day later.",
                  {"a day | SET | P1D | -", "a year | SET | P1Y | -", "a year | DURATION | P1Y | -",
                   "a day later | DATE | 2012-08-03 | 2012-08-03"}}},
                Genre::News);
}

TEST(TemporalFigures, HolidaysHaveWeekendsAndDaysAfterThem) {
    expect_rows(
        {{"2012-08-02", "The Memorial Day weekend was hot.", {"The Memorial Day weekend | DATE | 2012-W21-WE | 2012-05-26/2012-05-27"}},
         {"2012-02-02", "He left the day after Christmas.", {"the day after Christmas | DATE | 2011-12-26 | 2011-12-26"}},
         {"2012-02-02", "He died on Christmas Day.", {"Christmas Day | DATE | 2011-12-25 | 2011-12-25"}}},
        Genre::News);
}

TEST(TemporalFigures, ComparesWithTheMonthBeforeTheFigures) {
    expect_rows(
        {{"1989-11-02",
          "Orders rose in September, the most since March, from the previous month.",
          {"September | DATE | 1989-09 | 1989-09", "March | DATE | 1989-03 | 1989-03", "the previous month | DATE | 1989-08 | 1989-08"}},
         {"1989-11-02",
          "Shares fell on Friday. For the week, they lost a tenth.",
          {"Friday | DATE | 1989-10-27 | 1989-10-27", "the week | DATE | 1989-W43 | 1989-10-23/1989-10-29"}},
         {"1989-11-02",
          "Sales fell in October. Vans sold well. For the month, cars were down a fifth. They will close for the month.",
          {"October | DATE | 1989-10 | 1989-10", "the month | DATE | 1989-10 | 1989-10", "the month | DATE | 1989-11 | 1989-11"}}},
        Genre::News);
}

TEST(TemporalFigures, WhatAsideWasScheduledIsOfTheDayTold) {
    expect_rows({{"2012-08-02",
                  "The council met Tuesday. The session, scheduled to start at 10 a.m., began late.",
                  {"Tuesday | DATE | 2012-07-31 | 2012-07-31", "10 a.m. | TIME | 2012-07-31T10:00 | 2012-07-31T10"}},
                 {"2012-08-02",
                  "The council met Tuesday. The session is scheduled to start at 10 a.m. and end early.",
                  {"Tuesday | DATE | 2012-07-31 | 2012-07-31", "10 a.m. | TIME | 2012-08-02T10:00 | 2012-08-02T10"}}},
                Genre::News);
}

TEST(TemporalFigures, WholeUnitsLast) {
    expect_rows({{"2012-08-02",
                  "It snowed all week and rained all day long.",
                  {"all week | DURATION | P1W | -", "all day long | DURATION | P1D | -"}},
                 {"2012-08-02", "He said the day before that it would snow.", {"the day before | DATE | 2012-08-01 | 2012-08-01"}}},
                Genre::News);
}

TEST(TemporalFigures, FridayTheThirteenthFellOnAFriday) {
    expect_rows({{"1989-11-02", "Stocks fell on Friday the 13th.", {"Friday the 13th | DATE | 1989-10-13 | 1989-10-13"}}}, Genre::News);
}

TEST(TemporalFigures, TheArticleOfANounIsNotItsDates) {
    expect_rows({{"1989-11-02", "The mid-October plunge was brief.", {"mid-October | DATE | 1989-10 | 1989-10-11/1989-10-21"}},
                 {"1989-11-02", "The 19th-century house burned.", {"19th-century | DATE | 18XX | 18XX"}},
                 {"1989-11-02", "In the 19th century they burned.", {"the 19th century | DATE | 18XX | 18XX"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
