#include "view/map_support.h"
#include "view/route_diagram.h"
#include "view/route_geometry.h"
#include "view/route_marks.h"
#include "view/route_picker.h"
#include "view/routes_layer.h"
#include "view/timeline.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace dateline::view {
namespace {

using calendar::day;
using testing::looking_at;
using testing::Scene;

document::RouteSegment segment(std::string name, std::string branch, document::RouteKind kind, geo::Line line) {
    document::RouteSegment s;
    s.name = std::move(name);
    s.branch = std::move(branch);
    s.kind = kind;
    s.line = std::move(line);
    return s;
}

document::Route winding(const std::string& id, document::RouteKind kind) {
    document::Route route;
    route.id = route.name = id;
    route.short_name = "X7";
    route.kind = kind;
    geo::Line first, second;
    for (int i = 0; i <= 40; ++i) first.push_back({20 + 0.1 * i, 45 + 0.15 * std::sin(1.3 * i)});
    for (int i = 40; i <= 90; ++i) second.push_back({20 + 0.1 * i, 45 + 0.15 * std::sin(1.3 * i)});
    route.segments = {segment("one", "main", kind, first), segment("two", "main", kind, second)};
    return route;
}

document::Briefing briefing_of(document::Route route, const std::vector<document::Event>& events = {}) {
    document::Briefing::Parts parts;
    for (const document::Event& event : events) parts.events.push_back(std::make_shared<const document::Event>(event));
    parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
    return document::Briefing(std::move(parts));
}

Scene bare(const document::Briefing& briefing) {
    Scene scene;
    scene.briefing = &briefing;
    scene.options.hidden_layers = {"land", "coast", "shelf", "lakes", "rivers", "borders", "admin1", "graticule", "focus", "places"};
    scene.camera = looking_at(24, 45, 6);
    return scene;
}

struct Drawn {
    Frame frame;
    Placement placement;
};
Drawn drawn(const Scene& scene) {
    Drawn out;
    FrameBuilder builder;
    out.frame = builder.build(scene.input(), {}, out.placement);
    return out;
}

template <class T>
std::vector<T> all(const Frame& frame) {
    std::vector<T> found;
    for (const Item& item : frame.items)
        if (const T* one = std::get_if<T>(&item)) found.push_back(*one);
    return found;
}

/// The tips of the chevrons: the middle of three points, at the world.
std::vector<geo::WorldPoint> tips(const Scene& scene, float alpha_from = 0.99f) {
    std::vector<geo::WorldPoint> found;
    for (const StrokePath& path : all<StrokePath>(drawn(scene).frame))
        if (path.points.size() == 3 && !path.closed && path.width_px < 3 && path.color.a >= alpha_from)
            found.push_back(world_from_screen(transform_of(scene.camera, scene.layout.map, scene.layout.scale), path.points[1]));
    return found;
}

TEST(RoutePlaces, OfAZoomAreStillThereAtTheNextUnderTheSameNumber) {
    const auto key = [](const RoutePlace& p) { return std::pair(p.number, p.octave); };
    for (const double origin : {0.0, 0.0123}) {
        for (int octave = 2; octave < 12; ++octave) {
            std::map<std::pair<std::int64_t, int>, double> finer;
            for (const RoutePlace& p : route_places(0.001, 0.09, origin, 150, octave + 1)) finer[key(p)] = p.along;
            const auto coarse = route_places(0.001, 0.09, origin, 150, octave);
            EXPECT_GE(finer.size() + 1, 2 * coarse.size());
            for (const RoutePlace& p : coarse) {
                ASSERT_TRUE(finer.contains(key(p))) << octave;
                EXPECT_NEAR(finer[key(p)], p.along, 1e-15);
            }
        }
    }
}

TEST(RouteGeometry, CountsAlongTheCurveTheSameAtEveryZoom) {
    const document::Briefing briefing = briefing_of(winding("w", document::RouteKind::Rail));
    RouteGeometry geometry;
    geometry.update(briefing, {});
    const auto far = geometry.at(3, 1, 0), near = geometry.at(9, 1, 0);
    ASSERT_EQ(far.size(), 2u);
    EXPECT_LT(far[0].lines->vertices.size(), near[0].lines->vertices.size());
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(far[i].begin, near[i].begin);
        EXPECT_EQ(far[i].end, near[i].end);
        EXPECT_NEAR(double{far[i].lines->vertices.back().along}, far[i].end - far[i].begin, 1e-8);
    }
    EXPECT_EQ(far[0].end, far[1].begin);
    EXPECT_EQ(far[1].end, far[1].chain_length);
}

