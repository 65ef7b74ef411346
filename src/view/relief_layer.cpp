#include "view/relief_layer.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

void append_beyond(const document::ReliefBeyond& beyond, const MapView& view, float alpha, const ReliefTone& tone, Frame& frame) {
    if (!beyond.image) return;
    constexpr int kParts = 4;  // none goes far round the globe
    for (int i = 0; i < kParts; ++i) {
        geo::WorldBox box = beyond.image->box;
        box.x0 = static_cast<double>(i) / kParts, box.x1 = static_cast<double>(i + 1) / kParts;
        if (view.shows(box, 0)) frame.items.emplace_back(LayImage{beyond.image, box, alpha, tone, false});
    }
}

void append_pyramid(const document::ReliefPyramid& pyramid, const MapView& view, float alpha, const ReliefTone& tone, Frame& frame) {
    if (alpha <= 0.01f || pyramid.levels.empty()) return;
    const int level = level_for(view, pyramid.tile_px, static_cast<int>(pyramid.levels.size()));
    const auto& squares = pyramid.levels[static_cast<std::size_t>(level)];
    const int side = 1 << level;
    const bool to_poles =
        !view.plane.flat() || view.visible.y0 < 0 || view.visible.y1 > 1;  // which Mercator does not show, but for what fills a tall map
    const float north = to_poles ? pyramid.north.height : -1, south = to_poles ? pyramid.south.height : -1;
    const bool smooth = view.plane.px_per_world() > 1.4 * side * pyramid.tile_px;
    for (int row = 0; row < side; ++row) {
        if (!view.shows({0, std::ldexp(row, -level), 1, std::ldexp(row + 1, -level)}, 0)) continue;
        for (int column = 0; column < side; ++column) {
            const auto& image = squares[static_cast<std::size_t>(row * side + column)];
            const geo::WorldBox box = geo::square_box(level, column, row);
            if (image && view.shows(box, 0)) frame.items.emplace_back(LayImage{image, box, alpha, tone, smooth, north, south});
        }
    }
    if (to_poles)
        for (const document::ReliefBeyond* beyond : {&pyramid.north, &pyramid.south}) append_beyond(*beyond, view, alpha, tone, frame);
}

}  // namespace

float relief_share(double zoom) {
    const float gentle = 0.5f + 0.5f * fade_in(zoom, 1.5, 5);
    return gentle * (1 - fade_in(zoom, 5.6, 8.2));
}

int level_for(const MapView& view, int tile_px, int levels) {
    const double wished = std::log2(view.plane.px_per_world() / tile_px) - 0.25;
    // A square that goes far round the globe would be seen on both its sides.
    const int coarsest = view.plane.flat() ? 0 : 2;
    return std::min(std::max(static_cast<int>(std::ceil(wished)), coarsest), levels - 1);
}

float beyond_share(double y) { return 1 - fade_in(y, 0, kBeyondReach); }

Color relief_color(const ReliefTone& tone, float light, float height) {
    const Color tint = with_alpha(tone.high, height);
    constexpr float kFlat = document::kReliefFlat / 255.f;
    const Color& toward = light < kFlat ? tone.shadow : tone.light;
    const float share = toward.a * (light < kFlat ? 1 - light / kFlat : (light - kFlat) / (1 - kFlat));
    const float a = share + tint.a * (1 - share);
    if (a <= 0) return kNoColor;
    const auto over = [&](float top, float below) { return (top * share + below * tint.a * (1 - share)) / a; };
    return {over(toward.r, tint.r), over(toward.g, tint.g), over(toward.b, tint.b), a};
}

void append_relief(const ViewInput& input, const MapView& view, Frame& frame) {
    if (!input.basemap.relief) return;
    const Theme& theme = input.theme;
    append_pyramid(input.basemap.relief->land, view, relief_share(view.zoom), {theme.relief_shadow, theme.relief_light, theme.relief_high},
                   frame);
}

void append_sea_floor(const ViewInput& input, const MapView& view, Frame& frame) {
    if (!input.basemap.relief) return;
    const float share = (0.7f + 0.3f * fade_in(view.zoom, 1.5, 4)) * (1 - fade_in(view.zoom, 6, 8));
    append_pyramid(input.basemap.relief->sea, view, share, {kNoColor, kNoColor, input.theme.sea_deep}, frame);
}

}  // namespace dateline::view
