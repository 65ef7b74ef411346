#include "view/map_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

namespace dateline::view {
namespace {

using testing::looking_at;
using testing::Scene;

Frame built(const Scene& scene) {
    FrameBuilder builder;
    Placement placement;
    return builder.build(scene.input(), {}, placement);
}

std::span<const Item> ground(const Frame& frame) { return std::span(frame.items).first(frame.ground_end); }
std::span<const Item> beside(const Frame& frame) { return std::span(frame.items).subspan(frame.map_end); }

template <class... Kinds>
int count_of(std::span<const Item> items) {
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [](const Item& item) { return (std::holds_alternative<Kinds>(item) || ...); }));
}

/// Views over which the ground is laid otherwise: the antimeridian, both poles, a globe whole, its limb across the rect, far and near.
std::vector<Scene> scenes() {
    std::vector<Scene> all;
    for (const Projection projection : {Projection::Mercator, Projection::Globe, Projection::EqualEarth, Projection::LambertAzimuthal}) {
        for (const Camera& camera : {looking_at(180, -17, 5), looking_at(-179.9, 65, 3), looking_at(20, 84, 3), looking_at(0, -84, 2),
                                     looking_at(24, 44, 0.4), looking_at(24, 44, 2.2), looking_at(24, 44, 6)}) {
            Scene scene;
            scene.camera = camera;
            scene.camera.projection = projection;
            scene.layout.timeline = {0, 720, 1200, 160};
            all.push_back(std::move(scene));
        }
    }
    return all;
}

TEST(FrameParts, TheGroundHoldsNothingThatMustStaySharp) {
    for (const Scene& scene : scenes()) {
        const Frame frame = built(scene);
        ASSERT_GT(frame.ground_end, 0u);
        ASSERT_LT(frame.ground_end, frame.map_end);
        ASSERT_LT(frame.map_end, frame.items.size());
        EXPECT_EQ((count_of<DrawText, DrawTextPath, DrawMarkers, DrawArcs, DrawHeat, DrawImage>(ground(frame))), 0);
        EXPECT_TRUE(count_of<Symbol>(ground(frame)) == 0 || scene.camera.projection == Projection::Globe);  // its disc and rim
        EXPECT_EQ(count_of<MapTransform>(ground(frame)), 1);                                                // the one that it is panned by
        EXPECT_TRUE(std::holds_alternative<MapTransform>(frame.items.front()));
        for (const Item& item : ground(frame)) {
            const auto* clip = std::get_if<ClipTo>(&item);
            EXPECT_TRUE(clip == nullptr || clip->rect == scene.layout.map);
        }
    }
}

TEST(FrameParts, LandAndBordersLieInTheGroundAndEventsAndRoutesOverIt) {
    Scene scene;
    scene.camera = looking_at(24, 44, 5);
    const Frame frame = built(scene);
    EXPECT_GT(count_of<FillArea>(ground(frame)), 0);
    EXPECT_GT(count_of<StrokeLines>(ground(frame)), 0);
    const std::span over = std::span(frame.items).subspan(frame.ground_end, frame.map_end - frame.ground_end);
    EXPECT_EQ(count_of<DrawMarkers>(over), count_of<DrawMarkers>(frame.items));
    EXPECT_GT(count_of<DrawMarkers>(over), 0);
    EXPECT_GT(count_of<StrokeLines>(over), 0);  // the routes
    EXPECT_EQ(count_of<FillArea>(over), 0);
    scene.options.hidden_layers.insert("routes");
    EXPECT_EQ(built(scene).ground_end, frame.ground_end);
}

TEST(FrameParts, WhatLiesBesideTheMapIsWithinItsClipAndStaysWhileTheMapMoves) {
    std::vector<Item> before;
    for (const Scene& scene : scenes()) {
        const Frame frame = built(scene);
        EXPECT_TRUE(std::holds_alternative<ClipTo>(frame.items[frame.map_end - 1]));  // the map's own ends there
        EXPECT_EQ(std::get<ClipTo>(frame.items[frame.map_end - 1]).rect, RectPx{});
        const auto* clip = std::get_if<ClipTo>(&frame.items[frame.map_end]);
        ASSERT_TRUE(clip);
        EXPECT_EQ(clip->rect, scene.layout.timeline);
        EXPECT_EQ((count_of<MapTransform, FillArea, StrokeLines, LayImage>(beside(frame))), 0);
        const std::vector<Item> now(beside(frame).begin(), beside(frame).end());
        EXPECT_TRUE(before.empty() || now == before);
        before = now;
    }
}

TEST(FrameParts, AFrameWithoutAMapOrATimelineTellsSo) {
    Scene scene;
    EXPECT_EQ(built(scene).map_end, built(scene).items.size());  // nothing beside it
    scene.layout = {{}, {0, 0, 1200, 160}, 1};
    const Frame frame = built(scene);
    EXPECT_GT(frame.items.size(), 0u);
    EXPECT_EQ(frame.ground_end, 0u);
    EXPECT_EQ(frame.map_end, 0u);
}

TEST(FrameParts, ScrubbingLeavesTheGroundWhatItIsButForTheAreasOfEvents) {
    Scene scene;
    scene.camera = looking_at(24, 44, 8);  // nearer than a hatched country
    FrameBuilder builder;
    Placement placement;
    const Frame before = builder.build(scene.input(), {}, placement);
    scene.options.playhead += std::chrono::hours{5};
    const Frame now = builder.build(scene.input(), placement, placement);
    EXPECT_TRUE(std::ranges::equal(ground(now), ground(before)));
    EXPECT_NE(now.items, before.items);
}

}  // namespace
}  // namespace dateline::view
