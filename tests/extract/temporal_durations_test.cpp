#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalDurations, TellsDurationsFromSets) {
    expect_rows(
        {{"2023-04-30",
          "It took two years, or six weeks, or about 20 minutes.",
          {"two years | DURATION | P2Y | -", "six weeks | DURATION | P6W | -", "about 20 minutes | DURATION | PT20M | -"}},
         {"2023-04-30",
          "A three-day visit, a 44-day siege, a year-long inquiry, the two-and-a-half-year term.",
          {"three-day | DURATION | P3D | -", "44-day | DURATION | P44D | -", "year-long | DURATION | P1Y | -",
           "two-and-a-half-year | DURATION | P2.5Y | -"}},
         {"2023-04-30",
          "Over the past three months, during the next five days, for the last ten years.",
          {"the past three months | DURATION | P3M | 2023-01/2023-04", "the next five days | DURATION | P5D | 2023-04-30/2023-05-05",
           "the last ten years | DURATION | P10Y | -"}},
         {"2023-04-30",
          "For several years, a few days, a couple of weeks, many months.",
          {"several years | DURATION | PXY | -", "a few days | DURATION | PXD | -", "a couple of weeks | DURATION | PXW | -",
           "many months | DURATION | PXM | -"}},
         {"2023-04-30",
          "More than 30 years, nearly two decades, at least six months, half a century, a quarter century.",
          {"More than 30 years | DURATION | P30Y | -", "nearly two decades | DURATION | P2DE | -",
           "at least six months | DURATION | P6M | -", "half a century | DURATION | P50Y | -", "a quarter century | DURATION | P25Y | -"}},
         {"2023-04-30", "It went on for weeks, and was done within hours.", {"weeks | DURATION | PXW | -", "hours | DURATION | PTXH | -"}},
         {"2023-04-30",
          "A year and a half, two and a half months, two years and three months.",
          {"A year and a half | DURATION | P1.5Y | -", "two and a half months | DURATION | P2.5M | -",
           "two years and three months | DURATION | P2Y3M | -"}},
         {"2023-04-30",
          "Every Monday, each October, every other week, every two years, every spring.",
          {"Every Monday | SET | XXXX-WXX-1 | -", "each October | SET | XXXX-10 | -", "every other week | SET | P2W | -",
           "every two years | SET | P2Y | -", "every spring | SET | XXXX-SP | -"}},
         {"2023-04-30",
          "Daily, weekly, monthly, annually; twice a week; three times a year; per month; on Sundays.",
          {"Daily | SET | P1D | -", "weekly | SET | P1W | -", "monthly | SET | P1M | -", "annually | SET | P1Y | -",
           "twice a week | SET | P1W | -", "three times a year | SET | P1Y | -", "per month | SET | P1M | -",
           "Sundays | SET | XXXX-WXX-7 | -"}},
         {"2023-04-30", "He is 44 years old, and his 6-month-old dog too.", {}}},
        Genre::News);
}

TEST(TemporalDurations, AYearBeforeALaterOneIsItsOwn) {
    expect_rows({{"2021-12-27",
                  "She was elected in 1976 and two years later resigned.",
                  {"1976 | DATE | 1976 | 1976", "two years later | DATE | 1978 | 1978"}},
                 {"2021-12-27", "Terms of two and three years were given.", {"two and three years | DURATION | P3Y | -"}}},
                Genre::News);
}

TEST(TemporalDurations, ReachFromNowOrToIt) {
    expect_rows(
        {{"2024-11-20", "Over the past 24 hours, 12 people fled.", {"the past 24 hours | DURATION | PT24H | 2024-11-19/2024-11-20"}},
         {"2024-11-20", "In the past week, 300 people fled.", {"the past week | DURATION | P1W | 2024-11-13/2024-11-20"}},
         {"2024-11-20", "The mission will leave within two weeks.", {"two weeks | DURATION | P2W | 2024-11-20/2024-12-04"}},
         {"2024-11-20", "The bridge was built within two weeks.", {"two weeks | DURATION | P2W | -"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
