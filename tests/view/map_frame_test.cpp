#include "view/map_support.h"

#include "base/files.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>

namespace dateline::view {
namespace {

using testing::looking_at;
using testing::Scene;
namespace fs = std::filesystem;

Frame built(const Scene& scene) {
    FrameBuilder builder;
    Placement placement;
    return builder.build(scene.input(), {}, placement);
}

/// Compares with tests/frames/NAME.txt; DATELINE_UPDATE_FRAMES=1 writes it instead.
void expect_frame(const std::string& name, const Frame& frame) {
    const fs::path path = fs::path(DATELINE_SOURCE_DIR) / "tests/frames" / (name + ".txt");
    const std::string now = testing::described(frame);
    if (std::getenv("DATELINE_UPDATE_FRAMES")) {
        ASSERT_TRUE(base::write_file(path, now));
        return;
    }
    const auto before = base::read_file(path);
    ASSERT_TRUE(before) << before.error().line();
    EXPECT_EQ(now, *before) << "if the change is meant, run view_test with DATELINE_UPDATE_FRAMES=1";
}

Scene without_basemap() {
    Scene scene;
    scene.options.hidden_layers = {"land", "coast", "shelf", "lakes", "rivers", "borders", "admin1", "graticule", "focus", "places"};
    return scene;
}

TEST(FrameSnapshot, EventsAndRoutesInTheDarkTheme) { expect_frame("events_and_routes", built(without_basemap())); }

TEST(FrameSnapshot, ASelectedEventAmongStems) {
    Scene scene = without_basemap();
    scene.theme = "light";
    scene.options.selected = "a2";
    scene.options.selected_route = "Valley line";
    scene.camera = looking_at(21.5, 44.8, 7);
    expect_frame("selected_event", built(scene));
}

TEST(FrameSnapshot, TheWorldWithACount) {
    Scene scene = without_basemap();
    scene.camera = looking_at(30, 40, 1.5);
    expect_frame("world_with_a_count", built(scene));
}

TEST(FrameSnapshot, TownsAndBordersOfAPrint) {
    Scene scene;
    scene.theme = "print";
    scene.camera = looking_at(44.8, 41.7, 6.2);
    scene.layout = {{0, 0, 700, 500}, {}, 1};
    expect_frame("towns_and_borders", built(scene));
}

TEST(MapFrame, TheSameInputMakesTheSameFrameWhateverWasBuiltBefore) {
    Scene scene;
    FrameBuilder used;
    Placement placement;
    for (const double zoom : {2.0, 4.4, 7.3, 4.9}) {
        scene.camera.zoom = zoom;
        used.build(scene.input(), {}, placement);
    }
    scene.camera.zoom = 5.3;
    EXPECT_EQ(testing::described(used.build(scene.input(), {}, placement)), testing::described(built(scene)));
}

TEST(MapFrame, ScrubbingChangesNoGeometryAndNoMarkerSet) {
    Scene scene;
    FrameBuilder builder;
    Placement placement;
    const auto keys = [&](const Frame& frame) {
        std::set<std::uint64_t> found;
        for (const Item& item : frame.items) {
            if (const auto* markers = std::get_if<DrawMarkers>(&item)) found.insert(markers->set->key);
            if (const auto* lines = std::get_if<StrokeLines>(&item)) found.insert(lines->lines->key);
        }
        return found;
    };
    const auto first = keys(builder.build(scene.input(), {}, placement));
    for (int hour = 0; hour < 24; ++hour) {
        scene.options.playhead += std::chrono::hours{1};
        EXPECT_EQ(keys(builder.build(scene.input(), placement, placement)), first);
    }
}

TEST(MapFrame, OverTheAntimeridianBothSidesAreDrawn) {
    Scene scene;
    document::Briefing::Parts parts;
    for (const double lon : {179.2, -179.2})
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event(lon > 0 ? "west" : "east", "Ship seen", "2021-03-14", document::Category::Transport), lon, -17)));
    const document::Briefing briefing{std::move(parts)};
    scene.briefing = &briefing;
    scene.camera = looking_at(180, -17, 6);
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    std::map<std::string, PointPx> found;
    for (const Hit& hit : placement.hits)
        if (hit.kind == Hit::Kind::Event && !found.contains(hit.id)) found[hit.id] = {hit.rect.x, hit.rect.y};
    ASSERT_EQ(found.size(), 2u);
    EXPECT_LT(found["west"].x, 600);
    EXPECT_GT(found["east"].x, 600);
    EXPECT_LT(found["east"].x - found["west"].x, 300);
}

TEST(MapFrame, PointingFindsTheTopmost) {
    Scene scene;
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    const PointPx b = screen_from_world(transform_of(scene.camera, scene.layout.map, 1), geo::world_from({24.1, 44.4}));
    EXPECT_EQ(hit_at(placement, b).kind, Hit::Kind::Event);
    EXPECT_EQ(hit_at(placement, b).id, "b");
    EXPECT_EQ(hit_at(placement, {3, 700}).kind, Hit::Kind::MapBackground);
    EXPECT_EQ(hit_at(placement, {-5, 0}).kind, Hit::Kind::None);
}

