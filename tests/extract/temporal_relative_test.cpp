#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalRelative, CountsFromTheDocumentsDay) {
    expect_rows(
        {{"2023-04-26",
          "Yesterday he spoke, today he rests, tomorrow he travels; the day before yesterday it rained.",
          {"Yesterday | DATE | 2023-04-25 | 2023-04-25", "today | DATE | 2023-04-26 | 2023-04-26",
           "tomorrow | DATE | 2023-04-27 | 2023-04-27", "the day before yesterday | DATE | 2023-04-24 | 2023-04-24"}},
         {"2023-04-26",
          "It was said on Monday that the envoy will come on Friday.",
          {"Monday | DATE | 2023-04-24 | 2023-04-24", "Friday | DATE | 2023-04-28 | 2023-04-28"}},
         {"2023-04-26",
          "Last week it fell, this month it rose, and next year it will hold.",
          {"Last week | DATE | 2023-W16 | 2023-04-17/2023-04-23", "this month | DATE | 2023-04 | 2023-04",
           "next year | DATE | 2024 | 2024"}},
         {"2023-04-26",
          "Last May, this summer, last winter, next March.",
          {"Last May | DATE | 2022-05 | 2022-05", "this summer | DATE | 2023-SU | 2023-22", "last winter | DATE | 2022-WI | 2022-24",
           "next March | DATE | 2024-03 | 2024-03"}},
         {"2023-04-26",
          "Three weeks ago it began; two years ago it was planned; a month ago it was paid for.",
          {"Three weeks ago | DATE | 2023-W14 | 2023-04-03/2023-04-09", "two years ago | DATE | 2021 | 2021",
           "a month ago | DATE | 2023-03 | 2023-03"}},
         {"2023-04-26",
          "It opened on 3 March 2022 and two days later it closed. The following week it reopened.",
          {"3 March 2022 | DATE | 2022-03-03 | 2022-03-03", "two days later | DATE | 2022-03-05 | 2022-03-05",
           "The following week | DATE | 2022-W10 | 2022-03-07/2022-03-13"}},
         {"2023-04-26",
          "In May last year and in October of the previous year.",
          {"May last year | DATE | 2022-05 | 2022-05", "October of the previous year | DATE | 2021-10 | 2021-10"}},
         {"2023-04-26",
          "It was signed on 5 January 2021. That same day it was published. In the same month it took "
          "effect.",
          {"5 January 2021 | DATE | 2021-01-05 | 2021-01-05", "That same day | DATE | 2021-01-05 | 2021-01-05",
           "the same month | DATE | 2021-01 | 2021-01"}},
         {"2023-04-26",
          "Now it is known; recently it was not; in the future it may be; currently there is none.",
          {"Now | DATE | PRESENT_REF | -", "recently | DATE | PAST_REF | -", "the future | DATE | FUTURE_REF | -",
           "currently | DATE | PRESENT_REF | -"}},
         {"2023-04-26",
          "In recent years, in the coming weeks, these days.",
          {"recent years | DATE | PAST_REF | -", "the coming weeks | DATE | FUTURE_REF | -", "these days | DATE | PRESENT_REF | -"}},
         {"2023-04-26", "The former head and the current law.", {"current | DATE | PRESENT_REF | -"}},
         {"2023-04-26",
          "They agreed to meet on Thursday. They are meeting on Saturday. A vote is to be held on Tuesday.",
          {"Thursday | DATE | 2023-04-27 | 2023-04-27", "Saturday | DATE | 2023-04-29 | 2023-04-29",
           "Tuesday | DATE | 2023-05-02 | 2023-05-02"}},
         {"2023-04-26",
          "The parade took place this weekend; over the weekend it snowed; they will meet at the weekend.",
          {"this weekend | DATE | 2023-W16-WE | 2023-04-22/2023-04-23", "the weekend | DATE | 2023-W16-WE | 2023-04-22/2023-04-23",
           "the weekend | DATE | 2023-W17-WE | 2023-04-29/2023-04-30"}},
         {"2023-04-26",
          "Earlier this week, later this month, early this year, late last year.",
          {"Earlier this week | DATE | 2023-W17 | 2023-04-24/2023-04-30", "later this month | DATE | 2023-04 | 2023-04",
           "early this year | DATE | 2023 | 2023-01/2023-04", "late last year | DATE | 2022 | 2022-09/2022-12"}},
         {"2023-04-26",
          "From Monday to Friday the road was shut.",
          {"Monday | DATE | 2023-04-24 | 2023-04-24", "Friday | DATE | 2023-04-28 | 2023-04-28"}},
         {"2023-04-26",
          "Profit rose in the third quarter from the year-ago quarter, and sales and earnings may grow in "
          "the second quarter.",
          {"the third quarter | DATE | 2022-Q3 | 2022-35", "the year-ago quarter | DATE | 2021-Q3 | 2021-35",
           "the second quarter | DATE | 2023-Q2 | 2023-34"}},
         {"2023-04-26",
          "The trial begins in September; the killing was in September; the law will change in January.",
          {"September | DATE | 2023-09 | 2023-09", "September | DATE | 2022-09 | 2022-09", "January | DATE | 2024-01 | 2024-01"}},
         {"2023-04-26",
          "Ten years from now, and a week from today.",
          {"Ten years from now | DATE | 2033 | 2033~", "a week from today | DATE | 2023-W18 | 2023-05-01/2023-05-07"}},
         {"2023-04-26", "The parliament will convene in two weeks' time.", {"two weeks' time | DATE | 2023-W19 | 2023-05-08/2023-05-14"}},
         {"2013-03-20",
          "Police have until Friday to charge him. A hearing is set for Thursday. The deadline is "
          "Saturday. The show opens Thursday and runs through Sunday.",
          {"Friday | DATE | 2013-03-22 | 2013-03-22", "Thursday | DATE | 2013-03-21 | 2013-03-21",
           "Saturday | DATE | 2013-03-23 | 2013-03-23", "Thursday | DATE | 2013-03-21 | 2013-03-21",
           "Sunday | DATE | 2013-03-24 | 2013-03-24"}},
         {"2013-03-20",
          "They could begin on Monday. It may end on Sunday. Ahmed met them on Monday. The vote comes on "
          "Friday.",
          {"Monday | DATE | 2013-03-25 | 2013-03-25", "Sunday | DATE | 2013-03-24 | 2013-03-24", "Monday | DATE | 2013-03-18 | 2013-03-18",
           "Friday | DATE | 2013-03-22 | 2013-03-22"}},
         {"2013-03-20",
          "The company, which reported a loss, will hold a meeting on Friday. Officials said the meeting "
          "scheduled for Monday was put off.",
          {"Friday | DATE | 2013-03-22 | 2013-03-22", "Monday | DATE | 2013-03-25 | 2013-03-25"}},
         {"2013-03-20",
          "It has been shut since Sunday. He is expected to arrive Sunday. They said that they would "
          "leave on Thursday.",
          {"Sunday | DATE | 2013-03-17 | 2013-03-17", "Sunday | DATE | 2013-03-24 | 2013-03-24",
           "Thursday | DATE | 2013-03-21 | 2013-03-21"}},
         {"2013-03-20",
          "Shares closed at 5 on Monday. The office is open until Friday. It was closed until Monday.",
          {"Monday | DATE | 2013-03-18 | 2013-03-18", "Friday | DATE | 2013-03-22 | 2013-03-22",
           "Monday | DATE | 2013-03-18 | 2013-03-18"}},
         {"2023-04-30",
          "It is due on Wednesday of this week; it was so on Wednesday of last week; rain is forecast for "
          "Monday.",
          {"Wednesday of this week | DATE | 2023-04-26 | 2023-04-26", "Wednesday of last week | DATE | 2023-04-19 | 2023-04-19",
           "Monday | DATE | 2023-05-01 | 2023-05-01"}},
         {"2023-04-30",
          "In the second half of March and the first half of the 19th century; for the week; it is to "
          "last 90 minutes.",
          {"the second half of March | DATE | 2023-03 | 2023-03-16/2023-03-31",
           "the first half of the 19th century | DATE | 18XX | 1800/1849", "the week | DATE | 2023-W17 | 2023-04-24/2023-04-30",
           "90 minutes | DURATION | PT90M | -"}}},
        Genre::News);
}

