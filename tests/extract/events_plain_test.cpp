#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

// What news tells of people, markets and plans: the day, the sort and the headline of everyday deeds.
namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

/// Cut anywhere, a text is read to its end and no further: what the sanitizers watch.
TEST(PlainEvents, OfTextsThatBreakOffAreReadToTheEnd) {
    const std::string_view texts[] = {
        "On 24 April 2023 the envoy met Erdogan in Sochi and Modi in Samarkand, police said on 25 April",
        "| 5 May 2024 | Sofia | Visit of the foreign minister |\n| 20 May 2024 | Kars | First freight train |",
        "Born March 3, 1923, in Florence, he moved to Memphis in 1946 and was shot and killed on 4 May 1950",
        "Blinken, due to travel to Washington on Thursday, came under fire, only to be driven out a week later by the Georgians",
        "If ratified by the Bundestag on 20 December, the treaty, a claim made by Kyiv a day earlier, will be postponed from 14 November "
        "to 5 December",
        "Protesters in Goris block the road. Lagos — The governor added 80,000 jobs in June, four years after finishing last in Beijing"};
    for (const std::string_view text : texts)
        for (std::size_t size = 12; size <= text.size(); ++size) EXPECT_LE(read_events(text.substr(0, size), kMonday).events.size(), 12U);
}

TEST(PlainEvents, PlansHaveTheDayOfWhatIsPlanned) {
    EXPECT_THAT(told("The two countries agreed to open an embassy in 2025."),
                ElementsAre(Pair("Two countries to open an embassy", "2025")));
    EXPECT_THAT(
        told("The parties agreed on Tuesday to hold elections in March 2025."),
        ElementsAre(Pair("Parties agreed to hold elections in March 2025", "2024-11-12"), Pair("Parties to hold elections", "2025-03")));
    EXPECT_THAT(told("The ministers signed a deal in Baku to build a plant on 5 May."),
                ElementsAre(Pair("Ministers signed a deal in Baku to build a plant", "2024-05-05")));
    EXPECT_EQ(modality_of(only_event("Qatar plans to host talks between Iran and Iraq in Doha in December.")), "planned");
}

TEST(PlainEvents, OfWhoIsDueSomewhereAreThere) {
    const auto read = read_events("Blinken, due to travel to Washington on Thursday, met Fidan in Ankara on Monday.", kMonday);
    EXPECT_EQ(event_with(read, "to travel").place, "Washington");
    EXPECT_EQ(event_with(read, "met").title, "Blinken met Fidan in Ankara");
    EXPECT_EQ(only_event("Blinken plans to travel to Baku on Thursday.").place, "Baku");
}

TEST(PlainEvents, WhatIsPutOffHasItsNewDay) {
    const auto moved = only_event("The summit planned for 12 May was postponed to 20 May.");
    EXPECT_EQ(date_of(moved).substr(5), "05-20");
    EXPECT_EQ(modality_of(moved), "planned");
    EXPECT_EQ(only_event("The summit planned for 12 May has been moved to Geneva.").place, "Geneva");
    EXPECT_EQ(modality_of(only_event("The summit planned for 12 May was cancelled.")), "denied");
}

TEST(PlainEvents, WhatNobodySaidIsNone) {
    EXPECT_THAT(told("The company did not comment on Friday."), IsEmpty());
    EXPECT_THAT(told("The company did not pay on Friday."), ElementsAre(Pair("Company did not pay", "2024-11-15")));
}

TEST(PlainEvents, DenialsAreToldThoughOthersClaim) {
    const auto denial = only_event(
        "Iran's foreign ministry denied on Sunday that drones had been launched from its territory, a claim made by Kyiv a day earlier.");
    EXPECT_EQ(denial.title, "Iran's foreign ministry denied that drones had been launched from its territory");
    EXPECT_EQ(date_of(denial), "2024-11-17");
    EXPECT_EQ(only_event("The Kakhovka dam was breached on 6 June 2023, flooding settlements along the Dnieper.").place, "Kakhovka dam");
}

TEST(PlainEvents, WarningsAreToldByWhoWarned) {
    EXPECT_EQ(only_event("Lavrov warned on Monday it would respond to the strikes.").title,
              "Lavrov warned it would respond to the strikes");
}

TEST(PlainEvents, BirthsAreOfTheirOwnDayAndPlace) {
    const auto read = read_events("Born March 3, 1923, in Florence, Italy, he moved to Memphis in 1946.", kMonday);
    EXPECT_EQ(date_of(event_with(read, "born")), "1923-03-03");
    EXPECT_EQ(event_with(read, "born").place, "Florence");
    EXPECT_EQ(date_of(event_with(read, "moved")), "1946");
    EXPECT_EQ(event_with(read, "moved").place, "Memphis");
}

