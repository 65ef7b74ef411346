#include "view/heat.h"
#include "gl/debug.h"
#include "render/render_support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace dateline::render {
namespace {

constexpr int kWidth = 320, kHeight = 200;

std::shared_ptr<view::MarkerSet> crowd(std::size_t count) {
    static std::uint64_t key = 9'000'000;
    std::mt19937 random(17);
    std::normal_distribution<float> about(0, 26);
    std::uniform_real_distribution<float> day(0, 100);
    auto set = std::make_shared<view::MarkerSet>();
    set->key = ++key;
    set->origin = {0.5, 0.5};
    set->longest_days = 1;
    for (std::size_t i = 0; i < count; ++i) {
        view::Marker m;
        m.x = about(random) / static_cast<float>(kPageWorldPx);
        m.y = about(random) / static_cast<float>(kPageWorldPx);
        m.begin_days = day(random);
        m.end_days = m.begin_days + 1;
        set->markers.push_back(m);
    }
    std::stable_sort(set->markers.begin(), set->markers.end(),
                     [](const view::Marker& a, const view::Marker& b) { return a.begin_days < b.begin_days; });
    return set;
}

view::DrawHeat heat_of(std::shared_ptr<const view::MarkerSet> set) {
    view::DrawHeat heat;
    heat.set = std::move(set);
    heat.sigma_px = 9;
    heat.full = 150;
    for (std::size_t i = 0; i < heat.ramp.size(); ++i) {
        const float v = static_cast<float>(i) / 4;
        heat.ramp[i] = {1 - v, 0.6f * (1 - v), v, 1};
    }
    return heat;
}

view::Frame frame_of(const view::DrawHeat& heat) {
    view::Frame frame = page(kWidth, kHeight);
    frame.items.push_back(heat);
    return frame;
}

class Heat : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    Stage& stage_ = Stage::shared();
};

TEST_F(Heat, IsWhatTheSumsOfBellsSay) {
    const view::DrawHeat heat = heat_of(crowd(3000));
    const view::Frame frame = frame_of(heat);
    const view::Image drawn = stage_.draw(frame);
    const view::Image exact = view::heat_image(heat, std::get<view::MapTransform>(frame.items.front()), 1);
    ASSERT_EQ(exact.width, kWidth);
    double off = 0;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const std::uint8_t* e = &exact.rgba[4 * static_cast<std::size_t>(y * kWidth + x)];
            const int red = 255 + (e[0] - 255) * e[3] / 255;
            off += std::abs(red - pixel(drawn, x, y).r);
        }
    }
    EXPECT_LT(off / (kWidth * kHeight), 3) << "of 255, the mean";
    EXPECT_LT(pixel(drawn, kWidth / 2, kHeight / 2).r, 110);
    EXPECT_EQ(pixel(drawn, 4, 4), (Pixel{255, 255, 255, 255}));
}

TEST_F(Heat, FollowsTheTimeWindowWithoutAnUpload) {
    view::DrawHeat heat = heat_of(crowd(3000));
    const int all = pixel(stage_.draw(frame_of(heat)), kWidth / 2, kHeight / 2).r;
    heat.time.window_begin_days = 10;
    heat.time.window_end_days = 12;
    const int some = pixel(stage_.draw(frame_of(heat)), kWidth / 2, kHeight / 2).r;
    EXPECT_EQ(stage_.renderer().stats().uploaded_bytes, 0u);
    EXPECT_GT(some, all + 20);
    heat.time.window_begin_days = 2000;
    heat.time.window_end_days = 2001;
    EXPECT_EQ(pixel(stage_.draw(frame_of(heat)), kWidth / 2, kHeight / 2).r, 255);
}

TEST_F(Heat, TilesAreThePicture) {
    const view::Frame frame = frame_of(heat_of(crowd(2000)));
    EXPECT_EQ(stage_.draw(frame, 96).rgba, stage_.draw(frame).rgba);
}

TEST_F(Heat, LeavesWhatComesAfterItAsItIs) {
    view::Frame frame = frame_of(heat_of(crowd(500)));
    frame.items.push_back(view::plain_rect({10, 10, 20, 20}, kRed));
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 20, 20), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 5, 5), (Pixel{255, 255, 255, 255}));
}

}  // namespace
}  // namespace dateline::render
