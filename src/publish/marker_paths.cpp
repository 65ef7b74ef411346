#include "publish/marker_paths.h"

#include "view/map_events.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::publish {
namespace {

std::vector<view::PointPx> regular(int corners, float radius, float first_angle) {
    std::vector<view::PointPx> points;
    for (int i = 0; i < corners; ++i) {
        const float angle = first_angle + static_cast<float>(i) * 2 * std::numbers::pi_v<float> / static_cast<float>(corners);
        points.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return points;
}

}  // namespace

std::vector<view::PointPx> marker_path(view::MarkerShape shape, float radius) {
    using view::MarkerShape;
    constexpr float kUp = -std::numbers::pi_v<float> / 2;
    const float r = radius;
    switch (shape) {
        case MarkerShape::Triangle: {
            auto points = regular(3, r * 1.32f, kUp);
            for (auto& p : points) p.y += r * 0.16f;
            return points;
        }
        case MarkerShape::Diamond: return regular(4, r * 1.22f, kUp);
        case MarkerShape::Square: {
            const float h = r * 0.89f;
            return {{-h, -h}, {h, -h}, {h, h}, {-h, h}};
        }
        case MarkerShape::Speech: {
            const float w = r * 1.02f, top = -r * 0.92f, bottom = r * 0.62f;
            return {{-w, top}, {w, top}, {w, bottom}, {-w * 0.05f, bottom}, {-w * 0.55f, r * 1.18f}, {-w * 0.55f, bottom}, {-w, bottom}};
        }
        case MarkerShape::Hexagon: return regular(6, r * 1.08f, kUp);
        case MarkerShape::Pentagon: return regular(5, r * 1.12f, kUp);
        case MarkerShape::Circle:
        case MarkerShape::Ring: return regular(32, r, 0);
    }
    return regular(32, r, 0);
}

MarkerLook look_of(const view::Marker& marker, const view::DrawMarkers& draw) {
    const view::EventPhase phase = view::phase_at(marker.begin_days, marker.end_days, marker.flags, draw.time);
    MarkerLook look;
    look.now = phase.now;
    look.radius = view::marker_radius(phase, {});
    if (phase.to_come) {
        look.fill = draw.halo;
        look.stroke = marker.color;
        look.stroke_px = 1.6f;
    } else {
        look.fill = view::mix(draw.land, marker.color, phase.strength);
    }
    if ((marker.flags & view::kHovered) != 0) look.radius = 8.5f;
    look.radius *= draw.scale;
    look.stroke_px *= draw.scale;
    return look;
}

}  // namespace dateline::publish
