#include "view/furniture.h"

#include "view/basemap_style.h"
#include "view/furniture_legend.h"
#include "view/furniture_parts.h"
#include "view/furniture_scale_bar.h"
#include "view/graticule_marks.h"
#include "view/map_north.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace dateline::view {
namespace {

constexpr std::size_t kMostPoints = 20'000;
constexpr float kLegendMostPart = 0.55f;   // of the map's height
constexpr float kLegendMostArea = 0.17f;   // of the map's: less is left to see than to explain
constexpr float kLocator = 88;
constexpr std::size_t kMostStretches = 300;
constexpr std::size_t kEvent = 1000;      ///< what a place costs that hides an event
constexpr std::size_t kTaken = 100'000'000;   ///< what a place costs that lies on other furniture

// ---- title and date

/// `text` in at most two lines; the second is cut.
std::vector<std::string> two_lines(const Typesetter& type, const std::string& text, const TextStyle& style, float room) {
    if (type.width_px(text, style) <= room) return {text};
    std::size_t cut = std::string::npos;
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        if (type.width_px(std::string_view(text).substr(0, space), style) > room) break;
        cut = space;
    }
    if (cut == std::string::npos) return {type.fitted(text, style, room)};
    return {text.substr(0, cut), type.fitted(std::string_view(text).substr(cut + 1), style, room)};
}

bool is_small(const FurniturePainter& p) { return p.map.rect.w < p.px(560) || p.map.rect.h < p.px(400); }

/// "Tuesday · events fade over 14 days".
std::string date_note(const ViewOptions& options) {
    const auto day = date::floor<date::days>(options.playhead);
    constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto fade = static_cast<int>(std::lround(options.recent_days));
    return fmt::format("{} · events fade over {} day{}", names[date::weekday{day}.c_encoding()], fade, fade == 1 ? "" : "s");
}

/// Lines and names run out softly beneath the heading. No rectangle is to be seen.
void append_heading_ground(const FurniturePainter& p, const RectPx& heading, std::size_t before) {
    const RectPx& map = p.map.rect;
    const PlaneView plane(p.map);
    int beside = 0;   // the globe there is nothing to cover
    for (const PointPx corner : {PointPx{heading.x, heading.y}, {heading.right(), heading.y}, {heading.right(), heading.bottom()}, {heading.x, heading.bottom()}})
        beside += plane.world(corner) ? 0 : 1;
    if (beside > 2) return;
    const Color full = with_alpha(p.theme().halo, 0.55f), none = with_alpha(p.theme().halo, 0);
    const float right = heading.right(), foot = heading.bottom(), fade = p.px(150), fall = p.px(70);
    const RectPx body{map.x, map.y, right - map.x, foot - map.y};
    const auto rect = [](RectPx r, Color tl, Color tr, Color br, Color bl) {
        FillRect fill;
        fill.rect = r;
        fill.top_left = tl, fill.top_right = tr, fill.bottom_right = br, fill.bottom_left = bl;
        return Item{fill};
    };
    const std::array<Item, 4> ground{rect(body, full, full, full, full), rect({right, map.y, fade, body.h}, full, none, none, full),
                                     rect({map.x, foot, body.w, fall}, full, full, none, none), rect({right, foot, fade, fall}, full, none, none, none)};
    p.over.items.insert(p.over.items.begin() + static_cast<std::ptrdiff_t>(before), ground.begin(), ground.end());
}

