#include "io/layer_raster.h"

#include "io/raster_source.h"

#include <cpl_string.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::io {
namespace fs = std::filesystem;
namespace {

using document::RasterLayer;

constexpr double kOverviewFromPixels = 20e6;
constexpr int kMostLevel = 22;

struct FreeTransformer {
    void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};
using Transformer = std::unique_ptr<void, FreeTransformer>;

/// A file may hold several data sets; the first is shown.
base::Result<DatasetPtr> open_first(RasterPlan& plan, std::vector<std::string>& warnings) {
    plan.open_name = plan.file.string();
    auto dataset = open_raster(plan.open_name, plan.file);
    if (!dataset || (*dataset)->GetRasterCount() > 0) return dataset;
    char** inside = (*dataset)->GetMetadata("SUBDATASETS");
    const char* first = CSLFetchNameValue(inside, "SUBDATASET_1_NAME");
    if (!first) return base::fail("holds no picture", plan.file.string(), "give a raster file");
    if (CSLFetchNameValue(inside, "SUBDATASET_2_NAME"))
        warnings.push_back(fmt::format("{}: holds {} pictures, and the first is shown", plan.file.string(), CSLCount(inside) / 2));
    plan.open_name = first;
    return open_raster(plan.open_name, plan.file);
}

base::Result<> choose_bands(GDALDataset& dataset, const document::LayerStyle& style, RasterPlan& plan) {
    const int count = dataset.GetRasterCount();
    if (style.band > count)
        return base::fail(fmt::format("has {} bands, and the style asks for band {}", count, style.band), plan.file.string(),
                          "give \"band\" a number that is there");
    if (style.band > 0) {
        plan.bands = {style.band};
    } else {
        int red = 0, green = 0, blue = 0, alpha = 0;
        for (int band = 1; band <= count; ++band) {
            const GDALColorInterp meaning = dataset.GetRasterBand(band)->GetColorInterpretation();
            if (meaning == GCI_RedBand) red = band;
            if (meaning == GCI_GreenBand) green = band;
            if (meaning == GCI_BlueBand) blue = band;
            if (meaning == GCI_AlphaBand) alpha = band;
        }
        if (red > 0 && green > 0 && blue > 0) plan.bands = {red, green, blue};
        else if (count >= 3 && dataset.GetRasterBand(1)->GetColorInterpretation() != GCI_PaletteIndex &&
                 dataset.GetRasterBand(1)->GetRasterDataType() == GDT_Byte && alpha != 2)
            plan.bands = {1, 2, 3};
        else plan.bands = {1};
        plan.has_alpha = alpha > 0;
        if (alpha > 0) plan.bands.push_back(alpha);
    }
    GDALRasterBand* first = dataset.GetRasterBand(plan.bands[0]);
    plan.bytes = std::all_of(plan.bands.begin(), plan.bands.end(),
                             [&](int band) { return dataset.GetRasterBand(band)->GetRasterDataType() == GDT_Byte; });
    const std::size_t colors = plan.bands.size() - (plan.has_alpha ? 1 : 0);
    plan.palette = colors == 1 && plan.bytes && first->GetColorTable() != nullptr && style.ramp.empty();
    const bool valued = colors == 1 && !plan.palette && (!style.ramp.empty() || style.stretch);
    if (!plan.bytes || valued) {
        plan.bytes = false;
        if (plan.has_alpha) plan.bands.pop_back();  // what has no data is told by the values
        plan.has_alpha = false;
    }
    return {};
}

/// The values between which nearly all lie, from windows spread over the file: 2 % and 98 %.
void find_stretch(GDALDataset& dataset, RasterPlan& plan) {
    constexpr int kWindow = 128, kAcross = 5;
    std::vector<float> values;
    for (const int band_number : plan.bands) {
        GDALRasterBand* band = dataset.GetRasterBand(band_number);
        int has_nodata = 0;
        const auto nodata = static_cast<float>(band->GetNoDataValue(&has_nodata));
        for (int i = 0; i < kAcross * kAcross; ++i) {
            const int w = std::min(kWindow, plan.width), h = std::min(kWindow, plan.height);
            const int x = static_cast<int>((std::int64_t{plan.width} - w) * (i % kAcross) / (kAcross - 1)),
                      y = static_cast<int>((std::int64_t{plan.height} - h) * (i / kAcross) / (kAcross - 1));
            std::vector<float> window(static_cast<std::size_t>(w) * static_cast<std::size_t>(h));
            if (band->RasterIO(GF_Read, x, y, w, h, window.data(), w, h, GDT_Float32, 0, 0, nullptr) != CE_None) continue;
            for (const float v : window)
                if (std::isfinite(v) && !(has_nodata && v == nodata)) values.push_back(v);
        }
    }
    if (values.empty()) return;
    const auto at = [&](double part) {
        const auto nth = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), nth, values.end());
        return double{*nth};
    };
    plan.low = at(0.02);
    plan.high = at(0.98);
    if (!(plan.high > plan.low)) plan.low = at(0), plan.high = at(1);
    if (!(plan.high > plan.low)) plan.high = plan.low + 1;
}

