#include "extract/event_support.h"

#include <gtest/gtest.h>

// What is told as untrue, and what only sounds like it.
namespace dateline::extract {
namespace {

TEST(Denials, AreDeniedWhateverIsDenied) {
    for (const char* text : {"The union denied on 4 November that its leader, who escaped in January 2023, had given the order.",
                             "The operator denied on 4 November that the derailment had been caused by theft.",
                             "The navy denied on 4 November having fired on the boat.",
                             "Officials denied on 4 November an accusation that the militia trains recruits near Gambela.",
                             "The ministry dismissed the story as nonsense on 4 November.",
                             "The ministry had on 4 November rejected as unfounded press reports according to which the envoy had left.",
                             "Speculation that the jets had been sold was dismissed by the ministry on 4 November as nonsense.",
                             "The army denied on 4 November any part in the raid."})
        EXPECT_EQ(modality_of(read_events(text, kMonday).events.at(0)), "denied") << text;
    EXPECT_EQ(
        modality_of(event_with(read_events("A spokesman said on 4 November that his men \"had no hand in it\".", kMonday), "no hand")),
        "denied");
}

TEST(Denials, MayNameTheVerdictFirst) {
    const document::Event shot = event_with(
        read_events("The ministry rejected as false on 6 November claims that its troops had shot at a bus near Garissa.", kMonday),
        "shot at a bus");
    EXPECT_EQ(modality_of(shot), "denied");
    EXPECT_EQ(shot.place, "Garissa");
    EXPECT_EQ(shot.attribution, "ministry");
}

TEST(Denials, AreNotRefusals) {
    for (const char* text : {"The court denied the man bail on 4 November.", "The ministry denied entry to two envoys on 4 November.",
                             "The board rejected the offer on 4 November.", "The court dismissed the appeal on 4 November.",
                             "The president dismissed his minister on 4 November."})
        for (const document::Event& event : read_events(text, kMonday).events) EXPECT_EQ(modality_of(event), "") << text;
}

TEST(Claims, OfGroundAreClaimed) {
    EXPECT_EQ(modality_of(only_event("Both sides claimed Kharkiv on 4 November.")), "claimed");
    EXPECT_EQ(only_event("Both sides claimed Kharkiv on 4 November.").place, "Kharkiv");
    EXPECT_EQ(modality_of(only_event("The rebels claimed three villages near Goma on 4 November.")), "claimed");
    EXPECT_EQ(modality_of(only_event("The opposition claimed in parliament on 4 November that the vote had been staged.")), "claimed");
    EXPECT_EQ(modality_of(only_event("The storm claimed 12 lives in Honduras on 4 November.")), "");
}

TEST(Plans, ThatWereBeliedAreDenied) {
    EXPECT_EQ(
        modality_of(event_with(read_events("The ship was to be unloaded at Aden on 5 November but did not arrive.", kMonday), "unloaded")),
        "denied");
    EXPECT_EQ(modality_of(event_with(read_events("A visit to Kutaisi, planned for 21 November, was dropped.", kMonday), "dropped")),
              "denied");
    EXPECT_EQ(modality_of(event_with(read_events("Two bombs were dropped on Kutaisi on 4 November.", kMonday), "dropped")), "");
    EXPECT_EQ(event_with(read_events("The meeting foreseen for Maputo on 20 November was postponed.", kMonday), "postponed").place,
              "Maputo");
}

TEST(Plans, ArePromisedAndThreatsAreNone) {
    EXPECT_EQ(modality_of(only_event("A second bridge has now been promised for 2027.")), "planned");
    EXPECT_EQ(
        modality_of(event_with(read_events("The union threatens to walk out again in the first week of December.", kMonday), "threatens")),
        "hypothetical");
}

}  // namespace
}  // namespace dateline::extract
