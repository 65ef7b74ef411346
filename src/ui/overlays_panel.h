#pragma once

#include "ui/layer_rows.h"
#include "ui/parts.h"

#include <set>
#include <string>
#include <vector>

namespace dateline::ui {

/// Routes on and off, over the map's lower left: a legend that is a switchboard. Routes that were on when the briefing was
/// opened are listed; the others wait behind "more", and no row moves when it is switched.
class OverlaysPanel {
  public:
    void draw(const Ui& ui);
    void hide() { rect_ = {}; }
    /// Of the last frame, zero when not shown; what lies under it is not the map's.
    view::RectPx rect() const { return rect_; }

  private:
    void list_routes(const Ui& ui);
    std::size_t row_count() const;
    float list_height(const Ui& ui) const;
    void draw_header(const Ui& ui, const Pen& pen, float width, bool folded);
    void draw_flow(const Ui& ui, const Pen& pen, float width);  ///< how many routes are shown, and whether glints run along them
    void draw_rows(const Ui& ui, const Pen& pen, float width, float height);
    void draw_more(const Ui& ui, const Pen& pen, float width);
    void draw_route(const Ui& ui, const Pen& pen, const document::Route& route, float width);

    std::optional<bool> folded_;  // as the user wants it; else by the room there is
    bool all_ = false;
    std::string listed_for_;
    std::vector<const document::Route*> listed_, others_;  // of the state's briefing, found anew each frame
    std::set<std::string> first_shown_;
    LayerRows layers_;
    view::RectPx rect_;
};

/// A route's name without what stands in brackets after it.
std::string_view plain_name(const document::Route& route);

}  // namespace dateline::ui
