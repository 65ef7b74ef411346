#include "view/furniture.h"

#include "view/furniture_legend.h"
#include "view/furniture_parts.h"
#include "view/furniture_scale_bar.h"
#include "view/graticule_marks.h"
#include "view/locator.h"
#include "view/map_north.h"
#include "view/map_support.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <set>

namespace dateline::view {
namespace {

/// Events under points of the map at height `y`, one every `step` pixels.
document::Briefing::Parts ships_lost_along(const MapTransform& map, float from, float to, float step, float y) {
    document::Briefing::Parts parts;
    for (float x = from; x < to; x += step) {
        const geo::LonLat under = geo::lonlat_from(world_from_screen(map, {x, y}));
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event("a" + std::to_string(parts.events.size()), "Ship lost", "2021-03-14", document::Category::Security),
                        under.lon_deg, under.lat_deg)));
    }
    return parts;
}

std::vector<std::string> texts_of(const std::vector<Item>& items) {
    std::vector<std::string> texts;
    for (const Item& item : items)
        if (const auto* text = std::get_if<DrawText>(&item)) texts.push_back(text->text);
    return texts;
}
bool has(const std::vector<std::string>& texts, std::string_view part) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

struct Furnished {
    Frame over;
    std::vector<RectPx> blocked;
    MapTransform map;
    Placement placement;
};

/// Boxes about the places of events on the map.
MapContent content_of(const ViewInput& input, const MapTransform& map) {
    MapContent content;
    for (const PointPx at : events_on_screen(input, map, 1000)) content.events.push_back(around(at, 7));
    return content;
}

Furnished furnish(testing::Scene& scene, const Placement& previous = {}) {
    Furnished out;
    const ViewInput input = scene.input();
    out.map = transform_of(input.camera, input.layout.map, input.layout.scale);
    MapNotes notes;
    notes.credit(testing::basemap().attribution);
    for (const char* label : {"Security", "Diplomacy", "Energy"}) notes.explain(LegendRow::What::Category, label);
    FurnitureLayer().append(input, out.map, notes, content_of(input, out.map), previous, out.over, out.placement, out.blocked);
    return out;
}

TEST(Credits, AreWrappedBesideAPanelAndNotWrittenBehindIt) {
    testing::Scene scene;
    scene.furniture.attribution = true;
    const RectPx map = scene.input().layout.map;
    const RectPx panel{map.x + 16, map.bottom() - 300, map.w - 320, 284};
    scene.furniture.covered = {panel};
    ViewInput input = scene.input();
    const MapTransform transform = transform_of(input.camera, input.layout.map, input.layout.scale);
    MapNotes notes;
    for (const char* whom : {"Natural Earth", "GeoNames, CC BY 4.0", "boundaries: de facto, not authoritative", "relief ETOPO5, SRTM30"})
        notes.credit(whom);
    Frame over;
    Placement placement;
    std::vector<RectPx> blocked;
    FurnitureLayer().append(input, transform, notes, {}, {}, over, placement, blocked);
    std::string all;
    int lines = 0;
    for (const Item& item : over.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text || text->at.y < map.bottom() - 70 || text->text.find("km") != std::string::npos) continue;
        all += text->text + "\n";
        ++lines;
    }
    EXPECT_TRUE(all.find("GeoNames, CC BY 4.0") != std::string::npos && all.find("relief ETOPO5, SRTM30") != std::string::npos) << all;
    EXPECT_GE(lines, 2);
    for (const RectPx& taken : blocked) EXPECT_TRUE(taken == panel || taken.bottom() <= map.bottom() - 20 || !taken.overlaps(panel));
}

/// The bar that was drawn: its ends, and how long it says it is.
struct DrawnBar {
    RectPx rect;
    double says_m = 0;
};
std::optional<DrawnBar> bar_in(const std::vector<Item>& items) {
    DrawnBar bar;
    for (const Item& item : items) {
        if (const auto* rect = std::get_if<FillRect>(&item); rect && rect->stroke_px > 0) bar.rect = rect->rect;
        const auto* text = std::get_if<DrawText>(&item);
        if (!text) continue;
        if (text->text.ends_with(" km")) bar.says_m = std::stod(text->text) * 1000;
        else if (text->text.ends_with(" m")) bar.says_m = std::stod(text->text);
    }
    return bar.says_m > 0 ? std::optional(bar) : std::nullopt;
}
std::vector<Item> bar_on(const Camera& camera, RectPx rect, float scale = 1) {
    std::vector<Item> items;
    append_scale_bar(transform_of(camera, rect, scale), testing::theme(), testing::type(),
                     {rect.right() - 16 * scale, rect.bottom() - 20 * scale}, scale, items);
    return items;
}

TEST(ScaleBar, AndCreditsStandBesideTheButtonsAtTheRightEdge) {
    testing::Scene scene;
    scene.furniture.attribution = scene.furniture.scale_bar = true;
    const RectPx map = scene.input().layout.map;
    const auto bar_with = [&](std::vector<RectPx> covered) {
        scene.furniture.covered = std::move(covered);
        const std::optional<DrawnBar> bar = bar_in(furnish(scene).over.items);
        EXPECT_TRUE(bar);
        return bar ? bar->rect : RectPx{};
    };
    const RectPx free = bar_with({});
    const RectPx buttons{map.right() - 48, map.bottom() - 140, 32, 130}, above{map.right() - 48, map.y + 40, 32, 96};
    EXPECT_EQ(bar_with({above}), free);
    const RectPx beside = bar_with({buttons});
    EXPECT_LE(beside.right() + 8, buttons.x);
    EXPECT_NEAR(beside.y, free.y, 40);
    for (const Item& item : furnish(scene).over.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text || text->at.y <= buttons.y) continue;
        EXPECT_LE(text->at.x, buttons.x) << text->text;
    }
}

