#include "gl/debug.h"
#include "render/render_support.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::render {
namespace {

constexpr view::Color kInk{0, 0.2f, 0.8f, 1};

/// An arc over a page of 300 x 120, from (30, 80) to (270, 80), bowed upward by 40 px.
std::shared_ptr<view::ArcSet> bow(float begin_days = 0, float end_days = 1) {
    static std::uint64_t key = 8'000'000;
    auto set = std::make_shared<view::ArcSet>();
    set->key = ++key;
    set->origin = {0.5, 0.5};
    constexpr int kSteps = 40;
    float along = 0;
    for (int i = 0; i <= kSteps; ++i) {
        const float t = static_cast<float>(i) / kSteps, rise = 40 * 4 * t * (1 - t);
        view::ArcSet::Point p;
        p.x = (30 + 240 * t - 150) / static_cast<float>(kPageWorldPx);
        p.y = (80.0f - 60) / static_cast<float>(kPageWorldPx);
        p.bow_y = -rise / static_cast<float>(kPageWorldPx);
        p.share = t;
        if (i > 0) {
            const view::ArcSet::Point& q = set->points.back();
            along += std::hypot(p.x - q.x, p.y + p.bow_y - q.y - q.bow_y);
        }
        p.along = along;
        set->points.push_back(p);
        set->box.include({0.5 + static_cast<double>(p.x), 0.5 + static_cast<double>(p.y + p.bow_y)});
    }
    view::Arc arc;
    arc.count = kSteps + 1;
    arc.begin_days = begin_days;
    arc.end_days = end_days;
    arc.tail = 0.05f;
    arc.color = kInk;
    set->arcs.push_back(arc);
    return set;
}

class Arcs : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    static view::Frame frame_of(std::shared_ptr<const view::ArcSet> set, double playhead, float gap_px = 0) {
        view::Frame frame = page(300, 120);
        view::DrawArcs draw;
        draw.set = std::move(set);
        draw.time.playhead_days = playhead;
        draw.width_px = 3;
        draw.head_px = 10;
        draw.gap_px = gap_px;
        draw.lead_days = 1;
        draw.dash_px = {4, 4};
        draw.land = kWhite;
        draw.halo = kWhite;
        frame.items.push_back(draw);
        return frame;
    }
    view::Image drawn(double playhead) { return stage_.draw(frame_of(bow(), playhead)); }
    static double weight(const view::Image& image, float x, float width) { return ink(image, {x, 0, width, 120}, kWhite, kInk); }
    Stage& stage_ = Stage::shared();
};

TEST_F(Arcs, LieOnTheBowAndNotOnTheChord) {
    const view::Image image = drawn(0.5);
    EXPECT_LT(pixel(image, 150, 40).r, 160);
    EXPECT_EQ(pixel(image, 150, 80).r, 255);
}

TEST_F(Arcs, BrightenAndWidenTowardTheDestinationAndEndInAHead) {
    const view::Image image = drawn(0.5);
    EXPECT_GT(weight(image, 200, 20), 1.8 * weight(image, 60, 20));
    EXPECT_GT(weight(image, 256, 8), 1.2 * weight(image, 240, 8));  // the head
    EXPECT_LT(weight(image, 272, 20), 0.5);
}

TEST_F(Arcs, EndBeforeTheMarker) {
    const view::Image image = stage_.draw(frame_of(bow(), 0.5, 12));
    EXPECT_LT(weight(image, 264, 30), 1);
    EXPECT_GT(weight(image, 240, 20), 5);
}

TEST_F(Arcs, AreDashedUntilThePlayheadDrawsThem) {
    const auto gaps = [](const view::Image& image) {
        int count = 0;
        bool on = false;
        for (int x = 60; x < 240; ++x) {
            double column = 0;
            for (int y = 20; y < 90; ++y) column += 255 - pixel(image, x, y).r;
            const bool lit = column > 90;
            count += on && !lit;
            on = lit;
        }
        return count;
    };
    EXPECT_GE(gaps(drawn(-10)), 10);
    EXPECT_LE(gaps(drawn(0.5)), 1);
    const int half = gaps(drawn(-0.5));
    EXPECT_GE(half, 3);
    EXPECT_LT(half, gaps(drawn(-10)));
}

TEST_F(Arcs, FadeWithAgeAndKeepToTheWindow) {
    EXPECT_GT(weight(drawn(0.5), 100, 100), 1.3 * weight(drawn(8), 100, 100));
    EXPECT_GT(weight(drawn(8), 100, 100), 1.3 * weight(drawn(40), 100, 100));
    view::Frame frame = frame_of(bow(), 40);
    std::get<view::DrawArcs>(frame.items.back()).time.window_begin_days = 20;
    EXPECT_EQ(weight(stage_.draw(frame), 0, 300), 0);
}

TEST_F(Arcs, ScrubbingUploadsNothing) {
    const auto set = bow();
    stage_.draw(frame_of(set, 0.5));
    EXPECT_GT(stage_.renderer().stats().uploaded_bytes, 0u);
    stage_.draw(frame_of(set, 7));
    EXPECT_EQ(stage_.renderer().stats().uploaded_bytes, 0u);
}

TEST_F(Arcs, TilesAreThePicture) {
    const view::Frame frame = frame_of(bow(), 0.5);
    EXPECT_EQ(stage_.draw(frame, 64).rgba, stage_.draw(frame).rgba);
}

}  // namespace
}  // namespace dateline::render
