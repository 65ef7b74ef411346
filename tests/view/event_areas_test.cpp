#include "view/event_areas.h"
#include "document/divisions.h"
#include "view/map_support.h"
#include "view/mesh_outline.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <set>

namespace dateline::view {
namespace {

double length_of(const geo::LineSet& lines) {
    double sum = 0;
    for (std::size_t l = 0; l < lines.starts.size(); ++l) {
        const std::size_t end = l + 1 < lines.starts.size() ? lines.starts[l + 1] : lines.vertices.size();
        if (end > lines.starts[l]) sum += double{lines.vertices[end - 1].along};
    }
    return sum;
}

TEST(MeshOutline, IsTheRingsOfAnAreaWithItsHoles) {
    const geo::Line ring{{10, 1}, {14, 0.2}, {17, 4}, {12, 6}, {10, 1}}, hole{{12, 2}, {13, 2.4}, {12.6, 3}, {12, 2}};
    const geo::Mesh mesh = geo::triangulate({{ring, hole}}, 7);
    const geo::LineSet outline = mesh_outline(mesh, 9);
    EXPECT_EQ(outline.starts.size(), 2u);
    double whole = 0;
    for (const geo::Line* line : {&ring, &hole})
        for (std::size_t i = 1; i < line->size(); ++i) {
            const geo::WorldPoint a = geo::world_from((*line)[i - 1]), b = geo::world_from((*line)[i]);
            whole += std::hypot(a.x - b.x, a.y - b.y);
        }
    EXPECT_NEAR(length_of(outline), whole, 1e-6);
}

TEST(MeshOutline, HasNoLineWhereAChunkWasCut) {
    // The right side of the box is a cut: two of its corners lie on it.
    const geo::Mesh mesh = geo::triangulate({{{{10, 1}, {14, 0}, {14, 5}, {11, 6}, {10, 1}}}}, 7);
    const geo::LineSet outline = mesh_outline(mesh, 9);
    ASSERT_EQ(outline.starts.size(), 1u);
    EXPECT_EQ(outline.vertices.size(), 4u);  // three sides of four
}

TEST(EventAreas, ALineThatIsNoRoutesRunsThroughItsPointsAlongGreatCircles) {
    document::Briefing::Parts parts;
    document::Event patrol = testing::event("patrol", "Patrol went from here to there", "2023-04-10", document::Category::Security);
    const geo::Line corner{{10, 0}, {25, 0}, {25, 12}};
    patrol.geometry = geo::MultiLine{corner};
    parts.events.push_back(std::make_shared<const document::Event>(patrol));
    document::Event crossing = testing::event("crossing", "Ship crossed the ocean", "2023-04-10", document::Category::Transport);
    const geo::LonLat quebec{-70, 45}, brest{-5, 50};
    crossing.geometry = geo::MultiLine{{quebec, brest}};
    parts.events.push_back(std::make_shared<const document::Event>(crossing));
    const document::Briefing briefing(std::move(parts));
    testing::Scene scene;
    scene.briefing = &briefing;
    scene.camera = testing::looking_at(-10, 30, 2.5);
    scene.options.playhead = calendar::day(2023, 4, 11);
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    double off_corner_km = 1e9, north_most = 0;
    for (const Item& item : frame.items) {
        const auto* stroke = std::get_if<StrokeLines>(&item);
        if (!stroke || stroke->style.width_px < 5) continue;
        for (const geo::LineSet::Vertex& v : stroke->lines->vertices) {
            const geo::LonLat at = geo::lonlat_from({stroke->lines->origin.x + double{v.x}, stroke->lines->origin.y + double{v.y}});
            off_corner_km = std::min(off_corner_km, geo::distance_m(at, corner[1]) / 1000);
            if (at.lon_deg < -5 && at.lon_deg > -70) north_most = std::max(north_most, at.lat_deg);
            if (at.lon_deg > 9) {
                EXPECT_TRUE(std::abs(at.lat_deg) < 0.02 || std::abs(at.lon_deg - 25) < 0.02) << at.lon_deg << ' ' << at.lat_deg;
            }
        }
    }
    EXPECT_LT(off_corner_km, 1);
    EXPECT_GT(north_most, 52.6);  // the great circle's; a straight line in Mercator never leaves the latitudes of its ends
}

/// The frame of a map at rest, its only event a line between two spots of it; none where both are one.
Frame frame_with_line(PointPx from, PointPx to) {
    testing::Scene scene;
    scene.camera = testing::looking_at(47.2, 40.6, 7);
    scene.options.hidden_layers = {"markers", "routes"};
    scene.options.playhead = calendar::day(2023, 4, 10);
    const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
    const auto at = [&](PointPx p) { return geo::lonlat_from(world_from_screen(map, p)); };
    document::Briefing::Parts parts;
    document::Event march = testing::event("march", "Column went along the road", "2023-04-10", document::Category::Security);
    march.geometry = geo::MultiLine{{at(from), at(to)}};
    if (from.x != to.x) parts.events.push_back(std::make_shared<const document::Event>(march));
    const document::Briefing briefing(std::move(parts));
    scene.briefing = &briefing;
    Placement placement;
    return FrameBuilder().build(scene.input(), {}, placement);
}

TEST(EventAreas, NamesOfTownsKeepOffTheLineOfAnEvent) {
    int tried = 0, struck = 0;
    for (const testing::WrittenText& text : testing::text_boxes(frame_with_line({}, {}))) {
        const RectPx box = text.boxes.front();
        const bool of_town = text.boxes.size() == 1 && text.text.size() > 4 && std::islower(static_cast<unsigned char>(text.text[1]));
        if (!of_town || box.x < 100 || box.right() > 1100 || box.y < 60 || box.bottom() > 660) continue;
        ++tried;
        const float y = box.y + 0.5f * box.h;
        for (const testing::WrittenText& now : testing::text_boxes(frame_with_line({box.x - 3, y}, {box.right() + 3, y})))
            if (now.text == text.text && now.boxes.front().y < y && now.boxes.front().bottom() > y && now.boxes.front().right() > box.x &&
                now.boxes.front().x < box.right())
                ++struck;
    }
    EXPECT_GT(tried, 12);
    EXPECT_LE(struck, tried / 10);  // in a crowd there may be no room elsewhere
}

std::size_t outlines_in(const std::string& hovered) {
    testing::Scene scene;
    scene.camera = testing::looking_at(25, 46, 5);
    scene.options.hovered = hovered;
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    std::size_t lines = 0;
    for (std::size_t i = 1; i < frame.items.size(); ++i) {
        const auto* stroke = std::get_if<StrokeLines>(&frame.items[i]);
        const auto* before = std::get_if<FillArea>(&frame.items[i - 1]);
        lines += stroke && before && stroke->style.color.a >= 0.99f && before->fill.a < 0.2f && before->hatch_px == 0 &&
                         stroke->style.dash_px[0] == 0
                     ? 1u
                     : 0u;
    }
    return lines;
}

TEST(EventAreas, ACountryPointedAtIsOutlined) {
    EXPECT_EQ(outlines_in(""), 0u);
    EXPECT_GT(outlines_in("e"), 0u);
}

/// What an event's area is drawn with: items whose mesh or lines are no chunk of the base map's.
struct DrawnArea {
    int tints = 0, hatches = 0, outlines = 0, dashed = 0;
    geo::WorldBox box;  ///< of the hatch
};

DrawnArea drawn(document::Event event, const std::string& hovered = "") {
    event.date = calendar::Edtf::parse("2021-03-14").value();
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(std::move(event)));
    const document::Briefing briefing(std::move(parts));
    testing::Scene scene, bare;
    scene.briefing = &briefing;
    scene.camera = bare.camera = testing::looking_at(46.4, 39.7, 7.5);
    scene.options.hovered = hovered;
    static const document::Briefing none;
    bare.briefing = &none;
    Placement placement;
    std::set<const void*> shared;
    const auto geometry_of = [](const Item& item) -> const void* {
        if (const auto* fill = std::get_if<FillArea>(&item)) return fill->mesh.get();
        if (const auto* line = std::get_if<StrokeLines>(&item)) return line->lines.get();
        return nullptr;
    };
    FrameBuilder builder;
    for (const Item& item : builder.build(bare.input(), {}, placement).items) shared.insert(geometry_of(item));
    DrawnArea found;
    for (const Item& item : builder.build(scene.input(), {}, placement).items) {
        if (shared.contains(geometry_of(item))) continue;
        if (const auto* fill = std::get_if<FillArea>(&item)) {
            if (fill->fill.a > 0.9f) continue;  // the country that it lies in is lighter
            ++(fill->hatch_px > 0 ? found.hatches : found.tints);
            if (fill->hatch_px > 0) found.box = fill->mesh->box;
        } else if (const auto* line = std::get_if<StrokeLines>(&item)) {
            ++(line->style.dash_px[0] > 0 ? found.dashed : found.outlines);
        }
    }
    return found;
}

document::Event district(const std::string& place_id, double lon, double lat) {
    document::Event e = testing::at(testing::event("e", "Road opened", "", document::Category::Transport), lon, lat);
    e.place_precision = document::PlacePrecision::District;
    e.place_id = place_id;
    e.place_radius_km = 23.7;
    return e;
}

TEST(EventAreas, ADistrictTakesItsOwnLand) {
    const DrawnArea area = drawn(district("adm1:AZE-AZ-LAC", 46.3245, 39.7267));
    EXPECT_EQ(area.hatches, 1);
    EXPECT_EQ(area.dashed, 0);
    EXPECT_EQ(area.outlines, 0);
    // Its east end; a disc of the district's size would end at 46.60.
    EXPECT_NEAR(geo::lonlat_from({area.box.x1, area.box.y0}).lon_deg, 46.736, 0.01);
    EXPECT_EQ(drawn(district("adm1:AZE-AZ-LAC", 46.3245, 39.7267), "e").outlines, 1);
}

/// How a water is drawn at a zoom: whether stripes lie on it, and how strong the wash along its shores is.
std::pair<bool, float> water_drawn(const std::string& place_id, double lon, double lat, double zoom) {
    document::Event event = testing::at(testing::event("e", "Ships met", "", document::Category::Security), lon, lat);
    event.date = calendar::Edtf::parse("2021-03-14").value();
    event.place_precision = document::PlacePrecision::Water;
    event.place_id = place_id;
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(std::move(event)));
    const document::Briefing briefing(std::move(parts));
    testing::Scene scene;
    scene.briefing = &briefing;
    scene.camera = testing::looking_at(lon, lat, zoom);
    Placement placement;
    const Color hue = scene.input().theme.category[static_cast<std::size_t>(document::Category::Security)];
    std::pair<bool, float> found{false, 0.f};
    for (const Item& item : FrameBuilder().build(scene.input(), {}, placement).items) {
        if (const auto* fill = std::get_if<FillArea>(&item); fill && fill->hatch_px > 0 && fill->fill.a > 0.02f) found.first = true;
        if (const auto* line = std::get_if<StrokeLines>(&item);
            line && line->style.glow_px > 0 && std::abs(line->style.color.r - hue.r) < 0.02f)
            found.second = line->style.glow_alpha;
    }
    return found;
}

