#pragma once

#include "document/briefing.h"
#include "document/layer.h"
#include "view/camera.h"
#include "view/view.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace dateline::session {

/// Document versions on both sides of now. Camera, playhead and selection are outside history.
struct History {
    struct Step {
        std::shared_ptr<const document::Briefing> before;
        std::string label;    ///< "Edit event", shown in the menu
        std::string gesture;  ///< steps of one gesture fold into one
        std::vector<document::Layer> layers;
    };
    std::vector<Step> undo, redo;  ///< the latest last; at most kHistoryDepth each
};
inline constexpr std::size_t kHistoryDepth = 200;

struct Filters {
    std::uint32_t category_mask = 0xff;
    std::string search;
    bool only_unreviewed = false;
    bool operator==(const Filters&) const = default;
};

struct Playback {
    bool playing = false;
    double days_per_s = 1;
    bool loop = false;
    double carry_s = 0;  ///< of playhead time: the part of a second that slow play has not shown yet
    bool operator==(const Playback&) const = default;
};

/// What a dragged playhead sticks to.
enum class Snap : std::uint8_t { None, Hour, Day, Event };

/// Of the map, in pixels at scale 1: what "fit" means depends on it.
struct MapSize {
    float width_px = 1200, height_px = 744;
    std::vector<view::RectPx> covered{};  ///< by panels: nothing is framed to lie there
    bool operator==(const MapSize&) const = default;
};

struct State {
    std::shared_ptr<const document::Briefing> briefing = std::make_shared<document::Briefing>();
    std::shared_ptr<const document::Briefing> saved = briefing;  ///< the version that the file holds
    std::vector<document::Layer> layers, saved_layers;  ///< rasters and vectors of the user's own, bottom up; saved with the project
    std::string file;                                   ///< where it is saved; empty: nowhere yet
    bool unsaved = false;                               ///< briefing or layers are not those saved
    History history;

    view::Camera camera;
    /// Where the map flies, until it is there or somebody moves it; `flights` grows by one for each wish, so that the same target can be wished twice.
    std::optional<view::Camera> fly_target;
    std::uint64_t flights = 0;
    MapSize map_size;

    calendar::Instant playhead{};
    calendar::Span window;
    calendar::Span timeline;  ///< what the timeline's focus zone shows
    Playback playback;
    Snap snap = Snap::Day;
    double recent_days = 14;

    std::string selected, hovered;  ///< event ids
    std::string selected_route, hovered_route;
    bool flow = false;             ///< glints run along the routes
    bool show_diagram = false;     ///< the selected route's distance over time in place of the lanes
    std::string selected_dispute;  ///< id of one of the base map's disputes
    Filters filters;
    bool newest_first = false;  ///< of the list
    /// What is not everyone's wish is off at first: the graticule's degrees and the locator.
    std::set<std::string> hidden_layers{"degrees", "locator"};
    std::set<std::string> hidden_routes;
    std::string theme = "dark";
    view::MapNames map_names = view::MapNames::English;
    std::string scene;  ///< id of the scene last gone to
    bool show_events = true, show_inspector = true, show_timeline = true, show_layers = true;
};

/// Where the map will be once it rests: what a wish to go elsewhere starts from.
inline const view::Camera& destination(const State& state) { return state.fly_target ? *state.fly_target : state.camera; }

}  // namespace dateline::session
