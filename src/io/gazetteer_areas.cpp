#include "io/gazetteer_areas.h"

#include "io/basemap_divisions.h"
#include "io/gdal.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <variant>

namespace dateline::io {
namespace {

// An event's record holds the whole area: a strait needs its banks, a sea not its coves.
constexpr double kShareOfSize = 1.0 / 200, kFinest_deg = 0.001, kCoarsest_deg = 0.05;
constexpr double kGrid_deg = 0.001;

double size_deg(const geo::MultiPolygon& area) {
    const geo::LonLatBox box = geo::bounds(area);
    return std::max(box.width_deg(), box.north_deg - box.south_deg);
}

/// Points on the grid, each once; a ring of which nothing is left goes.
geo::MultiPolygon on_grid(const geo::MultiPolygon& area) {
    geo::MultiPolygon out;
    for (const geo::Polygon& polygon : area) {
        geo::Polygon kept;
        for (const geo::Line& ring : polygon) {
            geo::Line line;
            for (const geo::LonLat p : ring) {
                const geo::LonLat on{std::round(p.lon_deg / kGrid_deg) * kGrid_deg, std::round(p.lat_deg / kGrid_deg) * kGrid_deg};
                if (line.empty() || line.back() != on) line.push_back(on);
            }
            if (line.size() >= 4) kept.push_back(std::move(line));
            else if (&ring == &polygon.front()) break;
        }
        if (!kept.empty()) out.push_back(std::move(kept));
    }
    return out;
}

geo::MultiPolygon roughly(const geo::MultiPolygon& area) {
    const double tolerance_deg = std::clamp(size_deg(area) * kShareOfSize, kFinest_deg, kCoarsest_deg);
    const GeometryPtr shape = shape_of(area);
    const GeometryPtr simple(shape ? shape->SimplifyPreserveTopology(tolerance_deg) : nullptr);
    const geo::Geometry drawn = geometry_of(simple.get());
    const auto* polygons = std::get_if<geo::MultiPolygon>(&drawn);
    return on_grid(polygons ? *polygons : area);
}

}  // namespace

base::Result<> add_areas(const std::filesystem::path& maps_folder, const std::filesystem::path& gazetteer_folder,
                         document::GazetteerBuilder& out) {
    auto areas = read_areas(maps_folder / "base", gazetteer_folder);
    if (!areas) return tl::unexpected(areas.error());
    for (document::DivisionArea& area : *areas) area.area = roughly(area.area);
    out.set_areas(*areas);
    return {};
}

}  // namespace dateline::io