TEST(ScaleBar, IsAsLongOnTheGroundAsItSaysWhereItLies) {
    for (const double lat : {0.0, 42.0, 65.0, -35.0}) {
        for (const double zoom : {3.5, 6.0, 11.0, 16.0}) {
            for (const double bearing : {0.0, 35.0, -120.0}) {
                Camera camera = testing::looking_at(20, lat, zoom);
                camera.bearing_deg = bearing;
                const RectPx rect{0, 0, 1000, 600};
                const auto bar = bar_in(bar_on(camera, rect));
                ASSERT_TRUE(bar) << lat << " " << zoom;
                const MapTransform map = transform_of(camera, rect, 1);
                // The ground under the bar, step by step along the row of pixels that it lies on.
                double ground_m = 0;
                for (int i = 0; i < 20; ++i) {
                    const auto at = [&](int k) {
                        return geo::lonlat_from(
                            world_from_screen(map, {bar->rect.x + bar->rect.w * static_cast<float>(k) / 20, bar->rect.y}));
                    };
                    ground_m += geo::geodesic_m(at(i), at(i + 1));
                }
                EXPECT_NEAR(ground_m, bar->says_m, 0.012 * bar->says_m) << lat << " " << zoom << " " << bearing;
            }
        }
    }
}

TEST(ScaleBar, NamesItsOwnLatitudeWhereTheScaleVaries) {
    const RectPx rect{0, 0, 1000, 600};
    const auto texts = [&](double zoom) { return texts_of(bar_on(testing::looking_at(20, 50, zoom), rect)); };
    const auto far = texts(3.6);
    const auto note = std::find_if(far.begin(), far.end(), [](const std::string& t) { return t.starts_with("at "); });
    ASSERT_NE(note, far.end());
    const double lat = geo::lonlat_from(world_from_screen(transform_of(testing::looking_at(20, 50, 3.6), rect, 1), {900, 577})).lat_deg;
    EXPECT_NEAR(std::stod(note->substr(3)), lat, 1);
    EXPECT_TRUE(note->ends_with("° N"));
    EXPECT_FALSE(has(texts(10), "at "));
}

TEST(ScaleBar, IsTrueAtTheCentreAndSaysSoWhereTheScaleDiffersMuchOverTheMap) {
    struct View {
        Camera camera;
        RectPx rect;
        const char* note;
    };
    std::vector<View> views{{testing::looking_at(20, 30, 0.8), {0, 0, 1000, 600}, "at 30° N"},  // the whole world
                            {testing::looking_at(20, 70, 2), {0, 0, 1600, 900}, "at 70° N"},    // up to the pole
                            {testing::looking_at(20, 0, 0.6), {0, 0, 1000, 600}, "at the equator"},
                            {testing::looking_at(20, 60, 2.4), {0, 0, 1600, 900}, "at the centre"},
                            {testing::looking_at(20, 40, 1.2), {0, 0, 1000, 600}, "at the centre"}};
    views[3].camera.bearing_deg = 40;
    views[4].camera.projection = Projection::Globe;
    for (const View& view : views) {
        const std::vector<Item> items = bar_on(view.camera, view.rect);
        const auto bar = bar_in(items);
        ASSERT_TRUE(bar) << view.note;
        EXPECT_TRUE(has(texts_of(items), view.note)) << view.note;
        EXPECT_GT(bar->rect.x, 0.5f * view.rect.w) << "in its usual corner";
        // The ground along so many pixels about the middle of the map.
        const MapTransform map = transform_of(view.camera, view.rect, 1);
        double ground_m = 0;
        for (int i = 0; i < 40; ++i) {
            const auto at = [&](int k) {
                return geo::lonlat_from(
                    world_from_screen(map, {0.5f * view.rect.w + bar->rect.w * (static_cast<float>(k) / 40 - 0.5f), 0.5f * view.rect.h}));
            };
            ground_m += geo::geodesic_m(at(i), at(i + 1));
        }
        EXPECT_NEAR(ground_m, bar->says_m, 0.015 * bar->says_m) << view.note;
    }
    EXPECT_FALSE(has(texts_of(bar_on(testing::looking_at(20, 42, 5), {0, 0, 400, 300})), "at "));
}

TEST(NorthArrow, PointsNorthOnlyWhereNorthIsNotUp) {
    const RectPx rect{0, 0, 1000, 600};
    for (const double bearing : {0.0, 30.0, -75.0, 180.0}) {
        Camera camera = testing::looking_at(20, 45, 6);
        camera.bearing_deg = bearing;
        const MapTransform map = transform_of(camera, rect, 1);
        const auto north = north_at(map, {500, 300});
        ASSERT_TRUE(north);
        // The bearing is the direction that is up: with east up, north is at the left.
        EXPECT_NEAR(std::remainder(*north + bearing * 3.14159265358979 / 180, 6.28318530717959), 0, 1e-3) << bearing;
        const PointPx further = screen_from_world(map, geo::world_from({20, 46}));
        EXPECT_NEAR(std::remainder(std::atan2(double{further.x} - 500, 300 - double{further.y}) - *north, 6.28318530717959), 0, 1e-3);
        testing::Scene scene;
        scene.camera = camera;
        const Furnished drawn = furnish(scene);
        const bool shown = std::any_of(drawn.placement.hits.begin(), drawn.placement.hits.end(),
                                       [](const Hit& h) { return h.kind == Hit::Kind::NorthArrow; });
        EXPECT_EQ(shown, bearing != 0);
        EXPECT_EQ(has(texts_of(drawn.over.items), "N"), bearing != 0);
    }
}

