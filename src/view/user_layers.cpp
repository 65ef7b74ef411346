#include "view/user_layers.h"

#include "base/id.h"
#include "view/layer_legend.h"
#include "view/layer_source.h"
#include "view/names_layer.h"
#include "view/relief_layer.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace dateline::view {
namespace {

using document::LayerContent;
using document::LayerLook;
using document::RasterLayer;
using document::VectorLayer;

/// A layer that is switched on and read.
struct ShownLayer {
    const document::Layer& layer;
    std::shared_ptr<const LayerContent> content;
    float opacity = 1;
};

template <class Data>
std::vector<ShownLayer> shown_layers(const ViewInput& input) {
    std::vector<ShownLayer> shown;
    if (!input.layers) return shown;
    for (const document::Layer& layer : input.options.layers) {
        if (!layer.shown) continue;
        auto content = input.layers->content(layer);
        if (!content || !std::holds_alternative<Data>(content->data)) continue;
        const auto opacity = static_cast<float>(layer.opacity * content->style.opacity);
        if (opacity > 0.004f) shown.push_back({layer, std::move(content), opacity});
    }
    return shown;
}

/// The file's box in its copies round the world.
bool reaches(const geo::WorldBox& file, const geo::WorldBox& square) {
    for (const double turn : {-1.0, 0.0, 1.0})
        if (file.x0 + turn < square.x1 && file.x1 + turn > square.x0 && file.y0 < square.y1 && file.y1 > square.y0) return true;
    return false;
}

class RasterSquares {
  public:
    RasterSquares(const ViewInput& input, const MapView& view, const ShownLayer& shown, Frame& frame)
        : source_(*input.layers),
          view_(view),
          shown_(shown),
          raster_(std::get<RasterLayer>(shown.content->data)),
          frame_(frame),
          level_(level_for(view, RasterLayer::kSquarePx, raster_.finest_level + 1)) {}

    void append() {
        visit(0, 0, 0);
        if (view_.plane.flat()) return;
        // Beyond Mercator's edge, at 85°, its pixels are a twelfth as large on the ground, or less.
        level_ = std::max(0, level_ - 3);
        visit(0, 0, -1);
        visit(0, 0, 1);
    }

  private:
    void visit(int level, int column, int row) {
        const geo::WorldBox box = geo::square_box(level, column, row);
        if (!reaches(raster_.box, box) || !view_.shows(box, 0)) return;
        if (level == level_) return append_square(column, row, box);
        for (const int down : {0, 1})
            for (const int right : {0, 1}) visit(level + 1, 2 * column + right, 2 * row + down);
    }
    /// The square, or until it is read the part of a coarser one.
    void append_square(int column, int row, const geo::WorldBox& box) {
        for (int up = 0; up <= level_; ++up) {
            const auto image = source_.square(shown_.layer, level_ - up, column >> up, row >> up);
            if (!image) continue;
            if (image->whole()) frame_.items.emplace_back(LayImage{image, box, shown_.opacity, {}, false});
            return;
        }
    }

    LayerSource& source_;
    const MapView& view_;
    const ShownLayer& shown_;
    const RasterLayer& raster_;
    Frame& frame_;
    int level_;
};

bool in_zoom(const LayerLook& look, double zoom) { return zoom >= look.min_zoom && zoom < look.max_zoom; }

/// Symbols that would lie on one another to within a part of their size are one: what is drawn follows the pixels.
void append_symbols(const ViewInput& input, const MapView& view, const document::VectorCoat& coat, float opacity, Frame& frame) {
    const LayerLook& look = coat.look;
    const Color line = in_theme(look.line, input.theme, input.theme.text2);
    Symbol symbol;
    symbol.shape = shape_of(look.symbol);
    symbol.radius = 0.5f * view.px(look.size_px);
    symbol.fill = with_alpha(in_theme(look.fill ? look.fill : look.line, input.theme, input.theme.text2),
                             opacity * std::max(look.fill_opacity, 0.85f));
    symbol.stroke = with_alpha(input.theme.halo, opacity * look.line_opacity);
    symbol.stroke_px = view.px(1);
    if (symbol.shape == MarkerShape::Ring)
        symbol.stroke = with_alpha(line, opacity * look.line_opacity), symbol.stroke_px = view.px(look.width_px);
    const float cell = std::max(1.f, 0.35f * symbol.radius);
    std::unordered_set<std::uint64_t> taken;
    for (const geo::WorldPoint point : coat.points) {
        const MapView::Copies copies = view.copies(point, symbol.radius + 2);
        for (int copy = copies.first; copy <= copies.last; ++copy) {
            if (!view.sees(point, copy)) continue;
            symbol.center = view.screen(point, copy);
            const auto at = [&](float v) {
                return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(v / cell))) & 0xffffffffu;
            };
            if (taken.insert(at(symbol.center.x) << 32 | at(symbol.center.y)).second) frame.items.emplace_back(symbol);
        }
    }
}

