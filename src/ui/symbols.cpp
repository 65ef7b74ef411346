#include "ui/symbols.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::ui {
namespace {

using document::Review;
using document::RouteKind;
using document::RouteStatus;
constexpr float kPi = std::numbers::pi_v<float>;

/// A corner each, at `radius` from (x, y), the first one on top.
void add_corners(const Pen& pen, int corners, float radius, float x, float y) {
    for (int i = 0; i < corners; ++i) {
        const float angle = -kPi / 2 + 2 * kPi * static_cast<float>(i) / static_cast<float>(corners);
        pen.list()->PathLineTo(pen.exact_px(x + radius * std::cos(angle), y + radius * std::sin(angle)));
    }
}

// Radii that give every shape the same optical area as the circle of radius r.
void add_path(const Pen& pen, view::MarkerShape shape, float x, float y, float r) {
    const auto at = [&](float dx, float dy) { pen.list()->PathLineTo(pen.exact_px(x + dx * r, y + dy * r)); };
    switch (shape) {
        case view::MarkerShape::Triangle: add_corners(pen, 3, 1.32f * r, x, y + 0.16f * r); return;
        case view::MarkerShape::Diamond: add_corners(pen, 4, 1.22f * r, x, y); return;
        case view::MarkerShape::Square: at(-.89f, -.89f), at(.89f, -.89f), at(.89f, .89f), at(-.89f, .89f); return;
        case view::MarkerShape::Speech:
            at(-1.02f, -.92f), at(1.02f, -.92f), at(1.02f, .62f), at(-.05f, .62f), at(-.55f, 1.18f), at(-.55f, .62f);
            at(-1.02f, .62f);
            return;
        case view::MarkerShape::Hexagon: add_corners(pen, 6, 1.08f * r, x, y); return;
        case view::MarkerShape::Pentagon: add_corners(pen, 5, 1.12f * r, x, y); return;
        case view::MarkerShape::Circle:
        case view::MarkerShape::Ring: pen.list()->PathArcTo(pen.exact_px(x, y), r * pen.scale(), 0, 2 * kPi, 32); return;
    }
}

Color color_of(const Pen& pen, document::Category category) { return pen.theme().category[static_cast<std::size_t>(category)]; }

}  // namespace

EventLook event_look(const document::Event& event, calendar::Instant playhead, double recent_days) {
    if (!event.date) return {Phase::Recent, 1};
    const calendar::Span span = event.date->bounds();
    constexpr double kHalfDay = 43200;
    if (span.open_begin() ? playhead < span.end : calendar::seconds_between(playhead, span.begin) > kHalfDay) return {Phase::ToCome, 1};
    const double age_days = calendar::seconds_between(span.end, playhead) / 86400;
    if (age_days <= 0) return {Phase::Now, 1};
    const float fade = static_cast<float>(std::clamp(1 - 0.5 * age_days / recent_days, 0.5, 1.0));
    return {fade > 0.5f ? Phase::Recent : Phase::Past, fade};
}

void draw_symbol(const Pen& pen, document::Category category, float x, float y, float r, Color color) {
    const view::MarkerShape shape = view::shape_of(category);
    if (shape == view::MarkerShape::Ring) return draw_symbol_outline(pen, category, x, y, r * 0.8f, color, 2);
    add_path(pen, shape, x, y, r);
    if (shape != view::MarkerShape::Speech) return pen.list()->PathFillConvex(packed(color));
    // The speech box is not convex: its box and its tail are filled one by one.
    pen.list()->PathClear();
    const auto corner = [&](float dx, float dy) { return pen.exact_px(x + dx * r, y + dy * r); };
    pen.list()->AddRectFilled(corner(-1.02f, -.92f), corner(1.02f, .62f), packed(color));
    pen.list()->AddTriangleFilled(corner(-.55f, .55f), corner(-.05f, .55f), corner(-.55f, 1.18f), packed(color));
}

void draw_symbol_outline(const Pen& pen, document::Category category, float x, float y, float r, Color color, float width) {
    add_path(pen, view::shape_of(category), x, y, r);
    pen.list()->PathStroke(packed(color), ImDrawFlags_Closed, width * pen.scale());
}

void draw_event_symbol(const Pen& pen, const document::Event& event, const EventLook& look, float x, float y, float r, Color ground) {
    const Color color = color_of(pen, event.category);
    if (look.phase == Phase::ToCome) return draw_symbol_outline(pen, event.category, x, y, r - 0.4f, color, 1.6f);
    draw_symbol(pen, event.category, x, y, r, view::mix(ground, color, look.fade));
}

void draw_dashed_ring(const Pen& pen, float x, float y, float r, Color color, float width) {
    const int dashes = std::max(6, static_cast<int>(std::lround(2 * kPi * r / 4.2f)));
    const float step = 2 * kPi / static_cast<float>(dashes);
    for (int i = 0; i < dashes; ++i) {
        const float begin = step * static_cast<float>(i);
        pen.list()->PathArcTo(pen.exact_px(x, y), r * pen.scale(), begin, begin + 0.6f * step, 3);
        pen.list()->PathStroke(packed(color), 0, width * pen.scale());
    }
}

void draw_review_mark(const Pen& pen, Review review, float x, float y) {
    switch (review) {
        case Review::Accepted: return pen.icon(Icon::Check, pen.theme().ok, x, y);
        case Review::Edited: return pen.icon(Icon::Pencil, pen.theme().ok, x, y);
        case Review::Rejected: return pen.icon(Icon::X, pen.theme().text3, x, y);
        case Review::Unreviewed: return draw_dashed_ring(pen, x, y, 6.2f, pen.theme().warn, 1.4f);
    }
}