TEST(MapFrame, OneOfVeryManyIsFoundUnderThePointerAndOnlyInItsTime) {
    std::mt19937 random(30);
    std::uniform_real_distribution<double> lon(18, 28), lat(40, 48);
    document::Briefing::Parts parts;
    for (int i = 0; i < 4000; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(testing::at(
            testing::event("m" + std::to_string(i), "One of many", "2021-03-0" + std::to_string(1 + i % 9), document::Category::Other),
            lon(random), lat(random))));
    parts.events.push_back(std::make_shared<const document::Event>(
        testing::at(testing::event("lone", "Alone at sea", "2021-03-05", document::Category::Other), 34, 43)));
    const document::Briefing briefing{std::move(parts)};
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(30, 43, 6);
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    EXPECT_LT(placement.hits.size(), 2000u);
    const PointPx at = screen_from_world(transform_of(scene.camera, scene.layout.map, 1), geo::world_from({34, 43}));
    EXPECT_EQ(hit_at(placement, {at.x + 3, at.y - 3}).id, "lone");
    EXPECT_EQ(hit_at(placement, {at.x, at.y + 40}).kind, Hit::Kind::MapBackground);
    scene.options.window = {calendar::day(2021, 3, 7), calendar::day(2021, 3, 9)};
    builder.build(scene.input(), {}, placement);
    EXPECT_NE(hit_at(placement, at).id, "lone");
}

TEST(MapFrame, AnEventOutsideTheViewHasAPointerAtTheEdgeNearestToIt) {
    Scene scene;
    scene.camera = looking_at(40, 46, 5);
    FrameBuilder builder;
    Placement placement;
    scene.options.selected = "f";
    builder.build(scene.input(), {}, placement);
    const auto pointer = std::find_if(placement.hits.begin(), placement.hits.end(),
                                      [](const Hit& h) { return h.kind == Hit::Kind::EdgePointer && h.id == "f"; });
    ASSERT_NE(pointer, placement.hits.end());
    EXPECT_GT(pointer->rect.right(), 1150);
}

/// A polygon is filled as a fan about its first point: one that turns back there would be filled beside itself.
TEST(MapFrame, PolygonsAreSeenWholeFromTheirFirstPoint) {
    std::size_t dented = 0;
    for (const double lat : {20.0, 36.0, 45.0, 54.0, 70.0}) {
        for (const double lon : {0.0, 22.0, 44.0, 70.0}) {
            Scene scene = without_basemap();
            scene.camera = looking_at(lon, lat, 7);
            for (const Item& item : built(scene).items) {
                const auto* fill = std::get_if<FillPath>(&item);
                if (!fill) continue;
                bool right = false, left = false;
                for (std::size_t i = 2; i < fill->points.size(); ++i) {
                    const PointPx eye = fill->points.front(), a = fill->points[i - 1], b = fill->points[i];
                    const float turn = (a.x - eye.x) * (b.y - eye.y) - (a.y - eye.y) * (b.x - eye.x);
                    right = right || turn > 0.01f;
                    left = left || turn < -0.01f;
                }
                EXPECT_FALSE(right && left) << "at " << fill->points.front().x << ' ' << fill->points.front().y;
                if (fill->points.size() > 7) ++dented;
            }
        }
    }
    EXPECT_GE(dented, 4u) << "of pointers up and down, whose outlines turn in";
}

std::optional<Hit> pointer_to_chosen(const Scene& scene) {
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    for (const Hit& hit : placement.hits)
        if (hit.kind == Hit::Kind::EdgePointer && hit.id == scene.options.selected) return hit;
    return std::nullopt;
}

TEST(MapFrame, WhatIsChosenHasAPointerWhereTheEdgeIsTakenToo) {
    const document::Event far =
        testing::at(testing::event("south", "A conference opened", "2021-03-14", document::Category::Diplomacy), 23, -77);
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(far));
    const document::Briefing briefing(std::move(parts));
    Scene scene;
    scene.briefing = &briefing;
    scene.options.selected = "south";
    scene.furniture.attribution = scene.furniture.scale_bar = scene.furniture.legend = true;
    for (const float width : {420.f, 640.f, 1200.f}) {
        scene.layout.map = {0, 0, width, 400};
        const auto pointer = pointer_to_chosen(scene);
        ASSERT_TRUE(pointer) << width;
        EXPECT_GT(pointer->rect.y, 240) << width;
        EXPECT_LE(pointer->rect.bottom(), 400) << width;
    }
}

TEST(MapFrame, OnAGlobeThePointerGoesTheShortestWayToTheFarSide) {
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(
        testing::at(testing::event("n", "A ship left", "2021-03-14", document::Category::Transport), 178, 65)));
    parts.events.push_back(std::make_shared<const document::Event>(
        testing::at(testing::event("e", "A ship came", "2021-03-14", document::Category::Transport), 140, -5)));
    const document::Briefing briefing(std::move(parts));
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(0, 55, 4);
    scene.camera.projection = Projection::Globe;
    scene.options.selected = "n";
    ASSERT_TRUE(pointer_to_chosen(scene));
    EXPECT_LT(pointer_to_chosen(scene)->rect.y, 60) << "over the pole";
    scene.options.selected = "e";
    ASSERT_TRUE(pointer_to_chosen(scene));
    EXPECT_GT(pointer_to_chosen(scene)->rect.x, 640);
}

}  // namespace
}  // namespace dateline::view
