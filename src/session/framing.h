#pragma once

#include "session/state.h"

namespace dateline::session {

/// The stretch of time that holds the bulk of the events dated to a day, padded to whole weeks, months or years: what the
/// timeline shows first. Background ("since 1972") and deadlines ("by 2027") fall outside it.
calendar::Span focus_span(const document::Briefing& briefing);

/// What play runs through: the timeline's focus, inside the window where they meet.
calendar::Span play_range(const State& state);

/// The camera that shows the events with a place, and the whole of their lines, areas and circles. `all`: every one of them; else,
/// of ten and more, without what lies so far off that the rest would be small for it, a fifth at most; the map's edge then tells of it.
view::Camera camera_for_events(const document::Briefing& briefing, const State& state, bool all);
/// The camera that shows the symbols of some of the events, no nearer than the map is now: the eye goes there, the scale stays where it can.
/// nullopt when none has a place.
std::optional<view::Camera> camera_toward(const std::vector<const document::Event*>& events, const State& state);
/// The camera that shows one event: nullopt when it has no place.
std::optional<view::Camera> camera_for_event(const document::Event& event, const State& state);
/// The camera that shows a whole route.
view::Camera camera_for_route(const document::Route& route, const State& state);
view::Camera camera_for_scene(const document::Scene& scene);
/// The scene that shows what is shown now, for "add scene".
document::Scene scene_of(const State& state, std::string id, std::string title);

}  // namespace dateline::session
