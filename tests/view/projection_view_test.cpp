#include "view/map_view.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace dateline::view {
namespace {

constexpr RectPx kRect{30, 20, 1200, 700};
constexpr std::array kCurved{Projection::Globe, Projection::EqualEarth, Projection::LambertConformal, Projection::LambertAzimuthal};

Camera camera_at(geo::LonLat at, double zoom, Projection projection, double bearing_deg = 0) {
    Camera camera;
    camera.center = geo::world_from(at);
    camera.zoom = zoom;
    camera.projection = projection;
    camera.bearing_deg = bearing_deg;
    return camera;
}

float apart(PointPx a, PointPx b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST(Projections, ScreenAndWorldUndoEachOtherUpToStreetLevel) {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> x(30, 1230), y(20, 720);
    for (const Projection projection : kCurved) {
        for (const double zoom : {2.0, 5.0, 9.0, 14.0, 20.0}) {
            const MapTransform map = transform_of(camera_at({44, 41}, zoom, projection, 30), kRect, 1);
            int tried = 0;
            for (int i = 0; i < 100; ++i) {
                const PointPx p{x(random), y(random)};
                if (!PlaneView(map).world(p)) continue;
                ++tried;
                ASSERT_LT(apart(screen_from_world(map, world_from_screen(map, p)), p), 0.03f) << geo::name_of(projection) << ' ' << zoom;
            }
            EXPECT_GT(tried, 10);
        }
    }
}

class Fitted : public ::testing::TestWithParam<double> {};
INSTANTIATE_TEST_SUITE_P(Turned, Fitted, ::testing::Values(0.0, 40.0, -100.0));

TEST_P(Fitted, BoxIsWhollyInThePicture) {
    std::vector<Projection> all(std::begin(kCurved), std::end(kCurved));
    all.push_back(Projection::Mercator);
    for (const Projection projection : all) {
        for (const geo::LonLatBox box : {geo::LonLatBox{38, 37, 54, 45}, {-10, 35, 40, 70}, {160, -45, -150, -10}, {44, 40, 45, 41}}) {
            const Camera camera = fitting(box, kRect, 20, 1, projection, GetParam());
            const MapTransform map = transform_of(camera, kRect, 1);
            float widest = 0;
            for (int i = 0; i <= 20; ++i) {
                for (int k = 0; k <= 20; ++k) {
                    const geo::LonLat at{box.west_deg + box.width_deg() * i / 20, box.south_deg + (box.north_deg - box.south_deg) * k / 20};
                    const PointPx p = screen_from_world(map, geo::world_from(at));
                    EXPECT_TRUE(kRect.contains(p)) << geo::name_of(projection) << ' ' << at.lon_deg << ' ' << at.lat_deg;
                    widest = std::max({widest, std::abs(p.x - 630) / 580, std::abs(p.y - 370) / 330});
                }
            }
            EXPECT_GT(widest, 0.9f) << "the box fills the room: " << geo::name_of(projection);
        }
    }
}

TEST(Projections, AConeShowsOfTheWorldWhatItCanAndItIsKnownThatThisIsNotAll) {
    const geo::LonLatBox world = geo::LonLatBox::world();
    const Camera camera = fitting(world, kRect, 0, 1, Projection::LambertConformal);
    const MapTransform map = transform_of(camera, kRect, 1);
    for (const geo::LonLat at : {geo::LonLat{-120, 60}, {25, 45}, {140, -30}, {-60, -50}})
        EXPECT_TRUE(kRect.contains(screen_from_world(map, geo::world_from(at)))) << at.lon_deg;
    EXPECT_FALSE(shows_whole(camera, world, kRect, 1));
    const geo::LonLatBox europe{-10, 35, 40, 70};
    EXPECT_TRUE(shows_whole(fitting(europe, kRect, 0, 1, Projection::LambertConformal), europe, kRect, 1));
    EXPECT_TRUE(shows_whole(fitting(world, kRect, 0, 1, Projection::EqualEarth), world, kRect, 1));
    const geo::LonLatBox ice{-180, -90, 180, -60};   // all round the pole, where a cone is closed
    EXPECT_TRUE(shows_whole(fitting(ice, kRect, 0, 1, Projection::LambertConformal), ice, kRect, 1));
}

TEST(Projections, ADragHoldsThePlaceUnderThePointer) {
    for (const Projection projection : kCurved) {
        const Camera camera = camera_at({44, 41}, 4, projection);
        const MapTransform map = transform_of(camera, kRect, 1);
        const PointPx from{500, 300}, to{640, 410};
        const geo::WorldPoint held = world_from_screen(map, from);
        const Camera moved = panned(camera, map, from, to);
        EXPECT_LT(apart(screen_from_world(transform_of(moved, kRect, 1), held), to), 0.5f) << geo::name_of(projection);
        const Camera closer = zoomed_at(camera, map, from, 0.7);
        EXPECT_LT(apart(screen_from_world(transform_of(closer, kRect, 1), held), from), 0.5f) << geo::name_of(projection);
    }
}

TEST(Projections, AGlobeIsTurnedFromBesideItToo) {
    const Camera camera = camera_at({0, 0}, 1, Projection::Globe);
    const MapTransform map = transform_of(camera, kRect, 1);
    ASSERT_FALSE(PlaneView(map).world({60, 40}));
    const Camera moved = panned(camera, map, {60, 40}, {100, 40});
    EXPECT_LT(geo::lonlat_from(moved.center).lon_deg, -5);
}

TEST(Projections, ScaleAtTheCenterHoldsFromOneToTheOther) {
    for (const Projection projection : {Projection::Globe, Projection::LambertConformal, Projection::LambertAzimuthal}) {
        const Camera flat = camera_at({44, 41}, 5, Projection::Mercator), curved = in_projection(flat, projection);
        const geo::LonLat at{44, 41};
        const double before = ground_m_per_px(transform_of(flat, kRect, 1), at), after = ground_m_per_px(transform_of(curved, kRect, 1), at);
        EXPECT_NEAR(after / before, 1, 0.01) << geo::name_of(projection);
        const Camera back = in_projection(curved, Projection::Mercator);
        EXPECT_NEAR(back.zoom, flat.zoom, 1e-9);
    }
}

TEST(Projections, AFlightBetweenThemNeverJumps) {
    const Camera flat = camera_at({44, 41}, 3, Projection::Mercator);
    const std::array targets{in_projection(flat, Projection::Globe), camera_at({10, 50}, 4, Projection::Globe)};
    for (const Camera& goal : targets) {
        for (const bool back : {false, true}) {
            const Flight flight = back ? Flight(goal, flat, kRect, 1) : Flight(flat, goal, kRect, 1);
            const geo::WorldPoint watched = geo::world_from({46, 43});
            std::optional<PointPx> last;
            for (double t = 0; t <= flight.duration_s() + 0.01; t += flight.duration_s() / 400) {
                const MapTransform map = transform_of(flight.at(t), kRect, 1);
                const PointPx p = screen_from_world(map, watched);
                if (last) { EXPECT_LT(apart(*last, p), 12) << t; }
                last = p;
            }
        }
    }
}

/// One that was stopped half way: onward, back again, or into a third.
TEST(Projections, AFlightFromHalfWayBeginsWhereTheMapIs) {
    const Camera flat = camera_at({44, 41}, 3, Projection::Mercator);
    const Flight there(flat, camera_at({30, 45}, 4, Projection::Globe), kRect, 1);
    const Camera half = there.at(0.45 * there.duration_s());
    ASSERT_GT(half.morph, 0.1);
    ASSERT_LT(half.morph, 0.9);
    for (const Projection projection : {Projection::Globe, Projection::Mercator, Projection::EqualEarth}) {
        const Camera goal = in_projection(half, projection);
        const Flight flight(half, goal, kRect, 1);
        const geo::WorldPoint watched = geo::world_from({46, 43});
        PointPx last = screen_from_world(transform_of(half, kRect, 1), watched);
        for (double t = 0; t <= flight.duration_s() + 0.01; t += flight.duration_s() / 400) {
            const PointPx p = screen_from_world(transform_of(flight.at(t), kRect, 1), watched);
            EXPECT_LT(apart(last, p), 12) << geo::name_of(projection) << " at " << t;
            last = p;
        }
        EXPECT_EQ(flight.at(flight.duration_s()), goal);
    }
}

TEST(Projections, TheFarSideIsNotSeen) {
    const MapView view(transform_of(camera_at({44, 41}, 2, Projection::Globe), kRect, 1), 1);
    EXPECT_TRUE(view.sees(geo::world_from({44, 41})));
    EXPECT_FALSE(view.sees(geo::world_from({-136, -41})));
    EXPECT_FALSE(kRect.contains(view.screen(geo::world_from({-136, -41}))));
}

/// Every place that is on the picture lies in a box that the view says it shows.
TEST(Projections, WhatIsSeenIsNeverCulled) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-85, 85), zoom(0, 9), bearing(-180, 180);
    std::uniform_real_distribution<float> x(30, 1230), y(20, 720);
    for (const Projection projection : kCurved) {
        for (int i = 0; i < 60; ++i) {
            const MapView view(transform_of(camera_at({lon(random), lat(random)}, zoom(random), projection, bearing(random)), kRect, 1), 1);
            for (int k = 0; k < 60; ++k) {
                const PointPx p{x(random), y(random)};
                const auto world = view.plane.world(p);
                if (!world) continue;
                const double wrapped = world->x - std::floor(world->x);
                const geo::WorldBox box{wrapped - 1e-6, world->y - 1e-6, wrapped + 1e-6, world->y + 1e-6};
                ASSERT_TRUE(view.shows(box, 1)) << geo::name_of(projection) << ' ' << geo::lonlat_from(view.map.center).lat_deg << " zoom " << view.zoom;
            }
        }
    }
}

}  // namespace
}  // namespace dateline::view
