#include "view/timeline_ticks.h"

#include "view/map_support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace dateline::view {
namespace {

using calendar::day;
using calendar::Instant;
using calendar::Span;

const TextStyle kStyle{Face::Regular, 11, {}, {}, 0, 0};

TickRange linear_range(Span span, float x0, float x1) {
    const double rate = static_cast<double>(x1 - x0) / calendar::seconds_between(span.begin, span.end);
    return {span, x0, x1, [=](Instant t) { return x0 + static_cast<float>(calendar::seconds_between(span.begin, t) * rate); }};
}

std::vector<std::string> labels_of(const std::vector<Tick>& ticks) {
    std::vector<std::string> labels;
    for (const Tick& tick : ticks)
        if (!tick.label.empty()) labels.push_back(tick.label);
    return labels;
}

Span random_span(std::mt19937& random) {
    std::uniform_real_distribution<double> exponent(3.5, 11.2), centre(-6e10, 4e10);
    const Instant begin{std::chrono::seconds{std::llround(centre(random))}};
    return {begin, begin + std::chrono::seconds{std::llround(std::pow(10.0, exponent(random)))}};
}

void expect_apart(const std::vector<Tick>& ticks, const TickRange& range, float gap) {
    float last = -1e9f;
    for (const Tick& tick : ticks) {
        if (tick.label.empty()) continue;
        EXPECT_GE(tick.label_x, last + gap - 0.01f) << tick.label;
        EXPECT_GE(tick.label_x, range.x0);
        EXPECT_LE(tick.label_x + tick.label_w, range.x1 + 0.01f) << tick.label;
        last = tick.label_x + tick.label_w;
    }
}

TEST(TimelineTicks, NeverOverlapFromHoursToMillennia) {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> width(120, 2600), scale(1, 3);
    for (int i = 0; i < 1000; ++i) {
        const Span span = random_span(random);
        const TickRange range = linear_range(span, 100, 100 + width(random));
        const float s = scale(random);
        TextStyle style = kStyle;
        style.size_px *= s;
        const std::vector<Tick> ticks = linear_ticks(range, testing::type(), style, s);
        expect_apart(ticks, range, 4 * s);
        EXPECT_LT(ticks.size(), 3000u);
        if (range.x1 - range.x0 > 400 * s) {
            EXPECT_FALSE(labels_of(ticks).empty()) << calendar::iso(span.begin) << " " << calendar::iso(span.end);
        }
    }
}

TEST(TimelineTicks, NeverOverlapWhereTheScaleChanges) {
    std::mt19937 random(4);
    for (int i = 0; i < 300; ++i) {
        const TimelineScale scale({0, 0, 1500, 240}, random_span(random), random_span(random), 1);
        for (const RectPx& wing : {scale.earlier_rect(), scale.later_rect()}) {
            if (wing.w <= 0) continue;
            const Span span = wing == scale.earlier_rect() ? Span{scale.extent().begin, scale.focus().begin}
                                                           : Span{scale.focus().end, scale.extent().end};
            const TickRange range{span, wing.x, wing.right(), [&](Instant t) { return scale.x_of(t); }};
            expect_apart(warped_ticks(range, testing::type(), kStyle, 1), range, 4);
        }
    }
}

TEST(TimelineTicks, NumberDaysAndNameTheMonthThatBegins) {
    const TickRange range = linear_range({day(2023, 4, 29), day(2023, 5, 3)}, 0, 200);
    const std::vector<std::string> expected{"29", "30", "1 May", "2"};
    EXPECT_EQ(labels_of(linear_ticks(range, testing::type(), kStyle, 1)), expected);
}

TEST(TimelineTicks, StandInTheMiddleOfTheirDay) {
    const TickRange range = linear_range({day(2023, 4, 10), day(2023, 4, 14)}, 0, 160);
    const std::vector<Tick> ticks = linear_ticks(range, testing::type(), kStyle, 1);
    for (const Tick& tick : ticks) {
        if (!tick.label.empty()) { EXPECT_NEAR(tick.label_x + tick.label_w / 2, tick.x + 20, 0.5); }
    }
}

TEST(TimelineTicks, NameTheDayAmongHoursAndTheYearAmongMonths) {
    const auto hours = labels_of(linear_ticks(linear_range({day(2023, 4, 24), day(2023, 4, 26)}, 0, 600), testing::type(), kStyle, 1));
    EXPECT_NE(std::find(hours.begin(), hours.end(), "25 Apr"), hours.end());
    EXPECT_NE(std::find(hours.begin(), hours.end(), "12:00"), hours.end());
    const auto months = labels_of(linear_ticks(linear_range({day(2022, 10, 1), day(2023, 4, 1)}, 0, 300), testing::type(), kStyle, 1));
    EXPECT_EQ(months, (std::vector<std::string>{"Oct", "Nov", "Dec", "2023", "Feb", "Mar"}));
}

TEST(CalendarStep, BoundariesAreFixedPointsAndMoveOn) {
    std::mt19937 random(5);
    std::uniform_int_distribution<std::int64_t> second(-100'000'000'000, 100'000'000'000);
    for (const CalendarStep& step : calendar_steps()) {
        for (int i = 0; i < 200; ++i) {
            const Instant t{std::chrono::seconds{second(random)}};
            const Instant low = step.floor(t), next = step.next(low);
            EXPECT_LE(low, t);
            EXPECT_GT(next, t);
            EXPECT_EQ(step.floor(low), low);
            EXPECT_EQ(step.floor(next), next);
        }
    }
}

}  // namespace
}  // namespace dateline::view
