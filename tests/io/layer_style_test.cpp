#include "io/layer_style.h"

#include "base/files.h"
#include "io_support.h"

#include <gmock/gmock.h>

namespace dateline::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(LayerStyle, ReadsALookAndOverridesByValue) {
    std::vector<std::string> faults;
    const auto style = style_from_json(R"({"dateline_style": 1, "title": "Fields", "credits": "ACME", "opacity": 0.5,
        "color": "#336699", "fill_opacity": 0.2, "width_px": 2, "dash_px": [4, 2], "label": "name", "zoom": [3, 9],
        "by": "kind", "values": {"gas": {"color": {"dark": "#FF0000", "light": "#00FF0080"}, "symbol": "diamond"}, "*": {"hatch_px": 6}}})",
                                       "a.style.json", faults);
    EXPECT_THAT(faults, IsEmpty());
    EXPECT_EQ(style.title, "Fields");
    EXPECT_EQ(style.opacity, 0.5);
    EXPECT_EQ(style.look.width_px, 2);
    EXPECT_EQ(style.look.dash_px, (std::array<float, 4>{4, 2, 4, 2}));
    EXPECT_EQ(style.look.max_zoom, 9);
    ASSERT_EQ(style.values.size(), 2u);
    const auto find = [&](const std::string& value) {
        return std::find_if(style.values.begin(), style.values.end(), [&](const auto& v) { return v.first == value; })->second;
    };
    EXPECT_EQ(find("gas").symbol, document::StyleSymbol::Diamond);
    EXPECT_EQ(find("gas").line->dark, (std::array<float, 4>{1, 0, 0, 1}));
    EXPECT_NEAR(find("gas").fill->light[3], 0.5, 0.01);
    EXPECT_EQ(find("gas").width_px, 2);  // what is not said is as for the rest
    EXPECT_EQ(find("*").hatch_px, 6);
}

TEST(LayerStyle, SaysEachFaultInALineAndKeepsTheRest) {
    std::vector<std::string> faults;
    const auto style = style_from_json(R"({"dateline_style": 1, "color": "blue", "width_px": "thick", "widht_px": 3, "zoom": [9, 3],
        "symbol": "star", "label": "name", "values": {"a": 1}, "ramp": ["#000000"], "stretch": [5, 5]})",
                                       "x.style.json", faults);
    for (const char* part : {"color: is no colour", "width_px: is no number", "widht_px: is not known", "zoom: ends before",
                             "symbol: is no symbol", "values: is no object", "ramp: is no list", "stretch: does not rise"}) {
        const std::string key(part, std::string_view(part).find(':'));
        EXPECT_THAT(faults, ::testing::Contains(
                                ::testing::AllOf(HasSubstr("x.style.json: " + key), HasSubstr(std::string(part).substr(key.size() + 2)))))
            << part;
    }
    EXPECT_EQ(faults.size(), 8u);
    EXPECT_EQ(style.look.label, "name");
}

TEST(LayerStyle, WantsItsVersionAndAnObject) {
    for (const char* text : {"[]", "{", R"({"color": "#112233"})", R"({"dateline_style": 2})"}) {
        std::vector<std::string> faults;
        style_from_json(text, "x", faults);
        EXPECT_EQ(faults.size(), 1u) << text;
    }
}

TEST(LayerStyle, IsFoundBesideItsFile) {
    const testing::Scratch scratch;
    EXPECT_EQ(style_beside(scratch.file("a.tif")), "");
    ASSERT_TRUE(base::write_file(scratch.file("a.style.json"), "{}"));
    EXPECT_EQ(style_beside(scratch.file("a.tif")), scratch.file("a.style.json"));
    ASSERT_TRUE(base::write_file(scratch.file("a.tif.style.json"), "{}"));
    EXPECT_EQ(style_beside(scratch.file("a.tif")), scratch.file("a.tif.style.json"));
}

}  // namespace
}  // namespace dateline::io
