#include "view/timeline_fold.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

using calendar::Instant;
using std::chrono::seconds;

/// So many glyphs in touch are read better as columns.
constexpr std::uint32_t kCrowd = 12;

std::int64_t seconds_of(Instant t) { return t.time_since_epoch().count(); }

/// Round lengths of time; beyond them whole years.
std::int64_t bin_seconds(double least_s) {
    static constexpr std::array<std::int64_t, 26> kLengths{1,      2,      5,      10,      15,      30,      60,       120,     300,
                                                           600,    900,    1800,   3600,    7200,    10800,   21600,    43200,   86400,
                                                           172800, 345600, 604800, 1209600, 2629746, 7889238, 15778476, 31556952};
    for (std::int64_t length : kLengths)
        if (static_cast<double>(length) >= least_s) return length;
    return 31556952 * static_cast<std::int64_t>(std::ceil(least_s / 31556952.0));
}

struct Bins {
    const TimelineScale& scale;
    float fold_px;
    std::int64_t focus_begin_s, focus_end_s, length_s;

    Bins(const TimelineScale& on, float fold) : scale(on), fold_px(fold) {
        focus_begin_s = seconds_of(on.focus().begin), focus_end_s = seconds_of(on.focus().end);
        const double s_per_px = static_cast<double>(focus_end_s - focus_begin_s) / static_cast<double>(on.focus_rect().w);
        length_s = bin_seconds(static_cast<double>(fold) * s_per_px);
    }

    /// Where the bin that holds `t_s` ends.
    std::int64_t end_of(std::int64_t t_s) const {
        if (t_s >= focus_begin_s && t_s < focus_end_s) {
            const std::int64_t rest = t_s % length_s;
            return std::min(t_s - (rest < 0 ? rest + length_s : rest) + length_s, focus_end_s);
        }
        const float left = t_s < focus_begin_s ? scale.earlier_rect().x : scale.later_rect().x;
        const float x = scale.x_of(Instant{seconds{t_s}});
        const float edge = left + (std::floor((x - left) / fold_px) + 1) * fold_px;
        std::int64_t end = seconds_of(scale.time_at(edge));
        // Before all that the scale shows, or past it: everything there is one bin.
        if (end <= t_s) end = t_s < focus_begin_s ? t_s + 1 : std::int64_t{1} << 62;
        return t_s < focus_begin_s ? std::min(end, focus_begin_s) : end;
    }
};

}  // namespace

std::vector<LaneRun> fold_points(std::span<const std::int64_t> at_s, const TimelineScale& scale, float fold_px) {
    const Bins bins(scale, fold_px);
    std::vector<LaneRun> runs;
    const auto x_at = [&](std::size_t i) { return scale.x_of(Instant{seconds{at_s[i]}}); };
    for (std::size_t i = 0; i < at_s.size();) {
        const auto end = std::lower_bound(at_s.begin() + static_cast<std::ptrdiff_t>(i), at_s.end(), bins.end_of(at_s[i]));
        const auto j = static_cast<std::size_t>(end - at_s.begin());
        runs.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j - i), x_at(i), x_at(j - 1)});
        i = j;
    }
    return runs;
}

std::vector<float> spread(std::span<const float> wanted, float spacing) {
    struct Pool {
        double sum;
        std::size_t count;
        double mean() const { return sum / static_cast<double>(count); }
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({static_cast<double>(wanted[i]) - static_cast<double>(i) * static_cast<double>(spacing), 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() >= pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count};
        }
    }
    std::vector<float> out;
    out.reserve(wanted.size());
    for (const Pool& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k)
            out.push_back(static_cast<float>(pool.mean() + static_cast<double>(out.size()) * static_cast<double>(spacing)));
    return out;
}

LanePoints arrange_points(std::span<const std::int64_t> at_s, const TimelineScale& scale, float fold_px, float spacing_px, float reach_px) {
    LanePoints points;
    points.runs = fold_points(at_s, scale, fold_px);
    std::vector<float> wanted;
    const auto& runs = points.runs;
    for (std::size_t i = 0; i < runs.size();) {
        std::size_t j = i + 1;
        std::uint32_t count = runs[i].count;
        while (j < runs.size() && runs[j].x0 - runs[j - 1].x1 < spacing_px) count += runs[j++].count;
        const float x0 = runs[i].x0, x1 = runs[j - 1].x1;
        const bool crowd = count > kCrowd && x1 - x0 > spacing_px;
        if (crowd || static_cast<float>(count - 1) * spacing_px > x1 - x0 + 2 * reach_px) {
            points.blocks.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j), count, x0, x1});
        } else {
            for (std::uint32_t k = runs[i].first; k < runs[i].first + count; ++k) {
                points.glyphs.push_back({k, 0});
                wanted.push_back(scale.x_of(Instant{seconds{at_s[k]}}));
            }
        }
        i = j;
    }
    const std::vector<float> xs = spread(wanted, spacing_px);
    for (std::size_t i = 0; i < xs.size(); ++i) points.glyphs[i].x = xs[i];
    return points;
}

}  // namespace dateline::view
