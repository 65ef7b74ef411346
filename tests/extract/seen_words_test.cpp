#include "extract/seen_words.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline::extract {
namespace {

TEST(SeenWords, KnowsAWordOnceItWasSeen) {
    SeenWords words;
    EXPECT_FALSE(words.contains("ferry"));
    words.insert("ferry");
    words.insert("ferry");
    EXPECT_TRUE(words.contains("ferry"));
    EXPECT_FALSE(words.contains("ferries"));
    EXPECT_FALSE(words.contains(""));
    EXPECT_EQ(words.size(), 1U);
}

TEST(SeenWords, KeepsAllAsItGrows) {
    constexpr int many = 5000;
    SeenWords words;
    for (int n = 0; n < many; ++n) words.insert("word" + std::to_string(n));
    EXPECT_EQ(words.size(), many);
    for (int n = 0; n < many; ++n) EXPECT_TRUE(words.contains("word" + std::to_string(n))) << n;
    for (int n = many; n < 2 * many; ++n) EXPECT_FALSE(words.contains("word" + std::to_string(n))) << n;
}

}  // namespace
}  // namespace dateline::extract
