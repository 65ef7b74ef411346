#include "session/action.h"
#include "session/event_json.h"
#include "session/json_fields.h"

#include <fmt/ranges.h>
#include <algorithm>
#include <array>

namespace dateline::session {
namespace {

using nlohmann::json;

// One row an action, in the variant's order; fields() below says once what is written and what is read.
constexpr std::array<std::string_view, std::variant_size_v<Action>> kNames{"set_playhead",
                                                                           "set_window",
                                                                           "set_timeline_span",
                                                                           "set_playing",
                                                                           "set_speed",
                                                                           "set_loop",
                                                                           "set_snap",
                                                                           "set_recent",
                                                                           "step_playhead",
                                                                           "tick",
                                                                           "select",
                                                                           "hover",
                                                                           "select_next",
                                                                           "select_route",
                                                                           "hover_route",
                                                                           "set_flow",
                                                                           "select_dispute",
                                                                           "set_camera",
                                                                           "fly_to",
                                                                           "set_projection",
                                                                           "fit_all",
                                                                           "set_map_size",
                                                                           "set_filters",
                                                                           "set_list_order",
                                                                           "set_layer_shown",
                                                                           "set_route_shown",
                                                                           "set_theme",
                                                                           "set_map_names",
                                                                           "set_panel_shown",
                                                                           "go_to_scene",
                                                                           "open_briefing",
                                                                           "add_events",
                                                                           "edit_event",
                                                                           "review_event",
                                                                           "delete_event",
                                                                           "add_scene",
                                                                           "delete_scene",
                                                                           "set_worldview",
                                                                           "undo",
                                                                           "redo",
                                                                           "mark_saved",
                                                                           "add_layer",
                                                                           "change_layer",
                                                                           "move_layer",
                                                                           "remove_layer"};

template <class F>
void fields(F& f, SetPlayhead& a) {
    f("at", a.at);
}
template <class F>
void fields(F& f, SetWindow& a) {
    f.span(a.window);
}
template <class F>
void fields(F& f, SetTimelineSpan& a) {
    f.span(a.span);
}
template <class F>
void fields(F& f, SetPlaying& a) {
    f("playing", a.playing);
}
template <class F>
void fields(F& f, SetSpeed& a) {
    f("days_per_s", a.days_per_s);
}
template <class F>
void fields(F& f, SetLoop& a) {
    f("loop", a.loop);
}
template <class F>
void fields(F& f, SetSnap& a) {
    f("snap", a.snap);
}
template <class F>
void fields(F& f, SetRecentDays& a) {
    f("days", a.days);
}
template <class F>
void fields(F& f, StepPlayhead& a) {
    f("steps", a.steps);
    f.optional("to_event", a.to_event);
}
template <class F>
void fields(F& f, Tick& a) {
    f("elapsed_s", a.elapsed_s);
}
template <class F>
void fields(F& f, Select& a) {
    f("event", a.event_id);
    f.optional("fly", a.fly);
}
template <class F>
void fields(F& f, Hover& a) {
    f("event", a.event_id);
}
template <class F>
void fields(F& f, SelectNext& a) {
    f("by", a.by);
}
template <class F>
void fields(F& f, SelectRoute& a) {
    f("route", a.route_id);
    f.optional("fly", a.fly);
}
template <class F>
void fields(F& f, HoverRoute& a) {
    f("route", a.route_id);
}
template <class F>
void fields(F& f, SetFlow& a) {
    f("flow", a.flow);
}
template <class F>
void fields(F& f, SelectDispute& a) {
    f("dispute", a.dispute_id);
}
template <class F>
void fields(F& f, SetCamera& a) {
    f.camera(a.camera), f.optional("flying", a.flying);
}
template <class F>
void fields(F& f, FlyTo& a) {
    f.camera(a.camera);
}
template <class F>
void fields(F&, FitAll&) {}
template <class F>
void fields(F& f, SetMapSize& a) {
    f("width_px", a.size.width_px);
    f("height_px", a.size.height_px);
    f.optional("covered", a.size.covered);
}
template <class F>
void fields(F& f, SetFilters& a) {
    f.filters(a.filters);
}
template <class F>
void fields(F& f, SetListOrder& a) {
    f("newest_first", a.newest_first);
}
template <class F>
void fields(F& f, SetLayerShown& a) {
    f("layer", a.layer);
    f("shown", a.shown);
}
template <class F>
void fields(F& f, SetRouteShown& a) {
    f("route", a.route_id);
    f("shown", a.shown);
}
template <class F>
void fields(F& f, SetProjection& a) {
    f("projection", a.projection);
}
template <class F>
void fields(F& f, SetTheme& a) {
    f("theme", a.theme);
}
template <class F>
void fields(F& f, SetMapNames& a) {
    f("names", a.names);
}
template <class F>
void fields(F& f, SetPanelShown& a) {
    f("panel", a.panel);
    f("shown", a.shown);
}
template <class F>
void fields(F& f, GoToScene& a) {
    f("scene", a.scene_id);
}
template <class F>
void fields(F& f, OpenBriefing& a) {
    f("file", a.file);
    f.optional("layers", a.layers);
}
template <class F>
void fields(F& f, AddEvents& a) {
    f("events", a.events);
    f.optional("bulletins", a.bulletins);
}
template <class F>
void fields(F& f, EditEvent& a) {
    f("event", a.event);
    f.optional("gesture", a.gesture);
}
template <class F>
void fields(F& f, ReviewEvent& a) {
    f("event", a.event_id);
    f("review", a.review);
}
template <class F>
void fields(F& f, DeleteEvent& a) {
    f("event", a.event_id);
}
template <class F>
void fields(F& f, AddScene& a) {
    f("scene", a.scene);
}
template <class F>
void fields(F& f, DeleteScene& a) {
    f("scene", a.scene_id);
}
template <class F>
void fields(F& f, SetWorldview& a) {
    f("worldview", a.worldview);
}
template <class F>
void fields(F&, Undo&) {}
template <class F>
void fields(F&, Redo&) {}
template <class F>
void fields(F& f, MarkSaved& a) {
    f("file", a.file);
}

template <class F>
void fields(F& f, AddLayer& a) {
    f("layer", a.layer);
}
template <class F>
void fields(F& f, ChangeLayer& a) {
    f("layer", a.layer_id);
    f("shown", a.shown);
    f("opacity", a.opacity);
    f.optional("gesture", a.gesture);
}
template <class F>
void fields(F& f, MoveLayer& a) {
    f("layer", a.layer_id);
    f("by", a.by);
}
template <class F>
void fields(F& f, RemoveLayer& a) {
    f("layer", a.layer_id);
}

template <std::size_t I = 0>
Action blank_action(std::size_t index) {
    if constexpr (I < std::variant_size_v<Action>) return index == I ? Action(std::in_place_index<I>) : blank_action<I + 1>(index);
    else return Undo{};
}

}  // namespace

std::string_view name_of(const Action& action) { return kNames[action.index()]; }

std::string to_json(const Action& action) {
    json out = json::object();
    out["action"] = name_of(action);
    FieldWriter writer(out);
    Action copy = action;  // fields() takes what it writes from by reference
    std::visit([&](auto& a) { fields(writer, a); }, copy);
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

base::Result<Action> action_from_json(std::string_view line) {
    const json in = json::parse(line, nullptr, false);
    if (in.is_discarded()) return base::fail("not JSON", {}, R"(write one action a line, like {"action":"fit_all"})");
    if (!in.is_object() || !in.contains("action") || !in["action"].is_string())
        return base::fail("no \"action\"", {}, R"(write one action a line, like {"action":"fit_all"})");
    const std::string name = in["action"].get<std::string>();
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end())
        return base::fail("unknown action \"" + name + "\"", {}, fmt::format("use one of {}", fmt::join(kNames, ", ")));
    Action action = blank_action(static_cast<std::size_t>(found - kNames.begin()));
    FieldReader reader(in, name);
    std::visit([&](auto& a) { fields(reader, a); }, action);
    if (!reader.error().what.empty()) return tl::unexpected(reader.error());
    return action;
}

}  // namespace dateline::session
