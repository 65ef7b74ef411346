#include "io/relief.h"

#include "base/files.h"
#include "io_support.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace dateline::io {
namespace {

const document::Relief& relief() {
    static const auto opened = open_relief(std::filesystem::path(DATELINE_BUILD_DIR) / "data" / "relief.bin");
    EXPECT_TRUE(opened) << opened.error().line();
    return **opened;
}

struct Ground {
    int light = 0, height = 0;
};

/// The relief's two bytes at a place, flat where there is no square.
Ground ground_at(const document::ReliefPyramid& pyramid, int level, geo::LonLat place) {
    const geo::WorldPoint at = geo::world_from(place);
    const int side = 1 << level;
    const int column = static_cast<int>(at.x * side), row = static_cast<int>(at.y * side);
    const auto& image = pyramid.levels[static_cast<std::size_t>(level)][static_cast<std::size_t>(row * side + column)];
    if (!image) return {document::kReliefFlat, 0};
    const auto x = static_cast<int>((at.x - image->box.x0) / (image->box.x1 - image->box.x0) * image->width);
    const auto y = static_cast<int>((at.y - image->box.y0) / (image->box.y1 - image->box.y0) * image->height);
    const std::uint8_t* p = &image->pixels[2 * static_cast<std::size_t>(y * image->width + x)];
    return {p[0], p[1]};
}

TEST(Relief, IsHighWhereTheMountainsAreAndFlatAtSea) {
    const auto& land = relief().land;
    ASSERT_GE(land.levels.size(), 5u);
    const int fine = static_cast<int>(land.levels.size()) - 1;
    for (int level = 2; level <= fine; ++level) {
        EXPECT_GT(ground_at(land, level, {86.9, 27.9}).height, 160) << level;  // Himalaya
        EXPECT_LT(ground_at(land, level, {48.0, 40.0}).height, 12) << level;   // the Kura's lowland
        const Ground sea = ground_at(land, level, {-30, 0});
        EXPECT_EQ(sea.light, document::kReliefFlat);
        EXPECT_EQ(sea.height, 0);
    }
    EXPECT_GT(ground_at(relief().sea, 3, {34, 43.2}).height, 60);    // the Black Sea's floor
    EXPECT_LT(ground_at(relief().sea, 3, {36.8, 46.0}).height, 10);  // the Sea of Azov
}

TEST(Relief, KnowsOnTheWholeWhatLiesBeyond) {
    EXPECT_GT(relief().land.south.height, 0.2f);  // ice a kilometre and more above the sea
    EXPECT_EQ(relief().land.north.height, 0);     // and none in the north
    EXPECT_FALSE(relief().land.north.image);
    EXPECT_GT(relief().sea.north.height, 0.2f);  // but a deep sea
    ASSERT_TRUE(relief().sea.north.image);
    EXPECT_TRUE(relief().sea.north.image->whole());
    EXPECT_EQ(relief().sea.north.image->box.y1, 0);
}

TEST(Relief, IsLitFromTheNorthWest) {
    // Over the Greater Caucasus, which runs from west-north-west to east-south-east, the northern side is light.
    const auto& land = relief().land;
    const int level = 3;
    double north = 0, south = 0;
    for (double along = 0; along <= 1; along += 0.02) {
        const double lon = 42 + 4 * along, lat = 43.3 - 1.0 * along;
        north += ground_at(land, level, {lon + 0.15, lat + 0.35}).light;
        south += ground_at(land, level, {lon - 0.1, lat - 0.45}).light;
    }
    EXPECT_GT(north, south + 51 * 15);
}

TEST(Relief, SquaresMeetInTheirGutters) {
    const auto& land = relief().land;
    const int level = 4, side = 16;
    int compared = 0;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column + 1 < side; ++column) {
            const auto& west = land.levels[level][static_cast<std::size_t>(row * side + column)];
            const auto& east = land.levels[level][static_cast<std::size_t>(row * side + column + 1)];
            if (!west || !east) continue;
            ++compared;
            for (int y = 0; y < west->height; y += 37) {
                const auto at = [&](const geo::WorldImage& image, int x) {
                    return image.pixels[2 * static_cast<std::size_t>(y * image.width + x)];
                };
                // The last pixel but the gutter of one is in the other's gutter.
                ASSERT_EQ(at(*west, land.gutter_px + land.tile_px - 1), at(*east, land.gutter_px - 1)) << row << ' ' << column << ' ' << y;
                ASSERT_EQ(at(*west, land.gutter_px + land.tile_px), at(*east, land.gutter_px)) << row << ' ' << column << ' ' << y;
            }
        }
    }
    EXPECT_GT(compared, 50);
}

TEST(Relief, ThatIsCutShortOrSomethingElseIsRefused) {
    const testing::Scratch scratch;
    EXPECT_FALSE(open_relief(scratch.file("absent.bin")));
    const auto whole = base::MappedFile::open(std::filesystem::path(DATELINE_BUILD_DIR) / "data" / "relief.bin");
    ASSERT_TRUE(whole);
    const std::string_view head(reinterpret_cast<const char*>(whole->bytes().data()), 100'000);
    for (const std::string& bytes : {std::string(head), std::string(64, 'x'), std::string()}) {
        ASSERT_TRUE(base::write_file(scratch.file("relief.bin"), bytes));
        const auto opened = open_relief(scratch.file("relief.bin"));
        ASSERT_FALSE(opened);
        EXPECT_THAT(opened.error().line(), ::testing::HasSubstr("relief.bin"));
    }
}

}  // namespace
}  // namespace dateline::io
