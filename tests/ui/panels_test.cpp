#include "session/framing.h"
#include "session/list.h"
#include "ui/ui_support.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>

namespace dateline::ui::testing {
namespace {

using namespace session;

constexpr float kRowsTop = 72 + 88 + 64;  // menu and toolbar; header, search; two rows of chips

/// Middle of the n-th row of the list that is an event, at scale 1.
float row_y(const TestWindow& window, std::size_t wanted) {
    EventList list;
    list.update(window.state);
    float y = kRowsTop;
    for (const ListRow& row : list.rows()) {
        if (row.event >= 0 && wanted-- == 0) return y + 20;
        y += row.event >= 0 ? 40 : 24;
    }
    return y;
}

TEST(EventListPanel, ARowIsSelectedAndFlownTo) {
    TestWindow window;
    window.click(150, row_y(window, 2));
    EXPECT_EQ(window.state.selected, filtered_events(window.state)[2]);
    EXPECT_TRUE(window.all<Select>().back().fly);
    window.frames(120);
    const document::Event* event = window.state.briefing->event(window.state.selected);
    const geo::WorldPoint there = geo::world_from(geo::anchor(event->geometry));
    EXPECT_NEAR(window.state.camera.center.x, there.x, 1e-9);
}

TEST(EventListPanel, ADoubleClickBringsThePlayhead) {
    TestWindow window;
    window.double_click(150, row_y(window, 1));
    EXPECT_EQ(window.state.playhead, instant_of(*window.state.briefing->event("a")->date));
}

TEST(EventListPanel, HoverIsSharedAndLetGo) {
    TestWindow window;
    window.move(150, row_y(window, 1));
    window.frame();
    EXPECT_EQ(window.state.hovered, "a");
    window.move(700, 300);
    window.frame();
    EXPECT_EQ(window.state.hovered, "");
}

TEST(EventListPanel, ChipsFilterAndShiftShowsOneAlone) {
    TestWindow window;
    const float x = 40, y = 72 + 88 + 12;  // the first chip: security
    const auto bit = 1u << static_cast<unsigned>(document::Category::Security);
    window.click(x, y);
    EXPECT_EQ(window.state.filters.category_mask, 0xffu ^ bit);
    window.click(x, y);
    EXPECT_EQ(window.state.filters.category_mask, 0xffu);
    ImGui::GetIO().KeyShift = true;
    window.click(x, y);
    EXPECT_EQ(window.state.filters.category_mask, bit);
    EXPECT_EQ(filtered_events(window.state), std::vector<std::string>{"c"});
    window.click(x, y);
    EXPECT_EQ(window.state.filters.category_mask, 0xffu);
    ImGui::GetIO().KeyShift = false;
}

TEST(EventListPanel, ALongListCostsWhatIsSeen) {
    document::Briefing::Parts parts;
    for (int i = 0; i < 60'000; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            event("e" + std::to_string(i), "Event", calendar::iso(calendar::day(1900, 1, 1) + i * calendar::kDay))));
    TestWindow window;
    window.open(std::make_shared<const document::Briefing>(document::Briefing(std::move(parts))));
    window.frames(3);
    window.apply(Select{"e59999", false});
    window.frames(3);
    int vertices = ImGui::GetDrawData()->TotalVtxCount;
    EXPECT_LT(vertices, 60'000);
}

TEST(Inspector, ReviewsWithItsButtonsAndUndoes) {
    TestWindow window;
    window.apply(Select{"b", false});
    window.frames(3);
    const view::RectPx r = window.regions().inspector;
    window.click(r.x + 60, r.bottom() - 28);
    EXPECT_EQ(window.state.briefing->event("b")->review, document::Review::Accepted);
    window.click(r.right() - 60, r.bottom() - 28);
    EXPECT_EQ(window.state.briefing->event("b")->review, document::Review::Rejected);
    EXPECT_EQ(window.state.history.undo.size(), 2u);
}

TEST(Inspector, ActorsSearchForThemselves) {
    TestWindow window;
    window.apply(Select{"b", false});
    window.frames(3);
    const view::RectPx r = window.regions().inspector;
    for (float y = r.y + 100; y < r.bottom() - 60 && window.state.filters.search.empty(); y += 6) window.click(r.x + 120, y);
    EXPECT_EQ(window.state.filters.search, "Foreign Ministry");
    EXPECT_EQ(filtered_events(window.state), std::vector<std::string>{"b"});
}

TEST(Toolbar, KeepsAndShowsScenes) {
    TestWindow window;
    window.reduced_motion = true;
    window.click(8 + 18, 32 + 20);  // with no scene yet the plus comes first
    ASSERT_EQ(window.all<AddScene>().size(), 1u);
    window.apply(SetPlayhead{calendar::day(2021, 3, 2)});
    window.apply(SetCamera{{geo::world_from({100, 10}), 6, 0, view::Projection::Mercator}});
    window.frame();
    window.click(8 + 24, 32 + 20);
    ASSERT_EQ(window.all<GoToScene>().size(), 1u);
    window.frames(2);
    EXPECT_LT(window.state.camera.center.x, 0.6);
}

TEST(Regions, TileTheWindow) {
    TestWindow window;
    for (float scale : {1.f, 1.5f, 2.f}) {
        const Regions r = regions_of(window.state, 1600 * scale, 900 * scale, scale);
        EXPECT_EQ(r.events.right(), r.map.x);
        EXPECT_EQ(r.map.right(), r.inspector.x);
        EXPECT_EQ(r.inspector.right(), 1600 * scale);
        EXPECT_EQ(r.map.bottom(), r.timeline.y);
        EXPECT_EQ(r.timeline.bottom(), r.status.y);
        EXPECT_EQ(r.status.bottom(), 900 * scale);
    }
}

TEST(Regions, GiveTheMapTheRoomOfFoldedPanels) {
    TestWindow window;
    for (const char* panel : {"events", "inspector", "timeline"}) window.apply(SetPanelShown{panel, false});
    const Regions r = window.regions();
    EXPECT_EQ(r.map.w, 1440);
    EXPECT_EQ(r.map.h, 900 - 32 - 40 - 24);
}

TEST(Regions, OfASmallWindowLeaveTheMapRoom) {
    TestWindow window;
    for (const auto& [w, h] : {std::pair{480.f, 320.f}, {640.f, 400.f}, {800.f, 600.f}}) {
        const Regions r = regions_of(window.state, w, h, 1);
        EXPECT_GE(r.map.w, 300) << w;
        EXPECT_GE(r.map.h, 150) << h;
        EXPECT_EQ(r.map.h + r.timeline.h, h - 32 - 40 - 24);
        EXPECT_EQ(r.map.w + r.events.w, w);
    }
    EXPECT_EQ(regions_of(window.state, 480, 320, 1).timeline.h, 0);
    EXPECT_EQ(regions_of(window.state, 800, 600, 1).timeline.h, 240);
}

TEST(StartPage, StandsWhereNothingIsOpen) {
    TestWindow window;
    window.sample = "/samples/one.md";
    window.open(std::make_shared<const document::Briefing>(), "");
    window.frames(3);
    const Regions r = window.regions();
    EXPECT_TRUE(r.empty);
    EXPECT_EQ(r.map.w, 1440);
    EXPECT_EQ(r.timeline.h, 0);
    // Somewhere on the page is the button that opens the sample.
    for (float y = r.map.y + 40; y < r.map.bottom() && window.requests.empty(); y += 12)
        for (float x = r.map.x + 300; x < r.map.right() - 300 && window.requests.empty(); x += 24)
            if (!window.panels.has_dialog()) window.click(x, y);
            else window.chord({.key = Key::Escape}), window.frames(2);
    ASSERT_FALSE(window.requests.empty());
    EXPECT_EQ(window.requests[0].kind, Request::Kind::OpenFile);
    EXPECT_EQ(window.requests[0].path, "/samples/one.md");
}

/// ImGui's own assertions are the test: unbalanced stacks, bad sizes.
TEST(Panels, DrawAtEverySizeInEveryState) {
    TestWindow window;
    const std::pair<float, float> sizes[] = {{1, 1}, {320, 200}, {640, 480}, {1024, 640}, {1440, 900}, {3840, 2160}};
    for (auto [width, height] : sizes) {
        for (float scale : {1.f, 1.25f, 2.f}) {
            for (const char* selected : {"", "b", "none", "by"}) {
                window.resize(width, height, scale);
                window.apply(Select{selected, false});
                window.apply(SelectRoute{*selected == 0 ? "pipe" : ""});
                window.apply(SetTheme{scale > 1 ? "light" : "dark"});
                window.frames(2);
                const ImDrawData* drawn = ImGui::GetDrawData();
                ASSERT_NE(drawn, nullptr);
                EXPECT_TRUE(drawn->Valid);
            }
        }
    }
    window.resize(1024, 640, 1);
    window.apply(SetFilters{{0, "nothing has these words", true}});
    window.frames(2);
    window.open(std::make_shared<const document::Briefing>(), "");
    for (auto [width, height] : sizes) {
        window.resize(width, height, 1);
        window.frames(2);
    }
}

TEST(Panels, DrawTheEditFormAndEveryDialogAtEverySize) {
    TestWindow window;
    window.open(briefing(), "");
    window.apply(ReviewEvent{"a", document::Review::Accepted});
    window.apply(Select{"a", false});
    const std::pair<float, float> sizes[] = {{320, 200}, {1024, 640}, {3840, 2160}};
    for (const Chord& chord : {Chord{.key = Key::E}, Chord{.key = Key::O, .ctrl = true}, Chord{.key = Key::S, .ctrl = true},
                               Chord{.key = Key::E, .ctrl = true, .shift = true}, Chord{.key = Key::F1}}) {
        window.resize(1440, 900, 1);
        window.frames(2);
        window.chord(chord);
        for (auto [width, height] : sizes) {
            window.resize(width, height, 1);
            window.frames(3);
            EXPECT_TRUE(window.panels.has_dialog() || window.panels.editing());
        }
        window.resize(1440, 900, 1);
        for (int i = 0; i < 3; ++i) window.chord({.key = Key::Escape}), window.frames(2);
        EXPECT_FALSE(window.panels.has_dialog() || window.panels.editing());
        window.apply(Select{"a", false});
        window.frames(2);
    }
}

}  // namespace
}  // namespace dateline::ui::testing
