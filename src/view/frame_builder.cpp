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

namespace {

constexpr float kSpaceCell = 72;  // px at 1x, of the grid in which taken space is kept

/// The map of one frame while it is built: what its layers draw, and what they leave to the labels and the furniture over them.
struct MapPass {
    const ViewInput& input;
    const Placement& previous;
    Frame& frame;
    Placement& placement;
    RectPx rect;
    MapView view;
    bool has_markers;
    MarkerTime time{};
    EventMarks drawn;
    MapNotes notes;  ///< with what the legend explains
    MapContent content;
    std::vector<LineBox> event_lines;
    std::vector<Hit> route_boxes, arc_hits, event_hits, label_hits, pointer_hits;
    std::vector<Item> pointers;
    Frame over;  ///< furniture, drawn last
    Placement over_placement;
    TakenSpace taken, avoided;
    bool fading = false;

    MapPass(const ViewInput& view_input, const Placement& before, Frame& drawn_on, Placement& placed)
        : input(view_input),
          previous(before),
          frame(drawn_on),
          placement(placed),
          rect(input.layout.map),
          view(transform_of(input.camera, rect, input.layout.scale), input.layout.scale),
          has_markers(!input.options.hidden_layers.contains("markers")),
          taken(rect, view.px(kSpaceCell)),
          avoided(rect, view.px(kSpaceCell)) {
        over.scale = frame.scale;
    }
};

}  // namespace

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
    /// What came of the events since the last frame.
    void bring_up_events(MapPass& pass);
    /// The ground with the areas of events, which lie on it.
    void draw_ground(MapPass& pass);
    /// What lies under the symbols of events.
    void draw_heat_and_lines(MapPass& pass);
    MapNotes explained(const MapPass& pass, const EventLabels& labels, bool symbols, const std::set<std::string>* plates) const;
    void lay_furniture(MapPass& pass, const EventLabels& labels, const LabelSheet& sheet);
    void draw_markers(MapPass& pass, const EventLayout& layout, const EventLabels& labels, LabelSheet& sheet);
    void draw_labels(MapPass& pass, LabelSheet& sheet);
    void shorten_legend(MapPass& pass, MapNotes notes);
    void finish(MapPass& pass);
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

constexpr float kFaintSymbols = 0.85f;  // of the heat layer: those under it show no more
constexpr std::size_t kMostStretches = 300, kMostPoints = 4000;
constexpr float kEndReach = 12;  // px about the end of a route

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
        if (std::count_if(points.begin(), points.end(), [&](geo::LonLat q) { return geo::distance_m(p, q) < kSame_m; }) == 1)
            ends.push_back(geo::world_from(p));
    return ends;
}

constexpr float kSeenTint = 0.04f;

