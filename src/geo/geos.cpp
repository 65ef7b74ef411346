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
    GEOSCoordSequence* sequence =
        GEOSCoordSeq_copyFromBuffer_r(geos(), &points.front().x, static_cast<unsigned>(points.size()), 0, 0);
    return Shape(sequence ? GEOSGeom_createLinearRing_r(geos(), sequence) : nullptr);
}

Shape polygon_of(const Polygon& polygon, const Projection& project) {
    if (polygon.empty()) return nullptr;
    Shape outer = ring_of(polygon.front(), project);
    if (!outer) return nullptr;
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < polygon.size(); ++i)
        if (Shape hole = ring_of(polygon[i], project)) holes.push_back(hole.release());
    return Shape(
        GEOSGeom_createPolygon_r(geos(), outer.release(), holes.data(), static_cast<unsigned>(holes.size())));
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
        if (points.size() == 4) corners.insert(corners.end(), points.begin(), points.begin() + 3);
    }
    return true;
}

}  // namespace

std::vector<PlanePoint> delaunay(const MultiPolygon& area, const Projection& project) {
    std::vector<GEOSGeometry*> parts;
    for (const Polygon& polygon : area)
        if (Shape part = polygon_of(polygon, project)) parts.push_back(part.release());
    if (parts.empty()) return {};
    const Shape whole = valid(Shape(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                                                static_cast<unsigned>(parts.size()))));
    if (!whole || GEOSisEmpty_r(geos(), whole.get()) != 0) return {};
    std::vector<PlanePoint> corners;
    if (add_triangles(whole.get(), corners)) return corners;
    // Its ear clipper fails at corners that all but touch. Then part by part, and what fails again on a grid that parts them.
    constexpr double kGridOfSize = 1e-7;
    const int count = GEOSGetNumGeometries_r(geos(), whole.get());
    double x0 = 0, x1 = 0;
    GEOSGeom_getXMin_r(geos(), whole.get(), &x0);
    GEOSGeom_getXMax_r(geos(), whole.get(), &x1);
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* part = GEOSGetGeometryN_r(geos(), whole.get(), i);
        if (!part || add_triangles(part, corners)) continue;
        const Shape gridded{GEOSGeom_setPrecision_r(geos(), part, kGridOfSize * (x1 - x0), 0)};
        if (gridded) add_triangles(gridded.get(), corners);
    }
    return corners;
}

}  // namespace dateline::geo
