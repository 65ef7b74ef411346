#include "io/gdal.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <mutex>

namespace dateline::io {

void CloseDataset::operator()(GDALDataset* dataset) const { GDALClose(dataset); }

QuietGdal::QuietGdal() {
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}

QuietGdal::~QuietGdal() { CPLPopErrorHandler(); }

std::string gdal_says(const std::string& otherwise, const std::filesystem::path& file) {
    std::string message = CPLGetLastErrorMsg();
    std::replace(message.begin(), message.end(), '\n', ' ');
    if (const std::string folder = file.parent_path().string() + '/'; folder.size() > 1)
        for (std::size_t at = message.find(folder); at != std::string::npos; at = message.find(folder, at))
            message.erase(at, folder.size());
    // What follows its first sentence is advice to those who call GDAL.
    for (std::size_t at = message.find(". "); at != std::string::npos; at = message.find(". ", at + 1))
        if (at + 2 < message.size() && message[at + 2] >= 'A' && message[at + 2] <= 'Z') message.resize(at);
    while (message.ends_with('.') || message.ends_with(' ')) message.pop_back();
    return message.empty() ? otherwise : message;
}

const OGRSpatialReference& wgs84() {
    static const OGRSpatialReference reference = [] {
        OGRSpatialReference made;
        made.SetWellKnownGeogCS("WGS84");
        made.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        return made;
    }();
    return reference;
}

DatasetPtr open_vector(const std::filesystem::path& path, const char* driver, const char* const* open_options) {
    const char* const allowed[] = {driver, nullptr};
    return DatasetPtr(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed, open_options, nullptr));
}

namespace {

geo::Line line_of(const OGRSimpleCurve& curve) {
    geo::Line line;
    line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back({curve.getX(i), curve.getY(i)});
    return line;
}

geo::Polygon area_of(const OGRPolygon& polygon) {
    geo::Polygon area;
    for (const OGRLinearRing* ring : polygon) area.push_back(line_of(*ring));
    return area;
}

struct Parts {
    std::vector<geo::LonLat> points;
    geo::MultiLine lines;
    geo::MultiPolygon areas;
};

void gather(const OGRGeometry& shape, Parts& parts) {
    switch (wkbFlatten(shape.getGeometryType())) {
        case wkbPoint:
            if (!shape.IsEmpty()) parts.points.push_back({shape.toPoint()->getX(), shape.toPoint()->getY()});
            return;
        case wkbLineString:
            if (shape.toLineString()->getNumPoints() > 1) parts.lines.push_back(line_of(*shape.toLineString()));
            return;
        case wkbPolygon:
            if (!shape.IsEmpty()) parts.areas.push_back(area_of(*shape.toPolygon()));
            return;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* part : *shape.toGeometryCollection()) gather(*part, parts);
            return;
        default:
            if (OGR_GT_IsNonLinear(shape.getGeometryType())) {
                const GeometryPtr straight(shape.getLinearGeometry());
                if (straight && !OGR_GT_IsNonLinear(straight->getGeometryType())) gather(*straight, parts);
            }
    }
}

}  // namespace

geo::Geometry geometry_of(const OGRGeometry* shape) {
    if (!shape) return {};
    Parts parts;
    gather(*shape, parts);
    if (!parts.areas.empty()) return std::move(parts.areas);
    if (!parts.lines.empty()) return std::move(parts.lines);
    if (!parts.points.empty()) return parts.points.front();
    return {};
}

GeometryPtr shape_of(const geo::Geometry& geometry) {
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) return std::make_unique<OGRPoint>(point->lon_deg, point->lat_deg);
    const auto fill = [](OGRSimpleCurve& curve, const geo::Line& line) {
        curve.setNumPoints(static_cast<int>(line.size()), FALSE);
        for (std::size_t i = 0; i < line.size(); ++i) curve.setPoint(static_cast<int>(i), line[i].lon_deg, line[i].lat_deg);
    };
    if (const auto* lines = std::get_if<geo::MultiLine>(&geometry)) {
        auto multi = std::make_unique<OGRMultiLineString>();
        for (const geo::Line& line : *lines) {
            auto part = std::make_unique<OGRLineString>();
            fill(*part, line);
            multi->addGeometryDirectly(part.release());
        }
        return multi;
    }
    if (const auto* areas = std::get_if<geo::MultiPolygon>(&geometry)) {
        auto multi = std::make_unique<OGRMultiPolygon>();
        for (const geo::Polygon& area : *areas) {
            auto part = std::make_unique<OGRPolygon>();
            for (const geo::Line& ring : area) {
                auto curve = std::make_unique<OGRLinearRing>();
                fill(*curve, ring);
                part->addRingDirectly(curve.release());
            }
            multi->addGeometryDirectly(part.release());
        }
        return multi;
    }
    return nullptr;
}

}  // namespace dateline::io
