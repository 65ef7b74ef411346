#include "view/furniture_legend.h"

#include "view/event_areas.h"
#include "view/map_view.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace dateline::view {
namespace {

using document::RouteKind;
using document::RouteStatus;

bool passes(const document::Event& event, const ViewOptions& options) {
    if ((options.category_mask >> static_cast<unsigned>(event.category) & 1u) == 0) return false;
    if (event.review == document::Review::Rejected || std::holds_alternative<std::monostate>(event.geometry)) return false;
    return !event.date || options.window.overlaps(event.date->bounds());
}

/// Of very many events a few thousand, evenly chosen, tell what is on screen: a frame's cost does not follow their number.
std::size_t stride_over(std::size_t count) { return 1 + count / 4000; }

struct Sampler {
    std::vector<Item>& items;
    const Measures& m;
    float scale, x0, x1, y;

    void line(Color color, float width_px, std::array<float, 4> dash = {}) {
        for (float& d : dash) d *= scale;
        items.push_back(StrokePath{{{x0, y}, {x1, y}}, color, width_px * scale, dash, false});
    }
    void ticks(const RouteMeasures& route, Color color) {
        const float every = std::max(2.f, route.tick_every_px) * scale, half = route.tick_length_px * scale / 2;
        for (float x = x0 + every / 2; x < x1; x += every)
            items.push_back(StrokePath{{{x, y - half}, {x, y + half}}, color, route.tick_width_px * scale, {}, false});
    }
    void dots(const RouteMeasures& route, Color color) {
        const float every = std::min(route.dot_every_px * scale, (x1 - x0) * 0.6f);
        for (float x = (x0 + x1 - every) / 2; x < x1; x += every)
            items.push_back(Symbol{MarkerShape::Circle, {x, y}, route.dot_width_px * scale / 2, color, {}, 0, {}});
    }
};

void append_route(const LegendRow& row, const Theme& theme, Sampler& s) {
    const auto kind = static_cast<std::size_t>(row.what == LegendRow::What::FerryLeg ? RouteKind::Ferry : row.kind);
    const RouteMeasures& route = theme.measures.route[kind];
    const Color color = theme.route[kind];
    const float width = route.core_px * (row.emphasised ? theme.measures.route_emphasised_scale : 1);
    const auto& dash = theme.measures.status_dash_px[static_cast<std::size_t>(row.status)];
    if (row.status != RouteStatus::Existing && dash[0] > 0) {
        const bool base = row.status == RouteStatus::UnderConstruction || row.status == RouteStatus::Suspended;
        if (base) s.line(with_alpha(color, theme.measures.under_construction_alpha), width);
        s.line(color, width, dash);
        return;
    }
    if (route.casing_px > 0 && !route.casing_is_halo) s.line(with_alpha(color, route.casing_alpha), route.casing_px);
    s.line(color, width, route.dash_px);
    if (route.tick_every_px > 0) s.ticks(route, color);
    if (route.dot_every_px > 0) s.dots(route, color);
}

/// A small arc that rises from left to right.
void append_arc(bool to_come, Color color, float width_px, Sampler& s) {
    const float span = s.x1 - s.x0, rise = 0.22f * span, head = 7 * s.scale;
    std::vector<PointPx> points;
    constexpr int kSteps = 14;
    for (int i = 0; i <= kSteps; ++i) {
        const float t = static_cast<float>(i) / kSteps;
        points.push_back({s.x0 + t * (span - 0.6f * head), s.y + 0.45f * rise - rise * 4 * t * (1 - t) * 0.9f});
    }
    std::array<float, 4> dash{};
    if (to_come) dash = {4 * s.scale, 3 * s.scale, 0, 0};
    s.items.push_back(StrokePath{points, color, width_px * s.scale, dash, false});
    const PointPx last = points.back(), along = last - points[kSteps - 1];
    const PointPx unit = along * (1 / std::max(length_of(along), 1e-3f)), across{-unit.y, unit.x};
    const PointPx foot = last - unit * (0.4f * head);
    s.items.push_back(FillPath{{foot + across * (0.42f * head), last + unit * (0.6f * head), foot - across * (0.42f * head)}, color});
}

/// A disc with the ring that a count of events has; the number is its own.
void append_count(const Theme& theme, Sampler& s) {
    Symbol disc;
    disc.center = {(s.x0 + s.x1) / 2, s.y};
    disc.radius = 6 * s.scale;
    disc.fill = with_alpha(theme.panel, 0.94f);
    disc.stroke = theme.text3;
    disc.stroke_px = 2.4f * s.scale;
    s.items.push_back(disc);
}

/// Stripes that rise to the right, or fall, cut at the sample's edges.
void append_hatch(Color color, float width_px, bool falls, Sampler& s) {
    const float h = 11 * s.scale, top = s.y - h / 2, step = 6 * s.scale;
    for (float foot = s.x0 - h + step / 2; foot < s.x1; foot += step) {
        const float from = std::max(foot, s.x0), to = std::min(foot + h, s.x1);
        if (to - from < 0.5f) continue;
        const float y0 = falls ? top + (from - foot) : top + h - (from - foot), y1 = falls ? top + (to - foot) : top + h - (to - foot);
        s.items.push_back(StrokePath{{{from, y0}, {to, y1}}, with_alpha(color, 0.8f), width_px * s.scale, {}, false});
    }
}

/// Land beside land of a focus country, as on the map.
void append_land(const Theme& theme, Sampler& s) {
    const float h = 11 * s.scale, y = s.y - h / 2, half = (s.x1 - s.x0) / 2;
    s.items.push_back(plain_rect({s.x0, y, half, h}, theme.land));
    s.items.push_back(plain_rect({s.x0 + half, y, half, h}, theme.land_focus));
    s.items.push_back(FillRect{{s.x0, y, 2 * half, h}, 0, kNoColor, kNoColor, kNoColor, kNoColor, theme.coast, s.scale});
}

/// The ramp from few to many, over the sample's width.
void append_heat(const Theme& theme, Sampler& s) {
    const float half = 4.5f * s.scale, part = (s.x1 - s.x0) / static_cast<float>(theme.heat.size() - 1);
    for (std::size_t i = 0; i + 1 < theme.heat.size(); ++i) {
        const Color left = with_alpha(theme.heat[i], theme.measures.heat_alpha),
                    right = with_alpha(theme.heat[i + 1], theme.measures.heat_alpha);
        FillRect rect = plain_rect({s.x0 + part * static_cast<float>(i), s.y - half, part, 2 * half}, left);
        rect.top_right = rect.bottom_right = right;
        s.items.push_back(rect);
    }
}

std::string_view plural_of(document::RouteKind kind) {
    switch (kind) {
        case document::RouteKind::Corridor: return "Corridors";
        case document::RouteKind::Rail: return "Railways";
        case document::RouteKind::Road: return "Roads";
        case document::RouteKind::Pipeline: return "Pipelines";
        case document::RouteKind::Cable: return "Cables";
        case document::RouteKind::Ferry: return "Ferries";
    }
    return "";
}

/// Two digits of a count: it only says how much is much.
long rounded_count(float count) {
    const double digits = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(1.0, static_cast<double>(count)))) - 1));
    return std::lround(static_cast<double>(count) / digits) * std::lround(digits);
}

}  // namespace

