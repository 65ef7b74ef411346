#include "document/divisions.h"

#include <gtest/gtest.h>

#include <memory>

namespace dateline::document {
namespace {

std::optional<Divisions> viewed(std::string bytes) {
    const auto kept = std::make_shared<const std::string>(std::move(bytes));
    return Divisions::view(std::as_bytes(std::span(*kept)), kept);
}

const geo::MultiPolygon kWithHole{{{{10, 1}, {14.00001, 0.2}, {17, -4}, {10, 1}}, {{12, -0.5}, {13, -1}, {12.5, -1.2}, {12, -0.5}}}};
const geo::MultiPolygon kTwoParts{{{{179, 60}, {180, 60}, {180, 61}, {179, 60}}}, {{{-180, 60}, {-179, 60}, {-180, 61}, {-180, 60}}}};

void expect_near(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t p = 0; p < a.size(); ++p) {
        ASSERT_EQ(a[p].size(), b[p].size());
        for (std::size_t r = 0; r < a[p].size(); ++r) {
            ASSERT_EQ(a[p][r].size(), b[p][r].size());
            for (std::size_t i = 0; i < a[p][r].size(); ++i) {
                EXPECT_NEAR(a[p][r][i].lon_deg, b[p][r][i].lon_deg, 1 / Divisions::kUnitsPerDeg);
                EXPECT_NEAR(a[p][r][i].lat_deg, b[p][r][i].lat_deg, 1 / Divisions::kUnitsPerDeg);
            }
        }
    }
}

TEST(Divisions, AreFoundByEachOfTheirIds) {
    const auto divisions = viewed(pack_divisions({{{"adm1:AAA-1", "dl:first"}, kWithHole}, {{"adm1:AAA-2"}, kTwoParts}}));
    ASSERT_TRUE(divisions);
    EXPECT_EQ(divisions->size(), 3u);
    expect_near(divisions->area("adm1:AAA-1"), kWithHole);
    expect_near(divisions->area("dl:first"), kWithHole);
    expect_near(divisions->area("adm1:AAA-2"), kTwoParts);
    EXPECT_TRUE(divisions->area("adm1:AAA-3").empty());
    EXPECT_TRUE(divisions->area("").empty());
}

TEST(Divisions, ThatAreDamagedGiveNothing) {
    const std::string good = pack_divisions({{{"adm1:AAA-1"}, kWithHole}});
    EXPECT_FALSE(viewed(""));
    EXPECT_FALSE(viewed(good.substr(0, 20)));  // the index itself is cut
    const auto cut = viewed(good.substr(0, good.size() - 3));
    ASSERT_TRUE(cut);
    EXPECT_TRUE(cut->area("adm1:AAA-1").empty());
    std::string far_off = good;
    far_off.replace(16, 8, std::string(8, '\x7f'));  // an offset past the end
    EXPECT_TRUE(viewed(far_off)->area("adm1:AAA-1").empty());
    std::string endless = good;
    endless.replace(24, 4, std::string(4, '\xff'));  // a count without an end
    EXPECT_TRUE(viewed(endless)->area("adm1:AAA-1").empty());
}

}  // namespace
}  // namespace dateline::document
