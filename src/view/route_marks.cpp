#include "view/route_marks.h"

#include "base/id.h"
#include "view/routes_layer.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

using document::Route;
using document::RouteDirection;
using geo::WorldPoint;

constexpr double kChevronEvery_px = 150, kShieldEvery_px = 240;
constexpr double kEndRoom_px = 14;     // no chevron so near an end
constexpr float kChevronReach = 3.6f;  // from the line to the tip of an arm
constexpr float kShieldRepeat = 330, kShieldH = 16;

/// The point `along` the chain on the stretch as it is drawn, and where it heads there, on the screen.
struct Spot {
    PointPx at, ahead;  ///< `ahead`: of length one
};

/// A stretch's line in one copy of the world.
struct StretchLine {
    const RouteStretch& stretch;
    const MapView& view;
    int copy;

    const std::vector<geo::LineSet::Vertex>& vertices() const { return stretch.lines->vertices; }
    PointPx screen(double x, double y) const { return view.screen({stretch.lines->origin.x + x, stretch.lines->origin.y + y}, copy); }
    /// nullopt where the projection hides it.
    std::optional<PointPx> screen(std::size_t i) const {
        const WorldPoint p{stretch.lines->origin.x + double{vertices()[i].x}, stretch.lines->origin.y + double{vertices()[i].y}};
        return view.sees(p, copy) ? std::optional(view.screen(p, copy)) : std::nullopt;
    }
    PointPx screen_along(double along) const {
        const double s = std::clamp(along - stretch.begin, 0.0, stretch.end - stretch.begin);
        auto after = std::upper_bound(vertices().begin(), vertices().end(), s, [](double x, const auto& v) { return x < double{v.along}; });
        after = std::clamp(after, vertices().begin() + 1, vertices().end() - 1);
        const auto &a = *(after - 1), &b = *after;
        const double way = double{b.along} - double{a.along}, t = way > 0 ? std::clamp((s - double{a.along}) / way, 0.0, 1.0) : 0;
        return screen(std::lerp(double{a.x}, double{b.x}, t), std::lerp(double{a.y}, double{b.y}, t));
    }
    std::optional<Spot> spot(double along, double reach) const {
        const PointPx heads = screen_along(along + reach) - screen_along(along - reach);
        const float length = length_of(heads);
        if (length < 1e-3f) return std::nullopt;
        return Spot{screen_along(along), heads * (1 / length)};
    }
};

/// The part of the edge a → b, as 0..1 of it, that may be seen in `box`; first > last: none.
std::pair<double, double> part_in(RectPx box, PointPx a, PointPx b) {
    double t0 = 0, t1 = 1;
    const auto clip = [&](double from, double to, double low, double high) {
        const double way = to - from;
        if (std::abs(way) < 1e-9) {
            if (from < low || from > high) t0 = 2;
            return;
        }
        const double u = (low - from) / way, v = (high - from) / way;
        t0 = std::max(t0, std::min(u, v)), t1 = std::min(t1, std::max(u, v));
    };
    clip(double{a.x}, double{b.x}, double{box.x}, double{box.right()});
    clip(double{a.y}, double{b.y}, double{box.y}, double{box.bottom()});
    return {t0, t1};
}

/// The stretch's places that may be seen: the cost follows the part of the line on the screen.
template <class Use>
void each_place(const StretchLine& line, double origin, double every_px, int octave, double room, const Use& use) {
    if (line.vertices().size() < 2) return;
    const RectPx seen = grown(line.view.map.rect, line.view.px(8));
    const double begin = line.stretch.begin;
    std::optional<PointPx> from = line.screen(0);
    double used_to = begin + room;  // edges share their ends: no place is used twice
    for (std::size_t i = 1; i < line.vertices().size(); ++i) {
        const std::optional<PointPx> to = line.screen(i);
        const auto [t0, t1] = from && to ? part_in(seen, *from, *to) : std::pair(2.0, 0.0);
        from = to;
        if (t0 > t1) continue;
        const double a = begin + double{line.vertices()[i - 1].along}, b = begin + double{line.vertices()[i].along};
        const double first = std::max(std::lerp(a, b, t0), used_to), last = std::min(std::lerp(a, b, t1), line.stretch.end - room);
        if (first > last) continue;
        for (const RoutePlace& place : route_places(first, last, origin, every_px, octave)) use(place);
        used_to = std::nextafter(last, 2.0);
    }
}

int octave_of(const MapView& view) { return static_cast<int>(std::lround(view.zoom)); }
double world_of_px(const MapView& view, double px) { return px * double{view.scale} / view.plane.px_per_world(); }

void add_chevron(Spot spot, const MapView& view, float size, float alpha, Color halo, Color color, Frame& frame) {
    const PointPx back = spot.ahead * (-view.px(size)), side{-spot.ahead.y * view.px(size), spot.ahead.x * view.px(size)};
    const PointPx tip = spot.at - back * 0.5f;
    StrokePath path;
    path.points = {tip + back + side, tip, tip + back - side};
    path.width_px = view.px(4);
    path.color = with_alpha(halo, alpha);
    frame.items.emplace_back(path);
    path.width_px = view.px(1.75f);
    path.color = with_alpha(color, alpha);
    frame.items.emplace_back(path);
}

}  // namespace

std::vector<RoutePlace> route_places(double begin, double end, double origin, double every_px, int octave) {
    std::vector<RoutePlace> places;
    const double step = every_px / (512 * std::exp2(octave));
    constexpr double kMost = 1e6;  // of steps: what lies on the screen is a part of them, but the loop is over all
    const double first = std::ceil((begin - origin) / step), last = std::floor((end - origin) / step);
    if (!(last - first < kMost)) return places;
    for (auto n = static_cast<std::int64_t>(first); n <= static_cast<std::int64_t>(last); ++n) {
        RoutePlace place{n, octave, origin + static_cast<double>(n) * step};
        while (place.number != 0 && place.number % 2 == 0) place.number /= 2, --place.octave;
        if (place.number == 0) place.octave = -64;
        places.push_back(place);
    }
    return places;
}

