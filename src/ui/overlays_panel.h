#pragma once

#include "ui/parts.h"

namespace dateline::ui {

/// Routes on and off, over the map's lower left: a legend that is a switchboard.
class OverlaysPanel {
  public:
    void draw(const Ui& ui);
    /// Of the last frame, zero when not shown; what lies under it is not the map's.
    view::RectPx rect() const { return rect_; }
    void hide() { rect_ = {}; }

  private:
    void draw_header(const Ui& ui, const Pen& pen, float width);
    void draw_route(const Ui& ui, const Pen& pen, const document::Route& route, float width);

    bool folded_ = false;
    view::RectPx rect_;
};

}  // namespace dateline::ui
