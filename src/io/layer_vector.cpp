#include "io/layer_vector.h"

#include "base/id.h"
#include "geo/unroll.h"
#include "io/gdal.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <fmt/format.h>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <utility>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::LayerLabel;
using document::LayerLook;
using document::LayerStyle;

constexpr std::size_t kMostVertices = 12'000'000, kMostLabels = 20'000;
constexpr std::size_t kPieceVertices = 12'000;  ///< of a mesh or a set of lines: what is drawn, or not, as one
constexpr double kReadingPart = 0.4;            ///< of the work; the rest is to cut areas into triangles
constexpr double kStepDeg = 2.5;                ///< no edge is longer, so that every projection bends it

/// Parts of features that are drawn in one look, with where they are along a curve that keeps neighbours together.
struct Gathered {
    struct Part {
        std::uint64_t order = 0;
        std::variant<geo::Line, geo::Polygon> shape;
        std::size_t vertices = 0;
    };
    std::vector<Part> parts;
    std::vector<geo::WorldPoint> points;
};

std::uint64_t interleaved(double x, double y) {
    const auto cell = [](double v) { return static_cast<std::uint64_t>(std::clamp(v, 0.0, 1.0) * 65535); };
    std::uint64_t out = 0;
    for (unsigned bit = 0; bit < 16; ++bit) out |= ((cell(x) >> bit & 1) << (2 * bit)) | ((cell(y) >> bit & 1) << (2 * bit + 1));
    return out;
}

std::uint64_t order_of(const geo::Line& line) {
    const geo::WorldPoint at = geo::world_from(line[line.size() / 2]);
    return interleaved(at.x, at.y);
}

class VectorReader {
  public:
    VectorReader(const fs::path& file, const LayerStyle& style, const std::function<void(double)>& progress,
                 const std::function<bool()>& stop_requested, std::vector<std::string>& warnings)
        : file_(file), style_(style), progress_(progress), stop_requested_(stop_requested), warnings_(warnings) {
        gathered_.resize(style.values.size() + 1);
        for (std::size_t i = 0; i < style.values.size(); ++i) coat_of_value_.emplace(style.values[i].first, i + 1);
    }

    base::Result<> read(GDALDataset& dataset);
    base::Result<VectorRead> finish();

  private:
    base::Result<> read_layer(OGRLayer& layer);
    void take(const OGRGeometry& shape, std::size_t coat);
    void label(const OGRFeature& feature, const geo::Geometry& whole, const LayerLook& look, std::size_t coat, std::string_view layer);
    bool stopped() const { return stop_requested_ && stop_requested_(); }
    const LayerLook& look_of(std::size_t coat) const { return coat == 0 ? style_.look : style_.values[coat - 1].second; }
    /// False where it was told to stop.
    bool pack(std::size_t coat, document::VectorCoat& out);

    const fs::path& file_;
    const LayerStyle& style_;
    const std::function<void(double)>& progress_;
    const std::function<bool()>& stop_requested_;
    std::vector<std::string>& warnings_;
    std::vector<Gathered> gathered_;
    std::map<std::string, std::size_t> coat_of_value_;
    std::vector<LayerLabel> labels_;
    std::vector<geo::LonLatBox> boxes_;
    std::size_t vertices_ = 0, to_pack_ = 0, packed_ = 0, left_out_ = 0;
};

bool is_drawn(OGRLayer& layer, GDALDataset& dataset, const LayerStyle& style) {
    const std::string name = layer.GetName();
    if (!style.table.empty()) return name == style.table;
    if (layer.GetGeomType() == wkbNone) return false;
    // GPX tells each track twice.
    const bool told_twice = name == "track_points" || name == "route_points";
    return !told_twice || dataset.GetDriver() == nullptr || std::string_view(dataset.GetDriver()->GetDescription()) != "GPX";
}

void VectorReader::take(const OGRGeometry& shape, std::size_t coat) {
    const OGRwkbGeometryType type = wkbFlatten(shape.getGeometryType());
    if (type == wkbMultiPoint || type == wkbGeometryCollection) {
        for (const OGRGeometry* part : *shape.toGeometryCollection()) take(*part, coat);
        return;
    }
    geo::Geometry geometry = geometry_of(&shape);
    boxes_.push_back(geo::bounds(geometry));
    Gathered& to = gathered_[coat];
    if (const auto* point = std::get_if<geo::LonLat>(&geometry)) {
        to.points.push_back(geo::world_from(*point));
        ++vertices_;
    } else if (auto* lines = std::get_if<geo::MultiLine>(&geometry)) {
        for (geo::Line& line : *lines) {
            vertices_ += line.size(), to_pack_ += line.size();
            to.parts.push_back({order_of(line), std::move(line), 0});
        }
    } else if (auto* areas = std::get_if<geo::MultiPolygon>(&geometry)) {
        std::erase_if(*areas, [](const geo::Polygon& area) { return area.empty() || area.front().size() < 4; });
        for (geo::Line& line : geo::outline_of(*areas)) {
            const std::uint64_t order = order_of(line);
            to_pack_ += line.size();
            to.parts.push_back({order, std::move(line), 0});
        }
        for (geo::Polygon& area : geo::rejoined(std::move(*areas))) {
            for (const geo::Line& ring : area) vertices_ += ring.size(), to_pack_ += ring.size();
            const std::uint64_t order = order_of(area.front());
            to.parts.push_back({order, std::move(area), 0});
        }
    }
}

