#include "extract/event_support.h"

#include <gtest/gtest.h>

// Places that are told beside what happened, and not with it.
namespace dateline::extract {
namespace {

std::string place_of(std::string_view text, std::string_view event) { return event_with(read_events(text, kMonday), event).place; }

TEST(PlaceClues, WhatSomebodyVisitsMeanwhileIsWhereHeActs) {
    EXPECT_EQ(only_event("The minister, visiting Nairobi for a third time, met the president on Monday.").place, "Nairobi");
    EXPECT_EQ(only_event("Visiting Nairobi, the minister met the president on Monday.").place, "Nairobi");
    EXPECT_EQ(only_event("The minister, visiting Kenya, met the president in Mombasa on Monday.").place, "Mombasa");
    EXPECT_NE(only_event("After visiting Nairobi, the minister met the president on Monday.").place, "Nairobi");
}

TEST(PlaceClues, WhatIsServedIsWhereServiceEnds) {
    EXPECT_EQ(only_event("The airline suspended its flights to Beirut on Monday.").place, "Beirut");
    EXPECT_EQ(only_event("Food aid to Darfur was suspended on Monday.").place, "Darfur");
    EXPECT_EQ(only_event("Exports of flour to Aden were halted on Monday.").place, "Aden");
    EXPECT_EQ(only_event("Exports of flour to Tunisia were halted on Monday.").place, "Tunisia");
    EXPECT_EQ(only_event("Canada halted exports of flour to Tunisia on Monday.").place, "Canada");
    EXPECT_EQ(only_event("Flights to Beirut were suspended in Larnaca on Monday.").place, "Larnaca");
    EXPECT_EQ(only_event("Mount Etna sent ash into the sky on Monday, forcing the cancellation of flights to Malta.").place, "Mount Etna");
    EXPECT_NE(only_event("Winds shut the airport on Monday, forcing the cancellation of flights to Bali.").place, "Bali");
}

TEST(PlaceClues, WorksStandWhereTheyAreCalledAfter) {
    EXPECT_EQ(only_event("The Metsamor plant was stopped on Monday.").place, "Metsamor");
    EXPECT_EQ(only_event("The Verkhny Lars checkpoint was closed on Monday.").place_id, "dl:upper-lars");
    EXPECT_EQ(
        event_with(read_events("The widening of the Tengiz field, which Chevron completed on Monday, paid off.", kMonday), "Tengiz").place,
        "Tengiz field");
    EXPECT_EQ(only_event("The Minsk tractor maker was closed on Monday.").place, "");
}

TEST(PlaceClues, WhoCameForAGatheringIsWhereItIs) {
    const std::string both = "Sandu met Tusk in Warsaw last week and was in Lima for the climate summit of 17 and 18 November.";
    EXPECT_EQ(place_of(both, "limate summit"), "Lima");
    EXPECT_EQ(place_of(both, "met Tusk"), "Warsaw");
}

TEST(PlaceClues, ABlowAfterWhichSomethingBurnedWasWhereItBurned) {
    EXPECT_EQ(place_of("The freighter, set ablaze in the Black Sea after an attack on 21 August, was towed to Varna on 16 September.",
                       "ttack on 21"),
              "Black Sea");
}

TEST(PlaceClues, OfAPaperAreNotWhereItsWatchersAre) {
    const std::string visit = "Observers of the peace agreement signed in Nairobi on 2 November 2022 inspected a base last week.";
    EXPECT_NE(place_of(visit, "inspected"), "Nairobi");
    EXPECT_EQ(place_of(visit, "signed in Nairobi"), "Nairobi");
    EXPECT_EQ(only_event("The talks ended with a treaty signed in Nairobi on Monday.").place, "Nairobi");
    EXPECT_EQ(only_event("The country changed its name on Monday under the Prespa Agreement.").place, "");
    EXPECT_EQ(only_event("Ministers met in Prespa on Monday.").place, "Prespa");
}

TEST(PlaceClues, OfAnotherSentenceAreNotHere) {
    EXPECT_NE(place_of("The king received the president at Nowhereham on 6 May; the following week the couple go on to Oslo.", "received"),
              "Oslo");
    EXPECT_NE(place_of("The drone attack on the Ustovkina depot on 6 May left a trace in the loadings at Novorossiysk.", "attack"),
              "Novorossiysk");
    EXPECT_EQ(place_of("The drone attack on the Ustovkina depot of the Caspian Pipeline Consortium on 6 May left a trace in the loadings.",
                       "attack"),
              "");
    EXPECT_EQ(place_of("The drone attack on 6 May left 40 dead in Novorossiysk.", "attack"), "Novorossiysk");
}

TEST(PlaceClues, AHappeningIsWhereItIsCalledAfter) {
    EXPECT_EQ(only_event("The Banjska attack on Monday shook the region.").place, "Banjska");
    EXPECT_EQ(only_event("The Manchester arena bombing on Monday killed two.").place, "Manchester");
    EXPECT_EQ(only_event("The Bergen conference ended on Monday.").place, "Bergen");
    EXPECT_EQ(place_of("The minister left before the Vienna summit of 12 November.", "summit"), "Vienna");
    EXPECT_NE(only_event("The Bergen conference centre was sold on Monday.").place, "Bergen");
    EXPECT_EQ(place_of("The Bucha massacre of March 2022 was denied.", "massacre"), "Bucha");
    EXPECT_NE(only_event("The Washington statement of Monday was welcomed.").place, "Washington");
    EXPECT_NE(place_of("The Anglo-Mysore War of 1780 was long.", "War"), "Mysore");
}

TEST(PlaceClues, AnElectionIsWhereItIsCalledAfter) {
    EXPECT_EQ(only_event("The Izmir mayoral election was held on Sunday.").place, "Izmir");
    EXPECT_EQ(place_of("The council set the repeat of the Belgrade city elections for 2 June.", "lections"), "Belgrade");
    EXPECT_NE(place_of("The Izmir governor criticised the elections of Sunday.", "lections of Sunday"), "Izmir");
}

TEST(PlaceClues, WhatIsUnderARuleIsWhereItHolds) {
    EXPECT_EQ(place_of("The Amhara region has been under a state of emergency since 4 August.", "emergency"), "Amhara region");
    EXPECT_NE(place_of("The Odessa port authority has been under a manager since 4 August.", "manager"), "Odessa");
    EXPECT_EQ(only_event("Beijing closed the Kanpaiti gate on Monday.").place, "Kanpaiti");
    EXPECT_EQ(only_event("Villagers from Mtskheta blocked the road to Gori on Monday.").place, "Gori");
}

TEST(PlaceClues, AWhereClauseHangsOnWhatTheOneBeforeItDoes) {
    EXPECT_EQ(place_of("He left for New York, where the fair opens on Tuesday and where he is to meet the envoy next week.", "meet"),
              "New York");
}

TEST(PlaceClues, ADayBeforeLeavesAPlaceItsOwn) {
    EXPECT_EQ(place_of("The general died on Friday. His deputy was buried the day before in Basra.", "buried"), "Basra");
    EXPECT_NE(place_of("He broke the record on Monday, a year before finishing last in Beijing.", "record"), "Beijing");
}

TEST(PlaceClues, TheCapitalIsThatOfTheSection) {
    const std::string_view text =
        "# Monitor\n\n## Serbia\n\nThe vote of 17 March 2024 in the capital was criticised.\n\n## Montenegro\n\nA bomb exploded in the "
        "capital on Monday.\n\n## Albania\n\nA bomb exploded in Shkodra on Monday.";
    EXPECT_EQ(place_of(text, "ote of 17"), "Belgrade");
    EXPECT_EQ(place_of(text, "in the capital on Monday"), "Podgorica");
    EXPECT_EQ(place_of(text, "in Shkodra"), "Shkodra");
}

TEST(PlaceClues, ProvincesAreNoTownsOfTheirName) {
    EXPECT_EQ(only_event("A storm struck Baggaoville in Aurora province on Monday.").place_id, "adm1:PHL-PH-AUR");
    EXPECT_EQ(only_event("A storm struck Aurora in Colorado on Monday.").place, "Aurora");
}

TEST(PlaceClues, NoLineRunsFromTheMiddleOfAState) {
    EXPECT_EQ(only_event("The China–Kyrgyzstan–Uzbekistan railway was agreed on Monday.").place, "");
    EXPECT_EQ(only_event("Fighting continued on Monday along the ceasefire line between Israel and Lebanon.").place_id, "border:IL-LB");
    EXPECT_EQ(only_event("The railway line between Israel and Lebanon was reopened on Monday.").place_precision,
              document::PlacePrecision::None);
    EXPECT_EQ(only_event("The Tartu–Valga railway was reopened on Monday.").place_precision, document::PlacePrecision::Corridor);
}

TEST(PlaceClues, AWayToABorderTellsNoSecondState) {
    EXPECT_EQ(place_of("Russia protested on Friday.\n\nThe line from Tallinn to the Polish border was opened on Monday.", "line"), "");
    EXPECT_EQ(only_event("Shots were fired near Russia on the Polish border on Monday, a Belarusian officer said.").place_id,
              "border:BY-PL");
    EXPECT_EQ(only_event("Shots were fired from Belarus at the Polish border on Monday.").place_id, "border:BY-PL");
}

TEST(PlaceClues, OnAPassIsThere) {
    EXPECT_EQ(only_event("On the Salang pass, a tunnel was opened on Monday.").place_id, "dl:salang-pass");
    EXPECT_NE(only_event("Talks on the Salang pass were held on Monday.").place_id, "dl:salang-pass");
}

TEST(PlaceClues, WhatMustBeInPlaceFirstIsThere) {
    EXPECT_EQ(only_event("Flights are to be resumed on 1 December, once equipment at Tartu is in place.").place, "Tartu");
    EXPECT_EQ(only_event("Bergen will be the seat of the conference on 3 December.").place, "Bergen");
}

TEST(PlaceClues, AVisitThatIsPlannedOrPutOffIsWhereItWouldHaveGone) {
    EXPECT_EQ(event_with(read_events("A visit to Ankara was planned for 22 December.", "2024-11-18"), "Ankara").place, "Ankara");
    EXPECT_EQ(
        event_with(read_events("His visit to Moscow led to a treaty that was signed in Minsk on 3 November.", "2024-11-18"), "reaty").place,
        "Minsk");
    EXPECT_EQ(event_with(read_events("The Meghri railway was dismantled in 1993.", "2024-11-18"), "railway").place_id, "dl:meghri");
}

}  // namespace
}  // namespace dateline::extract
