#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalDates, ReadsEveryWrittenForm) {
    expect_rows(
        {{"2023-04-30",
          "On April 23 the post opened; the truck was hit on April 22, 2023.",
          {"April 23 | DATE | 2023-04-23 | 2023-04-23", "April 22, 2023 | DATE | 2023-04-22 | 2023-04-22"}},
         {"2023-04-30",
          "Signed on 10 November 2020, the 3rd of May 2021 and 4th July, 1999.",
          {"10 November 2020 | DATE | 2020-11-10 | 2020-11-10", "the 3rd of May 2021 | DATE | 2021-05-03 | 2021-05-03",
           "4th July, 1999 | DATE | 1999-07-04 | 1999-07-04"}},
         {"2023-04-30",
          "Seen Feb. 25, 2009, Sept 3, 2011 and on Mar. 7.",
          {"Feb. 25, 2009 | DATE | 2009-02-25 | 2009-02-25", "Sept 3, 2011 | DATE | 2011-09-03 | 2011-09-03",
           "Mar. 7 | DATE | 2023-03-07 | 2023-03-07"}},
         {"2023-04-30",
          "On Friday, 28 April 2023, and on Tuesday the 25th, ministers met.",
          {"Friday, 28 April 2023 | DATE | 2023-04-28 | 2023-04-28", "Tuesday the 25th | DATE | 2023-04-25 | 2023-04-25"}},
         {"2023-04-30",
          "Logged 2023-04-25, 2022/11/03 and 25.04.2023.",
          {"2023-04-25 | DATE | 2023-04-25 | 2023-04-25", "2022/11/03 | DATE | 2022-11-03 | 2022-11-03",
           "25.04.2023 | DATE | 2023-04-25 | 2023-04-25"}},
         {"2023-04-30",
          "Forms of 25/12/2022 and 03/04/2023 are on file.",
          {"25/12/2022 | DATE | 2022-12-25 | 2022-12-25", "03/04/2023 | DATE | 2023-04-03 | 2023-04-03"}},
         {"2023-04-30",
          "Forms of 12/25/2022 and 03/04/2023 are on file.",
          {"12/25/2022 | DATE | 2022-12-25 | 2022-12-25", "03/04/2023 | DATE | 2023-03-04 | 2023-03-04"}},
         {"2023-04-30",
          "Between 9 and 12 May 1994; from 9 to 12 May 1994; on 9, 10 and 12 May 1994.",
          {"9 | DATE | 1994-05-09 | 1994-05-09", "12 May 1994 | DATE | 1994-05-12 | 1994-05-12", "9 | DATE | 1994-05-09 | 1994-05-09",
           "12 May 1994 | DATE | 1994-05-12 | 1994-05-12", "9 | DATE | 1994-05-09 | 1994-05-09", "10 | DATE | 1994-05-10 | 1994-05-10",
           "12 May 1994 | DATE | 1994-05-12 | 1994-05-12"}},
         {"2023-04-30",
          "The talks of May 9–12, 1994 and of May 9 and 10 failed.",
          {"May 9 | DATE | 1994-05-09 | 1994-05-09", "12, 1994 | DATE | 1994-05-12 | 1994-05-12", "May 9 | DATE | 2023-05-09 | 2023-05-09",
           "10 | DATE | 2023-05-10 | 2023-05-10"}},
         {"2023-04-30",
          "From 27 September to 10 November 2020 there was war; from 20 December to 5 January 1995, a "
          "truce.",
          {"27 September | DATE | 2020-09-27 | 2020-09-27", "10 November 2020 | DATE | 2020-11-10 | 2020-11-10",
           "20 December | DATE | 1994-12-20 | 1994-12-20", "5 January 1995 | DATE | 1995-01-05 | 1995-01-05"}},
         {"2023-04-30",
          "In May 1994, in the June of 1995, and in May and June 2011.",
          {"May 1994 | DATE | 1994-05 | 1994-05", "June of 1995 | DATE | 1995-06 | 1995-06", "May | DATE | 2011-05 | 2011-05",
           "June 2011 | DATE | 2011-06 | 2011-06"}},
         {"2023-04-30",
          "It was built in 1972, in the year 1988, in AD 79 and in 44 BC.",
          {"1972 | DATE | 1972 | 1972", "the year 1988 | DATE | 1988 | 1988", "AD 79 | DATE | 0079 | 0079",
           "44 BC | DATE | BC0044 | -0043"}},
         {"2023-04-30",
          "The plan of 1992–94, of 2012/13 and of 1939-1945.",
          {"1992 | DATE | 1992 | 1992", "94 | DATE | 1994 | 1994", "2012 | DATE | 2012 | 2012", "13 | DATE | 2013 | 2013",
           "1939 | DATE | 1939 | 1939", "1945 | DATE | 1945 | 1945"}},
         {"2023-04-30",
          "In the 1990s, the early '90s, the late sixties and the mid-2000s.",
          {"the 1990s | DATE | 199X | 199X", "the early '90s | DATE | 199X | 1990/1992", "the late sixties | DATE | 196X | 1967/1969",
           "the mid-2000s | DATE | 200X | 2003/2006"}},
         {"2023-04-30",
          "In the 19th century, the early twentieth century and the 5th century BC.",
          {"the 19th century | DATE | 18XX | 18XX", "the early twentieth century | DATE | 19XX | 1900/1932",
           "the 5th century BC | DATE | BC04 | -0499/-0400"}},
         {"2023-04-30",
          "In spring 2009, the summer of 1941, winter 1941–42 and autumn.",
          {"spring 2009 | DATE | 2009-SP | 2009-21", "the summer of 1941 | DATE | 1941-SU | 1941-22",
           "winter 1941–42 | DATE | 1941-WI | 1941-24", "autumn | DATE | 2022-FA | 2022-23"}},
         {"2023-04-30",
          "In the third quarter of 2001, Q3 2010, H1 2012 and the first half of 2016.",
          {"the third quarter of 2001 | DATE | 2001-Q3 | 2001-35", "Q3 2010 | DATE | 2010-Q3 | 2010-35",
           "H1 2012 | DATE | 2012-H1 | 2012-40", "the first half of 2016 | DATE | 2016-H1 | 2016-40"}},
         {"2023-04-30",
          "In fiscal 1989, fiscal year 2012 and FY2013.",
          {"fiscal 1989 | DATE | 1989 | 1989", "fiscal year 2012 | DATE | 2012 | 2012", "FY2013 | DATE | 2013 | 2013"}},
         {"2023-04-30",
          "In early May 2022, mid-2022, late March, at the end of 2021 and at the beginning of the 1970s.",
          {"early May 2022 | DATE | 2022-05 | 2022-05-01/2022-05-10", "mid-2022 | DATE | 2022 | 2022-05/2022-08",
           "late March | DATE | 2023-03 | 2023-03-22/2023-03-31", "the end of 2021 | DATE | 2021 | 2021-11/2021-12",
           "the beginning of the 1970s | DATE | 197X | 1970/1971"}},
         {"2023-04-30",
          "In nineteen ninety-one, and again in two thousand and ten.",
          {"nineteen ninety-one | DATE | 1991 | 1991", "two thousand and ten | DATE | 2010 | 2010"}},
         {"2023-04-30",
          "The first week of May 2022, the last day of 1999 and the second week of February.",
          {"The first week of May 2022 | DATE | 2022-W18 | 2022-05-01/2022-05-07", "the last day of 1999 | DATE | 1999-12-31 | 1999-12-31",
           "the second week of February | DATE | 2023-W06 | 2023-02-08/2023-02-14"}},
         {"2023-04-30",
          "By the close of 2019; by year-end 2025; at month's end.",
          {"the close of 2019 | DATE | 2019 | 2019-11/2019-12", "year-end 2025 | DATE | 2025 | 2025-11/2025-12",
           "month's end | DATE | 2023-04 | 2023-04-26/2023-04-30"}},
         {"2023-04-30",
          "Built circa 1850, c. 1900 and around 1920.",
          {"1850 | DATE | 1850 | 1850~", "1900 | DATE | 1900 | 1900~", "1920 | DATE | 1920 | 1920~"}},
         {"2023-04-30",
          "In the 1960s and 70s, the late-19th-century, the XIX century and 20th-century art.",
          {"the 1960s | DATE | 196X | 196X", "70s | DATE | 197X | 197X", "the late-19th-century | DATE | 18XX | 1867/1899",
           "the XIX century | DATE | 18XX | 18XX", "20th-century | DATE | 19XX | 19XX"}},
         {"2023-04-30",
          "In May/June 2011, Jan.–March 2012, Q1–Q3 2020, and in June, July and August 2021.",
          {"May | DATE | 2011-05 | 2011-05", "June 2011 | DATE | 2011-06 | 2011-06", "Jan. | DATE | 2012-01 | 2012-01",
           "March 2012 | DATE | 2012-03 | 2012-03", "Q1 | DATE | 2020-Q1 | 2020-33", "Q3 2020 | DATE | 2020-Q3 | 2020-35",
           "June | DATE | 2021-06 | 2021-06", "July | DATE | 2021-07 | 2021-07", "August 2021 | DATE | 2021-08 | 2021-08"}},
         {"2023-04-30",
          "On the 5th and on the 5th floor; on May 3/4; from 30 April 2019 to 2 May; 23.04.23.",
          {"the 5th | DATE | 2023-04-05 | 2023-04-05", "May 3 | DATE | 2023-05-03 | 2023-05-03", "4 | DATE | 2023-05-04 | 2023-05-04",
           "30 April 2019 | DATE | 2019-04-30 | 2019-04-30", "2 May | DATE | 2019-05-02 | 2019-05-02",
           "23.04.23 | DATE | 2023-04-23 | 2023-04-23"}},
         {"2023-04-30",
          "Between May and July last year; May's figures; on Friday, 27 January.",
          {"May | DATE | 2022-05 | 2022-05", "July last year | DATE | 2022-07 | 2022-07", "May | DATE | 2023-05 | 2023-05",
           "Friday, 27 January | DATE | 2023-01-27 | 2023-01-27"}}},
        Genre::News);
}

