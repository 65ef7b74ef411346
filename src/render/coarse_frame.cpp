#include "render/coarse_frame.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

constexpr float kHairPx = 1.2f, kNoHairPx = 2;  // at scale 1: up to the first a line is a hair, from the second on none
constexpr float kEyePx = 1;                     // at scale 1: the standard deviation of what the eye makes of a point

/// By how much wider a line is drawn in a picture whose pixels are `pixel_px` at scale 1 wide, so that it is as visible as in a
/// sharp one. Stretching smears a hair to the width of such a pixel: a box and then a tent, whose variances are p²/12 and p²/6.
/// The eye smears both pictures; with as much ink, the peak that it sees would be lower by the ratio of the deviations.
float hair_gain(float nominal_width_px, float pixel_px) {
    const float smeared = std::sqrt(1 + pixel_px * pixel_px / (4 * kEyePx * kEyePx));
    const float hair = std::clamp((kNoHairPx - nominal_width_px) / (kNoHairPx - kHairPx), 0.0f, 1.0f);
    return 1 + (smeared - 1) * hair;
}

/// Items at `part` of their size.
struct Shrink {
    int divisor;
    float part;
    float scale;       ///< of the frame as it was
    view::RectPx map;  ///< of the MapTransform before, as it was

    view::PointPx point(view::PointPx p) const { return {p.x * part, p.y * part}; }
    view::RectPx rect(const view::RectPx& r) const { return {r.x * part, r.y * part, r.w * part, r.h * part}; }
    static view::RectPx beyond(const view::RectPx& r) { return {r.x - 1, r.y - 1, r.w + 2, r.h + 2}; }
    void points(std::vector<view::PointPx>& all) const {
        for (view::PointPx& p : all) p = point(p);
    }
    template <std::size_t N>
    void lengths(std::array<float, N>& all) const {
        for (float& length : all) length *= part;
    }

    void operator()(view::MapTransform& item) {
        map = item.rect;
        item.rect = rect(item.rect);  // not beyond: the globe's lens goes by its height
        item.world_px /= divisor;
    }
    void operator()(view::FillArea& item) const { item.hatch_px *= part; }
    void operator()(view::StrokeLines& item) const {
        view::LineStyle& s = item.style;
        for (float* length : {&s.width_px, &s.casing_width_px, &s.tick_every_px, &s.tick_length_px, &s.tick_width_px, &s.dot_every_px,
                              &s.dot_width_px, &s.offset_px, &s.glow_px, &s.flow.every_px, &s.flow.length_px})
            *length *= part;
        lengths(s.dash_px);
        const float pixel_px = 1 / (part * scale);
        s.width_px *= hair_gain(s.width_px * pixel_px, pixel_px);
    }
    void operator()(view::DrawMarkers& item) const { item.scale *= part; }
    void operator()(view::DrawArcs& item) const {
        item.width_px *= part, item.head_px *= part, item.gap_px *= part;
        lengths(item.dash_px);
    }
    void operator()(view::DrawHeat& item) const { item.sigma_px *= part; }
    void operator()(view::ClipTo& item) const {
        if (item.rect.w > 0 || item.rect.h > 0) item.rect = beyond(rect(item.rect));
    }
    void operator()(view::FillRect& item) const {
        const bool whole = item.rect == map;
        item.rect = whole ? beyond(rect(item.rect)) : rect(item.rect);
        item.radius *= part, item.stroke_px *= part;
    }
    void operator()(view::StrokePath& item) const {
        points(item.points);
        item.width_px *= part;
        lengths(item.dash_px);
    }
    void operator()(view::FillPath& item) const { points(item.points); }
    void operator()(view::Symbol& item) const {
        item.center = point(item.center);
        item.radius *= part, item.stroke_px *= part, item.glow_px *= part;
        lengths(item.dash_px);
    }
    void text(view::TextStyle& style) const { style.size_px *= part, style.halo_px *= part; }
    void operator()(view::DrawText& item) const {
        item.at = point(item.at);
        text(item.style);
    }
    void operator()(view::DrawTextPath& item) const {
        points(item.path);
        text(item.style);
    }
    void operator()(view::DrawImage& item) const { item.rect = rect(item.rect); }
    void operator()(view::LayImage&) const {}
};

}  // namespace

view::Frame coarse_ground(const view::Frame& frame, int divisor) {
    view::Frame coarse;
    coarse.width_px = (frame.width_px + divisor - 1) / divisor;
    coarse.height_px = (frame.height_px + divisor - 1) / divisor;
    Shrink shrink{divisor, 1 / static_cast<float>(divisor), frame.scale, {}};
    coarse.scale = frame.scale * shrink.part;
    coarse.clear = frame.clear;
    coarse.items.assign(frame.items.begin(), frame.items.begin() + static_cast<std::ptrdiff_t>(frame.ground_end));
    for (view::Item& item : coarse.items) std::visit(shrink, item);
    return coarse;
}

}  // namespace dateline::render
