#include "view/event_areas.h"

#include "base/id.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"
#include "view/mesh_outline.h"
#include "view/route_geometry.h"
#include "view/seen_parts.h"

#include <fmt/format.h>
#include <algorithm>

namespace dateline::view {
namespace {

constexpr float kHatchPx = 7, kOutlinePx = 1.8f, kRingPx = 1.3f, kQuietEdge = 0.45f, kWashPx = 26;

/// Of a group's events that the window shows: the one that speaks for the area.
struct Speaker {
    const MapEvent* event = nullptr;
    EventPhase phase;
    bool chosen = false;   ///< selected
    bool pointed = false;  ///< hovered
};

Speaker speaker_of(const ViewInput& input, const MapEvents& events, const EventGroup& group, const MarkerTime& time) {
    Speaker best;
    const auto weight = [](const Speaker& s) {
        return (s.chosen ? 100.f : 0.f) + (s.pointed ? 50.f : 0.f) + (s.phase.now ? 10.f : 0.f) +
               (s.phase.to_come ? 0.f : 2 * s.phase.strength);
    };
    for (const std::uint32_t i : group.members) {
        Speaker s{&events.all()[i], MapEvents::phase(events.all()[i], time)};
        if (!s.phase.shown) continue;
        const std::string& id = input.briefing.events()[s.event->index]->id;
        s.chosen = id == input.options.selected;
        s.pointed = id == input.options.hovered;
        if (!best.event || weight(s) > weight(best)) best = s;
    }
    return best;
}

/// How much of a hatch is left where the map shows hardly more than its area: from within, stripes over all say nothing.
float share_from_outside(const geo::WorldBox& box, const MapView& view) {
    const double across = std::max(box.x1 - box.x0, box.y1 - box.y0) * view.map.world_px;
    const double map = std::max(1.0, double{std::min(view.map.rect.w, view.map.rect.h)});
    return 1 - fade_in(across / map, 2, 6);
}

/// How much a water is beside the map: 1 where stripes all over it would be the map.
float share_of_map(const geo::WorldBox& box, const MapView& view) {
    const double across = std::min(box.x1 - box.x0, box.y1 - box.y0) * view.map.world_px;
    return fade_in(across / std::max(1.0, double{std::min(view.map.rect.w, view.map.rect.h)}), 0.14, 0.32);
}

/// Land that is not a country's: a tint and stripes, and a line around it once it is pointed at.
void append_land(const MapView& view, const AreaShape& shape, Color color, float tint, bool raised, float hatch, bool edged, Frame& frame) {
    if (!shape.mesh || !view.shows(shape.mesh->box, view.px(6))) return;
    frame.items.emplace_back(FillArea{shape.mesh, with_alpha(color, tint), 0});
    if (hatch > 0.01f) frame.items.emplace_back(FillArea{shape.mesh, with_alpha(color, hatch), view.px(kHatchPx)});
    if (!edged && !raised) return;
    LineStyle edge;
    edge.color = with_alpha(color, raised ? 1 : kQuietEdge);
    edge.width_px = view.px(raised ? kOutlinePx : 1);
    frame.items.emplace_back(StrokeLines{shape.edge, edge});
}

/// The route whose stretch a line is; null: none's.
const document::Route* route_of(const document::Briefing& briefing, const geo::Line& line) {
    const auto found = std::find_if(briefing.routes().begin(), briefing.routes().end(), [&](const auto& route) {
        return std::any_of(route->segments.begin(), route->segments.end(),
                           [&](const document::RouteSegment& segment) { return segment.line == line; });
    });
    return found == briefing.routes().end() ? nullptr : found->get();
}

/// An event's line: smoothed where it is a route's, as the route itself is drawn; else through all its points as they are, along
/// great circles.
geo::Line drawn_line(const geo::Line& line, bool of_route) {
    constexpr double kStep_m = 25'000;
    geo::Line drawn;
    if (of_route) {
        for (const geo::WorldPoint p : curve_through(line)) drawn.push_back(geo::lonlat_from(p));
        return drawn;
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (!drawn.empty()) drawn.pop_back();
        const std::vector<geo::LonLat> way = geo::great_circle(line[i - 1], line[i], kStep_m);
        drawn.insert(drawn.end(), way.begin(), way.end());
    }
    return drawn;
}

}  // namespace

const EventAreas::Area& EventAreas::area_of(const ViewInput& input, const MapEvents& events, std::uint32_t number) {
    const auto [found, is_new] = areas_.try_emplace(number);
    Area& area = found->second;
    if (!is_new) return area;
    const EventGroup& group = events.groups()[number];
    const document::Event& event = *input.briefing.events()[events.all()[group.members.front()].index];
    const std::string content =
        fmt::format("{:.6f}/{:.6f}/{:.3f}/{}/{}", group.at.x, group.at.y, group.radius_km, event.place_id, events.generation());
    const std::uint64_t key = base::stable_hash(content, base::stable_hash("event area"));
    if (const auto* lines = std::get_if<geo::MultiLine>(&event.geometry)) {
        geo::MultiLine curves;
        for (const geo::Line& line : *lines) {
            const document::Route* route = route_of(input.briefing, line);
            if (route) area.owner = base::stable_hash(route->id);
            curves.push_back(drawn_line(line, route != nullptr));
        }
        area.own.edge = std::make_shared<geo::LineSet>(geo::line_set(curves, key));
        area.is_line = true;
        return area;
    }
    area.is_water = event.place_precision == document::PlacePrecision::Water;
    if (group.of_division) {
        area.division = event.place_id;
        return area;
    }
    if (const auto* polygons = std::get_if<geo::MultiPolygon>(&event.geometry)) {
        area.own = area_shape(*polygons, key);
        return area;
    }
    if (group.footing == Footing::Country) {
        area.country = country_of_id(input.basemap, event.place_id);
        if (area.country.empty() && event.place_precision == document::PlacePrecision::Country)
            area.country = country_at(input.basemap, geo::anchor(event.geometry));
        if (!area.country.empty() || group.radius_km <= 0) return area;
    }
    constexpr double kFarthestKm = 9000;  // a quarter of the way round, nearly: beyond it the ring closes again
    const int sides = group.footing == Footing::Country ? 240 : 96;
    const geo::Polygon ring = geo::disc(geo::lonlat_from(group.at), std::min(group.radius_km, kFarthestKm), sides);
    area.own.edge = std::make_shared<geo::LineSet>(geo::line_set(ring, key));
    return area;
}

void EventAreas::append_country(const ViewInput& input, const MapView& view, const std::string& code, const Look& look, Frame& frame) {
    const bool outlined = look.raised;
    const Color color = with_alpha(look.color, outlined ? 1 : look.strength * (1 - fade_in(view.zoom, 7, 9)));
    if (!look.loud || color.a <= 0) return;
    const auto& scales = input.basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)];
    const auto& chunks = scales[static_cast<std::size_t>(basemap_scale(view.zoom))];
    if (outlined && outlined_ != code) {
        outlines_.clear();
        outlined_ = code;
    }
    std::vector<Item> edges;  // over all its chunks
    for (const document::BaseMesh& chunk : chunks) {
        if (chunk.country != code || !view.shows(chunk.mesh->box, 1)) continue;
        frame.items.emplace_back(FillArea{chunk.mesh, with_alpha(color, outlined ? 0.45f : 0.2f), view.px(kHatchPx)});
        if (!outlined) continue;
        frame.items.emplace_back(FillArea{chunk.mesh, with_alpha(color, 0.10f), 0});
        std::shared_ptr<const geo::LineSet>& outline = outlines_[chunk.mesh->key];
        if (!outline) outline = std::make_shared<geo::LineSet>(mesh_outline(*chunk.mesh, base::stable_hash("outline", chunk.mesh->key)));
        LineStyle style;
        style.color = color;
        style.width_px = view.px(kOutlinePx);
        if (!outline->starts.empty()) edges.emplace_back(StrokeLines{outline, style});
    }
    frame.items.insert(frame.items.end(), edges.begin(), edges.end());
}

