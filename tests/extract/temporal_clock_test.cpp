#include "extract/temporal_support.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

TEST(TemporalClock, ReadsTimesOfDayWithTheirDayAndZone) {
    expect_rows(
        {{"2023-04-26",
          "At 8:30 a.m. EST on Saturday; at 17:05 GMT on Monday; at 5pm.",
          {"8:30 a.m. EST on Saturday | TIME | 2023-04-22T08:30 | 2023-04-22T13:30Z",
           "17:05 GMT on Monday | TIME | 2023-04-24T17:05 | 2023-04-24T17:05Z", "5pm | TIME | 2023-04-24T17:00 | 2023-04-24T17"}},
         {"2023-04-26",
          "At 9 o'clock on Tuesday evening; at noon; at midnight on Sunday; at half past six; at a "
          "quarter to five.",
          {"9 o'clock on Tuesday evening | TIME | 2023-04-25T21:00 | 2023-04-25T21", "noon | TIME | 2023-04-25T12:00 | 2023-04-25T12",
           "midnight on Sunday | TIME | 2023-04-23T24:00 | 2023-04-23", "half past six | TIME | 2023-04-23T06:30 | 2023-04-23T06:30",
           "a quarter to five | TIME | 2023-04-23T04:45 | 2023-04-23T04:45"}},
         {"2023-04-26",
          "On Tuesday night, early Wednesday morning, last night, this morning, tomorrow afternoon, "
          "tonight.",
          {"Tuesday night | TIME | 2023-04-25TNI | 2023-04-25", "early Wednesday morning | TIME | 2023-04-26TMO | 2023-04-26",
           "last night | TIME | 2023-04-25TNI | 2023-04-25", "this morning | TIME | 2023-04-26TMO | 2023-04-26",
           "tomorrow afternoon | TIME | 2023-04-27TAF | 2023-04-27", "tonight | TIME | 2023-04-26TNI | 2023-04-26"}},
         {"2023-04-26",
          "Sent 26 Apr 2023 14:05:33 +0000; logged 2023-04-25T09:30:00Z.",
          {"26 Apr 2023 14:05:33 +0000 | TIME | 2023-04-26T14:05:33 | 2023-04-26T14:05:33Z",
           "2023-04-25T09:30:00Z | TIME | 2023-04-25T09:30:00 | 2023-04-25T09:30:00Z"}},
         {"2023-04-26",
          "In the early hours of Sunday; on the night of 3 May; in the morning of 5 May.",
          {"the early hours of Sunday | TIME | 2023-04-23TMO | 2023-04-23", "the night of 3 May | TIME | 2023-05-03TNI | 2023-05-03",
           "the morning of 5 May | TIME | 2023-05-05TMO | 2023-05-05"}},
         {"2023-04-26",
          "Between 9 and 11 a.m.; at 0300 GMT; at 1800 hours; at 5.30pm.",
          {"9 | TIME | 2023-04-26T09:00 | 2023-04-26T09", "11 a.m. | TIME | 2023-04-26T11:00 | 2023-04-26T11",
           "0300 GMT | TIME | 2023-04-26T03:00 | 2023-04-26T03:00Z", "1800 hours | TIME | 2023-04-26T18:00 | 2023-04-26T18:00",
           "5.30pm | TIME | 2023-04-26T17:30 | 2023-04-26T17:30"}},
         {"2023-04-26",
          "At 23:30 UTC+4 on 3 March 2022 the pump stopped.",
          {"23:30 UTC+4 on 3 March 2022 | TIME | 2022-03-03T23:30 | 2022-03-03T19:30Z"}},
         {"2023-04-26",
          "On the night of 3–4 May 2020; from 9 a.m. to 5 p.m. GMT on 3 May 2022.",
          {"the night of 3 | TIME | 2020-05-03TNI | 2020-05-03", "4 May 2020 | DATE | 2020-05-04 | 2020-05-04",
           "9 a.m. | TIME | 2022-05-03T09:00 | 2022-05-03T09Z", "5 p.m. GMT on 3 May 2022 | TIME | 2022-05-03T17:00 | 2022-05-03T17Z"}}},
        Genre::News);
}

