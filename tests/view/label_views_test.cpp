#include "view/map_support.h"

#include "io/formats.h"
#include "io/routes.h"
#include "view/label_placement.h"
#include "view/label_text.h"
#include "view/names_layer.h"
#include "view/route_picker.h"
#include "view/text_pens.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace dateline::view {
namespace {

using testing::looking_at;
using testing::Scene;
namespace fs = std::filesystem;

/// The sample: its events and the routes that the program ships, over the base map that it ships.
const document::Briefing& sample() {
    static const document::Briefing briefing = [] {
        std::vector<std::string> warnings;
        auto events = io::read_events(fs::path(DATELINE_SOURCE_DIR) / "tests/golden/april.geojson", warnings).value();
        document::Briefing::Parts parts;
        parts.title = "Sample";
        parts.events = events.events();
        parts.routes = io::load_routes(fs::path(DATELINE_SOURCE_DIR) / "maps/routes", warnings).value();
        return document::Briefing(std::move(parts));
    }();
    return briefing;
}

/// A turned rectangle.
struct Box {
    std::array<PointPx, 4> corners;
};

/// The ink of a glyph about its pen, at an em of one.
RectPx ink_of(std::uint16_t font, std::uint32_t glyph) {
    static std::map<std::pair<std::uint16_t, std::uint32_t>, RectPx> known;
    const auto [found, is_new] = known.try_emplace({font, glyph});
    if (!is_new) return found->second;
    const GlyphField field = testing::type().field(font, glyph);
    if (field.width <= 2 * kGlyphSpreadPx) return found->second;
    const auto spread = static_cast<float>(kGlyphSpreadPx), em = static_cast<float>(kGlyphEmPx);
    return found->second = {(field.left + spread) / em, (-field.top + spread) / em, (static_cast<float>(field.width) - 2 * spread) / em,
                            (static_cast<float>(field.height) - 2 * spread) / em};
}

struct Written {
    std::string text;
    std::vector<Box> glyphs;
    RectPx bounds;
};

/// Every text of a frame as it is drawn, glyph by glyph.
template <class Text>
Written written(const Text& item) {
    Written out{item.text, {}, {}};
    const ShapedText& shaped = testing::type().shape(item.text, item.style.face, item.style.size_px, item.style.tracking_em);
    const std::vector<GlyphPen> pens = pens_of(item, shaped);
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (std::size_t i = 0; i < pens.size(); ++i) {
        const RectPx ink = ink_of(shaped.glyphs[i].font, shaped.glyphs[i].glyph);
        if (ink.w <= 0) continue;
        const float k = item.style.size_px;
        Box box;
        for (std::size_t c = 0; c < 4; ++c) {
            const float x = k * (ink.x + (c == 1 || c == 2 ? ink.w : 0)), y = k * (ink.y + (c >= 2 ? ink.h : 0));
            box.corners[c] = {pens[i].at.x + pens[i].cosine * x - pens[i].sine * y, pens[i].at.y + pens[i].sine * x + pens[i].cosine * y};
            x0 = std::min(x0, box.corners[c].x), x1 = std::max(x1, box.corners[c].x), y0 = std::min(y0, box.corners[c].y),
            y1 = std::max(y1, box.corners[c].y);
        }
        out.glyphs.push_back(box);
    }
    out.bounds = {x0, y0, x1 - x0, y1 - y0};
    return out;
}

std::vector<Written> texts_of(const Frame& frame) {
    std::vector<Written> out;
    for (const Item& item : frame.items) {
        if (const auto* text = std::get_if<DrawText>(&item)) out.push_back(written(*text));
        if (const auto* along = std::get_if<DrawTextPath>(&item)) out.push_back(written(*along));
    }
    return out;
}

/// Separating axes: two rectangles are apart where they are apart along a side of one of them.
bool overlap(const Box& a, const Box& b) {
    for (const Box* box : {&a, &b}) {
        for (const std::size_t side : {0u, 1u}) {
            const PointPx d{box->corners[side + 1].x - box->corners[side].x, box->corners[side + 1].y - box->corners[side].y};
            const auto range = [&](const Box& of) {
                std::array<float, 2> r{1e30f, -1e30f};
                for (const PointPx p : of.corners) r = {std::min(r[0], p.x * d.x + p.y * d.y), std::max(r[1], p.x * d.x + p.y * d.y)};
                return r;
            };
            const auto of_a = range(a), of_b = range(b);
            if (of_a[1] <= of_b[0] || of_b[1] <= of_a[0]) return false;
        }
    }
    return true;
}

bool overlap(const Written& a, const Written& b) {
    if (!a.bounds.overlaps(b.bounds)) return false;
    return std::any_of(a.glyphs.begin(), a.glyphs.end(), [&](const Box& x) {
        return std::any_of(b.glyphs.begin(), b.glyphs.end(), [&](const Box& y) { return overlap(x, y); });
    });
}

TEST(LabelBoxes, TurnedOnesTouchOnlyWhereTheyDo) {
    const Box level{{{{0, 0}, {10, 0}, {10, 4}, {0, 4}}}};
    const Box turned{{{{12, 3}, {16, 7}, {13, 10}, {9, 6}}}};  // its bounds overlap, its corner does not
    const Box across{{{{4, -3}, {6, -1}, {-1, 6}, {-3, 4}}}};
    EXPECT_FALSE(overlap(level, turned));
    EXPECT_TRUE(overlap(level, across));
}

/// Half of the views where the events are, half anywhere.
void expect_no_overlap(Projection projection, int views, double closest, std::size_t least_texts, std::size_t least_curved) {
    std::mt19937 random(20);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-55, 70), zoom(0.5, closest), bearing(-60, 60);
    Scene scene;
    scene.briefing = &sample();
    scene.options.playhead = calendar::day(2023, 4, 25) + std::chrono::hours{12};
    FrameBuilder builder;
    std::size_t texts = 0, curved = 0;
    for (int view = 0; view < views; ++view) {
        scene.camera = view % 2 == 0 ? looking_at(lon(random), lat(random), zoom(random))
                                     : looking_at(44 + lon(random) / 12, 41 + lat(random) / 20, 2.5 + 0.6 * zoom(random));
        if (view % 5 == 0) scene.camera.bearing_deg = bearing(random);
        scene.camera.projection = projection;
        scene.options.map_names = view % 7 == 0 ? MapNames::Local : MapNames::English;
        Placement placement;
        const Frame frame = builder.build(scene.input(), {}, placement);
        const std::vector<Written> all = texts_of(frame);
        texts += all.size();
        curved += static_cast<std::size_t>(
            std::count_if(frame.items.begin(), frame.items.end(), [](const Item& i) { return std::holds_alternative<DrawTextPath>(i); }));
        for (std::size_t i = 0; i < all.size(); ++i)
            for (std::size_t j = i + 1; j < all.size(); ++j)
                ASSERT_FALSE(overlap(all[i], all[j])) << "view " << view << ": " << geo::lonlat_from(scene.camera.center).lon_deg << ' '
                                                      << geo::lonlat_from(scene.camera.center).lat_deg << " zoom " << scene.camera.zoom
                                                      << ": '" << all[i].text << "' and '" << all[j].text << "'";
    }
    EXPECT_GT(texts, least_texts) << "so few labels prove nothing";
    EXPECT_GT(curved, least_curved);
}

