#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// Days in figures, and the clocks of staffs and zones.
namespace dateline::extract {
namespace {

TimexRow one(const char* text, const std::string& found) { return {"2024-11-18", text, {found}}; }
TimexRow none(const char* text) { return {"2024-11-18", text, {}}; }

TEST(TemporalWritten, TheDocumentTellsWhichIsTheDay) {
    expect_rows({{"2024-11-18",
                  "It left on 3/5. It came on 25/5.",
                  {"3/5 | DATE | 2024-05-03 | 2024-05-03", "25/5 | DATE | 2024-05-25 | 2024-05-25"}},
                 one("It left on 3/5.", "3/5 | DATE | 2024-03-05 | 2024-03-05"),
                 {"2024-11-18",
                  "They met on 12/10/24. On 3 May it was shut.",
                  {"12/10/24 | DATE | 2024-10-12 | 2024-10-12", "3 May | DATE | 2024-05-03 | 2024-05-03"}},
                 {"2024-11-18",
                  "They met on 12/10/24. On May 3 it was shut.",
                  {"12/10/24 | DATE | 2024-12-10 | 2024-12-10", "May 3 | DATE | 2024-05-03 | 2024-05-03"}}},
                Genre::News);
}

TEST(TemporalWritten, FiguresWithoutAYearAreDaysWhereTheyAreSaidToBe) {
    expect_rows({{"2024-11-18",
                  "The port was shut from 28/02 to 02/03.",
                  {"28/02 | DATE | 2024-02-28 | 2024-02-28", "02/03 | DATE | 2024-03-02 | 2024-03-02"}},
                 one("Monday, 4/11/2024: two ships collided.", "Monday, 4/11/2024 | DATE | 2024-11-04 | 2024-11-04"),
                 one("Tuesday 12/11: two ships collided.", "Tuesday 12/11 | DATE | 2024-11-12 | 2024-11-12"),
                 {"2024-11-18",
                  "They met on 03.05. in Bonn and on 17.05. in Rome.",
                  {"03.05. | DATE | 2024-05-03 | 2024-05-03", "17.05. | DATE | 2024-05-17 | 2024-05-17"}},
                 {"2024-11-18",
                  "It was shut from 28.02. to 02.03.2024.",
                  {"28.02. | DATE | 2024-02-28 | 2024-02-28", "02.03.2024 | DATE | 2024-03-02 | 2024-03-02"}},
                 {"2024-11-18",
                  "It was shut on 28–29.02.2024.",
                  {"28 | DATE | 2024-02-28 | 2024-02-28", "29.02.2024 | DATE | 2024-02-29 | 2024-02-29"}},
                 one("It was shut on 3.11.24.", "3.11.24 | DATE | 2024-11-03 | 2024-11-03"),
                 none("The score was 3/5, and odds went from 7/2 to 9/4."),
                 none("The vote passed by 2/3."),
                 none("The ratio fell from 10/12 to 8/12."),
                 none("The Mar-4 and Jan-3 models sold."),
                 none("Shares rose from 12.10 to 13.05."),
                 none("See 3.11.24 of the rules."),
                 none("They work 24/7.")},
                Genre::News);
}

TEST(TemporalWritten, HyphensJoinDayMonthAndYear) {
    expect_rows({one("On 3-Nov-24 two ships collided.", "3-Nov-24 | DATE | 2024-11-03 | 2024-11-03"),
                 one("Nov-3: two ships collided.", "Nov-3 | DATE | 2024-11-03 | 2024-11-03"),
                 one("Nov-12: two ships collided.", "Nov-12 | DATE | 2024-11-12 | 2024-11-12"),
                 one("The war of ’08 was short.", "’08 | DATE | 2008 | 2008"),
                 one("2024/11/03: two ships collided.", "2024/11/03 | DATE | 2024-11-03 | 2024-11-03"),
                 one("Your letter of the 3rd inst. came.", "the 3rd inst. | DATE | 2024-11-03 | 2024-11-03")},
                Genre::News);
}

TEST(TemporalWritten, MessagesGroupDayHourAndZone) {
    expect_rows({one("It struck at 121800Z NOV 24.", "121800Z NOV 24 | TIME | 2024-11-12T18:00 | 2024-11-12T18:00Z"),
                 one("121800ZNOV24: it struck.", "121800ZNOV24 | TIME | 2024-11-12T18:00 | 2024-11-12T18:00Z"),
                 one("It struck at 121800D NOV 2024.", "121800D NOV 2024 | TIME | 2024-11-12T18:00 | 2024-11-12T14:00Z"),
                 one("It struck at 121800R NOV.", "121800R NOV. | TIME | 2024-11-12T18:00 | 2024-11-12T23:00Z"),
                 one("It struck on 12 NOV 24, 1800Z.", "12 NOV 24, 1800Z | TIME | 2024-11-12T18:00 | 2024-11-12T18:00Z"),
                 one("It struck at 0600Z 12 Nov.", "0600Z 12 Nov. | TIME | 2024-11-12T06:00 | 2024-11-12T06:00Z"),
                 // near misses
                 none("Order 991800Z was sent."), none("Part 121800 was sent in Z form."),
                 one("On 12 NOV 24 ships left.", "12 NOV | DATE | 2024-11-12 | 2024-11-12")},
                Genre::News);
}

TEST(TemporalWritten, ClocksOfZones) {
    expect_rows(
        {one("It ended at 18:00 (GMT+4) on 12 November.", "18:00 (GMT+4) on 12 November | TIME | 2024-11-12T18:00 | 2024-11-12T14:00Z"),
         one("It ended at 18:00 (UTC+05:30) on 12 November.",
             "18:00 (UTC+05:30) on 12 November | TIME | 2024-11-12T18:00 | 2024-11-12T12:30Z"),
         one("It ended on 12 November at 1800 local time.", "12 November at 1800 local time | TIME | 2024-11-12T18:00 | 2024-11-12T18:00"),
         one("It ended on 12 November at 18h30.", "12 November at 18h30 | TIME | 2024-11-12T18:30 | 2024-11-12T18:30"),
         none("He ran it in 13h30.")},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
