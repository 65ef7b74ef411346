#include "view/names_layer.h"

#include "geo/geometry.h"
#include "view/basemap_layer.h"
#include "view/basemap_style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace dateline::view {
namespace {

constexpr double kPartGridPx = 65;  // between the places where a part of a water may be named
constexpr std::size_t kMostCells = 200'000;
constexpr std::array kOpen_px{14.0, 34.0, 60.0};  // of water about a name, at 1x: the more, the better it lies
constexpr std::uint8_t kOpenForOceans = 2;        // so many of these: an ocean is not named in its inlets
constexpr double kWithinOcean_px = 80,
                 kWithinOceanUp_px = 40;  // at 1x: nor at the edge of a sea that is no part of it, or of another ocean
constexpr double kTightCosts = 0.03, kTwoLinesCost = 0.03,
                 kFarCosts = 1e-4;  // in the order: a step less open, and a px at 1x from the map's middle

}  // namespace

void SeaParts::learn(const document::BaseMap& basemap) {
    if (basemap_ == &basemap) return;
    basemap_ = &basemap;
    waters_.clear();
    cells_.clear();
    for (std::uint32_t i = 0; i < basemap.marine.size(); ++i) {
        const geo::MultiPolygon& reach = basemap.marine[i].reach;
        if (reach.empty()) continue;
        Water water{i, geo::bounds(reach), 0};
        for (const geo::Polygon& polygon : reach)
            for (std::size_t p = 1; p < polygon.front().size(); ++p) {
                const geo::LonLat a = polygon.front()[p - 1], b = polygon.front()[p];
                water.area_deg2 += 0.5 * (a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg);
            }
        water.area_deg2 = std::abs(water.area_deg2);
        waters_.push_back(water);
    }
    std::stable_sort(waters_.begin(), waters_.end(), [](const Water& a, const Water& b) { return a.area_deg2 < b.area_deg2; });
}

