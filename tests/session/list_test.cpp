#include "session/list.h"
#include "session/session_support.h"

#include <gmock/gmock.h>

namespace dateline::session {
namespace {

using ::testing::ElementsAre;
using testing::opened;

State filtered(const Filters& filters) { return apply(opened(), SetFilters{filters}); }

TEST(FilteredEvents, AreInOrderWithDeadlinesAndUndatedLast) {
    EXPECT_THAT(filtered_events(opened()), ElementsAre("old", "a", "b", "c", "d", "e", "by", "none"));
    EXPECT_THAT(filtered_events(apply(opened(), SetListOrder{true})), ElementsAre("none", "by", "e", "d", "c", "b", "a", "old"));
}

TEST(FilteredEvents, MatchEveryWordWhateverItsCaseAndMarks) {
    EXPECT_THAT(filtered_events(filtered({0xff, "sumen", false})), ElementsAre("b"));
    EXPECT_THAT(filtered_events(filtered({0xff, "ministry MEET", false})), ElementsAre("b"));
    EXPECT_THAT(filtered_events(filtered({0xff, "ministry bridge", false})), ElementsAre());
    EXPECT_THAT(filtered_events(filtered({0xff, "   ", false})).size(), 8u);
}

TEST(FilteredEvents, MatchCategoriesAndReview) {
    EXPECT_THAT(filtered_events(filtered({1u << static_cast<unsigned>(document::Category::Transport), "", false})), ElementsAre("a", "d"));
    EXPECT_THAT(filtered_events(filtered({1u << static_cast<unsigned>(document::Category::Security), "", true})), ElementsAre());
}

TEST(EventList, GroupsByTheFocusAndMonth) {
    EventList list;
    EXPECT_TRUE(list.update(opened()));
    ASSERT_EQ(list.groups().size(), 4u);
    EXPECT_EQ(list.groups()[0], (ListGroup{"Earlier", 1}));
    EXPECT_EQ(list.groups()[1], (ListGroup{"March 2021", 5}));
    EXPECT_EQ(list.groups()[2], (ListGroup{"Later", 1}));
    EXPECT_EQ(list.groups()[3], (ListGroup{"No date", 1}));
    EXPECT_EQ(list.rows().size(), 8u + 4u);
    EXPECT_EQ(list.rows()[2], (ListRow{-1, 1}));
    EXPECT_EQ(list.row_of("a"), 3);
    EXPECT_EQ(list.place_of("a"), 1);
    EXPECT_EQ(list.row_of("nobody"), -1);
}

TEST(EventList, CountsCategoriesAsIfAllWereOn) {
    EventList list;
    list.update(filtered({1u << static_cast<unsigned>(document::Category::Security), "", false}));
    EXPECT_EQ(list.event_count(), 1u);
    EXPECT_EQ(list.category_counts()[static_cast<std::size_t>(document::Category::Transport)], 2u);
    EXPECT_EQ(list.review_counts()[static_cast<std::size_t>(document::Review::Accepted)], 1u);
}

TEST(EventList, KeepsShowingTheOldListUntilASlicedOneIsWhole) {
    EventList list;
    list.update(opened());
    const State next = filtered({0xff, "ferry", false});
    EXPECT_FALSE(list.update(next, 3));
    EXPECT_EQ(list.event_count(), 8u);
    EXPECT_FALSE(list.update(next, 3));
    EXPECT_TRUE(list.update(next, 3));
    EXPECT_EQ(list.event_count(), 1u);
    EXPECT_EQ(list.briefing().events()[static_cast<std::size_t>(list.rows()[1].event)]->id, "d");
}

TEST(EventList, AgreesWithFilteredEvents) {
    for (const Filters& filters : {Filters{}, Filters{0xff, "e", false}, Filters{0x0f, "", true}}) {
        const State state = filtered(filters);
        EventList list;
        list.update(state);
        std::vector<std::string> ids;
        for (const ListRow& row : list.rows())
            if (row.event >= 0) ids.push_back(list.briefing().events()[static_cast<std::size_t>(row.event)]->id);
        EXPECT_EQ(ids, filtered_events(state));
    }
}

TEST(InstantOf, TakesTheMiddleOfADayAndTheSureEndOfAnOpenInterval) {
    const auto at = [](const char* edtf) { return instant_of(calendar::Edtf::parse(edtf).value()); };
    EXPECT_EQ(at("2021-03-09"), testing::noon(2021, 3, 9));
    EXPECT_EQ(at("2021-03-09/.."), testing::noon(2021, 3, 9));
    EXPECT_EQ(at("../2021-03-09"), testing::noon(2021, 3, 9));
    EXPECT_EQ(at("2021-03-09/2021-03-20"), testing::noon(2021, 3, 9));
    EXPECT_EQ(at("2020"), calendar::day(2020, 7, 2));
}

}  // namespace
}  // namespace dateline::session
