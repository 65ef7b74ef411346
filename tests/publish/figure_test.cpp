#include "publish/figure.h"

#include "document/origin.h"
#include "view/arc_set.h"
#include "view/map_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>

namespace dateline::publish {
namespace {

using calendar::day;
using document::Category;
using document::PlacePrecision;
using view::RectPx;

struct Material {
    view::Typesetter type = std::move(*view::Typesetter::open(std::filesystem::path(DATELINE_SOURCE_DIR) / "assets"));
    view::Theme theme = *view::load_theme(std::filesystem::path(DATELINE_SOURCE_DIR) / "assets", "print");
    document::BaseMap basemap;  // an empty sea: what is tested is the page
};
const Material& material() {
    static const Material shared;
    return shared;
}

struct Made {
    std::string title, date, place;
    double lon = 0, lat = 0;
    Category category = Category::Security;
    PlacePrecision precision = PlacePrecision::Settlement;
    double radius_km = 0;
};

document::Briefing briefing_of(const std::vector<Made>& made) {
    document::Briefing::Parts parts;
    parts.title = "Events and routes";
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto event = std::make_shared<document::Event>();
        event->id = "e" + std::to_string(i);
        event->title = made[i].title;
        event->date = *calendar::Edtf::parse(made[i].date);
        event->place = made[i].place;
        if (!made[i].place.empty()) event->geometry = geo::LonLat{made[i].lon, made[i].lat};
        event->category = made[i].category;
        event->place_precision = made[i].precision;
        event->place_radius_km = made[i].precision == PlacePrecision::District ? 40 : made[i].radius_km;
        parts.events.push_back(std::move(event));
    }
    document::Route route;
    route.id = "r", route.name = "Corridor of the Two Seas and the Mountains (Western and Eastern Branch)";
    route.status = document::RouteStatus::UnderConstruction;
    document::RouteSegment segment;
    segment.line = {{28, 43}, {40, 42}, {48, 40}};
    route.segments.push_back(segment);
    parts.routes.push_back(std::make_shared<const document::Route>(route));
    auto bulletin = std::make_shared<document::Bulletin>();
    bulletin->id = "b", bulletin->title = "A bulletin";
    parts.bulletins.push_back(std::move(bulletin));
    return document::Briefing(std::move(parts));
}

/// Five crowd in the Caucasus, two stand together in Sofia, one is far off, one is a country's, one has no place.
std::vector<Made> usual() {
    return {{"Prime minister comes", "2023-04-07", "Gabala", 47.8, 41.0, Category::Diplomacy, PlacePrecision::District},
            {"State visit", "2023-04-10", "Astana", 71.4, 51.1, Category::Diplomacy},
            {"Declaration signed", "2023-04-13", "Sarajevo", 18.4, 43.9, Category::Diplomacy},
            {"Truck hits a mine on the road between the two districts, three are hurt", "2023-04-22", "Lachin", 46.2, 39.9,
             Category::Security, PlacePrecision::District},
            {"Checkpoint set up", "2023-04-23", "Lachin road", 46.5, 39.6},
            {"Memorandum signed", "2023-04-25", "Sofia", 23.3, 42.7, Category::Energy},
            {"Office opens", "2023-04-25", "Sofia", 23.3, 42.7, Category::Energy},
            {"Government meets", "2023-04-27", "Yerevan", 44.5, 40.2, Category::Statement},
            {"Joint press conference", "2023-04-28", "Yerevan", 44.5, 40.2, Category::Statement},
            {"Law adopted", "2023-04-28", "Georgia", 43.5, 42.2, Category::Other, PlacePrecision::Country},
            {"Statement without a place", "2023-04-29", "", 0, 0, Category::Statement}};
}

FigureInput input_for(const document::Briefing& briefing) {
    FigureInput input{
        briefing, material().basemap, material().theme, material().type, {}, std::nullopt, "Figure 1", "", "", "", nullptr, 2480, 1754};
    input.options.timeline = {day(2023, 4, 1), day(2023, 5, 1)};
    return input;
}

struct Text {
    std::string words;
    RectPx box;
    bool numeral = false;
};

std::vector<Text> texts_of(const view::Frame& frame) {
    std::vector<Text> texts;
    for (const view::Item& item : frame.items) {
        const auto* text = std::get_if<view::DrawText>(&item);
        if (!text || text->angle_rad != 0) continue;
        const float w = material().type.width_px(text->text, text->style), em = text->style.size_px;
        const float x = text->align == view::AlignX::Left    ? text->at.x
                        : text->align == view::AlignX::Right ? text->at.x - w
                                                             : text->at.x - w / 2;
        const bool digits = text->text.find_first_not_of("0123456789") == std::string::npos;
        texts.push_back({text->text,
                         {x, text->at.y - 0.72f * em, w, 0.72f * em},
                         digits && text->style.face == view::Face::SemiBold && text->align == view::AlignX::Center});
    }
    return texts;
}

void expect_tidy(const view::Frame& frame) {
    const std::vector<Text> texts = texts_of(frame);
    for (const Text& text : texts) {
        EXPECT_GE(text.box.x, 0) << text.words;
        EXPECT_GE(text.box.y, 0) << text.words;
        EXPECT_LE(text.box.right(), static_cast<float>(frame.width_px)) << text.words;
        EXPECT_LE(text.box.bottom(), static_cast<float>(frame.height_px)) << text.words;
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            EXPECT_FALSE(texts[i].box.overlaps(texts[j].box)) << "'" << texts[i].words << "' and '" << texts[j].words << "'";
}

/// How often each number stands on a disc, by where: left of the column above the strip, on the strip, in the column.
std::map<std::string, std::array<int, 3>> numbers_of(const view::Frame& frame, const FigureInput& input) {
    const RectPx map = figure_map_rect(input.width_px, input.height_px);
    std::map<std::string, std::array<int, 3>> counts;
    std::vector<view::PointPx> discs;
    for (const view::Item& item : frame.items)
        if (const auto* symbol = std::get_if<view::Symbol>(&item); symbol && symbol->shape == view::MarkerShape::Circle)
            discs.push_back(symbol->center);
    for (const Text& text : texts_of(frame)) {
        if (!text.numeral) continue;
        const view::PointPx middle{text.box.x + text.box.w / 2, text.box.y + text.box.h / 2};
        const bool on_disc =
            std::any_of(discs.begin(), discs.end(), [&](view::PointPx d) { return std::hypot(d.x - middle.x, d.y - middle.y) < 4; });
        if (on_disc) ++counts[text.words][middle.x > map.right() ? 2u : middle.y > map.bottom() ? 1u : 0u];
    }
    return counts;
}

TEST(Figure, NumbersAgreeBetweenMapStripAndList) {
    const auto briefing = briefing_of(usual());
    const FigureInput input = input_for(briefing);
    const auto numbers = numbers_of(figure_frame(input), input);
    ASSERT_EQ(numbers.size(), 11u);
    for (int n = 1; n <= 11; ++n) {
        const auto& [on_map, on_strip, in_list] = numbers.at(std::to_string(n));
        EXPECT_EQ(on_map, n == 11 ? 0 : 1) << n << " is on the map once: there or in the inset";
        EXPECT_EQ(on_strip, 1) << n;
        EXPECT_EQ(in_list, 1) << n;
    }
}

TEST(Figure, OutlinesTheNumbersThatAreNotOnTheMap) {
    const auto outlined = [](const document::Briefing& briefing) {
        const view::Frame frame = figure_frame(input_for(briefing));
        std::size_t rings = 0;
        for (const view::Item& item : frame.items)
            if (const auto* symbol = std::get_if<view::Symbol>(&item))
                rings += symbol->fill.a == 0 && symbol->stroke_px > 0 && symbol->dash_px[0] == 0 && symbol->radius < 30
                             ? 1u
                             : 0u;  // not the locator's
        const auto texts = texts_of(frame);
        const bool told = std::any_of(texts.begin(), texts.end(), [](const Text& text) { return text.words.starts_with("Outlined"); });
        EXPECT_EQ(told, rings > 0);
        return rings;
    };
    EXPECT_EQ(outlined(briefing_of(usual())), 2u);  // what has no place: on the strip and in the list
    std::vector<Made> placed = usual();
    placed.pop_back();
    EXPECT_EQ(outlined(briefing_of(placed)), 0u);
}

TEST(Figure, SetsNoTextOverAnotherOrOffThePage) {
    const auto briefing = briefing_of(usual());
    expect_tidy(figure_frame(input_for(briefing)));
    for (const auto& [width, height] : {std::pair{1240, 877}, std::pair{3508, 2480}, std::pair{2480, 1600}}) {
        FigureInput input = input_for(briefing);
        input.width_px = width, input.height_px = height;
        input.title =
            "A title so long that it can hardly stand in one line above the map, even when it is set in a smaller size than usual, on two";
        expect_tidy(figure_frame(input));
    }
}

TEST(Figure, ListsWhatFitsAndSaysHowMuchDoesNot) {
    std::vector<Made> many;
    for (int i = 0; i < 90; ++i)
        many.push_back({"Event of many with quite a long title that wants two lines in the list of the page",
                        "2023-04-" + std::string(i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1), "Place " + std::to_string(i),
                        20.0 + i % 10 * 4, 38.0 + i / 10.0});
    const auto briefing = briefing_of(many);
    const FigureInput input = input_for(briefing);
    const view::Frame frame = figure_frame(input);
    const auto numbers = numbers_of(frame, input);
    EXPECT_GT(numbers.size(), 12u);
    EXPECT_LT(numbers.size(), 90u);
    for (const auto& [number, counts] : numbers) EXPECT_EQ(counts[2], 1) << number;
    const auto texts = texts_of(frame);
    const std::string more = "and " + std::to_string(90 - numbers.size()) + " more";
    EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return t.words.starts_with(more); }));
    for (const Text& text : texts) EXPECT_LE(text.box.right(), 2480) << text.words;
}

