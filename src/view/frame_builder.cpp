#include "base/id.h"
#include "view/basemap_layer.h"
#include "view/crowd_picker.h"
#include "view/dispute_picker.h"
#include "view/event_arcs.h"
#include "view/event_areas.h"
#include "view/event_labels.h"
#include "view/event_markers.h"
#include "view/event_motion.h"
#include "view/furniture.h"
#include "view/furniture_legend.h"
#include "view/furniture_places.h"
#include "view/ground.h"
#include "view/map_events.h"
#include "view/map_view.h"
#include "view/names_layer.h"
#include "view/relief_layer.h"
#include "view/route_picker.h"
#include "view/routes_layer.h"
#include "view/seen_parts.h"
#include "view/timeline.h"
#include "view/user_layers.h"
#include "view/view.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace dateline::view {

struct FrameBuilder::Impl {
    FocusCountries focus;
    BaseMapLayer basemap;
    MapEvents events;
    std::shared_ptr<const CrowdGrid> crowd;
    EventMarkers markers;
    EventAreas areas;
    EventArcs arcs;
    RoutesLayer routes;
    NamesLayer names;
    FurnitureLayer furniture;
    TimelineBuilder timeline;

    /// What the furniture must leave free, with the names that are gathered.
    MapContent content(const ViewInput& input, const MapView& view, const EventLabels& labels, const std::vector<Hit>& route_boxes,
                       const std::vector<Hit>& arc_boxes, const LabelSheet& gathered);
    /// What of the events is to be seen but their symbols where those are laid out.
    void see(const ViewInput& input, const MapView& view, const MarkerTime& time, EventMarks& marks);
    void build_map(const ViewInput& input, const Placement& previous, Frame& frame, Placement& placement);
};

namespace {

/// Where pins stand: the towns there are named first.
std::vector<geo::WorldPoint> pinned_places(const MapEvents& events, const MarkerTime& time) {
    std::vector<geo::WorldPoint> places;
    for (const EventGroup& group : events.groups()) {
        if (group.footing != Footing::Pin) continue;
        for (const std::uint32_t i : group.members) {
            if (!MapEvents::phase(events.all()[i], time).shown) continue;
            places.push_back(group.at);
            break;
        }
    }
    return places;
}

constexpr float kFaintSymbols = 0.85f;   // of the heat layer: those under it show no more
constexpr std::size_t kMostStretches = 300, kMostPoints = 4000;
constexpr float kEndReach = 12;          // px about the end of a route

/// Some of the stretches are enough to know where lines run.
void append_some(const std::vector<Hit>& stretches, std::vector<RectPx>& boxes) {
    for (std::size_t i = 0; i < stretches.size(); i += 1 + stretches.size() / kMostStretches) boxes.push_back(stretches[i].rect);
}

/// Where the chosen route begins and ends: no other segment of it goes on there.
std::vector<geo::WorldPoint> ends_of_chosen(const ViewInput& input) {
    std::vector<geo::WorldPoint> ends;
    const document::Route* route = input.options.selected_route.empty() ? nullptr : input.briefing.route(input.options.selected_route);
    if (!route) return ends;
    std::vector<geo::LonLat> points;
    for (const document::RouteSegment& segment : route->segments)
        if (!segment.line.empty()) points.push_back(segment.line.front()), points.push_back(segment.line.back());
    constexpr double kSame_m = 2000;
    for (const geo::LonLat p : points)
        if (std::count_if(points.begin(), points.end(), [&](geo::LonLat q) { return geo::distance_m(p, q) < kSame_m; }) == 1) ends.push_back(geo::world_from(p));
    return ends;
}

constexpr float kSeenTint = 0.04f;

/// What the areas of events look like that are on the map.
void see_areas(std::span<const Item> items, const MapView& view, EventMarks& marks) {
    for (const Item& item : items) {
        // From within an area its stripes fade, and a tint is left.
        if (const auto* fill = std::get_if<FillArea>(&item); fill && (fill->hatch_px > 0 || fill->fill.a >= kSeenTint) && !marks.hatch) marks.hatch = any_part_seen(*fill->mesh, view);
        const auto* line = std::get_if<StrokeLines>(&item);
        if (!line) continue;
        if (line->style.dash_px[0] > 0 && !marks.within) marks.within = any_vertex_seen(*line->lines, view);
        if (line->style.width_px >= view.px(kEventLinePx) && !marks.lines) marks.lines = any_vertex_seen(*line->lines, view);
    }
}

/// The ids of events whose labels were placed.
std::set<std::string> labelled(const std::vector<Hit>& hits) {
    std::set<std::string> ids;
    for (const Hit& hit : hits)
        if (hit.kind == Hit::Kind::Event) ids.insert(hit.id);
    return ids;
}

/// By how much labels fade. A frame after a rest is the first of a fade, not the end of one; the first of all has them whole.
float since_last_s(double clock_s, double before_s) {
    if (clock_s <= 0) return 0;
    return before_s <= 0 ? 1.f : static_cast<float>(std::clamp(clock_s - before_s, 0.001, 0.04));
}

/// While the map moves a count does not come for what a shaking hand takes in and out again.
void count_beyond(BeyondEdges beyond, const Placement& previous, const Camera& camera, MapContent& content, Placement& placement) {
    const bool moves = !previous.slots.empty() && previous.camera != camera;
    for (std::size_t side = 0; side < kMapSides; ++side) {
        BeyondEdges::Side& here = beyond.sides[side];
        const bool told = here.unnamed && (here.well_out || !moves || previous.slots.contains(beyond_slot(static_cast<MapSide>(side))));
        content.beyond[side] = told ? here.events.size() : 0;
        placement.beyond[side] = std::move(here.events);
    }
}

/// Boxes along lines become a chain without gaps.
void avoid_lines(const std::vector<Hit>& stretches, const MapView& view, TakenSpace& avoided) {
    const float inward = -view.px(2.5f), apart = view.px(10);
    std::uint64_t owner = 0;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const bool goes_on = i > 0 && stretches[i].id == stretches[i - 1].id;
        if (!goes_on) owner = base::stable_hash(stretches[i].id);
        const RectPx box = grown(stretches[i].rect, inward);
        avoided.take(box, owner);
        if (!goes_on) continue;
        const RectPx before = grown(stretches[i - 1].rect, inward);
        const PointPx step{box.x - before.x, box.y - before.y};
        if (length_of(step) < apart) avoided.take({before.x + 0.5f * step.x, before.y + 0.5f * step.y, box.w, box.h}, owner);
    }
}

