#include "geo/mgrs.h"

#include <gtest/gtest.h>

namespace dateline::geo {
namespace {

TEST(Mgrs, ReadsSquaresOfBothHemispheres) {
    const auto vienna = from_mgrs("33UXP0500444998"), sydney = from_mgrs("56HLH348522");
    ASSERT_TRUE(vienna && sydney);
    EXPECT_NEAR(vienna->at.lat_deg, 48.24949, 1e-4);
    EXPECT_NEAR(vienna->at.lon_deg, 16.4145, 1e-4);
    EXPECT_NEAR(vienna->size_m, 1, 1e-9);
    EXPECT_NEAR(sydney->at.lat_deg, -33.857, 1e-3);
    EXPECT_NEAR(sydney->at.lon_deg, 151.2153, 1e-3);
    EXPECT_NEAR(sydney->size_m, 100, 1e-9);
}

TEST(Mgrs, RefusesWhatIsNoSquareOfItsZone) {
    EXPECT_TRUE(from_mgrs("38TMK1234"));
    EXPECT_FALSE(from_mgrs("61TMK1234"));  // zones end at 60
    EXPECT_FALSE(from_mgrs("38TAK1234"));  // column A is none of zone 38
    EXPECT_FALSE(from_mgrs("38IMK1234"));  // no band I
    EXPECT_FALSE(from_mgrs("38TMK123"));   // as many figures north as east
    EXPECT_FALSE(from_mgrs("38T"));
    EXPECT_FALSE(from_mgrs(""));
}

}  // namespace
}  // namespace dateline::geo
