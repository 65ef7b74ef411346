#pragma once

#include "base/result.h"
#include "document/briefing.h"
#include "view/frame.h"

#include <array>
#include <filesystem>
#include <string>

namespace dateline::view {

/// How an existing route of a kind is drawn, px at 1x.
struct RouteMeasures {
    float core_px = 2;
    float casing_px = 0, casing_alpha = 0;
    bool casing_is_halo = false;  ///< the casing is of the halo's colour, not the route's
    float tick_every_px = 0, tick_length_px = 0, tick_width_px = 1;
    float dot_every_px = 0, dot_width_px = 0;
    std::array<float, 4> dash_px{};
};

/// assets/themes/shared.json: what the map takes from it; px at 1x.
struct Measures {
    std::array<RouteMeasures, 6> route{};                  ///< by document::RouteKind
    std::array<std::array<float, 4>, 5> status_dash_px{};  ///< by document::RouteStatus; all 0: solid
    float under_construction_alpha = 0.42f;
    float route_halo_extra_px = 3, route_halo_alpha = 0.55f;
    float route_emphasised_scale = 1.35f, route_quiet_share = 0.68f, route_offset_px = 5;

    struct Shelf {
        float width_px = 0, alpha = 0;
    };
    std::array<Shelf, 3> shelf{};
    float river_px = 1.1f, coast_px = 0.9f, border_px = 0.9f, disputed_px = 1.2f, disputed_least_ring_px = 9;
    std::array<float, 4> disputed_dash_px{};

    float now_radius_px = 7, recent_radius_px = 6.5f, past_radius_px = 5, to_come_radius_px = 6, to_come_outline_px = 1.6f;
    float area_alpha = 0.13f;
    std::array<float, 4> area_dash_px{};
    float fade_floor = 0.5f, fade_per_age = 0.5f;

    float arc_width_px = 2.2f, arc_head_px = 8, arc_lift_per_angle = 0.34f, arc_most_lift = 0.088f, arc_flat_share = 0.5f,
          arc_inferred_alpha = 0.55f;
    std::array<float, 4> arc_dash_px{};
    float heat_sigma_px = 12, heat_alpha = 0.85f;

    float map_label_least_px = 10, map_label_most_px = 13, event_label_px = 12, country_tracking_em = 0.16f;
    float label_halo_px = 3, event_halo_px = 3.5f, route_name_halo_px = 4, label_gap_px = 4, date_gap_px = 7, label_wrap_px = 110;
    float stem_anchor_radius_px = 3, stem_first_px = 26, stem_first_most_px = 62, stem_every_px = 24;
};

/// assets/themes/<name>.json: the one source of colour that map, timeline, panels and figures read.
struct Theme {
    std::string name;
    Color app, well, panel, raised, hover, line, line_strong, text, text2, text3, ink, on_ink, mark, mark_line, ok, warn, bad;
    Color water, land, land_focus, coast, shelf, border, disputed, river, grid, label, label_city, label_water, halo, halo_water;
    Color relief_shadow, relief_light, relief_high, sea_deep;  ///< alpha: at the most
    std::array<Color, document::kCategoryCount> category{};
    std::array<Color, 6> route{};  ///< by document::RouteKind
    std::array<Color, 5> heat{};   ///< few to many, in even steps of lightness
    Measures measures;
    bool dark() const { return name == "dark"; }
};

/// Errors: missing file, not JSON, a colour or measure missing or misspelt (all named).
base::Result<Theme> load_theme(const std::filesystem::path& assets, std::string_view name);

MarkerShape shape_of(document::Category category);
std::string_view label_of(document::Category category);  ///< "Security"

}  // namespace dateline::view
