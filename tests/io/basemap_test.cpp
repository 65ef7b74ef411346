#include "io/basemap.h"

#include "document/divisions.h"
#include "io/basemap_cut.h"
#include "io_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace dateline::io {
namespace {

namespace fs = std::filesystem;
using document::BaseLayer;
using document::BaseMap;
using ::testing::HasSubstr;
using testing::Scratch;

GeometryPtr square(double west, double south, double east, double north) {
    return shape_of(geo::MultiPolygon{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}});
}

double area_of(const geo::Mesh& mesh) {
    double sum = 0;
    for (std::size_t t = 0; t + 2 < mesh.triangles.size(); t += 3) {
        const geo::LocalPoint a = mesh.vertices[mesh.triangles[t]], b = mesh.vertices[mesh.triangles[t + 1]],
                              c = mesh.vertices[mesh.triangles[t + 2]];
        sum += std::abs((double{b.x} - double{a.x}) * (double{c.y} - double{a.y}) -
                        (double{b.y} - double{a.y}) * (double{c.x} - double{a.x})) /
               2;
    }
    return sum;
}

double area_of(const geo::WorldBox& box) { return (box.x1 - box.x0) * (box.y1 - box.y0); }

/// Edges of one triangle only, by the box's sides they lie on: inner ones would be drawn as a coast.
int edges_inside(const geo::Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> count;
    for (std::size_t t = 0; t < mesh.triangles.size(); t += 3)
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t a = mesh.triangles[t + i], b = mesh.triangles[t + (i + 1) % 3];
            ++count[{std::min(a, b), std::max(a, b)}];
        }
    int inside = 0;
    for (const auto& [edge, uses] : count) {
        if (uses != 1) continue;
        const geo::LocalPoint a = mesh.vertices[edge.first], b = mesh.vertices[edge.second];
        const auto along = [](float v, float w, double side, double span) {
            return std::abs(v - side) < 1e-6 * span && std::abs(w - side) < 1e-6 * span;
        };
        const double width = mesh.box.x1 - mesh.box.x0, height = mesh.box.y1 - mesh.box.y0;
        const bool on_side = along(a.x, b.x, mesh.box.x0 - mesh.origin.x, width) || along(a.x, b.x, mesh.box.x1 - mesh.origin.x, width) ||
                             along(a.y, b.y, mesh.box.y0 - mesh.origin.y, height) || along(a.y, b.y, mesh.box.y1 - mesh.origin.y, height);
        if (!on_side) ++inside;
    }
    return inside;
}

TEST(CutAreas, CoverTheWholeAndMeetWithAHairOfOverlap) {
    std::vector<GeometryPtr> areas;
    areas.push_back(square(1, 1, 29, 19));
    std::vector<geo::Mesh> meshes;
    const auto done = cut_areas(areas, 10, false, [&](Cell, const OGRGeometry& area) -> base::Result<> {
        meshes.push_back(mesh_of(area, 2.5, "test").value());
        return {};
    });
    ASSERT_TRUE(done);
    ASSERT_EQ(meshes.size(), 6u);
    double sum = 0;
    for (const geo::Mesh& mesh : meshes) {
        sum += area_of(mesh);
        EXPECT_NEAR(area_of(mesh), area_of(mesh.box), 1e-9);
        EXPECT_EQ(edges_inside(mesh), 0);
    }
    const geo::WorldPoint a = geo::world_from({1, 19}), b = geo::world_from({29, 1});
    EXPECT_NEAR(sum, (b.x - a.x) * (b.y - a.y), 1e-8);
    EXPECT_GT(meshes[0].box.x1, meshes[1].box.x0);  // the eastern neighbour starts before this one ends
    EXPECT_LT(meshes[0].box.x1 - meshes[1].box.x0, 2e-8);
}

TEST(CutAreas, DissolveWhatOverlaps) {
    std::vector<GeometryPtr> areas;
    areas.push_back(square(1, 1, 5, 5));
    areas.push_back(square(4.998, 1, 9, 5));
    int visits = 0;
    ASSERT_TRUE(cut_areas(areas, 10, true, [&](Cell cell, const OGRGeometry& area) -> base::Result<> {
        ++visits;
        EXPECT_EQ(cell, (Cell{9, 18}));
        const geo::Geometry whole = geometry_of(&area);
        EXPECT_EQ(std::get<geo::MultiPolygon>(whole).size(), 1u);
        return {};
    }));
    EXPECT_EQ(visits, 1);
}

