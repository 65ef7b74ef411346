#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What a sentence opens with, a participle and its day, is another event than what it goes on to tell.
namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::Pair;

constexpr const char* kJune = "2023-06-30";

/// Places of all events, in order; empty for none.
std::vector<std::string> places(std::string_view text) {
    std::vector<std::string> out;
    for (const document::Event& event : read_events(text, kJune).events) out.push_back(event.place);
    return out;
}

TEST(ParticipleOpening, HasItsOwnDayAndTheSubjectOfItsSentence) {
    constexpr const char* text = "Built in 1914 near Kars, the bridge was destroyed on 3 May 1944.";
    EXPECT_THAT(told(text, kJune), ElementsAre(Pair("Bridge built near Kars", "1914"), Pair("Bridge destroyed", "1944-05-03")));
    EXPECT_THAT(places(text), ElementsAre("Kars", "Kars"));  // where it was built it stood
    EXPECT_THAT(told("Signed by both ministers in May 2019, the treaty entered into force in July 2021.", kJune),
                ElementsAre(Pair("Treaty signed by both ministers", "2019-05"), Pair("Treaty entered into force", "2021-07")));
}

TEST(ParticipleOpening, KeepsItsPlace) {
    constexpr const char* text = "Arrested in Kars in March, the reporter was freed on 3 June.";
    EXPECT_THAT(told(text, kJune), ElementsAre(Pair("Reporter arrested in Kars", "2023-03"), Pair("Reporter freed", "2023-06-03")));
    EXPECT_THAT(places(text), ElementsAre("Kars", ""));
}

TEST(ParticipleOpening, IsOfWhoComesBehindItsDay) {
    EXPECT_THAT(told("Arrested in March, Ann Roe, an editor, was freed in Ankara on 3 June.", kJune),
                ElementsAre(Pair("Ann Roe arrested", "2023-03"), Pair(testing::_, "2023-06-03")));
}

TEST(ParticipleOpening, IsNoDayOfWhatIsOrWillBe) {
    EXPECT_THAT(told("Launched in 2015, the project will be completed in 2027.", kJune),
                ElementsAre(Pair("Project launched", "2015"), Pair("Project will be completed", "2027")));
}

TEST(ParticipleOpening, TellsNothingWhereItIsHowThingsWere) {
    EXPECT_THAT(told("Based in Paris since 2001, the group was dissolved in 2020.", kJune), ElementsAre(Pair("Group dissolved", "2020")));
}

TEST(ParticipleOpening, GivesItsDayToWhatHasNoOther) {
    EXPECT_THAT(told("Asked on Monday whether she would resign, the minister said no.", kJune),
                ElementsAre(Pair("Minister said no", "2023-06-26")));
    EXPECT_THAT(told("Wounded on Monday, the soldier died.", kJune), ElementsAre(Pair("Soldier died", "2023-06-26")));
}

TEST(HyphenatedVerbs, AreReadBehindTheirPrefix) {
    EXPECT_THAT(told("The president, who took office in 2003, was re-elected in April 2018.", kJune),
                ElementsAre(Pair("President took office", "2003"), Pair("President re-elected", "2018-04")));
    EXPECT_THAT(told("The embassy in Kabul re-opened on 3 May.", kJune), ElementsAre(Pair("Embassy in Kabul re-opened", "2023-05-03")));
    EXPECT_THAT(told("The two sides co-signed a deal in April 2018.", kJune), ElementsAre(Pair("Two sides co-signed a deal", "2018-04")));
    EXPECT_THAT(told("The re-elected president met Ann Roe in April 2018.", kJune),
                ElementsAre(Pair("Re-elected president met Ann Roe", "2018-04")));
}

TEST(Readings, OfABillAreNoVerbs) {
    EXPECT_THAT(told("The parliament of Georgia approved the bill in its third reading on 28 May.", kJune),
                ElementsAre(Pair("Parliament of Georgia approved the bill in its third reading", "2023-05-28")));
    EXPECT_THAT(told("The bill passed its first reading on 3 May.", kJune),
                ElementsAre(Pair("Bill passed its first reading", "2023-05-03")));
}

TEST(PresentNouns, GiveWayToTheVerbBehindWhatAPronounTellsOfThem) {
    EXPECT_THAT(told("Gas exports to Europe, which began on 3 May 2020, rose in 2022.", kJune),
                ElementsAre(Pair("Gas exports to Europe began", "2020-05-03"), Pair("Gas exports to Europe rose", "2022")));
    EXPECT_THAT(told("Georgia exports wine to China, which banned it in May 2020.", kJune),
                ElementsAre(Pair("China banned it", "2020-05")));
}

TEST(Figures, OfAnotherYearGiveNoDay) {
    EXPECT_THAT(told("Exports rose from 8 billion in 2021 to 11 billion in 2022.", kJune),
                ElementsAre(Pair("Exports rose from 8 billion in 2021 to 11 billion", "2022")));
    EXPECT_TRUE(told("Revenue fell to 5 million, from 7 million in 2021.", kJune).empty());
    EXPECT_THAT(told("The army withdrew from 3 posts in April.", kJune), ElementsAre(Pair("Army withdrew from 3 posts", "2023-04")));
}

}  // namespace
}  // namespace dateline::extract
