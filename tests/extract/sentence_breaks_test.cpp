#include "extract/sentence_breaks.h"

#include "document/fold.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace dateline::extract {
namespace {

using Breaks = std::vector<std::size_t>;

Breaks ours(std::string_view text) {
    Breaks out;
    SentenceBreaks breaks(text);
    while (!breaks.at_end()) out.push_back(breaks.next());
    return out;
}

class Icu {
  public:
    Icu() {
        UErrorCode status = U_ZERO_ERROR;
        breaks_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getEnglish(), status));
        EXPECT_TRUE(U_SUCCESS(status));
    }
    Breaks of(const std::string& text) {
        UErrorCode status = U_ZERO_ERROR;
        UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
        breaks_->setText(utext, status);
        EXPECT_TRUE(U_SUCCESS(status));
        Breaks out;
        breaks_->first();
        for (auto at = breaks_->next(); at != icu::BreakIterator::DONE; at = breaks_->next()) out.push_back(static_cast<std::size_t>(at));
        utext_close(utext);
        return out;
    }

  private:
    std::unique_ptr<icu::BreakIterator> breaks_;
};

/// Code points by their class, so that the rare ones meet as often as letters do.
std::vector<std::vector<char32_t>> by_class() {
    std::map<int, std::vector<char32_t>> classes;
    for (char32_t c = 1; c < 0x20000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        auto& members = classes[u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK)];
        if (c < 0x80 || members.size() < 400) members.push_back(c);
    }
    std::vector<std::vector<char32_t>> out;
    for (auto& [number, members] : classes) out.push_back(std::move(members));
    return out;
}

TEST(SentenceBreaks, EndSentencesOfProse) {
    const std::string text = "He met Mr. Smith at 3.30 p.m. on Tuesday. \"Why?\" she asked… No. (Yes.) Then\nit ended";
    EXPECT_EQ(ours(text), Icu().of(text));
    EXPECT_EQ(ours("One. Two."), (Breaks{5, 9}));
    EXPECT_EQ(ours("U.S. forces\r\nleft"), (Breaks{13, 17}));
    EXPECT_TRUE(ours("").empty());
}

TEST(SentenceBreaks, AreThoseOfIcuForAnyText) {
    const auto classes = by_class();
    ASSERT_GE(classes.size(), 15u);
    Icu icu;
    std::mt19937 random(29);
    const auto below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (int round = 0; round < 20'000; ++round) {
        const bool only_ascii = round % 2 == 0;
        std::string text;
        for (std::size_t left = 1 + below(40); left > 0; --left) {
            const auto& members = classes[below(classes.size())];
            const char32_t c = members[below(members.size())];
            if (c < 0x80 || !only_ascii) document::append_utf8(c, text);
        }
        ASSERT_EQ(ours(text), icu.of(text)) << "round " << round << ": " << testing::PrintToString(text);
    }
}

}  // namespace
}  // namespace dateline::extract