TEST(MapLabels, NoTwoTextsOverlapInFiveHundredViews) { expect_no_overlap(Projection::Mercator, 500, 12, 8000, 800); }

TEST(MapLabels, NoTwoTextsOverlapInTheOtherProjectionsEither) {
    for (const Projection projection :
         {Projection::Globe, Projection::EqualEarth, Projection::LambertConformal, Projection::LambertAzimuthal})
        expect_no_overlap(projection, 125, 16, 1200, 100);
}

/// On the way from one projection to another at a street, most of the world may count as visible: a name's places are sought near the map
/// all the same (else this test takes minutes).
TEST(MapLabels, HalfWayBetweenProjectionsAreSoughtNearTheMap) {
    Scene scene;
    scene.briefing = &sample();
    FrameBuilder builder;
    for (const double morph : {0.02, 0.5, 0.98}) {
        scene.camera = looking_at(29.1, 41.03, 16);
        scene.camera.projection = Projection::Globe;
        scene.camera.morph = morph;
        Placement placement;
        const std::vector<Written> all = texts_of(builder.build(scene.input(), {}, placement));
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Written& w) { return w.text == "TÜRKİYE"; })) << morph;
    }
}

TEST(MapLabels, OceansAreNamedInTheirOwnWaterAtEveryScale) {
    const std::map<std::string, geo::LonLatBox> waters{
        {"North Atlantic", {-85, 0, 15, 70}}, {"South Atlantic", {-70, -65, 25, 8}}, {"Indian", {25, -65, 147, 30}}};
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-40, 50), zoom(0.2, 4);
    Scene scene;
    std::size_t named = 0;
    for (int view = 0; view < 150; ++view) {
        scene.camera = looking_at(lon(random), lat(random), zoom(random));
        const RectPx map = scene.layout.map;
        Placement placement;
        FrameBuilder builder;
        for (const Written& text : texts_of(builder.build(scene.input(), {}, placement)))
            for (const auto& [ocean, water] : waters) {
                if (!text.text.starts_with(ocean)) continue;
                const double px_world = 1 / (512 * std::exp2(scene.camera.zoom));
                geo::WorldPoint at{scene.camera.center.x + double{text.bounds.x + 0.5f * text.bounds.w - map.x - 0.5f * map.w} * px_world,
                                   scene.camera.center.y + double{text.bounds.y + 0.5f * text.bounds.h - map.y - 0.5f * map.h} * px_world};
                at.x -= std::floor(at.x);
                const geo::LonLat place = geo::lonlat_from(at);
                EXPECT_TRUE(water.contains(place))
                    << text.text << " at " << place.lon_deg << ' ' << place.lat_deg << ", zoom " << scene.camera.zoom;
                ++named;
            }
    }
    EXPECT_GT(named, 60u) << "so few names prove nothing";
}

