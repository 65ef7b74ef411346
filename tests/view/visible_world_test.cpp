#include "view/map_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace dateline::view {
namespace {

constexpr RectPx kRect{30, 20, 800, 500};
constexpr std::array kAll{Projection::Mercator, Projection::Globe, Projection::EqualEarth, Projection::LambertConformal,
                          Projection::LambertAzimuthal};

MapTransform map_at(geo::LonLat at, double world_px, Projection projection, double bearing_rad = 0) {
    MapTransform map;
    map.rect = kRect;
    map.center = geo::world_from(at);
    map.world_px = world_px;
    map.projection = projection;
    map.bearing_rad = bearing_rad;
    return map;
}

struct Shown {
    PlaneView plane;
    VisibleWorld world;
    explicit Shown(const MapTransform& map) : plane(map), world(plane) {}

    bool culls(const geo::WorldBox& box, float reach_px = 0) const { return world.copies(box, reach_px).none(); }
    bool culls_place(geo::LonLat at) const {
        const geo::WorldPoint p = geo::world_from(at);
        return culls({p.x, p.y, p.x, p.y});
    }
};

geo::LonLat anywhere(std::mt19937& random) {
    std::uniform_real_distribution<double> lon(-180, 180), sine(-1, 1);
    return {lon(random), std::asin(sine(random)) * 180 / std::numbers::pi};
}

TEST(VisibleWorld, CullsNoPlaceThatIsSeen) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> zoom(0, 7), turn(-3, 3);
    const std::vector<geo::LonLat> middles{{180, 10}, {-180, -50}, {0, 89}, {60, -89}, {-179.99, 84}};
    for (const Projection projection : kAll) {
        int seen = 0;
        for (std::size_t i = 0; i < 60; ++i) {
            const MapTransform map =
                map_at(i < middles.size() ? middles[i] : anywhere(random), 512 * std::exp2(zoom(random)), projection, turn(random));
            const Shown shown(map);
            std::uniform_real_distribution<float> x(kRect.x, kRect.right()), y(kRect.y, kRect.bottom());
            for (int k = 0; k < 200; ++k) {
                const auto at = shown.plane.world({x(random), y(random)});
                if (!at) continue;
                ++seen;
                const double lies_x = at->x - std::floor(at->x);  // as data has it, in the one world from -180° to 180°
                const VisibleWorld::Copies copies = shown.world.copies({lies_x, at->y, lies_x, at->y}, 0);
                ASSERT_FALSE(copies.none()) << geo::name_of(projection) << " view " << i << " at " << at->x << ", " << at->y;
                if (!shown.plane.flat()) continue;
                const int copy = static_cast<int>(std::lround(at->x - lies_x));
                EXPECT_TRUE(copies.first <= copy && copy <= copies.last) << at->x;
            }
        }
        EXPECT_GT(seen, 3000) << geo::name_of(projection);
    }
}

