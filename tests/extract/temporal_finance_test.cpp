#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

const std::string kReport = "Shares fell as investors read the earnings. ";

TimexRow report(const char* published, const std::string& text, std::vector<std::string> found) {
    static std::vector<std::string> kept;  // rows hold pointers
    kept.reserve(64);
    kept.push_back(kReport + text);
    return {published, kept.back().c_str(), std::move(found)};
}

TEST(TemporalFinance, KeepsTheQuarterOfAReportBesideWhatItIsComparedWith) {
    expect_rows({report("1991-11-05",
                        "Third-quarter profit was $4 million, up from $3 million a year earlier. In the year-ago period sales were flat. "
                        "Revenue for the quarter rose from the year-earlier quarter.",
                        {"Third-quarter | DATE | 1991-Q3 | 1991-35", "a year earlier | DATE | 1990-Q3 | 1990-35",
                         "the year-ago period | DATE | 1990-Q3 | 1990-35", "the quarter | DATE | 1991-Q3 | 1991-35",
                         "the year-earlier quarter | DATE | 1990-Q3 | 1990-35"}),
                 report("1991-11-05", "In the latest quarter it broke even.", {"the latest quarter | DATE | 1991-Q3 | 1991-35"}),
                 report("1991-11-05", "Exports in September rose 4% from a year ago.",
                        {"September | DATE | 1991-09 | 1991-09", "a year ago | DATE | 1990-09 | 1990-09"}),
                 report("1991-11-05", "In October sales were above those of the same period last year.",
                        {"October | DATE | 1991-10 | 1991-10", "the same period last year | DATE | 1990-10 | 1990-10"})},
                Genre::News);
}

TEST(TemporalFinance, KnowsTheYearsOfABusiness) {
    expect_rows(
        {report("1991-11-05", "Revenue for the fiscal 1990 second quarter rose; net income in fiscal 1991's first quarter fell.",
                {"the fiscal 1990 second quarter | DATE | 1990-Q2 | 1990-34", "fiscal 1991's first quarter | DATE | 1991-Q1 | 1991-33"}),
         report("1991-11-05", "For the full year it expects a loss; in the fiscal year ended June 30 it had one.",
                {"the full year | DATE | 1991 | 1991", "the fiscal year | DATE | 1991 | 1991", "June 30 | DATE | 1991-06-30 | 1991-06-30"}),
         report("1991-11-05", "In 1990's third quarter, profit fell. Fiscal 1990's first half was better.",
                {"1990's third quarter | DATE | 1990-Q3 | 1990-35", "Fiscal 1990's first half | DATE | 1990-H1 | 1990-40"}),
         report("1991-11-05", "Analysts expect growth between the fourth quarter and the first quarter of 1992.",
                {"the fourth quarter | DATE | 1991-Q4 | 1991-36", "the first quarter of 1992 | DATE | 1992-Q1 | 1992-33"})},
        Genre::News);
}

TEST(TemporalNews, PutsAClockOnNoDayToComeWhenItTellsThePast) {
    expect_rows({{"2022-06-14",
                  "The quake struck on Monday night. Crews will arrive by Thursday. The first shock was felt at 10:40 p.m. in the port.",
                  {"Monday night | TIME | 2022-06-13TNI | 2022-06-13", "Thursday | DATE | 2022-06-16 | 2022-06-16",
                   "10:40 p.m. | TIME | 2022-06-13T22:40 | 2022-06-13T22:40"}},
                 {"2022-06-14",
                  "The baths open on Mondays between 10 a.m. and 4 p.m. and on weekends.",
                  {"Mondays | SET | XXXX-WXX-1 | -", "10 a.m. | TIME | T10:00 | -", "4 p.m. | TIME | T16:00 | -",
                   "weekends | SET | XXXX-WXX-WE | -"}},
                 {"2022-06-14",
                  "The port was shelled on Sunday, a day after 130 people were killed.",
                  {"Sunday | DATE | 2022-06-12 | 2022-06-12", "a day | DURATION | P1D | -"}},
                 {"2022-06-14",
                  "It rained on Sunday. The vote will begin at 9:30 a.m. and end by 8 p.m. tonight.",
                  {"Sunday | DATE | 2022-06-12 | 2022-06-12", "9:30 a.m. | TIME | 2022-06-14T09:30 | 2022-06-14T09:30",
                   "8 p.m. tonight | TIME | 2022-06-14T20:00 | 2022-06-14T20"}},
                 {"2022-06-14",
                  "Since Dec. 1, nine have died. It was the third fire in as many weeks.",
                  {"Dec. 1 | DATE | 2021-12-01 | 2021-12-01"}}},
                Genre::News);
}