TEST(RouteMarks, ChevronsStayAtTheirPlacesWhileTheMapMovesAndZooms) {
    const document::Briefing briefing = briefing_of(winding("w", document::RouteKind::Pipeline));
    Scene scene = bare(briefing);
    const auto before = tips(scene);
    ASSERT_GT(before.size(), 2u);
    const auto there = [](const std::vector<geo::WorldPoint>& places, geo::WorldPoint p, double reach) {
        return std::any_of(places.begin(), places.end(), [&](geo::WorldPoint q) { return std::hypot(p.x - q.x, p.y - q.y) < reach; });
    };
    scene.camera.center.x += 0.0004;
    const double px = 1 / (512 * std::exp2(scene.camera.zoom));
    for (const geo::WorldPoint p : tips(scene)) EXPECT_TRUE(there(before, p, 1.5 * px) || std::abs(p.x - scene.camera.center.x) > 500 * px);
    scene.camera = looking_at(24, 45, 6.9);
    const auto closer = tips(scene);
    for (const geo::WorldPoint p : before)
        if (std::abs(p.x - scene.camera.center.x) < 260 * px) { EXPECT_TRUE(there(closer, p, 4 * px)) << p.x; }
}

TEST(RouteMarks, PointTheWayTheRouteRunsAndNotWhereItRunsBothWays) {
    document::Route route = winding("w", document::RouteKind::Pipeline);
    const auto mean_heading = [](const document::Briefing& briefing) {
        float east = 0;
        for (const StrokePath& path : all<StrokePath>(drawn(bare(briefing)).frame))
            if (path.points.size() == 3 && path.width_px < 3) east += path.points[1].x - 0.5f * (path.points[0].x + path.points[2].x);
        return east;
    };
    EXPECT_GT(mean_heading(briefing_of(route)), 3);
    route.direction = document::RouteDirection::Backward;
    EXPECT_LT(mean_heading(briefing_of(route)), -3);
    route.direction = document::RouteDirection::Both;
    EXPECT_EQ(mean_heading(briefing_of(route)), 0);
}

TEST(RouteMarks, TheCostFollowsWhatIsOnTheScreen) {
    const document::Briefing briefing = briefing_of(winding("w", document::RouteKind::Pipeline));
    Scene scene = bare(briefing);
    for (const double zoom : {10.0, 14.0, 18.0, 20.0}) {
        scene.camera = looking_at(24, 45 + 0.15 * std::sin(1.3 * 40), zoom);
        EXPECT_LT(all<StrokePath>(drawn(scene).frame).size(), 60u) << zoom;
    }
}

TEST(RouteMarks, ShieldsBearTheShortNameOnPlatesThatDoNotOverlap) {
    const document::Briefing briefing = briefing_of(winding("A long winding railway", document::RouteKind::Rail));
    for (const double zoom : {4.0, 5.5, 6.0, 7.2, 8.0, 10.0}) {
        Scene scene = bare(briefing);
        scene.camera = looking_at(24, 45, zoom);
        const Drawn out = drawn(scene);
        std::vector<RectPx> plates;
        for (const FillRect& rect : all<FillRect>(out.frame))
            if (rect.stroke.a > 0 && rect.radius > 0) plates.push_back(rect.rect);
        const auto texts = all<DrawText>(out.frame);
        const auto shields = std::count_if(texts.begin(), texts.end(), [](const DrawText& t) { return t.text == "X7"; });
        EXPECT_EQ(static_cast<std::size_t>(shields), plates.size()) << zoom;
        EXPECT_GT(plates.size(), 0u) << zoom;
        for (std::size_t i = 0; i < plates.size(); ++i)
            for (std::size_t j = i + 1; j < plates.size(); ++j) EXPECT_FALSE(plates[i].overlaps(plates[j])) << zoom;
    }
}

