#include "view/basemap_style.h"

#include "view/map_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace dateline::view {
namespace {

using document::BaseLayer;

constexpr double kMediumFrom = 1.9, kFineFrom = 4.1;  // zoom
constexpr double kBlendReach = 0.22;                  // of zoom, on both sides

BaseCoat filled(BaseLayer layer, Color color, const char* hidden_by) {
    BaseCoat coat;
    coat.what = BaseCoat::What::Fill;
    coat.layer = layer;
    coat.fill = color;
    coat.hidden_by = hidden_by;
    return coat;
}

BaseCoat stroked(BaseLayer layer, Color color, float width_px, const char* hidden_by) {
    BaseCoat coat;
    coat.what = BaseCoat::What::Stroke;
    coat.layer = layer;
    coat.stroke.color = color;
    coat.stroke.width_px = width_px;
    coat.hidden_by = hidden_by;
    return coat;
}

std::array<float, 4> scaled(std::array<float, 4> dash, float scale) {
    for (float& d : dash) d *= scale;
    return dash;
}

}  // namespace

document::Scale basemap_scale(double zoom) {
    if (zoom < kMediumFrom) return document::Scale::Coarse110m;
    return zoom < kFineFrom ? document::Scale::Medium50m : document::Scale::Fine10m;
}

ScaleBlend basemap_blend(double zoom) {
    using document::Scale;
    for (const auto& [from, coarse, fine] :
         {std::tuple{kMediumFrom, Scale::Coarse110m, Scale::Medium50m}, {kFineFrom, Scale::Medium50m, Scale::Fine10m}}) {
        if (std::abs(zoom - from) >= kBlendReach) continue;
        return {coarse, fine, 1 - fade_in(zoom, from, from + kBlendReach), fade_in(zoom, from - kBlendReach, from)};
    }
    const Scale scale = basemap_scale(zoom);
    return {scale, scale, 1, 0};
}

float disputed_area_share(double across_px, double map_px) {
    constexpr double kSpeck_px = 14, kClear_px = 30;
    return fade_in(across_px, kSpeck_px, kClear_px) * (1 - 0.7f * fade_in(across_px / std::max(1.0, map_px), 1.5, 5));
}

float lake_share(int rank, double zoom) {
    constexpr std::array<double, 7> kFrom{0, 1.0, 2.4, 3.6, 4.6, 5.4, 6.0};  // by pairs of ranks
    const double from = kFrom[static_cast<std::size_t>(std::clamp(rank, 0, 12) / 2)];
    return fade_in(zoom, from - 0.6, from);
}

float river_share(int rank, double zoom) {
    constexpr std::array<double, 13> kFrom{1.6, 1.6, 1.8, 2.2, 2.6, 3.2, 3.8, 4.4, 5.0, 5.6, 6.2, 6.8, 7.2};
    const double from = kFrom[static_cast<std::size_t>(std::clamp(rank, 0, 12))];
    return fade_in(zoom, from, from + 0.6);
}

float division_share(int rank, double zoom) {
    constexpr std::array<double, 3> kFrom{3.6, 4.4, 5.2};  // states of the size of Kansas, of Bavaria, of a French department
    const double from = kFrom[static_cast<std::size_t>(std::clamp(rank, 0, 2))];
    return fade_in(zoom, from, from + 1);
}

double graticule_step_deg(double zoom) {
    struct Step {
        double below_zoom, degrees;
    };
    for (const Step step : {Step{2.2, 30}, Step{3.6, 10}, Step{5.2, 5}, Step{6.6, 2}, Step{9, 1}})
        if (zoom < step.below_zoom) return step.degrees;
    return 0;
}

std::vector<BaseCoat> basemap_coats(const Theme& theme, double zoom, float scale) {
    const Measures& m = theme.measures;
    std::vector<BaseCoat> coats;
    const auto relief = [&coats](BaseCoat::What what) {
        coats.push_back({});
        coats.back().what = what;
        coats.back().hidden_by = "relief";
    };
    relief(BaseCoat::What::SeaFloor);
    // The three strokes of the design as one falloff, which neither bands nor costs three passes. At world scale it is
    // narrower: it would join every island to the next.
    float through = 1;
    for (const Measures::Shelf& shelf : m.shelf) through *= 1 - shelf.alpha;
    coats.push_back(stroked(BaseLayer::Coast, theme.shelf, 0.01f, "shelf"));
    coats.back().stroke.glow_px = 0.62f * m.shelf.front().width_px * (0.45f + 0.55f * fade_in(zoom, 1.5, 4.5)) * scale;
    coats.back().stroke.glow_alpha = 1.1f * (1 - through);
    coats.push_back({});
    coats.back().what = BaseCoat::What::EventWaters;
    coats.push_back(filled(BaseLayer::Land, theme.land, "land"));
    coats.push_back(filled(BaseLayer::Countries, theme.land_focus, "focus"));
    coats.back().what = BaseCoat::What::FocusFill;
    relief(BaseCoat::What::Relief);
    coats.push_back(stroked(BaseLayer::Coast, theme.grid, scale, "graticule"));
    coats.back().what = BaseCoat::What::Graticule;
    coats.push_back({});
    coats.back().what = BaseCoat::What::DisputedAreas;
    coats.back().fill = with_alpha(theme.disputed, theme.dark() ? 0.26f : 0.3f);
    coats.back().hidden_by = "borders";

    const float river_px = m.river_px * (1 + 0.6f * fade_in(zoom, 6, 10)) * scale;
    coats.push_back(stroked(BaseLayer::Rivers, theme.river, river_px, "rivers"));
    coats.back().fades_by_rank = true;
    coats.push_back(filled(BaseLayer::Water, theme.water, "lakes"));
    coats.back().fades_by_rank = true;
    coats.push_back({});
    coats.back().what = BaseCoat::What::Rasters;  // imagery shows its own lakes
    coats.push_back({});
    coats.back().what = BaseCoat::What::EventAreas;  // over lakes and imagery: what happens on a lake is as wide as it is
    coats.push_back(stroked(BaseLayer::Coast, theme.coast, m.coast_px * scale, "coast"));
    if (division_share(0, zoom) > 0) {
        coats.push_back(stroked(BaseLayer::Admin1Lines, with_alpha(theme.border, 0.5f), 0.8f * m.border_px * scale, "admin1"));
        coats.back().fades_by_rank = true;
        coats.back().stroke.dash_px = {3 * scale, 2.5f * scale};
        coats.back().stroke.round_caps = false;
    }
    const float border_px = m.border_px * (1 + 0.35f * fade_in(zoom, 5, 8)) * scale;
    coats.push_back(stroked(BaseLayer::Borders, theme.border, border_px, "borders"));
    coats.push_back(stroked(BaseLayer::Disputed, with_alpha(theme.disputed, fade_in(zoom, 1.6, 3)), m.disputed_px * scale, "borders"));
    coats.back().stroke.dash_px = scaled(m.disputed_dash_px, scale);
    coats.back().stroke.round_caps = false;
    coats.back().least_size_px = m.disputed_least_ring_px * scale;
    return coats;
}

}  // namespace dateline::view
