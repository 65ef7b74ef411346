#include "render/marker_cells.h"
#include "render/render_support.h"

#include "gl/debug.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace dateline::render {
namespace {

using view::Marker;

constexpr view::Color kFill{0, 0.4f, 0.8f, 1};
const Pixel kFillPixel{0, 102, 204, 255};

/// Markers at pixels of a page of 200 x 100.
struct Spot {
    float x = 100, y = 50, begin_days = 0, end_days = 1;
    std::uint32_t flags = 0;
    view::MarkerShape shape = view::MarkerShape::Circle;
};

std::shared_ptr<view::MarkerSet> set_of(const std::vector<Spot>& spots) {
    static std::uint64_t key = 5'000'000;
    auto set = std::make_shared<view::MarkerSet>();
    set->key = ++key;
    set->origin = {0.5, 0.5};
    for (const Spot& spot : spots) {
        Marker m;
        m.x = static_cast<float>((double{spot.x} - 100) / kPageWorldPx);
        m.y = static_cast<float>((double{spot.y} - 50) / kPageWorldPx);
        m.begin_days = spot.begin_days;
        m.end_days = spot.end_days;
        m.flags = spot.flags;
        m.shape = static_cast<std::uint32_t>(spot.shape);
        m.color = kFill;
        set->markers.push_back(m);
        if (spot.end_days < 9e5f && spot.begin_days > -9e5f)
            set->longest_days = std::max(set->longest_days, spot.end_days - spot.begin_days);
    }
    std::stable_sort(set->markers.begin(), set->markers.end(),
                     [](const Marker& a, const Marker& b) { return a.begin_days < b.begin_days; });
    return set;
}

view::Frame frame_of(std::shared_ptr<const view::MarkerSet> set, view::MarkerTime time = {}) {
    view::Frame frame = page(200, 100);
    view::DrawMarkers draw;
    draw.set = std::move(set);
    draw.time = time;
    draw.land = kWhite;
    draw.halo = {0.9f, 0.9f, 0.9f, 1};
    draw.ink = kBlack;
    draw.warn = kRed;
    frame.items.push_back(draw);
    return frame;
}

class Markers : public testing::Test {
  protected:
    void TearDown() override { EXPECT_EQ(gl::check_errors(), 0); }
    view::Image at_playhead(const std::vector<Spot>& spots, double playhead) {
        view::MarkerTime time;
        time.playhead_days = playhead;
        return stage_.draw(frame_of(set_of(spots), time));
    }
    Stage& stage_ = Stage::shared();
};

TEST_F(Markers, AreFilledNowAndAfterwardsAndHollowBefore) {
    EXPECT_EQ(pixel(at_playhead({{}}, 0.5), 100, 50), kFillPixel);
    EXPECT_EQ(pixel(at_playhead({{}}, 1.2), 100, 50).b, 204 + 1 * 0);
    EXPECT_EQ(pixel(at_playhead({{}}, -3), 100, 50), (Pixel{230, 230, 230, 255}));
}

TEST_F(Markers, FadeTowardTheLandAsTheyAge) {
    int last = -1;
    for (const double playhead : {1.1, 5.0, 9.0, 14.0}) {
        const int red = pixel(at_playhead({{}}, playhead), 100, 50).r;
        EXPECT_GT(red, last);
        last = red;
    }
    EXPECT_EQ(pixel(at_playhead({{}}, 15), 100, 50), pixel(at_playhead({{}}, 400), 100, 50));
    EXPECT_NEAR(pixel(at_playhead({{}}, 400), 100, 50).r, 128, 1);  // half
}

TEST_F(Markers, AreLargestNowAndSmallestWhenPast) {
    const auto size = [&](double playhead) {
        view::MarkerTime time;
        time.playhead_days = playhead;
        const view::Image image = stage_.draw(frame_of(set_of({{}}), time));
        int px = 0;
        for (int x = 0; x < 200; ++x) px += pixel(image, x, 50).r < 200;
        return px;
    };
    EXPECT_GT(size(0.5), size(2));
    EXPECT_GT(size(2), size(30));
}

TEST_F(Markers, NowHasARing) {
    const view::Image now = at_playhead({{}}, 0.5), past = at_playhead({{}}, 30);
    EXPECT_LT(pixel(now, 100 + 16, 50).r, 230);  // radius 7 and 9 more
    EXPECT_EQ(pixel(past, 100 + 16, 50).r, 255);
}

TEST_F(Markers, SelectedHasAnInkRingAndUncertainADashedOne) {
    const view::Image selected = at_playhead({{.flags = view::kSelected}}, 30);
    EXPECT_LT(pixel(selected, 100 + 10, 50).r, 60);
    const view::Image uncertain = at_playhead({{.flags = view::kUncertainDate}}, 30);
    int changes = 0;
    bool dark = false;
    for (int i = 0; i < 720; ++i) {
        const double angle = i * std::numbers::pi / 360;
        const int r = pixel(uncertain, static_cast<int>(100 + 10 * std::cos(angle)), static_cast<int>(50 + 10 * std::sin(angle))).r;
        if (r < 170 && !dark) ++changes, dark = true;
        if (r > 220) dark = false;
    }
    EXPECT_GE(changes, 6);
    EXPECT_LE(changes, 14);
}

TEST_F(Markers, UnreviewedHasADotUpperRight) {
    const view::Image image = at_playhead({{.flags = view::kUnreviewed}}, 30);
    const Pixel dot = pixel(image, 104, 45);
    EXPECT_GT(dot.r, 200);
    EXPECT_LT(dot.g, 60);
}

TEST_F(Markers, OutsideTheWindowAreNotDrawn) {
    view::MarkerTime time;
    time.playhead_days = 50;
    time.window_begin_days = 40;
    time.window_end_days = 60;
    const auto set = set_of({{20, 50, 10, 11},
                             {60, 50, 39.5f, 40.5f},
                             {100, 50, 50, 51},
                             {140, 50, 60, 61},
                             {180, 50, -1e6f, 45},
                             {100, 20, 5, 1e6f},
                             {100, 80, 5, 30}});
    const view::Image image = stage_.draw(frame_of(set, time));
    const auto drawn = [&](int x, int y) { return pixel(image, x, y).g < 250; };
    EXPECT_FALSE(drawn(20, 50));
    EXPECT_TRUE(drawn(60, 50));
    EXPECT_TRUE(drawn(100, 50));
    EXPECT_FALSE(drawn(140, 50));  // begins when the window ends
    EXPECT_TRUE(drawn(180, 50));   // since before anyone knows
    EXPECT_TRUE(drawn(100, 20));   // began long ago and has no end
    EXPECT_FALSE(drawn(100, 80));
}

TEST_F(Markers, BeadsStandOffTheirPlace) {
    auto set = set_of({{}});
    set->markers[0].offset_x = 30;
    set->markers[0].offset_y = -20;
    view::MarkerTime time;
    time.playhead_days = 30;
    const view::Image image = stage_.draw(frame_of(set, time));
    EXPECT_LT(pixel(image, 130, 30).r, 200);
    EXPECT_EQ(pixel(image, 100, 50).r, 255);
}

TEST_F(Markers, EveryShapeHasItsOwnOutlineAndTheSameWeight) {
    std::set<std::vector<std::uint8_t>> pictures;
    for (int shape = 0; shape < 7; ++shape) {
        const view::Image image = at_playhead({{.shape = static_cast<view::MarkerShape>(shape)}}, 1.2);
        pictures.insert(image.rgba);
        int filled = 0;
        for (int y = 30; y < 70; ++y)
            for (int x = 80; x < 120; ++x) filled += pixel(image, x, y).r < 110;
        EXPECT_NEAR(filled, 142, 25) << shape;  // a disc of 6.6 px
    }
    EXPECT_EQ(pictures.size(), 7u);
}

/// Many markers spread over the page and over a thousand days.
std::shared_ptr<view::MarkerSet> many(std::size_t count) {
    std::mt19937 random(53);
    std::uniform_real_distribution<float> part(0, 1);
    std::vector<Spot> spots;
    for (std::size_t i = 0; i < count; ++i) {
        const float begin = part(random) * 1000;
        spots.push_back({part(random) * 200, part(random) * 100, begin, begin + 1});
    }
    return set_of(spots);
}

view::MarkerTime window(double begin, double end) {
    view::MarkerTime time;
    time.playhead_days = 0.5 * (begin + end);
    time.window_begin_days = begin;
    time.window_end_days = end;
    return time;
}

TEST_F(Markers, ScrubbingUploadsNothingAndTouchesOnlyTheWindow) {
    for (const std::size_t count : {std::size_t{2000}, std::size_t{60'000}}) {
        const auto set = many(count);
        stage_.draw(frame_of(set, window(0, 100)));
        EXPECT_GE(stage_.renderer().stats().uploaded_bytes, count * 28);
        for (const double begin : {0.0, 250.0, 900.0}) {
            stage_.draw(frame_of(set, window(begin, begin + 100)));
            const Stats& stats = stage_.renderer().stats();
            EXPECT_EQ(stats.uploaded_bytes, 0u);
            EXPECT_LE(stats.vertices, count * 4 / 10 * 13 / 10);
            EXPECT_GE(stats.vertices, count / 10 * 8 / 10);
        }
        stage_.draw(frame_of(set, window(2000, 2100)));
        EXPECT_EQ(stage_.renderer().stats().vertices, 0u);
    }
}

TEST_F(Markers, OnlyTheCellsOnScreenAreTouched) {
    const auto set = many(60'000);
    view::Frame frame = frame_of(set, window(0, 1000));
    stage_.draw(frame);
    const std::size_t whole = stage_.renderer().stats().vertices;
    auto& map = std::get<view::MapTransform>(frame.items[0]);
    map.world_px *= 10;  // a tenth of the page, each way
    stage_.draw(frame);
    EXPECT_LT(stage_.renderer().stats().vertices, whole / 4);
}

TEST_F(Markers, ManyAreDots) {
    const auto set = many(60'000);
    stage_.draw(frame_of(set, window(0, 100)));
    EXPECT_NEAR(static_cast<double>(stage_.renderer().stats().vertices), 6000, 600);  // a vertex each, not four
    EXPECT_LE(stage_.renderer().stats().draw_calls, 2);
}

TEST(MarkerCells, FindWhatASearchOfAllFinds) {
    std::mt19937 random(59);
    std::uniform_real_distribution<float> part(0, 1);
    const auto set = many(20'000);
    std::vector<std::uint32_t> all(set->markers.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    const MarkerCells cells(*set, all);
    EXPECT_GT(cells.cells().size(), 4u);
    EXPECT_EQ(std::set<std::uint32_t>(cells.order().begin(), cells.order().end()).size(), all.size());
    for (int round = 0; round < 50; ++round) {
        const double from = static_cast<double>(part(random)) * 1000, to = from + static_cast<double>(part(random)) * 300;
        std::vector<MarkerCells::Range> ranges;
        for (const MarkerCells::Cell& cell : cells.cells()) cells.append(cell, from, to, ranges);
        std::set<std::uint32_t> found;
        for (const auto& range : ranges)
            for (std::uint32_t i = range.first; i < range.first + range.count; ++i) found.insert(cells.order()[i]);
        std::set<std::uint32_t> expected;
        for (std::uint32_t i : all)
            if (set->markers[i].begin_days >= from && set->markers[i].begin_days < to) expected.insert(i);
        EXPECT_EQ(found, expected);
    }
}

TEST(MarkerCells, KeepTheOrderOfAFewThousand) {
    const auto set = many(4000);
    std::vector<std::uint32_t> all(set->markers.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) all[i] = i;
    EXPECT_EQ(MarkerCells(*set, all).order(), all);
    EXPECT_TRUE(MarkerCells(*set, {}).cells().empty());
}

}  // namespace
}  // namespace dateline::render
