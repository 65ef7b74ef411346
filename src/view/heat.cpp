#include "view/heat.h"

#include "view/camera.h"
#include "view/map_edge.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kSymbolsOnly = 3, kHeatOnly = 14;   // events that share a spot
constexpr double kNearZoom = 11, kNearestZoom = 13;  // from here on streets are seen, and a count says more than a glow
constexpr float kReachSigmas = 4.25f;                // where even a thousand events leave no edge
constexpr float kFaintest = 0.3f;                    // of the ramp: below it the layer fades out

std::uint8_t byte_of(float v) { return static_cast<std::uint8_t>(std::lround(std::clamp(v, 0.0f, 1.0f) * 255)); }

/// Sums along one axis with a bell whose middle weighs 1.
void blur(std::vector<float>& cells, int width, int height, bool across, float sigma_cells) {
    const int reach = static_cast<int>(std::ceil(kReachSigmas * sigma_cells));
    std::vector<float> weights;
    for (int k = 0; k <= reach; ++k) weights.push_back(std::exp(-0.5f * static_cast<float>(k * k) / (sigma_cells * sigma_cells)));
    std::vector<float> out(cells.size());
    const int length = across ? width : height, lines = across ? height : width;
    const auto index = [&](int line, int i) { return static_cast<std::size_t>(across ? line * width + i : i * width + line); };
    for (int line = 0; line < lines; ++line) {
        for (int i = 0; i < length; ++i) {
            const float value = cells[index(line, i)];
            if (value == 0) continue;
            for (int k = std::max(-reach, -i); k <= std::min(reach, length - 1 - i); ++k)
                out[index(line, i + k)] += value * weights[static_cast<std::size_t>(std::abs(k))];
        }
    }
    cells = std::move(out);
}

}  // namespace

CrowdScale::CrowdScale(const std::vector<MapEvent>& events) {
    std::size_t side = std::size_t{1} << kLast;
    std::vector<std::uint32_t> counts(side * side, 0);
    const auto cell = [&](double v) {
        return static_cast<std::size_t>(std::clamp(v * static_cast<double>(side), 0.0, static_cast<double>(side - 1)));
    };
    for (const MapEvent& event : events) ++counts[cell(event.at.y) * side + cell(event.at.x - std::floor(event.at.x))];
    for (int level = kLast; level >= kFirst; --level) {
        double most = 0, squares = 0;
        for (const std::uint32_t c : counts) {
            most = std::max(most, double{static_cast<double>(c)});
            squares += static_cast<double>(c) * static_cast<double>(c);
        }
        most_[static_cast<std::size_t>(level - kFirst)] = most;
        shared_[static_cast<std::size_t>(level - kFirst)] = events.empty() ? 0 : squares / static_cast<double>(events.size());
        const std::size_t half = side / 2;
        std::vector<std::uint32_t> coarser(half * half, 0);
        for (std::size_t y = 0; y < side; ++y)
            for (std::size_t x = 0; x < side; ++x) coarser[(y / 2) * half + x / 2] += counts[y * side + x];
        counts = std::move(coarser);
        side = half;
    }
}

/// Between two levels by their logarithms; beyond the finest a quarter for each level, as if spread evenly.
double CrowdScale::at(const std::array<double, kLast - kFirst + 1>& by_level, double side) const {
    const double level = -std::log2(std::max(side, 1e-12)) - kFirst;
    const double last = kLast - kFirst;
    if (level >= last) return by_level.back() * std::exp2(-2 * (level - last));
    if (level <= 0) return by_level.front();
    const auto i = static_cast<std::size_t>(level);
    const double t = level - static_cast<double>(i);
    return std::max(by_level[i], 1e-9) * std::pow(std::max(by_level[i + 1], 1e-9) / std::max(by_level[i], 1e-9), t);
}

double CrowdScale::most(double side) const { return std::max(1.0, at(most_, side)); }
double CrowdScale::shared(double side) const { return std::max(1.0, at(shared_, side)); }

double bell_side(const MapView& view, float sigma_px) { return std::sqrt(2 * std::numbers::pi) * double{sigma_px} / view.map.world_px; }

float heat_share(const CrowdScale& crowd, const MapView& view, float sigma_px) {
    const double shared = std::log2(crowd.shared(bell_side(view, sigma_px)));
    return fade_in(shared, std::log2(kSymbolsOnly), std::log2(kHeatOnly)) * (1 - fade_in(view.zoom, kNearZoom, kNearestZoom));
}

/// The ramp runs with the logarithm of the sum: one event and a thousand both show.
Color heat_color(const DrawHeat& heat, float sum) {
    const float v = std::clamp(std::log1p(sum) / std::log1p(std::max(heat.full, 1.0f)), 0.0f, 1.0f);
    const float at = v * static_cast<float>(heat.ramp.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), heat.ramp.size() - 2);
    Color color = mix(heat.ramp[i], heat.ramp[i + 1], at - static_cast<float>(i));
    const float t = std::clamp(v / kFaintest, 0.0f, 1.0f);
    color.a *= heat.alpha * t * t * (3 - 2 * t);
    return color;
}

Image heat_image(const DrawHeat& heat, const MapTransform& map, float cell_px) {
    Image image;
    image.width = static_cast<int>(std::ceil(map.rect.w / cell_px));
    image.height = static_cast<int>(std::ceil(map.rect.h / cell_px));
    if (!heat.set || image.width <= 0 || image.height <= 0) return image;
    const float sigma = heat.sigma_px / cell_px;
    const int margin = static_cast<int>(std::ceil(kReachSigmas * sigma));  // events beyond the edge reach in
    const int width = image.width + 2 * margin, height = image.height + 2 * margin;
    std::vector<float> cells(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0);
    const MapView view(map, 1);
    const float reach = kReachSigmas * heat.sigma_px;
    for (const Marker& marker : heat.set->markers) {
        if (!phase_at(marker.begin_days, marker.end_days, marker.flags, heat.time).shown) continue;
        const geo::WorldPoint at{heat.set->origin.x + double{marker.x}, heat.set->origin.y + double{marker.y}};
        const MapView::Copies copies = view.copies(at, reach);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            const PointPx p = view.screen(at, copy) + PointPx{marker.offset_x, marker.offset_y};
            const int x = static_cast<int>(std::floor((p.x - map.rect.x) / cell_px)) + margin;
            const int y = static_cast<int>(std::floor((p.y - map.rect.y) / cell_px)) + margin;
            if (x >= 0 && y >= 0 && x < width && y < height)
                cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)] += 1;
        }
    }
    blur(cells, width, height, true, sigma);
    blur(cells, width, height, false, sigma);
    const MapEdge edge = MapEdge::of(map);
    image.rgba.reserve(4 * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const PointPx middle{map.rect.x + (static_cast<float>(x) + 0.5f) * cell_px,
                                 map.rect.y + (static_cast<float>(y) + 0.5f) * cell_px};
            const float inside = std::clamp(edge.inside_px(middle) / cell_px + 0.5f, 0.0f, 1.0f);
            const Color c = with_alpha(
                heat_color(
                    heat,
                    cells[static_cast<std::size_t>(y + margin) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x + margin)]),
                inside);
            for (const float v : {c.r, c.g, c.b, c.a}) image.rgba.push_back(byte_of(v));
        }
    }
    return image;
}

}  // namespace dateline::view
