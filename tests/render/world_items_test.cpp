#include "render/render_support.h"

#include "gl/debug.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::render {
namespace {

using view::PointPx;

class WorldItems : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    Stage& stage_ = Stage::shared();
};

view::Frame with_line(const std::vector<PointPx>& points, const view::LineStyle& style, int width = 200, int height = 100) {
    view::Frame frame = page(width, height);
    frame.items.push_back(view::StrokeLines{line_px(points, width, height), style});
    return frame;
}

view::LineStyle black_line(float width_px) {
    view::LineStyle style;
    style.color = kBlack;
    style.width_px = width_px;
    return style;
}

TEST_F(WorldItems, FillIsSolidInsideAndAntiAliasedAtItsEdge) {
    view::Frame frame = page(100, 80);
    frame.items.push_back(view::FillArea{mesh_px({{20, 10}, {80, 10}, {80, 60}, {20, 60}}, 100, 80), kRed, 0});
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 50, 30), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 21, 11), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 10, 30), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(image, 82, 30), (Pixel{255, 255, 255, 255}));
}

TEST_F(WorldItems, SlantedFillHasIntermediatePixelsAndNoSeamsBetweenTriangles) {
    view::Frame frame = page(100, 100);
    frame.items.push_back(
        view::FillArea{mesh_px({{50, 5}, {95, 50}, {50, 95}, {5, 50}, {30, 45}}, 100, 100), view::with_alpha(kBlack, 0.5f), 0});
    const view::Image image = stage_.draw(frame);
    int between = 0;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            const int v = pixel(image, x, y).r;
            EXPECT_GE(v, 126) << "drawn twice at " << x << ' ' << y;
            between += v > 130 && v < 250;
        }
    }
    EXPECT_GT(between, 100);
}

TEST_F(WorldItems, HatchCoversItsShareAndLiesStillUnderAPan) {
    const auto hatched = [&](float shift) {
        view::Frame frame = page(200, 200);
        std::get<view::MapTransform>(frame.items[0]).center.x += double{shift} / kPageWorldPx;
        frame.items.push_back(view::FillArea{mesh_px({{-50, -50}, {250, -50}, {250, 250}, {-50, 250}}, 200, 200), kBlack, 6});
        return stage_.draw(frame);
    };
    const view::Image image = hatched(0);
    const double share = ink(image, {20, 20, 160, 160}, kWhite, kBlack) / (160.0 * 160.0);
    EXPECT_NEAR(share, 1.2 / 6, 0.02);
    EXPECT_EQ(image.rgba, hatched(7.3f).rgba);
}

TEST_F(WorldItems, LineIsAsWideAsItSays) {
    for (const float width : {0.6f, 1.0f, 2.0f, 3.5f, 9.0f}) {
        for (const PointPx to : {PointPx{180, 50}, PointPx{180, 80}, PointPx{60, 95}}) {
            const view::Image image = stage_.draw(with_line({{20, 50}, to}, black_line(width)));
            const double length = std::hypot(to.x - 20, to.y - 50);
            const double caps = std::numbers::pi * double{width} * double{width} / 4;
            EXPECT_NEAR(ink(image, {0, 0, 200, 100}, kWhite, kBlack), length * double{width} + caps, 0.03 * length * double{width} + 1)
                << width << " to " << to.x << ' ' << to.y;
        }
    }
}

TEST_F(WorldItems, RoundCapsReachBeyondTheEndAndButtCapsDoNot) {
    view::LineStyle style = black_line(12);
    EXPECT_EQ(pixel(stage_.draw(with_line({{50, 50}, {150, 50}}, style)), 154, 50).r, 0);
    EXPECT_EQ(pixel(stage_.draw(with_line({{50, 50}, {150, 50}}, style)), 155, 45).r, 255);  // the corner is round
    style.round_caps = false;
    EXPECT_EQ(pixel(stage_.draw(with_line({{50, 50}, {150, 50}}, style)), 154, 50).r, 255);
    EXPECT_EQ(pixel(stage_.draw(with_line({{50, 50}, {150, 50}}, style)), 148, 45).r, 0);
}

TEST_F(WorldItems, TranslucentLineIsEvenOverJoinsAndCrossings) {
    view::LineStyle style = black_line(10);
    style.color.a = 0.5f;
    const view::Image image = stage_.draw(with_line({{20, 20}, {100, 80}, {180, 20}, {100, 20}, {100, 90}}, style));
    for (int y = 0; y < 100; ++y)
        for (int x = 0; x < 200; ++x) EXPECT_GE(pixel(image, x, y).r, 126) << x << ' ' << y;
    EXPECT_NEAR(pixel(image, 100, 78).r, 127, 1);
}

