#include "geo/spine.h"

#include "geo/clearance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>

namespace dateline::geo {
namespace {

constexpr double kRadians = std::numbers::pi / 180;
constexpr int kSteepestDeg = 84;                        // nearer the upright it would not be known which way to read
constexpr double kMostTurn = 1.15;                      // radians from one end to the other
constexpr double kTurnCosts = 0.16, kSteepCosts = 0.3;  // share of the letters' size that an arc of a radian, or the upright, may cost
constexpr double kSpreadRoom = 0.62, kSpareWorth = 0.3, kOffCosts = 0.3;
constexpr double kLevelWorth = 1.15;  // a level name is preferred to one that could be larger by less
constexpr int kPoints = 17;
constexpr double kNearReach = 0.1, kLeastNear = 0.01;                         // of the main part: islands that its name may cover as well
constexpr double kIslandsReach = 0.4, kLeastIsland = 0.003, kMainland = 0.6;  // an archipelago: its largest island is less of it
constexpr double kIslandsAspect = 2;                                          // letters are set farther apart than over one land
constexpr float kRoomyGap = 2.2f, kNearGap = 0.025f, kWidestGap = 0.2f, kJoined = 0.85f;  // of the mask's side; of its land

/// A parabola v(u) = c0 + c1 u + c2 u² in a frame turned about a centre, in cells.
struct Curve {
    double cx = 0, cy = 0, cosine = 1, sine = 0;
    double c0 = 0, c1 = 0, c2 = 0;

    double v(double u) const { return c0 + u * (c1 + u * c2); }
    double slope(double u) const { return c1 + 2 * c2 * u; }
    WorldPoint at(double u) const {
        const double w = v(u);
        return {cx + cosine * u - sine * w, cy + sine * u + cosine * w};
    }
};

struct Ridge {
    double x = 0, y = 0, weight = 0;  // cells; the weight is the clearance
};

struct Field {
    const AreaMask& mask;
    std::vector<float> clear;

    float at(double x, double y) const {
        const int c = static_cast<int>(std::lround(x)), r = static_cast<int>(std::lround(y));
        return c < 0 || r < 0 || c >= mask.columns || r >= mask.rows ? 0 : clear[mask.index(c, r)];
    }
};

/// Cells no neighbour pair of which lies farther inside: the middle of the area.
std::vector<Ridge> ridge_of(const Field& field) {
    const float least = 0.3f * *std::max_element(field.clear.begin(), field.clear.end());
    std::vector<Ridge> ridge;
    constexpr std::array<std::array<int, 2>, 4> kWays{{{1, 0}, {0, 1}, {1, 1}, {1, -1}}};
    for (int r = 1; r + 1 < field.mask.rows; ++r) {
        for (int c = 1; c + 1 < field.mask.columns; ++c) {
            const float d = field.clear[field.mask.index(c, r)];
            if (d <= 0 || d < least) continue;
            const bool top = std::any_of(kWays.begin(), kWays.end(), [&](const auto& way) {
                const float a = field.clear[field.mask.index(c + way[0], r + way[1])],
                            b = field.clear[field.mask.index(c - way[0], r - way[1])];
                return d >= a && d >= b && (d > a || d > b);
            });
            if (top) ridge.push_back({static_cast<double>(c), static_cast<double>(r), double{d}});
        }
    }
    return ridge;
}

/// Solves three equations in three unknowns; false where they hang together.
bool solve(std::array<std::array<double, 4>, 3>& m) {
    for (std::size_t i = 0; i < 3; ++i) {
        std::size_t pivot = i;
        for (std::size_t k = i + 1; k < 3; ++k)
            if (std::abs(m[k][i]) > std::abs(m[pivot][i])) pivot = k;
        if (std::abs(m[pivot][i]) < 1e-9) return false;
        std::swap(m[i], m[pivot]);
        for (std::size_t k = 0; k < 3; ++k) {
            if (k == i) continue;
            const double f = m[k][i] / m[i][i];
            for (std::size_t j = i; j < 4; ++j) m[k][j] -= f * m[i][j];
        }
    }
    return true;
}

/// The weighted parabola through the ridge where u is within [from, to]. The least squares are damped towards a straight line.
std::optional<Curve> fitted(const std::vector<Ridge>& ridge, Curve frame, double from, double to) {
    std::array<double, 5> s{};
    std::array<double, 3> t{};
    for (const Ridge& p : ridge) {
        const double dx = p.x - frame.cx, dy = p.y - frame.cy;
        const double u = frame.cosine * dx + frame.sine * dy, v = -frame.sine * dx + frame.cosine * dy;
        if (u < from || u > to) continue;
        double w = p.weight * p.weight;
        for (std::size_t k = 0; k < 5; ++k, w *= u) {
            s[k] += w;
            if (k < 3) t[k] += w * v;
        }
    }
    if (s[0] <= 0) return std::nullopt;
    std::array<std::array<double, 4>, 3> m{{{s[0], s[1], s[2], t[0]}, {s[1], s[2], s[3], t[1]}, {s[2], s[3], 1.02 * s[4] + 1e-6, t[2]}}};
    if (!solve(m)) return std::nullopt;
    frame.c0 = m[0][3] / m[0][0];
    frame.c1 = m[1][3] / m[1][1];
    frame.c2 = m[2][3] / m[2][2];
    return frame;
}

/// The stretch of a curve where letters of the largest size have room.
struct Stretch {
    double score = 0;         // cells
    double from = 0, to = 0;  // u
};

class Judge {
  public:
    Judge(const Field& field, double aspect) : field_(field), aspect_(aspect) {}