void move_into(std::vector<Item>& to, std::vector<Item>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void FrameBuilder::Impl::see(const ViewInput& input, const MapView& view, const MarkerTime& time, EventMarks& marks) {
    marks.arcs = arcs.seen();
    marks.arcs_to_come = arcs.seen_to_come();
    if (input.options.hidden_layers.contains("markers")) return;
    const EventMarkers::Heat heat = markers.heat(input, view, events);
    marks.heat_full = heat.full;
    if (!crowd || !events.crowded() || heat.share > kFaintSymbols) return;
    crowd->each_in(view.visible, [&](const MapEvent& event) {
        const bool news = !marks.categories[static_cast<std::size_t>(event.category)] || (!marks.imprecise && (event.flags & kUncertainDate) != 0);
        if (news && MapEvents::phase(event, time).shown && view.sees(event.at) && view.map.rect.contains(view.screen(event.at))) {
            marks.categories[static_cast<std::size_t>(event.category)] = true;
            marks.imprecise = marks.imprecise || (event.flags & kUncertainDate) != 0;
        }
        return !marks.imprecise || std::find(marks.categories.begin(), marks.categories.end(), false) != marks.categories.end();
    });
}

MapContent FrameBuilder::Impl::content(const ViewInput& input, const MapView& view, const EventLabels& labels,
                                       const std::vector<Hit>& route_boxes, const std::vector<Hit>& arc_boxes, const LabelSheet& gathered) {
    MapContent content;
    append_some(route_boxes, content.lines);
    append_some(arc_boxes, content.lines);
    gathered.append_first_boxes(content.names);
    if (!input.options.hidden_layers.contains("markers")) {
        labels.append_content(content.events, content.names);
        if (events.crowded()) {
            // Under a heat layer one event more or less is not to be seen.
            const float reach = view.px(7);
            auto& boxes = markers.heat(input, view, events).share > kFaintSymbols ? content.lines : content.events;
            for (const PointPx at : events_on_screen(input, view.map, kMostPoints)) boxes.push_back(around(at, reach));
        }
    }
    for (const PointPx head : arcs.heads()) content.events.push_back(around(head, view.px(input.theme.measures.arc_head_px)));
    if (!input.options.hidden_layers.contains("routes"))
        for (const geo::WorldPoint end : ends_of_chosen(input))
            if (const PointPx at = view.screen(end); view.map.rect.contains(at)) content.events.push_back(around(at, view.px(kEndReach)));
    return content;
}

void FrameBuilder::Impl::build_map(const ViewInput& input, const Placement& previous, Frame& frame, Placement& placement) {
    const RectPx rect = input.layout.map;
    const MapTransform map = transform_of(input.camera, rect, input.layout.scale);
    const MapView view(map, input.layout.scale);
    if (events.update(input.briefing, input.options, input.basemap)) crowd = events.many() ? std::make_shared<CrowdGrid>(input.briefing, events.shared()) : nullptr;
    const MarkerTime time = events.time(input.options);
    if (events.many()) events.focus(input.briefing, input.basemap, view, markers.heat(input, view, events).share < 0.5f);
    if (crowd && events.crowded()) placement.crowd = std::make_shared<CrowdPicker>(CrowdPicker{crowd, map, time, 7 * input.layout.scale});

    frame.items.emplace_back(map);
    frame.items.emplace_back(ClipTo{rect});
    append_ground(input.theme, view, frame);
    placement.hits.push_back({Hit::Kind::MapBackground, "", rect});
    EventMarks drawn;
    std::vector<LineBox> event_lines;
    basemap.append(input, view, focus.of(input.briefing, input.basemap), frame, placement.notes,
                   [&] { areas.append_waters(input, view, events, time, frame); },
                   [&] {
                       const std::size_t before = frame.items.size();
                       areas.append(input, view, events, time, frame, event_lines);
                       see_areas(std::span(frame.items).subspan(before), view, drawn);
                   });
    if (!input.options.hidden_layers.contains("borders"))
        placement.disputes = std::make_shared<DisputePicker>(input.basemap, map, input.layout.scale, input.options.playhead);
    append_edge(input.theme, view, frame);
    append_vectors(input, view, frame);
    frame.ground_end = frame.items.size();
    if (input.basemap.relief && !input.options.hidden_layers.contains("relief") && relief_share(view.zoom) > 0) placement.notes.credit("relief ETOPO5, SRTM30");
    placement.notes.credit(layer_credits(input, view));
    explain_layers(input, view, placement.notes);
    const bool has_markers = !input.options.hidden_layers.contains("markers");
    if (has_markers) basemap.append_boundaries_over(markers.append_heat(input, view, events, time, frame), input.theme, view, frame);
    std::vector<Hit> route_boxes, arc_hits, event_hits, label_hits, pointer_hits;
    routes.append(input, view, frame, route_boxes);
    placement.routes = routes.picker();
    placement.notes.credit(route_credits(input.briefing, route_boxes));
    arcs.append(input, view, events, time, frame, arc_hits);
    see(input, view, time, drawn);
    const EventLayout& layout = markers.layout(input, view, events, time);
    const EventLabels labels(input, view, events, layout, time);
    // A first legend has room for all that may be written on the map.
    const auto explained = [&](const std::set<std::string>* plates) {
        EventMarks marks = drawn;
        MapNotes notes = placement.notes;
        if (has_markers && layout.symbols) labels.see(marks, plates);
        explain_marks(marks, notes);
        routes.explain(input, notes);
        return notes;
    };
    MapNotes notes = explained(nullptr);

    Frame over;
    over.scale = frame.scale;
    Placement over_placement;
    std::vector<RectPx> blocked;
    LabelSheet sheet;
    routes.append_names(input, view, sheet);
    append_layer_labels(input, view, sheet);
    names.append(input, view, pinned_places(events, time), sheet);
    MapContent content_seen = content(input, view, labels, route_boxes, arc_hits, sheet);
    if (has_markers) count_beyond(labels.beyond_edges(), previous, input.camera, content_seen, placement);
    furniture.append(input, map, notes, content_seen, previous, over, over_placement, blocked);
    placement.slots = over_placement.slots;
    placement.locator_center = over_placement.locator_center;
    TakenSpace taken(rect, view.px(72));
    for (const RectPx& box : blocked) taken.take(box);
    TakenSpace avoided(rect, view.px(72));
    for (const std::vector<Hit>* lines : {&route_boxes, &arc_hits}) avoid_lines(*lines, view, avoided);
    std::optional<GroundOnScreen> on_screen;
    const GroundLines ground = [&](const RectPx& about) -> const LineCells& { return (on_screen ? *on_screen : on_screen.emplace(basemap.lines_on_screen(view))).about(about); };
    for (const LineBox& line : event_lines) avoided.take(grown(line.box, -view.px(3)), line.owner);

    std::vector<Item> pointers;
    if (has_markers) {   // a figure numbers the events itself
        EventLayout shown;
        placement.motion = moved_on(previous.motion.get(), layout, events, view, input.options.clock_s, shown);
        const EventLabels moving(input, view, events, shown, time);
        moving.append_stems(frame, taken);
        markers.append(input, view, events, shown, time, frame);
        moving.append_clusters(frame, taken, event_hits);
        labels.gather(sheet, taken, event_hits);
        labels.append_pointers(rect, pointers, taken, pointer_hits);
    }
    placement.sides = previous.sides;
    placement.camera = input.camera;
    const bool at_rest = previous.camera == input.camera;
    if (at_rest) shorten_waits(placement.sides);
    const float edge = view.px(4);
    placement.shares = previous.shares;
    placement.clock_s = input.options.clock_s;
    LabelFade fade{since_last_s(input.options.clock_s, previous.clock_s), placement.shares, false};
    sheet.place_and_draw(grown(rect, -edge), taken, avoided, 0.5f * view.px(input.theme.measures.label_gap_px), view.scale, placement.sides,
                         fade, frame.items, label_hits, ground, at_rest);
    const std::set<std::string> plates = labelled(label_hits);
    if (MapNotes final_notes = explained(&plates); final_notes.legend.size() != notes.legend.size()) {
        // Some found no room: the legend is the shorter one, where the first stood.
        notes = std::move(final_notes);
        Placement first = std::exchange(over_placement, {});
        first.camera = {};
        over.items.clear();
        std::vector<RectPx> same;
        furniture.append(input, map, notes, content_seen, first, over, over_placement, same);
    }
    placement.notes = std::move(notes);
    placement.settling = any_waits(placement.sides) || fade.fading || (placement.motion && placement.motion->moving) || routes.growing();
    move_into(frame.items, pointers);
    move_into(frame.items, over.items);
    frame.items.emplace_back(ClipTo{});
    for (std::vector<Hit>* hits : {&arc_hits, &label_hits, &event_hits, &pointer_hits, &over_placement.hits})
        placement.hits.insert(placement.hits.end(), std::make_move_iterator(hits->begin()), std::make_move_iterator(hits->end()));
}

FrameBuilder::FrameBuilder() : impl_(std::make_unique<Impl>()) {}
FrameBuilder::~FrameBuilder() = default;
FrameBuilder::FrameBuilder(FrameBuilder&&) noexcept = default;
FrameBuilder& FrameBuilder::operator=(FrameBuilder&&) noexcept = default;

Frame FrameBuilder::build(const ViewInput& input, const Placement& previous, Placement& placement) {
    const Layout& layout = input.layout;
    Frame frame;
    frame.scale = layout.scale;
    frame.width_px = static_cast<int>(std::max(layout.map.right(), layout.timeline.right()));
    frame.height_px = static_cast<int>(std::max(layout.map.bottom(), layout.timeline.bottom()));
    frame.clear = input.theme.app;
    Placement next;   // `previous` and `placement` may be one
    if (layout.map.w > 0 && layout.map.h > 0) impl_->build_map(input, previous, frame, next), frame.map_end = frame.items.size();
    if (layout.timeline.w > 0 && layout.timeline.h > 0) impl_->timeline.append(input, frame, next);
    placement = std::move(next);
    return frame;
}

Hit hit_at(const Placement& placement, PointPx point) {
    Hit found;
    for (auto hit = placement.hits.rbegin(); hit != placement.hits.rend() && found.kind == Hit::Kind::None; ++hit)
        if (hit->rect.contains(point)) found = *hit;
    if (placement.routes && found.kind == Hit::Kind::MapBackground)
        if (Hit route = placement.routes->at(point); route.kind != Hit::Kind::None) found = std::move(route);
    const bool ground = found.kind == Hit::Kind::MapBackground || found.kind == Hit::Kind::Route || found.kind == Hit::Kind::Place;
    if (placement.crowd && ground)
        if (Hit event = placement.crowd->at(point); event.kind != Hit::Kind::None) return event;
    if (placement.disputes && (found.kind == Hit::Kind::MapBackground || found.kind == Hit::Kind::Place))
        if (Hit dispute = placement.disputes->at(point); dispute.kind != Hit::Kind::None) return dispute;
    return found;
}

}  // namespace dateline::view