TEST(Figure, ExplainsAllRoutesOnItsMapAndListsFewerEventsForThat) {
    std::vector<Made> many;
    for (int i = 0; i < 22; ++i)
        many.push_back({"Event of many with quite a long title that wants two lines",
                        "2023-04-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1), "Place", 26.0 + i, 38.0 + i % 4});
    const auto few = briefing_of(many);
    document::Briefing::Parts parts;
    parts.title = few.title(), parts.events = few.events(), parts.bulletins = few.bulletins();
    for (int i = 0; i < 13; ++i) {
        document::Route route;
        route.id = "r" + std::to_string(i), route.name = "Railway of the coast no. " + std::to_string(100 + i);
        route.kind = document::RouteKind::Rail;
        document::RouteSegment segment;
        segment.line = {{28, 43 - 0.3 * i}, {44, 42 - 0.3 * i}};
        route.segments.push_back(segment);
        parts.routes.push_back(std::make_shared<const document::Route>(route));
    }
    const document::Briefing briefing(std::move(parts));
    const FigureInput input = input_for(briefing);
    const view::Frame frame = figure_frame(input);
    expect_tidy(frame);
    const auto texts = texts_of(frame);
    const auto says = [&](std::string_view words) {
        return std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return t.words == words; });
    };
    for (int i = 0; i < 13; ++i) EXPECT_TRUE(says("Railway of the coast no. " + std::to_string(100 + i))) << i;
    const std::size_t listed = numbers_of(frame, input).size();
    EXPECT_GE(listed, 8u);
    EXPECT_TRUE(says("and " + std::to_string(22 - listed) + " more in this time, without a number"));
}

