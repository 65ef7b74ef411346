#include "render/world_view.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline::render {
namespace {

// As in project.glsl.
constexpr int kFlat = 0, kSeries = 1, kGlobe = 2;
/// Half of what is seen, in radians of Mercator, below which a series of the third degree is exact to a tenth of a pixel
/// and single precision in the formulas themselves is not.
constexpr double kSeriesReach = 0.02;
/// As far from the centre as the series is to be trusted, in radians of Mercator; beyond, it goes on straight.
constexpr double kSeriesLimit = 0.35;
constexpr double kPolarPsi = 3.2;  // 85°

/// The globe is seen from close by: towards its horizon the ground is foreshortened ever more, which no series follows. As far as
/// that is a hundredth of what it shows, and in any case as far as `reach`, which is on the screen.
double globe_series_limit(const geo::MapPlane::Constants& k, double reach) {
    constexpr double kForeshortened = 0.01, kSpare = 1.2;
    return std::min(kSeriesLimit, std::max(kSpare * reach, std::sqrt(2 * kForeshortened * (k.eye - 1)) / k.cos0));
}

}  // namespace

WorldView::WorldView(const view::MapTransform& map) : map_(map), plane_(map), visible_(plane_) {
    const double to_px = plane_.flat() ? map.world_px : plane_.px_per_radius();
    const double c = std::cos(map.bearing_rad) * to_px, s = std::sin(map.bearing_rad) * to_px;
    screen_from_plane_ = {static_cast<float>(c), static_cast<float>(s), static_cast<float>(-s), static_cast<float>(c)};
    if (!plane_.flat()) find_terms();
}

void WorldView::find_terms() {
    const geo::MapPlane::Constants k = plane_.plane().constants();
    const double half_px = 0.5 * std::hypot(double{map_.rect.w}, double{map_.rect.h});
    const double reach = half_px / plane_.px_per_world() * 2 * std::numbers::pi;
    if (reach < kSeriesReach && std::abs(k.psi0) < kPolarPsi) {
        kind_ = kSeries;
        const geo::MapPlane::Series series = plane_.plane().series();
        for (std::size_t i = 0; i < 10; ++i) {
            terms_[i / 2][2 * (i % 2)] = static_cast<float>(series.x[i]);
            terms_[i / 2][2 * (i % 2) + 1] = static_cast<float>(series.y[i]);
        }
        const bool globe = plane_.plane().projection() == geo::Projection::Globe;
        terms_[5] = {static_cast<float>(globe ? globe_series_limit(k, reach) : kSeriesLimit), 0, 0, 0};
        return;
    }
    kind_ = kGlobe + static_cast<int>(plane_.plane().projection()) - static_cast<int>(geo::Projection::Globe);
    terms_[0] = {static_cast<float>(k.psi0), static_cast<float>(k.sin0), static_cast<float>(k.cos0), static_cast<float>(k.eye)};
    terms_[1] = {static_cast<float>(k.cone), static_cast<float>(k.morph), static_cast<float>(k.equal_earth_y0), 0};
}

void WorldView::apply(const gl::Program& program, geo::WorldPoint origin, int copy) const {
    const double x = map_.center.x - origin.x - copy, y = map_.center.y - origin.y;
    const auto hi_x = static_cast<float>(x), hi_y = static_cast<float>(y);
    program.set("u_center_hi", std::array{hi_x, hi_y});
    program.set("u_center_lo", std::array{static_cast<float>(x - hi_x), static_cast<float>(y - hi_y)});
    program.set_mat2("u_screen_from_plane", screen_from_plane_);
    program.set("u_map_center", std::array{map_.rect.x + 0.5f * map_.rect.w, map_.rect.y + 0.5f * map_.rect.h});
    if (kind_ != kFlat) program.set("u_plane_terms", terms_);
}

}  // namespace dateline::render
