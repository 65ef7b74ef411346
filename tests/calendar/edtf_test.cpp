#include "calendar/edtf.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::calendar {
namespace {

Edtf edtf(std::string_view text) {
    auto parsed = Edtf::parse(text);
    EXPECT_TRUE(parsed.has_value()) << text;
    return parsed.value_or(Edtf::day(1, 1, 1));
}

Span span(Instant begin, Instant end) { return {begin, end}; }

TEST(Edtf, PrintsWhatItRead) {
    for (const char* text : {"2023-04-23",
                             "2023-04",
                             "1972",
                             "199X",
                             "19XX",
                             "-0043",
                             "-049X",
                             "-04XX",
                             "Y12345",
                             "Y-12345",
                             "2021-22",
                             "2010-33",
                             "2010-41",
                             "2022-08/..",
                             "../2027",
                             "2020~",
                             "2020?",
                             "2020-05%",
                             "2020-09-27/2020-11-10",
                             "1988/1994",
                             "2021-24/2022-21",
                             "2020~/2021-03?",
                             "2023-04-25T14:30Z",
                             "2023-04-25T14Z",
                             "2023-04-25T14:30:05Z",
                             "0000"}) {
        EXPECT_EQ(edtf(text).text(), text);
    }
}

TEST(Edtf, ReadsUnknownEndsAndPartsAsTheCoarserDate) {
    EXPECT_EQ(edtf("2022-08/").text(), "2022-08/..");
    EXPECT_EQ(edtf("/2027").text(), "../2027");
    EXPECT_EQ(edtf("1985-XX").text(), "1985");
    EXPECT_EQ(edtf("1985-XX-XX").text(), "1985");
    EXPECT_EQ(edtf("1985-04-XX").text(), "1985-04");
}

TEST(Edtf, RefusesWhatIsNoDate) {
    for (const char* text : {"",
                             "/x",
                             "2023-4-1",
                             "2023-13",
                             "2023-02-29",
                             "2023-04-31",
                             "2023-00",
                             "2023-04-00",
                             "20230425",
                             "12345",
                             "Y1234",
                             "Y99999",
                             "19X",
                             "X",
                             "XXXX",
                             "2023-25",
                             "2023-04-25T25",
                             "2023-04-25T12:60Z",
                             "2023-04-25 12:00",
                             "2023~~",
                             "2023-04-25T12:00+99:00",
                             "-0000",
                             "hello",
                             "2023/2022",
                             "2023-05-02/2023-05-01",
                             "2023/2024/2025",
                             "2023-04-25T24:00:01Z",
                             "Y32767-99",
                             "2023-04-25T12:00+02:",
                             "Y123456789012345678901234567890"}) {
        EXPECT_FALSE(Edtf::parse(text).has_value()) << text;
    }
}

TEST(Edtf, SaysWhatToWriteInstead) {
    const auto parsed = Edtf::parse("April 2023");
    ASSERT_FALSE(parsed.has_value());
    EXPECT_NE(parsed.error().line().find("April 2023"), std::string::npos);
    EXPECT_FALSE(parsed.error().remedy.empty());
}

TEST(Edtf, BoundsCoverTheWholeOfACoarseDate) {
    EXPECT_EQ(edtf("2024-02").bounds(), span(day(2024, 2, 1), day(2024, 3, 1)));
    EXPECT_EQ(edtf("1972").bounds(), span(day(1972, 1, 1), day(1973, 1, 1)));
    EXPECT_EQ(edtf("199X").bounds(), span(day(1990, 1, 1), day(2000, 1, 1)));
    EXPECT_EQ(edtf("19XX").bounds(), span(day(1900, 1, 1), day(2000, 1, 1)));
    EXPECT_EQ(edtf("-04XX").bounds(), span(day(-499, 1, 1), day(-399, 1, 1)));
    EXPECT_EQ(edtf("2021-22").bounds(), span(day(2021, 6, 1), day(2021, 9, 1)));
    EXPECT_EQ(edtf("2021-24").bounds(), span(day(2021, 12, 1), day(2022, 3, 1)));
    EXPECT_EQ(edtf("2021-34").bounds(), span(day(2021, 4, 1), day(2021, 7, 1)));
    EXPECT_EQ(edtf("2021-41").bounds(), span(day(2021, 7, 1), day(2022, 1, 1)));
    EXPECT_TRUE(edtf("2022-08/..").bounds().open_end());
    EXPECT_TRUE(edtf("../2027").bounds().open_begin());
    EXPECT_EQ(edtf("../2027").bounds().end, day(2028, 1, 1));
}

TEST(Edtf, CoreIsWhatIsSure) {
    EXPECT_EQ(edtf("2023-04-23").core(), edtf("2023-04-23").bounds());
    EXPECT_EQ(edtf("2023-04").core(), span(day(2023, 4, 16), day(2023, 4, 16)));
    EXPECT_EQ(edtf("2020-09-27/2020-11-10").core(), edtf("2020-09-27/2020-11-10").bounds());
    EXPECT_EQ(edtf("1988/1994").core(), span(day(1989, 1, 1), day(1994, 1, 1)));
    EXPECT_EQ(edtf("2022-08/..").core().begin, day(2022, 9, 1));
    EXPECT_TRUE(edtf("2022-08/..").core().open_end());
    const Span one_year = edtf("2020/2020").core();
    EXPECT_EQ(one_year.begin, one_year.end);
}

TEST(Edtf, KeepsHowImpreciseItIs) {
    EXPECT_FALSE(edtf("2023-04-23").imprecise());
    EXPECT_TRUE(edtf("2023-04").imprecise());
    EXPECT_TRUE(edtf("2023-04-23~").imprecise());
    EXPECT_TRUE(edtf("2023-04-23/2023-05").imprecise());
    EXPECT_FALSE(edtf("2020-09-27/2020-11-10").imprecise());
    EXPECT_EQ(edtf("1972/2020-11-10").precision(), Precision::Year);
    EXPECT_LT(Precision::Century, Precision::Day);
}

TEST(Edtf, AMessageAboutABadOneIsOneLine) { EXPECT_EQ(Edtf::parse("2023\n04").error().line().find('\n'), std::string::npos); }

TEST(Edtf, MovesZonedTimesToUtc) {
    EXPECT_EQ(edtf("2023-04-25T01:30+04:00").text(), "2023-04-24T21:30Z");
    EXPECT_EQ(edtf("2023-12-31T22:00:00-0500").text(), "2024-01-01T03:00:00Z");
    EXPECT_EQ(edtf("2023-04-25T24:00Z").text(), "2023-04-26T00:00Z");
    EXPECT_EQ(edtf("2023-04-25T24:00").text(), "2023-04-26T00:00");  // by a clock whose zone nobody told
    EXPECT_EQ(edtf("2023-04-25T14:30").begin_iso(), edtf("2023-04-25T14:30Z").begin_iso());
}

TEST(Edtf, GivesInclusiveIsoBounds) {
    EXPECT_EQ(edtf("2023-04").begin_iso(), "2023-04-01");
    EXPECT_EQ(edtf("2023-04").end_iso(), "2023-04-30");
    EXPECT_EQ(edtf("2022-08/..").begin_iso(), "2022-08-01");
    EXPECT_EQ(edtf("2022-08/..").end_iso(), "");
    EXPECT_EQ(edtf("../2027").begin_iso(), "");
    EXPECT_EQ(edtf("../2027").end_iso(), "2027-12-31");
    EXPECT_EQ(edtf("2023-04-25T14:30Z").begin_iso(), "2023-04-25T14:30:00Z");
    EXPECT_EQ(edtf("2023-04-25T14:30Z").end_iso(), "2023-04-25T14:30:59Z");
    EXPECT_EQ(edtf("2023-04-25T00:00Z").begin_iso(), "2023-04-25T00:00:00Z");
    EXPECT_EQ(edtf("-0043-03-15").begin_iso(), "-0043-03-15");
}

TEST(Edtf, AWeekIsTheIntervalOfItsDays) {
    Date week;
    week.year = 2023, week.month = 2, week.day = 27, week.precision = Precision::Week;
    EXPECT_EQ(Edtf::of(week).text(), "2023-02-27/2023-03-05");
}

TEST(Edtf, ReadsEveryDayOfAYearBack) {
    for (Instant t = day(2024, 1, 1); t < day(2025, 1, 1); t += kDay) {
        const std::string text = iso(t);
        EXPECT_EQ(edtf(text).bounds().begin, t);
        EXPECT_EQ(edtf(text).text(), text);
    }
}

TEST(Describe, WritesDatesForReaders) {
    const std::vector<std::pair<const char*, const char*>> cases{
        {"2023-04-25", "25 April 2023"},
        {"2023-04", "April 2023"},
        {"1972", "1972"},
        {"2022-08/..", "since August 2022"},
        {"../2027", "by 2027"},
        {"2020-09-27/2020-11-10", "27 September – 10 November 2020"},
        {"2023-05-09/2023-05-12", "9–12 May 2023"},
        {"2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"},
        {"1988/1994", "1988–1994"},
        {"199X", "1990s"},
        {"19XX", "20th century"},
        {"10XX", "11th century"},
        {"-04XX", "5th century BC"},
        {"-0043", "44 BC"},
        {"-0217/-0200", "218–201 BC"},
        {"2021-22", "summer 2021"},
        {"2010-33", "Q1 2010"},
        {"2010-40", "first half of 2010"},
        {"2020~", "around 2020"},
        {"2020?", "2020?"},
        {"2023-04-25T14:30Z", "25 April 2023, 14:30 UTC"},
        {"2023-04-25T14:30", "25 April 2023, 14:30"},
    };
    for (const auto& [text, words] : cases) EXPECT_EQ(describe(edtf(text)), words) << text;
}

TEST(Describe, FollowsTheStyle) {
    Style style;
    style.short_months = true;
    EXPECT_EQ(describe(edtf("2020-09-27/2020-11-10"), style), "27 Sep – 10 Nov 2020");
    style.with_year = false;
    EXPECT_EQ(describe(edtf("2023-04-25"), style), "25 Apr");
    style.with_weekday = true;
    EXPECT_EQ(describe(day(2023, 4, 25), style), "Tue 25 Apr");
}

TEST(Iso, WritesInstants) {
    EXPECT_EQ(iso(day(2023, 4, 25)), "2023-04-25");
    EXPECT_EQ(iso(day(2023, 4, 25) + std::chrono::seconds{52200}), "2023-04-25T14:30:00Z");
    EXPECT_EQ(iso(day(-43, 3, 15)), "-0043-03-15");
    EXPECT_EQ(iso(day(12345, 1, 1)), "Y12345-01-01");
}

}  // namespace
}  // namespace dateline::calendar