TEST(Figure, ADiscOffAnIslandHasALineBackAndOneInsideALandHasNone) {
    const auto lines = [](double radius_km) {
        const auto briefing =
            briefing_of({{"A treaty signed", "2023-04-07", "One state", 10, 40, Category::Diplomacy, PlacePrecision::Country, radius_km},
                         {"A law adopted", "2023-04-09", "Another state", 10.08, 40, Category::Other, PlacePrecision::Country, radius_km}});
        std::size_t count = 0;
        for (const view::Item& item : figure_frame(input_for(briefing)).items)
            if (const auto* path = std::get_if<view::StrokePath>(&item);
                path && path->points.size() == 2 && path->width_px == 2 && path->color == material().theme.ink)
                ++count;
        return count;
    };
    EXPECT_GE(lines(8), 1u);
    EXPECT_EQ(lines(300), 0u);
}

/// A base map of one state, whose land is a box.
document::BaseMap one_state(const std::string& iso_a2, geo::LonLat north_west, geo::LonLat south_east) {
    document::BaseMap basemap;
    document::CountryLabel state;
    state.name = "State", state.adm0_a3 = "STA", state.iso_a2 = iso_a2;
    state.at = {(north_west.lon_deg + south_east.lon_deg) / 2, (north_west.lat_deg + south_east.lat_deg) / 2};
    basemap.countries.push_back(state);
    auto mesh = std::make_shared<geo::Mesh>();
    const geo::WorldPoint a = geo::world_from(north_west), b = geo::world_from(south_east);
    mesh->origin = a;
    mesh->box = {a.x, a.y, b.x, b.y};
    const auto w = static_cast<float>(b.x - a.x), h = static_cast<float>(b.y - a.y);
    mesh->vertices = {{0, 0}, {w, 0}, {w, h}, {0, h}};
    mesh->triangles = {0, 1, 2, 0, 2, 3};
    mesh->key = 1;
    basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)][static_cast<std::size_t>(document::Scale::Medium50m)]
        .push_back({mesh, "STA", 0});
    return basemap;
}

