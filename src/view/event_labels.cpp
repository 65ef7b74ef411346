#include "view/event_labels.h"

#include "base/id.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::view {
namespace {

constexpr float kOneLinePx = 320;     // a date and title up to this stay on one line
constexpr float kWholePx = 640;       // of what is chosen or pointed at
constexpr float kWholePlatePx = 320;  // of the title on the plate of what is selected
constexpr float kShortPx = 190;       // where there is little room
constexpr float kPastALine = 14;      // how much farther from its marker a label may stand
constexpr float kPastALineCosts = 0.9f * kCrossedCost;
constexpr std::size_t kLastTiers = 8;    // a label stays beside its marker however many lines run through it, if it can
constexpr std::size_t kMostNamed = 24;   // of a crowd, those of the moment
constexpr std::size_t kMostTried = 160;  // of many
constexpr std::size_t kMostPlates = 4;   // on one country: the foremost; the list has them all

std::uint64_t label_id(const document::Event& event, int copy) {
    return base::stable_hash(event.id, base::stable_hash("event label", static_cast<std::uint64_t>(copy + 8)));
}

std::uint64_t owner_of_plates(std::uint32_t group) { return base::stable_hash("plates", group); }

/// Boxes every `step_px` from one point to another.
std::vector<RectPx> boxes_along(PointPx from, PointPx to, float reach_px, float step_px) {
    std::vector<RectPx> boxes;
    const int steps = static_cast<int>(length_of(to - from) / step_px);
    for (int i = 1; i <= steps; ++i)
        boxes.push_back(around(from + (to - from) * (static_cast<float>(i) / static_cast<float>(steps + 1)), reach_px));
    return boxes;
}

int year_of(calendar::Instant t) { return static_cast<int>(date::year_month_day{date::floor<date::days>(t)}.year()); }

}  // namespace

EventLabels::Look EventLabels::look_of(const MapEvent& event) const {
    Look look;
    look.phase = MapEvents::phase(event, time_);
    const std::string& id = source(event).id;
    look.selected = id == input_.options.selected;
    look.hovered = id == input_.options.hovered;
    look.rank = look.selected        ? LabelRank::Selected
                : look.phase.now     ? LabelRank::Now
                : look.hovered       ? LabelRank::Hovered
                : look.phase.to_come ? LabelRank::ToCome
                : look.phase.past()  ? LabelRank::Past
                                     : LabelRank::Recent;
    return look;
}

std::string EventLabels::date_text(const document::Event& event) const {
    if (!event.date) return {};
    calendar::Style style;
    style.short_months = true;
    const calendar::Span span = event.date->bounds();
    const int year = year_of(input_.options.playhead);
    style.with_year =
        span.open_begin() || span.open_end() || year_of(span.begin) != year || year_of(span.end - std::chrono::seconds{1}) != year;
    return calendar::describe(*event.date, style);
}

Color EventLabels::color_of(const MapEvent& event, const Look& look) const {
    return mix(input_.theme.land, input_.theme.category[static_cast<std::size_t>(event.category)], look.phase.strength);
}

TextStyle EventLabels::date_style(const Look& look) const {
    TextStyle style = title_style(look);
    style.face = Face::SemiBold;
    return style;
}

TextStyle EventLabels::title_style(const Look& look) const {
    const Theme& theme = input_.theme;
    TextStyle style;
    style.face = look.selected ? Face::SemiBold : Face::Regular;
    style.size_px = view_.px(m_.event_label_px);
    style.color = look.selected || look.hovered || look.phase.now ? theme.text
                  : look.phase.to_come                            ? theme.text2
                  : look.phase.past()                             ? theme.text3
                                                                  : mix(theme.text2, theme.text, 0.6f);
    style.halo = with_alpha(theme.halo, 0.94f);
    style.halo_px = view_.px(m_.event_halo_px);
    return style;
}

Symbol EventLabels::symbol_of(const MapEvent& event, const Look& look, float radius) const {
    Symbol symbol;
    symbol.shape = shape_of(event.category);
    symbol.radius = radius;
    const Color color = color_of(event, look);
    if (look.phase.to_come) {
        symbol.fill = with_alpha(input_.theme.halo, 1);
        symbol.stroke = color;
        symbol.stroke_px = view_.px(m_.to_come_outline_px);
    } else {
        symbol.fill = color;
    }
    return symbol;
}

