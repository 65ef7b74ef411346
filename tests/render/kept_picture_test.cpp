#include "render/render_support.h"

#include "gl/debug.h"
#include "gl/texture.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline::render {
namespace {

constexpr int kWidth = 240, kHeight = 160;

/// A window: what is drawn into it stays, and one renderer draws all of its frames.
class KeptPictures : public testing::Test {
  protected:
    void SetUp() override {
        auto renderer = Renderer::create(stage_.context(), stage_.type());
        ASSERT_TRUE(renderer) << renderer.error().line();
        renderer_.emplace(std::move(*renderer));
    }
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    std::vector<std::uint8_t> draw(const view::Frame& frame) {
        framebuffer_.bind();
        renderer_->draw(frame);
        EXPECT_EQ(gl::Framebuffer::current(), framebuffer_.id());
        return gl::read_rgba8(0, 0, kWidth, kHeight);
    }
    /// As a renderer draws it that has drawn nothing before.
    std::vector<std::uint8_t> afresh(const view::Frame& frame) {
        auto renderer = Renderer::create(stage_.context(), stage_.type());
        framebuffer_.bind();
        renderer->draw(frame);
        return gl::read_rgba8(0, 0, kWidth, kHeight);
    }
    int draws(const view::Frame& frame) {
        draw(frame);
        return renderer_->stats().draw_calls;
    }

    Stage& stage_ = Stage::shared();
    gl::Texture texture_{gl::Format::Rgba8, kWidth, kHeight, gl::Filter::Nearest};
    gl::Framebuffer framebuffer_{texture_};
    std::optional<Renderer> renderer_;
};

view::StrokeLines stroke(view::PointPx a, view::PointPx b, view::Color color, float width_px) {
    view::LineStyle style;
    style.color = color;
    style.width_px = width_px;
    return {line_px({a, b}, kWidth, kHeight), style};
}

view::Frame map_page() {
    view::Frame frame = page(kWidth, kHeight);
    frame.items.push_back(view::FillArea{mesh_px({{10, 10}, {200, 20}, {120, 140}}, kWidth, kHeight), view::with_alpha(kRed, 0.5f), 0});
    for (int i = 0; i < 4; ++i)  // one group: a translucent line crosses itself without a trace
        frame.items.push_back(
            stroke({20, 20.f + 30 * static_cast<float>(i)}, {220, 140.f - 30 * static_cast<float>(i)}, view::with_alpha(kBlue, 0.4f), 8));
    frame.items.push_back(text("Kars", {30, 60}));
    frame.items.push_back(view::plain_rect({100, 90, 60, 30}, view::with_alpha(kGreen, 0.6f), 4));
    frame.items.push_back(view::ClipTo{{0, 0, 120, 160}});
    frame.items.push_back(stroke({0, 150}, {240, 100}, kBlack, 3));
    frame.items.push_back(view::ClipTo{{0, 0, 0, 0}});
    frame.items.push_back(text("25 April", {90, 150}));
    return frame;
}

TEST_F(KeptPictures, AFrameThatStaysIsDrawnOnceMoreAndThenCopied) {
    const view::Frame frame = map_page();
    const auto first = draw(frame);
    const int calls = renderer_->stats().draw_calls;
    EXPECT_GT(calls, 5);
    draw(frame);
    EXPECT_EQ(draw(frame), first);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(draws(frame), 0);
    EXPECT_EQ(draw(frame), first);
}

TEST_F(KeptPictures, WhatLiesUnderAChangeIsNotDrawnAgain) {
    view::Frame frame = map_page();
    const int all = draws(frame);
    int last = all;
    for (int i = 0; i < 6; ++i) {
        std::get<view::DrawText>(frame.items.back()).text = "day " + std::to_string(i);
        last = draws(frame);
        EXPECT_EQ(draw(frame), afresh(frame));
        draw(frame);
    }
    EXPECT_LT(last, all);
}

TEST_F(KeptPictures, AMapThatMovesIsDrawnWhole) {
    view::Frame frame = map_page();
    const int all = draws(frame);
    for (int i = 0; i < 4; ++i) {
        std::get<view::MapTransform>(frame.items.front()).center.x += 1 / kPageWorldPx;
        EXPECT_EQ(draws(frame), all);
    }
}

TEST_F(KeptPictures, AnyRunOfChangesLooksAsIfDrawnAfresh) {
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    view::Frame frame = map_page();
    const view::Frame whole = frame;
    for (int step = 0; step < 150; ++step) {
        const std::size_t at = 1 + below(frame.items.size() - 1);
        switch (below(5)) {
            case 0:  // a run of frames in which nothing changes
            case 1: break;
            case 2:
                if (auto* line = std::get_if<view::StrokeLines>(&frame.items[at]))
                    line->style.color = below(2) == 0 ? kBlack : view::with_alpha(kBlue, 0.4f);
                if (auto* words = std::get_if<view::DrawText>(&frame.items[at])) words->at.x += 3;
                break;
            case 3:
                if (frame.items.size() > 4) frame.items.erase(frame.items.begin() + static_cast<std::ptrdiff_t>(at));
                break;
            case 4:
                frame.items.insert(frame.items.begin() + static_cast<std::ptrdiff_t>(at), whole.items[1 + below(whole.items.size() - 1)]);
                break;
        }
        ASSERT_EQ(draw(frame), afresh(frame)) << "step " << step;
    }
}

TEST_F(KeptPictures, AnotherSizeOrGroundBeginsAnew) {
    view::Frame frame = map_page();
    for (int i = 0; i < 4; ++i) draw(frame);
    frame.clear = view::mix(kWhite, kBlack, 0.5f);
    EXPECT_EQ(draw(frame), afresh(frame));
    for (int i = 0; i < 3; ++i) draw(frame);
    EXPECT_EQ(draw(frame), afresh(frame));
    // A smaller page in the corner of the same window.
    frame.width_px = kWidth / 2, frame.height_px = kHeight / 2;
    for (int i = 0; i < 4; ++i) EXPECT_EQ(draw(frame), afresh(frame)) << i;
}

}  // namespace
}  // namespace dateline::render
