#include "extract/extract.h"
#include "extract/html_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string as_utf16(std::u16string_view text, bool big_endian, bool with_mark) {
    std::string out;
    const auto put = [&](char16_t c) {
        const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    };
    if (with_mark) put(0xFEFF);
    for (char16_t c : text) put(c);
    return out;
}

TEST(Decode, KeepsUtf8AndDropsItsMark) {
    const auto decoded = decode("\xEF\xBB\xBFŽeljka Cvijanović", "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "Željka Cvijanović");
    EXPECT_EQ(decoded->encoding, "UTF-8");
}

TEST(Decode, ReadsUtf16WithAndWithoutItsMark) {
    constexpr std::u16string_view text = u"On 5 May the ministers met in Kraków. \U0001F30D";
    for (const bool big_endian : {false, true}) {
        for (const bool with_mark : {false, true}) {
            const auto decoded = decode(as_utf16(text, big_endian, with_mark), "a.txt");
            ASSERT_TRUE(decoded) << big_endian << with_mark;
            EXPECT_EQ(decoded->text, "On 5 May the ministers met in Kraków. \U0001F30D") << big_endian << with_mark;
        }
    }
}

TEST(Decode, ReadsUtf16OfCyrillic) {
    const auto decoded = decode(as_utf16(u"Пятого мая министры встретились в Баку.", false, false), "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "Пятого мая министры встретились в Баку.");
}

TEST(Decode, TellsTheWindowsEncodingsApart) {
    const auto cyrillic =
        decode("\xCC\xE8\xED\xE8\xF1\xF2\xF0\xFB \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xE8\xF1\xFC \xE2 \xC1\xE0\xEA\xF3.", "a.txt");
    ASSERT_TRUE(cyrillic);
    EXPECT_EQ(cyrillic->text, "Министры встретились в Баку.");
    EXPECT_EQ(cyrillic->encoding, "windows-1251");
    const auto western = decode(
        "The caf\xE9 in Orl\xE9"
        "ans \x96 \x93so to speak\x94 \x96 closed on 5 May.",
        "a.txt");
    ASSERT_TRUE(western);
    EXPECT_EQ(western->text, "The café in Orléans – “so to speak” – closed on 5 May.");
    EXPECT_EQ(western->encoding, "windows-1252");
}

TEST(Decode, KeepsUtf8WithAStrayByte) {
    const auto decoded = decode("Željka Cvijanović and Denis Bećirović \xFF met in Sarajevo, said Željko Komšić.", "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->bad_bytes, 1u);
    EXPECT_EQ(decoded->encoding, "UTF-8");
    EXPECT_THAT(decoded->text, HasSubstr("Bećirović"));
}

TEST(Decode, RefusesBinaryInOneLineThatSaysWhatToDo) {
    std::string noise;
    for (int i = 0; i < 4000; ++i) noise += static_cast<char>((i * 7919) >> 3);
    for (const std::string& bytes : {noise, std::string("%PDF-1.7\n"), std::string("PK\x03\x04zip"), std::string("\x89PNG\r\n\x1A\n")}) {
        const auto decoded = decode(bytes, "thing.txt");
        ASSERT_FALSE(decoded);
        EXPECT_EQ(decoded.error().where, "thing.txt");
        EXPECT_FALSE(decoded.error().remedy.empty());
        EXPECT_THAT(decoded.error().line(), Not(HasSubstr("\n")));
    }
}

TEST(Decode, DropsNulsAndControls) {
    const auto decoded = decode("On 5 May\x01 the\x7F port closed.", "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "On 5 May the port closed.");
}

TEST(Html, KeepsParagraphsHeadingsAndLists) {
    const std::string text = text_of_html(
        "<html><body><h2>News</h2><p>One\n  two.</p><p>Three&nbsp;&amp; four.</p><ul><li>a</li><li><p>b</p></li></ul></body></html>");
    EXPECT_EQ(text, "## News\n\nOne two.\n\nThree & four.\n\n- a\n- b\n");
}

TEST(Html, LeavesOutWhatIsNoProse) {
    const std::string text = text_of_html(
        "<body><script>if (a<b) x=\"On 5 May\";</script><style>p{}</style><nav><a>3 May 1999</a></nav>"
        "<!-- 4 May --><p>On 6 May it rained.</p><form><button>7 May</button></form></body>");
    EXPECT_EQ(text, "On 6 May it rained.\n");
}

TEST(Html, ReadsCharacterReferencesAndThePagesDate) {
    const std::string text = text_of_html(
        "<head><title>A &amp; B</title><meta property='article:published_time' content='2024-02-02T09:00:00Z'></head>"
        "<p>Sz&eacute;kely &#352;ef&#x10D;ovi&#269; R&D AT&T &bogus;</p>");
    EXPECT_EQ(text, "# A & B\n\nPublished: 2024-02-02\n\nSzékely Šefčovič R&D AT&T &bogus;\n");
}

TEST(Html, LeavesOutWhatIsAroundTheStory) {
    const std::string text = text_of_html(
        "<body><header><p>Friday 5 May 2017</p></header><div class='site-nav'>Menu</div><div id=\"cookie-banner\">We use them</div>"
        "<div class=has-sidebar><h1>News</h1><p>On 6 May it rained.<sup><a href='#n1'>1</a></sup> 5 km<sup>2</sup></p>"
        "<div class='related-posts'>7 May</div><p hidden>8 May</p><p style='display:none'>9 May</p></div>"
        "<section class=footnotes role='doc-endnotes'><p>10 May 1999</p></section><footer>© 2015</footer></body>");
    EXPECT_EQ(text, "# News\n\nOn 6 May it rained. 5 km2\n");
}

TEST(Html, KeepsAStoryThatIsInsideFurniture) {
    EXPECT_EQ(text_of_html("<form id=aspnetForm><div class=menu><h1>News</h1><p>On 6 May it rained.</p></div></form>"),
              "# News\n\nOn 6 May it rained.\n");
}

TEST(Html, TakesTheMainPartWhereItIsMostOfThePage) {
    const std::string story =
        "On 6 May it rained for the whole of the day, and nobody in the town went out of the house. " + std::string(200, 'x');
    EXPECT_EQ(text_of_html("<p>Latest: 1 May</p><main><h1>News</h1><p>" + story + "</p></main><p>Elsewhere: 2 May</p>"),
              "# News\n\n" + story + "\n");
    EXPECT_THAT(text_of_html("<p>" + story + "</p><p>" + story + "</p><main>5 words</main>"), HasSubstr("rained"));
}

TEST(Html, KeepsTheRowsOfATable) {
    EXPECT_EQ(text_of_html("<table><tr><th>Date<th>Event</tr><tr><td><p>5 "
                           "May</p></td><td>Port<br>opened</td></tr><tr><td>alone</td></tr></table><p>After."),
              "| Date | Event |\n| 5 May | Port opened |\n\nalone\n\nAfter.\n");
}

TEST(Html, StaysLinearWhateverNests) {
    std::string nested;
    for (int i = 0; i < 40000; ++i) nested += "<div class=nav><form><sup>";
    nested += "<h1>News</h1>";
    EXPECT_EQ(text_of_html(nested), "# News\n");
}

TEST(Decode, TakesTheEncodingThatAPageDeclares) {
    const auto greek = decode("<html><head><meta charset=\"iso-8859-7\"></head><p>\xC1\xE8\xDE\xED\xE1</p></html>", "a.html");
    ASSERT_TRUE(greek);
    EXPECT_EQ(greek->text, "Αθήνα\n");
    const auto unknown = decode("<html><meta charset=klingon><p>caf\xE9 and another caf\xE9</p></html>", "a.html");
    ASSERT_TRUE(unknown);
    EXPECT_EQ(unknown->text, "café and another café\n");
}

TEST(Decode, DropsMarksThatShowNothing) {
    const auto decoded = decode("On 5\u200B Ma\u00ADy \u202Ethe\u202C port\u2060 closed\u200F.", "a.txt");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "On 5 May the port closed.");
}

TEST(Html, SurvivesBrokenMarkup) {
    EXPECT_EQ(text_of_html("<p>a <b>bold <p>next < 5 <a href=\"x>y</p>"), "a bold\n\nnext < 5 y\n");
    EXPECT_EQ(text_of_html("<p>end<"), "end<\n");
    EXPECT_EQ(text_of_html("<script>never closed"), "\n");
    const std::string deep = std::string(200000, '<') + "p>" + "text";
    EXPECT_THAT(text_of_html(deep), HasSubstr("text"));
}

}  // namespace
}  // namespace dateline::extract
