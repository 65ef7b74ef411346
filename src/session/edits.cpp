#include "session/edits.h"

#include "document/worldview.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace dateline::session {
namespace {

using document::Briefing;

void push_bounded(std::vector<History::Step>& steps, History::Step step) {
    if (steps.size() >= kHistoryDepth) steps.erase(steps.begin());
    steps.push_back(std::move(step));
}

void compare_with_saved(State& state) { state.unsaved = state.briefing != state.saved || state.layers != state.saved_layers; }

/// What is selected may be gone in another version.
void show(State& state, std::shared_ptr<const Briefing> version) {
    state.briefing = std::move(version);
    compare_with_saved(state);
    if (state.briefing->event(state.selected) == nullptr) state.selected.clear();
    if (state.briefing->event(state.hovered) == nullptr) state.hovered.clear();
    if (state.briefing->route(state.selected_route) == nullptr) state.selected_route.clear();
}

/// What is now becomes an undo step.
void remember(State& state, std::string label, const std::string& gesture) {
    auto& steps = state.history.undo;
    const bool folds = !gesture.empty() && !steps.empty() && steps.back().gesture == gesture && state.history.redo.empty();
    if (!folds) push_bounded(steps, {state.briefing, std::move(label), gesture, state.layers});
    state.history.redo.clear();
}

void commit(State& state, Briefing next, std::string label, const std::string& gesture = {}) {
    remember(state, std::move(label), gesture);
    show(state, std::make_shared<const Briefing>(std::move(next)));
}

std::string label_of(document::Review review) {
    switch (review) {
        case document::Review::Accepted: return "Accept event";
        case document::Review::Rejected: return "Reject event";
        case document::Review::Edited: return "Mark as edited";
        case document::Review::Unreviewed: return "Put back to review";
    }
    return "Review event";
}

/// Replaces the items of the same id in place and appends the rest. True when anything differs.
template <class T>
bool merge(Briefing::Shared<T>& into, const std::vector<T>& items) {
    std::unordered_map<std::string_view, std::size_t> index;
    for (std::size_t i = 0; i < into.size(); ++i) index.emplace(into[i]->id, i);
    bool changed = false;
    for (const T& item : items) {
        if (item.id.empty()) continue;
        const auto found = index.find(item.id);
        if (found != index.end() && *into[found->second] == item) continue;
        changed = true;
        auto shared = std::make_shared<const T>(item);
        if (found != index.end()) {
            const std::size_t at = found->second;
            index.erase(found);  // its key views the id of what is about to go
            into[at] = shared;
            index.emplace(shared->id, at);
        } else {
            into.push_back(shared);
            index.emplace(shared->id, into.size() - 1);
        }
    }
    return changed;
}

}  // namespace

bool add_events(State& state, const std::vector<document::Event>& events, const std::vector<document::Bulletin>& bulletins) {
    Briefing::Parts parts = state.briefing->parts();
    const bool new_events = merge(parts.events, events);
    const bool new_bulletins = merge(parts.bulletins, bulletins);
    if (!new_events && !new_bulletins) return false;
    if (parts.title.empty() && !bulletins.empty()) parts.title = bulletins.front().title;
    commit(state, Briefing(std::move(parts)), "Add events");
    return true;
}

void edit_event(State& state, const document::Event& event, const std::string& gesture) {
    const document::Event* old = state.briefing->event(event.id);
    if (old == nullptr || *old == event) return;
    commit(state, state.briefing->with_event(event), "Edit event", gesture);
}

void review_event(State& state, const std::string& id, document::Review review) {
    const document::Event* old = state.briefing->event(id);
    if (old == nullptr || old->review == review) return;
    document::Event event = *old;
    event.review = review;
    commit(state, state.briefing->with_event(std::move(event)), label_of(review));
}

void delete_event(State& state, const std::string& id) {
    if (state.briefing->event(id) == nullptr) return;
    commit(state, state.briefing->without_event(id), "Delete event");
}

void add_scene(State& state, const document::Scene& scene) {
    Briefing::Parts parts = state.briefing->parts();
    if (!merge(parts.scenes, {scene})) return;
    commit(state, Briefing(std::move(parts)), "Add scene");
    state.scene = scene.id;
}

