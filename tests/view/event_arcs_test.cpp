#include "view/event_arcs.h"
#include "document/origin.h"
#include "view/arc_set.h"
#include "view/map_support.h"

#include <gmock/gmock.h>

#include <cmath>

namespace dateline::view {
namespace {

const Measures& measures() { return testing::theme().measures; }

ArcLeg leg(geo::LonLat from, geo::LonLat to) {
    ArcLeg out;
    out.from = from;
    out.to = to;
    out.end_days = 1;
    out.color = {1, 0, 0, 1};
    return out;
}

geo::WorldPoint ground(const ArcSet& set, std::size_t i) {
    return {set.origin.x + double{set.points[i].x}, set.origin.y + double{set.points[i].y}};
}

TEST(ArcSet, FollowsTheGreatCircleFromTheOriginToThePlace) {
    const geo::LonLat baku{49.87, 40.4}, astana{71.43, 51.13};
    const ArcSet set = arc_set({leg(baku, astana)}, measures());
    ASSERT_EQ(set.arcs.size(), 1u);
    const double whole = geo::distance_m(baku, astana);
    for (std::size_t i = 0; i < set.points.size(); ++i) {
        const geo::LonLat p = geo::lonlat_from(ground(set, i));
        EXPECT_NEAR(geo::distance_m(baku, p) + geo::distance_m(p, astana), whole, 50) << i;
        EXPECT_NEAR(geo::distance_m(baku, p) / whole, double{set.points[i].share}, 0.01);
    }
    EXPECT_NEAR(geo::distance_m(geo::lonlat_from(ground(set, set.points.size() - 1)), astana), 0, 50);
}

TEST(ArcSet, EndsAtTheEdgeOfADiscThatLiesOnItsPlace) {
    const geo::LonLat baku{49.87, 40.4}, astana{71.43, 51.13}, sofia{23.3, 42.7};
    const ArcSet set = arc_set({leg(baku, astana), leg(baku, sofia)}, measures());
    for (const Projection projection : {Projection::Mercator, Projection::Globe, Projection::LambertConformal}) {
        Camera camera = testing::looking_at(48, 45, 4);
        camera.projection = projection;
        const MapTransform map = transform_of(camera, {0, 0, 1200, 800}, 1);
        const PointPx place = screen_from_world(map, geo::world_from(astana));
        // The disc is not quite on the place; another lies where an arc only passes.
        const PageDisc disc{{place.x + 5, place.y - 8}, 24};
        const ArcSet cut = stopped_at(set, map, {disc}, 10);
        ASSERT_EQ(cut.arcs.size(), 2u);
        const auto end_of = [&](const Arc& arc) {
            return arc_screen(PlaneView(map), map, cut, cut.points[arc.first + arc.count - 1], 0).at;
        };
        EXPECT_NEAR(length_of(end_of(cut.arcs[0]) - disc.at), 14, 0.3f) << geo::name_of(projection);
        EXPECT_LT(length_of(end_of(cut.arcs[1]) - screen_from_world(map, geo::world_from(sofia))), 0.5f);
        EXPECT_EQ(cut.arcs[1].count, set.arcs[1].count);
        EXPECT_NE(cut.key, set.key);
        const ArcSet::Point middle = set.points[set.arcs[1].count / 2];
        EXPECT_EQ(stopped_at(set, map, {{arc_screen(PlaneView(map), map, set, middle, 0).at, 24}}, 10).points.size(), set.points.size());
    }
}

TEST(ArcSet, IsLiftedByItsAngleAndNeverByMoreThanTheMost) {
    const auto lift = [&](double degrees) {
        float most = 0;
        for (const ArcSet::Point& p : arc_set({leg({0, 0}, {degrees, 0})}, measures()).points) most = std::max(most, p.lift);
        return double{most};
    };
    EXPECT_NEAR(lift(5), 0.34 * 5 * M_PI / 180, 1e-3);
    EXPECT_NEAR(lift(60), 0.088, 1e-3);
    EXPECT_NEAR(lift(150), 0.088, 1e-3);
}

TEST(ArcSet, ComesDownOnBothPlacesAndBowsToTheNorthBetween) {
    const ArcSet set = arc_set({leg({10, 1}, {20, -1})}, measures());
    EXPECT_EQ(set.points.front().bow_y, 0);
    EXPECT_NEAR(double{set.points.back().bow_y}, 0, 1e-9);
    EXPECT_LT(set.points[set.points.size() / 2].bow_y, 0);
    // In the far south a great circle bends southward, and its arc with it.
    const ArcSet south = arc_set({leg({-70, -50}, {140, -50})}, measures());
    EXPECT_GT(south.points[south.points.size() / 2].bow_y, 0);
}

TEST(ArcSet, RunsOnOverTheAntimeridian) {
    const ArcSet set = arc_set({leg({175, -37}, {-175, -21})}, measures());
    for (std::size_t i = 1; i < set.points.size(); ++i) EXPECT_LT(std::abs(ground(set, i).x - ground(set, i - 1).x), 0.01) << i;
    EXPECT_LT(set.box.x1 - set.box.x0, 0.1);
}

TEST(ArcSet, ThereAndBackAreTwoArcs) {
    const ArcSet set = arc_set({leg({10, 45}, {20, 45}), leg({20, 45}, {10, 45})}, measures());
    ASSERT_EQ(set.arcs.size(), 2u);
    const auto bow = [&](std::size_t arc) { return std::abs(set.points[set.arcs[arc].first + set.arcs[arc].count / 2].bow_y); };
    EXPECT_GT(bow(1), 1.2f * bow(0));
}

TEST(ArcSet, OfOnePlaceIsNone) { EXPECT_TRUE(arc_set({leg({10, 45}, {10.01, 45})}, measures()).arcs.empty()); }

TEST(ArcSet, TheSameLegsGiveTheSameKeyAndOthersAnother) {
    EXPECT_EQ(arc_set({leg({10, 45}, {20, 45})}, measures()).key, arc_set({leg({10, 45}, {20, 45})}, measures()).key);
    EXPECT_NE(arc_set({leg({10, 45}, {20, 45})}, measures()).key, arc_set({leg({10, 45}, {20, 46})}, measures()).key);
}

TEST(ArcLook, IsDrawnByThePlayheadAndFadesWithAge) {
    const ArcSet set = arc_set({leg({10, 45}, {20, 45})}, measures());
    DrawArcs draw;
    draw.lead_days = 0.5f;
    const auto at = [&](double playhead) {
        draw.time.playhead_days = playhead;
        return look_of(set.arcs[0], draw);
    };
    EXPECT_TRUE(at(-3).to_come);
    EXPECT_EQ(at(-3).drawn, 0);
    EXPECT_NEAR(at(-0.25).drawn, 0.5f, 0.01f);
    EXPECT_EQ(at(0.2).drawn, 1);
    EXPECT_EQ(at(0.2).alpha, 1);
    EXPECT_GT(at(5).alpha, at(10).alpha);
    EXPECT_GT(at(10).alpha, at(40).alpha);
    EXPECT_EQ(at(40).alpha, at(400).alpha);
    draw.time.window_begin_days = 300;
    EXPECT_FALSE(at(400).shown);
}

document::Briefing visits(document::PlaceBasis basis) {
    document::Event visit = testing::at(testing::event("v", "Visit", "2021-03-12", document::Category::Diplomacy), 26.1, 44.4);
    document::Origin origin;
    origin.at = {19.0, 47.5};
    origin.basis = basis;
    document::set_origins(visit, {origin});
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(std::move(visit)));
    return document::Briefing(std::move(parts));
}

struct Drawn {
    Frame frame;
    Placement placement;
    std::size_t index_of_arcs() const {
        for (std::size_t i = 0; i < frame.items.size(); ++i)
            if (std::holds_alternative<DrawArcs>(frame.items[i])) return i;
        return frame.items.size();
    }
};
Drawn drawn(const document::Briefing& briefing, const std::string& hidden = "") {
    testing::Scene scene;
    scene.briefing = &briefing;
    if (!hidden.empty()) scene.options.hidden_layers.insert(hidden);
    Drawn out;
    FrameBuilder builder;
    out.frame = builder.build(scene.input(), {}, out.placement);
    return out;
}

TEST(EventArcs, LieUnderMarkersAndNamesAndAreFoundByPointing) {
    const document::Briefing briefing = visits(document::PlaceBasis::Explicit);
    const Drawn shown = drawn(briefing);
    const std::size_t arcs = shown.index_of_arcs();
    ASSERT_LT(arcs, shown.frame.items.size());
    for (std::size_t i = 0; i < arcs; ++i) {
        EXPECT_FALSE(std::holds_alternative<DrawMarkers>(shown.frame.items[i]));
        EXPECT_FALSE(std::holds_alternative<DrawText>(shown.frame.items[i]));
    }
    // Where nothing of the event was before there was an arc.
    const Drawn without = drawn(briefing, "arcs");
    int along = 0;
    for (float x = 20; x < 1180; x += 4) {
        for (float y = 20; y < 700; y += 4) {
            const auto is_event = [&](const Drawn& picture) {
                const Hit hit = hit_at(picture.placement, {x, y});
                return hit.kind == Hit::Kind::Event && hit.id == "v";
            };
            along += is_event(shown) && !is_event(without) ? 1 : 0;
        }
    }
    EXPECT_GT(along, 20);
    EXPECT_EQ(drawn(briefing, "arcs").index_of_arcs(), drawn(briefing, "arcs").frame.items.size());
}

TEST(EventArcs, AreExplainedOnlyWhereOneCanBeSeen) {
    const document::Briefing briefing = visits(document::PlaceBasis::Explicit);
    const auto explained = [&](geo::LonLat at, double zoom) {
        testing::Scene scene;
        scene.briefing = &briefing;
        scene.camera = testing::looking_at(at.lon_deg, at.lat_deg, zoom);
        Placement placement;
        FrameBuilder().build(scene.input(), {}, placement);
        const auto is_arc = [](const LegendRow& row) { return row.what == LegendRow::What::Arc; };
        return std::any_of(placement.notes.legend.begin(), placement.notes.legend.end(), is_arc);
    };
    EXPECT_TRUE(explained({22, 46}, 5));
    EXPECT_TRUE(explained({26.1, 44.4}, 8)) << "where it arrives it is strong";
    EXPECT_FALSE(explained({19, 47.5}, 14)) << "where it starts it is hardly there yet";
    EXPECT_FALSE(explained({60, 20}, 5));
}

TEST(EventArcs, FromAnInferredOriginAreFaint) {
    const Drawn sure = drawn(visits(document::PlaceBasis::Explicit)), inferred = drawn(visits(document::PlaceBasis::Inferred));
    const auto faint = [](const Drawn& d) { return std::get<DrawArcs>(d.frame.items[d.index_of_arcs()]).set->arcs[0].faint; };
    EXPECT_EQ(faint(sure), 1);
    EXPECT_LT(faint(inferred), 0.7f);
}

}  // namespace
}  // namespace dateline::view