TEST(PlainEvents, DatelinesInLowerCaseAreWhereTheReportIsFrom) {
    const auto signing = only_event("Lagos — The governor signed the bill on Monday.");
    EXPECT_EQ(signing.title, "Governor signed the bill");
    EXPECT_EQ(signing.place, "Lagos");
    const auto death = only_event("Nairobi, 3 May 2011 - A man died.");
    EXPECT_EQ(death.title, "Man died");
    EXPECT_EQ(date_of(death), "2011-05-03");
    EXPECT_EQ(date_of(only_event("Salem, Jul 31: Two persons died of dengue on Sunday.")), "2024-11-17");
    EXPECT_EQ(only_event("Paris hosted the summit - the third this year - on Monday.").title.substr(0, 12), "Paris hosted");
}

TEST(PlainEvents, TheDayOfANounIsNoDayOfTheVerb) {
    EXPECT_THAT(told("An Aug. 24 deadline was mentioned earlier this month."), ElementsAre(Pair("Aug. 24 deadline mentioned", "2024-11")));
    EXPECT_THAT(told("Net income rose 5% to $41 million in the quarter, the Dallas company said Monday."), testing::SizeIs(1));
}

TEST(PlainEvents, APairOfVerbsIsOneDeed) {
    EXPECT_THAT(told("A man was shot and killed on Saturday night."), ElementsAre(Pair("Man was shot and killed", "2024-11-16")));
    EXPECT_THAT(told("A man was shot in Leeds and killed in Hull on Saturday."), testing::SizeIs(2));
}

TEST(PlainEvents, OfNewsHaveTheSortThatTheirWordsSay) {
    EXPECT_EQ(only_event("The Dow lost 92 points on Monday.").kind, "figure");
    EXPECT_EQ(only_event("The army lost 200 men on Monday.").kind, "combat");
    EXPECT_EQ(only_event("The Dow closed at 2,500 on Monday.").kind, "figure");
    EXPECT_EQ(only_event("The factory closed on Monday.").kind, "closing");
    EXPECT_EQ(only_event("He was hit by a car on Monday.").category, document::Category::Transport);
    EXPECT_EQ(only_event("He was hit by a sniper on Monday.").category, document::Category::Security);
    EXPECT_EQ(only_event("He moved to Memphis in 1946.").kind, "movement");
    EXPECT_EQ(only_event("The troops moved to Memphis in 1946.").kind, "deployment");
    EXPECT_EQ(only_event("A man is in custody after a stabbing in Leeds on Tuesday.").kind, "attack");
    EXPECT_EQ(only_event("The U.S. economy added 80,000 jobs in June.").kind, "figure");
}

TEST(PlainEvents, RowsOfTablesNeedNoVerb) {
    const auto read = read_events(
        "# Calendar\n\n| Date | Place | Event |\n|---|---|---|\n| 5 May 2024 | Sofia | Visit of the foreign minister |\n| 20 May 2024 | "
        "Kars | First freight train |\n",
        kMonday);
    ASSERT_EQ(read.events.size(), 2U);
    EXPECT_EQ(read.events[0].place, "Sofia");
    EXPECT_EQ(read.events[1].title, "First freight train");
    EXPECT_EQ(date_of(read.events[1]), "2024-05-20");
    EXPECT_EQ(read.events[1].place, "Kars");
    EXPECT_THAT(told("Timeline\n\n- 22 May 2024: Joint commission in Ankara\n"),
                ElementsAre(Pair("Joint commission in Ankara", "2024-05-22")));
    EXPECT_THAT(told("Population\n\n| 2019 | 2021 |\n|---|---|\n| 10,100 | 10,200 |\n"), IsEmpty());
}

TEST(PlainEvents, AnOfficeIsWhoThePronounIs) {
    EXPECT_EQ(
        event_with(read_events("The minister arrived in Baku on Monday. She signed a memorandum the next day.", kMonday), "signed").title,
        "Minister signed a memorandum");
}

TEST(PlainEvents, OfSeveralStatesAreAtNoneOfThem) {
    EXPECT_EQ(only_event("In a statement on 4 May, the EU and the US called on both sides to return to talks.").place, "");
    EXPECT_EQ(only_event("Three trains left Poti for Baku on 3 May.").place, "Poti");
}

TEST(PlainEvents, WhereSomethingElseWasIsNotWhere) {
    EXPECT_EQ(only_event("LONDON (AP) - The swimmer broke the record on Monday, four years after finishing last in Beijing.").place,
              "LONDON");
    EXPECT_EQ(event_with(read_events("Police arrested a man after raiding a house in Leeds on Monday.", kMonday), "arrested").place,
              "Leeds");
}

}  // namespace
}  // namespace dateline::extract
