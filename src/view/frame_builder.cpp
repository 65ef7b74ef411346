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
#include "view/ground.h"
#include "view/map_events.h"
#include "view/map_view.h"
#include "view/names_layer.h"
#include "view/relief_layer.h"
#include "view/route_picker.h"
#include "view/routes_layer.h"
#include "view/timeline.h"
#include "view/user_layers.h"
#include "view/view.h"

#include <algorithm>
#include <iterator>
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

/// By how much labels fade. A frame after a rest is the first of a fade, not the end of one; the first of all has them whole.
float since_last_s(double clock_s, double before_s) {
    if (clock_s <= 0) return 0;
    return before_s <= 0 ? 1.f : static_cast<float>(std::clamp(clock_s - before_s, 0.001, 0.04));
}

void move_into(std::vector<Item>& to, std::vector<Item>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void FrameBuilder::Impl::build_map(const ViewInput& input, const Placement& previous, Frame& frame, Placement& placement) {
    const RectPx rect = input.layout.map;
    const MapTransform map = transform_of(input.camera, rect, input.layout.scale);
    const MapView view(map, input.layout.scale);
    if (events.update(input.briefing, input.options, input.basemap)) crowd = events.crowded() ? std::make_shared<CrowdGrid>(input.briefing, events.shared()) : nullptr;
    const MarkerTime time = events.time(input.options);
    if (crowd) placement.crowd = std::make_shared<CrowdPicker>(CrowdPicker{crowd, map, time, 7 * input.layout.scale});

    frame.items.emplace_back(map);
    frame.items.emplace_back(ClipTo{rect});
    append_ground(input.theme, view, frame);
    placement.hits.push_back({Hit::Kind::MapBackground, "", rect});
    basemap.append(input, view, focus.of(input.briefing, input.basemap), frame, placement.notes,
                   [&] { areas.append(input, view, events, time, frame); });
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
    explain_marks({arcs.seen(), arcs.seen_to_come(), has_markers ? markers.heat(input, view, events).full : 0}, placement.notes);

    Frame over;
    over.scale = frame.scale;
    Placement over_placement;
    std::vector<RectPx> blocked;
    furniture.append(input, map, placement.notes, route_boxes, previous, over, over_placement, blocked);
    placement.slots = over_placement.slots;
    placement.locator_center = over_placement.locator_center;
    TakenSpace taken(rect, view.px(72));
    for (const RectPx& box : blocked) taken.take(box);
    TakenSpace avoided(rect, view.px(72));
    for (const std::vector<Hit>* lines : {&route_boxes, &arc_hits})
        for (const Hit& hit : *lines) avoided.take(grown(hit.rect, -view.px(3)), base::stable_hash(hit.id));

    LabelSheet sheet;
    std::vector<Item> pointers;
    if (has_markers) {   // a figure numbers the events itself
        const EventLayout& layout = markers.layout(input, view, events, time);
        EventLayout shown;
        placement.motion = moved_on(previous.motion.get(), layout, events, view, input.options.clock_s, shown);
        const EventLabels labels(input, view, events, layout, time), moving(input, view, events, shown, time);
        moving.append_stems(frame, taken);
        markers.append(input, view, events, shown, time, frame);
        moving.append_clusters(frame, taken, event_hits);
        labels.gather(sheet, taken, event_hits);
        labels.append_pointers(rect, pointers, taken, pointer_hits);
    }
    routes.append_names(input, view, sheet);
    append_layer_labels(input, view, sheet);
    names.append(input, view, pinned_places(events, time), sheet);
    placement.sides = previous.sides;
    placement.camera = input.camera;
    if (previous.camera == input.camera) shorten_waits(placement.sides);
    const float edge = view.px(4);
    placement.shares = previous.shares;
    placement.clock_s = input.options.clock_s;
    LabelFade fade{since_last_s(input.options.clock_s, previous.clock_s), placement.shares, false};
    sheet.place_and_draw(grown(rect, -edge), taken, avoided, 0.5f * view.px(input.theme.measures.label_gap_px), view.scale, placement.sides,
                         fade, frame.items, label_hits);
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
