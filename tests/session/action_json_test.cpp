#include "document/worldview.h"
#include "session/action_log.h"
#include "session/session_support.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <set>

namespace dateline::session {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using testing::noon;

document::Event full_event() {
    document::Event e = testing::event("id1", "Title — “quoted” \n ქართული", "2021-03-09/2021-03-11~");
    e.date_text = "early March";
    e.date_basis = document::DateBasis::InferredYear;
    e.place = "Vantor";
    e.place_id = "dl:vantor";
    e.place_text = "near Vantor";
    e.place_basis = document::PlaceBasis::Explicit;
    e.place_precision = document::PlacePrecision::District;
    e.place_radius_km = 12.5;
    e.geometry = geo::MultiPolygon{{{{20, 45}, {21, 45}, {21, 46}, {20, 45}}}};
    e.kind = "visit";
    e.actors = {"A", "B"};
    e.attribution = "the ministry";
    e.quote = "Words.";
    e.source = "doc";
    e.section = "One";
    e.quote_span = {3, 9};
    e.date_span = {3, 5};
    e.place_span = {6, 7};
    e.actor_spans = {{3, 4}, {5, 6}};
    e.confidence = 0.75;
    e.review = document::Review::Edited;
    e.extra = {{"colour", "\"red\""}};
    return e;
}

std::shared_ptr<const document::Worldview> worldview() {
    std::vector<std::string> warnings;
    auto read = document::worldview_from_json(
        "{\"dateline\":{\"worldview\":\"W\",\n\"boundaries\":[{\"sides\":[\"ARM\"],\"show\":\"hidden\"}]}}", "w.json", warnings);
    return std::make_shared<const document::Worldview>(std::move(read.value()));
}

std::vector<Action> every_action() {
    view::Camera camera;
    camera.center = geo::world_from({45.5, 40.25});
    camera.zoom = 6.5;
    camera.bearing_deg = 12;
    document::Bulletin bulletin{"doc", "Title", "file.md", calendar::Edtf::day(2021, 3, 9), "said so", "Text."};
    document::Scene scene;
    scene.id = "s";
    scene.title = "Scene";
    scene.caption = "Words";
    scene.center = {20, 45};
    scene.at = calendar::Edtf::day(2021, 3, 9);
    scene.window = calendar::Edtf::parse("2021-03/..").value();
    scene.routes_shown = {"line"};
    scene.selected = "a";
    const document::Layer layer{document::layer_id("/maps/\"a\".tif"), "/maps/\"a\".tif", "/maps/a.style.json", false, 0.5};
    const calendar::Span span{calendar::day(2021, 3, 1), noon(2021, 4, 1)};
    return {SetPlayhead{noon(2021, 3, 9)},
            SetWindow{{calendar::kDistantPast, calendar::day(2021, 4, 1)}},
            SetTimelineSpan{span},
            SetPlaying{false},
            SetSpeed{0.5},
            SetLoop{false},
            SetSnap{Snap::Event},
            SetRecentDays{30},
            StepPlayhead{-2, true},
            Tick{0.016},
            Select{"a", false},
            Hover{"b"},
            SelectNext{-1},
            SelectRoute{"line", true},
            HoverRoute{"line"},
            SetFlow{true},
            SelectDispute{"kosovo-serbia-line"},
            SetCamera{camera, true},
            FlyTo{camera},
            SetProjection{view::Projection::Globe},
            FitAll{},
            SetMapSize{{800, 600, {{0, 300, 250, 300}}}},
            SetFilters{{5, "šu \"m\"", true}},
            SetListOrder{false},
            SetLayerShown{"rivers", false},
            SetRouteShown{"line", false},
            SetTheme{"light"},
            SetMapNames{"local"},
            SetPanelShown{"events", false},
            GoToScene{"s"},
            OpenBriefing{nullptr, "x.gpkg"},
            AddEvents{{full_event()}, {bulletin}},
            EditEvent{full_event(), "typing"},
            ReviewEvent{"a", document::Review::Rejected},
            DeleteEvent{"a"},
            AddScene{scene},
            DeleteScene{"s"},
            SetWorldview{worldview()},
            Undo{},
            Redo{},
            MarkSaved{"x.gpkg", nullptr},
            AddLayer{layer},
            ChangeLayer{"l1", false, 0.25, "drag"},
            MoveLayer{"l1", -1},
            RemoveLayer{"l1"}};
}

TEST(ActionJson, GoesBothWaysForEveryAction) {
    std::set<std::size_t> seen;
    for (const Action& action : every_action()) {
        seen.insert(action.index());
        const std::string line = to_json(action);
        const auto back = action_from_json(line);
        ASSERT_TRUE(back) << line << "\n" << back.error().line();
        EXPECT_EQ(back->index(), action.index()) << line;
        EXPECT_EQ(line.find('\n'), std::string::npos);
        if (std::holds_alternative<SetCamera>(action) || std::holds_alternative<FlyTo>(action)) continue;
        EXPECT_EQ(json::parse(to_json(*back)), json::parse(line));
    }
    EXPECT_EQ(seen.size(), std::variant_size_v<Action>);
}

TEST(ActionJson, KeepsTheWorldviewWholeAndItCanBeUndone) {
    const auto back = action_from_json(to_json(SetWorldview{worldview()}));
    ASSERT_TRUE(back);
    EXPECT_EQ(*std::get<SetWorldview>(*back).worldview, *worldview());
    State state = apply({}, *back);
    ASSERT_TRUE(state.briefing->worldview());
    EXPECT_EQ(state.briefing->worldview()->name, "W");
    EXPECT_TRUE(state.unsaved);
    state = apply(std::move(state), *back);
    EXPECT_EQ(state.history.undo.size(), 1u) << "the same again changes nothing";
    state = apply(std::move(state), SetWorldview{});
    EXPECT_FALSE(state.briefing->worldview());
    state = apply(apply(std::move(state), Undo{}), Undo{});
    EXPECT_FALSE(state.briefing->worldview());
    EXPECT_FALSE(action_from_json(R"({"action":"set_worldview","worldview":"no JSON"})"));
}

TEST(ActionJson, KeepsEventsWhole) {
    const auto back = action_from_json(to_json(EditEvent{full_event(), "g"}));
    ASSERT_TRUE(back);
    EXPECT_EQ(std::get<EditEvent>(*back).event, full_event());
    EXPECT_EQ(std::get<EditEvent>(*back).gesture, "g");
}

TEST(ActionJson, KeepsTheCameraToAHairsBreadth) {
    view::Camera camera;
    camera.center = geo::world_from({179.9, -71.5});
    camera.zoom = 11.125;
    const auto back = action_from_json(to_json(SetCamera{camera}));
    ASSERT_TRUE(back);
    const view::Camera& read = std::get<SetCamera>(*back).camera;
    EXPECT_NEAR(read.center.x, camera.center.x, 1e-13);
    EXPECT_NEAR(read.center.y, camera.center.y, 1e-13);
    EXPECT_EQ(read.zoom, camera.zoom);
}

TEST(ActionJson, ReadsWhatAPersonWrites) {
    const auto playhead = action_from_json(R"({"action":"set_playhead","at":"2023-04-25"})");
    ASSERT_TRUE(playhead);
    EXPECT_EQ(std::get<SetPlayhead>(*playhead).at, calendar::day(2023, 4, 25));
    const auto select = action_from_json(R"({"action":"select","event":"a"})");
    ASSERT_TRUE(select);
    EXPECT_TRUE(std::get<Select>(*select).fly);
    const auto window = action_from_json(R"({"action":"set_window","from":"2023-04"})");
    ASSERT_TRUE(window);
    EXPECT_EQ(std::get<SetWindow>(*window).window.begin, calendar::day(2023, 4, 1));
    EXPECT_TRUE(std::get<SetWindow>(*window).window.open_end());
}

TEST(ActionJson, SaysWhatIsWrong) {
    const auto fault = [](const char* line) {
        const auto result = action_from_json(line);
        return result ? std::string("accepted") : result.error().line();
    };
    EXPECT_THAT(fault("{"), HasSubstr("not JSON"));
    EXPECT_THAT(fault("[1]"), HasSubstr("\"action\""));
    EXPECT_THAT(fault(R"({"action":"dance"})"), HasSubstr("dance"));
    EXPECT_THAT(fault(R"({"action":"set_playhead"})"), HasSubstr("\"at\" is missing"));
    EXPECT_THAT(fault(R"({"action":"set_playhead","at":"yesterday"})"), HasSubstr("\"at\""));
    EXPECT_THAT(fault(R"({"action":"set_playhead","at":5})"), HasSubstr("\"at\" must be a date"));
    EXPECT_THAT(fault(R"({"action":"select","event":7})"), HasSubstr("must be a text"));
    EXPECT_THAT(fault(R"({"action":"set_camera","lon":0,"lat":200,"zoom":1})"), HasSubstr("not on the Earth"));
    EXPECT_THAT(fault(R"({"action":"set_filters","categories":["sport"]})"), HasSubstr("sport"));
    EXPECT_THAT(fault(R"({"action":"set_window","from":"2023-05","to":"2023-04"})"), HasSubstr("after"));
    EXPECT_THAT(fault(R"({"action":"edit_event","event":{"id":"a","evidence":{"actors":[[9]]}}})"), HasSubstr("evidence"));
    EXPECT_THAT(fault(R"({"action":"edit_event","event":{"title":"no id"}})"), HasSubstr("id"));
    EXPECT_THAT(fault(R"({"action":"edit_event","event":{"id":"a","geometry":{"type":"Point","coordinates":["x"]}}})"),
                HasSubstr("geometry"));
}

TEST(ActionLog, ReplaysToTheSameState) {
    ActionLog log;
    State state = testing::opened();
    for (const Action& action :
         std::initializer_list<Action>{Select{"c", false}, Hover{"a"}, SetPlayhead{noon(2021, 3, 2)}, SetPlayhead{noon(2021, 3, 3)},
                                       ReviewEvent{"a", document::Review::Rejected}, SetTheme{"light"}}) {
        log.record(action);
        state = apply(state, action);
    }
    EXPECT_EQ(log.actions().size(), 4u);
    const auto read = ActionLog::read(log.json_lines(), "log.jsonl");
    ASSERT_TRUE(read);
    State replayed = testing::opened();
    for (const Action& action : *read) replayed = apply(replayed, action);
    EXPECT_EQ(replayed.selected, state.selected);
    EXPECT_EQ(replayed.playhead, state.playhead);
    EXPECT_EQ(replayed.theme, state.theme);
    EXPECT_EQ(*replayed.briefing->event("a"), *state.briefing->event("a"));
}

TEST(ActionLog, NamesTheLineThatIsWrong) {
    const auto read = ActionLog::read("# a comment\n\n{\"action\":\"fit_all\"}\r\n{\"action\":\"jump\"}\n", "demo.jsonl");
    ASSERT_FALSE(read);
    EXPECT_THAT(read.error().line(), HasSubstr("demo.jsonl:4"));
    EXPECT_EQ(ActionLog::read("{\"action\":\"fit_all\"}", "x")->size(), 1u);
    EXPECT_TRUE(ActionLog::read("", "x")->empty());
}

}  // namespace
}  // namespace dateline::session
