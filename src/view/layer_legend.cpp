#include "view/layer_legend.h"

#include <fmt/format.h>
#include <algorithm>

namespace dateline::view {
namespace {

using document::LayerContent;
using document::LayerLook;
using document::RasterLayer;
using document::VectorCoat;
using document::VectorLayer;

/// A look with its colours in the theme.
struct Paint {
    Color fill, line, symbol, halo;
    float width_px = 0, hatch_px = 0, radius_px = 0;
    std::array<float, 4> dash_px{};
    MarkerShape shape{};
    bool areas = false, lines = false, points = false;
};

constexpr float kHalfH = 5.5f;

Paint paint_of(const VectorCoat& coat, const Theme& theme, float opacity) {
    const LayerLook& look = coat.look;
    Paint paint;
    const Color line = in_theme(look.line, theme, theme.text2), fill = in_theme(look.fill, theme, line);
    paint.line = with_alpha(line, opacity * look.line_opacity);
    paint.fill = with_alpha(fill, opacity * look.fill_opacity);
    paint.symbol =
        with_alpha(in_theme(look.fill ? look.fill : look.line, theme, theme.text2), opacity * std::max(look.fill_opacity, 0.85f));
    paint.halo = with_alpha(theme.halo, opacity * look.line_opacity);
    paint.width_px = look.width_px;
    paint.hatch_px = look.hatch_px;
    paint.radius_px = std::clamp(0.5f * look.size_px, 1.5f, 7.f);
    paint.dash_px = look.dash_px;
    paint.shape = shape_of(look.symbol);
    paint.areas = !coat.areas.empty();
    paint.lines = !coat.lines.empty() && look.width_px > 0;
    paint.points = !coat.points.empty();
    return paint;
}

/// Stripes that rise to the right, cut at the patch.
void append_hatch(const Paint& paint, const LegendCell& cell, std::vector<Item>& items) {
    const float h = 2 * kHalfH * cell.scale, top = cell.y - 0.5f * h, step = std::max(2.f, paint.hatch_px) * 1.414f * cell.scale;
    for (float foot = cell.x0 - h + step / 2; foot < cell.x1; foot += step) {
        const float from = std::max(foot, cell.x0), to = std::min(foot + h, cell.x1);
        if (to - from < 0.5f) continue;
        items.push_back(StrokePath{
            {{from, top + h - (from - foot)}, {to, top + h - (to - foot)}}, paint.fill, 0.5f * paint.hatch_px * cell.scale, {}, false});
    }
}

void append_patch(const Paint& paint, const LegendCell& cell, std::vector<Item>& items) {
    const float half = kHalfH * cell.scale;
    const RectPx patch{cell.x0, cell.y - half, cell.x1 - cell.x0, 2 * half};
    if (paint.hatch_px > 0) append_hatch(paint, cell, items);
    else items.push_back(plain_rect(patch, paint.fill));
    if (!paint.lines) return;
    std::array<float, 4> dash = paint.dash_px;
    for (float& d : dash) d *= cell.scale;
    items.push_back(StrokePath{{{patch.x, patch.y}, {patch.right(), patch.y}, {patch.right(), patch.bottom()}, {patch.x, patch.bottom()}},
                               paint.line,
                               std::min(paint.width_px, 3.f) * cell.scale,
                               dash,
                               true});
}

void append_look(const Paint& paint, const LegendCell& cell, std::vector<Item>& items) {
    if (paint.areas) {
        append_patch(paint, cell, items);
    } else if (paint.lines) {
        std::array<float, 4> dash = paint.dash_px;
        for (float& d : dash) d *= cell.scale;
        items.push_back(
            StrokePath{{{cell.x0, cell.y}, {cell.x1, cell.y}}, paint.line, std::min(paint.width_px, 8.f) * cell.scale, dash, false});
    }
    if (!paint.points) return;
    Symbol symbol{paint.shape, {(cell.x0 + cell.x1) / 2, cell.y}, paint.radius_px * cell.scale, paint.symbol, paint.halo, cell.scale, {}};
    if (paint.shape == MarkerShape::Ring) symbol.stroke = paint.line, symbol.stroke_px = paint.width_px * cell.scale;
    items.push_back(symbol);
}

std::vector<LegendRow> vector_rows(const LayerContent& content, const VectorLayer& layer, const Theme& theme, float opacity,
                                   const std::function<bool(const VectorCoat&)>& counts) {
    const auto is_rest = [](const VectorCoat& coat) { return coat.value.empty() || coat.value == "*"; };
    std::vector<const VectorCoat*> coats;
    for (const VectorCoat& coat : layer.coats)
        if ((!coat.areas.empty() || !coat.lines.empty() || !coat.points.empty()) && counts(coat)) coats.push_back(&coat);
    std::stable_partition(coats.begin(), coats.end(), [&](const VectorCoat* coat) { return !is_rest(*coat); });  // the rest comes last
    std::vector<LegendRow> rows;
    for (const VectorCoat* each : coats) {
        const VectorCoat& coat = *each;
        LegendRow row;
        row.what = LegendRow::What::Own;
        row.label = is_rest(coat) ? "other" : coat.value;
        row.sample = [paint = paint_of(coat, theme, opacity)](const LegendCell& cell, std::vector<Item>& items) {
            append_look(paint, cell, items);
        };
        rows.push_back(std::move(row));
    }
    // One look alone is the layer; of several the first says whose they are.
    if (rows.size() == 1 && rows.front().label == "other") rows.front().label = content.title;
    else if (!rows.empty()) rows.front().note = content.title;
    return rows;
}

void append_ramp(const std::vector<Color>& ramp, const LegendCell& cell, std::vector<Item>& items) {
    const float half = kHalfH * cell.scale, part = (cell.x1 - cell.x0) / static_cast<float>(ramp.size() - 1);
    for (std::size_t i = 0; i + 1 < ramp.size(); ++i) {
        FillRect rect = plain_rect({cell.x0 + part * static_cast<float>(i), cell.y - half, part, 2 * half}, ramp[i]);
        rect.top_right = rect.bottom_right = ramp[i + 1];
        items.push_back(rect);
    }
}

/// A small picture in a frame: what has colours of its own needs no key to them.
void append_picture(Color color, const LegendCell& cell, std::vector<Item>& items) {
    const float half = kHalfH * cell.scale, middle = (cell.x0 + cell.x1) / 2, w = 9 * cell.scale, s = cell.scale;
    items.push_back(
        StrokePath{{{middle - w, cell.y - half}, {middle + w, cell.y - half}, {middle + w, cell.y + half}, {middle - w, cell.y + half}},
                   color,
                   1.2f * s,
                   {},
                   true});
    items.push_back(
        FillPath{{{middle - 7 * s, cell.y + half - s}, {middle - 2 * s, cell.y - 1.5f * s}, {middle + 3 * s, cell.y + half - s}}, color});
    items.push_back(FillPath{{{middle - s, cell.y + half - s}, {middle + 3.5f * s, cell.y}, {middle + 7 * s, cell.y + half - s}}, color});
}

LegendRow raster_row(const LayerContent& content, const Theme& theme, float opacity) {
    const document::LayerStyle& style = content.style;
    LegendRow row;
    row.what = LegendRow::What::Own;
    row.label = content.title;
    std::vector<Color> ramp;
    for (const auto& c : style.ramp) ramp.push_back(with_alpha({c[0], c[1], c[2], c[3]}, opacity * c[3]));
    if (ramp.empty() && (style.band > 0 || style.stretch)) ramp = {with_alpha({0, 0, 0, 1}, opacity), with_alpha({1, 1, 1, 1}, opacity)};
    if (ramp.size() >= 2) {
        if (style.stretch) row.note = fmt::format("{} to {}", style.stretch->first, style.stretch->second);
        row.sample = [ramp](const LegendCell& cell, std::vector<Item>& items) { append_ramp(ramp, cell, items); };
    } else {
        row.sample = [color = theme.text2](const LegendCell& cell, std::vector<Item>& items) { append_picture(color, cell, items); };
    }
    return row;
}

}  // namespace

Color in_theme(const std::optional<document::StyleColor>& color, const Theme& theme, Color otherwise) {
    if (!color) return otherwise;
    const auto& c = theme.dark() ? color->dark : color->light;
    return {c[0], c[1], c[2], c[3]};
}

MarkerShape shape_of(document::StyleSymbol symbol) {
    using document::StyleSymbol;
    switch (symbol) {
        case StyleSymbol::Circle: return MarkerShape::Circle;
        case StyleSymbol::Square: return MarkerShape::Square;
        case StyleSymbol::Triangle: return MarkerShape::Triangle;
        case StyleSymbol::Diamond: return MarkerShape::Diamond;
        case StyleSymbol::Hexagon: return MarkerShape::Hexagon;
        case StyleSymbol::Pentagon: return MarkerShape::Pentagon;
        case StyleSymbol::Ring: return MarkerShape::Ring;
    }
    return MarkerShape::Circle;
}

std::vector<LegendRow> layer_legend(const LayerContent& content, const Theme& theme, float opacity,
                                    const std::function<bool(const VectorCoat&)>& counts) {
    if (const auto* vectors = std::get_if<VectorLayer>(&content.data)) return vector_rows(content, *vectors, theme, opacity, counts);
    return {raster_row(content, theme, opacity)};
}

}  // namespace dateline::view
