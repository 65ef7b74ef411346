#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalNarrative, FollowsTheThreadThroughExcursions) {
    expect_rows({{"2015-01-01",
                  "The war began on 1 September 1939. In October the city fell. In January the lake froze. In May "
                  "1940 the front broke, and in June it was over.",
                  {"1 September 1939 | DATE | 1939-09-01 | 1939-09-01", "October | DATE | 1939-10 | 1939-10",
                   "January | DATE | 1940-01 | 1940-01", "May 1940 | DATE | 1940-05 | 1940-05", "June | DATE | 1940-06 | 1940-06"}},
                 {"2015-01-01",
                  "In 1812 the first campaign failed. It began anew on 8 April 1919. In August the town was "
                  "taken; files released in 2004 show that codes were read. On 16 August the flank gave way. In "
                  "October 1919 both sides met.",
                  {"1812 | DATE | 1812 | 1812", "8 April 1919 | DATE | 1919-04-08 | 1919-04-08", "August | DATE | 1919-08 | 1919-08",
                   "2004 | DATE | 2004 | 2004", "16 August | DATE | 1919-08-16 | 1919-08-16", "October 1919 | DATE | 1919-10 | 1919-10"}},
                 {"2015-01-01",
                  "The king died in March 1066. Five months later the fleet sailed. On 28 September it landed. "
                  "The following year a castle was built. In 1071 the revolt ended, and in 1086 a survey was made.",
                  {"March 1066 | DATE | 1066-03 | 1066-03", "Five months later | DATE | 1066-08 | 1066-08",
                   "28 September | DATE | 1066-09-28 | 1066-09-28", "The following year | DATE | 1067 | 1067", "1071 | DATE | 1071 | 1071",
                   "1086 | DATE | 1086 | 1086"}},
                 {"2015-01-01",
                  "In 490 BC the army landed. In 480 BC it came again; ten years earlier it had lost. In 479 BC "
                  "the war was over.",
                  {"490 BC | DATE | BC0490 | -0489", "480 BC | DATE | BC0480 | -0479", "ten years earlier | DATE | BC0490 | -0489~",
                   "479 BC | DATE | BC0479 | -0478"}}},
                Genre::Narrative);
}

TEST(TemporalNarrative, WhatWasBeforeTheTellingLeavesItsYearAlone) {
    expect_rows(
        {{"2015-01-01",
          "In 1861 the war began. In April the fort was shelled. Lincoln, elected in 1860, called for volunteers. In July the armies met.",
          {"1861 | DATE | 1861 | 1861", "April | DATE | 1861-04 | 1861-04", "1860 | DATE | 1860 | 1860",
           "July | DATE | 1861-07 | 1861-07"}},
         {"2015-01-01",
          "In 1775 the war began. In April shots rang out. The governor, who had been appointed in 1774, fled. In June they fought.",
          {"1775 | DATE | 1775 | 1775", "April | DATE | 1775-04 | 1775-04", "1774 | DATE | 1774 | 1774",
           "June | DATE | 1775-06 | 1775-06"}},
         // what goes on is no aside
         {"2015-01-01",
          "In 1796 the campaign opened. He crossed the Alps, arrived in 1797, and took the city in May. In June he rested.",
          {"1796 | DATE | 1796 | 1796", "1797 | DATE | 1797 | 1797", "May | DATE | 1797-05 | 1797-05", "June | DATE | 1797-06 | 1797-06"}}},
        Genre::Narrative);
}

TEST(TemporalNames, FindsFeastsByTheirRules) {
    expect_rows({{"2023-04-30",
                  "On Christmas Eve, Boxing Day 2021 and New Year's Day 2024.",
                  {"Christmas Eve | DATE | 2023-12-24 | 2023-12-24", "Boxing Day 2021 | DATE | 2021-12-26 | 2021-12-26",
                   "New Year's Day 2024 | DATE | 2024-01-01 | 2024-01-01"}},
                 {"2023-04-30",
                  "At Easter 2022, on Good Friday 1916, Easter Monday 2024 and Whit Sunday 2023.",
                  {"Easter 2022 | DATE | 2022-04-17 | 2022-04-17", "Good Friday 1916 | DATE | 1916-04-21 | 1916-04-21",
                   "Easter Monday 2024 | DATE | 2024-04-01 | 2024-04-01", "Whit Sunday 2023 | DATE | 2023-05-28 | 2023-05-28"}},
                 {"2023-04-30",
                  "Shops were full on Black Friday 2013 and on Cyber Monday 2013.",
                  {"Black Friday 2013 | DATE | 2013-11-29 | 2013-11-29", "Cyber Monday 2013 | DATE | 2013-12-02 | 2013-12-02"}},
                 {"2023-04-30",
                  "On Thanksgiving 2019, Memorial Day 2020, Labor Day 2022 and Martin Luther King Day 2018.",
                  {"Thanksgiving 2019 | DATE | 2019-11-28 | 2019-11-28", "Memorial Day 2020 | DATE | 2020-05-25 | 2020-05-25",
                   "Labor Day 2022 | DATE | 2022-09-05 | 2022-09-05", "Martin Luther King Day 2018 | DATE | 2018-01-15 | 2018-01-15"}},
                 {"2023-04-30",
                  "Orthodox Easter 2023 and Orthodox Christmas 2022.",
                  {"Orthodox Easter 2023 | DATE | 2023-04-16 | 2023-04-16", "Orthodox Christmas 2022 | DATE | 2022-01-07 | 2022-01-07"}},
                 {"2023-04-30", "The artist Johnnie Christmas and Theresa May came.", {}}},
                Genre::News);
}

TEST(TemporalNames, FindsNamedPeriodsWhereTheyAreTimes) {
    expect_rows(
        {{"2023-04-30",
          "Since the end of the war many mines were found. After the 44-day war a statement was signed.",
          {"the end of the war | DATE | 2020-11-10 | 2020-11-10", "the 44-day war | DATE | 2020-09-27/2020-11-10 | 2020-09-27/2020-11-10"}},
         {"2023-04-30",
          "During the COVID-19 pandemic trade fell, as after World War II.",
          {"the COVID-19 pandemic | DATE | 2020-03-11/2023-05-05 | 2020-03-11/2023-05-05",
           "World War II | DATE | 1939-09-01/1945-09-02 | 1939-09-01/1945-09-02"}},
         {"2023-04-30", "The Second World War poets; a Cold War museum; the war was long.", {}},
         {"2023-04-30",
          "Before D-Day and after 9/11.",
          {"D-Day | DATE | 1944-06-06 | 1944-06-06", "9/11 | DATE | 2001-09-11 | 2001-09-11"}}},
        Genre::News);
}

TEST(TemporalNarrative, TheYearOfAnEntryGoesOnInItsPresent) {
    expect_rows({{"2026-01-20",
                  "- 1 March 2025: A patrol ship enters the bay.\n- 17 February 1966: Agreement signed. The colony becomes independent on "
                  "26 May.\n- 3 May 2025: A bridge opens.",
                  {"1 March 2025 | DATE | 2025-03-01 | 2025-03-01", "17 February 1966 | DATE | 1966-02-17 | 1966-02-17",
                   "26 May | DATE | 1966-05-26 | 1966-05-26", "3 May 2025 | DATE | 2025-05-03 | 2025-05-03"}}},
                Genre::Narrative);
}

}  // namespace
}  // namespace dateline::extract