TEST_F(WorldItems, DashesKeepTheirPeriodAcrossJoins) {
    // Along a staircase of 50 px steps each dash of 8 in 16 covers half of the length, wherever the corners fall.
    view::LineStyle style = black_line(2);
    style.round_caps = false;
    style.dash_px = {8, 8, 0, 0};
    std::vector<PointPx> stairs;
    for (int i = 0; i < 7; ++i)
        stairs.push_back({10.0f + 30.0f * static_cast<float>((i + 1) / 2), 10.0f + 25.0f * static_cast<float>(i / 2)});
    // 65536 world pixels are 128 tiles of 512: a whole zoom, at which patterns have their nominal size.
    const view::Image image = stage_.draw(with_line(stairs, style));
    const double length = 3 * 30 + 3 * 25;
    EXPECT_NEAR(ink(image, {0, 0, 200, 100}, kWhite, kBlack), 2 * length / 2, 14);
    const view::Image straight = stage_.draw(with_line({{10, 50}, {190, 50}}, style));
    for (int x = 12; x < 186; ++x) {
        const int in_period = (x - 10) % 16;
        if (in_period == 0 || in_period == 7 || in_period == 8 || in_period == 15) continue;  // the ends' own pixels
        EXPECT_EQ(pixel(straight, x, 50).r, in_period < 7 ? 0 : 255) << x;
    }
}

TEST_F(WorldItems, DashesOfAPictureHaveTheirLengthBetweenWholeZoomsToo) {
    view::LineStyle style = black_line(2);
    style.round_caps = false;
    style.dash_px = {8, 8, 0, 0};
    for (const float scale : {0.75f, 1.0f, 1.3f, 1.45f}) {
        view::Frame frame = with_line({{10, 50}, {190, 50}}, style);
        frame.scale = scale;  // the map's zoom follows
        const view::Image image = stage_.draw(frame);
        int begun = 0;
        for (int x = 11; x < 186; ++x) begun += pixel(image, x, 50).r < 128 && pixel(image, x - 1, 50).r >= 128 ? 1 : 0;
        EXPECT_EQ(begun, 10) << scale;  // the first begins with the line
    }
}

TEST_F(WorldItems, CasingShowsOnBothSidesOfTheCore) {
    view::LineStyle style = black_line(4);
    style.casing = kRed;
    style.casing_width_px = 10;
    const view::Image image = stage_.draw(with_line({{10, 50}, {190, 50}}, style));
    EXPECT_EQ(pixel(image, 100, 50), (Pixel{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 100, 46), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 100, 53), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 100, 43), (Pixel{255, 255, 255, 255}));
}

TEST_F(WorldItems, TicksAndNodesStandAtTheirDistance) {
    view::LineStyle rail = black_line(1);
    rail.tick_every_px = 20;
    rail.tick_length_px = 10;
    rail.tick_width_px = 2;
    const view::Image ticks = stage_.draw(with_line({{10, 50}, {190, 50}}, rail));
    for (int at = 30; at < 190; at += 20) {
        EXPECT_LT(pixel(ticks, at, 47).r, 20) << at;
        EXPECT_EQ(pixel(ticks, at + 10, 47).r, 255) << at;
    }
    view::LineStyle pipe = black_line(1);
    pipe.dot_every_px = 30;
    pipe.dot_width_px = 9;
    const view::Image nodes = stage_.draw(with_line({{10, 50}, {190, 50}}, pipe));
    EXPECT_EQ(pixel(nodes, 40, 47).r, 0);
    EXPECT_EQ(pixel(nodes, 55, 47).r, 255);
}

TEST_F(WorldItems, OffsetMovesALineToItsRight) {
    view::LineStyle style = black_line(2);
    style.offset_px = 10;
    const view::Image image = stage_.draw(with_line({{10, 50}, {190, 50}}, style));
    EXPECT_EQ(pixel(image, 100, 60).r, 0);
    EXPECT_EQ(pixel(image, 100, 50).r, 255);
}

TEST_F(WorldItems, GlowFallsOffWithDistance) {
    view::LineStyle style = black_line(2);
    style.glow_px = 20;
    style.glow_alpha = 0.5f;
    const view::Image image = stage_.draw(with_line({{10, 50}, {190, 50}}, style));
    int last = 0;
    for (int y = 52; y < 72; ++y) {
        EXPECT_GE(pixel(image, 100, y).r, last);
        last = pixel(image, 100, y).r;
    }
    EXPECT_LT(pixel(image, 100, 53).r, 160);
    EXPECT_EQ(pixel(image, 100, 74).r, 255);
}

