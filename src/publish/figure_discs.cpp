#include "publish/figure_discs.h"

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

std::vector<PointPx> in_row(PointPx middle, std::size_t count, float step) {
    std::vector<PointPx> discs;
    for (std::size_t i = 0; i < count; ++i)
        discs.push_back({middle.x + step * (static_cast<float>(i) - static_cast<float>(count - 1) / 2), middle.y});
    return discs;
}

std::vector<Candidate> candidates_of(const Page& page, const DiscSpot& spot) {
    std::vector<Candidate> out;
    const std::size_t count = spot.events.size();
    const float step = page.px(kStack);
    const bool fits_inside = spot.footing == DiscSpot::Footing::Area && spot.area_px > page.px(10) + step / 2 * static_cast<float>(count);
    if (spot.footing == DiscSpot::Footing::Wide || fits_inside) {
        for (const float down : {0.f, -52.f, 52.f, -104.f, 104.f, -156.f, 156.f})
            for (const float across : {0.f, 60.f, -60.f, 130.f, -130.f}) {
                const float moved = std::hypot(down, across);
                if (fits_inside && moved > 0) continue;
                const PointPx middle{spot.at.x + page.px(across), spot.at.y + page.px(down)};
                // Off its country, as soon of an island, a line leads back into it; without a dot, for there is no spot.
                const float reach = std::min(page.px(60), std::max(page.px(8), 0.7f * spot.area_px));
                const auto stem_from = [&](PointPx disc) {
                    return page.px(moved) > reach ? std::vector<PointPx>{spot.at, disc} : std::vector<PointPx>{};
                };
                out.push_back({in_row(middle, count, step), stem_from(middle), moved * 0.5f});
                if (count < 3) continue;
                std::vector<PointPx> block;
                for (std::size_t i = 0; i < count; ++i)
                    block.push_back({middle.x + step * (static_cast<float>(i % 2) - 0.5f),
                                     middle.y + step * (static_cast<float>(i / 2) - static_cast<float>((count - 1) / 2) / 2)});
                out.push_back({block, stem_from(middle), moved * 0.5f + 4});
            }
        if (spot.footing == DiscSpot::Footing::Wide) return out;
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
            for (const ArcWay& arc : arcs) cost += on_arc(disc, arc, r) ? 90.f : 0.f;
        }
        for (std::size_t i = 0; i < spots.size(); ++i)
            if (i != self) cost += against(candidate, spots[i]);
        return cost;
    }

  private:
    static bool on_arc(PointPx disc, const ArcWay& arc, float r) {
        for (std::size_t i = 1; i < arc.size(); ++i)
            if (std::min(arc[i].x, arc[i - 1].x) < disc.x + r && std::max(arc[i].x, arc[i - 1].x) > disc.x - r &&
                to_segment(disc, arc[i - 1], arc[i]) < r)
                return true;
        return false;
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
        DiscSpot& spot = known != spots.end() ? *known : spots.emplace_back(DiscSpot{footing, at, area, {}, {}, {}});
        spot.area_px = std::max(spot.area_px, area);
        spot.events.push_back(&numbered);
    }
    return spots;
}

void place_discs(const Page& page, std::vector<DiscSpot>& spots, RectPx bounds, const std::vector<RectPx>& taken,
                 const std::vector<RectPx>& symbols, const std::vector<ArcWay>& arcs) {
    constexpr int kSweeps = 4;
    const Surroundings around_them{page, spots, bounds, taken, symbols, arcs};
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
        for (std::size_t i = 0; i < spots.size(); ++i) {
            std::vector<Candidate> candidates = candidates_of(page, spots[i]);
            std::size_t best = 0;
            float least = 1e30f;
            for (std::size_t c = 0; c < candidates.size(); ++c)
                if (const float cost = around_them.cost(candidates[c], i); cost < least) best = c, least = cost;
            spots[i].discs = std::move(candidates[best].discs);
            spots[i].stem = std::move(candidates[best].stem);
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