    Stretch judge(const Curve& curve, double from, double to) {
        sample(curve, from, to);
        Stretch best;
        double low = 0, high = 2.2 * *std::max_element(clear_.begin(), clear_.end());
        Run run;
        for (int round = 0; round < 9; ++round) {
            const double middle = (low + high) / 2;
            const Run found = longest(middle);
            if (found.length >= aspect_ * middle && middle > 0) low = middle, run = found;
            else high = middle;
        }
        if (low <= 0 || run.length <= 0) return best;
        // Once the size is known letters may spread a little farther than that.
        const Run wide = longest(kSpreadRoom * low);
        if (wide.length > run.length && wide.first <= run.first && wide.last >= run.last) run = wide;
        best.from = u_[run.first], best.to = u_[run.last];
        const double begin = std::atan(curve.slope(best.from)), end = std::atan(curve.slope(best.to));
        const double turn = std::abs(end - begin), own = std::atan2(curve.sine, curve.cosine);
        const double steepest = std::max(std::abs(own + begin), std::abs(own + end)), mean = std::abs(own + 0.5 * (begin + end));
        if (turn > kMostTurn || steepest > (kSteepestDeg + 12) * kRadians || mean > kSteepestDeg * kRadians) return best;
        // Length to spare and a place near the middle of the area count a little.
        const double spare = std::pow(std::max(run.length / (aspect_ * low), 1.0), kSpareWorth);
        const WorldPoint middle = curve.at((best.from + best.to) / 2);
        const double off = std::hypot(middle.x - curve.cx, middle.y - curve.cy) / (0.5 * std::hypot(field_.mask.columns, field_.mask.rows));
        best.score =
            low * spare * (1 - kOffCosts * std::min(off, 1.0)) * (1 - kTurnCosts * turn) * (1 - kSteepCosts * mean / (90 * kRadians));
        return best;
    }
    /// The clearance that most of a stretch keeps.
    double breadth(const Curve& curve, const Stretch& stretch) const {
        std::vector<double> values;
        for (int i = 0; i <= 16; ++i) {
            const WorldPoint p = curve.at(stretch.from + (0.15 + 0.7 * i / 16.0) * (stretch.to - stretch.from));
            values.push_back(double{field_.at(p.x, p.y)});
        }
        std::nth_element(values.begin(), values.begin() + 4, values.end());
        return 2 * values[4];
    }

