// The GPU puts things where the CPU says: shaders/project.glsl against geo::MapPlane.
#include "render/render_support.h"

#include "gl/debug.h"
#include "view/camera.h"
#include "view/map_plane.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::render {
namespace {

constexpr int kWidth = 360, kHeight = 240;

struct Place {
    view::PointPx at;
    int pixels = 0;
};

/// The middle of all that is dark.
Place middle_of_ink(const view::Image& image) {
    Place place;
    double x = 0, y = 0, weight = 0;
    for (int row = 0; row < image.height; ++row) {
        for (int column = 0; column < image.width; ++column) {
            const double ink = 1 - pixel(image, column, row).g / 255.0;
            if (ink > 0.02) ++place.pixels;
            x += ink * (column + 0.5), y += ink * (row + 0.5), weight += ink;
        }
    }
    if (weight > 0) place.at = {static_cast<float>(x / weight), static_cast<float>(y / weight)};
    return place;
}

/// A dot at a place.
view::Frame with_dot(const view::MapTransform& map, geo::WorldPoint at) {
    view::Frame frame;
    frame.width_px = kWidth;
    frame.height_px = kHeight;
    frame.clear = kWhite;
    frame.items.emplace_back(map);
    auto set = std::make_shared<view::MarkerSet>();
    static std::uint64_t key = 0x8000;
    set->key = ++key;
    set->origin = {at.x + 0x1p-10, at.y - 0x1p-9};
    view::Marker marker;
    marker.x = -0x1p-10f, marker.y = 0x1p-9f;
    marker.begin_days = -5, marker.end_days = -4;
    marker.shape = static_cast<std::uint32_t>(view::MarkerShape::Circle);
    marker.color = kBlack;
    set->markers.push_back(marker);
    set->longest_days = 1;
    view::DrawMarkers draw;
    draw.set = set;
    draw.land = kBlack, draw.halo = kWhite, draw.ink = kBlack, draw.warn = kBlack;
    frame.items.emplace_back(draw);
    return frame;
}

/// A cross of two short lines at a place, drawn through the projection.
view::Frame with_cross(const view::MapTransform& map, geo::LonLat at, double reach_px, double px_per_deg) {
    view::Frame frame;
    frame.width_px = kWidth;
    frame.height_px = kHeight;
    frame.clear = kWhite;
    frame.items.emplace_back(map);
    const double d = reach_px / px_per_deg;
    const geo::MultiLine lines{{{at.lon_deg - d, at.lat_deg}, {at.lon_deg + d, at.lat_deg}},
                               {{at.lon_deg, at.lat_deg - d}, {at.lon_deg, at.lat_deg + d}}};
    static std::uint64_t key = 0x9000;
    view::LineStyle style;
    style.color = kBlack;
    style.width_px = 2;
    frame.items.emplace_back(view::StrokeLines{std::make_shared<geo::LineSet>(geo::line_set(lines, ++key)), style});
    return frame;
}

class ProjectionOnTheGpu : public testing::TestWithParam<geo::Projection> {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
};

TEST_P(ProjectionOnTheGpu, AgreesWithTheCpuFromTheWholeEarthToAStreet) {
    for (const double morph : {0.4, 1.0}) {
        for (const double zoom : {0.5, 3.0, 7.0, 9.5, 13.0, 18.0, 20.0}) {
            view::Camera camera;
            camera.center = geo::world_from({44.3, 41.2});
            camera.zoom = zoom;
            camera.projection = GetParam();
            camera.morph = morph;
            camera.bearing_deg = 20;
            const view::MapTransform map = view::transform_of(camera, {0, 0, kWidth, kHeight}, 1);
            for (const view::PointPx wanted : {view::PointPx{180, 120}, {90, 60}, {300, 200}}) {
                const auto world = view::PlaneView(map).world(wanted);
                if (!world) continue;
                const view::Image image = Stage::shared().draw(with_dot(map, *world));
                const Place found = middle_of_ink(image);
                ASSERT_GT(found.pixels, 4) << geo::name_of(GetParam()) << " zoom " << zoom << " morph " << morph;
                EXPECT_NEAR(found.at.x, wanted.x, 0.35) << geo::name_of(GetParam()) << " zoom " << zoom << " morph " << morph;
                EXPECT_NEAR(found.at.y, wanted.y, 0.35) << geo::name_of(GetParam()) << " zoom " << zoom << " morph " << morph;
            }
        }
    }
}

TEST_P(ProjectionOnTheGpu, MovesSmoothlyAtStreetLevel) {
    // A camera that moves a fifth of a pixel at a time: what is drawn does so too.
    view::Camera camera;
    camera.center = geo::world_from({44.3, 41.2});
    camera.zoom = 20;
    camera.projection = GetParam();
    const view::RectPx rect{0, 0, kWidth, kHeight};
    const geo::LonLat at = geo::lonlat_from(*view::PlaneView(view::transform_of(camera, rect, 1)).world({100, 80}));
    float last = -1;
    for (int i = 0; i < 10; ++i) {
        view::Camera moved = camera;
        moved.center.x += 0.2 * i / view::PlaneView(view::transform_of(camera, rect, 1)).px_per_world();
        const view::MapTransform map = view::transform_of(moved, rect, 1);
        const Place found = middle_of_ink(Stage::shared().draw(with_cross(map, at, 5, map.world_px / 360)));
        if (last >= 0) { EXPECT_NEAR(last - found.at.x, 0.2, 0.08) << geo::name_of(GetParam()) << ' ' << i; }
        last = found.at.x;
    }
}

TEST_P(ProjectionOnTheGpu, DrawsNothingOfTheFarSide) {
    if (GetParam() != geo::Projection::Globe) GTEST_SKIP() << "only a globe has one";
    view::Camera camera;
    camera.center = geo::world_from({0, 20});
    camera.zoom = 0.5;
    camera.projection = GetParam();
    const view::MapTransform map = view::transform_of(camera, {0, 0, kWidth, kHeight}, 1);
    const geo::LonLat far{170, -30};
    EXPECT_EQ(middle_of_ink(Stage::shared().draw(with_cross(map, far, 5, map.world_px / 360))).pixels, 0);
    view::Frame frame;
    frame.width_px = kWidth;
    frame.height_px = kHeight;
    frame.clear = kWhite;
    frame.items.emplace_back(map);
    const geo::MultiPolygon area{{{{150, -40}, {179, -40}, {179, -10}, {150, -10}, {150, -40}}}};
    frame.items.emplace_back(view::FillArea{std::make_shared<geo::Mesh>(geo::triangulate(area, 0x9fff)), kBlack, 0});
    EXPECT_EQ(middle_of_ink(Stage::shared().draw(frame)).pixels, 0);
}

TEST_P(ProjectionOnTheGpu, FillsAnAreaFarBeyondTheMapButForItsLake) {
    const geo::LonLat lake{44.3, 41.2};
    for (const double zoom : {7.0, 9.0, 10.5, 12.0, 15.0, 18.0}) {
        view::Camera camera;
        camera.center = geo::world_from(lake);
        camera.zoom = zoom;
        camera.projection = GetParam();
        const view::MapTransform map = view::transform_of(camera, {0, 0, kWidth, kHeight}, 1);
        const double d = 40 / (map.world_px / 360);  // 40 px
        const geo::Line land{
            {lake.lon_deg - 30, 15}, {lake.lon_deg + 25, 20}, {lake.lon_deg + 30, 62}, {lake.lon_deg - 25, 60}, {lake.lon_deg - 30, 15}};
        const geo::Line shore{{lake.lon_deg - d, lake.lat_deg},
                              {lake.lon_deg, lake.lat_deg - d},
                              {lake.lon_deg + d, lake.lat_deg},
                              {lake.lon_deg, lake.lat_deg + d},
                              {lake.lon_deg - d, lake.lat_deg}};
        view::Frame frame;
        frame.width_px = kWidth;
        frame.height_px = kHeight;
        frame.clear = kWhite;
        frame.items.emplace_back(map);
        static std::uint64_t key = 0xa000;
        frame.items.emplace_back(view::FillArea{std::make_shared<geo::Mesh>(geo::triangulate({{land, shore}}, ++key)), kBlack, 0});
        const view::Image image = Stage::shared().draw(frame);
        const auto ink = [&](int x, int y) { return pixel(image, x, y).g < 128; };
        EXPECT_FALSE(ink(kWidth / 2, kHeight / 2)) << "zoom " << zoom;
        for (const auto& [x, y] : {std::pair{10, 10},
                                   {kWidth - 10, 10},
                                   {10, kHeight - 10},
                                   {kWidth - 10, kHeight - 10},
                                   {kWidth / 2 - 70, kHeight / 2},
                                   {kWidth / 2 + 70, kHeight / 2},
                                   {kWidth / 2, 20},
                                   {kWidth / 2, kHeight - 20}})
            EXPECT_TRUE(ink(x, y)) << "zoom " << zoom << " at " << x << ' ' << y;
    }
}

INSTANTIATE_TEST_SUITE_P(Each, ProjectionOnTheGpu,
                         testing::Values(geo::Projection::Mercator, geo::Projection::Globe, geo::Projection::EqualEarth,
                                         geo::Projection::LambertConformal, geo::Projection::LambertAzimuthal),
                         [](const auto& each) { return std::to_string(static_cast<int>(each.param)); });

}  // namespace
}  // namespace dateline::render