TEST(TemporalRelative, StepsOverTheNextOrTheLast) {
    expect_rows(
        {{"2025-11-09",
          "He is to visit in the week after next. They met the week before last; it was founded the year before last.",
          {"the week after next | DATE | 2025-W47 | 2025-11-17/2025-11-23",
           "the week before last | DATE | 2025-W43 | 2025-10-20/2025-10-26", "the year before last | DATE | 2023 | 2023"}},
         // 18 November 2024 is a Monday
         {"2024-11-18",
          "They met the night before last, the weekend before last, the summer before last and the Monday before last.",
          {"the night before last | TIME | 2024-11-16TNI | 2024-11-16",
           "the weekend before last | DATE | 2024-W45-WE | 2024-11-09/2024-11-10", "the summer before last | DATE | 2023-SU | 2023-22",
           "the Monday before last | DATE | 2024-11-04 | 2024-11-04"}},
         {"2024-11-18",
          "They will meet the Monday after next; he left the May before last.",
          {"the Monday after next | DATE | 2024-12-02 | 2024-12-02", "the May before last | DATE | 2023-05 | 2023-05"}},
         {"2024-11-18", "He died the week before last Christmas.", {"last Christmas | DATE | 2023-12-25 | 2023-12-25"}},
         {"2025-06-12",
          "The parties have yet to agree on volumes for the second half of the year. It is to be done in the last quarter of the year.",
          {"the second half of the year | DATE | 2025-H2 | 2025-41", "the last quarter of the year | DATE | 2025-Q4 | 2025-36"}}},
        Genre::News);
}

