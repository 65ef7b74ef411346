#include "io/layer_vector.h"

#include "base/files.h"
#include "io/gdal.h"
#include "io_support.h"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace dateline::io {
namespace {

using ::testing::HasSubstr;
using testing::Scratch;

constexpr const char* kMixed = R"({"type": "FeatureCollection", "features": [
 {"type": "Feature", "properties": {"kind": "well", "name": "Alpha"}, "geometry": {"type": "Point", "coordinates": [45, 40]}},
 {"type": "Feature", "properties": {"kind": "well", "name": "Beta"}, "geometry": {"type": "MultiPoint", "coordinates": [[46, 40], [47, 41]]}},
 {"type": "Feature", "properties": {"kind": "line", "name": "Main"}, "geometry": {"type": "LineString", "coordinates": [[40, 40], [60, 44]]}},
 {"type": "Feature", "properties": {"kind": "field", "name": "Block 9"}, "geometry": {"type": "Polygon",
   "coordinates": [[[50, 40], [52, 40], [52, 42], [50, 42], [50, 40]], [[50.5, 40.5], [51.5, 40.5], [51.5, 41.5], [50.5, 41.5], [50.5, 40.5]]]}}]})";

VectorRead read(const std::filesystem::path& path, const document::LayerStyle& style = {}) {
    std::vector<std::string> warnings;
    auto done = read_vector(path, style, {}, {}, warnings);
    EXPECT_TRUE(done) << done.error().line();
    return done ? std::move(*done) : VectorRead{};
}

TEST(VectorLayer, ReadsPointsLinesAndAreas) {
    const Scratch scratch;
    ASSERT_TRUE(base::write_file(scratch.file("mixed.geojson"), kMixed));
    document::LayerStyle style;
    style.look.label = "name";
    const VectorRead done = read(scratch.file("mixed.geojson"), style);
    ASSERT_EQ(done.layer.coats.size(), 1u);
    const auto& coat = done.layer.coats[0];
    EXPECT_EQ(coat.points.size(), 3u);
    ASSERT_EQ(coat.areas.size(), 1u);
    ASSERT_EQ(coat.lines.size(), 1u);
    EXPECT_EQ(coat.lines[0]->starts.size(), 3u);          // the line, the ring and its hole
    EXPECT_GE(coat.lines[0]->vertices.size(), 9u + 10u);  // 20° of line in steps of at most 2.5°
    EXPECT_EQ(done.title, "mixed");
    EXPECT_EQ(done.credits, "mixed.geojson");
    EXPECT_NEAR(done.extent.west_deg, 40, 1e-9);
    EXPECT_NEAR(done.extent.east_deg, 60, 1e-9);
    ASSERT_EQ(done.layer.labels.size(), 4u);
    EXPECT_TRUE(done.layer.labels[0].at_point);
    EXPECT_FALSE(done.layer.labels[3].at_point);
    EXPECT_EQ(done.layer.labels[3].text, "Block 9");
}

TEST(VectorLayer, FillsAreasThatOverlapAllOverTheWorld) {
    // Corners that all but touch, of areas that lie over one another: more than one triangulation takes.
    double filled = 0;
    const VectorRead seas = read(std::filesystem::path(DATELINE_SOURCE_DIR) / "maps/base/seas.fgb");
    for (const auto& mesh : seas.layer.coats.at(0).areas) {
        for (std::size_t i = 0; i + 2 < mesh->triangles.size(); i += 3) {
            const auto a = mesh->vertices[mesh->triangles[i]], b = mesh->vertices[mesh->triangles[i + 1]],
                       c = mesh->vertices[mesh->triangles[i + 2]];
            filled += std::abs(double{b.x - a.x} * double{c.y - a.y} - double{c.x - a.x} * double{b.y - a.y}) / 2;
        }
    }
    EXPECT_GT(filled, 0.3);  // of the Mercator world, the oceans alone
}