/// The point by which a state is known may lie near its shore; what happened somewhere in it did not happen in the sea beside.
TEST(Figure, StandsTheDiscsOfAStateOnItsLand) {
    const geo::LonLat north_west{44, 43}, south_east{48.6, 38};
    const document::BaseMap basemap = one_state("XA", north_west, south_east);
    std::vector<Made> made{{"Far west", "2023-04-01", "West", 20, 42}, {"Far east", "2023-04-02", "East", 70, 42}};
    for (int i = 0; i < 3; ++i)
        made.push_back({"Law " + std::to_string(i), "2023-04-1" + std::to_string(i), "State", 48.1, 40.5, Category::Diplomacy,
                        PlacePrecision::Country, 200});
    document::Briefing::Parts parts;
    const document::Briefing pinned = briefing_of(made);
    for (const auto& known : pinned.events()) {
        auto event = std::make_shared<document::Event>(*known);
        if (event->place_precision == PlacePrecision::Country) event->place_id = "iso:XA";
        parts.events.push_back(std::move(event));
    }
    const document::Briefing briefing(std::move(parts));
    FigureInput input{briefing, basemap, material().theme, material().type, {}, std::nullopt, "Figure 1", "", "", "", nullptr, 2480, 1754};
    input.options.timeline = {day(2023, 4, 1), day(2023, 5, 1)};
    const view::Camera camera = view::fitting({15, 30, 75, 52}, figure_map_rect(2480, 1754), 0, figure_scale(2480));
    input.camera = camera;
    const view::MapTransform map = view::transform_of(camera, figure_map_rect(2480, 1754), figure_scale(2480));
    const view::PointPx nw = view::screen_from_world(map, geo::world_from(north_west)),
                        se = view::screen_from_world(map, geo::world_from(south_east));
    int rings = 0;
    for (const view::Item& item : figure_frame(input).items) {
        const auto* symbol = std::get_if<view::Symbol>(&item);
        if (!symbol || symbol->dash_px[0] <= 0 || !map.rect.contains(symbol->center)) continue;
        ++rings;
        EXPECT_GT(symbol->center.x, nw.x);
        EXPECT_LT(symbol->center.x + 10, se.x) << "at the shore, or at sea";
        EXPECT_GT(symbol->center.y, nw.y);
        EXPECT_LT(symbol->center.y, se.y);
    }
    EXPECT_EQ(rings, 3);
}

TEST(Figure, NumbersWhatIsOnTheMapNearestTheDateFirst) {
    std::vector<Made> made;
    for (int i = 0; i < 60; ++i)  // in the frame, a day each, from April on
        made.push_back({"Here " + std::to_string(i), calendar::iso(day(2023, 4, 1) + i * calendar::kDay).substr(0, 10), "Here",
                        42.0 + i % 8, 39.0 + i / 12.0});
    for (int i = 0; i < 20; ++i) made.push_back({"Far", "2023-04-20", "Far", -70.0 + i, 10.0});
    const auto briefing = briefing_of(made);
    FigureInput input = input_for(briefing);
    input.camera = view::fitting({40, 37, 52, 46}, {0, 0, 840, 564}, 0, 1, geo::Projection::LambertConformal);
    input.period = calendar::Span{day(2023, 4, 1), day(2023, 6, 1)};
    input.at = day(2023, 4, 15) + std::chrono::hours{12};
    const view::Frame frame = figure_frame(input);
    const auto numbers = numbers_of(frame, input);
    ASSERT_GT(numbers.size(), 5u);
    const auto texts = texts_of(frame);
    const auto says = [&](const std::string& words) {
        return std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return t.words.find(words) != std::string::npos; });
    };
    EXPECT_FALSE(says("Far"));
    EXPECT_TRUE(says("Here 14"));   // of the day itself
    EXPECT_FALSE(says("Here 50"));  // a month later
    EXPECT_TRUE(says("and " + std::to_string(60 - numbers.size()) + " more"));
    EXPECT_TRUE(says("20 more in this time beyond the map"));
    // What has no number is drawn as the map draws it.
    const auto is_drawn = [](const view::Item& item) {
        const auto* draw = std::get_if<view::DrawMarkers>(&item);
        return draw && !draw->set->markers.empty();
    };
    EXPECT_TRUE(std::any_of(frame.items.begin(), frame.items.end(), is_drawn));
}

