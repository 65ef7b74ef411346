#include "document/route_events.h"

#include <gtest/gtest.h>

namespace dateline::document {
namespace {

RouteSegment segment(std::string name, std::string branch, geo::Line line) {
    RouteSegment s;
    s.name = std::move(name);
    s.branch = std::move(branch);
    s.kind = RouteKind::Rail;
    s.line = std::move(line);
    return s;
}

/// Along the equator from 0° to 3° E; a branch north from 2° E; a line that only ends at 1° E.
Route route() {
    Route r;
    r.id = "r";
    r.segments = {segment("a", "main", {{0, 0}, {1, 0}}), segment("b", "main", {{1, 0}, {2, 0}, {3, 0}}),
                  segment("c", "north", {{2, 0}, {2, 1}}), segment("d", "feeder", {{1, -1}, {1, 0}})};
    return r;
}

Event event(geo::Geometry geometry, PlacePrecision precision, double radius_km = 0, const char* date = "") {
    Event e;
    e.id = "e";
    e.geometry = std::move(geometry);
    e.place_precision = precision;
    e.place_radius_km = radius_km;
    if (*date != 0) e.date = calendar::Edtf::parse(date).value();
    return e;
}

std::vector<RouteEvent> along(const Route& r, std::vector<Event> events) {
    Briefing::Parts parts;
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].id += std::to_string(i);
        parts.events.push_back(std::make_shared<const Event>(std::move(events[i])));
    }
    return events_along(Briefing(std::move(parts)), RouteLine(r));
}

constexpr double kDegreeKm = 111.319491;  // of the equator, WGS 84

TEST(RouteLine, CountsKilometresOnTheEllipsoid) {
    const Route r = route();
    const RouteLine line(r);
    ASSERT_EQ(line.legs().size(), 4u);
    EXPECT_NEAR(line.legs()[0].length_km(), kDegreeKm, 1e-3);
    EXPECT_NEAR(line.legs()[1].begin_km(), kDegreeKm, 1e-3);
    EXPECT_NEAR(line.legs()[1].end_km(), 3 * kDegreeKm, 1e-3);
    EXPECT_NEAR(line.legs()[2].length_km(), 110.574389, 1e-3);  // a degree of latitude at the equator
    EXPECT_NEAR(line.length_km(), 3 * kDegreeKm + 2 * 110.574389, 1e-2);
}

TEST(RouteLine, ABranchCountsOnFromWhereItLeaves) {
    const Route r = route();
    const RouteLine line(r);
    ASSERT_EQ(line.branches().size(), 3u);
    EXPECT_EQ(line.branches()[0].segments, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_TRUE(line.branches()[1].leaves_another);
    EXPECT_NEAR(line.branches()[1].begin_km, 2 * kDegreeKm, 1e-3);
    EXPECT_FALSE(line.branches()[2].leaves_another);
    EXPECT_EQ(line.branches()[2].begin_km, 0);
}

TEST(RouteLine, KnowsTheBranchOfEachSegment) {
    const Route r = route();
    const RouteLine line(r);
    for (const RouteLine::Branch& branch : line.branches())
        for (const std::uint32_t segment : branch.segments) EXPECT_EQ(&line.branch_of(segment), &branch);
}

TEST(RouteLine, TheMainBranchIsCountedFirstWhereverItStands) {
    Route r = route();
    std::swap(r.segments[0], r.segments[2]);  // north, b, a, feeder: b and a no longer follow on one another
    std::swap(r.segments[1], r.segments[2]);  // north, a, b, feeder
    const RouteLine line(r);
    EXPECT_EQ(line.branches()[0].name, "main");
    EXPECT_NEAR(line.legs()[0].begin_km(), 2 * kDegreeKm, 1e-3);
}

TEST(RouteLine, FindsTheNearestSpotAndHowFarItIs) {
    const Route r = route();
    const RouteLine line(r);
    const auto post = line.nearest({1.5, 0.1}, 20);
    ASSERT_TRUE(post);
    EXPECT_EQ(post->segment, 1u);
    EXPECT_NEAR(post->km, 1.5 * kDegreeKm, 0.01);
    EXPECT_NEAR(post->off_km, 11.057, 0.01);
    EXPECT_FALSE(line.nearest({1.5, 0.1}, 11));
    EXPECT_FALSE(line.nearest({1.5, 30}, 500));
    const geo::LonLat back = line.at(post->segment, post->km);
    EXPECT_NEAR(back.lon_deg, 1.5, 1e-6);
}

TEST(RouteLine, RunsOnAcrossTheAntimeridian) {
    Route r;
    r.segments = {segment("a", "main", {{179, 10}, {-179, 10}})};
    const RouteLine line(r);
    EXPECT_NEAR(line.length_km(), 219.28, 0.1);
    const auto post = line.nearest({-179.5, 10.05}, 20);
    ASSERT_TRUE(post);
    EXPECT_NEAR(post->km, 0.75 * line.length_km(), 0.1);
    EXPECT_NEAR(std::remainder(line.at(0, post->km).lon_deg + 179.5, 360), 0, 1e-6);
}

TEST(RouteEvents, StandInTheOrderOfTheRoute) {
    const auto found =
        along(route(), {event(geo::LonLat{2.5, 0.02}, PlacePrecision::Settlement), event(geo::LonLat{0.25, -0.03}, PlacePrecision::Exact)});
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].event, 1u);
    EXPECT_NEAR(found[0].begin_km, 0.25 * kDegreeKm, 0.01);
    EXPECT_NEAR(found[0].off_km, 3.317, 0.01);
    EXPECT_EQ(found[0].meets, RouteEvent::Meets::Spot);
    EXPECT_EQ(found[0].begin_km, found[0].end_km);
}

