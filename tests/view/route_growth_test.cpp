#include "view/route_growth.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::view {
namespace {

using calendar::day;

document::RouteSegment segment(const char* from, const char* to) {
    document::RouteSegment made;
    if (*from != 0) made.from = calendar::Edtf::parse(from).value();
    if (*to != 0) made.to = calendar::Edtf::parse(to).value();
    return made;
}

/// One segment as frames pass.
struct Watched {
    document::RouteSegment segment;
    RouteGrowth growth{};
    double clock_s = 100;
    RouteGrowth::Part at(calendar::Instant playhead, double after_s = 1.0 / 60) {
        clock_s += after_s;
        growth.begin_frame(1, playhead, clock_s);
        return growth.part_of(0, 0, segment);
    }
};

TEST(RouteGrowth, ASegmentIsDrawnOnFromItsStartAsThePlayheadPassesItsDate) {
    Watched line{segment("2016-12", "")};
    EXPECT_TRUE(line.at(day(2016, 11, 30)).none());
    float last = 0;
    int frames = 0;
    for (; frames < 200 && last < 1; ++frames) {
        const RouteGrowth::Part part = line.at(day(2016, 12, 2));
        EXPECT_FLOAT_EQ(part.from, 0);
        EXPECT_GT(part.to, last);
        EXPECT_LT(part.to - last, 0.05f) << "no jump";
        EXPECT_EQ(line.growth.growing(), part.to < 1);
        last = part.to;
    }
    EXPECT_NEAR(frames / 60.0, 1.2, 0.05);
    // And back before it.
    for (int i = 0; i < 200; ++i) line.at(day(2016, 11, 1));
    EXPECT_TRUE(line.at(day(2016, 11, 1)).none());
    EXPECT_FALSE(line.growth.growing());
}

TEST(RouteGrowth, WhatIsReplacedGivesWayAtTheSamePace) {
    Watched planned{segment("", "2014-08-21")}, built{segment("2014-08-22", "")};
    planned.at(day(2014, 8, 1)), built.at(day(2014, 8, 1));
    for (int i = 0; i < 40; ++i) {
        const RouteGrowth::Part old = planned.at(day(2014, 9, 1)), fresh = built.at(day(2014, 9, 1));
        EXPECT_NEAR(old.from, fresh.to, 1e-5f);
        EXPECT_FLOAT_EQ(old.to, 1);
    }
}

TEST(RouteGrowth, APictureHasNoClockAndShowsItWhole) {
    const document::RouteSegment line = segment("2016-12", "");
    RouteGrowth growth;
    growth.begin_frame(1, day(2016, 1, 1), 0);
    EXPECT_TRUE(growth.part_of(0, 0, line).none());
    growth.begin_frame(1, day(2017, 1, 1), 0);
    EXPECT_TRUE(growth.part_of(0, 0, line).whole());
    EXPECT_FALSE(growth.growing());
}

TEST(RouteGrowth, ABriefingOpensWithoutMotion) {
    Watched line{segment("2016-12", "")};
    EXPECT_TRUE(line.at(day(2020, 1, 1)).whole());
    line.growth.begin_frame(2, day(2020, 1, 1), line.clock_s + 1);
    EXPECT_TRUE(line.growth.part_of(0, 0, line.segment).whole());
}

TEST(RouteGrowth, ARestIsNotCounted) {
    Watched line{segment("2016-12", "")};
    line.at(day(2016, 1, 1));
    EXPECT_LT(line.at(day(2017, 1, 1), 30).to, 0.05f);
}

TEST(RouteGrowth, CutsALineByItsLength) {
    const auto whole = std::make_shared<const geo::LineSet>(geo::line_set({{{20, 0}, {21, 0}, {24, 0}, {28, 0}}}, 5));
    EXPECT_EQ(part_of(whole, {0, 1}), whole);
    const float length = whole->vertices.back().along;
    const auto cut = part_of(whole, {0.25f, 0.75f});
    ASSERT_TRUE(cut);
    EXPECT_NEAR(cut->vertices.front().along, 0.25f * length, 1e-6f);
    EXPECT_NEAR(cut->vertices.back().along, 0.75f * length, 1e-6f);
    EXPECT_NEAR(cut->vertices.back().x - cut->vertices.front().x, 0.5f * (whole->vertices.back().x - whole->vertices.front().x), 1e-6f);
    EXPECT_NE(cut->key, whole->key);
    EXPECT_NE(cut->key, part_of(whole, {0, 0.75f})->key);
    for (std::size_t i = 1; i < cut->vertices.size(); ++i) EXPECT_GT(cut->vertices[i].along, cut->vertices[i - 1].along);
}

}  // namespace
}  // namespace dateline::view