void append_coat(const ViewInput& input, const MapView& view, const document::VectorCoat& coat, float opacity, Frame& frame) {
    const LayerLook& look = coat.look;
    if (!in_zoom(look, view.zoom)) return;
    const float fade = opacity * (look.min_zoom > 0 ? fade_in(view.zoom, look.min_zoom, look.min_zoom + 0.4) : 1);
    const Color line = in_theme(look.line, input.theme, input.theme.text2), fill = in_theme(look.fill, input.theme, line);
    for (const auto& mesh : coat.areas)
        if (look.fill_opacity > 0 && view.shows(mesh->box, 1))
            frame.items.emplace_back(FillArea{mesh, with_alpha(fill, fade * look.fill_opacity), view.px(look.hatch_px)});
    LineStyle style;
    style.color = with_alpha(line, fade * look.line_opacity);
    style.width_px = view.px(look.width_px);
    for (std::size_t i = 0; i < 4; ++i) style.dash_px[i] = view.px(look.dash_px[i]);
    style.round_caps = look.dash_px[0] <= 0 || look.dash_px[0] < 0.5f * look.width_px;
    for (const auto& lines : coat.lines)
        if (look.width_px > 0 && view.shows(lines->box, 0.5f * style.width_px + 1)) frame.items.emplace_back(StrokeLines{lines, style});
    append_symbols(input, view, coat, fade, frame);
}

}  // namespace

void append_rasters(const ViewInput& input, const MapView& view, Frame& frame) {
    for (const ShownLayer& shown : shown_layers<RasterLayer>(input)) RasterSquares(input, view, shown, frame).append();
}

void append_vectors(const ViewInput& input, const MapView& view, Frame& frame) {
    for (const ShownLayer& shown : shown_layers<VectorLayer>(input))
        for (const document::VectorCoat& coat : std::get<VectorLayer>(shown.content->data).coats)
            append_coat(input, view, coat, shown.opacity, frame);
}

void append_layer_labels(const ViewInput& input, const MapView& view, LabelSheet& sheet) {
    if (input.options.hidden_layers.contains("labels")) return;
    double order = 0;
    for (const ShownLayer& shown : shown_layers<VectorLayer>(input)) {
        const auto& vectors = std::get<VectorLayer>(shown.content->data);
        for (const document::LayerLabel& text : vectors.labels) {
            const LayerLook& look = vectors.coats[text.coat].look;
            if (!in_zoom(look, view.zoom)) continue;
            const MapView::Copies copies = view.copies(text.at, view.px(8));
            for (int copy = copies.first; copy <= copies.last; ++copy) {
                if (!view.sees(text.at, copy)) continue;
                const PointPx at = view.screen(text.at, copy);
                const TextStyle style{Face::Medium,
                                      view.px(look.label_px),
                                      in_theme(look.label_color, input.theme, input.theme.label_city),
                                      with_alpha(input.theme.halo, 0.92f),
                                      view.px(input.theme.measures.label_halo_px),
                                      0};
                MapLabel label;
                label.candidate.id = NameSheet::id_of(text.key, copy);
                label.candidate.rank = LabelRank::City;
                label.candidate.order = 1e6 + ++order;
                label.blocks.push_back(text_block(input.type, {text.text}, style));
                const TextBlock& block = label.blocks.front();
                const float away = 0.5f * view.px(look.size_px) + view.px(4), up = -0.5f * block.height;
                if (text.at_point) {
                    label.add_block(0, 0, {at.x + away, at.y + up}, AlignX::Left);
                    label.add_block(1, 0, {at.x - away - block.width, at.y + up}, AlignX::Left);
                } else {
                    label.add_block(0, 0, {at.x - 0.5f * block.width, at.y + up}, AlignX::Left);
                }
                sheet.add(std::move(label));
            }
        }
    }
}

namespace {

bool is_seen(const MapView& view, const LayerContent& content) {
    const geo::LonLatBox& e = content.extent;
    const geo::WorldPoint low = geo::world_from({e.west_deg, e.north_deg}),
                          high = geo::world_from({e.west_deg + e.width_deg(), e.south_deg});
    return !e.valid() || view.shows({low.x, low.y, high.x, high.y}, 0);
}

/// A few thousand of very many points tell whether any is on the map.
bool is_seen(const MapView& view, const document::VectorCoat& coat) {
    const auto shown = [&](const auto& part) { return view.shows(part->box, 0); };
    if (std::any_of(coat.areas.begin(), coat.areas.end(), shown) || std::any_of(coat.lines.begin(), coat.lines.end(), shown)) return true;
    for (std::size_t i = 0; i < coat.points.size(); i += 1 + coat.points.size() / 4000)
        if (!view.copies(coat.points[i], 0).none()) return true;
    return false;
}

}  // namespace

void explain_layers(const ViewInput& input, const MapView& view, MapNotes& notes) {
    const auto counts = [&](const document::VectorCoat& coat) { return in_zoom(coat.look, view.zoom) && is_seen(view, coat); };
    const auto explain = [&](const ShownLayer& shown) {
        if (!is_seen(view, *shown.content)) return;
        for (LegendRow& row : layer_legend(*shown.content, input.theme, shown.opacity, counts)) notes.explain(std::move(row));
    };
    for (const ShownLayer& shown : shown_layers<VectorLayer>(input)) explain(shown);
    for (const ShownLayer& shown : shown_layers<RasterLayer>(input)) explain(shown);
}

std::string layer_credits(const ViewInput& input, const MapView& view) {
    std::string credits;
    if (!input.layers) return credits;
    for (const document::Layer& layer : input.options.layers) {
        if (!layer.shown || layer.opacity <= 0) continue;
        const auto content = input.layers->content(layer);
        if (!content || content->credits.empty()) continue;
        if (is_seen(view, *content)) credits += (credits.empty() ? "" : " · ") + content->credits;
    }
    return credits;
}

}  // namespace dateline::view
