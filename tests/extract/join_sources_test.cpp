#include "extract/join_sources.h"

#include "document/mentions.h"
#include "event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using document::Event;
using testing::SizeIs;
using testing::UnorderedElementsAre;

constexpr std::string_view kFirst =
    "On April 23, Azerbaijan set up a checkpoint on the road from Lachin to Khankendi. On April 25, the ministers met in Sofia.";
constexpr std::string_view kSecond =
    "A checkpoint was set up by Azerbaijan on the Lachin road on 23 April 2023, its border service said. On April 26, a port was opened in "
    "Aktau.";

document::Briefing::Shared<Event> joined(const std::vector<std::pair<std::string, std::string_view>>& documents) {
    SourceJoiner joiner;
    for (const auto& [id, text] : documents) joiner.add(read_events(text, "2023-04-30", id).events);
    return std::move(joiner).finish();
}

const Event* with_title(const document::Briefing::Shared<Event>& events, std::string_view word) {
    for (const auto& event : events)
        if (event->title.find(word) != std::string::npos) return event.get();
    return nullptr;
}

TEST(SourceJoiner, MakesOneEventOfWhatTwoDocumentsTell) {
    const auto events = joined({{"a.md", kFirst}, {"b.md", kSecond}});
    ASSERT_THAT(events, SizeIs(3));
    const Event* checkpoint = with_title(events, "checkpoint");
    ASSERT_NE(checkpoint, nullptr);
    EXPECT_EQ(document::source_count(*checkpoint), 2u);
    const auto mentions = document::mentions_of(*checkpoint);
    ASSERT_THAT(mentions, SizeIs(1));
    // Each quote with its own document and its own span of it.
    const bool first_stands = checkpoint->source == "a.md";
    EXPECT_EQ(mentions[0].source, first_stands ? "b.md" : "a.md");
    EXPECT_EQ(slice(first_stands ? kSecond : kFirst, mentions[0].span), mentions[0].quote);
    EXPECT_EQ(slice(first_stands ? kFirst : kSecond, checkpoint->quote_span), checkpoint->quote);
    EXPECT_EQ(document::source_count(*with_title(events, "Sofia")), 1u);
}

TEST(SourceJoiner, ThreeDocumentsMakeThreeSources) {
    const auto events = joined({{"a.md", kFirst}, {"b.md", kSecond}, {"c.md", kFirst}});
    EXPECT_THAT(events, SizeIs(3));
    EXPECT_EQ(*document::property(*with_title(events, "checkpoint"), "sources"),
              "[\"" + with_title(events, "checkpoint")->source + "\"" +
                  (with_title(events, "checkpoint")->source == "a.md" ? ",\"b.md\",\"c.md\"]" : ",\"a.md\",\"c.md\"]"));
}

TEST(SourceJoiner, OneSentenceInTwoDocumentsIsOneEventEvenWithoutADate) {
    constexpr std::string_view kText = "Baku promised that residents would be able to pass the checkpoint.";
    const auto events =
        joined({{"a.md", kText}, {"b.md", kText}, {"c.md", "Baku promised that residents would be able to return to the village."}});
    ASSERT_THAT(events, SizeIs(2));
    EXPECT_FALSE(events.front()->date);
    EXPECT_EQ(document::source_count(*events.front()), 2u);
    EXPECT_EQ(document::source_count(*events.back()), 1u);
}

TEST(SourceJoiner, KnowsAnEventByEachSentenceThatToldIt) {
    constexpr std::string_view kOne = "On April 23, Azerbaijan set up a checkpoint on the road from Lachin to Khankendi.";
    constexpr std::string_view kOther =
        "A checkpoint was set up by Azerbaijan on the Lachin road on 23 April 2023, its border service said.";
    const auto events = joined({{"a.md", kOne}, {"b.md", kOther}, {"c.md", kOther}, {"d.md", kOne}});
    ASSERT_THAT(events, SizeIs(1));
    EXPECT_EQ(document::source_count(*events.front()), 4u);
}

