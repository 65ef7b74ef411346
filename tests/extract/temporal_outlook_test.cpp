#include "extract/temporal_support.h"

#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

// 31 July 2012 is a Tuesday.
TimexRow sunday(const char* text, const char* day) { return {"2012-07-31", text, {std::string("Sunday | DATE | ") + day + " | " + day}}; }
constexpr const char* kLast = "2012-07-29";
constexpr const char* kNext = "2012-08-05";

TEST(TemporalOutlook, ALimitToComeIsNoDayThatWasTold) {
    const auto row = [](const char* text, std::vector<std::pair<std::string, std::string>> days) {
        TimexRow out{"2012-07-31", text, {}};
        for (const auto& [words, value] : days) out.found.push_back(words + " | DATE | " + value + " | " + value);
        return out;
    };
    expect_rows({row("On 14 May 2012 the board kept the ferry until 12 March 2013. The same day a second one was bought.",
                     {{"14 May 2012", "2012-05-14"}, {"12 March 2013", "2013-03-12"}, {"The same day", "2012-05-14"}}),
                 row("On 14 May 2012 the siege began and it went on until 5 June 2012. The same day the bridge was opened.",
                     {{"14 May 2012", "2012-05-14"}, {"5 June 2012", "2012-06-05"}, {"The same day", "2012-06-05"}})},
                Genre::News);
}

TEST(TemporalOutlook, AWeekendWhoseDaysAreToldIsThose) {
    expect_rows({{"2012-07-31",
                  "Fighting went on over the weekend of 14–15 July.",
                  {"14 | DATE | 2012-07-14 | 2012-07-14", "15 July | DATE | 2012-07-15 | 2012-07-15"}}},
                Genre::News);
}

TEST(TemporalOutlook, WhatNobodyPlansWasWhateverComesOfIt) {
    expect_rows(
        {sunday("The shop will reopen after a fire Sunday.", kLast), sunday("He could be charged in a fatal shooting Sunday.", kLast),
         sunday("The crash Sunday will be investigated.", kLast),
         sunday("Police are appealing for witnesses to a crash on the A1 on Sunday.", kLast),
         sunday("He is due in court after his arrest on Sunday.", kLast), sunday("The plant will close because of a fire Sunday.", kLast),
         sunday("A Sunday fire will cost the city dearly.", kLast), sunday("Sunday's deadly fire will cost the city dearly.", kLast)},
        Genre::News);
    expect_rows({sunday("He will resign after a meeting Sunday.", kNext), sunday("He will be sentenced in the shooting Sunday.", kNext),
                 sunday("A storm Sunday could bring snow.", kNext), sunday("He will be ready to fight Sunday.", kNext),
                 sunday("She will return to the scene of the crash on Sunday.", kNext)},
                Genre::News);
}

TEST(TemporalOutlook, WhatOneComesAfterWasUnlessItIsOnAProgramme) {
    expect_rows({sunday("She will miss the final after injuring a knee Sunday.", kLast),
                 sunday("The plant will close because of a strike that started Sunday.", kLast),
                 sunday("Rowe will replace Dow, who quit Sunday.", kLast)},
                Genre::News);
    expect_rows({sunday("She will leave after visiting Paris on Sunday.", kNext), sunday("He is ready to quit Sunday.", kNext)},
                Genre::News);
}

TEST(TemporalOutlook, WhatWasDoneUntilADayIsUntilTheNearest) {
    expect_rows({{"2012-11-30", "The school was closed until 3 January.", {"3 January | DATE | 2013-01-03 | 2013-01-03"}},
                 {"2012-11-30", "The man was freed on bail until 3 January.", {"3 January | DATE | 2013-01-03 | 2013-01-03"}},
                 {"2012-03-20", "The school was closed until 3 January.", {"3 January | DATE | 2012-01-03 | 2012-01-03"}},
                 {"2012-11-30", "They held out until 3 January.", {"3 January | DATE | 2012-01-03 | 2012-01-03"}}},
                Genre::News);
}

TEST(TemporalOutlook, SilenceWasKept) {
    expect_rows({sunday("A spokesman would not comment on Sunday.", kLast), sunday("The bank wouldn't say Sunday who will pay.", kLast),
                 sunday("He would say only on Sunday that all was well.", kLast)},
                Genre::News);
    expect_rows({sunday("He said he would not attend the talks on Sunday.", kNext)}, Genre::News);
}

TEST(TemporalOutlook, WhatIsCalledForADayOrVowedUntilItIsToCome) {
    expect_rows({sunday("The mayor has called a meeting for Sunday.", kNext),
                 sunday("The court set a hearing for Sunday.", kNext),
                 sunday("The army thanked the men for Sunday.", kLast),
                 {"1989-11-02", "He called an election for Dec. 15.", {"Dec. 15 | DATE | 1989-12-15 | 1989-12-15"}},
                 {"1989-11-02", "He vowed to fight on until December.", {"December | DATE | 1989-12 | 1989-12"}},
                 {"1989-11-02", "He fought on until December.", {"December | DATE | 1988-12 | 1988-12"}},
                 {"1989-11-02", "The vote, originally due in December, was cancelled.", {"December | DATE | 1989-12 | 1989-12"}},
                 {"1989-11-02", "A Dec. 15 deadline was set.", {"Dec. 15 | DATE | 1989-12-15 | 1989-12-15"}},
                 {"1989-11-02", "November soybeans fell.", {"November | DATE | 1989-11 | 1989-11"}},
                 {"1989-11-02", "The hearing, scheduled for May 3, was put off.", {"May 3 | DATE | 1990-05-03 | 1990-05-03"}},
                 {"1989-11-02", "Gold for December delivery rose.", {"December | DATE | 1989-12 | 1989-12"}}},
                Genre::News);
}

TEST(TemporalOutlook, AwaitsWhatTimetablesAndConditionsName) {
    expect_rows({sunday("She faces life when she is sentenced Sunday.", kNext), sunday("He faces life if convicted Sunday.", kNext),
                 sunday("The Reds (10-4) visit Boston on Sunday.", kNext), sunday("The Reds are at Boston Sunday.", kNext),
                 sunday("He cut short his Texas visit on Sunday.", kLast), sunday("He spoke when he was sentenced Sunday.", kLast)},
                Genre::News);
    expect_rows({{"2012-07-31", "He said Sunday's game will be played.", {"Sunday | DATE | 2012-08-05 | 2012-08-05"}}}, Genre::News);
}

TEST(TemporalOutlook, WhatMoneyIsAllottedForIsToCome) {
    expect_rows(
        {{"2022-10-05",
          "The ministry set aside three million francs for the early parliamentary election on November 20.",
          {"November 20 | DATE | 2022-11-20 | 2022-11-20"}},
         {"2022-11-25", "The ministry was praised for the election on November 20.", {"November 20 | DATE | 2022-11-20 | 2022-11-20"}}},
        Genre::News);
}

}  // namespace
}  // namespace dateline::extract
