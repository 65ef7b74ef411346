#pragma once

#include "view/map_events.h"
#include "view/map_view.h"

#include <array>
#include <vector>

namespace dateline::view {

/// How crowded events lie at each scale, from counts in a pyramid of cells: what a heat layer's colours mean at a zoom, and
/// where symbols suffice. Counts all events, at whatever time, so that scrubbing changes what is seen and not its scale.
class CrowdScale {
  public:
    CrowdScale() = default;
    explicit CrowdScale(const std::vector<MapEvent>& events);

    /// The most events in a square of `side` world widths; at least 1.
    double most(double side) const;
    /// How many share a square of that side with an event, on average over the events.
    double shared(double side) const;

  private:
    static constexpr int kFirst = 2, kLast = 11;  // cells a side, as powers of two
    double at(const std::array<double, kLast - kFirst + 1>& by_level, double side) const;
    std::array<double, kLast - kFirst + 1> most_{}, shared_{};
};

/// How much of the heat layer shows at a zoom, 0 symbols only to 1 heat only.
float heat_share(const CrowdScale& crowd, const MapView& view, float sigma_px);
/// The side in world widths of the square that weighs as much as a bell of `sigma_px`.
double bell_side(const MapView& view, float sigma_px);

/// The heat layer as pixels over `map.rect`, a pixel every `cell_px`: what renderers without a GPU draw.
Image heat_image(const DrawHeat& heat, const MapTransform& map, float cell_px);
/// The ramp at a sum of bells; alpha as drawn.
Color heat_color(const DrawHeat& heat, float sum);

}  // namespace dateline::view
