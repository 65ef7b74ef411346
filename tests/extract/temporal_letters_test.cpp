#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalLetters, CountFromTheDayAtTheirHead) {
    expect_rows({{"1864-06",
                  "Report of a scout.\n\nSaint Paul, Minn., June 2, 1864.\n\nGeneral Dana reached here yesterday. On June 20 he leaves. "
                  "The news came last night.",
                  {"June 2, 1864 | DATE | 1864-06-02 | 1864-06-02", "yesterday | DATE | 1864-06-01 | 1864-06-01",
                   "June 20 | DATE | 1864-06-20 | 1864-06-20", "last night | TIME | 1864-06-01TNI | 1864-06-01"}},
                 // a heading of more days is not the letter's own day
                 {"1864-02",
                  "FEBRUARY 5-17, 1864.\n\nHouston, Mo., February 18, 1864.\n\nThe scout returned yesterday.",
                  {"FEBRUARY 5 | DATE | 1864-02-05 | 1864-02-05", "17, 1864 | DATE | 1864-02-17 | 1864-02-17",
                   "February 18, 1864 | DATE | 1864-02-18 | 1864-02-18", "yesterday | DATE | 1864-02-17 | 1864-02-17"}},
                 // the day of the document goes before what it tells
                 {"1864-06-09",
                  "Camp Nelson, June 2, 1864.\n\nHe came yesterday.",
                  {"June 2, 1864 | DATE | 1864-06-02 | 1864-06-02", "yesterday | DATE | 1864-06-08 | 1864-06-08"}}},
                Genre::News);
}

TEST(TemporalLetters, AreOfThisMonthOrTheLast) {
    expect_rows({{"1864-06-13",
                  "Your letters of the 5th instant, 7th inst. and the 20th ultimo came.",
                  {"the 5th instant | DATE | 1864-06-05 | 1864-06-05", "7th inst. | DATE | 1864-06-07 | 1864-06-07",
                   "the 20th ultimo | DATE | 1864-05-20 | 1864-05-20"}},
                 {"1864-06-13", "On the third instant he fell.", {"the third instant | DATE | 1864-06-03 | 1864-06-03"}},
                 {"2024-11-18", "The third instant messenger failed.", {}}},
                Genre::News);
}

TEST(TemporalLetters, TodayIsTheDayThatStandsBesideIt) {
    expect_rows({{"2006-02-20",
                  "Today, February 18, 2006, a case was found.",
                  {"Today | DATE | 2006-02-18 | 2006-02-18", "February 18, 2006 | DATE | 2006-02-18 | 2006-02-18"}},
                 {"2006-02-20",
                  "Today a case was found; in January 2006 there was none.",
                  {"Today | DATE | 2006-02-20 | 2006-02-20", "January 2006 | DATE | 2006-01 | 2006-01"}}},
                Genre::News);
}

TEST(TemporalLetters, CountsFromWhatIsToldGoNowhereToCome) {
    expect_rows({{"2024-11-18", "Half a century later the case was reopened.", {"Half a century later | DATE | XXXX | -"}},
                 {"2024-11-18",
                  "It was closed in 1950. Half a century later it was reopened.",
                  {"1950 | DATE | 1950 | 1950", "Half a century later | DATE | 2000 | 2000~"}},
                 {"2024-11-18",
                  "He came on Friday. Two days later he will leave.",
                  {"Friday | DATE | 2024-11-15 | 2024-11-15", "Two days later | DATE | 2024-11-17 | 2024-11-17"}}},
                Genre::News);
}

TEST(TemporalLetters, AStepBesideItsDayIsThatDay) {
    expect_rows(
        {{"2024-11-18",
          "Ten days later, on 24 August, they signed.",
          {"Ten days later | DATE | 2024-08-24 | 2024-08-24", "24 August | DATE | 2024-08-24 | 2024-08-24"}},
         {"2024-11-18",
          "In June 1767 the duties came. Three years later, on 5 March, soldiers fired.",
          {"June 1767 | DATE | 1767-06 | 1767-06", "Three years later | DATE | 1770 | 1770", "5 March | DATE | 1770-03-05 | 1770-03-05"}},
         {"2024-11-18",
          "He fell on 3 May, two years later he rose.",
          {"3 May | DATE | 2024-05-03 | 2024-05-03", "two years later | DATE | XXXX | -"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