TEST(CutLine, GoesOnInTheNextCellAtTheSamePointAndLength) {
    std::map<Cell, LineChunk> chunks;
    cut_line({{5, 5}, {15, 5}, {15, 25}}, 10, [&](Cell cell) -> LineChunk& { return chunks[cell]; });
    ASSERT_EQ(chunks.size(), 4u);
    std::vector<geo::LineSet> sets;
    for (const auto& [cell, chunk] : chunks) sets.push_back(chunk.finish("line"));
    const auto end_of = [](const geo::LineSet& set, bool last) { return last ? set.vertices.back() : set.vertices.front(); };
    for (std::size_t i = 0; i + 1 < sets.size(); ++i) {
        const auto out = end_of(sets[i], true), in = end_of(sets[i + 1], false);
        EXPECT_NEAR(sets[i].origin.x + out.x, sets[i + 1].origin.x + in.x, 1e-9);
        EXPECT_NEAR(sets[i].origin.y + out.y, sets[i + 1].origin.y + in.y, 1e-9);
        EXPECT_FLOAT_EQ(out.along, in.along);
    }
    EXPECT_GT(sets.back().vertices.back().along, 0.08f);
}

const BaseMap& shipped() {
    static const BaseMap map = [] {
        auto opened = open_basemap(fs::path(DATELINE_BUILD_DIR) / "data/basemap.bin");
        EXPECT_TRUE(opened) << opened.error().line();
        return opened ? std::move(*opened) : BaseMap();
    }();
    return map;
}

bool covers(const std::vector<document::BaseMesh>& chunks, geo::LonLat at) {
    const geo::WorldPoint p = geo::world_from(at);
    for (const auto& chunk : chunks) {
        const geo::Mesh& mesh = *chunk.mesh;
        if (p.x < mesh.box.x0 || p.x > mesh.box.x1 || p.y < mesh.box.y0 || p.y > mesh.box.y1) continue;
        const double x = p.x - mesh.origin.x, y = p.y - mesh.origin.y;
        for (std::size_t t = 0; t < mesh.triangles.size(); t += 3) {
            const geo::LocalPoint v[3] = {mesh.vertices[mesh.triangles[t]], mesh.vertices[mesh.triangles[t + 1]],
                                          mesh.vertices[mesh.triangles[t + 2]]};
            bool left = true, right = true;
            for (std::size_t i = 0; i < 3; ++i) {
                const geo::LocalPoint a = v[i], b = v[(i + 1) % 3];
                const double side = (double{b.x} - double{a.x}) * (y - double{a.y}) - (double{b.y} - double{a.y}) * (x - double{a.x});
                left = left && side >= 0;
                right = right && side <= 0;
            }
            if (left || right) return true;
        }
    }
    return false;
}

TEST(BaseMap, HasLandWhereThereIsLandAtEveryScale) {
    for (int scale = 0; scale < 3; ++scale) {
        const auto& land = shipped().meshes[static_cast<int>(BaseLayer::Land)][scale];
        for (const geo::LonLat at :
             {geo::LonLat{46, 40.5}, {2.3, 46.7}, {-100, 45}, {134, -25}, {25, 62}, {60, 50}, {90, -80}, {179.5, 67.5}, {-178, 66.8}})
            EXPECT_TRUE(covers(land, at)) << scale << ": " << at.lon_deg << " " << at.lat_deg;
        for (const geo::LonLat at : {geo::LonLat{-30, 40}, {51, 41}, {34, 43}, {-150, 0}, {80, -30}, {0, 89}})
            EXPECT_FALSE(covers(land, at)) << scale;
    }
}

TEST(BaseMap, HasNoGapWhereItIsCut) {
    const auto& land = shipped().meshes[static_cast<int>(BaseLayer::Land)][2];
    for (double along = 51; along < 58; along += 0.0371) {
        EXPECT_TRUE(covers(land, {60, along})) << along;    // on the edge of two cells
        EXPECT_TRUE(covers(land, {62.5, along})) << along;  // and of two facets
    }
    for (double along = 61; along < 79; along += 0.0371) EXPECT_TRUE(covers(land, {along, 50})) << along;
    EXPECT_TRUE(covers(land, {60, 50}) && covers(land, {70, 50}) && covers(land, {70, 60}));
}

