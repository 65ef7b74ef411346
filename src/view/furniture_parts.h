#pragma once

#include "view/map_view.h"
#include "view/view.h"

#include <string>
#include <vector>

/// What the pieces of furniture share. Private to the furniture*.cpp files.
namespace dateline::view {

inline constexpr float kFurnitureMargin = 16;
inline constexpr float kLegendWidest = 332;

struct FurniturePainter {
    const ViewInput& input;
    const MapTransform& map;
    Frame& over;

    const Theme& theme() const { return input.theme; }
    float px(float length) const { return length * input.layout.scale; }
    /// So small that what is around the events has to be brief.
    bool is_small() const { return map.rect.w < px(560) || map.rect.h < px(400); }
    /// Text that lies on the map itself.
    TextStyle style(float size_px, Color color, Face face = Face::Regular) const {
        return {face, px(size_px), color, with_alpha(theme().halo, 0.85f), px(3), 0};
    }
    TextStyle plate_style(float size_px, Color color, Face face = Face::Regular) const { return {face, px(size_px), color, {}, 0, 0}; }
    float width(const std::string& text, const TextStyle& s) const { return input.type.width_px(text, s); }
    void text(std::string text, float x, float baseline, const TextStyle& s, AlignX align = AlignX::Left) const {
        if (!text.empty()) over.items.push_back(DrawText{std::move(text), {x, baseline}, align, 0, s});
    }
    /// The ground that legends and buttons lie on.
    void plate(RectPx rect, float radius_px) const {
        FillRect ground = plain_rect(rect, with_alpha(theme().panel, 0.94f), px(radius_px));
        ground.stroke = theme().line;
        ground.stroke_px = px(1);
        over.items.push_back(ground);
    }
};

/// Right-aligned lines that end at (right, bottom) and keep within `room`. Returns what they cover.
RectPx append_credits(const FurniturePainter& p, const MapNotes& notes, float right, float bottom, float room);

struct LegendPlate {
    std::vector<LegendRow> rows;
    std::size_t left_out = 0;
    float w = 0, h = 0;
    std::size_t columns = 1;

    /// Lines that a column has, the last one of all perhaps "and 2 more".
    std::size_t lines() const { return (rows.size() + (left_out > 0 ? 1 : 0) + columns - 1) / columns; }
};
/// Shortened to a height; no rows: nothing to explain, or no room. In more than one column only what fills them.
LegendPlate legend_plate(const FurniturePainter& p, std::vector<LegendRow> rows, float most_h, std::size_t columns = 1);
void append_legend(const FurniturePainter& p, const LegendPlate& plate, RectPx rect);

}  // namespace dateline::view
