#include "view/division_shapes.h"

#include "base/id.h"
#include "document/divisions.h"
#include "geo/unroll.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kFacetDeg = 2.5;
constexpr double kRoughly = 1.0 / 40;  // of an area's size: by how much an event's record may draw it differently
/// Less than a pixel at the zooms of each scale; the finest lies on the boundaries that are drawn.
constexpr std::array<double, 3> kToleranceDeg{0.05, 0.01, 0};

}  // namespace

AreaShape area_shape(const geo::MultiPolygon& area, std::uint64_t key, double tolerance_deg) {
    geo::MultiPolygon shown;
    for (const geo::Polygon& polygon : area) {
        geo::Polygon kept;
        for (const geo::Line& ring : polygon) {
            geo::Line line = geo::simplify(ring, tolerance_deg);
            if (line.size() >= 4) kept.push_back(std::move(line));
            else if (&ring == &polygon.front()) break;  // an islet that is not seen
        }
        if (!kept.empty()) shown.push_back(std::move(kept));
    }
    AreaShape shape;
    shape.edge = std::make_shared<geo::LineSet>(geo::line_set(geo::outline_of(shown), key + 1, kFacetDeg));
    shape.mesh = std::make_shared<geo::Mesh>(geo::triangulate(geo::rejoined(std::move(shown)), key, kFacetDeg));
    return shape;
}

bool DivisionShapes::knows(const document::BaseMap& basemap, std::string_view place_id, const geo::Geometry& told) {
    if (!basemap.divisions || place_id.empty()) return false;
    const geo::MultiPolygon area = basemap.divisions->area(place_id);
    if (area.empty()) return false;
    const geo::LonLatBox box = geo::bounds(area);
    if (!std::holds_alternative<geo::MultiPolygon>(told)) return box.contains(geo::anchor(told));
    const geo::LonLatBox own = geo::bounds(told);
    const double apart_deg = kRoughly * std::max(box.width_deg(), box.north_deg - box.south_deg);
    return std::abs(std::remainder(own.west_deg - box.west_deg, 360)) < apart_deg &&
           std::abs(std::remainder(own.east_deg - box.east_deg, 360)) < apart_deg && std::abs(own.south_deg - box.south_deg) < apart_deg &&
           std::abs(own.north_deg - box.north_deg) < apart_deg;
}

const AreaShape& DivisionShapes::of(const document::BaseMap& basemap, const std::string& place_id, document::Scale scale) {
    const auto [found, is_new] = shapes_.try_emplace({place_id, scale});
    if (!is_new) return found->second;
    const auto step = static_cast<std::size_t>(scale);
    const std::uint64_t key = base::stable_hash(fmt::format("division/{}/{}", place_id, step));
    const geo::MultiPolygon area = basemap.divisions->area(place_id);
    found->second = area_shape(area, key, kToleranceDeg[step]);
    if (found->second.mesh->triangles.empty()) found->second = area_shape(area, key);  // it is smaller than the tolerance
    return found->second;
}

const AreaShape& DisputeShapes::of(const document::BaseMap& basemap, std::size_t number, document::Scale scale) {
    if (basemap_ != &basemap || count_ != basemap.disputed_areas.size()) {
        basemap_ = &basemap;
        count_ = basemap.disputed_areas.size();
        shapes_.clear();
    }
    const auto [found, is_new] = shapes_.try_emplace({number, scale});
    if (!is_new) return found->second;
    const document::DisputedArea& area = basemap.disputed_areas[number];
    const auto step = static_cast<std::size_t>(scale);
    const std::string& id = basemap.disputes[static_cast<std::size_t>(area.dispute)].id;
    const std::uint64_t key =
        base::stable_hash(fmt::format("disputed area/{}/{:.4f}/{:.4f}/{}", id, area.box.west_deg, area.box.south_deg, step));
    found->second = area_shape(area.area, key, kToleranceDeg[step]);
    return found->second;
}

}  // namespace dateline::view
