#pragma once

#include "view/frame.h"

namespace dateline::ui {

/// What the pointer does in this frame, as far as no panel, menu or dialog takes it. Pixels.
struct Pointer {
    enum Button { Left, Right, Middle };
    struct State {
        bool pressed = false, held = false, released = false, double_clicked = false;
    };

    view::PointPx at{};
    bool over_canvas = false;  ///< nothing of the interface is under it
    bool ctrl = false, shift = false;
    State buttons[3]{};
    float wheel = 0, wheel_x = 0;  ///< notches; up and left are positive
    double elapsed_s = 0;          ///< since the frame before

    const State& left() const { return buttons[Left]; }
    const State& middle() const { return buttons[Middle]; }
};

Pointer pointer_now(double elapsed_s);

/// Turns of the wheel, spent over some frames so that zooming is smooth.
class Glide {
  public:
    void add(double amount) { left_ += amount; }
    void stop() { left_ = 0; }
    bool moving() const { return left_ != 0; }
    /// What is due after `elapsed_s`; all of it at once when motion is reduced.
    double take(double elapsed_s, bool at_once);

  private:
    double left_ = 0;
};

}  // namespace dateline::ui
