#include "geo/projection.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>
#include <random>

namespace dateline::geo {
namespace {

constexpr double kEye = 2.4;

std::vector<WorldPoint> centers() {
    std::vector<WorldPoint> all;
    for (const LonLat at : {LonLat{44, 41}, {-58, -34}, {179, 62}, {10, 0.5}, {-120, -80}, {0, 84}}) all.push_back(world_from(at));
    return all;
}

double apart(PlanePoint a, PlanePoint b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST(MapPlane, PutsItsCenterInTheMiddleWithNorthUp) {
    for (const Projection projection : kProjections) {
        for (const WorldPoint c : centers()) {
            const MapPlane plane(projection, c, kEye, 1);
            EXPECT_LT(apart(plane.at(c), {0, 0}), 1e-9) << name_of(projection);
            EXPECT_LT(plane.at({c.x, c.y - 1e-4}).y, 0) << name_of(projection);
            EXPECT_NEAR(plane.at({c.x, c.y - 1e-4}).x, 0, 1e-12) << name_of(projection);
            EXPECT_GT(plane.at({c.x + 1e-4, c.y}).x, 0) << name_of(projection);
        }
    }
}

TEST(MapPlane, IsTrueToScaleAtItsCenter) {
    for (const Projection projection :
         {Projection::Mercator, Projection::Globe, Projection::LambertConformal, Projection::LambertAzimuthal}) {
        for (const WorldPoint c : centers()) {
            const MapPlane plane(projection, c, kEye, 1);
            const WorldPoint east{c.x + 1e-5, c.y}, south{c.x, c.y + 1e-5};
            const double east_rad = distance_m(lonlat_from(c), lonlat_from(east)) / kEarthRadiusM;
            const double south_rad = distance_m(lonlat_from(c), lonlat_from(south)) / kEarthRadiusM;
            EXPECT_NEAR(apart(plane.at(east), {0, 0}) / east_rad, 1, 1e-3) << name_of(projection);
            EXPECT_NEAR(apart(plane.at(south), {0, 0}) / south_rad, 1, 1e-3) << name_of(projection);
        }
    }
}

TEST(MapPlane, ComesBackFromThePlane) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-84, 84);
    for (const Projection projection : kProjections) {
        for (const double morph : {0.0, 0.3, 1.0}) {
            const MapPlane plane(projection, world_from({44, 41}), kEye, morph);
            int seen = 0;
            for (int i = 0; i < 400; ++i) {
                const WorldPoint p = plane.nearest(world_from({lon(random), lat(random)}));
                const PlanePoint at = plane.at(p);
                // Half-way between two projections a fold may lie over another place; near the middle there is none.
                if (at.front < 0.02 || (morph > 0 && morph < 1 && std::hypot(at.x, at.y) > 0.7)) continue;
                ++seen;
                const auto back = plane.world_at(at.x, at.y);
                ASSERT_TRUE(back) << name_of(projection) << ' ' << morph;
                EXPECT_NEAR(back->x, p.x, 1e-8) << name_of(projection) << ' ' << morph;
                EXPECT_NEAR(back->y, p.y, 1e-8) << name_of(projection) << ' ' << morph;
            }
            EXPECT_GT(seen, 20) << name_of(projection) << ' ' << morph;
        }
    }
}

TEST(MapPlane, KeepsAreasInEqualAreaProjections) {
    for (const Projection projection : {Projection::EqualEarth, Projection::LambertAzimuthal}) {
        const MapPlane plane(projection, world_from({20, 30}), kEye, 1);
        std::vector<double> ratios;
        for (const LonLat at : {LonLat{20, 30}, {60, 10}, {-30, 65}, {20, -40}, {100, 50}}) {
            constexpr double kStep = 1e-3;  // degrees
            const auto corner = [&](double east, double north) {
                return plane.at(plane.nearest(world_from({at.lon_deg + east, at.lat_deg + north})));
            };
            const PlanePoint o = corner(0, 0), e = corner(kStep, 0), n = corner(0, kStep);
            const double drawn = std::abs((e.x - o.x) * (n.y - o.y) - (e.y - o.y) * (n.x - o.x));
            const double rad = kStep * std::numbers::pi / 180;
            ratios.push_back(drawn / (rad * rad * std::cos(at.lat_deg * std::numbers::pi / 180)));
        }
        for (const double ratio : ratios) EXPECT_NEAR(ratio, 1, 2e-3) << name_of(projection);
    }
}

TEST(MapPlane, KeepsAnglesInTheConformalConic) {
    const MapPlane plane(Projection::LambertConformal, world_from({20, 45}), kEye, 1);
    for (const LonLat at : {LonLat{20, 45}, {60, 30}, {-30, 65}, {20, 10}}) {
        const WorldPoint p = world_from(at);
        const PlanePoint o = plane.at(p), e = plane.at({p.x + 1e-6, p.y}), s = plane.at({p.x, p.y + 1e-6});
        EXPECT_NEAR(((e.x - o.x) * (s.x - o.x) + (e.y - o.y) * (s.y - o.y)) / (apart(e, o) * apart(s, o)), 0, 1e-4);
        EXPECT_NEAR(apart(e, o) / apart(s, o), 1, 1e-4);
    }
}

TEST(MapPlane, AConeAboutAPoleIsClosed) {
    const auto gap = [](double lat) {
        const MapPlane plane(Projection::LambertConformal, world_from({0, lat}), kEye, 1);
        return apart(plane.at(world_from({-179.999, lat > 0 ? 60.0 : -60.0})), plane.at(world_from({179.999, lat > 0 ? 60.0 : -60.0})));
    };
    EXPECT_LT(gap(85), 1e-3);
    EXPECT_LT(gap(-80), 1e-3);
    EXPECT_GT(gap(45), 0.1);  // elsewhere the centre's parallel is the standard one
    for (double lat = 40; lat < 88; lat += 1) EXPECT_LT(std::abs(gap(lat + 1) - gap(lat)), 0.15) << lat;  // and nothing jumps between
    const MapPlane near_pole(Projection::LambertConformal, world_from({20, 80}), kEye, 1);
    const WorldPoint p = world_from({60, 65});
    const PlanePoint o = near_pole.at(p), e = near_pole.at({p.x + 1e-6, p.y}), s = near_pole.at({p.x, p.y + 1e-6});
    EXPECT_NEAR(apart(e, o) / apart(s, o), 1, 1e-4);  // conformal all the same
}

TEST(MapPlane, AConeAboutAPoleReachesTheEquator) {
    for (const double lat : {60.0, 80.0, -89.0})
        EXPECT_GT(MapPlane(Projection::LambertConformal, world_from({20, lat}), kEye, 1).at(world_from({50, 0})).front, 0) << lat;
    EXPECT_LT(MapPlane(Projection::LambertConformal, world_from({20, 80}), kEye, 1).at(world_from({50, -50})).front, 0);
}

TEST(MapPlane, TellsWhereAFanEnds) {
    for (const double lat : {50.0, -30.0}) {
        const MapPlane plane(Projection::LambertConformal, world_from({10, lat}), kEye, 1);
        const auto fan = plane.fan();
        ASSERT_TRUE(fan);
        const double side = lat > 0 ? 1 : -1;
        // A place on the cut lies on the ray at the fan's half angle.
        const PlanePoint at = plane.at({plane.nearest(world_from({10 + 179.99, 20})).x, world_from({0, 20}).y});
        const double angle = std::atan2(at.x - fan->pole.x, side * (at.y - fan->pole.y));
        EXPECT_NEAR(std::abs(angle), fan->half_angle, 1e-3);
        EXPECT_EQ(fan->upward, lat < 0);
        EXPECT_LT(apart(at, fan->pole), fan->radius);
    }
    EXPECT_FALSE(MapPlane(Projection::EqualEarth, world_from({0, 0}), kEye, 1).fan());
}

TEST(MapPlane, HidesTheFarSideOfTheGlobe) {
    const MapPlane plane(Projection::Globe, world_from({0, 0}), kEye, 1);
    const double horizon_deg = std::acos(1 / kEye) * 180 / std::numbers::pi;
    EXPECT_GT(plane.at(world_from({horizon_deg - 0.1, 0})).front, 0);
    EXPECT_LT(plane.at(world_from({horizon_deg + 0.1, 0})).front, 0);
    EXPECT_LT(plane.at(world_from({180, 0})).front, 0);
    const double limb = *plane.limb_radius();
    EXPECT_NEAR(apart(plane.at(world_from({0, horizon_deg})), {0, 0}), limb, 1e-6);
    EXPECT_TRUE(plane.world_at(0.99 * limb, 0));
    EXPECT_FALSE(plane.world_at(1.01 * limb, 0));
}

TEST(MapPlane, SeriesAgreesWithTheFormulasNearby) {
    for (const Projection projection : kProjections) {
        for (const WorldPoint c : centers()) {
            const MapPlane plane(projection, c, 1.05, 1);
            const MapPlane::Series series = plane.series();
            const double u = 0.012, v = -0.009;
            const std::array<double, 10> powers{1, u, v, u * u, u * v, v * v, u * u * u, u * u * v, u * v * v, v * v * v};
            PlanePoint sum;
            for (std::size_t i = 0; i < 10; ++i) sum.x += series.x[i] * powers[i], sum.y += series.y[i] * powers[i];
            const PlanePoint at = plane.at({c.x + u / (2 * std::numbers::pi), c.y - v / (2 * std::numbers::pi)});
            EXPECT_LT(apart(sum, at), 3e-7) << name_of(projection) << ' ' << lonlat_from(c).lat_deg;
        }
    }
}

TEST(Projection, IsNamedAsItIsRead) {
    for (const Projection projection : kProjections) EXPECT_EQ(projection_named(name_of(projection)), projection);
    EXPECT_FALSE(projection_named("flat"));
}

}  // namespace
}  // namespace dateline::geo
