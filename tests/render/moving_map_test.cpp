#include "render/render_support.h"

#include "gl/debug.h"
#include "gl/texture.h"
#include "render/coarse_frame.h"
#include "render/panned_ground.h"
#include "view/map_plane.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstdlib>
#include <numbers>

namespace dateline::render {
namespace {

constexpr int kWidth = 241, kHeight = 161;  // of which neither 2 nor 3 is a part

view::StrokeLines stroke(view::PointPx a, view::PointPx b, view::Color color, float width_px) {
    view::StrokeLines item{line_px({a, b}, kWidth, kHeight), {}};
    item.style.color = color;
    item.style.width_px = width_px;
    return item;
}

/// A map with names on it over a timeline, as FrameBuilder lays a window out.
view::Frame window_page(double moved_px = 0, double zoomed = 1) {
    view::Frame frame = page(kWidth, kHeight);
    auto& map = std::get<view::MapTransform>(frame.items.front());
    map.center.x += moved_px / kPageWorldPx;
    map.world_px *= zoomed;
    map.rect.h = 120;
    frame.items.push_back(view::ClipTo{{0, 0, kWidth, 120}});
    frame.items.push_back(view::FillArea{mesh_px({{10, 10}, {200, 20}, {120, 140}}, kWidth, kHeight), kRed, 0});
    frame.items.push_back(stroke({20, 20}, {220, 110}, view::with_alpha(kBlue, 0.4f), 8));
    frame.items.push_back(stroke({20, 90}, {220, 30}, kBlack, 2));
    frame.ground_end = frame.items.size();
    frame.items.push_back(text("Kars", {30, 60}));
    frame.items.push_back(view::ClipTo{});
    frame.map_end = frame.items.size();
    frame.items.push_back(view::ClipTo{{0, 120, kWidth, 41}});
    frame.items.push_back(view::plain_rect({0, 120, kWidth, 41}, kGreen));
    frame.items.push_back(text("25 April", {90, 150}));
    frame.items.push_back(view::ClipTo{});
    return frame;
}

class MovingMaps : public testing::Test {
  protected:
    void SetUp() override { renderer_.emplace(std::move(*Renderer::create(stage_.context(), stage_.type()))); }
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }

    view::Image read() {
        view::Image image{0, kWidth, kHeight, {}};
        const auto rows = gl::read_rgba8(0, 0, kWidth, kHeight);
        for (int y = kHeight - 1; y >= 0; --y)
            image.rgba.insert(image.rgba.end(), rows.begin() + 4 * y * kWidth, rows.begin() + 4 * (y + 1) * kWidth);
        return image;
    }
    view::Image live(const view::Frame& frame, double took_s = 0.1) {
        framebuffer_.bind();
        renderer_->draw_live(frame, now_s_);
        EXPECT_EQ(gl::Framebuffer::current(), framebuffer_.id());
        view::Image image = read();
        renderer_->took(took_s);
        now_s_ += took_s;
        return image;
    }
    view::Image afresh(const view::Frame& frame) {
        auto renderer = Renderer::create(stage_.context(), stage_.type());
        framebuffer_.bind();
        renderer->draw(frame);
        return read();
    }
    /// Slow frames until the ground is drawn at `divisor`. Returns the last of them.
    view::Frame move_until(int divisor, double took_s) {
        live(window_page(), took_s);
        for (int i = 1; i < 20; ++i) {
            view::Frame frame = window_page(0, 1 + 0.001 * i);
            live(frame, took_s);
            if (renderer_->stats().ground_divisor == divisor) return frame;
        }
        ADD_FAILURE() << "never drawn at 1/" << divisor;
        return {};
    }