TEST(RouteNames, TheChosenOnesIsWrittenWhereItsLineIsTooShortForIt) {
    document::Route route = winding("A very long name of a very short railway", document::RouteKind::Rail);
    route.segments.resize(1);
    const document::Briefing briefing = briefing_of(route);
    Scene scene = bare(briefing);
    scene.camera = looking_at(22, 45, 4);
    const auto written = [&] {
        std::size_t names = 0;
        for (const auto& text : testing::text_boxes(drawn(scene).frame)) names += text.text.starts_with("A very long name") ? 1u : 0u;
        return names;
    };
    EXPECT_EQ(written(), 0u);
    scene.options.selected_route = route.id;
    EXPECT_EQ(written(), 1u);
}

TEST(RouteNames, RunCalmlyAlongALineThatWindsAndClearOfItsBends) {
    std::vector<PointPx> winding;
    for (int i = 0; i <= 40; ++i) winding.push_back({100 + 12.f * static_cast<float>(i), i % 2 == 0 ? 94.f : 106.f});
    const std::vector<float> along = lengths_summed(winding);
    EXPECT_TRUE(text_path(winding, along, 0.5f * along.back(), 120, 6, 12).points.empty());
    for (const float lift : {6.f, -14.f}) {
        const TextPath calm = text_path(winding, along, 0.5f * along.back(), 120, lift, 12, true);
        ASSERT_FALSE(calm.points.empty());
        EXPECT_GT(path_length(calm.points), 120);
        EXPECT_LT(calm.bend, 0.2f);
        for (const PointPx p : calm.points) EXPECT_TRUE(lift > 0 ? p.y < 94 - 2 : p.y > 106 + 8) << p.y;
    }
    for (std::size_t i = 0; i < winding.size(); ++i) winding[i].y += i % 2 == 0 ? -40.f : 40.f;  // so far off would be beside another line
    EXPECT_TRUE(text_path(winding, lengths_summed(winding), 0.5f * lengths_summed(winding).back(), 120, 6, 12, true).points.empty());
}

TEST(RouteCredits, NameOnceEachWhoseLinesAreOnTheMap) {
    document::Briefing::Parts parts;
    for (const auto& [id, credits] : std::vector<std::pair<std::string, std::vector<std::string>>>{
             {"a", {"Dateline", "A survey"}}, {"b", {"Dateline"}}, {"c", {"Elsewhere"}}, {"d", {}}}) {
        document::Route route = winding(id, document::RouteKind::Rail);
        route.credits = credits;
        parts.routes.push_back(std::make_shared<const document::Route>(std::move(route)));
    }
    const document::Briefing briefing(std::move(parts));
    const auto boxes = [](const std::vector<std::string>& ids) {
        std::vector<Hit> out;
        for (const std::string& id : ids) out.push_back({Hit::Kind::Route, id, {}, -1});
        return out;
    };
    EXPECT_EQ(route_credits(briefing, boxes({"b", "a", "a"})), "routes: Dateline, A survey");
    EXPECT_EQ(route_credits(briefing, boxes({"b", "d"})), "routes: Dateline");
    EXPECT_EQ(route_credits(briefing, boxes({"d"})), "");
    EXPECT_EQ(route_credits(briefing, {}), "");
}

TEST(RoutePicker, FindsTheNearestLineAndTheTopmostOfTwo) {
    RoutePicker picker(6);
    picker.add("a", 0, {{0, 0}, {100, 0}});
    picker.add("b", 3, {{0, 8}, {100, 8}});
    EXPECT_EQ(picker.at({50, 3}).id, "a");
    EXPECT_EQ(picker.at({50, 5}).id, "b");
    EXPECT_EQ(picker.at({50, 5}).part, 3);
    EXPECT_EQ(picker.at({50, 20}).kind, Hit::Kind::None);
    EXPECT_EQ(picker.at({108, 0}).kind, Hit::Kind::None) << "past its end";
    picker.add("c", 0, {{0, 0}, {100, 0}});
    EXPECT_EQ(picker.at({50, 1}).id, "c");
}

