#include "io/layer_raster.h"

#include "base/files.h"
#include "io/gdal.h"
#include "io_support.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <functional>

namespace dateline::io {
namespace {

using ::testing::HasSubstr;
using testing::Scratch;

/// What a raster made for a test is like; 10° to 50° east, 20° to 60° north unless told.
struct Made {
    int width = 64, height = 64, bands = 1;
    GDALDataType type = GDT_Byte;
    double west = 10, north = 60, degrees = 40;
    bool reference = true, placed = true;
    std::optional<double> nodata;
    std::function<double(int band, int x, int y)> value = [](int, int, int) { return 100.0; };
    std::function<void(GDALDataset&)> also;
    std::vector<const char*> options;
};

std::filesystem::path make(const Scratch& scratch, const std::string& name, const Made& made) {
    const QuietGdal quiet;
    const auto path = scratch.file(name);
    CPLStringList options;
    for (const char* option : made.options) options.AddString(option);
    DatasetPtr dataset(GetGDALDriverManager()->GetDriverByName("GTiff")->Create(path.c_str(), made.width, made.height, made.bands,
                                                                                made.type, options.List()));
    EXPECT_TRUE(dataset);
    if (made.placed) {
        double transform[6] = {made.west, made.degrees / made.width, 0, made.north, 0, -made.degrees / made.height};
        dataset->SetGeoTransform(transform);
        if (made.reference) dataset->SetSpatialRef(&wgs84());
    }
    if (made.also) made.also(*dataset);
    std::vector<double> row(static_cast<std::size_t>(made.width));
    for (int band = 1; band <= made.bands; ++band) {
        if (made.nodata) dataset->GetRasterBand(band)->SetNoDataValue(*made.nodata);
        for (int y = 0; y < made.height; ++y) {
            for (int x = 0; x < made.width; ++x) row[static_cast<std::size_t>(x)] = made.value(band, x, y);
            EXPECT_EQ(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, y, made.width, 1, row.data(), made.width, 1, GDT_Float64, 0, 0),
                      CE_None);
        }
    }
    return path;
}

RasterPlan planned(const std::filesystem::path& path, const document::LayerStyle& style = {}) {
    std::vector<std::string> warnings;
    auto plan = plan_raster(path, style, warnings);
    EXPECT_TRUE(plan) << plan.error().line();
    return plan ? *plan : RasterPlan{};
}

using Rgba = std::array<int, 4>;

/// The colour at a place, from the square of a level that holds it.
Rgba color_at(const RasterReader& reader, int level, geo::LonLat place) {
    const geo::WorldPoint at = geo::world_from(place);
    const double side = std::ldexp(1.0, level);
    const auto image = reader.square(level, static_cast<int>(at.x * side), static_cast<int>(at.y * side));
    EXPECT_TRUE(image) << image.error().line();
    if (!image || !image->whole()) return {0, 0, 0, 0};
    const auto column = static_cast<int>((at.x - image->box.x0) / (image->box.x1 - image->box.x0) * image->width);
    const auto row = static_cast<int>((at.y - image->box.y0) / (image->box.y1 - image->box.y0) * image->height);
    const std::uint8_t* p = &image->pixels[4 * static_cast<std::size_t>(row * image->width + column)];
    return {p[0], p[1], p[2], p[3]};
}

RasterReader reader_of(const RasterPlan& plan, std::shared_ptr<const RasterOverview> overview = nullptr) {
    auto reader = RasterReader::open(plan, std::move(overview));
    EXPECT_TRUE(reader) << reader.error().line();
    return std::move(*reader);
}

TEST(RasterLayer, ShowsColoursWhereTheyLieAndNothingBeyond) {
    const Scratch scratch;
    Made made;
    made.bands = 3;
    made.value = [](int band, int x, int y) { return band == 1 ? (x < 32 ? 200 : 20) : band == 2 ? (y < 32 ? 150 : 30) : 70; };
    const RasterPlan plan = planned(make(scratch, "rgb.tif", made));
    EXPECT_NEAR(plan.layer.box.x0, 190.0 / 360, 1e-9);
    EXPECT_NEAR(plan.layer.box.x1, 230.0 / 360, 1e-9);
    EXPECT_EQ(plan.layer.finest_level, 1);  // 64 pixels over 40°: 576 round the world, 512 are nearly as fine
    const RasterReader reader = reader_of(plan);
    EXPECT_EQ(color_at(reader, 2, {20, 55}), (Rgba{200, 150, 70, 255}));
    EXPECT_EQ(color_at(reader, 2, {40, 55}), (Rgba{20, 150, 70, 255}));
    EXPECT_EQ(color_at(reader, 2, {40, 25}), (Rgba{20, 30, 70, 255}));
    EXPECT_EQ(color_at(reader, 2, {5, 55})[3], 0);
    const auto far = reader.square(2, 0, 0);
    ASSERT_TRUE(far);
    EXPECT_FALSE(far->whole());
}

TEST(RasterLayer, WithoutDataIsTransparentAndStretchedOverWhatThereIs) {
    const Scratch scratch;
    Made made;
    made.type = GDT_Int16;
    made.nodata = -9999;
    made.value = [](int, int x, int y) { return y < 16 ? -9999 : 1000 + 10 * x; };
    const RasterPlan plan = planned(make(scratch, "heights.tif", made));
    EXPECT_NEAR(plan.low, 1010, 20);
    EXPECT_NEAR(plan.high, 1620, 20);
    const RasterReader reader = reader_of(plan);
    EXPECT_EQ(color_at(reader, 3, {30, 57})[3], 0);
    const Rgba west = color_at(reader, 3, {12, 30}), middle = color_at(reader, 3, {30, 30}), east = color_at(reader, 3, {48, 30});
    EXPECT_LT(west[0], 30);
    EXPECT_NEAR(middle[0], 128, 12);
    EXPECT_GT(east[0], 225);
    EXPECT_EQ(middle[0], middle[1]);
    EXPECT_EQ(east[3], 255);
}

TEST(RasterLayer, TakesBandStretchAndRampFromTheStyle) {
    const Scratch scratch;
    Made made;
    made.bands = 2;
    made.type = GDT_Float32;
    made.value = [](int band, int, int) { return band == 2 ? 0.75 : std::nan(""); };
    document::LayerStyle style;
    style.band = 2;
    style.stretch = {0.5, 1.0};
    style.ramp = {{0, 0, 1, 1}, {1, 0, 0, 0.5f}};
    const RasterPlan plan = planned(make(scratch, "values.tif", made), style);
    const Rgba color = color_at(reader_of(plan), 2, {30, 40});
    EXPECT_NEAR(color[0], 128, 1);
    EXPECT_NEAR(color[2], 128, 1);
    EXPECT_NEAR(color[3], 191, 1);
    style.band = 3;
    std::vector<std::string> warnings;
    const auto refused = plan_raster(scratch.file("values.tif"), style, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("has 2 bands, and the style asks for band 3"));
}

TEST(RasterLayer, ShowsAPaletteInItsOwnColours) {
    const Scratch scratch;
    Made made;
    made.value = [](int, int x, int) { return x < 32 ? 3 : 7; };
    made.also = [](GDALDataset& dataset) {
        GDALColorTable colors;
        const GDALColorEntry olive{120, 130, 40, 255}, clear{9, 9, 9, 0};
        colors.SetColorEntry(3, &olive);
        colors.SetColorEntry(7, &clear);
        dataset.GetRasterBand(1)->SetColorTable(&colors);
    };
    made.options = {"PHOTOMETRIC=PALETTE"};
    const auto path = make(scratch, "classes.tif", made);
    const RasterPlan plan = planned(path);
    EXPECT_TRUE(plan.palette);
    EXPECT_EQ(color_at(reader_of(plan), 2, {20, 40}), (Rgba{120, 130, 40, 255}));
}

TEST(RasterLayer, FindsItsPlaceByAWorldFileOrByControlPoints) {
    const Scratch scratch;
    Made made;
    made.placed = false;
    const auto bare = make(scratch, "scan.tif", made);
    std::vector<std::string> warnings;
    const auto refused = plan_raster(bare, {}, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("has no georeferencing"));
    EXPECT_THAT(refused.error().line(), HasSubstr("Georeferencer"));

    ASSERT_TRUE(base::write_file(scratch.file("scan.tfw"), "0.5\n0\n0\n-0.5\n40.25\n44.75\n"));  // centre of the first pixel
    const auto placed = plan_raster(bare, {}, warnings);
    ASSERT_TRUE(placed) << placed.error().line();
    EXPECT_NEAR(placed->layer.box.x0, 220.0 / 360, 1e-9);
    EXPECT_THAT(warnings, ::testing::Contains(HasSubstr("taken for longitude and latitude")));

    made.also = [](GDALDataset& dataset) {
        std::vector<GDAL_GCP> points(4);
        GDALInitGCPs(4, points.data());
        const double at[4][4] = {{0, 0, 10, 60}, {64, 0, 50, 60}, {0, 64, 10, 20}, {64, 64, 50, 20}};
        for (std::size_t i = 0; i < 4; ++i)
            points[i].dfGCPPixel = at[i][0], points[i].dfGCPLine = at[i][1], points[i].dfGCPX = at[i][2], points[i].dfGCPY = at[i][3];
        dataset.SetGCPs(4, points.data(), &wgs84());
        GDALDeinitGCPs(4, points.data());
    };
    const RasterPlan plan = planned(make(scratch, "points.tif", made));
    EXPECT_NEAR(plan.layer.box.x0, 190.0 / 360, 1e-4);
    EXPECT_EQ(color_at(reader_of(plan), 2, {30, 40}), (Rgba{100, 100, 100, 255}));
}

TEST(RasterLayer, ThatNamesNoReferenceSystemAndIsNotInDegreesIsRefused) {
    const Scratch scratch;
    Made made;
    made.reference = false;
    made.west = 500'000;
    made.north = 4'600'000;
    made.degrees = 10'000;
    std::vector<std::string> warnings;
    const auto refused = plan_raster(make(scratch, "grid.tif", made), {}, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("names no reference system"));
}

TEST(RasterLayer, WhoseLongitudesRunTo360IsShownOnBothSides) {
    const Scratch scratch;
    Made made;
    made.width = 360, made.height = 100;
    made.west = 0, made.degrees = 360, made.north = 50;
    made.value = [](int, int x, int) { return x < 180 ? 40 : 220; };
    made.also = [](GDALDataset& dataset) {
        double transform[6] = {0, 1, 0, 50, 0, -1};
        dataset.SetGeoTransform(transform);
    };
    const RasterPlan plan = planned(make(scratch, "pacific.tif", made));
    const RasterReader reader = reader_of(plan);
    EXPECT_EQ(color_at(reader, 3, {100, 10})[0], 40);
    EXPECT_EQ(color_at(reader, 3, {-100, 10}), (Rgba{220, 220, 220, 255}));
    EXPECT_EQ(color_at(reader, 3, {-10, -20})[0], 220);
}

TEST(RasterLayer, IsAsSharpAtTheEndsOfTheWorldAsElsewhere) {
    const Scratch scratch;
    Made made;
    made.width = 720, made.height = 200;
    made.west = -180, made.degrees = 360, made.north = 50;
    made.value = [](int, int x, int) { return (x / 8) % 2 == 0 ? 20 : 220; };  // stripes of 4°
    const RasterReader reader = reader_of(planned(make(scratch, "stripes.tif", made)));
    for (const double west : {-180.0, -20.0, 172.0}) {
        EXPECT_NEAR(color_at(reader, 3, {west + 2, 10})[0], 20, 2) << west;
        EXPECT_NEAR(color_at(reader, 3, {west + 6, 10})[0], 220, 2) << west;
    }
}

TEST(RasterLayer, IsReprojected) {
    const Scratch scratch;
    Made made;
    made.also = [](GDALDataset& dataset) {
        OGRSpatialReference utm;
        utm.importFromEPSG(32638);  // zone 38: 45° E
        utm.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        double transform[6] = {400'000, 5000, 0, 4'700'000, 0, -5000};
        dataset.SetGeoTransform(transform);
        dataset.SetSpatialRef(&utm);
    };
    made.value = [](int, int x, int) { return x < 20 ? 10 : 240; };  // the border is the central meridian
    const RasterReader reader = reader_of(planned(make(scratch, "utm.tif", made)));
    EXPECT_EQ(color_at(reader, 6, {44.7, 41}), (Rgba{10, 10, 10, 255}));
    EXPECT_EQ(color_at(reader, 6, {45.3, 41}), (Rgba{240, 240, 240, 255}));
}

TEST(RasterLayer, GoesOnToThePole) {
    const Scratch scratch;
    Made made;
    made.also = [](GDALDataset& dataset) {
        OGRSpatialReference polar;
        polar.importFromEPSG(3031);  // x to 90° E, y to 0°
        polar.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        double transform[6] = {-2'000'000, 62'500, 0, 2'000'000, 0, -62'500};
        dataset.SetGeoTransform(transform);
        dataset.SetSpatialRef(&polar);
    };
    made.value = [](int, int x, int) { return x < 32 ? 10 : 240; };
    const RasterPlan plan = planned(make(scratch, "polar.tif", made));
    EXPECT_GT(plan.layer.box.y1, 1.9);
    const RasterReader reader = reader_of(plan);
    for (const double lat : {-86.0, -89.0}) {
        EXPECT_EQ(color_at(reader, 1, {90, lat}), (Rgba{240, 240, 240, 255})) << lat;
        EXPECT_EQ(color_at(reader, 1, {-90, lat}), (Rgba{10, 10, 10, 255})) << lat;
    }
    const auto north = reader.square(0, 0, -1);
    ASSERT_TRUE(north);
    EXPECT_FALSE(north->whole());  // it does not lie there
}

TEST(RasterLayer, LargeWithoutOverviewsIsReadOnceForAllCoarseSquares) {
    const Scratch scratch;
    Made made;
    made.width = made.height = 5000;
    made.options = {"TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"};
    made.value = [](int, int x, int y) { return (x / 1250 + y / 1250) % 2 == 0 ? 50 : 200; };
    const RasterPlan plan = planned(make(scratch, "large.tif", made));
    ASSERT_TRUE(plan.wants_overview);
    const int coarse = overview_level_of(plan);
    EXPECT_LT(coarse, plan.layer.finest_level);
    int partial = 0, last_rows = 0;
    const auto overview = read_overview(plan, {}, {}, [&](const auto& some) {
        ++partial;
        EXPECT_GT(some->rows_done, last_rows);
        last_rows = some->rows_done;
    });
    ASSERT_TRUE(overview) << overview.error().line();
    EXPECT_GE(partial, 2);
    EXPECT_EQ((*overview)->rows_done, (*overview)->height);
    EXPECT_LE(std::max((*overview)->width, (*overview)->height), 2048);
    const RasterReader reader = reader_of(plan, *overview);
    for (const int level : {2, coarse, plan.layer.finest_level}) {
        EXPECT_NEAR(color_at(reader, level, {15, 55})[0], 50, 1) << level;
        EXPECT_NEAR(color_at(reader, level, {25, 55})[0], 200, 1) << level;
    }
    const auto stopped = read_overview(plan, {}, [] { return true; }, {});
    EXPECT_FALSE(stopped);
}

TEST(RasterLayer, ThatIsCutShortIsRefusedOrSaysSo) {
    const Scratch scratch;
    Made made;
    made.width = made.height = 400;
    const std::string whole = testing::bytes_of(make(scratch, "whole.tif", made));
    std::vector<std::string> warnings;
    ASSERT_TRUE(plan_raster(scratch.file("whole.tif", whole), {}, warnings));
    EXPECT_TRUE(warnings.empty());
    const auto refused = plan_raster(scratch.file("start.tif", whole.substr(0, 3000)), {}, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("start.tif"));
    EXPECT_EQ(refused.error().line().find('\n'), std::string::npos);
    EXPECT_TRUE(plan_raster(scratch.file("most.tif", whole.substr(0, whole.size() * 3 / 4)), {}, warnings));
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_THAT(warnings[0], HasSubstr("in part"));
}

TEST(RasterLayer, NoRasterAtAllIsOneLine) {
    const Scratch scratch;
    ASSERT_TRUE(base::write_file(scratch.file("notes.tif"), "not a picture"));
    std::vector<std::string> warnings;
    const auto refused = plan_raster(scratch.file("notes.tif"), {}, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("notes.tif"));
    EXPECT_EQ(refused.error().line().find('\n'), std::string::npos);
}

}  // namespace
}  // namespace dateline::io