    Stage& stage_ = Stage::shared();
    gl::Texture texture_{gl::Format::Rgba8, kWidth, kHeight, gl::Filter::Nearest};
    gl::Framebuffer framebuffer_{texture_};
    std::optional<Renderer> renderer_;
    double now_s_ = 0;
};

/// Where what is drawn on the map's paper has its middle, and how much of it there is.
struct Ink {
    double x = 0, y = 0, sum = 0;
};
Ink ink_of(const view::Image& image) {
    Ink ink;
    for (int y = 0; y < 120; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const Pixel p = pixel(image, x, y);
            const double share = 255.0 - p.g;
            ink.x += share * x, ink.y += share * y, ink.sum += share;
        }
    }
    ink.x /= ink.sum, ink.y /= ink.sum;
    return ink;
}

TEST_F(MovingMaps, AMapThatRestsAgainIsTheWholePicturePixelForPixel) {
    for (const auto& [divisor, took_s] : {std::pair{2, 0.1}, {3, 0.5}}) {
        const view::Frame frame = move_until(divisor, took_s);
        EXPECT_NE(live(frame, 0.05).rgba, afresh(frame).rgba);
        EXPECT_TRUE(renderer_->owes_frame());
        now_s_ += 0.2;
        EXPECT_EQ(live(frame, took_s).rgba, afresh(frame).rgba) << divisor;
        EXPECT_FALSE(renderer_->owes_frame());
        for (int i = 0; i < 4; ++i) EXPECT_EQ(live(frame).rgba, afresh(frame).rgba) << i;
    }
}

TEST_F(MovingMaps, ACoarseGroundLiesWhereTheWholeOneLies) {
    constexpr int kPhases = 12;
    for (const auto& [divisor, took_s] : {std::pair{2, 0.1}, {3, 0.5}}) {
        move_until(divisor, took_s);
        double off_x = 0, off_y = 0;  // to no side
        for (int i = 0; i < kPhases; ++i) {
            view::Frame frame = window_page(3 + 0.37 * i, 1.03 + 0.002 * i);
            std::get<view::FillArea>(frame.items[2]).fill = kWhite;  // its fringe is a coarse pixel wide and lies outside
            std::get<view::DrawText>(frame.items[frame.ground_end]).style.color = kWhite;
            const Ink coarse = ink_of(live(frame, took_s)), whole = ink_of(afresh(frame));
            ASSERT_EQ(renderer_->stats().ground_divisor, divisor);
            EXPECT_NEAR(coarse.x, whole.x, 0.1 * divisor);  // a tenth of a coarse pixel
            EXPECT_NEAR(coarse.y, whole.y, 0.1 * divisor);
            off_x += (coarse.x - whole.x) / kPhases, off_y += (coarse.y - whole.y) / kPhases;
            EXPECT_NEAR(coarse.sum / whole.sum, 1, 0.02) << divisor;
        }
        EXPECT_NEAR(off_x, 0, 0.1) << divisor;
        EXPECT_NEAR(off_y, 0, 0.1) << divisor;
    }
}

/// How high a line that runs down the page stands out for an eye that smears by a pixel, on the average of its rows.
double peak_seen(const view::Image& image) {
    double sum = 0;
    for (int y = 10; y < 110; ++y) {
        double highest = 0;
        for (int at = 20; at < kWidth - 20; ++at) {
            double seen = 0;
            for (int x = at - 4; x <= at + 4; ++x) seen += (255 - pixel(image, x, y).g) * std::exp(-0.5 * (x - at) * (x - at));
            highest = std::max(highest, seen / std::sqrt(2 * std::numbers::pi) / 255);
        }
        sum += highest / 100;
    }
    return sum;
}

