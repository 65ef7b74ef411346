#include "io/foreign_date.h"
#include "io/formats.h"
#include "io_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::io {
namespace {

using document::Briefing;
using document::Event;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;
using testing::Scratch;
using ::testing::SizeIs;

std::string read_date(std::string_view text, DayOrder order = DayOrder::Unknown) {
    const auto date = read_foreign_date(text, order);
    return date ? date->text() : "none";
}

TEST(ForeignDate, KeepsThePrecisionItHas) {
    EXPECT_EQ(read_date("2023-04-25"), "2023-04-25");
    EXPECT_EQ(read_date(" 2023-04 "), "2023-04");
    EXPECT_EQ(read_date("2023"), "2023");
    EXPECT_EQ(read_date("2023-04-25 14:30"), "2023-04-25T14:30Z");
    EXPECT_EQ(read_date("2023-04-25T14:30:05.25+04:00"), "2023-04-25T10:30:05Z");
    EXPECT_EQ(read_date("2023-04-25 00:00:00"), "2023-04-25");
    EXPECT_EQ(read_date("2023-04-25T00:00:00.000Z"), "2023-04-25");
    EXPECT_EQ(read_date("2023/4/5"), "2023-04-05");
    EXPECT_EQ(read_date("20230425"), "2023-04-25");
    EXPECT_EQ(read_date("25 April 2023"), "2023-04-25");
    EXPECT_EQ(read_date("25-Apr-2023"), "2023-04-25");
    EXPECT_EQ(read_date("April 25th, 2023"), "2023-04-25");
    EXPECT_EQ(read_date("Sept 2022"), "2022-09");
    EXPECT_EQ(read_date("25.04.2023"), "2023-04-25");
    EXPECT_EQ(read_date("4/5/2023", DayOrder::MonthFirst), "2023-04-05");
    EXPECT_EQ(read_date("4/5/2023", DayOrder::DayFirst), "2023-05-04");
    EXPECT_EQ(read_date("1682433000000"), "2023-04-25T14:30:00Z");
    EXPECT_EQ(read_date("1682380800"), "2023-04-25");
    EXPECT_EQ(read_date("2020~"), "2020~");
    EXPECT_EQ(read_date("2023-04-25~"), "2023-04-25~");
    EXPECT_EQ(read_date("2022-08/.."), "2022-08/..");
    for (const char* no : {"", "soon", "25", "31/02/2023", "2023-13-01", "5 of 12", "Mayor 2023", "12345"})
        EXPECT_EQ(read_date(no), "none") << no;
}

TEST(ForeignDate, TakesEveryEdtfAsItStands) {
    for (const char* edtf : {"2024-03-01/..", "../2024-03-25", "2024-03/..", "../2024", "2024-03-01/2024-03-25", "2024-03-01~/..",
                             "../2024-03-25?", "2024-03-01T00:00Z/2024-03-02T06:00Z", "2024-03-01T14:30", "2024-03-01T14:30Z",
                             "-0044-03-15", "-2024-03-15", "199X", "18XX", "2024-21", "2024-33", "2024-40", "2024-03-01%", "Y17000"})
        EXPECT_EQ(read_date(edtf), edtf);
    EXPECT_EQ(read_date("2024-03-01/"), "2024-03-01/..");
    EXPECT_EQ(read_date("/2024-03-25"), "../2024-03-25");
    EXPECT_EQ(read_date("2024/03/01"), "2024-03-01");  // a slash alone makes no interval
}

Briefing read(const std::filesystem::path& path, std::vector<std::string>& warnings) {
    auto briefing = read_events(path, warnings);
    EXPECT_TRUE(briefing) << briefing.error().line();
    return briefing ? *briefing : Briefing();
}

TEST(ForeignCsv, IsReadByTheUsualNamesOfItsColumns) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const Briefing briefing = read(scratch.file("acled.csv",
                                                "event_id_cnty,event_date,event_type,location,latitude,longitude,notes,fatalities\n"
                                                "AZE1,25 April 2023,Protests,Baku,40.41,49.87,\"On 25 April, people gathered.\",0\n"
                                                "AZE2,26 April 2023,Battles,Lachin,39.64,46.55,,3\n"),
                                   warnings);
    ASSERT_THAT(briefing.events(), SizeIs(2));
    const Event& first = *briefing.events()[0];
    EXPECT_EQ(first.date->text(), "2023-04-25");
    EXPECT_EQ(first.title, "On 25 April, people gathered.");
    EXPECT_EQ(first.quote, "On 25 April, people gathered.");
    EXPECT_EQ(first.place, "Baku");
    EXPECT_EQ(std::get<geo::LonLat>(first.geometry), (geo::LonLat{49.87, 40.41}));
    EXPECT_EQ(first.place_precision, document::PlacePrecision::Exact);
    EXPECT_EQ(first.review, document::Review::Accepted);
    EXPECT_THAT(first.extra, ElementsAre(Pair("event_id_cnty", "\"AZE1\""), Pair("event_type", "\"Protests\""), Pair("fatalities", "0")));
    EXPECT_EQ(briefing.events()[1]->title, "Lachin");
    EXPECT_THAT(warnings, IsEmpty());
}

