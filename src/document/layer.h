#pragma once

#include "geo/geometry.h"
#include "geo/world_image.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Layers that the user lays over the map: any raster or vector file that GDAL reads, with a style.
namespace dateline::document {

/// sRGB with straight alpha, for the dark theme and for the light ones.
struct StyleColor {
    std::array<float, 4> dark{}, light{};
    bool operator==(const StyleColor&) const = default;
};

enum class StyleSymbol : std::uint8_t { Circle, Square, Triangle, Diamond, Hexagon, Pentagon, Ring };

/// How features are drawn; lengths in pixels at scale 1. Colours that are not given are the theme's quiet ones.
struct LayerLook {
    std::optional<StyleColor> fill, line, label_color;
    float fill_opacity = 0.14f, line_opacity = 0.9f;
    float width_px = 1.4f;
    std::array<float, 4> dash_px{};
    float hatch_px = 0;  ///< > 0: areas are hatched at this period
    StyleSymbol symbol = StyleSymbol::Circle;
    float size_px = 7;  ///< of symbols, across
    std::string label;  ///< the field whose text is written at a feature; empty: none
    float label_px = 11;
    double min_zoom = 0, max_zoom = 30;
    bool operator==(const LayerLook&) const = default;
};

/// A style file, read: see docs/layers.md.
struct LayerStyle {
    std::string title, credits;  ///< empty: from the file's own metadata, or its name
    std::string table;           ///< of a file that holds several; empty: all
    double opacity = 1;
    LayerLook look;
    std::string by;  ///< the field that chooses among `values`; empty: all look the same
    std::vector<std::pair<std::string, LayerLook>> values;
    // rasters
    int band = 0;                                      ///< the one band that is shown; 0: by the file's own colours
    std::optional<std::pair<double, double>> stretch;  ///< the values that are first and last of the ramp
    std::vector<std::array<float, 4>> ramp;            ///< at least two; empty: black to white
    bool operator==(const LayerStyle&) const = default;
};

/// A layer of a project: where its file is, and how it lies on the map. Layers are listed bottom up.
struct Layer {
    std::string id;
    std::string file;        ///< absolute while open; in a project beside the project's folder where it can be
    std::string style_file;  ///< empty: FILE.style.json where there is one
    bool shown = true;
    double opacity = 1;
    bool operator==(const Layer&) const = default;
};
/// The same file is the same layer.
std::string layer_id(const std::string& file);

/// What a vector file draws in one look.
struct VectorCoat {
    LayerLook look;
    std::string value;  ///< of the style's field, for the legend; empty: all
    std::vector<std::shared_ptr<const geo::Mesh>> areas;
    std::vector<std::shared_ptr<const geo::LineSet>> lines;  ///< lines, and the outlines of areas
    std::vector<geo::WorldPoint> points;
};
struct LayerLabel {
    std::uint64_t key = 0;
    geo::WorldPoint at;
    std::string text;
    bool at_point = false;  ///< beside a symbol; else in the middle of a line or an area
    std::uint32_t coat = 0;
};
struct VectorLayer {
    std::vector<VectorCoat> coats;
    std::vector<LayerLabel> labels;
};

/// A raster is read in squares of Web Mercator's quadtree; this says which there are. Rows go on beyond the world's, as many again
/// to either pole: -2^level ..  2 * 2^level.
struct RasterLayer {
    geo::WorldBox box;     ///< x and y may lie outside 0..1
    int finest_level = 0;  ///< whose pixels are as fine as the file's
    static constexpr int kSquarePx = 256, kGutterPx = 1;
};

/// What was read of a layer's file.
struct LayerContent {
    std::uint64_t key = 0;  ///< of this reading
    std::string title, credits;
    geo::LonLatBox extent;
    LayerStyle style;
    std::variant<VectorLayer, RasterLayer> data;
};

}  // namespace dateline::document