std::string_view status_note(RouteStatus status) {
    switch (status) {
        case RouteStatus::Existing: return "";
        case RouteStatus::UnderConstruction: return "under construction";
        case RouteStatus::Planned: return "planned";
        case RouteStatus::Proposed: return "proposed";
        case RouteStatus::Suspended: return "suspended";
    }
    return "";
}

std::string label_in(const LegendRow& row, const Typesetter& type, const TextStyle& style, float room_px) {
    const std::size_t bracket = row.label.find(" (");
    const bool keeps_all = bracket == std::string::npos || bracket == 0 || type.width_px(row.label, style) <= room_px;
    return keeps_all ? row.label : row.label.substr(0, bracket);
}

void explain_marks(const EventMarks& marks, MapNotes& notes) {
    for (std::size_t i = 0; i < marks.categories.size(); ++i) {
        if (!marks.categories[i]) continue;
        LegendRow row;
        row.category = static_cast<document::Category>(i);
        row.label = label_of(row.category);
        notes.explain(std::move(row));
    }
    if (marks.counts) notes.explain(LegendRow::What::Count, "So many events near here");
    if (marks.hatch) notes.explain(LegendRow::What::Hatch, "Country or area of an event");
    if (marks.lines) notes.explain(LegendRow::What::EventLine, "Line of an event");
    if (marks.within) notes.explain(LegendRow::What::AreaPlace, "Somewhere within");
    if (marks.imprecise) notes.explain(LegendRow::What::ImpreciseDate, "Date imprecise");
    if (marks.arcs) notes.explain(LegendRow::What::Arc, "Where from, where to");
    if (marks.arcs_to_come) notes.explain(LegendRow::What::ArcToCome, "Still to come");
    if (!(marks.heat_full > 0)) return;
    LegendRow heat;
    heat.what = LegendRow::What::Heat;
    heat.label = "Events in one spot";
    heat.note = fmt::format("1 to {}", rounded_count(marks.heat_full));
    notes.explain(std::move(heat));
}