TEST(ForeignCsv, WithSemicolonsAndAnotherEncodingIsReadToo) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const Briefing briefing =
        read(scratch.file("excel.csv", "\xEF\xBB\xBFTitle;Start Date;End Date\r\nCaf\xE9;03/04/2023;25/04/2023\r\n"), warnings);
    ASSERT_THAT(briefing.events(), SizeIs(1));
    EXPECT_EQ(briefing.events()[0]->title, "Café");
    EXPECT_EQ(briefing.events()[0]->date->text(), "2023-04-03/2023-04-25");
    EXPECT_THAT(warnings, ElementsAre(HasSubstr("Windows-1252")));
}

TEST(ForeignCsv, KeepsAnOpenDateThroughEveryFormat) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const Briefing briefing =
        read(scratch.file("open.csv", "id,title,date,lon,lat\na,Since,2024-03-01/..,24,56\nb,By,../2024-03-25,25,56\n"), warnings);
    for (const char* ending : {"csv", "geojson", "kml", "gpkg"}) {
        const auto path = scratch.file(std::string("kept.") + ending);
        ASSERT_TRUE(write_events(path, briefing)) << ending;
        const Briefing kept = read(path, warnings);
        ASSERT_TRUE(kept.event("a") && kept.event("b")) << ending;
        EXPECT_EQ(kept.event("a")->date->text(), "2024-03-01/..") << ending;
        EXPECT_EQ(kept.event("b")->date->text(), "../2024-03-25") << ending;
    }
    EXPECT_THAT(warnings, IsEmpty());
}

TEST(ForeignCsv, TellsOfWhatItCannotReadOnceAKind) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const Briefing briefing = read(scratch.file("odd.csv",
                                                "id,title,date,lat,lon,category\n"
                                                "1,A,soon,91,10,Battles\n"
                                                "1,B,later,12,nowhere,energy\n"
                                                "2,C,03/04/2023,12,10,energy\n"),
                                   warnings);
    ASSERT_THAT(briefing.events(), SizeIs(3));
    EXPECT_THAT(warnings, Contains(AllOf(HasSubstr("odd.csv:2"), HasSubstr("'soon'"), HasSubstr("and 1 more"))));
    EXPECT_THAT(warnings, Contains(HasSubstr("not on Earth")));
    EXPECT_THAT(warnings, Contains(HasSubstr("'nowhere'")));
    EXPECT_THAT(warnings, Contains(AllOf(HasSubstr("'Battles'"), HasSubstr("kept as the kind"))));
    EXPECT_THAT(warnings, Contains(HasSubstr("the id '1' is taken")));
    EXPECT_THAT(warnings, Contains(HasSubstr("read as day/month/year")));
    EXPECT_THAT(warnings, SizeIs(6));
    EXPECT_EQ(briefing.event("1")->kind, "Battles");
    EXPECT_EQ(briefing.event("1")->geometry.index(), 0u);
    EXPECT_EQ(briefing.event("2")->date->text(), "2023-04-03");
}

