#include "document/mentions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::document {
namespace {

using testing::IsEmpty;

Event event_of(std::string source) {
    Event event;
    event.id = "e1", event.source = std::move(source), event.quote = "It rained.";
    return event;
}

TEST(Mentions, ComeBackAsTheyWereSet) {
    Event event = event_of("a.md");
    const std::vector<Mention> mentions{{"a.md", "", "Rain, “again”.", {4, 18}, std::nullopt},
                                        {"b.pdf", "Weather", "It poured.", {7, 17}, 3}};
    set_mentions(event, mentions);
    EXPECT_EQ(mentions_of(event), mentions);
    EXPECT_EQ(source_count(event), 2u);
    EXPECT_EQ(*property(event, "sources"), R"(["a.md","b.pdf"])");
    set_mentions(event, {});
    EXPECT_THAT(event.extra, IsEmpty());
    EXPECT_EQ(source_count(event), 1u);
}

TEST(Mentions, OfOneDocumentAreNoSecondSource) {
    Event event = event_of("a.md");
    set_mentions(event, {{"a.md", "", "Rain.", {4, 9}, std::nullopt}});
    EXPECT_EQ(property(event, "sources"), nullptr);
    EXPECT_EQ(*property(event, "mentions"), R"([{"quote":"Rain.","char_start":4,"char_end":9}])");
}

TEST(Mentions, OfABrokenFileAreLeftOut) {
    Event event = event_of("a.md");
    for (const char* json : {"7", "{", "[1,{}]", R"([{"quote":7}])", R"([{"char_start":-1}])"}) {
        set_property(event, "mentions", json);
        set_property(event, "sources", json);
        set_property(event, "page", json);
        EXPECT_THAT(mentions_of(event), IsEmpty()) << json;
        EXPECT_LE(source_count(event), 2u) << json;
        if (std::string_view(json) != "7") { EXPECT_FALSE(page_of(event)) << json; }
    }
}

TEST(Pages, AreCountedByTheFormFeedsBeforeTheQuote) {
    const std::string_view text = "Żółw.\f\fIt rained. It rained again.\fEnd.";
    std::vector<Event> events(2, event_of("a.pdf"));
    events[0].quote_span = {0, 5};
    events[1].quote_span = {7, 17};
    set_mentions(events[0], {{"a.pdf", "", "End.", {36, 40}, std::nullopt}});
    set_pages(events, text);
    EXPECT_EQ(page_of(events[0]), 1u);
    EXPECT_EQ(page_of(events[1]), 3u);
    EXPECT_EQ(mentions_of(events[0])[0].page, 4u);
    std::vector<Event> unpaged(1, event_of("a.md"));
    set_pages(unpaged, "It rained.");
    EXPECT_FALSE(page_of(unpaged[0]));
}

}  // namespace
}  // namespace dateline::document
