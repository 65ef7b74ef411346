#include "publish/figure_discs.h"

#include "view/basemap_layer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace dateline::publish {
namespace {

using document::PlacePrecision;
using view::PointPx;
using view::RectPx;

constexpr float kStack = 46, kDot = 6;
constexpr std::size_t kColumn = 5;  // discs on one another before a second column begins
constexpr float kRingStep = 58;     // between discs with rings, which then do not overlap
constexpr float kCloseCosts = 8;    // where they do
constexpr float kLeastAshore = 0.5f, kWetCosts = 150, kLineCosts = 60;

using view::around;
float distance(PointPx a, PointPx b) { return std::hypot(a.x - b.x, a.y - b.y); }

DiscSpot::Footing footing_of(const document::Event& event) {
    if (event.place_precision >= PlacePrecision::Country) return DiscSpot::Footing::Wide;
    const bool area = event.place_precision == PlacePrecision::District || event.place_precision == PlacePrecision::Region ||
                      event.place_precision == PlacePrecision::Water;
    return area ? DiscSpot::Footing::Area : DiscSpot::Footing::Point;
}

float to_segment(PointPx p, PointPx a, PointPx b) {
    const float dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    const float t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.f, 1.f) : 0;
    return distance(p, {a.x + t * dx, a.y + t * dy});
}