struct OnRoutes {
    int named = 0, struck = 0;
};
/// Of the states' names in a view, those that a route strikes a letter of.
OnRoutes states_on_routes(double lon, double lat, double zoom, bool event_names) {
    static const std::set<std::string> states = [] {
        std::set<std::string> names;
        for (const auto& c : testing::basemap().countries) names.insert(uppercased(c.name, c.iso_a2));
        return names;
    }();
    Scene scene;
    scene.briefing = &sample();
    scene.options.event_names = event_names;
    scene.options.playhead = calendar::day(2023, 4, 25) + std::chrono::hours{12};
    scene.camera = looking_at(lon, lat, zoom);
    Placement placement;
    OnRoutes count;
    for (const auto& text : testing::text_boxes(FrameBuilder().build(scene.input(), {}, placement))) {
        if (!states.contains(text.text)) continue;
        ++count.named;
        const auto on_route = [&](const RectPx& box) {  // within the 6 px that a pointer may be off
            for (float t = 0.1f; t < 1; t += 0.2f)
                if (const Hit hit = placement.routes->at({box.x + t * box.w, box.y + 0.5f * box.h}); hit.kind == Hit::Kind::Route)
                    return true;
            return false;
        };
        if (std::any_of(text.boxes.begin(), text.boxes.end(), on_route)) ++count.struck;
    }
    return count;
}

/// Names of states stand beside routes, not under them, where their land has room beside: almost no letter is struck.
TEST(MapLabels, OfStatesKeepOffRoutes) {
    int named = 0, struck = 0;
    for (const auto& [lon, lat, zoom] : {std::tuple{22.0, 43.0, 5.0},
                                         {36.0, 40.0, 5.0},
                                         {47.0, 40.5, 6.2},
                                         {30.0, 42.0, 5.6},
                                         {60.0, 45.0, 4.6},
                                         {20.0, 44.0, 6.0},
                                         {52.0, 36.0, 5.0}}) {
        const OnRoutes count = states_on_routes(lon, lat, zoom, false);
        named += count.named;
        struck += count.struck;
    }
    EXPECT_GT(named, 45);
    EXPECT_LT(10 * struck, named);
}

