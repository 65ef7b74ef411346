#include "view/event_layout.h"
#include "view/map_support.h"
#include "view/route_geometry.h"

#include <gmock/gmock.h>

#include <cmath>

namespace dateline::view {
namespace {

constexpr float kOpen = 1e6f;

EventPhase phase(float begin, float end, double playhead, std::uint32_t flags = 0) {
    MapEvent event;
    event.begin_days = begin;
    event.end_days = end;
    event.flags = flags;
    MarkerTime time;
    time.playhead_days = playhead;
    return MapEvents::phase(event, time);
}

TEST(EventPhase, ADayIsNowThroughoutThatDayAndFadesOverARecentTime) {
    EXPECT_TRUE(phase(10, 11, 10.0).now);
    EXPECT_TRUE(phase(10, 11, 10.99).now);
    EXPECT_FALSE(phase(10, 11, 11.01).now);
    EXPECT_TRUE(phase(10, 11, 9.9).to_come);
    EXPECT_NEAR(phase(10, 11, 18).strength, 0.75f, 0.01f);
    EXPECT_TRUE(phase(10, 11, 40).past());
}

TEST(EventPhase, AMonthThatIsNotKnownBetterIsNeverNow) {
    EXPECT_FALSE(phase(0, 31, 15, kUncertainDate).now);
    EXPECT_FALSE(phase(0, 31, 15, kUncertainDate).to_come);
    EXPECT_TRUE(phase(0, 31, 15).now);
}

TEST(EventPhase, OpenEndsCountFromTheSureOne) {
    EXPECT_TRUE(phase(-kOpen, 100, 50).to_come);       // by day 100
    EXPECT_FALSE(phase(100, kOpen, 101).to_come);      // since day 100
    EXPECT_TRUE(phase(-kOpen, -kOpen + 1, 0).past());  // without a date
}

struct Laid {
    MapEvents events;
    EventLayout layout;
};
Laid laid(const std::vector<document::Event>& list, double zoom, const document::BaseMap& basemap = {}) {
    document::Briefing::Parts parts;
    for (const auto& e : list) parts.events.push_back(std::make_shared<const document::Event>(e));
    Laid out;
    ViewOptions options;
    out.events.update(document::Briefing(std::move(parts)), options, basemap);
    out.layout = lay_out_events(out.events, out.events.time(options), 512 * std::exp2(zoom), 1, testing::theme().measures);
    return out;
}

document::Event pin(const std::string& id, double lon, double lat, int day = 5) {
    return testing::at(
        testing::event(id, id, "2021-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day), document::Category::Other), lon, lat);
}

TEST(EventLayout, OneAloneStandsOnItsPlace) {
    const Laid one = laid({pin("a", 20, 45)}, 6);
    ASSERT_EQ(one.layout.beads.size(), 1u);
    EXPECT_EQ(one.layout.beads[0].offset, PointPx{});
    EXPECT_TRUE(one.layout.stems.empty());
}

TEST(EventLayout, SeveralAtOnePlaceHangOnAStemOldestNearest) {
    const Laid three = laid({pin("late", 20, 45, 20), pin("early", 20, 45, 2), pin("mid", 20, 45, 9)}, 6);
    ASSERT_EQ(three.layout.stems.size(), 1u);
    ASSERT_EQ(three.layout.beads.size(), 3u);
    EXPECT_NEAR(three.layout.beads[0].offset.y, -26, 0.1);
    EXPECT_NEAR(three.layout.beads[1].offset.y, -50, 0.1);
    EXPECT_NEAR(three.layout.beads[2].offset.y, -74, 0.1);
    EXPECT_LT(three.events.all()[three.layout.beads[0].event].begin_days, three.events.all()[three.layout.beads[2].event].begin_days);
}

TEST(EventLayout, NearNeighboursAreTakenApart) {
    std::mt19937 random(8);
    std::uniform_real_distribution<double> spread(-0.25, 0.25);
    std::vector<document::Event> list;
    for (int i = 0; i < 4; ++i) list.push_back(pin("n" + std::to_string(i), 20 + spread(random), 45 + spread(random)));
    const Laid four = laid(list, 5);
    ASSERT_EQ(four.layout.beads.size(), 4u);
    const double world_px = 512 * std::exp2(5);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t j = i + 1; j < 4; ++j) {
            const auto spot = [&](std::size_t k) {
                const Bead& bead = four.layout.beads[k];
                const geo::WorldPoint p = four.events.all()[bead.event].at;
                return std::pair{p.x * world_px + double{bead.offset.x}, p.y * world_px + double{bead.offset.y}};
            };
            EXPECT_GT(std::hypot(spot(i).first - spot(j).first, spot(i).second - spot(j).second), 12);
        }
    }
}

TEST(EventLayout, ManyAtWorldScaleBecomeACountAndNoneIsLost) {
    std::vector<document::Event> list;
    for (int i = 0; i < 40; ++i) list.push_back(pin("m" + std::to_string(i), 20 + 0.3 * (i % 7), 45 + 0.2 * (i % 5), 1 + i % 28));
    for (const double zoom : {1.0, 3.0, 5.0, 8.0}) {
        const Laid many = laid(list, zoom);
        std::size_t counted = 0;
        for (const Cluster& cluster : many.layout.clusters) counted += cluster.events.size();
        EXPECT_EQ(counted + many.layout.beads.size(), 40u) << zoom;
        if (zoom == 1.0) { EXPECT_EQ(many.layout.clusters.size(), 1u); }
        if (zoom == 8.0) { EXPECT_TRUE(many.layout.clusters.empty()); }
    }
}

TEST(EventLayout, ACountStandsWhereTheMostHappenedAndNotBetween) {
    std::vector<document::Event> list;  // both shores of the Adriatic
    for (int i = 0; i < 6; ++i) list.push_back(pin("w" + std::to_string(i), 13.5, 43.6));
    for (int i = 0; i < 4; ++i) list.push_back(pin("e" + std::to_string(i), 16.4, 43.5));
    list.push_back(pin("s", 16.9, 41.1));
    const Laid far = laid(list, 2);
    ASSERT_EQ(far.layout.clusters.size(), 1u);
    EXPECT_EQ(far.layout.clusters[0].events.size(), 11u);
    EXPECT_NEAR(geo::lonlat_from(far.layout.clusters[0].at).lon_deg, 13.5, 0.01);
    EXPECT_NEAR(geo::lonlat_from(far.layout.clusters[0].at).lat_deg, 43.6, 0.01);
}

TEST(EventLayout, CountriesFartherApartThanADiscIsWideAreCountedApart) {
    const auto about = [](double lon, double lat, const std::string& id, std::vector<document::Event>& list) {
        for (int i = 0; i < 10; ++i) list.push_back(pin(id + std::to_string(i), lon + 0.15 * (i % 4), lat + 0.15 * (i / 4)));
    };
    const auto counts = [&](double lon, double lat, double lon2, double lat2) {
        std::vector<document::Event> list;
        about(lon, lat, "a", list);
        about(lon2, lat2, "b", list);
        std::vector<std::size_t> sizes;
        for (const Cluster& cluster : laid(list, 1, testing::basemap()).layout.clusters) sizes.push_back(cluster.events.size());
        return sizes;
    };
    EXPECT_EQ(counts(2.3, 48.8, 16, 48.2), (std::vector<std::size_t>{10, 10}));  // France and Austria, 39 px
    EXPECT_EQ(counts(37.4, 55.6, 49, 55.8), (std::vector<std::size_t>{20}));     // within Russia, 33 px
    EXPECT_EQ(counts(14.3, 50, 16, 48.2), (std::vector<std::size_t>{20}));       // Czechia and Austria, under the same disc
    // A place between two of them makes no bridge.
    std::vector<document::Event> list;
    about(37.4, 55.4, "m", list);
    about(30.4, 50.2, "k", list);
    list.push_back(pin("bryansk", 34.4, 53.2));
    std::vector<std::size_t> sizes;
    for (const Cluster& cluster : laid(list, 1.5, testing::basemap()).layout.clusters) sizes.push_back(cluster.events.size());
    std::sort(sizes.begin(), sizes.end());
    EXPECT_EQ(sizes, (std::vector<std::size_t>{10, 11}));
}

TEST(RouteGeometry, SharedAlignmentsAreDrawnApartAndMeetAgain) {
    const document::Briefing& briefing = testing::briefing();
    RouteGeometry geometry;
    geometry.update(briefing, {});
    const double zoom = 6, world_px = 512 * std::exp2(zoom);
    const auto& stretches = geometry.at(zoom, 1, 6);
    ASSERT_EQ(stretches.size(), 2u);
    const auto nearest = [&](const geo::LineSet& lines, geo::LonLat p) {
        const geo::WorldPoint at = geo::world_from(p);
        double best = 1e9;
        for (std::size_t i = 1; i < lines.vertices.size(); ++i) {
            for (int step = 0; step <= 100; ++step) {
                const double t = step / 100.0;
                const double x =
                    lines.origin.x + double{lines.vertices[i - 1].x} + t * double{lines.vertices[i].x - lines.vertices[i - 1].x};
                const double y =
                    lines.origin.y + double{lines.vertices[i - 1].y} + t * double{lines.vertices[i].y - lines.vertices[i - 1].y};
                best = std::min(best, std::hypot(x - at.x, y - at.y) * world_px);
            }
        }
        return best;
    };
    // In the middle of what they share each is 3 px off, on its own side: 6 px apart though they run opposite ways.
    const geo::LonLat middle{24, 44.5};
    EXPECT_NEAR(nearest(*stretches[0].lines, middle), 3, 0.5);
    EXPECT_NEAR(nearest(*stretches[1].lines, middle), 3, 0.5);
    double apart = 1e9;
    for (const auto& v : stretches[0].lines->vertices) {
        const geo::LonLat p = geo::lonlat_from({stretches[0].lines->origin.x + double{v.x}, stretches[0].lines->origin.y + double{v.y}});
        if (std::abs(p.lon_deg - 24) < 0.3) apart = std::min(apart, nearest(*stretches[1].lines, p));
    }
    EXPECT_NEAR(apart, 6, 0.6);
    EXPECT_LT(nearest(*stretches[0].lines, {19.5, 46}), 0.2);  // alone, a line lies where it lies
    EXPECT_LT(nearest(*stretches[1].lines, {20, 43.5}), 0.2);
}

TEST(RouteGeometry, AHiddenRouteMovesNoOther) {
    RouteGeometry geometry;
    geometry.update(testing::briefing(), {"Valley pipe"});
    const auto& stretches = geometry.at(6, 1, 6);
    ASSERT_EQ(stretches.size(), 1u);
    const geo::LineSet& lines = *stretches[0].lines;
    const geo::WorldPoint end = geo::world_from({26, 44.4});
    EXPECT_NEAR(lines.origin.x + double{lines.vertices.back().x}, end.x, 1e-7);
    EXPECT_NEAR(lines.origin.y + double{lines.vertices.back().y}, end.y, 1e-7);
}

TEST(RouteGeometry, TheSameZoomGivesTheSameLinesAndKeys) {
    RouteGeometry one, other;
    one.update(testing::briefing(), {});
    other.update(testing::briefing(), {});
    other.at(3, 1, 6);
    for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(one.at(5.5, 1, 6)[i].lines->key, other.at(5.5, 1, 6)[i].lines->key);
    EXPECT_NE(one.at(5.5, 1, 6)[0].lines->key, one.at(6.5, 1, 6)[0].lines->key);
}

}  // namespace
}  // namespace dateline::view