bool cross(PointPx a, PointPx b, PointPx c, PointPx d) {
    const auto side = [](PointPx p, PointPx q, PointPx r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

struct Candidate {
    std::vector<PointPx> discs, stem;
    float cost = 0;
};

/// Discs from `first` on, in columns that grow along `dy`, side by side along `dx`.
std::vector<PointPx> stacked(PointPx first, std::size_t count, float dx, float dy) {
    std::vector<PointPx> discs;
    for (std::size_t i = 0; i < count; ++i)
        discs.push_back({first.x + dx * static_cast<float>(i / kColumn), first.y + dy * static_cast<float>(i % kColumn)});
    return discs;
}

/// How much of discs lies on a land: of their middles and of points toward their rims.
float share_on(const Land& land, const std::vector<PointPx>& discs, float r) {
    constexpr std::array<PointPx, 5> kPoints{{{0, 0}, {-0.75f, 0}, {0.75f, 0}, {0, -0.75f}, {0, 0.75f}}};
    int on = 0;
    for (const PointPx disc : discs)
        for (const PointPx p : kPoints) on += land.holds({disc.x + p.x * r, disc.y + p.y * r}) ? 1 : 0;
    return static_cast<float>(on) / static_cast<float>(kPoints.size() * std::max<std::size_t>(discs.size(), 1));
}

std::vector<PointPx> in_row(PointPx middle, std::size_t count, float step) {
    std::vector<PointPx> discs;
    for (std::size_t i = 0; i < count; ++i)
        discs.push_back({middle.x + step * (static_cast<float>(i) - static_cast<float>(count - 1) / 2), middle.y});
    return discs;
}

/// Two by two about `middle`.
std::vector<PointPx> in_block(PointPx middle, std::size_t count, float step) {
    std::vector<PointPx> discs;
    for (std::size_t i = 0; i < count; ++i)
        discs.push_back({middle.x + step * (static_cast<float>(i % 2) - 0.5f),
                         middle.y + step * (static_cast<float>(i / 2) - static_cast<float>((count - 1) / 2) / 2)});
    return discs;
}

/// About the middle of an area whose discs do not hang on a stem. Off its country, as soon of an island, a line leads back into it;
/// without a dot, for there is no spot.
void add_about_middle(const Page& page, const DiscSpot& spot, PointPx moved, std::vector<Candidate>& out) {
    const std::size_t count = spot.events.size();
    const float length = std::hypot(moved.x, moved.y);
    const PointPx middle{spot.at.x + page.px(moved.x), spot.at.y + page.px(moved.y)};
    const float reach = std::min(page.px(60), std::max(page.px(8), 0.7f * spot.area_px));
    const auto add = [&](std::vector<PointPx> discs, float cost) {
        const float ashore = spot.land ? share_on(*spot.land, discs, page.px(kDisc)) : page.px(length) > reach ? 0.f : 1.f;
        Candidate candidate{std::move(discs), {}, length * 0.5f + cost};
        if (ashore < kLeastAshore) candidate.stem = {spot.at, middle}, candidate.cost += spot.land ? kLineCosts : 0;
        else candidate.cost += kWetCosts * (1 - ashore) * (1 - ashore) * static_cast<float>(count);
        out.push_back(std::move(candidate));
    };
    for (const bool close : {false, true}) {
        if (spot.footing != DiscSpot::Footing::Wide && !close) continue;
        const float step = page.px(close ? kStack : kRingStep),
                    more = close && spot.footing == DiscSpot::Footing::Wide && count > 1 ? kCloseCosts : 0;
        add(in_row(middle, count, step), more);
        if (count >= 3) add(in_block(middle, count, step), more + 4);
        if (count == 2 || (spot.land && count == 3))
            add(stacked({middle.x, middle.y + 0.5f * step * static_cast<float>(count - 1)}, count, 0, -step), more + 6);
        if (count == 1) break;
    }
}

std::vector<Candidate> candidates_of(const Page& page, const DiscSpot& spot) {
    std::vector<Candidate> out;
    const std::size_t count = spot.events.size();
    const float step = page.px(kStack);
    const bool fits_inside = spot.footing == DiscSpot::Footing::Area && spot.area_px > page.px(10) + step / 2 * static_cast<float>(count);
    if (fits_inside) add_about_middle(page, spot, {0, 0}, out);
    if (spot.footing == DiscSpot::Footing::Wide) {
        for (const float down : {0.f, -26.f, 26.f, -52.f, 52.f, -78.f, 78.f, -104.f, 104.f, -156.f, 156.f})
            for (const float across : {0.f, 30.f, -30.f, 60.f, -60.f, 95.f, -95.f, 130.f, -130.f})
                add_about_middle(page, spot, {across, down}, out);
        return out;
    }
    // Up is best, then its sides: a stem that stands reads as a pin.
    constexpr std::array<float, 12> kAngles{-90, -60, -120, -30, -150, 0, 180, 45, 135, 90, 20, 160};
    for (std::size_t a = 0; a < kAngles.size(); ++a) {
        for (const float length : {62.f, 88.f, 120.f, 160.f, 210.f}) {
            const float angle = kAngles[a] * std::numbers::pi_v<float> / 180;
            const PointPx way{std::cos(angle), std::sin(angle)};
            const float from = spot.footing == DiscSpot::Footing::Area ? spot.area_px : page.px(kDot);
            const float reach = std::max(page.px(length), from + page.px(36));
            const PointPx first{spot.at.x + way.x * reach, spot.at.y + way.y * reach};
            const float dy = way.y > 0.35f ? step : -step, dx = way.x < 0 ? -step : step;
            Candidate candidate;
            const bool level = std::abs(way.y) <= 0.35f && count <= 3;
            candidate.discs = stacked(first, count, dx, dy);
            for (std::size_t i = 0; level && i < count; ++i) candidate.discs[i] = {first.x + dx * static_cast<float>(i), first.y};
            candidate.stem = {{spot.at.x + way.x * from, spot.at.y + way.y * from}, first};
            candidate.cost = (length - 62) * 0.45f + 5 * static_cast<float>(a) + (fits_inside ? 60 : 0);
            out.push_back(std::move(candidate));
        }
    }
    return out;
}

struct Surroundings {
    const Page& page;
    const std::vector<DiscSpot>& spots;
    RectPx bounds;
    const std::vector<RectPx>& taken;
    const std::vector<RectPx>& symbols;
    const std::vector<ArcWay>& arcs;

    float cost(const Candidate& candidate, std::size_t self) const {
        const float r = page.px(kDisc + 3);
        float cost = candidate.cost;
        for (PointPx disc : candidate.discs) {
            const RectPx box = around(disc, r);
            if (box.x < bounds.x || box.y < bounds.y || box.right() > bounds.right() || box.bottom() > bounds.bottom()) cost += 2000;
            for (const RectPx& rect : taken) cost += rect.overlaps(box) ? 1500.f : 0.f;
            for (const RectPx& symbol : symbols) cost += symbol.overlaps(box) ? 350.f : 0.f;
            for (const ArcWay& arc : arcs) cost += against_arc(disc, arc, r);
        }
        for (std::size_t i = 0; i < spots.size(); ++i)
            if (i != self) cost += against(candidate, spots[i]);
        return cost;
    }

  private:
    /// Less where it sets out, hardly to be seen yet, than toward its head.
    static float against_arc(PointPx disc, const ArcWay& arc, float r) {
        constexpr float kOnArc = 90, kAtItsStart = 25;
        for (std::size_t i = 1; i < arc.size(); ++i)
            if (std::min(arc[i].x, arc[i - 1].x) < disc.x + r && std::max(arc[i].x, arc[i - 1].x) > disc.x - r &&
                to_segment(disc, arc[i - 1], arc[i]) < r)
                return 4 * i > 3 * arc.size() ? kAtItsStart : kOnArc;
        return 0;
    }
    float against(const Candidate& candidate, const DiscSpot& other) const {
        const float r = page.px(kDisc), gap = page.px(4);
        float cost = 0;
        for (PointPx disc : candidate.discs) {
            if (other.footing != DiscSpot::Footing::Wide && distance(disc, other.at) < r + page.px(kDot + 4)) cost += 400;
            else if (other.footing == DiscSpot::Footing::Area && distance(disc, other.at) < r + other.area_px) cost += 60;
            for (PointPx there : other.discs) cost += distance(disc, there) < 2 * r + gap ? 800.f : 0.f;
            if (other.stem.size() == 2 && to_segment(disc, other.stem[0], other.stem[1]) < r + gap) cost += 300;
        }
        if (candidate.stem.size() != 2) return cost;
        const PointPx a = candidate.stem[0], b = candidate.stem[1];
        for (PointPx there : other.discs) cost += to_segment(there, a, b) < r + gap ? 300.f : 0.f;
        if (other.footing == DiscSpot::Footing::Point && to_segment(other.at, a, b) < page.px(kDot + 6)) cost += 150;
        if (other.stem.size() == 2 && cross(a, b, other.stem[0], other.stem[1])) cost += 250;
        return cost;
    }
};

}  // namespace

bool Land::holds(PointPx at) const {
    const geo::WorldPoint p = view::world_from_screen(map, at);
    const geo::WorldPoint own{p.x - std::floor(p.x), p.y};
    return std::any_of(meshes.begin(), meshes.end(), [&](const geo::Mesh* mesh) { return view::mesh_holds(*mesh, own); }) &&
           !view::is_lake(*basemap, own);
}

namespace {

/// That of the state which an event's place is; nullopt where it is none.
std::optional<Land> land_of(const document::Event& event, const document::BaseMap& basemap, const view::MapTransform& map) {
    if (event.place_precision != PlacePrecision::Country) return std::nullopt;
    const std::string country = view::country_of_id(basemap, event.place_id);
    if (country.empty()) return std::nullopt;
    Land land{&basemap, map, {}};
    for (const document::BaseMesh& chunk :
         basemap.meshes[static_cast<std::size_t>(document::BaseLayer::Countries)][static_cast<std::size_t>(document::Scale::Medium50m)])
        if (chunk.country == country) land.meshes.push_back(chunk.mesh.get());
    return land;
}

}  // namespace

std::vector<DiscSpot> spots_on(const Page& page, const Selection& selection, const view::MapTransform& map) {
    std::vector<DiscSpot> spots;
    const float same = page.px(9);
    for (const Numbered& numbered : selection.events) {
        const document::Event& event = *numbered.event;
        if (std::holds_alternative<std::monostate>(event.geometry)) continue;
        const geo::LonLat place = geo::anchor(event.geometry);
        const PointPx at = view::screen_from_world(map, geo::world_from(place));
        if (!map.rect.contains(at)) continue;
        const DiscSpot::Footing footing = footing_of(event);
        const double m_per_px = view::ground_m_per_px(map, place);
        const double km = event.place_radius_km > 0 ? event.place_radius_km : event.place_precision == PlacePrecision::District ? 15 : 60;
        const bool sized = footing == DiscSpot::Footing::Area || (footing == DiscSpot::Footing::Wide && event.place_radius_km > 0);
        const float area = sized ? static_cast<float>(km * 1000 / m_per_px) : 0;
        const auto known =
            std::find_if(spots.begin(), spots.end(), [&](const DiscSpot& s) { return s.footing == footing && distance(s.at, at) < same; });
        const bool is_new = known == spots.end();
        DiscSpot& spot = is_new ? spots.emplace_back(DiscSpot{footing, at, area, {}, {}, {}, {}}) : *known;
        if (is_new) spot.land = land_of(event, page.input.basemap, map);
        spot.area_px = std::max(spot.area_px, area);
        spot.events.push_back(&numbered);
    }
    return spots;
}

void place_discs(const Page& page, std::vector<DiscSpot>& spots, RectPx bounds, const std::vector<RectPx>& taken,
                 const std::vector<RectPx>& symbols, const std::vector<ArcWay>& arcs) {
    constexpr int kSweeps = 4;
    const Surroundings around_them{page, spots, bounds, taken, symbols, arcs};
    std::vector<std::vector<Candidate>> candidates;
    for (const DiscSpot& spot : spots) candidates.push_back(candidates_of(page, spot));
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (std::size_t i = 0; i < spots.size(); ++i) {
            const Candidate* best = nullptr;
            float least = 1e30f;
            for (const Candidate& candidate : candidates[i])
                if (const float cost = around_them.cost(candidate, i); cost < least) best = &candidate, least = cost;
            if (!best) continue;
            spots[i].discs = best->discs;
            spots[i].stem = best->stem;
        }
    }
}