void EventLabels::append_stems(Frame& frame, TakenSpace& taken) const {
    const Theme& theme = input_.theme;
    for (const Stem& stem : layout_.stems) {
        const geo::WorldPoint place = events_.groups()[stem.group].at;
        const MapView::Copies copies = view_.copies(place, view_.px(320));
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            const PointPx at = view_.screen(place, copy);
            std::vector<PointPx> path;
            for (PointPx p : stem.path) path.push_back(at + p);
            frame.items.emplace_back(StrokePath{path, with_alpha(theme.halo, 0.8f), view_.px(3), {}, false});
            frame.items.emplace_back(StrokePath{path, theme.text2, view_.px(1.1f), {}, false});
            for (std::size_t i = 1; i < path.size(); ++i) {
                const PointPx a = path[i - 1], b = path[i];
                taken.take(grown({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)}, view_.px(2.5f)));
            }
            if (!stem.anchor_dot) continue;
            Symbol dot;
            dot.center = at;
            dot.radius = view_.px(m_.stem_anchor_radius_px);
            dot.fill = theme.text;
            dot.stroke = theme.halo;
            dot.stroke_px = view_.px(1.5f);
            frame.items.emplace_back(dot);
            taken.take(around(at, view_.px(m_.stem_anchor_radius_px + 1)));
        }
    }
}

/// Where a click on a count leads: near enough that its places part, or nowhere where they are one.
void EventLabels::aim(const Cluster& cluster, Hit& hit) const {
    const geo::WorldPoint first = events_.all()[cluster.events.front()].at;
    geo::WorldBox box;
    for (const std::uint32_t i : cluster.events) {
        const geo::WorldPoint p = events_.all()[i].at;
        box.include({first.x + std::remainder(p.x - first.x, 1.0), p.y});
    }
    const double width = box.x1 - box.x0, height = box.y1 - box.y0;
    hit.at = {0.5 * (box.x0 + box.x1), 0.5 * (box.y0 + box.y1)};
    constexpr double kOneSpot = 2.5e-7;  // 10 m
    if (std::max(width, height) < kOneSpot) return;
    const double room = 0.6 * double{std::min(view_.map.rect.w, view_.map.rect.h)} / (512 * double{view_.scale});
    hit.zoom = std::clamp(std::log2(room / std::max(width, height)), view_.zoom + 1, std::max(view_.zoom + 1, 16.0));
}

void EventLabels::draw_cluster(const Cluster& cluster, PointPx at, float radius, bool selected, Frame& frame) const {
    const Theme& theme = input_.theme;
    std::array<int, document::kCategoryCount> counts{};
    for (const std::uint32_t i : cluster.events) ++counts[static_cast<std::size_t>(events_.all()[i].category)];
    Symbol disc;
    disc.center = at;
    disc.radius = radius / 1.02f;
    disc.fill = with_alpha(theme.panel, 0.94f * cluster.shown);
    disc.stroke = with_alpha(selected ? theme.ink : theme.halo, cluster.shown);
    disc.stroke_px = view_.px(selected ? 2 : 1);
    frame.items.emplace_back(disc);
    // A ring of the categories' shares.
    const auto total = static_cast<float>(cluster.events.size());
    float from = -0.5f * std::numbers::pi_v<float>;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        if (counts[c] == 0) continue;
        const float to = from + 2 * std::numbers::pi_v<float> * static_cast<float>(counts[c]) / total;
        StrokePath arc{{}, with_alpha(theme.category[c], cluster.shown), view_.px(3), {}, false};
        const int steps = std::max(3, static_cast<int>((to - from) * 10));
        for (int s = 0; s <= steps; ++s) {
            const float angle = from + (to - from) * static_cast<float>(s) / static_cast<float>(steps);
            const float r = radius - view_.px(2.5f);
            arc.points.push_back({at.x + r * std::cos(angle), at.y + r * std::sin(angle)});
        }
        frame.items.emplace_back(std::move(arc));
        from = to;
    }
    TextStyle style{Face::SemiBold, view_.px(12), with_alpha(theme.text, cluster.shown), {}, 0, 0};
    const float cap = input_.type.metrics(style.face).cap_height * style.size_px;
    frame.items.emplace_back(DrawText{fmt::format("{}", cluster.events.size()), {at.x, at.y + 0.5f * cap}, AlignX::Center, 0, style});
}

