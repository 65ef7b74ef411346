#include "view/timeline.h"

#include "view/route_diagram.h"
#include "view/timeline_canvas.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::view {

struct TimelineBuilder::Impl {
    std::uint64_t version = 0;
    TimelineIndex index;
    std::string search;
    TimelineLanes matching;
    std::uint64_t diagram_version = 0;
    std::optional<RouteDiagram> diagram;

    /// Null where the lanes are shown.
    const RouteDiagram* update_diagram(const ViewInput& input) {
        if (!input.options.diagram) return nullptr;
        const auto& routes = input.briefing.routes();
        const auto found =
            std::find_if(routes.begin(), routes.end(), [&](const auto& route) { return route->id == input.options.selected_route; });
        if (found == routes.end()) return nullptr;
        if (!diagram || diagram->route != *found || diagram_version != input.briefing.version())
            diagram = route_diagram(input.briefing, input.basemap, *found);
        diagram_version = input.briefing.version();
        return diagram->sections.empty() ? nullptr : &*diagram;
    }

    /// The lanes as the search leaves them.
    const TimelineLanes& update(const document::Briefing& briefing, const std::string& folded_search) {
        const bool changed = version != briefing.version();
        if (changed) index = timeline_index(briefing);
        if (folded_search.empty()) {
            matching = {};
        } else if (changed || search != folded_search) {
            matching = matching_lanes(index.lanes, briefing, folded_search);
        }
        version = briefing.version();
        search = folded_search;
        return folded_search.empty() ? index.lanes : matching;
    }
};

namespace {

/// Of two spans either of which may be open, which means unknown.
calendar::Span united(calendar::Span a, calendar::Span b) {
    if (a.open_begin() || a.open_end()) return b;
    if (b.open_begin() || b.open_end()) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace

TimelineBuilder::TimelineBuilder() : impl_(std::make_unique<Impl>()) {}
TimelineBuilder::~TimelineBuilder() = default;
TimelineBuilder::TimelineBuilder(TimelineBuilder&&) noexcept = default;
TimelineBuilder& TimelineBuilder::operator=(TimelineBuilder&&) noexcept = default;

void TimelineBuilder::append(const ViewInput& input, Frame& frame, Placement& placement) {
    const RectPx& rect = input.layout.timeline;
    if (rect.w <= 0 || rect.h <= 0) {
        placement.timeline.reset();
        return;
    }
    const TimelineLanes& lanes = impl_->update(input.briefing, input.options.search);
    const RouteDiagram* diagram = impl_->update_diagram(input);
    const calendar::Span extent = diagram != nullptr ? united(impl_->index.extent, diagram->extent) : impl_->index.extent;
    const auto scale =
        std::make_shared<const TimelineScale>(rect, extent, input.options.timeline, input.layout.scale, impl_->index.overview);
    placement.timeline = scale;
    TimelineCanvas canvas{input, impl_->index, lanes, *scale, frame, placement};
    canvas.add(ClipTo{rect});
    draw_grounds(canvas);
    draw_static_controls(canvas);
    diagram != nullptr ? draw_diagram(canvas, *diagram) : draw_lanes(canvas);
    draw_axis(canvas);
    diagram != nullptr ? draw_diagram_gutter(canvas, *diagram) : draw_gutter(canvas);
    draw_overview(canvas);
    canvas.add(ClipTo{});
}

RectPx TimelineCanvas::lane_rect(std::size_t i) const {
    const RectPx lanes_box = scale.lanes_rect();
    const float top = std::round(lanes_box.y + static_cast<float>(i) * lane_height());
    const float bottom = std::round(lanes_box.y + static_cast<float>(i + 1) * lane_height());
    return {lanes_box.x, top, lanes_box.w, bottom - top};
}

void TimelineCanvas::hline(float x0, float x1, float y, Color color) {
    const float width = std::max(1.f, std::round(px(1)));
    fill({x0, std::round(y), x1 - x0, width}, color);
}

void TimelineCanvas::vline(float x, float y0, float y1, Color color) {
    const float width = std::max(1.f, std::round(px(1)));
    fill({std::round(x), y0, width, y1 - y0}, color);
}

void TimelineCanvas::text(std::string text, PointPx baseline, const TextStyle& style, AlignX align) {
    if (!text.empty()) add(DrawText{std::move(text), baseline, align, 0, style});
}

float TimelineCanvas::baseline(float y, const TextStyle& style) const {
    return std::round(y + input.type.metrics(style.face).cap_height * style.size_px / 2);
}

std::string long_count(std::size_t count) {
    std::string digits = fmt::format("{}", count), out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += "\u2009";
        out += digits[i];
    }
    return out;
}

std::string short_count(std::size_t count) {
    if (count < 10'000) return long_count(count);
    const double thousands = static_cast<double>(count) / 1000;
    if (count < 999'500) return fmt::format("{:.{}f}k", thousands, thousands < 99.95 ? 1 : 0);
    return fmt::format("{:.1f}M", thousands / 1000);
}

TimeLook time_look(const ViewOptions& options, calendar::Instant begin, calendar::Instant end) {
    constexpr double kHalfDay = 43200, kDay = 86400;
    if (calendar::seconds_between(options.playhead, begin) > kHalfDay) return {false, true, 1};
    const double age_days = calendar::seconds_between(end, options.playhead) / kDay;
    if (age_days <= 0) return {true, false, 1};
    const double recent = std::max(0.01, options.recent_days);
    return {false, false, static_cast<float>(std::clamp(1 - 0.5 * age_days / recent, 0.5, 1.0))};
}

}  // namespace dateline::view
