#include "session/framing.h"
#include "session/free_area.h"
#include "session/list.h"
#include "session/session_support.h"
#include "view/map_events.h"
#include "view/map_view.h"

#include <gmock/gmock.h>

namespace dateline::session {
namespace {

using testing::applied;
using testing::at;
using ::testing::ElementsAre;
using testing::event;
using ::testing::IsEmpty;
using testing::noon;
using testing::opened;

TEST(Opening, ShowsTheBulkOfTheDaysAndLeavesBackgroundOutside) {
    const State state = opened();
    EXPECT_EQ(state.timeline.begin, calendar::day(2021, 3, 1));
    EXPECT_EQ(state.timeline.end, calendar::day(2021, 4, 1));
    EXPECT_EQ(state.playhead, noon(2021, 3, 26));
    EXPECT_EQ(state.window, state.briefing->time_extent().value());
    EXPECT_EQ(state.file, "test.gpkg");
    EXPECT_FALSE(state.unsaved);
}

TEST(Routes, AreHoveredChosenAndFlownTo) {
    State state = applied(opened(), {HoverRoute{"pipe"}, SelectRoute{"line", true}});
    EXPECT_EQ(state.hovered_route, "pipe");
    EXPECT_EQ(state.selected_route, "line");
    ASSERT_TRUE(state.fly_target);
    EXPECT_NEAR(geo::lonlat_from(state.fly_target->center).lon_deg, 22, 0.01);
    state = applied(std::move(state), {HoverRoute{"nothing"}, SelectRoute{"nothing"}});
    EXPECT_EQ(state.hovered_route, "pipe");
    EXPECT_EQ(state.selected_route, "line");
    EXPECT_EQ(view_options(state).hovered_route, "pipe");
    state = applied(std::move(state), {SetPanelShown{"diagram", true}});
    EXPECT_TRUE(view_options(state).diagram);
    EXPECT_EQ(state.flights, 1u) << "choosing without a flight";
    EXPECT_FALSE(view_options(applied(std::move(state), {SelectRoute{""}})).diagram);
}

TEST(Opening, FramesThePlacedEvents) {
    const State state = opened();
    const geo::LonLat center = geo::lonlat_from(state.camera.center);
    EXPECT_NEAR(center.lon_deg, 22, 0.6);
    EXPECT_NEAR(center.lat_deg, 44, 0.6);
    EXPECT_GT(state.camera.zoom, 5);
    EXPECT_EQ(state.flights, 0u);
}

TEST(Opening, LeavesAFarOutlierToTheMapsEdge) {
    document::Briefing::Parts parts;
    for (int i = 0; i < 9; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            at(event("e" + std::to_string(i), "near", "2021-03-0" + std::to_string(i + 1)), 20 + i * 0.5, 45)));
    parts.events.push_back(std::make_shared<const document::Event>(at(event("far", "far", "2021-03-10"), -77, 39)));
    const auto briefing = std::make_shared<const document::Briefing>(document::Briefing(parts));
    const State state = apply({}, OpenBriefing{briefing, ""});
    EXPECT_NEAR(geo::lonlat_from(state.camera.center).lon_deg, 22, 1.5);
    const State all = apply(state, FitAll{});
    ASSERT_TRUE(all.fly_target);
    EXPECT_LT(all.fly_target->zoom, state.camera.zoom - 1);
    parts.events.erase(parts.events.begin());  // of a few nothing is left out
    EXPECT_LT(apply({}, OpenBriefing{std::make_shared<const document::Briefing>(document::Briefing(parts)), ""}).camera.zoom,
              state.camera.zoom - 1);
}

TEST(Opening, ShowsAnEventWhoseDateIsOpen) {
    for (const char* date : {"2024-03/..", "../2024-03", "2024-03-01/..", "../2024-03-25", "../.."}) {
        document::Briefing::Parts parts;
        parts.events.push_back(std::make_shared<const document::Event>(at(event("x", "Line closed", date), 24, 56)));
        const State state = apply({}, OpenBriefing{std::make_shared<const document::Briefing>(document::Briefing(parts)), ""});
        view::MapEvents events;
        const view::ViewOptions options = view_options(state);
        events.update(*state.briefing, options, {});
        ASSERT_EQ(events.all().size(), 1u) << date;
        EXPECT_TRUE(view::MapEvents::phase(events.all().front(), events.time(options)).shown) << date;
        EXPECT_TRUE(state.window.overlaps(state.briefing->events().front()->date->bounds())) << date;
        // One before it is not left out for its sake, nor is it for that one's.
        parts.events.push_back(std::make_shared<const document::Event>(at(event("y", "Line opened", "2024-01-05"), 24, 57)));
        const State both = apply({}, OpenBriefing{std::make_shared<const document::Briefing>(document::Briefing(parts)), ""});
        for (const auto& e : both.briefing->events()) EXPECT_TRUE(both.window.overlaps(e->date->bounds())) << date << " " << e->id;
    }
}

TEST(Opening, GoesToTheFirstScene) {
    document::Briefing::Parts parts = testing::briefing()->parts();
    document::Scene scene;
    scene.id = "s1";
    scene.center = {10, 50};
    scene.zoom = 6;
    scene.at = calendar::Edtf::day(2021, 3, 9);
    scene.routes_shown = {"line"};
    scene.selected = "c";
    parts.scenes.push_back(std::make_shared<const document::Scene>(scene));
    const State state = apply({}, OpenBriefing{std::make_shared<const document::Briefing>(document::Briefing(parts)), ""});
    EXPECT_EQ(state.scene, "s1");
    EXPECT_NEAR(geo::lonlat_from(state.camera.center).lon_deg, 10, 1e-9);
    EXPECT_EQ(state.playhead, noon(2021, 3, 9));
    EXPECT_THAT(state.hidden_routes, ElementsAre("pipe"));
    EXPECT_EQ(state.selected, "c");
}

TEST(Opening, KeepsTheThemeAndWhatThePanelsShow) {
    const State state = applied({}, {SetTheme{"light"}, SetMapNames{"local"}, SetPanelShown{"layers", false},
                                     SetLayerShown{"rivers", false}, OpenBriefing{testing::briefing(), ""}});
    EXPECT_EQ(state.theme, "light");
    EXPECT_EQ(state.map_names, view::MapNames::Local);
    EXPECT_FALSE(state.show_layers);
    EXPECT_TRUE(state.hidden_layers.contains("rivers"));
}

TEST(Opening, CopesWithABriefingWithoutDatesOrPlaces) {
    const State state = apply({}, OpenBriefing{std::make_shared<const document::Briefing>(), ""});
    EXPECT_LT(state.timeline.begin, state.timeline.end);
    EXPECT_EQ(state.window, calendar::Span{});
}

TEST(MapSize, KeepsAFrameThatNobodyTouched) {
    const State wide = applied(opened(), {SetMapSize{{1200, 700}}}), narrow = applied(wide, {SetMapSize{{500, 400}}});
    EXPECT_LT(narrow.camera.zoom, wide.camera.zoom);
    EXPECT_EQ(applied(narrow, {SetMapSize{{1200, 700}}}).camera, wide.camera);
    view::Camera moved = wide.camera;
    moved.zoom += 1;
    EXPECT_EQ(applied(wide, {SetCamera{moved}, SetMapSize{{500, 400}}}).camera, moved);
}

TEST(Framing, LeavesEventsClearOfPanels) {
    const State free = applied(opened(), {SetMapSize{{1200, 700, {}}}});
    const view::PointPx first = view::screen_from_world(view::transform_of(free.camera, {0, 0, 1200, 700}, 1), geo::world_from({20, 45}));
    const view::RectPx panel{first.x - 40, first.y - 30, 60, 60};
    const State moved = applied(free, {SetMapSize{{1200, 700, {panel}}}});
    EXPECT_NE(moved.camera, free.camera);
    for (const auto& event : moved.briefing->events()) {
        if (!std::holds_alternative<geo::LonLat>(event->geometry)) continue;
        const view::PointPx p =
            view::screen_from_world(view::transform_of(moved.camera, {0, 0, 1200, 700}, 1), geo::world_from(geo::anchor(event->geometry)));
        EXPECT_FALSE(view::grown(panel, 20).contains(p)) << event->id;
    }
    EXPECT_EQ(applied(moved, {SetMapSize{{1200, 700, {}}}}).camera, free.camera);  // and back, as nobody has touched it
    const view::RectPx aside{0, 660, 40, 40};
    EXPECT_EQ(applied(free, {SetMapSize{{1200, 700, {aside}}}}).camera, free.camera);
}

TEST(Framing, FindsRoomBesideAPanelThatTakesMuchOfTheMap) {
    document::Briefing::Parts parts;
    for (int i = 0; i < 9; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            at(event("e" + std::to_string(i), "Opened", "2021-03-04"), 10 + 2.5 * (i % 5), 40 + 3 * (i / 3))));
    const auto briefing = std::make_shared<const document::Briefing>(document::Briefing(parts));
    for (const view::RectPx panel : {view::RectPx{16, 140, 250, 400}, {454, 60, 250, 480}, {16, 20, 688, 220}}) {
        const State state = applied({}, {OpenBriefing{briefing, ""}, SetMapSize{{720, 560, {panel, {672, 400, 32, 130}}}}});
        const view::MapTransform map = view::transform_of(state.camera, {0, 0, 720, 560}, 1);
        for (const auto& e : state.briefing->events()) {
            const view::PointPx p = view::screen_from_world(map, geo::world_from(geo::anchor(e->geometry)));
            EXPECT_FALSE(view::grown(panel, 15).contains(p)) << e->id << " at " << p.x << "," << p.y << " by " << panel.x;
            EXPECT_TRUE(p.x > 15 && p.y > 15 && p.x < 705 && p.y < 545) << e->id << " at " << p.x << "," << p.y;
        }
        const view::Camera free = applied({}, {OpenBriefing{briefing, ""}, SetMapSize{{720, 560, {}}}}).camera;
        EXPECT_GT(state.camera.zoom, free.zoom - 1.2) << "no smaller than it must";
    }
}