RectPx append_heading(const FurniturePainter& p) {
    const std::size_t before = p.over.items.size();
    const Furniture& furniture = p.input.furniture;
    const Theme& theme = p.theme();
    const RectPx& map = p.map.rect;
    const float x = map.x + p.px(kFurnitureMargin), room = std::max(p.px(120), map.w * 0.6f - p.px(kFurnitureMargin));
    float y = map.y + p.px(kFurnitureMargin), widest = 0;
    const auto line = [&](const std::string& text, const TextStyle& style, float height) {
        y += p.px(height);
        p.text(text, x, y - p.px(height) * 0.24f, style);
        widest = std::max(widest, p.width(text, style));
    };
    // A small picture has its title in one line and says less of its date.
    const bool small = is_small(p);
    const TextStyle title = p.style(small ? 15 : 20, theme.text, Face::SemiBold);
    if (!furniture.title.empty() && small) line(p.input.type.fitted(furniture.title, title, map.w - p.px(3 * kFurnitureMargin + kNorthArrow)), title, 20);
    if (!furniture.title.empty() && !small)
        for (const std::string& part : two_lines(p.input.type, furniture.title, title, room)) line(part, title, 26);
    if (!furniture.subtitle.empty())
        for (const std::string& part : two_lines(p.input.type, furniture.subtitle, p.style(13, theme.text2), room)) line(part, p.style(13, theme.text2), 18);
    if (furniture.date_title) {
        const bool leads = furniture.title.empty();
        const TextStyle date = leads ? p.style(20, theme.text, Face::SemiBold) : p.style(13, theme.text, Face::SemiBold);
        if (!leads) y += p.px(4);
        line(calendar::describe(p.input.options.playhead), date, leads ? 26 : 19);
        if (!small) line(date_note(p.input.options), p.style(11, theme.text2), 16);
    }
    const RectPx heading{x, map.y + p.px(kFurnitureMargin), widest, y - map.y - p.px(kFurnitureMargin)};
    append_heading_ground(p, heading, before);
    return heading;
}

// ---- degrees

/// An edge names meridians or parallels, whichever more of cross it: a mixed row of degrees reads as neither.
bool names_meridians(const std::vector<GraticuleMark>& marks, GraticuleMark::Edge edge) {
    long meridians = 0, parallels = 0;
    for (const GraticuleMark& mark : marks)
        if (mark.edge == edge) (mark.meridian ? meridians : parallels) += 1;
    const bool level = edge == GraticuleMark::Edge::Top || edge == GraticuleMark::Edge::Bottom;
    return meridians > parallels || (meridians == parallels && level);
}

/// Each line of the graticule is named once, at the first of the map's edges where there is room.
void append_degrees(const FurniturePainter& p, const std::vector<RectPx>& taken, std::vector<RectPx>& blocked) {
    const TextStyle style = p.style(11, p.theme().text2);
    const double zoom = std::log2(p.map.world_px / (512 * double{p.input.layout.scale}));
    const float cap = p.input.type.metrics(style.face).cap_height * style.size_px, tick = p.px(5), gap = p.px(8);
    const RectPx& rect = p.map.rect;
    std::vector<RectPx> mine;
    std::vector<std::string> named;
    const std::vector<GraticuleMark> marks = graticule_marks(p.map, graticule_step_deg(zoom), p.input.layout.scale);
    for (const GraticuleMark& mark : marks) {
        if (mark.meridian != names_meridians(marks, mark.edge)) continue;
        if (std::find(named.begin(), named.end(), mark.label) != named.end()) continue;
        const float w = p.width(mark.label, style);
        PointPx in{0, 1};
        if (mark.edge == GraticuleMark::Edge::Bottom) in = {0, -1};
        if (mark.edge == GraticuleMark::Edge::Left) in = {1, 0};
        if (mark.edge == GraticuleMark::Edge::Right) in = {-1, 0};
        const PointPx middle{mark.at.x + in.x * (gap + w / 2), mark.at.y + in.y * (gap + cap / 2)};
        const RectPx box{middle.x - w / 2, middle.y - cap / 2, w, cap};
        const auto meets = [&](const RectPx& other) { return other.overlaps(grown(box, p.px(4))); };
        if (!holds(grown(rect, -p.px(3)), box) || std::any_of(taken.begin(), taken.end(), meets) || std::any_of(mine.begin(), mine.end(), meets)) continue;
        p.over.items.push_back(StrokePath{{mark.at, {mark.at.x + in.x * tick, mark.at.y + in.y * tick}}, p.theme().text2, p.px(1), {}, false});
        p.text(mark.label, middle.x, middle.y + cap / 2, style, AlignX::Center);
        mine.push_back(box);
        named.push_back(mark.label);
    }
    blocked.insert(blocked.end(), mine.begin(), mine.end());
}

// ---- where things hide nothing

/// How much of what matters a place would hide; what is taken counts for more than any event, an event for more than a
/// stretch of a route.
std::size_t cost_of(RectPx place, const std::vector<PointPx>& events, const std::vector<RectPx>& routes, const std::vector<RectPx>& taken, float reach) {
    std::size_t cost = 0;
    for (const RectPx& other : taken) cost += place.overlaps(other) ? kTaken : 0u;
    for (PointPx p : events) cost += grown(place, reach).contains(p) ? kEvent : 0u;
    std::size_t along = 0;
    for (const RectPx& stretch : routes) along += place.overlaps(stretch) ? 1u : 0u;
    return cost + std::min(along, kEvent - 1);
}

