#include "extract/event_support.h"

#include <gtest/gtest.h>

// Where a report is set, for what it tells and names no place of.
namespace dateline::extract {
namespace {

constexpr const char* kRoundUp =
    "KAMPALA, Uganda — Eleven miners died when a shaft flooded near Mubende on Tuesday. Parliament in Uganda had shelved a law on mines in "
    "May 2022.\n\n"
    "LIMA — Lorry drivers blocked the road to Ica on Monday. The government cut the tax on diesel in March 2022.\n\n"
    "MADRID — Rail workers in Seville went home. The Security Council extended the mandate on 3 May. Chinese envoys left the hall on 4 "
    "May.\n";

TEST(PassageSetting, IsTheStateThatAReportOfARoundUpIsFrom) {
    const Extraction read = read_events(kRoundUp, "2024-11-18");
    const document::Event tax = event_with(read, "cut the tax");
    EXPECT_EQ(tax.place_id, "iso:PE");
    EXPECT_EQ(tax.place_basis, document::PlaceBasis::Inferred);
    EXPECT_EQ(tax.place_precision, document::PlacePrecision::Country);
    EXPECT_NE(extra_of(tax, "place_reason").find("the report is about"), std::string::npos);
}

TEST(PassageSetting, IsNotWhereBodiesOfManyStatesOrForeignersAct) {
    const Extraction read = read_events(kRoundUp, "2024-11-18");
    EXPECT_EQ(event_with(read, "extended the mandate").place_basis, document::PlaceBasis::None);
    EXPECT_EQ(event_with(read, "envoys left the hall").place_basis, document::PlaceBasis::None);
}

TEST(PassageSetting, IsTheTownOfALocalPaper) {
    const Extraction read = read_events(
        "# Kilkenny Courier\n\n18 November 2024\n\n"
        "A van was stolen in Kilkenny on Friday. Two men from Callan were seen on the road to Thomastown.\n\n"
        "## Fire near Graiguenamanagh\n\nA barn burned down on Saturday. Crews from Kilkenny and Thomastown put the flames out.\n\n"
        "## Library shut\n\nThe library in Kilkenny has a leaking roof. The reading room was closed in March 2023. The Kilkenny choir sang "
        "in Callan.\n",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "reading room was closed").place, "Kilkenny");
    EXPECT_EQ(event_with(read, "reading room was closed").place_precision, document::PlacePrecision::District);
}

TEST(PassageSetting, IsTheLandThatATextIsNearlyAllAbout) {
    const std::string text =
        "The rains came late to Madagascar. Rice was dear in Antananarivo, and in Toamasina there was none. Buses from Antsirabe to "
        "Fianarantsoa stopped.\n\n"
        "A state of emergency was declared in June 2021. The French ambassador left in July 2021.\n";
    const Extraction read = read_events(text, "2024-11-18");
    EXPECT_EQ(event_with(read, "state of emergency").place_id, "iso:MG");
    EXPECT_EQ(event_with(read, "ambassador left").place_basis, document::PlaceBasis::None);
    // of two lands, neither
    const Extraction two = read_events(
        "Madagascar and Kenya traded. Antananarivo sold rice to Nairobi and Mombasa, and Toamasina bought tea. A state of emergency was "
        "declared in June 2021.\n",
        "2024-11-18");
    EXPECT_EQ(event_with(two, "state of emergency").place_basis, document::PlaceBasis::None);
}

TEST(PassageSetting, IsThePartOfAStateThatATextNamesAndNotWhereItsGovernmentActs) {
    const Extraction read = read_events(
        "# Rain on Sardinia\n\nSardinia is dry. From Nuoro to Oristano the wells failed, and in Sassari and Cagliari water was sold by the "
        "litre. Sardinia has waited for a dam.\n\n"
        "A state of alarm was declared in June 2021. Parliament passed a law in July 2021. Italy had become a republic in June 1946.\n",
        "2024-11-18");
    EXPECT_EQ(event_with(read, "state of alarm").place, "Sardinia");
    EXPECT_NE(event_with(read, "passed a law").place, "Sardinia");
    EXPECT_NE(event_with(read, "become a republic").place, "Sardinia");
}

TEST(PassageSetting, IsWhereAnUnknownVillageOfALandLies) {
    const std::string land =
        "# Sardinia in the dry years\n\nSardinia is dry. From Nuoro to Oristano the wells failed, and in Sassari and Cagliari water was "
        "sold.\n\n";
    EXPECT_EQ(event_with(read_events(land + "The troops landed at Portu Zumbu in June 1943.\n", "2024-11-18"), "troops landed").place_basis,
              document::PlaceBasis::Inferred);
    // a report of a round-up says nothing of where an unknown place is
    const Extraction read =
        read_events("ACCRA, Ghana — A writer left Kumasi on Tuesday. Another writer died on 3 May in a camp at Zumbakht.\n", "2024-11-18");
    EXPECT_NE(event_with(read, "writer died").place_id, "iso:GH");
    // and what happened to all the world happened in no land
    EXPECT_EQ(
        event_with(read_events(land + "At least 150 people died worldwide in June 1943.\n", "2024-11-18"), "died worldwide").place_basis,
        document::PlaceBasis::None);
}

TEST(PassageSetting, EndsWhereCapitalsBeginAnotherReport) {
    const Extraction read =
        read_events("REYKJAVIK — Iceland shut the road to Grindavik on Monday.\n\nAND FINALLY — A diary turned up in a shop in May 2023.\n",
                    "2024-11-18");
    EXPECT_EQ(event_with(read, "diary turned up").place_basis, document::PlaceBasis::None);
}

TEST(PassageSetting, TellsNoTwoEventsApart) {
    const Extraction read = read_events(
        "ACCRA, Ghana — A ferry sank on Lake Volta on Tuesday, killing six.\n\n"
        "The ferry sank on Tuesday, killing six.\n",
        "2024-11-18");
    EXPECT_EQ(read.events.size(), 1u);
}

}  // namespace
}  // namespace dateline::extract
