#include "view/event_layout.h"

#include "base/id.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <unordered_map>

namespace dateline::view {
namespace {

constexpr float kMarkerReach = 8;  // px at 1x that a marker keeps free around itself
constexpr float kClusterReach = 19;
constexpr std::size_t kClusterFrom = 5;  // events; fewer are spread apart
constexpr float kThrongReach = 44;       // px: about a place with so many neighbours …
constexpr std::size_t kThrongFrom = 9;   // … all are counted together, …
constexpr std::size_t kThrongLeft = 4;   // … or what its neighbours' counts leave over
constexpr float kApartReach = 28;        // px: places of two countries that lie farther apart than a count's disc is wide are counted apart
constexpr std::size_t kOneColumn = 6;    // beads on a stem before it becomes a bunch
constexpr std::size_t kMostBeads = 24;   // at one place; more are counted
constexpr std::size_t kMostOpened = 120;  // at an opened place
constexpr float kBunchStep = 17;

/// Circles in the plane of the whole map at this zoom, found by cell.
class Occupied {
  public:
    explicit Occupied(double cell_px) : cell_(cell_px) {}
    void add(double x, double y, float r) { cells_[key(cell_of(x), cell_of(y))].push_back({x, y, r}); }
    /// How much of a circle lies on others, in pixels of overlap.
    float overlap(double x, double y, float r) const {
        float sum = 0;
        for (long i = cell_of(x) - 1; i <= cell_of(x) + 1; ++i) {
            for (long j = cell_of(y) - 1; j <= cell_of(y) + 1; ++j) {
                const auto found = cells_.find(key(i, j));
                if (found == cells_.end()) continue;
                for (const Circle& c : found->second) sum += std::max(0.f, r + c.r - static_cast<float>(std::hypot(x - c.x, y - c.y)));
            }
        }
        return sum;
    }

  private:
    struct Circle {
        double x, y;
        float r;
    };
    long cell_of(double v) const { return static_cast<long>(std::floor(v / cell_)); }
    static std::uint64_t key(long i, long j) {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(i)) << 32) | static_cast<std::uint32_t>(j);
    }
    double cell_;
    std::unordered_map<std::uint64_t, std::vector<Circle>> cells_;
};

/// A way a stem may go: sideways by `jog` at 45°, then straight up (-1) or down (1).
struct Way {
    float jog;
    float vertical;
    float cost;
};
constexpr std::array kStraight{Way{0, -1, 0}, Way{0, 1, 2}};
constexpr std::array kJogs{Way{17, -1, 4},   Way{-17, -1, 5}, Way{17, 1, 6},   Way{-17, 1, 7},  Way{34, -1, 9},
                           Way{-34, -1, 10}, Way{34, 1, 11},  Way{-34, 1, 12}, Way{52, -1, 15}, Way{-52, -1, 16}};

struct Shaper {
    const MapEvents& events;
    const MarkerTime& time;
    double world_px;
    float scale;
    const Measures& m;
    std::ptrdiff_t opened;
    EventLayout out;
    Occupied occupied{80.0 * 2};

    struct Shown {
        std::uint32_t group = 0;
        std::vector<std::uint32_t> members;
        double x = 0, y = 0;  ///< px in the plane of the whole map
        float disc_px = 0;
    };

    /// 1 where continents are seen, 0 from the scale of a region on.
    float far_out() const { return 1 - fade_in(std::log2(world_px / (512 * double{scale})), 2, 4.2); }