TEST(Graticule, IsNamedWhereItsLinesLeaveTheMap) {
    const RectPx rect{0, 0, 1200, 700};
    for (const double bearing : {0.0, 25.0}) {
        Camera camera = testing::looking_at(179, 12, 4);  // over the antimeridian
        camera.bearing_deg = bearing;
        const MapTransform map = transform_of(camera, rect, 1);
        const auto marks = graticule_marks(map, 5, 1);
        ASSERT_GT(marks.size(), 12u);
        std::set<std::string> labels;
        for (const GraticuleMark& mark : marks) {
            labels.insert(mark.label);
            const geo::LonLat at = geo::lonlat_from(world_from_screen(map, mark.at));
            const double off = mark.meridian ? std::remainder(at.lon_deg - mark.degrees, 360.0) : at.lat_deg - mark.degrees;
            EXPECT_NEAR(off, 0, 0.02) << mark.label;
            const bool across = mark.edge == GraticuleMark::Edge::Top || mark.edge == GraticuleMark::Edge::Bottom;
            EXPECT_NEAR(across ? std::min(mark.at.y, rect.bottom() - mark.at.y) : std::min(mark.at.x, rect.right() - mark.at.x), 0, 0.01);
        }
        for (const char* label : {"180°", "175° E", "175° W", "10° N", "0°"}) EXPECT_TRUE(labels.contains(label)) << label;
    }
    EXPECT_EQ(latitude_label(-2.5), "2.5° S");
}

TEST(Graticule, OfAMapThatEndsWithinItsFrameIsNamedAtTheMapsEdge) {
    Camera camera = testing::looking_at(10, 0, 1);
    camera.projection = Projection::EqualEarth;
    std::set<std::string> left, foot;
    for (const GraticuleMark& mark : graticule_marks(transform_of(camera, {0, 0, 1200, 900}, 1), 30, 1)) {
        if (mark.edge == GraticuleMark::Edge::Left) left.insert(mark.label);
        if (mark.edge == GraticuleMark::Edge::Bottom) foot.insert(mark.label);
    }
    for (const char* label : {"60° N", "30° N", "0°", "30° S", "60° S"}) EXPECT_TRUE(left.contains(label)) << label;
    for (const char* label : {"120° W", "0°", "150° E"}) EXPECT_TRUE(foot.contains(label)) << label;
}

TEST(Locator, StandsStillWhileTheMapMovesOverANearPlace) {
    const geo::LonLat baku{49.9, 40.4};
    const geo::LonLat first = Locator::turned_to(baku, std::nullopt);
    EXPECT_EQ(first, baku);
    EXPECT_EQ(Locator::turned_to({44.8, 41.7}, first), first);
    EXPECT_NE(Locator::turned_to({-60, 10}, first), first);
    EXPECT_FALSE(wants_locator(transform_of(testing::looking_at(20, 30, 1), {0, 0, 1200, 700}, 1)));
    const MapTransform map = transform_of(testing::looking_at(20, 45, 6), {0, 0, 1200, 700}, 1);
    EXPECT_TRUE(wants_locator(map));
    for (const geo::LonLat corner : outline_of(map)) {
        const PointPx p = screen_from_world(map, geo::world_from(corner));
        EXPECT_NEAR(std::min({std::abs(p.x), std::abs(p.x - 1200), std::abs(p.y), std::abs(p.y - 700)}), 0, 0.5);
    }
}

TEST(Furniture, DoesNotJumpAboutWhileTheMapMoves) {
    testing::Scene scene;
    scene.furniture.legend = scene.furniture.locator = true;
    Placement before = furnish(scene).placement;
    const auto first = before.slots;
    ASSERT_EQ(first.size(), 2u);
    for (int i = 0; i < 60; ++i) {
        scene.camera.center.x += 0.0012 * std::sin(i * 0.7);
        scene.camera.center.y += 0.0009 * std::cos(i * 1.3);
        Placement next = furnish(scene, before).placement;
        next.camera = scene.camera;
        EXPECT_EQ(next.slots, first) << i;
        EXPECT_EQ(next.locator_center, before.locator_center);
        before = std::move(next);
    }
}

TEST(Furniture, FitsPicturesOfAnySizeAndOverlapsNothing) {
    struct Size {
        float w, h, scale;
    };
    for (const Size size :
         {Size{400, 300, 1}, Size{640, 360, 1}, Size{1000, 1000, 1}, Size{800, 600, 2}, Size{3840, 2160, 1}, Size{3840, 2160, 2.5f}}) {
        testing::Scene scene;
        scene.layout = {{0, 0, size.w, size.h}, {}, size.scale};
        scene.camera.bearing_deg = 20;
        Furniture& f = scene.furniture;
        f.date_title = f.legend = f.scale_bar = f.attribution = f.degrees = f.locator = true;
        f.title = "A bulletin of some length on transport, trade and security";
        f.source_note = "Source: A bulletin of some length on transport, trade and security, 30 April 2023";
        const Furnished drawn = furnish(scene);
        ASSERT_GE(drawn.blocked.size(), 4u) << size.w;
        for (std::size_t i = 0; i < drawn.blocked.size(); ++i) {
            const RectPx& a = drawn.blocked[i];
            EXPECT_TRUE(holds(grown(scene.layout.map, 0.5f), a)) << size.w << "x" << size.h << ": " << i;
            for (std::size_t j = 0; j < i; ++j)
                EXPECT_FALSE(a.overlaps(drawn.blocked[j])) << size.w << "x" << size.h << ": " << i << " " << j;
        }
    }
}

