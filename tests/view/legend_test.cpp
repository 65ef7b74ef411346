#include "view/map_support.h"

#include "io/routes.h"
#include "view/furniture_legend.h"
#include "view/layer_legend.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace dateline::view {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using testing::looking_at;
using ::testing::Not;
using testing::Scene;
using ::testing::UnorderedElementsAre;
using What = LegendRow::What;

std::vector<LegendRow> rows_of(const Scene& scene) {
    FrameBuilder builder;
    Placement placement;
    builder.build(scene.input(), {}, placement);
    return legend_rows(placement.notes);
}

std::vector<std::string> labels(const std::vector<LegendRow>& rows, What what) {
    std::vector<std::string> found;
    for (const LegendRow& row : rows)
        if (row.what == what) found.push_back(row.note.empty() ? row.label : row.label + ": " + row.note);
    return found;
}

document::Briefing briefing_of(std::vector<document::Event> events, std::vector<document::Route> routes = {}) {
    document::Briefing::Parts parts;
    for (auto& e : events) parts.events.push_back(std::make_shared<const document::Event>(std::move(e)));
    for (auto& r : routes) parts.routes.push_back(std::make_shared<const document::Route>(std::move(r)));
    return document::Briefing(std::move(parts));
}

document::RouteSegment segment(document::RouteStatus status, const char* from, const char* to, geo::Line line) {
    document::RouteSegment s;
    s.kind = document::RouteKind::Rail;
    s.status = status;
    if (*from != 0) s.from = calendar::Edtf::parse(from).value();
    if (*to != 0) s.to = calendar::Edtf::parse(to).value();
    s.line = std::move(line);
    return s;
}

/// Planned until it is built, then closed; a second line is there from 2010 on.
document::Briefing with_history() {
    using document::RouteStatus;
    const geo::Line line{{21, 44}, {23, 44.5}, {25, 44}};
    document::Route first, second;
    first.id = first.name = "Valley line";
    second.id = second.name = "Coast line";
    first.kind = second.kind = document::RouteKind::Rail;
    first.status = RouteStatus::Suspended;
    first.segments = {segment(RouteStatus::Planned, "", "2001", line), segment(RouteStatus::Existing, "2001", "2020", line),
                      segment(RouteStatus::Suspended, "2020", "", line)};
    second.segments = {segment(RouteStatus::Existing, "2010", "", {{21, 45}, {25, 45.5}})};
    return briefing_of({}, {first, second});
}

TEST(Legend, KeysLighterLandWhereThereIsOtherLandBesideIt) {
    Scene scene;  // events in Serbia, Bulgaria and Romania
    const auto keyed = [&](double lon, double lat, double zoom) {
        scene.camera = looking_at(lon, lat, zoom);
        return !labels(rows_of(scene), What::FocusLand).empty();
    };
    EXPECT_TRUE(keyed(23, 44.5, 5));
    EXPECT_FALSE(keyed(25.2, 44.6, 9)) << "Romania and Bulgaria alone";
    EXPECT_FALSE(keyed(10, 60, 5)) << "none of them";
}

TEST(Legend, KeysRoutesInTheStateOfTheirTime) {
    const document::Briefing briefing = with_history();
    Scene scene;
    scene.briefing = &briefing;
    scene.options.playhead = calendar::day(1999, 6, 1);
    EXPECT_THAT(labels(rows_of(scene), What::Route), UnorderedElementsAre("Valley line: planned"));
    scene.options.playhead = calendar::day(2015, 6, 1);
    EXPECT_THAT(labels(rows_of(scene), What::Route), UnorderedElementsAre("Valley line", "Coast line"));
    scene.options.playhead = calendar::day(2024, 6, 1);
    EXPECT_THAT(labels(rows_of(scene), What::Route), UnorderedElementsAre("Valley line: suspended", "Coast line"));
    scene.camera = looking_at(-140, -40, 5);  // the South Pacific
    EXPECT_THAT(labels(rows_of(scene), What::Route), IsEmpty());
}

TEST(Legend, KeysTheHatchOfACountryOnlyWhereTheCountryIsSeen) {
    document::Event event =
        testing::at(testing::event("z", "Parliament met in Croatia", "2021-03-14", document::Category::Diplomacy), 16.4, 45.4);
    event.place_precision = document::PlacePrecision::Country;
    const document::Briefing briefing = briefing_of({event});
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(16, 45.3, 6);
    EXPECT_THAT(labels(rows_of(scene), What::Hatch), Not(IsEmpty()));
    scene.layout.map = {0, 0, 160, 100};
    scene.camera = looking_at(17.7, 44.2, 6.8);  // inside the crescent: Bosnia
    EXPECT_THAT(labels(rows_of(scene), What::Hatch), IsEmpty());
}

