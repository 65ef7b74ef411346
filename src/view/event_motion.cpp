#include "view/event_motion.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kSettleS = 0.06;  // a way shrinks to a third in so long
constexpr float kThere = 0.4f;     // px
constexpr float kGone = 0.04f;

struct Mover {
    const EventMotion* last;
    const EventLayout& layout;
    const MapEvents& events;
    const MapView& view;
    float step;  // of what is left of a way, in this frame
    EventMotion next{};

    EventMotion::Mark last_mark(std::uint32_t event) const {
        return last && event < last->marks.size() ? last->marks[event] : EventMotion::Mark{};
    }
    PointPx moved(PointPx from, PointPx to) {
        const PointPx left = to - from;
        if (length_of(left) < kThere * view.scale) return to;
        next.moving = true;
        return from + left * step;
    }

    void move_beads(EventLayout& shown) {
        for (Bead& bead : shown.beads) {
            const EventMotion::Mark before = last_mark(bead.event);
            if (before.known) bead.offset = moved(before.offset, bead.offset);
            next.marks[bead.event] = {bead.offset, true, false};
        }
    }

    /// Events on their way into a count are markers still.
    void move_counted(const Cluster& cluster, EventLayout& shown) {
        const PointPx center = view.screen(cluster.at);
        for (const std::uint32_t i : cluster.events) {
            const PointPx target = center - view.screen(events.all()[i].at);
            EventMotion::Mark mark = last_mark(i);
            const bool far = length_of(target) > 0.4f * static_cast<float>(view.map.world_px);  // in another copy of the world
            if (!mark.known || mark.counted || far) {
                mark = {target, true, true};
            } else {
                mark.offset = moved(mark.offset, target);
                mark.counted = mark.offset == target;
                if (!mark.counted) shown.beads.push_back({i, mark.offset, true});
            }
            next.marks[i] = mark;
        }
    }

    void move_counts(EventLayout& shown) {
        static const std::map<std::uint64_t, EventMotion::Count> none;
        for (const Cluster& cluster : layout.clusters) {
            EventMotion::Count count{cluster, 1};
            const auto before = last ? last->counts.find(cluster.id) : none.end();
            if (last && before == last->counts.end()) count.shown = step;
            if (last && before != last->counts.end()) {
                count.shown = before->second.shown + (1 - before->second.shown) * step;
                const geo::WorldPoint from = before->second.cluster.at;
                const double dx = std::remainder(cluster.at.x - from.x, 1.0), dy = cluster.at.y - from.y;
                if (std::hypot(dx, dy) * view.map.world_px > double{kThere * view.scale}) {
                    count.cluster.at = {from.x + dx * double{step}, from.y + dy * double{step}};
                    next.moving = true;
                }
            }
            if (count.shown > 1 - kGone) count.shown = 1;
            next.counts.emplace(cluster.id, count);
        }
        if (last)
            for (const auto& [id, count] : last->counts)
                if (const float left = count.shown * (1 - step); left > kGone && !next.counts.contains(id))
                    next.counts.emplace(id, EventMotion::Count{count.cluster, left});
        shown.clusters.clear();
        for (const auto& [id, count] : next.counts) {
            next.moving = next.moving || count.shown < 1;
            shown.clusters.push_back(count.cluster);
            shown.clusters.back().shown = count.shown;
        }
    }
};

}  // namespace

std::shared_ptr<const EventMotion> moved_on(const EventMotion* last, const EventLayout& layout, const MapEvents& events,
                                            const MapView& view, double clock_s, EventLayout& shown) {
    shown = layout;
    if (!(clock_s > 0) || events.many()) return nullptr;
    const bool follows = last && last->generation == events.generation() && clock_s >= last->clock_s;
    // A frame after a long rest moves by one frame's time: nothing is skipped.
    const double elapsed_s = follows ? std::clamp(clock_s - last->clock_s, 0.0, 0.034) : 0;
    Mover mover{follows ? last : nullptr, layout, events, view, static_cast<float>(1 - std::exp(-elapsed_s / kSettleS))};
    mover.next.clock_s = clock_s;
    mover.next.generation = events.generation();
    mover.next.marks.resize(events.all().size());
    mover.move_beads(shown);
    for (const Cluster& cluster : layout.clusters) mover.move_counted(cluster, shown);
    mover.move_counts(shown);
    // A stem waits until its beads hang on it.
    if (mover.next.moving) {
        std::vector<bool> loose(events.groups().size(), false);
        for (std::size_t i = 0; i < layout.beads.size(); ++i)
            if (length_of(shown.beads[i].offset - layout.beads[i].offset) > 3 * view.scale)
                loose[events.all()[layout.beads[i].event].group] = true;
        std::erase_if(shown.stems, [&](const Stem& stem) { return loose[stem.group]; });
    }
    std::stable_sort(shown.beads.begin(), shown.beads.end(), [](const Bead& a, const Bead& b) { return a.event < b.event; });
    return std::make_shared<const EventMotion>(std::move(mover.next));
}

}  // namespace dateline::view