TEST(BaseMap, DrawsNoCoastInsideTheLand) {
    int inland = 0;
    for (const auto& chunk : shipped().meshes[static_cast<int>(BaseLayer::Land)][2]) {
        const double whole = area_of(chunk.mesh->box);
        if (std::abs(area_of(*chunk.mesh) - whole) > 1e-7 * whole) continue;
        ++inland;
        const geo::LonLat corner = geo::lonlat_from({chunk.mesh->box.x0, chunk.mesh->box.y1});
        EXPECT_EQ(edges_inside(*chunk.mesh), 0) << corner.lon_deg << " " << corner.lat_deg << " " << chunk.mesh->vertices.size();
    }
    EXPECT_GT(inland, 20);
}

TEST(BaseMap, KeysNoTwoChunksAlike) {
    std::set<std::uint64_t> keys;
    std::size_t count = 0;
    for (const auto& scales : shipped().meshes)
        for (const auto& chunks : scales)
            for (const auto& chunk : chunks) keys.insert(chunk.mesh->key), ++count;
    for (const auto& scales : shipped().lines)
        for (const auto& chunks : scales)
            for (const auto& chunk : chunks) keys.insert(chunk.lines->key), ++count;
    EXPECT_EQ(keys.size(), count);
    EXPECT_GT(count, 3000u);
}

TEST(BaseMap, DrawsALineOfThePastOnlyInItsTime) {
    int found = 0;
    for (const auto& chunk : shipped().lines[static_cast<int>(BaseLayer::Disputed)][2]) {
        if (chunk.name.find("1994 around Nagorno-Karabakh") == std::string::npos) continue;
        ++found;
        EXPECT_TRUE(chunk.valid.contains(calendar::day(2001, 1, 1)));
        EXPECT_FALSE(chunk.valid.contains(calendar::day(1993, 1, 1)));
        EXPECT_FALSE(chunk.valid.contains(calendar::day(2021, 1, 1)));
    }
    EXPECT_GT(found, 0);
}

TEST(BaseMap, NamesWhatAReaderLooksFor) {
    const auto has = [](const auto& labels, const char* name) {
        return std::any_of(labels.begin(), labels.end(), [&](const auto& label) { return label.name == name; });
    };
    EXPECT_TRUE(has(shipped().places, "Baku") && has(shipped().places, "Khankendi"));
    EXPECT_TRUE(has(shipped().countries, "Azerbaijan") && has(shipped().marine, "Black Sea"));
    EXPECT_TRUE(has(shipped().lines[static_cast<int>(BaseLayer::Rivers)][2], "Kura"));
    EXPECT_THAT(shipped().attribution, HasSubstr("GeoNames"));
}

/// How much of a spine lies where `holds` says.
template <class Holds>
double share_of(const geo::Spine& spine, Holds holds) {
    const auto n = std::count_if(spine.points.begin(), spine.points.end(), [&](geo::WorldPoint p) {
        p.x -= std::floor(p.x);
        return holds(geo::lonlat_from(p));
    });
    return static_cast<double>(n) / static_cast<double>(spine.points.size());
}

