#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// The forms of wires and digests: datelines with an agency's name, who reported it behind the verb, citations, days that head entries.
namespace dateline::extract {
namespace {

using testing::HasSubstr;

TEST(EventWire, AWeekdayComesBeforeTheDayOfADatelineWithItsAgency) {
    for (const char* lead : {"Cuttack (Odisha) [India], January 14 (ANI): ", "CUTTACK, January 14 (ANI): ", "Cuttack [India], January 14: ", "Cuttack, January 14 (ANI): "}) {
        const auto event = only_event(std::string(lead) + "Ports Minister Ravi Kumar on Saturday inaugurated a grain terminal at Paradip.", "2024-01-14");
        EXPECT_EQ(date_of(event), "2024-01-13") << lead;
        EXPECT_EQ(event.place, "Paradip") << lead;
        EXPECT_THAT(event.title, testing::Not(HasSubstr("Saturday"))) << lead;
    }
}

TEST(EventWire, ADatelineMayEndWithItsAgencyAndNoDash) {
    const auto read = read_events("Tunis, May 14, 2024 (TAP) The Tunisian army announced a halt to fighting near Kasserine. The ministry said the truce began on Sunday evening in Sfax.", "2024-05-14");
    const auto event = event_with(read, "halt");
    EXPECT_EQ(event.title.rfind("Tunisian army announced a halt", 0), 0u) << event.title;
    EXPECT_EQ(date_of(event_with(read, "Truce")), "2024-05-12");
}

TEST(EventWire, WhoReportsItBehindTheVerbIsNoEvent) {
    for (const char* said : {"reports the Daily Post", "reported Dawn", "says the Daily Post", "writes Dawn"}) {
        const auto event = only_event("Two soldiers were killed in Gilgit on 12 November, " + std::string(said) + ".");
        EXPECT_EQ(event.kind, "attack") << said;
        EXPECT_EQ(date_of(event), "2024-11-12") << said;
        EXPECT_FALSE(event.attribution.empty()) << said;
    }
    EXPECT_TRUE(has_title(read_events("The envoy visited Gilgit on 12 November and reported a breach of the truce on 13 November.", kMonday), "reported"));
}

TEST(EventWire, ACitationInBracketsIsNoDayOfWhatItCites) {
    EXPECT_EQ(date_of(only_event("On 7 and 8 November, floods destroyed 300 houses in Chimoio (OCHA 09/11/2024).")), "2024-11-07/2024-11-08");
    EXPECT_EQ(date_of(only_event("Floods destroyed 300 houses in Chimoio on 7 November (Daily Star, 12 November 2024).")), "2024-11-07");
    EXPECT_EQ(date_of(only_event("Floods destroyed 300 houses in Chimoio on 7 November (UNHCR 12/11/2024, WFP 13/11/2024).")), "2024-11-07");
    EXPECT_EQ(date_of(only_event("The ministers signed the treaty (Riga, 12 November).")), "2024-11-12");
}

TEST(EventWire, DaysThatHeadEntriesStandBesideOneAnother) {
    const char* entries = "5 February: Rebels enter Goma.\n\n10 February: The army warns rebels to leave Goma.\n\n12 February: The army is to attack Goma.\n\n20 February: Rebels leave Goma.";
    std::vector<std::string> days;
    for (const document::Event& e : read_events(entries, "1994-04-17").events) days.push_back(date_of(e));
    EXPECT_THAT(days, testing::Each(testing::StartsWith("1994-02-")));
    EXPECT_EQ(days.size(), 4u);
    // an agenda goes on over the turn of the year
    const auto agenda = read_events("20 December: Ministers meet in Riga.\n\n8 January: Leaders meet in Oslo.", "2024-11-18");
    EXPECT_EQ(date_of(event_with(agenda, "Riga")), "2024-12-20");
    EXPECT_EQ(date_of(event_with(agenda, "Oslo")), "2025-01-08");
}

}  // namespace
}  // namespace dateline::extract
