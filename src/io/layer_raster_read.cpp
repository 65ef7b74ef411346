#include "io/layer_raster.h"

#include "io/raster_source.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace dateline::io {

using document::RasterLayer;

namespace {

/// The file's pixels that become one of the overview, each way.
int factor_of(const RasterPlan& plan) { return std::max(1, (std::max(plan.width, plan.height) + kOverviewPx - 1) / kOverviewPx); }

std::size_t texel_bytes(const RasterOverview& overview) { return overview.bytes ? 1 : sizeof(float); }

/// Rows of the overview from `row`, averaged from the file; alpha from its mask.
bool read_strip(GDALDataset& source, const RasterPlan& plan, RasterOverview& out, int row, int rows, int factor) {
    const GDALDataType type = out.bytes ? GDT_Byte : GDT_Float32;
    const int from_y = row * factor, from_h = std::min(rows * factor, plan.height - from_y),
              from_w = std::min(out.width * factor, plan.width);
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = plan.palette ? GRIORA_NearestNeighbour : GRIORA_Average;
    const std::size_t plane = static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * texel_bytes(out);
    const std::size_t first = static_cast<std::size_t>(row) * static_cast<std::size_t>(out.width) * texel_bytes(out);
    const int colors = source.GetRasterCount() - (plan.has_alpha ? 1 : 0);
    for (int band = 1; band <= colors; ++band) {
        std::uint8_t* to = out.data.data() + plane * static_cast<std::size_t>(band - 1) + first;
        if (source.GetRasterBand(band)->RasterIO(GF_Read, 0, from_y, from_w, from_h, to, out.width, rows, type, 0, 0, &extra) != CE_None)
            return false;
    }
    GDALRasterBand* mask = plan.has_alpha ? source.GetRasterBand(colors + 1) : source.GetRasterBand(1)->GetMaskBand();
    if (out.bytes) {
        std::uint8_t* to = out.data.data() + plane * static_cast<std::size_t>(colors) + first;
        extra.eResampleAlg = GRIORA_NearestNeighbour;
        return mask->RasterIO(GF_Read, 0, from_y, from_w, from_h, to, out.width, rows, GDT_Byte, 0, 0, &extra) == CE_None;
    }
    int has_nodata = 0;
    const auto nodata = static_cast<float>(source.GetRasterBand(1)->GetNoDataValue(&has_nodata));
    if (!has_nodata) return true;
    for (int band = 0; band < colors; ++band) {
        auto* values = reinterpret_cast<float*>(out.data.data() + plane * static_cast<std::size_t>(band) + first);
        for (std::size_t i = 0; i < static_cast<std::size_t>(out.width) * static_cast<std::size_t>(rows); ++i)
            if (values[i] == nodata) values[i] = std::numeric_limits<float>::quiet_NaN();
    }
    return true;
}

}  // namespace

int overview_level_of(const RasterPlan& plan) {
    return plan.wants_overview ? plan.layer.finest_level - static_cast<int>(std::floor(std::log2(factor_of(plan)))) : -1;
}

