#include "view/furniture.h"

#include "view/basemap_style.h"
#include "view/edge_counts.h"
#include "view/furniture_legend.h"
#include "view/furniture_parts.h"
#include "view/furniture_places.h"
#include "view/furniture_scale_bar.h"
#include "view/graticule_marks.h"
#include "view/map_north.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kLegendMostPart = 0.55f;  // of the map's height
constexpr float kLegendMostArea = 0.13f;  // of the map's: less is left to see than to explain
constexpr float kLocator = 88;
constexpr float kOffTop = 550;  // of the heading: with that of elsewhere less than an event, more than most lines and names
constexpr float kNarrowCredits = 0.4f, kMostOfCredits = 0.14f;  // of the map's width, and of its height
constexpr float kElsewhere = 300;  // names that a thing had rather hide than leave its usual corner; an event it never had

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

constexpr float kHeadingPad = 9, kFewestWords = 200;  // px
constexpr float kSmallHeading = 0.48f;                // of a small map's width
constexpr float kLowest = 260;                        // px

/// A small map leaves the date to the flag of the timeline below it: its plate would hide what happens.
bool wants_heading(const FurniturePainter& p) {
    const Furniture& furniture = p.input.furniture;
    return !furniture.title.empty() || (furniture.date_title && !(p.is_small() && p.input.layout.timeline.h > 0));
}

/// Over a timeline, which tells the day too, a low map has it in one line.
bool is_brief(const FurniturePainter& p) {
    constexpr float kLow = 480;
    return p.is_small() || (p.input.furniture.title.empty() && p.input.layout.timeline.h > 0 && p.map.rect.h < p.px(kLow));
}

