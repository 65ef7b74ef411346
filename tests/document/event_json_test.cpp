#include "document/event_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace dateline::document {
namespace {

using testing::HasSubstr;

Event full() {
    Event e;
    e.id = "e0123456789ab";
    e.title = "Memorandum \"signed\" in Sofia";
    e.date = *calendar::Edtf::parse("2023-04-25");
    e.date_text = "April 25";
    e.date_basis = DateBasis::InferredYear;
    e.place = "Sofia";
    e.place_id = "geonames:727011";
    e.place_text = "Sofia";
    e.place_basis = PlaceBasis::Explicit;
    e.place_precision = PlacePrecision::Settlement;
    e.place_radius_km = 12.5;
    e.geometry = geo::LonLat{23.3241, 42.6975};
    e.category = Category::Energy;
    e.kind = "signing";
    e.actors = {"Ilham Əliyev", "Румен Радев"};
    e.attribution = "the ministry";
    e.quote = "Five companies signed\na memorandum.";
    e.source = "b1";
    e.section = "Energy";
    e.quote_span = {10, 45};
    e.date_span = {20, 28};
    e.place_span = {30, 35};
    e.actor_spans = {{1, 3}, {5, 9}};
    e.confidence = 0.75;
    e.review = Review::Accepted;
    e.extra = {{"note", "{\"kept\":[1,2]}"}};
    return e;
}

Event read(std::string_view json) {
    auto event = event_from_json(json);
    EXPECT_TRUE(event) << (event ? "" : event.error().line());
    return event.value_or(Event{});
}

TEST(EventJson, ReadsBackAllItWrote) { EXPECT_EQ(read(json_of(full(), EventFields::All)), full()); }

TEST(EventJson, ReadsBackEveryShapeOfGeometry) {
    const geo::Line ring{{0, 0}, {4, 0}, {4, 4}, {0, 0}}, hole{{2, 1}, {3, 1}, {3, 2}, {2, 1}};
    for (const geo::Geometry& shape :
         {geo::Geometry{}, geo::Geometry{geo::LonLat{-179.9, -89}}, geo::Geometry{geo::MultiLine{{{1, 2}, {3, 4}}}},
          geo::Geometry{geo::MultiLine{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}}, geo::Geometry{geo::MultiPolygon{{ring, hole}}},
          geo::Geometry{geo::MultiPolygon{{ring, hole}, {ring}}}}) {
        Event e;
        e.geometry = shape;
        EXPECT_EQ(read(json_of(e)), e) << json_of(e);
        EXPECT_EQ(*geometry_from_geojson(geojson_of(shape)), shape);
    }
}

TEST(EventJson, KeepsTheRecordsOrder) {
    const auto json = nlohmann::ordered_json::parse(json_of(full(), EventFields::Record));
    std::string keys;
    for (const auto& [key, value] : json.items()) keys += key + " ";
    EXPECT_EQ(keys,
              "id title date begin end date_text date_basis place place_id place_text place_basis place_precision "
              "place_radius_km category kind actors attribution quote source section char_start char_end confidence "
              "review note ");
    EXPECT_EQ(json["begin"], "2023-04-25");
}

TEST(EventJson, ToleratesMissingKeysNullsAndOtherOrders) {
    const Event e = read(R"({"category":"transport","date":null,"id":"x","place":null,"date_basis":""})");
    EXPECT_EQ(e.id, "x");
    EXPECT_EQ(e.category, Category::Transport);
    EXPECT_FALSE(e.date);
}

TEST(EventJson, NamesTheFieldAtFault) {
    const std::pair<const char*, const char*> cases[] = {
        {R"({"title":5})", "title"},
        {R"({"date":"April"})", "date"},
        {R"({"category":"weather"})", "category"},
        {R"({"char_start":9,"char_end":3})", "char_end"},
        {R"({"char_start":-1})", "char_start"},
        {R"({"actors":["a",1]})", "actors"},
        {R"({"confidence":"high"})", "confidence"},
        {R"({"evidence":{"date":[1]}})", "evidence"},
    };
    for (const auto& [json, field] : cases) {
        const auto event = event_from_json(json);
        ASSERT_FALSE(event) << json;
        EXPECT_EQ(event.error().where, field);
    }
    for (const char* json : {"", "[]", "{", "\"text\"", "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[200,95]}}",
                             "{\"geometry\":{\"type\":\"Circle\"}}", "{\"geometry\":7}"})
        EXPECT_FALSE(event_from_json(json)) << json;
}

TEST(EventJson, WritesJsonEvenOfBytesThatAreNotUtf8) {
    Event e;
    e.quote = "caf\xe9";
    EXPECT_TRUE(nlohmann::json::accept(json_of(e)));
    e.extra = {{"broken", "{not json"}};
    EXPECT_THAT(json_of(e), HasSubstr("{not json"));
}

}  // namespace
}  // namespace dateline::document
