#pragma once

#include "ui/parts.h"
#include "view/legend.h"

#include <string>
#include <vector>

namespace dateline::ui {

/// The user's layers in the overlays panel: shown or not, and in a menu of each their opacity, order, and removal.
class LayerRows {
  public:
    static constexpr float kRowH = 24, kKeyH = 19;
    float height(const Ui& ui) const;
    /// From the pen's origin down, topmost layer first.
    void draw(const Ui& ui, Pen pen, float width);

  private:
    void draw_row(const Ui& ui, const Pen& pen, const document::Layer& layer, const std::vector<view::LegendRow>& keys, float width);
    void draw_menu(const Ui& ui, const document::Layer& layer);

    int drags_ = 0;  ///< each drag of an opacity is one gesture
};

}  // namespace dateline::ui
