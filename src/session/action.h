#pragma once

#include "base/result.h"
#include "session/state.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The only way state changes. Panels, keys, scripts, tests and undo all go through apply().
namespace dateline::session {

struct SetPlayhead {
    calendar::Instant at;
};
struct SetWindow {
    calendar::Span window;
};  ///< an open span: everything
struct SetTimelineSpan {
    calendar::Span span;
};
struct SetPlaying {
    bool playing = true;
};  ///< at the end of the range it starts over
struct SetSpeed {
    double days_per_s = 1;
};
struct SetLoop {
    bool loop = true;
};
struct SetSnap {
    Snap snap = Snap::Day;
};
struct SetRecentDays {
    double days = 14;
};  ///< how long an event fades
struct StepPlayhead {
    int steps = 1;
    bool to_event = false;
};  ///< days, or to the next dated event
struct Tick {
    double elapsed_s = 0;
};  ///< advances play; the clock is injected
struct Select {
    std::string event_id;
    bool fly = true;
};  ///< empty id: nothing
struct Hover {
    std::string event_id;
};
struct SelectNext {
    int by = 1;
};  ///< through the list as filtered
struct SelectRoute {
    std::string route_id;
    bool fly = false;
};  ///< empty id: none
struct HoverRoute {
    std::string route_id;
};
struct SetFlow {
    bool flow = true;
};  ///< glints run along the routes
struct SelectDispute {
    std::string dispute_id;
};  ///< empty id: none
struct SetCamera {
    view::Camera camera;
    bool flying = false;
};  ///< flying: on the way to where the map flies; else that is given up
struct FlyTo {
    view::Camera camera;
};  ///< ui animates and sends SetCamera, flying
struct SetProjection {
    view::Projection projection = view::Projection::Mercator;
};  ///< of the map; ui animates
struct FitAll {};
struct SetMapSize {
    MapSize size;
};  ///< sent when the layout changes
struct SetFilters {
    Filters filters;
};
struct SetListOrder {
    bool newest_first = true;
};
struct SetLayerShown {
    std::string layer;
    bool shown = true;
};
struct SetRouteShown {
    std::string route_id;
    bool shown = true;
};
struct SetTheme {
    std::string theme;
};
struct SetMapNames {
    std::string names;
};  ///< "english", or "local": as each country writes its own
struct SetPanelShown {
    std::string panel;
    bool shown = true;
};  ///< events, inspector, timeline, layers, diagram
struct GoToScene {
    std::string scene_id;
};
struct OpenBriefing {
    std::shared_ptr<const document::Briefing> briefing;
    std::string file;
    std::vector<document::Layer> layers{};
};
struct AddLayer {
    document::Layer layer;
};  ///< on top; the same file again is shown again
struct ChangeLayer {
    std::string layer_id;
    bool shown = true;
    double opacity = 1;
    std::string gesture{};
};
struct MoveLayer {
    std::string layer_id;
    int by = 1;
};  ///< above others, or below
struct RemoveLayer {
    std::string layer_id;
};
struct AddEvents {
    std::vector<document::Event> events;
    std::vector<document::Bulletin> bulletins;
};
struct EditEvent {
    document::Event event;
    std::string gesture;
};
struct ReviewEvent {
    std::string event_id;
    document::Review review = document::Review::Accepted;
};
struct DeleteEvent {
    std::string event_id;
};
struct AddScene {
    document::Scene scene;
};  ///< replaces the one of the same id
struct DeleteScene {
    std::string scene_id;
};
/// Null: boundaries as they are shipped, de facto. Part of the document, so it is undone and saved with it.
struct SetWorldview {
    std::shared_ptr<const document::Worldview> worldview;
};
struct Undo {};
struct Redo {};
/// `version` is what was written, which may be older than what is shown by now; null: what is shown.
struct MarkSaved {
    std::string file;
    std::shared_ptr<const document::Briefing> version;
    std::vector<document::Layer> layers{};
};

using Action = std::variant<SetPlayhead, SetWindow, SetTimelineSpan, SetPlaying, SetSpeed, SetLoop, SetSnap, SetRecentDays, StepPlayhead,
                            Tick, Select, Hover, SelectNext, SelectRoute, HoverRoute, SetFlow, SelectDispute, SetCamera, FlyTo,
                            SetProjection, FitAll, SetMapSize, SetFilters, SetListOrder, SetLayerShown, SetRouteShown, SetTheme,
                            SetMapNames, SetPanelShown, GoToScene, OpenBriefing, AddEvents, EditEvent, ReviewEvent, DeleteEvent, AddScene,
                            DeleteScene, SetWorldview, Undo, Redo, MarkSaved, AddLayer, ChangeLayer, MoveLayer, RemoveLayer>;

/// Pure. An action that names what is not there leaves the state as it is.
State apply(State state, const Action& action);

/// {"action":"set_playhead","at":"2023-04-25"}; OpenBriefing is recorded by its file.
std::string to_json(const Action& action);
/// Errors: not JSON, unknown action, a field missing or of the wrong type.
base::Result<Action> action_from_json(std::string_view line);
/// "set_playhead"
std::string_view name_of(const Action& action);

/// What view needs of it.
view::ViewOptions view_options(const State& state);
/// Ids of the events that pass the filters, in list order.
std::vector<std::string> filtered_events(const State& state);

}  // namespace dateline::session
