#include "session/session_support.h"

#include <gmock/gmock.h>

namespace dateline::session {
namespace {

using testing::applied;
using testing::event;
using ::testing::IsEmpty;
using testing::opened;
using ::testing::SizeIs;

document::Event titled(const State& state, const std::string& id, const std::string& title) {
    document::Event e = *state.briefing->event(id);
    e.title = title;
    return e;
}

TEST(Editing, MakesAVersionThatUndoTakesBackAndRedoBrings) {
    const State before = opened();
    State state = apply(before, EditEvent{titled(before, "a", "New title"), ""});
    EXPECT_EQ(state.briefing->event("a")->title, "New title");
    EXPECT_TRUE(state.unsaved);
    EXPECT_EQ(before.briefing->event("a")->title, "Bridge opened at Vantor");
    state = apply(state, Undo{});
    EXPECT_EQ(state.briefing, before.briefing);
    EXPECT_FALSE(state.unsaved);
    state = apply(state, Redo{});
    EXPECT_EQ(state.briefing->event("a")->title, "New title");
    EXPECT_TRUE(state.unsaved);
}

TEST(Editing, FoldsOneGestureIntoOneStep) {
    const State before = opened();
    State state = before;
    for (const char* title : {"N", "Ne", "New"}) state = apply(state, EditEvent{titled(state, "a", title), "type:a"});
    EXPECT_THAT(state.history.undo, SizeIs(1));
    EXPECT_EQ(apply(state, Undo{}).briefing, before.briefing);
    state = apply(state, EditEvent{titled(state, "a", "Newer"), "type:a:2"});
    EXPECT_THAT(state.history.undo, SizeIs(2));
}

TEST(Editing, DoesNotFoldAcrossAnUndo) {
    State state = opened();
    state = apply(state, EditEvent{titled(state, "a", "One"), "g"});
    state = applied(state, {Undo{}});
    state = apply(state, EditEvent{titled(state, "a", "Two"), "g"});
    EXPECT_THAT(state.history.undo, SizeIs(1));
    EXPECT_THAT(state.history.redo, IsEmpty());
    EXPECT_EQ(apply(state, Undo{}).briefing->event("a")->title, "Bridge opened at Vantor");
}

TEST(Editing, ThatChangesNothingIsNoStep) {
    const State state = opened();
    EXPECT_THAT(apply(state, EditEvent{*state.briefing->event("a"), ""}).history.undo, IsEmpty());
    EXPECT_THAT(apply(state, ReviewEvent{"c", document::Review::Accepted}).history.undo, IsEmpty());
}

TEST(Editing, KeepsHistoryWithinItsDepth) {
    State state = opened();
    for (std::size_t i = 0; i < kHistoryDepth + 20; ++i)
        state = apply(std::move(state), EditEvent{titled(state, "a", "t" + std::to_string(i)), ""});
    EXPECT_THAT(state.history.undo, SizeIs(kHistoryDepth));
    for (std::size_t i = 0; i < kHistoryDepth + 5; ++i) state = apply(std::move(state), Undo{});
    EXPECT_EQ(state.briefing->event("a")->title, "t19");
    EXPECT_THAT(state.history.redo, SizeIs(kHistoryDepth));
}

TEST(Editing, LeavesCameraPlayheadAndSelectionOutOfHistory) {
    State state = opened();
    state = applied(state, {ReviewEvent{"a"}, Select{"d", false}, SetPlayhead{calendar::day(2021, 3, 2)}, Undo{}});
    EXPECT_EQ(state.selected, "d");
    EXPECT_EQ(state.playhead, calendar::day(2021, 3, 2));
    EXPECT_EQ(state.briefing->event("a")->review, document::Review::Unreviewed);
}

TEST(Deleting, ClearsTheSelectionOfWhatIsGone) {
    State state = applied(opened(), {Select{"a", false}, Hover{"a"}, DeleteEvent{"a"}});
    EXPECT_EQ(state.briefing->event("a"), nullptr);
    EXPECT_EQ(state.selected, "");
    EXPECT_EQ(state.hovered, "");
    EXPECT_NE(apply(state, Undo{}).briefing->event("a"), nullptr);
}

TEST(Adding, ReplacesById) {
    State state = opened();
    const std::size_t count = state.briefing->events().size();
    document::Bulletin bulletin;
    bulletin.id = "doc";
    bulletin.text = "Words.";
    state = apply(state, AddEvents{{event("a", "Again", "2021-03-05"), event("z", "New", "2021-03-06")}, {bulletin}});
    EXPECT_EQ(state.briefing->events().size(), count + 1);
    EXPECT_EQ(state.briefing->event("a")->title, "Again");
    ASSERT_NE(state.briefing->bulletin("doc"), nullptr);
    EXPECT_THAT(state.history.undo, SizeIs(1));
}

TEST(Adding, ToAnEmptyBriefingFramesTheEvents) {
    const State state = apply({}, AddEvents{{testing::at(event("z", "New", "2021-03-06"), 30, 40)}, {}});
    EXPECT_TRUE(state.timeline.contains(calendar::day(2021, 3, 6)));
    EXPECT_NEAR(geo::lonlat_from(state.camera.center).lon_deg, 30, 0.1);
}

TEST(Adding, ToAWindowOfAllDatesLeavesItOne) {
    State state = opened();
    const calendar::Span extent = *state.briefing->time_extent();
    const State added = applied(state, {SetWindow{extent}, AddEvents{{event("z", "Old", "1950-03-06")}, {}}});
    EXPECT_TRUE(added.window.contains(calendar::day(1950, 3, 6)));
    const calendar::Span narrow{extent.begin, extent.end - std::chrono::hours{24}};
    EXPECT_EQ(applied(state, {SetWindow{narrow}, AddEvents{{event("z", "Old", "1950-03-06")}, {}}}).window, narrow);
}

TEST(Adding, UndoneDropsASelectionOfTheAdded) {
    const State state = applied(opened(), {AddEvents{{event("z", "New", "2021-03-06")}, {}}, Select{"z", false}, Undo{}});
    EXPECT_EQ(state.selected, "");
}

TEST(Saving, OfAnOlderVersionLeavesTheRestUnsaved) {
    State state = opened();
    state = apply(state, ReviewEvent{"a"});
    const auto written = state.briefing;
    state = applied(state, {ReviewEvent{"b"}, MarkSaved{"out.gpkg", written}});
    EXPECT_EQ(state.file, "out.gpkg");
    EXPECT_TRUE(state.unsaved);
    EXPECT_FALSE(apply(state, Undo{}).unsaved);
    EXPECT_FALSE(apply(state, MarkSaved{}).unsaved);
}

}  // namespace
}  // namespace dateline::session
