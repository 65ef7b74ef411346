#include "io/basemap_cut.h"

#include "base/id.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

namespace dateline::io {
namespace {

constexpr double kOverlapDeg = 1.4e-6;
constexpr double kWeldWorld = 4e-9;    ///< 16 cm
constexpr double kFloatStep = 1.2e-7;  ///< relative; near a pole a facet is so tall that floats tell less apart than 16 cm
constexpr double kSnapDeg = 1e-8;

GeometryPtr rectangle(double west, double south, double east, double north) {
    auto ring = std::make_unique<OGRLinearRing>();
    ring->addPoint(west, south), ring->addPoint(east, south), ring->addPoint(east, north), ring->addPoint(west, north);
    ring->closeRings();
    auto polygon = std::make_unique<OGRPolygon>();
    polygon->addRingDirectly(ring.release());
    return polygon;
}

/// Edges of a grid along one axis.
struct Axis {
    std::vector<double> edges;
    double overlap = 0;

    int count() const { return static_cast<int>(edges.size()) - 1; }
    double low(int i) const { return edges[static_cast<std::size_t>(i)] - overlap; }
    double high(int i) const { return edges[static_cast<std::size_t>(i) + 1] + overlap; }
    /// Cells [first, last) that from..to touches.
    std::pair<int, int> range(double from, double to, int first, int last) const {
        while (first < last && high(first) < from) ++first;
        while (last > first && low(last - 1) > to) --last;
        return {first, last};
    }
};

Axis axis(double low, double high, double step, double overlap) {
    const int count = std::max(1, static_cast<int>(std::ceil((high - low) / step - 1e-9)));
    Axis made{{}, overlap};
    for (int i = 0; i < count; ++i) made.edges.push_back(low + i * step);
    made.edges.push_back(std::max(high, low + (count - 1) * step));
    return made;
}

using Visit = std::function<base::Result<>(int column, int row, GeometryPtr)>;

/// Halves the range of cells until one is left: each level of the recursion handles every vertex once.
class Splitter {
  public:
    Splitter(const Axis& columns, const Axis& rows, const Visit& visit) : columns_(columns), rows_(rows), visit_(visit) {}

    base::Result<> split(GeometryPtr area) { return split(std::move(area), 0, columns_.count(), 0, rows_.count()); }

  private:
    base::Result<> split(GeometryPtr area, int c0, int c1, int r0, int r1) {
        if (area->IsEmpty()) return {};
        OGREnvelope box;
        area->getEnvelope(&box);
        std::tie(c0, c1) = columns_.range(box.MinX, box.MaxX, c0, c1);
        std::tie(r0, r1) = rows_.range(box.MinY, box.MaxY, r0, r1);
        if (c0 == c1 || r0 == r1) return {};
        auto part = clip(std::move(area), box, c0, c1, r0, r1);
        if (!part) return tl::unexpected(part.error());
        if (c1 - c0 == 1 && r1 - r0 == 1) return (*part)->IsEmpty() ? base::Result<>{} : visit_(c0, r0, std::move(*part));
        const bool wide = c1 - c0 >= r1 - r0;
        const int middle = wide ? (c0 + c1) / 2 : (r0 + r1) / 2;
        GeometryPtr copy((*part)->clone());
        if (auto first = wide ? split(std::move(copy), c0, middle, r0, r1) : split(std::move(copy), c0, c1, r0, middle); !first)
            return first;
        return wide ? split(std::move(*part), middle, c1, r0, r1) : split(std::move(*part), c0, c1, middle, r1);
    }

    base::Result<GeometryPtr> clip(GeometryPtr area, const OGREnvelope& box, int c0, int c1, int r0, int r1) const {
        const double west = columns_.low(c0), east = columns_.high(c1 - 1), south = rows_.low(r0), north = rows_.high(r1 - 1);
        if (box.MinX >= west && box.MaxX <= east && box.MinY >= south && box.MaxY <= north) return area;
        GeometryPtr part(area->Intersection(rectangle(west, south, east, north).get()));
        if (!part) return base::fail("cannot be cut: " + gdal_says("GEOS fails"), {}, "make its areas valid");
        return part;
    }

    const Axis& columns_;
    const Axis& rows_;
    const Visit& visit_;
};

/// Gathers triangulated facets into one mesh; vertices closer than the weld distance become one.
class Welder {
  public:
    Welder(geo::WorldPoint origin, double facet_world) : weld_(std::max(kWeldWorld, kFloatStep * facet_world)) { mesh.origin = origin; }

