#include "view/shore_berths.h"

#include <algorithm>
#include <cmath>

namespace dateline::view {

void ShoreReach::include(double x, double y) {
    const double dx = x - at_.x, dy = y - at_.y;
    if (std::abs(dx) > farthest_ || std::abs(dy) > farthest_) return;
    if (std::abs(dy) < 0.7 * h_) edge_.x0 = std::min(edge_.x0, x), edge_.x1 = std::max(edge_.x1, x);
    if (std::abs(dx) < 0.5 * w_) edge_.y0 = std::min(edge_.y0, y), edge_.y1 = std::max(edge_.y1, y);
}

void add_at_shore(const MapView& view, const std::vector<ShoreBerth>& berths, int copy, const TextBlock& block, std::uint8_t& side,
                  std::uint8_t tier, MapLabel& label) {
    const std::size_t number = label.blocks.size();
    const float gap = view.px(kShoreGapPx);
    for (const ShoreBerth& berth : berths) {
        const std::uint8_t own = side++;
        if (!view.sees(berth.edge, copy)) continue;
        const PointPx edge = view.screen(berth.edge, copy);
        const PointPx middle{edge.x + berth.toward.x * (gap + 0.5f * block.width), edge.y + berth.toward.y * (gap + 0.5f * block.height)};
        if (number == label.blocks.size()) label.blocks.push_back(block);
        label.add_block(own, number, {middle.x - 0.5f * block.width, middle.y - 0.5f * block.height}, AlignX::Center, {}, tier);
    }
}

}  // namespace dateline::view
