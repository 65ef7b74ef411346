#include "view/basemap_layer.h"

#include "base/id.h"
#include "view/basemap_style.h"
#include "view/relief_layer.h"
#include "view/user_layers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace dateline::view {
namespace {

using document::BaseLayer;
using document::BaseMap;

/// The layer at the scale wished, or at the nearest one that it comes in.
template <class Chunk>
const std::vector<Chunk>& at_scale(const std::vector<Chunk> (&layers)[document::kBaseLayerCount][3], BaseLayer layer,
                                   document::Scale scale) {
    const auto& scales = layers[static_cast<std::size_t>(layer)];
    const auto wished = static_cast<std::size_t>(scale);
    for (const std::size_t i : {wished, std::min<std::size_t>(wished + 1, 2), std::size_t{1}, std::size_t{2}, std::size_t{0}})
        if (!scales[i].empty()) return scales[i];
    return scales[wished];
}

bool triangle_holds(geo::LocalPoint p, geo::LocalPoint a, geo::LocalPoint b, geo::LocalPoint c) {
    const auto side = [&p](geo::LocalPoint from, geo::LocalPoint to) {
        return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    };
    const float ab = side(a, b), bc = side(b, c), ca = side(c, a);
    return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

constexpr std::size_t kMostFocusPlaces = 400;

}  // namespace

bool mesh_holds(const geo::Mesh& mesh, geo::WorldPoint point) {
    if (point.x < mesh.box.x0 || point.x > mesh.box.x1 || point.y < mesh.box.y0 || point.y > mesh.box.y1) return false;
    const geo::LocalPoint p{static_cast<float>(point.x - mesh.origin.x), static_cast<float>(point.y - mesh.origin.y)};
    for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
        const auto corner = [&](std::size_t k) { return mesh.vertices[mesh.triangles[i + k]]; };
        if (triangle_holds(p, corner(0), corner(1), corner(2))) return true;
    }
    return false;
}

std::string country_at(const BaseMap& basemap, geo::LonLat point) {
    const geo::WorldPoint at = geo::world_from(point);
    for (const document::BaseMesh& chunk : at_scale(basemap.meshes, BaseLayer::Countries, document::Scale::Fine10m))
        if (mesh_holds(*chunk.mesh, at)) return chunk.country;
    return {};
}

bool is_water(const BaseMap& basemap, geo::WorldPoint point) {
    const auto& chunks = at_scale(basemap.meshes, BaseLayer::Countries, document::Scale::Medium50m);
    if (std::none_of(chunks.begin(), chunks.end(), [&](const document::BaseMesh& chunk) { return mesh_holds(*chunk.mesh, point); })) return true;
    const auto& waters = at_scale(basemap.meshes, BaseLayer::Water, document::Scale::Medium50m);
    return std::any_of(waters.begin(), waters.end(), [&](const document::BaseMesh& chunk) { return mesh_holds(*chunk.mesh, point); });
}

std::string country_of_id(const BaseMap& basemap, std::string_view place_id) {
    if (!place_id.starts_with("iso:")) return {};
    for (const document::CountryLabel& country : basemap.countries)
        if (country.iso_a2 == place_id.substr(4)) return country.adm0_a3;
    return {};
}

const std::set<std::string>& FocusCountries::of(const document::Briefing& briefing, const BaseMap& basemap) {
    if (version_ == briefing.version()) return codes_;
    version_ = briefing.version();
    codes_.clear();
    std::set<std::pair<long, long>> seen;   // places to a tenth of a degree
    for (const auto& event : briefing.events()) {
        if (event->review == document::Review::Rejected || event->place_precision == document::PlacePrecision::CountryGroup) continue;
        std::string code = country_of_id(basemap, event->place_id);
        if (code.empty()) {
            if (std::holds_alternative<std::monostate>(event->geometry) || event->place_precision == document::PlacePrecision::Water) continue;
            const geo::LonLat at = geo::anchor(event->geometry);
            if (!seen.insert({std::lround(at.lon_deg * 10), std::lround(at.lat_deg * 10)}).second) continue;
            if (seen.size() > kMostFocusPlaces) break;
            code = country_at(basemap, at);
        }
        if (!code.empty()) codes_.insert(code);
    }
    return codes_;
}