float EventLabels::radius_of(const Cluster& cluster) const {
    return view_.px(std::min(10 + 2.2f * std::log2(static_cast<float>(cluster.events.size())), 24.f));
}

void EventLabels::append_clusters(Frame& frame, TakenSpace& taken, std::vector<Hit>& hits) const {
    for (const Cluster& cluster : layout_.clusters) {
        const MapEvent* first = nullptr;  // who is selected, now, or the latest
        for (const std::uint32_t i : cluster.events)
            if (!first || look_of(events_.all()[i]).rank <= look_of(*first).rank) first = &events_.all()[i];
        if (!first) continue;
        const float radius = radius_of(cluster) * (0.6f + 0.4f * cluster.shown);
        Hit hit{Hit::Kind::Cluster, source(*first).id, {}, -1, cluster.at};
        aim(cluster, hit);
        const MapView::Copies copies = view_.copies(cluster.at, radius);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            const PointPx at = view_.screen(cluster.at, copy);
            draw_cluster(cluster, at, radius, look_of(*first).selected, frame);
            taken.take(around(at, radius));
            hit.rect = around(at, radius);
            hits.push_back(hit);
        }
    }
}

void EventLabels::add_marker_label(const MapEvent& event, PointPx at, bool on_stem, int copy, LabelSheet& sheet) const {
    const Look look = look_of(event);
    const document::Event& e = source(event);
    const TextStyle dates = date_style(look), titles = title_style(look);
    const std::string date = date_text(e);
    const float gap = view_.px(m_.date_gap_px);
    const float date_width = date.empty() ? 0 : input_.type.width_px(date, dates) + gap;
    MapLabel label;
    label.candidate.id = label_id(e, copy);
    label.candidate.rank = look.rank;
    label.candidate.order = std::abs(time_.playhead_days - 0.5 * double{event.begin_days + event.end_days});
    label.candidate.never_cut = true;
    label.hit = {Hit::Kind::Event, e.id, {}};
    const float whole = date_width + input_.type.width_px(e.title, titles);
    const auto one_line = [&](float most) {
        label.blocks.push_back(
            dated_block(input_.type, date, dates, input_.type.fitted(e.title, titles, most - date_width), titles, gap, 0));
    };
    const float room = view_.px(look.selected || look.hovered ? kWholePx : kOneLinePx);
    if (whole <= room) one_line(whole + 1);
    else if (on_stem) one_line(room);
    if (!on_stem) label.blocks.push_back(dated_block(input_.type, date, dates, e.title, titles, gap, view_.px(m_.label_wrap_px + 70)));
    if (whole > view_.px(kShortPx)) one_line(view_.px(kShortPx));
    // Before the date alone: the whole at a distance, with a line that leads to it.
    const bool at_distance = look.rank <= LabelRank::ToCome && !events_.crowded();
    const std::size_t distant = at_distance ? label.blocks.size() : std::size_t{99};
    if (at_distance)
        label.blocks.push_back(
            dated_block(input_.type, date, dates, input_.type.fitted(e.title, titles, view_.px(kShortPx) - date_width), titles, gap, 0));
    if (!date.empty() && !events_.crowded()) label.blocks.push_back(text_block(input_.type, {date}, dates));
    float reach = marker_radius(look.phase, m_) + 6;
    if (look.selected || (event.flags & kUncertainDate) != 0) reach += 5;
    reach = view_.px(reach);
    std::uint8_t side = 0;
    for (std::size_t b = 0; b < label.blocks.size(); ++b) {
        const TextBlock& block = label.blocks[b];
        const float top = at.y - 0.5f * block.height;
        const auto tier = static_cast<std::uint8_t>(b < distant ? b : b + kLastTiers);
        const auto add = [&](std::uint8_t number, PointPx corner, AlignX align) {
            label.add_block(static_cast<std::uint8_t>(side + number), b, corner, align, {}, tier);
        };
        if (b == distant) {
            label.leader_line = input_.theme.text2;
            label.leader_halo = with_alpha(input_.theme.halo, 0.8f);
            label.add_at_distance(side, b, at, {reach, {view_.px(26), view_.px(44), view_.px(66)}, 0.8f, view_.px(1), 4, 0.4f}, {}, tier);
            side = static_cast<std::uint8_t>(side + MapLabel::kDistantSides);
            continue;
        }
        add(0, {at.x + reach, top}, AlignX::Left);
        add(1, {at.x - reach - block.width, top}, AlignX::Right);
        if (!on_stem) {
            add(2, {at.x - 0.5f * block.width, at.y - reach - block.height}, AlignX::Center);
            add(3, {at.x - 0.5f * block.width, at.y + reach}, AlignX::Center);
        } else {
            // A line that passes close by the marker, as the event's own may, runs between it and its text.
            const float farther = reach + view_.px(kPastALine);
            add(2, {at.x + farther, top}, AlignX::Left);
            add(3, {at.x - farther - block.width, top}, AlignX::Right);
            for (std::size_t i = label.candidate.spots.size() - 2; i < label.candidate.spots.size(); ++i)
                label.candidate.spots[i].spare = kPastALineCosts;
        }
        side = static_cast<std::uint8_t>(side + 4);
    }
    sheet.add(std::move(label));
}

