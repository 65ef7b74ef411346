#include "document/origin.h"

#include <gtest/gtest.h>

namespace dateline::document {
namespace {

Event with_property(std::string key, std::string json) {
    Event event;
    event.extra.emplace_back(std::move(key), std::move(json));
    return event;
}

TEST(Origin, IsReadAsItWasWritten) {
    Origin quarry{"Quarry Hill", "geonames:1", PlaceBasis::Explicit, PlacePrecision::Settlement, 4.5, {12.5, -7.25}, ""};
    Origin state{"Freedonia", "iso:FD", PlaceBasis::Inferred, PlacePrecision::Country, 300, {179.5, 10}, "the state of the visitor"};
    Event event;
    event.extra.emplace_back("modality", "\"planned\"");
    set_origins(event, {quarry, state});
    EXPECT_EQ(origins_of(event), (std::vector<Origin>{quarry, state}));
    set_origins(event, {state});
    EXPECT_EQ(origins_of(event), std::vector<Origin>{state});
    set_origins(event, {});
    EXPECT_EQ(event.extra.size(), 1u);  // what else it carried stays
}

TEST(Origin, ComesFromATableOfFlowsToo) {
    Event event = with_property("origin_lon", "-70.4");
    event.extra.emplace_back("origin_lat", "-23.65");
    event.extra.emplace_back("origin", "\"Antofagasta\"");
    const auto origins = origins_of(event);
    ASSERT_EQ(origins.size(), 1u);
    EXPECT_EQ(origins[0].place, "Antofagasta");
    EXPECT_EQ(origins[0].at, (geo::LonLat{-70.4, -23.65}));
    EXPECT_EQ(origins[0].basis, PlaceBasis::Explicit);
}

TEST(Origin, WhatIsNoPlaceIsLeftOut) {
    for (const char* json : {"", "7", "{}", "[1, null, []]", R"([{"lon": 5}])", R"([{"lon": "5", "lat": 5}])", R"([{"lon": 5, "lat": 91}])",
                             R"([{"lon": 1e999, "lat": 5}])", R"([{"lon": 5, "lat": 5)"})
        EXPECT_TRUE(origins_of(with_property("origins", json)).empty()) << json;
    EXPECT_TRUE(origins_of(with_property("origin_lon", "5")).empty());
    std::string many = "[";
    for (int i = 0; i < 500; ++i) many += R"({"lon": 5, "lat": 5},)";
    many.back() = ']';
    EXPECT_EQ(origins_of(with_property("origins", many)).size(), kMostOrigins);
}

}  // namespace
}  // namespace dateline::document