TEST(BaseMap, SetsNamesOfCountriesAlongTheirLand) {
    const std::set<std::string> islands{"IDN", "PHL", "NZL", "SLB", "VUT", "FJI"};
    std::map<std::string, double> slope_deg;
    for (const auto& country : shipped().countries) {
        if (country.spines.empty()) continue;
        const auto& points = country.spines.front().points;
        ASSERT_GE(points.size(), 2u);
        EXPECT_GT(points.back().x, points.front().x) << country.name;
        slope_deg[country.name] =
            std::atan2(points.back().y - points.front().y, points.back().x - points.front().x) * 180 / std::numbers::pi;
        if (country.area_km2 < 20'000) continue;
        std::vector<document::BaseMesh> own, others;
        for (const auto& chunk : shipped().meshes[static_cast<int>(BaseLayer::Countries)][2])
            (chunk.country == country.adm0_a3 ? own : others).push_back(chunk);
        // What others hold of a territory in dispute has its name too.
        const auto in_dispute = [&](geo::LonLat p) {
            return std::any_of(shipped().disputed_areas.begin(), shipped().disputed_areas.end(), [&](const document::DisputedArea& area) {
                return shipped().disputes[static_cast<std::size_t>(area.dispute)].name == country.name && geo::contains(area.area, p);
            });
        };
        // Over straits between islands, and not over another land.
        EXPECT_GT(share_of(country.spines.front(), [&](geo::LonLat p) { return covers(own, p) || in_dispute(p); }),
                  islands.contains(country.adm0_a3) ? 0.1 : 0.6)
            << country.name;
        EXPECT_LT(share_of(country.spines.front(), [&](geo::LonLat p) { return covers(others, p) && !in_dispute(p); }), 0.2)
            << country.name;
    }
    EXPECT_GT(slope_deg.size(), 230u);
    for (const char* upward : {"Chile", "Norway", "Sweden"}) EXPECT_LT(slope_deg[upward], -45) << upward;
    EXPECT_LT(slope_deg["Japan"], -15);
    EXPECT_GT(slope_deg["Italy"], 25);
    for (const char* level : {"Kyrgyzstan", "Kazakhstan", "Germany", "Turkey", "Türkiye"})
        if (slope_deg.contains(level)) { EXPECT_NEAR(slope_deg[level], 0, 12) << level; }
}

TEST(BaseMap, SetsNamesOfEnclosedSeasAlongTheirWater) {
    std::map<std::string, geo::Spine> spines;
    for (const auto& sea : shipped().marine)
        if (!sea.spines.empty()) spines[sea.name] = sea.spines.front();
    const auto& land = shipped().meshes[static_cast<int>(BaseLayer::Land)][1];
    const auto& water = shipped().meshes[static_cast<int>(BaseLayer::Water)][1];
    for (const char* name : {"Red Sea", "Adriatic Sea", "Caspian Sea", "Black Sea", "Persian Gulf", "Lake Baikal"}) {
        ASSERT_TRUE(spines.contains(name)) << name;
        EXPECT_GT(share_of(spines[name], [&](geo::LonLat p) { return !covers(land, p) || covers(water, p); }), 0.9) << name;
        EXPECT_GT(spines[name].breadth, 0) << name;
    }
    EXPECT_FALSE(spines.contains("North Atlantic Ocean"));
    // in their own water, not in what it opens into
    for (const auto& [name, id] : {std::pair{"Strait of Hormuz", "dl:strait-of-hormuz"},
                                   {"Mediterranean Sea", "dl:mediterranean-sea"},
                                   {"Gulf of Oman", "dl:gulf-of-oman"},
                                   {"Sea of Azov", "dl:sea-of-azov"}}) {
        const geo::MultiPolygon area = shipped().divisions->area(id);
        ASSERT_TRUE(spines.contains(name)) << name;
        EXPECT_GT(share_of(spines[name], [&](geo::LonLat p) { return geo::contains(area, p); }), 0.85) << name;
    }
}

TEST(BaseMap, KnowsNamesAsTheirCountriesWriteThem) {
    std::map<std::string, std::string> towns, countries;
    for (const auto& place : shipped().places) towns.emplace(place.name, place.local);
    for (const auto& country : shipped().countries) countries[country.adm0_a3] = country.local;
    EXPECT_EQ(towns["Tbilisi"], "თბილისი");
    EXPECT_EQ(towns["Yerevan"], "Երևան");
    EXPECT_EQ(towns["Kyiv"], "Київ");
    EXPECT_EQ(towns["Baghdad"], "بغداد");
    EXPECT_EQ(towns["Tehran"], "تهران");
    EXPECT_EQ(towns["Amman"], "عمان");
    EXPECT_EQ(towns["Dnipro"], "Дніпро");  // not in Russian
    EXPECT_EQ(towns["Paris"], "");
    EXPECT_EQ(towns["Tokyo"], "東京");
    EXPECT_EQ(towns["Yokkaichi"], "四日市");  // its ending is no "city"
    EXPECT_EQ(towns["Guangzhou"], "广州");
    EXPECT_EQ(towns["Taichung"], "臺中");
    EXPECT_EQ(towns["Busan"], "부산");
    EXPECT_EQ(towns["Haifa"], "חיפה");
    EXPECT_EQ(towns["Wenchang"], "");  // GeoNames has its quarter's
    for (const auto& region : shipped().regions) {
        if (region.name == "Guangdong") { EXPECT_EQ(region.local, "广东"); }
        if (region.name == "Sumy") { EXPECT_EQ(region.local, "Сумська область"); }
        EXPECT_EQ(region.local.find("voblasc"), std::string::npos) << region.local;  // Belarus writes no Latin letters
    }
    EXPECT_EQ(countries["GEO"], "საქართველო");
    EXPECT_EQ(countries["IRN"], "ایران");
    EXPECT_EQ(countries["JPN"], "日本");
}

TEST(BaseMap, NamesIslandsAndWhatElseNatureMade) {
    EXPECT_GT(shipped().islands.size(), 600u);
    std::map<std::string, document::IslandLabel> islands;
    for (const auto& island : shipped().islands) islands.emplace(island.name, island);
    for (const char* name : {"Rhodes", "Sumatra", "Baffin Island", "Tasmania", "Cebu"}) ASSERT_TRUE(islands.contains(name)) << name;
    EXPECT_FALSE(islands.contains("Cebu Island"));  // as its province is called
    EXPECT_TRUE(islands["Rhodes"].has_town);
    EXPECT_NEAR(islands["Sumatra"].area_km2, 430'000, 20'000);
    for (const char* country : {"Cyprus", "Malta", "Iceland", "Cuba", "Sri Lanka", "Madagascar"})
        EXPECT_FALSE(islands.contains(country)) << country;
    for (const auto& region : shipped().regions)
        EXPECT_FALSE(region.name == "Tasmania" || region.name == "Bali" || region.name == "Azores") << region.name;
    // Rhodes is one of the islands of the South Aegean, and no more: that is not lettered on it.
    for (const auto& region : shipped().regions)
        if (region.name == "South Aegean") { EXPECT_TRUE(region.spines.empty()); }
    std::set<std::string> countries, landforms;
    for (const auto& country : shipped().countries) countries.insert(country.name);
    for (const auto& landform : shipped().landforms) {
        EXPECT_TRUE(landforms.insert(landform.name).second || landform.name == "Sierra Nevada") << landform.name;
        EXPECT_FALSE(countries.contains(landform.name)) << landform.name;
        ASSERT_EQ(landform.spines.size(), 1u);
        EXPECT_GT(landform.spines.front().breadth, 0) << landform.name;
        if (landform.name == "Kuril Islands") { EXPECT_EQ(landform.local, "Курильские острова"); }
    }
    EXPECT_GT(landforms.size(), 330u);
}

TEST(BaseMap, NamesRiversWholeAndTownsAsMapsWriteThem) {
    std::set<std::string> rivers, towns;
    for (const auto& river : shipped().lines[static_cast<int>(BaseLayer::Rivers)][2]) rivers.insert(river.name);
    for (const char* whole : {"Rhône", "Göta älv", "Northern Dvina", "Irtysh", "Niagara"}) EXPECT_TRUE(rivers.contains(whole)) << whole;
    for (const char* cut : {"Rhne", "Gta lv", "Svernaya Dvina", "Ertis", "Niagra"}) EXPECT_FALSE(rivers.contains(cut)) << cut;
    for (const auto& place : shipped().places) towns.insert(place.name);
    for (const char* town : {"Agadez", "Kandahar", "Rajkot", "Århus"}) EXPECT_TRUE(towns.contains(town)) << town;
    for (const char* other : {"Alaghsas", "Kandahār", "Rājkot"}) EXPECT_FALSE(towns.contains(other)) << other;
}

TEST(BaseMap, NamesDivisionsOfTodayAndKeepsTheLandOfFormerOnes) {
    std::set<std::string> names;
    for (const auto& region : shipped().regions) names.insert(region.iso_a2 + " " + region.name);
    for (const char* today : {"PK Gilgit-Baltistan", "PK Khyber Pakhtunkhwa", "NO Agder", "CD Kongo Central", "GY Demerara-Mahaica",
                              "ER Maekel", "BI Burunga", "GB Fermanagh and Omagh"})
        EXPECT_TRUE(names.contains(today)) << today;
    for (const char* former :
         {"PK F.A.T.A.", "PK Northern Areas", "NP Bagmati Zone", "NO Aust-Agder", "CD Katanga", "BI Makamba", "GB Omagh"})
        EXPECT_FALSE(names.contains(former)) << former;
    const geo::LonLat miranshah{70.07, 33.0};
    for (const char* id : {"adm1:PAK-PK-TA", "adm1:PAK-PK-KP"}) EXPECT_TRUE(geo::contains(shipped().divisions->area(id), miranshah)) << id;
}

TEST(BaseMap, SetsTheNameOfAnArchipelagoOverItsIslands) {
    const auto spine_of = [&](std::string_view code) {
        const auto found =
            std::find_if(shipped().countries.begin(), shipped().countries.end(), [&](const auto& c) { return c.adm0_a3 == code; });
        const std::vector<geo::WorldPoint>& points = found->spines.front().points;
        return std::pair{geo::lonlat_from(points.front()), geo::lonlat_from(points.back())};
    };
    const auto [west, east] = spine_of("IDN");
    EXPECT_LT(west.lon_deg, 106);  // from Sumatra
    EXPECT_GT(east.lon_deg, 132);  // to New Guinea
    const auto [south, north] = spine_of("PHL");
    EXPECT_GT(std::abs(north.lat_deg - south.lat_deg), 4);
    const auto [left, right] = spine_of("NOR");
    EXPECT_LT(std::max(left.lat_deg, right.lat_deg), 72);  // Svalbard is not most of it, nor near
}

TEST(BaseMap, HasTheLandOfDivisions) {
    ASSERT_TRUE(shipped().divisions);
    EXPECT_GT(shipped().divisions->size(), 4500u);
    const geo::MultiPolygon lachin = shipped().divisions->area("adm1:AZE-AZ-LAC");
    EXPECT_TRUE(geo::contains(lachin, {46.1, 39.85}));    // its north-west
    EXPECT_FALSE(geo::contains(lachin, {46.34, 39.51}));  // Goris, over the border, is nearer than the district's far end
    // A place of another list is the division of its name; a valley is none.
    EXPECT_EQ(shipped().divisions->area("dl:lachin-district"), lachin);
    EXPECT_TRUE(geo::contains(shipped().divisions->area("dl:kakheti"), {45.47, 41.92}));  // Telavi
    for (const char* no_division : {"dl:hudson-valley", "dl:florida-panhandle"})
        EXPECT_TRUE(shipped().divisions->area(no_division).empty()) << no_division;
}

TEST(BaseMap, IsTheSameBytesAgain) {
    const std::string bytes = testing::bytes_of(fs::path(DATELINE_BUILD_DIR) / "data/basemap.bin");
    EXPECT_TRUE(encode_basemap(shipped()) == bytes);
}

TEST(BaseMap, ThatIsDamagedIsRefusedInOneLine) {
    const Scratch scratch;
    const std::string good = encode_basemap(shipped());
    for (const auto& [name, content] : {std::pair<const char*, std::string>{"empty", ""},
                                        {"other", "something else entirely"},
                                        {"cut", good.substr(0, good.size() / 3)},
                                        {"tail", good + "12345678"}}) {
        const auto opened = open_basemap(scratch.file(name, content));
        ASSERT_FALSE(opened) << name;
        EXPECT_THAT(opened.error().line(), HasSubstr("dateline_data"));
    }
    int refused = 0;  // an index past the vertices must not reach the GPU, wherever in the file it stands
    for (std::size_t part = 1; part < 12; ++part) {
        std::string index = good;
        index.replace(index.size() * part / 12, 4096, std::string(4096, '\x7f'));
        const auto opened = open_basemap(scratch.file("index", index));
        if (!opened) ++refused;
        else
            for (const auto& layer : opened->meshes)
                for (const auto& chunks : layer)
                    for (const auto& chunk : chunks)
                        for (const auto i : chunk.mesh->triangles) ASSERT_LT(i, chunk.mesh->vertices.size());
    }
    EXPECT_GT(refused, 2);
    EXPECT_FALSE(open_basemap(scratch.file("absent")));
}

}  // namespace
}  // namespace dateline::io
