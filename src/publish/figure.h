#pragma once

#include "document/basemap.h"
#include "document/briefing.h"
#include "view/frame.h"
#include "view/text.h"
#include "view/theme.h"
#include "view/view.h"

#include <optional>
#include <string>

namespace dateline::publish {

/// A page for print (look.md "Figure"): numbered events on a map, on a strip of dates and in a list, with the routes,
/// an inset where they crowd, a locator globe, source and disclaimer.
struct FigureInput {
    const document::Briefing& briefing;
    const document::BaseMap& basemap;
    const view::Theme& theme;  ///< usually the print theme
    const view::Typesetter& type;
    /// `timeline` is what the strip shows; events in it and in `window` that pass the filters get numbers. With a `camera` those
    /// that it shows; what is left over is drawn as the map draws it.
    view::ViewOptions options;
    std::optional<view::Camera> camera;  ///< fitted to 1680 x 1128; nullopt: shows every numbered event
    std::string label = "Figure 1";      ///< above the title; may be empty
    std::string title, subtitle;         ///< empty: the briefing's own, and a count of what is shown
    std::string source_note;             ///< "Source: Bulletin, April 2023"; empty: the bulletins' titles
    view::LayerSource* layers = nullptr;
    int width_px = 2480, height_px = 1754;           ///< measures scale with the width; at least 1.2 times as wide as high
    std::optional<geo::Projection> projection = {};  ///< where `camera` has none: nullopt lets figure_projection choose
    double bearing_deg = 0;                          ///< where `camera` has none
    std::optional<calendar::Instant> at = {};        ///< where events are too many, those nearest it are numbered first
    std::optional<calendar::Span> period = {};       ///< what the strip shows instead of `options.timeline`; may be open
};

/// The same input makes the same frame; nothing is kept between calls.
view::Frame figure_frame(const FigureInput& input);

/// What a map of `box` is best drawn in.
geo::Projection figure_projection(const geo::LonLatBox& box);
/// The map's part of a page of that size, for fitting a camera.
view::RectPx figure_map_rect(int width_px, int height_px);
/// Frame pixels per 1x pixel on a page of that width.
float figure_scale(int width_px);

}  // namespace dateline::publish
