#pragma once

#include "view/timeline_index.h"
#include "view/view.h"

#include <string>

/// What the parts of the timeline share while one frame is drawn. Private to the timeline*.cpp files.
namespace dateline::view {

struct TimelineCanvas {
    const ViewInput& input;
    const TimelineIndex& index;
    const TimelineLanes& lanes;  ///< those of the index, or what the search leaves of them
    const TimelineScale& scale;
    Frame& frame;
    Placement& placement;

    const Theme& theme() const { return input.theme; }
    /// What darkens a ground; on paper, where page and panels are both white, a light grey.
    Color shade() const { return theme().app == theme().panel ? theme().well : theme().app; }
    float px(float length) const { return length * input.layout.scale; }
    float lane_height() const { return scale.lanes_rect().h / static_cast<float>(index.shown.size()); }
    /// Whether a line of text fits into a row.
    bool rows_are_legible() const { return lane_height() >= px(12); }
    /// The row of the i-th lane shown, over the lanes' whole width.
    RectPx lane_rect(std::size_t i) const;
    bool shows(document::Category category) const { return (input.options.category_mask >> static_cast<unsigned>(category) & 1u) != 0; }

    void add(Item item) { frame.items.push_back(std::move(item)); }
    void fill(RectPx rect, Color color, float radius = 0) { add(plain_rect(rect, color, radius)); }
    void hline(float x0, float x1, float y, Color color);
    void vline(float x, float y0, float y1, Color color);
    void text(std::string text, PointPx baseline, const TextStyle& style, AlignX align = AlignX::Left);
    void hit(Hit::Kind kind, RectPx rect, std::string id = {}) { placement.hits.push_back({kind, std::move(id), rect}); }

    TextStyle micro(Color color, Face face = Face::Regular) const { return {face, px(11), color, {}, 0, 0}; }
    float width_px(const std::string& text, const TextStyle& style) const { return input.type.width_px(text, style); }
    /// Baseline of text whose capitals stand in the middle of `y`.
    float baseline(float y, const TextStyle& style) const;
};

/// How an event stands to the playhead (look.md's rules for markers).
struct TimeLook {
    bool now = false, to_come = false;
    float fade = 1;  ///< 1: full colour; 0.5: past
};
/// "640", "1 234", "12.5k".
std::string short_count(std::size_t count);
/// "12 345", with thin spaces.
std::string long_count(std::size_t count);

TimeLook time_look(const ViewOptions& options, calendar::Instant begin, calendar::Instant end);

// ---- drawn in this order
void draw_grounds(TimelineCanvas& canvas);  ///< wings, weekends, trail, window, grid
void draw_lanes(TimelineCanvas& canvas);    ///< bars, folded blocks, glyphs, labels; the playhead's line between them
void draw_breaks(TimelineCanvas& canvas);   ///< between bars and glyphs, by draw_lanes
void draw_gutter(TimelineCanvas& canvas);
void draw_axis(TimelineCanvas& canvas);  ///< marks, window handles, the playhead's flag
void draw_overview(TimelineCanvas& canvas);
void draw_static_controls(TimelineCanvas& canvas);  ///< what the row above the axis says where no panel covers it

/// In place of lanes and gutter: a route's distance over time.
struct RouteDiagram;
void draw_diagram(TimelineCanvas& canvas, const RouteDiagram& diagram);
void draw_diagram_gutter(TimelineCanvas& canvas, const RouteDiagram& diagram);

}  // namespace dateline::view