std::vector<view::PageDisc> discs_of(const Page& page, const std::vector<DiscSpot>& spots) {
    std::vector<view::PageDisc> discs;
    for (const DiscSpot& spot : spots)
        for (const PointPx at : spot.discs) discs.push_back({at, page.px(spot.footing == DiscSpot::Footing::Wide ? kDisc + 9 : kDisc + 1)});
    return discs;
}

std::vector<RectPx> covered_by(const Page& page, const std::vector<DiscSpot>& spots) {
    std::vector<RectPx> boxes;
    for (const DiscSpot& spot : spots) {
        for (PointPx disc : spot.discs) boxes.push_back(around(disc, page.px(kDisc + 3)));
        if (spot.footing == DiscSpot::Footing::Point) boxes.push_back(around(spot.at, page.px(kDot + 1)));
        if (spot.stem.size() != 2) continue;
        for (int i = 1; i < 8; ++i) {
            const float t = static_cast<float>(i) / 8;
            boxes.push_back(
                around({spot.stem[0].x + (spot.stem[1].x - spot.stem[0].x) * t, spot.stem[0].y + (spot.stem[1].y - spot.stem[0].y) * t},
                       page.px(4)));
        }
    }
    return boxes;
}

void draw_spots(Page& page, const std::vector<DiscSpot>& spots) {
    const view::Theme& theme = page.theme();
    for (const DiscSpot& spot : spots) {
        if (spot.stem.size() == 2) {
            page.add(view::StrokePath{spot.stem, view::with_alpha(theme.halo, 0.9f), page.px(6), {}, false});
            page.add(view::StrokePath{spot.stem, theme.ink, page.px(2), {}, false});
        }
        if (spot.footing == DiscSpot::Footing::Point)
            page.add(view::Symbol{view::MarkerShape::Circle, spot.at, page.px(kDot), theme.ink, theme.halo, page.px(2.5f), {}});
    }
    for (const DiscSpot& spot : spots) {
        for (std::size_t i = 0; i < spot.discs.size(); ++i) {
            const view::Color hue = theme.category[static_cast<std::size_t>(spot.events[i]->event->category)];
            if (spot.footing == DiscSpot::Footing::Wide)
                page.add(view::Symbol{view::MarkerShape::Circle,
                                      spot.discs[i],
                                      page.px(kDisc + 7),
                                      view::with_alpha(theme.halo, 0.7f),
                                      hue,
                                      page.px(2.5f),
                                      {page.px(6), page.px(5)}});
            page.disc(*spot.events[i], spot.discs[i], page.px(kDisc));
        }
    }
}

}  // namespace dateline::publish
