#include "io/store.h"

#include "document/worldview.h"
#include "io/formats.h"
#include "io/gdal.h"
#include "io_support.h"

#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <map>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using document::Briefing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::RandomBriefing;
using testing::Scratch;

TEST(Project, ComesBackAsItWasSaved) {
    const Scratch scratch;
    for (unsigned seed = 1; seed <= 25; ++seed) {
        const Briefing saved = RandomBriefing(seed).briefing(12);
        const fs::path path = scratch.file("project.gpkg");
        const auto written = write_project(path, saved);
        ASSERT_TRUE(written) << written.error().line();
        std::vector<std::string> warnings;
        const auto read = read_geopackage(path, warnings);
        ASSERT_TRUE(read) << read.error().line();
        EXPECT_EQ(testing::difference(saved, *read), "") << "seed " << seed;
        EXPECT_THAT(warnings, IsEmpty());
    }
}

TEST(Project, KeepsItsWorldview) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const auto worldview = document::worldview_from_json(
        R"({"dateline":{"worldview":"Ministry, 2024","boundaries":[{"name":"Kosovo*","show":"agreed"}]}})", "w", warnings);
    ASSERT_TRUE(worldview);
    Briefing::Parts parts = RandomBriefing(3).briefing(4).parts();
    parts.worldview = std::make_shared<const document::Worldview>(*worldview);
    ASSERT_TRUE(write_project(scratch.file("project.gpkg"), Briefing(parts)));
    const auto read = read_geopackage(scratch.file("project.gpkg"), warnings);
    ASSERT_TRUE(read) << read.error().line();
    EXPECT_THAT(warnings, IsEmpty());
    ASSERT_TRUE(read->worldview());
    EXPECT_EQ(*read->worldview(), *worldview);
}

TEST(Project, NamesTheFilesOfItsLayersFromItsOwnFolder) {
    const Scratch scratch;
    fs::create_directories(scratch.file("before/maps"));
    const auto layer = [](const fs::path& file, bool shown, double opacity) {
        document::Layer made{document::layer_id(file.string()), file.string(), "", shown, opacity};
        return made;
    };
    std::vector<document::Layer> layers{layer(scratch.file("before/maps/dem.tif"), true, 0.5), layer("/elsewhere/wells.shp", false, 1)};
    layers[0].style_file = scratch.file("before/dem.style.json").string();
    ASSERT_TRUE(write_project(scratch.file("before/p.gpkg"), Briefing(), layers));
    std::vector<std::string> warnings;
    std::vector<document::Layer> read;
    ASSERT_TRUE(read_geopackage(scratch.file("before/p.gpkg"), warnings, &read));
    EXPECT_EQ(read, layers);
    fs::rename(scratch.file("before"), scratch.file("after"));
    ASSERT_TRUE(read_geopackage(scratch.file("after/p.gpkg"), warnings, &read));
    ASSERT_EQ(read.size(), 2u);
    EXPECT_EQ(read[0].file, scratch.file("after/maps/dem.tif").string());
    EXPECT_EQ(read[0].style_file, scratch.file("after/dem.style.json").string());
    EXPECT_EQ(read[1], layers[1]);
}

TEST(Project, OfNothingComesBackToo) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("empty.gpkg"), Briefing()));
    std::vector<std::string> warnings;
    const auto read = read_geopackage(scratch.file("empty.gpkg"), warnings);
    ASSERT_TRUE(read) << read.error().line();
    EXPECT_EQ(testing::difference(Briefing(), *read), "");
}

TEST(Project, IsTheSameBytesForTheSameBriefing) {
    const Scratch scratch;
    const Briefing briefing = RandomBriefing(7).briefing(20);
    ASSERT_TRUE(write_project(scratch.file("a.gpkg"), briefing));
    ::sleep(1);  // past the second that a time stamp would show
    ASSERT_TRUE(write_project(scratch.file("b.gpkg"), briefing));
    EXPECT_TRUE(testing::bytes_of(scratch.file("a.gpkg")) == testing::bytes_of(scratch.file("b.gpkg")));
}

TEST(Project, LeavesNothingBesideTheFile) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("one.gpkg"), RandomBriefing(3).briefing(5)));
    EXPECT_THAT(scratch.names(), ::testing::ElementsAre("one.gpkg"));
}

TEST(Project, KeepsTheOldFileWhenItCannotBeWritten) {
    const Scratch scratch;
    const fs::path path = scratch.file("old.gpkg", "precious");
    std::ofstream(path.string() + "-wal") << "changes of another program";
    const auto written = write_project(path, Briefing());
    ASSERT_FALSE(written);
    EXPECT_THAT(written.error().line(), HasSubstr("open in another program"));
    EXPECT_EQ(testing::bytes_of(path), "precious");
    EXPECT_FALSE(write_project(scratch.file("no such folder/x.gpkg"), Briefing()));
}