/// Where ferries and events take the middle of a sea its name stands beside them.
TEST(MapLabels, OfSeasStandBesideWhatHappensThere) {
    int named = 0, wanted = 0;
    for (const auto& [lon, lat, zoom] :
         {std::tuple{36.0, 42.5, 4.6}, {38.0, 42.0, 5.0}, {44.0, 42.0, 4.8}, {34.0, 42.5, 5.4}, {46.0, 41.0, 5.2}, {40.0, 44.0, 4.4}}) {
        Scene scene;
        scene.briefing = &sample();
        scene.options.playhead = calendar::day(2023, 4, 25) + std::chrono::hours{12};
        scene.camera = looking_at(lon, lat, zoom);
        Placement placement;
        std::set<std::string> texts;
        for (const auto& text : testing::text_boxes(FrameBuilder().build(scene.input(), {}, placement))) texts.insert(text.text);
        for (const char* sea : {"Black Sea", "Caspian Sea"}) ++wanted, named += texts.contains(sea) ? 1 : 0;
    }
    EXPECT_EQ(wanted, 12);
    EXPECT_GE(named, 8);
}

/// Small states that routes and events leave little room are named beside these all the same, in a closer setting where that helps.
TEST(MapLabels, OfSmallStatesAreSetCloserWhereTheRoomIsTaken) {
    int named = 0, struck = 0;
    for (double zoom = 4.4; zoom < 6.3; zoom += 0.1) {
        for (const auto& [lon, lat] : {std::pair{45.0, 41.5}, {21.5, 44.0}}) {
            const OnRoutes count = states_on_routes(lon, lat, zoom, true);
            named += count.named;
            struck += count.struck;
        }
    }
    EXPECT_GT(named, 456) << "those of one size alone are 447";
    EXPECT_LT(25 * struck, named);
}

/// What vanished when, and whether it is back within a second at 60 steps a second.
template <class Key>
class FlickerWatch {
  public:
    std::vector<Key> step(std::set<Key> now, int number) {
        std::vector<Key> flickered;
        for (const Key& key : shown_)
            if (!now.contains(key)) vanished_[key] = number;
        for (const Key& key : now)
            if (!shown_.contains(key) && vanished_.contains(key) && number - vanished_[key] <= 60) flickered.push_back(key);
        shown_ = std::move(now);
        return flickered;
    }

  private:
    std::set<Key> shown_;
    std::map<Key, int> vanished_;
};

std::set<std::string> names_of_the_map() {
    std::set<std::string> names;
    for (const auto& c : testing::basemap().countries) names.insert(uppercased(c.name, c.iso_a2));
    for (const auto& r : testing::basemap().regions) names.insert(r.name);
    for (const auto& p : testing::basemap().places) names.insert(p.name);
    for (const auto& m : testing::basemap().marine) names.insert(m.name);
    for (const auto& i : testing::basemap().islands) names.insert(i.name);
    for (const auto& l : testing::basemap().landforms) names.insert(l.in_capitals ? uppercased(l.name, "") : l.name);
    // On two lines SOUTH SUDAN is no SUDAN that comes and goes.
    for (const auto& c : testing::basemap().countries)
        for (const std::string& half : name_in_halves(uppercased(c.name, c.iso_a2)))
            if (half != uppercased(c.name, c.iso_a2)) names.erase(half);
    return names;
}

/// A hand that pushes and pulls the map about at random, from eight places.
void pan_and_watch(Projection projection, unsigned seed, int steps) {
    std::mt19937 random(seed);
    std::normal_distribution<float> push(0, 5);
    std::normal_distribution<double> pull(0, 0.006);
    const std::set<std::string> names = names_of_the_map();
    constexpr std::array<std::array<double, 3>, 8> kStarts{
        {{44, 41, 5.4}, {24, 44, 5}, {105, 15, 4.6}, {-70, -30, 3.8}, {10, 58, 4.2}, {46, 40, 7.5}, {138, 37, 5}, {40, 22, 3.4}}};
    Scene scene;
    scene.briefing = &sample();
    scene.options.playhead = calendar::day(2023, 4, 25) + std::chrono::hours{12};
    FrameBuilder builder;
    Placement placement;
    FlickerWatch<std::uint64_t> ids;
    FlickerWatch<std::string> texts;
    PointPx velocity{};
    double zoom_speed = 0;
    std::size_t total = 0;
    for (int step = 0; step < steps; ++step) {
        if (step % 250 == 0) {
            const auto& start = kStarts[static_cast<std::size_t>(step / 250) % kStarts.size()];
            scene.camera = looking_at(start[0], start[1], start[2]);
            scene.camera.projection = projection;
        }
        velocity = {0.9f * velocity.x + push(random), 0.9f * velocity.y + push(random)};
        zoom_speed = 0.9 * zoom_speed + pull(random);
        const MapTransform map = transform_of(scene.camera, scene.layout.map, 1);
        scene.camera = panned(scene.camera, map, {600, 360}, {600 + velocity.x, 360 + velocity.y});
        scene.camera.zoom = std::clamp(scene.camera.zoom + zoom_speed, 1.0, 10.0);
        const Frame frame = builder.build(scene.input(), placement, placement);
        std::set<std::uint64_t> now;
        for (const auto& [id, side] : placement.sides)
            if (side < kMostSides) now.insert(id);
        std::set<std::string> written;
        for (const Item& item : frame.items) {
            if (const auto* text = std::get_if<DrawText>(&item); text && names.contains(text->text)) written.insert(text->text);
            if (const auto* text = std::get_if<DrawTextPath>(&item); text && names.contains(text->text)) written.insert(text->text);
        }
        total += now.size();
        ASSERT_THAT(ids.step(std::move(now), step), ::testing::IsEmpty()) << "labels flicker at step " << step;
        ASSERT_THAT(texts.step(std::move(written), step), ::testing::IsEmpty()) << "names flicker at step " << step;
    }
    EXPECT_GT(total / static_cast<std::size_t>(steps), 40u) << "so few labels prove nothing";
}

