#include "document/origin.h"
#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using document::Origin;
using document::PlaceBasis;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> places_of(const document::Event& event) {
    std::vector<std::string> out;
    for (const Origin& origin : document::origins_of(event)) out.push_back(origin.place_id);
    return out;
}

TEST(Origins, OfAVisitorIsTheStateThatTheTextNames) {
    const auto event = event_with(read_events("Georgia's Prime Minister, Irakli Garibashvili, came to Baku on April 7, 2023."), "came");
    ASSERT_THAT(places_of(event), ElementsAre("iso:GE"));
    const Origin origin = document::origins_of(event).front();
    EXPECT_EQ(origin.basis, PlaceBasis::Inferred);
    EXPECT_NEAR(origin.at.lon_deg, 44.8, 0.3);  // from its capital
    EXPECT_THAT(origin.reason, testing::HasSubstr("capital"));
}

TEST(Origins, OfAGuestIsNotTheHostsState) {
    const auto event =
        event_with(read_events("Kassym-Jomart Tokayev welcomed the Turkish President, Recep Tayyip Erdogan, in Astana on April 10, 2023."),
                   "welcomed");
    EXPECT_THAT(places_of(event), ElementsAre("iso:TR"));
}

TEST(Origins, AreWhereTheTextSaysFrom) {
    const auto event = event_with(read_events("On May 3, 2023, the Norwegian delegation arrived in Lima from Quito."), "arrived");
    const auto origins = document::origins_of(event);
    ASSERT_EQ(origins.size(), 1u);
    EXPECT_EQ(origins.front().place, "Quito");
    EXPECT_EQ(origins.front().basis, PlaceBasis::Explicit);
}

TEST(Origins, OfASigningAreThePartiesAndNotWhatItIsAbout) {
    const auto event = event_with(
        read_events("On June 2, 2023, the ministers of Peru and Chile signed an agreement on gas for Bolivia in Quito."), "signed");
    const auto places = places_of(event);
    EXPECT_THAT(places, testing::Not(testing::Contains("iso:BO")));
    EXPECT_THAT(places, testing::Not(testing::Contains("iso:EC")));
}

TEST(Origins, OfWhoIsTakenAwayAreWhereFrom) {
    EXPECT_THAT(places_of(event_with(read_events("He was extradited from Spain to Kenya on April 13, 2023."), "extradited")),
                ElementsAre("iso:ES"));
    EXPECT_THAT(places_of(event_with(read_events("He was arrested on arrival from Spain in Nairobi on April 13, 2023."), "arrested")),
                IsEmpty());
}

TEST(Origins, AreNotMadeUpWhereNoStateIsNamed) {
    EXPECT_THAT(places_of(event_with(read_events("On April 13, 2023, President Smith was received in Sarajevo."), "received")), IsEmpty());
    EXPECT_THAT(places_of(event_with(read_events("The Prime Minister of Armenia visited Gyumri on April 13, 2023."), "visited")),
                IsEmpty());
    const auto blast = event_with(read_events("On April 13, 2023, a bomb from Syria exploded in Ankara."), "exploded");
    EXPECT_THAT(places_of(blast), IsEmpty());
}

}  // namespace
}  // namespace dateline::extract
