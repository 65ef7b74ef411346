#include "render/png.h"
#include "render/render_support.h"
#include "render/screen_batcher.h"

#include "base/files.h"
#include "gl/debug.h"
#include "gl/object.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <random>

namespace dateline::render {
namespace {

class ScreenItems : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    Stage& stage_ = Stage::shared();
};

view::DrawText text_at(std::string text, view::PointPx at, float size_px) {
    view::DrawText item;
    item.text = std::move(text);
    item.at = at;
    item.style.size_px = size_px;
    item.style.color = kBlack;
    return item;
}

TEST_F(ScreenItems, RectsAreCrispOnWholePixels) {
    view::Frame frame = page(100, 60);
    view::FillRect rect = view::plain_rect({10, 10, 40, 20}, kRed);
    rect.stroke = kBlack;
    rect.stroke_px = 1;
    frame.items.push_back(rect);
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 9, 15), (Pixel{255, 255, 255, 255}));
    EXPECT_EQ(pixel(image, 10, 15), (Pixel{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 11, 15), (Pixel{255, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 49, 29), (Pixel{0, 0, 0, 255}));
    EXPECT_EQ(pixel(image, 50, 29), (Pixel{255, 255, 255, 255}));
}

TEST_F(ScreenItems, RectsHaveRoundCornersAndGradients) {
    view::Frame frame = page(100, 60);
    view::FillRect rect = view::plain_rect({10, 10, 80, 40}, kBlack, 12);
    rect.top_right = rect.bottom_right = view::with_alpha(kBlack, 0);
    frame.items.push_back(rect);
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 11, 11).r, 255);
    EXPECT_LT(pixel(image, 12, 30).r, 20);
    EXPECT_NEAR(pixel(image, 50, 30).r, 128, 4);
    EXPECT_GT(pixel(image, 88, 30).r, 235);
}

TEST_F(ScreenItems, ClipHoldsUntilItIsLifted) {
    view::Frame frame = page(100, 60);
    frame.items.push_back(view::ClipTo{{20, 0, 10, 60}});
    frame.items.push_back(view::plain_rect({0, 0, 100, 20}, kBlack));
    frame.items.push_back(view::ClipTo{});
    frame.items.push_back(view::plain_rect({0, 40, 100, 20}, kBlack));
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 19, 10).r, 255);
    EXPECT_EQ(pixel(image, 20, 10).r, 0);
    EXPECT_EQ(pixel(image, 29, 10).r, 0);
    EXPECT_EQ(pixel(image, 30, 10).r, 255);
    EXPECT_EQ(pixel(image, 90, 50).r, 0);
}

TEST_F(ScreenItems, PathsAndPolygonsCoverTheirArea) {
    view::Frame frame = page(120, 100);
    view::StrokePath path;
    path.points = {{20, 20}, {100, 20}, {100, 80}};
    path.color = kBlack;
    path.width_px = 3;
    frame.items.push_back(path);
    EXPECT_NEAR(ink(stage_.draw(frame), {0, 0, 120, 100}, kWhite, kBlack), 3 * 140, 6);
    frame.items.pop_back();
    frame.items.push_back(view::FillPath{{{20.3f, 10.2f}, {90.7f, 25.1f}, {70, 80}, {30, 60}}, view::with_alpha(kBlack, 0.5f)});
    const double area = 0.5 * std::abs(20.3 * 25.1 - 90.7 * 10.2 + 90.7 * 80 - 70 * 25.1 + 70 * 60 - 30 * 80 + 30 * 10.2 - 20.3 * 60);
    EXPECT_NEAR(ink(stage_.draw(frame), {0, 0, 120, 100}, kWhite, kBlack), 0.5 * area, 0.01 * area);
}

TEST_F(ScreenItems, LaterItemsLieAboveWhateverTheirKind) {
    view::Frame frame = page(60, 60);
    std::mt19937 random(61);
    view::Color last = kWhite;
    for (int i = 0; i < 200; ++i) {
        last = view::Color{static_cast<float>(random() % 2), static_cast<float>(random() % 2), static_cast<float>(random() % 2), 1};
        view::Symbol symbol;
        symbol.center = {30, 30};
        symbol.radius = 12;
        symbol.fill = last;
        if (random() % 2 == 0) frame.items.push_back(symbol);
        else frame.items.push_back(view::plain_rect({20, 20, 20, 20}, last));
    }
    const Pixel p = pixel(stage_.draw(frame), 30, 30);
    EXPECT_EQ(p, (Pixel{static_cast<int>(255 * last.r), static_cast<int>(255 * last.g), static_cast<int>(255 * last.b), 255}));
}