void EventAreas::append_line(const ViewInput& input, const MapView& view, const Area& area, const Look& look, Frame& frame,
                             std::vector<LineBox>& covered) {
    if (!area.own.edge || !view.shows(area.own.edge->box, view.px(6)) || (area.is_line && !look.loud)) return;
    LineStyle edge;
    edge.color =
        with_alpha(look.color, area.is_line ? (look.raised ? 0.75f : kEventLineAlpha * look.strength) : (look.raised ? 1.f : 0.85f));
    edge.width_px = view.px(area.is_line ? (look.raised ? kEventLinePx + 2 : kEventLinePx)
                                         : (look.raised ? kOutlinePx : kRingPx));  // the route's own line goes over it
    if (!area.is_line) {
        for (std::size_t i = 0; i < 4; ++i) edge.dash_px[i] = input.theme.measures.area_dash_px[i] * view.scale;
        edge.round_caps = false;
    }
    frame.items.emplace_back(StrokeLines{area.own.edge, edge});
    constexpr float kBoxReach = 5;
    const MapView::Copies copies = view.copies(area.own.edge->box, view.px(8));
    for (int copy = copies.first; copy <= copies.last; ++copy)
        for (const std::vector<PointPx>& part : seen_parts(*area.own.edge, view, copy)) {
            std::vector<RectPx> boxes;
            append_boxes_along(part, view.map.rect, view.px(kBoxReach), boxes);
            for (const RectPx& box : boxes) covered.push_back({box, area.owner});
        }
}