std::shared_ptr<const geo::LineSet> BaseMapLayer::graticule(double step_deg) {
    auto& kept = graticules_[step_deg];
    if (kept) return kept;
    geo::MultiLine lines;
    const int meridians = static_cast<int>(std::lround(360 / step_deg)), parallels = static_cast<int>(std::lround(160 / step_deg));
    for (int i = 0; i < meridians; ++i) {
        const double lon = -180 + i * step_deg;
        lines.push_back({{lon, -84.9}, {lon, 84.9}});
    }
    for (int i = 0; i <= parallels; ++i) {
        const double lat = -80 + i * step_deg;
        lines.push_back({{-180, lat}, {0, lat}, {180, lat}});
    }
    kept = std::make_shared<geo::LineSet>(geo::line_set(lines, base::stable_hash(fmt::format("graticule/{}", step_deg)), 4));
    return kept;
}

void BaseMapLayer::append(const ViewInput& input, const MapView& view, const std::set<std::string>& focus, Frame& frame,
                          const std::function<void()>& event_areas) {
    const document::Scale scale = basemap_scale(view.zoom);
    const bool rasters = shows_rasters(input);
    const auto fill = [&](const BaseCoat& coat, bool only_focus) {
        for (const document::BaseMesh& chunk : at_scale(input.basemap.meshes, coat.layer, scale)) {
            if (only_focus && !focus.contains(chunk.country)) continue;
            if (view.shows(chunk.mesh->box, 1)) frame.items.emplace_back(FillArea{chunk.mesh, coat.fill, 0});
        }
    };
    const auto stroke = [&](const BaseCoat& coat) {
        const float reach = 0.5f * coat.stroke.width_px + coat.stroke.glow_px + 1;
        const double least = double{coat.least_size_px} / view.map.world_px;
        for (const document::BaseLines& chunk : at_scale(input.basemap.lines, coat.layer, scale)) {
            const geo::WorldBox& box = chunk.lines->box;
            if (!view.shows(box, reach) || !chunk.valid.contains(input.options.playhead)) continue;
            if (box.x1 - box.x0 < least && box.y1 - box.y0 < least) continue;
            StrokeLines item{chunk.lines, coat.stroke};
            if (coat.fades_by_rank) item.style.color.a *= river_share(chunk.rank, view.zoom);
            if (item.style.color.a > 0.01f) frame.items.emplace_back(std::move(item));
        }
    };
    for (const BaseCoat& coat : basemap_coats(input.theme, view.zoom, view.scale)) {
        if (input.options.hidden_layers.contains(coat.hidden_by)) continue;
        switch (coat.what) {
            case BaseCoat::What::Fill: fill(coat, false); break;
            case BaseCoat::What::FocusFill: fill(coat, true); break;
            case BaseCoat::What::Stroke: stroke(coat); break;
            case BaseCoat::What::SeaFloor: append_sea_floor(input, view, frame); break;
            case BaseCoat::What::Relief: append_relief(input, view, frame); break;
            case BaseCoat::What::EventAreas:
                if (!rasters) event_areas();
                break;
            case BaseCoat::What::Rasters:   // imagery shows its own lakes; what happened is drawn over it
                append_rasters(input, view, frame);
                if (rasters) event_areas();
                break;
            case BaseCoat::What::Graticule:
                if (const double step = graticule_step_deg(view.zoom); step > 0)
                    frame.items.emplace_back(StrokeLines{graticule(step), coat.stroke});
                break;
        }
    }
}

}  // namespace dateline::view
