#pragma once

#include "document/basemap.h"
#include "view/frame.h"
#include "view/theme.h"

#include <vector>

namespace dateline::view {

/// One coat of the base map: a layer filled or stroked. Coats are listed in painter's order.
struct BaseCoat {
    enum class What : std::uint8_t {
        SeaFloor,
        Fill,
        FocusFill,
        Relief,
        Rasters,
        Stroke,
        Graticule,
        DisputedAreas,
        EventWaters,
        EventAreas
    };
    What what = What::Fill;
    document::BaseLayer layer = document::BaseLayer::Land;
    Color fill;
    LineStyle stroke;            ///< already in pixels of the target
    const char* hidden_by = "";  ///< the name in ViewOptions::hidden_layers that switches it off
    bool fades_by_rank = false;  ///< lesser rivers, lakes and divisions show later
    float least_size_px = 0;     ///< pieces that are smaller on screen in both directions are left out
};

/// How the base map looks at a zoom. `EventAreas` marks where the areas of events lie: above land, lakes and imagery, below its lines;
/// `EventWaters` where the shores of wide waters are washed: below the land.
std::vector<BaseCoat> basemap_coats(const Theme& theme, double zoom, float scale);

/// The scale of Natural Earth whose detail a zoom can show.
document::Scale basemap_scale(double zoom);

/// Two scales on the way from one to the next: the finer one first comes over the coarser, then that one goes, so what both
/// have never thins. Outside the narrow bands of change only `coarse` is drawn.
struct ScaleBlend {
    document::Scale coarse, fine;
    float coarse_share = 1, fine_share = 0;
};
ScaleBlend basemap_blend(double zoom);
/// How much of the hatch of a disputed area shows that is so many pixels across at 1x, of a map that is `map_px` across: little of
/// one that is a speck, or that the map lies within.
float disputed_area_share(double across_px, double map_px);
/// How much of a lake of a rank shows, 0..1.
float lake_share(int rank, double zoom);
/// How much of a river of a rank shows, 0..1.
float river_share(int rank, double zoom);
/// How much of the lines between a country's divisions shows, 0..1; `rank`: 0 where they are vast, 2 where they are small.
float division_share(int rank, double zoom);
/// Degrees between the graticule's lines; 0: none.
double graticule_step_deg(double zoom);

}  // namespace dateline::view
