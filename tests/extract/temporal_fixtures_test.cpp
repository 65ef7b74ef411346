#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

// 18 November 2024 is a Monday.
TimexRow thursday(const char* text, const char* day) {
    return {"2024-11-18", text, {std::string("Thursday | DATE | ") + day + " | " + day}};
}
constexpr const char* kLast = "2024-11-14";
constexpr const char* kNext = "2024-11-21";

TimexRow one(const char* published, const char* text, const char* words, const std::string& value) {
    return {published, text, {std::string(words) + " | DATE | " + value + " | " + value}};
}

TEST(TemporalFixtures, WhatIsAwaitedIsToCome) {
    expect_rows({thursday("He faces trial Thursday.", kNext), thursday("He is being held until a hearing Thursday.", kNext),
                 thursday("Officials plan a meeting Thursday.", kNext), thursday("Traders await Thursday's decision.", kNext),
                 thursday("Ahead of Thursday's election, both made their case.", kNext),
                 thursday("Both are out of Thursday's match.", kNext), thursday("The keeper is doubtful for Thursday's match.", kNext),
                 thursday("Both are doubts for their trip to Leeds on Thursday.", kNext),
                 thursday("The union has set a Thursday strike deadline.", kNext)},
                Genre::News);
    expect_rows({thursday("He was cleared at trial Thursday.", kLast), thursday("Both walked out of Thursday's meeting.", kLast),
                 thursday("The team set a Thursday attendance record.", kLast), thursday("Ahead of the rest, he won Thursday.", kLast)},
                Genre::News);
}

TEST(TemporalFixtures, WhatIsAtAnHourOfADayIsToCome) {
    expect_rows({{"2024-11-18", "The funeral is at 11 a.m. Thursday.", {"11 a.m. Thursday | TIME | 2024-11-21T11:00 | 2024-11-21T11"}},
                 {"2024-11-18",
                  "Visitation is from 4 to 7 p.m. Thursday.",
                  {"4 | TIME | 2024-11-21T16:00 | 2024-11-21T16", "7 p.m. Thursday | TIME | 2024-11-21T19:00 | 2024-11-21T19"}},
                 thursday("The trial continues on Thursday.", kNext),
                 thursday("The trial continues after the arrest on Thursday.", kLast),
                 {"2024-11-18", "The funeral was at 11 a.m. Thursday.", {"11 a.m. Thursday | TIME | 2024-11-14T11:00 | 2024-11-14T11"}}},
                Genre::News);
}

TEST(TemporalFixtures, WeatherThatMayComeIsToCome) {
    expect_rows({thursday("Snow is likely on Thursday.", kNext), thursday("A slight chance of rain Thursday.", kNext),
                 thursday("The port will shut when it makes landfall on Thursday.", kNext)},
                Genre::News);
    expect_rows({thursday("The snow likely killed two on Thursday.", kLast), thursday("Rain Thursday filled the dams.", kLast)},
                Genre::News);
}

TEST(TemporalFixtures, AnOrderIsToBeObeyed) {
    expect_rows({thursday("Stay home on Thursday.", kNext), thursday("The mayor's advice: Stay home on Thursday.", kNext)}, Genre::News);
    expect_rows({thursday("Stay rules were eased on Thursday.", kLast)}, Genre::News);
}

TEST(TemporalFixtures, TeamsTravelToAndTakeOnOthers) {
    expect_rows({thursday("City travel to Leeds on Thursday.", kNext), thursday("City take on Leeds on Thursday.", kNext),
                 thursday("United visit Leeds on Thursday.", kNext), thursday("They won at home and face Leeds on Thursday.", kNext)},
                Genre::News);
    expect_rows({{"2024-11-18",
                  "We play Leeds tonight and then Hull at home on Thursday.",
                  {"tonight | TIME | 2024-11-18TNI | 2024-11-18", "Thursday | DATE | 2024-11-21 | 2024-11-21"}},
                 thursday("His visit to Leeds on Thursday ended early.", kLast)},
                Genre::News);
}