TEST(TemporalNews, NamesTheNearestFeastThatItPointsTo) {
    expect_rows({{"2022-06-14", "They met last Christmas.", {"last Christmas | DATE | 2021-12-25 | 2021-12-25"}},
                 {"2022-06-14", "They will meet next Christmas.", {"next Christmas | DATE | 2022-12-25 | 2022-12-25"}},
                 {"2022-06-14", "It opens next New Year's Day.", {"next New Year's Day | DATE | 2023-01-01 | 2023-01-01"}}},
                Genre::News);
}

TEST(TemporalNews, SaysNowInOtherWords) {
    expect_rows({{"2022-06-14",
                  "There is none at the moment. At this point nobody knows.",
                  {"the moment | DATE | PRESENT_REF | -", "this point | DATE | PRESENT_REF | -"}},
                 {"2022-06-14",
                  "It took half an hour, then an hour and a half; sales are told quarterly.",
                  {"half an hour | DURATION | PT30M | -", "an hour and a half | DURATION | PT90M | -", "quarterly | SET | P1Q | -"}},
                 {"2022-06-14", "A former minister took the 30-year loan.", {"30-year | DURATION | P30Y | -"}}},
                Genre::News);
}

TEST(TemporalFinance, HalvesBesideMoneyAreOfTheYear) {
    expect_rows({{"2025-03-20",
                  "In the first half the firm lost 2 million, against a profit a year earlier.",
                  {"the first half | DATE | 2024-H1 | 2024-40", "a year earlier | DATE | 2023-H1 | 2023-40"}},
                 {"2025-03-20", "He scored twice in the first half. Sales of H1N1 shots rose.", {}},
                 {"2023-04-27",
                  "The visit is in the second half of the month.",
                  {"the second half of the month | DATE | 2023-04 | 2023-04-16/2023-04-30"}},
                 {"2025-01-10",
                  "Traffic fell in the week to January 7.",
                  {"the week | DURATION | P1W | -", "January 7 | DATE | 2025-01-07 | 2025-01-07"}}},
                Genre::News);
}

TEST(TemporalFinance, KnowsAQuarterByTheTradeOfItsSentence) {
    expect_rows(
        {{"2024-11-18", "The merger is expected to close in the fourth quarter.", {"the fourth quarter | DATE | 2024-Q4 | 2024-36"}},
         {"2024-11-18", "The bank will publish third-quarter results.", {"third-quarter | DATE | 2024-Q3 | 2024-35"}},
         {"2003-01-28", "The bank will report fourth-quarter results.", {"fourth-quarter | DATE | 2002-Q4 | 2002-36"}},
         {"2003-01-28", "The merger is expected to close in the fourth quarter.", {"the fourth quarter | DATE | 2003-Q4 | 2003-36"}},
         {"2024-11-18", "He is expected to score in the fourth quarter.", {}},
         {"2024-11-18", "They had a third-quarter lead.", {}},
         report("2024-11-18", "The third-quarter pace may be slower.", {"third-quarter | DATE | 2024-Q3 | 2024-35"})},
        Genre::News);
}

TEST(TemporalFinance, WritesQuartersAndYearsInShort) {
    expect_rows({{"2024-11-18",
                  "Sales grew in 1H24, in 3Q24, in 4Q'23 and in 2H 2023.",
                  {"1H24 | DATE | 2024-H1 | 2024-40", "3Q24 | DATE | 2024-Q3 | 2024-35", "4Q'23 | DATE | 2023-Q4 | 2023-36",
                   "2H 2023 | DATE | 2023-H2 | 2023-41"}},
                 {"2024-11-18", "Turnover rose in FY23 and in Q2-23.", {"FY23 | DATE | 2023 | 2023", "Q2-23 | DATE | 2023-Q2 | 2023-34"}},
                 {"2024-11-18",
                  "Profit fell in FY 2023-24, in Q3 FY2023/24 and in the 2022/23 financial year.",
                  {"FY 2023-24 | DATE | 2024 | 2023/2024", "Q3 FY2023/24 | DATE | 2024-Q3 | 2023/2024",
                   "the 2022/23 financial year | DATE | 2023 | 2022/2023"}},
                 {"2024-11-18",
                  "He led in the second half of the 2023 financial year.",
                  {"the second half of the 2023 financial year | DATE | 2023-H2 | 2023-41"}}},
                Genre::News);
    expect_rows({{"2024-11-18", "He has H1N1, a 4H24 badge and 3 Q. 24 men fell.", {}},
                 {"2024-11-18",
                  "The 2022-24 talks and FY 2022-24 differ.",
                  {"2022 | DATE | 2022 | 2022", "24 | DATE | 2024 | 2024", "FY 2022 | DATE | 2022 | 2022", "24 | DATE | 2024 | 2024"}}},
                Genre::News);
}

