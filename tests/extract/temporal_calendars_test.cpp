#include "extract/other_calendars.h"
#include "extract/temporal_moment.h"
#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// Months, feasts and years of calendars beside the Gregorian one.
namespace dateline::extract {
namespace {

using namespace temporal;

constexpr const char* kMonday = "2024-11-18";

TimexRow one(const char* text, const std::string& found) { return {kMonday, text, {found}}; }
TimexRow none(const char* text) { return {kMonday, text, {}}; }

TEST(OtherCalendars, BeginTheirYearsWhereAlmanacsSay) {
    EXPECT_EQ(persian_days(1399, 1, 1), days_of(2020, 3, 20));
    EXPECT_EQ(persian_days(1400, 1, 1), days_of(2021, 3, 21));
    EXPECT_EQ(persian_days(1404, 1, 1), days_of(2025, 3, 21));
    EXPECT_EQ(persian_days(1357, 11, 22), days_of(1979, 2, 11));
    EXPECT_EQ(islamic_days(1445, 9, 1), days_of(2024, 3, 11));
    for (auto [hebrew, year, month, day] :
         {std::array{5781, 2020, 9, 19}, {5782, 2021, 9, 7}, {5784, 2023, 9, 16}, {5785, 2024, 10, 3}, {5786, 2025, 9, 23}})
        EXPECT_EQ(hebrew_new_year(hebrew), days_of(year, month, day)) << hebrew;
}

TEST(OtherCalendars, FindNewMoons) {
    constexpr double within = 1.0 / 24;
    EXPECT_NEAR(new_moon_after(days_of(2024, 11, 1)), days_of(2024, 11, 1) + 12.78 / 24, within);
    EXPECT_NEAR(new_moon_after(days_of(2020, 11, 1)), days_of(2020, 11, 15) + 5.12 / 24, within);
    EXPECT_NEAR(new_moon_after(days_of(1985, 1, 25)), days_of(1985, 2, 19) + 18.72 / 24, within);
}

TEST(OtherCalendars, MonthsWantFiguresBesideThem) {
    expect_rows({one("On 14 Farvardin 1403 the factory opened.", "14 Farvardin 1403 | DATE | 2024-04-02 | 2024-04-02"),
                 one("He was killed on 15 Ramadan 1445.", "15 Ramadan 1445 | DATE | 2024-03-25 | 2024-03-25"),
                 one("They marched on the 10th of Muharram.", "the 10th of Muharram | DATE | 2024-07-17 | 2024-07-17"),
                 one("It fell in Sawr 1357.", "Sawr 1357 | DATE | 1978-04-21/1978-05-20 | 1978-04-21/1978-05-20"),
                 one("It opened in 1445 AH.", "1445 AH | DATE | 2023 | 2023~"), one("He came in 1403 SH.", "1403 SH | DATE | 2024 | 2024~"),
                 one("The law was passed in Reiwa 6.", "Reiwa 6 | DATE | 2024 | 2024"), none("Asad left for Tir with Bahman."),
                 none("He met 12 Asad men."), none("The Reiwa party won."), none("Ah, he said, 300 Ah of them.")},
                Genre::News);
}

TEST(OtherCalendars, FeastsOfTheMoonAndOfTheHebrewYear) {
    expect_rows({one("Markets were shut for Diwali.", "Diwali | DATE | 2024-10-31 | 2024-10-31"),
                 one("Flights were full at Lunar New Year.", "Lunar New Year | DATE | 2024-02-10 | 2024-02-10"),
                 one("It struck on Yom Kippur.", "Yom Kippur | DATE | 2024-10-12 | 2024-10-12"),
                 one("It will end before Passover 2025.", "Passover 2025 | DATE | 2025-04-13/2025-04-19 | 2025-04-13/2025-04-19"),
                 one("It struck before Hanukkah 2023.", "Hanukkah 2023 | DATE | 2023-12-08/2023-12-15 | 2023-12-08/2023-12-15"),
                 none("It marks the end of the Diwali celebrations."),
                 none("They broke the Tet (Lunar New Year) truce."),
                 {kMonday,
                  "The Ramadan war of 1973 began on Yom Kippur.",
                  {"1973 | DATE | 1973 | 1973", "Yom Kippur | DATE | 1973-10-06 | 1973-10-06"}},
                 one("The Diwali weekend was smoky.", "The Diwali weekend | DATE | 2024-W44-WE | 2024-11-02/2024-11-03")},
                Genre::News);
}

}  // namespace
}  // namespace dateline::extract
