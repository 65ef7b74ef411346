#include "document/gazetteer.h"
#include "session/action.h"
#include "session/edits.h"
#include "session/framing.h"
#include "session/list.h"

#include <algorithm>
#include <cmath>

namespace dateline::session {
namespace {

using calendar::Instant;
using calendar::Span;
using std::chrono::seconds;

constexpr Span kTimeWorth{Instant{seconds{-400'000'000'000}}, Instant{seconds{400'000'000'000}}};
constexpr seconds kShortestSpan{60};

Instant held(Instant t) { return std::clamp(t, kTimeWorth.begin, kTimeWorth.end); }

/// A span that can be shown: bounded, and no shorter than a minute.
Span held(Span span) {
    span.begin = held(span.begin);
    span.end = std::max(held(span.end), span.begin + kShortestSpan);
    return span;
}

bool is_sane(const view::Camera& camera) {
    return std::isfinite(camera.center.x) && std::isfinite(camera.center.y) && std::isfinite(camera.zoom) &&
           std::isfinite(camera.bearing_deg) && std::isfinite(camera.morph);
}

view::Camera held(view::Camera camera) {
    camera.center = view::held_center(camera.center, camera.projection);
    camera.morph = std::clamp(camera.morph, 0.0, 1.0);
    camera.zoom = std::clamp(camera.zoom, view::kMinZoom, view::kMaxZoom);
    camera.bearing_deg = std::remainder(camera.bearing_deg, 360.0);
    return camera;
}

void fly(State& state, const view::Camera& camera) {
    state.fly_target = held(camera);
    ++state.flights;
}

void set_shown(std::set<std::string>& hidden, const std::string& name, bool shown) {
    if (shown) hidden.erase(name);
    else hidden.insert(name);
}

Instant in_seconds(Instant from, double add_s) {
    const double limit = calendar::seconds_between(kTimeWorth.begin, kTimeWorth.end);
    return held(from + seconds{std::llround(std::clamp(add_s, -limit, limit))});
}

// ---- time

void on(State& state, const SetPlayhead& a) { state.playhead = held(a.at); }
void on(State& state, const SetTimelineSpan& a) { state.timeline = held(a.span); }

void on(State& state, const SetWindow& a) {
    Span window = a.window;
    if (!window.open_begin()) window.begin = held(window.begin);
    if (!window.open_end()) window.end = held(window.end);
    if (window.begin < window.end) state.window = window;
}

void on(State& state, const SetPlaying& a) {
    state.playback.playing = a.playing;
    state.playback.carry_s = 0;
    const Span range = play_range(state);
    if (a.playing && !range.contains(state.playhead + seconds{1})) state.playhead = range.begin;
}

void on(State& state, const SetSpeed& a) {
    if (std::isfinite(a.days_per_s) && a.days_per_s > 0) state.playback.days_per_s = std::min(a.days_per_s, 36525.0);
}
void on(State& state, const SetLoop& a) { state.playback.loop = a.loop; }
void on(State& state, const SetSnap& a) { state.snap = a.snap; }
void on(State& state, const SetRecentDays& a) {
    if (std::isfinite(a.days) && a.days > 0) state.recent_days = std::min(a.days, 36525.0);
}

void step_to_event(State& state, int steps) {
    const std::string search = document::fold_name(state.filters.search);
    std::vector<Instant> at;
    for (const auto& event : state.briefing->events())
        if (event->date && matches(*event, state.filters, search.empty() ? "" : folded_words(*event), search))
            at.push_back(instant_of(*event->date));
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
    if (at.empty()) return;
    const auto count = static_cast<std::int64_t>(at.size());
    if (steps > 0) {
        const auto next = std::upper_bound(at.begin(), at.end(), state.playhead) - at.begin();
        if (next < count) state.playhead = at[static_cast<std::size_t>(std::min(next + steps - 1, count - 1))];
    } else {
        const auto before = std::lower_bound(at.begin(), at.end(), state.playhead) - at.begin() - 1;
        if (before >= 0) state.playhead = at[static_cast<std::size_t>(std::max(before + steps + 1, std::int64_t{0}))];
    }
}

void on(State& state, const StepPlayhead& a) {
    if (a.steps == 0) return;
    if (a.to_event) step_to_event(state, a.steps);
    else state.playhead = in_seconds(state.playhead, 86400.0 * a.steps);
}

void on(State& state, const Tick& a) {
    if (!state.playback.playing || !std::isfinite(a.elapsed_s) || a.elapsed_s <= 0) return;
    const Span range = play_range(state);
    const double due_s = a.elapsed_s * state.playback.days_per_s * 86400.0 + state.playback.carry_s;
    const Instant next = in_seconds(state.playhead, std::floor(due_s));
    state.playback.carry_s = due_s - std::floor(due_s);
    if (next < range.end) {
        state.playhead = std::max(next, range.begin);
    } else if (state.playback.loop) {
        state.playhead = range.begin;
    } else {
        state.playhead = range.end - seconds{1};
        state.playback.playing = false;
    }
}

// ---- selection and camera

void on(State& state, const Select& a) {
    if (a.event_id.empty()) {
        state.selected.clear();
        return;
    }
    const document::Event* event = state.briefing->event(a.event_id);
    if (event == nullptr) return;
    state.selected = a.event_id;
    if (!a.fly) return;
    if (const auto camera = camera_for_event(*event, state)) fly(state, *camera);
}

void on(State& state, const Hover& a) {
    if (a.event_id.empty() || state.briefing->event(a.event_id) != nullptr) state.hovered = a.event_id;
}

void on(State& state, const SelectNext& a) {
    const std::vector<std::string> ids = filtered_events(state);
    if (ids.empty() || a.by == 0) return;
    const auto found = std::find(ids.begin(), ids.end(), state.selected);
    const auto last = static_cast<std::ptrdiff_t>(ids.size()) - 1;
    std::ptrdiff_t to = a.by > 0 ? 0 : last;
    if (found != ids.end()) to = std::clamp<std::ptrdiff_t>(found - ids.begin() + a.by, 0, last);
    on(state, Select{ids[static_cast<std::size_t>(to)], true});
}

/// Without a route there is no diagram of one.
void on(State& state, const SelectRoute& a) {
    const document::Route* route = state.briefing->route(a.route_id);
    if (!a.route_id.empty() && route == nullptr) return;
    state.selected_route = a.route_id;
    if (route == nullptr) state.show_diagram = false;
    else if (a.fly) fly(state, camera_for_route(*route, state));
}

void on(State& state, const HoverRoute& a) {
    if (a.route_id.empty() || state.briefing->route(a.route_id) != nullptr) state.hovered_route = a.route_id;
}

void on(State& state, const SetFlow& a) { state.flow = a.flow; }
/// Which disputes there are is known to the base map; the panels show none that it does not have.
void on(State& state, const SelectDispute& a) { state.selected_dispute = a.dispute_id; }

void on(State& state, const SetCamera& a) {
    if (!is_sane(a.camera)) return;
    state.camera = held(a.camera);
    if (!a.flying || state.fly_target == state.camera) state.fly_target.reset();
}
void on(State& state, const FlyTo& a) {
    if (is_sane(a.camera)) fly(state, a.camera);
}
void on(State& state, const SetProjection& a) {
    const view::Camera& now = destination(state);
    if (now.projection == a.projection) return;
    view::Camera next = view::in_projection(now, a.projection);
    // The world at a scale that fills a flat map is a marble in the void.
    if (next.projection != view::Projection::Mercator)
        next.zoom = std::max(next.zoom, view::least_zoom(next, {0, 0, state.map_size.width_px, state.map_size.height_px}, 1));
    fly(state, next);
}
void on(State& state, const FitAll&) { fly(state, camera_for_events(*state.briefing, state, true)); }
/// A map that still shows what it was framed to show goes on doing so; one that somebody moved stays where it is.
void on(State& state, const SetMapSize& a) {
    if (a.size.width_px < 1 || a.size.height_px < 1 || a.size == state.map_size) return;
    const auto framed = [&] { return held(camera_for_events(*state.briefing, state, false)); };
    const bool untouched = state.camera == framed();
    state.map_size = a.size;
    if (untouched) state.camera = framed();
}

// ---- what is shown

void on(State& state, const SetFilters& a) { state.filters = a.filters; }
void on(State& state, const SetListOrder& a) { state.newest_first = a.newest_first; }
void on(State& state, const SetLayerShown& a) { set_shown(state.hidden_layers, a.layer, a.shown); }
void on(State& state, const SetRouteShown& a) {
    if (state.briefing->route(a.route_id) != nullptr) set_shown(state.hidden_routes, a.route_id, a.shown);
}
void on(State& state, const SetTheme& a) {
    if (a.theme == "dark" || a.theme == "light" || a.theme == "print") state.theme = a.theme;
}
void on(State& state, const SetMapNames& a) {
    if (a.names == "english") state.map_names = view::MapNames::English;
    if (a.names == "local") state.map_names = view::MapNames::Local;
}
void on(State& state, const SetPanelShown& a) {
    if (a.panel == "events") state.show_events = a.shown;
    if (a.panel == "inspector") state.show_inspector = a.shown;
    if (a.panel == "timeline") state.show_timeline = a.shown;
    if (a.panel == "layers") state.show_layers = a.shown;
    if (a.panel == "diagram") state.show_diagram = a.shown && !state.selected_route.empty();
}

const document::Scene* scene_named(const document::Briefing& briefing, const std::string& id) {
    for (const auto& scene : briefing.scenes())
        if (scene->id == id) return scene.get();
    return nullptr;
}

/// Everything that a scene says but the camera.
void take_scene(State& state, const document::Scene& scene) {
    state.scene = scene.id;
    if (scene.at) state.playhead = held(instant_of(*scene.at));
    if (scene.window) state.window = scene.window->bounds();
    state.hidden_routes.clear();
    for (const auto& route : state.briefing->routes())
        if (!scene.routes_shown.empty() && std::ranges::find(scene.routes_shown, route->id) == scene.routes_shown.end())
            state.hidden_routes.insert(route->id);
    state.selected = state.briefing->event(scene.selected) != nullptr ? scene.selected : std::string();
}

void on(State& state, const GoToScene& a) {
    const document::Scene* scene = scene_named(*state.briefing, a.scene_id);
    if (scene == nullptr) return;
    take_scene(state, *scene);
    fly(state, camera_for_scene(*scene));
}

// ---- the document

/// The time that a briefing is first shown at: its last event dated to a day, else the middle of what is dated.
void set_times(State& state) {
    state.timeline = held(focus_span(*state.briefing));
    state.window = state.briefing->time_extent().value_or(Span{});
    state.playhead = state.timeline.begin + (state.timeline.end - state.timeline.begin) / 2;
    bool found = false;
    for (const auto& event : state.briefing->events()) {
        if (!event->date || event->date->precision() < calendar::Precision::Day) continue;
        const Instant at = instant_of(*event->date);
        if (state.timeline.contains(at) && (!found || at > state.playhead)) state.playhead = at, found = true;
    }
}

void frame(State& state) {
    set_times(state);
    state.camera = held(camera_for_events(*state.briefing, state, false));
}

void on(State& state, const OpenBriefing& a) {
    if (!a.briefing) return;
    State next;
    next.map_size = state.map_size;
    next.theme = std::move(state.theme);
    next.map_names = state.map_names;
    next.hidden_layers = std::move(state.hidden_layers);
    next.snap = state.snap;
    next.newest_first = state.newest_first;
    next.flights = state.flights;
    next.show_events = state.show_events;
    next.show_inspector = state.show_inspector;
    next.show_timeline = state.show_timeline;
    next.show_layers = state.show_layers;
    next.flow = state.flow;
    next.briefing = next.saved = a.briefing;
    next.file = a.file;
    next.layers = next.saved_layers = a.layers;
    frame(next);
    if (!next.briefing->scenes().empty()) {
        take_scene(next, *next.briefing->scenes().front());
        next.camera = held(camera_for_scene(*next.briefing->scenes().front()));
    }
    state = std::move(next);
}

void on(State& state, const AddEvents& a) {
    const bool was_empty = state.briefing->events().empty();
    const auto extent = state.briefing->time_extent();
    const bool showed_all = extent && state.window.begin <= extent->begin && extent->end <= state.window.end;
    if (!add_events(state, a.events, a.bulletins)) return;
    if (was_empty) frame(state);
    else if (showed_all) state.window = Span{};  // a window that held every date holds the new ones too
}
void on(State& state, const EditEvent& a) { edit_event(state, a.event, a.gesture); }
void on(State& state, const ReviewEvent& a) { review_event(state, a.event_id, a.review); }
void on(State& state, const DeleteEvent& a) { delete_event(state, a.event_id); }
void on(State& state, const AddScene& a) { add_scene(state, a.scene); }
void on(State& state, const DeleteScene& a) { delete_scene(state, a.scene_id); }
void on(State& state, const SetWorldview& a) { set_worldview(state, a.worldview); }
void on(State& state, const Undo&) { undo(state); }
void on(State& state, const Redo&) { redo(state); }
void on(State& state, const MarkSaved& a) { mark_saved(state, a.file, a.version, a.layers); }
void on(State& state, const AddLayer& a) { add_layer(state, a.layer); }
void on(State& state, const ChangeLayer& a) { change_layer(state, a.layer_id, a.shown, a.opacity, a.gesture); }
void on(State& state, const MoveLayer& a) { move_layer(state, a.layer_id, a.by); }
void on(State& state, const RemoveLayer& a) { remove_layer(state, a.layer_id); }

}  // namespace

State apply(State state, const Action& action) {
    std::visit([&](const auto& a) { on(state, a); }, action);
    return state;
}

view::ViewOptions view_options(const State& state) {
    view::ViewOptions options;
    options.playhead = state.playhead;
    options.window = state.window;
    options.timeline = state.timeline;
    options.recent_days = state.recent_days;
    options.selected = state.selected;
    options.hovered = state.hovered;
    options.selected_route = state.selected_route;
    options.hovered_route = state.hovered_route;
    options.diagram = state.show_diagram;
    options.selected_dispute = state.selected_dispute;
    options.hidden_routes = state.hidden_routes;
    options.hidden_layers = state.hidden_layers;
    options.layers = state.layers;
    options.category_mask = state.filters.category_mask;
    options.search = document::fold_name(state.filters.search);
    options.map_names = state.map_names;
    options.playing = state.playback.playing;
    return options;
}

}  // namespace dateline::session