TEST_F(ScreenItems, KindsThatDoNotTouchShareTheirDraws) {
    view::Frame frame = page(600, 600);
    for (int i = 0; i < 100; ++i) {
        const float x = 30.0f + 55.0f * static_cast<float>(i % 10), y = 30.0f + 55.0f * static_cast<float>(i / 10);
        view::Symbol symbol;
        symbol.center = {x, y};
        symbol.radius = 4;
        symbol.fill = kRed;
        frame.items.push_back(symbol);
        frame.items.push_back(text_at("a", {x + 16, y}, 10));
    }
    stage_.draw(frame);
    EXPECT_LE(stage_.renderer().stats().draw_calls, 6);
}

TEST_F(ScreenItems, TextPutsItsInkBetweenBaselineAndCapHeight) {
    for (const float size : {10.0f, 13.0f, 28.0f, 90.0f}) {
        view::Frame frame = page(400, 160);
        frame.items.push_back(text_at("HIE", {20, 120}, size));
        const view::Image image = stage_.draw(frame);
        const float cap = stage_.type().metrics(view::Face::Regular).cap_height * size;
        const double all = ink(image, {0, 0, 400, 160}, kWhite, kBlack);
        EXPECT_GT(all, 0.2 * double{size * size});
        EXPECT_NEAR(ink(image, {18, 120 - std::ceil(cap) - 1, 380, std::ceil(cap) + 2}, kWhite, kBlack), all, 0.02 * all) << size;
        EXPECT_EQ(ink(image, {0, 122, 400, 38}, kWhite, kBlack), 0) << size;
    }
}

TEST_F(ScreenItems, SmallTextHasFullyInkedStems) {
    view::Frame frame = page(80, 40);
    frame.items.push_back(text_at("HHH", {10, 30}, 13));
    const view::Image image = stage_.draw(frame);
    int darkest = 255;
    for (int x = 0; x < 80; ++x) darkest = std::min(darkest, pixel(image, x, 25).r);
    EXPECT_LT(darkest, 70);
}

TEST_F(ScreenItems, TextAlignsAndTurns) {
    const auto centre = [&](view::AlignX align, float angle) {
        view::Frame frame = page(300, 300);
        view::DrawText item = text_at("nnnnnnnn", {150, 150}, 20);
        item.align = align;
        item.angle_rad = angle;
        frame.items.push_back(item);
        const view::Image image = stage_.draw(frame);
        double sum = 0, x = 0, y = 0;
        for (int row = 0; row < 300; ++row) {
            for (int column = 0; column < 300; ++column) {
                const double dark = 255 - pixel(image, column, row).r;
                sum += dark, x += dark * column, y += dark * row;
            }
        }
        return view::PointPx{static_cast<float>(x / sum), static_cast<float>(y / sum)};
    };
    EXPECT_NEAR(centre(view::AlignX::Center, 0).x, 150, 2);
    EXPECT_GT(centre(view::AlignX::Left, 0).x, 180);
    EXPECT_LT(centre(view::AlignX::Right, 0).x, 120);
    const view::PointPx down = centre(view::AlignX::Left, 1.5707963f);
    EXPECT_NEAR(down.x, 155, 4);
    EXPECT_GT(down.y, 180);
}

TEST_F(ScreenItems, HaloClearsWhatLiesUnderTheText) {
    view::Frame frame = page(100, 40, kRed);
    view::DrawText item = text_at("llllll", {20, 30}, 14);
    item.style.halo = kWhite;
    item.style.halo_px = 4;
    frame.items.push_back(item);
    const view::Image image = stage_.draw(frame);
    EXPECT_GT(pixel(image, 22, 25).g + pixel(image, 24, 25).g, 200);
    EXPECT_EQ(pixel(image, 10, 25), (Pixel{255, 0, 0, 255}));
}

TEST_F(ScreenItems, TextOnAPathIsNeverUpsideDown) {
    const auto draw = [&](std::vector<view::PointPx> path) {
        view::Frame frame = page(200, 100);
        view::DrawTextPath item;
        item.text = "L";
        item.path = std::move(path);
        item.style.size_px = 40;
        item.style.color = kBlack;
        frame.items.push_back(item);
        return stage_.draw(frame);
    };
    const view::Image forward = draw({{20, 70}, {180, 70}}), backward = draw({{180, 70}, {20, 70}});
    EXPECT_EQ(forward.rgba, backward.rgba);
    EXPECT_GT(ink(forward, {85, 40, 15, 30}, kWhite, kBlack), ink(forward, {100, 40, 15, 30}, kWhite, kBlack));
}