TEST(VectorLayer, FillsAsItOutlinesAcrossTheAntimeridian) {
    const Scratch scratch;
    const auto coat_of = [&](const std::string& name, const std::string& geometry) {
        EXPECT_TRUE(base::write_file(scratch.file(name), R"({"type": "Feature", "properties": {}, "geometry": )" + geometry + "}"));
        return read(scratch.file(name)).layer.coats.at(0);
    };
    // The shorter way, longitudes beyond 180, and what was cut at 180 are the same land.
    const auto shorter =
        coat_of("a.geojson", R"({"type": "Polygon", "coordinates": [[[120, 10], [-120, 10], [-120, 25], [120, 25], [120, 10]]]})");
    const auto beyond =
        coat_of("b.geojson", R"({"type": "Polygon", "coordinates": [[[120, 10], [240, 10], [240, 25], [120, 25], [120, 10]]]})");
    const auto cut =
        coat_of("c.geojson", R"({"type": "MultiPolygon", "coordinates": [[[[120, 10], [180, 10], [180, 25], [120, 25], [120, 10]]],
        [[[-180, 10], [-120, 10], [-120, 25], [-180, 25], [-180, 10]]]]})");
    for (const document::VectorCoat* coat : {&shorter, &beyond, &cut}) {
        ASSERT_EQ(coat->areas.size(), 1u);
        const geo::Mesh& mesh = *coat->areas[0];
        EXPECT_NEAR(mesh.box.x0, 300.0 / 360, 1e-9);
        EXPECT_NEAR(mesh.box.x1, 420.0 / 360, 1e-9);
        for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
            const geo::LocalPoint a = mesh.vertices[mesh.triangles[i]], b = mesh.vertices[mesh.triangles[i - i % 3 + (i + 1) % 3]];
            ASSERT_LT(std::abs(a.x - b.x), 2.6 / 360);  // no chord that a globe would not bend
        }
    }
    const geo::LineSet& lines = *cut.lines.at(0);
    for (std::size_t i = 1; i < lines.vertices.size(); ++i) {
        const double x = lines.origin.x + double{lines.vertices[i].x}, before = lines.origin.x + double{lines.vertices[i - 1].x};
        const bool starts = std::find(lines.starts.begin(), lines.starts.end(), i) != lines.starts.end();
        EXPECT_FALSE(!starts && std::abs(x - before) < 1e-9 && (std::abs(x) < 1e-6 || std::abs(x - 1) < 1e-6)) << "a line along 180";
    }
    // A side that happens to lie there is a side.
    const auto alone =
        coat_of("d.geojson", R"({"type": "Polygon", "coordinates": [[[170, 10], [180, 10], [180, 25], [170, 25], [170, 10]]]})");
    EXPECT_EQ(alone.lines.at(0)->starts.size(), 1u);
    EXPECT_EQ(alone.lines.at(0)->vertices.front().x, alone.lines.at(0)->vertices.back().x);
}

TEST(VectorLayer, IsCoatedByTheValueOfAField) {
    const Scratch scratch;
    ASSERT_TRUE(base::write_file(scratch.file("mixed.geojson"), kMixed));
    document::LayerStyle style;
    style.by = "kind";
    style.values = {{"well", {}}, {"*", {}}};
    const VectorRead done = read(scratch.file("mixed.geojson"), style);
    ASSERT_EQ(done.layer.coats.size(), 3u);
    EXPECT_TRUE(done.layer.coats[0].points.empty() && done.layer.coats[0].lines.empty());
    EXPECT_EQ(done.layer.coats[1].points.size(), 3u);
    EXPECT_EQ(done.layer.coats[1].value, "well");
    EXPECT_EQ(done.layer.coats[2].areas.size(), 1u);
}

TEST(VectorLayer, ThatLacksAFieldOfTheStyleSaysSo) {
    const Scratch scratch;
    ASSERT_TRUE(base::write_file(scratch.file("mixed.geojson"), kMixed));
    document::LayerStyle style;
    style.by = "type";
    style.values = {{"x", {}}};
    std::vector<std::string> warnings;
    ASSERT_TRUE(read_vector(scratch.file("mixed.geojson"), style, {}, {}, warnings));
    EXPECT_THAT(warnings, ::testing::Contains(HasSubstr("has no field \"type\"")));
}