TEST(RouteHits, PointingAtALineNamesItsSegment) {
    const document::Briefing briefing = briefing_of(winding("w", document::RouteKind::Rail));
    const Scene scene = bare(briefing);
    const Drawn out = drawn(scene);
    const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
    for (const auto& [lon, part] : {std::pair{22.0, 0}, {26.0, 1}}) {
        const int i = static_cast<int>(std::lround((lon - 20) / 0.1));
        const PointPx at = screen_from_world(map, geo::world_from({lon, 45 + 0.15 * std::sin(1.3 * i)}));
        const Hit hit = hit_at(out.placement, {at.x, at.y + 3});
        EXPECT_EQ(hit.kind, Hit::Kind::Route);
        EXPECT_EQ(hit.id, "w");
        EXPECT_EQ(hit.part, part);
    }
}

TEST(RouteLook, WhatIsPointedAtOrChosenStandsOutAndLies) {
    document::Briefing::Parts parts;
    for (const char* id : {"under", "over"})
        parts.routes.push_back(std::make_shared<const document::Route>(winding(id, document::RouteKind::Road)));
    const document::Briefing briefing{std::move(parts)};
    Scene scene = bare(briefing);
    const auto widest = [&] {
        const auto lines = all<StrokeLines>(drawn(scene).frame);
        return std::pair(lines.front().style.width_px, lines.back().style);
    };
    EXPECT_EQ(widest().first, widest().second.width_px);
    scene.options.hovered_route = "under";
    EXPECT_GT(widest().second.width_px, widest().first) << "it is drawn last";
    EXPECT_GT(widest().second.glow_alpha, 0);
}

TEST(RouteFlow, RunsOnlyByItsClockAndChangesNothingElse) {
    const document::Briefing briefing = briefing_of(winding("w", document::RouteKind::Pipeline));
    Scene scene = bare(briefing);
    const auto flows = [&] {
        std::vector<LineStyle::Flow> found;
        for (const StrokeLines& lines : all<StrokeLines>(drawn(scene).frame)) found.push_back(lines.style.flow);
        return found;
    };
    const auto keys = [&] {
        std::set<std::uint64_t> found;
        for (const StrokeLines& lines : all<StrokeLines>(drawn(scene).frame)) found.insert(lines.lines->key);
        return found;
    };
    for (const auto& flow : flows()) EXPECT_EQ(flow.color.a, 0) << "a picture has none";
    const auto still = keys();
    scene.options.flow_s = 1.0;
    const auto first = flows();
    scene.options.flow_s = 2.0;
    const auto later = flows();
    ASSERT_EQ(first.size(), later.size());
    EXPECT_NE(first.back().phase, later.back().phase);
    EXPECT_GT(later.back().color.a, 0);
    EXPECT_EQ(keys(), still) << "nothing is uploaded anew";
}

// ---- distance over time

document::Route two_branches() {
    document::Route route;
    route.id = "r";
    route.name = "The route";
    route.kind = document::RouteKind::Rail;
    route.segments = {segment("west", "main", document::RouteKind::Rail, {{44.8, 41.7}, {47, 41.2}}),
                      segment("east", "main", document::RouteKind::Rail, {{47, 41.2}, {49.87, 40.4}}),
                      segment("spur", "spur", document::RouteKind::Rail, {{47, 41.2}, {47.2, 42}})};
    route.segments[1].from = calendar::Edtf::parse("2021-03-10").value();
    return route;
}

document::Event on(const std::string& id, const std::string& date, double lon, double lat) {
    return testing::at(testing::event(id, "Title of " + id, date, document::Category::Transport), lon, lat);
}

struct Diagram {
    Frame frame;
    Placement placement;
    TimelineScale scale{{0, 0, 1, 1}, {}, {day(2021, 3, 1), day(2021, 4, 1)}, 1};
    const Hit* hit(const std::string& id) const {
        for (const Hit& h : placement.hits)
            if (h.kind == Hit::Kind::Event && h.id == id) return &h;
        return nullptr;
    }
};