TEST(Furniture, NamesEachCreditOnceInLinesThatFit) {
    MapNotes notes;
    for (const char* whom :
         {"Natural Earth", "GeoNames, CC BY 4.0", "boundaries: Ministry of maps, 2024", "routes: Dateline", "Natural Earth"})
        notes.credit(whom);
    EXPECT_EQ(notes.credits.size(), 4u);
    testing::Scene scene;
    scene.layout.map = {0, 0, 420, 300};
    const ViewInput input = scene.input();
    const MapTransform map = transform_of(input.camera, input.layout.map, 1);
    Frame over;
    const RectPx box = append_credits({input, map, over}, notes, 404, 292, 388);
    std::string all;
    for (const std::string& line : texts_of(over.items)) all += line + " · ";
    for (const std::string& whom : notes.credits) EXPECT_NE(all.find(whom), std::string::npos) << whom;
    EXPECT_GE(box.x, 16);
    EXPECT_GT(texts_of(over.items).size(), 1u);
}

TEST(Furniture, ACreditThatIsWiderThanTheMapGoesOnBelow) {
    testing::Scene scene;
    MapNotes notes;
    notes.credit("routes: Dateline, contributors of the open map, a survey of pipelines (CC BY 4.0)");
    const ViewInput input = scene.input();
    Frame over;
    append_credits({input, transform_of(input.camera, input.layout.map, 1), over}, notes, 204, 292, 180);
    std::string all;
    for (const std::string& line : texts_of(over.items)) all = line + (all.empty() ? "" : " ") + all;  // from the foot up
    EXPECT_EQ(all, notes.credits.front());
    EXPECT_GT(texts_of(over.items).size(), 1u);
}

/// The flag of the timeline says the day; over a small map a plate with it once more would hide what happens there.
TEST(Furniture, ASmallMapOverATimelineLeavesTheDateToIt) {
    testing::Scene scene;
    scene.furniture.date_title = true;
    scene.options.playhead = calendar::day(2023, 4, 25);
    const auto says_date = [&](float map_h, float timeline_h) {
        scene.layout = {{0, 0, 700, map_h}, {0, map_h, 700, timeline_h}, 1};
        return has(texts_of(furnish(scene).over.items), "25 April 2023");
    };
    EXPECT_FALSE(says_date(300, 240));
    EXPECT_TRUE(says_date(300, 0)) << "nothing else does";
    EXPECT_TRUE(says_date(500, 240));
    const auto heading_h = [&](float map_h) {
        scene.layout = {{0, 0, 700, map_h}, {0, map_h, 700, 240}, 1};
        return furnish(scene).blocked.front().h;
    };
    EXPECT_LT(heading_h(430), heading_h(500) - 15) << "a low map has it in one line";
    scene.furniture.title = "Ports";
    EXPECT_TRUE(says_date(300, 240)) << "a picture with a title is whole";
}

TEST(Furniture, CreditsOfASmallMapRunOnInFewLines) {
    testing::Scene scene;
    scene.furniture.attribution = true;
    MapNotes notes;
    for (const char* whom : {"Natural Earth", "GeoNames, CC BY 4.0", "boundaries: de facto, not authoritative", "relief ETOPO5, SRTM30",
                             "routes: somebody, and contributors"})
        notes.credit(whom);
    scene.layout = {{0, 0, 360, 300}, {}, 1};
    const ViewInput input = scene.input();
    const MapTransform map = transform_of(input.camera, input.layout.map, 1);
    Frame over;
    const RectPx laid = append_credits({input, map, over}, notes, 344, 292, 328);
    const std::vector<std::string> lines = texts_of(over.items);
    std::string all;
    for (const std::string& line : lines) {
        EXPECT_FALSE(line.starts_with("·") || line.starts_with(" ")) << line;
        all = line + " " + all;  // from the foot up
    }
    EXPECT_EQ(lines.size(), 3u) << all << "in parts, each on a line of its own, they are five";
    EXPECT_NE(all.find("boundaries: de facto, not authoritative"), std::string::npos) << all;
    EXPECT_LE(laid.w, 328);
}

TEST(Furniture, CreditsOfASmallMapKeepALicenceWhole) {
    testing::Scene scene;
    scene.furniture.attribution = true;
    MapNotes notes;
    for (const char* whom : {"Natural Earth", "routes: Monitor of Energy (CC BY 4.0)", "relief ETOPO5"}) notes.credit(whom);
    const ViewInput input = scene.input();
    const MapTransform map = transform_of(input.camera, {0, 0, 360, 300}, 1);
    for (float room = 120; room < 330; room += 7) {
        Frame over;
        append_credits({input, map, over}, notes, 344, 292, room);
        for (const std::string& line : texts_of(over.items))
            EXPECT_EQ(line.find("(CC") != line.npos, line.find("4.0)") != line.npos) << room << ": " << line;
    }
}

TEST(Furniture, TheHeadingOfAPictureMakesWayForAnEvent) {
    testing::Scene scene;
    scene.furniture.title = "Ships";
    scene.furniture.date_title = true;
    scene.camera = testing::looking_at(20, 45, 5);
    const geo::LonLat under = geo::lonlat_from(world_from_screen(transform_of(scene.camera, scene.layout.map, 1), {90, 70}));
    document::Briefing::Parts parts;
    parts.events.push_back(std::make_shared<const document::Event>(
        testing::at(testing::event("a", "Ship lost", "2021-03-14", document::Category::Security), under.lon_deg, under.lat_deg)));
    const document::Briefing lost(std::move(parts));
    const auto title_x = [&] {
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        for (const Item& item : frame.items)
            if (const auto* text = std::get_if<DrawText>(&item); text && text->text == scene.furniture.title) return text->at.x;
        return -1.f;
    };
    const document::Briefing none;
    scene.briefing = &none;
    const float usual = title_x();
    EXPECT_LT(usual, 60);
    scene.briefing = &lost;
    EXPECT_GT(title_x(), 120);
    scene.options.clock_s = 10;  // in the window it stays where it is
    EXPECT_EQ(title_x(), usual);
}

