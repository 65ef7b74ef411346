#include "document/fold.h"

#include "document/gazetteer.h"

#include <gtest/gtest.h>

namespace dateline::document {
namespace {

TEST(FoldName, TreatsSpellingsOfANameAlike) {
    EXPECT_EQ(fold_name("Türkmenbaşy"), fold_name("Turkmenbasy"));
    EXPECT_EQ(fold_name("Nagorno-Karabakh"), fold_name("nagorno  karabakh"));
    EXPECT_EQ(fold_name("Sana'a"), fold_name("Sanaa"));
    EXPECT_EQ(fold_name("Xankəndi"), fold_name("XANKƏNDI"));
    EXPECT_EQ(fold_name("U.S."), "us");
    EXPECT_EQ(fold_name("  Bosnia & Herzegovina "), "bosnia herzegovina");
    EXPECT_EQ(fold_name("Đà Nẵng"), "da nang");
}

TEST(FoldName, KeepsScripts) {
    EXPECT_EQ(fold_name("БАКУ"), "баку");
    EXPECT_EQ(fold_name("თბილისი"), "თბილისი");
    EXPECT_NE(fold_name("Баку"), fold_name("Baku"));
}

TEST(FoldName, IsTheSameWhenFoldedAgain) {
    for (const char* name : {"Türkmenbaşy", "St. John's", "ԵՐԵՎԱՆ", "Île-de-France", "بغداد", "北京", "--", "", "ﬁne", "ẞ"})
        EXPECT_EQ(fold_name(fold_name(name)), fold_name(name)) << name;
}

TEST(CodePoints, ReadBackWhatWasWritten) {
    for (char32_t c : {U'a', U'\x7f', U'\x80', U'ə', U'\x7ff', U'\x800', U'北', U'\xffff', U'\x10000', U'\x1F600', U'\x10ffff'}) {
        std::string text;
        append_utf8(c, text);
        std::size_t at = 0;
        EXPECT_EQ(next_code_point(text, at), c);
        EXPECT_EQ(at, text.size());
    }
}

TEST(CodePoints, MoveOverEveryIllFormedByte) {
    const std::string_view bad = "a\xff\xc0\x80\xed\xa0\x80\xe2\x82z\xf5";
    std::size_t at = 0, steps = 0, replaced = 0;
    while (at < bad.size()) {
        const std::size_t before = at;
        replaced += next_code_point(bad, at) == 0xFFFD;
        ASSERT_GT(at, before);
        ASSERT_LE(at, bad.size());
        ++steps;
    }
    EXPECT_EQ(replaced + 2, steps);
}

}  // namespace
}  // namespace dateline::document
