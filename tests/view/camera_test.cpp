#include "view/camera.h"

#include "view/map_plane.h"

#include <gmock/gmock.h>

#include <cmath>
#include <random>

namespace dateline::view {
namespace {

constexpr RectPx kRect{30, 20, 1200, 700};

Camera some_camera(std::mt19937& random) {
    std::uniform_real_distribution<double> unit(0, 1);
    Camera camera;
    camera.center = {unit(random), 0.2 + 0.6 * unit(random)};
    camera.zoom = 1 + 17 * unit(random);
    camera.bearing_deg = 360 * unit(random) - 180;
    return camera;
}

TEST(Camera, ScreenAndWorldUndoEachOtherAtEveryZoom) {
    std::mt19937 random(1);
    std::uniform_real_distribution<float> x(30, 1230), y(20, 720);
    for (int i = 0; i < 1000; ++i) {
        const MapTransform map = transform_of(some_camera(random), kRect, 1.5f);
        const PointPx p{x(random), y(random)};
        const PointPx back = screen_from_world(map, world_from_screen(map, p));
        const double world = map.world_px;
        if (std::abs(world_from_screen(map, p).x - map.center.x) > 0.499 || world < 2500) continue;  // another copy is nearer
        ASSERT_NEAR(back.x, p.x, 0.02) << i;
        ASSERT_NEAR(back.y, p.y, 0.02) << i;
    }
}

TEST(Camera, TheCopyNearestTheCentreIsUsedAtTheAntimeridian) {
    Camera camera;
    camera.center = geo::world_from({179.5, 10});
    camera.zoom = 6;
    const MapTransform map = transform_of(camera, kRect, 1);
    const PointPx west = screen_from_world(map, geo::world_from({179, 10})), east = screen_from_world(map, geo::world_from({-179, 10}));
    EXPECT_LT(west.x, 630);
    EXPECT_GT(east.x, 630);
    EXPECT_NEAR(east.x - west.x, 2.0 / 360 * map.world_px, 0.1);
}

TEST(Camera, ZoomKeepsThePointUnderTheCursor) {
    std::mt19937 random(2);
    std::uniform_real_distribution<double> by(-1.5, 1.5);
    std::uniform_real_distribution<float> x(30, 1230), y(20, 720);
    for (int i = 0; i < 1000; ++i) {
        Camera camera = some_camera(random);
        camera.zoom = 3 + 0.7 * camera.zoom;
        const MapTransform map = transform_of(camera, kRect, 1);
        const PointPx cursor{x(random), y(random)};
        const geo::WorldPoint before = world_from_screen(map, cursor);
        const Camera zoomed = zoomed_at(camera, map, cursor, by(random));
        if (zoomed.center.y <= 0 || zoomed.center.y >= 1) continue;  // stopped at a pole
        const PointPx after = screen_from_world(transform_of(zoomed, kRect, 1), before);
        ASSERT_NEAR(after.x, cursor.x, 0.05) << i;
        ASSERT_NEAR(after.y, cursor.y, 0.05) << i;
    }
}

TEST(Camera, ZoomStopsAtItsLimits) {
    Camera camera;
    camera.zoom = 19.5;
    const MapTransform map = transform_of(camera, kRect, 1);
    EXPECT_EQ(zoomed_at(camera, map, {100, 100}, 5).zoom, kMaxZoom);
    EXPECT_EQ(zoomed_at(camera, map, {100, 100}, -50).zoom, kMinZoom);
}

TEST(Camera, TheLeastZoomFillsTheMapWithItsWorld) {
    Camera flat;
    EXPECT_NEAR(512 * std::exp2(least_zoom(flat, kRect, 1)), 700, 0.01);
    EXPECT_NEAR(least_zoom(flat, kRect, 0.5f), least_zoom(flat, kRect, 1) + 1, 1e-9);
    EXPECT_EQ(least_zoom(flat, {0, 0, 300, 200}, 1), kMinZoom);
    flat.bearing_deg = 90;
    EXPECT_NEAR(512 * std::exp2(least_zoom(flat, kRect, 1)), 1200, 0.01);
    for (const double lat : {0.0, 60.0, -80.0}) {
        Camera globe;
        globe.projection = Projection::Globe;
        globe.center = geo::world_from({20, lat});
        globe.zoom = least_zoom(globe, kRect, 1);
        const auto limb = PlaneView(transform_of(globe, kRect, 1)).limb();
        ASSERT_TRUE(limb);
        EXPECT_NEAR(limb->radius, 0.45 * 700, 2) << lat;
    }
}

TEST(Camera, OneThatIsFartherOffThanTheLeastMayStay) {
    Camera camera;
    camera.zoom = 0.1;
    EXPECT_EQ(held_zoom(camera, 0.05, kRect, 1), 0.1);
    EXPECT_EQ(held_zoom(camera, 3, kRect, 1), 3);
    camera.zoom = 3;
    EXPECT_NEAR(held_zoom(camera, 0, kRect, 1), std::log2(700.0 / 512), 1e-9);
}

TEST(Camera, AFlatMapShowsNothingBeyondItsWorld) {
    Camera camera;
    camera.zoom = 2;  // 2048 px
    camera.center.y = 0.02;
    EXPECT_NEAR(held_on_world(camera, kRect, 1).center.y, 350.0 / 2048, 1e-9);
    camera.center.y = 0.4;
    EXPECT_EQ(held_on_world(camera, kRect, 1), camera);
    camera.zoom = 0;
    EXPECT_EQ(held_on_world(camera, kRect, 1).center.y, 0.5);
    camera.projection = Projection::Globe;
    EXPECT_EQ(held_on_world(camera, kRect, 1), camera);
}

TEST(Camera, PanningCarriesThePointAlong) {
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        Camera camera = some_camera(random);
        camera.zoom = std::max(camera.zoom, 4.0);
        const MapTransform map = transform_of(camera, kRect, 1);
        const PointPx from{400, 300}, to{470, 260};
        const PointPx now = screen_from_world(transform_of(panned(camera, map, from, to), kRect, 1), world_from_screen(map, from));
        ASSERT_NEAR(now.x, to.x, 0.05);
        ASSERT_NEAR(now.y, to.y, 0.05);
    }
}

TEST(Camera, FittingShowsTheWholeBoxAndTouchesItsPadding) {
    for (const geo::LonLatBox box : {geo::LonLatBox{20, 36, 50, 46}, geo::LonLatBox{40, 10, 42, 60}, geo::LonLatBox{170, -20, -160, 5}}) {
        const Camera camera = fitting(box, kRect, 40, 2);
        const MapTransform map = transform_of(camera, kRect, 2);
        const PointPx nw = screen_from_world(map, geo::world_from({box.west_deg, box.north_deg}));
        const PointPx se = screen_from_world(map, geo::world_from({box.east_deg, box.south_deg}));
        EXPECT_GE(nw.x, kRect.x + 39.9f);
        EXPECT_GE(nw.y, kRect.y + 39.9f);
        EXPECT_LE(se.x, kRect.right() - 39.9f);
        EXPECT_LE(se.y, kRect.bottom() - 39.9f);
        EXPECT_TRUE(std::abs(se.x - nw.x - 1120) < 0.5f || std::abs(se.y - nw.y - 620) < 0.5f);
    }
}

TEST(Camera, GroundResolutionIsTheEquatorsCircumferenceOverTheWorldsWidth) {
    Camera camera;
    camera.zoom = 3;
    const MapTransform map = transform_of(camera, kRect, 1);
    EXPECT_NEAR(ground_m_per_px(map, {0, 0}), 40'075'016.69 / 4096, 0.01);
    EXPECT_NEAR(ground_m_per_px(map, {0, 60}), 0.5 * 40'075'016.69 / 4096, 0.01);
}

class Flights : public ::testing::TestWithParam<std::pair<Camera, Camera>> {};

Camera over(double lon, double lat, double zoom) {
    Camera camera;
    camera.center = geo::world_from({lon, lat});
    camera.zoom = zoom;
    return camera;
}

TEST_P(Flights, StartAndEndExactlyAndNeverTurnBack) {
    const auto [from, to] = GetParam();
    const Flight flight(from, to, kRect, 1);
    EXPECT_GE(flight.duration_s(), 0.9);
    EXPECT_LE(flight.duration_s(), 1.6);
    EXPECT_EQ(flight.at(0), from);
    EXPECT_EQ(flight.at(flight.duration_s()), to);
    EXPECT_TRUE(flight.done(flight.duration_s()));
    const auto way_left = [&](const Camera& c) {
        double dx = to.center.x - c.center.x;
        dx -= std::round(dx);
        return std::hypot(dx, to.center.y - c.center.y);
    };
    double left = way_left(from), lowest = std::min(from.zoom, to.zoom);
    Camera before = from;
    for (int i = 1; i <= 400; ++i) {
        const Camera now = flight.at(flight.duration_s() * i / 400);
        EXPECT_LE(way_left(now), left + 1e-9) << i;
        left = way_left(now);
        lowest = std::min(lowest, now.zoom);
        EXPECT_LT(std::abs(now.zoom - before.zoom), 0.35) << "a jump at step " << i;
        before = now;
    }
    EXPECT_GE(lowest, std::min(from.zoom, to.zoom) - 1.5 - 1e-6);
    EXPECT_LT(way_left(flight.at(0.999 * flight.duration_s())), 1e-3 * std::max(1.0, way_left(from)));
}

INSTANTIATE_TEST_SUITE_P(Camera, Flights,
                         ::testing::Values(std::pair{over(23.3, 42.7, 6), over(49.9, 40.4, 7)}, std::pair{over(0, 0, 3), over(1, 0, 15)},
                                           std::pair{over(179, 10, 5), over(-178, 12, 5)}, std::pair{over(20, 40, 4), over(20, 40, 9)},
                                           std::pair{over(20, 40, 4), over(20, 40, 4)}, std::pair{over(-100, 40, 12), over(100, -30, 12)}));

TEST(Flight, TakesTheShortWayOverTheAntimeridian) {
    const Camera from = over(179, 10, 5), to = over(-178, 12, 5);
    const Flight flight(from, to, kRect, 1);
    for (int i = 0; i <= 50; ++i) {
        const double x = flight.at(flight.duration_s() * i / 50).center.x;
        EXPECT_TRUE(x > 0.99 || x < 0.01) << x;
    }
}

TEST(Flight, ALongWayTakesLongerAndFliesHigher) {
    const Flight near(over(23, 42, 6), over(24, 42, 6), kRect, 1), far(over(23, 42, 6), over(50, 42, 6), kRect, 1);
    EXPECT_GT(far.duration_s(), near.duration_s());
    EXPECT_LT(far.at(0.5 * far.duration_s()).zoom, near.at(0.5 * near.duration_s()).zoom);
}

}  // namespace
}  // namespace dateline::view