/// "Tuesday · events fade over 14 days".
std::string date_note(const ViewOptions& options) {
    const auto day = date::floor<date::days>(options.playhead);
    constexpr std::string_view names[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    const auto fade = static_cast<int>(std::lround(options.recent_days));
    return fmt::format("{} · events fade over {} day{}", names[date::weekday{day}.c_encoding()], fade, fade == 1 ? "" : "s");
}

/// The ground of the heading, as the legend's. Beside a globe there is nothing to cover, and a plate half across its rim would cut
/// into it; where hardly more than a corner looks into space it has one, lest it lie bare on coasts and names.
void append_heading_ground(const FurniturePainter& p, const RectPx& heading, std::size_t before) {
    constexpr int kColumns = 9, kRows = 3;
    constexpr float kMostly = 0.8f;
    const PlaneView plane(p.map);
    int over_ground = 0;
    for (int column = 0; column < kColumns; ++column)
        for (int row = 0; row < kRows; ++row) {
            const PointPx spot{heading.x + heading.w * static_cast<float>(column) / (kColumns - 1),
                               heading.y + heading.h * static_cast<float>(row) / (kRows - 1)};
            over_ground += plane.world(spot) ? 1 : 0;
        }
    if (static_cast<float>(over_ground) < kMostly * kColumns * kRows) return;
    Frame ground;
    FurniturePainter{p.input, p.map, ground}.plate(grown(heading, p.px(kHeadingPad)), 4);
    p.over.items.insert(p.over.items.begin() + static_cast<std::ptrdiff_t>(before), ground.items.begin(), ground.items.end());
}

/// How wide a heading at the upper left may be: where a long title would run across the rim of a globe, and two lines of it stay
/// in space, so far as these may reach.
float heading_room(const FurniturePainter& p) {
    const RectPx& map = p.map.rect;
    const float usual = std::max(p.px(120), map.w * 0.6f - p.px(kFurnitureMargin + kHeadingPad));
    const auto rim = PlaneView(p.map).rim();
    if (!rim || p.is_small()) return usual;
    const float left = map.x + p.px(kFurnitureMargin + kHeadingPad), low = map.y + p.px(kFurnitureMargin + kHeadingPad + 2 * 26 + 40);
    const float down = low - rim->center.y;
    if (down >= 0 || -down >= rim->radius) return usual;
    const float in_space = rim->center.x - std::sqrt(rim->radius * rim->radius - down * down) - p.px(kHeadingPad) - left;
    const float title = p.width(p.input.furniture.title, p.style(20, p.theme().text, Face::SemiBold));
    constexpr float kTwoLines = 1.75f;  // of a line's width, whatever its words
    return in_space >= p.px(kFewestWords) && title > in_space && title <= kTwoLines * in_space ? std::min(usual, in_space) : usual;
}

/// `corner`: the upper left of its ground.
RectPx append_heading(const FurniturePainter& p, PointPx corner, float room) {
    const std::size_t before = p.over.items.size();
    const Furniture& furniture = p.input.furniture;
    const Theme& theme = p.theme();
    const RectPx& map = p.map.rect;
    const float x = corner.x + p.px(kHeadingPad), top = corner.y + p.px(kHeadingPad);
    float y = top, widest = 0;
    const auto line = [&](const std::string& text, const TextStyle& style, float height) {
        y += p.px(height);
        p.text(text, x, y - p.px(height) * 0.24f, style);
        widest = std::max(widest, p.width(text, style));
    };
    // A small picture has a smaller title, in two lines before it takes much of the width, and says less of its date. One that is hardly
    // higher than its furniture has it in one line.
    const bool small = p.is_small(), low = map.h < p.px(kLowest);
    const TextStyle title = p.style(low ? 15 : small ? 14 : 20, theme.text, Face::SemiBold);
    const float most = map.w - p.px(2 * kFurnitureMargin + 2 * kHeadingPad);
    const float title_room = small ? std::min(std::max(p.px(kFewestWords), kSmallHeading * map.w), most) : room;
    if (!furniture.title.empty() && low)
        line(p.input.type.fitted(furniture.title, title, map.w - p.px(3 * kFurnitureMargin + 2 * kHeadingPad + kNorthArrow)), title, 20);
    if (!furniture.title.empty() && !low)
        for (const std::string& part : two_lines(p.input.type, furniture.title, title, title_room)) line(part, title, small ? 18 : 26);
    if (!furniture.subtitle.empty())
        for (const std::string& part : two_lines(p.input.type, furniture.subtitle, p.style(13, theme.text2), room))
            line(part, p.style(13, theme.text2), 18);
    if (furniture.date_title) {
        const bool leads = furniture.title.empty();
        const bool brief = is_brief(p);
        const TextStyle date = p.style(!leads ? 13 : brief && !small ? 15 : 20, theme.text, Face::SemiBold);
        if (!leads) y += p.px(4);
        line(calendar::describe(p.input.options.playhead), date, !leads ? 19 : brief && !small ? 20 : 26);
        if (!brief) line(date_note(p.input.options), p.style(11, theme.text2), 16);
    }
    const RectPx heading{x, top, widest, y - top};
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
        if (!holds(grown(rect, -p.px(3)), box) || std::any_of(taken.begin(), taken.end(), meets) ||
            std::any_of(mine.begin(), mine.end(), meets))
            continue;
        p.over.items.push_back(
            StrokePath{{mark.at, {mark.at.x + in.x * tick, mark.at.y + in.y * tick}}, p.theme().text2, p.px(1), {}, false});
        p.text(mark.label, middle.x, middle.y + cap / 2, style, AlignX::Center);
        mine.push_back(box);
        named.push_back(mark.label);
    }
    blocked.insert(blocked.end(), mine.begin(), mine.end());
}

/// Over a timeline, whose lanes say what the symbols mean, a legend explains only the map; a route's diagram has no lanes.
std::vector<LegendRow> rows_for(const ViewInput& input, const MapNotes& notes) {
    std::vector<LegendRow> rows = legend_rows(notes);
    // Nothing else says what the colours of a heat layer count.
    if (!input.furniture.legend) std::erase_if(rows, [](const LegendRow& row) { return row.what != LegendRow::What::Heat; });
    if (input.layout.timeline.h > 0 && !(input.options.diagram && !input.options.selected_route.empty()))
        std::erase_if(
            rows, [](const LegendRow& row) { return row.what == LegendRow::What::Category || row.what == LegendRow::What::ImpreciseDate; });
    return rows;
}

