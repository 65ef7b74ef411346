#include "document/worldview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(Worldview, IsReadWholeAndInOrder) {
    const std::string json = R"({"type":"FeatureCollection",
        "dateline":{"worldview":"Ministry, 2024","source":"Gazette 7","boundaries":[
            {"name":"Kosovo*","show":"agreed"},
            {"sides":["ARM","AZE"],"show":"disputed","claims":["Armenia: a","Azerbaijan: b"],"note":"n"}]},
        "features":[{"type":"Feature","properties":{"name":"Line","show":"agreed","begin":"1991-12-26"},
                     "geometry":{"type":"LineString","coordinates":[[40,40],[41,41]]}}]})";
    std::vector<std::string> warnings;
    const auto worldview = worldview_from_json(json, "w.json", warnings);
    ASSERT_TRUE(worldview) << worldview.error().line();
    EXPECT_THAT(warnings, IsEmpty());
    EXPECT_EQ(worldview->name, "Ministry, 2024");
    ASSERT_EQ(worldview->rules.size(), 2u);
    EXPECT_EQ(worldview->rules[0].shown, BoundaryShown::Agreed);
    EXPECT_THAT(worldview->rules[1].sides, ElementsAre("ARM", "AZE"));
    EXPECT_THAT(worldview->rules[1].claims, ElementsAre("Armenia: a", "Azerbaijan: b"));
    ASSERT_EQ(worldview->lines.size(), 1u);
    EXPECT_EQ(worldview->lines[0].facts.begin, "1991-12-26");
    EXPECT_EQ(worldview->text, json);
    EXPECT_TRUE(looks_like_worldview(json));
}

TEST(Worldview, ThatIsNoneIsRefusedInOneLine) {
    std::vector<std::string> warnings;
    for (const char* json : {"", "{", "[]", "3", "null", R"({"type":"FeatureCollection","features":[]})", R"({"dateline":{"id":"route"}})",
                             R"({"dateline":{"worldview":""}})", R"({"dateline":{"worldview":7}})"}) {
        const auto worldview = worldview_from_json(json, "w.json", warnings);
        ASSERT_FALSE(worldview) << json;
        EXPECT_THAT(worldview.error().line(), HasSubstr("w.json")) << json;
        EXPECT_EQ(worldview.error().line().find('\n'), std::string::npos);
    }
}

TEST(Worldview, LeavesOutWhatIsWrongAndSaysWhich) {
    const std::string json = R"({"dateline":{"worldview":"W","boundaries":[
            {"show":"agreed"}, {"name":"A","show":"maybe"}, {"name":"A"}, {"sides":["ARMENIA"],"show":"hidden"}, {"sides":["A","B","C"],"show":"hidden"},
            7, {"sides":["ARM"],"show":"hidden"}]},
        "features":[{"properties":{"name":"P","show":"agreed"},"geometry":{"type":"Point","coordinates":[1,2]}},
                    {"properties":{"show":"agreed"},"geometry":null}, {}, 3,
                    {"properties":{"name":"Q","show":"disputed","begin":"yesterday"},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
                    {"properties":{"name":"R","show":"disputed"},"geometry":{"type":"LineString","coordinates":[[1,200],[3,4]]}}]})";
    std::vector<std::string> warnings;
    const auto worldview = worldview_from_json(json, "w.json", warnings);
    ASSERT_TRUE(worldview);
    EXPECT_EQ(worldview->rules.size(), 1u);
    EXPECT_THAT(worldview->lines, IsEmpty());
    EXPECT_EQ(warnings.size(), 12u);
    EXPECT_THAT(warnings[1], HasSubstr("boundary 2"));
    EXPECT_THAT(warnings.back(), HasSubstr("feature 6 (R)"));
}

}  // namespace
}  // namespace dateline::document
