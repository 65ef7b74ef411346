#pragma once

#include "calendar/instant.h"
#include "geo/geometry.h"
#include "geo/projection.h"
#include "geo/world_image.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// The seam between what is shown and how it is drawn: a plain, ordered list of things to draw, map and timeline
/// alike, with no handles in it. Window, headless PNG, SVG, PDF and tests consume the same Frame. Items are equal that draw the
/// same; what they share by pointer never changes.
namespace dateline::view {

/// Straight (not premultiplied) sRGB, 0..1.
struct Color {
    float r = 0, g = 0, b = 0, a = 1;
    bool operator==(const Color&) const = default;
};
inline constexpr Color kNoColor{0, 0, 0, 0};
inline Color with_alpha(Color c, float alpha) { return {c.r, c.g, c.b, c.a * alpha}; }
Color mix(Color a, Color b, float t);
/// "#RRGGBB" or "#RRGGBBAA"; opaque magenta for anything else.
Color color_from_hex(std::string_view hex);

/// Pixels of the target, origin upper left, y down. All lengths in a Frame are already multiplied by the scale.
struct PointPx {
    float x = 0, y = 0;
    bool operator==(const PointPx&) const = default;
};
struct RectPx {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    bool contains(PointPx p) const { return p.x >= x && p.x < x + w && p.y >= y && p.y < y + h; }
    bool overlaps(const RectPx& o) const { return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom(); }
    bool operator==(const RectPx&) const = default;
};

using geo::Projection;

/// Where world items land on the target. Mercator: screen = rect centre + rotate(bearing) * (world - center) * world_px.
/// Others: see view/map_plane.h.
struct MapTransform {
    RectPx rect;
    geo::WorldPoint center;
    double world_px = 512;  ///< pixels that the equator takes: 512 * 2^zoom * scale
    double bearing_rad = 0;
    Projection projection = Projection::Mercator;
    double morph = 1;  ///< from 0, still Mercator, to 1: on the way to `projection`
    bool operator==(const MapTransform&) const = default;
};

// ---- world items: geometry stays in world coordinates and is cached by its key; a frame only restates the style

struct FillArea {
    std::shared_ptr<const geo::Mesh> mesh;
    Color fill;
    float hatch_px = 0;  ///< > 0: diagonal hatch of this period instead of a solid fill; < 0: one that falls to the right
    bool operator==(const FillArea&) const = default;
};

struct LineStyle {
    Color color;
    float width_px = 1;
    Color casing;                    ///< alpha 0: none
    float casing_width_px = 0;       ///< total width of the casing
    std::array<float, 4> dash_px{};  ///< on, off, on, off; all 0: solid. A dash of 0.1 with round caps is a dot
    bool round_caps = true;
    float tick_every_px = 0;  ///< railway ticks across the line
    float tick_length_px = 0;
    float tick_width_px = 1;
    float dot_every_px = 0;  ///< nodes on the line (pipelines)
    float dot_width_px = 0;
    float offset_px = 0;  ///< to the right of the line's direction, for parallel routes
    float glow_px = 0;    ///< soft fall-off beyond the width
    float glow_alpha = 0;
    /// Soft glints that run along the line: the only thing that changes while they do is the phase.
    struct Flow {
        Color color = kNoColor;  ///< alpha 0: none
        float every_px = 0;      ///< from glint to glint; fixed to the world within an octave of zoom, like dashes
        float length_px = 0;
        float phase = 0;  ///< 0..1 of `every_px`, in the direction of the line
        bool backward = false, both = false;
        bool operator==(const Flow&) const = default;
    } flow;
    bool operator==(const LineStyle&) const = default;
};
struct StrokeLines {
    std::shared_ptr<const geo::LineSet> lines;
    LineStyle style;
    double along_start = 0;  ///< of what the line is a part of, world units: glints run on from part to part
    bool operator==(const StrokeLines&) const = default;
};

/// How light and height of the relief colour the land. Alphas are those of full shadow, full light and the greatest height.
struct ReliefTone {
    Color shadow, light, high;
    bool operator==(const ReliefTone&) const = default;
};
/// Part of a picture on the world: imagery of 4 channels as it is, relief of 2 by its tone. Pieces that follow one another do
/// not overlap.
struct LayImage {
    std::shared_ptr<const geo::WorldImage> image;
    geo::WorldBox part;  ///< of the world; within image->box
    float alpha = 1;
    ReliefTone tone;      ///< of relief
    bool smooth = false;  ///< drawn much larger than its pixels: with a spline through them
    /// Of relief that ends with Mercator's world: the heights, 0..1, of what lies beyond in the north and the south, which it goes
    /// over into. Below 0: it just ends.
    float north = -1, south = -1;
    bool operator==(const LayImage& o) const {
        return image == o.image && part.x0 == o.part.x0 && part.y0 == o.part.y0 && part.x1 == o.part.x1 && part.y1 == o.part.y1 &&
               alpha == o.alpha && tone == o.tone && smooth == o.smooth && north == o.north && south == o.south;
    }
};

enum class MarkerShape : std::uint8_t { Triangle, Circle, Diamond, Square, Speech, Hexagon, Pentagon, Ring };

/// Bits of Marker::flags.
enum MarkerFlag : std::uint32_t {
    kUncertainDate = 1,  ///< dashed ring
    kAreaPlace = 2,      ///< stands for an area
    kUnreviewed = 4,     ///< small dot, upper right
    kSelected = 8,
    kHovered = 16,
};

/// One event on the map. Times are seconds from MarkerSet::epoch as floats per bucket (see MarkerSet).
struct Marker {
    float x = 0, y = 0;                  ///< world units from MarkerSet::origin
    float offset_x = 0, offset_y = 0;    ///< screen pixels, for beads on a stem
    float begin_days = 0, end_days = 0;  ///< days from MarkerSet::epoch; +-1e6 where open
    std::uint32_t shape = 0;             ///< MarkerShape
    std::uint32_t flags = 0;
    Color color;
};

/// Markers sorted by begin, so that a time window is a range of the buffer and the rest is never touched.
/// Uploaded once a key; scrubbing changes only MarkerTime.
struct MarkerSet {
    std::uint64_t key = 0;
    geo::WorldPoint origin;
    calendar::Instant epoch{};
    std::vector<Marker> markers;  ///< by begin_days
    float longest_days = 0;       ///< of all end - begin that are not open; bounds the search for overlaps
};

/// The clock of a frame: uniforms, nothing else.
struct MarkerTime {
    double playhead_days = 0;  ///< from the set's epoch
    double window_begin_days = -1e6, window_end_days = 1e6;
    float recent_days = 14;  ///< how long colour takes to fade to "past"
    bool operator==(const MarkerTime&) const = default;
};
struct DrawMarkers {
    std::shared_ptr<const MarkerSet> set;
    MarkerTime time;
    float scale = 1;              ///< of all radii; < 1 where symbols crowd
    float alpha = 1;              ///< < 1 while symbols give way to a heat layer
    Color land, halo, ink, warn;  ///< what past mixes with; what future is filled with; selection; unreviewed
    float pulse = 0;              ///< 0..1 phase of the "now" ring; 0 in figures
    bool operator==(const DrawMarkers&) const = default;
};

/// An event that leads from one place to another, along the great circle between them. Its points are a stretch of
/// ArcSet::points.
struct Arc {
    std::uint32_t first = 0, count = 0;
    float begin_days = 0, end_days = 0;  ///< as a Marker's
    std::uint32_t flags = 0;             ///< MarkerFlag
    float faint = 1;                     ///< < 1: where it comes from is inferred
    float tail = 0;                      ///< share of the way over which its start fades in: it begins somewhere in an area
    Color color;
};
/// Arcs for the GPU: lifted over a globe, bowed to a side on a flat map. Uploaded once a key, as MarkerSet is.
struct ArcSet {
    struct Point {
        float x = 0, y = 0;          ///< on the great circle, world units from `origin`
        float bow_x = 0, bow_y = 0;  ///< what a flat map adds: world units to the side, for the lift that it cannot show
        float lift = 0;              ///< above the ground, Earth radii
        float share = 0;             ///< of the way, 0..1
        float along = 0;             ///< world units from the start of the bowed arc
    };
    std::uint64_t key = 0;
    geo::WorldPoint origin;
    geo::WorldBox box;  ///< of the bowed points
    std::vector<Point> points;
    std::vector<Arc> arcs;
};
struct DrawArcs {
    std::shared_ptr<const ArcSet> set;
    MarkerTime time;
    float width_px = 2;              ///< at the destination; an arc starts at a fraction of it
    float head_px = 8;               ///< length of the arrow's head; 0: none
    float gap_px = 0;                ///< between its tip and the place: a marker's radius
    float lead_days = 0;             ///< how long before its event an arc is drawn on
    std::array<float, 2> dash_px{};  ///< of those still to come
    Color land, halo;
    float pulse = 0;  ///< 0..1 phase of the light that runs along what is "now"; 0 in figures
    bool operator==(const DrawArcs&) const = default;
};

/// How many events lie how near: the sum of a bell curve about each, coloured. The sum is taken on the GPU over the markers
/// in the time window, so scrubbing uploads nothing.
struct DrawHeat {
    std::shared_ptr<const MarkerSet> set;
    MarkerTime time;
    float sigma_px = 12;        ///< of the bell
    float full = 100;           ///< so many events in one spot have the ramp's last colour; between, by logarithm
    std::array<Color, 5> ramp;  ///< evenly spaced, few to many
    float alpha = 1;
    bool operator==(const DrawHeat&) const = default;
};

// ---- screen items: map labels, furniture and the whole timeline

struct ClipTo {
    RectPx rect;  ///< until the next ClipTo; a rect of zero size lifts it
    bool operator==(const ClipTo&) const = default;
};
struct FillRect {
    RectPx rect;
    float radius = 0;
    Color top_left, top_right, bottom_right, bottom_left;  ///< a gradient; all equal for a plain fill
    Color stroke;                                          ///< alpha 0: none
    float stroke_px = 0;
    bool operator==(const FillRect&) const = default;
};
FillRect plain_rect(RectPx rect, Color fill, float radius = 0);

struct StrokePath {
    std::vector<PointPx> points;
    Color color;
    float width_px = 1;
    std::array<float, 4> dash_px{};
    bool closed = false;
    bool operator==(const StrokePath&) const = default;
};
struct FillPath {
    std::vector<PointPx> points;  ///< a polygon of which the first point sees all, as of a convex one each does
    Color fill;
    bool operator==(const FillPath&) const = default;
};
struct Symbol {
    MarkerShape shape = MarkerShape::Circle;
    PointPx center;
    float radius = 5;
    Color fill;
    Color stroke;
    float stroke_px = 0;
    std::array<float, 2> dash_px{};  ///< of the stroke
    float glow_px = 0;               ///< > 0: the stroke's colour falls off as far outward, and less far inward
    bool operator==(const Symbol&) const = default;
};

enum class Face : std::uint8_t { Regular, Medium, SemiBold, Italic, Icons };
enum class AlignX : std::uint8_t { Left, Center, Right };

struct TextStyle {
    Face face = Face::Regular;
    float size_px = 13;
    Color color;
    Color halo;  ///< alpha 0: none
    float halo_px = 0;
    float tracking_em = 0;
    bool operator==(const TextStyle&) const = default;
};
struct DrawText {
    std::string text;  ///< UTF-8, one line
    PointPx at;        ///< baseline
    AlignX align = AlignX::Left;
    float angle_rad = 0;  ///< clockwise, about `at`
    TextStyle style;
    bool operator==(const DrawText&) const = default;
};
/// Text whose baseline is a path (route, river and sea names), centred on its middle.
struct DrawTextPath {
    std::string text;
    std::vector<PointPx> path;
    TextStyle style;
    bool operator==(const DrawTextPath&) const = default;
};
/// RGBA8 pixels (a raster layer, an inset already drawn), straight alpha, row 0 on top.
struct Image {
    std::uint64_t key = 0;
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
struct DrawImage {
    std::shared_ptr<const Image> image;
    RectPx rect;
    float alpha = 1;
    bool operator==(const DrawImage&) const = default;
};

using Item = std::variant<FillArea, StrokeLines, DrawMarkers, DrawArcs, DrawHeat, ClipTo, FillRect, StrokePath, FillPath, Symbol, DrawText,
                          DrawTextPath, DrawImage, MapTransform, LayImage>;

/// Painter's order. A MapTransform item changes where the world items after it land (an inset has its own).
struct Frame {
    int width_px = 0;
    int height_px = 0;
    float scale = 1;  ///< pixels per 1x pixel: DPI, or a figure's enlargement
    Color clear;
    std::vector<Item> items;
    std::size_t ground_end = 0;  ///< items before it lie under routes, events, names and furniture; 0: none
    std::size_t map_end = 0;     ///< items from it on lie beside the map, within the rect of the ClipTo there; 0: none
};

}  // namespace dateline::view
