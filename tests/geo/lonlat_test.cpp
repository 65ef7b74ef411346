#include "geo/lonlat.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline::geo {
namespace {

TEST(BoxAround, CrossesTheAntimeridianWhereThatIsSmaller) {
    EXPECT_EQ(box_around({{40, 38}, {50, 42}}), (LonLatBox{40, 38, 50, 42}));
    EXPECT_EQ(box_around({{170, -20}, {-170, -10}, {179, -15}}), (LonLatBox{170, -20, -170, -10}));
    EXPECT_EQ(box_around({{-100, 0}, {70, 10}}), (LonLatBox{-100, 0, 70, 10}));
    EXPECT_FALSE(box_around({}).valid());
}

TEST(BoxAround, KeepsABoxThatEndsOnTheAntimeridianOnItsOwnSide) {
    EXPECT_EQ(box_around({{170, 0}, {-180, 0}}), (LonLatBox{170, 0, 180, 0}));
    EXPECT_EQ(box_around({{180, 0}, {-170, 0}}), (LonLatBox{-180, 0, -170, 0}));
    EXPECT_EQ(box_around({{180, 0}, {-180, 5}}).width_deg(), 0);
}

TEST(BoxAround, HoldsItsPointsAndIsNoWiderThanNeeded) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180), spread(-20, 20), lat(-80, 80);
    for (int round = 0; round < 200; ++round) {
        const double middle = lon(random);
        std::vector<LonLat> points;
        for (int i = 0; i < 9; ++i) points.push_back({middle + spread(random), lat(random)});
        const LonLatBox box = box_around(points);
        for (const LonLat& p : points) EXPECT_TRUE(box.contains(p)) << p.lon_deg;
        EXPECT_LE(box.width_deg(), 40);
        EXPECT_TRUE(box.contains(box.center()));
    }
}

TEST(BoxAround, UnitesBoxesOverTheAntimeridian) {
    const LonLatBox box = united({LonLatBox{170, 0, 175, 1}, LonLatBox{178, -5, -170, 0}, LonLatBox{}});
    EXPECT_EQ(box, (LonLatBox{170, -5, -170, 1}));
    EXPECT_EQ(united({LonLatBox{-170, 0, 170, 1}, LonLatBox{160, 0, -160, 1}}), (LonLatBox{-180, 0, 180, 1}));
}

TEST(WebMercator, PutsTheWorldInAUnitSquare) {
    EXPECT_EQ(world_from({0, 0}), (WorldPoint{0.5, 0.5}));
    EXPECT_NEAR(world_from({180, kMercatorMaxLatDeg}).y, 0, 1e-12);
    EXPECT_NEAR(world_from({-180, -kMercatorMaxLatDeg}).y, 1, 1e-12);
    // EPSG:3857 of (49.8671, 40.4093), as PROJ gives it: 5551180.13, 4926158.31.
    const WorldPoint baku = world_from({49.8671, 40.4093});
    EXPECT_NEAR((baku.x - 0.5) * kMercatorCircumferenceM, 5551180.18, 0.1);
    EXPECT_TRUE(std::isfinite(world_from({0, -90}).y));
}

TEST(WebMercator, ComesBackToAMillimetre) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-85, 85);
    for (int i = 0; i < 1000; ++i) {
        const LonLat p{lon(random), lat(random)};
        EXPECT_LT(distance_m(lonlat_from(world_from(p)), p), 1e-3);
    }
    EXPECT_NEAR(lonlat_from({1.25, 0.5}).lon_deg, -90, 1e-9);
}

TEST(Local, UsesTheCopyNearestTheOrigin) {
    const LocalPoint p = local_from(world_from({-179, 0}), world_from({179, 0}));
    EXPECT_NEAR(p.x, 2.0 / 360, 1e-7);
}

TEST(Geodesic, AgreesWithPublishedDistances) {
    // Flinders Peak to Buninyong, Geoscience Australia's test line: 54 972.271 m.
    EXPECT_NEAR(geodesic_m({144.42486788, -37.95103341}, {143.92649552, -37.65282113}), 54972.271, 2e-3);
    // Half the meridian, and antipodes on the equator (where Vincenty's method does not converge).
    EXPECT_NEAR(geodesic_m({0, -90}, {0, 90}), 20003931.4586, 1e-3);
    EXPECT_NEAR(geodesic_m({0, 0}, {180, 0}), 20003931.4586, 1e-3);
}

TEST(GreatCircle, DistanceIsWithinTheEllipsoidsFlatteningOfTheGeodesic) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-89, 89);
    for (int i = 0; i < 500; ++i) {
        const LonLat a{lon(random), lat(random)}, b{lon(random), lat(random)};
        EXPECT_NEAR(distance_m(a, b) / geodesic_m(a, b), 1, 0.006);
    }
}

TEST(GreatCircle, DestinationUndoesDistanceAndBearing) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-89, 89);
    for (int i = 0; i < 500; ++i) {
        const LonLat a{lon(random), lat(random)}, b{lon(random), lat(random)};
        const double bearing = bearing_deg(a, b);
        EXPECT_GE(bearing, 0);
        EXPECT_LT(bearing, 360);
        EXPECT_LT(distance_m(destination(a, bearing, distance_m(a, b)), b), 0.01);
    }
    EXPECT_NEAR(bearing_deg({10, 0}, {-10, 0}), 270, 1e-9);
}

TEST(GreatCircle, StepsEvenlyAndKeepsItsEnds) {
    for (const auto& [a, b] : {std::pair{LonLat{140, 35}, LonLat{-122, 37}}, std::pair{LonLat{0, 0}, LonLat{180, 0}},
                               std::pair{LonLat{10, 80}, LonLat{-170, 80}}}) {
        const std::vector<LonLat> way = great_circle(a, b, 100'000);
        EXPECT_EQ(way.front(), a);
        EXPECT_EQ(way.back(), b);
        double sum = 0;
        for (std::size_t i = 1; i < way.size(); ++i) {
            EXPECT_LE(distance_m(way[i - 1], way[i]), 100'001);
            sum += distance_m(way[i - 1], way[i]);
        }
        EXPECT_NEAR(sum, distance_m(a, b), 1);
    }
    EXPECT_EQ(great_circle({5, 5}, {5, 5}, 10).size(), 2u);
}

}  // namespace
}  // namespace dateline::geo