Diagram diagram_of(const document::Briefing& briefing, calendar::Instant playhead = day(2021, 3, 14)) {
    Scene scene;
    scene.briefing = &briefing;
    scene.layout.map = {};
    scene.layout.timeline = {0, 0, 1400, 420};
    scene.options.timeline = {day(2021, 3, 1), day(2021, 4, 1)};
    scene.options.playhead = playhead;
    scene.options.selected_route = "r";
    scene.options.diagram = true;
    Diagram out;
    TimelineBuilder builder;
    builder.append(scene.input(), out.frame, out.placement);
    out.scale = *out.placement.timeline;
    return out;
}

TEST(RouteDiagram, PutsAnEventAtItsTimeAndItsKilometre) {
    const document::Briefing briefing = briefing_of(
        two_branches(), {on("a", "2021-03-05", 44.8, 41.7), on("b", "2021-03-20", 49.87, 40.4), on("off", "2021-03-12", 44.8, 43)});
    const Diagram out = diagram_of(briefing);
    const Hit *a = out.hit("a"), *b = out.hit("b");
    ASSERT_TRUE(a && b);
    EXPECT_EQ(out.hit("off"), nullptr) << "it is nowhere near the line";
    const auto middle_x = [](const Hit* hit) { return hit->rect.x + 0.5f * hit->rect.w; };
    EXPECT_NEAR(middle_x(a), out.scale.x_of(day(2021, 3, 5) + std::chrono::hours{12}), 1);
    EXPECT_NEAR(middle_x(b), out.scale.x_of(day(2021, 3, 20) + std::chrono::hours{12}), 1);
    EXPECT_LT(a->rect.y, b->rect.y - 100) << "kilometres run down";
    EXPECT_GE(a->rect.y + a->rect.h, out.scale.lanes_rect().y);
}

TEST(RouteDiagram, AnImpreciseDateIsABarAndADistrictAStretch) {
    document::Event district = on("stretch", "2021-03-20", 48, 40.95);
    district.place_precision = document::PlacePrecision::District;
    district.place_radius_km = 40;
    const document::Briefing briefing = briefing_of(two_branches(), {on("bar", "2021-03", 47, 41.2), district});
    const Diagram out = diagram_of(briefing);
    ASSERT_TRUE(out.hit("bar") && out.hit("stretch"));
    EXPECT_GT(out.hit("bar")->rect.w, 400);
    EXPECT_GT(out.hit("stretch")->rect.h, 30);
}

TEST(RouteDiagram, ALongEventHasItsSymbolWhereItBeginsAndNoTitleOnABar) {
    const document::Briefing briefing =
        briefing_of(two_branches(), {on("lasts", "2021-03-06/2021-03-28", 47, 41.2), on("while", "2021-03-18", 47, 41.2)});
    const Diagram out = diagram_of(briefing, day(2021, 3, 25));
    std::vector<Symbol> symbols;
    for (const Symbol& symbol : all<Symbol>(out.frame))
        if (symbol.shape == shape_of(document::Category::Transport) && out.scale.lanes_rect().contains(symbol.center))
            symbols.push_back(symbol);
    const float begins = out.scale.x_of(day(2021, 3, 6) + std::chrono::hours{12});
    EXPECT_TRUE(std::any_of(symbols.begin(), symbols.end(), [&](const Symbol& s) { return std::abs(s.center.x - begins) < 1; }));
    const float bar_y = symbols.front().center.y;
    int titles = 0;
    for (const DrawText& text : all<DrawText>(out.frame)) {
        if (!text.text.starts_with("Title of") || text.at.x < out.scale.lanes_rect().x) continue;
        ++titles;
        EXPECT_TRUE(text.at.y < bar_y - 2 || text.at.y - 8 > bar_y + 2) << text.text << " lies on a bar";
    }
    EXPECT_EQ(titles, 2);
}

TEST(RouteDiagram, NoTitleIsWrittenAcrossThePlayheadWhereThereIsRoomBesideIt) {
    const document::Briefing briefing = briefing_of(two_branches(), {on("before", "2021-03-20", 47, 41.2)});
    const Diagram out = diagram_of(briefing, day(2021, 3, 22));
    const float playhead = out.scale.x_of(day(2021, 3, 22));
    for (const DrawText& text : all<DrawText>(out.frame)) {
        if (text.text.starts_with("Title of") && text.at.x >= out.scale.lanes_rect().x) { EXPECT_LT(text.at.x + 60, playhead); }
    }
}