void VectorReader::label(const OGRFeature& feature, const geo::Geometry& whole, const LayerLook& look, std::size_t coat,
                         std::string_view layer) {
    if (look.label.empty() || labels_.size() >= kMostLabels || std::holds_alternative<std::monostate>(whole)) return;
    const int field = feature.GetFieldIndex(look.label.c_str());
    if (field < 0 || !feature.IsFieldSetAndNotNull(field)) return;
    LayerLabel label;
    label.text = feature.GetFieldAsString(field);
    std::replace(label.text.begin(), label.text.end(), '\n', ' ');
    if (label.text.empty()) return;
    label.key = base::stable_hash(fmt::format("{}/{}/{}", file_.string(), layer, feature.GetFID()));
    label.at = geo::world_from(geo::anchor(whole));
    label.at_point = std::holds_alternative<geo::LonLat>(whole);
    label.coat = static_cast<std::uint32_t>(coat);
    labels_.push_back(std::move(label));
}

base::Result<> VectorReader::read_layer(OGRLayer& layer) {
    const OGRSpatialReference* reference = layer.GetSpatialRef();
    std::unique_ptr<OGRCoordinateTransformation> to_wgs84;
    if (reference && !reference->IsSame(&wgs84())) {
        to_wgs84.reset(OGRCreateCoordinateTransformation(reference, &wgs84()));
        if (!to_wgs84)
            return base::fail("its reference system is not known: " + gdal_says("PROJ refuses", file_), file_.string(),
                              "check it with ogrinfo");
    }
    const int by = style_.by.empty() ? -1 : layer.GetLayerDefn()->GetFieldIndex(style_.by.c_str());
    if (!style_.by.empty() && by < 0)
        warnings_.push_back(base::Error{"has no field \"" + style_.by + "\", which the style goes by",
                                        file_.string() + ": " + layer.GetName(), "all is drawn alike"}
                                .line());
    if (!style_.look.label.empty() && layer.GetLayerDefn()->GetFieldIndex(style_.look.label.c_str()) < 0)
        warnings_.push_back(base::Error{"has no field \"" + style_.look.label + "\" for labels", file_.string() + ": " + layer.GetName(),
                                        "name one that ogrinfo lists"}
                                .line());
    const auto total = static_cast<double>(std::max<GIntBig>(1, layer.GetFeatureCount(FALSE)));
    double done = 0;
    for (const FeaturePtr& feature : layer) {
        if (++done; static_cast<std::int64_t>(done) % 256 == 0) {
            if (stopped()) return base::fail("stopped", file_.string());
            if (progress_) progress_(kReadingPart * std::min(1.0, done / total));
        }
        OGRGeometry* shape = feature->GetGeometryRef();
        if (!shape || shape->IsEmpty()) continue;
        if (to_wgs84 && shape->transform(to_wgs84.get()) != OGRERR_NONE) {
            ++left_out_;
            continue;
        }
        OGREnvelope reach;
        shape->getEnvelope(&reach);
        if (!(std::abs(reach.MinX) <= 540 && std::abs(reach.MaxX) <= 540 && reach.MinY >= -90.001 && reach.MaxY <= 90.001)) {
            if (!reference)
                return base::fail("has coordinates but names no reference system", file_.string(),
                                  "put a .prj file beside it, or convert it with ogr2ogr -a_srs EPSG:…");
            ++left_out_;
            continue;
        }
        std::size_t coat = 0;
        if (by >= 0) {
            const auto found = coat_of_value_.find(feature->GetFieldAsString(by));
            const auto rest = coat_of_value_.find("*");
            coat = found != coat_of_value_.end() ? found->second : rest != coat_of_value_.end() ? rest->second : 0;
        }
        take(*shape, coat);
        label(*feature, geometry_of(shape), look_of(coat), coat, layer.GetName());
        if (vertices_ > kMostVertices)
            return base::fail(fmt::format("has more than {} million points", kMostVertices / 1'000'000), file_.string(),
                              "simplify it with ogr2ogr -simplify, or cut it with -spat");
    }
    return {};
}