  private:
    struct Run {
        std::size_t first = 0, last = 0;
        double length = 0;
    };
    void sample(const Curve& curve, double from, double to) {
        u_.clear(), along_.clear(), clear_.clear();
        const int count = std::max(8, static_cast<int>(to - from));
        double length = 0;
        WorldPoint before{};
        for (int i = 0; i <= count; ++i) {
            const double u = from + (to - from) * i / count;
            const WorldPoint p = curve.at(u);
            if (i > 0) length += std::hypot(p.x - before.x, p.y - before.y);
            before = p;
            u_.push_back(u), along_.push_back(length), clear_.push_back(double{field_.at(p.x, p.y)});
        }
    }
    /// With room for letters of this height and a little air.
    Run longest(double height) const {
        Run best, run;
        bool open = false;
        for (std::size_t i = 0; i < u_.size(); ++i) {
            if (clear_[i] < 0.58 * height) {
                open = false;
                continue;
            }
            if (!open) run.first = i, open = true;
            run.last = i;
            run.length = along_[i] - along_[run.first];
            if (run.length > best.length) best = run;
        }
        return best;
    }
    const Field& field_;
    double aspect_;
    std::vector<double> u_, along_, clear_;
};

Spine spine_of(const AreaMask& mask, const Curve& curve, const Stretch& stretch, double breadth) {
    // Even steps along the arc, not along u.
    std::vector<double> along{0}, u{stretch.from};
    for (int i = 1; i <= 128; ++i) {
        const double next = stretch.from + (stretch.to - stretch.from) * i / 128;
        const WorldPoint a = curve.at(u.back()), b = curve.at(next);
        along.push_back(along.back() + std::hypot(b.x - a.x, b.y - a.y));
        u.push_back(next);
    }
    Spine spine;
    spine.breadth = breadth * mask.cell;
    std::size_t k = 0;
    for (int i = 0; i < kPoints; ++i) {
        const double want = along.back() * i / (kPoints - 1);
        while (k + 2 < along.size() && along[k + 1] < want) ++k;
        const double step = std::max(along[k + 1] - along[k], 1e-12), t = std::clamp((want - along[k]) / step, 0.0, 1.0);
        const WorldPoint p = curve.at(u[k] + t * (u[k + 1] - u[k]));
        spine.points.push_back({mask.origin.x + (p.x + 0.5) * mask.cell, mask.origin.y + (p.y + 0.5) * mask.cell});
    }
    return spine;
}

/// A polygon of an area, turned about the world to where the largest one is.
struct Part {
    const Polygon* polygon;
    WorldBox box;
    double size = 0, shift = 0;  // size on the ground, as a share of the sphere seen flat
};

std::vector<Part> parts_of(const MultiPolygon& area) {
    std::vector<Part> parts;
    for (const Polygon& polygon : area) {
        if (polygon.empty() || polygon.front().size() < 4) continue;
        Part part{&polygon, {}, 0, 0};
        double sum = 0, y = 0;
        const Line& ring = polygon.front();
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const WorldPoint a = world_from(ring[i]), b = world_from(ring[i + 1]);
            part.box.include(a);
            sum += a.x * b.y - b.x * a.y;
            y += ring[i].lat_deg;
        }
        const double narrow = std::cos(std::clamp(y / static_cast<double>(ring.size() - 1), -85.0, 85.0) * kRadians);
        part.size = std::abs(sum) / 2 * narrow * narrow;
        parts.push_back(part);
    }
    std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.size > b.size; });
    for (Part& part : parts) {
        part.shift = -std::round((part.box.x0 + part.box.x1) / 2 - (parts.front().box.x0 + parts.front().box.x1) / 2);
        part.box.x0 += part.shift, part.box.x1 += part.shift;
    }
    return parts;
}

struct Group {
    std::vector<Part> parts;  // the largest first
    WorldBox box;
    double size = 0;

    void take(const Part& part) {
        parts.push_back(part);
        box.include({part.box.x0, part.box.y0});
        box.include({part.box.x1, part.box.y1});
        size += part.size;
    }
};

/// The largest of `parts` and what of at least `least` of its size can be reached from it by steps of `reach`; both as shares of it.
Group group_of(std::vector<Part> parts, double reach, double least) {
    Group group;
    if (parts.empty()) return group;
    const Part largest = parts.front();
    const double step = reach * std::sqrt((largest.box.x1 - largest.box.x0) * (largest.box.y1 - largest.box.y0));
    std::erase_if(parts, [&](const Part& part) { return part.size < least * largest.size; });
    group.take(largest);
    parts.erase(parts.begin());
    for (bool grows = true; grows;) {
        grows = false;
        std::erase_if(parts, [&](const Part& part) {
            const WorldBox near{part.box.x0 - step, part.box.y0 - step, part.box.x1 + step, part.box.y1 + step};
            const bool close =
                std::any_of(group.parts.begin(), group.parts.end(), [&](const Part& other) { return near.intersects(other.box); });
            if (close) group.take(part), grows = true;
            return close;
        });
    }
    return group;
}