TEST(EventAreas, AnOceanIsWashedAlongItsShoresAndAGulfIsHatched) {
    const auto [ocean_hatched, ocean_wash] = water_drawn("dl:north-atlantic-ocean", -35, 35, 2.2);
    EXPECT_FALSE(ocean_hatched);
    EXPECT_GT(ocean_wash, 0.2f);
    const auto [gulf_hatched, gulf_wash] = water_drawn("dl:gulf-of-guinea", 3, 3, 2.2);
    EXPECT_TRUE(gulf_hatched);
    EXPECT_EQ(gulf_wash, 0);
}

TEST(EventAreas, ADistrictWhoseLandIsNotKnownIsARingAroundIt) {
    for (const auto& e : {district("fips:01001", 46.32, 39.72), district("adm1:AZE-AZ-LAC", 49.9, 40.4)}) {  // the second was moved to Baku
        const DrawnArea area = drawn(e);
        EXPECT_EQ(area.hatches + area.tints, 0);
        EXPECT_EQ(area.outlines, 0);
    }
    EXPECT_EQ(drawn(district("fips:01001", 46.32, 39.72)).dashed, 1);
}

TEST(EventAreas, ARingIsAsWideAsWhatIsKnownAndTheLabelSaysSoWhereItIsNotSeen) {
    document::Event e = testing::at(testing::event("e", "Ship lost", "2021-03-14", document::Category::Security), -100, -25);
    e.place_precision = document::PlacePrecision::Region;
    const auto seen = [&](double radius_km, double zoom) {
        e.place_radius_km = radius_km;
        document::Briefing::Parts parts;
        parts.events.push_back(std::make_shared<const document::Event>(e));
        const document::Briefing briefing(std::move(parts));
        testing::Scene scene;
        scene.briefing = &briefing;
        scene.camera = testing::looking_at(-100, -25, zoom);
        Placement placement;
        std::pair<double, bool> found{0, false};  // how high the ring is, in km; whether a label tells of it
        for (const Item& item : FrameBuilder().build(scene.input(), {}, placement).items) {
            if (const auto* line = std::get_if<StrokeLines>(&item); line && line->style.dash_px[0] > 0 && line->lines->starts.size() <= 2) {
                const geo::WorldBox& box = line->lines->box;
                found.first = (geo::lonlat_from({box.x0, box.y0}).lat_deg - geo::lonlat_from({box.x0, box.y1}).lat_deg) * 111.2;
            }
            if (const auto* text = std::get_if<DrawText>(&item))
                found.second = found.second || text->text.find("within 400 km") != std::string::npos;
        }
        return found;
    };
    EXPECT_NEAR(seen(150, 5).first, 300, 3);
    EXPECT_NEAR(seen(400, 5).first, 800, 8);
    EXPECT_FALSE(seen(400, 4).second);
    EXPECT_TRUE(seen(400, 8).second);
}

