#include "io/formats.h"

#include "io_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sys/resource.h>

#include <csignal>
#include <random>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using document::Briefing;
using document::Event;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::RandomBriefing;
using testing::Scratch;
using ::testing::SizeIs;

Briefing plain_briefing(unsigned seed, int events) {
    RandomBriefing random(seed);
    Briefing::Parts parts;
    parts.title = "all";
    for (int i = 0; i < events; ++i) parts.events.push_back(std::make_shared<Event>(random.plain_event(i)));
    return Briefing(std::move(parts));
}

Briefing read(const fs::path& path) {
    std::vector<std::string> warnings;
    auto briefing = read_events(path, warnings);
    EXPECT_TRUE(briefing) << briefing.error().line();
    EXPECT_THAT(warnings, IsEmpty());
    return briefing ? *briefing : Briefing();
}

TEST(GeoJson, CarriesEveryFieldOfTheRecord) {
    const Scratch scratch;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        const Briefing written = plain_briefing(seed, 20);
        ASSERT_TRUE(write_events(scratch.file("all.geojson"), written));
        EXPECT_EQ(testing::difference(written, read(scratch.file("all.geojson"))), "") << "seed " << seed;
    }
}

TEST(GeoJson, HasTheRecordsFieldsInOrderAndNullWhereABoundIsOpen) {
    const Scratch scratch;
    Event event;
    event.id = "e1", event.title = "Bridge opens", event.date = calendar::Edtf::parse("2022-08/..").value();
    event.geometry = geo::LonLat{49.87, 40.41};
    Briefing::Parts parts;
    parts.events.push_back(std::make_shared<Event>(event));
    ASSERT_TRUE(write_events(scratch.file("one.json"), Briefing(std::move(parts))));
    const auto json = nlohmann::ordered_json::parse(testing::bytes_of(scratch.file("one.json")));
    const auto& properties = json["features"][0]["properties"];
    EXPECT_EQ(properties.begin().key(), "id");
    EXPECT_EQ(properties.size(), 24u);
    EXPECT_EQ(properties["begin"], "2022-08-01");
    EXPECT_TRUE(properties["end"].is_null());
    EXPECT_EQ(json["features"][0]["geometry"]["coordinates"], nlohmann::json({49.87, 40.41}));
}

/// Texts come back letter for letter; of the properties that are not of the record, what they say.
TEST(CsvAndKml, CarryTheRecord) {
    const Scratch scratch;
    for (const char* name : {"all.csv", "all.kml"}) {
        for (unsigned seed = 1; seed <= 10; ++seed) {
            Briefing written = plain_briefing(seed, 20);
            Briefing::Parts parts = written.parts();
            for (auto& event : parts.events) {
                auto bare = std::make_shared<Event>(*event);
                std::erase_if(bare->extra,
                              [](const auto& item) { return item.second != "5" && item.second != "true" && item.second != "[1,2]"; });
                std::sort(bare->extra.begin(), bare->extra.end());
                event = std::move(bare);
            }
            written = Briefing(std::move(parts));
            ASSERT_TRUE(write_events(scratch.file(name), written));
            Briefing::Parts back = read(scratch.file(name)).parts();
            for (auto& event : back.events) {
                auto sorted = std::make_shared<Event>(*event);
                std::sort(sorted->extra.begin(), sorted->extra.end());
                event = std::move(sorted);
            }
            EXPECT_EQ(testing::difference(written, Briefing(std::move(back))), "") << name << " seed " << seed;
        }
    }
}

TEST(Csv, GivesLonAndLatOfWhereAMarkerStands) {
    const Scratch scratch;
    Event point, area, nowhere;
    point.id = "p", point.title = "P", point.geometry = geo::LonLat{10, 50};
    area.id = "q", area.title = "Q", area.geometry = geo::MultiPolygon{{{{0, 0}, {2, 0}, {2, 1}, {0, 1}, {0, 0}}}};
    nowhere.id = "n", nowhere.title = "N";
    Briefing::Parts parts;
    parts.events = {std::make_shared<Event>(point), std::make_shared<Event>(area), std::make_shared<Event>(nowhere)};
    ASSERT_TRUE(write_events(scratch.file("x.csv"), Briefing(std::move(parts))));
    const std::string csv = testing::bytes_of(scratch.file("x.csv"));
    EXPECT_THAT(csv, HasSubstr(",10,50,POINT (10 50)\n"));
    EXPECT_THAT(csv, HasSubstr(",1,0.5,\"POLYGON ((0 0,2 0,2 1,0 1,0 0))\"\n"));
    EXPECT_THAT(csv, HasSubstr(",,,\n"));
}

TEST(Kml, KeepsTheSpanOfAMonthAndLeavesAnOpenEndOut) {
    const Scratch scratch;
    Event month, open;
    month.id = "m", month.title = "Month", month.date = calendar::Edtf::parse("2023-04").value();
    open.id = "o", open.title = "Since", open.date = calendar::Edtf::parse("2022-08/..").value();
    Briefing::Parts parts;
    parts.events = {std::make_shared<Event>(month), std::make_shared<Event>(open)};
    ASSERT_TRUE(write_events(scratch.file("x.kml"), Briefing(std::move(parts))));
    const std::string kml = testing::bytes_of(scratch.file("x.kml"));
    EXPECT_THAT(kml, HasSubstr("<TimeSpan><begin>2023-04-01</begin><end>2023-04-30</end></TimeSpan>"));
    EXPECT_THAT(kml, HasSubstr("<TimeSpan><begin>2022-08-01</begin></TimeSpan>"));
}

