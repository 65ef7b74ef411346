#include "geo/area_part.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::geo {
namespace {

const Line kSquare{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}};

TEST(AreaPart, IsWhatLiesBeyondTheLine) {
    const MultiPolygon north = beyond({{kSquare}}, {2, 2}, 0);
    EXPECT_TRUE(contains(north, {1, 3}));
    EXPECT_FALSE(contains(north, {1, 1}));
    const MultiPolygon west = beyond({{kSquare}}, {2, 2}, 270);
    EXPECT_TRUE(contains(west, {1, 1}));
    EXPECT_FALSE(contains(west, {3, 1}));
}

TEST(AreaPart, OfAnAreaOnTheOtherSideIsNothingAndHolesAreKept) {
    EXPECT_TRUE(beyond({{kSquare}}, {2, 9}, 0).empty());
    const Line hole{{1, 2.5}, {1, 3.5}, {3, 3.5}, {3, 2.5}, {1, 2.5}};
    const MultiPolygon north = beyond({{kSquare, hole}}, {2, 2}, 0);
    ASSERT_EQ(north.size(), 1u);
    EXPECT_FALSE(contains(north, {2, 3}));
    EXPECT_TRUE(contains(north, {0.5, 3}));
}

TEST(AreaPart, RunsOverTheAntimeridian) {
    const MultiPolygon east = beyond({{{{178, 0}, {-178, 0}, {-178, 4}, {178, 4}, {178, 0}}}}, {180, 2}, 90);
    ASSERT_EQ(east.size(), 1u);
    for (const LonLat& at : east.front().front()) {
        EXPECT_LE(std::remainder(at.lon_deg - 180, 360.0), 2.0);
        EXPECT_GE(std::remainder(at.lon_deg - 180, 360.0), -1e-9);
    }
}

}  // namespace
}  // namespace dateline::geo