base::Result<std::shared_ptr<const RasterOverview>> read_overview(
    const RasterPlan& plan, const std::function<void(double)>& progress, const std::function<bool()>& stop_requested,
    const std::function<void(std::shared_ptr<const RasterOverview>)>& partial) {
    const QuietGdal quiet;
    auto file = open_raster(plan.open_name, plan.file);
    if (!file) return tl::unexpected(file.error());
    auto source = narrowed(**file, plan);
    if (!source) return tl::unexpected(source.error());
    const int factor = factor_of(plan);
    auto out = std::make_shared<RasterOverview>();
    out->width = std::max(1, plan.width / factor);
    out->height = std::max(1, plan.height / factor);
    out->bytes = plan.bytes;
    const int colors = (*source)->GetRasterCount() - (plan.has_alpha ? 1 : 0);
    out->bands = colors + (plan.bytes ? 1 : 0);
    const std::size_t texels =
        static_cast<std::size_t>(out->width) * static_cast<std::size_t>(out->height) * static_cast<std::size_t>(out->bands);
    out->data.assign(texels * texel_bytes(*out), 0);
    if (!plan.bytes) {
        auto* values = reinterpret_cast<float*>(out->data.data());
        std::fill(values, values + texels, std::numeric_limits<float>::quiet_NaN());
    }
    int block_w = 0, block_h = 1;
    (*source)->GetRasterBand(1)->GetBlockSize(&block_w, &block_h);
    const int step = std::max({1, 128 / factor, (std::min(block_h, 1024) + factor - 1) / factor});
    int told = 0;
    for (int row = 0; row < out->height; row += step) {
        if (stop_requested && stop_requested()) return base::fail("stopped", plan.file.string());
        const int rows = std::min(step, out->height - row);
        if (!read_strip(**source, plan, *out, row, rows, factor))
            return base::fail("cannot be read to its end: " + gdal_says("GDAL refuses", plan.file), plan.file.string(),
                              "take a sound copy");
        out->rows_done = row + rows;
        if (progress) progress(static_cast<double>(out->rows_done) / out->height);
        // Each time half as much again has come, so that a large file fills in from the top and little is copied.
        if (partial && out->rows_done < out->height && (told == 0 ? out->rows_done * 24 >= out->height : out->rows_done * 2 >= told * 3)) {
            told = out->rows_done;
            partial(std::make_shared<RasterOverview>(*out));
        }
    }
    return out;
}

namespace {

/// A square with its gutter. East and west it ends with the world: beyond 180° PROJ goes on at the other side, and the warper
/// would take the square to be as wide as all of the file.
struct Extent {
    geo::WorldBox box;
    int width = 0, height = 0;
};
Extent extent_of(int level, int column, int row) {
    constexpr int kPx = RasterLayer::kSquarePx, kGutter = RasterLayer::kGutterPx;
    const int west = column > 0 ? kGutter : 0, east = column + 1 < (1 << level) ? kGutter : 0;
    Extent extent{geo::square_box(level, column, row), kPx + west + east, kPx + 2 * kGutter};
    const double pixel = (extent.box.x1 - extent.box.x0) / kPx;
    extent.box.x0 -= west * pixel;
    extent.box.x1 += east * pixel;
    extent.box.y0 -= kGutter * pixel;
    extent.box.y1 += kGutter * pixel;
    return extent;
}

}  // namespace

struct RasterReader::Impl {
    RasterPlan plan;
    std::shared_ptr<const RasterOverview> overview;
    DatasetPtr file, source, small;
    DatasetPtr source_beyond, small_beyond;  ///< the same, moved round the Earth
    int overview_level = -1;                 ///< the finest that the overview is good for
    std::vector<std::array<std::uint8_t, 4>> palette;

    DatasetPtr laid_overview(int turns) const;
    DatasetPtr warped(const DatasetPtr& from, const DatasetPtr& beyond, int level, int column, int row) const;
    geo::WorldImage colored(GDALDataset& square) const;
    std::array<float, 4> ramp_at(float value) const;
};

/// The overview as a data set of GDAL's own, with the file's georeferencing at its size.
DatasetPtr RasterReader::Impl::laid_overview(int turns) const {
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("MEM");
    if (!driver) return nullptr;
    DatasetPtr made(driver->Create("", overview->width, overview->height, 0, overview->bytes ? GDT_Byte : GDT_Float32, nullptr));
    if (!made) return nullptr;
    const std::size_t plane =
        static_cast<std::size_t>(overview->width) * static_cast<std::size_t>(overview->height) * texel_bytes(*overview);
    for (int band = 0; band < overview->bands; ++band) {
        char pointer[64] = {};
        CPLPrintPointer(pointer, const_cast<std::uint8_t*>(overview->data.data()) + plane * static_cast<std::size_t>(band),
                        sizeof pointer - 1);
        CPLStringList options;
        options.SetNameValue("DATAPOINTER", pointer);
        if (made->AddBand(overview->bytes ? GDT_Byte : GDT_Float32, options.List()) != CE_None) return nullptr;
        if (!overview->bytes) made->GetRasterBand(band + 1)->SetNoDataValue(std::numeric_limits<double>::quiet_NaN());
    }
    if (overview->bytes) made->GetRasterBand(overview->bands)->SetColorInterpretation(GCI_AlphaBand);
    const int factor = factor_of(plan);
    double t[6];
    if (source->GetGeoTransform(t) == CE_None) {
        for (const int i : {1, 2, 4, 5}) t[i] *= factor;
        made->SetGeoTransform(t);
        made->SetSpatialRef(source->GetSpatialRef());
    } else if (source->GetGCPCount() > 0) {
        std::vector<GDAL_GCP> points(source->GetGCPs(), source->GetGCPs() + source->GetGCPCount());
        for (GDAL_GCP& point : points) point.dfGCPPixel /= factor, point.dfGCPLine /= factor;
        made->SetGCPs(static_cast<int>(points.size()), points.data(), source->GetGCPSpatialRef());
    } else {
        return nullptr;
    }
    turn(*made, turns);
    return made;
}

