#include "view/dispute_picker.h"

#include "document/worldview.h"
#include "view/basemap_style.h"
#include "view/map_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace dateline::view {
namespace {

using document::BaseLayer;

Frame framed(const document::BaseMap& basemap, testing::Scene& scene, Placement& placement) {
    const ViewInput of_scene = scene.input();
    const ViewInput input{of_scene.briefing, basemap,         of_scene.theme,   of_scene.type,
                          of_scene.camera,   of_scene.layout, of_scene.options, of_scene.furniture};
    return FrameBuilder().build(input, {}, placement);
}

testing::Scene at(double lon_deg, double lat_deg, double zoom, int year = 2021) {
    testing::Scene scene;
    static const document::Briefing empty;
    scene.briefing = &empty;
    scene.camera = testing::looking_at(lon_deg, lat_deg, zoom);
    scene.options.playhead = calendar::day(year, 3, 14);
    return scene;
}

Hit hit_on(const document::BaseMap& basemap, testing::Scene scene, geo::LonLat place) {
    Placement placement;
    framed(basemap, scene, placement);
    return hit_at(placement, screen_from_world(transform_of(scene.camera, scene.layout.map, scene.layout.scale), geo::world_from(place)));
}

/// A place on a disputed line whose dispute has that name.
geo::LonLat place_on(const document::BaseMap& basemap, std::string_view name) {
    for (const document::BaseLines& chunk : basemap.lines[static_cast<std::size_t>(BaseLayer::Disputed)][2]) {
        if (chunk.name.find(name) == std::string::npos) continue;
        const geo::LineSet::Vertex& v = chunk.lines->vertices[chunk.lines->vertices.size() / 2];
        return geo::lonlat_from({chunk.lines->origin.x + double{v.x}, chunk.lines->origin.y + double{v.y}});
    }
    return {};
}

TEST(Disputes, ALinePointedAtSaysWhoClaimsWhat) {
    const document::BaseMap& map = testing::basemap();
    for (const char* name : {"Kosovo–Serbia line", "Armenia–Azerbaijan border", "Line of Control in Kashmir", "Abkhazia"}) {
        const geo::LonLat place = place_on(map, name);
        const Hit hit = hit_on(map, at(place.lon_deg, place.lat_deg, 8), place);
        ASSERT_EQ(hit.kind, Hit::Kind::DisputedLine) << name;
        const document::Dispute* dispute = dispute_named(map, hit.id);
        ASSERT_NE(dispute, nullptr);
        EXPECT_EQ(dispute->name, name);
        EXPECT_GE(dispute->claims.size(), 2u);
        EXPECT_FALSE(dispute->source.empty());
    }
}

TEST(Disputes, AnAreaIsToldInsideItAndNotOutside) {
    const document::BaseMap& map = testing::basemap();
    const auto area = [&](geo::LonLat p) {
        const Hit hit = hit_on(map, at(p.lon_deg, p.lat_deg, 7.5), p);
        return hit.kind == Hit::Kind::DisputedArea ? dispute_named(map, hit.id)->name : std::string();
    };
    EXPECT_EQ(area({20.9, 42.55}), "Kosovo");
    EXPECT_EQ(area({41.3, 42.95}), "Abkhazia");
    EXPECT_EQ(area({44.1, 42.35}), "South Ossetia");
    EXPECT_EQ(area({34.3, 45.3}), "Crimea");
    EXPECT_EQ(area({20.5, 44.2}), "");  // Serbia
    EXPECT_EQ(area({42.7, 42.2}), "");  // Kutaisi
    EXPECT_EQ(area({45.6, 44.2}), "");  // Dagestan
}

TEST(Disputes, BothSidesOfALineOfControlAreTold) {
    const document::BaseMap& map = testing::basemap();
    const auto area = [&](geo::LonLat p, int year) {
        const Hit hit = hit_on(map, at(p.lon_deg, p.lat_deg, 7.5, year), p);
        return hit.kind == Hit::Kind::DisputedArea ? dispute_named(map, hit.id)->name : std::string();
    };
    EXPECT_EQ(area({77.1, 34.3}, 2024), "Ladakh");
    EXPECT_EQ(area({74.4, 35.8}, 2024), "Gilgit-Baltistan");
    EXPECT_EQ(area({79.4, 35.0}, 2024), "Aksai Chin");
    EXPECT_EQ(area({77.2, 31.2}, 2024), "");  // Himachal Pradesh
    EXPECT_EQ(area({35.3, 47.5}, 2023), "Zaporizhzhia");
    EXPECT_EQ(area({35.3, 47.5}, 2022), "");         // in March
    EXPECT_EQ(area({37.8, 48.0}, 2022), "Donetsk");  // recognised as a republic by then
    EXPECT_EQ(area({37.8, 48.0}, 2014), "");
}

TEST(Disputes, AreTheLandThatTheyAreNamedAfter) {
    const document::BaseMap& map = testing::basemap();
    const auto told = [&](geo::LonLat p) {
        const Hit hit = hit_on(map, at(p.lon_deg, p.lat_deg, 9), p);
        return hit.kind == Hit::Kind::DisputedArea ? *dispute_named(map, hit.id) : document::Dispute();
    };
    EXPECT_EQ(told({-7.06, 38.65}).name, "Olivenza");
    EXPECT_EQ(told({-6.97, 38.88}).name, "");  // Badajoz
    EXPECT_EQ(told({115.8, 9.7}).name, "Second Thomas Shoal");
    EXPECT_EQ(told({-36.6, -54.4}).name, "South Georgia and the South Sandwich Islands");
    EXPECT_EQ(told({-57.7, 2.3}).claims,
              (std::vector<std::string>{"Suriname: its territory, up to the New River, which it calls the Upper Corentyne",
                                        "Guyana: its territory, up to the Kutari"}));
}

TEST(Disputes, NoAreaSpeaksOfALine) {
    for (const document::Dispute& dispute : testing::basemap().disputes) {
        if (dispute.kind != "area") continue;
        for (const std::string& claim : dispute.claims)
            for (const char* words : {"this line", "the border of an", "the boundary of its", "on both sides"})
                EXPECT_EQ(claim.find(words), std::string::npos) << dispute.name << ": " << claim;
    }
}

TEST(Disputes, OfAnAreaWithinAnotherTheSmallerIsTold) {
    document::BaseMap map;
    map.disputes.resize(2);
    map.disputes[0].id = "wide";
    map.disputes[1].id = "narrow";
    for (const double half : {2.0, 0.5})
        map.disputed_areas.push_back({half > 1 ? 0 : 1,
                                      {{{{-half, -half}, {half, -half}, {half, half}, {-half, half}, {-half, -half}}}},
                                      {-half, -half, half, half},
                                      {}});
    const auto told = [&](geo::LonLat p) { return hit_on(map, at(p.lon_deg, p.lat_deg, 6), p).id; };
    EXPECT_EQ(told({0.1, 0.1}), "narrow");
    EXPECT_EQ(told({1.2, 1.2}), "wide");
    EXPECT_EQ(told({3, 3}), "");
}

TEST(Disputes, ALineOfThePastIsToldInItsTime) {
    const document::BaseMap& map = testing::basemap();
    const geo::LonLat place = place_on(map, "1994 around Nagorno-Karabakh");
    EXPECT_EQ(hit_on(map, at(place.lon_deg, place.lat_deg, 9, 2001), place).kind, Hit::Kind::DisputedLine);
    EXPECT_NE(hit_on(map, at(place.lon_deg, place.lat_deg, 9, 2022), place).kind, Hit::Kind::DisputedLine);
}

std::size_t falling_hatches(const Frame& frame) {
    return static_cast<std::size_t>(std::count_if(frame.items.begin(), frame.items.end(), [](const Item& item) {
        const auto* fill = std::get_if<FillArea>(&item);
        return fill && fill->hatch_px < 0;
    }));
}

TEST(Disputes, AreasAreHatchedInTheirTimeAndExplained) {
    const document::BaseMap& map = testing::basemap();
    const auto shown = [&](testing::Scene scene) {
        Placement placement;
        const std::size_t hatches = falling_hatches(framed(map, scene, placement));
        const bool row = std::any_of(placement.notes.legend.begin(), placement.notes.legend.end(),
                                     [](const LegendRow& r) { return r.what == LegendRow::What::DisputedArea; });
        EXPECT_EQ(row, hatches > 0);
        return hatches;
    };
    EXPECT_EQ(shown(at(46.5, 39.9, 8, 2001)), 1u);
    EXPECT_EQ(shown(at(46.5, 39.9, 8, 2022)), 0u);
    EXPECT_EQ(disputed_area_share(10, 700), 0);  // a speck
    EXPECT_EQ(disputed_area_share(80, 700), 1);
    EXPECT_LT(disputed_area_share(4000, 700), 0.5f);  // from within
    testing::Scene without = at(46.5, 39.9, 8, 2001);
    without.options.hidden_layers = {"borders"};
    EXPECT_EQ(shown(without), 0u);
}

TEST(Disputes, EveryOneSaysWhoClaimsWhat) {
    for (const document::Dispute& dispute : testing::basemap().disputes) {
        EXPECT_FALSE(dispute.claims.empty()) << dispute.name;
        for (const std::string& claim : dispute.claims) EXPECT_NE(claim.find(": "), std::string::npos) << claim;
    }
    EXPECT_GT(testing::basemap().disputes.size(), 50u);
}

// ---- worldviews on the map that ships

document::BaseMap seen_by(const std::string& rules, std::vector<std::string>& warnings, const std::string& features = "") {
    const std::string json = R"({"type":"FeatureCollection","dateline":{"worldview":"Somebody's view","boundaries":[)" + rules +
                             R"(]},"features":[)" + features + "]}";
    const auto worldview = document::worldview_from_json(json, "view.json", warnings);
    EXPECT_TRUE(worldview) << worldview.error().line();
    return document::with_worldview(testing::basemap(), *worldview, warnings);
}

std::size_t pieces(const document::BaseMap& map, BaseLayer layer) {
    std::size_t count = 0;
    for (const document::BaseLines& chunk : map.lines[static_cast<std::size_t>(layer)][2]) count += chunk.lines->starts.size();
    return count;
}

TEST(Worldviews, MakeADisputedBoundaryAgreedOrHideIt) {
    std::vector<std::string> warnings;
    const document::BaseMap& shipped = testing::basemap();
    const geo::LonLat place = place_on(shipped, "Kosovo–Serbia line");
    const document::BaseMap agreed = seen_by(R"({"name":"Kosovo–Serbia line","show":"agreed"})", warnings);
    EXPECT_TRUE(warnings.empty());
    EXPECT_NE(hit_on(agreed, at(place.lon_deg, place.lat_deg, 8), place).kind, Hit::Kind::DisputedLine);
    const std::size_t moved = pieces(shipped, BaseLayer::Disputed) - pieces(agreed, BaseLayer::Disputed);
    EXPECT_GT(moved, 0u);
    EXPECT_EQ(pieces(agreed, BaseLayer::Borders), pieces(shipped, BaseLayer::Borders) + moved);
    const document::BaseMap hidden = seen_by(R"({"sides":["SRB","KOS"],"show":"hidden"})", warnings);
    EXPECT_EQ(pieces(hidden, BaseLayer::Disputed), pieces(agreed, BaseLayer::Disputed));
    EXPECT_EQ(pieces(hidden, BaseLayer::Borders), pieces(shipped, BaseLayer::Borders));
}

TEST(Worldviews, MakeAnAgreedBoundaryDisputedWithTheirOwnClaims) {
    std::vector<std::string> warnings;
    const document::BaseMap map =
        seen_by(R"({"sides":["GEO","TUR"],"show":"disputed","claims":["Georgia: A","Türkiye: B"],"source":"An example"})", warnings);
    EXPECT_TRUE(warnings.empty());
    const geo::LonLat place = place_on(map, "Georgia–Türkiye");
    const Hit hit = hit_on(map, at(place.lon_deg, place.lat_deg, 8), place);
    ASSERT_EQ(hit.kind, Hit::Kind::DisputedLine);
    const document::Dispute* dispute = dispute_named(map, hit.id);
    EXPECT_EQ(dispute->claims, (std::vector<std::string>{"Georgia: A", "Türkiye: B"}));
    EXPECT_EQ(dispute->source, "An example");
    EXPECT_EQ(pieces(map, BaseLayer::Borders) + pieces(map, BaseLayer::Disputed),
              pieces(testing::basemap(), BaseLayer::Borders) + pieces(testing::basemap(), BaseLayer::Disputed));
}

TEST(Worldviews, DrawLinesOfTheirOwnAndAreNamedInTheCredits) {
    std::vector<std::string> warnings;
    const document::BaseMap map =
        seen_by(R"({"name":"*Kashmir*","show":"hidden"})", warnings,
                R"({"type":"Feature","properties":{"name":"An own line","show":"disputed","claims":["A: x","B: y"]},
                                              "geometry":{"type":"LineString","coordinates":[[30,10],[34,11]]}})");
    EXPECT_TRUE(warnings.empty());
    const Hit hit = hit_on(map, at(32, 10.5, 7), {32, 10.5});
    ASSERT_EQ(hit.kind, Hit::Kind::DisputedLine);
    EXPECT_EQ(dispute_named(map, hit.id)->name, "An own line");
    testing::Scene scene = at(32, 10.5, 7);
    scene.furniture.attribution = true;
    Placement placement;
    const Frame frame = framed(map, scene, placement);
    const auto credits = [](const Frame& drawn, std::string_view words) {
        return std::any_of(drawn.items.begin(), drawn.items.end(), [&](const Item& item) {
            const auto* text = std::get_if<DrawText>(&item);
            return text != nullptr && text->text.find(words) != std::string::npos;
        });
    };
    EXPECT_TRUE(credits(frame, "boundaries: Somebody's view"));
    EXPECT_TRUE(credits(framed(testing::basemap(), scene, placement), "boundaries: de facto"));
    EXPECT_TRUE(std::any_of(placement.notes.credits.begin(), placement.notes.credits.end(),
                            [](const std::string& c) { return c == "Natural Earth"; }));
}

TEST(Worldviews, SayWhatNamesNoBoundary) {
    std::vector<std::string> warnings;
    seen_by(R"({"sides":["GEO","PRT"],"show":"hidden"},{"name":"Atlantis","show":"agreed"})", warnings);
    ASSERT_EQ(warnings.size(), 2u);
    EXPECT_NE(warnings[0].find("GEO–PRT"), std::string::npos);
    EXPECT_NE(warnings[1].find("Atlantis"), std::string::npos);
}

TEST(Worldviews, KeyNoTwoChunksAlike) {
    std::vector<std::string> warnings;
    const document::BaseMap map = seen_by(R"({"sides":["GEO"],"show":"disputed"},{"sides":["RUS"],"show":"hidden"})", warnings);
    std::set<std::uint64_t> keys;
    std::size_t count = 0;
    for (const auto& scales : map.lines)
        for (const auto& chunks : scales)
            for (const document::BaseLines& chunk : chunks) keys.insert(chunk.lines->key), ++count;
    EXPECT_EQ(keys.size(), count);
}

}  // namespace
}  // namespace dateline::view