/// Longitudes and latitudes of points of the file spread over it, rows of `across` each.
std::vector<geo::LonLat> spread_lonlats(GDALDataset& dataset, const RasterPlan& plan, int across) {
    CPLStringList options;
    options.SetNameValue("DST_SRS", wkt_of(wgs84()).c_str());
    if (plan.assumed_wgs84) options.SetNameValue("SRC_SRS", wkt_of(wgs84()).c_str());
    const Transformer transformer(GDALCreateGenImgProjTransformer2(&dataset, nullptr, options.List()));
    if (!transformer) return {};
    std::vector<double> x, y, z;
    for (int row = 0; row < across; ++row) {
        for (int column = 0; column < across; ++column) {
            x.push_back(plan.width * double{static_cast<double>(column)} / (across - 1));
            y.push_back(plan.height * double{static_cast<double>(row)} / (across - 1));
            z.push_back(0);
        }
    }
    std::vector<int> good(x.size(), 0);
    GDALGenImgProjTransform(transformer.get(), FALSE, static_cast<int>(x.size()), x.data(), y.data(), z.data(), good.data());
    std::vector<geo::LonLat> points;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (good[i] && std::isfinite(x[i]) && std::isfinite(y[i]) && std::abs(y[i]) <= 90.001)
            points.push_back({x[i], std::clamp(y[i], -90.0, 90.0)});
    return points;
}

bool is_geographic(GDALDataset& dataset, const RasterPlan& plan) {
    const OGRSpatialReference* reference = dataset.GetSpatialRef();
    return plan.assumed_wgs84 || (reference && reference->IsGeographic());
}

/// Where the file lies: exactly for an even grid of degrees, else by points spread over it.
base::Result<> place(GDALDataset& dataset, RasterPlan& plan) {
    const std::string where = plan.file.string();
    double t[6];
    const bool gridded = dataset.GetGeoTransform(t) == CE_None;
    if (!gridded && dataset.GetGCPCount() == 0 && dataset.GetMetadata("RPC") == nullptr)
        return base::fail("has no georeferencing", where,
                          "set control points in QGIS's Georeferencer, or put a world file (.tfw, .pgw, .jgw) beside it");
    if (!dataset.GetSpatialRef() && !(dataset.GetGCPCount() > 0 && dataset.GetGCPSpatialRef())) {
        const double far_x = t[0] + t[1] * plan.width + t[2] * plan.height, far_y = t[3] + t[4] * plan.width + t[5] * plan.height;
        const bool degrees =
            gridded && std::abs(t[0]) <= 360 && std::abs(far_x) <= 360 && std::abs(t[3]) <= 90.5 && std::abs(far_y) <= 90.5;
        if (!degrees)
            return base::fail("has coordinates but names no reference system", where,
                              "put a .prj file beside it, or run gdal_edit.py -a_srs EPSG:… on it");
        plan.assumed_wgs84 = true;
    }
    constexpr int kAcross = 33;
    double west, east, south = 90, north = -90;
    const std::vector<geo::LonLat> points = spread_lonlats(dataset, plan, kAcross);
    if (points.empty())
        return base::fail("cannot be placed on the Earth: " + gdal_says("its reference system is not known", plan.file), where,
                          "check it with gdalinfo");
    for (const geo::LonLat& p : points) south = std::min(south, p.lat_deg), north = std::max(north, p.lat_deg);
    if (gridded && is_geographic(dataset, plan) && t[2] == 0 && t[4] == 0) {
        west = std::min(t[0], t[0] + t[1] * plan.width);
        east = std::max(t[0], t[0] + t[1] * plan.width);
        if (east > 180.01 || west < -180.01) plan.beyond = east > 180.01 ? -1 : 1;
        east = std::min(east, west + 360);
    } else {
        const geo::LonLatBox box = geo::box_around(points);
        west = box.west_deg;
        east = box.west_deg + box.width_deg();
    }
    if (!(east > west) || !(north > south)) return base::fail("covers nothing of the map", where, "check its georeferencing with gdalinfo");
    const geo::WorldPoint upper = geo::world_from({0, north}), lower = geo::world_from({0, south});
    plan.layer.box = {(west + 180) / 360, upper.y, (east + 180) / 360, lower.y};
    // Beyond the edge of Mercator's world its scale has no bounds; a file that lies there is as fine as at that edge.
    const double top = std::clamp(upper.y, 0.0, 1.0), bottom = std::clamp(lower.y, 0.0, 1.0);
    const double pixels = std::hypot(double{static_cast<double>(plan.width)}, double{static_cast<double>(plan.height)});
    const double world = std::hypot(plan.layer.box.x1 - plan.layer.box.x0, bottom - top);
    plan.layer.finest_level =
        std::clamp(static_cast<int>(std::ceil(std::log2(pixels / world / RasterLayer::kSquarePx) - 0.15)), 0, kMostLevel);
    return {};
}

