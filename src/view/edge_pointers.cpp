#include "view/event_labels.h"

#include "geo/lonlat.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr std::size_t kMostPointers = 4;
constexpr std::size_t kMostCounted = 10'000;  // of more a frame's cost would follow their number
constexpr float kHeight = 24, kMargin = 16;
constexpr float kWellIn = -4, kWellOut = 24;  // px from the map's edge: on the map, and far enough off it that no shaking hand brings it in

/// Where a ray from the middle of `rect` toward `p` leaves it.
PointPx leaves_at(RectPx rect, PointPx p) {
    const PointPx middle{rect.x + 0.5f * rect.w, rect.y + 0.5f * rect.h}, d = p - middle;
    const float tx = std::abs(d.x) > 1e-3f ? 0.5f * rect.w / std::abs(d.x) : 1e9f;
    const float ty = std::abs(d.y) > 1e-3f ? 0.5f * rect.h / std::abs(d.y) : 1e9f;
    return middle + d * std::min({tx, ty, 1.f});
}

/// The side of `rect` by which a ray from its middle toward `p`, outside, leaves it.
MapSide side_toward(RectPx rect, PointPx p) {
    const float dx = (p.x - rect.x) / rect.w - 0.5f, dy = (p.y - rect.y) / rect.h - 0.5f;
    if (std::abs(dx) >= std::abs(dy)) return dx < 0 ? MapSide::Left : MapSide::Right;
    return dy < 0 ? MapSide::Top : MapSide::Bottom;
}

enum class Way : std::uint8_t { Left, Right, Up, Down };

/// Where what lies at `target` is to be looked for from a plate at the map's edge.
Way way_to(RectPx plate, PointPx target) {
    const PointPx d = target - PointPx{plate.x + 0.5f * plate.w, plate.y + 0.5f * plate.h};
    const float beside = std::max(std::abs(d.x) - 0.5f * plate.w, 0.f);
    if (std::abs(d.y) > beside && std::abs(d.y) > plate.h) return d.y < 0 ? Way::Up : Way::Down;
    return d.x < 0 ? Way::Left : Way::Right;
}

/// A plate with a point on one side; above and below it stands as near `target_x` as the plate goes. It begins across from the point,
/// from where all of it is seen: it is filled as a fan.
std::vector<PointPx> pointed_plate(RectPx body, Way way, float target_x, float tip) {
    const float half = 0.8f * tip, middle = body.y + 0.5f * body.h, l = body.x, r = body.right(), top = body.y, foot = body.bottom();
    const float x = std::clamp(target_x, l + 2 * half, std::max(l + 2 * half, r - 2 * half));
    switch (way) {
        case Way::Up: return {{x, foot}, {l, foot}, {l, top}, {x - half, top}, {x, top - half}, {x + half, top}, {r, top}, {r, foot}};
        case Way::Down: return {{x, top}, {r, top}, {r, foot}, {x + half, foot}, {x, foot + half}, {x - half, foot}, {l, foot}, {l, top}};
        case Way::Left: return {{r, top}, {r, foot}, {l, foot}, {l - tip, middle}, {l, top}};
        case Way::Right: return {{l, foot}, {l, top}, {r, top}, {r + tip, middle}, {r, foot}};
    }
    return {};
}

/// Where on the screen a place is, or at least which way to go: on a globe's far side that is the shortest way over the ground.
PointPx way_on_screen(const MapView& view, geo::WorldPoint place) {
    if (view.sees(place)) return view.screen(place);
    constexpr double kStep_m = 300e3, kFar_px = 1e5;
    const geo::LonLat centre = geo::lonlat_from(view.map.center);
    const geo::WorldPoint step = geo::world_from(geo::destination(centre, geo::bearing_deg(centre, geo::lonlat_from(place)), kStep_m));
    const PointPx from = view.screen(view.map.center), d = view.screen(step) - from;
    return from + d * (static_cast<float>(kFar_px) / std::max(length_of(d), 1e-3f));
}

}  // namespace

std::vector<bool> EventLabels::on_map() const {
    std::vector<bool> seen(events_.all().size(), false);
    const RectPx map = view_.map.rect;
    // A place may lie beyond the edge while its bead is still to be seen, or the count that it is one of.
    for (const Bead& bead : layout_.beads)
        if (map.contains(view_.screen(events_.all()[bead.event].at) + bead.offset)) seen[bead.event] = true;
    for (const Cluster& cluster : layout_.clusters)
        if (map.contains(view_.screen(cluster.at)))
            for (const std::uint32_t i : cluster.events) seen[i] = true;
    return seen;
}

/// The foremost of the places off the map that are of moment, or near enough.
std::vector<EventLabels::Pointed> EventLabels::pointed_at(const std::vector<bool>& seen) const {
    std::vector<Pointed> wanted;
    const RectPx map = view_.map.rect;
    for (const EventGroup& group : events_.groups()) {
        const PointPx at = way_on_screen(view_, group.at);
        const bool shows = std::any_of(group.members.begin(), group.members.end(), [&](std::uint32_t i) { return seen[i]; });
        if (shows || grown(map, view_.px(kWellIn)).contains(at)) continue;
        Pointed best{nullptr, {}, at, -1, 0};
        for (const std::uint32_t i : group.members) {
            const MapEvent& event = events_.all()[i];
            const Look look = look_of(event);
            if (!look.phase.shown || !has_plate(event)) continue;
            ++best.more;
            if (!best.event || look.rank <= best.look.rank) best.event = &event, best.look = look;
        }
        if (!best.event) continue;
        best.distance = length_of(at - leaves_at(map, at));
        // What is far off and of no moment is no business of this view.
        const bool near = best.distance < 1.2f * std::max(map.w, map.h);
        const bool loud = best.look.rank <= LabelRank::Hovered;
        if (loud || (near && best.look.rank <= LabelRank::ToCome)) wanted.push_back(best);
    }
    std::stable_sort(wanted.begin(), wanted.end(), [](const Pointed& a, const Pointed& b) {
        return std::tuple(a.look.rank, a.distance, a.event->index) < std::tuple(b.look.rank, b.distance, b.event->index);
    });
    return wanted;
}

