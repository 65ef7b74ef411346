#pragma once

#include "gl/context.h"
#include "render/renderer.h"
#include "render/snapshot.h"
#include "view/text.h"

#include <vector>

namespace dateline::render {

/// A context without a display, the bundled fonts and a renderer, once a process: software GL is always there.
class Stage {
  public:
    static Stage& shared();
    static base::Result<std::unique_ptr<Stage>> open();

    view::Image draw(const view::Frame& frame, int largest_tile_px = 4096);
    gl::Context& context() { return context_; }
    const view::Typesetter& type() const { return *type_; }
    Renderer& renderer() { return *renderer_; }

  private:
    explicit Stage(gl::Context context) : context_(std::move(context)) {}
    gl::Context context_;
    std::unique_ptr<view::Typesetter> type_;
    std::unique_ptr<Renderer> renderer_;
};

struct Pixel {
    int r = 0, g = 0, b = 0, a = 0;
    bool operator==(const Pixel&) const = default;
};
Pixel pixel(const view::Image& image, int x, int y);
/// The sum over a rect of how far pixels are from `paper`, in whole pixels of full contrast: how much ink lies there.
double ink(const view::Image& image, view::RectPx rect, view::Color paper, view::Color full);

inline constexpr view::Color kBlack{0, 0, 0, 1}, kWhite{1, 1, 1, 1}, kRed{1, 0, 0, 1}, kGreen{0, 1, 0, 1}, kBlue{0, 0, 1, 1};

/// A white frame whose world items are given in pixels: `world_of` and the geometry below undo its MapTransform.
view::Frame page(int width, int height, view::Color clear = kWhite);
inline constexpr double kPageWorldPx = 65536;
std::shared_ptr<const geo::Mesh> mesh_px(const std::vector<view::PointPx>& outline, int width, int height);
/// Words in black, in the style that is the default.
view::DrawText text(std::string words, view::PointPx at);
std::shared_ptr<const geo::LineSet> line_px(const std::vector<view::PointPx>& points, int width, int height);

}  // namespace dateline::render