TEST(Formats, AreWrittenTheSameEachTime) {
    const Scratch scratch;
    const Briefing briefing = plain_briefing(4, 30);
    for (const char* ending : {".geojson", ".csv", ".kml", ".gpkg"}) {
        ASSERT_TRUE(write_events(scratch.file(std::string("a") + ending), briefing));
        ASSERT_TRUE(write_events(scratch.file(std::string("b") + ending), briefing));
        EXPECT_TRUE(testing::bytes_of(scratch.file(std::string("a") + ending)) ==
                    testing::bytes_of(scratch.file(std::string("b") + ending)))
            << ending;
    }
}

TEST(Formats, LeaveTheOldFileWholeWhenSpaceRunsOut) {
    const Scratch scratch;
    const Briefing briefing = plain_briefing(9, 200);
    for (const char* ending : {".geojson", ".csv", ".kml", ".gpkg"}) {
        const fs::path path = scratch.file(std::string("kept") + ending, "the old file");
        const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old_limit{};
        ::getrlimit(RLIMIT_FSIZE, &old_limit);
        const rlimit small{8192, old_limit.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const auto written = write_events(path, briefing);
        ::setrlimit(RLIMIT_FSIZE, &old_limit);
        std::signal(SIGXFSZ, old_handler);
        EXPECT_FALSE(written) << ending;
        EXPECT_EQ(testing::bytes_of(path), "the old file") << ending;
    }
    EXPECT_THAT(scratch.names(), SizeIs(4));
}

TEST(Formats, RefuseInOneLineWhatTheyCannotWriteTo) {
    const Scratch scratch;
    EXPECT_TRUE(check_can_write(scratch.file("x.GeoJSON")));
    EXPECT_TRUE(check_can_write("here.csv"));
    EXPECT_THAT(check_can_write(scratch.file("x.shp")).error().line(), HasSubstr("ending"));
    EXPECT_THAT(check_can_write(scratch.file("x")).error().line(), HasSubstr("ending"));
    EXPECT_THAT(check_can_write(scratch.file("no/such/x.csv")).error().line(), HasSubstr("no such folder"));
    fs::create_directory(scratch.file("d.csv"));
    EXPECT_THAT(check_can_write(scratch.file("d.csv")).error().line(), HasSubstr("is a folder"));
}

TEST(Formats, SayWhatIsWrongWithAFile) {
    const Scratch scratch;
    const struct {
        const char* name;
        std::string content;
        const char* message;
    } bad[] = {
        {"empty.geojson", "", "is empty"},
        {"empty.csv", " \n", "is empty"},
        {"empty.kml", "", "is empty"},
        {"cut.geojson", "{\"type\":\"FeatureCollection\",\n\"features\":[{\"type\"", "cut.geojson:2: the JSON ends too early"},
        {"broken.json", "{\n\"a\" 1}", "broken.json:2: is not JSON"},
        {"other.json", "{\"a\":1}", "holds no events"},
        {"mercator.geojson",
         R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[]})",
         "EPSG::3857"},
        {"quote.csv", "title,date\n\"open,2023\nx,y\n", "never closed"},
        {"binary.csv", std::string("a\0b", 3), "not a text file"},
        {"strangers.csv", "colour,weight\nred,5\n", "no column looks like"},
        {"cut.kml", "<kml><Document><Placemark><name>x", "well-formed"},
        {"page.kml", "<html><body/></html>", "not KML"},
        {"events.shp", "", "end the name in"},
    };
    for (const auto& file : bad) {
        std::vector<std::string> warnings;
        const auto result = read_events(scratch.file(file.name, file.content), warnings);
        ASSERT_FALSE(result) << file.name;
        EXPECT_THAT(result.error().line(), HasSubstr(file.message));
        EXPECT_THAT(result.error().line(), HasSubstr(file.name));
    }
}

/// Bytes flipped, runs cut out and doubled: whatever comes of it, an answer in one line or a briefing, and never a crash.
TEST(Formats, OutliveDamage) {
    const Scratch scratch;
    std::mt19937 random(11);
    for (const char* ending : {".geojson", ".csv", ".kml", ".gpkg"}) {
        const fs::path path = scratch.file(std::string("good") + ending);
        ASSERT_TRUE(write_events(path, RandomBriefing(3).briefing(12)));
        const std::string good = testing::bytes_of(path);
        for (int round = 0; round < 60; ++round) {
            std::string bad = good;
            for (int i = 0; i < 1 + round % 7; ++i) {
                const std::size_t at = random() % bad.size(), length = std::min<std::size_t>(1 + random() % 200, bad.size() - at);
                switch (random() % 3) {
                    case 0: bad[at] = static_cast<char>(random()); break;
                    case 1: bad.erase(at, length); break;
                    default: bad.insert(at, bad.substr(at, length));
                }
                if (bad.empty()) bad = "x";
            }
            std::vector<std::string> warnings;
            const auto result = read_events(scratch.file(std::string("bad") + ending, bad), warnings);
            if (!result) warnings.push_back(result.error().line());
            for (const std::string& line : warnings) EXPECT_EQ(line.find('\n'), std::string::npos) << line;
            if (result) { EXPECT_TRUE(write_events(scratch.file(std::string("again") + ending), *result)); }
        }
    }
}

TEST(Formats, CarryARouteFileAsARoute) {
    std::vector<std::string> warnings;
    const auto briefing = read_events(fs::path(DATELINE_SOURCE_DIR) / "tests/data/routes/small.geojson", warnings);
    ASSERT_TRUE(briefing) << briefing.error().line();
    ASSERT_THAT(briefing->routes(), SizeIs(1));
    EXPECT_THAT(briefing->events(), IsEmpty());
}

}  // namespace
}  // namespace dateline::io
