#include "view/basemap_layer.h"

#include "base/id.h"
#include "view/basemap_style.h"
#include "view/relief_layer.h"
#include "view/seen_parts.h"
#include "view/user_layers.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

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
constexpr float kBuriedCasing = 0.5f;
constexpr std::uint8_t kBorderWeight = 6;  // the firmest of the lines: a name across it would seem to be struck out

/// Whether both land of focus countries and other land are to be seen.
bool sets_apart(const std::vector<document::BaseMesh>& countries, const std::set<std::string>& focus, const MapView& view) {
    bool within = false, other = false;
    for (const document::BaseMesh& chunk : countries) {
        bool& seen = focus.contains(chunk.country) ? within : other;
        seen = seen || (view.shows(chunk.mesh->box, 0) && any_part_seen(*chunk.mesh, view));
        if (within && other) return true;
    }
    return false;
}

bool is_boundary(BaseLayer layer) { return layer == BaseLayer::Coast || layer == BaseLayer::Borders || layer == BaseLayer::Disputed; }

void add_credits(const BaseMap& basemap, bool borders, MapNotes& notes) {
    std::string_view left = basemap.attribution;
    constexpr std::string_view kBetween = " · ";
    while (!left.empty()) {
        const std::size_t end = left.find(kBetween);
        notes.credit(std::string(left.substr(0, end)));
        left = end == std::string_view::npos ? std::string_view() : left.substr(end + kBetween.size());
    }
    if (borders) notes.credit(boundaries_credit(basemap));
}

}  // namespace

std::string boundaries_credit(const BaseMap& basemap) {
    return basemap.worldview.empty() ? "boundaries: de facto, not authoritative" : "boundaries: " + basemap.worldview;
}

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

std::string country_about(const BaseMap& basemap, geo::WorldPoint point) {
    for (const document::BaseMesh& chunk : at_scale(basemap.meshes, BaseLayer::Countries, document::Scale::Medium50m))
        if (mesh_holds(*chunk.mesh, point)) return chunk.country;
    return {};
}

bool is_lake(const BaseMap& basemap, geo::WorldPoint point) {
    const auto& waters = at_scale(basemap.meshes, BaseLayer::Water, document::Scale::Medium50m);
    return std::any_of(waters.begin(), waters.end(), [&](const document::BaseMesh& chunk) { return mesh_holds(*chunk.mesh, point); });
}