TEST(RouteDiagram, NamesTownsDownTheAxisInOrderWithoutOverlap) {
    const document::Briefing briefing = briefing_of(two_branches());
    const Diagram out = diagram_of(briefing);
    const float gutter = out.scale.gutter_rect().right();
    std::vector<float> ys;
    std::map<std::string, float> at;
    for (const DrawText& text : all<DrawText>(out.frame))
        if (text.at.x < 20 && text.at.y > out.scale.axis_rect().bottom() && text.at.x < gutter)
            ys.push_back(text.at.y), at[text.text] = text.at.y;
    ASSERT_TRUE(at.contains("Tbilisi")) << ::testing::PrintToString(at);
    ASSERT_TRUE(at.contains("Baku"));
    EXPECT_LT(at["Tbilisi"], at["Baku"]);
    std::sort(ys.begin(), ys.end());
    for (std::size_t i = 1; i < ys.size(); ++i) EXPECT_GT(ys[i] - ys[i - 1], 9);
}

TEST(RouteDiagram, ShadesASegmentFromTheDayItIsInBeing) {
    const document::Briefing briefing = briefing_of(two_branches());
    const Diagram out = diagram_of(briefing);
    const float opens = out.scale.x_of(day(2021, 3, 10));
    bool found = false;
    for (const FillRect& rect : all<FillRect>(out.frame))
        found = found || (std::abs(rect.rect.x - opens) < 0.6f && rect.rect.h > 60 && rect.rect.w > 300);
    EXPECT_TRUE(found);
}

TEST(RouteDiagram, ThePlayheadIsThereToBeTaken) {
    const document::Briefing briefing = briefing_of(two_branches());
    const Diagram out = diagram_of(briefing, day(2021, 3, 22));
    const float x = out.scale.x_of(day(2021, 3, 22));
    const auto lanes = out.scale.lanes_rect();
    EXPECT_EQ(hit_at(out.placement, {x, lanes.y + 0.8f * lanes.h}).kind, Hit::Kind::Playhead);
}

TEST(RouteDiagram, NamesItsStopsAndTheTownsThatItRunsBy) {
    const auto rows = [](geo::Line line, std::vector<std::string> stops) {
        document::Route route;
        route.id = route.name = "r";
        route.segments = {segment("one", "main", document::RouteKind::Rail, std::move(line))};
        route.segments.front().stops = std::move(stops);
        const document::Briefing briefing = briefing_of(route);
        std::map<std::string, double> km;
        for (const auto& town : route_diagram(briefing, testing::basemap(), briefing.routes().front()).towns) km[town.name] = town.km;
        return km;
    };
    // Along the Aras, on its right bank; Ararat is 8 km off, beyond a border, and Ganja 6 km off in its own country.
    const geo::Line aras{{45.10, 39.45}, {44.70, 39.72}, {44.40, 39.93}};
    EXPECT_FALSE(rows(aras, {"Sharur", "Aralık"}).contains("Ararat"));
    const geo::Line south_of_ganja{{46.0, 40.63}, {46.36, 40.63}, {46.7, 40.63}};
    EXPECT_FALSE(rows(south_of_ganja, {}).contains("Ganja"));
    EXPECT_TRUE(rows(south_of_ganja, {"Ganja"}).contains("Ganja")) << "a stop of its own";
    const geo::Line through_ganja{{46.0, 40.68}, {46.36, 40.683}, {46.7, 40.68}};
    EXPECT_TRUE(rows(through_ganja, {}).contains("Ganja"));
    // A line from a station 3 km along from where the map has the town's middle.
    const auto from_baku = rows({{49.85, 40.43}, {49.9, 40.38}, {49.5, 40.2}, {49.0, 40.0}}, {"Baku", "Alat"});
    ASSERT_TRUE(from_baku.contains("Baku"));
    EXPECT_EQ(from_baku.at("Baku"), 0);
}