TEST(Legend, SaysWhatTheShieldsOfARouteSayUnlessItsNameDoes) {
    document::Route cable, road;
    cable.id = "cable", cable.name = "Black Sea submarine power cable", cable.short_name = "BSC";
    road.id = "road", road.name = "Valley–Coast road", road.short_name = "Valley road";
    cable.segments = {segment(document::RouteStatus::Existing, "", "", {{21, 44}, {25, 44}})};
    road.segments = {segment(document::RouteStatus::Existing, "", "", {{21, 45}, {25, 45}})};
    const document::Briefing briefing = briefing_of({}, {cable, road});
    Scene scene;
    scene.briefing = &briefing;
    std::vector<std::string> codes;
    for (const LegendRow& row : rows_of(scene))
        if (row.what == What::Route) codes.push_back(row.label + ": " + row.code);
    EXPECT_THAT(codes, UnorderedElementsAre("Black Sea submarine power cable: BSC", "Valley–Coast road: "));
}

LegendRow route_row(const std::string& name, document::RouteKind kind, document::RouteStatus status, float seen_px) {
    LegendRow row;
    row.what = What::Route;
    row.label = name;
    row.kind = kind;
    row.status = status;
    row.note = status_note(status);
    row.seen_px = seen_px;
    return row;
}

TEST(Legend, FoldsRoutesOfOneLookButTheChosenOne) {
    using enum document::RouteKind;
    using enum document::RouteStatus;
    std::vector<LegendRow> rows{route_row("North line", Rail, Existing, 90), route_row("Old pipe", Pipeline, Existing, 80),
                                route_row("South line", Rail, Existing, 70), route_row("East line", Rail, Planned, 60),
                                route_row("Bay line", Rail, Existing, 50),   route_row("New line", Rail, Planned, 40)};
    rows[4].emphasised = true;
    EXPECT_THAT(labels(routes_by_kind(rows), What::Route),
                ::testing::ElementsAre("Railways (2)", "Old pipe", "Railways (2): planned", "Bay line"));
    rows.resize(2);
    EXPECT_THAT(labels(routes_by_kind(rows), What::Route), ::testing::ElementsAre("North line", "Old pipe"));  // each is alone of its look
}

TEST(Legend, NamesTheRouteFirstThatIsSeenMost) {
    MapNotes notes;
    notes.legend = {route_row("A trace", document::RouteKind::Rail, document::RouteStatus::Existing, 30),
                    route_row("The trunk", document::RouteKind::Road, document::RouteStatus::Existing, 900),
                    route_row("Another trace", document::RouteKind::Rail, document::RouteStatus::Existing, 31)};
    EXPECT_THAT(labels(legend_rows(notes), What::Route), ::testing::ElementsAre("The trunk", "A trace", "Another trace"));
}

TEST(Legend, SaysThatALineIsPartlyInAnotherState) {
    document::Route route;
    route.id = route.name = "Valley line";
    route.kind = document::RouteKind::Rail;
    route.status = document::RouteStatus::UnderConstruction;
    route.segments = {segment(document::RouteStatus::Existing, "", "", {{20, 44}, {25, 44}}),
                      segment(document::RouteStatus::UnderConstruction, "", "", {{25, 44}, {26, 44}})};
    const document::Briefing briefing = briefing_of({}, {route});
    Scene scene;
    scene.briefing = &briefing;
    EXPECT_THAT(labels(rows_of(scene), What::Route), UnorderedElementsAre("Valley line: partly under construction"));
    scene.camera = looking_at(22, 44, 8);  // the part that exists
    EXPECT_THAT(labels(rows_of(scene), What::Route), UnorderedElementsAre("Valley line"));
}

TEST(Legend, KeysTheSymbolsOnTheMapAndNoOthers) {
    Scene scene;
    scene.camera = looking_at(24.1, 44.4, 8);  // one event's town
    EXPECT_THAT(labels(rows_of(scene), What::Category), UnorderedElementsAre("Security"));
    scene.options.window = {calendar::day(2021, 4, 1), calendar::day(2021, 5, 1)};  // none of them
    EXPECT_THAT(labels(rows_of(scene), What::Category), IsEmpty());
}

TEST(Legend, KeysTheLineOfAnEventWhereItIsSeen) {
    document::Event laid = testing::event("laid", "Cable laid", "2021-03-14", document::Category::Energy);
    laid.geometry = geo::MultiLine{{{22, 44}, {23, 44.5}, {24, 44}}};
    laid.place_precision = document::PlacePrecision::Corridor;
    const document::Briefing briefing = briefing_of({laid});
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(23, 44, 6);
    EXPECT_THAT(labels(rows_of(scene), What::EventLine), Contains("Line of an event"));
    scene.camera = looking_at(-140, -40, 6);
    EXPECT_THAT(labels(rows_of(scene), What::EventLine), IsEmpty());
    Scene areas;  // outlines and rings are no lines
    EXPECT_THAT(labels(rows_of(areas), What::EventLine), IsEmpty());
}

TEST(Legend, KeysHatchesAndDashedEdgesWhereTheyAreShown) {
    Scene scene;
    const auto rows = rows_of(scene);
    EXPECT_THAT(labels(rows, What::Hatch), Not(IsEmpty()));      // the minister's country
    EXPECT_THAT(labels(rows, What::AreaPlace), Not(IsEmpty()));  // the surveyed district
    scene.camera = looking_at(24.1, 44.4, 9.5);
    EXPECT_THAT(labels(rows_of(scene), What::AreaPlace), IsEmpty());
    scene.camera = looking_at(-140, -40, 5);
    EXPECT_TRUE(rows_of(scene).empty());
}