TEST(Furniture, TheHeadingLeavesTheTopWhereEventsTakeAllOfIt) {
    testing::Scene scene;
    scene.furniture.title = "Ships";
    scene.furniture.date_title = scene.furniture.attribution = scene.furniture.scale_bar = true;
    scene.camera = testing::looking_at(20, 45, 5);
    for (const RectPx map : {RectPx{0, 0, 1200, 720}, {0, 0, 500, 380}}) {
        scene.layout.map = map;
        const MapTransform transform = transform_of(scene.camera, map, 1);
        const document::Briefing lost(ships_lost_along(transform, 30, map.w, 45, 60));
        scene.briefing = &lost;
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        std::optional<RectPx> heading;
        for (const Item& item : frame.items)
            if (const auto* text = std::get_if<DrawText>(&item); text && text->text == scene.furniture.title)
                heading = RectPx{text->at.x, text->at.y - text->style.size_px, testing::type().width_px(text->text, text->style),
                                 1.2f * text->style.size_px};
        ASSERT_TRUE(heading);
        EXPECT_GT(heading->y, 70) << map.w;
        for (const PointPx at : events_on_screen(scene.input(), transform, 100)) EXPECT_FALSE(heading->overlaps(around(at, 5))) << map.w;
    }
}

TEST(Furniture, TheHeadingOfASmallPictureKeepsOffTheCredits) {
    MapNotes notes;
    for (const char* whom :
         {"Natural Earth", "GeoNames, CC BY 4.0", "boundaries: de facto, not authoritative", "relief: a survey of the whole sea floor",
          "routes: those who surveyed them on foot", "pictures: whoever took them, by their leave"})
        notes.credit(whom);
    testing::Scene scene;
    scene.furniture.title = "Ships that were lost";
    scene.furniture.date_title = scene.furniture.attribution = true;
    for (const RectPx size : {RectPx{0, 0, 320, 200}, {0, 0, 320, 240}, {0, 0, 400, 200}}) {
        scene.layout.map = size;
        const ViewInput input = scene.input();
        MapContent content;
        for (float x = 8; x < size.w; x += 16) content.events.push_back({x, 30, 12, 12});  // all along the top
        Frame over;
        Placement placement;
        std::vector<RectPx> blocked;
        FurnitureLayer().append(input, transform_of(input.camera, input.layout.map, 1), notes, content, {}, over, placement, blocked);
        ASSERT_EQ(blocked.size(), 2u) << "heading, credits";
        EXPECT_GE(blocked[1].h, 3 * 13) << size.w << "x" << size.h << ": three lines";
        EXPECT_FALSE(blocked[0].overlaps(blocked[1])) << size.w << "x" << size.h;
    }
}

TEST(Furniture, TheHeadingOfASmallPictureTakesTwoLinesBeforeTheWidthOfTheMap) {
    testing::Scene scene;
    scene.furniture.title = "Talks about the railway over the border";
    scene.furniture.date_title = true;
    scene.layout.map = {0, 0, 480, 320};
    const ViewInput input = scene.input();
    Frame over;
    Placement placement;
    std::vector<RectPx> blocked;
    FurnitureLayer().append(input, transform_of(input.camera, input.layout.map, 1), {}, {}, {}, over, placement, blocked);
    ASSERT_FALSE(blocked.empty());
    EXPECT_LT(blocked[0].w, 0.56f * 480);
    std::string read;
    for (const Item& item : over.items)
        if (const auto* text = std::get_if<DrawText>(&item); text && text->style.face == Face::SemiBold && text->style.size_px > 13.5f)
            read += (read.empty() ? "" : " ") + text->text;
    EXPECT_EQ(read, scene.furniture.title) << "and all of it is there";
}

TEST(Furniture, ExplainsInTheLegendWhatALayerOfItsOwnDraws) {
    MapNotes notes;
    LegendRow own;
    own.what = LegendRow::What::Own;
    own.label = "Earthquakes, by magnitude";
    own.sample = [](const LegendCell& cell, std::vector<Item>& items) {
        items.push_back(Symbol{MarkerShape::Ring, {cell.x0, cell.y}, 3, {}, {}, 0, {}});
    };
    notes.explain(own);
    notes.explain(own);
    testing::Scene scene;
    const ViewInput input = scene.input();
    const auto rows = legend_rows(notes);
    const auto is_own = [](const LegendRow& r) { return r.what == LegendRow::What::Own; };
    ASSERT_EQ(std::count_if(rows.begin(), rows.end(), is_own), 1);
    std::vector<Item> items;
    append_sample(*std::find_if(rows.begin(), rows.end(), is_own), testing::theme(), 10, 40, 5, 1, items);
    ASSERT_EQ(items.size(), 1u);
    EXPECT_FLOAT_EQ(std::get<Symbol>(items[0]).center.x, 10);
}

