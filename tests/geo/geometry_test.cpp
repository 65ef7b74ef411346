#include "geo/geometry.h"

#include "geo/facets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <random>

namespace dateline::geo {
namespace {

Line box_ring(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

/// A star-shaped ring around `center`: never crosses itself, whatever its radii.
Line star(std::mt19937& random, LonLat center, double least_deg, double most_deg, int corners) {
    std::uniform_real_distribution<double> radius(least_deg, most_deg);
    Line ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners, r = radius(random);
        ring.push_back({center.lon_deg + r * std::cos(angle), center.lat_deg + r * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

double ring_area(const Line& ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const WorldPoint a = world_from(ring[i - 1]), b = world_from(ring[i]);
        twice += (a.x - 0.5) * (b.y - 0.5) - (b.x - 0.5) * (a.y - 0.5);
    }
    return std::abs(twice) / 2;
}

double mesh_area(const Mesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i < mesh.triangles.size(); i += 3) {
        const LocalPoint a = mesh.vertices[mesh.triangles[i]], b = mesh.vertices[mesh.triangles[i + 1]],
                         c = mesh.vertices[mesh.triangles[i + 2]];
        sum += std::abs((double{b.x} - a.x) * (double{c.y} - a.y) - (double{c.x} - a.x) * (double{b.y} - a.y)) / 2;
    }
    return sum;
}

TEST(Bounds, FollowEdgesNotOnlyCorners) {
    // The widest gap between corners is inside the box: only the edges say so.
    EXPECT_EQ(bounds(MultiPolygon{{box_ring(-90, -10, 85, 10)}}), (LonLatBox{-90, -10, 85, 10}));
    EXPECT_EQ(bounds(MultiLine{{{-60, 0}, {100, 5}}}), (LonLatBox{-60, 0, 100, 5}));
    EXPECT_EQ(bounds(LonLat{50, 40}), (LonLatBox{50, 40, 50, 40}));
    EXPECT_FALSE(bounds(Geometry{}).valid());
    EXPECT_FALSE(bounds(MultiPolygon{}).valid());
}

TEST(Bounds, CrossTheAntimeridianHoweverItIsWritten) {
    const LonLatBox expected{175, 0, -170, 5};
    EXPECT_EQ(bounds(MultiLine{{{175, 0}, {-170, 5}}}), expected);
    EXPECT_EQ(bounds(MultiPolygon{{box_ring(175, 0, 190, 5)}}), expected);
    EXPECT_EQ(bounds(MultiPolygon{{{{175, 0}, {-170, 0}, {-170, 5}, {175, 5}, {175, 0}}}}), expected);
    EXPECT_EQ(bounds(MultiPolygon{{box_ring(175, 0, 180, 5)}, {box_ring(-180, 0, -170, 5)}}), expected);
    EXPECT_EQ(bounds(MultiPolygon{{box_ring(-180, -90, 180, -60)}}), (LonLatBox{-180, -90, 180, -60}));
}

TEST(Anchor, IsTheMiddleOfTheLongestLine) {
    const MultiLine lines{{{0, 60}, {8, 60}}, {{0, 0}, {1, 0}, {6, 0}}};  // 8 degrees at 60 north are shorter than 6 at 0
    EXPECT_NEAR(anchor(lines).lon_deg, 3, 1e-6);
    EXPECT_NEAR(anchor(lines).lat_deg, 0, 1e-6);
    EXPECT_NEAR(std::abs(anchor(MultiLine{{{170, 0}, {-170, 0}}}).lon_deg), 180, 1e-6);
    EXPECT_EQ(anchor(MultiLine{{{3, 4}, {3, 4}}}), (LonLat{3, 4}));
}

TEST(Anchor, LiesInTheLargestPolygonWithRoomAround) {
    // A narrow corridor that ends in a square: the square holds the label.
    const MultiPolygon area{{box_ring(-40, 0, -39, 1)}, {{{0, 0}, {20, 0}, {20, -4}, {30, -4}, {30, 6}, {20, 6}, {20, 1}, {0, 1}, {0, 0}}}};
    const LonLat at = anchor(area);
    EXPECT_NEAR(at.lon_deg, 25, 0.5);
    EXPECT_NEAR(at.lat_deg, 1, 0.5);
}

TEST(Anchor, IsInsideRandomStarsEvenAcrossTheAntimeridian) {
    std::mt19937 random(17);
    for (int round = 0; round < 60; ++round) {
        const LonLat center{round % 2 == 0 ? 179.0 : -60.0, -40.0 + round};
        const MultiPolygon area{{star(random, center, 1, 9, 24), star(random, center, 0.2, 0.9, 12)}};
        const LonLat at = anchor(area);
        EXPECT_TRUE(contains(area, at)) << round;
        EXPECT_LE(std::abs(at.lon_deg), 180);
    }
}

TEST(Contains, KnowsHolesAndTheAntimeridian) {
    const MultiPolygon ring{{box_ring(170, -10, 190, 10), box_ring(175, -5, 185, 5)}};
    EXPECT_TRUE(contains(ring, {172, 0}));
    EXPECT_TRUE(contains(ring, {-172, 0}));
    EXPECT_FALSE(contains(ring, {180, 0}));
    EXPECT_FALSE(contains(ring, {-178, 0}));
    EXPECT_FALSE(contains(ring, {160, 0}));
    EXPECT_FALSE(contains({}, {0, 0}));
}

TEST(Disc, HoldsExactlyWhatIsNearer) {
    std::mt19937 random(23);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90);
    for (const LonLat center :
         {LonLat{50, 40}, LonLat{179.5, -17}, LonLat{-179, 66}, LonLat{20, 89}, LonLat{-60, -85}, LonLat{0, 90}, LonLat{120, 5}}) {
        for (const double radius_km : {300.0, 2500.0, 9000.0, 12000.0, 16000.0}) {
            const MultiPolygon area{disc(center, radius_km, 720)};
            for (int i = 0; i < 400; ++i) {
                const LonLat p{lon(random), lat(random)};
                const double km = distance_m(center, p) / 1000;
                if (std::abs(km - radius_km) < 0.02 * radius_km) continue;  // between the circle and its 720-gon
                EXPECT_EQ(contains(area, p), km < radius_km)
                    << center.lon_deg << ' ' << center.lat_deg << ' ' << radius_km << ": " << p.lon_deg << ' ' << p.lat_deg;
            }
        }
    }
    EXPECT_TRUE(disc({0, 0}, 0).empty());
    EXPECT_EQ(disc({10, 10}, 100).front().size(), 65u);
}

TEST(Simplify, KeepsEveryPointWithinTheTolerance) {
    std::mt19937 random(29);
    std::normal_distribution<double> noise(0, 0.02);
    Line line;
    for (int i = 0; i < 2000; ++i) line.push_back({i * 0.01, 10 * std::sin(i * 0.004) + noise(random)});
    const Line simple = simplify(line, 0.1);
    EXPECT_LT(simple.size(), line.size() / 10);
    EXPECT_EQ(simple.front(), line.front());
    EXPECT_EQ(simple.back(), line.back());
    std::size_t segment = 0;
    for (const LonLat& p : line) {
        while (segment + 2 < simple.size() && simple[segment + 1].lon_deg < p.lon_deg) ++segment;
        const LonLat a = simple[segment], b = simple[segment + 1];
        const double t = (p.lon_deg - a.lon_deg) / (b.lon_deg - a.lon_deg);
        const double slope = (b.lat_deg - a.lat_deg) / (b.lon_deg - a.lon_deg);
        EXPECT_LT(std::abs(a.lat_deg + t * (b.lat_deg - a.lat_deg) - p.lat_deg) / std::hypot(1, slope), 0.101);
    }
}

TEST(Simplify, DoesNotTakeTheAntimeridianForADetour) {
    EXPECT_EQ(simplify({{178, 0}, {179, 0.001}, {-179, 0}, {-178, 0}}, 0.01).size(), 2u);
    EXPECT_EQ(simplify({{178, 0}, {-179, 3}, {-178, 0}}, 0.01).size(), 3u);
}

TEST(Triangulate, CoversRandomStarsWithHolesOnce) {
    std::mt19937 random(31);
    for (int round = 0; round < 80; ++round) {
        const LonLat center{round % 3 == 0 ? 178.0 : 44.0, 40};
        const Line outer = star(random, center, 2, 9, 5 + round), hole = star(random, center, 0.3, 1.9, 4 + round / 4);
        const Mesh mesh = triangulate({{outer, hole}}, 1);
        EXPECT_NEAR(mesh_area(mesh), ring_area(outer) - ring_area(hole), 1e-4 * ring_area(outer));
        for (std::uint32_t index : mesh.triangles) ASSERT_LT(index, mesh.vertices.size());
        EXPECT_EQ(mesh.vertices.size(), outer.size() + hole.size() - 2);  // no corner twice, none added
    }
}

TEST(Triangulate, RepairsWhatIsInvalid) {
    const Line bow_tie{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}};
    EXPECT_NEAR(mesh_area(triangulate({{bow_tie}}, 1)), 2 * 5 * 5 / (360.0 * 360.0), 2e-6);
    const Line square = box_ring(0, 0, 10, 10), overlapping = box_ring(5, 0, 15, 10);
    EXPECT_NEAR(mesh_area(triangulate({{square}, {overlapping}}, 1)), ring_area(box_ring(0, 0, 15, 10)), 1e-8);
}

TEST(Triangulate, GivesNothingForWhatHasNoArea) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const MultiPolygon& area : {MultiPolygon{}, MultiPolygon{{}}, MultiPolygon{Polygon{Line{}}}, MultiPolygon{Polygon{Line{{1, 1}}}},
                                     MultiPolygon{{{{0, 0}, {5, 5}, {0, 0}}}}, MultiPolygon{{{{0, 0}, {5, 0}, {9, 0}, {0, 0}}}},
                                     MultiPolygon{{{{nan, 0}, {5, nan}, {9, 9}, {nan, 0}}}}}) {
        const Mesh mesh = triangulate(area, 9);
        EXPECT_TRUE(mesh.vertices.empty());
        EXPECT_TRUE(mesh.triangles.empty());
        EXPECT_EQ(mesh.key, 9u);
    }
}