TEST(Legend, KeysTheTintThatIsLeftOfAnAreaSeenFromWithin) {
    document::Event event = testing::event("a", "Fields were surveyed", "2021-03-14", document::Category::Security);
    event.geometry = geo::MultiPolygon{{{{20, 44}, {22, 44}, {22, 45.5}, {20, 45.5}, {20, 44}}}};
    event.place_precision = document::PlacePrecision::District;
    const document::Briefing briefing = briefing_of({event});
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(21, 44.7, 12);
    EXPECT_THAT(labels(rows_of(scene), What::Hatch), Not(IsEmpty()));
    scene.camera = looking_at(24, 44.7, 12);
    EXPECT_THAT(labels(rows_of(scene), What::Hatch), IsEmpty());
}

TEST(Legend, ExplainsCountsAndTheColoursOfTheirRings) {
    Scene scene;
    scene.camera = looking_at(23, 44.5, 2);
    const auto rows = rows_of(scene);
    EXPECT_THAT(labels(rows, What::Count), Not(IsEmpty()));
    EXPECT_THAT(labels(rows, What::Category), Contains("Security"));
    scene.camera = looking_at(24.1, 44.4, 8);
    EXPECT_THAT(labels(rows_of(scene), What::Count), IsEmpty());
}

/// Thousands of events about two places, all of one category but for those far off.
document::Briefing many() {
    std::mt19937 random(7);
    std::normal_distribution<double> off(0, 1.5);
    std::vector<document::Event> events;
    for (int i = 0; i < 3000; ++i)
        events.push_back(testing::at(testing::event("m" + std::to_string(i), "Happened", "2021-03-10", document::Category::Energy),
                                     23 + off(random), 44.5 + off(random)));
    for (int i = 0; i < 40; ++i)
        events.push_back(testing::at(testing::event("n" + std::to_string(i), "Happened", "2021-03-10", document::Category::Society),
                                     100 + off(random), 20 + off(random)));
    return briefing_of(std::move(events));
}

TEST(Legend, OfManyKeysHeatAloneFromAfarAndSymbolsFromNear) {
    const document::Briefing briefing = many();
    Scene scene;
    scene.briefing = &briefing;
    scene.camera = looking_at(23, 44.5, 2);
    EXPECT_THAT(labels(rows_of(scene), What::Heat), Not(IsEmpty()));
    EXPECT_THAT(labels(rows_of(scene), What::Category), IsEmpty());
    scene.camera = looking_at(23, 44.5, 10);
    EXPECT_THAT(labels(rows_of(scene), What::Heat), IsEmpty());
    EXPECT_THAT(labels(rows_of(scene), What::Category), UnorderedElementsAre("Energy"));
}

TEST(EventLayout, OfManyCountsThrongsAndNamesWhatStandsAlone) {
    const document::Briefing briefing = many();
    Scene scene;
    scene.briefing = &briefing;
    const auto drawn = [&](double zoom) {
        scene.camera = looking_at(23, 44.5, zoom);
        FrameBuilder builder;
        Placement placement;
        const Frame frame = builder.build(scene.input(), {}, placement);
        std::size_t symbols = 0, names = 0, counts = 0;
        for (const Item& item : frame.items) {
            if (const auto* markers = std::get_if<DrawMarkers>(&item)) symbols += markers->set->markers.size();
            if (const auto* text = std::get_if<DrawText>(&item)) names += text->text.find("Happened") != std::string::npos ? 1u : 0u;
        }
        for (const Hit& hit : placement.hits) counts += hit.kind == Hit::Kind::Cluster ? 1u : 0u;
        return std::array{symbols, names, counts};
    };
    const auto [far_symbols, far_names, far_counts] = drawn(8);
    EXPECT_GT(far_counts, 10u);
    EXPECT_LT(far_symbols, 2500u);
    const auto [near_symbols, near_names, near_counts] = drawn(11);
    EXPECT_GT(near_names, 5u);
    EXPECT_LT(near_counts, far_counts);
}

/// What a style says of all other values is told after those that it names.
TEST(LayerLegend, TellsTheRestLast) {
    document::VectorLayer layer;
    for (const char* value : {"*", "closed", "open"}) {
        document::VectorCoat& coat = layer.coats.emplace_back();
        coat.value = value;
        coat.points.push_back({0.5, 0.5});
    }
    document::LayerContent content;
    content.title = "Wells";
    content.data = std::move(layer);
    std::vector<std::string> found;
    for (const LegendRow& row : layer_legend(content, testing::theme(), 1, [](const document::VectorCoat&) { return true; }))
        found.push_back(row.label + (row.note.empty() ? "" : " of " + row.note));
    EXPECT_THAT(found, ::testing::ElementsAre("closed of Wells", "open", "other"));
}

}  // namespace
}  // namespace dateline::view
