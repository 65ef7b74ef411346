#include "extract/editions.h"

#include "document/mentions.h"
#include "event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace dateline::extract {
namespace {

using testing::Contains;
using testing::Pair;
using testing::SizeIs;

document::Briefing briefing_of(std::string_view text, std::string_view id) {
    document::Briefing::Parts parts;
    for (const document::Event& event : read_events(text, "2023-04-30", id).events)
        parts.events.push_back(std::make_shared<document::Event>(event));
    return document::Briefing(std::move(parts));
}

/// Change by the title of the event as it stands now.
std::multimap<std::string, std::string> changes(std::string_view before, std::string_view after) {
    std::multimap<std::string, std::string> out;
    for (const EditionChange& c : compare_editions(briefing_of(before, "may.md"), briefing_of(after, "may-2.md")))
        out.emplace(c.name(), (c.after ? c.after : c.before)->title);
    return out;
}

constexpr std::string_view kOld =
    "On April 20, a port was opened in Aktau.\n\nOn April 23, the ministers met in Sofia.\n\nOn April 25, the presidents of Kazakhstan and "
    "Turkmenistan met in Ashgabat.\n";

TEST(Editions, TheSameEditionUnderAnotherNameHasNoChange) {
    const auto found = changes(kOld, kOld);
    EXPECT_THAT(found, SizeIs(3));
    EXPECT_EQ(found.count("unchanged"), 3u);
}

TEST(Editions, FindWhatWasAddedAndWithdrawn) {
    const auto found = changes(
        kOld,
        "On April 23, the ministers met in Sofia.\n\nOn April 25, the presidents of Kazakhstan and Turkmenistan met in Ashgabat.\n\n"
        "On April 28, two people were killed in Tbilisi.\n");
    EXPECT_EQ(found.count("unchanged"), 2u);
    EXPECT_THAT(found, Contains(Pair("withdrawn", testing::HasSubstr("Port opened"))));
    EXPECT_THAT(found, Contains(Pair("added", testing::HasSubstr("killed"))));
    EXPECT_THAT(found, SizeIs(4));
}

TEST(Editions, FindWhatWasRedatedAndMoved) {
    const auto redated = changes(kOld,
                                 "On April 21, a port was opened in Aktau.\n\nOn April 23, the ministers met in Sofia.\n\nOn April 25, the "
                                 "presidents of Kazakhstan and Turkmenistan met in Ashgabat.\n");
    EXPECT_THAT(redated, Contains(Pair("redated", testing::HasSubstr("Port opened"))));
    EXPECT_EQ(redated.count("unchanged"), 2u);
    const auto moved = changes(kOld,
                               "On April 20, a port was opened in Aktau.\n\nOn April 23, the ministers met in Sofia.\n\nOn April 25, the "
                               "presidents of Kazakhstan and Turkmenistan met in Astana.\n");
    EXPECT_THAT(moved, Contains(Pair("moved", testing::HasSubstr("Presidents of"))));
    EXPECT_THAT(moved, SizeIs(3));
}

TEST(Editions, MarkedChangesKeepWhatIsGoneAndWhatWasBefore) {
    const auto list = marked_changes(
        compare_editions(briefing_of(kOld, "may.md"), briefing_of("On April 24, the ministers met in Sofia.\n", "may-2.md")));
    ASSERT_THAT(list, SizeIs(3));
    std::map<std::string, int> count;
    for (const auto& event : list) {
        const std::string change = *document::property(*event, "change");
        ++count[change];
        if (change == "\"redated\"") {
            EXPECT_EQ(*document::property(*event, "date_before"), "\"2023-04-23\"");
            EXPECT_EQ(date_of(*event), "2023-04-24");
        }
    }
    EXPECT_EQ(count["\"redated\""], 1);
    EXPECT_EQ(count["\"withdrawn\""], 2);
}

}  // namespace
}  // namespace dateline::extract