TEST_F(ScreenItems, ImagesBlendWithStraightAlpha) {
    auto picture = std::make_shared<view::Image>();
    picture->key = 42;
    picture->width = picture->height = 2;
    picture->rgba = {255, 0, 0, 255, 0, 255, 0, 128, 0, 0, 255, 255, 0, 0, 0, 0};
    view::Frame frame = page(40, 40);
    frame.items.push_back(view::DrawImage{picture, {0, 0, 40, 40}, 1});
    const view::Image image = stage_.draw(frame);
    EXPECT_EQ(pixel(image, 4, 4), (Pixel{255, 0, 0, 255}));
    EXPECT_NEAR(pixel(image, 35, 4).r, 127, 2);
    EXPECT_EQ(pixel(image, 4, 35), (Pixel{0, 0, 255, 255}));
    EXPECT_EQ(pixel(image, 36, 36), (Pixel{255, 255, 255, 255}));
}

/// Something of everything, so large that its parts cross tiles.
view::Frame everything(int width, int height) {
    view::Frame frame = page(width, height, {0.9f, 0.92f, 0.9f, 1});
    std::mt19937 random(67);
    const auto at = [&] {
        return view::PointPx{static_cast<float>(random() % static_cast<unsigned>(width)) + 0.37f,
                             static_cast<float>(random() % static_cast<unsigned>(height)) + 0.61f};
    };
    frame.items.push_back(
        view::FillArea{mesh_px({{40, 30}, {600, 90}, {550, 400}, {200, 250}, {90, 380}}, width, height), {0.2f, 0.4f, 0.3f, 0.6f}, 0});
    frame.items.push_back(view::FillArea{mesh_px({{300, 30}, {640, 300}, {250, 380}}, width, height), {0.8f, 0.2f, 0.1f, 1}, 7});
    for (int i = 0; i < 8; ++i) {
        view::LineStyle style;
        style.color = {0.1f * static_cast<float>(i), 0.3f, 0.5f, i % 2 == 0 ? 1.0f : 0.5f};
        style.width_px = 1.0f + static_cast<float>(i);
        if (i % 3 == 1) style.dash_px = {9, 5, 0, 0};
        if (i % 4 == 2) style.glow_px = 14, style.glow_alpha = 0.4f;
        if (i == 5) style.casing = kWhite, style.casing_width_px = 12;
        frame.items.push_back(view::StrokeLines{line_px({at(), at(), at(), at()}, width, height), style});
    }
    auto set = std::make_shared<view::MarkerSet>();
    set->key = 71;
    set->origin = {0.5, 0.5};
    for (int i = 0; i < 60; ++i) {
        const view::PointPx p = at();
        view::Marker m;
        m.x = static_cast<float>((double{p.x} - 0.5 * width) / kPageWorldPx);
        m.y = static_cast<float>((double{p.y} - 0.5 * height) / kPageWorldPx);
        m.begin_days = static_cast<float>(i - 30);
        m.end_days = m.begin_days + 1;
        m.shape = static_cast<std::uint32_t>(i % 8);
        m.flags = i % 6 == 0 ? std::uint32_t{view::kSelected} : static_cast<std::uint32_t>(i % 5);
        m.color = kBlue;
        set->markers.push_back(m);
    }
    for (const float scale : {1.0f, 0.3f}) {
        view::DrawMarkers draw;
        draw.set = set;
        draw.scale = scale;
        draw.pulse = 0.5f;
        draw.halo = kWhite;
        frame.items.push_back(draw);
    }
    for (int i = 0; i < 40; ++i) {
        view::DrawText item = text_at("Kəlbəcər 25 Apr", at(), 9.0f + static_cast<float>(i % 8));
        if (i % 2 == 0) item.style.halo = kWhite, item.style.halo_px = 3;
        if (i % 5 == 0) item.angle_rad = 0.1f * static_cast<float>(i);
        frame.items.push_back(item);
        view::Symbol symbol;
        symbol.shape = static_cast<view::MarkerShape>(i % 8);
        symbol.center = at();
        symbol.fill = {1, 0.5f, 0, 0.7f};
        frame.items.push_back(symbol);
        view::StrokePath path;
        path.points = {at(), at(), at()};
        path.color = {0, 0, 0, 0.4f};
        path.width_px = 1.5f;
        if (i % 2 == 0) path.dash_px = {4, 3, 0, 0};
        frame.items.push_back(path);
        view::FillRect rect = view::plain_rect({at().x, at().y, 60, 30}, {0.3f, 0.1f, 0.6f, 0.3f}, 5);
        frame.items.push_back(rect);
    }
    return frame;
}

