#include "extract/event_support.h"

#include <gtest/gtest.h>

#include <string>

// "the refinery", "that attack": nouns that go back to where something was told of before.
namespace dateline::extract {
namespace {

document::Event event_of(std::string_view text, std::string_view words) { return event_with(read_events(text, kMonday), words); }
std::string place_of(std::string_view text, std::string_view words) { return event_of(text, words).place; }

TEST(NounPlaces, WorksAreWhereTheyWereToldToBe) {
    EXPECT_EQ(place_of("A drone struck the refinery at Ploiesti on Monday. Two men were hurt. Firefighters put out a blaze at the refinery "
                       "on Tuesday.",
                       "blaze"),
              "Ploiesti");
    EXPECT_EQ(place_of("An explosion damaged the refinery in Ploiesti on Sunday. The refinery was restarted on Wednesday.", "restarted"),
              "Ploiesti");
    EXPECT_EQ(place_of("The bridge at Kutaisi was damaged on 9 November. Repairs to the bridge began on 13 November.", "Repairs"),
              "Kutaisi");
    EXPECT_EQ(place_of("Gunmen raided a camp near Zalingei on 3 November. On 5 November aid workers left the camp.", "left the camp"),
              "Zalingei");
    EXPECT_EQ(place_of("Lithuania closed the Medininkai crossing on 2 November. The same crossing reopened on 9 November.", "reopened"),
              "Medininkai crossing");
    EXPECT_EQ(place_of("In Kharkiv, shells hit a hospital on 4 November. Patients returned to the hospital on 9 November.", "returned"),
              "Kharkiv");
    EXPECT_EQ(place_of("Napoleon was exiled to Elba in 1814; in 1815 he left the island.", "left the island"), "Elba");
    EXPECT_EQ(place_of("Napoleon was exiled to Elba in 1814. In 1815 he left the island.", "left the island"), "Elba");
}

TEST(NounPlaces, AreInferredAndSaySo) {
    const document::Event event =
        event_of("An explosion damaged the refinery in Ploiesti on Sunday. The refinery was restarted on Wednesday.", "restarted");
    EXPECT_EQ(event.place_basis, document::PlaceBasis::Inferred);
    EXPECT_NE(extra_of(event, "place_reason").find("Ploiesti"), std::string::npos);
    EXPECT_EQ(event.place_span.end, 0U);
}

TEST(NounPlaces, AreTakenUpByWhatTheyAreAsWell) {
    EXPECT_EQ(place_of("Codelco halted the smelter at Chuquicamata on 8 November. The plant was restarted on 12 November.", "restarted"),
              "Chuquicamata");
    EXPECT_EQ(
        place_of("A fire broke out at a textile factory in Gazipur on 4 November.\n\nThe factory reopened on 12 November.", "reopened"),
        "Gazipur");
}

TEST(NounPlaces, MayBePartOfAName) {
    EXPECT_EQ(place_of("A boat capsized on Lake Kivu on 4 November. Bodies were recovered from the lake on 6 November.", "recovered"),
              "Lake Kivu");
    EXPECT_EQ(place_of("A drone struck Kalma Camp on 4 November. Aid workers left the camp on 6 November.", "left"), "Kalma Camp");
    EXPECT_EQ(place_of("A storm hit Fort Worth on 4 November. Troops left the fort on 6 November.", "left"), "");
    EXPECT_EQ(place_of("Shells fell on the market in Omdurman on Monday. The market fell by 3 per cent on Tuesday.", "3 per cent"), "");
    EXPECT_EQ(place_of("Shells fell on the market in Omdurman on 4 November. The market was reopened on 6 November.", "reopened"),
              "Omdurman");
}

TEST(NounPlaces, BeatTheHeading) {
    EXPECT_EQ(place_of("## Sudan\n\nA drone struck the airport at Nyala on 4 November. The airport was shut the next day.", "shut"),
              "Nyala");
}

TEST(NounPlaces, AnotherOfTheKindIsElsewhere) {
    EXPECT_EQ(place_of("A fire broke out at a textile factory in Gazipur on 4 November. Police raided a factory on 5 November. The factory "
                       "reopened on 12 November.",
                       "reopened"),
              "");
    EXPECT_EQ(place_of("A drone struck the refinery at Ploiesti on Monday. The new refinery was opened on Tuesday.", "opened"), "");
    EXPECT_EQ(place_of("A drone struck the oil terminal at Ventspils on Monday. The grain terminal was opened on Tuesday.", "grain"), "");
    EXPECT_EQ(place_of("Shells hit a school in Kharkiv on 4 November. Drones hit a school in Odesa on 5 November. Nobody was hurt. The "
                       "school was closed on 8 November.",
                       "closed"),
              "");
}

TEST(NounPlaces, ARoadIsBetweenItsEnds) {
    EXPECT_EQ(
        event_of("The road between Goma and Sake was closed on 4 November. The road reopened on 6 November.", "reopened").place_precision,
        document::PlacePrecision::Corridor);
}

TEST(NounPlaces, AWarOrARisingGoesOnElsewhere) {
    EXPECT_EQ(
        place_of("Rebels took the villages at Rostov on 4 November. The general was killed in the fighting on 13 November.", "general"),
        "");
}

TEST(NounPlaces, GiveNoPlaceToWhatIsSaidOrDoneElsewhere) {
    EXPECT_EQ(place_of("A drone struck the refinery at Ploiesti on Monday. The director of the refinery resigned on Tuesday.", "resigned"),
              "");
    EXPECT_EQ(place_of("A drone struck the port of Odesa on Monday. The port authority hired two men on Tuesday.", "hired"), "");
    EXPECT_EQ(place_of("A fire at a hotel in Kartalkaya killed 78 people on 4 November. The owner of the hotel was arrested in Bolu on 5 "
                       "November. The hotel was demolished on 9 November.",
                       "demolished"),
              "Kartalkaya");
    EXPECT_EQ(
        place_of("Fighters seized the airport at Deir ez-Zor on 4 November. The director of the airport arrived in Damascus on 6 November.",
                 "arrived"),
        "Damascus");
    EXPECT_EQ(place_of("A drone struck the refinery at Ploiesti on Monday. The minister condemned the strike on Tuesday.", "condemned"),
              "");
    EXPECT_EQ(place_of("A strike at the port of Varna ended on 12 June. The strike that began on 2 June in Lagos ended on 14 June.",
                       "Strike ended"),
              "");
    EXPECT_EQ(
        place_of(
            "A drone struck the refinery at Ploiesti on Monday.\n\nPrices rose.\n\nWheat fell.\n\nThe refinery was restarted on Wednesday.",
            "restarted"),
        "");
}

TEST(NounPlaces, AnAttackIsWhereItWas) {
    EXPECT_EQ(place_of("Rebels attacked the oil field at Heglig on Monday. The army repelled that attack on Tuesday.", "repelled"),
              "Heglig");
    EXPECT_EQ(place_of("The summit in Astana opened on 4 November. The summit ended on 6 November.", "ended"), "Astana");
    EXPECT_EQ(place_of("The summit in Astana opened on 4 November. The next summit will be held on 6 December.", "will be held"), "");
}

TEST(NounPlaces, OfANameThatIsNotKnownIsThatBesideIt) {
    const std::string text =
        "A drone hit a camp at Mungla Hkyet, outside Laiza, on 9 May 2023. The same camp had been shelled on 9 October 2022.";
    EXPECT_EQ(event_with(read_events(text, "2024-11-18"), "had been shelled").place,
              event_with(read_events(text, "2024-11-18"), "drone hit").place);
    const std::string city = "Talks were held in Kunming on 9 May 2023. A further round was held in the same city on 9 June 2023.";
    EXPECT_EQ(event_with(read_events(city, "2024-11-18"), "further round").place, "Kunming");
    // of two nobody can tell
    const std::string two =
        "Talks were held in Kunming on 9 May 2023 and the army shelled Lashio. A further round was held in the same city on 9 June 2023.";
    EXPECT_EQ(event_with(read_events(two, "2024-11-18"), "further round").place.find("Lashio"), std::string::npos);
}

}  // namespace
}  // namespace dateline::extract