TEST(EventAreas, OfARoughOutlineOfADistrictTheMapHasTheFinerOne) {
    document::Event e = district("adm1:AZE-AZ-LAC", 0, 0);
    const geo::LonLatBox box = geo::bounds(testing::basemap().divisions->area(e.place_id));
    e.geometry = geo::MultiPolygon{{{{box.west_deg, box.south_deg},
                                     {box.east_deg, box.south_deg},
                                     {box.east_deg, box.north_deg},
                                     {box.west_deg, box.north_deg},
                                     {box.west_deg, box.south_deg}}}};
    const DrawnArea area = drawn(e);
    EXPECT_EQ(area.hatches, 1);
    EXPECT_EQ(area.outlines, 0);  // a boundary of the map lies there
}

TEST(EventAreas, AnEventsOwnAreaIsKept) {
    document::Event e = district("adm1:AZE-AZ-LAC", 0, 0);
    e.geometry = geo::MultiPolygon{{{{46.1, 39.4}, {46.9, 39.4}, {46.9, 40}, {46.1, 40}, {46.1, 39.4}}}};
    const DrawnArea area = drawn(e);
    EXPECT_EQ(area.hatches, 1);
    EXPECT_NEAR(area.box.x0, geo::world_from({46.1, 40}).x, 1e-7);
    EXPECT_EQ(area.outlines, 1);  // no boundary of the map lies there
}

TEST(AreaShape, IsWholeAcrossTheAntimeridianWithoutALineThere) {
    const geo::MultiPolygon cut{{{{170, 60}, {180, 60}, {180, 70}, {170, 70}, {170, 60}}},
                                {{{-180, 60}, {-170, 60}, {-170, 70}, {-180, 70}, {-180, 60}}}};
    const AreaShape shape = area_shape(cut, 5);
    EXPECT_NEAR(shape.mesh->box.x1 - shape.mesh->box.x0, 20.0 / 360, 1e-9);
    double length = 0;
    const geo::WorldPoint a = geo::world_from({170, 60}), b = geo::world_from({180, 70});
    length = 4 * (b.x - a.x) + 2 * (a.y - b.y);
    EXPECT_NEAR(length_of(*shape.edge), length, 1e-6);
}

}  // namespace
}  // namespace dateline::view