void append_chevrons(const ViewInput& input, const MapView& view, const RouteStretch& stretch, int copy, bool emphasised, Color color,
                     Frame& frame) {
    const Route& route = *input.briefing.routes()[stretch.route];
    if (route.direction == RouteDirection::Both) return;
    const int octave = octave_of(view);
    const double room = world_of_px(view, kEndRoom_px), reach = world_of_px(view, 5);
    // Those of the next octave come in before it begins.
    const float coming = fade_in(view.zoom - octave, 0.3, 0.5);
    const StretchLine line{stretch, view, copy};
    each_place(line, 0, kChevronEvery_px, octave + (coming > 0 ? 1 : 0), room, [&](const RoutePlace& place) {
        auto spot = line.spot(place.along, reach);
        if (!spot) return;
        if (route.direction == RouteDirection::Backward) spot->ahead = spot->ahead * -1;
        add_chevron(*spot, view, kChevronReach * (emphasised ? 1.25f : 1), place.octave > octave ? coming : 1, input.theme.halo, color,
                    frame);
    });
}

namespace {

class Shields {
  public:
    Shields(const ViewInput& input, const MapView& view, LabelSheet& sheet) : input_(input), view_(view), sheet_(sheet) {}

    void add(const RouteStretch& stretch, int copy) {
        const Route& route = *input_.briefing.routes()[stretch.route];
        const bool chosen = route.id == input_.options.selected_route;
        const TextStyle style{chosen ? Face::SemiBold : Face::Medium, view_.px(10), input_.theme.text, {}, 0, 0};
        const TextBlock block = text_block(input_.type, {route.short_name}, style);
        const float width = std::round(block.width + view_.px(10)), height = view_.px(kShieldH);
        const double room = world_of_px(view_, double{width} / double{view_.scale});
        if (stretch.chain_length < 2 * room) return;
        const Color hue = input_.theme.route[static_cast<std::size_t>(route.kind)];
        const StretchLine line{stretch, view_, copy};
        each_place(line, 0.5 * stretch.chain_length, kShieldEvery_px, octave_of(view_), 0, [&](const RoutePlace& place) {
            if (place.along < room || place.along > stretch.chain_length - room) return;
            MapLabel label;
            label.blocks.push_back(block);
            label.plate_fill = with_alpha(mix(input_.theme.panel, hue, 0.12f), 0.94f);
            label.plate_line = chosen ? input_.theme.ink : hue;
            add_spots(line, place, width, height, label);
            if (label.candidate.spots.empty()) return;
            const std::uint64_t number = static_cast<std::uint64_t>(place.number) * 128 + static_cast<std::uint64_t>(place.octave + 64);
            // A place near the end of one stretch may have spots on the next too: they are two candidates.
            label.candidate.id =
                base::stable_hash(fmt::format("{}#shield/{}/{}", route.id, stretch.segment, line.copy), number * 1024 + stretch.chain);
            label.candidate.rank = chosen ? LabelRank::EmphasisedRoute : LabelRank::Route;
            label.candidate.order = (chosen ? 1e6 : -1) + 1e-3 * place.octave +
                                    1e-6 * static_cast<double>(stretch.route);  // before the names, but of the chosen one after its own
            label.candidate.name = base::stable_hash(route.id + "#shield");
            label.candidate.owner = base::stable_hash(route.id);
            label.candidate.repeat_px = view_.px(kShieldRepeat);
            label.candidate.never_cut = true;
            label.hit = {Hit::Kind::Route, route.id, {}, static_cast<int>(stretch.segment)};
            sheet_.add(std::move(label));
        });
    }

  private:
    /// At its place, or a little before or after it along the line.
    void add_spots(const StretchLine& line, const RoutePlace& place, float width, float height, MapLabel& label) const {
        constexpr std::array<double, 5> kShift{0, 30, -30, 60, -60};
        const TextBlock& block = label.blocks.front();
        for (std::uint8_t i = 0; i < kShift.size(); ++i) {
            const double along = place.along + world_of_px(view_, kShift[i]);
            if (along < line.stretch.begin || along > line.stretch.end) continue;
            const auto spot = line.spot(along, world_of_px(view_, 5));
            if (!spot || !view_.map.rect.contains(spot->at)) continue;
            const RectPx plate{std::round(spot->at.x - 0.5f * width), std::round(spot->at.y - 0.5f * height), width, height};
            MapLabel::Lie lie;
            lie.at = {plate.x + 0.5f * (width - block.width), plate.y + 0.5f * (height - block.height)};
            lie.plate = plate;
            label.add_spot(i, {plate}, std::move(lie));
        }
    }

    const ViewInput& input_;
    const MapView& view_;
    LabelSheet& sheet_;
};

}  // namespace

void append_shields(const ViewInput& input, const MapView& view, const std::vector<RouteStretch>& drawn, LabelSheet& sheet) {
    Shields shields(input, view, sheet);
    for (const RouteStretch& stretch : drawn) {
        const Route& route = *input.briefing.routes()[stretch.route];
        if (route.short_name.empty() || !in_its_time(route.segments[stretch.segment], input.options.playhead)) continue;
        const MapView::Copies copies = view.copies(stretch.lines->box, 0);
        if (!copies.none()) shields.add(stretch, copies.first);
    }
}

}  // namespace dateline::view