/// A group of countries has no place of its own: what concerns it shows on the map only when it is looked at.
bool EventLabels::has_plate(const MapEvent& event) const {
    return source(event).place_precision != document::PlacePrecision::CountryGroup || look_of(event).rank <= LabelRank::Hovered;
}

/// " · within 400 km": where the map is too small a part of the ring to show it.
std::string EventLabels::unseen_ring(const MapEvent& event) const {
    const EventGroup& group = events_.groups()[event.group];
    if (group.radius_km <= 0 || group.has_land) return {};
    const double across = 2 * disc_radius_px(group.at, group.radius_km, view_.map.world_px);
    if (across <= double{std::min(view_.map.rect.w, view_.map.rect.h)}) return {};
    return fmt::format(" · within {:.0f} km", std::round(group.radius_km / 10) * 10);
}

void EventLabels::add_plate(const MapEvent& event, LabelSheet& sheet) const {
    const MapView::Copies copies = view_.copies(event.at, 0);
    if (copies.none()) return;
    const PointPx at = view_.screen(event.at, copies.first);
    const Look look = look_of(event);
    const document::Event& e = source(event);
    TextStyle dates = date_style(look), titles = title_style(look);
    dates.halo.a = titles.halo.a = 0;
    const std::string date = date_text(e) + unseen_ring(event);
    const float gap = view_.px(m_.date_gap_px - 1);
    MapLabel label;
    label.candidate.id = label_id(e, copies.first);
    label.candidate.rank = look.rank;
    label.candidate.order = std::abs(time_.playhead_days - 0.5 * double{event.begin_days + event.end_days});
    label.candidate.on_lines = LabelCandidate::OnLines::Freely;  // it covers what it lies on
    label.candidate.owner = owner_of_plates(event.group);        // the line of one may run under another
    label.candidate.never_cut = true;
    label.hit = {Hit::Kind::Event, e.id, {}};
    label.blocks.push_back(dated_block(input_.type, date, dates,
                                       input_.type.fitted(e.title, titles, view_.px(look.selected ? kWholePlatePx : 210)), titles, gap, 0));
    label.blocks.push_back(dated_block(input_.type, date, dates,
                                       input_.type.fitted(e.title, titles, view_.px(look.selected ? kShortPx : 110)), titles, gap, 0));
    label.blocks.push_back(text_block(input_.type, {date}, dates));
    label.plate_fill = with_alpha(input_.theme.panel, 0.88f);
    label.plate_line = look.selected ? input_.theme.ink : with_alpha(color_of(event, look), 0.75f);
    label.on_plate.push_back(symbol_of(event, look, view_.px(4.6f)));
    label.leader_line = look.selected ? input_.theme.ink : input_.theme.text2;
    label.leader_halo = with_alpha(input_.theme.halo, 0.7f);
    const float height = view_.px(20), left = view_.px(20), right = view_.px(7);
    std::uint8_t side = 0;
    for (std::size_t b = 0; b < label.blocks.size(); ++b) {
        const TextBlock& block = label.blocks[b];
        const float width = left + block.width + right;
        const auto add = [&](float row, float shift_px, bool over_others = false) {
            const RectPx plate{std::round(at.x + shift_px - 0.5f * width), std::round(at.y + row * (height + view_.px(4)) - 0.5f * height),
                               width, height};
            MapLabel::Lie lie;
            lie.block = b;
            lie.at = {plate.x + left, plate.y + 0.5f * (height - block.height)};
            lie.plate = plate;
            // Off the land's middle a line leads there: in a small country the plate lies on its neighbours.
            const float corner = view_.px(6);
            const PointPx end{std::clamp(at.x, plate.x + corner, plate.right() - corner), std::clamp(at.y, plate.y, plate.bottom())};
            std::vector<RectPx> line;
            if (!plate.contains(at)) lie.leader = {at, end}, line = boxes_along(at, end, view_.px(1.5f), view_.px(6));
            label.add_spot(side++, {plate}, std::move(lie), static_cast<std::uint8_t>(over_others ? b + 1 : b));
            if (!over_others) label.candidate.spots.back().line = std::move(line);
        };
        // Stacked about the land's middle, below its name first; else farther to the sides.
        for (const float row : {1.f, 2.f, -1.f, 3.f, -2.f, 4.f, -3.f, 0.f})
            for (const float column : {0.f, -0.5f, 0.5f}) add(row, column * width);
        for (const float row : {0.f, 1.f, -1.f})
            for (const float off : {60.f, -60.f, 120.f, -120.f})
                add(row, off > 0 ? 0.5f * width + view_.px(off) : -0.5f * width + view_.px(off));
        // Before it is lost, its day with a line that may run under others.
        if (b + 1 == label.blocks.size())
            for (const float row : {1.f, -1.f, 2.f, -2.f, 3.f, -3.f, 4.f}) add(row, 0, true);
    }
    static_assert(3 * (24 + 12) + 7 <= kMostSides);
    sheet.add(std::move(label));
}