TEST(TemporalFixtures, WhatSeemsSoIsNotToCome) {
    expect_rows(
        {thursday("Ice is believed to be a factor in Thursday's third fatal two-car crash.", kLast),
         thursday("Thursday seems to be the best night.", kLast), thursday("He appears to have set out on a trek on Thursday.", kLast),
         thursday("Police want to speak to a man seen near the shop Thursday.", kLast)},
        Genre::News);
    expect_rows(
        {thursday("He is believed to be leaving on Thursday.", kNext), thursday("The man is to be seen near the shop Thursday.", kNext)},
        Genre::News);
}

TEST(TemporalFixtures, ARecordSetOnADayWasSet) {
    expect_rows({thursday("The index will pass the high of 4,314.70 set Thursday.", kLast)}, Genre::News);
    expect_rows({thursday("He will attend a hearing set Thursday.", kNext)}, Genre::News);
}

TEST(TemporalFixtures, WhatStartedAfterWhatWasDone) {
    expect_rows({thursday("Shops are dark after the firm shut off power in two towns starting Thursday.", kLast)}, Genre::News);
    expect_rows({thursday("The firm said stores close starting Thursday.", kNext)}, Genre::News);
}

TEST(TemporalFixtures, WhatIsMovedGoesFromOneDayToComeToAnother) {
    expect_rows({{"2024-11-18",
                  "The vote was pushed from Friday to Thursday.",
                  {"Friday | DATE | 2024-11-22 | 2024-11-22", "Thursday | DATE | 2024-11-21 | 2024-11-21"}},
                 {"2024-11-18",
                  "The fair ran from Thursday to Friday.",
                  {"Thursday | DATE | 2024-11-14 | 2024-11-14", "Friday | DATE | 2024-11-15 | 2024-11-15"}}},
                Genre::News);
}

TEST(TemporalFixtures, WhatIsBeforeADayOfItsSentenceIsAfterIt) {
    expect_rows({{"2024-11-18",
                  "They met on Friday in their last debate before Tuesday's election.",
                  {"Friday | DATE | 2024-11-15 | 2024-11-15", "Tuesday | DATE | 2024-11-19 | 2024-11-19"}},
                 {"2024-11-18",
                  "They met on Friday after Tuesday's election.",
                  {"Friday | DATE | 2024-11-15 | 2024-11-15", "Tuesday | DATE | 2024-11-12 | 2024-11-12"}}},
                Genre::News);
}

TEST(TemporalFixtures, FollowingAGenitiveIsAfter) {
    expect_rows({thursday("The road is open following Thursday's crash.", kLast)}, Genre::News);
    expect_rows({one("2024-11-18", "He left the following Thursday.", "the following Thursday", "2024-11-21")}, Genre::News);
}

TEST(TemporalFixtures, TheMonthThatItIsIsNoYearBack) {
    expect_rows({one("2024-07-04", "The rains have strengthened in July.", "July", "2024-07"),
                 one("2004-12-02", "The grocer said its December sales will rise.", "December", "2004-12"),
                 one("2004-12-02", "The grocer said its January same-store sales will rise.", "January", "2005-01")},
                Genre::News);
    expect_rows({one("2024-07-04", "The rains have strengthened since August.", "August", "2023-08"),
                 one("2004-12-02", "The grocer said its January sales rose.", "January", "2004-01")},
                Genre::News);
}

TEST(TemporalFixtures, MonthsThatAreAwaitedAreToCome) {
    expect_rows({one("2024-09-10", "Ahead of elections in November, he toured the state.", "November", "2024-11"),
                 one("2019-10-28", "The firm said it was laying off 130 people through November.", "November", "2019-11"),
                 one("2024-07-10", "The August 14 hearing was postponed.", "August 14", "2024-08-14"),
                 one("2024-09-10", "He won the March election.", "March", "2024-03")},
                Genre::News);
    expect_rows({{"2004-06-21",
                  "The ministers would meet June 27, followed by talks in August.",
                  {"June 27 | DATE | 2004-06-27 | 2004-06-27", "August | DATE | 2004-08 | 2004-08"}},
                 one("2024-09-10", "He lost after elections in November and toured the state.", "November", "2023-11"),
                 one("2024-07-10", "On August 14 the hearing was closed.", "August 14", "2023-08-14")},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
