#include "view/label_sheet.h"

#include <algorithm>
#include <numeric>

namespace dateline::view {

void MapLabel::add_block(std::uint8_t side, std::size_t block, PointPx at, AlignX align, const std::vector<RectPx>& also, std::uint8_t tier) {
    std::vector<RectPx> boxes{{at.x, at.y, blocks[block].width, blocks[block].height}};
    boxes.insert(boxes.end(), also.begin(), also.end());
    Lie lie;
    lie.block = block;
    lie.at = at;
    lie.align = align;
    add_spot(side, std::move(boxes), std::move(lie), tier);
}

void LabelSheet::draw(const MapLabel& label, const MapLabel::Lie& lie, float scale, std::vector<Item>& out) {
    out.insert(out.end(), label.symbols.begin(), label.symbols.end());
    if (lie.plate) {
        FillRect plate = plain_rect(*lie.plate, label.plate_fill, 4 * scale);
        plate.stroke = label.plate_line;
        plate.stroke_px = scale;
        out.emplace_back(plate);
        for (Symbol symbol : label.on_plate) {
            symbol.center = {lie.plate->x + 0.5f * lie.plate->h + scale, lie.plate->y + 0.5f * lie.plate->h};
            out.emplace_back(symbol);
        }
    }
    const TextBlock& block = label.blocks[lie.block];
    if (!lie.path.empty()) {
        const TextBlock::Run& run = block.lines.front().runs.front();
        out.emplace_back(DrawTextPath{run.text, lie.path, run.style});
    } else if (lie.angle_rad != 0) {
        draw_turned(block, lie.at, lie.angle_rad, out);
    } else {
        draw_block(block, lie.at, lie.align, out);
    }
}

void LabelSheet::place_and_draw(RectPx bounds, TakenSpace& taken, const TakenSpace& avoided, float gap_px, float scale,
                                std::unordered_map<std::uint64_t, std::uint8_t>& sides, std::vector<Item>& out, std::vector<Hit>& hits) {
    std::vector<LabelCandidate> candidates;
    candidates.reserve(labels_.size());
    for (MapLabel& label : labels_) candidates.push_back(std::move(label.candidate));
    const std::vector<int> chosen = place_labels(candidates, bounds, taken, avoided, gap_px, sides);
    std::vector<std::size_t> order(labels_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return candidates[a].rank > candidates[b].rank; });
    for (const std::size_t i : order) {
        if (chosen[i] < 0) continue;
        const auto spot = static_cast<std::size_t>(chosen[i]);
        draw(labels_[i], labels_[i].lies[spot], scale, out);
        if (labels_[i].hit.kind == Hit::Kind::None) continue;
        for (const RectPx& box : candidates[i].spots[spot].boxes) hits.push_back({labels_[i].hit.kind, labels_[i].hit.id, box, labels_[i].hit.part});
    }
    labels_.clear();
}

}  // namespace dateline::view
