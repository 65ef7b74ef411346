#include "view/map_support.h"

#include "base/files.h"

#include <gmock/gmock.h>

#include <cmath>
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
        EXPECT_EQ(theme->measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Proposed)],
                  (std::array<float, 4>{4, 3, 4, 8}));
        EXPECT_EQ(theme->measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Existing)], (std::array<float, 4>{}));
    }
}

/// Lightness of OKLab (Ottosson 2020), 0..1.
double lightness(Color c) {
    const auto linear = [](float v) { return v <= 0.04045f ? double{v} / 12.92 : std::pow((double{v} + 0.055) / 1.055, 2.4); };
    const double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    return 0.2104542553 * std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) +
           0.7936177850 * std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) -
           0.0040720468 * std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
}

TEST(Theme, TheHeatRampClimbsInEvenStepsAwayFromTheGround) {
    for (const char* name : {"dark", "light", "print"}) {
        const Theme theme = load_theme(kAssets, name).value();
        const double ground = lightness(theme.land), whole = lightness(theme.heat.back()) - lightness(theme.heat.front());
        for (std::size_t i = 1; i < theme.heat.size(); ++i) {
            EXPECT_NEAR((lightness(theme.heat[i]) - lightness(theme.heat[i - 1])) / whole, 0.25, 0.02) << name << i;
            EXPECT_GT(std::abs(lightness(theme.heat[i]) - ground), std::abs(lightness(theme.heat[i - 1]) - ground)) << name << i;
        }
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
