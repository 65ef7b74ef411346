#include "geo/spine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace dateline::geo {
namespace {

Line box_ring(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

double turn_of(const Spine& spine) {
    const WorldPoint a = spine.points[0], b = spine.points[1], c = spine.points[spine.points.size() - 2], d = spine.points.back();
    return std::abs(std::remainder(std::atan2(d.y - c.y, d.x - c.x) - std::atan2(b.y - a.y, b.x - a.x), 2 * std::numbers::pi));
}

double slope_deg(const Spine& spine) {
    const WorldPoint a = spine.points.front(), b = spine.points.back();
    return std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi;
}

/// A band of `breadth` about the arc of a circle, from one angle to another, clockwise from the east on the screen.
MultiPolygon arc_band(double radius, double breadth, double from_deg, double to_deg) {
    Line ring;
    const auto add = [&](double r, double degrees) {
        const double angle = degrees * std::numbers::pi / 180;
        ring.push_back(lonlat_from({0.5 + r * std::cos(angle), 0.5 + r * std::sin(angle)}));
    };
    for (int i = 0; i <= 60; ++i) add(radius + breadth / 2, from_deg + (to_deg - from_deg) * i / 60);
    for (int i = 60; i >= 0; --i) add(radius - breadth / 2, from_deg + (to_deg - from_deg) * i / 60);
    ring.push_back(ring.front());
    return {{ring}};
}

TEST(Clearance, IsTheDistanceToTheNearestCellOutside) {
    std::mt19937 random(3);
    AreaMask mask({0, 0, 0.1, 0.07}, 40);
    for (auto& cell : mask.inside) cell = random() % 9 == 0 ? 0 : 1;
    const std::vector<float> clear = clearance(mask);
    for (int r = 0; r < mask.rows; ++r) {
        for (int c = 0; c < mask.columns; ++c) {
            double nearest = 1e9;
            for (int y = -1; y <= mask.rows; ++y)
                for (int x = -1; x <= mask.columns; ++x)
                    if (!mask.at(x, y)) nearest = std::min(nearest, std::hypot(x - c, y - r));
            ASSERT_NEAR(double{clear[mask.index(c, r)]}, nearest, 1e-3) << c << ' ' << r;
        }
    }
}

TEST(AreaMask, FillsAPolygonWithoutItsLargeHoles) {
    AreaMask mask({0.4, 0.4, 0.6, 0.6}, 50);
    const LonLat nw = lonlat_from({0.42, 0.42}), se = lonlat_from({0.58, 0.58}), a = lonlat_from({0.48, 0.48}),
                 b = lonlat_from({0.52, 0.52});
    mask.fill({box_ring(nw.lon_deg, se.lat_deg, se.lon_deg, nw.lat_deg), box_ring(a.lon_deg, b.lat_deg, b.lon_deg, a.lat_deg)}, 0, true);
    const auto count = std::count(mask.inside.begin(), mask.inside.end(), 1);
    EXPECT_NEAR(static_cast<double>(count), (0.16 * 0.16 - 0.04 * 0.04) / (mask.cell * mask.cell), 100);
    EXPECT_FALSE(mask.at(27, 27));
    mask.fill({box_ring(a.lon_deg, b.lat_deg, b.lon_deg, a.lat_deg)}, 1, true);  // moved a world east: not here
    EXPECT_FALSE(mask.at(27, 27));
}

TEST(Spine, OfABlockIsLevelThroughItsMiddle) {
    const auto spines = spines_of(MultiPolygon{{box_ring(10, -4, 30, 4)}}, 6);
    ASSERT_FALSE(spines.empty());
    EXPECT_NEAR(slope_deg(spines[0]), 0, 1);
    EXPECT_LT(turn_of(spines[0]), 0.02);
    const WorldPoint middle = spines[0].points[spines[0].points.size() / 2], wanted = world_from({20, 0});
    EXPECT_NEAR(middle.x, wanted.x, 0.003);
    EXPECT_NEAR(middle.y, wanted.y, 0.003);
    EXPECT_NEAR(spines[0].breadth, 8.0 / 360, 0.25 * 8 / 360);
}

TEST(Spine, FollowsABandHoweverItLies) {
    for (const double degrees : {-70, -35, 35, 70}) {
        const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
        Line ring;
        for (const auto& [u, v] : {std::pair{-0.05, -0.006}, {0.05, -0.006}, {0.05, 0.006}, {-0.05, 0.006}, {-0.05, -0.006}})
            ring.push_back(lonlat_from({0.5 + c * u - s * v, 0.5 + s * u + c * v}));
        const auto spines = spines_of(MultiPolygon{{ring}}, 6);
        ASSERT_FALSE(spines.empty());
        EXPECT_NEAR(slope_deg(spines[0]), degrees, 4);
        EXPECT_GT(spines[0].points.back().x, spines[0].points.front().x);
    }
}

TEST(Spine, BendsWithTheAreaAndStaysWithinIt) {
    const MultiPolygon area = arc_band(0.06, 0.005, 242, 298);  // a bow, its back to the north
    const auto spines = spines_of(area, 9);
    ASSERT_FALSE(spines.empty());
    EXPECT_GT(turn_of(spines[0]), 0.4);
    EXPECT_LT(turn_of(spines[0]), 1.2);
    for (const WorldPoint p : spines[0].points) EXPECT_TRUE(contains(area, lonlat_from(p)));
    EXPECT_LT(spines[0].points[spines[0].points.size() / 2].y, spines[0].points.front().y);
}

TEST(Spine, RunsOnAcrossTheAntimeridian) {
    const auto spines = spines_of(MultiPolygon{{box_ring(160, 50, 180, 60)}, {box_ring(-180, 50, -160, 60)}}, 6);
    ASSERT_FALSE(spines.empty());
    const double width = spines[0].points.back().x - spines[0].points.front().x;
    EXPECT_GT(width, 20.0 / 360);
    EXPECT_LT(width, 40.0 / 360);
}

TEST(Spine, LeavesFarIslandsOutAndTakesNearOnesIn) {
    const auto alone = spines_of(MultiPolygon{{box_ring(0, 0, 10, 10)}, {box_ring(60, 0, 64, 4)}}, 5);
    ASSERT_FALSE(alone.empty());
    for (const WorldPoint p : alone[0].points) EXPECT_LT(p.x, world_from({11, 0}).x);
    const auto both = spines_of(MultiPolygon{{box_ring(0, 0, 10, 10)}, {box_ring(10.1, 0, 20, 10)}}, 12);
    ASSERT_FALSE(both.empty());
    EXPECT_GT(both[0].points.back().x - both[0].points.front().x, 12.0 / 360);
}

TEST(Spine, OfAnArchipelagoRunsOverItsStraits) {
    const MultiPolygon islands{{box_ring(0, 0, 6, 4)}, {box_ring(7.5, 0, 13.5, 4)}, {box_ring(15, 0, 20.5, 4)}};
    const auto spines = spines_of(islands, 9);
    ASSERT_FALSE(spines.empty());
    EXPECT_LT(spines[0].points.front().x, world_from({6, 0}).x);
    EXPECT_GT(spines[0].points.back().x, world_from({15, 0}).x);
    // A mainland with as far islands, less than it, is named alone.
    const auto main = spines_of(MultiPolygon{{box_ring(0, 0, 6, 4)}, {box_ring(7.5, 0, 9.5, 3)}, {box_ring(11, 0, 13, 3)}}, 9);
    ASSERT_FALSE(main.empty());
    EXPECT_LT(main[0].points.back().x, world_from({6.2, 0}).x);
}

TEST(Spine, OfNothingIsNone) {
    EXPECT_TRUE(spines_of(MultiPolygon{}, 5).empty());
    EXPECT_TRUE(spines_of(MultiPolygon{{{{5, 5}, {5, 5}, {5, 5}, {5, 5}}}}, 5).empty());
    EXPECT_TRUE(spines_of(AreaMask(), 5).empty());
}

TEST(Basin, EndsAtItsStraitAndAnOpenSeaHasNone) {
    AreaMask water({0, 0, 0.2, 0.2}, 100);
    const auto flood = [&](int x0, int y0, int x1, int y1) {
        for (int r = y0; r < y1; ++r)
            for (int c = x0; c < x1; ++c) water.inside[water.index(c, r)] = 1;
    };
    flood(10, 30, 50, 46);   // a basin
    flood(50, 36, 60, 40);   // a strait
    flood(60, 0, 104, 104);  // the ocean
    const auto at = [&](int c, int r) {
        return WorldPoint{water.origin.x + (c + 0.5) * water.cell, water.origin.y + (r + 0.5) * water.cell};
    };
    const auto spines = basin_spines(water, at(20, 38), 6);
    ASSERT_FALSE(spines.empty());
    EXPECT_NEAR(slope_deg(spines[0]), 0, 3);
    for (const Spine& spine : spines) {
        for (const WorldPoint p : spine.points) {
            EXPECT_LT(p.x, at(56, 0).x);
            EXPECT_GT(p.y, at(0, 29).y);
            EXPECT_LT(p.y, at(0, 46).y);
        }
    }
    EXPECT_TRUE(basin_spines(water, at(85, 50), 6).empty());
}

}  // namespace
}  // namespace dateline::geo