TEST_F(MovingMaps, AHairlineIsAsVisibleInACoarseGround) {
    for (const auto& [divisor, took_s] : {std::pair{2, 0.1}, {3, 0.5}}) {
        for (const float width_px : {0.6f, 0.9f, 1.2f}) {
            move_until(divisor, took_s);
            view::Frame frame = window_page(3, 1.03);
            std::get<view::FillArea>(frame.items[2]).fill = kWhite;
            std::get<view::StrokeLines>(frame.items[3]).style.color = view::kNoColor;
            std::get<view::StrokeLines>(frame.items[4]) = stroke({70, -20}, {150, 150}, kBlack, width_px);
            std::get<view::DrawText>(frame.items[frame.ground_end]).style.color = view::kNoColor;
            const double coarse = peak_seen(live(frame, took_s)), whole = peak_seen(afresh(frame));
            ASSERT_EQ(renderer_->stats().ground_divisor, divisor);
            EXPECT_GT(coarse / whole, 0.9) << width_px << " px at 1/" << divisor;
            EXPECT_LT(coarse / whole, 1.1) << width_px << " px at 1/" << divisor;
            now_s_ += 0.2;
            EXPECT_NEAR(peak_seen(live(frame, took_s)), whole, 1e-9);  // at rest as ever
        }
    }
}

TEST_F(MovingMaps, NamesAndWhatLiesBesideTheMapStaySharp) {
    move_until(2, 0.1);
    view::Frame frame = window_page(40, 1.1);
    std::get<view::FillArea>(frame.items[2]).fill = kWhite;
    for (std::size_t i : {3u, 4u}) std::get<view::StrokeLines>(frame.items[i]).style.color = kWhite;
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(live(frame, 0.05).rgba, afresh(frame).rgba) << i;  // a white ground looks alike at every size
        ASSERT_EQ(renderer_->stats().ground_divisor, 2);
        std::get<view::MapTransform>(frame.items.front()).center.x += 5 / kPageWorldPx;
        std::get<view::DrawText>(frame.items[frame.map_end + 2]).text += "!";
        std::get<view::DrawText>(frame.items[frame.ground_end]).at.x += 1;
    }
}

TEST_F(MovingMaps, WhatLiesBesideTheMapIsDrawnOnceWhileTheMapMoves) {
    move_until(2, 0.1);
    view::Frame frame = window_page(50, 1.1);
    live(frame);
    const int calls = renderer_->stats().draw_calls;
    std::get<view::MapTransform>(frame.items.front()).center.x += 5 / kPageWorldPx;
    std::get<view::DrawText>(frame.items[frame.map_end + 2]).text = "26 April";
    live(frame);
    EXPECT_EQ(renderer_->stats().draw_calls, calls + 2);  // a rect and a text
}

/// The share of the map's pixels that differ by more than a trace.
double differing(const view::Image& a, const view::Image& b) {
    int count = 0;
    for (std::size_t i = 0; i < 4u * kWidth * 120; i += 4) {
        const auto off = [&](std::size_t k) { return std::abs(int{a.rgba[i + k]} - int{b.rgba[i + k]}); };
        count += std::max({off(0), off(1), off(2)}) > 12 ? 1 : 0;
    }
    return count / (kWidth * 120.0);
}

TEST_F(MovingMaps, APannedMapIsSharpAndOnlyWhatComesIntoViewIsDrawn) {
    for (int i = 0; i < 4; ++i) live(window_page(i));
    view::Frame frame = window_page(4);
    for (const auto& [dx, dy] : {std::pair{3, 0}, {-2, 5}, {-40, -7}, {0, 31}, {60, 2}, {-1, -1}}) {
        auto& map = std::get<view::MapTransform>(frame.items.front());
        map.center.x += dx / kPageWorldPx, map.center.y += dy / kPageWorldPx;
        const view::Image shown = live(frame);
        EXPECT_EQ(renderer_->stats().ground_divisor, 1);
        EXPECT_TRUE(renderer_->owes_frame());  // it is not held for the whole picture
        EXPECT_LT(differing(shown, afresh(frame)), 0.002) << dx << " " << dy;
    }
    live(frame);
    EXPECT_LE(renderer_->stats().draw_calls, 3);  // at rest: the name, and nothing of the ground
    now_s_ += 0.2;
    EXPECT_EQ(live(frame).rgba, afresh(frame).rgba);
    EXPECT_FALSE(renderer_->owes_frame());
}

