#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

struct RangeRow {
    const char* text;
    std::vector<std::string> found;  ///< "words | EDTF"
};

std::vector<std::string> ranges_of(std::string_view text) {
    const auto timexes = find_timexes(text, published_on("2023-04-30"));
    std::vector<std::string> out;
    for (const DateRange& range : combine_ranges(text, timexes)) {
        out.push_back(text_of(text, range.span) + " | " + range.edtf.text());
        EXPECT_LT(range.first, range.last);
        EXPECT_LE(range.last, timexes.size());
    }
    return out;
}

TEST(TemporalRanges, JoinsBothEnds) {
    const std::vector<RangeRow> rows{
        {"It ran from 9 to 12 May 2021.", {"from 9 to 12 May 2021 | 2021-05-09/2021-05-12"}},
        {"Between 1988 and 1994 they fought.", {"Between 1988 and 1994 | 1988/1994"}},
        {"The plan of 1992–94 failed.", {"1992–94 | 1992/1994"}},
        {"The war of 27 September – 10 November 2020.", {"27 September – 10 November 2020 | 2020-09-27/2020-11-10"}},
        {"In office from May 2010 until July 2016.", {"from May 2010 until July 2016 | 2010-05/2016-07"}},
        {"From early May to late June 2022 it was dry.", {"From early May to late June 2022 | 2022-05-01/2022-06-30"}},
        {"The fair ran from the middle of June to the beginning of July 2022.",
         {"from the middle of June to the beginning of July 2022 | 2022-06-11/2022-07-06"}},
        {"The siege lasted from the night of 3 May to the morning of 5 May 2022.",
         {"from the night of 3 May to the morning of 5 May 2022 | 2022-05-03/2022-05-05"}},
        {"The march of 18/19 November 2022.", {"18/19 November 2022 | 2022-11-18/2022-11-19"}},
        {"The march of 3/5 May 2022.", {}},
        {"It was shut from mid-March until the end of May 2022.", {"from mid-March until the end of May 2022 | 2022-03-11/2022-05-31"}},
        {"He went from the quiet of June to the noise of July 2022.", {}},
        {"From 9 a.m. to 5 p.m. GMT on 3 May 2022.", {"From 9 a.m. to 5 p.m. GMT on 3 May 2022 | 2022-05-03T09Z/2022-05-03T17Z"}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, LastFromADayForSoManyDays) {
    const std::vector<RangeRow> rows{
        {"It was shut from 6 March 2022 for four days.", {"from 6 March 2022 for four days | 2022-03-06/2022-03-09"}},
        {"It was shut from 6 March 2022 for a fee.", {}},
        {"It was shut on 6 March 2022 for four days.", {}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, OfWeekdaysAreOfOneWeek) {
    expect_rows({{"2024-11-18",
                  "The fair ran from Monday to Thursday of last week.",
                  {"Monday | DATE | 2024-11-11 | 2024-11-11", "Thursday of last week | DATE | 2024-11-14 | 2024-11-14"}},
                 {"2024-11-18",
                  "It rained on Monday and Tuesday of last week.",
                  {"Monday | DATE | 2024-11-11 | 2024-11-11", "Tuesday of last week | DATE | 2024-11-12 | 2024-11-12"}},
                 {"2024-11-18",
                  "The fair ran from Saturday to Thursday of last week.",
                  {"Saturday | DATE | 2024-11-16 | 2024-11-16", "Thursday of last week | DATE | 2024-11-14 | 2024-11-14"}}},
                Genre::News);
}

TEST(TemporalRanges, GoOnOverTheTurnOfTheYear) {
    expect_rows({{"2025-01-03",
                  "The fair runs from 28 December to 6 January.",
                  {"28 December | DATE | 2024-12-28 | 2024-12-28", "6 January | DATE | 2025-01-06 | 2025-01-06"}},
                 {"2024-12-16",
                  "The fair runs from 28 December to 6 January.",
                  {"28 December | DATE | 2024-12-28 | 2024-12-28", "6 January | DATE | 2025-01-06 | 2025-01-06"}},
                 {"2025-01-13",
                  "The fair will run from 28 December to 6 January.",
                  {"28 December | DATE | 2025-12-28 | 2025-12-28", "6 January | DATE | 2026-01-06 | 2026-01-06"}},
                 {"2025-01-03", "The deal will be signed on 30 December.", {"30 December | DATE | 2025-12-30 | 2025-12-30"}}},
                Genre::News);
}

TEST(TemporalRanges, CountsBackFromTheEndOfAStretch) {
    const std::vector<RangeRow> rows{
        {"Sales rose in the six months to September 2022.", {"the six months to September 2022 | 2022-04/2022-09"}},
        {"Profit fell in the year ended March 31, 2022.", {"the year ended March 31, 2022 | 2021-04-01/2022-03-31"}},
        {"Traffic fell in the week to January 7, 2022.", {"the week to January 7, 2022 | 2022-01-01/2022-01-07"}},
        {"Two people fled over the past 24 hours.", {"the past 24 hours | 2023-04-29/2023-04-30"}},
        {"It took six months from September 2022 on.", {"from September 2022 on | 2022-09/.."}},
        {"Met in 2021\n- 2022: again", {}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, OpensOneEnd) {
    const std::vector<RangeRow> rows{
        {"Since August 2022 mines were found.", {"Since August 2022 | 2022-08/.."}},
        {"It doubles by 2027, and by the end of 2025 it is paid.", {"by 2027 | ../2027", "by the end of 2025 | ../2025-12"}},
        {"Trade was shut until 2026.", {"until 2026 | ../2026"}},
        {"From 1991 on it was free; from 2005 onwards, rich.", {"From 1991 on | 1991/..", "from 2005 onwards | 2005/.."}},
        {"No later than 1 June 2024 it opens.", {"No later than 1 June 2024 | ../2024-06-01"}},
        {"Ever since 3 May 1999 it stands.", {"Ever since 3 May 1999 | 1999-05-03/.."}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, OpensWhereItIsEarliestOrLatest) {
    const std::vector<RangeRow> rows{
        {"It flies not earlier than 2035.", {"not earlier than 2035 | 2035/.."}},
        {"It opens no sooner than March 2026.", {"no sooner than March 2026 | 2026-03/.."}},
        {"It opens at the earliest in 2027.", {"at the earliest in 2027 | 2027/.."}},
        {"It opens in 2027 at the earliest.", {"2027 at the earliest | 2027/.."}},
        {"It opens not before the end of May 2024.", {"not before the end of May 2024 | 2024-05-26/.."}},
        {"It sails on or after 5 May 2024.", {"on or after 5 May 2024 | 2024-05-05/.."}},
        {"It ends on or before 5 May 2024.", {"on or before 5 May 2024 | ../2024-05-05"}},
        {"It ends by 1 May 2025 at the latest.", {"by 1 May 2025 at the latest | ../2025-05-01"}},
        {"It ends at the latest by 1 May 2025.", {"by 1 May 2025 | ../2025-05-01"}},
        {"It ends in 2025 or later.", {"2025 or later | 2025/.."}},
        {"It ends in 2024 or 2025.", {"2024 or 2025 | 2024?/2025?"}},
        // near misses
        {"It ends in 2025 or laterally.", {}},
        {"It was the earliest in 2027.", {}},
        {"It took in 2000 or more.", {}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, EitherDayIsNotSure) {
    const std::vector<RangeRow> rows{
        {"It is on 11 March or 7 April 2024.", {"11 March or 7 April 2024 | 2024-03-11?/2024-04-07?"}},
        {"It is on 11 or 12 March 2024.", {"11 or 12 March 2024 | 2024-03-11?/2024-03-12?"}},
        {"It comes between 3 or 4 and 7 May 2024.", {"between 3 or 4 and 7 May 2024 | 2024-05-03/2024-05-07"}},
        {"It ran from 3 to 7 or 8 May 2021.", {"from 3 to 7 or 8 May 2021 | 2021-05-03/2021-05-08"}},
        {"It is on 5 or 6 May 2024 at the latest.", {"5 or 6 May 2024 at the latest | ../2024-05-06"}},
        {"It is in 2025 or 2026, at the earliest.", {"2025 or 2026, at the earliest | 2025/.."}},
        // near misses: far apart, or the later first
        {"It is on 11 March 2024 or 7 April 2025.", {}},
        {"It is on 7 April 2024 or 11 March 2024.", {}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, DaysOfAListThatFollowOneAnother) {
    const std::vector<RangeRow> rows{
        {"They met on 11, 12 and 13 May 2021.", {"11, 12 and 13 May 2021 | 2021-05-11/2021-05-13"}},
        {"They met on 11, 12 and 14 May 2021.", {}},
        // one of each, in turn
        {"They came to Rome and Doha on 11 and 12 May 2021 respectively.", {}},
        {"They came to Rome and Doha on 11 and 12 May 2021, respectively.", {}},
    };
    for (const RangeRow& row : rows) EXPECT_EQ(ranges_of(row.text), row.found) << row.text;
}

TEST(TemporalRanges, LeavesListsAndLoneDates) {
    for (const char* text : {"On 9 and 12 May 2021 they met.", "In 1988, 1992 and 1994.", "A letter from 1972.", "It was moved to 5 May.",
                             "The bylaw by law of 1999.", "From 2020 to 2010 is no range."}) {
        EXPECT_TRUE(ranges_of(text).empty()) << text;
    }
}

TEST(TemporalRanges, IsOnlyAsSureAsItsWeakerEnd) {
    const std::string text = "From 3 May to 5 May 2021; since 7 April.";
    const auto ranges = combine_ranges(text, find_timexes(text, published_on("2023-04-30")));
    ASSERT_EQ(ranges.size(), 2u);
    EXPECT_EQ(ranges[0].basis, document::DateBasis::Explicit);
    EXPECT_EQ(ranges[1].basis, document::DateBasis::InferredYear);
}

TEST(TemporalRanges, CountsCodePoints) {
    const std::string text = "Şəki – Bərdə yolu: since 5 May 2022 — açıq.";
    const auto ranges = combine_ranges(text, find_timexes(text, published_on("2023-04-30")));
    ASSERT_EQ(ranges.size(), 1u);
    EXPECT_EQ(text_of(text, ranges[0].span), "since 5 May 2022");
}

}  // namespace
}  // namespace dateline::extract