/// The first of the places that hides the least. One that held it in the frame before keeps it until the map rests and
/// another hides less: nothing jumps about under a moving hand.
std::size_t calmest(const std::vector<RectPx>& places, const std::vector<std::size_t>& costs, std::optional<std::uint8_t> held, bool rests) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (costs[i] < costs[best]) best = i;
    if (!held || *held >= places.size() || costs[*held] >= kTaken) return best;
    return rests && costs[best] < costs[*held] ? best : *held;
}

/// Along the left and the right edge, from the foot up.
std::vector<RectPx> edge_places(RectPx room, float w, float h, float step) {
    std::vector<RectPx> places;
    for (const float x : {room.x, room.right() - w})
        for (float y = room.bottom() - h; y >= room.y && places.size() < 255; y -= step) places.push_back({x, y, w, h});
    if (places.empty()) places.push_back({room.x, room.bottom() - h, w, h});
    return places;
}

/// Over a timeline, whose lanes say what the symbols mean, a legend explains only the map; a route's diagram has no lanes.
std::vector<LegendRow> rows_for(const ViewInput& input, const MapNotes& notes) {
    std::vector<LegendRow> rows = legend_rows(notes);
    // Nothing else says what the colours of a heat layer count.
    if (!input.furniture.legend) std::erase_if(rows, [](const LegendRow& row) { return row.what != LegendRow::What::Heat; });
    if (input.layout.timeline.h > 0 && !(input.options.diagram && !input.options.selected_route.empty()))
        std::erase_if(rows, [](const LegendRow& row) { return row.what == LegendRow::What::Category || row.what == LegendRow::What::ImpreciseDate; });
    return rows;
}

/// Where the foot of the map begins that no panel at its left covers: credits are no credits behind one.
float foot_begins(const FurniturePainter& p, float margin) {
    const RectPx& rect = p.map.rect;
    const float high = rect.bottom() - p.px(40);   // two lines of credits
    float x = rect.x + margin;
    for (const RectPx& covered : p.input.furniture.covered)
        if (covered.bottom() > high && covered.x < rect.x + rect.w / 2) x = std::max(x, covered.right() + margin);
    return std::min(x, rect.right() - margin - p.px(120));
}

/// What is set against the right edge at the foot of the map, and beside the buttons there where it would run under them.
template <class Append>
RectPx beside_buttons(const FurniturePainter& p, float right, float margin, const Append& append) {
    const std::size_t before = p.over.items.size();
    const RectPx laid = append(right);
    float free = right;
    for (const RectPx& covered : p.input.furniture.covered)
        if (laid.w > 0 && covered.overlaps(laid) && covered.x > p.map.rect.x + p.map.rect.w / 2) free = std::min(free, covered.x - margin);
    if (free >= right) return laid;
    p.over.items.resize(before);
    return append(free);
}

}  // namespace