TEST(TemporalDates, LeavesNumbersThatAreNoDates) {
    expect_rows({{"2023-04-30", "A 2021-production mine, 2700 landmines, 1500 soldiers and 2,023 shells.", {}},
                 {"2023-04-30", "The 100th anniversary, Resolution 2231, page 1945, Flight 2011, Room 1998 and No. 1815.", {}},
                 {"2023-04-30", "Call 0845 2010 2011 or +994 12 596 20 23; pay $1999 or 2000 euros; see 10.1.2023.4.", {}},
                 {"2023-04-30", "They may march in an august mood, and the sun sat on the second wall; I wed a Mar tin.", {}},
                 {"2023-04-30", "USA Today, the Sunday Times, the Daily Mail and Ms April Jones agree.", {}},
                 {"2023-04-30", "It rose 5.5 to 2010.75, fell 1998% and ran 1990 km in 2:1.", {}},
                 {"2023-04-30",
                  "In 2005, 1926 cases; a survey of 1709 pupils; a 2000 year old rite; on the weak 23.04.2.1 "
                  "build.",
                  {"2005 | DATE | 2005 | 2005"}}},
                Genre::News);
}

TEST(TemporalDates, NumbersOfThingsArePagesHousesAndNames) {
    const auto none = [](const char* text) { return TimexRow{"2024-11-18", text, {}}; };
    expect_rows(
        {none("See p. 1999 of the book."), none("The account (pp. 1914-1918) is false."), none("The addresses follow RFC 1918."),
         none("The plant follows ISO 2015 rules."), none("The bill, HR 1984, was passed."), none("Case No. 2019-1234 was dismissed."),
         none("He lives at 1945 Main Street."), none("The index closed at 2012, a record."), none("The camp lies at 1990 m."),
         none("The radio works at 1900 kHz."), none("Psalm 19:10 was read."), none("The object 2024 YR4 will miss the Earth.")},
        Genre::News);
    // near misses
    expect_rows(
        {{"2024-11-18", "The 1936 Main Street fire, in 1990, killed two.", {"1936 | DATE | 1936 | 1936", "1990 | DATE | 1990 | 1990"}},
         {"2024-11-18", "Emissions froze at 2012 levels.", {"2012 | DATE | 2012 | 2012"}},
         {"2024-11-18", "Wages are at 2008 and 2009 levels.", {"2008 | DATE | 2008 | 2008", "2009 | DATE | 2009 | 2009"}},
         {"2024-11-18", "In 2004 MI5 knew.", {"2004 | DATE | 2004 | 2004"}},
         {"2024-11-18",
          "The book (1999, p. 45) is on the war of 1914-1918.",
          {"1999 | DATE | 1999 | 1999", "1914 | DATE | 1914 | 1914", "1918 | DATE | 1918 | 1918"}},
         {"2024-11-18", "Flight 7 left on Friday at 19:10.", {"Friday at 19:10 | TIME | 2024-11-15T19:10 | 2024-11-15T19:10"}}},
        Genre::News);
}