TEST(SourceJoiner, KeepsApartWhatIsNotTheSame) {
    EXPECT_THAT(joined({{"a.md", "On April 23, the ministers met in Sofia."}, {"b.md", "On April 24, the ministers met in Sofia."}}),
                SizeIs(2))
        << "days";
    EXPECT_THAT(joined({{"a.md", "On April 23, the ministers met in Sofia."}, {"b.md", "On April 23, the ministers met in Tashkent."}}),
                SizeIs(2))
        << "places";
    EXPECT_THAT(joined({{"a.md", "On April 23, a port was opened in Aktau."}, {"b.md", "On April 23, two people were killed in Aktau."}}),
                SizeIs(2))
        << "happenings";
    EXPECT_THAT(joined({{"a.md", "On April 23, the ministers met in Sofia. On April 23, the presidents met in Baku."}}), SizeIs(2))
        << "one document";
}

TEST(SourceJoiner, OneEventInOtherWords) {
    constexpr std::pair<std::string_view, std::string_view> kTold[]{
        {"The railway between Kars and Igdir was flooded on 7 April.", "Floods cut the Kars–Igdir line on April 7."},
        {"Prime Minister Nikol Pashinyan arrived in Tbilisi on 8 April for a one-day visit.", "Pashinyan travelled to Georgia on April 8."},
        {"On 9 April two drones struck an oil depot in Tuapse.", "A fuel depot at Tuapse was hit by drones on April 9."},
        {"The container terminal at Poti was closed by a storm on 10 April.",
         "A storm shut the port of Poti's container terminal on April 10."},
        {"Turkey's parliament ratified the memorandum on the Zangezur corridor on 11 April.",
         "The memorandum on the Zangezur corridor was approved by Turkish lawmakers on April 11."},
        {"On 12 April a court in Tbilisi sentenced Nika Melia to eight months in prison.",
         "Nika Melia was jailed for 8 months by a Tbilisi court on April 12."},
    };
    for (const auto& [first, second] : kTold) EXPECT_THAT(joined({{"a.md", first}, {"b.md", second}}), SizeIs(1)) << second;
}

TEST(SourceJoiner, OneTownAndOneDayAreNotEnough) {
    constexpr std::pair<std::string_view, std::string_view> kTold[]{
        {"On 9 April an appeals court in Tbilisi opened a hearing on the ban.", "A new metro station was opened in Tbilisi on 9 April."},
        {"On 9 April two drones struck an oil depot in Tuapse.", "Two men were arrested in Tuapse on 9 April."},
        {"Prime Minister Nikol Pashinyan arrived in Tbilisi on 8 April.", "Pashinyan travelled to Iran on 8 April."},
        {"Azerbaijan and Kazakhstan signed an agreement on a cable in Baku on 5 April.",
         "Azerbaijan and Turkey signed a deal on gas in Ankara on 5 April."},
        {"Prime Minister Nikol Pashinyan arrived in Tbilisi on 8 April.", "Hakan Fidan travelled to Georgia on 8 April."},
    };
    for (const auto& [first, second] : kTold) EXPECT_THAT(joined({{"a.md", first}, {"b.md", second}}), SizeIs(2)) << second;
}

TEST(SourceJoiner, LeavesAProjectsOwnEventsAndAddsSourcesToThem) {
    auto first = read_events(kFirst, "2023-04-30", "a.md").events;
    document::Briefing::Shared<Event> project;
    for (Event& event : first) {
        event.review = document::Review::Accepted;
        project.push_back(std::make_shared<Event>(event));
        event.id += "-twin";
        project.push_back(std::make_shared<Event>(event));
    }
    SourceJoiner joiner;
    joiner.keep(project);
    joiner.add(read_events(kFirst, "2023-04-30", "a.md").events);  // the same document again
    joiner.add(read_events(kSecond, "2023-04-30", "b.md").events);
    const auto events = std::move(joiner).finish();
    EXPECT_THAT(events, SizeIs(project.size() + 1));
    std::size_t two_sources = 0;
    for (const auto& event : events) {
        if (document::source_count(*event) < 2) continue;
        ++two_sources;
        EXPECT_EQ(event->review, document::Review::Accepted);
        EXPECT_EQ(event->source, "a.md");
    }
    EXPECT_EQ(two_sources, 1u);
}

}  // namespace
}  // namespace dateline::extract