TEST_F(WorldItems, GlintsRunAlongALineAndMovingThemUploadsNothing) {
    view::Frame frame = with_line({{20, 50}, {180, 50}}, black_line(4));
    auto& lines = std::get<view::StrokeLines>(frame.items.back());
    lines.style.flow.color = kRed;
    lines.style.flow.every_px = 100;
    lines.style.flow.length_px = 40;
    const auto red_at = [&](float phase, int x) {
        lines.style.flow.phase = phase;
        return pixel(stage_.draw(frame), x, 50).r;
    };
    EXPECT_GT(red_at(0.5f, 65), 200) << "behind the head, which is 50 px along";
    EXPECT_LT(red_at(0.5f, 75), 20) << "before it";
    EXPECT_GT(red_at(0.5f, 165), 200) << "the next one";
    EXPECT_GT(red_at(0.7f, 85), 200);
    EXPECT_EQ(stage_.renderer().stats().uploaded_bytes, 0u);
    lines.along_start = 30 / kPageWorldPx;  // the line begins 30 px along what it is a part of
    EXPECT_GT(red_at(0.5f, 35), 200);
    EXPECT_LT(red_at(0.5f, 45), 20);
    lines.along_start = 0;
    lines.style.flow.backward = true;
    EXPECT_GT(red_at(0.5f, 75), 200);
    EXPECT_LT(red_at(0.5f, 65), 20);
    lines.style.flow = {};
    EXPECT_EQ(red_at(0.5f, 75), 0) << "a picture has none";
}

TEST_F(WorldItems, AppearOnEveryCopyOfTheWorld) {
    // A map three worlds wide: a line at 0 degrees shows three times.
    view::Frame frame = page(300, 60);
    std::get<view::MapTransform>(frame.items[0]).world_px = 100;
    auto set = std::make_shared<geo::LineSet>(geo::line_set({{{0, -60}, {0, 60}}}, 5));
    frame.items.push_back(view::StrokeLines{set, black_line(2)});
    const view::Image image = stage_.draw(frame);
    for (int x : {50, 150, 250}) EXPECT_EQ(pixel(image, x, 30).r, 0) << x;
    EXPECT_EQ(pixel(image, 100, 30).r, 255);
}

TEST_F(WorldItems, DoNotJitterAtTheLargestZoom) {
    // Zoom 20 over a line across half a degree; panned by a tenth of a pixel, the edge moves by a tenth of a pixel.
    const double world_px = 512.0 * (1 << 20);
    const geo::WorldPoint a = geo::world_from({49.5, 40.2}), b = geo::world_from({50.1, 40.7});
    const auto set = std::make_shared<geo::LineSet>(geo::line_set({{{49.5, 40.2}, {50.1, 40.7}}}, 6));
    double before = 0;
    for (int step = 0; step < 40; ++step) {
        view::Frame frame = page(64, 64);
        auto& map = std::get<view::MapTransform>(frame.items[0]);
        map.world_px = world_px;
        map.center = {0.5 * (a.x + b.x) + 0.1 * step / world_px, 0.5 * (a.y + b.y)};
        frame.items.push_back(view::StrokeLines{set, black_line(3)});
        const view::Image image = stage_.draw(frame);
        double sum = 0, moment = 0;
        for (int x = 0; x < 64; ++x) {
            sum += 255 - pixel(image, x, 32).r;
            moment += (x + 0.5) * (255 - pixel(image, x, 32).r);
        }
        ASSERT_GT(sum, 0);
        EXPECT_NEAR(moment / sum - before, step > 0 ? -0.1 : moment / sum, 0.15) << step;
        before = moment / sum;
    }
}

TEST_F(WorldItems, KeepToTheMapsRect) {
    view::Frame frame = page(100, 60);
    std::get<view::MapTransform>(frame.items[0]).rect = {20, 10, 50, 30};
    frame.items.push_back(view::FillArea{mesh_px({{-500, -500}, {500, -500}, {500, 500}, {-500, 500}}, 100, 60), kBlue, 0});
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 20, 10), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(pixel(image, 69, 39), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(pixel(image, 70, 39), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(image, 20, 9), (Pixel{255, 255, 255, 255}));
}

TEST_F(WorldItems, TurnWithTheMap) {
    view::Frame frame = page(100, 100);
    std::get<view::MapTransform>(frame.items[0]).bearing_rad = std::numbers::pi / 2;
    frame.items.push_back(view::FillArea{mesh_px({{50, 45}, {95, 45}, {95, 55}, {50, 55}}, 100, 100), kRed, 0});
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 50, 80), (Pixel{255, 0, 0, 255}));  // what lay to the right lies below
    EXPECT_EQ(pixel(image, 80, 50), (Pixel{255, 255, 255, 255}));
}

}  // namespace
}  // namespace dateline::render