TEST(RouteDiagram, HasARowForAStopThatTheMapDoesNotKnow) {
    document::Route route;
    route.id = route.name = "r";
    route.segments = {segment("one", "main", document::RouteKind::Rail, {{46.0, 40.63}, {46.36, 40.63}, {46.7, 40.63}, {47.0, 40.6}})};
    route.segments.front().stops = {"Westpost", "Ganja", "Border Post", "Eastpost"};
    const auto towns = [](const document::Route& r) {
        const document::Briefing briefing = briefing_of(r);
        return route_diagram(briefing, testing::basemap(), briefing.routes().front());
    };
    const auto times = [](const RouteDiagram& diagram, std::string_view name) {
        return std::count_if(diagram.towns.begin(), diagram.towns.end(), [&](const auto& town) { return town.name == name; });
    };
    EXPECT_EQ(times(towns(route), "Border Post"), 0) << "nothing tells where it is";
    route.segments.front().stop_at = {0, 1, 2, 3};
    const RouteDiagram diagram = towns(route);
    for (const char* name : {"Westpost", "Ganja", "Border Post", "Eastpost"}) EXPECT_EQ(times(diagram, name), 1) << name;
    const auto post = std::find_if(diagram.towns.begin(), diagram.towns.end(), [](const auto& town) { return town.name == "Border Post"; });
    EXPECT_NEAR(post->km, 59.2, 0.5);
    const auto ganja = std::find_if(diagram.towns.begin(), diagram.towns.end(), [](const auto& town) { return town.name == "Ganja"; });
    EXPECT_LT(ganja->rank, post->rank);
    route.segments.front().stops = {"Westpost", "Ganja", "Border Post"};
    route.segments.front().stop_at = {0, 1, 3};
    route.segments.push_back(segment("two", "main", document::RouteKind::Rail, {{47.0, 40.6}, {47.5, 40.5}, {48.0, 40.4}}));
    const RouteDiagram joined = towns(route);
    const auto joint = std::find_if(joined.towns.begin(), joined.towns.end(), [](const auto& town) { return town.name == "Border Post"; });
    ASSERT_NE(joint, joined.towns.end());
    EXPECT_LT(joint->rank, post->rank) << "the segments meet there";
    route.segments.push_back(segment("spur", "spur", document::RouteKind::Rail, {{47.0, 40.6}, {47.1, 41.0}}));
    route.segments.back().stops = {"Border Post", "Spurton"};
    route.segments.back().stop_at = {0, 1};
    EXPECT_EQ(times(towns(route), "Border Post"), 2) << "on the main line and where the branch leaves it";
}

TEST(RouteDiagram, OfManyBranchesShowsTheMainLineAndThoseWithEvents) {
    document::Route route = two_branches();
    for (int i = 0; i < 4; ++i)
        route.segments.push_back(segment("s", "b" + std::to_string(i), document::RouteKind::Rail, {{47, 41.2}, {47.5 + 0.2 * i, 42.5}}));
    const document::Briefing briefing = briefing_of(route, {on("a", "2021-03-05", 47.9, 42.5)});
    const RouteDiagram diagram = route_diagram(briefing, testing::basemap(), briefing.routes().front());
    ASSERT_EQ(diagram.sections.size(), 2u);
    EXPECT_EQ(diagram.sections[0].name, "Main line");
    EXPECT_EQ(diagram.sections[1].name, "Branch b2");
    EXPECT_EQ(diagram.caption, "Main line, branch b2; not shown: branch Spur, branch b0, branch b1, branch b3");
    const Diagram out = diagram_of(briefing);
    const auto texts = all<DrawText>(out.frame);
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const DrawText& text) { return text.text == diagram.caption; }));
    const DistanceAxis axis(diagram, {0, 100, 10, 400}, 20);
    EXPECT_NEAR(axis.top(0), 100, 1e-3);
    EXPECT_NEAR(axis.bottom(1), 500, 1e-2);
    EXPECT_NEAR(axis.top(1) - axis.bottom(0), 20, 1e-2);
    EXPECT_GT(axis.y_of(0, 300), axis.y_of(0, 200));
}

}  // namespace
}  // namespace dateline::view