void delete_scene(State& state, const std::string& id) {
    Briefing::Parts parts = state.briefing->parts();
    if (std::erase_if(parts.scenes, [&](const auto& scene) { return scene->id == id; }) == 0) return;
    commit(state, Briefing(std::move(parts)), "Delete scene");
    if (state.scene == id) state.scene.clear();
}

void set_worldview(State& state, std::shared_ptr<const document::Worldview> worldview) {
    const auto& now = state.briefing->worldview();
    if (now == worldview || (now && worldview && *now == *worldview)) return;
    Briefing::Parts parts = state.briefing->parts();
    parts.worldview = std::move(worldview);
    commit(state, Briefing(std::move(parts)), "Set worldview");
}

namespace {

std::vector<document::Layer>::iterator layer_of(State& state, const std::string& id) {
    return std::find_if(state.layers.begin(), state.layers.end(), [&](const document::Layer& layer) { return layer.id == id; });
}

}  // namespace

void add_layer(State& state, const document::Layer& added) {
    if (added.file.empty()) return;
    document::Layer layer = added;
    layer.id = document::layer_id(layer.file);
    layer.opacity = std::isfinite(layer.opacity) ? std::clamp(layer.opacity, 0.0, 1.0) : 1;
    const auto same = layer_of(state, layer.id);
    if (same != state.layers.end() && *same == layer) return;
    remember(state, "Add layer", {});
    if (same != state.layers.end()) *layer_of(state, layer.id) = layer;
    else state.layers.push_back(layer);
    compare_with_saved(state);
}

void change_layer(State& state, const std::string& id, bool shown, double opacity, const std::string& gesture) {
    const auto found = layer_of(state, id);
    if (found == state.layers.end() || !std::isfinite(opacity)) return;
    opacity = std::clamp(opacity, 0.0, 1.0);
    if (found->shown == shown && found->opacity == opacity) return;
    remember(state, found->shown == shown ? "Layer's opacity" : shown ? "Show layer" : "Hide layer", gesture);
    found->shown = shown;
    found->opacity = opacity;
    compare_with_saved(state);
}

void move_layer(State& state, const std::string& id, int by) {
    const auto found = layer_of(state, id);
    if (found == state.layers.end()) return;
    const auto last = static_cast<std::ptrdiff_t>(state.layers.size()) - 1;
    const std::ptrdiff_t from = found - state.layers.begin(), to = std::clamp<std::ptrdiff_t>(from + by, 0, last);
    if (from == to) return;
    remember(state, "Move layer", {});
    if (from < to) std::rotate(found, found + 1, state.layers.begin() + to + 1);
    else std::rotate(state.layers.begin() + to, found, found + 1);
    compare_with_saved(state);
}

void remove_layer(State& state, const std::string& id) {
    const auto found = layer_of(state, id);
    if (found == state.layers.end()) return;
    remember(state, "Remove layer", {});
    state.layers.erase(layer_of(state, id));
    compare_with_saved(state);
}

void undo(State& state) {
    auto& history = state.history;
    if (history.undo.empty()) return;
    History::Step step = std::move(history.undo.back());
    history.undo.pop_back();
    push_bounded(history.redo, {state.briefing, step.label, step.gesture, state.layers});
    state.layers = std::move(step.layers);
    show(state, std::move(step.before));
}

void redo(State& state) {
    auto& history = state.history;
    if (history.redo.empty()) return;
    History::Step step = std::move(history.redo.back());
    history.redo.pop_back();
    push_bounded(history.undo, {state.briefing, step.label, {}, state.layers});
    state.layers = std::move(step.layers);
    show(state, std::move(step.before));
}

void mark_saved(State& state, const std::string& file, std::shared_ptr<const Briefing> version, std::vector<document::Layer> layers) {
    if (!file.empty()) state.file = file;
    state.saved_layers = version ? std::move(layers) : state.layers;
    state.saved = version ? std::move(version) : state.briefing;
    compare_with_saved(state);
}

}  // namespace dateline::session
