#include "view/routes_layer.h"

#include "base/id.h"
#include "view/furniture_legend.h"
#include "view/route_marks.h"
#include "view/seen_parts.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace dateline::view {
namespace {

using document::Route;
using document::RouteKind;
using document::RouteSegment;
using document::RouteStatus;

/// A corridor is drawn as a corridor whatever runs on it, but its ferries show.
RouteKind drawn_kind(const Route& route, const RouteSegment& segment) {
    if (segment.kind == RouteKind::Ferry) return RouteKind::Ferry;
    return route.kind == RouteKind::Corridor ? RouteKind::Corridor : segment.kind;
}

std::array<float, 4> scaled(std::array<float, 4> dash, float scale) {
    for (float& d : dash) d *= scale;
    return dash;
}

bool has_dash(const std::array<float, 4>& dash) { return dash[0] > 0; }

/// "Middle Corridor (Trans-Caspian …)" is known by what stands before the bracket. The status is that of the stretch.
std::string written_name(const Route& route, RouteStatus status) {
    std::string name = route.name.substr(0, route.name.find(" ("));
    if (name.empty()) name = route.short_name;
    if (const std::string_view note = status_note(status); !note.empty()) name += " (" + std::string(note) + ")";
    return name;
}

/// "Lachin–Khankendi road" says "Lachin road": each of its words.
bool says(std::string_view name, std::string_view words) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (name.find(words.substr(0, end)) == std::string_view::npos) return false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
}

}  // namespace

std::string route_credits(const document::Briefing& briefing, const std::vector<Hit>& boxes) {
    std::set<std::string_view> seen;
    for (const Hit& box : boxes) seen.insert(box.id);
    std::vector<std::string_view> named;
    std::string out;
    for (const auto& route : briefing.routes()) {
        if (!seen.contains(route->id)) continue;
        for (const std::string& whom : route->credits) {
            if (whom.empty() || std::find(named.begin(), named.end(), whom) != named.end()) continue;
            out += (named.empty() ? "routes: " : ", ") + whom;
            named.push_back(whom);
        }
    }
    return out;
}

bool in_its_time(const RouteSegment& segment, calendar::Instant at) {
    if (segment.from && at < segment.from->bounds().begin) return false;
    return !segment.to || at < segment.to->bounds().end;
}

std::vector<LineStyle> route_styles(const Theme& theme, const Route& route, const RouteSegment& segment, bool emphasised,
                                    bool others_emphasised, float scale) {
    const Measures& m = theme.measures;
    const RouteKind kind = drawn_kind(route, segment);
    const RouteMeasures& look = m.route[static_cast<std::size_t>(kind)];
    const Color own = theme.route[static_cast<std::size_t>(kind == RouteKind::Ferry ? route.kind : kind)];
    const float k = scale * (emphasised ? m.route_emphasised_scale : 1);
    LineStyle style;
    style.color = emphasised || !others_emphasised ? own : mix(theme.land, own, m.route_quiet_share);
    style.width_px = look.core_px * k;
    style.casing = with_alpha(theme.halo, m.route_halo_alpha);
    style.casing_width_px = (look.core_px + m.route_halo_extra_px) * k;
    if (has_dash(look.dash_px)) {
        style.dash_px = scaled(look.dash_px, scale);
        return {style};
    }
    const auto& dash = m.status_dash_px[static_cast<std::size_t>(segment.status)];
    if (has_dash(dash)) {
        // A dash replaces ornament and casing.
        LineStyle dashes = style;
        dashes.dash_px = scaled(dash, scale);
        dashes.round_caps = false;
        if (segment.status != RouteStatus::UnderConstruction) return {dashes};
        style.color.a *= m.under_construction_alpha;
        dashes.casing.a = 0;
        return {style, dashes};
    }
    if (look.casing_px > 0) {
        style.casing = with_alpha(look.casing_is_halo ? theme.halo : style.color, look.casing_alpha);
        style.casing_width_px = look.casing_px * k;
    }
    style.tick_every_px = look.tick_every_px * scale;
    style.tick_length_px = look.tick_length_px * k;
    style.tick_width_px = look.tick_width_px * scale;
    style.dot_every_px = look.dot_every_px * scale;
    style.dot_width_px = look.dot_width_px * k;
    return {style};
}