/// Killed again and again while it saves, the file is always one of the two versions, whole.
TEST(Project, IsWholeHoweverTheSaverDies) {
    const Scratch scratch;
    const fs::path path = scratch.file("killed.gpkg");
    const Briefing one = RandomBriefing(1).briefing(30), two = RandomBriefing(2).briefing(60);
    ASSERT_TRUE(write_project(path, one));
    for (int round = 0; round < 12; ++round) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            for (;;) {
                (void)write_project(path, two);
                (void)write_project(path, one);
            }
        }
        ::usleep(static_cast<useconds_t>(20'000 + 13'000 * round));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        std::vector<std::string> warnings;
        const auto read = read_geopackage(path, warnings);
        ASSERT_TRUE(read) << read.error().line();
        EXPECT_TRUE(testing::difference(one, *read).empty() || testing::difference(two, *read).empty());
    }
}

Briefing dated(std::initializer_list<const char*> dates) {
    Briefing::Parts parts;
    for (const char* date : dates) {
        auto event = std::make_shared<document::Event>();
        event->id = date, event->title = "Something", event->date = calendar::Edtf::parse(date).value();
        event->geometry = geo::LonLat{49.8, 40.4};
        parts.events.push_back(std::move(event));
    }
    return Briefing(std::move(parts));
}

using Bounds = std::map<std::string, std::pair<std::string, std::string>>;

void read_bounds(OGRLayer& layer, Bounds& bounds) {
    for (const FeaturePtr& feature : layer) {
        // GDAL hands out one buffer for all.
        const std::string begin = feature->GetFieldAsString("begin"), end = feature->GetFieldAsString("end");
        bounds[feature->GetFieldAsString("id")] = {begin, end};
    }
}

/// What GDAL, and so QGIS, sees.
TEST(Project, HasColumnsThatATemporalControllerTakes) {
    const Scratch scratch;
    const QuietGdal quiet;
    ASSERT_TRUE(write_project(scratch.file("days.gpkg"), dated({"2022-08/..", "2023-04", "-0043"})));
    const DatasetPtr days = open_vector(scratch.file("days.gpkg"), "GPKG");
    OGRLayer* layer = days->GetLayerByName("events");
    ASSERT_NE(layer, nullptr);
    EXPECT_TRUE(layer->GetSpatialRef()->IsSame(&wgs84()));
    EXPECT_EQ(layer->GetLayerDefn()->GetFieldDefn(layer->GetLayerDefn()->GetFieldIndex("begin"))->GetType(), OFTDate);
    Bounds bounds;
    read_bounds(*layer, bounds);
    EXPECT_EQ(bounds["2022-08/.."], (std::pair<std::string, std::string>{"2022/08/01", ""}));
    EXPECT_EQ(bounds["2023-04"], (std::pair<std::string, std::string>{"2023/04/01", "2023/04/30"}));
    EXPECT_EQ(bounds["-0043"], (std::pair<std::string, std::string>{"", ""}));

    ASSERT_TRUE(write_project(scratch.file("hours.gpkg"), dated({"2023-04-25", "2023-04-25T14:30Z"})));
    const DatasetPtr hours = open_vector(scratch.file("hours.gpkg"), "GPKG");
    bounds.clear();
    read_bounds(*hours->GetLayerByName("events"), bounds);
    EXPECT_EQ(bounds["2023-04-25"], (std::pair<std::string, std::string>{"2023/04/25 00:00:00+00", "2023/04/25 23:59:59+00"}));
    EXPECT_EQ(bounds["2023-04-25T14:30Z"], (std::pair<std::string, std::string>{"2023/04/25 14:30:00+00", "2023/04/25 14:30:59+00"}));
}

void edit(const fs::path& path, const char* sql) {
    const QuietGdal quiet;
    DatasetPtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    ASSERT_TRUE(dataset);
    if (OGRLayer* result = dataset->ExecuteSQL(sql, nullptr, nullptr)) dataset->ReleaseResultSet(result);
}

TEST(Project, TakesWhatWasEditedInAnotherProgram) {
    const Scratch scratch;
    const fs::path path = scratch.file("edited.gpkg");
    Briefing::Parts parts = dated({"2023-04-25"}).parts();
    auto event = std::make_shared<document::Event>(*parts.events[0]);
    event->id = "e1", event->date_span = {3, 9}, event->extra = {{"killed", "3"}, {"tags", "[1,2]"}};
    parts.events = {event};
    ASSERT_TRUE(write_project(path, Briefing(parts)));
    edit(path, "UPDATE events SET title = 'Renamed', killed = 4 WHERE id = 'e1'");
    edit(path, "ALTER TABLE events ADD COLUMN note TEXT");
    edit(path, "UPDATE events SET note = 'seen'");
    edit(path, "INSERT INTO events (title, date, begin) VALUES ('Drawn by hand', '2023-05', '2023-06-01')");
    std::vector<std::string> warnings;
    const auto read = read_geopackage(path, warnings);
    ASSERT_TRUE(read) << read.error().line();
    const document::Event& changed = *read->event("e1");
    EXPECT_EQ(changed.title, "Renamed");
    EXPECT_EQ(changed.date_span, (document::TextSpan{3, 9}));
    EXPECT_EQ(changed.extra, (std::vector<std::pair<std::string, std::string>>{{"killed", "4"}, {"tags", "[1,2]"}, {"note", "\"seen\""}}));
    ASSERT_EQ(read->events().size(), 2u);
    EXPECT_EQ(read->events()[1]->title, "Drawn by hand");
    EXPECT_FALSE(read->events()[1]->id.empty());
    EXPECT_THAT(warnings, ::testing::ElementsAre(HasSubstr("the date is taken")));
}