TEST(Furniture, ALegendWithoutRoomLeavesOutTheRoutesThatShowLeast) {
    testing::Scene scene;
    const ViewInput input = scene.input();
    const MapTransform map = transform_of(input.camera, input.layout.map, input.layout.scale);
    Frame over;
    std::vector<LegendRow> rows;
    const auto add = [&](LegendRow::What what, const char* label, float seen_px = 0) -> LegendRow& {
        LegendRow& row = rows.emplace_back();
        row.what = what;
        row.label = label;
        row.seen_px = seen_px;
        return row;
    };
    add(LegendRow::What::Category, "Security");
    add(LegendRow::What::Route, "long", 500);
    add(LegendRow::What::Route, "short", 10);
    add(LegendRow::What::Route, "selected", 1).emphasised = true;
    add(LegendRow::What::Route, "shortest", 5);
    add(LegendRow::What::AreaPlace, "area");
    add(LegendRow::What::Heat, "heat");
    add(LegendRow::What::FerryLeg, "ferry");
    const LegendPlate plate = legend_plate({input, map, over}, rows, 136);  // room for six rows, one of them "and 3 more"
    std::vector<std::string> left;
    for (const LegendRow& row : plate.rows) left.push_back(row.label);
    EXPECT_EQ(left, (std::vector<std::string>{"Security", "long", "selected", "area", "heat"}))
        << "a line over much of the map before what is seen here and there";
    EXPECT_EQ(plate.left_out, 3u);
}

TEST(Furniture, SaysDateCreditsAndScaleAndKeepsLabelsOff) {
    testing::Scene scene;
    scene.options.playhead = calendar::day(2023, 4, 25);
    scene.furniture.date_title = scene.furniture.scale_bar = scene.furniture.attribution = true;
    const Furnished drawn = furnish(scene);
    const auto texts = texts_of(drawn.over.items);
    EXPECT_TRUE(has(texts, "25 April 2023"));
    EXPECT_TRUE(has(texts, "Tuesday"));
    EXPECT_TRUE(has(texts, testing::basemap().attribution));
    EXPECT_TRUE(has(texts, " km"));
    EXPECT_EQ(drawn.blocked.size(), 3u);
    for (const RectPx& box : drawn.blocked) {
        EXPECT_GE(box.x, 0);
        EXPECT_LE(box.right(), scene.layout.map.right());
        EXPECT_LE(box.bottom(), scene.layout.map.bottom());
    }
}

TEST(Furniture, LaysTheLegendWhereItHidesNoEvent) {
    testing::Scene scene;
    scene.furniture.legend = true;
    const Furnished drawn = furnish(scene);
    ASSERT_FALSE(drawn.blocked.empty());
    const RectPx legend = drawn.blocked.back();
    EXPECT_LE(legend.w, 0.46f * scene.layout.map.w);
    for (PointPx p : events_on_screen(scene.input(), drawn.map, 1000)) EXPECT_FALSE(legend.contains(p));
}

/// The legend's plate; nullopt without one.
std::optional<RectPx> legend_in(const std::vector<Item>& items) {
    for (const Item& item : items)
        if (const auto* rect = std::get_if<FillRect>(&item);
            rect && rect->top_left == with_alpha(testing::theme().panel, 0.94f) && rect->radius == 4)
            return rect->rect;
    return std::nullopt;
}
bool hides_any(const RectPx& place, const std::vector<RectPx>& boxes) {
    return std::any_of(boxes.begin(), boxes.end(), [&](const RectPx& box) { return place.overlaps(box); });
}
/// Whether anything of a size finds a place along the map's edges, with room to spare.
bool has_room(const RectPx& map, float w, float h, const std::vector<RectPx>& taken) {
    const float left = map.x + 16, right = map.right() - 16 - w, top = map.y + 16, foot = map.bottom() - 16 - h;
    const auto free = [&](float x, float y) { return !hides_any(grown({x, y, w, h}, 28), taken); };
    for (float y = top; y <= foot; y += 4)
        if (free(left, y) || free(right, y)) return true;
    for (float x = left; x <= right; x += 4)
        if (free(x, top) || free(x, foot)) return true;
    return false;
}

TEST(Furniture, CoversNoEventWhereverThereIsAFreePlace) {
    std::mt19937 random(7);
    const auto upto = [&](float most) { return std::uniform_real_distribution<float>(0, most)(random); };
    int elsewhere = 0, folded = 0;
    for (int view = 0; view < 400; ++view) {
        testing::Scene scene;
        scene.layout.map = {0, 0, 700 + upto(900), 480 + upto(500)};
        scene.camera.bearing_deg = view % 3 == 0 ? 40 : 0;
        scene.furniture.legend = scene.furniture.scale_bar = scene.furniture.attribution = true;
        const RectPx rect = scene.layout.map;
        const ViewInput input = scene.input();
        const MapTransform map = transform_of(input.camera, rect, 1);
        MapNotes notes;
        notes.credit("Natural Earth");
        for (int row = 0; row < 4 + view % 9; ++row) notes.explain(LegendRow::What::Category, "Kind " + std::to_string(row));
        MapContent content;
        for (int i = 0; i < 10 + view % 70; ++i) content.events.push_back(around({upto(rect.w), upto(rect.h)}, 7));
        Frame over;
        Placement placement;
        std::vector<RectPx> blocked;
        FurnitureLayer().append(input, map, notes, content, {}, over, placement, blocked);
        for (std::size_t i = 0; i < blocked.size(); ++i) {
            if (!hides_any(blocked[i], content.events)) continue;
            std::vector<RectPx> others = content.events;
            for (std::size_t k = 0; k < i; ++k) others.push_back(blocked[k]);
            const bool small = blocked[i].h < 45 && blocked[i].w > blocked[i].h + 1;  // credits and scale bar have corners only
            if (!small) {
                EXPECT_FALSE(has_room(rect, blocked[i].w, blocked[i].h, others)) << view << ": " << i;
                continue;
            }
            for (const PointPx corner :
                 {PointPx{16, rect.bottom() - 8 - blocked[i].h}, {rect.w - 16 - blocked[i].w, rect.bottom() - 8 - blocked[i].h}})
                EXPECT_TRUE(hides_any(grown({corner.x, corner.y, blocked[i].w, blocked[i].h}, 28), others)) << view << ": " << i;
        }
        const auto legend = legend_in(over.items);
        ASSERT_TRUE(legend) << view;
        elsewhere += legend->x > 17 ? 1 : 0;
        folded += placement.slots.at(FurnitureSlot::Legend) >= kMostPlaces ? 1 : 0;
    }
    EXPECT_GT(elsewhere, 40);
    EXPECT_GT(folded, 10);  // and the test has met views so full that only a small legend fits
}