TEST(TemporalClock, FourDigitsThatAreCalledAnHourAreNoYear) {
    for (const char* hour : {"1430 hrs", "1430 hours", "1430 GMT", "1430 local time"}) {
        const std::string behind = fmt::format("Sector Bulletin\n\n30 September 2025\n\nRockets hit the camp on 24 September, {}.", hour);
        EXPECT_EQ(infer_document_date(behind, {}).date->text(), "2025-09-30") << hour;
        const std::string before = fmt::format("Sector Bulletin\n\n30 September 2025\n\nAt {} on 24 September rockets hit the camp.", hour);
        EXPECT_EQ(infer_document_date(before, {}).date->text(), "2025-09-30") << hour;
    }
    EXPECT_EQ(infer_document_date("Chronicle\n\nThe charter was sealed on 24 September, 1430.", {}).date->text().substr(0, 4), "1430");
}

TEST(TemporalClock, EntriesOfALogAreOfTheDayAboveThem) {
    expect_rows(
        {{"2022-03-10",
          "## Thursday 24 February 2022\n05:45 – troops cross the border\n06:20 GMT: blasts heard, talks are on Friday\n14:02: troops land",
          {"Thursday 24 February 2022 | DATE | 2022-02-24 | 2022-02-24", "05:45 | TIME | 2022-02-24T05:45 | 2022-02-24T05:45",
           "06:20 GMT | TIME | 2022-02-24T06:20 | 2022-02-24T06:20Z", "Friday | DATE | 2022-02-25 | 2022-02-25",
           "14:02 | TIME | 2022-02-24T14:02 | 2022-02-24T14:02"}},
         {"2024-11-18", "22.10: leaders meet. Version 22.10 is out.", {"22.10 | TIME | 2024-11-18T22:10 | 2024-11-18T22:10"}},
         {"2024-11-18", "It began at 6:00am.", {"6:00am | TIME | 2024-11-18T06:00 | 2024-11-18T06:00"}},
         {"2024-11-18",
          "On 24 February 2022\nat 05:45 troops crossed.",
          {"24 February 2022\nat 05:45 | TIME | 2022-02-24T05:45 | 2022-02-24T05:45"}}},
        Genre::News);
}

TEST(TemporalClock, NightsOverTwoDaysAndTheMidnightThatBeginsADay) {
    expect_rows({{"2024-02-18",
                  "They struck overnight on 16-17 February.",
                  {"overnight on 16 | TIME | 2024-02-16TNI | 2024-02-16", "17 February | DATE | 2024-02-17 | 2024-02-17"}},
                 {"2024-10-04", "It came after midnight on Thursday.", {"midnight on Thursday | TIME | 2024-10-03T00:00 | 2024-10-03T00"}},
                 {"2024-10-04", "It came at midnight on Thursday.", {"midnight on Thursday | TIME | 2024-10-03T24:00 | 2024-10-03"}}},
                Genre::News);
}

TEST(TemporalClock, JoinsAPartOfTheDayWithItsDay) {
    expect_rows({{"2024-11-18", "They struck at midnight tonight.", {"midnight tonight | TIME | 2024-11-18T24:00 | 2024-11-18"}},
                 {"2024-11-18", "It happened on Friday mid-morning.", {"Friday mid-morning | TIME | 2024-11-15TMO | 2024-11-15"}},
                 {"2024-11-18", "It happened mid-afternoon on Friday.", {"mid-afternoon on Friday | TIME | 2024-11-15TAF | 2024-11-15"}},
                 {"2024-11-18", "Two died overnight Saturday.", {"overnight Saturday | TIME | 2024-11-16TNI | 2024-11-16"}},
                 {"2024-11-18", "They play on Friday nights.", {"Friday nights | SET | XXXX-WXX-5TNI | -"}},
                 {"2024-11-18", "They played on Friday night.", {"Friday night | TIME | 2024-11-15TNI | 2024-11-15"}},
                 {"2024-11-18", "He was shot late on Friday.", {"late on Friday | DATE | 2024-11-15 | 2024-11-15"}},
                 {"2024-11-18", "It was too late on that count.", {}}},
                Genre::News);
}

