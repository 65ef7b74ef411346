#pragma once

#include "session/state.h"
#include "view/view.h"

namespace dateline::ui {

/// Where each part of the window is, in pixels. A part that is folded away has no size.
struct Regions {
    view::RectPx menu, toolbar, events, map, inspector, timeline, status;
    float scale = 1;
    bool empty = false;            ///< nothing is open: only the start page over the map
    bool folds_inspector = false;  ///< the window is too narrow for an inspector with nothing in it

    view::Layout view_layout() const { return {map, timeline, scale}; }
};

inline constexpr float kMinWindowW = 1024, kMinWindowH = 640;

Regions regions_of(const session::State& state, float width_px, float height_px, float scale);

}  // namespace dateline::ui