TEST(Triangulate, KeepsAnAreaOverTheAntimeridianInOnePiece) {
    const Mesh mesh = triangulate({{{{175, 0}, {-175, 0}, {-175, 5}, {175, 5}, {175, 0}}}}, 1);
    EXPECT_NEAR(mesh.box.x1 - mesh.box.x0, 10.0 / 360, 1e-9);
    EXPECT_NEAR(mesh.origin.x, 1, 1e-9);
}

/// Of edges that belong to one triangle only: the whole length, world units.
double rim_length(const Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3)
        for (std::size_t i = 0; i < 3; ++i) ++uses[std::minmax(mesh.triangles[t + i], mesh.triangles[t + (i + 1) % 3])];
    double sum = 0;
    for (const auto& [edge, count] : uses)
        if (count == 1)
            sum += std::hypot(mesh.vertices[edge.first].x - mesh.vertices[edge.second].x,
                              mesh.vertices[edge.first].y - mesh.vertices[edge.second].y);
    return sum;
}

double widest_triangle(const Mesh& mesh) {
    double widest = 0;
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3)
        for (std::size_t i = 0; i < 3; ++i)
            widest = std::max(widest,
                              std::abs(double{mesh.vertices[mesh.triangles[t + i]].x} - mesh.vertices[mesh.triangles[t + (i + 1) % 3]].x));
    return widest;
}

