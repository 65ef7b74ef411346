#include "view/locator.h"

#include "view/map_north.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr double kTurnsBeyondM = 2.4e6;  ///< of the map's middle from the globe's: some 22 degrees
constexpr float kLeastOutline = 7;       ///< px at scale 1; what is smaller is ringed

PointPx middle_of(RectPx r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

std::vector<geo::LonLat> meridian(double lon_deg) {
    std::vector<geo::LonLat> line;
    for (int lat = -90; lat <= 90; lat += 3) line.push_back({lon_deg, static_cast<double>(lat)});
    return line;
}
std::vector<geo::LonLat> parallel(double lat_deg) {
    std::vector<geo::LonLat> line;
    for (int lon = -180; lon <= 180; lon += 3) line.push_back({static_cast<double>(lon), lat_deg});
    return line;
}

RectPx box_of(const std::vector<std::vector<PointPx>>& pieces) {
    float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
    for (const auto& piece : pieces)
        for (PointPx p : piece) x0 = std::min(x0, p.x), x1 = std::max(x1, p.x), y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
    return {x0, y0, x1 - x0, y1 - y0};
}

}  // namespace

std::vector<geo::LonLat> outline_of(const MapTransform& map) {
    std::vector<geo::LonLat> outline;
    const auto side = [&](PointPx a, PointPx b) {
        for (int i = 0; i < 32; ++i) {
            const float t = static_cast<float>(i) / 32;
            outline.push_back(geo::lonlat_from(world_from_screen(map, {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t})));
        }
    };
    const RectPx& m = map.rect;
    side({m.x, m.y}, {m.right(), m.y}), side({m.right(), m.y}, {m.right(), m.bottom()});
    side({m.right(), m.bottom()}, {m.x, m.bottom()}), side({m.x, m.bottom()}, {m.x, m.y});
    outline.push_back(outline.front());
    return outline;
}

bool wants_locator(const MapTransform& map) {
    if (map.rect.w >= 0.3f * static_cast<float>(map.world_px)) return false;
    // Where the globe itself, or the world's edge, is in the picture, it says where it lies.
    const PlaneView view(map);
    const RectPx& m = map.rect;
    for (const PointPx corner : {PointPx{m.x, m.y}, PointPx{m.right(), m.y}, PointPx{m.x, m.bottom()}, PointPx{m.right(), m.bottom()}})
        if (!place_at(view, corner)) return false;
    return true;
}

geo::LonLat Locator::turned_to(geo::LonLat map_center, const std::optional<geo::LonLat>& before) {
    if (before && geo::distance_m(*before, map_center) < kTurnsBeyondM) return *before;
    return map_center;
}

void Locator::append(const MapTransform& map, const document::BaseMap& basemap, const Theme& theme, RectPx rect, geo::LonLat center,
                     float scale, std::vector<Item>& items) {
    const Key key{&basemap, theme.name, center, static_cast<int>(std::ceil(rect.w))};
    if (!image_ || !(key == key_)) image_ = globe_image(basemap, theme, center, key.diameter_px);
    key_ = key;
    const PointPx middle = middle_of(rect);
    const float radius = rect.w / 2;
    items.push_back(Symbol{MarkerShape::Circle, middle, radius + 2.5f * scale, with_alpha(theme.panel, 0.94f), {}, 0, {}});
    items.push_back(DrawImage{image_, rect, 1});
    const Orthographic globe{center};
    const auto stroke = [&](const std::vector<geo::LonLat>& line, Color color, float width) {
        for (auto& piece : on_globe(globe, line, rect)) items.push_back(StrokePath{std::move(piece), color, width * scale, {}, false});
    };
    for (int lon = -180; lon < 180; lon += 30) stroke(meridian(lon), with_alpha(theme.grid, 1.4f), 0.6f);
    for (int lat = -60; lat <= 60; lat += 30) stroke(parallel(lat), with_alpha(theme.grid, 1.4f), 0.6f);
    const std::vector<geo::LonLat> outline = outline_of(map);
    const auto pieces = on_globe(globe, outline, rect);
    const RectPx seen = box_of(pieces);
    if (!pieces.empty() && std::max(seen.w, seen.h) < kLeastOutline * scale) {
        items.push_back(Symbol{MarkerShape::Circle, middle_of(seen), 4.5f * scale, kNoColor, theme.ink, 1.5f * scale, {}});
        items.push_back(Symbol{MarkerShape::Circle, middle_of(seen), 1.2f * scale, theme.ink, {}, 0, {}});
    } else {
        stroke(outline, theme.ink, 1.5f);
    }
    items.push_back(Symbol{MarkerShape::Circle, middle, radius, kNoColor, theme.coast, 0.75f * scale, {}});
}

}  // namespace dateline::view
