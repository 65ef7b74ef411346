#include "ui/layout.h"

#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

// look.md's heights and widths, at scale 1.
constexpr float kMenuH = 32, kToolbarH = 40, kStatusH = 24, kTimelineH = 240;
constexpr float kLeastMapW = 300, kLeastMapH = 150;  // in a window that is smaller the map goes first

struct SideWidths {
    float events, inspector;
};

/// The side panels give way before the map does.
SideWidths side_widths(float window_w) {
    if (window_w >= 1440) return {344, 376};
    if (window_w >= 1240) return {304, 336};
    return {272, 312};
}

}  // namespace

Regions regions_of(const session::State& state, float width_px, float height_px, float scale) {
    const auto px = [&](float length) { return std::round(length * scale); };
    const SideWidths sides = side_widths(width_px / scale);
    Regions r;
    r.scale = scale;
    r.folds_inspector = width_px / scale < 1240;
    r.empty = state.briefing->events().empty() && state.briefing->bulletins().empty() && state.file.empty() && state.layers.empty();
    r.menu = {0, 0, width_px, px(kMenuH)};
    r.toolbar = {0, r.menu.bottom(), width_px, px(kToolbarH)};
    r.status = {0, std::max(0.f, height_px - px(kStatusH)), width_px, px(kStatusH)};
    // A diagram of a route wants height for its towns.
    const float diagram_h = std::clamp(std::round(0.055f * height_px / scale) * 8, 264.f, 560.f);
    const float wanted_h = px(state.show_diagram ? diagram_h : kTimelineH);
    const bool has_timeline = state.show_timeline && !r.empty && r.status.y - r.toolbar.bottom() - wanted_h >= px(kLeastMapH);
    const float timeline_h = has_timeline ? wanted_h : 0;
    const float top = r.toolbar.bottom(), bottom = std::max(top, r.status.y - timeline_h);
    if (has_timeline) r.timeline = {0, bottom, width_px, timeline_h};
    const float left = state.show_events && !r.empty && width_px - px(sides.events) >= px(kLeastMapW) ? px(sides.events) : 0;
    const bool has_inspector =
        state.show_inspector && !r.empty &&
        !(r.folds_inspector && state.selected.empty() && state.selected_route.empty() && state.selected_dispute.empty());
    const float right = has_inspector ? px(sides.inspector) : 0;
    if (left > 0) r.events = {0, top, left, bottom - top};
    if (right > 0) r.inspector = {width_px - right, top, right, bottom - top};
    r.map = {left, top, std::max(1.f, width_px - left - right), bottom - top};
    return r;
}

}  // namespace dateline::ui
