#include "view/event_motion.h"
#include "view/map_support.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::view {
namespace {

/// Forty events about one spot, looked at from a zoom.
struct Crowd {
    document::Briefing briefing;
    MapEvents events;
    ViewOptions options;

    Crowd() {
        document::Briefing::Parts parts;
        for (int i = 0; i < 40; ++i)
            parts.events.push_back(std::make_shared<const document::Event>(
                testing::at(testing::event("m" + std::to_string(i), "M", "2021-03-05", document::Category::Other), 20 + 0.3 * (i % 7),
                            45 + 0.2 * (i % 5))));
        briefing = document::Briefing(std::move(parts));
        events.update(briefing, options, {});
    }
    MapView view(double zoom) const { return {transform_of(testing::looking_at(21, 45.4, zoom), {0, 0, 1200, 800}, 1), 1}; }
    EventLayout layout(double zoom) const {
        return lay_out_events(events, events.time(options), 512 * std::exp2(zoom), 1, testing::theme().measures);
    }
};

/// Where an event's marker is on the screen; nullopt where a count holds it.
std::optional<PointPx> spot_of(const Crowd& crowd, const MapView& view, const EventLayout& shown, std::uint32_t event) {
    for (const Bead& bead : shown.beads)
        if (bead.event == event) return view.screen(crowd.events.all()[event].at) + bead.offset;
    return std::nullopt;
}

TEST(EventMotion, APictureShowsTheLayoutItself) {
    const Crowd crowd;
    EventLayout shown;
    EXPECT_EQ(moved_on(nullptr, crowd.layout(8), crowd.events, crowd.view(8), 0, shown), nullptr);
    EXPECT_EQ(shown.beads.size(), 40u);
    EXPECT_FALSE(crowd.layout(8).stems.empty());
}

TEST(EventMotion, MarkersLeaveACountFromItsPlaceAndComeToRest) {
    const Crowd crowd;
    EventLayout shown;
    double clock = 10;
    auto motion = moved_on(nullptr, crowd.layout(3), crowd.events, crowd.view(3), clock, shown);
    EXPECT_FALSE(motion->moving);
    ASSERT_EQ(shown.clusters.size(), 1u);
    const geo::WorldPoint center = shown.clusters[0].at;
    const EventLayout near = crowd.layout(8);
    const MapView view = crowd.view(8);
    motion = moved_on(motion.get(), near, crowd.events, view, clock += 0.016, shown);
    EXPECT_TRUE(motion->moving);
    ASSERT_EQ(shown.beads.size(), 40u);
    const double world_px_grown = std::exp2(8 - 3);  // what was a pixel off its place still is
    for (const Bead& bead : shown.beads) {
        const PointPx at = view.screen(crowd.events.all()[bead.event].at);
        const PointPx to_center = (view.screen(center) - at) * static_cast<float>(1 / world_px_grown);
        EXPECT_LT(length_of(bead.offset - to_center), 60) << bead.event;
    }
    std::vector<PointPx> last;
    for (std::uint32_t i = 0; i < 40; ++i) last.push_back(*spot_of(crowd, view, shown, i));
    int frames = 0;
    for (; motion->moving && frames < 120; ++frames) {
        motion = moved_on(motion.get(), near, crowd.events, view, clock += 0.016, shown);
        for (std::uint32_t i = 0; i < 40; ++i) {
            const auto at = spot_of(crowd, view, shown, i);
            ASSERT_TRUE(at);
            EXPECT_LT(length_of(*at - last[i]), 40) << "no marker jumps";
            last[i] = *at;
        }
    }
    EXPECT_GT(frames, 3);
    EXPECT_LT(frames, 60);  // a second
    for (std::size_t i = 0; i < near.beads.size(); ++i) EXPECT_EQ(shown.beads[i].offset, near.beads[i].offset);
    EXPECT_TRUE(shown.clusters.empty());
    EXPECT_EQ(shown.stems.size(), near.stems.size());
}

TEST(EventMotion, NoEventIsEverLostOnTheWayIntoACount) {
    const Crowd crowd;
    EventLayout shown;
    double clock = 1;
    auto motion = moved_on(nullptr, crowd.layout(8), crowd.events, crowd.view(8), clock, shown);
    for (double zoom = 8; zoom > 2; zoom -= 0.05) {
        motion = moved_on(motion.get(), crowd.layout(zoom), crowd.events, crowd.view(zoom), clock += 0.016, shown);
        std::vector<bool> seen(40, false);
        for (const Bead& bead : shown.beads) seen[bead.event] = true;
        for (const Cluster& cluster : shown.clusters)
            for (const std::uint32_t i : cluster.events) seen[i] = true;
        EXPECT_EQ(std::count(seen.begin(), seen.end(), true), 40) << zoom;
        for (const Cluster& cluster : shown.clusters) EXPECT_GT(cluster.shown, 0);
    }
}

TEST(EventMotion, TheSameClocksGiveTheSameWays) {
    const Crowd crowd;
    const auto run = [&] {
        EventLayout shown;
        auto motion = moved_on(nullptr, crowd.layout(4), crowd.events, crowd.view(4), 5, shown);
        for (int i = 1; i < 6; ++i) motion = moved_on(motion.get(), crowd.layout(6), crowd.events, crowd.view(6), 5 + 0.016 * i, shown);
        return shown;
    };
    const EventLayout one = run(), other = run();
    ASSERT_EQ(one.beads.size(), other.beads.size());
    for (std::size_t i = 0; i < one.beads.size(); ++i) EXPECT_EQ(one.beads[i].offset, other.beads[i].offset);
}

TEST(Cluster, LeadsToWhereItsPlacesPart) {
    const Crowd crowd;
    testing::Scene scene;
    scene.briefing = &crowd.briefing;
    scene.camera = testing::looking_at(21, 45.4, 3);
    Placement placement;
    FrameBuilder().build(scene.input(), {}, placement);
    const Hit* cluster = nullptr;
    for (const Hit& hit : placement.hits)
        if (hit.kind == Hit::Kind::Cluster) cluster = &hit;
    ASSERT_TRUE(cluster);
    ASSERT_GE(cluster->zoom, 4);
    EXPECT_TRUE(crowd.layout(cluster->zoom).clusters.empty());
}

TEST(Cluster, OfOnePlaceOpensWhenOneOfItsEventsIsSelected) {
    document::Briefing::Parts parts;
    for (int i = 0; i < 60; ++i)
        parts.events.push_back(std::make_shared<const document::Event>(
            testing::at(testing::event("s" + std::to_string(i), "S", "2021-03-05", document::Category::Other), 20, 45)));
    const document::Briefing briefing(std::move(parts));
    MapEvents events;
    events.update(briefing, {}, {});
    const auto laid = [&](std::ptrdiff_t opened) {
        return lay_out_events(events, events.time({}), 512 * std::exp2(14), 1, testing::theme().measures, opened);
    };
    ASSERT_TRUE(overfull(events, 7));
    EXPECT_EQ(laid(-1).clusters.size(), 1u);
    EXPECT_TRUE(laid(-1).beads.empty());
    const EventLayout open = laid(7);
    EXPECT_TRUE(open.clusters.empty());
    ASSERT_EQ(open.beads.size(), 60u);
    EXPECT_EQ(open.stems.size(), 60u);
    for (std::size_t i = 0; i < 60; ++i)
        for (std::size_t j = i + 1; j < 60; ++j) EXPECT_GT(length_of(open.beads[i].offset - open.beads[j].offset), 10) << i << ' ' << j;
}

}  // namespace
}  // namespace dateline::view
