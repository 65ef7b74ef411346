#include "view/ground.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

/// Where the map of a projection that is not round ends, clockwise from its north-west; empty where that is not seen.
std::vector<PointPx> outline_of(const MapView& view) {
    constexpr int kSteps = 90;
    constexpr double kReachPsi = 8.5 / 6.283185307179586;  // of 89.98°
    if (view.map.projection != Projection::EqualEarth) return {};
    std::vector<PointPx> outline;
    const double x = view.map.center.x;
    for (int side : {1, -1}) {
        for (int i = 0; i <= kSteps; ++i) {
            // Even steps of latitude.
            const double lat = side * (90 - 180.0 * i / kSteps);
            const double y = std::clamp(geo::world_from({0, lat}).y, 0.5 - kReachPsi, 0.5 + kReachPsi);
            outline.push_back(view.plane.screen({x + 0.49999 * side, y}).at);
        }
    }
    return outline;
}

bool sees_edge(const MapView& view) {
    const RectPx r = view.map.rect;
    for (int i = 0; i <= 8; ++i) {
        const float t = static_cast<float>(i) / 8;
        for (const PointPx p : {PointPx{r.x + t * r.w, r.y}, PointPx{r.x + t * r.w, r.bottom()}, PointPx{r.x, r.y + t * r.h},
                                PointPx{r.right(), r.y + t * r.h}})
            if (!view.plane.world(p)) return true;
    }
    return false;
}

/// A conic map's fan, by what lies beyond it: the gap in pieces that are convex and overlap a little.
void append_fan(const Theme& theme, const MapView& view, const geo::MapPlane::Fan& fan, Color outside, Frame& frame) {
    constexpr double kSteps = 24, kOverlap = 0.004;
    const auto at = [&](double angle, double radius) {
        const double down = fan.upward ? -1 : 1;
        return view.plane.on_plane(fan.pole.x + radius * std::sin(angle), fan.pole.y + down * radius * std::cos(angle));
    };
    const PointPx pole = at(0, 0);
    frame.items.emplace_back(plain_rect(view.map.rect, outside));
    frame.items.emplace_back(
        Symbol{MarkerShape::Circle, pole, static_cast<float>(fan.radius * view.plane.px_per_radius()), theme.water, {}, 0, {}});
    const double gap = 2 * (std::numbers::pi - fan.half_angle);
    if (gap < 1e-3) return;
    const int pieces = static_cast<int>(std::ceil(gap / 2.5));
    for (int piece = 0; piece < pieces; ++piece) {
        const double from = fan.half_angle + gap * piece / pieces,
                     to = fan.half_angle + gap * (piece + 1) / pieces + (piece + 1 < pieces ? kOverlap : 0);
        FillPath gone{{pole}, outside};
        for (int i = 0; i <= kSteps; ++i) gone.points.push_back(at(from + (to - from) * i / kSteps, 1.01 * fan.radius));
        frame.items.emplace_back(std::move(gone));
    }
}

Color beyond(const Theme& theme) { return theme.dark() ? theme.app : theme.well; }

}  // namespace

void append_ground(const Theme& theme, const MapView& view, Frame& frame) {
    const RectPx rect = view.map.rect;
    if (view.plane.flat()) {
        frame.items.emplace_back(plain_rect(rect, theme.water));
        return;
    }
    if (view.map.projection == Projection::Globe) {
        const auto morph = static_cast<float>(std::clamp(view.map.morph, 0.0, 1.0));
        frame.items.emplace_back(plain_rect(rect, mix(theme.water, beyond(theme), morph)));
        if (const auto limb = view.plane.limb())
            frame.items.emplace_back(Symbol{MarkerShape::Circle, limb->center, limb->radius, theme.water, {}, 0, {}});
        return;
    }
    // From near its edge is far off, and floats would tell it less finely than pixels.
    if (const auto fan = view.plane.plane().fan(); fan && fan->radius * view.plane.px_per_radius() < 1e5)
        return append_fan(theme, view, *fan, beyond(theme), frame);
    const std::vector<PointPx> outline = outline_of(view);
    frame.items.emplace_back(plain_rect(rect, outline.empty() ? theme.water : beyond(theme)));
    if (!outline.empty()) frame.items.emplace_back(FillPath{outline, theme.water});
}

void append_edge(const Theme& theme, const MapView& view, Frame& frame) {
    if (view.plane.flat() || view.map.morph < 1) return;
    if (const auto limb = view.plane.limb()) {
        if (!limb->crosses) return;
        const Color rim = theme.dark() ? theme.label_water : theme.coast;
        Symbol edge{MarkerShape::Circle, limb->center, limb->radius, kNoColor, rim, view.px(1.5f), {}};
        if (theme.dark()) edge.glow_px = std::clamp(0.12f * limb->radius, view.px(16), view.px(72));
        frame.items.emplace_back(edge);
        return;
    }
    if (!sees_edge(view)) return;
    if (std::vector<PointPx> outline = outline_of(view); !outline.empty())
        frame.items.emplace_back(StrokePath{std::move(outline), theme.coast, view.px(1), {}, true});
}

}  // namespace dateline::view
