#include "extract/event_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::extract {
namespace {

using document::PlacePrecision;

/// Kilometres between where it happened and a point; fails far off where there is no point.
double km_from(const document::Event& event, double lon_deg, double lat_deg) {
    const auto* at = std::get_if<geo::LonLat>(&event.geometry);
    return at ? geo::distance_m(*at, {lon_deg, lat_deg}) / 1000 : 1e6;
}

TEST(PlaceOffset, IsThePointAtThatDistanceAndBearing) {
    const auto tanker = only_event("A tanker was attacked on Monday 77 miles west of Hodeidah.");
    EXPECT_EQ(tanker.place, "77 miles west of Hodeidah");
    EXPECT_EQ(tanker.place_precision, PlacePrecision::District);
    EXPECT_LT(km_from(tanker, 41.79, 14.79), 20);
    EXPECT_GT(tanker.place_radius_km, 10);
    EXPECT_LT(tanker.place_radius_km, 50);
    const auto depot = only_event("Drones hit an ammunition depot about 30 km north-east of Kupiansk on Monday.");
    EXPECT_EQ(depot.place, "30 km north-east of Kupiansk");
    EXPECT_LT(km_from(depot, 37.91, 49.90), 10);
    EXPECT_LT(km_from(only_event("The earthquake struck 10 km ESE of Gyumri on Monday."), 43.96, 40.75), 5);
    EXPECT_EQ(only_event("A jet crashed 1,200 km (750 miles) south of the capital, Algiers, on Monday.").place,
              "1,200 km south of the capital, Algiers");
    EXPECT_EQ(only_event("A jet crashed twenty-five nautical miles to the east of Colombo on Monday.").place,
              "twenty-five nautical miles to the east of Colombo");
}

TEST(PlaceOffset, HasNoBearingWhereNoneIsTold) {
    const auto bus = only_event("A bus was shelled a few kilometres outside Gori on Monday.");
    EXPECT_EQ(bus.place, "a few kilometres outside Gori");
    EXPECT_LT(km_from(bus, 44.11, 41.98), 3);
    EXPECT_GT(bus.place_radius_km, 4);
    EXPECT_EQ(only_event("A military plane crashed some 40 miles from Bamako on Monday.").place, "40 miles from Bamako");
}

TEST(PlaceOffset, WithoutADistanceStaysByTheTown) {
    for (const char* text : {"Troops took a hill south of Gori on Monday.", "A helicopter crashed near Gori on Monday."}) {
        const auto event = only_event(text);
        EXPECT_EQ(event.place, "Gori") << text;
        EXPECT_EQ(event.place_precision, PlacePrecision::District) << text;
        EXPECT_GE(event.place_radius_km, 10) << text;
    }
}

TEST(PlaceOffset, IsAnotherPlaceNearAnotherTown) {
    EXPECT_EQ(told("Drones hit a large farm near Nikopol on Monday.\n\nDrones hit a large farm near Marhanets on Monday.").size(), 2U);
}

TEST(PlaceOffset, IsNoneOfWhatOnlyLooksLikeOne) {
    EXPECT_EQ(only_event("A helicopter crashed in Gori on Monday.").place_precision, PlacePrecision::Settlement);
    EXPECT_NE(only_event("The convoy of 30 lorries arrived from Gori on Monday.").place, "30 lorries from Gori");
    EXPECT_EQ(only_event("Shelling of Gori killed two people on Monday.").place_precision, PlacePrecision::Settlement);
    EXPECT_EQ(only_event("A fire broke out in the south of Georgia on Monday.").place_precision, PlacePrecision::Country);
}

}  // namespace
}  // namespace dateline::extract