TEST_F(MovingMaps, APanByPartsOfAPixelDoesNotDrift) {
    for (int i = 0; i < 4; ++i) live(window_page(i));
    view::Image shown;
    for (int i = 1; i <= 40; ++i) shown = live(window_page(3 + 0.3 * i), 0.05);
    const Ink panned = ink_of(shown), whole = ink_of(afresh(window_page(15)));
    EXPECT_NEAR(panned.x, whole.x, 0.5);
    EXPECT_NEAR(panned.y, whole.y, 0.1);
}

TEST_F(MovingMaps, WhatChangesOnTheGroundWhileItWaitsIsShown) {
    for (int i = 0; i < 6; ++i) live(window_page(i));
    view::Frame frame = window_page(5);
    std::get<view::FillArea>(frame.items[2]).fill = kGreen;  // a layer came, another theme was taken
    live(frame, 0.01);
    now_s_ += 0.2;
    EXPECT_EQ(live(frame).rgba, afresh(frame).rgba);
}

TEST(PixelShift, FollowsTheMapUnderAnyBearing) {
    view::MapTransform map;
    map.rect = {10, 20, 400, 300};
    map.center = {0.999, 0.4};
    map.world_px = 5000;
    for (const double bearing_rad : {0.0, 0.7, -2.0}) {
        map.bearing_rad = bearing_rad;
        const view::MapTransform moved = shifted(map, {37, -12});
        EXPECT_EQ(shift_between(map, moved), (PixelShift{37, -12})) << bearing_rad;
        EXPECT_EQ(shift_between(moved, map), (PixelShift{-37, 12})) << bearing_rad;
    }
    view::MapTransform other = map;
    other.world_px *= 1.001;
    EXPECT_FALSE(shift_between(map, other));
    other = map;
    other.projection = view::Projection::Globe;
    EXPECT_FALSE(shift_between(map, other));
    EXPECT_FALSE(shift_between(map, shifted(map, {390, 0})));  // hardly anything would be left
}

TEST(PixelShift, WhatItUncoversIsCoveredOnce) {
    const view::RectPx rect{10, 20, 40, 30};
    for (const PixelShift by : {PixelShift{5, 0}, {-5, 0}, {0, 7}, {0, -7}, {5, 7}, {-5, 7}, {5, -7}, {-5, -7}, {0, 0}}) {
        const view::RectPx picture{rect.x + static_cast<float>(by.x), rect.y + static_cast<float>(by.y), rect.w, rect.h};
        const auto strips = uncovered(rect, by);
        for (float y = rect.y + 0.5f; y < rect.bottom(); ++y) {
            for (float x = rect.x + 0.5f; x < rect.right(); ++x) {
                int covers = picture.contains({x, y}) ? 1 : 0;
                for (const view::RectPx& strip : strips) covers += strip.contains({x, y}) ? 1 : 0;
                ASSERT_EQ(covers, 1) << x << "," << y << " by " << by.x << "," << by.y;
            }
        }
    }
}

/// A map that is nothing but hatching.
view::Frame hatched_page(double moved_x, double moved_y) {
    view::Frame frame = window_page(moved_x);
    auto& map = std::get<view::MapTransform>(frame.items.front());
    map.center.y += moved_y / kPageWorldPx;
    frame.items[2] = view::FillArea{mesh_px({{-400, -400}, {700, -400}, {700, 700}, {-400, 700}}, kWidth, kHeight), kRed, 7};
    for (std::size_t i : {3u, 4u}) std::get<view::StrokeLines>(frame.items[i]).style.color = view::kNoColor;
    std::get<view::DrawText>(frame.items[frame.ground_end]).style.color = view::kNoColor;
    return frame;
}

/// Of the pixels of `now` that `before` showed elsewhere, how many are not what lay there.
int swum(const view::Image& before, const view::Image& now, int dx, int dy) {
    int count = 0;
    for (int y = std::max(dy, 0); y < 120 + std::min(dy, 0); ++y)
        for (int x = std::max(dx, 0); x < kWidth + std::min(dx, 0); ++x)
            count += std::abs(pixel(now, x, y).g - pixel(before, x - dx, y - dy).g) > 8 ? 1 : 0;
    return count;
}

