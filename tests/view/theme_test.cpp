#include "view/map_support.h"

#include "base/files.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace dateline::view {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path kAssets = fs::path(DATELINE_SOURCE_DIR) / "assets";

/// A copy of the themes in a folder of this test's own.
fs::path copied_assets(const std::string& name) {
    const fs::path root = fs::path(::testing::TempDir()) / ("dateline_theme_" + name);
    fs::create_directories(root);
    fs::copy(kAssets / "themes", root / "themes", fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    return root;
}

void replace_in(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = base::read_file(file).value();
    text.replace(text.find(from), from.size(), to);
    ASSERT_TRUE(base::write_file(file, text));
}

TEST(Color, ReadsHexAndMarksWhatIsMisspelt) {
    EXPECT_EQ(color_from_hex("#ff8000"), (Color{1, 128 / 255.f, 0, 1}));
    EXPECT_EQ(color_from_hex("#FFFFFF00"), (Color{1, 1, 1, 0}));
    for (const char* wrong : {"", "#fff", "ff8000", "#ff80zz", "#ff80001"}) EXPECT_EQ(color_from_hex(wrong), (Color{1, 0, 1, 1})) << wrong;
}

TEST(Theme, ShippedOnesLoadWithTheirMeasures) {
    for (const char* name : {"dark", "light", "print"}) {
        const auto theme = load_theme(kAssets, name);
        ASSERT_TRUE(theme) << theme.error().line();
        EXPECT_EQ(theme->dark(), std::string(name) == "dark");
        const auto& rail = theme->measures.route[static_cast<std::size_t>(document::RouteKind::Rail)];
        EXPECT_EQ(rail.tick_every_px, 9);
        EXPECT_EQ(rail.tick_length_px, 6);
        EXPECT_EQ(theme->measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Proposed)], (std::array<float, 4>{4, 3, 4, 8}));
        EXPECT_EQ(theme->measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Existing)], (std::array<float, 4>{}));
    }
}

TEST(Theme, SaysWhichColourIsMissing) {
    const fs::path root = copied_assets("missing");
    replace_in(root / "themes/dark.json", "\"coast\"", "\"coats\"");
    replace_in(root / "themes/dark.json", "\"gas\": \"#C79A3C\"", "\"gas\": \"golden\"");
    const auto theme = load_theme(root, "dark");
    ASSERT_FALSE(theme);
    EXPECT_THAT(theme.error().line(), HasSubstr("coast"));
    EXPECT_THAT(theme.error().line(), HasSubstr("route.gas"));
    EXPECT_THAT(theme.error().line(), HasSubstr("dark.json"));
}

TEST(Theme, SaysWhichMeasureIsNoNumber) {
    const fs::path root = copied_assets("measure");
    replace_in(root / "themes/shared.json", "\"event_label_px\": 12", "\"event_label_px\": \"twelve\"");
    const auto theme = load_theme(root, "light");
    ASSERT_FALSE(theme);
    EXPECT_THAT(theme.error().line(), HasSubstr("type.event_label_px"));
}

TEST(Theme, AFileThatIsAbsentOrNoJsonIsOneLine) {
    EXPECT_FALSE(load_theme(kAssets, "sepia"));
    const fs::path root = copied_assets("broken");
    ASSERT_TRUE(base::write_file(root / "themes/print.json", "{\"app\": "));
    const auto theme = load_theme(root, "print");
    ASSERT_FALSE(theme);
    EXPECT_THAT(theme.error().line(), HasSubstr("not a JSON object"));
}

}  // namespace
}  // namespace dateline::view