base::Result<> VectorReader::read(GDALDataset& dataset) {
    bool any = false;
    std::string names;
    for (OGRLayer* layer : dataset.GetLayers()) {
        names += (names.empty() ? "" : ", ") + std::string(layer->GetName());
        if (!is_drawn(*layer, dataset, style_)) continue;
        any = true;
        if (auto done = read_layer(*layer); !done) return done;
    }
    if (!any && !style_.table.empty())
        return base::fail("has no table \"" + style_.table + "\"", file_.string(), "its tables are " + names);
    if (vertices_ == 0) return base::fail("holds nothing that can be drawn", file_.string(), "give a file with points, lines or areas");
    if (left_out_ > 0)
        warnings_.push_back(base::Error{fmt::format("{} features lie nowhere on the Earth and are left out", left_out_), file_.string(),
                                        "check its reference system"}
                                .line());
    return {};
}

/// The parts that lie together become one mesh, one set of lines.
bool VectorReader::pack(std::size_t coat, document::VectorCoat& out) {
    const Gathered& from = gathered_[coat];
    geo::MultiPolygon areas;
    geo::MultiLine lines;
    std::size_t held = 0, piece = 0;
    const auto flush = [&] {
        const std::string name = fmt::format("{}/{}/{}", file_.string(), coat, piece++);
        // A file may have changed since it was last read; a renderer keeps both readings for a while.
        static std::atomic<std::uint64_t> reading{0};
        const std::uint64_t key = base::stable_hash(name, ++reading);
        if (!areas.empty()) {
            auto mesh = std::make_shared<geo::Mesh>(geo::triangulate(areas, key, kStepDeg));
            if (!mesh->triangles.empty()) out.areas.push_back(std::move(mesh));
        }
        auto set = std::make_shared<geo::LineSet>(geo::line_set(lines, key, kStepDeg));
        if (!set->starts.empty()) out.lines.push_back(std::move(set));
        areas.clear();
        lines.clear();
        packed_ += std::exchange(held, 0);
        if (progress_) progress_(kReadingPart + (1 - kReadingPart) * static_cast<double>(packed_) / static_cast<double>(to_pack_));
    };
    for (const Gathered::Part& part : from.parts) {
        if (const auto* line = std::get_if<geo::Line>(&part.shape)) {
            lines.push_back(*line);
            held += line->size();
        } else {
            const auto& area = std::get<geo::Polygon>(part.shape);
            areas.push_back(area);
            for (const geo::Line& ring : area) held += ring.size();
        }
        if (held < kPieceVertices) continue;
        flush();
        if (stopped()) return false;
    }
    if (held > 0) flush();
    out.points = from.points;
    return true;
}

base::Result<VectorRead> VectorReader::finish() {
    VectorRead read;
    for (std::size_t coat = 0; coat < gathered_.size(); ++coat) {
        document::VectorCoat& out = read.layer.coats.emplace_back();
        out.look = look_of(coat);
        if (coat > 0) out.value = style_.values[coat - 1].first;
        std::stable_sort(gathered_[coat].parts.begin(), gathered_[coat].parts.end(),
                         [](const auto& a, const auto& b) { return a.order < b.order; });
        if (!pack(coat, out)) return base::fail("stopped", file_.string());
        gathered_[coat] = {};
    }
    read.layer.labels = std::move(labels_);
    std::erase_if(boxes_, [](const geo::LonLatBox& box) { return !box.valid(); });
    read.extent = geo::united(boxes_);
    return read;
}

}  // namespace

base::Result<VectorRead> read_vector(const fs::path& file, const LayerStyle& style, const std::function<void(double)>& progress,
                                     const std::function<bool()>& stop_requested, std::vector<std::string>& warnings) {
    const QuietGdal quiet;
    const DatasetPtr dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!dataset)
        return base::fail("cannot be read as a layer: " + gdal_says("GDAL knows no such format", file), file.string(),
                          "give a file that ogrinfo reads");
    VectorReader reader(file, style, progress, stop_requested, warnings);
    if (auto done = reader.read(*dataset); !done) return tl::unexpected(done.error());
    auto finished = reader.finish();
    if (!finished) return finished;
    VectorRead read = std::move(*finished);
    read.title = !style.title.empty() ? style.title : file.stem().string();
    read.credits = style.credits;
    for (const char* key : {"attribution", "copyright", "COPYRIGHT"})
        if (const char* value = dataset->GetMetadataItem(key); read.credits.empty() && value) read.credits = value;
    if (read.credits.empty()) read.credits = file.filename().string();
    return read;
}

FileKinds kinds_of(const fs::path& file) {
    const QuietGdal quiet;
    const auto opens = [&](unsigned kind) { return DatasetPtr(GDALDataset::Open(file.c_str(), kind | GDAL_OF_READONLY)) != nullptr; };
    FileKinds kinds{opens(GDAL_OF_RASTER), false, {}};
    kinds.vector = opens(GDAL_OF_VECTOR);
    if (!kinds.raster && !kinds.vector) kinds.fault = gdal_says("", file);
    return kinds;
}

}  // namespace dateline::io