namespace {

constexpr float kBoxReach = 5;  // px about a line
constexpr float kPickReach = 6, kGlow = 9, kGlowAlpha = 0.28f;
constexpr float kGlintEvery = 260, kGlintLength = 84, kGlintSpeed = 70;  // px, px a second

/// The glints of a route: its own colour, brighter.
LineStyle::Flow flow_of(const ViewInput& input, const Route& route, const LineStyle& style, float scale) {
    LineStyle::Flow flow;
    if (!input.options.flow_s) return flow;
    flow.color = mix(style.color, input.theme.dark() ? Color{1, 1, 1, 1} : input.theme.halo, 0.8f);
    flow.color.a = 0.85f;
    flow.every_px = kGlintEvery * scale;
    flow.length_px = kGlintLength * scale;
    const double turns = *input.options.flow_s * double{kGlintSpeed / kGlintEvery};
    flow.phase = static_cast<float>(turns - std::floor(turns));
    flow.backward = route.direction == document::RouteDirection::Backward;
    flow.both = route.direction == document::RouteDirection::Both;
    return flow;
}

}  // namespace

void RoutesLayer::append_stretch(const ViewInput& input, const MapView& view, const RouteStretch& stretch, Frame& frame,
                                 std::vector<Hit>& covered) {
    const ViewOptions& options = input.options;
    const Route& route = *input.briefing.routes()[stretch.route];
    const RouteSegment& segment = route.segments[stretch.segment];
    const MapView::Copies copies = view.copies(stretch.lines->box, view.px(8));
    if (copies.none()) return;
    const bool chosen = route.id == options.selected_route, hovered = route.id == options.hovered_route;
    std::vector<LineStyle> styles =
        route_styles(input.theme, route, segment, chosen || hovered, !options.selected_route.empty(), view.scale);
    if (chosen || hovered) {
        styles.front().glow_px = view.px(kGlow);
        styles.front().glow_alpha = kGlowAlpha;
    }
    if (route.status == document::RouteStatus::Existing && segment.status == document::RouteStatus::Existing)
        styles.back().flow = flow_of(input, route, styles.back(), view.scale);
    const std::size_t before = covered.size();
    for (const LineStyle& style : styles) frame.items.emplace_back(StrokeLines{stretch.lines, style, stretch.begin});
    for (int copy = copies.first; copy <= copies.last; ++copy) {
        append_chevrons(input, view, stretch, copy, chosen || hovered, styles.back().color, frame);
        for (std::vector<PointPx>& part : seen_parts(*stretch.lines, view, copy)) {
            if (copy == copies.first) {
                std::vector<RectPx> boxes;
                append_boxes_along(part, view.map.rect, view.px(kBoxReach), boxes);
                for (const RectPx& box : boxes) covered.push_back({Hit::Kind::Route, route.id, box, -1});
            }
            picker_->add(route.id, static_cast<int>(stretch.segment), std::move(part));
        }
    }
    const auto boxes = static_cast<float>(covered.size() - before);
    if (boxes == 0) return;
    Seen& seen = seen_[stretch.route];
    seen.px[static_cast<std::size_t>(segment.status)] += boxes * kBoxReach;
    seen.ferry = seen.ferry || (segment.kind == RouteKind::Ferry && route.kind != RouteKind::Ferry);
}

/// A route that is drawn in two states is keyed as the longer of them, and says so of the other.
void RoutesLayer::explain(const ViewInput& input, MapNotes& notes) const {
    bool ferry = false;
    for (const auto& [index, seen] : seen_) {
        const Route& route = *input.briefing.routes()[index];
        const auto most = std::max_element(seen.px.begin(), seen.px.end());
        LegendRow row;
        row.what = LegendRow::What::Route;
        row.label = route.name;
        if (!says(route.name, route.short_name)) row.code = route.short_name;
        row.kind = route.kind;
        row.status = static_cast<RouteStatus>(most - seen.px.begin());
        row.note = status_note(row.status);
        for (std::size_t i = 0; i < seen.px.size(); ++i) {
            const auto other = static_cast<RouteStatus>(i);
            if (other != row.status && seen.px[i] > 0 && row.note.empty()) row.note = fmt::format("partly {}", status_note(other));
            row.seen_px += seen.px[i];
        }
        row.emphasised = route.id == input.options.selected_route;
        ferry = ferry || seen.ferry;
        notes.explain(std::move(row));
    }
    if (ferry) notes.explain(LegendRow::What::FerryLeg, "Ferry leg");
}

