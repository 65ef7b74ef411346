#include "view/heat.h"
#include "view/map_edge.h"
#include "view/map_support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <tuple>

namespace dateline::view {
namespace {

std::vector<MapEvent> spread(std::size_t count, double sigma) {
    std::mt19937 random(5);
    std::normal_distribution<double> about(0.5, sigma);
    std::vector<MapEvent> events(count);
    for (MapEvent& event : events) event.at = {about(random), about(random)};
    return events;
}

MapView view_at(double zoom) {
    MapTransform map;
    map.rect = {0, 0, 1200, 800};
    map.center = {0.5, 0.5};
    map.world_px = 512 * std::exp2(zoom);
    return {map, 1};
}

TEST(CrowdScale, CountsWhatSharesASquare) {
    std::vector<MapEvent> events(300);
    for (std::size_t i = 0; i < events.size(); ++i) events[i].at = i < 200 ? geo::WorldPoint{0.1, 0.1} : geo::WorldPoint{0.9, 0.9};
    const CrowdScale crowd(events);
    EXPECT_NEAR(crowd.most(1.0 / 512), 200, 0.01);
    EXPECT_NEAR(crowd.shared(1.0 / 512), (200.0 * 200 + 100.0 * 100) / 300, 0.01);
    EXPECT_GE(crowd.most(1e-9), 1);
}

TEST(Heat, GivesWayToSymbolsWhileZoomingIn) {
    const CrowdScale crowd(spread(20'000, 0.05));
    float last = 1;
    EXPECT_EQ(heat_share(crowd, view_at(0), 12), 1);
    for (double zoom = 0; zoom < 14; zoom += 0.1) {
        const float share = heat_share(crowd, view_at(zoom), 12);
        EXPECT_LE(share, last + 1e-4f) << zoom;  // never back
        EXPECT_GT(share, last - 0.2f) << zoom;   // and never at a stroke
        last = share;
    }
    EXPECT_EQ(last, 0);
    EXPECT_EQ(heat_share(CrowdScale(spread(30, 0.1)), view_at(5), 12), 0);
}

std::shared_ptr<MarkerSet> markers(const std::vector<std::pair<PointPx, float>>& spots) {
    auto set = std::make_shared<MarkerSet>();
    set->key = 99;
    set->origin = {0.5, 0.5};
    for (const auto& [at, begin] : spots) {
        Marker m;
        m.x = (at.x - 600) / 4096;
        m.y = (at.y - 400) / 4096;
        m.begin_days = begin;
        m.end_days = begin + 1;
        set->markers.push_back(m);
    }
    return set;
}

DrawHeat heat_of(std::shared_ptr<const MarkerSet> set, float full = 50) {
    DrawHeat heat;
    heat.set = std::move(set);
    heat.sigma_px = 10;
    heat.full = full;
    heat.ramp = testing::theme().heat;
    return heat;
}

int alpha_at(const Image& image, float cell_px, float x, float y) {
    return image
        .rgba[4 * (static_cast<std::size_t>(y / cell_px) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x / cell_px)) +
              3];
}

TEST(Heat, IsStrongestWhereMostAreAndFallsOffWithTheBell) {
    std::vector<std::pair<PointPx, float>> spots(40, {{600, 400}, 0});
    spots.push_back({{300, 200}, 0});
    const Image image = heat_image(heat_of(markers(spots)), view_at(3).map, 2);
    EXPECT_EQ(image.width, 600);
    EXPECT_GT(alpha_at(image, 2, 600, 400), 250);
    EXPECT_GT(alpha_at(image, 2, 300, 200), 40);
    EXPECT_LT(alpha_at(image, 2, 300, 200), alpha_at(image, 2, 600, 400));
    EXPECT_EQ(alpha_at(image, 2, 300, 260), 0);
}

TEST(Heat, ShowsOnlyTheTimeWindow) {
    DrawHeat heat = heat_of(markers({{{600, 400}, 0}, {{300, 400}, 100}}));
    heat.time.window_begin_days = 50;
    const Image image = heat_image(heat, view_at(3).map, 2);
    EXPECT_EQ(alpha_at(image, 2, 600, 400), 0);
    EXPECT_GT(alpha_at(image, 2, 300, 400), 40);
}

TEST(Heat, EndsWithTheGlobe) {
    MapTransform map = view_at(1).map;
    map.projection = Projection::Globe;
    const auto limb = *PlaneView(map).limb();
    // Some way from the limb, near enough to spill over it.
    const auto near_limb = *PlaneView(map).world({limb.center.x + limb.radius - 6, limb.center.y});
    auto set = std::make_shared<MarkerSet>();
    set->origin = near_limb;
    set->markers.resize(50);
    for (Marker& m : set->markers) m.end_days = 1;
    const Image image = heat_image(heat_of(set), map, 1);
    EXPECT_GT(alpha_at(image, 1, limb.center.x + limb.radius - 4, limb.center.y), 100);
    EXPECT_EQ(alpha_at(image, 1, limb.center.x + limb.radius + 2, limb.center.y), 0);
    map.projection = Projection::Mercator;  // which has no such end
    set->origin = {0.5, 0.5};
    EXPECT_GT(alpha_at(heat_image(heat_of(set), map, 1), 1, 606, 400), 100);
}

TEST(Heat, EndsWhereTheMapOfAProjectionEnds) {
    for (const auto& [projection, lat, bearing] : {std::tuple{Projection::EqualEarth, 20.0, 0.0},
                                                   {Projection::EqualEarth, -35.0, 0.5},
                                                   {Projection::EqualEarth, 0.0, 0.0},
                                                   {Projection::LambertConformal, 50.0, 0.0},
                                                   {Projection::LambertConformal, -40.0, -0.7},
                                                   {Projection::LambertConformal, 85.0, 0.2},
                                                   {Projection::LambertAzimuthal, 60.0, 0.0},
                                                   {Projection::Globe, 30.0, 0.0}}) {
        MapTransform map;
        map.rect = {20, 10, 900, 700};
        map.center = geo::world_from({30, lat});
        map.world_px = 700;
        map.bearing_rad = bearing;
        map.projection = projection;
        const MapEdge edge = MapEdge::of(map);
        const PlaneView plane(map);
        int inside = 0, beyond = 0;
        for (float x = map.rect.x; x < map.rect.right(); x += 7) {
            for (float y = map.rect.y; y < map.rect.bottom(); y += 7) {
                const float px = edge.inside_px({x, y});
                const bool on_map = plane.world({x, y}).has_value();
                (on_map ? inside : beyond) += 1;
                if (std::abs(px) < 3) continue;  // of the edge itself
                ASSERT_EQ(px > 0, on_map) << geo::name_of(projection) << " " << lat << ": " << x << "," << y << " is " << px;
            }
        }
        EXPECT_GT(inside, 400) << geo::name_of(projection) << " " << lat;
        EXPECT_GT(beyond, 100) << geo::name_of(projection) << " " << lat;
    }
}

TEST(Heat, LiesUnderRoutesAndBoundaries) {
    document::Briefing::Parts parts;
    for (int i = 0; i < 3000; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event("h" + std::to_string(i), "H", "2021-03-10", document::Category::Other), 23, 44.5)));
    parts.routes = testing::briefing().routes();
    const document::Briefing briefing(std::move(parts));
    testing::Scene scene;
    scene.briefing = &briefing;
    scene.camera = testing::looking_at(23, 44.5, 4);
    Placement placement;
    const Frame frame = FrameBuilder().build(scene.input(), {}, placement);
    const auto heat =
        std::find_if(frame.items.begin(), frame.items.end(), [](const Item& item) { return std::holds_alternative<DrawHeat>(item); });
    ASSERT_NE(heat, frame.items.end());
    const auto lines_before = [&](auto first, auto last, bool cased) {
        return std::count_if(first, last, [&](const Item& item) {
            const auto* line = std::get_if<StrokeLines>(&item);
            return line && (line->style.casing.a > 0 && line->style.casing_width_px > 0) == cased;
        });
    };
    EXPECT_EQ(lines_before(frame.items.begin(), heat, true), 0);  // no route is buried
    EXPECT_GT(lines_before(heat, frame.items.end(), true), 2);    // and boundaries come once more, cased
}

TEST(Heat, OfManyReplacesMarkersFarOutAndHasAKey) {
    document::Briefing::Parts parts;
    std::mt19937 random(3);
    std::normal_distribution<double> about(0, 0.4);
    for (int i = 0; i < 3000; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event("h" + std::to_string(i), "H", "2021-03-10", document::Category::Other), 20 + about(random),
                        45 + about(random))));
    const document::Briefing briefing(std::move(parts));
    testing::Scene scene;
    scene.briefing = &briefing;
    const auto frame_at = [&](double zoom) {
        scene.camera = testing::looking_at(20, 45, zoom);
        Placement placement;
        return FrameBuilder().build(scene.input(), {}, placement);
    };
    const auto count = [](const Frame& frame, auto is) { return std::count_if(frame.items.begin(), frame.items.end(), is); };
    const auto is_heat = [](const Item& item) { return std::holds_alternative<DrawHeat>(item); };
    const auto is_key = [](const Item& item) {
        const auto* text = std::get_if<DrawText>(&item);
        return text && text->text == "Events in one spot";
    };
    const auto is_crowd = [](const Item& item) {
        const auto* draw = std::get_if<DrawMarkers>(&item);
        return draw && !draw->set->markers.empty();
    };
    const Frame far = frame_at(3), near = frame_at(12);
    scene.camera = testing::looking_at(28, 45, 6.2);  // beside the crowd, of which none is in view
    Placement placement;
    EXPECT_EQ(count(FrameBuilder().build(scene.input(), {}, placement), is_heat), 0);
    EXPECT_EQ(count(frame_at(6.2), is_heat), 1);
    EXPECT_EQ(count(far, is_heat), 1);
    EXPECT_EQ(count(far, is_key), 1);
    EXPECT_EQ(count(far, is_crowd), 0);
    EXPECT_EQ(count(near, is_heat), 0);
    EXPECT_EQ(count(near, is_key), 0);
    const auto is_number = [](const Item& item) {
        const auto* text = std::get_if<DrawText>(&item);
        return text && text->text.find_first_not_of("0123456789") == std::string::npos;
    };
    EXPECT_GT(count(near, is_crowd) + count(near, is_number), 0);  // symbols, or counts where they share a spot
}

}  // namespace
}  // namespace dateline::view