TEST(TemporalClock, StartsAnEveningsGameInTheEvening) {
    expect_rows({{"2024-11-18",
                  "Tonight's game starts at 7:30.",
                  {"Tonight | TIME | 2024-11-18TNI | 2024-11-18", "7:30 | TIME | 2024-11-18T19:30 | 2024-11-18T19:30"}},
                 {"2024-11-18", "The first train leaves at 7:30.", {"7:30 | TIME | 2024-11-18T07:30 | 2024-11-18T07:30"}}},
                Genre::News);
}

TEST(TemporalClock, MarksWhatATimeDescribesWhereItHappened) {
    expect_rows({{"2024-11-18", "A weekend fire killed two.", {"weekend | DATE | 2024-W46-WE | 2024-11-16/2024-11-17"}},
                 {"2024-11-18", "He bought a weekend home.", {}},
                 {"2024-11-18", "Stocks recovered from a morning slump.", {"morning | TIME | 2024-11-18TMO | 2024-11-18"}},
                 {"2024-11-18", "He is a morning person.", {}},
                 {"2024-11-18", "He had planned a day trip.", {}},
                 {"2024-11-18", "He stayed for a day.", {"a day | DURATION | P1D | -"}}},
                Genre::News);
}

TEST(TemporalClock, KnowsWhichDayIsSpokenOf) {
    expect_rows({{"2024-11-19",
                  "Rockets fell on Sunday, hurting two, and another earlier in the day.",
                  {"Sunday | DATE | 2024-11-17 | 2024-11-17", "earlier in the day | DATE | 2024-11-17 | 2024-11-17"}},
                 {"2024-11-19", "Rockets hurt another earlier in the day.", {"earlier in the day | DATE | 2024-11-19 | 2024-11-19"}},
                 {"2005-10-20",
                  "He bought a Saturday edition. It fell to $33 in afternoon trading.",
                  {"Saturday | DATE | 2005-10-15 | 2005-10-15", "afternoon | TIME | 2005-10-20TAF | 2005-10-20"}},
                 {"2005-10-20",
                  "He survived a Saturday fire. It began in the afternoon.",
                  {"Saturday | DATE | 2005-10-15 | 2005-10-15", "the afternoon | TIME | 2005-10-15TAF | 2005-10-15"}},
                 {"1997-11-29",
                  "Shares rose on Friday after the Thanksgiving break. Trading ended at 10 a.m.",
                  {"Friday | DATE | 1997-11-28 | 1997-11-28", "Thanksgiving | DATE | 1997-11-27 | 1997-11-27",
                   "10 a.m. | TIME | 1997-11-28T10:00 | 1997-11-28T10"}}},
                Genre::News);
}

TEST(TemporalClock, AnHourOfEveryDaySinceADayIsOfNoneInParticular) {
    expect_rows(
        {{"2026-01-20",
          "Power has been cut after 22:00 since 10 November.",
          {"22:00 | TIME | XXXX-XX-XXT22:00 | -", "10 November | DATE | 2025-11-10 | 2025-11-10"}},
         {"2026-01-20",
          "The road is closed from 22:00 each night since 10 January.",
          {"22:00 each night | TIME | XXXX-XX-XXT22:00 | -", "10 January | DATE | 2026-01-10 | 2026-01-10"}},
         {"2026-01-20", "Power was cut at 22:00 on 10 November.", {"22:00 on 10 November | TIME | 2025-11-10T22:00 | 2025-11-10T22:00"}}},
        Genre::News);
}

TEST(TemporalClock, OvernightIsOfTheDaysBesideIt) {
    expect_rows({{"2026-01-20",
                  "Drones struck the port overnight from 26 to 27 November.",
                  {"overnight from 26 | TIME | 2025-11-26TNI | 2025-11-26", "27 November | DATE | 2025-11-27 | 2025-11-27"}},
                 {"2026-01-20",
                  "Drones struck the port overnight 3–4 January.",
                  {"overnight 3 | TIME | 2026-01-03TNI | 2026-01-03", "4 January | DATE | 2026-01-04 | 2026-01-04"}},
                 {"2026-01-20", "Drones killed overnight 3 people in the port.", {"overnight | TIME | 2026-01-19TNI | 2026-01-19"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