TEST(Project, OfALaterDatelineIsRefusedOnlyWhenItMustBe) {
    const Scratch scratch;
    const fs::path path = scratch.file("later.gpkg");
    ASSERT_TRUE(write_project(path, dated({"2023"})));
    edit(path, "UPDATE dateline_project SET value = '9' WHERE key = 'format'");
    edit(path, "CREATE TABLE dateline_future (x TEXT)");
    std::vector<std::string> warnings;
    EXPECT_TRUE(read_geopackage(path, warnings));
    edit(path, "UPDATE dateline_project SET value = '9' WHERE key = 'readable_from'");
    EXPECT_THAT(read_geopackage(path, warnings).error().line(), HasSubstr("later Dateline"));
}

TEST(ForeignGeoPackage, IsReadInItsOwnReferenceSystem) {
    const Scratch scratch;
    const fs::path path = scratch.file("mercator.gpkg");
    {
        const QuietGdal quiet;
        DatasetPtr dataset(GetGDALDriverManager()->GetDriverByName("GPKG")->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference mercator;
        mercator.importFromEPSG(3857);
        OGRLayer* layer = dataset->CreateLayer("incidents", &mercator, wkbPoint);
        OGRFieldDefn name("name", OFTString), when("when", OFTDateTime);
        ASSERT_TRUE(layer->CreateField(&name) == OGRERR_NONE && layer->CreateField(&when) == OGRERR_NONE);
        FeaturePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        feature->SetField("name", "Derailment");
        feature->SetField("when", 2023, 4, 25, 14, 30, 0.0f, 100);
        feature->SetGeometryDirectly(new OGRPoint(5550000.0, 4920000.0));
        ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
    std::vector<std::string> warnings;
    const auto read = read_geopackage(path, warnings);
    ASSERT_TRUE(read) << read.error().line();
    ASSERT_EQ(read->events().size(), 1u);
    const document::Event& event = *read->events()[0];
    EXPECT_EQ(event.title, "Derailment");
    EXPECT_EQ(event.date->text(), "2023-04-25T14:30:00Z");
    EXPECT_NEAR(std::get<geo::LonLat>(event.geometry).lon_deg, 49.856, 0.01);
    EXPECT_NEAR(std::get<geo::LonLat>(event.geometry).lat_deg, 40.37, 0.05);
    EXPECT_THAT(warnings, IsEmpty());
}

struct BadFile {
    const char* name;
    std::string content;
    const char* message;
};

TEST(Project, SaysInOneLineWhatIsWrongWithAFile) {
    const Scratch scratch;
    ASSERT_TRUE(write_project(scratch.file("good.gpkg"), RandomBriefing(5).briefing(40)));
    const std::string good = testing::bytes_of(scratch.file("good.gpkg"));
    const BadFile bad[] = {{"zero.gpkg", "", "is empty"},
                           {"text.gpkg", "not a database at all", "is not a GeoPackage"},
                           {"header.gpkg", good.substr(0, 100), "damaged"},
                           {"half.gpkg", good.substr(0, good.size() / 2), "damaged"},
                           {"noise.gpkg", good.substr(0, 4096) + std::string(good.size() - 4096, 'x'), "damaged"}};
    for (const BadFile& file : bad) {
        std::vector<std::string> warnings;
        const auto read = read_geopackage(scratch.file(file.name, file.content), warnings);
        ASSERT_FALSE(read) << file.name;
        EXPECT_THAT(read.error().line(), HasSubstr(file.message)) << file.name;
        EXPECT_THAT(read.error().line(), HasSubstr(file.name));
        EXPECT_EQ(read.error().line().find('\n'), std::string::npos);
    }
    std::vector<std::string> warnings;
    fs::create_directory(scratch.file("folder.gpkg"));
    EXPECT_THAT(read_geopackage(scratch.file("folder.gpkg"), warnings).error().line(), HasSubstr("is a folder"));
    EXPECT_THAT(read_geopackage(scratch.file("absent.gpkg"), warnings).error().line(), HasSubstr("absent.gpkg"));
    if (::geteuid() != 0) {
        ::chmod(scratch.file("good.gpkg").c_str(), 0);
        EXPECT_THAT(read_geopackage(scratch.file("good.gpkg"), warnings).error().line(), HasSubstr("ermission"));
    }
}

}  // namespace
}  // namespace dateline::io