TEST(Figure, ShowsWhatHasNoNumberOnceAndWhole) {
    std::vector<Made> made;
    for (int i = 0; i < 5; ++i) made.push_back({"Near", "2023-04-10", "Near", 44.0 + 0.8 * i, 40.0 + 0.3 * (i % 2)});
    for (int i = 0; i < 40; ++i) made.push_back({"Early", "2023-04-10", "Early", 18.0 + 2.0 * (i % 20), 36.0 + 10.0 * (i / 20)});
    for (int i = 0; i < 300; ++i)
        made.push_back({"Later", "2023-04-28", "Later", 17.0 + 0.14 * i, 35.0 + 0.4 * (i % 31)});  // to the frame and over it
    const auto briefing = briefing_of(made);
    FigureInput input = input_for(briefing);
    input.at = day(2023, 4, 10) + std::chrono::hours{12};
    const view::Frame frame = figure_frame(input);
    const view::MapTransform* map = nullptr;
    std::map<std::pair<long, long>, int> shown;
    std::size_t maps = 0;
    for (const view::Item& item : frame.items) {
        if (const auto* transform = std::get_if<view::MapTransform>(&item)) map = transform, ++maps;
        const auto* draw = std::get_if<view::DrawMarkers>(&item);
        if (!draw || !map) continue;
        for (const view::Marker& marker : draw->set->markers) {
            const geo::WorldPoint at{draw->set->origin.x + double{marker.x}, draw->set->origin.y + double{marker.y}};
            const view::PointPx place = view::screen_from_world(*map, at);
            if (!map->rect.contains(place)) continue;
            EXPECT_TRUE(map->rect.contains({place.x + marker.offset_x, place.y + marker.offset_y - 8})) << "a bead beyond the frame";
            ++shown[{std::lround(at.x * 1e7), std::lround(at.y * 1e7)}];
            EXPECT_GT(std::min({place.x - map->rect.x, map->rect.right() - place.x, place.y - map->rect.y, map->rect.bottom() - place.y}),
                      12)
                << "cut by its map's frame";
        }
    }
    EXPECT_GE(maps, 1u);
    EXPECT_GT(shown.size(), 50u);
    for (const auto& [place, times] : shown) EXPECT_EQ(times, 1);
}

TEST(Figure, OfDaysClaimsNoHours) {
    const auto briefing = briefing_of({{"One", "2023-04-25", "Sofia", 23.3, 42.7}, {"Two", "2023-04-25", "Yerevan", 44.5, 40.2}});
    FigureInput input = input_for(briefing);
    input.period = calendar::Span{day(2023, 4, 24), day(2023, 4, 27)};
    for (const Text& text : texts_of(figure_frame(input))) EXPECT_EQ(text.words.find(":00"), std::string::npos) << text.words;
}

TEST(Figure, HonoursABearingWithoutACamera) {
    const auto briefing = briefing_of(usual());
    FigureInput input = input_for(briefing);
    input.bearing_deg = 40;
    const view::Frame frame = figure_frame(input);
    const auto turned = std::find_if(frame.items.begin(), frame.items.end(),
                                     [](const view::Item& item) { return std::holds_alternative<view::MapTransform>(item); });
    ASSERT_NE(turned, frame.items.end());
    EXPECT_NEAR(std::abs(std::get<view::MapTransform>(*turned).bearing_rad), 40 * 3.14159265 / 180, 1e-3);
    EXPECT_EQ(numbers_of(frame, input).size(), usual().size());
}

