#include "view/edge_counts.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

constexpr float kHeight = 20, kPad = 8, kTip = 5, kTipGap = 6, kFromEdge = 8;
constexpr float kStep = 24;  // along the side, and from row to row
constexpr int kMostSteps = 200, kRows = 3;
constexpr float kAStep = 0.8f, kARow = 12;  // reluctance, in names hidden

bool is_beside(MapSide side) { return side == MapSide::Left || side == MapSide::Right; }

TextStyle style_of(const FurniturePainter& p) { return p.plate_style(11, p.theme().text2, Face::Medium); }

/// A small map has room for the number alone.
std::string text_of(const FurniturePainter& p, std::size_t count) {
    if (p.map.rect.w < p.px(480)) return fmt::format("{}", count);
    return fmt::format("{} event{}", count, count == 1 ? "" : "s");
}

}  // namespace

std::vector<FurniturePlace> edge_count_places(const FurniturePainter& p, MapSide side, std::size_t count) {
    const RectPx& map = p.map.rect;
    const float w = std::ceil(p.width(text_of(p, count), style_of(p)) + p.px(2 * kPad + kTipGap + kTip)), h = p.px(kHeight);
    const RectPx inner = grown(map, -p.px(kFromEdge));
    std::vector<FurniturePlace> places;
    for (int row = 0; row < kRows; ++row)
        for (int i = 0; i < kMostSteps; ++i) {
            const float along = (i % 2 == 0 ? 1.f : -1.f) * static_cast<float>((i + 1) / 2) * p.px(kStep),
                        inward = static_cast<float>(row) * p.px(kStep);
            RectPx rect{std::round(map.x + 0.5f * (map.w - w)), std::round(map.y + 0.5f * (map.h - h)), w, h};
            if (side == MapSide::Left) rect.x = inner.x + inward;
            if (side == MapSide::Right) rect.x = inner.right() - w - inward;
            if (side == MapSide::Top) rect.y = inner.y + inward;
            if (side == MapSide::Bottom) rect.y = inner.bottom() - h - inward;
            (is_beside(side) ? rect.y : rect.x) += along;
            if (!holds(inner, rect)) break;
            places.push_back(
                {static_cast<std::uint16_t>(row * kMostSteps + i), rect, kAStep * static_cast<float>(i) + kARow * static_cast<float>(row)});
        }
    return places;
}

void append_edge_count(const FurniturePainter& p, MapSide side, std::size_t count, RectPx plate) {
    const TextStyle style = style_of(p);
    p.plate(plate, 4);
    const float tip = p.px(kTip), half = 0.5f * tip, middle = plate.y + 0.5f * plate.h;
    const bool tip_first = side == MapSide::Left;
    const float x = tip_first ? plate.x + p.px(kPad) : plate.right() - p.px(kPad) - tip;
    const PointPx at{x + half, middle};
    const float reach = 0.8f * tip;  // half of the arrow's foot
    std::vector<PointPx> arrow;
    switch (side) {
        case MapSide::Left: arrow = {{at.x - half, at.y}, {at.x + half, at.y - reach}, {at.x + half, at.y + reach}}; break;
        case MapSide::Right: arrow = {{at.x + half, at.y}, {at.x - half, at.y + reach}, {at.x - half, at.y - reach}}; break;
        case MapSide::Top: arrow = {{at.x, at.y - half}, {at.x + reach, at.y + half}, {at.x - reach, at.y + half}}; break;
        case MapSide::Bottom: arrow = {{at.x, at.y + half}, {at.x - reach, at.y - half}, {at.x + reach, at.y - half}}; break;
    }
    p.over.items.push_back(FillPath{std::move(arrow), p.theme().text2});
    const float baseline = std::round(middle + p.input.type.metrics(style.face).cap_height * style.size_px / 2);
    p.text(text_of(p, count), tip_first ? plate.x + p.px(kPad + kTip + kTipGap) : plate.x + p.px(kPad), baseline, style);
}

}  // namespace dateline::view
