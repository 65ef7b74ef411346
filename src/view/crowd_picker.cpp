#include "view/crowd_picker.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

int CrowdGrid::cell_index(double v) { return std::clamp(static_cast<int>(std::floor(v * kCells)), 0, kCells - 1); }
std::uint32_t CrowdGrid::cell_of(int column, int row) {
    return static_cast<std::uint32_t>(row) * kCells + static_cast<std::uint32_t>(column);
}

CrowdGrid::CrowdGrid(const document::Briefing& briefing, std::shared_ptr<const std::vector<MapEvent>> events)
    : events_(std::move(events)), sources_(briefing.events()) {
    entries_.reserve(events_->size());
    for (std::uint32_t i = 0; i < events_->size(); ++i) {
        const geo::WorldPoint at = (*events_)[i].at;
        entries_.push_back({cell_of(cell_index(at.x - std::floor(at.x)), cell_index(at.y)), i});
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return std::pair(a.cell, a.event) < std::pair(b.cell, b.event); });
}

const document::Event* CrowdGrid::nearest(geo::WorldPoint at, double reach, const MarkerTime& time) const {
    const MapEvent* best = nullptr;
    double least = reach;
    const int rows = cell_index(at.y + reach), columns = static_cast<int>(std::ceil(2 * reach * kCells)) + 1;
    for (int row = cell_index(at.y - reach); row <= rows; ++row) {
        for (int k = 0; k < columns; ++k) {
            const double x = at.x - reach + static_cast<double>(k) / kCells;
            const std::uint32_t cell = cell_of(cell_index(x - std::floor(x)), row);
            auto entry =
                std::lower_bound(entries_.begin(), entries_.end(), cell, [](const Entry& e, std::uint32_t c) { return e.cell < c; });
            for (; entry != entries_.end() && entry->cell == cell; ++entry) {
                const MapEvent& event = (*events_)[entry->event];
                const double distance = std::hypot(std::remainder(event.at.x - at.x, 1.0), event.at.y - at.y);
                // Of those on one spot the latest is drawn on top.
                if (distance > least || !MapEvents::phase(event, time).shown) continue;
                least = distance;
                best = &event;
            }
        }
    }
    return best ? sources_[best->index].get() : nullptr;
}

Hit CrowdPicker::at(PointPx point) const {
    if (!grid || !map.rect.contains(point)) return {};
    const document::Event* event = grid->nearest(world_from_screen(map, point), double{reach_px} / map.world_px, time);
    if (!event) return {};
    return {Hit::Kind::Event, event->id, {point.x - reach_px, point.y - reach_px, 2 * reach_px, 2 * reach_px}};
}

}  // namespace dateline::view
