#pragma once

#include "base/result.h"
#include "geo/geometry.h"
#include "io/gdal.h"

#include <compare>
#include <functional>
#include <string>
#include <vector>

namespace dateline::io {

/// How a layer is cut into chunks, and areas inside a chunk into facets, so that a globe bends them.
///
///     ┌───┬───┐   cell: a chunk that is drawn or not
///     │┄┼┄│┄┼┄│   facet: triangles never reach over its edges; inside a chunk the edges are welded
///     └───┴───┘
struct CutGrid {
    double cell_deg = 360;
    double facet_deg = 2.5;
};

struct Cell {
    int row = 0, column = 0;
    auto operator<=>(const Cell&) const = default;
};

/// Splits each area at the cells' edges. Cells overlap by 15 cm, so that rounding never opens a gap between two chunks.
/// Areas that lie on one another are dissolved where `dissolve`. Calls `visit` cell by cell, in order.
base::Result<> cut_areas(const std::vector<GeometryPtr>& areas, double cell_deg, bool dissolve,
                         const std::function<base::Result<>(Cell, const OGRGeometry&)>& visit);

/// Triangles of an area that fits a chunk, cut at the facets' edges and welded there. The box is tight, so what
/// was cut at a cell's edge lies on a side of the box: the renderer draws no fringe there.
base::Result<geo::Mesh> mesh_of(const OGRGeometry& area, double facet_deg, const std::string& name);

/// The pieces of polylines that fall into one cell.
class LineChunk {
  public:
    void add(const std::vector<geo::WorldPoint>& points, const std::vector<double>& along);
    geo::LineSet finish(const std::string& name) const;
    /// What the pieces added from now on belong to; kept a piece.
    void set_tag(std::uint32_t tag) { tag_ = tag; }
    const std::vector<std::uint32_t>& tags() const { return tags_; }

  private:
    struct Vertex {
        geo::WorldPoint at;
        double along = 0;
    };
    std::vector<Vertex> vertices_;
    std::vector<std::uint32_t> starts_, tags_;
    std::uint32_t tag_ = 0;
};

/// Cuts a line at the cells' edges. `along` goes on from piece to piece, so that dashes run through.
void cut_line(const geo::Line& line, double cell_deg, const std::function<LineChunk&(Cell)>& chunk_of);

}  // namespace dateline::io
