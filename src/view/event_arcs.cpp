#include "view/event_arcs.h"

#include "document/origin.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr std::size_t kMostArcs = 12'000;  // more are a hairball, and tell no more than a heat layer
constexpr double kLeadDays = 0.5;          // an arc reaches its place as the event begins
constexpr float kHitReachPx = 5;
constexpr float kSeenAlpha = 0.12f, kSeenPx = 24;  // how strong, and for how long, an arc must be to be explained

}  // namespace

std::vector<ArcLeg> EventArcs::legs_of(const ViewInput& input, const MapEvent& event, std::uint32_t more_flags) const {
    std::vector<ArcLeg> legs;
    const document::Event& source = *input.briefing.events()[event.index];
    for (const document::Origin& origin : document::origins_of(source)) {
        ArcLeg leg;
        leg.from = origin.at;
        leg.to = geo::lonlat_from(event.at);
        leg.from_radius_km = origin.radius_km;
        leg.inferred = origin.basis == document::PlaceBasis::Inferred;
        leg.begin_days = event.begin_days;
        leg.end_days = event.end_days;
        leg.flags = event.flags | more_flags;
        leg.color = input.theme.category[static_cast<std::size_t>(event.category)];
        legs.push_back(leg);
    }
    return legs;
}

void EventArcs::update(const ViewInput& input, const MapEvents& events) {
    if (set_ && generation_ == events.generation() && theme_ == input.theme.name) return;
    generation_ = events.generation();
    theme_ = input.theme.name;
    std::vector<ArcLeg> legs;
    std::vector<std::uint32_t> sources;
    for (const MapEvent& event : events.all()) {
        for (ArcLeg& leg : legs_of(input, event, 0)) {
            if (geo::distance_m(leg.from, leg.to) < 5000) continue;  // as arc_set leaves out
            legs.push_back(leg);
            sources.push_back(event.index);
        }
        if (legs.size() > kMostArcs) break;
    }
    if (legs.size() > kMostArcs) legs.clear(), sources.clear();
    set_ = std::make_shared<ArcSet>(arc_set(legs, input.theme.measures));
    event_of_ = std::move(sources);
}

DrawArcs arcs_style(const ViewInput& input, const MapView& view, const MarkerTime& time) {
    const Measures& m = input.theme.measures;
    DrawArcs draw;
    draw.time = time;
    draw.width_px = view.px(m.arc_width_px);
    draw.head_px = view.px(m.arc_head_px);
    draw.gap_px = view.px(m.now_radius_px + 3);
    draw.lead_days = static_cast<float>(kLeadDays);
    draw.dash_px = {view.px(m.arc_dash_px[0]), view.px(m.arc_dash_px[1])};
    draw.land = input.theme.land;
    draw.halo = input.theme.halo;
    draw.pulse = input.options.pulse;
    return draw;
}

void EventArcs::append(const ViewInput& input, const MapView& view, const MapEvents& events, const MarkerTime& time, Frame& frame,
                       std::vector<Hit>& hits) {
    seen_ = seen_to_come_ = false;
    heads_.clear();
    if (input.options.hidden_layers.contains("arcs")) return;
    update(input, events);
    DrawArcs draw = arcs_style(input, view, time);
    draw.set = set_;
    if (!input.options.page_discs.empty())
        draw.set = std::make_shared<ArcSet>(stopped_at(*set_, view.map, input.options.page_discs, draw.gap_px - view.px(1)));
    if (!draw.set->arcs.empty() && view.shows(set_->box, draw.head_px)) {
        frame.items.emplace_back(draw);
        add_hits(input, view, draw, hits);
    }
    // What is pointed at is drawn once more, at its full strength.
    const auto raise = [&](const std::string& id, std::uint32_t flag) {
        const std::ptrdiff_t index = events.index_of(input.briefing, id);
        if (index < 0) return;
        const std::vector<ArcLeg> legs = legs_of(input, events.all()[static_cast<std::size_t>(index)], flag);
        if (legs.empty()) return;
        draw.set = std::make_shared<ArcSet>(arc_set(legs, input.theme.measures));
        draw.width_px = view.px(input.theme.measures.arc_width_px * 1.35f);
        if (!draw.set->arcs.empty()) frame.items.emplace_back(draw);
    };
    if (input.options.hovered != input.options.selected) raise(input.options.hovered, kHovered);
    raise(input.options.selected, kSelected);
}

/// How strong it is at a share of its way; as shaders/arc.frag.
float strength_at(const Arc& arc, const ArcLook& look, float share) {
    const float t = std::clamp(share / std::max(arc.tail, 1e-3f), 0.f, 1.f);
    return look.alpha * (kArcStartAlpha + (1 - kArcStartAlpha) * share) * t * t * (3 - 2 * t);
}

/// Boxes along the arcs: whoever points at one points at its event.
void EventArcs::add_hits(const ViewInput& input, const MapView& view, const DrawArcs& draw, std::vector<Hit>& hits) {
    constexpr std::size_t kMostHits = 4000;
    const float reach = view.px(kHitReachPx), step = 2 * reach;
    std::size_t added = 0;
    for (std::size_t a = 0; a < set_->arcs.size() && a < event_of_.size() && added < kMostHits; ++a) {
        const Arc& arc = set_->arcs[a];
        const ArcLook look = look_of(arc, draw);
        if (!look.shown) continue;
        const document::Event& event = *input.briefing.events()[event_of_[a]];
        PointPx last{-1e6f, -1e6f};
        float seen_px = 0, last_share = 0;
        for (std::uint32_t i = arc.first; i < arc.first + arc.count; ++i) {
            const ArcSet::Point& p = set_->points[i];
            const geo::WorldPoint own{set_->origin.x + double{p.x}, set_->origin.y};
            const PlaneView::Seen seen = arc_screen(view.plane, view.map, *set_, p, std::round(view.map.center.x - own.x));
            const PointPx at = seen.front < 0 ? PointPx{-1e6f, -1e6f} : seen.at;
            const float length = length_of(at - last);
            // Between two points as many boxes as they lie apart; a jump is to another copy of the world.
            const int boxes =
                i == arc.first || length > 0.5f * static_cast<float>(view.map.world_px) ? 0 : static_cast<int>(length / step) + 1;
            for (int b = 0; b < boxes && added < kMostHits; ++b) {
                const PointPx spot = last + (at - last) * (static_cast<float>(b) / static_cast<float>(boxes));
                if (!view.map.rect.contains(spot)) continue;
                const float share = last_share + (p.share - last_share) * (static_cast<float>(b) / static_cast<float>(boxes));
                if (strength_at(arc, look, share) >= kSeenAlpha) seen_px += step;
                hits.push_back({Hit::Kind::Event, event.id, around(spot, reach)});
                ++added;
            }
            last = at, last_share = p.share;
        }
        if (seen_px >= view.px(kSeenPx)) {
            seen_ = true;
            seen_to_come_ = seen_to_come_ || look.to_come;
        }
        if (view.map.rect.contains(last) && look.drawn >= 1) heads_.push_back(last);
    }
}

}  // namespace dateline::view
