#include "io/raster.h"

#include "io/gdal.h"
#include "io_support.h"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace dateline::io {
namespace {

using testing::Scratch;

TEST(GeoTiff, LiesWhereThePictureLay) {
    const Scratch scratch;
    const auto path = scratch.file("picture.tif");
    std::vector<std::uint8_t> rgba(16 * 8 * 4, 0);
    rgba[4 * (16 * 3 + 5)] = 200;  // column 5, row 3, red
    const Georeference place{geo::world_from({40, 45}), 1.0 / 1024};
    ASSERT_TRUE(write_geotiff(path, 16, 8, rgba, place));

    const QuietGdal quiet;
    const DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
    ASSERT_TRUE(dataset);
    EXPECT_EQ(dataset->GetRasterCount(), 4);
    std::array<double, 6> transform{};
    ASSERT_EQ(dataset->GetGeoTransform(transform.data()), CE_None);
    EXPECT_NEAR(transform[0], 4'452'779.6, 0.1);  // 40° E and 45° N in EPSG:3857
    EXPECT_NEAR(transform[3], 5'621'521.5, 0.1);
    EXPECT_NEAR(transform[1], geo::kMercatorCircumferenceM / 1024, 1e-6);
    EXPECT_NEAR(transform[5], -transform[1], 1e-9);
    EXPECT_STREQ(dataset->GetSpatialRef()->GetAuthorityCode(nullptr), "3857");
    std::uint8_t red = 0;
    ASSERT_EQ(dataset->GetRasterBand(1)->RasterIO(GF_Read, 5, 3, 1, 1, &red, 1, 1, GDT_Byte, 0, 0), CE_None);
    EXPECT_EQ(red, 200);
}

TEST(GeoTiff, ThatCannotBeWrittenLeavesNothingBehind) {
    const Scratch scratch;
    const std::vector<std::uint8_t> rgba(4, 0);
    const auto written = write_geotiff(scratch.file("no folder/x.tif"), 1, 1, rgba, std::nullopt);
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().line(), ::testing::HasSubstr("x.tif"));
    EXPECT_THAT(scratch.names(), ::testing::IsEmpty());
}

}  // namespace
}  // namespace dateline::io
