#include "event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What is told by hearsay, denied, or in somebody's own words.
namespace dateline::extract {
namespace {

TEST(Hearsay, IsClaimedByNobodyOrByUnnamedSources) {
    for (const char* text :
         {"Reportedly, rebels seized Goma on 12 November.", "Allegedly, rebels seized Goma on 12 November.",
          "It is claimed that rebels seized Goma on 12 November.", "It was alleged that rebels seized Goma on 12 November.",
          "According to unconfirmed reports, rebels seized Goma on 12 November.", "Sources say rebels seized Goma on 12 November.",
          "Two security sources said that rebels seized Goma on 12 November.",
          "According to sources in the ministry, rebels seized Goma on 12 November."}) {
        const auto event = only_event(text);
        EXPECT_EQ(modality_of(event), "claimed") << text;
        EXPECT_EQ(date_of(event), "2024-11-12") << text;
        EXPECT_EQ(event.place, "Goma") << text;
        EXPECT_EQ(event.title, "Rebels seized Goma") << text;
    }
    EXPECT_EQ(only_event("Two security sources said that rebels seized Goma on 12 November.").attribution, "Two security sources");
}

TEST(Hearsay, IsNotWhatSomebodyAnswersFor) {
    EXPECT_EQ(modality_of(event_with(read_events("The army announced that rebels seized Goma on 12 November.", kMonday), "Rebels seized")),
              "");
    EXPECT_EQ(modality_of(only_event("According to the UN mission, rebels seized Goma on 12 November.")), "");
    EXPECT_EQ(only_event("According to the mission in Kinshasa, rebels seized Goma on 12 November.").place, "Goma");
}

TEST(Hearsay, ReportsThatAreDismissedAreDenied) {
    const auto met = only_event("The Kremlin dismissed reports that Putin met Trump in Riyadh on 12 November.");
    EXPECT_EQ(modality_of(met), "denied");
    EXPECT_EQ(met.title, "Kremlin dismissed reports that Putin met Trump in Riyadh");
    EXPECT_EQ(met.place, "Riyadh");
    EXPECT_EQ(met.attribution, "Kremlin");
    EXPECT_EQ(only_event("The ministry denied reports that rebels had taken Goma on 12 November.").place, "Goma");
    const auto both =
        read_events("On 13 November the Kremlin dismissed reports that Putin had met Trump in Riyadh on 12 November.", kMonday);
    ASSERT_EQ(both.events.size(), 2u);
    EXPECT_EQ(date_of(both.events[0]), "2024-11-13");
    EXPECT_EQ(modality_of(both.events[0]), "");
    EXPECT_EQ(date_of(both.events[1]), "2024-11-12");
    EXPECT_EQ(modality_of(both.events[1]), "denied");
    const auto confirmed = read_events("The army confirmed reports that rebels had taken Goma on 12 November.", kMonday);
    EXPECT_EQ(modality_of(confirmed.events.back()), "");
}

TEST(Hearsay, QuotationsTellOfTheirOwnDay) {
    for (const char* text : {"\u201cWe saw tanks enter Rutshuru on Friday,\u201d a resident said on Sunday.",
                             "\"We saw tanks enter Rutshuru on Friday,\" a resident told reporters on Sunday.",
                             "A resident said on Sunday: \"We saw tanks enter Rutshuru on Friday.\""}) {
        const auto tanks = only_event(text);
        EXPECT_EQ(date_of(tanks), "2024-11-15") << text;
        EXPECT_EQ(tanks.title, "Tanks entered Rutshuru") << text;
        EXPECT_EQ(tanks.place, "Rutshuru") << text;
        EXPECT_EQ(tanks.attribution, "resident") << text;
        EXPECT_EQ(modality_of(tanks), "") << text;
    }
    EXPECT_EQ(date_of(only_event("Officials said leaders meet in Doha on Friday.")), "2024-11-22");  // a timetable
}

TEST(Hearsay, WhatIsReportedToHaveHappenedIsClaimed) {
    const auto general = only_event("The general is reported to have been arrested in Ouagadougou on 12 November.");
    EXPECT_EQ(general.title, "General arrested in Ouagadougou");
    EXPECT_EQ(modality_of(general), "claimed");
    EXPECT_EQ(only_event("The army is alleged to have shelled a hospital in El Fasher on 12 November.").kind, "attack");
    EXPECT_EQ(modality_of(only_event("The ministry said that reports of an attack on Odesa on 12 November were false.")), "denied");
    EXPECT_EQ(modality_of(only_event("The victims of an attack on Odesa on 12 November were buried.")), "");
    EXPECT_FALSE(has_title(read_events("Residents reported heavy shelling in Omdurman on Thursday.", kMonday), "Residents shell"));
}

TEST(Hearsay, SpeakersMayStandBehindTheirVerb) {
    const auto houses =
        read_events("\"The militia burned our houses on Saturday,\" said Amina, a farmer who fled to Bunia on Monday.", kMonday);
    EXPECT_EQ(event_with(houses, "burned").attribution, "Amina");
    EXPECT_EQ(event_with(houses, "fled").attribution, "");
    const auto before = read_events(
        "\"Enough\" was the word in Goma. Police closed the market on Monday. \"The militia burned our houses on Saturday,\" said Amina.",
        kMonday);
    EXPECT_EQ(event_with(before, "closed").attribution, "");  // outside what she said
    const auto market = only_event("\u201cI saw planes bomb the market on Friday,\u201d a trader told AFP by phone on Sunday.");
    EXPECT_EQ(market.title, "Planes bombed the market");
    EXPECT_EQ(date_of(market), "2024-11-15");
    EXPECT_EQ(market.attribution, "trader");
    EXPECT_EQ(
        only_event("A local official, speaking on condition of anonymity, said militants had killed nine soldiers near Djibo on Saturday.")
            .attribution,
        "local official");
}

TEST(Hearsay, WhatAPartyClaimsIsClaimed) {
    for (const char* text : {"The rebels claimed that several tanks had been captured near Herat on 12 November; Kabul rejected this.",
                             "The rebels alleged that several tanks had been captured near Herat on 12 November.",
                             "The rebels asserted that several tanks had been captured near Herat on 12 November."}) {
        const auto tanks = event_with(read_events(text, kMonday), "Several tanks captured");
        EXPECT_EQ(modality_of(tanks), "claimed") << text;
        EXPECT_EQ(tanks.attribution, "rebels") << text;
    }
    const auto captured = only_event("The rebels claimed to have captured two tanks near Herat on Tuesday.");
    EXPECT_EQ(modality_of(captured), "claimed");
    EXPECT_EQ(captured.title, "Rebels captured two tanks near Herat");
    EXPECT_EQ(captured.attribution, "rebels");
    const auto said = only_event("The rebels claimed on Tuesday to have captured two tanks near Herat.");
    EXPECT_EQ(date_of(said), "2024-11-12");
    EXPECT_EQ(said.title, "Rebels captured two tanks near Herat");
    EXPECT_EQ(modality_of(said), "claimed");
    EXPECT_EQ(modality_of(only_event("The rebels claimed to have shot down a helicopter near Herat.")), "claimed");
    EXPECT_TRUE(told("The rebels claimed to have 500 fighters near Herat.").empty());
    EXPECT_EQ(modality_of(only_event("The rebels claim to have captured two tanks near Herat on 12 November.")), "claimed");
    EXPECT_EQ(modality_of(event_with(read_events("The army said that several tanks had been captured near Herat on 12 November.", kMonday),
                                     "Several tanks captured")),
              "");
    EXPECT_EQ(modality_of(only_event("The rebels hope to capture two tanks near Herat on Tuesday.")), "planned");
}

TEST(Hearsay, APlanThatCameToNothingIsDenied) {
    for (const char* text :
         {"The visit to Baku planned for 12 November fell through.", "The visit to Baku planned for 12 November did not materialise.",
          "The visit to Baku planned for 12 November came to nothing.", "The visit to Baku planned for 12 November never materialised."})
        EXPECT_EQ(modality_of(only_event(text)), "denied") << text;
    EXPECT_EQ(modality_of(event_with(read_events("The visit to Baku planned for 22 November fell on a Friday.", kMonday), "planned")),
              "planned");
}

TEST(Hearsay, APlanThatIsOffWasForAPlace) {
    EXPECT_EQ(only_event("The meeting in Oslo planned for 22 November was cancelled.").place, "Oslo");
    EXPECT_EQ(only_event("The visit to Baku planned for 22 November fell through.").place, "Baku");
    EXPECT_EQ(only_event("Baku officials planned for 22 November were replaced.").place, "");
}

TEST(Hearsay, WhatNoneOfThemHadIsNotWhatTheyAreKnownBy) {
    const auto seized =
        event_with(read_events("Not one of the 40 teachers kidnapped two weeks ago in Kaduna has been found.", kMonday), "kidnapped");
    EXPECT_EQ(modality_of(seized), "");
    EXPECT_EQ(seized.place, "Kaduna");
    EXPECT_EQ(
        modality_of(event_with(read_events("Not a single one of the teachers kidnapped on 12 November in Kaduna has been found.", kMonday),
                               "kidnapped")),
        "");
    EXPECT_EQ(modality_of(only_event("Not one of the 40 teachers was kidnapped on 12 November in Kaduna.")), "denied");
}

TEST(Hearsay, WhatIsExpectedWithoutAVerbIsPlanned) {
    EXPECT_EQ(modality_of(only_event("Talks in Doha expected at the weekend.")), "planned");
    EXPECT_EQ(modality_of(only_event("Talks in Doha opened on Friday.")), "");
}

TEST(Hearsay, ANameThatNothingExplainsWasSomewhere) {
    const auto lula = only_event("Lula was in Lisbon on 19 June.");
    EXPECT_EQ(lula.kind, "visit");
    EXPECT_EQ(lula.place, "Lisbon");
    EXPECT_TRUE(told("Inflation was in Lisbon on 19 June.").empty());
    EXPECT_TRUE(told("Spain was in Lisbon in 2019.").empty());
}

TEST(Hearsay, WhatIsPromisedForAYearIsPlanned) {
    for (const char* text : {"A census is promised for 2027 in Lebanon.", "A census is foreseen for 2027 in Lebanon."}) {
        const auto census = only_event(text);
        EXPECT_EQ(modality_of(census), "planned") << text;
        EXPECT_EQ(date_of(census), "2027") << text;
        EXPECT_EQ(census.place, "Lebanon") << text;
    }
    EXPECT_NE(date_of(only_event("A census was promised to Lebanon in its forecast for 2027.")), "2027");
}

TEST(Hearsay, ALineAboutThePaperTellsNothing) {
    EXPECT_EQ(
        told("MALI GREEN FUELS MONITOR\nSecond quarter 2024 | compiled in Bamako | published 18 November 2024\n\nFloods hit Jos on 2 May.")
            .size(),
        1u);
    EXPECT_EQ(
        told("DAILY SITUATION REPORT\nDistribution restricted - compiled 16:00 GMT on 18 November 2024\n\nFloods hit Jos on 2 May.").size(),
        1u);
    EXPECT_EQ(told("DAILY SITUATION REPORT\nAirport closed 16:00 GMT on 18 November 2024\n\nFloods hit Jos on 2 May.").size(), 2u);
}

TEST(Hearsay, WhatWasSaidOfAnotherDayIsTheEvent) {
    const auto shelled = only_event("The mayor said on Tuesday that Sumy had been shelled on Sunday.");
    EXPECT_EQ(shelled.title, "Sumy shelled");
    EXPECT_EQ(date_of(shelled), "2024-11-17");
    EXPECT_EQ(shelled.attribution, "mayor");
    EXPECT_EQ(date_of(event_with(read_events("The mayor said on Tuesday that Sumy would be shelled.", kMonday), "Mayor said")),
              "2024-11-12");
    EXPECT_EQ(date_of(event_with(read_events("The army confirmed on Tuesday that Sumy had been shelled on Sunday.", kMonday), "confirmed")),
              "2024-11-12");
}

TEST(Hearsay, PicturesTellOfTheDayOnWhichTheyWereTaken) {
    for (const char* text : {"It rained. Satellite images taken on 3 May, released last week, show new trenches near Sumy.",
                             "It rained. Photographs taken on 3 May showed new trenches near Sumy."}) {
        const auto trenches = only_event(text);
        EXPECT_EQ(date_of(trenches), "2024-05-03") << text;
        EXPECT_NE(trenches.title.find("new trenches near Sumy"), std::string::npos) << trenches.title;
    }
    EXPECT_EQ(date_of(only_event("It rained. Two children taken on 3 May were freed on 5 May.")), "2024-05-05");
}

TEST(Hearsay, ALetterLeadsInWithTheDayOfWhatItSays) {
    const auto accused = only_event("It rained. In a letter, published last Monday, the minister accused Baku of shelling a village.");
    EXPECT_EQ(accused.title, "Minister accused Baku of shelling a village");
    EXPECT_EQ(date_of(accused), "2024-11-11");
    EXPECT_EQ(
        date_of(event_with(read_events("It rained. The letter, published last Monday, was signed in Riga on 3 May.", kMonday), "signed")),
        "2024-05-03");
}

TEST(Hearsay, WhatAPaperSaysWasSaidOnItsDay) {
    EXPECT_EQ(date_of(only_event("It rained. The chief of staff said in a letter published on 10 November that operations had stopped.")),
              "2024-11-10");
    EXPECT_EQ(modality_of(only_event("It rained. Reopening of the port now slated for January.")), "planned");
}

}  // namespace
}  // namespace dateline::extract