TEST(TemporalFinance, ComparesWithTheYearThatItNames) {
    expect_rows({report("2002-10-20", "A year ago, it earned 20 cents in the third quarter.",
                        {"A year ago | DATE | 2001 | 2001", "the third quarter | DATE | 2001-Q3 | 2001-35"}),
                 report("2002-10-20", "It earned 20 cents in the third quarter.", {"the third quarter | DATE | 2002-Q3 | 2002-35"}),
                 {"1989-03-20",
                  "Prices were above those of six months ago, or a year ago.",
                  {"six months ago | DATE | 1988-09 | 1988-09", "a year ago | DATE | 1988 | 1988"}},
                 {"2017-02-27",
                  "Shipments rose from the same week last year.",
                  {"the same week last year | DATE | 2016-W09 | 2016-02-29/2016-03-06"}},
                 {"2017-02-27", "Shipments rose in the same week.", {"the same week | DATE | 2017-W09 | 2017-02-27/2017-03-05"}},
                 report("2013-05-01", "For fiscal 2012, which ended March 31, sales rose from the previous year.",
                        {"fiscal 2012 | DATE | 2012 | 2012", "March 31 | DATE | 2013-03-31 | 2013-03-31",
                         "the previous year | DATE | 2011 | 2011"})},
                Genre::News);
}

TEST(TemporalFinance, TellsOfTheWeekAndTheMonth) {
    expect_rows({{"2024-11-15", "The drop cut the week's gain.", {"the week | DATE | 2024-W46 | 2024-11-11/2024-11-17"}},
                 {"2024-12-02", "Sales for the month rose 3%.", {"the month | DATE | 2024-11 | 2024-11"}},
                 {"2024-12-20", "Sales for the month rose 3%.", {"the month | DATE | 2024-12 | 2024-12"}},
                 {"2024-11-18", "Shares fell by the close of Tuesday's session.", {"Tuesday | DATE | 2024-11-12 | 2024-11-12"}},
                 {"2024-11-18", "Shares fell by the close of Tuesday.", {"the close of Tuesday | DATE | 2024-11-12 | 2024-11-12"}},
                 {"1989-09-21", "Shares of 1838 Investment Advisors rose.", {}},
                 {"1989-09-21", "Shares of 1838 value rose.", {"1838 | DATE | 1838 | 1838"}}},
                Genre::News);
}

TEST(TemporalFinance, AComparisonIsWithTheQuarterOrMonthItIsAbout) {
    expect_rows(
        {{"1989-11-02",
          "Profit rose to $20 million in the quarter ended Sept. 30 from $15 million a year ago. Sales rose 4% from a year earlier.",
          {"the quarter | DATE | 1989-Q3 | 1989-35", "Sept. 30 | DATE | 1989-09-30 | 1989-09-30", "a year ago | DATE | 1988-Q3 | 1988-35",
           "a year earlier | DATE | 1988-Q3 | 1988-35"}},
         {"1989-11-02",
          "Sales in October fell from September and from a year earlier.",
          {"October | DATE | 1989-10 | 1989-10", "September | DATE | 1989-09 | 1989-09", "a year earlier | DATE | 1988-10 | 1988-10"}},
         {"1989-11-02", "In the second quarter, it lost $3 million.", {"the second quarter | DATE | 1989-Q2 | 1989-34"}},
         {"1989-11-02", "Losses filled the past three fiscal years.", {"the past three fiscal years | DURATION | P3Y | -"}},
         {"2007-03-14", "It forecasts better profit in the second half.", {"the second half | DATE | 2007-H2 | 2007-41"}},
         // near misses
         {"1989-11-02", "In the second quarter, they lost the ball.", {}},
         {"1989-11-02",
          "The mill, sold in March, was shut from June to August.",
          {"March | DATE | 1989-03 | 1989-03", "June | DATE | 1989-06 | 1989-06", "August | DATE | 1989-08 | 1989-08"}}},
        Genre::News);
}

TEST(TemporalFinance, NoonHasAZoneAndAReportMayBeLikely) {
    expect_rows({{"1989-11-02", "He spoke at noon EST on Friday.", {"noon EST on Friday | TIME | 1989-10-27T12:00 | 1989-10-27T17Z"}},
                 {"1989-11-02", "Friday's report is likely to show little.", {"Friday | DATE | 1989-11-03 | 1989-11-03"}},
                 {"1989-11-02", "It is rebuilt every few months.", {"every few months | SET | PXM | -"}},
                 // near miss
                 {"1989-11-02", "Friday's report was likely true.", {"Friday | DATE | 1989-10-27 | 1989-10-27"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
