#include "document/origin.h"
#include "publish/figure_discs.h"
#include "publish/figure_page.h"
#include "view/arc_set.h"
#include "view/basemap_style.h"
#include "view/camera.h"
#include "view/furniture_places.h"
#include "view/furniture_scale_bar.h"
#include "view/graticule_marks.h"
#include "view/locator.h"
#include "view/map_north.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace dateline::publish {
namespace {

using view::PointPx;
using view::RectPx;

constexpr std::size_t kCrowd = 5;
constexpr double kInsetTimes = 3;
constexpr float kGlobe = 118, kPadding = 150, kInsetPad = 24;
constexpr double kClosest = 7.5;

using view::grown;
PointPx centre_of(RectPx r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

/// What is numbered and what is left over of the same time, with the routes: what the map is built from.
document::Briefing mapped_only(const FigureInput& input, const Selection& selection) {
    std::unordered_set<const document::Event*> mapped(selection.rest.begin(), selection.rest.end());
    for (const Numbered& numbered : selection.events) mapped.insert(numbered.event);
    document::Briefing::Parts parts;
    parts.title = input.briefing.title();
    parts.routes = input.briefing.routes();
    for (const auto& event : input.briefing.events())
        if (mapped.contains(event.get())) parts.events.push_back(event);
    return document::Briefing(std::move(parts));
}

view::ViewOptions options_for(const FigureInput& input, const Selection& selection) {
    view::ViewOptions options;
    options.playhead = input.at.value_or(selection.strip.end - std::chrono::seconds{1});
    options.recent_days = 1e6;
    options.hidden_routes = input.options.hidden_routes;
    options.hidden_layers = input.options.hidden_layers;
    options.layers = input.options.layers;
    options.event_names = false;
    for (const Numbered& numbered : selection.events) options.numbered.insert(numbered.event->id);
    if (selection.rest.empty()) options.hidden_layers.insert("markers");
    return options;
}

view::Camera camera_for(const FigureInput& input, const Selection& selection, RectPx rect) {
    if (input.camera) return *input.camera;
    std::vector<geo::LonLat> places;
    for (const Numbered& numbered : selection.events)
        if (!std::holds_alternative<std::monostate>(numbered.event->geometry)) places.push_back(geo::anchor(numbered.event->geometry));
    // A chosen route is what the figure is about.
    const document::Route* chosen = input.options.selected_route.empty() ? nullptr : input.briefing.route(input.options.selected_route);
    if (chosen) places.clear();
    const auto add_route = [&](const document::Route& route) {
        for (const document::RouteSegment& segment : route.segments) places.insert(places.end(), segment.line.begin(), segment.line.end());
    };
    if (chosen) add_route(*chosen);
    else if (places.empty())
        for (const auto& route : input.briefing.routes()) add_route(*route);
    const float scale = figure_scale(input.width_px);
    const geo::LonLatBox box = places.empty() ? geo::LonLatBox{-160, -55, 160, 75} : geo::box_around(places);
    const geo::Projection projection = input.projection.value_or(figure_projection(box));
    if (places.empty()) return view::fitting(box, rect, 0, scale, projection, input.bearing_deg);
    const float padding = kPadding * scale / 2;
    view::Camera camera = projection == geo::Projection::Globe ? view::fitting_globe(places, rect, padding, scale, input.bearing_deg)
                                                               : view::fitting(box, rect, padding, scale, projection, input.bearing_deg);
    camera.zoom = std::min(camera.zoom, kClosest);
    return camera;
}

std::optional<geo::LonLat> place_of(const document::Event& event) {
    if (std::holds_alternative<std::monostate>(event.geometry)) return std::nullopt;
    return geo::anchor(event.geometry);
}

/// How far the symbol of an event without a number reaches from its place.
float symbol_reach(const Page& page) { return page.px(20); }

bool cuts_a_symbol(const Page& page, const Selection& selection, const view::MapTransform& map) {
    const float reach = symbol_reach(page);
    return std::any_of(selection.rest.begin(), selection.rest.end(), [&](const document::Event* event) {
        const auto place = place_of(*event);
        if (!place) return false;
        const PointPx at = view::screen_from_world(map, geo::world_from(*place));
        return grown(map.rect, reach).contains(at) && !grown(map.rect, -reach).contains(at);
    });
}

/// A little farther off, where the frame would else cut the symbol of an event without a number.
view::Camera with_margin(const Page& page, const Selection& selection, const view::Camera& camera, RectPx rect) {
    constexpr double kStep = 0.02;
    constexpr int kMostSteps = 7;
    for (int step = 0; step <= kMostSteps; ++step) {
        view::Camera farther = camera;
        farther.zoom -= kStep * step;
        if (!cuts_a_symbol(page, selection, view::transform_of(farther, rect, figure_scale(page.input.width_px)))) return farther;
    }
    return camera;
}

/// A map on the page: where it looks, and the spots that it shows.
struct MapPart {
    view::Camera camera;
    view::MapTransform map;
    std::vector<DiscSpot> spots;
};

MapPart map_part(const Page& page, const Selection& selection, const view::Camera& camera, RectPx rect) {
    MapPart part{camera, view::transform_of(camera, rect, figure_scale(page.input.width_px)), {}};
    part.spots = spots_on(page, selection, part.map);
    return part;
}

/// How the arcs of the numbered events run, each in a few points.
std::vector<ArcWay> arc_ways(const Page& page, const Selection& selection, const view::MapTransform& map) {
    constexpr std::uint32_t kEvery = 4;  // of an arc's points
    std::vector<view::ArcLeg> legs;
    for (const Numbered& numbered : selection.events) {
        if (std::holds_alternative<std::monostate>(numbered.event->geometry)) continue;
        for (const document::Origin& origin : document::origins_of(*numbered.event)) {
            view::ArcLeg leg;
            leg.from = origin.at;
            leg.to = geo::anchor(numbered.event->geometry);
            legs.push_back(leg);
        }
    }
    const view::ArcSet set = view::arc_set(legs, page.theme().measures);
    const view::PlaneView plane(map);
    std::vector<ArcWay> ways;
    for (const view::Arc& arc : set.arcs) {
        ArcWay way;
        for (std::uint32_t i = 0; i < arc.count; i += kEvery) {
            const view::ArcSet::Point& p = set.points[arc.first + arc.count - 1 - i];
            const view::PlaneView::Seen seen = view::arc_screen(plane, map, set, p, std::round(map.center.x - set.origin.x - double{p.x}));
            if (seen.front >= 0) way.push_back(seen.at);
        }
        if (way.size() > 1) ways.push_back(std::move(way));
    }
    return ways;
}

// ---- inset

struct Inset {
    RectPx source, rect;
    MapPart part;
};

std::size_t events_in(const std::vector<DiscSpot>& spots, RectPx rect) {
    std::size_t count = 0;
    for (const DiscSpot& spot : spots)
        if (spot.footing != DiscSpot::Footing::Wide && rect.contains(spot.at)) count += spot.events.size();
    return count;
}

/// The part of the map, as large as an inset shows, with the most events; nullopt where they do not crowd.
std::optional<RectPx> crowded_part(const Page& page, const std::vector<DiscSpot>& spots, float w, float h) {
    const float margin = page.px(14);
    RectPx best{};
    std::size_t most = 0;
    for (const DiscSpot& a : spots) {
        for (const DiscSpot& b : spots) {
            const RectPx rect{a.at.x - margin, b.at.y - margin, w, h};
            if (const std::size_t count = events_in(spots, rect); count > most) best = rect, most = count;
        }
    }
    std::size_t places = 0;
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (const DiscSpot& spot : spots) {
        if (spot.footing == DiscSpot::Footing::Wide || !best.contains(spot.at)) continue;
        ++places;
        x0 = std::min(x0, spot.at.x), x1 = std::max(x1, spot.at.x), y0 = std::min(y0, spot.at.y), y1 = std::max(y1, spot.at.y);
    }
    // Events of one place are on one stem: an inset would not part them.
    if (most < kCrowd || places < 3) return std::nullopt;
    return RectPx{(x0 + x1 - w) / 2, (y0 + y1 - h) / 2, w, h};
}

std::vector<RectPx> corners_of(RectPx outer, float w, float h, float pad) {
    const float left = outer.x + pad, right = outer.right() - pad - w, top = outer.y + pad, low = outer.bottom() - pad - h;
    return {{right, low, w, h}, {left, low, w, h}, {right, top, w, h}, {left, top, w, h}};
}

std::optional<Inset> inset_for(const Page& page, const Selection& selection, const MapPart& main) {
    const RectPx rect = main.map.rect;
    const float w = std::min(page.px(617), rect.w * 0.4f), h = std::min(page.px(522), rect.h * 0.48f);
    const auto times = static_cast<float>(kInsetTimes);
    const auto source = crowded_part(page, main.spots, w / times, h / times);
    if (!source) return std::nullopt;
    Inset inset;
    inset.source = *source;
    std::size_t least = SIZE_MAX;
    for (const RectPx& corner : corners_of(rect, w, h, page.px(kInsetPad))) {
        if (corner.overlaps(grown(*source, page.px(30)))) continue;
        if (const std::size_t hidden = events_in(main.spots, grown(corner, page.px(30))); hidden < least)
            inset.rect = corner, least = hidden;
    }
    if (least == SIZE_MAX || least > 0) return std::nullopt;
    view::Camera camera = main.camera;
    camera.center = view::world_from_screen(main.map, centre_of(*source));
    camera.zoom += std::log2(kInsetTimes);
    inset.part = map_part(page, selection, camera, inset.rect);
    return inset;
}

/// The two lines between corners of the same name that run outside both frames.
std::vector<std::pair<PointPx, PointPx>> guides_of(const Inset& inset) {
    std::vector<std::pair<PointPx, PointPx>> guides;
    const auto corner = [](RectPx r, int i) { return PointPx{i % 2 == 0 ? r.x : r.right(), i < 2 ? r.y : r.bottom()}; };
    const auto runs_inside = [](RectPx r, PointPx a, PointPx b) {
        for (int i = 1; i < 32; ++i) {
            const float t = static_cast<float>(i) / 32;
            const PointPx p{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
            if (p.x > r.x + 1 && p.x < r.right() - 1 && p.y > r.y + 1 && p.y < r.bottom() - 1) return true;
        }
        return false;
    };
    for (int i = 0; i < 4; ++i) {
        const PointPx a = corner(inset.source, i), b = corner(inset.rect, i);
        if (!runs_inside(inset.source, a, b) && !runs_inside(inset.rect, a, b)) guides.emplace_back(a, b);
    }
    return guides;
}

void draw_guides(Page& page, const Inset& inset) {
    for (const auto& [a, b] : guides_of(inset)) page.add(view::StrokePath{{a, b}, page.theme().ink, page.px(1.75f), {}, false});
}

/// Boxes along the lines, which neither a name nor, with room beside, a disc covers.
std::vector<RectPx> along_guides(const Page& page, const Inset& inset) {
    std::vector<RectPx> boxes;
    const float reach = page.px(5);
    for (const auto& [a, b] : guides_of(inset)) {
        const auto count = static_cast<int>(std::ceil(std::hypot(b.x - a.x, b.y - a.y) / reach));
        for (int i = 0; i <= count; ++i) {
            const float t = static_cast<float>(i) / static_cast<float>(std::max(1, count));
            boxes.push_back(view::around({a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}, reach));
        }
    }
    return boxes;
}

void draw_frame(Page& page, RectPx rect, view::Color color, float width) {
    page.add(view::StrokePath{{{rect.x, rect.y}, {rect.right(), rect.y}, {rect.right(), rect.bottom()}, {rect.x, rect.bottom()}},
                              color,
                              page.px(width),
                              {},
                              true});
}

// ---- what lies over the map

RectPx scale_bar_size(const Page& page, const view::MapTransform& map) {
    std::vector<view::Item> unused;
    const PointPx foot{map.rect.x + map.rect.w * 0.7f, map.rect.bottom() - page.px(24)};
    return view::append_scale_bar(map, page.theme(), page.input.type, foot, figure_scale(page.input.width_px), unused);
}

void draw_scale_bar(Page& page, const view::MapTransform& map, PointPx corner) {
    view::append_scale_bar(map, page.theme(), page.input.type, corner, figure_scale(page.input.width_px), page.frame.items);
}

/// What lies over the map had better not lie on.
view::MapContent content_of(const Page& page, const Selection& selection, const MapPart& main) {
    view::MapContent content;
    for (const DiscSpot& spot : main.spots)
        content.events.push_back(view::around(spot.at, page.px(spot.footing == DiscSpot::Footing::Wide ? kDisc : 12)));
    const auto line_through = [&](PointPx at) {
        if (main.map.rect.contains(at)) content.lines.push_back(view::around(at, page.px(8)));
    };
    for (const ArcWay& way : arc_ways(page, selection, main.map)) {
        content.events.push_back(view::around(way.front(), page.px(14)));  // its head
        for (const PointPx at : way) line_through(at);
    }
    for (const auto& route : page.input.briefing.routes()) {
        if (page.input.options.hidden_layers.contains("routes") || page.input.options.hidden_routes.contains(route->id)) continue;
        for (const document::RouteSegment& segment : route->segments)
            for (std::size_t i = 0; i < segment.line.size(); i += 1 + segment.line.size() / 60)
                line_through(view::screen_from_world(main.map, geo::world_from(segment.line[i])));
    }
    return content;
}

/// Where the least is hidden and nothing is taken; nullopt when every place hides an event.
std::optional<RectPx> free_place(const Page& page, const std::vector<view::FurniturePlace>& places, const view::MapContent& content,
                                 const std::vector<RectPx>& taken) {
    const auto choice = view::FurnitureScale(content, taken, true).choose(places, std::nullopt, page.px(4));
    return choice && !choice->hides_event() ? std::optional(choice->place.rect) : std::nullopt;
}

void draw_locator(Page& page, const view::MapTransform& map, RectPx rect) {
    const geo::LonLat centre = geo::lonlat_from(view::world_from_screen(map, centre_of(map.rect)));
    view::Locator().append(map, page.input.basemap, page.theme(), rect, centre, figure_scale(page.input.width_px), page.frame.items);
}

/// Outside the frame: meridians below, parallels at the left, where a reader of maps looks for them; in a map that is turned
/// or bent, whatever leaves through those edges.
void draw_degrees(Page& page, const view::MapTransform& map, const std::vector<RectPx>& taken) {
    using Edge = view::GraticuleMark::Edge;
    if (page.input.options.hidden_layers.contains("graticule")) return;
    const float scale = figure_scale(page.input.width_px);
    const double zoom = std::log2(map.world_px / (512 * double{scale}));
    const view::TextStyle style = page.style(17, page.theme().text3);
    const float tick = page.px(7), cap = page.input.type.metrics(style.face).cap_height * style.size_px;
    float free_from = -1e9f;
    // Where the map ends within its frame its degrees are named beside other things.
    const auto is_taken = [&](RectPx box) {
        return std::any_of(taken.begin(), taken.end(), [&](const RectPx& t) { return t.overlaps(box); });
    };
    for (const view::GraticuleMark& mark : view::graticule_marks(map, view::graticule_step_deg(zoom), scale)) {
        if (mark.edge != Edge::Bottom && mark.edge != Edge::Left) continue;
        const bool left = mark.edge == Edge::Left;
        if (mark.meridian == left) continue;
        const PointPx out{left ? -tick : 0, left ? 0 : tick};
        page.add(view::StrokePath{{mark.at, {mark.at.x + out.x, mark.at.y + out.y}}, page.theme().line_strong, page.px(2), {}, false});
        const float w = page.width_px(mark.label, style);
        if (left) {
            if (is_taken({mark.at.x - tick - page.px(5) - w, mark.at.y - cap / 2, w, cap})) continue;
            page.text(mark.label, mark.at.x - tick - page.px(5), mark.at.y + cap / 2, style, view::AlignX::Right);
            continue;
        }
        if (is_taken({mark.at.x - w / 2, mark.at.y + tick + page.px(5), w, cap})) continue;
        if (mark.at.x - w / 2 < std::max(free_from, map.rect.x - page.px(20)) || mark.at.x + w / 2 > map.rect.right() + page.px(20))
            continue;
        page.text(mark.label, mark.at.x, mark.at.y + tick + page.px(5) + cap, style, view::AlignX::Center);
        free_from = mark.at.x + w / 2 + page.px(24);
    }
}

/// Where the events without a number stand on a map, and which of them it shows whole.
class RestPlaces {
  public:
    RestPlaces(const Page& page, const Selection& selection, const view::MapTransform& map)
        : page_(page), within_(grown(map.rect, -symbol_reach(page))) {
        for (const document::Event* event : selection.rest)
            if (const auto place = place_of(*event)) places_.push_back(view::screen_from_world(map, geo::world_from(*place)));
    }
    bool whole(PointPx at) const { return within_.contains(at) && (room_for_stem().contains(at) || !has_neighbour(at)); }

  private:
    /// Near neighbours hang on stems, which rise from them, or where there is no room hang down.
    RectPx room_for_stem() const {
        const float up = page_.px(100), down = page_.px(70), aside = page_.px(20);
        return {within_.x + aside, within_.y + up, within_.w - 2 * aside, within_.h - up - down};
    }
    bool has_neighbour(PointPx at) const {
        const float near = 1.3f * symbol_reach(page_);
        return std::count_if(places_.begin(), places_.end(), [&](PointPx p) { return std::hypot(p.x - at.x, p.y - at.y) < near; }) > 1;
    }
    const Page& page_;
    RectPx within_;
    std::vector<PointPx> places_;
};

/// Which events without a number have their symbols on the map and which in its inset: each once, and none that a frame cuts.
void share_out_rest(const Page& page, const Selection& selection, const MapPart& main, const std::optional<Inset>& inset,
                    view::ViewOptions& on_main, view::ViewOptions& on_inset) {
    const RestPlaces on_map(page, selection, main.map), in_inset(page, selection, (inset ? inset->part : main).map);
    for (const document::Event* event : selection.rest) {
        const auto place = place_of(*event);
        if (!place) continue;
        const geo::WorldPoint world = geo::world_from(*place);
        const PointPx at = view::screen_from_world(main.map, world);
        const bool whole = on_map.whole(at) && !(inset && grown(inset->rect, symbol_reach(page)).contains(at));
        const bool enlarged = inset && inset->source.contains(at) && event->place_precision < document::PlacePrecision::Country &&
                              in_inset.whole(view::screen_from_world(inset->part.map, world));
        if (!whole || enlarged) on_main.numbered.insert(event->id);
        if (!enlarged) on_inset.numbered.insert(event->id);
    }
}

struct Overlays {
    std::optional<Inset> inset;
    std::optional<RectPx> globe, bar, arrow;
    double north_rad = 0;
    std::vector<RectPx> taken;
};

Overlays lay_overlays(const Page& page, const Selection& selection, const MapPart& main) {
    Overlays over;
    const RectPx rect = main.map.rect;
    over.inset = inset_for(page, selection, main);
    if (over.inset) over.taken.push_back(grown(over.inset->rect, page.px(10)));
    const float side = 2 * std::min(page.px(kGlobe), rect.h * 0.14f), pad = page.px(28);
    const view::MapContent content = content_of(page, selection, main);
    // A map of half the world needs no locator.
    if (view::wants_locator(main.map))
        over.globe =
            free_place(page, view::places_along_edges(grown(rect, -pad), side, side, page.px(40), {0, 0.5f, 1, 1.5f}), content, over.taken);
    if (over.globe) over.taken.push_back(grown(*over.globe, page.px(12)));
    const RectPx bar = scale_bar_size(page, main.map);
    const float y = rect.bottom() - page.px(24) - bar.h;
    std::vector<view::FurniturePlace> bars;
    const auto add_bar = [&](float x, float top) {
        bars.push_back({static_cast<std::uint16_t>(bars.size()), {x, top, bar.w, bar.h}, 4 * static_cast<float>(bars.size())});
    };
    if (over.globe && over.globe->y > rect.y + rect.h / 2 && over.globe->x < rect.x + rect.w / 2)
        add_bar(over.globe->right() + page.px(36), y);
    add_bar(rect.x + page.px(28), y);
    add_bar(rect.right() - page.px(28) - bar.w, y);
    add_bar(rect.x + (rect.w - bar.w) / 2, y);
    add_bar(rect.right() - page.px(28) - bar.w, rect.y + page.px(24));
    add_bar(rect.x + page.px(28), rect.y + page.px(24));
    if (bar.w > 0) over.bar = free_place(page, bars, content, over.taken);
    if (over.bar) over.taken.push_back(grown(*over.bar, page.px(8)));
    const auto north = view::north_at(main.map, centre_of(rect));
    if (north && std::abs(*north) > view::kUpright_rad) {
        const float plate = view::kNorthArrow * figure_scale(page.input.width_px);
        over.arrow = free_place(page, view::places_along_edges(grown(rect, -page.px(24)), plate, plate, page.px(40), {1.5f, 1, 0, 0.5f}),
                                content, over.taken);
        over.north_rad = *north;
    }
    if (over.arrow) over.taken.push_back(grown(*over.arrow, page.px(8)));
    return over;
}

view::ViewInput view_of(const Page& page, const document::Briefing& briefing, const view::ViewOptions& options, const MapPart& part) {
    view::ViewInput input{briefing, page.input.basemap, page.theme(), page.input.type, part.camera, {}, options, {}};
    input.layout.map = part.map.rect;
    input.layout.scale = figure_scale(page.input.width_px);
    input.furniture.date_title = input.furniture.legend = input.furniture.scale_bar = input.furniture.attribution = false;
    input.furniture.north_arrow = false;  // the page draws its own
    input.furniture.degrees_beside = true;
    input.layers = page.input.layers;
    return input;
}

/// Symbols and counts of the events without a number, which the map draws.
std::vector<view::Hit> rest_on(const Page& page, const document::Briefing& briefing, const view::ViewOptions& options,
                               const MapPart& part) {
    if (options.hidden_layers.contains("markers")) return {};
    view::ViewInput input = view_of(page, briefing, options, part);
    for (const char* layer : {"arcs", "routes", "places", "relief"})
        input.options.hidden_layers.insert(layer);  // whose hits are none of theirs
    view::Placement placement;
    view::FrameBuilder().build(input, {}, placement);
    std::erase_if(placement.hits,
                  [](const view::Hit& hit) { return hit.kind != view::Hit::Kind::Event && hit.kind != view::Hit::Kind::Cluster; });
    return std::move(placement.hits);
}

/// Discs keep off them.
std::vector<RectPx> symbols_of_rest(const Page& page, const document::Briefing& briefing, const view::ViewOptions& options,
                                    const MapPart& part) {
    std::vector<RectPx> symbols;
    for (const view::Hit& hit : rest_on(page, briefing, options, part)) symbols.push_back(hit.rect);
    return symbols;
}

/// Takes from a map what its frame, or the inset's, would cut although its place is well within: beads high on a stem. Their ids.
std::vector<std::string> leave_out_cut(const Page& page, const document::Briefing& briefing, const MapPart& part,
                                       const std::optional<RectPx>& covered, view::ViewOptions& options) {
    constexpr int kRounds = 4;  // what is left moves into the room
    std::vector<std::string> cut;
    for (int round = 0; round < kRounds; ++round) {
        const std::size_t before = cut.size();
        for (const view::Hit& hit : rest_on(page, briefing, options, part))
            if (hit.kind == view::Hit::Kind::Event && (!view::holds(part.map.rect, hit.rect) || (covered && covered->overlaps(hit.rect))) &&
                options.numbered.insert(hit.id).second)
                cut.push_back(hit.id);
        if (cut.size() == before) break;
    }
    return cut;
}

/// Returns what legend and credits must account for.
view::MapNotes build(Page& page, const document::Briefing& briefing, const view::ViewOptions& options, const MapPart& part,
                     std::vector<RectPx> covered) {
    view::FrameBuilder builder;
    view::Placement placement;
    view::ViewInput input = view_of(page, briefing, options, part);
    input.options.page_discs = discs_of(page, part.spots);
    input.furniture.covered = std::move(covered);
    view::Frame built = builder.build(input, {}, placement);
    for (view::Item& item : built.items) page.add(std::move(item));
    return placement.notes;
}

}  // namespace

namespace {

/// The dashed ring about the disc of an event that has no spot.
view::LegendRow wide_row(const Page& page) {
    view::LegendRow row;
    row.what = view::LegendRow::What::Own;
    row.label = "Somewhere in a whole country or sea";
    row.sample = [hue = page.theme().text3](const view::LegendCell& cell, std::vector<view::Item>& items) {
        const float s = cell.scale;
        items.push_back(view::Symbol{
            view::MarkerShape::Circle, {(cell.x0 + cell.x1) / 2, cell.y}, 7 * s, view::kNoColor, hue, 1.25f * s, {3 * s, 2.5f * s}});
        items.push_back(view::Symbol{view::MarkerShape::Circle, {(cell.x0 + cell.x1) / 2, cell.y}, 4.5f * s, hue, {}, 0, {}});
    };
    return row;
}

/// Where a scale bar covers the fewest places; the lower right if it can be.
RectPx emptiest_corner(const Page& page, const MapPart& part, RectPx bar) {
    const std::vector<RectPx> corners = corners_of(part.map.rect, bar.w, bar.h, page.px(16));
    const auto covered = [&](const RectPx& corner) { return events_in(part.spots, grown(corner, page.px(14))); };
    return *std::min_element(corners.begin(), corners.end(), [&](const RectPx& a, const RectPx& b) { return covered(a) < covered(b); });
}

/// What only the inset shows.
void explain_too(const view::MapNotes& inset, view::MapNotes& notes) {
    for (const view::LegendRow& row : inset.legend) {
        const auto same = [&](const view::LegendRow& known) { return known.what == row.what && known.label == row.label; };
        if (std::none_of(notes.legend.begin(), notes.legend.end(), same)) notes.explain(row);
    }
}

/// The inset over the map, and in `notes` what only it shows.
void draw_inset(Page& page, const Selection& selection, const document::Briefing& briefing, const view::ViewOptions& options, Inset& inset,
                view::MapNotes& notes) {
    page.add(view::plain_rect(grown(inset.rect, page.px(7)), page.theme().panel));
    const RectPx bar = emptiest_corner(page, inset.part, scale_bar_size(page, inset.part.map)), bar_box = grown(bar, page.px(6));
    place_discs(page, inset.part.spots, grown(inset.rect, -page.px(8)), {bar_box}, symbols_of_rest(page, briefing, options, inset.part),
                arc_ways(page, selection, inset.part.map));
    std::vector<RectPx> inset_covered = covered_by(page, inset.part.spots);
    inset_covered.push_back(bar_box);
    explain_too(build(page, briefing, options, inset.part, inset_covered), notes);
    page.add(view::ClipTo{inset.rect});
    draw_spots(page, inset.part.spots);
    page.add(view::ClipTo{});
    draw_scale_bar(page, inset.part.map, {bar.right(), bar.bottom()});
    draw_frame(page, inset.rect, page.theme().ink, 3);
}

}  // namespace

/// Regions keep their shape; half the world and more keeps its areas.
geo::Projection figure_projection(const geo::LonLatBox& box) {
    constexpr double kWideDeg = 130, kPolarDeg = 70;
    if (box.width_deg() > kWideDeg && std::max(std::abs(box.south_deg), std::abs(box.north_deg)) > kPolarDeg &&
        box.south_deg * box.north_deg > 0)
        return geo::Projection::LambertAzimuthal;
    return box.width_deg() > kWideDeg ? geo::Projection::EqualEarth : geo::Projection::LambertConformal;
}

void draw_map(Page& page, const Selection& selection) {
    const document::Briefing briefing = mapped_only(page.input, selection);
    view::ViewOptions options = options_for(page.input, selection), inset_options = options;
    const RectPx rect = page.map_rect();
    const view::Camera camera = camera_for(page.input, selection, rect);
    MapPart main = map_part(page, selection, page.input.camera ? camera : with_margin(page, selection, camera, rect), rect);
    page.projection = main.camera.projection;
    Overlays over = lay_overlays(page, selection, main);
    if (over.inset) {
        // What the inset shows is numbered there.
        std::erase_if(main.spots, [&](const DiscSpot& spot) {
            return spot.footing != DiscSpot::Footing::Wide && over.inset->source.contains(spot.at);
        });
        std::erase_if(over.inset->part.spots, [](const DiscSpot& spot) { return spot.footing == DiscSpot::Footing::Wide; });
    }
    share_out_rest(page, selection, main, over.inset, options, inset_options);
    std::optional<RectPx> panel;
    if (over.inset) {
        panel = grown(over.inset->rect, page.px(7));
        for (const std::string& id : leave_out_cut(page, briefing, over.inset->part, std::nullopt, inset_options))
            options.numbered.erase(id);
    }
    leave_out_cut(page, briefing, main, panel, options);
    for (const std::vector<DiscSpot>& spots : {main.spots, over.inset ? over.inset->part.spots : std::vector<DiscSpot>{}})
        for (const DiscSpot& spot : spots)
            for (const Numbered* numbered : spot.events) page.on_map.insert(numbered->number);
    std::vector<RectPx> taken = over.taken;
    if (over.inset) taken.push_back(over.inset->source);
    std::vector<ArcWay> lines = arc_ways(page, selection, main.map);
    const std::vector<RectPx> guides = over.inset ? along_guides(page, *over.inset) : std::vector<RectPx>{};
    if (over.inset)
        for (const auto& [a, b] : guides_of(*over.inset)) lines.push_back({a, b});
    place_discs(page, main.spots, grown(rect, -page.px(8)), taken, symbols_of_rest(page, briefing, options, main), lines);
    std::vector<RectPx> covered = covered_by(page, main.spots);
    covered.insert(covered.end(), guides.begin(), guides.end());
    covered.insert(covered.end(), taken.begin(), taken.end());
    view::MapNotes notes = build(page, briefing, options, main, covered);
    page.credits = notes.credits;
    if (over.inset) {  // discs lie over its lines
        draw_frame(page, over.inset->source, page.theme().ink, 2.5f);
        draw_guides(page, *over.inset);
    }
    page.add(view::ClipTo{rect});
    draw_spots(page, main.spots);
    page.add(view::ClipTo{});
    if (over.globe) draw_locator(page, main.map, *over.globe);
    if (over.bar) draw_scale_bar(page, main.map, {over.bar->right(), over.bar->bottom()});
    if (over.arrow)
        view::append_north_arrow(over.north_rad, page.theme(), page.input.type, {over.arrow->right(), over.arrow->y},
                                 figure_scale(page.input.width_px), page.frame.items);
    draw_frame(page, rect, page.theme().line_strong, 2);
    draw_degrees(page, main.map, over.taken);
    if (over.inset) draw_inset(page, selection, briefing, inset_options, *over.inset, notes);
    page.legend = view::legend_rows(notes);
    const auto is_wide = [](const DiscSpot& spot) { return spot.footing == DiscSpot::Footing::Wide; };
    if (std::any_of(main.spots.begin(), main.spots.end(), is_wide)) page.legend.push_back(wide_row(page));
}

}  // namespace dateline::publish