/// What the areas of events look like that are on the map.
void see_areas(std::span<const Item> items, const MapView& view, EventMarks& marks) {
    for (const Item& item : items) {
        // From within an area its stripes fade, and a tint is left.
        if (const auto* fill = std::get_if<FillArea>(&item); fill && (fill->hatch_px > 0 || fill->fill.a >= kSeenTint) && !marks.hatch)
            marks.hatch = any_part_seen(*fill->mesh, view);
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
        const bool news =
            !marks.categories[static_cast<std::size_t>(event.category)] || (!marks.imprecise && (event.flags & kUncertainDate) != 0);
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

void FrameBuilder::Impl::bring_up_events(MapPass& pass) {
    const ViewInput& input = pass.input;
    if (events.update(input.briefing, input.options, input.basemap))
        crowd = events.many() ? std::make_shared<CrowdGrid>(input.briefing, events.shared()) : nullptr;
    pass.time = events.time(input.options);
    if (events.many()) events.focus(input.briefing, input.basemap, pass.view, markers.heat(input, pass.view, events).share < 0.5f);
    if (crowd && events.crowded())
        pass.placement.crowd = std::make_shared<CrowdPicker>(CrowdPicker{crowd, pass.view.map, pass.time, 7 * input.layout.scale});
}

void FrameBuilder::Impl::draw_ground(MapPass& pass) {
    const ViewInput& input = pass.input;
    const MapView& view = pass.view;
    Frame& frame = pass.frame;
    MapNotes& notes = pass.placement.notes;
    frame.items.emplace_back(view.map);
    frame.items.emplace_back(ClipTo{pass.rect});
    append_ground(input.theme, view, frame);
    pass.placement.hits.push_back({Hit::Kind::MapBackground, "", pass.rect});
    basemap.append(
        input, view, focus.of(input.briefing, input.basemap), frame, notes,
        [&] { areas.append_waters(input, view, events, pass.time, frame); },
        [&] {
            const std::size_t before = frame.items.size();
            areas.append(input, view, events, pass.time, frame, pass.event_lines);
            see_areas(std::span(frame.items).subspan(before), view, pass.drawn);
        });
    if (!input.options.hidden_layers.contains("borders"))
        pass.placement.disputes = std::make_shared<DisputePicker>(input.basemap, view.map, input.layout.scale, input.options.playhead);
    append_edge(input.theme, view, frame);
    append_vectors(input, view, frame);
    frame.ground_end = frame.items.size();
    if (input.basemap.relief && !input.options.hidden_layers.contains("relief") && relief_share(view.zoom) > 0)
        notes.credit("relief ETOPO5, SRTM30");
    notes.credit(layer_credits(input, view));
    explain_layers(input, view, notes);
}

void FrameBuilder::Impl::draw_heat_and_lines(MapPass& pass) {
    const ViewInput& input = pass.input;
    const MapView& view = pass.view;
    if (pass.has_markers)
        basemap.append_boundaries_over(markers.append_heat(input, view, events, pass.time, pass.frame), input.theme, view, pass.frame);
    routes.append(input, view, pass.frame, pass.route_boxes);
    pass.placement.routes = routes.picker();
    pass.placement.notes.credit(route_credits(input.briefing, pass.route_boxes));
    arcs.append(input, view, events, pass.time, pass.frame, pass.arc_hits);
    see(input, view, pass.time, pass.drawn);
}

/// With what the legend says. Without `plates` it has room for all that may be written on the map.
MapNotes FrameBuilder::Impl::explained(const MapPass& pass, const EventLabels& labels, bool symbols,
                                       const std::set<std::string>* plates) const {
    EventMarks marks = pass.drawn;
    MapNotes notes = pass.placement.notes;
    if (pass.has_markers && symbols) labels.see(marks, plates);
    explain_marks(marks, notes);
    routes.explain(pass.input, notes);
    return notes;
}

/// The furniture, and the space that it and the lines leave to labels.
void FrameBuilder::Impl::lay_furniture(MapPass& pass, const EventLabels& labels, const LabelSheet& sheet) {
    const MapView& view = pass.view;
    pass.content = content(pass.input, view, labels, pass.route_boxes, pass.arc_hits, sheet);
    if (pass.has_markers) count_beyond(labels.beyond_edges(), pass.previous, pass.input.camera, pass.content, pass.placement);
    std::vector<RectPx> blocked;
    furniture.append(pass.input, view.map, pass.notes, pass.content, pass.previous, pass.over, pass.over_placement, blocked);
    pass.placement.slots = pass.over_placement.slots;
    pass.placement.locator_center = pass.over_placement.locator_center;
    for (const RectPx& box : blocked) pass.taken.take(box);
    for (const std::vector<Hit>* lines : {&pass.route_boxes, &pass.arc_hits}) avoid_lines(*lines, view, pass.avoided);
    for (const LineBox& line : pass.event_lines) pass.avoided.take(grown(line.box, -view.px(3)), line.owner);
}

void FrameBuilder::Impl::draw_markers(MapPass& pass, const EventLayout& layout, const EventLabels& labels, LabelSheet& sheet) {
    if (!pass.has_markers) return;  // a figure numbers the events itself
    EventLayout shown;
    pass.placement.motion = moved_on(pass.previous.motion.get(), layout, events, pass.view, pass.input.options.clock_s, shown);
    const EventLabels moving(pass.input, pass.view, events, shown, pass.time);
    moving.append_stems(pass.frame, pass.taken);
    markers.append(pass.input, pass.view, events, shown, pass.time, pass.frame);
    moving.append_clusters(pass.frame, pass.taken, pass.event_hits);
    labels.gather(sheet, pass.taken, pass.event_hits);
    labels.append_pointers(pass.rect, pass.pointers, pass.taken, pass.pointer_hits);
}

void FrameBuilder::Impl::draw_labels(MapPass& pass, LabelSheet& sheet) {
    const ViewInput& input = pass.input;
    const MapView& view = pass.view;
    Placement& placement = pass.placement;
    placement.sides = pass.previous.sides;
    placement.camera = input.camera;
    const bool at_rest = pass.previous.camera == input.camera;
    if (at_rest) shorten_waits(placement.sides);
    const float edge = view.px(4);
    placement.shares = pass.previous.shares;
    placement.clock_s = input.options.clock_s;
    std::optional<GroundOnScreen> on_screen;
    const GroundLines ground = [&](const RectPx& about) -> const LineCells& {
        return (on_screen ? *on_screen : on_screen.emplace(basemap.lines_on_screen(view))).about(about);
    };
    LabelFade fade{since_last_s(input.options.clock_s, pass.previous.clock_s), placement.shares, false};
    sheet.place_and_draw(grown(pass.rect, -edge), pass.taken, pass.avoided, 0.5f * view.px(input.theme.measures.label_gap_px), view.scale,
                         placement.sides, fade, pass.frame.items, pass.label_hits, ground, at_rest);
    pass.fading = fade.fading;
}

/// Some labels found no room: the legend is the shorter one, where the first stood.
void FrameBuilder::Impl::shorten_legend(MapPass& pass, MapNotes notes) {
    if (notes.legend.size() == pass.notes.legend.size()) return;
    pass.notes = std::move(notes);
    Placement first = std::exchange(pass.over_placement, {});
    first.camera = {};
    pass.over.items.clear();
    std::vector<RectPx> same;
    furniture.append(pass.input, pass.view.map, pass.notes, pass.content, first, pass.over, pass.over_placement, same);
}

void FrameBuilder::Impl::finish(MapPass& pass) {
    Frame& frame = pass.frame;
    Placement& placement = pass.placement;
    placement.notes = std::move(pass.notes);
    placement.settling = any_waits(placement.sides) || pass.fading || (placement.motion && placement.motion->moving) || routes.growing();
    move_into(frame.items, pass.pointers);
    move_into(frame.items, pass.over.items);
    frame.items.emplace_back(ClipTo{});
    for (std::vector<Hit>* hits : {&pass.arc_hits, &pass.label_hits, &pass.event_hits, &pass.pointer_hits, &pass.over_placement.hits})
        placement.hits.insert(placement.hits.end(), std::make_move_iterator(hits->begin()), std::make_move_iterator(hits->end()));
}

void FrameBuilder::Impl::build_map(const ViewInput& input, const Placement& previous, Frame& frame, Placement& placement) {
    MapPass pass(input, previous, frame, placement);
    bring_up_events(pass);
    draw_ground(pass);
    draw_heat_and_lines(pass);
    const EventLayout& layout = markers.layout(input, pass.view, events, pass.time);
    const EventLabels labels(input, pass.view, events, layout, pass.time);
    pass.notes = explained(pass, labels, layout.symbols, nullptr);
    LabelSheet sheet;
    routes.append_names(input, pass.view, sheet);
    append_layer_labels(input, pass.view, sheet);
    names.append(input, pass.view, pinned_places(events, pass.time), sheet);
    lay_furniture(pass, labels, sheet);
    draw_markers(pass, layout, labels, sheet);
    draw_labels(pass, sheet);
    const std::set<std::string> plates = labelled(pass.label_hits);
    shorten_legend(pass, explained(pass, labels, layout.symbols, &plates));
    finish(pass);
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
    Placement next;  // `previous` and `placement` may be one
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
