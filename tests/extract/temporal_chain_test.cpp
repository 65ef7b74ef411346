#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// What a date is counted from, where the text has told one just before.
namespace dateline::extract {
namespace {

constexpr const char* kMonday = "2024-11-18";

TimexRow after_talks(const char* text, const std::string& found) {
    return {kMonday, text, {"3 May 2024 | DATE | 2024-05-03 | 2024-05-03", found}};
}

TEST(TemporalChain, TheVerySameDayIsTheOneToldBefore) {
    expect_rows(
        {after_talks("Talks began on 3 May 2024. The very same day troops crossed the river.",
                     "The very same day | DATE | 2024-05-03 | 2024-05-03"),
         after_talks("Talks began on 3 May 2024. That very evening they left.", "That very evening | TIME | 2024-05-03TEV | 2024-05-03"),
         after_talks("Talks began on 3 May 2024. The selfsame day troops crossed.", "The selfsame day | DATE | 2024-05-03 | 2024-05-03"),
         after_talks("Talks began on 3 May 2024. That self-same evening they left.",
                     "That self-same evening | TIME | 2024-05-03TEV | 2024-05-03"),
         after_talks("Talks began on 3 May 2024. The very next day they ended.", "The very next day | DATE | 2024-05-04 | 2024-05-04"),
         after_talks("Talks began on 3 May 2024. Next morning they left.", "Next morning | TIME | 2024-05-04TMO | 2024-05-04"),
         {kMonday, "They leave this very day.", {"this very day | DATE | 2024-11-18 | 2024-11-18"}},
         // near misses
         {kMonday, "Talks began on 3 May 2024. The very day they began, troops crossed.", {"3 May 2024 | DATE | 2024-05-03 | 2024-05-03"}},
         {kMonday, "Talks began on 3 May 2024 for the very same reasons.", {"3 May 2024 | DATE | 2024-05-03 | 2024-05-03"}}},
        Genre::News);
}

TEST(TemporalChain, AYearOnCountsFromWhatWasTold) {
    const std::string june = "June 2019 | DATE | 2019-06 | 2019-06";
    expect_rows({{kMonday,
                  "Protests broke out in Tbilisi (June 2019). A year on, crowds came back (16 June).",
                  {june, "A year on | DATE | 2020-06 | 2020-06", "16 June | DATE | 2020-06-16 | 2020-06-16"}},
                 {kMonday,
                  "Protests broke out in June 2019. Two years later, crowds came back to the square (20 June).",
                  {june, "Two years later | DATE | 2021 | 2021", "20 June | DATE | 2021-06-20 | 2021-06-20"}},
                 {kMonday, "The dam opened in June 2019. Five years on, the lake is empty.", {june, "Five years on | DATE | 2024 | 2024"}},
                 {kMonday,
                  "The pact was signed (Vienna, 3 May 2019). Three years later nothing was built.",
                  {"3 May 2019 | DATE | 2019-05-03 | 2019-05-03", "Three years later | DATE | 2022 | 2022"}},
                 {kMonday,
                  "The talks failed (Geneva, 2012). A decade later, they resumed (Astana, 3 May).",
                  {"2012 | DATE | 2012 | 2012", "A decade later | DATE | 2022 | 2022~", "3 May | DATE | 2022-05-03 | 2022-05-03"}},
                 {kMonday,
                  "Protests broke out in June 2019. A year later, in May, they ended.",
                  {june, "A year later | DATE | 2020-06 | 2020-06", "May | DATE | 2020-05 | 2020-05"}},
                 // near misses
                 {kMonday, "They work a week on, a week off.", {"a week | DURATION | P1W | -", "a week | DURATION | P1W | -"}},
                 {kMonday, "The dam opened in June 2019. She spent a year on the road.", {june, "a year | DURATION | P1Y | -"}},
                 {kMonday,
                  "The dam opened in June 2024. A year on, nobody will ask.",
                  {"June 2024 | DATE | 2024-06 | 2024-06", "A year on | DATE | XXXX | -"}},
                 {kMonday,
                  "Protests broke out in Tbilisi (June 2019 to May 2020). Crowds came back (16 June).",
                  {june, "May 2020 | DATE | 2020-05 | 2020-05", "16 June | DATE | 2024-06-16 | 2024-06-16"}}},
                Genre::News);
}

TEST(TemporalChain, SeasonsGoOn) {
    const std::string summer = "the summer of 2021 | DATE | 2021-SU | 2021-22", autumn = "That autumn | DATE | 2021-FA | 2021-23";
    expect_rows(
        {{kMonday,
          "In the summer of 2021 they came. That autumn they left. The following spring they came back.",
          {summer, autumn, "The following spring | DATE | 2022-SP | 2022-21"}},
         {kMonday,
          "In the summer of 2021 they came. In the autumn they left. In the spring they came back.",
          {summer, "the autumn | DATE | 2021-FA | 2021-23", "the spring | DATE | 2022-SP | 2022-21"}},
         {kMonday,
          "It was shut in spring 2020. In summer it reopened. In the winter it closed.",
          {"spring 2020 | DATE | 2020-SP | 2020-21", "summer | DATE | 2020-SU | 2020-22", "the winter | DATE | 2020-WI | 2020-24"}},
         {kMonday,
          "In the summer of 2021 they came. That winter they left. That spring they came back.",
          {summer, "That winter | DATE | 2021-WI | 2021-24", "That spring | DATE | 2022-SP | 2022-21"}},
         {kMonday,
          "In January 2022 they came. That winter they left.",
          {"January 2022 | DATE | 2022-01 | 2022-01", "That winter | DATE | 2021-WI | 2021-24"}},
         {kMonday,
          "In the summer of 2021 they came. The spring after, they left, and the winter after that they came back.",
          {summer, "The spring after | DATE | 2022-SP | 2022-21", "the winter after that | DATE | 2022-WI | 2022-24"}},
         // near misses: one that the document's own day tells; one that is to come
         {kMonday, "In the summer of 2021 they came. Last spring they left.", {summer, "Last spring | DATE | 2024-SP | 2024-21"}},
         {kMonday, "In the summer of 2021 they came. In the spring they will leave.", {summer, "the spring | DATE | 2025-SP | 2025-21"}}},
        Genre::News);
}

TEST(TemporalChain, APartOfTheYearThatOpensItsSentence) {
    expect_rows(
        {{kMonday, "In 2022, first quarter exports rose.", {"2022 | DATE | 2022 | 2022", "first quarter | DATE | 2022-Q1 | 2022-33"}},
         {kMonday, "In 2019, on 5 May, he resigned.", {"2019 | DATE | 2019 | 2019", "5 May | DATE | 2019-05-05 | 2019-05-05"}},
         // a near miss: beside, and not before it
         {kMonday,
          "More than in 2022, third quarter exports rose.",
          {"2022 | DATE | 2022 | 2022", "third quarter | DATE | 2024-Q3 | 2024-35"}}},
        Genre::News);
}

TEST(TemporalChain, AVerbThatIsJoinedGoesOnInItsYear) {
    expect_rows({{kMonday,
                  "The Games opened in July 2021 and closed in August.",
                  {"July 2021 | DATE | 2021-07 | 2021-07", "August | DATE | 2021-08 | 2021-08"}},
                 {kMonday,
                  "Talks, the first since March 2022, took place on 16 May.",
                  {"March 2022 | DATE | 2022-03 | 2022-03", "16 May | DATE | 2024-05-16 | 2024-05-16"}},
                 {kMonday,
                  "He was elected on 3 November 2020 and took office on 20 January.",
                  {"3 November 2020 | DATE | 2020-11-03 | 2020-11-03", "20 January | DATE | 2021-01-20 | 2021-01-20"}},
                 {kMonday,
                  "Direct talks, the first since March 2022, took place on Friday, 15 November.",
                  {"March 2022 | DATE | 2022-03 | 2022-03", "Friday, 15 November | DATE | 2024-11-15 | 2024-11-15"}},
                 // a near miss: another that speaks
                 {kMonday,
                  "The law was passed in May 2020 and the court said in June it was void.",
                  {"May 2020 | DATE | 2020-05 | 2020-05", "June | DATE | 2024-06 | 2024-06"}}},
                Genre::News);
}

TEST(TemporalChain, WhatIsMovedHasItsOldDayBesideTheNew) {
    expect_rows({{kMonday,
                  "The vote was rescheduled from 5 to 12 December.",
                  {"5 | DATE | 2024-12-05 | 2024-12-05", "12 December | DATE | 2024-12-12 | 2024-12-12"}},
                 {kMonday,
                  "Officials moved the election from 5 February to 3 March.",
                  {"5 February | DATE | 2025-02-05 | 2025-02-05", "3 March | DATE | 2025-03-03 | 2025-03-03"}},
                 {kMonday,
                  "The match was moved from 12 to 25 November.",
                  {"12 | DATE | 2024-11-12 | 2024-11-12", "25 November | DATE | 2024-11-25 | 2024-11-25"}},
                 {kMonday,
                  "The meeting was brought forward from 10 to 7 December.",
                  {"10 | DATE | 2024-12-10 | 2024-12-10", "7 December | DATE | 2024-12-07 | 2024-12-07"}},
                 // a near miss: an army that moved
                 {kMonday,
                  "The army advanced from 5 to 12 December.",
                  {"5 | DATE | 2023-12-05 | 2023-12-05", "12 December | DATE | 2023-12-12 | 2023-12-12"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