TEST(VectorLayer, IsBroughtToLongitudeAndLatitude) {
    const Scratch scratch;
    {
        const QuietGdal quiet;
        DatasetPtr dataset(GetGDALDriverManager()
                               ->GetDriverByName("ESRI Shapefile")
                               ->Create(scratch.file("utm.shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference utm;
        utm.importFromEPSG(32638);
        OGRLayer* layer = dataset->CreateLayer("utm", &utm, wkbPoint, nullptr);
        FeaturePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        const OGRPoint point(500'000, 4'427'757);
        feature->SetGeometry(&point);
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
    const VectorRead done = read(scratch.file("utm.shp"));
    ASSERT_EQ(done.layer.coats[0].points.size(), 1u);
    const geo::LonLat at = geo::lonlat_from(done.layer.coats[0].points[0]);
    EXPECT_NEAR(at.lon_deg, 45, 1e-6);
    EXPECT_NEAR(at.lat_deg, 40, 1e-3);
    // Without its .prj the numbers mean nothing.
    std::filesystem::remove(scratch.file("utm.prj"));
    std::vector<std::string> warnings;
    const auto refused = read_vector(scratch.file("utm.shp"), {}, {}, {}, warnings);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().line(), HasSubstr("names no reference system"));
}

TEST(VectorLayer, ManyFeaturesBecomePiecesThatLieTogether) {
    const Scratch scratch;
    std::string text = R"({"type": "FeatureCollection", "features": [)";
    for (int i = 0; i < 12'000; ++i) {
        const double lon = (i * 7919) % 300 - 150, lat = (i * 104729) % 120 - 60;
        text += fmt::format(
            R"({}{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "LineString", "coordinates": [[{},{}],[{},{}],[{},{}]]}}}})",
            i > 0 ? "," : "", lon, lat, lon + 0.3, lat + 0.2, lon + 0.5, lat);
    }
    ASSERT_TRUE(base::write_file(scratch.file("many.geojson"), text + "]}"));
    const VectorRead done = read(scratch.file("many.geojson"));
    const auto& lines = done.layer.coats[0].lines;
    EXPECT_GE(lines.size(), 3u);
    double all = 0;
    for (const auto& set : lines) { all += (set->box.x1 - set->box.x0) * (set->box.y1 - set->box.y0); }
    EXPECT_LT(all, 0.85);  // pieces that were not sorted would each cover the world
}

TEST(VectorLayer, TellsHowFarItIsToTheEndAndStopsWhereItIsAsked) {
    const Scratch scratch;
    std::string many = R"({"type": "FeatureCollection", "features": [)";
    for (int i = 0; i < 9000; ++i) {
        const double lon = -170 + 0.03 * i, lat = -40 + 0.008 * i;
        many += fmt::format(
            R"({}{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "Polygon", "coordinates": [[[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            i > 0 ? "," : "", lon, lat, lon + 0.02, lat, lon, lat + 0.02, lon, lat);
    }
    ASSERT_TRUE(base::write_file(scratch.file("many.geojson"), many + "]}"));
    std::vector<std::string> warnings;
    std::vector<double> parts;
    ASSERT_TRUE(read_vector(
        scratch.file("many.geojson"), {}, [&](double part) { parts.push_back(part); }, {}, warnings));
    ASSERT_GT(parts.size(), 20u);
    EXPECT_TRUE(std::is_sorted(parts.begin(), parts.end()));
    EXPECT_LT(parts.front(), 0.1);
    EXPECT_DOUBLE_EQ(parts.back(), 1);
    // While features are read, and while areas are cut into triangles.
    for (const double until : {0.2, 0.7}) {
        double part = 0;
        const auto stopped = read_vector(
            scratch.file("many.geojson"), {}, [&](double now) { part = now; }, [&] { return part >= until; }, warnings);
        ASSERT_FALSE(stopped) << until;
        EXPECT_EQ(stopped.error().what, "stopped");
        EXPECT_LT(part, until + 0.25);
    }
}

TEST(VectorLayer, WithNothingToDrawIsRefused) {
    const Scratch scratch;
    ASSERT_TRUE(base::write_file(scratch.file("empty.geojson"), R"({"type": "FeatureCollection", "features": []})"));
    ASSERT_TRUE(base::write_file(scratch.file("text.kml"), "nothing"));
    for (const char* name : {"empty.geojson", "text.kml", "absent.shp"}) {
        std::vector<std::string> warnings;
        const auto refused = read_vector(scratch.file(name), {}, {}, {}, warnings);
        ASSERT_FALSE(refused) << name;
        EXPECT_THAT(refused.error().line(), HasSubstr(name));
    }
    EXPECT_FALSE(kinds_of(scratch.file("text.kml")).vector);
    ASSERT_TRUE(base::write_file(scratch.file("plain.bin"), "nothing"));
    EXPECT_EQ(kinds_of(scratch.file("plain.bin")).fault, "") << "nobody knows it";
    ASSERT_TRUE(base::write_file(scratch.file("mixed.geojson"), kMixed));
    EXPECT_TRUE(kinds_of(scratch.file("mixed.geojson")).vector);
}

/// A line that names the file already has no use for its folder, nor for what GDAL advises its callers.
TEST(VectorLayer, WithoutAFileOfItsOwnSaysWhichInASentence) {
    const Scratch scratch;
    std::string header(100, '\0');
    header[2] = 0x27, header[3] = 0x0A, header[27] = 50;  // of a shapefile: its code, and its length in words
    header[28] = static_cast<char>(0xE8), header[29] = 0x03, header[32] = 1;
    ASSERT_TRUE(base::write_file(scratch.file("alone.shp"), header));
    const FileKinds kinds = kinds_of(scratch.file("alone.shp"));
    EXPECT_FALSE(kinds.raster || kinds.vector);
    EXPECT_THAT(kinds.fault, HasSubstr("alone.shx"));
    EXPECT_THAT(kinds.fault, ::testing::Not(HasSubstr("/")));
    EXPECT_THAT(kinds.fault, ::testing::Not(HasSubstr("SHAPE_RESTORE_SHX")));
}

}  // namespace
}  // namespace dateline::io