void RoutesLayer::append(const ViewInput& input, const MapView& view, Frame& frame, std::vector<Hit>& covered) {
    drawn_ = nullptr;
    seen_.clear();
    picker_ = std::make_shared<RoutePicker>(view.px(kPickReach));
    if (input.options.hidden_layers.contains("routes")) return;
    geometry_.update(input.briefing, input.options.hidden_routes);
    const float spacing = 2.5f + 4 * fade_in(view.zoom, 3, 6);
    drawn_ = &geometry_.at(view.zoom, view.scale, view.px(spacing));
    const ViewOptions& options = input.options;
    growth_.begin_frame(input.briefing.version(), options.playhead, options.clock_s);
    const auto layer_of = [&](const Route& route) {
        return route.id == options.selected_route ? 2 : route.id == options.hovered_route ? 1 : 0;
    };
    for (const int layer : {0, 1, 2}) {
        for (const RouteStretch& stretch : *drawn_) {
            const Route& route = *input.briefing.routes()[stretch.route];
            if (layer_of(route) != layer) continue;
            const RouteGrowth::Part part = growth_.part_of(stretch.route, stretch.segment, route.segments[stretch.segment]);
            if (part.whole()) {
                append_stretch(input, view, stretch, frame, covered);
            } else if (!part.none()) {
                RouteStretch drawn = stretch;
                drawn.lines = part_of(stretch.lines, part);
                if (drawn.lines) append_stretch(input, view, drawn, frame, covered);
            }
        }
    }
}

namespace {

/// A stretch on the screen and the name that is to be set along it.
struct NamedLine {
    const Route& route;
    std::uint32_t segment;
    bool emphasised;
    std::string name;
    TextStyle style;
    float width, gap;  ///< of the text; between it and the line's middle
    std::vector<PointPx> points;
    std::vector<float> along;
    float length() const { return along.empty() ? 0 : along.back(); }
};

NamedLine named_line(const ViewInput& input, const MapView& view, const RouteStretch& stretch, int copy) {
    const Measures& m = input.theme.measures;
    const Route& route = *input.briefing.routes()[stretch.route];
    NamedLine line{route,
                   stretch.segment,
                   route.id == input.options.selected_route,
                   written_name(route, route.segments[stretch.segment].status),
                   {},
                   0,
                   0,
                   {},
                   {}};
    line.style.face = line.emphasised ? Face::SemiBold : Face::Medium;
    line.style.size_px = view.px(line.emphasised ? 12 : 11);
    line.style.color = input.theme.route[static_cast<std::size_t>(route.kind)];
    line.style.halo = with_alpha(input.theme.halo, 0.9f);
    line.style.halo_px = view.px(m.route_name_halo_px);
    line.width = input.type.width_px(line.name, line.style);
    const RouteMeasures& look = m.route[static_cast<std::size_t>(route.kind)];
    line.gap = view.px(0.5f * std::max({look.casing_px, look.tick_length_px, look.dot_width_px, look.core_px + 2}) + 3.5f);
    // Where the globe's edge cuts a line the longest part that is seen has the name.
    for (std::vector<PointPx>& part : seen_parts(*stretch.lines, view, copy)) {
        std::vector<float> along = lengths_summed(part);
        if (part.size() < 2 || (!line.along.empty() && along.back() <= line.along.back())) continue;
        line.points = std::move(part);
        line.along = std::move(along);
    }
    return line;
}

constexpr std::uint8_t kCalmSides = 20;  // after those along the line itself

/// The spots of the name on one of the `pieces` that a line is cut into, the straightest first, above the line and below.
void add_spots(const NamedLine& line, int piece, int pieces, RectPx map, bool calmly, MapLabel& label) {
    struct Choice {
        float cost;
        std::uint8_t side;
        std::vector<PointPx> path;
    };
    const float em = line.style.size_px;
    std::vector<Choice> choices;
    for (std::uint8_t i = 0; i < 14; ++i) {
        constexpr std::array<float, 7> kAt{0.5f, 0.4f, 0.6f, 0.28f, 0.72f, 0.16f, 0.84f};
        const float at = (static_cast<float>(piece) + kAt[i / 2]) * line.length() / static_cast<float>(pieces);
        if (!map.contains(point_on(line.points, line.along, at))) continue;
        const float lift = i % 2 == 0 ? line.gap : -line.gap - 0.72f * em;
        TextPath path = text_path(line.points, line.along, at, line.width, lift, em, calmly);
        if (!path.points.empty())
            choices.push_back({path.bend + 0.02f * static_cast<float>(i), static_cast<std::uint8_t>(calmly ? i + kCalmSides : i),
                               std::move(path.points)});
    }
    std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
    for (Choice& choice : choices) {
        MapLabel::Lie lie;
        std::vector<RectPx> boxes = path_boxes(choice.path, line.width, 1.1f * em, 0.35f * em);
        lie.path = std::move(choice.path);
        label.add_spot(choice.side, std::move(boxes), std::move(lie), calmly ? 1 : 0);
    }
}

/// Along the line; the chosen one's where it winds too, calmly.
void add_along(const NamedLine& line, int piece, int pieces, RectPx map, MapLabel& label) {
    add_spots(line, piece, pieces, map, false, label);
    if (line.emphasised) add_spots(line, piece, pieces, map, true, label);
}

}  // namespace