BeyondEdges EventLabels::beyond_edges() const {
    BeyondEdges beyond;
    if (events_.all().size() > kMostCounted || !input_.options.event_names) return beyond;
    const RectPx map = view_.map.rect, well_in = grown(map, view_.px(kWellIn)), about = grown(map, view_.px(kWellOut));
    const std::vector<bool> seen = on_map();
    std::vector<Pointed> pointers;
    if (!events_.many()) pointers = pointed_at(seen);
    if (pointers.size() > kMostPointers) pointers.resize(kMostPointers);
    const auto has_pointer = [&](const MapEvent& event) {
        return std::any_of(pointers.begin(), pointers.end(), [&](const Pointed& p) { return p.event->group == event.group; });
    };
    for (std::size_t i = 0; i < events_.all().size(); ++i) {
        const MapEvent& event = events_.all()[i];
        if (seen[i] || event.numbered || !MapEvents::phase(event, time_).shown || !has_plate(event)) continue;
        const PointPx at = way_on_screen(view_, event.at);
        if (well_in.contains(at)) continue;
        BeyondEdges::Side& side = beyond.sides[static_cast<std::size_t>(side_toward(map, at))];
        side.events.push_back(event.index);
        if (has_pointer(event)) continue;
        side.unnamed = true;
        side.well_out = side.well_out || !about.contains(at);
    }
    return beyond;
}

void EventLabels::append_pointers(RectPx bounds, std::vector<Item>& out, TakenSpace& taken, std::vector<Hit>& hits) const {
    if (events_.many() || !input_.options.event_names) return;
    const RectPx map = view_.map.rect;
    const std::vector<Pointed> wanted = pointed_at(on_map());
    const Theme& theme = input_.theme;
    const RectPx inner = grown(bounds, -view_.px(kMargin));
    std::size_t count = 0;
    for (const Pointed& w : wanted) {
        if (count == kMostPointers) break;
        const document::Event& e = source(*w.event);
        TextStyle dates = date_style(w.look), words = title_style(w.look);
        dates.halo.a = words.halo.a = 0;
        const std::string name = e.place.empty() ? e.title : e.place;
        const std::string more = w.more > 0 ? fmt::format("{} +{}", name, w.more) : name;
        const TextBlock block =
            dated_block(input_.type, date_text(e), dates, input_.type.fitted(more, words, view_.px(150)), words, view_.px(6), 0);
        const float height = view_.px(kHeight), tip = 0.42f * height, pad = view_.px(24);
        const float width = pad + block.width + view_.px(8) + tip;
        const PointPx edge = leaves_at(inner, w.at);
        const bool to_right = w.at.x >= map.x + 0.5f * map.w;
        const bool on_side = std::abs(edge.x - inner.x) < 1 || std::abs(edge.x - inner.right()) < 1;
        const float middle_x = inner.x + 0.5f * inner.w, middle_y = inner.y + 0.5f * inner.h;
        const auto place = [&](float shift, float inward) {
            RectPx r{to_right ? edge.x - width : edge.x, edge.y - 0.5f * height, width, height};
            (on_side ? r.y : r.x) += shift;
            r.x = std::clamp(r.x, inner.x, std::max(inner.x, inner.right() - width));
            r.y = std::clamp(r.y, inner.y, std::max(inner.y, inner.bottom() - height));
            if (on_side) r.x += edge.x < middle_x ? inward : -inward;
            else r.y += edge.y < middle_y ? inward : -inward;
            return r;
        };
        // Where the edge is taken, as by the credits, a row farther in; what is chosen has a pointer whatever it covers.
        RectPx chip{};
        bool found = false;
        for (int row = 0; row < 3 && !found; ++row) {
            for (int i = 0; i < 25 && !found; ++i) {
                const float shift = (i % 2 == 0 ? 1.f : -1.f) * static_cast<float>((i + 1) / 2) * view_.px(kHeight + 6);
                chip = place(shift, static_cast<float>(row) * view_.px(kHeight + 6));
                found = taken.free(grown(chip, view_.px(4)));
            }
        }
        if (!found && w.look.selected) chip = place(0, 0), found = true;
        if (!found) continue;
        ++count;
        taken.take(chip);
        // A plate with a point toward where it happened.
        const float middle = chip.y + 0.5f * height;
        const Way way = way_to(chip, w.at);
        const float l = way == Way::Left ? chip.x + tip : chip.x, r = way == Way::Right ? chip.right() - tip : chip.right();
        const std::vector<PointPx> outline = pointed_plate({l, chip.y, r - l, height}, way, w.at.x, tip);
        out.emplace_back(FillPath{outline, with_alpha(theme.panel, 0.92f)});
        out.emplace_back(StrokePath{outline, w.look.selected ? theme.ink : theme.line_strong, view_.px(1), {}, true});
        Symbol symbol = symbol_of(*w.event, w.look, view_.px(5));
        symbol.center = {l + view_.px(12), middle};
        out.emplace_back(symbol);
        draw_block(block, {l + pad, middle - 0.5f * block.height}, AlignX::Left, out);
        hits.push_back({Hit::Kind::EdgePointer, e.id, chip});
    }
}

}  // namespace dateline::view