TEST_F(MovingMaps, HatchingGoesWithTheGroundAndHasNoSeams) {
    for (const double took_s : {0.004, 0.1}) {
        double at_x = 0, at_y = 0;
        view::Image before;
        for (int i = 0; i < 6; ++i) before = live(hatched_page(++at_x, at_y), took_s);
        for (const auto& [dx, dy] : {std::pair{-3, 2}, {11, 0}, {-20, -9}, {5, 30}}) {
            at_x += dx, at_y += dy;
            view::Image now = live(hatched_page(at_x, at_y), took_s);
            EXPECT_EQ(swum(before, now, -dx, -dy), 0) << dx << " " << dy << " at " << took_s;
            int seams = 0;  // stripes go on along their diagonals, from what was moved into what was drawn
            for (int y = 1; y < 119; ++y)
                for (int x = 1; x + 1 < kWidth; ++x) seams += std::abs(pixel(now, x, y).g - pixel(now, x + 1, y - 1).g) > 8 ? 1 : 0;
            EXPECT_EQ(seams, 0) << dx << " " << dy << " at " << took_s;
            before = std::move(now);
        }
        now_s_ += 0.2;
        EXPECT_EQ(swum(before, live(hatched_page(at_x, at_y), took_s), 0, 0), 0) << "at rest";
    }
}

TEST_F(MovingMaps, APictureHasNoHistoryOfHatches) {
    for (int i = 0; i < 6; ++i) live(hatched_page(3 * i, i), 0.004);
    framebuffer_.bind();
    renderer_->draw(hatched_page(15, 5));
    EXPECT_EQ(read().rgba, afresh(hatched_page(15, 5)).rgba);
    for (int i = 0; i < 6; ++i) live(hatched_page(3 * i, i), 0.004);
    renderer_->draw(hatched_page(15, 5), Target{kWidth, kHeight, 0, 0, framebuffer_.id()});
    EXPECT_EQ(read().rgba, afresh(hatched_page(15, 5)).rgba);
}

TEST_F(MovingMaps, HatchingStaysWhileTheMapIsZoomedAboutAPlaceOnIt) {
    for (int i = 0; i < 6; ++i) live(hatched_page(i, i), 0.004);
    const view::PointPx pointer{31, 97};
    view::Frame frame = hatched_page(5, 5);
    const view::Image before = live(frame, 0.004);
    for (int i = 1; i <= 5; ++i) {
        auto& map = std::get<view::MapTransform>(frame.items.front());
        const double closer = 1.04;
        map.center.x += (double{pointer.x} - 0.5 * kWidth) * (1 - 1 / closer) / map.world_px;
        map.center.y += (double{pointer.y} - 0.5 * 120) * (1 - 1 / closer) / map.world_px;
        map.world_px *= closer;
        EXPECT_LT(swum(before, live(frame, 0.004), 0, 0), 10) << i;
    }
}

constexpr double kStripesPx = 7 * std::numbers::sqrt2;  // along x

/// Where along x the stripes of a hatched page lie, up to kStripesPx: the phase of their first harmonic.
double stripes_px(const view::Image& image) {
    std::complex<double> sum;
    for (int y = 0; y < 120; ++y)
        for (int x = 0; x < kWidth; ++x)
            sum += double(255 - pixel(image, x, y).g) * std::polar(1.0, 2 * std::numbers::pi * (x + y) / kStripesPx);
    return std::arg(sum) * kStripesPx / (2 * std::numbers::pi);
}

