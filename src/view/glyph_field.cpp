#include "view/glyph_field.h"

#include <ft2build.h>
#include FT_OUTLINE_H

#include <algorithm>
#include <cmath>

namespace dateline::view {
namespace {

struct Point {
    float x = 0, y = 0;  ///< px, y up
};
struct Edge {
    Point a, b;
};

constexpr float kFlatPx = 0.02f;  ///< how far a chord may lie from its curve
constexpr int kMostChords = 32;

Point mixed(Point a, Point b, float t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

/// Collects an outline's edges, curves as chords.
struct Flattener {
    std::vector<Edge> edges;
    Point at;

    void line(Point to) {
        if (to.x != at.x || to.y != at.y) edges.push_back({at, to});
        at = to;
    }
    /// A curve whose second differences are below `bend` px is within bend / 8 n² of n chords.
    template <class Curve>
    void curve(float bend, Curve point_at) {
        const int chords = std::clamp(static_cast<int>(std::ceil(std::sqrt(bend / (8 * kFlatPx)))), 1, kMostChords);
        for (int i = 1; i <= chords; ++i) line(point_at(static_cast<float>(i) / static_cast<float>(chords)));
    }
};

Point point_of(const FT_Vector* v) { return {static_cast<float>(v->x) / 64, static_cast<float>(v->y) / 64}; }
float bend_of(Point a, Point b, Point c) { return std::hypot(a.x - 2 * b.x + c.x, a.y - 2 * b.y + c.y); }

int on_move(const FT_Vector* to, void* user) {
    static_cast<Flattener*>(user)->at = point_of(to);
    return 0;
}
int on_line(const FT_Vector* to, void* user) {
    static_cast<Flattener*>(user)->line(point_of(to));
    return 0;
}
int on_conic(const FT_Vector* control, const FT_Vector* to, void* user) {
    auto& flat = *static_cast<Flattener*>(user);
    const Point a = flat.at, b = point_of(control), c = point_of(to);
    flat.curve(2 * bend_of(a, b, c), [&](float t) { return mixed(mixed(a, b, t), mixed(b, c, t), t); });
    return 0;
}
int on_cubic(const FT_Vector* control1, const FT_Vector* control2, const FT_Vector* to, void* user) {
    auto& flat = *static_cast<Flattener*>(user);
    const Point a = flat.at, b = point_of(control1), c = point_of(control2), d = point_of(to);
    flat.curve(6 * std::max(bend_of(a, b, c), bend_of(b, c, d)), [&](float t) {
        const Point ab = mixed(a, b, t), bc = mixed(b, c, t), cd = mixed(c, d, t);
        return mixed(mixed(ab, bc, t), mixed(bc, cd, t), t);
    });
    return 0;
}

/// Squared distances and winding numbers at the centres of a grid's pixels.
struct Grid {
    int left, bottom, width, height;
    std::vector<float> squared;
    std::vector<int> winding;

    Grid(const FT_BBox& box, int margin)
        : left(static_cast<int>(std::floor(static_cast<float>(box.xMin) / 64)) - margin),
          bottom(static_cast<int>(std::floor(static_cast<float>(box.yMin) / 64)) - margin),
          width(static_cast<int>(std::ceil(static_cast<float>(box.xMax) / 64)) + margin - left),
          height(static_cast<int>(std::ceil(static_cast<float>(box.yMax) / 64)) + margin - bottom),
          squared(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 1e9f),
          winding(squared.size(), 0) {}

    std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
    }
    float x_of(int column) const { return static_cast<float>(left + column) + 0.5f; }
    float y_of(int row) const { return static_cast<float>(bottom + row) + 0.5f; }
    int column(float x) const { return std::clamp(static_cast<int>(std::floor(x)) - left, 0, width - 1); }
    int row(float y) const { return std::clamp(static_cast<int>(std::floor(y)) - bottom, 0, height - 1); }

    void measure(const Edge& e) {
        constexpr float kReach = kGlyphSpreadPx + 1.0f;
        const float dx = e.b.x - e.a.x, dy = e.b.y - e.a.y, per_length2 = 1 / (dx * dx + dy * dy);
        const int x0 = column(std::min(e.a.x, e.b.x) - kReach), x1 = column(std::max(e.a.x, e.b.x) + kReach);
        const int y0 = row(std::min(e.a.y, e.b.y) - kReach), y1 = row(std::max(e.a.y, e.b.y) + kReach);
        for (int y = y0; y <= y1; ++y) {
            const float py = y_of(y) - e.a.y;
            for (int x = x0; x <= x1; ++x) {
                const float px = x_of(x) - e.a.x;
                const float t = std::clamp((px * dx + py * dy) * per_length2, 0.0f, 1.0f);
                const float rx = px - t * dx, ry = py - t * dy;
                float& least = squared[index(x, y)];
                least = std::min(least, rx * rx + ry * ry);
            }
        }
    }

    /// Rows whose centre the edge crosses: everything right of the crossing is once more inside.
    void wind(const Edge& e) {
        const int way = e.b.y > e.a.y ? 1 : -1;
        const float low = std::min(e.a.y, e.b.y), high = std::max(e.a.y, e.b.y);
        for (int y = row(low); y <= row(high); ++y) {
            const float at = y_of(y);
            if (at < low || at >= high) continue;
            const float cross = e.a.x + (at - e.a.y) * (e.b.x - e.a.x) / (e.b.y - e.a.y);
            const int first = static_cast<int>(std::ceil(cross - 0.5f)) - left;
            if (first < width) winding[index(std::max(first, 0), y)] += way;
        }
    }
};

}  // namespace

GlyphField field_of_outline(FT_Outline& outline) {
    constexpr FT_Outline_Funcs kFuncs{on_move, on_line, on_conic, on_cubic, 0, 0};
    Flattener flat;
    GlyphField field;
    if (FT_Outline_Decompose(&outline, &kFuncs, &flat) != 0 || flat.edges.empty()) return field;
    FT_BBox box;
    FT_Outline_Get_CBox(&outline, &box);
    Grid grid(box, kGlyphSpreadPx);
    for (const Edge& edge : flat.edges) {
        grid.measure(edge);
        grid.wind(edge);
    }
    field.width = grid.width;
    field.height = grid.height;
    field.left = static_cast<float>(grid.left);
    field.top = static_cast<float>(grid.bottom + grid.height);
    field.pixels.resize(grid.squared.size());
    std::size_t out = 0;
    for (int y = grid.height - 1; y >= 0; --y) {
        int inside = 0;
        for (int x = 0; x < grid.width; ++x) {
            inside += grid.winding[grid.index(x, y)];
            const float distance = std::min(std::sqrt(grid.squared[grid.index(x, y)]) / kGlyphSpreadPx, 1.0f);
            field.pixels[out++] = static_cast<std::uint8_t>(std::lround(inside != 0 ? 128 + 127 * distance : 128 - 128 * distance));
        }
    }
    return field;
}

}  // namespace dateline::view