TEST(TemporalRelative, DaysAreOfTheMonthThatIsPointedTo) {
    expect_rows({{"2024-11-18",
                  "The trial opened on the 15th of this month. The strike began on the 3rd of last month. The vote will be held on the "
                  "fifteenth of next month.",
                  {"the 15th of this month | DATE | 2024-11-15 | 2024-11-15", "the 3rd of last month | DATE | 2024-10-03 | 2024-10-03",
                   "the fifteenth of next month | DATE | 2024-12-15 | 2024-12-15"}},
                 {"2024-11-18",
                  "He left on the 31st of last month. The 31st of next month is a holiday.",
                  {"the 31st of last month | DATE | 2024-10-31 | 2024-10-31", "The 31st of next month | DATE | 2024-12-31 | 2024-12-31"}},
                 {"2024-11-18",
                  "In March 2019 he moved to Bonn. On the 15th he was arrested. On the 20th of the month he was freed.",
                  {"March 2019 | DATE | 2019-03 | 2019-03", "the 15th | DATE | 2019-03-15 | 2019-03-15",
                   "the 20th of the month | DATE | 2019-03-20 | 2019-03-20"}},
                 {"2024-11-18",
                  "In March 2019 he moved to Bonn. On the 15th floor he was arrested. The 15th of the men fled last month.",
                  {"March 2019 | DATE | 2019-03 | 2019-03", "last month | DATE | 2024-10 | 2024-10"}},
                 {"2024-11-18",
                  "In March 2019 he moved to Bonn. On the 25th he will be tried.",
                  {"March 2019 | DATE | 2019-03 | 2019-03", "the 25th | DATE | 2024-11-25 | 2024-11-25"}},
                 {"2024-11-18",
                  "It rained from Monday to Wednesday.",
                  {"Monday | DATE | 2024-11-11 | 2024-11-11", "Wednesday | DATE | 2024-11-13 | 2024-11-13"}},
                 {"2024-11-18",
                  "It will rain from Monday to Wednesday.",
                  {"Monday | DATE | 2024-11-18 | 2024-11-18", "Wednesday | DATE | 2024-11-20 | 2024-11-20"}}},
                Genre::News);
}

TEST(TemporalRelative, ADayInTheNameOfABodyIsNoDate) {
    expect_rows({{"2025-02-28",
                  "On 27 January fighters of the March 23 Movement entered the town; the previous day the 14 February Coalition had met.",
                  {"27 January | DATE | 2025-01-27 | 2025-01-27", "the previous day | DATE | 2025-01-26 | 2025-01-26"}}},
                Genre::News);
}

TEST(TemporalRelative, CountsWeeksFromAndToADay) {
    expect_rows({{"2024-11-18", "Two weeks ago today it fell.", {"Two weeks ago today | DATE | 2024-11-04 | 2024-11-04"}},
                 {"2024-11-18", "A week ago on Sunday it fell.", {"A week ago on Sunday | DATE | 2024-11-10 | 2024-11-10"}},
                 {"2024-11-18", "It opens two weeks from Friday.", {"two weeks from Friday | DATE | 2024-12-06 | 2024-12-06"}},
                 {"2024-11-20", "The Monday before last it fell.", {"The Monday before last | DATE | 2024-11-11 | 2024-11-11"}},
                 {"2024-11-18", "It will open Sunday week.", {"Sunday week | DATE | 2024-12-01 | 2024-12-01"}},
                 {"2024-11-18", "It will open Sunday. Week two follows.", {"Sunday | DATE | 2024-11-24 | 2024-11-24"}}},
                Genre::News);
}

TEST(TemporalRelative, AnOffsetBesideItsDateIsThatDate) {
    expect_rows({{"",
                  "The line opened in 1872. It reached Baku in 1883, eleven years later.",
                  {"1872 | DATE | 1872 | 1872", "1883 | DATE | 1883 | 1883", "eleven years later | DATE | 1883 | 1883"}},
                 {"2024-11-18",
                  "The other followed sixteen months later, in December 2023.",
                  {"sixteen months later | DATE | 2023-12 | 2023-12", "December 2023 | DATE | 2023-12 | 2023-12"}},
                 {"",
                  "The line opened in 1872. Eleven years later it reached Baku.",
                  {"1872 | DATE | 1872 | 1872", "Eleven years later | DATE | 1883 | 1883"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
