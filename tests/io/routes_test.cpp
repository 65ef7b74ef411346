#include "io/routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

fs::path data(const std::string& name) { return fs::path(DATELINE_SOURCE_DIR) / "tests/data/routes" / name; }

TEST(Routes, AreReadFieldByField) {
    std::vector<std::string> warnings;
    const auto routes = load_routes(data("small.geojson"), warnings);
    ASSERT_TRUE(routes) << routes.error().line();
    EXPECT_THAT(warnings, IsEmpty());
    ASSERT_THAT(*routes, SizeIs(1));
    const document::Route& route = *routes->front();
    EXPECT_EQ(route.id, "small");
    EXPECT_EQ(route.short_name, "SR");
    EXPECT_EQ(route.kind, document::RouteKind::Rail);
    ASSERT_THAT(route.segments, SizeIs(3));
    const document::RouteSegment& ferry = route.segments[2];
    EXPECT_EQ(ferry.kind, document::RouteKind::Ferry);
    EXPECT_EQ(ferry.status, document::RouteStatus::Suspended);
    EXPECT_EQ(ferry.branch, "ferry");
    EXPECT_FALSE(ferry.from);
    EXPECT_EQ(ferry.to->text(), "2020-03");
    EXPECT_THAT(ferry.stops, ElementsAre("Ceton"));
    EXPECT_EQ(ferry.line, (geo::Line{{12, 50.4}, {12.6, 50.8}}));
    EXPECT_THAT(route.segments[0].stop_at, ElementsAre(0, 2));
    EXPECT_THAT(ferry.stop_at, IsEmpty()) << "not told";
}

TEST(Routes, UseTheVerticesOfStopsOnlyWhereTheyFit) {
    std::vector<std::string> warnings;
    const auto read = [&](const std::string& stop_at) {
        const fs::path path = fs::temp_directory_path() / "dateline-stop-at.geojson";
        std::ofstream(path)
            << R"({"type":"FeatureCollection","dateline":{"id":"d","name":"D","kind":"rail","status":"existing"},)"
            << R"("features":[{"type":"Feature","properties":{"kind":"rail","status":"existing","stops":["A","B"],"stop_at":)" << stop_at
            << R"(},"geometry":{"type":"LineString","coordinates":[[1,1],[2,2],[3,2]]}}]})";
        warnings.clear();
        const auto routes = load_routes(path, warnings);
        fs::remove(path);
        return routes.value().front()->segments.front().stop_at;
    };
    EXPECT_THAT(read("[0,2]"), ElementsAre(0, 2));
    EXPECT_THAT(warnings, IsEmpty());
    for (const char* wrong : {"[0]", "[0,3]", "[-1,2]", R"(["0",2])", "7"}) {
        EXPECT_THAT(read(wrong), IsEmpty()) << wrong;
        EXPECT_THAT(warnings, ElementsAre(HasSubstr("'stop_at' does not fit"))) << wrong;
    }
}

TEST(Routes, HaveADirectionThatIsForwardUnlessTold) {
    std::vector<std::string> warnings;
    const auto direction_of = [&](const std::string& member) {
        const fs::path path = fs::temp_directory_path() / "dateline-direction.geojson";
        std::ofstream(path) << R"({"type":"FeatureCollection","dateline":{"id":"d","name":"D","kind":"rail","status":"existing")" << member
                            << R"(},"features":[{"type":"Feature","properties":{"kind":"rail","status":"existing"},)"
                            << R"("geometry":{"type":"LineString","coordinates":[[1,1],[2,2]]}}]})";
        warnings.clear();
        const auto routes = load_routes(path, warnings);
        fs::remove(path);
        return routes.value().front()->direction;
    };
    EXPECT_EQ(direction_of(""), document::RouteDirection::Forward);
    EXPECT_EQ(direction_of(R"(,"direction":"both")"), document::RouteDirection::Both);
    EXPECT_EQ(direction_of(R"(,"direction":"backward")"), document::RouteDirection::Backward);
    EXPECT_THAT(warnings, IsEmpty());
    EXPECT_EQ(direction_of(R"(,"direction":"sideways")"), document::RouteDirection::Forward);
    EXPECT_THAT(warnings, ElementsAre(AllOf(HasSubstr("sideways"), HasSubstr("use forward, backward or both"))));
}

TEST(Routes, ThatAreNoneSaySo) {
    const std::pair<const char*, const char*> bad[] = {{"empty.geojson", "is empty"},
                                                       {"truncated.geojson", "JSON"},
                                                       {"without_header.geojson", "dateline"},
                                                       {"no_segments.geojson", "no segment"},
                                                       {"absent.geojson", "absent.geojson"}};
    for (const auto& [name, message] : bad) {
        std::vector<std::string> warnings;
        const auto routes = load_routes(data(name), warnings);
        ASSERT_FALSE(routes) << name;
        EXPECT_THAT(routes.error().line(), AllOf(HasSubstr(name), HasSubstr(message)));
    }
}

TEST(Routes, LoseOnlyTheSegmentThatIsWrong) {
    const std::pair<const char*, const char*> bad[] = {{"unknown_kind.geojson", "kind"},
                                                       {"one_vertex.geojson", "segment"},
                                                       {"not_numbers.geojson", "not a place"},
                                                       {"outside_the_world.geojson", "not a place"}};
    for (const auto& [name, message] : bad) {
        std::vector<std::string> warnings;
        const auto routes = load_routes(data(name), warnings);
        ASSERT_TRUE(routes) << name << ": " << routes.error().line();
        EXPECT_FALSE(routes->front()->segments.empty()) << name;
        ASSERT_THAT(warnings, SizeIs(1)) << name;
        EXPECT_THAT(warnings[0], AllOf(HasSubstr(name), HasSubstr(message)));
    }
    std::vector<std::string> warnings;
    const auto dated = load_routes(data("bad_date.geojson"), warnings);
    ASSERT_TRUE(dated);
    EXPECT_THAT(dated->front()->segments, SizeIs(3));
    EXPECT_THAT(warnings, ElementsAre(HasSubstr("EDTF")));
}

TEST(Routes, OfAFolderAreReadPastTheBadOnes) {
    std::vector<std::string> warnings;
    const auto routes = load_routes(data(""), warnings);
    ASSERT_TRUE(routes);
    EXPECT_THAT(*routes, SizeIs(1));  // all that can be read are called "small"
    EXPECT_GE(warnings.size(), 9u);
    EXPECT_FALSE(load_routes(data("no such folder"), warnings));
}

TEST(Routes, ThatShipAreAllSound) {
    std::vector<std::string> warnings;
    const auto routes = load_routes(fs::path(DATELINE_SOURCE_DIR) / "maps/routes", warnings);
    ASSERT_TRUE(routes);
    EXPECT_THAT(warnings, IsEmpty());
    EXPECT_GE(routes->size(), 15u);
}

}  // namespace
}  // namespace dateline::io
