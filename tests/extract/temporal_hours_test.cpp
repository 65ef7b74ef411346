#include "extract/temporal_support.h"

#include <gtest/gtest.h>

// Four digits behind a day: its year, or an hour of it.
namespace dateline::extract {
namespace {

TEST(HourBehindADay, IsOfALogThatKeepsHours) {
    expect_rows({{"2024-06-09",
                  "03JUN 2130 – Kampala: shots were heard.\n04JUN 0415 – Jinja: a bridge was blown up.\n05JUN 1310 – Mbale: a truck was "
                  "hit.\n06JUN 2010 – Gulu: a shop burned.\n\nThe town "
                  "had fallen on 1 Dec 2012.",
                  {"03JUN 2130 | TIME | 2024-06-03T21:30 | 2024-06-03T21:30", "04JUN 0415 | TIME | 2024-06-04T04:15 | 2024-06-04T04:15",
                   "05JUN 1310 | TIME | 2024-06-05T13:10 | 2024-06-05T13:10", "06JUN 2010 | TIME | 2024-06-06T20:10 | 2024-06-06T20:10",
                   "1 Dec 2012 | DATE | 2012-12-01 | 2012-12-01"}},
                 {"2024-06-09",
                  "3 June 2130: a patrol was shot at. The patrol leader was wounded.",
                  {"3 June 2130 | TIME | 2024-06-03T21:30 | 2024-06-03T21:30"}},
                 // a plan of years to come, and a history of those that were
                 {"2024-06-09",
                  "3 June 2030: the dam is to be opened. 4 May 2050: the lease ends.",
                  {"3 June 2030 | DATE | 2030-06-03 | 2030-06-03", "4 May 2050 | DATE | 2050-05-04 | 2050-05-04"}},
                 {"2024-06-09",
                  "The fort fell on 3 June 1945, and on 13 Sep 1445 another had.",
                  {"3 June 1945 | DATE | 1945-06-03 | 1945-06-03", "13 Sep 1445 | DATE | 1445-09-13 | 1445-09-13"}},
                 {"2024-06-09",
                  "3 June 1940 – The fort fell.\n4 June 1940 – It was retaken.",
                  {"3 June 1940 | DATE | 1940-06-03 | 1940-06-03", "4 June 1940 | DATE | 1940-06-04 | 1940-06-04"}}},
                Genre::News);
}

TEST(HourBehindADay, StandsInADateTimeGroup) {
    expect_rows(
        {{"2024-06-09",
          "At 031845Z JUN 24 a patrol was shot at; at 040600B JUN it came back.",
          {"031845Z JUN 24 | TIME | 2024-06-03T18:45 | 2024-06-03T18:45Z", "040600B JUN | TIME | 2024-06-04T06:00 | 2024-06-04T04:00Z"}},
         {"2024-06-09",
          "The convoy left on Friday at 0800 and saw 320000 Jun bugs.",
          {"Friday at 0800 | TIME | 2024-06-07T08:00 | 2024-06-07T08:00"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
