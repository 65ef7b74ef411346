#pragma once

#include "geo/geometry.h"

#include <cstdint>
#include <vector>

namespace dateline::geo {

/// An area on a grid of square cells of the Mercator world: what its names need to know of its shape.
struct AreaMask {
    WorldPoint origin;  ///< upper left corner; x may lie outside 0..1
    double cell = 0;    ///< a cell's side, world units
    int columns = 0, rows = 0;
    std::vector<std::uint8_t> inside;  ///< row by row

    AreaMask() = default;
    /// Over `box`, its longer side `cells` long, with a rim of two cells around.
    AreaMask(const WorldBox& box, int cells);
    /// Sets the cells whose middle lies in the polygon, moved east by `shift_x`; holes smaller than `least_hole` of it count as filled.
    void fill(const Polygon& polygon, double shift_x, bool value, double least_hole = 0);
    bool at(int column, int row) const {
        return column >= 0 && row >= 0 && column < columns && row < rows && inside[index(column, row)] != 0;
    }
    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
};

/// Cells from each cell's middle to the nearest cell outside; 0 outside. What lies beyond the mask is outside.
/// Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions" (2012).
std::vector<float> clearance(const AreaMask& mask);

/// A line on which the name of an area is set: straight, or an arc as a parabola through the middle of the area.
struct Spine {
    std::vector<WorldPoint> points;  ///< evenly spaced, in the direction of reading; x runs on across the antimeridian
    double breadth = 0;              ///< how high letters may be along most of it, world units
    bool operator==(const Spine&) const = default;
};

/// The spines that let a text of `aspect` (its width by its height) grow largest, level ones preferred where they cost
/// little: the best first, then, where that is turned or bent, the best level one. Empty for an empty mask.
///
///        ╭──────────────╮            for each direction: ridge of the clearance → parabola through it →
///       ╱   · ─ · ─ ·    ╲           the longest stretch with room for the letters → how large they get
///      ╱ · ╱ ╭─────╮ ╲ ·  ╲
std::vector<Spine> spines_of(const AreaMask& mask, double aspect);

/// Of the largest part of an area and what lies close around it, or of the archipelago, straits and all, of which that part is
/// less than most; `cells`: the grid's longer side. Holes smaller than `least_hole` of the area are lettered over.
std::vector<Spine> spines_of(const MultiPolygon& area, double aspect, int cells = 128, double least_hole = 0.03);

/// Of the water around `anchor`: what can be reached from there without passing a strait of less than about half its
/// breadth. Empty where it runs out of the mask, for then the sea is open.
std::vector<Spine> basin_spines(const AreaMask& water, WorldPoint anchor, double aspect);

}  // namespace dateline::geo