std::vector<LegendRow> legend_rows(const MapNotes& notes) {
    std::vector<LegendRow> rows = notes.legend;
    // By doublings of what is seen: a map that moves a little does not reorder them.
    const auto much = [](const LegendRow& row) {
        return row.emphasised ? 64 : static_cast<int>(std::lround(std::log2(std::max(1.f, row.seen_px))));
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const LegendRow& a, const LegendRow& b) { return std::tuple(a.what, -much(a)) < std::tuple(b.what, -much(b)); });
    std::vector<LegendRow> once;
    for (LegendRow& row : rows) {
        const auto same = [&](const LegendRow& r) { return r.what == row.what && r.label == row.label && r.note == row.note; };
        if (std::none_of(once.begin(), once.end(), same)) once.push_back(std::move(row));
    }
    return once;
}

std::vector<LegendRow> routes_by_kind(const std::vector<LegendRow>& rows) {
    std::vector<LegendRow> folded;
    std::map<std::pair<document::RouteKind, RouteStatus>, std::size_t> row_of, count;
    for (const LegendRow& row : rows) {
        if (row.what != LegendRow::What::Route || row.emphasised) {
            folded.push_back(row);
            continue;
        }
        const std::pair look{row.kind, row.status};
        const auto [known, is_new] = row_of.try_emplace(look, folded.size());
        if (is_new) folded.push_back(row);
        else folded[known->second].seen_px += row.seen_px;
        ++count[look];
    }
    for (const auto& [look, index] : row_of) {
        if (count[look] == 1) continue;
        folded[index].label = fmt::format("{} ({})", plural_of(look.first), count[look]);
        folded[index].note = status_note(look.second);
        folded[index].code.clear();
    }
    return folded;
}

std::vector<PointPx> events_on_screen(const ViewInput& input, const MapTransform& map, std::size_t most) {
    std::vector<PointPx> points;
    const MapView view(map, input.layout.scale);
    const auto& events = input.briefing.events();
    for (std::size_t i = 0; i < events.size(); i += stride_over(events.size())) {
        const auto& event = events[i];
        if (points.size() >= most) break;
        if (!passes(*event, input.options)) continue;
        const PointPx p = view.screen(geo::world_from(geo::anchor(event->geometry)));
        if (map.rect.contains(p)) points.push_back(p);
    }
    return points;
}

void append_sample(const LegendRow& row, const Theme& theme, float x0, float x1, float y, float scale, std::vector<Item>& items) {
    Sampler s{items, theme.measures, scale, x0, x1, y};
    const float middle = (x0 + x1) / 2;
    switch (row.what) {
        case LegendRow::What::Category:
            items.push_back(Symbol{
                shape_of(row.category), {middle, y}, 5.5f * scale, theme.category[static_cast<std::size_t>(row.category)], {}, 0, {}});
            return;
        case LegendRow::What::Count: return append_count(theme, s);
        case LegendRow::What::Route:
        case LegendRow::What::FerryLeg: return append_route(row, theme, s);
        case LegendRow::What::Own:
            if (row.sample) row.sample({x0, x1, y, scale}, items);
            return;
        case LegendRow::What::Disputed: return s.line(theme.disputed, 1.4f, theme.measures.disputed_dash_px);
        case LegendRow::What::Hatch:
            items.push_back(plain_rect({x0, y - 5.5f * scale, x1 - x0, 11 * scale}, with_alpha(theme.text3, theme.measures.area_alpha)));
            return append_hatch(theme.text3, 1.6f, false, s);
        case LegendRow::What::FocusLand: return append_land(theme, s);
        case LegendRow::What::DisputedArea: return append_hatch(theme.disputed, 1, true, s);
        case LegendRow::What::EventLine: return s.line(with_alpha(theme.text3, kEventLineAlpha), kEventLinePx);
        case LegendRow::What::AreaPlace:
            items.push_back(Symbol{MarkerShape::Circle,
                                   {middle, y},
                                   7 * scale,
                                   with_alpha(theme.text3, theme.measures.area_alpha),
                                   theme.text3,
                                   1.2f * scale,
                                   {3 * scale, 3 * scale}});
            return;
        case LegendRow::What::Arc: return append_arc(false, theme.text2, theme.measures.arc_width_px * 0.8f, s);
        case LegendRow::What::ArcToCome: return append_arc(true, theme.text2, theme.measures.arc_width_px * 0.7f, s);
        case LegendRow::What::Heat: return append_heat(theme, s);
        case LegendRow::What::ImpreciseDate:
            items.push_back(
                Symbol{MarkerShape::Circle, {middle, y}, 7.5f * scale, kNoColor, theme.text2, 1.2f * scale, {3 * scale, 3 * scale}});
            items.push_back(Symbol{MarkerShape::Circle, {middle, y}, 4 * scale, theme.text2, {}, 0, {}});
            return;
    }
}

}  // namespace dateline::view
