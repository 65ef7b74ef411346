#include "extract/event_support.h"

#include <gtest/gtest.h>

// Digests of ministries, situation notes, monthly reviews: dated heads, background years, claims and denials.
namespace dateline::extract {
namespace {

TEST(EventBulletin, TheDayOfADatelineIsThatOfAllItsParagraph) {
    const auto read = read_events("LUSAKA, 11 March \u2013 The minister received the envoy of Norway. The commissioner, for her part, urged Lusaka to carry out the pact, accepted in Oslo on 27 February 2023.\n\n"
                                  "NDOLA, 13 March \u2013 An office of the bank will open here on 1 June, it was announced after the meeting of the minister with the mayor.\n",
                                  "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "urged Lusaka")), "2025-03-11");
    EXPECT_EQ(date_of(event_with(read, "received the envoy")), "2025-03-11");
    EXPECT_EQ(date_of(event_with(read, "announced")), "2025-03-13");
    EXPECT_EQ(date_of(event_with(read, "Pact accepted in Oslo")), "2023-02-27");
    // the next paragraph has no dateline, and what had been done before has its own time
    const auto other = read_events("LUSAKA, 11 March \u2013 The minister received the envoy. The envoy had visited Ndola.\n\nThe commissioner urged Lusaka to carry out the pact.\n", "2025-03-17");
    EXPECT_EQ(date_of(event_with(other, "urged Lusaka")), "-");
    EXPECT_FALSE(has_title(other, "Ndola") && date_of(event_with(other, "visited Ndola")) == "2025-03-11");
}

TEST(EventBulletin, APhraseSetOffByCommasHasItsOwnDay) {
    const auto read = read_events("LUSAKA, 11 March \u2013 At the Lakes and Rivers Council, postponed twice last year, the delegation urged Harare to sign the accord.", "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "postponed twice")), "2024");
    EXPECT_EQ(date_of(event_with(read, "urged Harare")), "2025-03-11");
}

TEST(EventBulletin, ASpeechOfItsOwnDayIsToldWithWhatWasSaid) {
    const auto read = read_events("The transport minister, Ana Lee, claimed in Ndola on 12 March that land clearance had been completed in June.", "2025-03-17");
    EXPECT_EQ(date_of(event_with(read, "claimed that")), "2025-03-12");
    EXPECT_TRUE(has_title(read, "claimed that land clearance had been completed"));
    EXPECT_EQ(date_of(event_with(read, "Land clearance completed")), "2024-06");
    EXPECT_EQ(modality_of(event_with(read, "Land clearance completed")), "claimed");
}

TEST(EventBulletin, TheDayOfAPaperIsNotThatOfWhatItTells) {
    const auto read = read_events("According to the daily Vesti of 14 March, the cabinet decided on 6 March to expel two envoys.", "2025-03-17");
    ASSERT_EQ(read.events.size(), 1u);
    EXPECT_EQ(date_of(read.events.front()), "2025-03-06");
    EXPECT_EQ(date_of(only_event("According to the daily Vesti of 14 November, the cabinet expelled two envoys.")), "2024-11-14");
}

}  // namespace
}  // namespace dateline::extract
