#include "ui/timeline_gestures.h"
#include "session/list.h"
#include "ui/ui_support.h"

#include <gtest/gtest.h>
#include <imgui.h>

namespace dateline::ui::testing {
namespace {

using namespace session;
using calendar::day;
using calendar::Span;
using std::chrono::hours;

struct Timeline {
    explicit Timeline(TestWindow& of) : window(of) {}
    float x(calendar::Instant t) const { return window.timeline().x_of(t); }
    float axis_y() const { return window.timeline().axis_rect().y + 12; }
    float lanes_y() const { return window.timeline().lanes_rect().y + 50; }
    float overview_y() const { return window.timeline().overview_rect().y + 20; }
    void put(view::Hit::Kind kind, const std::string& id, float x_mid, float y_mid) {
        window.placement.hits.push_back({kind, id, {x_mid - 6, y_mid - 8, 12, 16}});
    }
    TestWindow& window;
};

TEST(TimelineGestures, DraggingOnTheAxisScrubsDayByDay) {
    TestWindow window;
    Timeline at(window);
    window.drag(at.x(day(2021, 3, 5) + hours{3}), at.axis_y(), at.x(day(2021, 3, 15) + hours{20}), at.axis_y(), 40);
    const auto moves = window.all<SetPlayhead>();
    ASSERT_GE(moves.size(), 10u);
    EXPECT_EQ(moves.front().at, day(2021, 3, 5) + hours{12});
    EXPECT_EQ(moves.back().at, day(2021, 3, 15) + hours{12});
    for (std::size_t i = 1; i < moves.size(); ++i) EXPECT_EQ(moves[i].at - moves[i - 1].at, hours{24});
}

TEST(TimelineGestures, AQuickDragEndsWhereItIsLetGo) {
    TestWindow window;
    Timeline at(window);
    window.move(at.x(day(2021, 3, 5)), at.axis_y());
    window.press();
    // All of the way, and the button let go, between two frames.
    ImGui::GetIO().MousePos = {at.x(day(2021, 3, 20) + hours{3}), at.axis_y()};
    window.release();
    EXPECT_EQ(window.state.playhead, day(2021, 3, 20) + hours{12});
}

TEST(TimelineGestures, SnapToHoursEventsOrNothing) {
    TestWindow window;
    Timeline at(window);
    window.apply(SetSnap{Snap::Event});
    window.frame();
    window.click(at.x(day(2021, 3, 15)), at.axis_y());
    EXPECT_EQ(window.state.playhead, instant_of(*window.state.briefing->event("d")->date));
    window.apply(SetSnap{Snap::Hour});
    window.click(at.x(day(2021, 3, 6) + hours{7}), at.lanes_y());
    EXPECT_EQ(window.state.playhead.time_since_epoch().count() % 3600, 0);
    EXPECT_LE(std::abs((window.state.playhead - (day(2021, 3, 6) + hours{7})).count()), 3600);
    window.apply(SetSnap{Snap::None});
    window.click(at.x(day(2021, 3, 8) + hours{5}), at.axis_y());
    EXPECT_LE(std::abs((window.state.playhead - (day(2021, 3, 8) + hours{5})).count()), 3600);  // a pixel or so
}

TEST(TimelineGestures, TheFlagIsHeldWhereItWasTaken) {
    TestWindow window;
    Timeline at(window);
    window.apply(SetSnap{Snap::None});
    window.apply(SetPlayhead{day(2021, 3, 10)});
    window.frame();
    const float x = at.x(day(2021, 3, 10)), step = at.x(day(2021, 3, 12)) - x;
    window.placement.hits.push_back({view::Hit::Kind::Playhead, "", {x - 56, at.axis_y() - 9, 112, 19}});
    window.drag(x + 40, at.axis_y(), x + 40 + step, at.axis_y());
    EXPECT_NEAR(static_cast<double>((window.state.playhead - day(2021, 3, 12)).count()), 0, 1800);
}

TEST(TimelineGestures, ClickSelectsAndDoubleClickGoesThere) {
    TestWindow window;
    Timeline at(window);
    const float x = at.x(day(2021, 3, 17) + hours{12});
    at.put(view::Hit::Kind::Event, "d", x, at.lanes_y());
    const auto playhead = window.state.playhead;
    window.click(x, at.lanes_y());
    EXPECT_EQ(window.state.selected, "d");
    EXPECT_EQ(window.state.hovered, "d");
    EXPECT_EQ(window.state.playhead, playhead);
    EXPECT_TRUE(window.all<Select>().back().fly);
    window.double_click(x, at.lanes_y());
    EXPECT_EQ(window.state.playhead, day(2021, 3, 17) + hours{12});
}

TEST(TimelineGestures, WheelZoomKeepsTheTimeUnderTheCursor) {
    TestWindow window;
    Timeline at(window);
    const float x = at.x(day(2021, 3, 20));
    const double before_s = calendar::seconds_between(window.state.timeline.begin, window.state.timeline.end);
    window.move(x, at.lanes_y());
    for (float notches : {2.f, 3.f, -4.f, -6.f}) {
        const calendar::Instant under = window.timeline().time_at(x);
        window.wheel(notches);
        const double day_px = static_cast<double>(at.x(under + hours{24}) - at.x(under));
        EXPECT_NEAR(static_cast<double>(at.x(under) - x), 0, std::max(1.5, 0.05 * day_px)) << notches;
    }
    EXPECT_GT(calendar::seconds_between(window.state.timeline.begin, window.state.timeline.end), before_s);
}

TEST(TimelineGestures, ShiftWheelAndMiddleDragPanTime) {
    TestWindow window;
    Timeline at(window);
    const Span before = window.state.timeline;
    window.move(at.x(day(2021, 3, 10)), at.lanes_y());
    window.wheel(1, true);
    EXPECT_LT(window.state.timeline.begin, before.begin);
    EXPECT_EQ(window.state.timeline.end - window.state.timeline.begin, before.end - before.begin);
    const Span panned = window.state.timeline;
    window.drag(at.x(day(2021, 3, 10)), at.lanes_y(), at.x(day(2021, 3, 10)) - 100, at.lanes_y(), 5, 2);
    EXPECT_GT(window.state.timeline.begin, panned.begin);
    EXPECT_TRUE(window.all<SetPlayhead>().empty());
}

TEST(TimelineGestures, WindowHandlesMoveTheWindowAndNeverCross) {
    TestWindow window;
    Timeline at(window);
    window.apply(SetWindow{{day(2021, 3, 5), day(2021, 3, 20)}});
    window.frame();
    at.put(view::Hit::Kind::WindowBegin, "", at.x(day(2021, 3, 5)), at.axis_y());
    at.put(view::Hit::Kind::WindowEnd, "", at.x(day(2021, 3, 20)), at.axis_y());
    window.drag(at.x(day(2021, 3, 5)), at.axis_y(), at.x(day(2021, 3, 8) + hours{4}), at.axis_y());
    EXPECT_EQ(window.state.window, (Span{day(2021, 3, 8), day(2021, 3, 20)}));
    window.drag(at.x(day(2021, 3, 20)), at.axis_y(), at.x(day(2021, 3, 4)), at.axis_y());
    EXPECT_EQ(window.state.window, (Span{day(2021, 3, 8), day(2021, 3, 9)}));
}

TEST(TimelineGestures, OverviewBrushMovesAndStretchesWhatIsShown) {
    TestWindow window;
    Timeline at(window);
    const Span before = window.state.timeline;
    const float begin = window.timeline().overview_x_of(before.begin), end = window.timeline().overview_x_of(before.end);
    window.placement.hits.push_back({view::Hit::Kind::OverviewBrush, "", {begin - 10, at.overview_y() - 15, end - begin + 20, 30}});
    window.drag((begin + end) / 2, at.overview_y(), (begin + end) / 2 - 60, at.overview_y());
    EXPECT_LT(window.state.timeline.begin, before.begin);
    EXPECT_EQ(window.state.timeline.end - window.state.timeline.begin, before.end - before.begin);
    window.apply(SetTimelineSpan{before});
    window.frame();
    at.put(view::Hit::Kind::OverviewBrush, "end", end, at.overview_y());
    window.drag(end, at.overview_y(), end + 80, at.overview_y());
    EXPECT_EQ(window.state.timeline.begin, before.begin);
    EXPECT_GT(window.state.timeline.end, before.end);
}

TEST(TimelineGestures, ALanesNameFiltersItsCategory) {
    TestWindow window;
    Timeline at(window);
    at.put(view::Hit::Kind::Lane, "transport", 40, at.lanes_y());
    window.click(40, at.lanes_y());
    EXPECT_EQ(window.state.filters.category_mask, 0xffu ^ (1u << static_cast<unsigned>(document::Category::Transport)));
}

TEST(TimelineGestures, PlayRunsByTheClockButNotWhileScrubbing) {
    TestWindow window;
    Timeline at(window);
    window.apply(SetPlayhead{day(2021, 3, 5)});
    window.apply(SetPlaying{true});
    for (int i = 0; i < 60; ++i) window.frame(1.0 / 30);
    EXPECT_NEAR(static_cast<double>((window.state.playhead - day(2021, 3, 5)).count()), 2 * 86400, 3600);
    EXPECT_TRUE(window.animating);
    window.move(at.x(day(2021, 3, 12) + hours{5}), at.axis_y());
    window.press();
    window.frames(30);
    EXPECT_EQ(window.state.playhead, day(2021, 3, 12) + hours{12});
    window.release();
    window.frames(5);
    EXPECT_GT(window.state.playhead, day(2021, 3, 12) + hours{12});
}

TEST(ZoomedAbout, HoldsTheTimeWhileWingsGrowBesideTheFocus) {
    const view::RectPx rect{0, 600, 1440, 240};
    const Span extent{day(1951, 1, 1), day(2030, 1, 1)};
    Span focus{day(2021, 2, 28), day(2021, 3, 28)};
    for (const double factor : {0.5, 0.8, 2.0, 8.0, 40.0, 0.01}) {
        const view::TimelineScale scale(rect, extent, focus, 1);
        const float x = scale.focus_rect().x + scale.focus_rect().w * 0.3f;
        const calendar::Instant under = scale.time_at(x);
        focus = zoomed_about(scale, rect, 1, x, factor);
        const view::TimelineScale next(rect, extent, focus, 1);
        EXPECT_NEAR(next.x_of(under), x, 1) << factor;
    }
}

}  // namespace
}  // namespace dateline::ui::testing