/// Where the foot of the map begins that no panel at its left covers: credits are no credits behind one.
float foot_begins(const FurniturePainter& p, float margin) {
    const RectPx& rect = p.map.rect;
    const float high = rect.bottom() - p.px(40);  // two lines of credits
    float x = rect.x + margin;
    for (const RectPx& covered : p.input.furniture.covered)
        if (covered.bottom() > high && covered.x < rect.x + rect.w / 2) x = std::max(x, covered.right() + margin);
    return std::min(x, rect.right() - margin - p.px(120));
}

/// The right end of what is set against the right edge at the foot of the map, beside the buttons there where it would run under them.
template <class Measure>
float right_beside_buttons(const FurniturePainter& p, float right, float margin, const Measure& measure) {
    const RectPx laid = measure(right);
    float free = right;
    for (const RectPx& covered : p.input.furniture.covered)
        if (laid.w > 0 && covered.overlaps(laid) && covered.x > p.map.rect.x + p.map.rect.w / 2) free = std::min(free, covered.x - margin);
    return free;
}

/// The ways to fold a legend up, the best first: in so many columns, of the height that it would like. What it costs to fold
/// it, and each row that goes, counts like names hidden.
struct LegendForm {
    std::size_t columns;
    float part, cost;
    bool by_kind = false;  ///< routes of one look are one row
};
constexpr std::array kLegendForms{LegendForm{1, 1, 0},           LegendForm{2, 0.6f, 12},       LegendForm{1, 1, 8, true},
                                  LegendForm{2, 0.6f, 18, true}, LegendForm{1, 0.62f, 30},      LegendForm{1, 0.62f, 32, true},
                                  LegendForm{1, 0.4f, 40, true}, LegendForm{1, 0.25f, 50, true}};
constexpr float kManyRows = 12, kRowGone = 7, kStays = 25;  // what it is worth that it stays as it is
constexpr std::size_t kFewestRows = 3, kMostUntold = 4;     // of more, and so many times these: "Diplomacy and 16 more" explains nothing

/// Lays one piece after the other, each where it hides the least of the map and nothing of those before.
struct Laying {
    const FurniturePainter& p;
    const MapContent& content;
    const Placement& previous;
    Placement& placement;
    std::vector<RectPx>& blocked;
    FurnitureScale scale{content, blocked, previous.camera == p.input.camera};
    RectPx rect = p.map.rect;
    float margin = p.px(kFurnitureMargin), right = rect.right() - margin, bottom = rect.bottom() - p.px(8), top = rect.y + margin;