TEST(Figure, ShowsTheHeadsOfArcsBesideItsDiscs) {
    document::Briefing::Parts parts;
    const auto add = [&](const char* id, double lon, double lat, PlacePrecision precision) {
        auto event = std::make_shared<document::Event>();
        event->id = event->title = id;
        event->date = *calendar::Edtf::parse("2023-04-10");
        event->geometry = geo::LonLat{lon, lat};
        event->place_precision = precision;
        document::Origin origin;
        origin.at = {49.9, 40.4};
        document::set_origins(*event, {origin});
        parts.events.push_back(std::move(event));
    };
    for (const char* id : {"a", "b", "c"}) add(id, 67, 48, PlacePrecision::Country);
    add("d", 23.3, 42.7, PlacePrecision::Settlement);
    const document::Briefing briefing(std::move(parts));
    const FigureInput input = input_for(briefing);
    const view::Frame frame = figure_frame(input);
    const RectPx rect = figure_map_rect(input.width_px, input.height_px);
    std::vector<view::Symbol> discs;
    const view::MapTransform* map = nullptr;
    const view::DrawArcs* arcs = nullptr;
    for (const view::Item& item : frame.items) {
        if (const auto* symbol = std::get_if<view::Symbol>(&item);
            symbol && symbol->shape == view::MarkerShape::Circle && symbol->radius > 15 && rect.contains(symbol->center))
            discs.push_back(*symbol);
        if (const auto* transform = std::get_if<view::MapTransform>(&item); transform && !map) map = transform;
        if (const auto* drawn = std::get_if<view::DrawArcs>(&item)) arcs = drawn;
    }
    ASSERT_TRUE(map && arcs);
    ASSERT_GE(discs.size(), 4u);
    ASSERT_EQ(arcs->set->arcs.size(), 4u);
    for (const view::Arc& arc : arcs->set->arcs) {
        const auto at = [&](std::uint32_t back) {
            return view::arc_screen(view::PlaneView(*map), *map, *arcs->set, arcs->set->points[arc.first + arc.count - 1 - back], 0).at;
        };
        const view::PointPx end = at(0), along = at(1) - end;
        const view::PointPx tip = end + along * (arcs->gap_px / std::max(view::length_of(along), 1e-3f));
        for (const view::Symbol& disc : discs) EXPECT_GT(view::length_of(tip - disc.center), 20.5f);
    }
}

TEST(Figure, LaysItsDiscsBesideTheCountsOfTheRest) {
    std::vector<Made> many;
    for (int i = 0; i < 60; ++i)  // thick about three towns
        many.push_back({"Event", "2023-04-" + std::to_string(10 + i % 9), "", (i % 3) * 9 + 20 + 0.2 * (i % 5), 44 + 0.15 * (i % 7),
                        static_cast<Category>(i % 4)});
    for (Made& made : many) made.place = "Town";
    const document::Briefing briefing = briefing_of(many);
    const FigureInput input = input_for(briefing);
    const view::Frame frame = figure_frame(input);
    const RectPx rect = figure_map_rect(input.width_px, input.height_px);
    const view::Color count_fill = view::with_alpha(material().theme.panel, 0.94f);
    std::vector<view::Symbol> discs, counts;
    for (const view::Item& item : frame.items) {
        const auto* symbol = std::get_if<view::Symbol>(&item);
        if (!symbol || symbol->shape != view::MarkerShape::Circle || !rect.contains(symbol->center)) continue;
        if (symbol->fill == count_fill) counts.push_back(*symbol);
        else if (symbol->radius > 19 && symbol->fill.a == 1) discs.push_back(*symbol);
    }
    ASSERT_GE(counts.size(), 2u);
    ASSERT_GE(discs.size(), 10u);
    int covered = 0;
    for (const view::Symbol& count : counts)
        covered += std::any_of(discs.begin(), discs.end(),
                               [&](const view::Symbol& disc) { return view::length_of(disc.center - count.center) < disc.radius + 6; })
                       ? 1
                       : 0;
    EXPECT_EQ(covered, 0) << "of " << counts.size();
}

