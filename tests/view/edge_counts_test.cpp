#include "view/map_support.h"
#include "view/map_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <random>
#include <set>

namespace dateline::view {
namespace {

using testing::looking_at;
using testing::Scene;

document::Briefing briefing_at(const std::vector<geo::LonLat>& places, const std::string& date = "2021-01-05") {
    document::Briefing::Parts parts;
    for (std::size_t i = 0; i < places.size(); ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event("e" + std::to_string(i), "Ferry resumed", date, document::Category::Transport), places[i].lon_deg,
                        places[i].lat_deg)));
    return document::Briefing(std::move(parts));
}

std::optional<Hit> count_at(const Placement& placement, MapSide side) {
    for (const Hit& hit : placement.hits)
        if (hit.kind == Hit::Kind::EdgeCount && hit.part == static_cast<int>(side)) return hit;
    return std::nullopt;
}

/// The words inside a rect.
std::string text_in(const Frame& frame, RectPx rect) {
    for (const Item& item : frame.items)
        if (const auto* text = std::get_if<DrawText>(&item); text && rect.contains(text->at)) return text->text;
    return {};
}

std::size_t beyond(const Placement& placement, MapSide side) { return placement.beyond[static_cast<std::size_t>(side)].size(); }

TEST(EdgeCounts, SayHowManyPastEventsLieBeyondWhichSide) {
    const document::Briefing briefing = briefing_at({{23, 44}, {60, 44}, {61, 45}, {70, 40}, {-20, 45}, {23, 20}, {25, 68}});
    Scene scene;
    scene.briefing = &briefing;
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    const RectPx map = scene.layout.map;
    const std::array<std::pair<std::size_t, std::string>, kMapSides> expected{
        {{1, "1 event"}, {3, "3 events"}, {1, "1 event"}, {1, "1 event"}}};
    for (std::size_t i = 0; i < kMapSides; ++i) {
        const auto side = static_cast<MapSide>(i);
        EXPECT_EQ(beyond(placement, side), expected[i].first) << i;
        const auto hit = count_at(placement, side);
        ASSERT_TRUE(hit) << i;
        EXPECT_EQ(text_in(frame, hit->rect), expected[i].second);
        EXPECT_TRUE(holds(map, hit->rect));
    }
    EXPECT_LT(count_at(placement, MapSide::Left)->rect.x, 20);
    EXPECT_GT(count_at(placement, MapSide::Right)->rect.right(), map.right() - 20);
    EXPECT_LT(count_at(placement, MapSide::Top)->rect.y, 20);
    EXPECT_GT(count_at(placement, MapSide::Bottom)->rect.bottom(), map.bottom() - 20);
}

TEST(EdgeCounts, CountOnlyWhatTheMapWouldShow) {
    const document::Briefing briefing = briefing_at({{60, 44}, {61, 45}});
    Scene scene;
    scene.briefing = &briefing;
    const auto right = [&] {
        Placement placement;
        FrameBuilder().build(scene.input(), {}, placement);
        return count_at(placement, MapSide::Right) ? beyond(placement, MapSide::Right) : 0;
    };
    EXPECT_EQ(right(), 2u);
    scene.options.window = {calendar::day(2021, 2, 1), calendar::day(2021, 3, 1)};
    EXPECT_EQ(right(), 0u);
    scene.options.window = {};
    scene.options.category_mask = 1u << static_cast<unsigned>(document::Category::Energy);
    EXPECT_EQ(right(), 0u);
    scene.options.category_mask = 0xff;
    scene.options.hidden_layers.insert("markers");
    EXPECT_EQ(right(), 0u);
    scene.options.hidden_layers.clear();
    scene.camera = looking_at(60, 44, 5);
    EXPECT_EQ(right(), 0u) << "they are on the map";
}

