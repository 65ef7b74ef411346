#pragma once

#include "publish/figure_page.h"
#include "view/camera.h"

#include <optional>
#include <vector>

namespace dateline::publish {

/// The land of a state on a map, without its lakes.
struct Land {
    const document::BaseMap* basemap = nullptr;
    view::MapTransform map;
    std::vector<const geo::Mesh*> meshes;
    bool holds(view::PointPx at) const;
};

/// Events of one place on one map, and where their discs went.
struct DiscSpot {
    enum class Footing { Point, Area, Wide };  ///< a dot, a dashed disc, or a country, which has no spot
    Footing footing = Footing::Point;
    view::PointPx at;
    float area_px = 0;  ///< radius of an Area
    std::vector<const Numbered*> events;
    std::vector<view::PointPx> discs;  ///< one an event
    std::vector<view::PointPx> stem;   ///< from the place to the first disc; empty: none
    std::optional<Land> land;          ///< of a state
};

/// The placed events of `selection` inside map.rect, those of one place together.
std::vector<DiscSpot> spots_on(const Page& page, const Selection& selection, const view::MapTransform& map);

/// An arc on the map, from its head on.
using ArcWay = std::vector<view::PointPx>;

/// Gives each spot's discs a place where they cover neither each other, nor other spots, nor `taken`, nor, if there is room,
/// the map's own symbols and the arcs.
void place_discs(const Page& page, std::vector<DiscSpot>& spots, view::RectPx bounds, const std::vector<view::RectPx>& taken,
                 const std::vector<view::RectPx>& symbols, const std::vector<ArcWay>& arcs);

/// The discs as the map must know them.
std::vector<view::PageDisc> discs_of(const Page& page, const std::vector<DiscSpot>& spots);

/// What labels must keep clear of.
std::vector<view::RectPx> covered_by(const Page& page, const std::vector<DiscSpot>& spots);

void draw_spots(Page& page, const std::vector<DiscSpot>& spots);

}  // namespace dateline::publish