    void add(const geo::Mesh& facet) {
        std::vector<std::uint32_t> index(facet.vertices.size());
        for (std::size_t i = 0; i < index.size(); ++i)
            index[i] = vertex(
                {facet.origin.x + static_cast<double>(facet.vertices[i].x), facet.origin.y + static_cast<double>(facet.vertices[i].y)});
        for (std::size_t t = 0; t + 2 < facet.triangles.size(); t += 3) {
            const std::uint32_t a = index[facet.triangles[t]], b = index[facet.triangles[t + 1]], c = index[facet.triangles[t + 2]];
            if (a == b || b == c || c == a) continue;
            mesh.triangles.insert(mesh.triangles.end(), {a, b, c});
        }
    }

    geo::Mesh mesh;

  private:
    std::uint32_t vertex(geo::WorldPoint p) {
        const auto bin = [this](double v) { return static_cast<std::int64_t>(std::floor(v / weld_)); };
        const std::int64_t x = bin(p.x), y = bin(p.y);
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) {
                const auto found = seen_.find(key(x + dx, y + dy));
                if (found != seen_.end()) return found->second;
            }
        }
        const auto made = static_cast<std::uint32_t>(mesh.vertices.size());
        seen_.emplace(key(x, y), made);
        mesh.vertices.push_back({static_cast<float>(p.x - mesh.origin.x), static_cast<float>(p.y - mesh.origin.y)});
        mesh.box.include(p);
        return made;
    }
    static std::uint64_t key(std::int64_t x, std::int64_t y) {
        return (static_cast<std::uint64_t>(x) << 32) ^ (static_cast<std::uint64_t>(y) & 0xffffffffu);
    }
    double weld_;
    std::unordered_map<std::uint64_t, std::uint32_t> seen_;
};

geo::MultiPolygon snapped(const OGRGeometry& shape) {
    geo::Geometry geometry = geometry_of(&shape);
    auto* areas = std::get_if<geo::MultiPolygon>(&geometry);
    if (!areas) return {};
    for (geo::Polygon& area : *areas)
        for (geo::Line& ring : area)
            for (geo::LonLat& p : ring) p = {std::round(p.lon_deg / kSnapDeg) * kSnapDeg, std::round(p.lat_deg / kSnapDeg) * kSnapDeg};
    return std::move(*areas);
}

template <class T>
std::uint64_t content_key(const std::string& name, geo::WorldPoint origin, const std::vector<T>& vertices) {
    std::uint64_t key = base::stable_hash(name);
    key = base::stable_hash({reinterpret_cast<const char*>(&origin), sizeof origin}, key);
    return base::stable_hash({reinterpret_cast<const char*>(vertices.data()), vertices.size() * sizeof(T)}, key);
}

}  // namespace

base::Result<> cut_areas(const std::vector<GeometryPtr>& areas, double cell_deg, bool dissolve,
                         const std::function<base::Result<>(Cell, const OGRGeometry&)>& visit) {
    const Axis columns = axis(-180, 180, cell_deg, kOverlapDeg), rows = axis(-90, 90, cell_deg, kOverlapDeg);
    std::map<Cell, std::unique_ptr<OGRGeometryCollection>> cells;
    const Visit collect = [&](int column, int row, GeometryPtr part) -> base::Result<> {
        auto& cell = cells[{row, column}];
        if (!cell) cell = std::make_unique<OGRMultiPolygon>();
        for (const geo::Polygon& area : snapped(*part)) {
            const GeometryPtr one = shape_of(geo::MultiPolygon{area});
            cell->addGeometry(one->toMultiPolygon()->getGeometryRef(0));
        }
        return {};
    };
    Splitter splitter(columns, rows, collect);
    for (const GeometryPtr& area : areas)
        if (auto done = splitter.split(GeometryPtr(area->clone())); !done) return done;
    for (const auto& [cell, parts] : cells) {
        GeometryPtr whole(dissolve ? parts->UnionCascaded() : parts->clone());
        if (!whole) return base::fail("cannot be dissolved: " + gdal_says("GEOS fails"), {}, "make its areas valid");
        if (auto done = visit(cell, *whole); !done) return done;
    }
    return {};
}