TEST(EdgeCounts, AreNoneWhereEachHasAPointerOfItsOwn) {
    const document::Briefing briefing = briefing_at({{40, 44}}, "2021-03-20");  // to come, and near
    Scene scene;
    scene.briefing = &briefing;
    Placement placement;
    FrameBuilder().build(scene.input(), {}, placement);
    EXPECT_TRUE(std::any_of(placement.hits.begin(), placement.hits.end(), [](const Hit& h) { return h.kind == Hit::Kind::EdgePointer; }));
    EXPECT_FALSE(count_at(placement, MapSide::Right));
    scene.options.playhead = calendar::day(2022, 1, 1);
    FrameBuilder().build(scene.input(), {}, placement);
    EXPECT_TRUE(count_at(placement, MapSide::Right));
}

TEST(EdgeCounts, OnAGlobeGoTheShortestWayToTheFarSide) {
    const document::Briefing briefing = briefing_at({{178, 65}, {95, -10}});
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(0, 55, 4);
    scene.camera.projection = Projection::Globe;
    Placement placement;
    FrameBuilder().build(scene.input(), {}, placement);
    EXPECT_EQ(beyond(placement, MapSide::Top), 1u) << "over the pole";
    EXPECT_EQ(beyond(placement, MapSide::Right), 1u);
}

std::vector<geo::LonLat> strewn(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(5, 45), lat(33, 55);
    std::vector<geo::LonLat> places;
    for (std::size_t i = 0; i < count; ++i) places.push_back({lon(random), lat(random)});
    return places;
}

TEST(EdgeCounts, AndWhatIsOnTheMapAreAll) {
    const document::Briefing briefing = briefing_at(strewn(60, 3));
    Scene scene;
    scene.briefing = &briefing;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(10, 40), lat(36, 52), zoom(4, 8);
    for (const Projection projection : {Projection::Mercator, Projection::LambertConformal, Projection::Globe})
        for (int view = 0; view < 30; ++view) {
            scene.camera = looking_at(lon(random), lat(random), zoom(random));
            scene.camera.projection = projection;
            Placement placement;
            FrameBuilder().build(scene.input(), {}, placement);
            std::set<std::uint32_t> told;
            std::size_t sum = 0;
            for (const auto& side : placement.beyond) told.insert(side.begin(), side.end()), sum += side.size();
            EXPECT_EQ(told.size(), sum) << "on one side each";
            const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
            for (std::uint32_t i = 0; i < briefing.events().size(); ++i) {
                const PointPx at = screen_from_world(map, geo::world_from(geo::anchor(briefing.events()[i]->geometry)));
                if (grown(map.rect, 120).contains(at) && !grown(map.rect, -120).contains(at))
                    continue;  // a count or a stem may be on the map
                EXPECT_EQ(told.contains(i), !map.rect.contains(at)) << view << ": " << at.x << "," << at.y;
            }
        }
}

/// A hand that pushes the map about: no count moves or comes back within a second of going, but where furniture is in its way.
TEST(EdgeCounts, NeitherMoveNorFlickerWhileTheMapDoes) {
    const document::Briefing briefing = briefing_at(strewn(40, 9));
    Scene scene;
    scene.briefing = &briefing;
    scene.options.clock_s = 1;
    scene.furniture.date_title = scene.furniture.scale_bar = scene.furniture.attribution = true;
    std::mt19937 random(11);
    std::normal_distribution<float> push(0, 4);
    std::size_t seen = 0;
    for (const auto& [lon, lat, zoom] : {std::array{24.0, 44.0, 5.6}, {12.0, 47.0, 6.2}, {38.0, 38.0, 6.8}}) {
        scene.camera = looking_at(lon, lat, zoom);
        FrameBuilder builder;
        Placement placement;
        builder.build(scene.input(), {}, placement);
        std::map<std::size_t, PointPx> stood;
        std::map<std::size_t, int> gone;
        PointPx speed{3, -2};
        for (int step = 0; step < 240; ++step) {
            speed = {0.9f * speed.x + 0.3f * push(random), 0.9f * speed.y + 0.3f * push(random)};
            const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
            scene.camera = panned(scene.camera, map, {600, 360}, {600 + speed.x, 360 + speed.y});
            scene.options.clock_s += 1.0 / 60;
            builder.build(scene.input(), placement, placement);
            for (std::size_t i = 0; i < kMapSides; ++i) {
                const auto hit = count_at(placement, static_cast<MapSide>(i));
                if (!hit) {
                    if (stood.erase(i) > 0) gone[i] = step;
                    if (placement.beyond[i].empty()) gone.erase(i);  // all are on the map, and may leave it again
                    continue;
                }
                ++seen;
                const PointPx middle{hit->rect.x + 0.5f * hit->rect.w, hit->rect.y + 0.5f * hit->rect.h};
                if (stood.contains(i)) {
                    const bool upright = i < 2;
                    EXPECT_NEAR(upright ? middle.y : middle.x, upright ? stood[i].y : stood[i].x, 1) << "side " << i << ", step " << step;
                } else {
                    EXPECT_TRUE(!gone.contains(i) || step - gone[i] > 60) << "side " << i << ", step " << step;
                }
                stood[i] = middle;
            }
        }
    }
    EXPECT_GT(seen, 1500u) << "so few prove nothing";
}

