#include "base/result.h"
#include "base/id.h"

#include <gtest/gtest.h>

#include <set>

namespace dateline::base {
namespace {

TEST(Error, LineNamesWhereWhatAndRemedy) {
    EXPECT_EQ((Error{"is empty", "a.txt", "give a text"}.line()), "a.txt: is empty; give a text");
    EXPECT_EQ((Error{"is empty", "", ""}.line()), "is empty");
}

TEST(Error, LineNeverBreaks) { EXPECT_EQ((Error{"two\nlines", "a\r.txt", ""}.line()), "a .txt: two lines"); }

TEST(Result, CarriesTheErrorThrough) {
    const auto half = [](int n) -> Result<int> {
        if (n % 2 != 0) return fail("is odd", std::to_string(n));
        return n / 2;
    };
    EXPECT_EQ(half(4).value(), 2);
    EXPECT_EQ(half(3).error().line(), "3: is odd");
}

// The values are part of the public ids: if they change, every saved selection and link breaks.
TEST(StableHash, IsTheSameForEver) {
    EXPECT_EQ(short_id('e', stable_hash("")), short_id('e', stable_hash(std::string_view{})));
    EXPECT_EQ(stable_hash("a"), stable_hash("a"));
    EXPECT_NE(stable_hash("ab", 1), stable_hash("ab", 2));
    EXPECT_EQ(short_id('e', 0x123456789abcdefull).size(), 13u);
}

TEST(StableHash, SpreadsShortKeys) {
    std::set<std::uint64_t> low_bits;
    for (int i = 0; i < 4096; ++i) low_bits.insert(stable_hash(std::to_string(i)) & 0xffff);
    // 4096 balls into 65536 bins: about 3970 distinct are expected.
    EXPECT_GT(low_bits.size(), 3850u);
}

}  // namespace
}  // namespace dateline::base