/// Fills what lies within `reach` cells of the mask and no farther than that from its outside: straits between islands.
void close_gaps(AreaMask& mask, float reach) {
    AreaMask outside = mask;
    for (auto& cell : outside.inside) cell = cell != 0 ? 0 : 1;
    const std::vector<float> away = clearance(outside, true);
    AreaMask grown = mask;
    for (int r = 0; r < mask.rows; ++r) {
        for (int c = 0; c < mask.columns; ++c) {
            const std::size_t i = mask.index(c, r);
            grown.inside[i] = away[i] <= reach ? 1 : 0;
        }
    }
    const std::vector<float> back = clearance(grown, true);
    for (std::size_t i = 0; i < mask.inside.size(); ++i)
        if (back[i] > reach) mask.inside[i] = 1;
}

/// How many of the cells that `land` has lie in the one piece of `mask` that has most of them.
std::size_t most_in_one_piece(const AreaMask& mask, const AreaMask& land) {
    std::vector<std::uint8_t> seen(mask.inside.size(), 0);
    std::vector<std::size_t> open;
    std::size_t most = 0;
    for (std::size_t first = 0; first < seen.size(); ++first) {
        if (mask.inside[first] == 0 || seen[first] != 0) continue;
        std::size_t count = 0;
        seen[first] = 1;
        open.push_back(first);
        while (!open.empty()) {
            const std::size_t i = open.back();
            open.pop_back();
            count += land.inside[i];
            const int c = static_cast<int>(i % static_cast<std::size_t>(mask.columns)),
                      r = static_cast<int>(i / static_cast<std::size_t>(mask.columns));
            for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
                if (!mask.at(c + dx, r + dy) || seen[mask.index(c + dx, r + dy)] != 0) continue;
                seen[mask.index(c + dx, r + dy)] = 1;
                open.push_back(mask.index(c + dx, r + dy));
            }
        }
        most = std::max(most, count);
    }
    return most;
}

/// Closes straits, the narrowest that it takes, until most of the land hangs together.
void join_islands(AreaMask& mask) {
    const AreaMask land = mask;
    const auto cells = static_cast<float>(std::max(mask.columns, mask.rows));
    const auto all = static_cast<float>(std::count(land.inside.begin(), land.inside.end(), std::uint8_t{1}));
    for (float gap = kNearGap; gap < kWidestGap; gap *= 1.25f) {
        mask = land;
        close_gaps(mask, gap * cells);
        if (static_cast<float>(most_in_one_piece(mask, land)) < kJoined * all) continue;
        // Not by hairs: a name must get through.
        mask = land;
        close_gaps(mask, kRoomyGap * gap * cells);
        return;
    }
}

}  // namespace

std::vector<Spine> spines_of(const AreaMask& mask, double aspect) {
    const Field field{mask, mask.inside.empty() ? std::vector<float>{} : clearance(mask)};
    const std::vector<Ridge> ridge = field.clear.empty() ? std::vector<Ridge>{} : ridge_of(field);
    if (ridge.empty()) return {};
    double cx = 0, cy = 0, weight = 0;
    for (const Ridge& p : ridge) cx += p.x * p.weight, cy += p.y * p.weight, weight += p.weight;
    cx /= weight, cy /= weight;
    Judge judge(field, aspect);
    struct Found {
        Curve curve;
        Stretch stretch;
    };
    std::optional<Found> level, best;
    const auto offer = [](std::optional<Found>& to, const Curve& curve, const Stretch& stretch) {
        if (stretch.score > 0 && (!to || stretch.score > to->stretch.score)) to = Found{curve, stretch};
    };
    const double half = std::hypot(mask.columns, mask.rows) / 2;
    for (int row = 0; row < mask.rows; ++row) {
        const Curve line{cx, cy, 1, 0, row - cy, 0, 0};
        offer(level, line, judge.judge(line, -cx, mask.columns - cx));
    }
    for (int degrees = -80; degrees <= 80; degrees += 8) {
        const Curve frame{cx, cy, std::cos(degrees * kRadians), std::sin(degrees * kRadians), 0, 0, 0};
        double from = half, to = -half;
        for (const Ridge& p : ridge) {
            const double u = frame.cosine * (p.x - cx) + frame.sine * (p.y - cy);
            from = std::min(from, u), to = std::max(to, u);
        }
        for (const auto& [a, b] : {std::pair{0.0, 1.0}, {0.0, 0.6}, {0.4, 1.0}, {0.2, 0.8}}) {
            const double u0 = from + a * (to - from), u1 = from + b * (to - from);
            if (const auto curve = fitted(ridge, frame, u0, u1))
                offer(best, *curve, judge.judge(*curve, u0 - 0.15 * (u1 - u0), u1 + 0.15 * (u1 - u0)));
        }
    }
    std::vector<Spine> spines;
    const auto add = [&](const std::optional<Found>& found) {
        if (found) spines.push_back(spine_of(mask, found->curve, found->stretch, judge.breadth(found->curve, found->stretch)));
    };
    const bool level_first = level && (!best || kLevelWorth * level->stretch.score >= best->stretch.score);
    if (!level_first) add(best);
    add(level);
    return spines;
}