TEST(EdgeCounts, OfWhatLiesOnTheEdgeDoNotComeAndGoWithAShakingHand) {
    const document::Briefing briefing = briefing_at({{40, 44.5}});
    Scene scene;
    scene.briefing = &briefing;
    scene.options.clock_s = 1;
    scene.furniture.scale_bar = true;
    const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
    const PointPx event = screen_from_world(map, geo::world_from({40, 44.5}));
    scene.camera = panned(scene.camera, map, event, {scene.layout.map.right() - 10, event.y});  // just on the map
    const Camera middle = scene.camera;
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    int changes = 0;
    bool shown = false;
    for (int step = 0; step < 120; ++step) {
        scene.camera = panned(middle, transform_of(middle, scene.layout.map, 1), {600, 360},
                              {600 + 12 * std::sin(0.6f * static_cast<float>(step)), 360});
        scene.options.clock_s += 1.0 / 60;
        builder.build(scene.input(), placement, placement);
        const bool now = count_at(placement, MapSide::Right).has_value();
        changes += now != shown ? 1 : 0;
        shown = now;
    }
    EXPECT_EQ(changes, 0);
    scene.camera = panned(middle, transform_of(middle, scene.layout.map, 1), {600, 360}, {618, 360});
    builder.build(scene.input(), placement, placement);
    builder.build(scene.input(), placement, placement);  // at rest
    EXPECT_TRUE(count_at(placement, MapSide::Right));
}

TEST(EdgeCounts, LieOnNoFurnitureAndNoPanel) {
    const document::Briefing briefing = briefing_at({{80, 44}, {-40, 45}, {23, 5}, {25, 75}});
    for (const RectPx size : {RectPx{0, 0, 420, 300}, {0, 0, 800, 600}, {0, 0, 1600, 900}}) {
        Scene scene;
        scene.briefing = &briefing;
        scene.layout.map = size;
        scene.furniture.date_title = scene.furniture.scale_bar = scene.furniture.attribution = scene.furniture.legend = true;
        scene.furniture.title = "A bulletin with a title of some length that goes over the middle of the map";
        const RectPx panel{size.w - 60, 0.25f * size.h, 60, 0.5f * size.h};  // over the middle of the right side
        scene.furniture.covered = {panel};
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        std::vector<RectPx> counts;
        for (const Hit& hit : placement.hits)
            if (hit.kind == Hit::Kind::EdgeCount) counts.push_back(hit.rect);
        ASSERT_GE(counts.size(), 3u) << size.w;
        for (const RectPx& count : counts) {
            EXPECT_FALSE(count.overlaps(panel));
            int texts = 0;
            for (const Item& item : frame.items)
                if (const auto* text = std::get_if<DrawText>(&item); text && count.contains({text->at.x, text->at.y - 3})) ++texts;
            EXPECT_EQ(texts, 1) << size.w << ": its own and no other";
        }
    }
}

}  // namespace
}  // namespace dateline::view