std::vector<std::uint32_t> EventLabels::foremost_beads(std::size_t most) const {
    std::vector<std::pair<std::pair<LabelRank, double>, std::uint32_t>> ranked;
    for (const Bead& bead : layout_.beads) {
        const MapEvent& event = events_.all()[bead.event];
        if (!view_.map.rect.contains(view_.screen(event.at) + bead.offset)) continue;
        ranked.push_back(
            {{look_of(event).rank, std::abs(time_.playhead_days - 0.5 * double{event.begin_days + event.end_days})}, bead.event});
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > most) ranked.resize(most);
    std::vector<std::uint32_t> events;
    for (const auto& one : ranked) events.push_back(one.second);
    std::sort(events.begin(), events.end());
    return events;
}

void EventLabels::gather(LabelSheet& sheet, TakenSpace& taken, std::vector<Hit>& hits) const {
    std::size_t named = 0;
    bool labelled = true;
    const auto add = [&](const MapEvent& event, PointPx offset, bool on_stem) {
        const MapView::Copies copies = view_.copies(event.at, view_.px(320));
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            const PointPx at = view_.screen(event.at, copy) + offset;
            if (!view_.map.rect.contains(at)) continue;
            const float reach = view_.px(marker_radius(MapEvents::phase(event, time_), m_));
            taken.take(around(at, reach));
            hits.push_back({Hit::Kind::Event, source(event).id, around(at, reach + view_.px(4))});
            if (labelled && input_.options.event_names) add_marker_label(event, at, on_stem, copy, sheet);
            ++named;
        }
    };
    if (events_.crowded()) {
        // Of very many only those of the moment are named; the rest are found by pointing.
        for (const std::string* id : {&input_.options.selected, &input_.options.hovered})
            if (const std::ptrdiff_t i = events_.index_of(input_.briefing, *id); i >= 0)
                add(events_.all()[static_cast<std::size_t>(i)], {}, false);
        // A name without its symbol would say nothing of where.
        if (!layout_.symbols) return;
        for (const std::uint32_t i : events_.now(time_, 40 * kMostNamed))
            if (named < kMostNamed) add(events_.all()[i], {}, false);
        return;
    }
    // Of many in view those nearest the moment try for a label; one for each would only cost time.
    std::vector<std::uint32_t> foremost;
    if (events_.many()) foremost = foremost_beads(kMostTried);
    for (const Bead& bead : layout_.beads) {
        labelled = !events_.many() || std::binary_search(foremost.begin(), foremost.end(), bead.event);
        add(events_.all()[bead.event], bead.offset, bead.on_stem);
    }
    const std::vector<std::uint32_t>& in_counts = counted();
    for (const EventGroup& group : events_.groups()) {
        if (group.footing != Footing::Country) continue;
        const std::vector<std::uint32_t> plates = plates_of(group, in_counts);
        if (!plates.empty() && !view_.copies(group.at, 0).none())
            taken.take(around(view_.screen(group.at, view_.copies(group.at, 0).first), view_.px(3)),
                       owner_of_plates(events_.all()[plates.front()].group));
        for (const std::uint32_t i : plates) add_plate(events_.all()[i], sheet);
    }
}

