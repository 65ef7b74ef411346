#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// Reports on markets and companies: the day and the quarter that they are about, beside those that they compare them with.
namespace dateline::extract {
namespace {

const std::string kReport = "Shares fell as investors read the earnings. ";

std::string report(const std::string& text) { return kReport + text; }

TEST(TemporalMarkets, TheDayIsThatOfTheReport) {
    const std::string level = report("Prices dropped Thursday, below the peak of May 3, 1988. The index lost 8 points for the day.");
    const std::string began =
        report("Prices dropped Thursday. Dealers started the day cheerful, after a rise Tuesday. As the day dragged on they sold.");
    const std::string highs = report("A fault Thursday meant that the day's highs went unread. Tin finished the day up.");
    const std::string most = report("Prices rose Thursday after they had sagged for most of the day.");
    const std::string other = report("Prices rose Tuesday. On Wednesday they fell by 3 points for the day.");
    expect_rows({{"1990-05-11",
                  level.c_str(),
                  {"Thursday | DATE | 1990-05-10 | 1990-05-10", "May 3, 1988 | DATE | 1988-05-03 | 1988-05-03",
                   "the day | DATE | 1990-05-10 | 1990-05-10"}},
                 {"1990-05-11",
                  began.c_str(),
                  {"Thursday | DATE | 1990-05-10 | 1990-05-10", "the day | DATE | 1990-05-10 | 1990-05-10",
                   "Tuesday | DATE | 1990-05-08 | 1990-05-08", "the day | DATE | 1990-05-10 | 1990-05-10"}},
                 {"1990-05-11",
                  highs.c_str(),
                  {"Thursday | DATE | 1990-05-10 | 1990-05-10", "the day | DATE | 1990-05-10 | 1990-05-10",
                   "the day | DATE | 1990-05-10 | 1990-05-10"}},
                 {"1990-05-11", most.c_str(), {"Thursday | DATE | 1990-05-10 | 1990-05-10", "the day | DATE | 1990-05-10 | 1990-05-10"}},
                 {"1990-05-11",
                  other.c_str(),
                  {"Tuesday | DATE | 1990-05-08 | 1990-05-08", "Wednesday | DATE | 1990-05-09 | 1990-05-09",
                   "the day | DATE | 1990-05-09 | 1990-05-09"}}},
                Genre::News);
}

TEST(TemporalMarkets, NoDayIsToldByTheDayOfAnIdiom) {
    expect_rows({{"1990-05-11", "He saved the day for the club.", {}},
                 {"1990-05-11", "It was the dish of the day at the inn.", {}},
                 {"1990-05-11", "She dreads the day when he retires.", {}}},
                Genre::News);
}

TEST(TemporalMarkets, AClockIsOfTheDayThatTradingIsToldOf) {
    const std::string volume = report(
        "Prices rose Thursday. Claims had fallen in the week ended April 28. Turnover was 90 million lots when the bell rang at 4 p.m. in "
        "Ghent.");
    const std::string parts = report(
        "Prices rose Thursday after a slow morning slump and a steep afternoon selloff, traders said. In Exchange "
        "afternoon trading they held; the euro had sunk by midmorning.");
    expect_rows({{"1990-05-11",
                  volume.c_str(),
                  {"Thursday | DATE | 1990-05-10 | 1990-05-10", "the week | DURATION | P1W | -",
                   "April 28 | DATE | 1990-04-28 | 1990-04-28", "4 p.m. | TIME | 1990-05-10T16:00 | 1990-05-10T16"}},
                 {"1990-05-11",
                  parts.c_str(),
                  {"Thursday | DATE | 1990-05-10 | 1990-05-10", "morning | TIME | 1990-05-10TMO | 1990-05-10",
                   "afternoon | TIME | 1990-05-10TAF | 1990-05-10", "afternoon | TIME | 1990-05-10TAF | 1990-05-10",
                   "midmorning | TIME | 1990-05-10TMO | 1990-05-10"}}},
                Genre::News);
}

TEST(TemporalMarkets, TheQuarterIsThatOfTheReportAndThatQuarterTheOneJustTold) {
    const std::string before = report(
        "Third-quarter profit was $4 million. In last year's third quarter it lost $3 million. "
        "A write-off weighed on that quarter. Output for the quarter rose.");
    const std::string slide = report(
        "Cocoa slid in the third quarter. It had begun to in the second quarter. Both were bad. Tin "
        "lost 3% in the quarter.");
    expect_rows({{"1991-11-05",
                  before.c_str(),
                  {"Third-quarter | DATE | 1991-Q3 | 1991-35", "last year's third quarter | DATE | 1990-Q3 | 1990-35",
                   "that quarter | DATE | 1990-Q3 | 1990-35", "the quarter | DATE | 1991-Q3 | 1991-35"}},
                 {"1991-11-05",
                  slide.c_str(),
                  {"the third quarter | DATE | 1991-Q3 | 1991-35", "the second quarter | DATE | 1991-Q2 | 1991-34",
                   "the quarter | DATE | 1991-Q3 | 1991-35"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhatAPeriodIsComparedWithLiesAYearBeforeIt) {
    const std::string period = report(
        "Third-quarter sales were $4 million, against $3 million in the same quarter of 1990 and $2 million in "
        "the corresponding quarter last year.");
    const std::string named = report("Third-quarter sales were $4 million, against $3 million in the 1990 period.");
    const std::string months = report(
        "Third-quarter profit was $4 million. For the nine months, it earned $9 million, up from $8 million a "
        "year earlier.");
    const std::string amount = report("It told of sales in the April-June period of $3 million.");
    expect_rows(
        {{"1991-11-05",
          period.c_str(),
          {"Third-quarter | DATE | 1991-Q3 | 1991-35", "the same quarter of 1990 | DATE | 1990-Q3 | 1990-35",
           "the corresponding quarter last year | DATE | 1990-Q3 | 1990-35"}},
         {"1991-11-05", named.c_str(), {"Third-quarter | DATE | 1991-Q3 | 1991-35", "the 1990 period | DATE | 1990-Q3 | 1990-35"}},
         {"1991-11-05",
          months.c_str(),
          {"Third-quarter | DATE | 1991-Q3 | 1991-35", "the nine months | DURATION | P9M | -", "a year earlier | DATE | 1990 | 1990"}},
         {"1991-11-05", amount.c_str(), {"the April-June period | DATE | 1991-Q2 | 1991-34"}}},
        Genre::News);
}

TEST(TemporalMarkets, AYearThatIsOverIsReportedOnInWinter) {
    const std::string text = report("But for the flood, profit for the year would have been higher. Stocks shrank during the year.");
    expect_rows({{"1992-02-06", text.c_str(), {"the year | DATE | 1991 | 1991", "the year | DATE | 1991 | 1991"}}}, Genre::News);
}

TEST(TemporalMarkets, WhatWasToComeYesterdayIsOver) {
    // 1 August 2012 is a Wednesday
    expect_rows({{"2012-08-01", "The ferry was expected off Malta early Tuesday.", {"early Tuesday | DATE | 2012-07-31 | 2012-07-31"}},
                 {"2012-08-01",
                  "The hearing was set to go on Tuesday afternoon, until the miners marched.",
                  {"Tuesday afternoon | TIME | 2012-07-31TAF | 2012-07-31"}},
                 {"2012-08-01", "He was scheduled to testify Thursday.", {"Thursday | DATE | 2012-08-02 | 2012-08-02"}},
                 {"2012-08-01",
                  "Schools could open Thursday if teachers back the deal on Wednesday.",
                  {"Thursday | DATE | 2012-08-02 | 2012-08-02", "Wednesday | DATE | 2012-08-01 | 2012-08-01"}},
                 {"2012-08-01",
                  "Owners met at a Town Planning Office in Leeds Tuesday to discuss the road.",
                  {"Tuesday | DATE | 2012-07-31 | 2012-07-31"}}},
                Genre::News);
}

TEST(TemporalMarkets, AForecastIsOfWhatIsToComeAndACutIsMade) {
    const std::string better = report("Its mines lost money in the third quarter, but it forecast brisk fourth-quarter results.");
    const std::string cut = report("The mill in May cut its output forecasts, blaming the drought.");
    const std::string through = report("In the April-through-June period the mill earned 3 cents a share.");
    expect_rows(
        {{"2007-10-25", better.c_str(), {"the third quarter | DATE | 2007-Q3 | 2007-35", "fourth-quarter | DATE | 2007-Q4 | 2007-36"}},
         {"2007-10-25", cut.c_str(), {"May | DATE | 2007-05 | 2007-05"}},
         {"2007-10-25", through.c_str(), {"the April-through-June period | DATE | 2007-Q2 | 2007-34"}}},
        Genre::News);
}

TEST(TemporalMarkets, TheSamePeriodIsThatOfTheMonthThatWasTold) {
    const std::string text = report(
        "Tin rose 2% in August over July, a guild said last week. Beside the same period a year ago, its price "
        "was flat.");
    expect_rows({{"2020-09-23",
                  text.c_str(),
                  {"August | DATE | 2020-08 | 2020-08", "July | DATE | 2020-07 | 2020-07",
                   "last week | DATE | 2020-W38 | 2020-09-14/2020-09-20", "the same period a year ago | DATE | 2019-08 | 2019-08"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhatIsSupposedToComeHasItsDayAhead) {
    // 10 December 1997 is a Wednesday
    expect_rows({{"1997-12-10", "The ferry was supposed to leave Jan. 15.", {"Jan. 15 | DATE | 1998-01-15 | 1998-01-15"}},
                 {"1997-12-10", "Hopes rose on the chance of Thursday talks.", {"Thursday | DATE | 1997-12-11 | 1997-12-11"}}},
                Genre::News);
}

TEST(TemporalMarkets, EarlierInTheDayIsOfTheDayJustTold) {
    expect_rows({{"1989-03-08",
                  "The mayor yesterday would not open the gates. Earlier in the day the guards went home.",
                  {"yesterday | DATE | 1989-03-07 | 1989-03-07", "Earlier in the day | DATE | 1989-03-07 | 1989-03-07"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhatIsForDeliveryIsToCome) {
    const std::string text = report("Cocoa sagged, its contract for delivery in May most of all. It rallied to close the day up 2 cents.");
    const std::string weekly = report("A weekly U.S. stocks bulletin helped. The dig will drag on for months, or years, they say.");
    const std::string week = report("Tin is up 4% this week and 51% from a year earlier. The miners quit the year-end talks last week.");
    expect_rows({{"1990-04-09", text.c_str(), {"May | DATE | 1990-05 | 1990-05", "the day | DATE | 1990-04-09 | 1990-04-09"}},
                 {"1990-04-09", weekly.c_str(), {"weekly | SET | P1W | -", "months | DURATION | PXM | -", "years | DURATION | PXY | -"}},
                 {"1985-01-10",
                  week.c_str(),
                  {"this week | DATE | 1985-W02 | 1985-01-07/1985-01-13", "a year earlier | DATE | 1984 | 1984",
                   "the year-end | DATE | 1984 | 1984-11/1984-12", "last week | DATE | 1985-W01 | 1984-12-31/1985-01-06"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhatHasBeenCalledIsToCome) {
    // 1 August 2012 is a Wednesday
    expect_rows({{"2012-08-01", "The guilds have called a vote on Sunday over the dam.", {"Sunday | DATE | 2012-08-05 | 2012-08-05"}},
                 {"2012-08-01", "The guilds called a vote on Sunday over the dam.", {"Sunday | DATE | 2012-07-29 | 2012-07-29"}},
                 {"2012-08-01", "Keep reading our site over the weekend.", {"the weekend | DATE | 2012-W31-WE | 2012-08-04/2012-08-05"}}},
                Genre::News);
}

TEST(TemporalMarkets, DaysFromADeadlineAreALengthOfTime) {
    expect_rows({{"2012-08-01", "The yard is only days from its opening.", {"days | DURATION | PXD | -"}},
                 {"2012-08-01", "The Top-40's best song was his.", {}}},
                Genre::News);
}

TEST(TemporalMarkets, ADateThatIsChangedMayLieOnEitherSide) {
    expect_rows({{"2012-11-22",
                  "The club changed the date of the raffle to Dec. 18 from Dec. 3.",
                  {"Dec. 18 | DATE | 2012-12-18 | 2012-12-18", "Dec. 3 | DATE | 2012-12-03 | 2012-12-03"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhoSpokeDatesNothingWithinTheQuotation) {
    expect_rows({{"2012-04-28",
                  "\"Our maps hint at a big herd from the month of July after a lean one in June,\" he said.",
                  {"July | DATE | 2012-07 | 2012-07", "June | DATE | 2012-06 | 2012-06"}}},
                Genre::News);
}

TEST(TemporalMarkets, WhatComesDaysAfterAnotherIsOver) {
    // 2 August 2012 is a Thursday
    expect_rows({{"2012-08-02",
                  "Wednesday's decree comes three days before the fair.",
                  {"Wednesday | DATE | 2012-08-01 | 2012-08-01", "three days | DURATION | P3D | -"}},
                 {"2012-08-02",
                  "Wednesday's election comes a year after the last.",
                  {"Wednesday | DATE | 2012-08-08 | 2012-08-08", "a year | DURATION | P1Y | -"}}},
                Genre::News);
}

TEST(TemporalMarkets, AWireStampsItsReportsBehindItsName) {
    expect_rows({{"1998-05-13", "RTX-05-12-98 2141EST", {"05-12-98 2141EST | TIME | 1998-05-12T21:41 | 1998-05-13T02:41Z"}},
                 {"1998-05-13", "Order part RTX-05-12-98 from stock.", {}}},
                Genre::News);
}

TEST(TemporalMarkets, AStampMayPartItsHourByABar) {
    expect_rows(
        {{"2021-01-05", "Revised : Jan 07 2021 | 7:52 AM IST", {"Jan 07 2021 | 7:52 AM IST | TIME | 2021-01-07T07:52 | 2021-01-07T02:22Z"}},
         {"2021-01-05",
          "5 January 2021 14:05 (UTC +04:00)\n\nThe ferry sank.",
          {"5 January 2021 14:05 (UTC +04:00) | TIME | 2021-01-05T14:05 | 2021-01-05T10:05Z"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
