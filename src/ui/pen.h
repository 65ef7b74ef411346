#pragma once

#include "ui/fonts.h"
#include "view/theme.h"

#include <imgui.h>
#include <string>
#include <string_view>

namespace dateline::ui {

using view::Color;

/// What every panel draws with.
struct Look {
    const view::Theme& theme;
    const Fonts& fonts;
    float scale = 1;
    bool* again = nullptr;  ///< set where something waits to be drawn in a later frame
};

ImU32 packed(Color color);

/// Lengths at scale 1 from a panel's upper left corner; the pen multiplies by the scale and snaps to whole pixels.
struct Box {
    float x = 0, y = 0, w = 0, h = 0;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    float mid_x() const { return x + w / 2; }
    float mid_y() const { return y + h / 2; }
};

/// Draws into an ImGui draw list in a panel's own coordinates.
class Pen {
  public:
    Pen(const Look& look, ImDrawList* list, ImVec2 origin_px) : look_(&look), list_(list), origin_(origin_px) {}

    const Look& look() const { return *look_; }
    const view::Theme& theme() const { return look_->theme; }
    float scale() const { return look_->scale; }
    ImDrawList* list() const { return list_; }
    ImVec2 px(float x, float y) const;
    ImVec2 exact_px(float x, float y) const { return {origin_.x + x * look_->scale, origin_.y + y * look_->scale}; }
    Pen moved(float x, float y) const { return Pen(*look_, list_, px(x, y)); }

    void fill(Box box, Color color, float radius = 0) const;
    void outline(Box box, Color color, float radius = 0) const;
    void hline(float x0, float x1, float y, Color color) const;  ///< one pixel high, its top at y
    void vline(float x, float y0, float y1, Color color) const;
    void line(float x0, float y0, float x1, float y1, Color color, float width) const;

    float width(Font font, std::string_view text) const;
    /// `baseline` is where the letters stand.
    void text(Font font, Color color, float x, float baseline, std::string_view text) const;
    void text_right(Font font, Color color, float x_right, float baseline, std::string_view text) const;
    void text_center(Font font, Color color, float x_mid, float baseline, std::string_view text) const;
    /// Cut with an ellipsis where it does not fit, and then the whole is shown under the pointer. Returns the width.
    float text_fitted(Font font, Color color, float x, float baseline, float max_width, std::string_view text) const;
    std::string fitted(Font font, std::string_view text, float max_width) const;
    /// Where a text's baseline is when its capitals are centred on `y`.
    static float baseline_for(Font font, float y);
    void icon(Icon icon, Color color, float x_mid, float y_mid) const;

    /// An invisible button there; `hovered` and `pressed` say what the pointer does.
    struct Touch {
        bool hovered = false, pressed = false, held = false, double_clicked = false;
    };
    Touch touch(const char* id, Box box) const;
    bool hovers(Box box) const;

  private:
    const Look* look_;  // a pen can be assigned
    ImDrawList* list_;
    ImVec2 origin_;
};

/// A tooltip in the interface's dress. Over buttons and rows it waits a little; over map and timeline it does not.
void tooltip(const Look& look, std::string_view text);

}  // namespace dateline::ui