TEST(Figure, MagnifiesWhereFiveOrMoreCrowd) {
    const auto transforms = [](const view::Frame& frame) {
        std::vector<view::MapTransform> maps;
        for (const view::Item& item : frame.items)
            if (const auto* map = std::get_if<view::MapTransform>(&item)) maps.push_back(*map);
        return maps;
    };
    const auto crowded = briefing_of(usual());
    const auto maps = transforms(figure_frame(input_for(crowded)));
    ASSERT_EQ(maps.size(), 2u);
    EXPECT_NEAR(maps[1].world_px / maps[0].world_px, 3, 1e-6);
    std::vector<Made> few = usual();
    few.resize(3);
    const auto calm = briefing_of(few);
    EXPECT_EQ(transforms(figure_frame(input_for(calm))).size(), 1u);
}

TEST(Figure, NamesNothingUnderTheLinesToItsInset) {
    const document::Briefing crowded = briefing_of(usual());
    const auto guides_of = [](const view::Frame& frame) {
        std::vector<std::pair<view::PointPx, view::PointPx>> guides;
        for (const view::Item& item : frame.items)
            if (const auto* path = std::get_if<view::StrokePath>(&item);
                path && path->points.size() == 2 && path->color == material().theme.ink && path->width_px == 1.75f)
                guides.emplace_back(path->points[0], path->points[1]);
        return guides;
    };
    const view::Frame bare = figure_frame(input_for(crowded));
    const auto guides = guides_of(bare);
    ASSERT_EQ(guides.size(), 2u);
    view::MapTransform map;
    for (const view::Item& item : bare.items)
        if (const auto* transform = std::get_if<view::MapTransform>(&item); transform && transform->rect.w > 1000) map = *transform;
    document::BaseMap basemap;  // towns to the left of the lines, whose names had rather stand to their right
    for (const auto& [a, b] : guides)
        for (const float t : {0.15f, 0.3f, 0.45f, 0.6f, 0.75f, 0.9f}) {
            document::PlaceLabel town;
            town.key = basemap.places.size() + 1;
            town.name = "Town no. " + std::to_string(town.key);
            town.at = geo::lonlat_from(view::world_from_screen(map, {a.x + t * (b.x - a.x) - 30, a.y + t * (b.y - a.y)}));
            basemap.places.push_back(town);
        }
    FigureInput input = input_for(crowded);
    const FigureInput with_towns{input.briefing, basemap, input.theme, input.type, input.options, std::nullopt, "Figure 1", "", "", "",
                                 nullptr,        2480,    1754};
    int named = 0;
    for (const Text& text : texts_of(figure_frame(with_towns))) {
        if (!text.words.starts_with("Town no.")) continue;
        ++named;
        for (const auto& [a, b] : guides)
            for (float t = 0; t <= 1; t += 0.004f)
                EXPECT_FALSE(text.box.contains({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)})) << text.words;
    }
    EXPECT_GE(named, 3);
}

TEST(Figure, OfAPlaceWithoutEventsSaysWhereTheyAre) {
    const document::Briefing briefing =
        briefing_of({{"Talks open", "2023-04-12", "Far off", 140, -30}, {"Talks close", "2023-04-13", "Far off", 140, -30}});
    FigureInput input = input_for(briefing);
    input.camera = view::fitting({10, 38, 30, 48}, figure_map_rect(2480, 1754), 0, figure_scale(2480));
    const view::Frame frame = figure_frame(input);
    expect_tidy(frame);
    const std::vector<Text> texts = texts_of(frame);
    const auto says = [&](std::string_view words) {
        return std::any_of(texts.begin(), texts.end(), [&](const Text& t) { return t.words.starts_with(words); });
    };
    EXPECT_TRUE(says("No dated events on this map"));
    EXPECT_TRUE(says("2 in this time, all beyond the map"));
}

TEST(Figure, IsMadeTheSameTwice) {
    const auto briefing = briefing_of(usual());
    const auto texts = [&] {
        std::string all;
        for (const Text& text : texts_of(figure_frame(input_for(briefing))))
            all += text.words + std::to_string(text.box.x) + std::to_string(text.box.y);
        return all;
    };
    EXPECT_EQ(texts(), texts());
}

TEST(Figure, HoldsWithoutEvents) {
    const document::Briefing empty;
    expect_tidy(figure_frame(input_for(empty)));
}

}  // namespace
}  // namespace dateline::publish