    std::optional<std::uint16_t> held(FurnitureSlot slot) const {
        const auto found = previous.slots.find(slot);
        return found == previous.slots.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<FurniturePlace> choose(FurnitureSlot slot, const std::vector<FurniturePlace>& places) {
        const auto choice = scale.choose(places, held(slot), p.px(4));
        if (!choice) return std::nullopt;
        placement.slots[slot] = choice->place.id;
        return choice->place;
    }

    /// Credits as they like to lie, at the right of the foot, between where that begins and ends.
    struct Foot {
        RectPx credits;
        float begins = 0, ends = 0;
    };
    Foot foot(const MapNotes& notes) const {
        const float begins = foot_begins(p, margin);
        Frame unused;
        const FurniturePainter measuring{p.input, p.map, unused};
        const auto measured = [&](float end) { return append_credits(measuring, notes, end, bottom, end - begins); };
        const float end = right_beside_buttons(p, right, margin, measured);
        return {measured(end), begins, end};
    }

    /// Returns where what may lie under it begins.
    float heading(const MapNotes& notes) {
        Frame unused;
        const float room = heading_room(p);
        const RectPx text = append_heading(FurniturePainter{p.input, p.map, unused}, {}, room);
        const float pad = p.px(kHeadingPad), w = text.w + 2 * pad, h = text.h + 2 * pad;
        const RectPx usual{rect.x + margin, top, w, h};
        constexpr std::uint16_t kUsual = kMostPlaces;
        // Along the top; only for an event farther down, above the credits.
        const float low = p.input.furniture.attribution ? foot(notes).credits.y - p.px(4) : rect.bottom() - margin;
        std::vector<FurniturePlace> places = places_along_edges({usual.x, top, rect.w - 2 * margin, low - top}, w, h, p.px(24),
                                                                {kElsewhere, kElsewhere, kElsewhere, kElsewhere});
        for (FurniturePlace& place : places)
            if (place.rect.y > top + 1) place.reluctance += kOffTop;
        if (p.input.options.clock_s > 0) places.clear();  // a map that moves has it in one place
        places.insert(places.begin(), FurniturePlace{kUsual, usual, 0});
        const FurniturePlace place = choose(FurnitureSlot::Heading, places).value_or(places.front());
        const RectPx drawn = append_heading(p, {place.rect.x, place.rect.y}, room);
        blocked.push_back(grown(drawn, p.px(kHeadingPad + 3)));
        return place.id == kUsual ? drawn.bottom() + pad + margin : top;
    }

    void credits(const MapNotes& notes) {
        const Foot at = foot(notes);
        const RectPx usual = at.credits;
        const float above = top + usual.h;
        const auto laid = [&](std::uint16_t id, float x, float low, float reluctance) {
            return FurniturePlace{id, {x - usual.w, low - usual.h, usual.w, usual.h}, reluctance};
        };
        std::vector<FurniturePlace> places{laid(0, at.ends, bottom, 0), laid(1, at.begins + usual.w, bottom, kElsewhere),
                                           laid(2, right, above, 2 * kElsewhere)};
        // Where events take the foot, in more lines and less wide: a column beside the heading or at an end of the foot.
        const float narrow = std::min(kNarrowCredits * rect.w, at.ends - at.begins);
        const auto hides = [&](const FurniturePlace& place) { return scale.cost(place, p.px(4)) >= FurnitureScale::kEvent; };
        if (!p.is_small() && (held(FurnitureSlot::Credits).value_or(0) > 2 || std::all_of(places.begin(), places.end(), hides))) {
            Frame unused;
            const RectPx column = append_credits(FurniturePainter{p.input, p.map, unused}, notes, at.ends, bottom, narrow);
            const auto add = [&](std::uint16_t id, float end, float low, float reluctance) {
                if (column.h <= kMostOfCredits * rect.h)
                    places.push_back({id, {end - column.w, low - column.h, column.w, column.h}, reluctance});
            };
            add(3, at.ends, bottom, kElsewhere + 1);
            add(4, at.begins + column.w, bottom, kElsewhere + 2);
            add(5, right, top + column.h, 2 * kElsewhere + 1);
        }
        const FurniturePlace place = choose(FurnitureSlot::Credits, places).value_or(places.front());
        blocked.push_back(append_credits(p, notes, place.rect.right(), place.rect.bottom(), place.id > 2 ? narrow : at.ends - at.begins));
        if (place.id != 2 && place.id != 5) bottom = place.rect.y - p.px(4);
    }

    void scale_bar() {
        const auto drawn = [&](PointPx corner, std::vector<Item>& items) {
            return append_scale_bar(p.map, p.input.theme, p.input.type, corner, p.input.layout.scale, items);
        };
        const auto measured = [&](PointPx corner) {
            std::vector<Item> unused;
            return drawn(corner, unused);
        };
        std::vector<FurniturePlace> places;
        std::vector<PointPx> corners;
        const auto add = [&](std::uint16_t id, PointPx corner, float reluctance) {
            if (const RectPx bar = measured(corner); bar.w > 0) places.push_back({id, bar, reluctance}), corners.push_back(corner);
        };
        const float usual = right_beside_buttons(p, right, margin, [&](float end) { return measured({end, bottom}); });
        add(0, {usual, bottom}, 0);
        if (places.empty()) return;  // it would mislead
        // Its length follows from where it lies: another place is looked at only where it is wanted.
        if (held(FurnitureSlot::ScaleBar).value_or(0) != 0 || scale.cost(places.front(), p.px(4)) >= FurnitureScale::kEvent) {
            const float w = places.front().rect.w, high = top + places.front().rect.h, left = foot_begins(p, margin) + w;
            const float foot_left = left - (measured({left, bottom}).x - foot_begins(p, margin));
            add(1, {foot_left, bottom}, kElsewhere);
            add(2, {rect.x + 0.5f * (rect.w + w), bottom}, kElsewhere + 1);
            add(3, {right, high}, kElsewhere + 2);
            add(4, {right, high + p.px(kNorthArrow + 12)}, kElsewhere + 3);
        }
        const FurniturePlace place = choose(FurnitureSlot::ScaleBar, places).value_or(places.front());
        if (p.is_small() && scale.cost(place, p.px(4)) >= FurnitureScale::kEvent) return;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i].id == place.id) blocked.push_back(drawn(corners[i], p.over.items));
    }

    void north_arrow() {
        const auto north = north_at(p.map, {rect.x + rect.w / 2, rect.y + rect.h / 2});
        if (!north || std::abs(*north) <= kUpright_rad) return;
        const float side = p.px(kNorthArrow);
        std::vector<FurniturePlace> places = places_along_edges({rect.x + margin, top, rect.w - 2 * margin, bottom - top}, side, side,
                                                                p.px(24), {kElsewhere + 2, kElsewhere + 1, 0, kElsewhere + 3});
        const RectPx usual{right - side, top, side, side};
        const FurniturePlace place = choose(FurnitureSlot::NorthArrow, places).value_or(FurniturePlace{0, usual, 0});
        const RectPx arrow =
            append_north_arrow(*north, p.input.theme, p.input.type, {place.rect.right(), place.rect.y}, p.input.layout.scale, p.over.items);
        blocked.push_back(grown(arrow, p.px(4)));
        placement.hits.push_back({Hit::Kind::NorthArrow, "", arrow});
    }

    struct Legend {
        LegendPlate plate;
        std::uint16_t form = 0;
        FurnitureScale::Choice choice;
        float cost = 0;
    };
    /// In a form, if that has a place. `liked`: the legend that is not folded up.
    std::optional<Legend> legend_in(std::uint16_t form, const std::vector<LegendRow>& rows, RectPx room, const LegendPlate& liked) const {
        const LegendForm& way = kLegendForms[form];
        const std::vector<LegendRow> shown = way.by_kind ? routes_by_kind(rows) : rows;
        if (way.by_kind && shown.size() == rows.size()) return std::nullopt;
        LegendPlate plate = form == 0 ? liked : legend_plate(p, shown, way.part * liked.h, way.columns);
        if (plate.rows.empty() || plate.w <= p.px(96) ||
            (plate.left_out > 0 && (p.is_small() || plate.rows.size() < kFewestRows || plate.left_out > kMostUntold * plate.rows.size())))
            return std::nullopt;
        const auto before = held(FurnitureSlot::Legend);
        const bool same_form = before && *before / kMostPlaces == form;
        const auto place =
            scale.choose(places_along_edges(room, plate.w, plate.h, p.px(24), {0, 0.5f, 1, 1.5f}),
                         same_form ? std::optional(static_cast<std::uint16_t>(*before % kMostPlaces)) : std::nullopt, p.px(4), p.px(3));
        if (!place) return std::nullopt;
        const float gone = static_cast<float>(plate.left_out) - static_cast<float>(liked.left_out);
        const float many = 2 * std::max(0.f, static_cast<float>(plate.rows.size()) - kManyRows);
        const float cost = place->cost + way.cost + kRowGone * gone + many - (same_form ? kStays : 0);
        return Legend{std::move(plate), form, *place, cost};
    }
    /// Rather folded up than over an event.
    std::optional<Legend> calmest_legend(const std::vector<LegendRow>& rows, RectPx room) const {
        const float widest = std::min(p.px(kLegendWidest), 0.45f * rect.w);
        const float most_h = std::min({room.h, rect.h * kLegendMostPart, kLegendMostArea * rect.w * rect.h / widest});
        const LegendPlate liked = legend_plate(p, rows, most_h);
        if (const auto before = held(FurnitureSlot::Legend); before && !scale.rests() && *before / kMostPlaces < kLegendForms.size())
            if (auto same = legend_in(static_cast<std::uint16_t>(*before / kMostPlaces), rows, room, liked);
                same && same->choice.place.id == *before % kMostPlaces)
                return same;
        std::optional<Legend> least;
        const std::size_t forms = p.is_small() ? 1 : kLegendForms.size();  // a part of a legend is not worth a part of a small map
        for (std::uint16_t form = 0; form < forms; ++form) {
            auto legend = legend_in(form, rows, room, liked);
            if (legend && (!least || legend->cost < least->cost)) least = std::move(legend);
        }
        // Where room is scarce the events come first.
        return least && least->choice.hides_event() && p.is_small() ? std::nullopt : least;
    }
    void legend(const std::vector<LegendRow>& rows, RectPx room) {
        if (rows.empty()) return;
        const auto legend = calmest_legend(rows, room);
        if (!legend) return;
        append_legend(p, legend->plate, legend->choice.place.rect);
        placement.slots[FurnitureSlot::Legend] = static_cast<std::uint16_t>(legend->form * kMostPlaces + legend->choice.place.id);
        blocked.push_back(legend->choice.place.rect);
    }

    /// How many events lie beyond each side, said in its middle where there is room.
    void beyond() {
        for (std::size_t i = 0; i < kMapSides; ++i) {
            const auto side = static_cast<MapSide>(i);
            if (content.beyond[i] == 0) continue;
            const auto place = choose(beyond_slot(side), edge_count_places(p, side, content.beyond[i]));
            if (!place) continue;
            append_edge_count(p, side, content.beyond[i], place->rect);
            blocked.push_back(place->rect);
            placement.hits.push_back({Hit::Kind::EdgeCount, "", place->rect, static_cast<int>(i)});
        }
    }

    void locator(Locator& globe, RectPx room) {
        const float side = p.px(kLocator);
        if (!wants_locator(p.map) || rect.w <= 4 * side || rect.h <= 3.2f * side) return;
        const auto choice = scale.choose(places_along_edges(room, side, side, p.px(24), {0, 1, 0.5f, 1.5f}), held(FurnitureSlot::Locator),
                                         p.px(4), p.px(3));
        if (!choice || choice->hides_event()) return;  // it tells less than an event
        placement.slots[FurnitureSlot::Locator] = choice->place.id;
        placement.locator_center = Locator::turned_to(geo::lonlat_from(p.map.center), previous.locator_center);
        globe.append(p.map, p.input.basemap, p.input.theme, choice->place.rect, *placement.locator_center, p.input.layout.scale,
                     p.over.items);
        blocked.push_back(grown(choice->place.rect, p.px(4)));
    }
};

}  // namespace

