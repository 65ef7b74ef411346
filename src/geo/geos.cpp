#include "geo/geos.h"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <algorithm>
#include <memory>

namespace dateline::geo {

namespace {

/// GEOS keeps its state in a handle that threads must not share.
class Geos {
  public:
    Geos() : handle_(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(handle_); }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    GEOSContextHandle_t handle() const { return handle_; }

  private:
    GEOSContextHandle_t handle_;
};

GEOSContextHandle_t geos() {
    thread_local const Geos context;
    return context.handle();
}

struct Destroy {
    void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(geos(), g); }
    void operator()(GEOSMakeValidParams* p) const { GEOSMakeValidParams_destroy_r(geos(), p); }
};
using Shape = std::unique_ptr<GEOSGeometry, Destroy>;

Shape ring_of(const Line& ring, const Projection& project) {
    std::vector<PlanePoint> points;
    points.reserve(ring.size() + 1);
    for (const LonLat& p : ring) {
        const PlanePoint at = project(p);
        if (points.empty() || points.back() != at) points.push_back(at);
    }
    if (points.empty()) return nullptr;
    if (points.front() != points.back()) points.push_back(points.front());
    if (points.size() < 4) return nullptr;
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(geos(), &points.front().x, static_cast<unsigned>(points.size()), 0, 0);
    return Shape(sequence ? GEOSGeom_createLinearRing_r(geos(), sequence) : nullptr);
}

Shape polygon_of(const Polygon& polygon, const Projection& project) {
    if (polygon.empty()) return nullptr;
    Shape outer = ring_of(polygon.front(), project);
    if (!outer) return nullptr;
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < polygon.size(); ++i)
        if (Shape hole = ring_of(polygon[i], project)) holes.push_back(hole.release());
    return Shape(GEOSGeom_createPolygon_r(geos(), outer.release(), holes.data(), static_cast<unsigned>(holes.size())));
}

Shape valid(Shape shape) {
    if (!shape || GEOSisValid_r(geos(), shape.get()) == 1) return shape;
    const std::unique_ptr<GEOSMakeValidParams, Destroy> params(GEOSMakeValidParams_create_r(geos()));
    GEOSMakeValidParams_setMethod_r(geos(), params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos(), params.get(), 0);
    return Shape(GEOSMakeValidWithParams_r(geos(), shape.get(), params.get()));
}

/// The points of a line or ring; empty when GEOS refuses.
std::vector<PlanePoint> points_of(const GEOSGeometry* line) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(geos(), line);
    unsigned count = 0;
    if (!sequence || !GEOSCoordSeq_getSize_r(geos(), sequence, &count)) return {};
    std::vector<PlanePoint> points(count);
    if (count == 0 || !GEOSCoordSeq_copyToBuffer_r(geos(), sequence, &points.front().x, 0, 0)) return {};
    return points;
}

/// GEOS tells points apart by absolute distances, for which the unit square of the world is too small.
constexpr double kScale = 1e6;

/// Adds the corners of the triangles of a valid area; false where GEOS refuses it.
bool add_triangles(const GEOSGeometry* area, std::vector<PlanePoint>& corners) {
    const Shape triangles{GEOSConstrainedDelaunayTriangulation_r(geos(), area)};
    if (!triangles) return false;
    const int count = GEOSGetNumGeometries_r(geos(), triangles.get());
    corners.reserve(corners.size() + 3 * static_cast<std::size_t>(std::max(count, 0)));
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* triangle = GEOSGetGeometryN_r(geos(), triangles.get(), i);
        const GEOSGeometry* ring = triangle ? GEOSGetExteriorRing_r(geos(), triangle) : nullptr;
        if (!ring) continue;
        const std::vector<PlanePoint> points = points_of(ring);
        if (points.size() != 4) continue;
        for (std::size_t k = 0; k < 3; ++k) corners.push_back({points[k].x / kScale, points[k].y / kScale});
    }
    return true;
}

/// The same of one that may be refused, since the ear clipper loses its way among some holes: part by part, then by halves.
void add_pieces(const GEOSGeometry* area, int cuts_left, std::vector<PlanePoint>& corners) {
    if (!area || GEOSisEmpty_r(geos(), area) != 0 || GEOSGeom_getDimensions_r(geos(), area) != 2 || add_triangles(area, corners)) return;
    const int count = GEOSGetNumGeometries_r(geos(), area);
    if (count > 1) {
        for (int i = 0; i < count; ++i) add_pieces(GEOSGetGeometryN_r(geos(), area, i), cuts_left, corners);
        return;
    }
    if (cuts_left == 0) return;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    GEOSGeom_getXMin_r(geos(), area, &x0);
    GEOSGeom_getYMin_r(geos(), area, &y0);
    GEOSGeom_getXMax_r(geos(), area, &x1);
    GEOSGeom_getYMax_r(geos(), area, &y1);
    const bool wide = x1 - x0 > y1 - y0;
    const double x = wide ? (x0 + x1) / 2 : x1, y = wide ? y1 : (y0 + y1) / 2;
    const Shape near = valid(Shape(GEOSClipByRect_r(geos(), area, x0, y0, x, y)));
    const Shape far = valid(Shape(GEOSClipByRect_r(geos(), area, wide ? x : x0, wide ? y0 : y, x1, y1)));
    add_pieces(near.get(), cuts_left - 1, corners);
    add_pieces(far.get(), cuts_left - 1, corners);
}

}  // namespace

std::vector<PlanePoint> delaunay(const MultiPolygon& area, const Projection& project) {
    constexpr int kMostCuts = 6;
    const Projection enlarged = [&](LonLat p) {
        const PlanePoint at = project(p);
        return PlanePoint{kScale * at.x, kScale * at.y};
    };
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& polygon : area)
        if (Shape part = polygon_of(polygon, enlarged)) parts.push_back(part.release());
    if (parts.empty()) return {};
    const Shape whole =
        valid(Shape(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(), static_cast<unsigned>(parts.size()))));
    std::vector<PlanePoint> corners;
    add_pieces(whole.get(), kMostCuts, corners);
    return corners;
}

}  // namespace dateline::geo
