#pragma once

#include "publish/marker_paths.h"
#include "view/camera.h"
#include "view/frame.h"
#include "view/text.h"

#include <memory>

namespace dateline::publish {

/// Paints a Frame's items onto a Cairo surface. One a page.
class CairoPainter {
  public:
    /// `surface` is a cairo_surface_t*, kept opaque so that Cairo stays in this module.
    CairoPainter(void* surface, const view::Typesetter& type, bool text_as_outlines);
    ~CairoPainter();
    CairoPainter(const CairoPainter&) = delete;
    CairoPainter& operator=(const CairoPainter&) = delete;

    void paint(const view::Frame& frame);
    /// Empty, or what went wrong.
    std::string fault() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::publish