TEST(Triangulate, CutsAtFacetsWithoutAGap) {
    std::mt19937 random(17);
    for (int i = 0; i < 20; ++i) {
        const Line ring = star(random, {20, 30}, 8, 30, 60);
        const Mesh whole = triangulate({{ring}}, 1), cut = triangulate({{ring}}, 1, 2.5);
        EXPECT_LE(widest_triangle(cut), 2.5 / 360 + 1e-7);
        const double area = ring_area(densified(ring, 2.5));  // long edges are straight in degrees, not in Mercator
        EXPECT_NEAR(mesh_area(cut), area, 1e-4 * area);
        // Were neighbours cut at other points, their edges would be rims.
        EXPECT_NEAR(rim_length(cut), rim_length(whole), 5e-3 * rim_length(whole));
    }
    EXPECT_EQ(triangulate({{box_ring(1, 1, 2, 2)}}, 1, 2.5).triangles.size(), 6u);  // within a facet nothing is cut
}

TEST(Triangulate, FacetsGoTheShorterWayRound) {
    const Mesh mesh = triangulate({{{{120, -10}, {-120, -10}, {-120, 40}, {120, 40}, {120, -10}}}}, 1, 2.5);
    EXPECT_NEAR(mesh.box.x0, 300.0 / 360, 1e-9);
    EXPECT_NEAR(mesh.box.x1, 420.0 / 360, 1e-9);
    EXPECT_LE(widest_triangle(mesh), 2.5 / 360 + 1e-7);
    const Mesh beyond = triangulate({{box_ring(120, -10, 240, 40)}}, 1, 2.5);  // the same, with longitudes beyond 180
    EXPECT_NEAR(mesh_area(beyond), mesh_area(mesh), 1e-6);
}