TEST(Furniture, ALegendIsNotFoldedUntilItExplainsNothing) {
    const auto rows_in = [](float w, float h, float free_h) {
        testing::Scene scene;
        scene.layout.map = {0, 0, w, h};
        scene.furniture.legend = true;
        const ViewInput input = scene.input();
        MapNotes notes;
        for (int row = 0; row < 12; ++row) notes.explain(LegendRow::What::Category, "Kind " + std::to_string(row));
        MapContent content;  // so thick that only a strip at the top is free
        for (float x = 0; x < w; x += 30)
            for (float y = free_h; y < h; y += 30) content.events.push_back(around({x, y}, 5));
        Frame over;
        Placement placement;
        std::vector<RectPx> blocked;
        FurnitureLayer().append(input, transform_of(input.camera, input.layout.map, 1), notes, content, {}, over, placement, blocked);
        int rows = 0;
        for (const std::string& text : texts_of(over.items)) rows += text.starts_with("Kind") ? 1 : 0;
        return rows;
    };
    EXPECT_GE(rows_in(700, 480, 140), 3);  // folded, beside the events
    EXPECT_GE(rows_in(700, 480, 85), 3);   // two rows would fit
    EXPECT_EQ(rows_in(500, 360, 140), 0);  // a small map keeps its room
}

TEST(Furniture, CreditsGoIntoAColumnWhereEventsTakeTheFoot) {
    testing::Scene scene;
    scene.furniture.title = "A heading that is as wide as a heading may well be";
    scene.furniture.attribution = scene.furniture.date_title = true;
    scene.furniture.source_note =
        "Source: the reports of twelve harbour towns of the northern coast, and what their newspapers made of them in spring";
    scene.camera = testing::looking_at(20, 45, 5);
    scene.layout.map = {0, 0, 1200, 720};
    const MapTransform transform = transform_of(scene.camera, scene.layout.map, 1);
    const document::Briefing lost(ships_lost_along(transform, 560, 1180, 50, 700));
    scene.briefing = &lost;
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    int lines = 0;
    for (const Item& item : frame.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text || text->align != AlignX::Right || text->style.size_px > 11.5f || text->at.y < 600) continue;
        ++lines;
        const float w = testing::type().width_px(text->text, text->style);
        for (const PointPx at : events_on_screen(scene.input(), transform, 100))
            EXPECT_FALSE(RectPx({text->at.x - w, text->at.y - 9, w, 11}).overlaps(around(at, 4))) << text->text;
    }
    EXPECT_GT(lines, 1);
}

TEST(Furniture, OfAFrameHidesNoSymbolAndNoCount) {
    std::mt19937 random(11);
    std::uniform_real_distribution<double> lon(10, 40), lat(38, 52);
    for (int view = 0; view < 30; ++view) {
        document::Briefing::Parts parts;
        for (int i = 0; i < 8 + view; ++i) {
            auto event = testing::event("e" + std::to_string(i), "Something opened", "2021-03-10", static_cast<document::Category>(i % 6));
            parts.events.push_back(std::make_shared<const document::Event>(testing::at(std::move(event), lon(random), lat(random))));
        }
        const document::Briefing briefing(std::move(parts));
        testing::Scene scene;
        scene.briefing = &briefing;
        scene.furniture.legend = scene.furniture.scale_bar = true;
        scene.camera = testing::looking_at(25, 45.5, 5.2);
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        const auto legend = legend_in(frame.items);
        ASSERT_TRUE(legend) << view;
        for (const Hit& hit : placement.hits) {
            if (hit.kind != Hit::Kind::Event && hit.kind != Hit::Kind::Cluster) continue;
            EXPECT_FALSE(legend->overlaps(grown(hit.rect, -5))) << view << ": " << hit.id;
        }
    }
}

TEST(Furniture, LegendThatHidesAnEventWaitsUntilTheMapRests) {
    testing::Scene scene;
    scene.furniture.legend = true;
    MapNotes notes;
    for (const char* label : {"Security", "Diplomacy", "Energy"}) notes.explain(LegendRow::What::Category, label);
    const auto laid = [&](const MapContent& content, const Placement& previous) {
        const ViewInput input = scene.input();
        Frame over;
        Placement placement;
        std::vector<RectPx> blocked;
        FurnitureLayer().append(input, transform_of(input.camera, input.layout.map, 1), notes, content, previous, over, placement, blocked);
        placement.camera = input.camera;
        return std::pair{legend_in(over.items).value(), placement};
    };
    const auto [first, before] = laid({}, {});
    MapContent event;
    event.events.push_back(around({first.x + 20, first.y + 20}, 7));
    scene.camera.center.x += 0.001;
    const auto [moving, during] = laid(event, before);
    EXPECT_EQ(moving, first);
    const auto [resting, after] = laid(event, during);
    EXPECT_FALSE(resting.overlaps(event.events.front()));
    EXPECT_EQ(resting.w, first.w);
    // A name alone is not worth a move, and the event's going neither.
    MapContent name;
    name.names.push_back(around({resting.x + 20, resting.y + 20}, 7));
    EXPECT_EQ(laid(name, after).first, resting);
}

