#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <string>

// Where something was that names no place: the deed told before it, works that are called after a town, "there" and "the capital".
namespace dateline::extract {
namespace {

document::Event event_of(std::string_view text, std::string_view words) { return event_with(read_events(text, kMonday), words); }
std::string place_of(std::string_view text, std::string_view words) { return event_of(text, words).place; }

TEST(ToldScene, IsWhereThePlaceIsNotNamedAgain) {
    EXPECT_EQ(place_of("A tanker ran aground off Batumi on 3 November. The tanker was pulled free on 5 November.", "pulled free"),
              "Batumi");
    EXPECT_EQ(place_of("At Kutaisi, a goods train derailed on 4 November. The wreck was cleared on the 7th.", "cleared"), "Kutaisi");
    EXPECT_EQ(place_of("A trawler was detained off Cape Town on 4 November. The crew was released six days later.", "released"),
              "Cape Town");
    EXPECT_EQ(place_of("The airline suspended flights to Gaborone on 4 November. Flights resumed four days later.", "resumed"), "Gaborone");
    EXPECT_EQ(
        place_of("The depot at Kutaisi received two locomotives on 4 November. Four more are to be delivered by March 2025.", "Four more"),
        "Kutaisi");
}

TEST(ToldScene, IsInferredAndSaysSo) {
    const document::Event event =
        event_of("At Kutaisi, a goods train derailed on 4 November. The wreck was cleared on the 7th.", "cleared");
    EXPECT_EQ(event.place_basis, document::PlaceBasis::Inferred);
    EXPECT_NE(extra_of(event, "place_reason").find("before it"), std::string::npos);
    EXPECT_LT(event.confidence, event_of("A goods train derailed at Kutaisi on 4 November.", "derailed").confidence);
}

TEST(ToldScene, EndsWhereAnotherPlaceIsNamed) {
    EXPECT_EQ(
        place_of("A tanker ran aground off Batumi on 3 November. Ministers met in Oslo. The crew was released on 5 November.", "released"),
        "");
    EXPECT_EQ(place_of("A tanker ran aground off Batumi on 3 November.\n\nThe crew was released on 5 November.", "released"), "");
}

TEST(ToldScene, IsNotOfThoseWhoActElsewhere) {
    EXPECT_EQ(place_of("A bridge collapsed at Kutaisi on 4 November. The company was fined on 7 November.", "fined"), "");
    EXPECT_EQ(place_of("A bridge collapsed at Kutaisi on 4 November. The minister was dismissed on 7 November.", "dismissed"), "");
    EXPECT_EQ(place_of("A bridge collapsed at Kutaisi on 4 November. The loan was approved on 7 November.", "approved"), "");
    EXPECT_EQ(
        place_of("The minister opened a bridge at Kutaisi on 4 November. The new bridge in Batumi was opened on 7 November.", "new bridge"),
        "Batumi");
    EXPECT_EQ(place_of("A tanker ran aground off Batumi on 3 November. Dutch divers were sent home on 5 November.", "sent home"), "");
}

TEST(ToldScene, IsNotThatOfAnotherYear) {
    EXPECT_EQ(place_of("A barge sank at Batumi on 3 November. The line, begun in 1978, was never finished.", "begun"), "");
    EXPECT_EQ(place_of("A barge sank at Batumi on 3 November. The pilots were rescued on 5 November.", "rescued"), "Batumi");
}

TEST(ToldScene, IsWhereTheVictimsOfAHarmAre) {
    EXPECT_EQ(
        place_of("Heavy rain caused a landslide at Kutaisi on 4 November. Three bodies were recovered the following day.", "recovered"),
        "Kutaisi");
    EXPECT_EQ(place_of("A tanker exploded at Kutaisi on 4 November. The wreck still burned on the 6th.", "burned"), "Kutaisi");
    EXPECT_EQ(place_of("The minister opened a school at Kutaisi on 4 November. Three people were shot on 5 November.", "shot"), "");
    EXPECT_EQ(place_of("A drone struck the port of Batumi on 4 November. The port's crane was repaired on 6 November.", "crane"), "Batumi");
    EXPECT_EQ(place_of("The driver was taken to Kutaisi on 4 November and charged the next day.", "charged"), "Kutaisi");
}

TEST(SiteOfSubject, IsWhereWorksAreThatAreCalledAfterATown) {
    EXPECT_EQ(place_of("The Kutaisi refinery has been promised for 2027.", "promised"), "Kutaisi");
    EXPECT_EQ(place_of("The branch to Kutaisi might reopen in November 2025.", "reopen"), "Kutaisi");
    EXPECT_EQ(place_of("The refinery at Kutaisi should resume production in December 2024.", "resume"), "Kutaisi");
    EXPECT_EQ(place_of("The owner of the Kutaisi refinery resigned on 4 November.", "resigned"), "");
}

TEST(SiteOfSubject, IsWhatWhichAndWhoseGoBackTo) {
    EXPECT_EQ(place_of("Machala, whose port was flooded on 20 October, rebuilt its market.", "flooded"), "Machala");
    EXPECT_EQ(place_of("The prison at Machala, from which 40 men escaped on 4 November, was built in 1931.", "escaped"), "Machala");
    EXPECT_EQ(place_of("Inmates at the prison of Machala took 40 guards hostage on 4 November.", "hostage"), "Machala");
    EXPECT_EQ(place_of("The minister of Machala, whose wife died on 20 October, resigned.", "died"), "");
}

TEST(SiteOfSubject, MayBeWhatIsHarmed) {
    EXPECT_EQ(place_of("Gangs set fire to the market of Les Cayes on 4 November.", "set fire"), "Les Cayes");
    EXPECT_EQ(place_of("Kutaisi took in 2,100 people between 4 and 8 November.", "took in"), "Kutaisi");
}

TEST(ToldScene, IsATownWhoseQuayOrAirportIsMeant) {
    EXPECT_EQ(place_of("A fire destroyed a shed at Batumi on 3 November. A barge ran aground off the quay on 5 November and was pulled "
                       "free two days later.",
                       "pulled free"),
              "Batumi");
    EXPECT_EQ(place_of("A bomb went off in Batumi on 3 November. Two men were shot outside the embassy on 5 November.", "embassy"), "");
}

TEST(ToldScene, MayBeThatOfAParagraphThatOpensWithIt) {
    EXPECT_EQ(place_of("In The Hague, the court will hear the appeal of Ali Musa on 3 March 2025. The former commander was convicted on 6 "
                       "October 2024.",
                       "convicted"),
              "The Hague");
}

TEST(ToldScene, IsNotThatOfWhoeverDeniesThreatensOrMakes) {
    EXPECT_NE(place_of("Reports that the post had been closed on 8 November were denied by customs in Lubumbashi.", "denied"),
              "Lubumbashi");
    EXPECT_EQ(place_of("The premier threatened on 7 November to challenge the rule before the court in Luxembourg.", "threatened"), "");
    EXPECT_EQ(place_of("The railway received 90 wagons, built by a firm in South Africa, on 6 November.", "wagons"), "");
    EXPECT_EQ(place_of("A bridge, built by a firm in Kutaisi, was opened on 6 November.", "opened"), "Kutaisi");
    EXPECT_EQ(place_of("Slovakia takes over the Visegrad presidency on 1 July 2025.", "presidency"), "");
}

TEST(ToldScene, IsTheSeatOfAStateWhereItsParliamentOrPalaceIsNamed) {
    const document::Event ratified =
        event_of("In Lusaka, the ministers signed the treaty on 9 April; Malawi's parliament ratified it on 14 June.", "ratified");
    EXPECT_EQ(ratified.place, "Lilongwe");
    EXPECT_EQ(ratified.place_basis, document::PlaceBasis::Inferred);
    EXPECT_EQ(place_of("Sudan is at war. The army drove the rebels out of the presidential palace on 21 March.", "palace"), "Khartoum");
    EXPECT_EQ(place_of("The European Parliament condemned the raid on 4 November.", "condemned"), "");
}

TEST(TitleLine, IsAHeadingOfATextThatMarksNone) {
    const auto read = read_events(
        "Port watch\n\nTema\n\nThe terminal was busy. A crane collapsed on the 11th.\n\nTakoradi\n\nThe jetty was quiet. A shed burned "
        "down on 12 November.\n\nRailways\n\nThe line was idle. A shed burned down on 13 November.",
        kMonday);
    EXPECT_EQ(event_with(read, "crane").place, "Tema");
    EXPECT_EQ(event_with(read, "crane").place_basis, document::PlaceBasis::Inferred);
    ASSERT_EQ(read.events.size(), 3U);
    EXPECT_EQ(date_of(read.events.at(1)), "2024-11-12");
    EXPECT_EQ(read.events.at(1).place, "Takoradi");
    EXPECT_NE(read.events.at(2).place, "Takoradi");
}

TEST(Deeds, AreWhereTheirVerbSays) {
    EXPECT_EQ(
        place_of("The fund closed on 4 November, in Lusaka, the preparatory funding for the line from Luacano to Chingola.", "funding"),
        "Lusaka");
    EXPECT_EQ(place_of("The army closed the road from Ndola to Kitwe on 4 November.", "closed"), "road from Ndola to Kitwe");
}

TEST(Bridges, AreNotAllTheRiver) {
    EXPECT_NE(place_of("The bridge over the Volta at Yejikrom was reopened on 2 November.", "reopened"), "Volta");
    EXPECT_EQ(place_of("The minister spoke in Accra on 1 November. Parliament leased land at Ewoyakrom. Protesters in the town blocked a "
                       "road on 3 November.",
                       "blocked"),
              "");
}

TEST(ThereAndTheCapital, GoBackToTheTownNamedBefore) {
    EXPECT_EQ(place_of("The minister travelled on to Tbilisi; there, on 14 November, he signed a memorandum on customs.", "memorandum"),
              "Tbilisi");
    EXPECT_EQ(place_of("A bomb went off in Manta on 6 November. Prosecutors there had received threats in October.", "threats"), "Manta");
    EXPECT_EQ(place_of("The minister visited Tashkent on 6 November. Slovenia opened its embassy there only in 2015.", "embassy"),
              "Tashkent");
    EXPECT_EQ(
        place_of(
            "The premier flew in from Quito on 4 November. It was the worst fire at the mill since 2021, when nine men were killed there.",
            "nine men"),
        "");
    EXPECT_EQ(place_of("Floods hit Mali in October. Mali's premier brought his cabinet back to the capital on 4 November.", "cabinet"),
              "Bamako");
}

TEST(ThereAndTheCapital, MayBeNoTown) {
    EXPECT_EQ(place_of("In Tripoli a bank reopened on 1 November.\n\nThe Ras Ajdir crossing was reopened on 2 November. Three lorries were "
                       "looted there on 9 November.",
                       "looted"),
              "Ras Ajdir crossing");
    EXPECT_EQ(place_of("Gunmen seized the airport at Sabha on 4 November. Flights resumed on 9 November.", "resumed"), "Sabha");
}

TEST(Divisions, GiveWayToTheirTownWhereSomethingStandsOrComes) {
    EXPECT_EQ(event_of("The border post at Dedza was opened on 7 November.", "Dedza").place_precision,
              document::PlacePrecision::Settlement);
}

}  // namespace
}  // namespace dateline::extract