TEST_F(ScreenItems, TilesAreTheWholePictureByteForByte) {
    const view::Frame frame = everything(700, 430);
    const view::Image whole = stage_.draw(frame);
    for (const int tile : {64, 97, 256, 512}) {
        const view::Image tiled = stage_.draw(frame, tile);
        std::size_t different = 0;
        for (std::size_t i = 0; i < whole.rgba.size(); ++i) different += whole.rgba[i] != tiled.rgba[i];
        EXPECT_EQ(different, 0u) << tile;
    }
}

TEST_F(ScreenItems, TwoRunsGiveTheSameBytes) {
    const view::Frame frame = everything(700, 430);
    const view::Image first = stage_.draw(frame);
    EXPECT_EQ(stage_.draw(frame).rgba, first.rgba);
    auto other = Stage::open();
    ASSERT_TRUE(other) << other.error().line();
    (*other)->context().make_current();
    EXPECT_EQ((*other)->draw(frame).rgba, first.rgba);
    other->reset();
    Stage::shared();
}

TEST_F(ScreenItems, ARendererLeavesNothingBehind) {
    const int before = gl::live_objects();
    {
        auto renderer = Renderer::create(stage_.context(), stage_.type());
        ASSERT_TRUE(renderer);
        EXPECT_TRUE(render_to_image(stage_.context(), *renderer, everything(300, 200)));
    }
    EXPECT_EQ(gl::live_objects(), before);
}

TEST_F(ScreenItems, AStillFrameUploadsOnlyItsScreenItems) {
    const view::Frame frame = everything(700, 430);
    stage_.draw(frame);
    stage_.draw(frame);
    EXPECT_LT(stage_.renderer().stats().uploaded_bytes, 200'000u);
}

TEST_F(ScreenItems, RefusesPicturesOfNoOrTooLargeSize) {
    for (const auto& [width, height] : {std::pair{0, 10}, std::pair{10, -1}, std::pair{70'000, 10}, std::pair{60'000, 60'000}}) {
        view::Frame frame;
        frame.width_px = width;
        frame.height_px = height;
        const auto image = render_to_image(stage_.context(), stage_.renderer(), frame);
        ASSERT_FALSE(image);
        EXPECT_FALSE(image.error().remedy.empty());
    }
}

TEST_F(ScreenItems, ClearColourKeepsItsTransparency) {
    view::Frame frame;
    frame.width_px = frame.height_px = 8;
    frame.clear = {1, 0.5f, 0, 0.5f};
    const Pixel p = pixel(stage_.draw(frame), 3, 3);
    EXPECT_EQ(p.a, 128);
    EXPECT_NEAR(p.r, 255, 1);
    EXPECT_NEAR(p.g, 127, 2);
}

TEST(Png, ReadsBackWhatItWroteAndWritesTheSameBytes) {
    view::Image image{0, 37, 21, {}};
    std::mt19937 random(73);
    for (int i = 0; i < 37 * 21; ++i) {
        for (int k = 0; k < 3; ++k) image.rgba.push_back(static_cast<std::uint8_t>(random()));
        image.rgba.push_back(255);
    }
    const std::filesystem::path path = std::filesystem::path(testing::TempDir()) / "png_test.png";
    for (const std::uint8_t alpha : {std::uint8_t{255}, std::uint8_t{90}}) {
        image.rgba[3] = alpha;
        ASSERT_TRUE(write_png(path, image, 3937));
        const auto read = read_png(path);
        ASSERT_TRUE(read) << read.error().line();
        EXPECT_EQ(read->width, 37);
        EXPECT_EQ(read->rgba, image.rgba);
        EXPECT_EQ(*encode_png(image), *encode_png(image));
    }
    ASSERT_TRUE(base::write_file(path, "\x89PNG\r\n\x1a\n but no more"));
    EXPECT_FALSE(read_png(path));
    ASSERT_TRUE(base::write_file(path, encode_png(image)->substr(0, 200)));
    EXPECT_FALSE(read_png(path));
    std::filesystem::remove(path);
    EXPECT_FALSE(read_png(path));
}

}  // namespace
}  // namespace dateline::render