void draw_dashes(const Pen& pen, float x0, float x1, float y, Color color, float width, std::initializer_list<float> dash) {
    if (dash.size() == 0) return pen.line(x0, y, x1, y, color, width);
    auto step = dash.begin();
    bool on = true;
    for (float x = x0; x < x1;) {
        const float next = std::min(x + *step, x1);
        if (on) pen.line(x, y, next, y, color, width);
        x = next;
        on = !on;
        if (++step == dash.end()) step = dash.begin();
    }
}

namespace {

struct SamplePainter {
    const Pen& pen;

    void operator()(const view::FillRect& rect) const {
        const ImVec2 a = pen.exact_px(rect.rect.x, rect.rect.y), b = pen.exact_px(rect.rect.right(), rect.rect.bottom());
        pen.list()->AddRectFilledMultiColor(a, b, packed(rect.top_left), packed(rect.top_right), packed(rect.bottom_right),
                                            packed(rect.bottom_left));
    }
    void operator()(const view::StrokePath& path) const {
        const auto& p = path.points;
        if (path.dash_px[0] > 0 && p.size() == 2 && p[0].y == p[1].y) {
            const auto& d = path.dash_px;
            if (d[2] > 0) return draw_dashes(pen, p[0].x, p[1].x, p[0].y, path.color, path.width_px, {d[0], d[1], d[2], d[3]});
            return draw_dashes(pen, p[0].x, p[1].x, p[0].y, path.color, path.width_px, {d[0], d[1]});
        }
        for (const view::PointPx point : p) pen.list()->PathLineTo(pen.exact_px(point.x, point.y));
        pen.list()->PathStroke(packed(path.color), path.closed ? ImDrawFlags_Closed : ImDrawFlags_None, path.width_px * pen.scale());
    }
    void operator()(const view::FillPath& path) const {
        for (const view::PointPx point : path.points) pen.list()->PathLineTo(pen.exact_px(point.x, point.y));
        pen.list()->PathFillConvex(packed(path.fill));
    }
    void operator()(const view::Symbol& symbol) const {
        const auto path = [&] { add_path(pen, symbol.shape, symbol.center.x, symbol.center.y, symbol.radius); };
        if (symbol.shape != view::MarkerShape::Ring) path(), pen.list()->PathFillConvex(packed(symbol.fill));
        if (symbol.stroke_px > 0) path(), pen.list()->PathStroke(packed(symbol.stroke), ImDrawFlags_Closed, symbol.stroke_px * pen.scale());
    }
    template <class Other>
    void operator()(const Other&) const {}  // no sample has one
};

}  // namespace

void draw_sample(const Pen& pen, const std::vector<view::Item>& items) {
    for (const view::Item& item : items) std::visit(SamplePainter{pen}, item);
}

std::string_view status_word(RouteStatus status) {
    switch (status) {
        case RouteStatus::Existing: return "";
        case RouteStatus::UnderConstruction: return "in construction";
        case RouteStatus::Planned: return "planned";
        case RouteStatus::Proposed: return "proposed";
        case RouteStatus::Suspended: return "suspended";
    }
    return "";
}

namespace {

float core_width(RouteKind kind) {
    switch (kind) {
        case RouteKind::Rail: return 1.5f;
        case RouteKind::Road: return 3;
        case RouteKind::Cable: return 1.75f;
        case RouteKind::Corridor:
        case RouteKind::Pipeline:
        case RouteKind::Ferry: return 2;
    }
    return 2;
}

void draw_existing(const Pen& pen, RouteKind kind, float x, float y, float width, Color color) {
    const float x1 = x + width;
    switch (kind) {
        case RouteKind::Corridor:
            pen.line(x - 1, y, x1 + 1, y, view::with_alpha(color, 0.22f), 6);
            pen.line(x, y, x1, y, color, 2);
            return;
        case RouteKind::Rail:
            pen.line(x, y, x1, y, color, 1.5f);
            for (float tick = x + 1; tick <= x1; tick += 9) pen.line(tick, y - 3, tick, y + 3, color, 1);
            return;
        case RouteKind::Pipeline:
            pen.line(x, y, x1, y, color, 2);
            for (float dot = x + 5; dot <= x1; dot += 26)
                pen.list()->AddCircleFilled(pen.exact_px(dot, y), 2.5f * pen.scale(), packed(color), 16);
            return;
        case RouteKind::Ferry:
            for (float dot = x + 1; dot <= x1; dot += 6)
                pen.list()->AddCircleFilled(pen.exact_px(dot, y), 1.1f * pen.scale(), packed(color), 12);
            return;
        case RouteKind::Road:
        case RouteKind::Cable: pen.line(x, y, x1, y, color, core_width(kind)); return;
    }
}

}  // namespace

void draw_route_sample(const Pen& pen, RouteKind kind, RouteStatus status, float x, float y, float width, float alpha) {
    const Color color = view::with_alpha(pen.theme().route[static_cast<std::size_t>(kind)], alpha);
    const float core = core_width(kind), x1 = x + width;
    switch (status) {
        case RouteStatus::Existing: return draw_existing(pen, kind, x, y, width, color);
        case RouteStatus::UnderConstruction:
            pen.line(x, y, x1, y, view::with_alpha(color, 0.42f), core);
            return draw_dashes(pen, x, x1, y, color, core, {12, 8});
        case RouteStatus::Planned: return draw_dashes(pen, x, x1, y, color, core, {8, 5});
        case RouteStatus::Proposed: return draw_dashes(pen, x, x1, y, color, core, {4, 3, 4, 8});
        case RouteStatus::Suspended:
            pen.line(x, y, x1, y, view::with_alpha(color, 0.42f), core);
            return draw_dashes(pen, x, x1, y, color, core, {2, 8});
    }
}

}  // namespace dateline::ui