    std::vector<Shown> shown_groups() const {
        std::vector<Shown> shown;
        for (std::uint32_t g = 0; g < events.groups().size(); ++g) {
            const EventGroup& group = events.groups()[g];
            // A country has its plate, except where all of it is a few pixels.
            if (group.footing == Footing::Country && far_out() < 0.6f) continue;
            Shown s;
            s.group = g;
            for (std::uint32_t i : group.members)
                if (!events.all()[i].numbered && MapEvents::phase(events.all()[i], time).shown) s.members.push_back(i);
            if (s.members.empty()) continue;
            s.x = group.at.x * world_px;
            s.y = group.at.y * world_px;
            if (group.footing == Footing::Disc) s.disc_px = static_cast<float>(disc_radius_px(group.at, group.radius_km, world_px));
            shown.push_back(std::move(s));
        }
        // The fullest places choose first; ties by where they lie.
        std::stable_sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) {
            return std::tuple(-static_cast<long>(a.members.size()), a.x, a.y) < std::tuple(-static_cast<long>(b.members.size()), b.x, b.y);
        });
        return shown;
    }

    /// Groups by cell, to find those near one.
    class Near {
      public:
        Near(const std::vector<Shown>& shown, double cell_px) : shown_(shown), cell_(cell_px) {
            for (std::size_t i = 0; i < shown.size(); ++i) cells_[key(shown[i].x, shown[i].y, 0, 0)].push_back(i);
        }
        /// Calls visit(index) for each within `reach` of a point, itself included; `reach` at most a cell.
        template <class Visit>
        void each(double x, double y, double reach, Visit visit) const {
            for (int dx = -1; dx <= 1; ++dx) {
                for (int dy = -1; dy <= 1; ++dy) {
                    const auto found = cells_.find(key(x, y, dx, dy));
                    if (found == cells_.end()) continue;
                    for (const std::size_t i : found->second)
                        if (std::hypot(shown_[i].x - x, shown_[i].y - y) <= reach) visit(i);
                }
            }
        }

      private:
        std::uint64_t key(double x, double y, int dx, int dy) const {
            const auto cell_of = [&](double v) { return static_cast<std::int64_t>(std::floor(v / cell_)); };
            return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(cell_of(x) + dx)) << 32) |
                   static_cast<std::uint32_t>(cell_of(y) + dy);
        }
        const std::vector<Shown>& shown_;
        double cell_;
        std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;
    };

    /// What a count stands for, and at which of the places.
    struct Gathered {
        std::size_t seat = 0;
        std::vector<std::size_t> near;
    };

    /// Takes groups that lie within reach of a fuller one, where together they are too many to spread.
    std::vector<Shown> without_clusters(std::vector<Shown> shown) {
        const bool far = far_out() > 0.6f;
        const double reach = double{(kClusterReach + 26 * far_out()) * scale}, wide = double{kThrongReach * scale};
        const Near near_of(shown, std::max(reach, wide));
        std::vector<bool> taken(shown.size(), false);
        count_throngs(shown, near_of, wide, taken);
        const auto enough = [&](const std::vector<std::size_t>& near) {
            std::size_t count = 0;
            for (const std::size_t i : near) count += shown[i].members.size();
            return near.size() >= (far ? 2u : 3u) && count >= (far ? 3u : kClusterFrom);
        };
        for (std::size_t a = 0; a < shown.size(); ++a) {
            if (taken[a] || is_opened(shown[a])) continue;
            const Gathered gathered = gather(shown, near_of, taken, a, reach, enough);
            if (enough(gathered.near)) add_cluster(shown, gathered, taken);
            if (!taken[a] && shown[a].members.size() > kMostBeads) add_cluster(shown, {a, {a}}, taken);
        }
        std::vector<Shown> rest;
        for (std::size_t i = 0; i < shown.size(); ++i)
            if (!taken[i]) rest.push_back(std::move(shown[i]));
        return rest;
    }

    /// Where places stand so thick that their stems would be a thicket, counts stand for all about the densest spots.
    void count_throngs(const std::vector<Shown>& shown, const Near& near_of, double reach, std::vector<bool>& taken) {
        std::vector<std::pair<std::size_t, std::size_t>> dense;  // how many are near, and which
        for (std::size_t a = 0; a < shown.size(); ++a)
            if (const std::size_t near = is_opened(shown[a]) ? 0 : neighbours(shown, near_of, taken, a, reach).size(); near >= kThrongFrom)
                dense.emplace_back(near, a);
        std::stable_sort(dense.begin(), dense.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        const auto enough = [](const std::vector<std::size_t>& near) { return near.size() >= kThrongLeft; };
        for (const auto& [count, a] : dense) {
            if (taken[a]) continue;
            const Gathered gathered = gather(shown, near_of, taken, a, reach, enough);
            if (enough(gathered.near)) add_cluster(shown, gathered, taken);
        }
    }

    /// Two countries farther apart than a disc is wide are not counted together, nor is a land with the sea beyond its coast.
    bool apart(const Shown& a, const Shown& b) const {
        return events.groups()[a.group].country != events.groups()[b.group].country &&
               std::hypot(a.x - b.x, a.y - b.y) > double{kApartReach * scale};
    }

    std::vector<std::size_t> neighbours(const std::vector<Shown>& shown, const Near& near_of, const std::vector<bool>& taken, std::size_t a,
                                        double reach) const {
        std::vector<std::size_t> near;
        near_of.each(shown[a].x, shown[a].y, reach, [&](std::size_t b) {
            if (!taken[b] && !is_opened(shown[b]) && !apart(shown[a], shown[b])) near.push_back(b);
        });
        std::sort(near.begin(), near.end());
        return near;
    }

    /// About the seat of what is near `a`, so that nobody's place between two towns makes one of them.
    template <class Enough>
    Gathered gather(const std::vector<Shown>& shown, const Near& near_of, const std::vector<bool>& taken, std::size_t a, double reach,
                    const Enough& enough) const {
        Gathered about_a{a, neighbours(shown, near_of, taken, a, reach)};
        about_a.seat = seat_of(shown, about_a.near);
        if (about_a.seat == a) return about_a;
        Gathered about_seat{about_a.seat, neighbours(shown, near_of, taken, about_a.seat, reach)};
        return enough(about_seat.near) ? about_seat : about_a;
    }

    /// Where of some places the most happened, of those of the country that has the most; among equals one that no other count
    /// covers, and in the middle of them: what is between all of them may be a sea.
    std::size_t seat_of(const std::vector<Shown>& shown, const std::vector<std::size_t>& near) const {
        std::map<std::uint64_t, std::size_t> counts;
        const auto country = [&](std::size_t i) { return events.groups()[shown[i].group].country; };
        for (const std::size_t i : near) counts[country(i)] += shown[i].members.size();
        const std::uint64_t most =
            std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
        double x = 0, y = 0, count = 0;
        for (const std::size_t i : near) {
            if (country(i) != most) continue;
            const auto weight = static_cast<double>(shown[i].members.size());
            x += shown[i].x * weight, y += shown[i].y * weight, count += weight;
        }
        const auto key = [&](std::size_t i) {
            const bool covered = occupied.overlap(shown[i].x, shown[i].y, 16 * scale) > 2 * scale;
            return std::tuple(country(i) != most, -static_cast<long>(shown[i].members.size()), covered,
                              std::hypot(shown[i].x - x / count, shown[i].y - y / count));
        };
        return *std::min_element(near.begin(), near.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    }

    void add_cluster(const std::vector<Shown>& shown, const Gathered& gathered, std::vector<bool>& taken) {
        Cluster cluster;
        for (const std::size_t i : gathered.near) {
            taken[i] = true;
            cluster.events.insert(cluster.events.end(), shown[i].members.begin(), shown[i].members.end());
        }
        const Shown& seat = shown[gathered.seat];
        cluster.at = {seat.x / world_px, seat.y / world_px};
        std::sort(cluster.events.begin(), cluster.events.end());
        cluster.id = base::stable_hash("cluster", events.all()[cluster.events.front()].index);
        occupied.add(seat.x, seat.y, 16 * scale);
        out.clusters.push_back(std::move(cluster));
    }

    /// Offsets of the beads of a stem that goes `way`, from `from_px` off the place on.
    std::vector<PointPx> beads_on(const Way& way, std::size_t count, float from_px) const {
        std::vector<PointPx> beads;
        const float first = std::max(m.stem_first_px * scale, from_px + 14 * scale) + (way.jog != 0 ? 6 * scale : 0);
        for (std::size_t i = 0; i < count; ++i) {
            if (count <= kOneColumn) {
                beads.push_back({way.jog * scale, way.vertical * (first + static_cast<float>(i) * m.stem_every_px * scale)});
            } else {
                const std::size_t columns = count > 14 ? 3 : 2;
                const float column = static_cast<float>(i % columns) - 0.5f * static_cast<float>(columns - 1);
                beads.push_back({way.jog * scale + column * kBunchStep * scale,
                                 way.vertical * (first + static_cast<float>(i / columns) * kBunchStep * scale)});
            }
        }
        return beads;
    }

    float cost_of(const Shown& s, const std::vector<PointPx>& beads) const {
        float sum = 0;
        for (PointPx b : beads) sum += occupied.overlap(s.x + double{b.x}, s.y + double{b.y}, kMarkerReach * scale);
        return sum / scale;
    }

    void hang(const Shown& s, bool with_dot, bool may_go_straight) {
        const float from = s.disc_px;
        std::vector<PointPx> best;
        Way best_way{};
        float least = 1e9f;
        const auto consider = [&](const Way& way) {
            std::vector<PointPx> beads = beads_on(way, s.members.size(), from);
            const float cost = way.cost + 3 * cost_of(s, beads);
            if (cost < least) least = cost, best = std::move(beads), best_way = way;
        };
        if (may_go_straight)
            for (const Way& way : kStraight) consider(way);
        for (const Way& way : kJogs) consider(way);
        Stem stem;
        stem.group = s.group;
        stem.anchor_dot = with_dot;
        const float v = best_way.vertical;
        stem.path.push_back({0, v * from});
        if (best_way.jog != 0) {
            const float diagonal = std::abs(best_way.jog) * scale;
            stem.path.push_back({best_way.jog * scale, v * (from + diagonal)});
            if (std::abs(best.back().y) > from + diagonal) stem.path.push_back({best_way.jog * scale, best.back().y});
        } else {
            stem.path.push_back({0, best.back().y});
        }
        out.stems.push_back(std::move(stem));
        for (std::size_t i = 0; i < best.size(); ++i) put(s, s.members[i], best[i], true);
    }

    bool is_opened(const Shown& s) const {
        return opened >= 0 && s.members.size() > kMostBeads &&
               std::find(s.members.begin(), s.members.end(), static_cast<std::uint32_t>(opened)) != s.members.end();
    }

    /// A full place like a sunflower: oldest in the middle, each on a leader of its own; what is too far from the opened one
    /// in time stays a count.
    void open(const Shown& s) {
        const auto at = std::find(s.members.begin(), s.members.end(), static_cast<std::uint32_t>(opened));
        const auto whole = static_cast<std::ptrdiff_t>(s.members.size()), most = static_cast<std::ptrdiff_t>(kMostOpened);
        const std::ptrdiff_t first =
            std::clamp(at - s.members.begin() - most / 2, std::ptrdiff_t{0}, std::max(whole - most, std::ptrdiff_t{0}));
        const std::ptrdiff_t last = std::min(first + most, whole);
        const float hole = last - first < whole ? 34 : 14;  // px, that the middle keeps free
        for (std::ptrdiff_t i = first; i < last; ++i) {
            const auto n = static_cast<float>(i - first);
            const float angle = n * 2.3999632f - 0.5f * std::numbers::pi_v<float>;
            const float radius = std::sqrt(hole * hole + n * kBunchStep * kBunchStep * 1.15f / std::numbers::pi_v<float> * 1.25f) * scale;
            const PointPx offset{radius * std::cos(angle), radius * std::sin(angle)};
            put(s, s.members[static_cast<std::size_t>(i)], offset, true);
            out.stems.push_back({s.group, {{}, offset}, i == first && last - first == whole});
        }
        if (last - first == whole) return;
        Cluster rest;
        rest.at = events.groups()[s.group].at;
        rest.events.assign(s.members.begin(), s.members.begin() + first);
        rest.events.insert(rest.events.end(), s.members.begin() + last, s.members.end());
        rest.id = base::stable_hash("cluster", events.all()[s.members.front()].index);
        out.clusters.push_back(std::move(rest));
    }

    void put(const Shown& s, std::uint32_t event, PointPx offset, bool on_stem) {
        occupied.add(s.x + double{offset.x}, s.y + double{offset.y}, kMarkerReach * scale);
        out.beads.push_back({event, offset, on_stem});
    }

    void shape() {
        const std::vector<Shown> shown = without_clusters(shown_groups());
        // Places keep their own spot free before any bead is laid.
        const auto is_country = [&](const Shown& s) { return events.groups()[s.group].footing == Footing::Country; };
        for (const Shown& s : shown)
            if (!is_country(s)) occupied.add(s.x, s.y, m.stem_anchor_radius_px * scale);
        for (const Shown& s : shown) {
            if (is_country(s)) continue;
            if (is_opened(s)) {
                open(s);
                continue;
            }
            const EventGroup& group = events.groups()[s.group];
            const bool pin = group.footing == Footing::Pin;
            const float own = m.stem_anchor_radius_px * scale + kMarkerReach * scale;  // it lies on its own spot
            const bool free = occupied.overlap(s.x, s.y, kMarkerReach * scale) <= own + 0.01f;
            const bool alone = s.members.size() == 1 && group.footing != Footing::Line;
            if (alone && free) {
                put(s, s.members.front(), {}, false);
            } else {
                hang(s, pin, s.members.size() > 1 || group.footing != Footing::Pin);
            }
        }
    }
};

}  // namespace

double disc_radius_px(geo::WorldPoint at, double radius_km, double world_px) {
    const double shrink = std::cos(geo::lonlat_from(at).lat_deg * std::numbers::pi / 180);
    return radius_km * 1000 / (geo::kMercatorCircumferenceM * std::max(shrink, 0.05)) * world_px;
}

EventLayout lay_out_events(const MapEvents& events, const MarkerTime& time, double world_px, float scale, const Measures& measures,
                           std::ptrdiff_t opened) {
    Shaper shaper{events, time, world_px, scale, measures, opened, {}};
    shaper.shape();
    std::stable_sort(shaper.out.beads.begin(), shaper.out.beads.end(), [](const Bead& a, const Bead& b) { return a.event < b.event; });
    return std::move(shaper.out);
}

bool overfull(const MapEvents& events, std::ptrdiff_t event) {
    if (event < 0 || events.crowded()) return false;
    const std::uint32_t group = events.all()[static_cast<std::size_t>(event)].group;
    return group != MapEvents::kNoGroup && events.groups()[group].members.size() > kMostBeads;
}

}  // namespace dateline::view
