#pragma once

#include "session/state.h"

/// The part of apply() that makes new versions of the document, each one an undo step.
namespace dateline::session {

/// True when anything was added or replaced.
bool add_events(State& state, const std::vector<document::Event>& events, const std::vector<document::Bulletin>& bulletins);
void edit_event(State& state, const document::Event& event, const std::string& gesture);
void review_event(State& state, const std::string& id, document::Review review);
void delete_event(State& state, const std::string& id);
void add_scene(State& state, const document::Scene& scene);
void delete_scene(State& state, const std::string& id);
void set_worldview(State& state, std::shared_ptr<const document::Worldview> worldview);
void add_layer(State& state, const document::Layer& layer);
void change_layer(State& state, const std::string& id, bool shown, double opacity, const std::string& gesture);
void move_layer(State& state, const std::string& id, int by);
void remove_layer(State& state, const std::string& id);
void undo(State& state);
void redo(State& state);
void mark_saved(State& state, const std::string& file, std::shared_ptr<const document::Briefing> version,
                std::vector<document::Layer> layers);

}  // namespace dateline::session