const SeaParts::Cell& SeaParts::cell(const NameSheet& s, int octave, long column, long row) {
    const std::array<std::int64_t, 3> which{octave, column, row};
    if (cells_.size() > kMostCells) cells_.clear();
    const auto [found, is_new] = cells_.try_emplace(base::stable_hash({reinterpret_cast<const char*>(which.data()), sizeof which}));
    Cell& cell = found->second;
    if (!is_new) return cell;
    const double px_world = 1 / (512 * std::exp2(octave)), step = kPartGridPx * px_world;
    const geo::WorldPoint center{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
    if (center.y <= 0 || center.y >= 1 || !s.on_water(center)) return cell;
    const geo::LonLat at = geo::lonlat_from(center);
    const auto& marine = s.input.basemap.marine;
    const auto water = std::find_if(waters_.begin(), waters_.end(), [&](const Water& w) {
        return first_zoom(marine[w.sea]) <= octave && w.box.contains(at) && geo::contains(marine[w.sea].reach, at);
    });
    if (water == waters_.end()) return cell;
    const document::MarineLabel& sea = marine[water->sea];
    const std::string& name = s.named(sea.name, sea.local);
    TextStyle style = sea_style(s, sea, name);
    style.size_px /= s.view.scale;
    // Any zoom of the octave has room for it, and it begins and ends in its own sea.
    const auto lies_on_water = [&](const TextBlock& block) {
        const double half_w = 0.5 * std::numbers::sqrt2 * double{block.width + 8} * px_world,
                     half_h = 0.5 * std::numbers::sqrt2 * double{block.height + 6} * px_world;
        for (const double x : {-1.0, -0.5, 0.0, 0.5, 1.0})
            for (const double y : {-1.0, 0.0, 1.0}) {
                const geo::WorldPoint p{center.x + x * half_w, center.y + y * half_h};
                const geo::WorldPoint own{p.x - std::floor(p.x), p.y};
                if (!s.on_water(own) || (std::abs(x) == 1 && !geo::contains(sea.reach, geo::lonlat_from(own)))) return false;
            }
        return true;
    };
    cell.sea = static_cast<int>(water->sea);
    TextBlock block = text_block(s.input.type, {name}, style);
    cell.one = lies_on_water(block);
    if (const std::vector<std::string> two = name_in_halves(name); !cell.one && two.size() == 2)
        cell.two = lies_on_water(block = text_block(s.input.type, two, style));
    if (!cell.one && !cell.two) return cell;
    cell.open = open_about(s, center, px_world, block);
    if (sea.rank == 0 && (cell.open < kOpenForOceans || !lies_within(s, sea, center, px_world, block))) cell.one = cell.two = false;
    return cell;
}

/// Whether no other water begins about a name.
bool SeaParts::lies_within(const NameSheet& s, const document::MarineLabel& sea, geo::WorldPoint center, double px_world,
                           const TextBlock& block) {
    const double half_w = (0.5 * double{block.width} + kWithinOcean_px) * px_world,
                 half_h = (0.5 * double{block.height} + kWithinOceanUp_px) * px_world;
    for (const double x : {-1.0, 0.0, 1.0})
        for (const double y : {-1.0, 0.0, 1.0}) {
            const geo::WorldPoint p{center.x + x * half_w, center.y + y * half_h};
            const geo::WorldPoint own{p.x - std::floor(p.x), p.y};
            if (own.y <= 0 || own.y >= 1) continue;
            if (!geo::contains(sea.reach, geo::lonlat_from(own)) && s.on_water(own)) return false;
        }
    return true;
}

/// How many of the margins of kOpen_px about a name are water.
std::uint8_t SeaParts::open_about(const NameSheet& s, geo::WorldPoint center, double px_world, const TextBlock& block) {
    for (std::uint8_t open = 0; open < kOpen_px.size(); ++open) {
        const double half_w = (0.5 * double{block.width} + kOpen_px[open]) * px_world,
                     half_h = (0.5 * double{block.height} + kOpen_px[open]) * px_world;
        for (const double x : {-1.0, -0.33, 0.33, 1.0})
            for (const double y : {-1.0, 0.0, 1.0}) {
                if (std::abs(x) < 1 && y == 0) continue;
                const geo::WorldPoint p{center.x + x * half_w, center.y + y * half_h};
                if (p.y <= 0 || p.y >= 1 || !s.on_water({p.x - std::floor(p.x), p.y})) return open;
            }
    }
    return static_cast<std::uint8_t>(kOpen_px.size());
}

void SeaParts::append(const NameSheet& s, const std::vector<bool>& placed) {
    learn(s.input.basemap);
    if (names_ != s.input.options.map_names) cells_.clear();
    names_ = s.input.options.map_names;
    constexpr double kFirstZoom = 2;
    if (s.view.zoom <= kFirstZoom) return;
    const int octave = static_cast<int>(std::lround(s.view.zoom));
    const double step = kPartGridPx / (512 * std::exp2(octave));
    const auto across = static_cast<long>(std::lround(1 / step));
    const RectPx& map = s.view.map.rect;
    const PointPx middle{map.x + 0.5f * map.w, map.y + 0.5f * map.h};
    const geo::WorldBox& seen = s.view.visible;
    for (auto row = static_cast<long>(std::floor(seen.y0 / step)); static_cast<double>(row) * step < seen.y1; ++row)
        for (auto column = static_cast<long>(std::floor(seen.x0 / step)); static_cast<double>(column) * step < seen.x1; ++column) {
            const geo::WorldPoint p{(static_cast<double>(column) + 0.5) * step, (static_cast<double>(row) + 0.5) * step};
            if (!s.view.sees(p, 0) || !map.contains(s.view.screen(p, 0))) continue;
            const Cell& found = cell(s, octave, ((column % across) + across) % across, row);
            if (found.sea < 0 || (!found.one && !found.two) || placed[static_cast<std::size_t>(found.sea)]) continue;
            const document::MarineLabel& sea = s.input.basemap.marine[static_cast<std::size_t>(found.sea)];
            const std::string& name = s.named(sea.name, sea.local);
            MapLabel label = sea_label(s, sea);
            label.one_of_many = true;
            label.candidate.id = base::stable_hash("part", sea.key + static_cast<std::uint64_t>(octave * 1'000'003 + column * 4001 + row));
            label.blocks.push_back(
                text_block(s.input.type, found.one ? std::vector<std::string>{name} : name_in_halves(name), sea_style(s, sea, name)));
            const TextBlock& block = label.blocks.front();
            const PointPx at = s.view.screen(p, 0);
            // On open water, on one line and nearest the middle of the map first; a name that is there already goes before all.
            label.candidate.order += 0.1 + kFarCosts * double{length_of(at - middle) / s.view.scale} +
                                     kTightCosts * static_cast<double>(kOpen_px.size() - found.open) + (found.one ? 0 : kTwoLinesCost);
            label.candidate.on_lines = LabelCandidate::OnLines::Never;  // there are other parts
            label.candidate.off_ground = true;
            // The grid knows the shores of the 50m scale; near by finer ones are drawn.
            if (basemap_scale(s.view.zoom) == document::Scale::Fine10m)
                label.candidate.may_lie = [&view = s.view, &basemap = s.input.basemap](const LabelSpot& spot) {
                    return all_along(view, spot, [&](geo::WorldPoint there) {
                        return country_at(basemap, geo::lonlat_from(there)).empty() || is_lake(basemap, there);
                    });
                };
            label.add_block(0, 0, {at.x - 0.5f * block.width, at.y - 0.5f * block.height}, AlignX::Center);
            s.add_on_ground(std::move(label));
        }
}

}  // namespace dateline::view
