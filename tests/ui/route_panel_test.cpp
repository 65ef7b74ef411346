#include "ui/ui_support.h"

#include <gtest/gtest.h>

namespace dateline::ui::testing {
namespace {

using namespace session;

/// Clicks down the inspector until `done` says so.
template <class Done>
bool click_down(TestWindow& window, float x, const Done& done) {
    const view::RectPx r = window.regions().inspector;
    for (float y = r.y + 60; y < r.bottom() - 10; y += 8) {
        window.click(x, y);
        if (done()) return true;
    }
    return false;
}

TEST(RoutePanel, AnEventAlongTheRouteIsSelectedAndFlownTo) {
    TestWindow window(1440, 1200);
    window.apply(SelectRoute{"line"});
    window.frames(3);
    const float x = window.regions().inspector.x + 200;
    ASSERT_TRUE(click_down(window, x, [&] { return !window.state.selected.empty(); }));
    EXPECT_EQ(window.state.selected, "a") << "the first along the line";
    EXPECT_TRUE(window.all<Select>().back().fly);
    EXPECT_EQ(window.state.selected_route, "line");
    window.chord({.key = Key::Escape});
    EXPECT_EQ(window.state.selected, "");
    EXPECT_EQ(window.state.selected_route, "line") << "back on the route's panel";
    window.chord({.key = Key::Escape});
    EXPECT_EQ(window.state.selected_route, "");
}

TEST(RoutePanel, OpensTheDiagramAndEscapeLeavesIt) {
    TestWindow window(1440, 1200);
    window.apply(SelectRoute{"line"});
    window.frames(3);
    const float low = window.regions().timeline.h;
    ASSERT_TRUE(click_down(window, window.regions().inspector.x + 180, [&] { return window.state.show_diagram; }));
    EXPECT_GT(window.regions().timeline.h, low);
    window.chord({.key = Key::Escape});
    EXPECT_FALSE(window.state.show_diagram);
    EXPECT_EQ(window.state.selected_route, "line");
    window.apply(SetPanelShown{"diagram", true});
    window.apply(SelectRoute{""});
    EXPECT_FALSE(window.state.show_diagram) << "there is no diagram of nothing";
    window.apply(SetPanelShown{"diagram", true});
    EXPECT_FALSE(window.state.show_diagram);
}

TEST(RoutePanel, ARouteUnderThePointerIsHoveredAndLetGo) {
    TestWindow window;
    const view::RectPx map = window.regions().map;
    const view::PointPx at{map.x + map.w / 2, map.y + map.h / 2};
    window.placement.hits.push_back({view::Hit::Kind::MapBackground, "", map});
    window.placement.hits.push_back({view::Hit::Kind::Route, "pipe", {at.x - 20, at.y - 20, 40, 40}, 0});
    window.move(at.x, at.y);
    window.frame();
    EXPECT_EQ(window.state.hovered_route, "pipe");
    window.move(at.x + 100, at.y + 60);
    window.frame();
    EXPECT_EQ(window.state.hovered_route, "");
}

TEST(RoutePanel, FlowIsSwitchedInTheOverlays) {
    TestWindow window;
    window.frames(2);
    const auto covered = window.panels.covered();
    ASSERT_FALSE(covered.empty());
    const view::RectPx overlays = covered.front();
    window.click(overlays.right() - 41, overlays.y + 16);
    EXPECT_TRUE(window.state.flow);
    window.click(overlays.right() - 41, overlays.y + 16);
    EXPECT_FALSE(window.state.flow);
    window.reduced_motion = true;
    window.click(overlays.right() - 41, overlays.y + 16);
    EXPECT_FALSE(window.state.flow) << "motion is reduced";
}

}  // namespace
}  // namespace dateline::ui::testing