DatasetPtr RasterReader::Impl::warped(const DatasetPtr& from, const DatasetPtr& beyond, int level, int column, int row) const {
    const Extent extent = extent_of(level, column, row);
    const geo::WorldBox& box = extent.box;
    const double m = geo::kMercatorCircumferenceM;
    // At 180° itself either side may be meant.
    const double inside = 1e-3 * (box.x1 - box.x0) / extent.width;
    const double x0 = std::max(box.x0, inside), x1 = std::min(box.x1, 1 - inside);
    CPLStringList arguments;
    const auto add = [&](std::initializer_list<std::string> words) {
        for (const std::string& word : words) arguments.AddString(word.c_str());
    };
    add({"-of", "MEM", "-t_srs", "EPSG:3857", "-ts", std::to_string(extent.width), std::to_string(extent.height), "-te"});
    for (const double metres : {(x0 - 0.5) * m, (0.5 - box.y1) * m, (x1 - 0.5) * m, (0.5 - box.y0) * m})
        arguments.AddString(fmt::format("{:.6f}", metres).c_str());
    add({"-r", plan.palette ? "near" : "bilinear", "-et", "0.25", "-wm", "64"});
    if (plan.bytes) add({"-dstalpha"});
    else add({"-ot", "Float32", "-dstnodata", "nan"});
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    GDALDatasetH sources[] = {from.get(), beyond.get()};
    int failed = 0;
    DatasetPtr square(static_cast<GDALDataset*>(GDALWarp("", nullptr, beyond ? 2 : 1, sources, options, &failed)));
    GDALWarpAppOptionsFree(options);
    return square;
}

std::array<float, 4> RasterReader::Impl::ramp_at(float value) const {
    const auto t = static_cast<float>(std::clamp((double{value} - plan.low) / (plan.high - plan.low), 0.0, 1.0));
    if (plan.ramp.size() < 2) return {t, t, t, 1};
    const float at = t * static_cast<float>(plan.ramp.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), plan.ramp.size() - 2);
    const float part = at - static_cast<float>(i);
    std::array<float, 4> mixed{};
    for (std::size_t k = 0; k < 4; ++k) mixed[k] = plan.ramp[i][k] * (1 - part) + plan.ramp[i + 1][k] * part;
    return mixed;
}

