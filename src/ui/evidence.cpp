#include "ui/inspector_panel.h"

#include <algorithm>
#include <cmath>

namespace dateline::ui {
namespace {

constexpr float kLineH = 20, kBaseline = 14.5f;

/// on and off lengths; empty for a solid line
struct Underline {
    Mark mark;
    float width, on, off;
};
constexpr Underline kUnderlines[] = {{Mark::Actor, 2, 2, 2}, {Mark::Place, 1.5f, 4, 2}, {Mark::Date, 1.5f, 0, 0}};

void draw_underline(const Pen& pen, const Underline& look, float x0, float x1, float y) {
    const Color ink = pen.theme().mark_line;
    if (look.on <= 0) {
        const ImVec2 a = pen.exact_px(x0, y);
        pen.list()->AddRectFilled({a.x, std::round(a.y)}, {pen.exact_px(x1, y).x, std::round(a.y) + look.width * pen.scale()}, packed(ink));
        return;
    }
    for (float x = x0; x < x1; x += look.on + look.off) {
        const ImVec2 a = pen.exact_px(x, y), b = pen.exact_px(std::min(x + look.on, x1), y);
        pen.list()->AddRectFilled({a.x, std::round(a.y)}, {b.x, std::round(a.y) + look.width * pen.scale()}, packed(ink));
    }
}

void draw_quote_ground(const Pen& pen, const TextLine& line, float x, float y) {
    float from = 0, to = 0;
    bool any = false;
    for (const Run& run : line.runs) {
        if (!run.has(Mark::Quote)) continue;
        if (!any) from = run.x;
        to = run.x + run.width;
        any = true;
    }
    if (any) pen.fill({x + from, y, to - from, kLineH}, pen.theme().mark);
}

/// Neighbouring runs under one mark are underlined in one stroke, so that dashes do not start anew.
void draw_underlines(const Pen& pen, const TextLine& line, float x, float y) {
    for (const Underline& look : kUnderlines) {
        for (std::size_t i = 0; i < line.runs.size(); ++i) {
            if (!line.runs[i].has(look.mark)) continue;
            const float from = line.runs[i].x;
            while (i + 1 < line.runs.size() && line.runs[i + 1].has(look.mark)) ++i;
            draw_underline(pen, look, x + from, x + line.runs[i].x + line.runs[i].width, y + kBaseline + 3);
        }
    }
}

}  // namespace

void draw_legend_underline(const Pen& pen, Mark mark, float x0, float x1, float y) {
    for (const Underline& look : kUnderlines)
        if (look.mark == mark) draw_underline(pen, look, x0, x1, y);
}

float draw_lines(const Pen& pen, const std::vector<TextLine>& lines, float x, float y) {
    for (const TextLine& line : lines) {
        draw_quote_ground(pen, line, x, y);
        for (const Run& run : line.runs)
            pen.text(Font::Body, run.has(Mark::Quote) ? pen.theme().text : pen.theme().text2, x + run.x, y + kBaseline, run.text);
        draw_underlines(pen, line, x, y);
        y += kLineH;
    }
    return y;
}

}  // namespace dateline::ui
