#pragma once

#include "view/frame.h"
#include "view/map_view.h"
#include "view/text.h"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::view {

/// A few lines of text with their sizes, ready to be laid anywhere.
struct TextBlock {
    struct Run {
        std::string text;
        TextStyle style;
        float x = 0;  ///< from the line's start
    };
    struct Line {
        std::vector<Run> runs;
        float width = 0;
    };
    std::vector<Line> lines;
    float width = 0, height = 0;
    float line_height = 0, ascent = 0;  ///< ascent: from a line's top to its baseline
};

/// Lines of one style.
TextBlock text_block(const Typesetter& type, const std::vector<std::string>& lines, const TextStyle& style);
/// A date and a title with `gap_px` between them: on one line, or the title below where `wrap_px` > 0, in two lines at most.
TextBlock dated_block(const Typesetter& type, std::string_view date, const TextStyle& date_style, std::string_view title,
                      const TextStyle& title_style, float gap_px, float wrap_px);
/// Words into at most `most` lines of `width_px`; what is too long ends in an ellipsis.
std::vector<std::string> wrapped_lines(const Typesetter& type, std::string_view text, const TextStyle& style, float width_px,
                                       std::size_t most);

void draw_block(const TextBlock& block, PointPx top_left, AlignX align, std::vector<Item>& out);
/// A single line turned about its middle.
void draw_turned(const TextBlock& block, PointPx center, float angle_rad, std::vector<Item>& out);

/// Boxes that cover a straight text of this size about `center`: one when it lies level, a chain of them when turned.
std::vector<RectPx> turned_boxes(PointPx center, float width, float height, float angle_rad);

/// The piece of a polyline on which a text of `width` lies when its middle is `at` along it, moved sideways by `lift`
/// (upward on the screen) and smoothed: its baseline; empty where the line is too short or bends too much for letters.
struct TextPath {
    std::vector<PointPx> points;
    float bend = 0;  ///< how far it turns in all, radians: the less the better read
};
/// `along`: the lengths of `line` summed up. `calmly`: along a line that winds it runs evenly, clear of all its bends.
TextPath text_path(const std::vector<PointPx>& line, const std::vector<float>& along, float at, float width, float lift, float em_px,
                   bool calmly = false);
std::vector<float> lengths_summed(const std::vector<PointPx>& line);
/// The point `at` along a polyline of at least two points; straight on beyond its ends.
PointPx point_on(const std::vector<PointPx>& line, const std::vector<float>& along, float at);
/// Boxes over a text of this size whose baseline is the middle of `path`; `rise` lifts their centres off it.
std::vector<RectPx> path_boxes(const std::vector<PointPx>& path, float width, float height, float rise);
float path_length(const std::vector<PointPx>& path);

/// Capitals as the language of the country writes them: TÜRKİYE, not TÜRKIYE. ASCII names are English.
std::string uppercased(std::string_view name, std::string_view country_iso_a2);

}  // namespace dateline::view