TEST(ForeignGeoJson, KeepsWhatItDoesNotKnowThroughOtherFormats) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const auto source = scratch.file("quakes.geojson", R"({"type":"FeatureCollection","features":[
{"type":"Feature","id":"us7000","properties":{"mag":6.1,"place":"12 km E of Kars","time":1682433000000,"felt":null,"tsunami":false,"x":7},"geometry":{"type":"Point","coordinates":[43.2,40.6,10]}}]})");
    const Briefing briefing = read(source, warnings);
    EXPECT_THAT(warnings, IsEmpty());
    for (const char* ending : {"geojson", "gpkg"}) {
        const auto path = scratch.file(std::string("kept.") + ending);
        ASSERT_TRUE(write_events(path, briefing));
        const Briefing back = read(path, warnings);
        ASSERT_THAT(back.events(), SizeIs(1)) << ending;
        EXPECT_EQ(back.events()[0]->id, "us7000");
        EXPECT_EQ(back.events()[0]->date->text(), "2023-04-25T14:30:00Z");
        EXPECT_THAT(back.events()[0]->extra,
                    ElementsAre(Pair("mag", "6.1"), Pair("felt", "null"), Pair("tsunami", "false"), Pair("x", "7")))
            << ending;
    }
    EXPECT_THAT(warnings, IsEmpty());
}

TEST(ForeignKml, IsReadFromItsFoldersAtThePrecisionOfItsTimes) {
    const Scratch scratch;
    std::vector<std::string> warnings;
    const Briefing briefing = read(scratch.file("tour.kml", R"(<?xml version="1.0"?>
<kml:kml xmlns:kml="http://www.opengis.net/kml/2.2"><kml:Document><kml:Folder>
<kml:Placemark id="p1"><kml:name>Fair &amp; market</kml:name><kml:description><![CDATA[<b>Many</b> came.]]></kml:description><kml:TimeStamp><kml:when>1997-07</kml:when></kml:TimeStamp>
<kml:Point><kml:coordinates> 10.5,50.25,0 </kml:coordinates></kml:Point></kml:Placemark>
<kml:Placemark><kml:name>Works</kml:name><kml:TimeSpan><kml:begin>2020</kml:begin></kml:TimeSpan>
<kml:ExtendedData><kml:SchemaData schemaUrl="#s"><kml:SimpleData name="cost">12</kml:SimpleData></kml:SchemaData></kml:ExtendedData>
<kml:MultiGeometry><kml:LineString><kml:coordinates>0,0 1,1
2,1</kml:coordinates></kml:LineString></kml:MultiGeometry></kml:Placemark>
</kml:Folder></kml:Document></kml:kml>)"),
                                   warnings);
    EXPECT_THAT(warnings, IsEmpty());
    ASSERT_THAT(briefing.events(), SizeIs(2));
    const Event& fair = *briefing.event("p1");
    EXPECT_EQ(fair.title, "Fair & market");
    EXPECT_EQ(fair.quote, "<b>Many</b> came.");
    EXPECT_EQ(fair.date->text(), "1997-07");
    EXPECT_EQ(std::get<geo::LonLat>(fair.geometry), (geo::LonLat{10.5, 50.25}));
    const Event& works = *briefing.events()[1];
    EXPECT_EQ(works.date->text(), "2020/..");
    EXPECT_EQ(std::get<geo::MultiLine>(works.geometry).front().size(), 3u);
    EXPECT_THAT(works.extra, ElementsAre(Pair("cost", "12")));
}

}  // namespace
}  // namespace dateline::io
