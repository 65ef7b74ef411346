#pragma once

#include "document/briefing.h"
#include "view/camera.h"
#include "view/view.h"

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace dateline::session {

/// Document versions on both sides of now. Camera, playhead and selection are outside history.
struct History {
    struct Step {
        std::shared_ptr<const document::Briefing> before;
        std::string label;      ///< "Edit event", shown in the menu
        std::string gesture;    ///< steps of one gesture fold into one
    };
    std::vector<Step> undo, redo;
};

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
};

struct State {
    std::shared_ptr<const document::Briefing> briefing = std::make_shared<document::Briefing>();
    std::string file;                    ///< where it is saved; empty: nowhere yet
    bool unsaved = false;
    History history;

    view::Camera camera;
    calendar::Instant playhead{};
    calendar::Span window;
    calendar::Span timeline;             ///< what the timeline's focus zone shows
    Playback playback;
    double recent_days = 14;

    std::string selected, hovered;       ///< event ids
    std::string selected_route;
    Filters filters;
    std::set<std::string> hidden_layers;
    std::set<std::string> hidden_routes;
    std::string theme = "dark";
    std::string scene;                   ///< id of the scene last gone to
    bool show_events = true, show_inspector = true, show_timeline = true, show_layers = true;
};

}  // namespace dateline::session
