#include "view/event_labels.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

void EventLabels::append_content(std::vector<RectPx>& events, std::vector<RectPx>& names) const {
    constexpr float kTitleW = 180, kTitleH = 18, kLandReach = 12;
    const auto each_on_map = [&](geo::WorldPoint place, float reach, const auto& visit) {
        const MapView::Copies copies = view_.copies(place, reach);
        for (int copy = copies.first; copy <= copies.last; ++copy)
            if (view_.sees(place, copy)) visit(view_.screen(place, copy));
    };
    for (const Bead& bead : layout_.beads) {
        const MapEvent& event = events_.all()[bead.event];
        const float reach = view_.px(marker_radius(MapEvents::phase(event, time_), m_));
        each_on_map(event.at, view_.px(320), [&](PointPx at) {
            const PointPx middle = at + bead.offset;
            if (!view_.map.rect.contains(middle)) return;
            events.push_back(around(middle, reach));
            if (input_.options.event_names)
                names.push_back({middle.x + reach, middle.y - 0.5f * view_.px(kTitleH), view_.px(kTitleW), view_.px(kTitleH)});
        });
    }
    for (const Stem& stem : layout_.stems)
        each_on_map(events_.groups()[stem.group].at, view_.px(320), [&](PointPx at) {
            for (std::size_t i = 1; i < stem.path.size(); ++i) {
                const PointPx a = at + stem.path[i - 1], b = at + stem.path[i];
                events.push_back(grown({std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)}, view_.px(1)));
            }
        });
    for (const Cluster& cluster : layout_.clusters)
        each_on_map(cluster.at, radius_of(cluster), [&](PointPx at) { events.push_back(around(at, radius_of(cluster))); });
    const std::vector<std::uint32_t>& in_counts = counted();
    for (const EventGroup& group : events_.groups())
        if (group.footing == Footing::Country && !plates_of(group, in_counts).empty())
            each_on_map(group.at, 0, [&](PointPx at) { events.push_back(around(at, view_.px(kLandReach))); });
}

}  // namespace dateline::view
