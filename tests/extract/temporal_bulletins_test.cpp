#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// How bulletins, chronicles and digests put their times.
namespace dateline::extract {
namespace {

/// The ranges of a text of a day, in order.
std::vector<std::string> ranges_of(std::string_view text, std::string_view published) {
    std::vector<std::string> out;
    for (const DateRange& range : combine_ranges(text, find_timexes(text, published_on(published)))) out.push_back(range.edtf.text());
    return out;
}
using Ranges = std::vector<std::string>;

TEST(TemporalBulletins, UnderADayWeekdaysCountFromIt) {
    expect_rows({{"2024-09-22",
                  "## Tuesday, 17 September\n\nThe line suspended its flights until Thursday.\n\n### Lebanon\n\nHe had resigned on "
                  "Sunday.\n\n## Background\n\nRain fell on Thursday.",
                  {"Tuesday, 17 September | DATE | 2024-09-17 | 2024-09-17", "Thursday | DATE | 2024-09-19 | 2024-09-19",
                   "Sunday | DATE | 2024-09-15 | 2024-09-15", "Thursday | DATE | 2024-09-19 | 2024-09-19"}},
                 // a line that says more than its day is none
                 {"2024-09-22",
                  "## Talks of 10 September\n\nRain fell on Sunday.",
                  {"10 September | DATE | 2024-09-10 | 2024-09-10", "Sunday | DATE | 2024-09-22 | 2024-09-22"}}},
                Genre::News);
}

TEST(TemporalBulletins, AnEntryOfAnAgendaIsTheNearestDayOfItsName) {
    expect_rows(
        {{"2025-06-12",
          "Friday 13: Accreditation of the press.\n\nTuesday 17 – Visit to Lima.\n\nFriday 6: Fair in Quito.\n\nOn Monday 13 people met.",
          {"Friday 13 | DATE | 2025-06-13 | 2025-06-13", "Tuesday 17 | DATE | 2025-06-17 | 2025-06-17",
           "Friday 6 | DATE | 2025-06-06 | 2025-06-06", "Monday | DATE | 2025-06-09 | 2025-06-09"}}},
        Genre::News);
}

TEST(TemporalBulletins, ADayGoesOnFromItsHeadingAndNotFromWhatIsBeside) {
    expect_rows({{"2024-09-22",
                  "**Thursday, 19 September**\n\nA tanker, set on fire on 21 August, was towed to a port where oil had been taken off "
                  "three days earlier.\n\n"
                  "**Friday, 20 September**\n\nAt 3:30 p.m. a bomb exploded. That night it rained.",
                  {"Thursday, 19 September | DATE | 2024-09-19 | 2024-09-19", "21 August | DATE | 2024-08-21 | 2024-08-21",
                   "three days earlier | DATE | 2024-09-16 | 2024-09-16", "Friday, 20 September | DATE | 2024-09-20 | 2024-09-20",
                   "3:30 p.m. | TIME | 2024-09-20T15:30 | 2024-09-20T15:30", "That night | TIME | 2024-09-20TNI | 2024-09-20"}},
                 {"2024-09-22",
                  "## 18 September\n\nThe day before, a bridge fell. A man who was shot on 2 May was buried. A day later it rained.",
                  {"18 September | DATE | 2024-09-18 | 2024-09-18", "The day before | DATE | 2024-09-17 | 2024-09-17",
                   "2 May | DATE | 2024-05-02 | 2024-05-02", "A day later | DATE | 2024-09-18 | 2024-09-18"}},
                 // no day stands over it
                 {"2024-09-22",
                  "A tanker, set on fire on 21 August, was towed away three days later.",
                  {"21 August | DATE | 2024-08-21 | 2024-08-21", "three days later | DATE | 2024-08-24 | 2024-08-24"}}},
                Genre::News);
}

TEST(TemporalBulletins, TwoEndsAreOneStretch) {
    EXPECT_EQ(ranges_of("The king was in Oslo between the 4th and the 9th of May.", "2024-06-10"), Ranges({"2024-05-04/2024-05-09"}));
    EXPECT_EQ(ranges_of("The pass was closed from 24 till 27 January.", "2024-02-05"), Ranges({"2024-01-24/2024-01-27"}));
    EXPECT_EQ(ranges_of("The accord ended the war of July and August 2006.", "2024-02-05"), Ranges({"2006-07/2006-08"}));
    EXPECT_EQ(ranges_of("The plant is to work not earlier than 2035.", "2024-02-05"), Ranges({"2035/.."}));
    EXPECT_EQ(ranges_of("It rained in July and September 2006.", "2024-02-05"), Ranges());
    EXPECT_EQ(ranges_of("No fewer than 2035 men came, more than 1900 by train.", "2024-02-05"), Ranges());
}

TEST(TemporalBulletins, WhoWritesDaysWithDotsHasThemFirst) {
    expect_rows({{"2025-06-12",
                  "Concluded on 6/12/2024; read in papers of 12.06.2025.",
                  {"6/12/2024 | DATE | 2024-12-06 | 2024-12-06", "12.06.2025 | DATE | 2025-06-12 | 2025-06-12"}},
                 {"2025-06-12", "Concluded on 6/12/2024; see chapter 3.4.5 of it.", {"6/12/2024 | DATE | 2024-06-12 | 2024-06-12"}}},
                Genre::News);
}

TEST(TemporalBulletins, PhrasesOfYearsAndTheirParts) {
    expect_rows(
        {{"2025-06-12",
          "It was agreed on 9 May 2024. In November of the current year the town will host the summit.",
          {"9 May 2024 | DATE | 2024-05-09 | 2024-05-09", "November of the current year | DATE | 2025-11 | 2025-11"}},
         {"2024-02-05", "Repairs should end by 1 Q 2025.", {"1 Q 2025 | DATE | 2025-Q1 | 2025-33"}},
         {"2024-02-05", "The line began to work at the turn of the year.", {"the turn of the year | DATE | 2024 | 2023-12/2024-01"}},
         {"2024-04-30",
          "In the last week of the month a team came.",
          {"the last week of the month | DATE | 2024-W17 | 2024-04-24/2024-04-30"}},
         {"2024-05-12",
          "In the week of Easter nobody came. At Easter it rained.",
          {"week of Easter | DATE | 2024-W13 | 2024-03-25/2024-03-31", "Easter | DATE | 2024-03-31 | 2024-03-31"}},
         {"2023-10-10",
          "The October-to-December rains began in the last days of September.",
          {"the last days of September | DATE | 2023-W39 | 2023-09-24/2023-09-30"}},
         {"2023-12-20",
          "It rained from October to December.",
          {"October | DATE | 2023-10 | 2023-10", "December | DATE | 2023-12 | 2023-12"}}},
        Genre::News);
}

TEST(TemporalBulletins, WhatComesIsNotLookedForInWhatWas) {
    expect_rows({{"2025-03-16",
                  "A team came to prepare the summit of 3–4 April.",
                  {"3 | DATE | 2025-04-03 | 2025-04-03", "4 April | DATE | 2025-04-04 | 2025-04-04"}},
                 {"2025-03-16",
                  "A team, which had come to prepare the EU–Central Asia summit of 4 April, left.",
                  {"4 April | DATE | 2025-04-04 | 2025-04-04"}},
                 {"2025-03-16", "A team came to praise the summit of 4 May.", {"4 May | DATE | 2024-05-04 | 2024-05-04"}},
                 {"2024-04-10", "The census was to last until 17 May.", {"17 May | DATE | 2024-05-17 | 2024-05-17"}},
                 {"2024-04-10", "The census was under way on 17 May.", {"17 May | DATE | 2023-05-17 | 2023-05-17"}}},
                Genre::News);
}

TEST(TemporalBulletins, CountsFromWhereTheTellingIs) {
    expect_rows({{"2024-04-28",
                  "The rule, in force since 1 February, divides them. On the 16th the house voted.",
                  {"1 February | DATE | 2024-02-01 | 2024-02-01", "the 16th | DATE | 2024-04-16 | 2024-04-16"}},
                 {"2024-04-28",
                  "The rule came into force on 1 February. On the 16th the house voted.",
                  {"1 February | DATE | 2024-02-01 | 2024-02-01", "the 16th | DATE | 2024-02-16 | 2024-02-16"}},
                 {"2024-04-28",
                  "On 5 April it rained. He was in Rome in mid-April. A week later he resigned.",
                  {"5 April | DATE | 2024-04-05 | 2024-04-05", "mid-April | DATE | 2024-04 | 2024-04-11/2024-04-20",
                   "A week later | DATE | 2024-W17 | 2024-04-22/2024-04-28"}},
                 {"2024-01-31",
                  "It was to start on 1 January but did so a fortnight later.",
                  {"1 January | DATE | 2024-01-01 | 2024-01-01", "a fortnight later | DATE | 2024-01-15 | 2024-01-15"}}},
                Genre::News);
}

TEST(TemporalBulletins, CountsBackFromThePeriodUnderReview) {
    expect_rows({{"2023-10-10",
                  "**Reporting period:** 25 September – 8 October 2023\n\nTwo weeks before the period under review a boat sank. Three days "
                  "before the reporting period it rained.",
                  {"25 September | DATE | 2023-09-25 | 2023-09-25", "8 October 2023 | DATE | 2023-10-08 | 2023-10-08",
                   "Two weeks before the period under review | DATE | 2023-W37 | 2023-09-11/2023-09-17",
                   "Three days before the reporting period | DATE | 2023-09-22 | 2023-09-22"}},
                 {"2023-10-10", "Two weeks before the period of rain a boat sank.", {"Two weeks | DURATION | P2W | -"}}},
                Genre::News);
}

TEST(TemporalBulletins, AHalfYearEndsWithItsLastMonth) {
    expect_rows({{"2025-03-16",
                  "It will be told before the end of the first half of 2025.",
                  {"the end of the first half of 2025 | DATE | 2025-H1 | 2025-06"}},
                 {"2025-03-16", "It will be told in the first half of 2025.", {"the first half of 2025 | DATE | 2025-H1 | 2025-40"}}},
                Genre::News);
}

TEST(TemporalBulletins, OnADayLikeToday) {
    const auto found =
        find_timexes("On a day like today, in 1935, the armistice was signed. It took a day like any other.", published_on("2025-06-12"));
    ASSERT_EQ(found.size(), 3u);
    EXPECT_EQ(found[0].value, "2025-06-12");
    EXPECT_EQ(found[2].type, TimexType::Duration);
}

TEST(TemporalBulletins, WeeksLaterAreDaysAndNoWeeksOfTheCalendar) {
    expect_rows({{"2024-04-28",
                  "Rebels took it on 27 January 2024. A week later they left.",
                  {"27 January 2024 | DATE | 2024-01-27 | 2024-01-27", "A week later | DATE | 2024-W05 | 2024-02-03~"}},
                 {"2024-04-28",
                  "Rebels took it on 5 February 2024. Two weeks on, they left.",
                  {"5 February 2024 | DATE | 2024-02-05 | 2024-02-05", "Two weeks on | DATE | 2024-W08 | 2024-02-19~"}},
                 {"2024-04-28",
                  "Rebels took it on 5 February 2024. The following week they left.",
                  {"5 February 2024 | DATE | 2024-02-05 | 2024-02-05", "The following week | DATE | 2024-W07 | 2024-02-12/2024-02-18"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