TEST(FreeParts, AreTheLargestThatNoPanelCovers) {
    EXPECT_EQ(free_parts({800, 600, {}}), (std::vector<view::RectPx>{{0, 0, 800, 600}}));
    const auto parts = free_parts({800, 600, {{0, 300, 200, 300}}});
    EXPECT_EQ(parts, (std::vector<view::RectPx>{{200, 0, 600, 600}, {0, 0, 800, 300}}));
    EXPECT_TRUE(free_parts({800, 600, {{0, 0, 800, 590}}}).empty());
}

TEST(Framing, LeavesEventsAndEndsOfRoutesClearOfTheHeadingAndTheEdge) {
    const auto framed = [](geo::LonLat a, geo::LonLat b, bool as_route) {
        document::Briefing::Parts parts;
        parts.title = "A bulletin with a title of some length";
        if (as_route) {
            document::Route route;
            route.id = "line";
            route.segments.push_back({});
            route.segments.back().line = {a, b};
            parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
        } else {
            for (const geo::LonLat p : {a, b})
                parts.events.push_back(std::make_shared<const document::Event>(
                    at(event(p.lon_deg < 20 ? "w" : "e", "Opened", "2021-03-04"), p.lon_deg, p.lat_deg)));
        }
        State state;
        state.briefing = std::make_shared<const document::Briefing>(std::move(parts));
        return std::pair{
            state, as_route ? camera_for_route(*state.briefing->route("line"), state) : camera_for_events(*state.briefing, state, true)};
    };
    for (const bool as_route : {false, true}) {
        const auto [state, camera] = framed({10, 50}, {40, 38}, as_route);
        const view::RectPx map{0, 0, state.map_size.width_px, state.map_size.height_px};
        for (const geo::LonLat end : {geo::LonLat{10, 50}, {40, 38}}) {
            const view::PointPx p = view::screen_from_world(view::transform_of(camera, map, 1), geo::world_from(end));
            EXPECT_TRUE(p.y > 130 || p.x > 440) << p.x << "," << p.y;  // the heading's lower right, with room for a name
            EXPECT_TRUE(p.x > 25 && p.y > 25 && p.x < map.w - 25 && p.y < map.h - 43) << p.x << "," << p.y;
        }
        EXPECT_GT(camera.zoom, view::fitting({10, 38, 40, 50}, map, 96, 1).zoom - 0.35);
        // What is clear already is framed as it was.
        const view::Camera usual = view::fitting({10, 38, 40, 50}, map, 96, 1);
        EXPECT_EQ(framed({10, 38}, {40, 50}, as_route).second, usual);
    }
}

