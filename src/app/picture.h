#pragma once

#include "app/stage.h"
#include "base/result.h"
#include "gl/context.h"
#include "render/renderer.h"
#include "session/state.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace dateline::app {

enum class PictureFormat : std::uint8_t { Png, Tiff, Svg, Pdf };
/// By the file's ending; nullopt for any other than png, tif, tiff, svg and pdf.
std::optional<PictureFormat> picture_format_of(const std::filesystem::path& path);
inline bool is_page(PictureFormat format) { return format == PictureFormat::Svg || format == PictureFormat::Pdf; }

enum class PictureLayout : std::uint8_t {
    Map,       ///< the map with its furniture
    Briefing,  ///< the map above the timeline, as in the window
    Route,     ///< the map above a route's distance over time
    Figure,    ///< a page for print: title, numbered events, list
};

struct PictureShape {
    int width_px = 1920, height_px = 1080;  ///< of the file
    double scale = 1;                       ///< pixels of the file per 1x pixel
    PictureLayout layout = PictureLayout::Map;
    std::optional<geo::Projection> projection = {};  ///< of a figure that fits its own camera; nullopt: as suits it
    bool at_chosen = false;                          ///< a figure numbers first what is nearest the playhead
    bool period_chosen = false;                      ///< a figure's strip runs over the state's window
    bool camera_chosen = false;                      ///< a figure keeps the state's camera instead of fitting its own
};

/// "Source: Bulletin on …, 30 April 2023": who says it, and when unless the title has that. Several bulletins are named while there
/// is room for them.
std::string source_note(const document::Briefing& briefing);

/// The map's part of a picture, at scale 1: what a camera is fitted to.
session::MapSize map_size_of(const PictureShape& shape);
/// The camera that shows on a map of size `to` at least what `camera` shows on one of size `from`.
view::Camera refitted(view::Camera camera, session::MapSize from, session::MapSize to);

/// A picture ready to be drawn, with nothing in it that refers to a thread's objects but the stage's typesetter.
struct Picture {
    view::Frame frame;
    std::string title;
    std::optional<view::MapTransform> georeference;  ///< set where the map is north-up Mercator
};
Picture make_picture(Stage& stage, const session::State& state, const PictureShape& shape);

/// Draws without a display. Made when the first picture needs it: pages do not.
class Darkroom {
  public:
    explicit Darkroom(const view::Typesetter& type) : type_(type) {}
    base::Result<view::Image> develop(const view::Frame& frame);

  private:
    const view::Typesetter& type_;
    std::unique_ptr<gl::Context> context_;
    std::unique_ptr<render::Renderer> renderer_;
};

/// Atomic: a failed write leaves the old file whole. `draw` is asked only for pictures made of pixels.
base::Result<> write_picture(const std::filesystem::path& path, const Picture& picture, const view::Typesetter& type,
                             const std::function<base::Result<view::Image>(const view::Frame&)>& draw);

}  // namespace dateline::app