TEST(TemporalDates, ReadsLabelsOfTimelines) {
    expect_rows({{"2024-11-18",
                  "- 1995: first summit\n- May 2019: second summit",
                  {"1995 | DATE | 1995 | 1995", "May 2019 | DATE | 2019-05 | 2019-05"}},
                 {"2024-11-18", "It fell at 1530:20.", {}}},
                Genre::News);
}

TEST(TemporalDates, ReadsAMonthBehindTheYearOfALabel) {
    expect_rows({{"2024-11-18", "- 2025, November: summit in Belem", {"2025, November | DATE | 2025-11 | 2025-11"}},
                 {"2026-02-01", "In 2025, November was cold.", {"2025 | DATE | 2025 | 2025", "November | DATE | 2025-11 | 2025-11"}}},
                Genre::News);
}

TEST(TemporalDates, MayAndMarchStandBeforeNames) {
    expect_rows({{"2024-11-18",
                  "In March Russia voted and in May Paris marched.",
                  {"March | DATE | 2024-03 | 2024-03", "May | DATE | 2024-05 | 2024-05"}},
                 {"2024-11-18", "By May Smith had gone; in March Madness all lost.", {}}},
                Genre::News);
}

TEST(TemporalDates, AgesHaveDecadesSharesAndEdges) {
    expect_rows(
        {{"2024-11-18", "In the first decade of this century oil was cheap.", {"the first decade of this century | DATE | 200X | 200X"}},
         {"2024-11-18",
          "In the last decade of the 19th century gold was found.",
          {"the last decade of the 19th century | DATE | 189X | 189X"}},
         {"2024-11-18",
          "In the first third of the 18th century coffee came.",
          {"the first third of the 18th century | DATE | 17XX | 1700/1732"}},
         {"2024-11-18",
          "It grew in the last quarter of the 20th century.",
          {"the last quarter of the 20th century | DATE | 19XX | 1975/1999"}},
         {"2024-11-18",
          "In the closing years of the 19th century they met.",
          {"the closing years of the 19th century | DATE | 18XX | 1883/1899"}},
         {"2024-11-18", "In the early months of 2023 it rained.", {"the early months of 2023 | DATE | 2023 | 2023-01/2023-04"}},
         {"2024-11-18", "Many emigrated at the turn of the century.", {"the turn of the century | DATE | 20XX | 1995/2005"}},
         {"2024-11-18", "The city grew at the turn of the 20th century.", {"the turn of the 20th century | DATE | 19XX | 1895/1905"}},
         {"2024-11-18", "Prices have risen since the turn of the year.", {"the turn of the year | DATE | 2024 | 2023-12/2024-01"}},
         {"2024-11-18", "Prices will rise at the turn of the year.", {"the turn of the year | DATE | 2025 | 2024-12/2025-01"}},
         // near misses
         {"2024-11-18",
          "The first third of the game and the last decade of the hero were dull.",
          {"the last decade | DURATION | P1DE | -"}},
         {"2024-11-18", "It was the turn of the army in the last years of the war.", {"the last years | DURATION | PXY | -"}}},
        Genre::News);
}

TEST(TemporalDates, OrdinalsGoWithTheirCentury) {
    expect_rows(
        {{"", "In the 12th and 13th centuries it stood.", {"the 12th | DATE | 11XX | 11XX", "13th centuries | DATE | 12XX | 12XX"}},
         {"", "From the 12th to the 14th century it stood.", {"the 12th | DATE | 11XX | 11XX", "the 14th century | DATE | 13XX | 13XX"}},
         {"2024-11-20",
          "On Nov 14th, 15th and 16th bombs went off.",
          {"Nov 14th | DATE | 2024-11-14 | 2024-11-14", "15th | DATE | 2024-11-15 | 2024-11-15", "16th | DATE | 2024-11-16 | 2024-11-16"}},
         {"2024-11-20", "In July the first steel was cast.", {"July | DATE | 2024-07 | 2024-07"}},
         {"2024-11-20", "On July the first it was cast.", {"July the first | DATE | 2024-07-01 | 2024-07-01"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
