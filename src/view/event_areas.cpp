#include "view/event_areas.h"

#include "base/id.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"
#include "view/mesh_outline.h"
#include "view/route_geometry.h"

#include <algorithm>
#include <fmt/format.h>

namespace dateline::view {
namespace {

constexpr float kHatchPx = 7, kOutlinePx = 1.8f;

/// Of a group's events that the window shows: the one that speaks for the area.
struct Speaker {
    const MapEvent* event = nullptr;
    EventPhase phase;
    bool chosen = false;    ///< selected
    bool pointed = false;   ///< hovered
};

Speaker speaker_of(const ViewInput& input, const MapEvents& events, const EventGroup& group, const MarkerTime& time) {
    Speaker best;
    const auto weight = [](const Speaker& s) {
        return (s.chosen ? 100.f : 0.f) + (s.pointed ? 50.f : 0.f) + (s.phase.now ? 10.f : 0.f) + (s.phase.to_come ? 0.f : 2 * s.phase.strength);
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

geo::MultiLine rings_of(const geo::MultiPolygon& area) {
    geo::MultiLine rings;
    for (const geo::Polygon& polygon : area) rings.insert(rings.end(), polygon.begin(), polygon.end());
    return rings;
}

}  // namespace

const EventAreas::Area& EventAreas::area_of(const ViewInput& input, const MapEvents& events, std::uint32_t number) {
    const auto [found, is_new] = areas_.try_emplace(number);
    Area& area = found->second;
    if (!is_new) return area;
    const EventGroup& group = events.groups()[number];
    const document::Event& event = *input.briefing.events()[events.all()[group.members.front()].index];
    const std::string content = fmt::format("{:.6f}/{:.6f}/{:.3f}/{}/{}", group.at.x, group.at.y, group.radius_km, event.place_id, events.generation());
    const std::uint64_t key = base::stable_hash(content, base::stable_hash("event area"));
    if (const auto* lines = std::get_if<geo::MultiLine>(&event.geometry)) {
        geo::MultiLine curves;   // as the route's own line is drawn
        for (const geo::Line& line : *lines) {
            geo::Line& curve = curves.emplace_back();
            for (const geo::WorldPoint p : curve_through(line)) curve.push_back(geo::lonlat_from(p));
        }
        area.edge = std::make_shared<geo::LineSet>(geo::line_set(curves, key));
        return area;
    }
    const auto* polygons = std::get_if<geo::MultiPolygon>(&event.geometry);
    if (group.footing == Footing::Country && !polygons) {
        area.country = country_of_id(input.basemap, event.place_id);
        if (area.country.empty() && event.place_precision == document::PlacePrecision::Country)
            area.country = country_at(input.basemap, geo::anchor(event.geometry));
        return area;
    }
    const geo::MultiPolygon shape = polygons ? *polygons : geo::MultiPolygon{geo::disc(geo::lonlat_from(group.at), group.radius_km, 96)};
    area.mesh = std::make_shared<geo::Mesh>(geo::triangulate(shape, key));
    area.edge = std::make_shared<geo::LineSet>(geo::line_set(rings_of(shape), key + 1));
    return area;
}

void EventAreas::append_country(const ViewInput& input, const MapView& view, const std::string& code, Color color, bool outlined,
                                Frame& frame) {
    const auto& scales = input.basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)];
    const auto& chunks = scales[static_cast<std::size_t>(basemap_scale(view.zoom))];
    if (outlined && outlined_ != code) {
        outlines_.clear();
        outlined_ = code;
    }
    std::vector<Item> edges;   // over all its chunks
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

void EventAreas::append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame) {
    if (events.crowded()) return;
    if (generation_ != events.generation()) {
        generation_ = events.generation();
        areas_.clear();
    }
    const Measures& m = input.theme.measures;
    for (std::uint32_t g = 0; g < events.groups().size(); ++g) {
        const EventGroup& group = events.groups()[g];
        if (group.footing == Footing::Pin) continue;
        const Speaker speaker = speaker_of(input, events, group, time);
        if (!speaker.event) continue;
        const bool raised = speaker.chosen || speaker.pointed;
        // What is long past or still to come hatches no country: the map would be nothing but hatches.
        // Neither does what went on for months.
        const bool brief = speaker.event->end_days - speaker.event->begin_days <= 62;
        const bool loud = raised || (brief && !speaker.phase.to_come && speaker.phase.strength > 0.5f);
        const Color own = input.theme.category[static_cast<std::size_t>(speaker.event->category)];
        const Color color = mix(input.theme.land, own, speaker.phase.strength);
        const Area& area = area_of(input, events, g);
        if (!area.country.empty()) {
            // From within, a hatch over all that is seen says nothing more.
            const float share = raised ? 1 : speaker.phase.strength * (1 - fade_in(view.zoom, 7, 9));
            if (loud && share > 0) append_country(input, view, area.country, with_alpha(color, share), raised, frame);
            continue;
        }
        if (!area.edge || !view.shows(area.edge->box, view.px(6))) continue;
        // A vast disc would tint all that it holds.
        const float share = group.radius_km > 100 || group.footing == Footing::Country ? 0.5f : 1;
        if (area.mesh) frame.items.emplace_back(FillArea{area.mesh, with_alpha(color, share * m.area_alpha * (raised ? 1.6f : 1)), 0});
        LineStyle edge;
        edge.color = with_alpha(color, raised ? 1.f : 0.85f);
        edge.width_px = view.px(area.mesh ? (raised ? 1.8f : 1.3f) : (raised ? 7 : 5));
        if (area.mesh) {
            for (std::size_t i = 0; i < 4; ++i) edge.dash_px[i] = m.area_dash_px[i] * view.scale;
            edge.round_caps = false;
        } else {
            if (!loud) continue;
            edge.color.a = raised ? 0.75f : 0.45f * speaker.phase.strength;   // the route's own line goes over it
        }
        frame.items.emplace_back(StrokeLines{area.edge, edge});
    }
}

}  // namespace dateline::view