TEST(VisibleWorld, OverTheAntimeridianOfAFlatMapTheOtherSideIsTheNextCopy) {
    const geo::WorldBox chukotka{0.001, 0.2, 0.006, 0.21}, fiji{0.994, 0.2, 0.999, 0.21}, over{0.994, 0.2, 1.006, 0.21};
    const double lat_deg = geo::lonlat_from({0, 0.205}).lat_deg;
    const auto copies = [&](double lon_deg, const geo::WorldBox& box) {
        return Shown(map_at({lon_deg, lat_deg}, 40'000, Projection::Mercator)).world.copies(box, 0);
    };
    const auto one = [](const VisibleWorld::Copies& c, int copy) { return c.first == copy && c.last == copy; };
    EXPECT_TRUE(one(copies(179.5, fiji), 0));
    EXPECT_TRUE(one(copies(179.5, chukotka), 1));
    EXPECT_TRUE(one(copies(179.5, over), 0));
    EXPECT_TRUE(one(copies(-179.5, chukotka), 0));
    EXPECT_TRUE(one(copies(-179.5, fiji), -1));
    EXPECT_TRUE(one(copies(-179.5, over), -1));
    EXPECT_TRUE(copies(0, over).none());
    EXPECT_TRUE(copies(170, chukotka).none());
}

TEST(VisibleWorld, AFlatWorldSmallerThanTheScreenIsShownAsOftenAsItFits) {
    const geo::WorldBox box{0.49, 0.49, 0.51, 0.51};
    const Shown wide(map_at({0, 0}, 250, Projection::Mercator));  // 800 px are 3.2 worlds
    EXPECT_EQ(wide.world.copies(box, 0).first, -1);
    EXPECT_EQ(wide.world.copies(box, 0).last, 1);
    EXPECT_TRUE(Shown(map_at({0, 0}, 10, Projection::Mercator)).culls(box));  // not 80 times
}

TEST(VisibleWorld, WhatReachesIntoAFlatViewIsSeenFromJustOutside) {
    const MapTransform map = map_at({0, 0}, 10'000, Projection::Mercator);
    const Shown shown(map);
    const double right = 0.5 + 400.0 / 10'000, top = 0.5 - 250.0 / 10'000;
    for (const auto& [box, name] : {std::pair{geo::WorldBox{right + 0.001, 0.5, right + 0.002, 0.5}, "10 px to the right"},
                                    {geo::WorldBox{0.5, top - 0.002, 0.5, top - 0.001}, "10 px above"}}) {
        EXPECT_TRUE(shown.culls(box, 9)) << name;
        EXPECT_FALSE(shown.culls(box, 11)) << name;
    }
    EXPECT_TRUE(shown.culls({1, 1, 0, 0}));  // of nothing
}

TEST(VisibleWorld, OfAGlobeTheFarSideIsCulledUpToTheLimb) {
    const Shown shown(map_at({30, 20}, 1200, Projection::Globe));  // all of it in the rect
    EXPECT_TRUE(shown.culls_place({-150, -20}));
    int seen = 0, hidden = 0, culled = 0;
    std::mt19937 random(12);
    for (int i = 0; i < 3000; ++i) {
        const geo::LonLat at = anywhere(random);
        const bool front = shown.plane.screen(shown.plane.plane().nearest(geo::world_from(at))).front >= 0;
        ++(front ? seen : hidden);
        EXPECT_FALSE(front && shown.culls_place(at)) << at.lon_deg << ", " << at.lat_deg;
        culled += !front && shown.culls_place(at) ? 1 : 0;
    }
    EXPECT_GT(seen, 800);
    EXPECT_GT(culled, 0.9 * hidden);  // little more than what hides behind the limb is drawn
}

TEST(Limb, IsInSightFromAfarAndNotFromNearby) {
    const auto limb = [](double world_px, Projection projection) { return PlaneView(map_at({30, 20}, world_px, projection)).limb(); };
    ASSERT_TRUE(limb(1200, Projection::Globe) && limb(3000, Projection::Globe) && limb(40'000, Projection::Globe));
    const PlaneView::Limb whole = *limb(1200, Projection::Globe), cut = *limb(3000, Projection::Globe);
    EXPECT_LT(2 * whole.radius, kRect.h);
    EXPECT_TRUE(whole.crosses);
    EXPECT_GT(2 * cut.radius, kRect.h);
    EXPECT_TRUE(cut.crosses);
    EXPECT_FALSE(limb(40'000, Projection::Globe)->crosses);
    EXPECT_FALSE(limb(1200, Projection::Mercator));
}

TEST(VisibleWorld, ABoxThatReachesOverTheLimbIsSeenThoughItsMiddleIsNot) {
    const Shown shown(map_at({0, 0}, 1200, Projection::Globe));
    const geo::WorldPoint limb =
        *shown.plane.world({kRect.x + 0.5f * kRect.w + 0.995f * shown.plane.limb()->radius, kRect.y + 0.5f * kRect.h});
    EXPECT_FALSE(shown.culls({limb.x - 0.001, 0.49, limb.x + 0.2, 0.51}));
    EXPECT_TRUE(shown.culls({limb.x + 0.06, 0.49, limb.x + 0.2, 0.51}));
    EXPECT_FALSE(shown.culls({-0.001 - limb.x + 0.8, 0.49, 1.001 - limb.x, 0.51}));  // and to the west
}

TEST(VisibleWorld, WhereAGlobeShowsItsPoleEveryMeridianThereIsSeen) {
    for (const double pole : {1.0, -1.0}) {
        const Shown over(map_at({25, 80 * pole}, 3000, Projection::Globe)), away(map_at({25, -40 * pole}, 3000, Projection::Globe));
        for (double lon_deg = -180; lon_deg <= 180; lon_deg += 15) {
            EXPECT_FALSE(over.culls_place({lon_deg, 89.5 * pole})) << lon_deg;
            EXPECT_TRUE(away.culls_place({lon_deg, 89.5 * pole})) << lon_deg;
        }
    }
}

TEST(VisibleWorld, ARoundMapShowsAnAreaOverTheAntimeridianOnce) {
    const geo::WorldPoint fiji = geo::world_from({180, -17});
    for (const Projection projection : {Projection::Globe, Projection::LambertAzimuthal}) {
        for (const double lon_deg : {178.0, -178.0}) {
            const Shown shown(map_at({lon_deg, -17}, 4000, projection));
            const VisibleWorld::Copies copies = shown.world.copies({fiji.x - 0.01, fiji.y - 0.01, fiji.x + 0.01, fiji.y + 0.01}, 0);
            EXPECT_EQ(copies.first, copies.last) << geo::name_of(projection);
            EXPECT_EQ(copies.first, lon_deg > 0 ? 0 : -1) << geo::name_of(projection);
        }
    }
}

}  // namespace
}  // namespace dateline::view
