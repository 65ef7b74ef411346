#include "view/view.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace dateline::view {
namespace {

using calendar::day;
using calendar::Instant;
using calendar::Span;

constexpr RectPx kRect{0, 800, 1600, 240};

TimelineScale april(float scale = 1) { return {kRect, {day(1972, 1, 1), day(2028, 1, 1)}, {day(2023, 4, 1), day(2023, 5, 3)}, scale}; }

/// Random focus spans from hours to millennia inside and around a random extent.
Span random_span(std::mt19937& random) {
    std::uniform_real_distribution<double> exponent(3.6, 10.8), centre(-6e10, 4e10);
    const double length_s = std::pow(10.0, exponent(random));
    const Instant begin{std::chrono::seconds{std::llround(centre(random))}};
    return {begin, begin + std::chrono::seconds{std::llround(length_s)}};
}

TEST(TimelineScale, GivesTheFocusTheMiddleAndTheRestItsWings) {
    const TimelineScale scale = april();
    EXPECT_TRUE(scale.has_earlier());
    EXPECT_TRUE(scale.has_later());
    EXPECT_LT(scale.earlier_rect().right(), scale.focus_rect().x);
    EXPECT_LT(scale.focus_rect().right(), scale.later_rect().x);
    EXPECT_GT(scale.focus_rect().w, 2 * (scale.earlier_rect().w + scale.later_rect().w));
    EXPECT_FLOAT_EQ(scale.x_of(day(2023, 4, 1)), scale.focus_rect().x);
    EXPECT_NEAR(scale.x_of(day(2023, 4, 17)), scale.focus_rect().x + scale.focus_rect().w / 2, 0.5);
}

TEST(TimelineScale, HasNoWingsWhereNothingLiesOutside) {
    const TimelineScale scale(kRect, {day(2023, 4, 2), day(2023, 4, 20)}, {day(2023, 4, 1), day(2023, 5, 1)}, 1);
    EXPECT_FALSE(scale.has_earlier());
    EXPECT_FALSE(scale.has_later());
    EXPECT_FLOAT_EQ(scale.focus_rect().x, scale.lanes_rect().x);
    EXPECT_FLOAT_EQ(scale.focus_rect().right(), scale.lanes_rect().right());
}

TEST(TimelineScale, OpensAWingLittleByLittleWhilePanning) {
    float last = 0;
    for (int hours = 0; hours <= 24 * 20; hours += 6) {
        const Span focus{day(2023, 4, 1) + std::chrono::hours{hours}, day(2023, 5, 1) + std::chrono::hours{hours}};
        const TimelineScale scale(kRect, {day(2023, 4, 1), day(2024, 1, 1)}, focus, 1);
        EXPECT_GE(scale.earlier_rect().w, last);
        EXPECT_LT(scale.earlier_rect().w - last, 30);
        last = scale.earlier_rect().w;
    }
    EXPECT_GT(last, 180);
}

TEST(TimelineScale, TimeAtIsTheInverseOfXOf) {
    std::mt19937 random(11);
    for (int i = 0; i < 500; ++i) {
        const Span extent = random_span(random), focus = random_span(random);
        const TimelineScale scale(kRect, extent, focus, 1);
        std::uniform_real_distribution<float> inside(scale.focus_rect().x, scale.focus_rect().right());
        const float x = inside(random);
        // Instants are whole seconds: at the closest a pixel is a few of them.
        const double s_per_px = calendar::seconds_between(focus.begin, focus.end) / static_cast<double>(scale.focus_rect().w);
        EXPECT_NEAR(scale.x_of(scale.time_at(x)), x, 0.02 + 0.5 / s_per_px);
        const float overview_x = scale.overview_rect().x + 20 + (x - scale.focus_rect().x) * 0.9f;
        EXPECT_NEAR(scale.overview_x_of(scale.overview_time_at(overview_x)), overview_x, 0.1);
    }
}

TEST(TimelineScale, NeverRunsBackAcrossZones) {
    std::mt19937 random(12);
    for (int i = 0; i < 300; ++i) {
        const TimelineScale scale(kRect, random_span(random), random_span(random), 1);
        Instant last = calendar::kDistantPast;
        for (float x = kRect.x; x <= kRect.right(); x += 3) {
            const Instant t = scale.time_at(x);
            EXPECT_GE(t, last);
            last = t;
        }
        const Instant first = scale.time_at(kRect.x);
        float last_x = -1;
        for (int step = 0; step <= 400; ++step) {
            const double part = step / 400.0;
            const float x = scale.x_of(first + std::chrono::seconds{std::llround(part * calendar::seconds_between(first, last))});
            EXPECT_GE(x, last_x);
            EXPECT_LE(x, scale.lanes_rect().right() + 0.01f);
            last_x = x;
        }
    }
}

TEST(TimelineScale, HoldsTimesBeyondAllDataAtTheEdges) {
    const TimelineScale scale = april();
    EXPECT_GE(scale.x_of(calendar::kDistantPast), scale.lanes_rect().x);
    EXPECT_LE(scale.x_of(calendar::kDistantFuture), scale.lanes_rect().right());
    EXPECT_EQ(scale.time_at(-500), day(1972, 1, 1));
    EXPECT_EQ(scale.time_at(9000), day(2028, 1, 1));
}

TEST(TimelineScale, GivesBusyPartsOfTheOverviewMoreWidth) {
    const std::vector<OverviewPart> parts{{{day(2020, 1, 1), day(2023, 1, 1)}, 1}, {{day(2023, 1, 1), day(2024, 1, 1)}, 3}};
    const TimelineScale scale(kRect, {day(2020, 1, 1), day(2024, 1, 1)}, {day(2023, 4, 1), day(2023, 5, 1)}, 1, parts);
    const float before = scale.overview_x_of(day(2023, 1, 1)) - scale.overview_x_of(day(2020, 1, 1));
    const float busy = scale.overview_x_of(day(2024, 1, 1)) - scale.overview_x_of(day(2023, 1, 1));
    EXPECT_NEAR(busy / before, 3, 0.01);
}

TEST(TimelineScale, SurvivesSpansThatAreOpenOrEmpty) {
    for (const Span& span : {Span{}, Span{day(2020, 1, 1), day(2020, 1, 1)}, Span{calendar::kDistantPast, day(2020, 1, 1)}}) {
        const TimelineScale scale(kRect, span, span, 2);
        EXPECT_LT(scale.time_at(scale.focus_rect().x), scale.time_at(scale.focus_rect().right()));
    }
    const TimelineScale narrow({0, 0, 90, 40}, {day(1972, 1, 1), day(2028, 1, 1)}, {day(2023, 4, 1), day(2023, 5, 1)}, 1);
    EXPECT_GE(narrow.lanes_rect().h, 0);
    EXPECT_GE(narrow.focus_rect().w, 1);
}

}  // namespace
}  // namespace dateline::view
