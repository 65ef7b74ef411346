#include "view/map_north.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

std::optional<geo::LonLat> place_at(const PlaneView& view, PointPx point) {
    const auto world = view.world(point);
    if (!world || !std::isfinite(world->x) || !(world->y > 0) || !(world->y < 1)) return std::nullopt;
    return geo::lonlat_from(*world);
}

std::optional<double> north_at(const MapTransform& map, PointPx point) {
    const PlaneView view(map);
    const auto here = place_at(view, point);
    if (!here || std::abs(here->lat_deg) > 89) return std::nullopt;
    // A step of some pixels, both ways: the middle's own direction.
    const double step_deg = std::clamp(360.0 / map.world_px * 8, 1e-7, 0.5);
    const auto at = [&](double lat_deg) { return view.screen(view.plane().nearest(geo::world_from({here->lon_deg, lat_deg}))).at; };
    const PointPx south = at(here->lat_deg - step_deg), north = at(here->lat_deg + step_deg);
    const double dx = double{north.x} - double{south.x}, dy = double{north.y} - double{south.y};
    if (!(std::hypot(dx, dy) > 1e-3)) return std::nullopt;
    return std::atan2(dx, -dy);
}

RectPx append_north_arrow(double north_rad, const Theme& theme, const Typesetter& type, PointPx corner, float scale,
                          std::vector<Item>& items) {
    const float side = kNorthArrow * scale, r = side / 2;
    const RectPx rect{corner.x - side, corner.y, side, side};
    const PointPx middle{rect.x + r, rect.y + r};
    FillRect plate = plain_rect(rect, with_alpha(theme.panel, 0.94f), r);
    plate.stroke = theme.line;
    plate.stroke_px = scale;
    items.push_back(plate);
    const auto c = static_cast<float>(std::cos(north_rad)), s = static_cast<float>(std::sin(north_rad));
    // x to the needle's right, y toward north, at scale 1
    const auto at = [&](float x, float y) { return PointPx{middle.x + (c * x + s * y) * scale, middle.y + (s * x - c * y) * scale}; };
    items.push_back(FillPath{{at(0, 6), at(4, -5), at(-4, -5)}, theme.ink});
    items.push_back(FillPath{{at(4, -5), at(0, -16), at(-4, -5)}, with_alpha(theme.text3, 0.55f)});
    const TextStyle letter{Face::SemiBold, 10 * scale, theme.text, {}, 0, 0};
    const PointPx n = at(0, 12);
    const float rise = type.metrics(letter.face).cap_height * letter.size_px / 2;
    items.push_back(DrawText{"N", {n.x, n.y + rise}, AlignX::Center, 0, letter});
    return rect;
}

}  // namespace dateline::view