void FurnitureLayer::append(const ViewInput& input, const MapTransform& map, const MapNotes& notes, const MapContent& content,
                            const Placement& previous, Frame& over, Placement& placement, std::vector<RectPx>& blocked) {
    const RectPx& rect = map.rect;
    blocked.insert(blocked.end(), input.furniture.covered.begin(), input.furniture.covered.end());
    const FurniturePainter p{input, map, over};
    if (rect.w < p.px(160) || rect.h < p.px(120)) return;
    const Furniture& furniture = input.furniture;
    over.items.push_back(ClipTo{rect});
    Laying laying{p, content, previous, placement, blocked};
    float under_heading = laying.top;
    if (wants_heading(p)) under_heading = laying.heading(notes);
    if (furniture.attribution) laying.credits(notes);
    if (furniture.scale_bar) laying.scale_bar();
    if (furniture.north_arrow) laying.north_arrow();
    const float low = furniture.attribution || furniture.scale_bar ? laying.bottom : rect.bottom() - laying.margin;
    // Beside the heading there is room too, but not for what is as wide as a small map.
    const float high = p.is_small() ? under_heading : laying.top;
    const RectPx room{rect.x + laying.margin, high, rect.w - 2 * laying.margin, low - high};
    laying.legend(rows_for(input, notes), room);
    if (furniture.locator) laying.locator(locator_, room);
    laying.beyond();
    if (furniture.degrees && !input.options.hidden_layers.contains("graticule")) append_degrees(p, std::vector<RectPx>(blocked), blocked);
    over.items.push_back(ClipTo{});
}

}  // namespace dateline::view