base::Result<geo::Mesh> mesh_of(const OGRGeometry& area, double facet_deg, const std::string& name) {
    OGREnvelope box;
    area.getEnvelope(&box);
    // Facets are those of the world's grid; the outermost take in the overlap with the next cell.
    const auto edges = [&](double from, double to) {
        Axis made;
        const double first = std::floor(from / facet_deg + 0.01) * facet_deg, last = std::ceil(to / facet_deg - 0.01) * facet_deg;
        const int count = std::max(1, static_cast<int>(std::lround((last - first) / facet_deg)));
        for (int i = 0; i <= count; ++i) made.edges.push_back(first + i * facet_deg);
        made.edges.front() = std::min(made.edges.front(), from);
        made.edges.back() = std::max(made.edges.back(), to);
        return made;
    };
    const Axis columns = edges(box.MinX, box.MaxX), rows = edges(box.MinY, box.MaxY);
    const geo::WorldPoint a = geo::world_from({box.MinX, box.MinY}), b = geo::world_from({box.MaxX, box.MaxY});
    // The facet nearest a pole is the tallest.
    const double lowest = geo::world_from({0, rows.edges[0]}).y - geo::world_from({0, rows.edges[1]}).y;
    const double highest = geo::world_from({0, rows.edges[rows.edges.size() - 2]}).y - geo::world_from({0, rows.edges.back()}).y;
    Welder welder({(a.x + b.x) / 2, (a.y + b.y) / 2}, std::max(lowest, highest));
    const Visit triangulate = [&](int, int, GeometryPtr facet) -> base::Result<> {
        const geo::MultiPolygon parts = snapped(*facet);
        if (!parts.empty()) welder.add(geo::triangulate(parts, 0));
        return {};
    };
    if (auto done = Splitter(columns, rows, triangulate).split(GeometryPtr(area.clone())); !done) return tl::unexpected(done.error());
    welder.mesh.key = content_key(name, welder.mesh.origin, welder.mesh.vertices);
    return std::move(welder.mesh);
}

void LineChunk::add(const std::vector<geo::WorldPoint>& points, const std::vector<double>& along) {
    if (points.size() < 2) return;
    starts_.push_back(static_cast<std::uint32_t>(vertices_.size()));
    tags_.push_back(tag_);
    for (std::size_t i = 0; i < points.size(); ++i) vertices_.push_back({points[i], along[i]});
}

geo::LineSet LineChunk::finish(const std::string& name) const {
    geo::LineSet set;
    for (const Vertex& v : vertices_) set.box.include(v.at);
    set.origin = {(set.box.x0 + set.box.x1) / 2, (set.box.y0 + set.box.y1) / 2};
    set.starts = starts_;
    for (const Vertex& v : vertices_)
        set.vertices.push_back(
            {static_cast<float>(v.at.x - set.origin.x), static_cast<float>(v.at.y - set.origin.y), static_cast<float>(v.along)});
    set.key = content_key(name, set.origin, set.vertices);
    return set;
}

void cut_line(const geo::Line& line, double cell_deg, const std::function<LineChunk&(Cell)>& chunk_of) {
    std::vector<geo::WorldPoint> points;
    std::vector<double> along;
    std::optional<Cell> current;
    const auto close = [&] {
        if (current) chunk_of(*current).add(points, along);
        points.clear(), along.clear();
    };
    const auto cell_at = [&](geo::LonLat p) {
        return Cell{static_cast<int>(std::floor((p.lat_deg + 90) / cell_deg)), static_cast<int>(std::floor((p.lon_deg + 180) / cell_deg))};
    };
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const geo::LonLat a = line[i], b = line[i + 1];
        const auto at = [&](double t) {
            return geo::LonLat{a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
        };
        std::vector<double> cuts{0, 1};
        const auto add_cuts = [&](double from, double to) {
            const double low = std::min(from, to) / cell_deg, high = std::max(from, to) / cell_deg;
            for (double edge = std::ceil(low); edge <= high; ++edge)
                if (from != to) cuts.push_back(std::clamp((edge * cell_deg - from) / (to - from), 0.0, 1.0));
        };
        add_cuts(a.lon_deg + 180, b.lon_deg + 180);
        add_cuts(a.lat_deg + 90, b.lat_deg + 90);
        std::sort(cuts.begin(), cuts.end());
        for (std::size_t k = 0; k + 1 < cuts.size(); ++k) {
            if (cuts[k + 1] - cuts[k] < 1e-12) continue;
            const Cell cell = cell_at(at((cuts[k] + cuts[k + 1]) / 2));
            const geo::WorldPoint from = geo::world_from(at(cuts[k])), to = geo::world_from(at(cuts[k + 1]));
            if (!current || cell != *current) {
                close();
                current = cell;
                points.push_back(from), along.push_back(length);
            }
            length += std::hypot(to.x - from.x, to.y - from.y);
            points.push_back(to), along.push_back(length);
        }
    }
    close();
}

}  // namespace dateline::io
