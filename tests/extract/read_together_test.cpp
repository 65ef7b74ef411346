#include "extract/event_support.h"
#include "extract/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

// Sentences and documents that are read several at a time are read as each would be by itself.
namespace dateline::extract {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(ReadTogether, LinesAreAnsweredAsEachAlone) {
    const std::vector<std::string_view> lines{
        R"({"doc":"a","dct":"2024-05-13","text":"On 6 May gunmen attacked Goma. The blast killed a guard. It was the second in Goma."})",
        R"({"doc":"b","text":)",
        R"({"doc":7,"text":"The premier visited Oslo on 4 June 2019 and Riga a week later."})",
        R"({"doc":"c","dct":12,"text":"Nothing."})",
        R"({"doc":"d"})",
        R"({"doc":"e","text":""})",
        R"({"doc":"f","dct":"2024-05-13","text":"## 12 May 2024\n\nRebels seized Uvira. Two bridges fell.\n\n## 13 May 2024\n\nTalks opened."})"};
    const std::vector<std::string> together = annotate_lines(lines, shipped_gazetteer(), {});
    ASSERT_EQ(together.size(), lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(together[i], annotate_line(lines[i], shipped_gazetteer(), {}));
    EXPECT_NE(together.front().find("Gunmen attacked Goma"), std::string::npos) << together.front();
    EXPECT_TRUE(annotate_lines({}, shipped_gazetteer(), {}).empty());
}

/// `count` sentences that tell of nothing.
std::string idle(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += "Nobody knows why. ";
    return out;
}

TEST(ReadTogether, WhatASentenceGoesOnAboutIsFoundWhereverItStands) {
    for (std::size_t before = 0; before < 40; ++before)
        EXPECT_THAT(told(idle(before) + "A bomb exploded in Goma on 5 May. The blast killed a guard. It was condemned by Oslo on 7 May."),
                    ElementsAre(Pair("Bomb exploded in Goma", "2024-05-05"), Pair("Blast killed a guard", "2024-05-05"),
                                Pair("Bomb condemned by Oslo", "2024-05-07")))
            << before;
}

TEST(ReadTogether, ADayStandsOverWhatIsBelowItWhereverItStands) {
    for (std::size_t before = 0; before < 40; ++before) {
        const std::string text =
            idle(before) + "\n\n## 3 May 2024\n\nThe ambassador lost an eye.\n\n## 4 May 2024\n\nThe division was moved to Goma.";
        EXPECT_THAT(told(text), ElementsAre(Pair("Ambassador lost an eye", "2024-05-03"), Pair("Division moved to Goma", "2024-05-04")))
            << before;
    }
}

}  // namespace
}  // namespace dateline::extract