TEST(Furniture, AFoldedLegendHasItsRowsInColumns) {
    testing::Scene scene;
    const ViewInput input = scene.input();
    const MapTransform map = transform_of(input.camera, input.layout.map, 1);
    Frame over;
    std::vector<LegendRow> rows(10);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].label = "Row " + std::to_string(i);
    const FurniturePainter p{input, map, over};
    const LegendPlate one = legend_plate(p, rows, 400), two = legend_plate(p, rows, 130, 2);
    EXPECT_EQ(two.rows.size(), 10u);
    EXPECT_LT(two.h, 0.65f * one.h);
    EXPECT_GT(two.w, one.w);
    EXPECT_TRUE(legend_plate(p, {rows.begin(), rows.begin() + 4}, 130, 2).rows.empty());  // two lines are no columns
    append_legend(p, two, {100, 100, two.w, two.h});
    for (const Item& item : over.items)
        if (const auto* text = std::get_if<DrawText>(&item)) {
            EXPECT_TRUE((RectPx{100, 100, two.w, two.h}.contains(text->at))) << text->text;
            EXPECT_EQ(text->at.x > 100 + 0.5f * two.w, text->text >= "Row 5") << text->text;
        }
}

TEST(Furniture, DrawsRoutesInTheLegendAsOnTheMap) {
    const auto stroked = [](document::RouteStatus status) {
        LegendRow row;
        row.what = LegendRow::What::Route;
        row.kind = document::RouteKind::Cable;
        row.status = status;
        std::vector<Item> items;
        append_sample(row, testing::theme(), 0, 40, 10, 2, items);
        return std::get<StrokePath>(items.back());
    };
    EXPECT_EQ(stroked(document::RouteStatus::Existing).dash_px, (std::array<float, 4>{}));
    const auto& planned = testing::theme().measures.status_dash_px[static_cast<std::size_t>(document::RouteStatus::Planned)];
    EXPECT_FLOAT_EQ(stroked(document::RouteStatus::Planned).dash_px[0], 2 * planned[0]);
}

TEST(Furniture, AHeadingAcrossTheRimOfAGlobeHasNoGroundThatCutsIt) {
    testing::Scene scene;
    scene.furniture.title = "Ships on all the seas";
    scene.furniture.date_title = true;
    const auto has_ground = [&] {
        Placement placement;
        const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
        PointPx title{};
        for (const Item& item : frame.items)
            if (const auto* text = std::get_if<DrawText>(&item); text && text->text == scene.furniture.title) title = text->at;
        EXPECT_GT(title.x, 0);
        return std::any_of(frame.items.begin(), frame.items.end(), [&](const Item& item) {
            const auto* rect = std::get_if<FillRect>(&item);
            return rect && rect->rect.w < 600 && rect->rect.contains(title);
        });
    };
    EXPECT_TRUE(has_ground());
    scene.camera = testing::looking_at(0, 20, 2);
    scene.camera.projection = Projection::Globe;
    scene.layout.map = {0, 0, 700, 500};
    for (const double zoom : {1.6, 2.0, 2.3}) {
        scene.camera.zoom = zoom;
        EXPECT_FALSE(has_ground()) << zoom;
    }
    scene.camera.zoom = 2.8;
    EXPECT_TRUE(has_ground()) << "but for a corner it lies on the land, and would lie bare on its coasts and names";
    scene.camera.zoom = 5;
    EXPECT_TRUE(has_ground()) << "it is all globe there";
}

TEST(Furniture, ATitleThatWouldRunAcrossTheRimOfAGlobeIsSetInTwoLinesBesideIt) {
    testing::Scene scene;
    scene.furniture.title = "What the harbour towns told of ships this spring";
    scene.furniture.date_title = true;
    scene.layout.map = {0, 0, 1200, 640};
    scene.camera = testing::looking_at(0, 20, 1.6);
    scene.camera.projection = Projection::Globe;
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    const PlaneView plane(transform_of(scene.camera, scene.layout.map, 1));
    std::string read;
    for (const Item& item : frame.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text || text->style.face != Face::SemiBold || text->style.size_px < 19) continue;
        read += (read.empty() ? "" : " ") + text->text;
        EXPECT_FALSE(plane.world({text->at.x + testing::type().width_px(text->text, text->style), text->at.y})) << text->text;
    }
    EXPECT_EQ(read, scene.furniture.title) << "and all of it is there";
}

TEST(Furniture, CutsLongTitlesInsideTheMap) {
    testing::Scene scene;
    scene.layout.map = {0, 0, 420, 300};
    scene.furniture.title = "A title that is a good deal longer than the small map below it is wide, in two lines";
    scene.furniture.source_note = std::string("Source: ") + std::string(300, 'x');
    scene.furniture.attribution = true;
    for (const Item& item : furnish(scene).over.items) {
        const auto* text = std::get_if<DrawText>(&item);
        if (!text) continue;
        const float w = testing::type().width_px(text->text, text->style);
        const float x = text->align == AlignX::Left ? text->at.x : text->align == AlignX::Right ? text->at.x - w : text->at.x - w / 2;
        EXPECT_GE(x, 0);
        EXPECT_LE(x + w, 420.5f) << text->text;
    }
}

}  // namespace
}  // namespace dateline::view