geo::WorldImage RasterReader::Impl::colored(GDALDataset& square) const {
    const int width = square.GetRasterXSize(), height = square.GetRasterYSize(), bands = square.GetRasterCount();
    const std::size_t texels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    std::vector<std::uint8_t> rgba(4 * texels, 0);
    bool any = false;
    if (plan.bytes) {
        std::vector<std::uint8_t> planes(texels * static_cast<std::size_t>(bands));
        if (square.RasterIO(GF_Read, 0, 0, width, height, planes.data(), width, height, GDT_Byte, bands, nullptr, 0, 0, 0, nullptr) !=
            CE_None)
            return {};
        const std::size_t green = bands >= 4 ? texels : 0, blue = bands >= 4 ? 2 * texels : 0,
                          alpha = static_cast<std::size_t>(bands - 1) * texels;
        for (std::size_t i = 0; i < texels; ++i) {
            std::uint8_t* to = &rgba[4 * i];
            to[0] = planes[i], to[1] = planes[green + i], to[2] = planes[blue + i], to[3] = planes[alpha + i];
            if (plan.palette) {
                const std::array<std::uint8_t, 4> color = planes[i] < palette.size() ? palette[planes[i]] : std::array<std::uint8_t, 4>{};
                std::copy(color.begin(), color.begin() + 3, to);
                to[3] = std::min(to[3], color[3]);
            }
            any = any || to[3] > 0;
        }
    } else {
        std::vector<float> planes(texels * static_cast<std::size_t>(bands));
        if (square.RasterIO(GF_Read, 0, 0, width, height, planes.data(), width, height, GDT_Float32, bands, nullptr, 0, 0, 0, nullptr) !=
            CE_None)
            return {};
        for (std::size_t i = 0; i < texels; ++i) {
            if (!std::isfinite(planes[i])) continue;
            std::array<float, 4> color = ramp_at(planes[i]);
            if (bands >= 3) color = {ramp_at(planes[i])[0], ramp_at(planes[texels + i])[1], ramp_at(planes[2 * texels + i])[2], 1};
            for (std::size_t k = 0; k < 4; ++k)
                rgba[4 * i + k] = static_cast<std::uint8_t>(std::lround(255 * std::clamp(color[k], 0.f, 1.f)));
            any = true;
        }
    }
    return any ? geo::WorldImage::owning(std::move(rgba), width, height, 4) : geo::WorldImage{};
}

RasterReader::RasterReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RasterReader::~RasterReader() = default;
RasterReader::RasterReader(RasterReader&&) noexcept = default;
RasterReader& RasterReader::operator=(RasterReader&&) noexcept = default;

base::Result<RasterReader> RasterReader::open(const RasterPlan& plan, std::shared_ptr<const RasterOverview> overview) {
    const QuietGdal quiet;
    auto impl = std::make_unique<Impl>();
    impl->plan = plan;
    impl->overview = std::move(overview);
    auto file = open_raster(plan.open_name, plan.file);
    if (!file) return tl::unexpected(file.error());
    auto source = narrowed(**file, plan);
    if (!source) return tl::unexpected(source.error());
    impl->file = std::move(*file);
    impl->source = std::move(*source);
    if (plan.palette) {
        if (const GDALColorTable* colors = impl->source->GetRasterBand(1)->GetColorTable()) {
            for (int i = 0; i < colors->GetColorEntryCount(); ++i) {
                GDALColorEntry c{};
                colors->GetColorEntryAsRGB(i, &c);
                const auto byte = [](short v) { return static_cast<std::uint8_t>(std::clamp<int>(v, 0, 255)); };
                impl->palette.push_back({byte(c.c1), byte(c.c2), byte(c.c3), byte(c.c4)});
            }
        }
    }
    if (plan.beyond != 0) {
        auto beyond = narrowed(*impl->file, plan, plan.beyond);
        if (!beyond) return tl::unexpected(beyond.error());
        impl->source_beyond = std::move(*beyond);
    }
    if (impl->overview) {
        impl->overview_level = overview_level_of(plan);
        impl->small = impl->laid_overview(0);
        if (plan.beyond != 0) impl->small_beyond = impl->laid_overview(plan.beyond);
    }
    return RasterReader(std::move(impl));
}

base::Result<geo::WorldImage> RasterReader::square(int level, int column, int row) const {
    const QuietGdal quiet;
    const bool coarse = impl_->small && level <= impl_->overview_level;
    const DatasetPtr square = coarse ? impl_->warped(impl_->small, impl_->small_beyond, level, column, row)
                                     : impl_->warped(impl_->source, impl_->source_beyond, level, column, row);
    if (!square)
        return base::fail("cannot be drawn in part: " + gdal_says("GDAL refuses", impl_->plan.file), impl_->plan.file.string(),
                          "check it with gdalinfo");
    geo::WorldImage image = impl_->colored(*square);
    image.box = extent_of(level, column, row).box;
    return image;
}

}  // namespace dateline::io
