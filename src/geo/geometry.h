#pragma once

#include "geo/lonlat.h"

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace dateline::geo {

using Line = std::vector<LonLat>;
using MultiLine = std::vector<Line>;
/// Outer ring first, then holes; rings are closed (first == last).
using Polygon = std::vector<Line>;
using MultiPolygon = std::vector<Polygon>;

/// Nothing, a point, lines, or areas.
using Geometry = std::variant<std::monostate, LonLat, MultiLine, MultiPolygon>;

LonLatBox bounds(const Geometry& geometry);
/// Where a pin or a label goes: the point, the middle of the longest line by length, a point inside the largest polygon.
LonLat anchor(const Geometry& geometry);
double length_m(const Line& line);
bool contains(const MultiPolygon& area, LonLat point);
/// A circle of `radius_km` as a polygon of `segments` sides, right across the antimeridian and the poles.
Polygon disc(LonLat center, double radius_km, int segments = 64);
/// Douglas–Peucker; `tolerance_deg` in degrees of latitude at the line's middle.
Line simplify(const Line& line, double tolerance_deg);

/// Triangles ready for the GPU: float offsets in world units from a double origin.
/// `key` is unique to the content and never reused, so a renderer may cache by it.
struct Mesh {
    std::uint64_t key = 0;
    WorldPoint origin;
    WorldBox box;
    std::vector<LocalPoint> vertices;
    std::vector<std::uint32_t> triangles;  ///< three indices each
};

/// Polylines ready for the GPU.
struct LineSet {
    struct Vertex {
        float x = 0, y = 0;  ///< world units from `origin`
        float along = 0;     ///< world units from the polyline's start, for dashes
    };
    std::uint64_t key = 0;
    WorldPoint origin;
    WorldBox box;
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> starts;  ///< index of each polyline's first vertex; ends where the next starts
};

/// Constrained Delaunay (GEOS); invalid input is repaired first. Empty mesh for empty or degenerate input. Where `facet_deg` is
/// above 0 no edge of a ring is longer and no triangle reaches over the lines of that grid: any projection bends such a fill as
/// it bends the outline that line_set() makes.
Mesh triangulate(const MultiPolygon& area, std::uint64_t key, double facet_deg = 0);
/// Densified so that no segment is longer than `max_step_deg` (0: as it is); split where it jumps over the antimeridian.
LineSet line_set(const MultiLine& lines, std::uint64_t key, double max_step_deg = 0);

}  // namespace dateline::geo