TEST(Framing, ShowsAllThatALineAnAreaOrACircleCovers) {
    using document::PlacePrecision;
    const auto opened_on = [](std::vector<document::Event> events) {
        document::Briefing::Parts parts;
        for (auto& e : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(e)));
        return apply({}, OpenBriefing{std::make_shared<const document::Briefing>(document::Briefing(parts)), ""});
    };
    const auto shows = [](const State& state, geo::LonLat place) {
        const view::RectPx map{0, 0, state.map_size.width_px, state.map_size.height_px};
        return map.contains(view::screen_from_world(view::transform_of(state.camera, map, 1), geo::world_from(place)));
    };
    document::Event cable = event("cable", "Cable laid", "2024-01-03");
    cable.geometry = geo::MultiLine{{{-70, 45}, {-5, 50}}};
    cable.place_precision = PlacePrecision::Corridor;
    for (const geo::LonLat p : {geo::LonLat{-70, 45}, {-5, 50}, {-38, 55}}) EXPECT_TRUE(shows(opened_on({cable}), p)) << p.lon_deg;
    document::Event drought = event("area", "Drought", "2024-01-03");
    drought.geometry = geo::MultiPolygon{{{{10, 0}, {25, 0}, {25, 12}, {10, 12}, {10, 0}}}};
    drought.place_precision = PlacePrecision::Region;
    const State dry = opened_on({drought});
    for (const geo::LonLat p : {geo::LonLat{10, 0}, {25, 12}, {10, 12}, {25, 0}})
        EXPECT_TRUE(shows(dry, p)) << p.lon_deg << " " << p.lat_deg;
    EXPECT_FALSE(shows(dry, {60, 6})) << "no more than it needs";
    document::Event within = at(event("disc", "Ship lost", "2024-01-03"), 30, 20);
    within.place_precision = PlacePrecision::Region;
    within.place_radius_km = 400;
    for (const double bearing : {0.0, 90.0, 180.0, 270.0})
        EXPECT_TRUE(shows(opened_on({within}), geo::destination({30, 20}, bearing, 400'000)));
    document::Event state = at(event("state", "Vote held", "2024-01-05"), 103, 46);
    state.place_precision = PlacePrecision::Country;
    const State two = opened_on({at(event("town", "Fire", "2024-01-03"), 11, 48), state});
    EXPECT_TRUE(shows(two, {103, 46}) && shows(two, {11, 48}));
    EXPECT_FALSE(shows(opened_on({at(event("town", "Fire", "2024-01-03"), 11, 48)}), {20, 48})) << "a town is as near as it was";
}

TEST(Framing, LeavesOutAFarFewOnlyWhereAllElseIsMuchLargerForIt) {
    const auto opened_on = [](double far_lon) {
        document::Briefing::Parts parts;
        for (int i = 0; i < 12; ++i)
            parts.events.push_back(
                std::make_shared<const document::Event>(at(event("e" + std::to_string(i), "Opened", "2021-03-04"), 20 + i, 45 + i % 3)));
        parts.events.push_back(std::make_shared<const document::Event>(at(event("far", "Opened", "2021-03-04"), far_lon, 46)));
        State state;
        state.briefing = std::make_shared<const document::Briefing>(std::move(parts));
        return std::pair{camera_for_events(*state.briefing, state, false), camera_for_events(*state.briefing, state, true)};
    };
    const auto [near_first, near_all] = opened_on(36);
    EXPECT_EQ(near_first, near_all) << "the same as fit all";
    const auto [far_first, far_all] = opened_on(120);
    EXPECT_GT(far_first.zoom, far_all.zoom + 1);
}

TEST(Framing, KeepsWhatLiesHalfWayToWhatItLeavesOut) {
    document::Briefing::Parts parts;
    const auto add = [&](const std::string& id, double lon_deg, double lat_deg) {
        parts.events.push_back(std::make_shared<const document::Event>(at(event(id, "Opened", "2021-03-04"), lon_deg, lat_deg)));
    };
    for (int i = 0; i < 20; ++i) add("e" + std::to_string(i), 20 + 1.4 * i, 40 + i % 5);
    for (int i = 0; i < 3; ++i) add("half" + std::to_string(i), 56 + i, 44);
    document::Event line = event("line", "Line planned", "2021-03-04");
    line.geometry = geo::MultiLine{{{20, 42}, {60, 45}, {110, 35}, {150, 30}}};
    line.place_precision = document::PlacePrecision::Corridor;
    parts.events.push_back(std::make_shared<const document::Event>(line));
    State state;
    state.briefing = std::make_shared<const document::Briefing>(std::move(parts));
    const view::RectPx map{0, 0, state.map_size.width_px, state.map_size.height_px};
    const view::Camera first = camera_for_events(*state.briefing, state, false);
    const auto shows = [&](geo::LonLat p) {
        return map.contains(view::screen_from_world(view::transform_of(first, map, 1), geo::world_from(p)));
    };
    EXPECT_GT(first.zoom, camera_for_events(*state.briefing, state, true).zoom + 0.5);
    for (const geo::LonLat place : {geo::LonLat{20, 40}, {46, 44}, {56, 44}, {58, 44}}) EXPECT_TRUE(shows(place)) << place.lon_deg;
    EXPECT_FALSE(shows({150, 30}));
}

TEST(Framing, IsNotWidenedByWhatHappenedInAGroupOfCountries) {
    const auto framed = [](bool with_group, bool with_town) {
        document::Briefing::Parts parts;
        document::Event group = at(event("group", "Crude went to Europe", "2021-03-04"), 9, 48);
        group.place_precision = document::PlacePrecision::CountryGroup;
        group.place_radius_km = 1800;
        if (with_group) parts.events.push_back(std::make_shared<const document::Event>(group));
        if (with_town) parts.events.push_back(std::make_shared<const document::Event>(at(event("town", "Opened", "2021-03-04"), 23, 42)));
        State state;
        state.briefing = std::make_shared<const document::Briefing>(std::move(parts));
        return camera_for_events(*state.briefing, state, true);
    };
    EXPECT_EQ(framed(true, true), framed(false, true));
    EXPECT_LT(framed(true, false).zoom, 5) << "alone it has the map";
}

TEST(Framing, LeavesNoCopyOfAnEventUnderTheHeading) {
    document::Briefing::Parts parts;
    parts.title = "A bulletin with a title of some length";
    const std::vector<geo::LonLat> places{{129, 71.6}, {-58, -34}, {18, -33}, {-150, 61}, {100, 13}};
    for (std::size_t i = 0; i < places.size(); ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            at(event("e" + std::to_string(i), "Opened", "2021-03-04"), places[i].lon_deg, places[i].lat_deg)));
    State state;
    state.briefing = std::make_shared<const document::Briefing>(std::move(parts));
    state.map_size = {2400, 700, {}};
    const view::Camera camera = camera_for_events(*state.briefing, state, true);
    const view::MapTransform map = view::transform_of(camera, {0, 0, 2400, 700}, 1);
    for (const geo::LonLat place : places) {
        const view::PointPx p = view::screen_from_world(map, geo::world_from(place));
        for (const float copy : {-1.f, 0.f, 1.f}) {
            const float x = p.x + copy * static_cast<float>(map.world_px);
            EXPECT_TRUE(x < 0 || x > 2400 || p.y > 110 || x > 430) << x << "," << p.y;
        }
    }
}

TEST(Framing, TowardSomeEventsKeepsTheScaleWhereTheyFit) {
    State state = applied(opened(), {SetMapSize{{1200, 700, {}}}});
    state.camera.center = geo::world_from({60, 20});
    const auto toward = [&](std::vector<std::string> ids, double zoom) {
        state.camera.zoom = zoom;
        std::vector<const document::Event*> events;
        for (const std::string& id : ids) events.push_back(state.briefing->event(id));
        return camera_toward(events, state);
    };
    EXPECT_FALSE(toward({"old", "none"}, 5)) << "they have no place";
    document::Event cable = event("cable", "Cable laid", "2024-01-03");
    cable.geometry = geo::MultiLine{{{-70, 45}, {22, 44.5}, {24, 44}}};
    EXPECT_EQ(camera_toward({&cable}, state)->zoom, state.camera.zoom) << "its symbol, not all that it runs along";
    for (const double zoom : {2.0, 4.5, 9.0}) {
        const auto camera = toward({"a", "c", "e", "old"}, zoom);
        ASSERT_TRUE(camera);
        EXPECT_LE(camera->zoom, zoom);
        if (zoom < 5) { EXPECT_EQ(camera->zoom, zoom); }
        const view::MapTransform map = view::transform_of(*camera, {0, 0, 1200, 700}, 1);
        for (const char* id : {"a", "c", "e"}) {
            const view::PointPx p = view::screen_from_world(map, geo::world_from(geo::anchor(state.briefing->event(id)->geometry)));
            EXPECT_TRUE(p.x > 20 && p.y > 20 && p.x < 1180 && p.y < 680) << id << " at zoom " << zoom;
        }
    }
}

TEST(Actions, ThatNameWhatIsNotThereDoNothing) {
    const State before = applied(opened(), {Select{"a", false}});
    for (const Action& action : std::initializer_list<Action>{
             Select{"nobody"}, Hover{"nobody"}, SelectRoute{"nowhere"}, SetRouteShown{"nowhere", false}, GoToScene{"x"},
             ReviewEvent{"nobody"}, DeleteEvent{"nobody"}, EditEvent{event("nobody", "t", "2020"), ""}, DeleteScene{"x"},
             SetTheme{"purple"}, SetMapNames{"martian"}, SetPanelShown{"cellar", false}, OpenBriefing{}, Undo{}, Redo{}, AddEvents{}}) {
        const State after = apply(before, action);
        EXPECT_EQ(after.selected, "a") << name_of(action);
        EXPECT_EQ(after.briefing, before.briefing) << name_of(action);
        EXPECT_THAT(after.hidden_routes, IsEmpty()) << name_of(action);
        EXPECT_EQ(after.hovered, "") << name_of(action);
        EXPECT_EQ(after.theme, "dark") << name_of(action);
        EXPECT_THAT(after.history.undo, IsEmpty()) << name_of(action);
    }
}

TEST(Selecting, FliesToTheEventWithoutMovingTheCameraItself) {
    const State before = opened();
    const State after = apply(before, Select{"d"});
    EXPECT_EQ(after.selected, "d");
    EXPECT_EQ(after.camera, before.camera);
    ASSERT_TRUE(after.fly_target);
    EXPECT_EQ(after.flights, before.flights + 1);
    EXPECT_NEAR(geo::lonlat_from(after.fly_target->center).lon_deg, 24, 1e-9);
}

TEST(Selecting, DoesNotFlyWhereThereIsNoPlaceOrNoWish) {
    EXPECT_EQ(apply(opened(), Select{"old"}).flights, 0u);
    EXPECT_EQ(apply(opened(), Select{"old"}).selected, "old");
    EXPECT_EQ(apply(opened(), Select{"d", false}).flights, 0u);
    EXPECT_EQ(applied(opened(), {Select{"d"}, Select{""}}).selected, "");
}

TEST(Selecting, NextWalksTheFilteredListAndStopsAtItsEnds) {
    Filters filters;
    filters.category_mask = 1u << static_cast<unsigned>(document::Category::Transport);
    State state = applied(opened(), {SetFilters{filters}, SelectNext{1}});
    EXPECT_EQ(state.selected, "a");
    state = apply(state, SelectNext{1});
    EXPECT_EQ(state.selected, "d");
    EXPECT_EQ(apply(state, SelectNext{1}).selected, "d");
    EXPECT_EQ(apply(state, SelectNext{-5}).selected, "a");
}

TEST(Camera, IsHeldToTheEarth) {
    view::Camera camera;
    camera.center = {1.25, -3};
    camera.zoom = 99;
    State state = apply({}, SetCamera{camera});
    EXPECT_NEAR(state.camera.center.x, 0.25, 1e-12);
    EXPECT_EQ(state.camera.center.y, 0);
    EXPECT_EQ(state.camera.zoom, view::kMaxZoom);
    camera.zoom = std::nan("");
    EXPECT_EQ(apply(state, SetCamera{camera}).camera, state.camera);
}

TEST(Windowing, RefusesAnEmptyWindowAndTakesAnOpenOne) {
    const State before = opened();
    EXPECT_EQ(apply(before, SetWindow{{noon(2021, 3, 9), noon(2021, 3, 9)}}).window, before.window);
    EXPECT_EQ(apply(before, SetWindow{calendar::Span{}}).window, calendar::Span{});
    const State zoomed = apply(before, SetTimelineSpan{{noon(2021, 3, 9), noon(2021, 3, 9)}});
    EXPECT_GE(zoomed.timeline.end - zoomed.timeline.begin, std::chrono::seconds{60});
}

TEST(Playing, AdvancesByItsSpeedAndStopsAtTheEnd) {
    State state = applied(opened(), {SetPlayhead{noon(2021, 3, 20)}, SetSpeed{2}, SetPlaying{}, Tick{1.5}});
    EXPECT_EQ(state.playhead, noon(2021, 3, 23));
    state = apply(state, Tick{1000});
    EXPECT_FALSE(state.playback.playing);
    EXPECT_LT(state.playhead, state.timeline.end);
    EXPECT_GE(state.playhead, calendar::day(2021, 3, 31));
}

TEST(Playing, StartsOverAtTheEndAndLoopsWhenAsked) {
    State state = applied(opened(), {SetPlayhead{noon(2025, 1, 1)}, SetPlaying{}});
    EXPECT_EQ(state.playhead, calendar::day(2021, 3, 1));
    state = applied(state, {SetLoop{}, Tick{1000}});
    EXPECT_TRUE(state.playback.playing);
    EXPECT_EQ(state.playhead, calendar::day(2021, 3, 1));
}

TEST(Playing, KeepsTheFractionsOfASecondThatSlowPlayMakes) {
    State state = applied(opened(), {SetPlayhead{noon(2021, 3, 20)}, SetSpeed{1.0 / 86400}, SetPlaying{}});
    for (int i = 0; i < 600; ++i) state = apply(std::move(state), Tick{1.0 / 60});
    EXPECT_NEAR(calendar::seconds_between(noon(2021, 3, 20), state.playhead), 10, 1);
}

TEST(Playing, IgnoresTicksWhilePausedAndNonsense) {
    const State state = opened();
    EXPECT_EQ(apply(state, Tick{5}).playhead, state.playhead);
    EXPECT_EQ(applied(state, {SetSpeed{-1}}).playback.days_per_s, 1);
    EXPECT_EQ(applied(state, {SetRecentDays{0}}).recent_days, 14);
}

TEST(Stepping, GoesByDaysOrToTheNextDatedEvent) {
    const State state = apply(opened(), SetPlayhead{noon(2021, 3, 9)});
    EXPECT_EQ(apply(state, StepPlayhead{1, false}).playhead, noon(2021, 3, 10));
    EXPECT_EQ(apply(state, StepPlayhead{1, true}).playhead, noon(2021, 3, 17));
    EXPECT_EQ(apply(state, StepPlayhead{-1, true}).playhead, noon(2021, 3, 4));
    EXPECT_EQ(apply(state, StepPlayhead{2, true}).playhead, noon(2021, 3, 26));
    EXPECT_EQ(apply(state, StepPlayhead{99, true}).playhead, instant_of(calendar::Edtf::parse("../2029").value()));
}

TEST(Scenes, RestoreTimeRoutesAndSelectionAndFly) {
    State state = applied(opened(), {SetRouteShown{"pipe", false}, Select{"c", false}, SetPlayhead{noon(2021, 3, 9)}});
    const document::Scene scene = scene_of(state, "s1", "Here");
    state = applied(state, {AddScene{scene}, SetRouteShown{"pipe", true}, Select{""}, SetPlayhead{noon(2021, 3, 20)}, GoToScene{"s1"}});
    EXPECT_EQ(state.selected, "c");
    EXPECT_EQ(state.playhead, noon(2021, 3, 9));
    EXPECT_THAT(state.hidden_routes, ElementsAre("pipe"));
    EXPECT_EQ(state.flights, 1u);
    EXPECT_EQ(state.scene, "s1");
    EXPECT_EQ(apply(state, DeleteScene{"s1"}).scene, "");
}

TEST(ViewOptions, CarryWhatTheFrameNeeds) {
    Filters filters;
    filters.search = "ŠUMEN";
    filters.category_mask = 3;
    const State state = applied(opened(), {SetFilters{filters}, Select{"b", false}, Hover{"c"}, SelectRoute{"line"},
                                           SetLayerShown{"rivers", false}, SetRecentDays{7}});
    const view::ViewOptions options = view_options(state);
    EXPECT_EQ(options.search, "sumen");
    EXPECT_EQ(options.category_mask, 3u);
    EXPECT_EQ(options.selected, "b");
    EXPECT_EQ(options.hovered, "c");
    EXPECT_EQ(options.selected_route, "line");
    EXPECT_EQ(options.recent_days, 7);
    EXPECT_TRUE(options.hidden_layers.contains("rivers"));
    EXPECT_EQ(options.timeline, state.timeline);
}

}  // namespace
}  // namespace dateline::session