void FurnitureLayer::append(const ViewInput& input, const MapTransform& map, const MapNotes& notes, const std::vector<Hit>& routes, const Placement& previous,
                            Frame& over, Placement& placement, std::vector<RectPx>& blocked) {
    const RectPx& rect = map.rect;
    blocked.insert(blocked.end(), input.furniture.covered.begin(), input.furniture.covered.end());
    const FurniturePainter p{input, map, over};
    const float least_w = p.px(160), least_h = p.px(120), margin = p.px(kFurnitureMargin);
    if (rect.w < least_w || rect.h < least_h) return;
    const Furniture& furniture = input.furniture;
    over.items.push_back(ClipTo{rect});
    RectPx heading{rect.x, rect.y, 0, 0};
    if (furniture.date_title || !furniture.title.empty()) blocked.push_back(heading = append_heading(p));
    const float right = rect.right() - margin;
    float bottom = rect.bottom() - p.px(8);
    if (furniture.attribution) {
        const float begins = foot_begins(p, margin);
        const RectPx credits = beside_buttons(p, right, margin, [&](float end) { return append_credits(p, notes, end, bottom, end - begins); });
        blocked.push_back(credits);
        bottom = credits.y - p.px(4);
    }
    if (furniture.scale_bar)
        if (const RectPx bar = beside_buttons(p, right, margin, [&](float end) { return append_scale_bar(map, input.theme, input.type, {end, bottom}, input.layout.scale, over.items); });
            bar.w > 0)
            blocked.push_back(bar);
    const auto north = furniture.north_arrow ? north_at(map, {rect.x + rect.w / 2, rect.y + rect.h / 2}) : std::nullopt;
    if (north && std::abs(*north) > kUpright_rad) {
        const RectPx arrow = append_north_arrow(*north, input.theme, input.type, {right, rect.y + margin}, input.layout.scale, over.items);
        blocked.push_back(grown(arrow, p.px(4)));
        placement.hits.push_back({Hit::Kind::NorthArrow, "", arrow});
    }

    const bool rests = previous.camera == input.camera;
    const auto held = [&](FurnitureSlot slot) -> std::optional<std::uint8_t> {
        const auto found = previous.slots.find(slot);
        return found == previous.slots.end() ? std::nullopt : std::optional(found->second);
    };
    std::vector<PointPx> events;
    if (furniture.legend || furniture.locator || !notes.legend.empty()) events = events_on_screen(input, map, kMostPoints);
    std::vector<RectPx> along;   // some of the routes' stretches are enough to know where they run
    for (std::size_t i = 0; i < routes.size(); i += 1 + routes.size() / kMostStretches) along.push_back(routes[i].rect);
    const float top = heading.bottom() + margin, low = furniture.attribution || furniture.scale_bar ? bottom : rect.bottom() - margin;
    const RectPx room{rect.x + margin, top, rect.w - 2 * margin, low - top};
    const auto choose = [&](FurnitureSlot slot, const std::vector<RectPx>& places, float reach) -> std::optional<RectPx> {
        const auto cost = [&](const RectPx& place) { return cost_of(place, events, along, blocked, reach); };
        // Under a moving hand only the place that holds it is looked at.
        const auto holds_it = held(slot);
        const bool stays = !rests && holds_it && *holds_it < places.size() && cost(places[*holds_it]) < kTaken;
        std::vector<std::size_t> costs(places.size(), kTaken);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (!stays || i == *holds_it) costs[i] = cost(places[i]);
        const std::size_t chosen = calmest(places, costs, holds_it, rests);
        // Where room is scarce the events come first.
        if (costs[chosen] >= (is_small(p) ? kEvent : kTaken)) return std::nullopt;
        placement.slots[slot] = static_cast<std::uint8_t>(chosen);
        return places[chosen];
    };
    if (std::vector<LegendRow> rows = rows_for(input, notes); !rows.empty()) {
        const float widest = std::min(p.px(kLegendWidest), 0.45f * rect.w);
        const float most_h = std::min({room.h, rect.h * kLegendMostPart, kLegendMostArea * rect.w * rect.h / widest});
        const LegendPlate plate = legend_plate(p, std::move(rows), most_h);
        if (!plate.rows.empty() && plate.w > p.px(96)) {
            if (const auto place = choose(FurnitureSlot::Legend, edge_places(room, plate.w, plate.h, p.px(24)), p.px(12))) {
                append_legend(p, plate, *place);
                blocked.push_back(*place);
            }
        }
    }
    const float side = p.px(kLocator);
    if (furniture.locator && wants_locator(map) && rect.w > 4 * side && rect.h > 3.2f * side) {
        const float left = room.x, far = room.right() - side, high = rect.y + margin, foot = room.bottom() - side;
        const std::vector<RectPx> corners{{left, foot, side, side}, {far, high, side, side}, {far, foot - p.px(48), side, side}, {left, room.y, side, side},
                                          {far, high + p.px(kNorthArrow + 16), side, side}, {far, foot - p.px(160), side, side}};
        if (const auto place = choose(FurnitureSlot::Locator, corners, p.px(8))) {
            const geo::LonLat center = geo::lonlat_from(map.center);
            placement.locator_center = Locator::turned_to(center, previous.locator_center);
            locator_.append(map, input.basemap, input.theme, *place, *placement.locator_center, input.layout.scale, over.items);
            blocked.push_back(grown(*place, p.px(4)));
        }
    }
    if (furniture.degrees && !input.options.hidden_layers.contains("graticule")) append_degrees(p, std::vector<RectPx>(blocked), blocked);
    over.items.push_back(ClipTo{});
}

}  // namespace dateline::view
