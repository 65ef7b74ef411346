#include "render/render_support.h"

#include "document/relief.h"
#include "gl/debug.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::render {
namespace {

class LaidImages : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    Stage& stage_ = Stage::shared();
};

/// A piece of the page's world between these pixels.
geo::WorldBox box_px(float x0, float y0, float x1, float y1, int size) {
    const auto world = [&](float v) { return 0.5 + (double{v} - 0.5 * size) / kPageWorldPx; };
    return {world(x0), world(y0), world(x1), world(y1)};
}

std::shared_ptr<const geo::WorldImage> image_of(std::vector<std::uint8_t> pixels, int width, int height, int channels, geo::WorldBox box) {
    static std::uint64_t key = 77'000;
    geo::WorldImage image = geo::WorldImage::owning(std::move(pixels), width, height, channels);
    image.key = ++key;
    image.box = box;
    return std::make_shared<const geo::WorldImage>(std::move(image));
}

TEST_F(LaidImages, LieWhereTheirBoxIsAndBlendByAlpha) {
    const geo::WorldBox box = box_px(20, 20, 80, 80, 100);
    // Red and green above, blue and nothing below.
    const auto image = image_of({255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 9, 9, 9, 0}, 2, 2, 4, box);
    view::Frame frame = page(100, 100);
    frame.items.push_back(view::LayImage{image, box, 1, {}, false});
    const view::Image drawn = stage_.draw(frame);
    EXPECT_EQ(pixel(drawn, 24, 24), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(drawn, 76, 24), (Pixel{0, 255, 0, 255}));
    EXPECT_EQ(pixel(drawn, 24, 76), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(pixel(drawn, 76, 76), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(drawn, 18, 50), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(drawn, 82, 50), (Pixel{255, 255, 255, 255}));
    frame.items.clear();
    frame = page(100, 100);
    frame.items.push_back(view::LayImage{image, box, 0.5f, {}, false});
    EXPECT_NEAR(pixel(stage_.draw(frame), 24, 24).g, 128, 1);
}

TEST_F(LaidImages, APartShowsItsShareOfThePixels) {
    const geo::WorldBox box = box_px(0, 0, 100, 100, 100), right = box_px(50, 0, 100, 100, 100);
    const auto image = image_of({255, 0, 0, 255, 0, 0, 255, 255}, 2, 1, 4, box);
    view::Frame frame = page(100, 100);
    frame.items.push_back(view::LayImage{image, right, 1, {}, false});
    const view::Image drawn = stage_.draw(frame);
    EXPECT_EQ(pixel(drawn, 20, 50), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(drawn, 90, 50), (Pixel{0, 0, 255, 255}));
}

TEST_F(LaidImages, ReliefLeavesFlatGroundAndShadesTheRest) {
    const geo::WorldBox box = box_px(0, 0, 90, 90, 90);
    const view::ReliefTone tone{{0, 0, 0, 0.8f}, {1, 1, 0, 0.6f}, {0, 1, 0, 0.5f}};
    std::vector<std::uint8_t> ground;
    for (int y = 0; y < 9; ++y)
        for (int x = 0; x < 9; ++x) {
            ground.push_back(x < 3 ? 0 : x < 6 ? document::kReliefFlat : 255);
            ground.push_back(y < 5 ? 0 : 255);
        }
    for (const bool smooth : {false, true}) {
        view::Frame frame = page(90, 90, {0.5f, 0.5f, 0.5f, 1});
        frame.items.push_back(view::LayImage{image_of(ground, 9, 9, 2, box), box, 1, tone, smooth});
        const view::Image drawn = stage_.draw(frame);
        EXPECT_NEAR(pixel(drawn, 10, 10).r, 25, 2) << smooth;   // 0.2 of the grey
        EXPECT_NEAR(pixel(drawn, 45, 10).r, 128, 2) << smooth;  // flat and low: as it was
        EXPECT_NEAR(pixel(drawn, 80, 10).r, 204, 3) << smooth;
        EXPECT_NEAR(pixel(drawn, 80, 10).b, 51, 3) << smooth;
        EXPECT_NEAR(pixel(drawn, 45, 80).g, 191, 2) << smooth;  // flat and high
    }
}

TEST_F(LaidImages, SquaresSideBySideLeaveNoSeam) {
    for (const double bearing : {0.0, 0.3}) {
        view::Frame frame = page(200, 200);
        std::get<view::MapTransform>(frame.items.front()).bearing_rad = bearing;
        for (int row = 0; row < 4; ++row)
            for (int column = 0; column < 4; ++column) {
                const auto at = [](int i) { return static_cast<float>(-50 + 75 * i); };
                const geo::WorldBox box = box_px(at(column), at(row), at(column + 1), at(row + 1), 200);
                frame.items.push_back(view::LayImage{image_of({0, 0, 0, 128}, 1, 1, 4, box), box, 1, {}, false});
            }
        const view::Image drawn = stage_.draw(frame);
        for (int y = 30; y < 170; ++y)
            for (int x = 30; x < 170; ++x) ASSERT_NEAR(pixel(drawn, x, y).r, 127, 1) << x << ' ' << y << " turned by " << bearing;
    }
}

TEST_F(LaidImages, AreUploadedOnceHoweverOftenTheyAreDrawn) {
    const geo::WorldBox box = box_px(0, 0, 50, 50, 100);
    view::Frame frame = page(100, 100);
    frame.items.push_back(view::LayImage{image_of(std::vector<std::uint8_t>(4 * 64 * 64, 200), 64, 64, 4, box), box, 1, {}, false});
    stage_.draw(frame);
    EXPECT_GE(stage_.renderer().stats().uploaded_bytes, 4u * 64 * 64);
    stage_.draw(frame);
    EXPECT_LT(stage_.renderer().stats().uploaded_bytes, 4u * 64 * 64);
}

}  // namespace
}  // namespace dateline::render
