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
    const geo::LonLatBox ice{-180, -90, 180, -60};  // all round the pole, where a cone is closed
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

TEST(Projections, AGlobeIsFramedByItsPlacesOrShownWhole) {
    const auto limb_of = [](const Camera& camera) { return PlaneView(transform_of(camera, kRect, 1)).limb()->radius; };
    // A region takes what the padding leaves of the shorter side.
    const std::vector<geo::LonLat> europe{{-9, 38}, {37, 55}, {24, 38}, {10, 60}};
    const Camera region = fitting_globe(europe, kRect, 96, 1);
    float top = 1e9f, foot = 0, left = 1e9f, right = 0;
    for (const geo::LonLat place : europe) {
        const PointPx p = screen_from_world(transform_of(region, kRect, 1), geo::world_from(place));
        top = std::min(top, p.y), foot = std::max(foot, p.y), left = std::min(left, p.x), right = std::max(right, p.x);
    }
    EXPECT_NEAR(foot - top, 700 - 192, 8);
    EXPECT_LT(right - left, 1200 - 190);
    EXPECT_NEAR(0.5f * (foot + top), 370, 6);
    // The world is the whole disc, turned to where the most are.
    const Camera world = fitting_globe({{-100, 40}, {-70, -10}, {-60, -30}, {-80, 20}, {100, 10}}, kRect, 96, 1);
    EXPECT_NEAR(limb_of(world), 0.45f * 700, 2);
    EXPECT_LT(geo::lonlat_from(world.center).lon_deg, -50);
    EXPECT_NEAR(limb_of(fitting(geo::LonLatBox::world(), kRect, 0, 1, Projection::Globe)), 0.45f * 700, 2);
}

TEST(Projections, AWheelHoldsThePlaceUnderThePointerInAndOut) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-60, 60), zoom(1, 6), turn(-180, 180), by(-1, 1), part(0, 0.8);
    int tried = 0;
    for (int i = 0; i < 600; ++i) {
        const Camera camera = camera_at({lon(random), lat(random)}, zoom(random), Projection::Globe, i % 2 == 0 ? 0 : turn(random));
        const MapTransform map = transform_of(camera, kRect, 1);
        const double angle = turn(random) * 3.14159265 / 180, reach = part(random) * std::min(350.0, double{PlaneView(map).limb()->radius});
        const PointPx cursor{static_cast<float>(630 + reach * std::cos(angle)), static_cast<float>(370 + reach * std::sin(angle))};
        const geo::WorldPoint held = world_from_screen(map, cursor);
        const Camera after = zoomed_at(camera, map, cursor, by(random));
        const MapTransform now = transform_of(after, kRect, 1);
        const double share = std::hypot(double{cursor.x} - 630, double{cursor.y} - 370) / double{PlaneView(now).limb()->radius};
        if (share > 0.85 || std::abs(geo::lonlat_from(after.center).lat_deg) > 88) continue;  // no globe with north up can
        ++tried;
        EXPECT_LT(apart(screen_from_world(now, held), cursor), 0.5f) << i << ": " << geo::lonlat_from(held).lat_deg << " " << share;
    }
    EXPECT_GT(tried, 350);
}

TEST(Projections, OfAGlobeThatShrinksFromUnderThePointerThePlaceStaysOnItsSide) {
    Camera camera = camera_at({20, 20}, 2.5, Projection::Globe);
    const PointPx cursor{900, 330};
    const geo::WorldPoint held = world_from_screen(transform_of(camera, kRect, 1), cursor);
    float off = 0;
    for (int i = 0; i < 20; ++i) {
        camera = zoomed_at(camera, transform_of(camera, kRect, 1), cursor, -0.1);
        const MapTransform map = transform_of(camera, kRect, 1);
        const PointPx at = screen_from_world(map, held);
        const PlaneView::Limb limb = *PlaneView(map).limb();
        ASSERT_LT(apart(at, limb.center), limb.radius) << i;  // still seen
        ASSERT_GT(at.x, 630) << i;
        EXPECT_LT(apart(at, cursor), std::max(1.f, apart(cursor, limb.center) - 0.8f * limb.radius)) << i;
        EXPECT_LT(std::abs(apart(at, cursor) - off), 40) << i;  // nothing jumps
        off = apart(at, cursor);
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
        const double before = ground_m_per_px(transform_of(flat, kRect, 1), at),
                     after = ground_m_per_px(transform_of(curved, kRect, 1), at);
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
                ASSERT_TRUE(view.shows(box, 1))
                    << geo::name_of(projection) << ' ' << geo::lonlat_from(view.map.center).lat_deg << " zoom " << view.zoom;
            }
        }
    }
}

}  // namespace
}  // namespace dateline::view
