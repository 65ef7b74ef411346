#include "view/timeline_labels.h"

#include <algorithm>

namespace dateline::view {

void LabelRow::block(float x0, float x1) {
    if (x1 <= x0) return;
    auto first = std::lower_bound(taken_.begin(), taken_.end(), x0, [](const auto& t, float x) { return t.second < x; });
    auto last = first;
    for (; last != taken_.end() && last->first <= x1; ++last) x0 = std::min(x0, last->first), x1 = std::max(x1, last->second);
    taken_.insert(taken_.erase(first, last), {x0, x1});
}

float LabelRow::room_right(float x) const {
    const auto next = std::upper_bound(taken_.begin(), taken_.end(), x, [](float v, const auto& t) { return v < t.second; });
    if (next != taken_.end() && next->first < x) return 0;
    return std::max(0.f, (next == taken_.end() ? x1_ : std::min(x1_, next->first)) - x);
}

float LabelRow::room_left(float x) const {
    const auto after = std::lower_bound(taken_.begin(), taken_.end(), x, [](const auto& t, float v) { return t.first < v; });
    const float wall = after == taken_.begin() ? x0_ : std::max(x0_, (after - 1)->second);
    return std::max(0.f, x - wall);
}

std::vector<SetLabel> set_labels(std::vector<LabelWish> wishes, LabelRow row, const Typesetter& type, float gap_px, float least_px) {
    std::sort(wishes.begin(), wishes.end(), [](const LabelWish& a, const LabelWish& b) { return a.rank < b.rank; });
    std::vector<SetLabel> labels;
    for (LabelWish& wish : wishes) {
        std::string text = type.fitted(wish.text, wish.style, wish.most_px);
        float width = type.width_px(text, wish.style);
        const RowSpot* chosen = nullptr;
        float most = 0;
        for (const RowSpot& spot : wish.spots) {
            const float room = (spot.ends ? row.room_left(spot.x) : row.room_right(spot.x)) - gap_px;
            if (room > most) chosen = &spot, most = room;
            if (room >= width) break;
        }
        if (chosen == nullptr) continue;
        if (most < width) {
            if (most < least_px) continue;
            text = type.fitted(wish.text, wish.style, most);
            width = type.width_px(text, wish.style);
            if (text.empty() || width > most) continue;
        }
        const float x = chosen->ends ? chosen->x - width : chosen->x;
        row.block(x - gap_px / 2, x + width + gap_px / 2);
        labels.push_back({x, std::move(text), wish.style});
    }
    return labels;
}

}  // namespace dateline::view