std::vector<Spine> spines_of(const MultiPolygon& area, double aspect, int cells, double least_hole) {
    const std::vector<Part> parts = parts_of(area);
    const Group islands = group_of(parts, kIslandsReach, kLeastIsland);
    // "INDONESIA" is not the name of Borneo: where no part is most of the area, the name is that of the straits as well.
    const bool scattered = !parts.empty() && parts.front().size < kMainland * islands.size;
    const Group group = scattered ? islands : group_of(parts, kNearReach, kLeastNear);
    AreaMask mask(group.box, cells);
    for (const Part& part : group.parts) mask.fill(*part.polygon, part.shift, true, least_hole);
    if (scattered) join_islands(mask);
    else if (group.parts.size() > 1) close_gaps(mask, kNearGap * static_cast<float>(cells));
    return spines_of(mask, scattered ? kIslandsAspect * aspect : aspect);
}

std::vector<Spine> basin_spines(const AreaMask& water, WorldPoint anchor, double aspect) {
    if (water.inside.empty()) return {};
    const std::vector<float> clear = clearance(water);
    const double ax = (anchor.x - water.origin.x) / water.cell - 0.5, ay = (anchor.y - water.origin.y) / water.cell - 0.5;
    // The widest water near by is the basin's own; a strait must not find the sea that it leads to.
    const int ac = static_cast<int>(std::lround(ax)), ar = static_cast<int>(std::lround(ay));
    const int reach = water.at(ac, ar) ? static_cast<int>(2 * clear[water.index(ac, ar)]) : 4;
    float widest = 0;
    std::size_t start = 0;
    for (int r = ar - reach; r <= ar + reach; ++r) {
        for (int c = ac - reach; c <= ac + reach; ++c) {
            if (!water.at(c, r) || clear[water.index(c, r)] <= widest) continue;
            widest = clear[water.index(c, r)], start = water.index(c, r);
        }
    }
    const float least = 0.52f * widest;
    if (widest < 2) return {};
    AreaMask core = water;
    std::fill(core.inside.begin(), core.inside.end(), std::uint8_t{0});
    std::vector<std::size_t> open{start};
    core.inside[start] = 1;
    while (!open.empty()) {
        const std::size_t i = open.back();
        open.pop_back();
        const int c = static_cast<int>(i % static_cast<std::size_t>(water.columns)),
                  r = static_cast<int>(i / static_cast<std::size_t>(water.columns));
        // Nothing nearer than the mask's end: nobody knows how wide the water is here.
        const int to_end = std::min({c, r, water.columns - 1 - c, water.rows - 1 - r}) + 1;
        if (static_cast<float>(to_end) <= clear[i] + 1) return {};
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            const std::size_t next = water.index(c + dx, r + dy);
            if (core.inside[next] != 0 || clear[next] < least) continue;
            core.inside[next] = 1;
            open.push_back(next);
        }
    }
    // The core grown back to the shores.
    AreaMask away = core;
    for (auto& cell : away.inside) cell = cell != 0 ? 0 : 1;
    const std::vector<float> from_core = clearance(away, true);
    for (std::size_t i = 0; i < core.inside.size(); ++i)
        core.inside[i] = core.inside[i] != 0 || (water.inside[i] != 0 && from_core[i] <= least) ? 1 : 0;
    std::vector<Spine> spines = spines_of(core, aspect);
    // A name that would stand far from where the data put it names something else.
    std::erase_if(spines, [&](const Spine& spine) {
        double nearest = 1e9, length = 0;
        for (std::size_t i = 0; i < spine.points.size(); ++i) {
            nearest = std::min(nearest, std::hypot(spine.points[i].x - anchor.x, spine.points[i].y - anchor.y));
            if (i > 0) length += std::hypot(spine.points[i].x - spine.points[i - 1].x, spine.points[i].y - spine.points[i - 1].y);
        }
        return nearest > 0.2 * length;
    });
    return spines;
}

}  // namespace dateline::geo