TEST(RouteEvents, LeaveOutWhatIsFarOrVague) {
    EXPECT_TRUE(along(route(), {event(geo::LonLat{1.5, 0.2}, PlacePrecision::Settlement)}).empty());
    EXPECT_TRUE(along(route(), {event(geo::LonLat{1.5, 0}, PlacePrecision::Country, 300)}).empty());
    EXPECT_TRUE(along(route(), {event(geo::LonLat{1.5, 0}, PlacePrecision::Region, 300)}).empty());
    EXPECT_TRUE(along(route(), {event({}, PlacePrecision::Settlement)}).empty());
    EXPECT_TRUE(along(route(), {event(geo::LonLat{1.5, 0}, PlacePrecision::Corridor)}).empty());
}

TEST(RouteEvents, ADistrictHasTheStretchThatRunsThroughIt) {
    const auto found = along(route(), {event(geo::LonLat{1.5, 0}, PlacePrecision::District, 30)});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].meets, RouteEvent::Meets::Area);
    EXPECT_NEAR(found[0].begin_km, 1.5 * kDegreeKm - 30, 2.1);
    EXPECT_NEAR(found[0].end_km, 1.5 * kDegreeKm + 30, 2.1);
    const auto land = along(
        route(), {event(geo::MultiPolygon{{{{1.2, -0.2}, {1.8, -0.2}, {1.8, 0.2}, {1.2, 0.2}, {1.2, -0.2}}}}, PlacePrecision::District)});
    ASSERT_EQ(land.size(), 1u);
    EXPECT_NEAR(land[0].begin_km, 1.2 * kDegreeKm, 2.1);
    EXPECT_NEAR(land[0].end_km, 1.8 * kDegreeKm, 2.1);
}

TEST(RouteEvents, TheRoutesOwnLineIsItsWhole) {
    const Route r = route();
    const auto found = along(r, {event(geo::MultiLine{r.segments[0].line, r.segments[1].line}, PlacePrecision::Corridor)});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].meets, RouteEvent::Meets::Line);
    EXPECT_TRUE(found[0].whole);
    const auto part = along(r, {event(geo::MultiLine{r.segments[1].line}, PlacePrecision::Corridor)});
    ASSERT_EQ(part.size(), 1u);
    EXPECT_FALSE(part[0].whole);
    EXPECT_NEAR(part[0].begin_km, kDegreeKm, 2.1);
    // What crosses the route is not on it.
    EXPECT_TRUE(along(r, {event(geo::MultiLine{{{1.5, -2}, {1.5, 2}}}, PlacePrecision::Corridor)}).empty());
}

TEST(RouteEvents, LookAtTheSegmentsOfTheirTime) {
    Route r;
    r.segments = {segment("old", "old", {{0, 0}, {1, 0}}), segment("new", "main", {{0, 0.05}, {1, 0.05}})};
    r.segments[0].to = calendar::Edtf::parse("2022-08").value();
    r.segments[1].from = calendar::Edtf::parse("2022-08").value();
    const auto found = along(r, {event(geo::LonLat{0.5, 0.01}, PlacePrecision::Exact, 0, "2021-03-01"),
                                 event(geo::LonLat{0.5, 0.01}, PlacePrecision::Exact, 0, "2023-03-01")});
    ASSERT_EQ(found.size(), 2u);
    for (const RouteEvent& e : found) EXPECT_EQ(e.segment, e.event == 0 ? 0u : 1u) << e.event;
}

TEST(RouteLine, ABranchHasATitle) {
    const auto titled = [](const char* name) { return RouteLine::Branch{name, {}, 0, 0, false}.title(); };
    EXPECT_EQ(titled("main"), "Main line");
    EXPECT_EQ(titled(""), "Main line");
    EXPECT_EQ(titled("kars"), "Branch Kars");
    EXPECT_EQ(titled("Kars"), "Branch Kars");
    EXPECT_EQ(titled("until 2022"), "Branch: until 2022");
    EXPECT_EQ(titled("b2"), "Branch b2");
}

}  // namespace
}  // namespace dateline::document
