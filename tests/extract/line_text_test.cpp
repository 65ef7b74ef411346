#include "extract/line_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace dateline::extract {
namespace {

using nlohmann::json;

TEST(LineText, TakesTheTextOutAndLeavesTheRest) {
    const auto line =
        take_text(R"({"doc": {"n": ["text", {"text": "inner"}]}, "text" : "A \"day\"\n– \u2019\ud83d\ude00\/", "dct": null})");
    ASSERT_TRUE(line);
    EXPECT_EQ(line->text, "A \"day\"\n– ’😀/");
    EXPECT_EQ(json::parse(line->rest), json::parse(R"({"doc": {"n": ["text", {"text": "inner"}]}, "text": "", "dct": null})"));
}

TEST(LineText, AgreesWithTheJsonReaderOnEveryLineThatItTakes) {
    for (const char* text : {R"("")", R"("plain")", R"("\\\"")", R"("\u0000\u001f\b\f\r\t")", R"("Żółw 北京 é")", "\"\x7f\""}) {
        const std::string whole = std::string(R"({"text":)") + text + R"(,"doc":1})";
        const auto line = take_text(whole);
        ASSERT_TRUE(line) << text;
        EXPECT_EQ(line->text, json::parse(whole)["text"].get<std::string>()) << text;
    }
}

TEST(LineText, LeavesToTheJsonReaderWhatIsOutOfTheOrdinary) {
    for (const char* whole :
         {R"({"text":"a","text":"b"})", R"({"te\u0078t":"a","text":"b"})", R"({"text":5})", R"(["text","a"])", R"([{"text":"a"}])",
          R"({"text":"\q"})", R"({"text":"\ud800"})", R"({"text":"\udc00\ud800"})", R"({"text":"\u12"})", "{\"text\":\"a\nb\"}",
          "{\"text\":\"\xff\"}", "{\"text\":\"\xc0\x80\"}", R"({"text":"a)", R"({"text)", "", "{", R"({"doc":1})"})
        EXPECT_FALSE(take_text(whole)) << whole;
}

TEST(LineText, LeavesALineThatIsNoJsonSo) {
    for (const char* whole : {R"({"text":"a" "doc":1})", R"({"text":"a"}})", R"({"doc":tru,"text":"a"})", R"({,"text":"a"})"}) {
        const auto line = take_text(whole);
        EXPECT_FALSE(line && json::accept(line->rest)) << whole;
    }
}

}  // namespace
}  // namespace dateline::extract
