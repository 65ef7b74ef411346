#include "geo/utm.h"

#include <gtest/gtest.h>

namespace dateline::geo {
namespace {

TEST(Utm, ReadsZonesOfBothHemispheres) {
    const auto vienna = from_utm({33, false, 605004.5, 5344998.5}), sydney = from_utm({56, true, 334873, 6252266});
    ASSERT_TRUE(vienna && sydney);
    EXPECT_NEAR(vienna->lat_deg, 48.24949, 1e-4);
    EXPECT_NEAR(vienna->lon_deg, 16.4145, 1e-4);
    EXPECT_NEAR(sydney->lat_deg, -33.8568, 1e-3);
    EXPECT_NEAR(sydney->lon_deg, 151.2153, 1e-3);
    EXPECT_FALSE(from_utm({61, false, 500000, 0}));
}

TEST(Utm, HasItsMeridianInTheMiddleOfTheZone) {
    const auto at = from_utm({31, false, 500000, 0});
    ASSERT_TRUE(at);
    EXPECT_NEAR(at->lon_deg, 3, 1e-9);
    EXPECT_NEAR(at->lat_deg, 0, 1e-9);
}

}  // namespace
}  // namespace dateline::geo