TEST(MapLabels, NoneFlickersInTwoThousandStepsOfPanningAndZooming) { pan_and_watch(Projection::Mercator, 21, 2000); }

TEST(MapLabels, NoneFlickersOnTheGlobeEither) { pan_and_watch(Projection::Globe, 22, 1000); }

/// A map that is left alone comes to rest: nothing fades in and out for ever.
TEST(MapLabels, ComeToRestWhenTheMapDoes) {
    std::mt19937 random(23);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-50, 65), zoom(1.5, 8);
    Scene scene;
    scene.briefing = &sample();
    FrameBuilder builder;
    for (int view = 0; view < 60; ++view) {
        scene.options.playhead = view % 4 < 3 ? calendar::day(1972, 6, 1) : calendar::day(2023, 4, 25) + std::chrono::hours{12};
        Placement placement;
        double clock_s = 10;
        const auto step = [&] {
            scene.options.clock_s = clock_s += 1.0 / 60;
            builder.build(scene.input(), placement, placement);
        };
        // Pulled to where it stays, so that labels wait.
        const Camera goal = view % 4 == 0 ? looking_at(lon(random), lat(random), zoom(random))
                                          : looking_at(52 + lon(random) / 8, 43 + lat(random) / 15, 2 + 0.4 * zoom(random));
        for (int i = 8; i >= 0; --i) {
            scene.camera = goal;
            scene.camera.center.x += 0.02 * i / std::exp2(goal.zoom);
            scene.camera.zoom += 0.02 * i;
            step();
        }
        int frames = 0;
        while (placement.settling && frames < 120) step(), ++frames;
        ASSERT_LT(frames, 120) << "view " << view << ": " << geo::lonlat_from(goal.center).lon_deg << ' '
                               << geo::lonlat_from(goal.center).lat_deg << " zoom " << goal.zoom;
    }
}

TEST(MapLabels, FadeInAndOutInTheWindowAndNeverInAPicture) {
    Scene scene;
    scene.briefing = &sample();
    scene.camera = looking_at(44, 41, 5.4);
    FrameBuilder builder;
    Placement placement;
    const auto least_alpha = [&](double clock_s) {
        scene.options.clock_s = clock_s;
        const Frame frame = builder.build(scene.input(), placement, placement);
        float least = 1;
        for (const Item& item : frame.items)
            if (const auto* text = std::get_if<DrawText>(&item)) least = std::min(least, text->style.color.a);
        return least;
    };
    EXPECT_EQ(least_alpha(100), 1) << "the first frame is whole";
    scene.camera.zoom = 6.3;  // more towns
    EXPECT_LT(least_alpha(100.016), 0.5f);
    EXPECT_TRUE(placement.settling);
    for (int i = 0; i < 12; ++i) least_alpha(100.03 + 0.016 * i);
    EXPECT_EQ(least_alpha(100.3), 1);
    scene.camera.zoom = 5.4;
    EXPECT_EQ(least_alpha(0), 1) << "a picture knows no clock";
}

}  // namespace
}  // namespace dateline::view