namespace {

/// The chosen route's name beside its line, level: for where it cannot be set along it.
void add_beside(const NamedLine& line, RectPx map, MapLabel& label) {
    constexpr std::array<float, 5> kAt{0.5f, 0.3f, 0.7f, 0.1f, 0.9f};
    const TextBlock& block = label.blocks.front();
    const float gap = line.gap + 0.5f * line.style.size_px;
    for (std::uint8_t i = 0; i < kAt.size(); ++i) {
        const PointPx at = point_on(line.points, line.along, kAt[i] * line.length());
        if (!map.contains(at)) continue;
        const std::array<PointPx, 4> corners{{{at.x + gap, at.y - 0.5f * block.height},
                                              {at.x - gap - block.width, at.y - 0.5f * block.height},
                                              {at.x - 0.5f * block.width, at.y - gap - block.height},
                                              {at.x - 0.5f * block.width, at.y + gap}}};
        for (std::uint8_t side = 0; side < corners.size(); ++side)
            label.add_block(static_cast<std::uint8_t>(20 + 4 * i + side), 0, corners[side],
                            side == 1   ? AlignX::Right
                            : side == 0 ? AlignX::Left
                                        : AlignX::Center);
    }
}

}  // namespace

void RoutesLayer::append_names(const ViewInput& input, const MapView& view, LabelSheet& sheet) {
    if (!drawn_ || input.options.hidden_layers.contains("labels")) return;
    std::map<std::uint32_t, int> tried;  // names of each route
    for (const RouteStretch& stretch : *drawn_) {
        const Route& route = *input.briefing.routes()[stretch.route];
        if (!in_its_time(route.segments[stretch.segment], input.options.playhead)) continue;
        const MapView::Copies copies = view.copies(stretch.lines->box, 0);
        if (copies.none()) continue;
        const NamedLine line = named_line(input, view, stretch, copies.first);
        if (line.points.size() < 2 || (!line.emphasised && line.length() < line.width + 2 * line.style.size_px)) continue;
        // Pieces of a line are counted from its start, so that a name stays on its piece while the map moves.
        const auto pieces = std::clamp(static_cast<int>(line.length() / view.px(900)), 1, 4096);
        for (int piece = 0; piece < pieces && tried[stretch.route] < 8; ++piece) {
            // The chosen one's name stands beside its line only where there is none along any piece of it.
            const std::uint32_t number = stretch.segment * 4096 + static_cast<std::uint32_t>(piece);
            const auto add = [&](bool beside) {
                MapLabel label;
                label.blocks.push_back(text_block(input.type, {line.name}, line.style));
                if (beside) add_beside(line, view.map.rect, label);
                else if (line.length() >= line.width + 2 * line.style.size_px) add_along(line, piece, pieces, view.map.rect, label);
                if (label.candidate.spots.empty()) return false;
                label.candidate.id = base::stable_hash(beside ? route.id + "#beside" : route.id, number);
                label.candidate.rank = line.emphasised ? LabelRank::EmphasisedRoute : LabelRank::Route;
                label.candidate.order =
                    static_cast<double>(stretch.route) - 1e-4 * double{std::min(line.length(), 5000.f)} + (beside ? 1e5 : 0);
                label.candidate.name = label.candidate.owner = base::stable_hash(route.id);
                label.candidate.repeat_px = view.px(700);
                // Over a bundle of lines no name would say whose it is.
                if (!line.emphasised) label.candidate.on_lines = LabelCandidate::OnLines::Never;
                label.hit = {Hit::Kind::Route, route.id, {}, static_cast<int>(stretch.segment)};
                sheet.add(std::move(label));
                return true;
            };
            const bool along = add(false), beside = line.emphasised && add(true);
            if (along || beside) ++tried[stretch.route];
        }
    }
    append_shields(input, view, *drawn_, sheet);
}

}  // namespace dateline::view