EventAreas::Look EventAreas::look_of(const ViewInput& input, const MapEvents& events, const EventGroup& group, const MarkerTime& time) {
    Look look;
    const Speaker speaker = speaker_of(input, events, group, time);
    look.shown = speaker.event != nullptr;
    if (!look.shown) return look;
    // What is long past or still to come hatches no country: the map would be nothing but hatches.
    // Neither does what went on for months.
    const bool brief = speaker.event->end_days - speaker.event->begin_days <= 62;
    look.strength = speaker.phase.strength;
    look.raised = speaker.chosen || speaker.pointed;
    look.loud = look.raised || (brief && !speaker.phase.to_come && look.strength > 0.5f);
    look.color = mix(input.theme.land, input.theme.category[static_cast<std::size_t>(speaker.event->category)], look.strength);
    return look;
}

void EventAreas::append_waters(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame) {
    if (events.crowded()) return;
    keep_for(events);
    for (std::uint32_t g = 0; g < events.groups().size(); ++g) {
        const EventGroup& group = events.groups()[g];
        if (group.footing == Footing::Pin || !area_of(input, events, g).is_water || area_of(input, events, g).division.empty()) continue;
        const Look look = look_of(input, events, group, time);
        if (!look.shown) continue;
        const AreaShape& shape = divisions_.of(input.basemap, area_of(input, events, g).division, basemap_scale(view.zoom));
        if (!shape.mesh || !shape.edge || !view.shows(shape.mesh->box, view.px(kWashPx))) continue;
        const float share = share_of_map(shape.mesh->box, view);
        if (share < 0.02f) continue;
        LineStyle wash;
        wash.color = look.color;
        wash.width_px = 0.01f;
        wash.glow_px = view.px(kWashPx);
        wash.glow_alpha = share * (look.raised ? 0.6f : look.loud ? 0.36f : 0.2f);
        frame.items.emplace_back(StrokeLines{shape.edge, wash});
    }
}

void EventAreas::keep_for(const MapEvents& events) {
    if (generation_ == events.generation()) return;
    generation_ = events.generation();
    areas_.clear();
}

void EventAreas::append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame,
                        std::vector<LineBox>& covered) {
    if (events.crowded()) return;
    keep_for(events);
    const Measures& m = input.theme.measures;
    for (std::uint32_t g = 0; g < events.groups().size(); ++g) {
        const EventGroup& group = events.groups()[g];
        if (group.footing == Footing::Pin) continue;
        const Look look = look_of(input, events, group, time);
        if (!look.shown) continue;
        const Area& area = area_of(input, events, g);
        if (!area.country.empty()) {
            append_country(input, view, area.country, look, frame);
        } else if (!area.division.empty() || area.own.mesh) {
            const AreaShape& shape = area.own.mesh ? area.own : divisions_.of(input.basemap, area.division, basemap_scale(view.zoom));
            // A vast area would tint all that it holds.
            const float part = group.footing == Footing::Country ? 0.5f : 1;
            const float wide = area.is_water && shape.mesh && !area.own.mesh ? share_of_map(shape.mesh->box, view) : 0;
            const float hatch =
                (1 - wide) * (look.raised ? 0.45f : (look.loud ? 0.3f : 0.2f) * part * share_from_outside(shape.mesh->box, view));
            const float tint = (1 - 0.5f * wide) * part * m.area_alpha * (look.raised ? 1 : 0.6f);
            append_land(view, shape, look.color, tint, look.raised, hatch, area.own.mesh != nullptr, frame);
        } else {
            append_line(input, view, area, look, frame, covered);
        }
    }
}

}  // namespace dateline::view
