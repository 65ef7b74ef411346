#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What was foiled, put off, nearly done or is not confirmed; where it was, and who "it" is.
namespace dateline::extract {
namespace {

using testing::IsEmpty;

TEST(Undone, WhatWasToBeOrNearlyWas) {
    EXPECT_EQ(modality_of(only_event("The two ministers were to have met in Moscow on 14 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("The two ministers are to meet in Moscow on 14 December.")), "planned");
    EXPECT_EQ(modality_of(only_event("The second phase, due to start on 1 December, has been cancelled.")), "denied");
    EXPECT_EQ(modality_of(only_event("Talks with the rebels, foreseen for 12 November, did not take place.")), "denied");
    EXPECT_EQ(only_event("The rebels nearly captured Bukavu on 3 November.").title, "Rebels nearly captured Bukavu");
    EXPECT_EQ(modality_of(only_event("The rebels nearly captured Bukavu on 3 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("Contrary to reports, no talks were held on 3 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("Neither president attended the summit on 3 November.")), "denied");
    EXPECT_EQ(modality_of(only_event("The summit was held on 3 November.")), "");
}

TEST(Undone, WhatIsPutOffFromOneDayToAnotherIsOnTheOther) {
    const auto summit = only_event("The summit was postponed from 14 November to 5 December.");
    EXPECT_EQ(date_of(summit), "2024-12-05");
    EXPECT_EQ(modality_of(summit), "planned");
}

TEST(Undone, ANewDayTakesThePlaceOfTheOldOne) {
    EXPECT_EQ(date_of(only_event("The talks, originally due on Monday, will now be held on Thursday in Doha.")), "2024-11-21");
    EXPECT_EQ(only_event("The talks, originally due on Monday, will now be held on Thursday in Doha.").title, "Talks will be held in Doha");
    EXPECT_EQ(date_of(only_event("The talks, which were due to start on Monday, will begin on Thursday.")), "2024-11-21");
    EXPECT_EQ(date_of(only_event("The visit, initially scheduled for 20 November, has been put off to 2 December.")), "2024-12-02");
    EXPECT_EQ(date_of(only_event("The meeting was brought forward from 10 to 7 December.")), "2024-12-07");
    const auto off = only_event("The summit, which had been planned for 12 May, was cancelled.");
    EXPECT_EQ(date_of(off), "2024-05-12");
    EXPECT_EQ(modality_of(off), "denied");
    EXPECT_THAT(told("The minister, who was due to fly to Doha on Thursday, met Blinken in Rome on Saturday."),
                testing::SizeIs(2));  // two deeds
}

TEST(Undone, TheEarliestDayIsTheBeginningOfWhatIsPlanned) {
    const auto plant = only_event("The plant will open in 2027 at the earliest.");
    EXPECT_EQ(plant.title, "Plant will open");
    EXPECT_EQ(date_of(plant), "2027/..");
    EXPECT_EQ(modality_of(plant), "planned");
    const auto close = only_event("Applications close no later than 5 December 2024.");
    EXPECT_EQ(date_of(close), "../2024-12-05");
    EXPECT_EQ(modality_of(close), "planned");
    EXPECT_EQ(modality_of(event_with(
                  read_events("The reform is to be phased in from 2026, at the earliest, and completed by 2030.", kMonday), "completed")),
              "planned");
    EXPECT_EQ(modality_of(only_event("Applications closed no later than 5 November 2024.")), "");
}

TEST(Undone, ConditionsAreNoDeeds) {
    EXPECT_FALSE(has_title(read_events("If Georgia closes the crossing on 20 November, lorries will wait.", kMonday), "crossing"));
    EXPECT_FALSE(has_title(read_events("If no new money arrives by December, rations will be halved.", kMonday), "money"));
    EXPECT_TRUE(
        has_title(read_events("Since no new money arrived in October, rations were halved on 5 November.", kMonday), "Rations halved"));
    EXPECT_EQ(modality_of(only_event("Saudi Arabia could not confirm that a delegation visited Damascus on 3 November.")), "claimed");
}

TEST(Undone, WhoFoilsIsTheOneWhoActs) {
    EXPECT_EQ(only_event("Police foiled an attempt to bomb the embassy in Tehran on 12 November.").title,
              "Police foiled an attempt to bomb the embassy in Tehran");
    EXPECT_EQ(only_event("Baku prevented a Russian patrol from entering Tegh on 3 November.").title,
              "Baku prevented a Russian patrol from entering Tegh");
    EXPECT_EQ(only_event("Kazakhstan's president invited Xi to visit Almaty in May 2025.").title, "Xi to visit Almaty");
}

TEST(Undone, WhatCameOfItIsNoPlan) {
    const auto read =
        read_events("Turkish forces entered Batum on 11 March 1921, only to be driven out a week later by the Georgians.", kMonday);
    EXPECT_EQ(modality_of(event_with(read, "driven out by")), "");
}

TEST(Undone, AreWhereItWasAndNotWhereTheReasonLies) {
    EXPECT_EQ(only_event("Iran recalled its envoy from Baku on 3 November because of the arrests in Tabriz.").place, "Baku");
    EXPECT_EQ(only_event("Quetta's railway station was bombed on 9 November.").place, "Quetta");
    EXPECT_EQ(only_event("On 10 November Odesa came under fire.").place, "Odesa");
    EXPECT_EQ(only_event("North Korea launched seven missiles from Sariwon on 5 November.").place, "Sariwon");
    EXPECT_EQ(only_event("Russian troops left for Gyumri on 12 June.").place, "Gyumri");
    EXPECT_EQ(only_event("Oil flows through the Druzhba pipeline stopped on 3 November.").place, "");
}

TEST(Undone, TheBodyThatSpokeIsIt) {
    const auto read = read_events(
        "Armenian soldiers came under fire near Tegh on Thursday, the defence ministry said. It called on Baku to investigate.", kMonday);
    EXPECT_EQ(event_with(read, "called on").title, "Defence ministry called on Baku to investigate");
    EXPECT_THAT(read_events("It became clear to the Poles on 3 November that the aims were not limited.", kMonday).events, IsEmpty());
}

TEST(Undone, OfDiplomacyAndVotesHaveTheirSort) {
    EXPECT_EQ(only_event("The two states broke off relations on 3 November.").kind, "recognition");
    EXPECT_EQ(only_event("The ministry released a video on 3 November.").kind, "statement");
    EXPECT_EQ(only_event("Georgians went to the polls on 26 October.").kind, "election");
    EXPECT_EQ(only_event("A deal was struck in Ohrid on 3 November.").kind, "signing");
    EXPECT_EQ(only_event("A bridge was struck in Ohrid on 3 November.").kind, "attack");
}

TEST(Undone, WhatIsPutBackIsNotOnTheDayThatItWasPlannedFor) {
    for (const char* text :
         {"A parade in Leeds, planned for Wednesday, was put back.", "A parade in Leeds, due on Wednesday, was cancelled.",
          "A parade in Leeds planned for Wednesday has been put off."}) {
        const auto parade = only_event(text);
        EXPECT_EQ(modality_of(parade), "denied") << text;
        EXPECT_EQ(date_of(parade), "2024-11-20") << text;
        EXPECT_EQ(parade.place, "Leeds") << text;
    }
    EXPECT_EQ(modality_of(only_event("A parade in Leeds planned for Wednesday was put back to Friday.")), "planned");
    EXPECT_EQ(date_of(only_event("A parade in Leeds planned for Wednesday was put back to Friday.")), "2024-11-22");
}

TEST(Undone, APlanThatWasCalledOffMayLieInThePast) {
    EXPECT_EQ(date_of(only_event("The visit planned for 6 July was cancelled.")), "2024-07-06");
    EXPECT_EQ(date_of(only_event("The visit planned for 6 December was cancelled.")), "2024-12-06");
    EXPECT_EQ(date_of(only_event("The visit planned for 6 July will go ahead.")), "2025-07-06");
}

TEST(Undone, WhatWasCalledOffOnADayIsToldOnce) {
    EXPECT_THAT(told("A strike planned for 4 December was called off on Monday."),
                testing::ElementsAre(testing::Pair("Strike planned for 4 December called off", "2024-11-18")));
}

}  // namespace
}  // namespace dateline::extract