std::string first_of(GDALDataset& dataset, std::initializer_list<const char*> keys) {
    for (const char* key : keys)
        if (const char* value = dataset.GetMetadataItem(key); value && *value) return std::string(value).substr(0, 200);
    return {};
}

/// Reads a pixel here and there: a file that was cut short opens like a whole one, and shows nothing.
base::Result<> try_pixels(GDALDataset& dataset, const RasterPlan& plan, std::vector<std::string>& warnings) {
    constexpr int kAcross = 3;
    GDALRasterBand* band = dataset.GetRasterBand(plan.bands[0]);
    int failed = 0;
    std::string reason;
    for (int i = 0; i < kAcross * kAcross; ++i) {
        const auto at = [](int length, int step) { return static_cast<int>((std::int64_t{length} - 1) * step / (kAcross - 1)); };
        double value = 0;
        if (band->RasterIO(GF_Read, at(plan.width, i % kAcross), at(plan.height, i / kAcross), 1, 1, &value, 1, 1, GDT_Float64, 0, 0,
                           nullptr) == CE_None)
            continue;
        if (failed++ == 0) reason = gdal_says("GDAL refuses", plan.file);
    }
    if (failed == kAcross * kAcross) return base::fail("is cut short or damaged: " + reason, plan.file.string(), "take a sound copy");
    if (failed > 0)
        warnings.push_back(
            base::Error{"is cut short or damaged, and is shown in part: " + reason, plan.file.string(), "take a sound copy"}.line());
    return {};
}

bool wants_overview(GDALDataset& dataset, const RasterPlan& plan) {
    if (double{static_cast<double>(plan.width)} * plan.height < kOverviewFromPixels) return false;
    GDALRasterBand* band = dataset.GetRasterBand(plan.bands[0]);
    const int count = band->GetOverviewCount();
    if (count == 0) return true;
    int coarsest = plan.width;
    for (int i = 0; i < count; ++i)
        if (GDALRasterBand* overview = band->GetOverview(i)) coarsest = std::min(coarsest, overview->GetXSize());
    return coarsest > 2 * kOverviewPx;
}

}  // namespace

base::Result<RasterPlan> plan_raster(const fs::path& file, const document::LayerStyle& style, std::vector<std::string>& warnings) {
    const QuietGdal quiet;
    RasterPlan plan;
    plan.file = file;
    auto dataset = open_first(plan, warnings);
    if (!dataset) return tl::unexpected(dataset.error());
    GDALDataset& raster = **dataset;
    plan.width = raster.GetRasterXSize();
    plan.height = raster.GetRasterYSize();
    if (auto chosen = choose_bands(raster, style, plan); !chosen) return tl::unexpected(chosen.error());
    if (auto placed = place(raster, plan); !placed) return tl::unexpected(placed.error());
    if (auto tried = try_pixels(raster, plan, warnings); !tried) return tl::unexpected(tried.error());
    if (plan.assumed_wgs84) warnings.push_back(file.string() + ": names no reference system, and is taken for longitude and latitude");
    plan.ramp = style.ramp;
    if (style.stretch) plan.low = style.stretch->first, plan.high = style.stretch->second;
    else if (!plan.bytes) find_stretch(raster, plan);
    plan.wants_overview = wants_overview(raster, plan);
    plan.title = !style.title.empty() ? style.title : first_of(raster, {"name", "TITLE", "title", "NC_GLOBAL#title"});
    if (plan.title.empty()) plan.title = file.stem().string();
    plan.credits = !style.credits.empty() ? style.credits
                                          : first_of(raster, {"TIFFTAG_COPYRIGHT", "attribution", "COPYRIGHT", "NC_GLOBAL#institution"});
    if (plan.credits.empty()) plan.credits = file.filename().string();
    return plan;
}

}  // namespace dateline::io