TEST(LineSet, SplitsWhereDataJumpsTheAntimeridian) {
    const LineSet set = line_set({{{170, 0}, {178, 0}, {-174, 10}, {-170, 10}}}, 4);
    ASSERT_EQ(set.starts, (std::vector<std::uint32_t>{0, 3}));
    ASSERT_EQ(set.vertices.size(), 6u);
    const auto world_x = [&](std::size_t i) { return set.origin.x + double{set.vertices[i].x}; };
    EXPECT_NEAR(world_x(2), 1, 1e-6);
    EXPECT_NEAR(world_x(3), 0, 1e-6);
    EXPECT_NEAR(set.origin.y + double{set.vertices[2].y}, world_from({180, 2.5}).y, 1e-6);
    EXPECT_EQ(set.vertices[3].along, 0);
}

TEST(LineSet, DensifiesToTheStepAskedFor) {
    const LineSet set = line_set({{{0, 0}, {10, 3}}}, 4, 1);
    EXPECT_EQ(set.vertices.size(), 11u);
    for (std::size_t i = 1; i < set.vertices.size(); ++i) EXPECT_NEAR(set.vertices[i].x - set.vertices[i - 1].x, 1.0 / 360, 1e-6);
}

TEST(LineSet, MeasuresAlongEachLine) {
    std::mt19937 random(37);
    std::uniform_real_distribution<double> lon(40, 50), lat(38, 44);
    MultiLine lines(5);
    for (Line& line : lines)
        for (int i = 0; i < 20; ++i) line.push_back({lon(random), lat(random)});
    lines.push_back({{1, 1}});  // a single point is no line
    lines.push_back({{1, 1}, {1, 1}});
    const LineSet set = line_set(lines, 4);
    ASSERT_EQ(set.starts.size(), 5u);
    for (std::size_t i = 0; i < set.vertices.size(); ++i) {
        if (std::find(set.starts.begin(), set.starts.end(), i) != set.starts.end()) {
            EXPECT_EQ(set.vertices[i].along, 0);
            continue;
        }
        const auto& a = set.vertices[i - 1];
        const auto& b = set.vertices[i];
        EXPECT_NEAR(b.along - a.along, std::hypot(b.x - a.x, b.y - a.y), 1e-6);
    }
}

}  // namespace
}  // namespace dateline::geo