const std::vector<std::uint32_t>& EventLabels::counted() const {
    if (!counted_) {
        counted_.emplace();
        for (const Cluster& cluster : layout_.clusters) counted_->insert(counted_->end(), cluster.events.begin(), cluster.events.end());
        std::sort(counted_->begin(), counted_->end());
    }
    return *counted_;
}

std::vector<std::uint32_t> EventLabels::plates_of(const EventGroup& group, const std::vector<std::uint32_t>& counted) const {
    std::vector<std::uint32_t> plates;
    for (const std::uint32_t i : group.members) {
        const bool shown = input_.options.event_names && !events_.all()[i].numbered && MapEvents::phase(events_.all()[i], time_).shown &&
                           !std::binary_search(counted.begin(), counted.end(), i);
        if (shown && has_plate(events_.all()[i])) plates.push_back(i);
    }
    std::stable_sort(plates.begin(), plates.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return look_of(events_.all()[a]).rank < look_of(events_.all()[b]).rank; });
    if (plates.size() > kMostPlates) plates.resize(kMostPlates);
    return plates;
}

void EventLabels::see(EventMarks& marks, const std::set<std::string>* plates) const {
    const auto see_category = [&](const MapEvent& event) { marks.categories[static_cast<std::size_t>(event.category)] = true; };
    const auto on_map = [&](geo::WorldPoint place, PointPx offset, float reach) {
        const MapView::Copies copies = view_.copies(place, view_.px(320));
        for (int copy = copies.first; copy <= copies.last; ++copy)
            if (view_.sees(place, copy) && grown(view_.map.rect, reach).contains(view_.screen(place, copy) + offset)) return true;
        return false;
    };
    for (const Bead& bead : layout_.beads) {
        const MapEvent& event = events_.all()[bead.event];
        const bool news =
            !marks.categories[static_cast<std::size_t>(event.category)] || (!marks.imprecise && (event.flags & kUncertainDate) != 0);
        if (!news || !on_map(event.at, bead.offset, 0)) continue;
        see_category(event);
        marks.imprecise = marks.imprecise || (event.flags & kUncertainDate) != 0;
    }
    for (const Cluster& cluster : layout_.clusters) {
        if (!on_map(cluster.at, {}, 0)) continue;
        marks.counts = true;
        for (const std::uint32_t i : cluster.events) see_category(events_.all()[i]);  // its ring has their colours
    }
    const std::vector<std::uint32_t>& in_counts = counted();
    for (const EventGroup& group : events_.groups()) {
        if (group.footing != Footing::Country || view_.copies(group.at, 0).none()) continue;
        for (const std::uint32_t i : plates_of(group, in_counts))
            if (!plates || plates->contains(source(events_.all()[i]).id)) see_category(events_.all()[i]);
    }
}

}  // namespace dateline::view