TEST_F(MovingMaps, HatchingGoesWithAGlobeThatIsTurned) {
    const auto turned = [](double lon_deg, double lat_deg) {
        view::Frame frame = hatched_page(0, 0);
        auto& map = std::get<view::MapTransform>(frame.items.front());
        map.projection = view::Projection::Globe, map.world_px = 1 << 14;
        map.center = geo::world_from({lon_deg, lat_deg});
        frame.items[2] = view::FillArea{std::make_shared<geo::Mesh>(geo::triangulate({geo::disc({179, 50}, 1000)}, 0x9106e)), kRed, 7};
        return frame;
    };
    view::Frame before = turned(179, 50);
    double lay_px = stripes_px(live(before, 0.004));
    for (const auto& [lon_deg, lat_deg] : {std::pair{179.3, 49.9}, {-179.6, 49.9}, {-179.6, 50.4}}) {
        const view::Frame frame = turned(lon_deg, lat_deg);
        const view::PlaneView plane(std::get<view::MapTransform>(frame.items.front()));
        const view::PointPx at = plane.screen(plane.plane().nearest(std::get<view::MapTransform>(before.items.front()).center)).at;
        const double went_px = double{at.x} - 0.5 * kWidth + double{at.y} - 60;
        EXPECT_GT(std::abs(std::remainder(went_px, kStripesPx)), 0.5);
        const double lie_px = stripes_px(live(frame, 0.004));
        EXPECT_NEAR(std::remainder(lie_px - lay_px - went_px, kStripesPx), 0, 0.05)
            << lay_px << " " << lie_px << " " << at.x << " " << at.y;
        before = frame, lay_px = lie_px;
    }
}

TEST_F(MovingMaps, HatchingIsAsFineAfterALongWay) {
    view::Frame frame = hatched_page(0, 0);
    auto& map = std::get<view::MapTransform>(frame.items.front());
    map.world_px = 1 << 28, map.center = {0.3, 0.5};
    frame.items[2] = view::FillArea{std::make_shared<geo::Mesh>(geo::triangulate(
                                        {{{{-170, -60}, {0, -60}, {170, -60}, {170, 60}, {0, 60}, {-170, 60}, {-170, -60}}}}, 0xfa4)),
                                    kRed, 7};
    const view::Image before = live(frame, 0.004);
    EXPECT_GT(differing(before, afresh(page(kWidth, kHeight))), 0.1);
    for (int i = 0; i < 3; ++i) {
        map.center.x += 0.1;  // nothing of it was in sight
        EXPECT_EQ(differing(before, live(frame, 0.004)), 0);
    }
}

TEST_F(MovingMaps, AFastMachineDrawsAMovingMapWhole) {
    for (int i = 0; i < 10; ++i) {
        const view::Frame frame = window_page(7 * i);
        EXPECT_EQ(live(frame, 0.01).rgba, afresh(frame).rgba);
        EXPECT_FALSE(renderer_->owes_frame());
    }
}

TEST(CoarseGround, KeepsWhatDoesNotDependOnTheResolution) {
    const view::Frame frame = window_page(12);
    const view::Frame coarse = coarse_ground(frame, 3);
    ASSERT_EQ(coarse.items.size(), frame.ground_end);
    EXPECT_EQ(coarse.width_px, 81);
    EXPECT_EQ(coarse.height_px, 54);
    const auto& map = std::get<view::MapTransform>(frame.items[0]);
    const auto& small = std::get<view::MapTransform>(coarse.items[0]);
    EXPECT_EQ(small.center.x, map.center.x);
    EXPECT_NEAR(small.world_px * 3, map.world_px, 1e-3);
    EXPECT_NEAR(small.rect.w * 3, map.rect.w, 1e-3);
    EXPECT_NEAR(std::get<view::StrokeLines>(coarse.items[3]).style.width_px * 3, 8, 1e-5);
    EXPECT_NEAR(std::get<view::StrokeLines>(coarse.items[4]).style.width_px * 3, 2, 1e-5);
    EXPECT_NEAR(std::log2(small.world_px / coarse.scale), std::log2(map.world_px / frame.scale), 1e-6);  // the zoom that patterns go by
}

}  // namespace
}  // namespace dateline::render
