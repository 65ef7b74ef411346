#include "render/screen_items.h"

#include <algorithm>
#include <cmath>

namespace dateline::render {
namespace {

std::uint8_t byte_of(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }

view::RectPx bounds_of(const std::vector<view::PointPx>& points, float around) {
    float x0 = points[0].x, y0 = points[0].y, x1 = x0, y1 = y0;
    for (view::PointPx p : points) {
        x0 = std::min(x0, p.x), x1 = std::max(x1, p.x);
        y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    }
    return {x0 - around, y0 - around, x1 - x0 + 2 * around, y1 - y0 + 2 * around};
}

bool finite(view::PointPx p) { return std::isfinite(p.x) && std::isfinite(p.y); }

/// Without repeats and what is not a number.
std::vector<view::PointPx> cleaned(const std::vector<view::PointPx>& points, bool closed) {
    std::vector<view::PointPx> out;
    for (view::PointPx p : points) {
        if (finite(p) && (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) > 1e-3f)) out.push_back(p);
    }
    while (closed && out.size() > 1 && std::hypot(out.front().x - out.back().x, out.front().y - out.back().y) <= 1e-3f) { out.pop_back(); }
    return out;
}

}  // namespace

Rgba8 rgba8(view::Color c) { return {byte_of(c.r), byte_of(c.g), byte_of(c.b), byte_of(c.a)}; }
Rgba8 premultiplied8(view::Color c, float alpha) {
    const float a = c.a * alpha;
    return {byte_of(c.r * a), byte_of(c.g * a), byte_of(c.b * a), byte_of(a)};
}

view::RectPx append(const view::FillRect& item, std::vector<RectInstance>& out) {
    const float stroke = item.stroke.a > 0 ? item.stroke_px : 0.0f;
    if (!(item.rect.w > 0 && item.rect.h > 0)) return {};
    out.push_back({item.rect, item.radius, stroke, rgba8(item.top_left), rgba8(item.top_right), rgba8(item.bottom_right),
                   rgba8(item.bottom_left), rgba8(item.stroke)});
    return {item.rect.x - 1, item.rect.y - 1, item.rect.w + 2, item.rect.h + 2};
}

view::RectPx append(const view::Symbol& item, std::vector<SymbolInstance>& out) {
    const float stroke = item.stroke.a > 0 ? item.stroke_px : 0.0f;
    if (!(item.radius > 0) || !finite(item.center)) return {};
    out.push_back({item.center, item.radius, stroke, item.dash_px, item.glow_px, rgba8(item.fill), rgba8(item.stroke),
                   static_cast<std::uint32_t>(item.shape)});
    const float reach = item.radius * 1.45f + 0.5f * stroke + item.glow_px + 1;
    return {item.center.x - reach, item.center.y - reach, 2 * reach, 2 * reach};
}

view::RectPx append(const view::StrokePath& item, std::vector<PathInstance>& out) {
    const std::vector<view::PointPx> p = cleaned(item.points, item.closed);
    if (p.size() < 2 || item.color.a <= 0 || !(item.width_px > 0)) return {};
    const bool dots = item.dash_px[0] > 0 && item.dash_px[0] < 0.5f * item.width_px;
    const std::size_t n = p.size();
    const bool closed = item.closed && n > 2;
    const bool dashed = item.dash_px[0] > 0 && item.dash_px[1] > 0;
    float along = 0;
    for (std::size_t i = 0; i + (closed ? 0 : 1) < n; ++i) {
        const view::PointPx from = p[i], to = p[(i + 1) % n];
        const view::PointPx prev = i > 0 ? p[i - 1] : closed ? p[n - 1] : from;
        const view::PointPx next = i + 2 < n ? p[i + 2] : closed ? p[(i + 2) % n] : to;
        out.push_back({prev, from, to, next, item.width_px, along, dots ? 1.0f : 0.0f, dashed ? item.dash_px : std::array<float, 4>{},
                       rgba8(item.color)});
        along += std::hypot(to.x - from.x, to.y - from.y);
    }
    return bounds_of(p, 0.5f * item.width_px + 1);
}

/// The polygon shrunk by half a pixel, and a one-pixel rim that fades out: anti-aliased without multisampling.
view::RectPx append(const view::FillPath& item, std::vector<FanVertex>& out) {
    std::vector<view::PointPx> p = cleaned(item.points, true);
    if (p.size() < 3 || item.fill.a <= 0) return {};
    const std::size_t n = p.size();
    float area = 0;
    for (std::size_t i = 0; i < n; ++i) area += p[i].x * p[(i + 1) % n].y - p[(i + 1) % n].x * p[i].y;
    if (area < 0) std::reverse(p.begin(), p.end());
    // With y down and positive area the outside of an edge (dx, dy) is (dy, -dx).
    std::vector<view::PointPx> miter(n);
    for (std::size_t i = 0; i < n; ++i) {
        const view::PointPx a = p[(i + n - 1) % n], b = p[i], c = p[(i + 1) % n];
        const float l0 = std::hypot(b.x - a.x, b.y - a.y), l1 = std::hypot(c.x - b.x, c.y - b.y);
        const view::PointPx n0{(b.y - a.y) / l0, (a.x - b.x) / l0}, n1{(c.y - b.y) / l1, (b.x - c.x) / l1};
        const view::PointPx sum{n0.x + n1.x, n0.y + n1.y};
        const float square = std::max(sum.x * sum.x + sum.y * sum.y, 0.5f);
        miter[i] = {sum.x * 2 / square, sum.y * 2 / square};
    }
    const Rgba8 solid = premultiplied8(item.fill, 1), clear = {};
    const auto moved = [&](std::size_t i, float by) { return view::PointPx{p[i].x + miter[i].x * by, p[i].y + miter[i].y * by}; };
    for (std::size_t i = 1; i + 1 < n; ++i) {
        out.push_back({moved(0, -0.5f), solid});
        out.push_back({moved(i, -0.5f), solid});
        out.push_back({moved(i + 1, -0.5f), solid});
    }
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t j = (i + 1) % n;
        const FanVertex in_i{moved(i, -0.5f), solid}, in_j{moved(j, -0.5f), solid};
        const FanVertex out_i{moved(i, 0.5f), clear}, out_j{moved(j, 0.5f), clear};
        for (const FanVertex& v : {in_i, in_j, out_i, out_i, in_j, out_j}) out.push_back(v);
    }
    return bounds_of(p, 2);
}

}  // namespace dateline::render
