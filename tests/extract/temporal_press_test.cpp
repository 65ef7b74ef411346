#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// How newspapers and agencies put a day beside a verb, a quarter beside its months, and a paper beside how often it comes out.
namespace dateline::extract {
namespace {

TEST(TemporalPress, ReadsOnBehindTheAbbreviationOfAState) {
    expect_rows(
        {{"1994-03-07", "The clerk said in Salem, Ore., Friday that the bridge will close.", {"Friday | DATE | 1994-03-04 | 1994-03-04"}},
         {"1994-03-07", "He voted in Lowell, Mass., Thursday and will return.", {"Thursday | DATE | 1994-03-03 | 1994-03-03"}},
         {"1994-03-07", "The aide told Gov. Marsh on Thursday that the dam will hold.", {"Thursday | DATE | 1994-03-03 | 1994-03-03"}}},
        Genre::News);
}

TEST(TemporalPress, KnowsAQuarterByItsMonths) {
    expect_rows(
        {{"2012-05-08", "Rents of the January-March quarter were $4 million.", {"the January-March quarter | DATE | 2012-Q1 | 2012-33"}},
         {"2012-05-08", "In the 2010 April-June quarter it broke even.", {"the 2010 April-June quarter | DATE | 2010-Q2 | 2010-34"}},
         {"2012-05-08",
          "Output fell in the Oct.-Dec. quarter of last year.",
          {"the Oct.-Dec. quarter of last year | DATE | 2011-Q4 | 2011-36"}},
         {"2012-11-08", "Orders rose in the July-to-September period.", {"the July-to-September period | DATE | 2012-Q3 | 2012-35"}},
         {"2012-11-08",
          "Output grew 4% in the September quarter, after the December quarter of 2011.",
          {"the September quarter | DATE | 2012-Q3 | 2012-35", "the December quarter of 2011 | DATE | 2011-Q4 | 2011-36"}},
         {"2012-11-08", "It was a good April-June.", {"April | DATE | 2012-04 | 2012-04", "June | DATE | 2012-06 | 2012-06"}}},
        Genre::News);
}

TEST(TemporalPress, CountsAFiscalQuarterFromTheReportOnIt) {
    expect_rows(
        {{"2003-04-24", "Profit for the fiscal third quarter rose to $9 million.", {"the fiscal third quarter | DATE | 2003-Q3 | 2003-35"}},
         {"2003-02-20",
          "Profit for the fourth fiscal quarter rose to $9 million.",
          {"the fourth fiscal quarter | DATE | 2002-Q4 | 2002-36"}},
         {"2003-08-05",
          "Net income was $5 million in the second quarter, up from $4 million in the second quarter a year ago.",
          {"the second quarter | DATE | 2003-Q2 | 2003-34", "the second quarter a year ago | DATE | 2002-Q2 | 2002-34"}},
         {"2003-02-05",
          "Net income was $5 million in the fourth quarter, against $4 million in the fourth quarter a year earlier.",
          {"the fourth quarter | DATE | 2002-Q4 | 2002-36", "the fourth quarter a year earlier | DATE | 2001-Q4 | 2001-36"}},
         {"2003-08-05", "Earnings were $5 million in the recent quarter.", {"the recent quarter | DATE | 2003-Q2 | 2003-34"}}},
        Genre::News);
}

TEST(TemporalPress, DatesAnElectionNearWhatComesBeforeIt) {
    expect_rows(
        {{"1996-09-30", "The party dropped two names before the state election on Oct. 19.", {"Oct. 19 | DATE | 1996-10-19 | 1996-10-19"}},
         {"1996-09-30", "The auditors flew home before the mayoral election on Nov. 5.", {"Nov. 5 | DATE | 1996-11-05 | 1996-11-05"}},
         {"1996-09-30", "Nothing was settled by the Nov. 5 vote.", {"Nov. 5 | DATE | 1996-11-05 | 1996-11-05"}},
         {"1997-01-10", "The party dropped two names before the state election on Oct. 19.", {"Oct. 19 | DATE | 1996-10-19 | 1996-10-19"}}},
        Genre::News);
}

TEST(TemporalPress, DatesAVoteThatDrawsNear) {
    expect_rows({{"2006-01-24", "Prices climb as the February elections draw closer.", {"February | DATE | 2006-02 | 2006-02"}},
                 {"2006-11-24", "He has said so in the run-up to the January vote.", {"January | DATE | 2007-01 | 2007-01"}},
                 {"2006-11-24", "Fears grew as the March elections showed a split.", {"March | DATE | 2006-03 | 2006-03"}}},
                Genre::News);
}

TEST(TemporalPress, KnowsWhatContractsAndDecisionsAreFor) {
    expect_rows(
        {{"2017-12-05",
          "Crude futures for January ended higher, and crude for February settlement fell.",
          {"January | DATE | 2018-01 | 2018-01", "February | DATE | 2018-02 | 2018-02"}},
         {"2017-12-05", "The cartel has reached an agreement to pare supplies from January.", {"January | DATE | 2018-01 | 2018-01"}},
         {"2017-12-05", "The board voted to lift fares from March.", {"March | DATE | 2018-03 | 2018-03"}},
         {"2017-12-05", "Supplies fell to lows from January.", {"January | DATE | 2017-01 | 2017-01"}},
         {"2017-12-05", "Growth is expected to beat the 1% forecast by the bank in March.", {"March | DATE | 2017-03 | 2017-03"}}},
        Genre::News);
}

TEST(TemporalPress, DatesWhatIsPutOffOnEitherSide) {
    expect_rows({{"2012-10-09",
                  "Both lawyers asked to push back the November hearing to January.",
                  {"November | DATE | 2012-11 | 2012-11", "January | DATE | 2013-01 | 2013-01"}},
                 {"2012-10-09",
                  "The council postponed the November election to March.",
                  {"November | DATE | 2012-11 | 2012-11", "March | DATE | 2013-03 | 2013-03"}},
                 {"2012-10-09",
                  "The clerk had put off the Sept. 4 hearing to Oct. 2.",
                  {"Sept. 4 | DATE | 2012-09-04 | 2012-09-04", "Oct. 2 | DATE | 2012-10-02 | 2012-10-02"}}},
                Genre::News);
}

TEST(TemporalPress, DatesWhatIsSpokenOfAsOver) {
    expect_rows(
        {{"2012-04-09", "It may be late in keeping to the terms of a February pact.", {"February | DATE | 2012-02 | 2012-02"}},
         {"2012-04-09", "Ships will be searched under a November ruling.", {"November | DATE | 2011-11 | 2011-11"}},
         {"2012-04-09", "Since the last rise, a steep one on Nov. 16, the bank has waited.", {"Nov. 16 | DATE | 2011-11-16 | 2011-11-16"}}},
        Genre::News);
}

TEST(TemporalPress, KnowsWhereAMarketEndedAndWhereAStormIsHeaded) {
    expect_rows(
        {{"2011-05-15", "The index gained 3%, or 61 points, to end Friday at 2,031.50.", {"Friday | DATE | 2011-05-13 | 2011-05-13"}},
         {"2011-05-15", "Shares fell to close on Tuesday at $31.25.", {"Tuesday | DATE | 2011-05-10 | 2011-05-10"}},
         {"2011-05-15", "The museum plans to close on Tuesday at noon.", {"Tuesday at noon | TIME | 2011-05-17T12:00 | 2011-05-17T12"}},
         {"2011-05-15", "The storm appeared headed for Cuba by Wednesday.", {"Wednesday | DATE | 2011-05-18 | 2011-05-18"}}},
        Genre::News);
}

TEST(TemporalPress, TakesAnotherYearForALength) {
    expect_rows({{"2011-05-15",
                  "It would take another year or so, after months or years of talks.",
                  {"another year or so | DURATION | P1Y | -", "months | DURATION | PXM | -", "years | DURATION | PXY | -"}},
                 {"2011-05-15", "The ship may sail on another day.", {}}},
                Genre::News);
}

TEST(TemporalPress, ComparesWithTheHalfYearThatWasTold) {
    expect_rows({{"2005-07-20",
                  "Exports grew 4% in the first half, the bureau said on Monday. Growth was slower than in the same period of last year.",
                  {"the first half | DATE | 2005-H1 | 2005-40", "Monday | DATE | 2005-07-18 | 2005-07-18",
                   "the same period of last year | DATE | 2004-H1 | 2004-40"}}},
                Genre::News);
}

TEST(TemporalPress, KeepsThatEveningToTheDayThatWasTold) {
    expect_rows({{"2013-01-11",
                  "The van was found on Sunday, 30 December. The last sightings are from late that evening.",
                  {"Sunday, 30 December | DATE | 2012-12-30 | 2012-12-30", "late that evening | TIME | 2012-12-30TEV | 2012-12-30"}}},
                Genre::News);
}

TEST(TemporalPress, BeginsAClauseAtItsConjunction) {
    expect_rows({{"2003-02-27", "The growers objected because April 9 is too early.", {"April 9 | DATE | 2003-04-09 | 2003-04-09"}},
                 {"2003-02-27", "The clubs were angry because April 9 was too early.", {"April 9 | DATE | 2002-04-09 | 2002-04-09"}},
                 {"1995-11-14", "They may still be out when the Friday deadline arrives.", {"Friday | DATE | 1995-11-17 | 1995-11-17"}}},
                Genre::News);
}

TEST(TemporalPress, KnowsTheYearsThatAreTheReportsOwn) {
    expect_rows({{"2010-03-10", "It would sustain 2010's weak recovery.", {"2010 | DATE | 2010 | 2010"}},
                 {"2015-03-10", "It was typical of 1980's architecture.", {"1980's | DATE | 198X | 198X"}},
                 {"1997-01-23", "This fall, tenants were cold in the old wing.", {"This fall | DATE | 1996-FA | 1996-23"}},
                 {"1997-10-23", "This fall, tenants were cold in the old wing.", {"This fall | DATE | 1997-FA | 1997-23"}}},
                Genre::News);
}

TEST(TemporalPress, KnowsTheWeekendOfTalksOnAContract) {
    expect_rows({{"2015-09-15",
                  "The strike went on after a round of weekend contract talks.",
                  {"weekend | DATE | 2015-W37-WE | 2015-09-12/2015-09-13"}},
                 {"2015-09-15", "It is one of many weekend homes in town.", {}},
                 {"2015-09-15", "At the end of April it had 300 staff.", {"the end of April | DATE | 2015-04 | 2015-04-26/2015-04-30"}}},
                Genre::News);
}

TEST(TemporalPress, SaysOfAWhileAgoThatItIsPast) {
    expect_rows(
        {{"2017-12-05",
          "It left a short while ago. It had sunk a long time ago; the pilot spoke moments ago.",
          {"a short while ago | DATE | PAST_REF | -", "a long time ago | DATE | PAST_REF | -", "moments ago | DATE | PAST_REF | -"}},
         {"2017-12-05", "It took a while. For a long time it was shut.", {}}},
        Genre::News);
}

TEST(TemporalPress, TakesNoFallInPricesForASeason) {
    expect_rows(
        {{"2009-10-12", "The fall in prices hurt farmers; they blamed the fall from May's high.", {"May | DATE | 2009-05 | 2009-05"}},
         {"2009-10-12", "They met in the fall in Maine.", {"the fall | DATE | 2009-FA | 2009-23"}}},
        Genre::News);
}

TEST(TemporalPress, TakesNoPaperForHowOftenItComesOut) {
    expect_rows({{"2007-07-13", "The daily Haberci reported it, and a Catholic weekly, too. A Split daily said so.", {}},
                 {"2007-07-13",
                  "The weekly Cabinet meeting was short, and the daily flights were full.",
                  {"weekly | SET | P1W | -", "daily | SET | P1D | -"}},
                 {"2007-07-13", "The paper comes out weekly.", {"weekly | SET | P1W | -"}}},
                Genre::News);
}

TEST(TemporalPress, KnowsTheNightOfAnAttackAndTheHourBehindADash) {
    expect_rows({{"2007-07-13", "The overnight attack killed two.", {"overnight | TIME | 2007-07-12TNI | 2007-07-12"}},
                 {"2007-07-13", "The overnight rates rose.", {}},
                 {"2007-07-13", "Aired July 12, 2007 - 19:30", {"July 12, 2007 - 19:30 | TIME | 2007-07-12T19:30 | 2007-07-12T19:30"}}},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