bool is_water(const BaseMap& basemap, geo::WorldPoint point) {
    const auto& chunks = at_scale(basemap.meshes, BaseLayer::Countries, document::Scale::Medium50m);
    if (std::none_of(chunks.begin(), chunks.end(), [&](const document::BaseMesh& chunk) { return mesh_holds(*chunk.mesh, point); }))
        return true;
    return is_lake(basemap, point);
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
    std::set<std::pair<long, long>> seen;  // places to a tenth of a degree
    for (const auto& event : briefing.events()) {
        if (event->review == document::Review::Rejected || event->place_precision == document::PlacePrecision::CountryGroup) continue;
        std::string code = country_of_id(basemap, event->place_id);
        if (code.empty()) {
            if (std::holds_alternative<std::monostate>(event->geometry) || event->place_precision == document::PlacePrecision::Water)
                continue;
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
    const int meridians = static_cast<int>(std::lround(360 / step_deg)), parallels = static_cast<int>(std::floor(80 / step_deg));
    // Beyond the edge of Mercator, and to the poles of a globe; but most end where they would run into one blot there.
    const auto reach = [](double lon) { return std::remainder(lon, 90) == 0 ? 89.9 : std::remainder(lon, 30) == 0 ? 86.0 : 80.0; };
    for (int i = 0; i < meridians; ++i) {
        const double lon = -180 + i * step_deg;
        lines.push_back({{lon, -reach(lon)}, {lon, reach(lon)}});
    }
    for (int i = -parallels; i <= parallels; ++i) {
        const double lat = i * step_deg;
        lines.push_back({{-180, lat}, {0, lat}, {180, lat}});
    }
    kept = std::make_shared<geo::LineSet>(geo::line_set(lines, base::stable_hash(fmt::format("graticule/{}", step_deg)), 2));
    return kept;
}

bool BaseMapLayer::append_disputed_areas(const ViewInput& input, const MapView& view, Color color, Frame& frame) {
    constexpr float kPeriod_px = 5.5f;
    const double map_px = double{std::min(view.map.rect.w, view.map.rect.h)};
    bool any = false;
    for (std::size_t i = 0; i < input.basemap.disputed_areas.size(); ++i) {
        const document::DisputedArea& area = input.basemap.disputed_areas[i];
        if (!area.valid.contains(input.options.playhead)) continue;
        const geo::WorldPoint corner = geo::world_from({area.box.west_deg, area.box.north_deg}),
                              far = geo::world_from({area.box.east_deg, area.box.south_deg});
        const double across = std::max(area.box.width_deg() / 360, far.y - corner.y) * view.map.world_px;
        const float share = disputed_area_share(across / double{view.scale}, map_px / double{view.scale});
        if (share <= 0.02f || !view.shows({corner.x, corner.y, corner.x + area.box.width_deg() / 360, far.y}, 0)) continue;
        const AreaShape& shape = disputed_areas_.of(input.basemap, i, basemap_scale(view.zoom));
        if (!shape.mesh || shape.mesh->triangles.empty() || !view.shows(shape.mesh->box, 0)) continue;
        frame.items.emplace_back(FillArea{shape.mesh, with_alpha(color, share), -view.px(kPeriod_px)});
        any = any || any_part_seen(*shape.mesh, view);
    }
    return any;
}

/// The coats of one frame while they are drawn, and what was seen of them.
struct BaseMapLayer::Coats {
    const ViewInput& input;
    const MapView& view;
    const std::set<std::string>& focus;
    Frame& frame;
    ScaleBlend blend;
    bool disputed = false, disputed_areas = false, focus_shows = false;

    /// A layer that comes at one scale only is drawn once.
    bool is_one(const auto& layers, const BaseCoat& coat) const {
        return blend.fine_share <= 0 || &at_scale(layers, coat.layer, blend.coarse) == &at_scale(layers, coat.layer, blend.fine);
    }
};

void BaseMapLayer::fill_at(Coats& coats, const BaseCoat& coat, bool only_focus, document::Scale scale, float share) {
    for (const document::BaseMesh& chunk : at_scale(coats.input.basemap.meshes, coat.layer, scale)) {
        if (only_focus && !coats.focus.contains(chunk.country)) continue;
        const float own = share * (coat.fades_by_rank ? lake_share(chunk.rank, coats.view.zoom) : 1);
        if (own > 0.01f && coats.view.shows(chunk.mesh->box, 1))
            coats.frame.items.emplace_back(FillArea{chunk.mesh, with_alpha(coat.fill, own), 0});
    }
}

void BaseMapLayer::fill(Coats& coats, const BaseCoat& coat, bool only_focus) {
    const ScaleBlend& blend = coats.blend;
    const bool one = coats.is_one(coats.input.basemap.meshes, coat);
    fill_at(coats, coat, only_focus, blend.coarse, one ? 1 : blend.coarse_share);
    if (!one) fill_at(coats, coat, only_focus, blend.fine, blend.fine_share);
}

void BaseMapLayer::stroke_at(Coats& coats, const BaseCoat& coat, document::Scale scale, float share) {
    const ViewInput& input = coats.input;
    const MapView& view = coats.view;
    const float reach = 0.5f * coat.stroke.width_px + coat.stroke.glow_px + 1;
    const double least = double{coat.least_size_px} / view.map.world_px;
    for (const document::BaseLines& chunk : at_scale(input.basemap.lines, coat.layer, scale)) {
        const geo::WorldBox& box = chunk.lines->box;
        if (!view.shows(box, reach) || !chunk.valid.contains(input.options.playhead)) continue;
        if (box.x1 - box.x0 < least && box.y1 - box.y0 < least) continue;
        StrokeLines item{chunk.lines, coat.stroke};
        if (coat.fades_by_rank)
            item.style.color.a *=
                coat.layer == BaseLayer::Rivers ? river_share(chunk.rank, view.zoom) : division_share(chunk.rank, view.zoom);
        item.style.color.a *= share;
        if (item.style.color.a <= 0.01f) continue;
        const bool pointed_at =
            chunk.dispute >= 0 && input.basemap.disputes[static_cast<std::size_t>(chunk.dispute)].id == input.options.selected_dispute;
        if (pointed_at) item.style.width_px *= 2, item.style.color = input.theme.ink;
        if (coat.layer == BaseLayer::Disputed && !coats.disputed) coats.disputed = any_vertex_seen(*chunk.lines, view);
        if (item.style.glow_px <= 0 && is_boundary(coat.layer)) boundaries_.push_back(item);
        constexpr float kClear = 0.4f;
        if (item.style.glow_px <= 0 && coat.layer != BaseLayer::Admin1Lines && item.style.color.a > kClear * coat.stroke.color.a)
            plain_lines_.push_back(
                {chunk.lines, coat.layer == BaseLayer::Borders || coat.layer == BaseLayer::Disputed ? kBorderWeight : std::uint8_t{1}});
        coats.frame.items.emplace_back(std::move(item));
    }
}

void BaseMapLayer::stroke(Coats& coats, const BaseCoat& coat) {
    const ScaleBlend& blend = coats.blend;
    if (coats.is_one(coats.input.basemap.lines, coat)) return stroke_at(coats, coat, blend.coarse, 1);
    if (coat.stroke.glow_px > 0) {
        // Soft and half transparent: shares of one and the other, not one over the other.
        const float t = 0.5f * (1 - blend.coarse_share + blend.fine_share);
        BaseCoat part = coat;
        for (const auto& [scale, share] : {std::pair{blend.coarse, 1 - t}, {blend.fine, t}}) {
            part.stroke.glow_alpha = 1 - std::pow(1 - std::min(coat.stroke.glow_alpha, 0.99f), share);
            if (share > 0.01f) stroke_at(coats, part, scale, 1);
        }
        return;
    }
    stroke_at(coats, coat, blend.coarse, blend.coarse_share);
    stroke_at(coats, coat, blend.fine, blend.fine_share);
}

void BaseMapLayer::append(const ViewInput& input, const MapView& view, const std::set<std::string>& focus, Frame& frame, MapNotes& notes,
                          const std::function<void()>& event_waters, const std::function<void()>& event_areas) {
    add_credits(input.basemap, !input.options.hidden_layers.contains("borders"), notes);
    boundaries_.clear();
    plain_lines_.clear();
    Coats coats{input, view, focus, frame, basemap_blend(view.zoom)};
    for (const BaseCoat& coat : basemap_coats(input.theme, view.zoom, view.scale)) {
        if (input.options.hidden_layers.contains(coat.hidden_by)) continue;
        switch (coat.what) {
            case BaseCoat::What::Fill: fill(coats, coat, false); break;
            case BaseCoat::What::FocusFill:
                fill(coats, coat, true);
                coats.focus_shows = sets_apart(at_scale(input.basemap.meshes, coat.layer, document::Scale::Medium50m), focus, view);
                break;
            case BaseCoat::What::Stroke: stroke(coats, coat); break;
            case BaseCoat::What::SeaFloor: append_sea_floor(input, view, frame); break;
            case BaseCoat::What::Relief: append_relief(input, view, frame); break;
            case BaseCoat::What::DisputedAreas: coats.disputed_areas = append_disputed_areas(input, view, coat.fill, frame); break;
            case BaseCoat::What::Rasters: append_rasters(input, view, frame); break;
            case BaseCoat::What::EventWaters: event_waters(); break;
            case BaseCoat::What::EventAreas: event_areas(); break;
            case BaseCoat::What::Graticule:
                if (const double step = graticule_step_deg(view.zoom); step > 0) {
                    LineStyle style = coat.stroke;
                    if (input.furniture.degrees || input.furniture.degrees_beside)
                        style.color.a = std::min(1.f, 2 * style.color.a);  // what is named is to be found
                    frame.items.emplace_back(StrokeLines{graticule(step), style});
                }
                break;
        }
    }
    if (coats.focus_shows) notes.explain(LegendRow::What::FocusLand, "Countries with events (lighter)");
    if (coats.disputed) notes.explain(LegendRow::What::Disputed, "Disputed or undelimited boundary");
    if (coats.disputed_areas) notes.explain(LegendRow::What::DisputedArea, "Disputed area");
}

namespace {

constexpr float kGroundCell_px = 3;

}  // namespace

GroundOnScreen::GroundOnScreen(const MapView& view, const std::vector<PlainLines>& lines)
    : view_(view),
      lines_(lines),
      added_(lines.size(), false),
      cells_({double{view.map.rect.x}, double{view.map.rect.y}, double{view.map.rect.right()}, double{view.map.rect.bottom()}},
             double{view.px(kGroundCell_px)}) {}

/// The ground under a box and a little about it; all of it where the box reaches over the map's edge.
geo::WorldBox GroundOnScreen::world_about(RectPx box) const {
    const RectPx wide = grown(box, view_.px(4 * kGroundCell_px) + 0.25f * std::max(box.w, box.h));
    geo::WorldBox world;
    for (const float across : {0.f, 0.5f, 1.f})
        for (const float down : {0.f, 0.5f, 1.f}) {
            const auto at = view_.plane.world({wide.x + across * wide.w, wide.y + down * wide.h});
            if (!at) return {-1e9, -1e9, 1e9, 1e9};
            world.include(*at);
        }
    return world;
}

const LineCells& GroundOnScreen::about(const RectPx& box) {
    const geo::WorldBox world = world_about(box);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        if (added_[i]) continue;
        const geo::WorldBox& own = lines_[i].lines->box;
        const MapView::Copies copies = view_.copies(own, 0);
        bool near = false;
        // A bent map tells a place by any copy of it.
        for (int copy = copies.first - 1; copy <= copies.last + 1 && !copies.none(); ++copy)
            near = near || world.intersects({own.x0 + copy, own.y0, own.x1 + copy, own.y1});
        if (!near) continue;
        added_[i] = true;
        for (int copy = copies.first; copy <= copies.last; ++copy) add(lines_[i], copy);
    }
    return cells_;
}

void GroundOnScreen::add(const PlainLines& set, int copy) {
    const geo::LineSet& lines = *set.lines;
    const auto step = static_cast<float>(double{view_.px(kGroundCell_px)} / view_.map.world_px);  // finer turns are not seen
    for (std::size_t i = 0; i < lines.starts.size(); ++i) {
        const std::size_t end = i + 1 < lines.starts.size() ? lines.starts[i + 1] : lines.vertices.size();
        float last = -1;
        std::optional<PointPx> before;
        for (std::size_t v = lines.starts[i]; v < end; ++v) {
            const geo::LineSet::Vertex& vertex = lines.vertices[v];
            if (last >= 0 && vertex.along < last + step && v + 1 < end) continue;
            last = vertex.along;
            const PlaneView::Seen seen = view_.plane.screen({lines.origin.x + double{vertex.x} + copy, lines.origin.y + double{vertex.y}});
            const std::optional<PointPx> at = seen.front >= 0 ? std::optional(seen.at) : std::nullopt;
            if (before && at) cells_.add({double{before->x}, double{before->y}}, {double{at->x}, double{at->y}}, set.weight);
            before = at;
        }
    }
}

void BaseMapLayer::append_boundaries_over(float share, const Theme& theme, const MapView& view, Frame& frame) const {
    if (share <= 0) return;
    for (StrokeLines line : boundaries_) {
        line.style.casing = with_alpha(theme.halo, kBuriedCasing * share);
        line.style.casing_width_px = line.style.width_px + view.px(2);
        line.style.color.a *= share;
        frame.items.emplace_back(std::move(line));
    }
}

}  // namespace dateline::view
