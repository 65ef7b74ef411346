#include "publish/figure.h"

#include <algorithm>
#include <cmath>

namespace dateline::publish {

float figure_scale(int width_px) { return 2 * static_cast<float>(width_px) / 2480; }

view::RectPx figure_map_rect(int width_px, int height_px) {
    const float u = static_cast<float>(width_px) / 2480;
    return {96 * u, 272 * u, 1680 * u, std::max(200 * u, static_cast<float>(height_px) - 626 * u)};
}

view::Frame figure_frame(const FigureInput& input) {
    view::Frame frame;
    frame.width_px = input.width_px;
    frame.height_px = input.height_px;
    frame.scale = figure_scale(input.width_px);
    frame.clear = input.theme.panel;
    return frame;
}

}  // namespace dateline::publish
