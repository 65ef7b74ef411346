#include "ui/ui_support.h"
#include "view/camera.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <cmath>

namespace dateline::ui::testing {
namespace {

using namespace session;

struct Map {
    explicit Map(TestWindow& of) : window(of) {}
    view::PointPx center() const {
        const view::RectPx r = window.regions().map;
        return {std::round(r.x + r.w / 2), std::round(r.y + r.h / 2)};
    }
    geo::WorldPoint world_at(view::PointPx at) const {
        const Regions r = window.regions();
        return view::world_from_screen(view::transform_of(window.state.camera, r.map, r.scale), at);
    }
    double px_of_world() const { return 512 * std::exp2(window.state.camera.zoom); }
    void put(view::Hit::Kind kind, const std::string& id, view::PointPx at) {
        window.placement.hits.push_back({kind, id, {at.x - 8, at.y - 8, 16, 16}});
    }
    TestWindow& window;
};

TEST(MapGestures, WheelZoomKeepsThePointUnderTheCursor) {
    TestWindow window;
    Map map(window);
    const view::PointPx at{map.center().x + 211, map.center().y - 87};
    const geo::WorldPoint before = map.world_at(at);
    const double zoom = window.state.camera.zoom;
    window.move(at.x, at.y);
    window.wheel(3);
    EXPECT_NEAR(window.state.camera.zoom, zoom + 1.5, 1e-6);
    EXPECT_NEAR(map.world_at(at).x, before.x, 1e-6);
    EXPECT_NEAR(map.world_at(at).y, before.y, 1e-6);
    EXPECT_GT(window.all<SetCamera>().size(), 3u) << "the zoom takes some frames";
    window.wheel(-3);
    EXPECT_NEAR(window.state.camera.zoom, zoom, 1e-6);
    EXPECT_FALSE(window.animating);
}

TEST(MapGestures, CtrlZoomsFinelyAndShiftPans) {
    TestWindow window;
    Map map(window);
    const view::PointPx at = map.center();
    const view::Camera before = window.state.camera;
    window.move(at.x, at.y);
    window.wheel(1, false, true);
    EXPECT_NEAR(window.state.camera.zoom, before.zoom + 0.1, 1e-6);
    window.apply(SetCamera{before});
    window.wheel(1, true);
    EXPECT_EQ(window.state.camera.zoom, before.zoom);
    EXPECT_LT(window.state.camera.center.x, before.center.x);
    EXPECT_NEAR(window.state.camera.center.y, before.center.y, 1e-12);
}

TEST(MapGestures, DragPansWithThePointUnderTheCursor) {
    for (int button : {0, 2}) {
        TestWindow window;
        Map map(window);
        const view::PointPx from = map.center(), to{from.x - 150, from.y + 60};
        const geo::WorldPoint held = map.world_at(from);
        window.drag(from.x, from.y, to.x, to.y, 10, button);
        EXPECT_NEAR(map.world_at(to).x, held.x, 1e-6);
        EXPECT_NEAR(map.world_at(to).y, held.y, 1e-6);
        EXPECT_TRUE(window.all<Select>().empty());
        const view::Camera after = window.state.camera;
        window.frames(30);
        EXPECT_EQ(window.state.camera, after) << "it stops where it is let go";
    }
}

TEST(MapGestures, AShakyClickIsNoDrag) {
    TestWindow window;
    Map map(window);
    const view::Camera before = window.state.camera;
    window.drag(map.center().x, map.center().y, map.center().x + 2, map.center().y + 2, 2);
    EXPECT_EQ(window.state.camera, before);
}

TEST(MapGestures, ClickSelectsWhatIsThereWithoutAFlight) {
    TestWindow window;
    Map map(window);
    const view::PointPx at = map.center();
    map.put(view::Hit::Kind::Event, "c", at);
    const view::Camera before = window.state.camera;
    window.click(at.x, at.y);
    window.frames(10);
    EXPECT_EQ(window.state.selected, "c");
    EXPECT_EQ(window.state.hovered, "c");
    EXPECT_EQ(window.state.camera, before);
    window.click(at.x + 80, at.y + 40);
    EXPECT_EQ(window.state.selected, "") << "a click beside it lets it go";
    EXPECT_EQ(window.state.hovered, "");
}

TEST(MapGestures, ClickOnARouteSelectsIt) {
    TestWindow window;
    Map map(window);
    map.put(view::Hit::Kind::Route, "pipe", map.center());
    window.apply(Select{"a", false});
    window.frames(2);
    window.click(map.center().x, map.center().y);
    EXPECT_EQ(window.state.selected_route, "pipe");
    EXPECT_EQ(window.state.selected, "");
}

TEST(MapGestures, EdgePointerFliesThere) {
    TestWindow window;
    Map map(window);
    window.apply(SetCamera{{geo::world_from({-70, -30}), 5, 0, view::Projection::Mercator}});
    map.put(view::Hit::Kind::EdgePointer, "d", map.center());
    window.click(map.center().x, map.center().y);
    for (int i = 0; i < 150; ++i) window.frame();
    EXPECT_EQ(window.state.selected, "d");
    const geo::WorldPoint there = geo::world_from({24, 44});
    EXPECT_NEAR(window.state.camera.center.x, there.x, 1e-9);
    EXPECT_NEAR(window.state.camera.center.y, there.y, 1e-9);
    EXPECT_GT(window.all<SetCamera>().size(), 40u) << "a flight is many steps";
    EXPECT_FALSE(window.animating);
}

TEST(MapGestures, TheCountAtAnEdgeFliesToWhatItStandsFor) {
    TestWindow window;
    Map map(window);
    window.apply(SetCamera{{geo::world_from({-70, -30}), 5, 0, view::Projection::Mercator}});
    window.placement.hits.push_back(
        {view::Hit::Kind::EdgeCount, "", {map.center().x - 8, map.center().y - 8, 16, 16}, static_cast<int>(view::MapSide::Right)});
    std::vector<std::uint32_t>& east = window.placement.beyond[static_cast<std::size_t>(view::MapSide::Right)];
    const auto& events = window.state.briefing->events();
    for (std::uint32_t i = 0; i < events.size(); ++i)
        if (!std::holds_alternative<std::monostate>(events[i]->geometry)) east.push_back(i);
    ASSERT_FALSE(east.empty());
    window.click(map.center().x, map.center().y);
    for (int i = 0; i < 150; ++i) window.frame();
    EXPECT_EQ(window.state.selected, "") << "none of them is chosen for it";
    EXPECT_LE(window.state.camera.zoom, 5);
    const Regions r = window.regions();
    for (const std::uint32_t i : east)
        EXPECT_TRUE(r.map.contains(view::screen_from_world(view::transform_of(window.state.camera, r.map, r.scale),
                                                           geo::world_from(geo::anchor(events[i]->geometry)))))
            << events[i]->id;
}

TEST(MapGestures, ReducedMotionCutsInsteadOfFlying) {
    TestWindow window;
    window.reduced_motion = true;
    window.apply(FlyTo{{geo::world_from({100, 10}), 6, 0, view::Projection::Mercator}});
    window.frame();
    EXPECT_EQ(window.all<SetCamera>().size(), 1u);
    EXPECT_DOUBLE_EQ(window.state.camera.zoom, 6);
}

TEST(MapGestures, TakingHoldOfTheMapEndsAFlight) {
    TestWindow window;
    Map map(window);
    window.apply(FlyTo{{geo::world_from({100, 10}), 6, 0, view::Projection::Mercator}});
    window.frames(20);
    window.drag(map.center().x, map.center().y, map.center().x + 50, map.center().y, 5);
    const view::Camera after = window.state.camera;
    window.frames(60);
    EXPECT_EQ(window.state.camera, after);
}

TEST(MapGestures, AWishAfterAFlightStartsFromWhereTheMapIsNow) {
    TestWindow window;
    Map map(window);
    window.apply(FlyTo{{geo::world_from({100, 10}), 6, 0, view::Projection::Mercator}});
    window.frames(150);
    window.drag(map.center().x, map.center().y, map.center().x - 200, map.center().y, 5);
    const view::Camera after = window.state.camera;
    window.apply(SetProjection{view::Projection::Globe});
    window.frames(150);
    EXPECT_EQ(window.state.camera.projection, view::Projection::Globe);
    EXPECT_NEAR(window.state.camera.center.x, after.center.x, 1e-9) << "and not from where the last flight went";
}

TEST(MapGestures, PressesOfAKeyInQuickSuccessionAddUp) {
    TestWindow window;
    const double zoom = window.state.camera.zoom;
    for (int i = 0; i < 3; ++i) window.type("+");
    window.frames(200);
    EXPECT_NEAR(window.state.camera.zoom, zoom + 3, 1e-9);
}

TEST(MapGestures, AHandThatStopsAFlightBetweenProjectionsLetsItEndAfterwards) {
    TestWindow window;
    Map map(window);
    window.apply(SetProjection{view::Projection::Globe});
    window.frames(25);
    ASSERT_LT(window.state.camera.morph, 1);
    window.drag(map.center().x, map.center().y, map.center().x + 60, map.center().y, 5);
    const geo::WorldPoint center = window.state.camera.center;
    window.frames(150);
    EXPECT_EQ(window.state.camera.projection, view::Projection::Globe);
    EXPECT_DOUBLE_EQ(window.state.camera.morph, 1);
    EXPECT_NEAR(window.state.camera.center.x, center.x, 1e-9) << "where the hand left it";
    EXPECT_FALSE(window.animating);
}

TEST(MapGestures, AProjectionAskedForInTheMiddleOfADragComesAfterIt) {
    TestWindow window;
    Map map(window);
    window.move(map.center().x, map.center().y);
    window.press();
    window.move(map.center().x + 20, map.center().y);
    window.apply(SetProjection{view::Projection::Globe});
    for (int i = 0; i < 5; ++i) window.move(map.center().x + 30 + 10 * static_cast<float>(i), map.center().y);
    window.release();
    window.frames(150);
    EXPECT_EQ(window.state.camera.projection, view::Projection::Globe);
    EXPECT_DOUBLE_EQ(window.state.camera.morph, 1);
}

TEST(MapGestures, DoubleClickZoomsInThere) {
    TestWindow window;
    Map map(window);
    const view::PointPx at{map.center().x - 120, map.center().y + 70};
    const geo::WorldPoint before = map.world_at(at);
    const double zoom = window.state.camera.zoom;
    window.double_click(at.x, at.y);
    window.frames(40);
    EXPECT_NEAR(window.state.camera.zoom, zoom + 1, 1e-6);
    EXPECT_NEAR(map.world_at(at).x, before.x, 1e-6);
}

TEST(MapGestures, StopAtTheZoomsEnds) {
    TestWindow window;
    Map map(window);
    window.move(map.center().x, map.center().y);
    window.wheel(200);
    EXPECT_EQ(window.state.camera.zoom, view::kMaxZoom);
    window.wheel(-200);
    const double least = window.state.camera.zoom;  // the world fills the map's height
    EXPECT_GE(512 * std::exp2(least) + 1e-3, double{window.regions().map.h});
    EXPECT_LT(512 * std::exp2(least), 1.01 * std::max(512.0, double{window.regions().map.h}));
    EXPECT_FALSE(window.animating);
}

TEST(MapGestures, LeaveTheMapAloneUnderAPanelOrAMenu) {
    TestWindow window;
    const view::Camera before = window.state.camera;
    const Regions r = window.regions();
    window.drag(r.events.x + 100, r.events.y + 300, r.map.x + 200, r.map.y + 200);
    window.move(r.events.x + 100, r.events.y + 300);
    window.wheel(2);
    window.click(r.menu.x + 130, r.menu.y + 16);  // a menu drops over the map
    window.click(r.map.x + 300, r.map.y + 300);   // which this click only closes
    EXPECT_EQ(window.state.camera, before);
    EXPECT_TRUE(window.all<SetCamera>().empty());
}

TEST(MapGestures, TheRightButtonOrCtrlTurnsTheMap) {
    for (const bool ctrl : {false, true}) {
        TestWindow window;
        Map map(window);
        const view::PointPx at = map.center();
        const view::Camera before = window.state.camera;
        ImGui::GetIO().KeyCtrl = ctrl;
        window.drag(at.x - 40, at.y + 90, at.x + 60, at.y + 90, 10, ctrl ? 0 : 1);
        ImGui::GetIO().KeyCtrl = false;
        EXPECT_NEAR(window.state.camera.bearing_deg, 80, 1e-3) << ctrl;
        EXPECT_EQ(window.state.camera.center, before.center);
        EXPECT_EQ(window.state.camera.zoom, before.zoom);
        EXPECT_TRUE(window.all<Select>().empty());
    }
}

TEST(MapGestures, AMapTurnedNearlyNorthUpSnapsThere) {
    TestWindow window;
    Map map(window);
    const view::PointPx at = map.center();
    window.drag(at.x, at.y + 90, at.x + 6, at.y + 90, 6, 1);
    EXPECT_EQ(window.state.camera.bearing_deg, 0);
    window.drag(at.x, at.y + 90, at.x + 30, at.y + 90, 6, 1);
    EXPECT_NEAR(window.state.camera.bearing_deg, 24, 1e-3);
}

TEST(MapGestures, DragPansWithThePointUnderTheCursorOnATurnedMapToo) {
    TestWindow window;
    Map map(window);
    view::Camera camera = window.state.camera;
    camera.bearing_deg = 130;
    window.apply(SetCamera{camera});
    const view::PointPx from = map.center(), to{from.x - 150, from.y + 60};
    const geo::WorldPoint held = map.world_at(from);
    window.drag(from.x, from.y, to.x, to.y);
    EXPECT_NEAR(map.world_at(to).x, held.x, 1e-6);
    EXPECT_NEAR(map.world_at(to).y, held.y, 1e-6);
}

TEST(MapGestures, AClickOnTheNorthArrowTurnsNorthUp) {
    TestWindow window;
    Map map(window);
    view::Camera camera = window.state.camera;
    camera.bearing_deg = 60;
    window.apply(SetCamera{camera});
    map.put(view::Hit::Kind::NorthArrow, "", map.center());
    window.click(map.center().x, map.center().y);
    window.frames(150);
    EXPECT_EQ(window.state.camera.bearing_deg, 0);
    EXPECT_NEAR(window.state.camera.zoom, camera.zoom, 1e-9);
}

TEST(MapGestures, KeysTurnTheMapInStepsThatComeBackToNorth) {
    TestWindow window;
    window.type(",");
    window.frames(150);
    EXPECT_NEAR(window.state.camera.bearing_deg, 15, 1e-9);
    window.type(".");
    window.frames(150);
    window.type(".");
    window.frames(150);
    EXPECT_NEAR(window.state.camera.bearing_deg, -15, 1e-9);
    window.type("n");
    window.frames(150);
    EXPECT_EQ(window.state.camera.bearing_deg, 0);
}

TEST(MapGestures, AClickOnADisputedBoundaryTellsOfIt) {
    TestWindow window;
    Map map(window);
    window.basemap.disputes.push_back(
        {"a-line", "A line", "AAA", "BBB", "boundary", "1991", "", {"A: its border", "B: a line"}, "", "Somebody"});
    map.put(view::Hit::Kind::DisputedLine, "a-line", map.center());
    window.apply(Select{"c", false});
    window.click(map.center().x, map.center().y);
    EXPECT_EQ(window.state.selected_dispute, "a-line");
    EXPECT_EQ(window.state.selected, "");
    window.frames(3);  // the inspector draws it
    window.chord({.key = Key::Escape});
    EXPECT_EQ(window.state.selected_dispute, "");
    window.click(map.center().x, map.center().y);
    window.click(map.center().x + 90, map.center().y + 60);
    EXPECT_EQ(window.state.selected_dispute, "");
}

}  // namespace
}  // namespace dateline::ui::testing
