#include "ui/pointer.h"

#include <imgui.h>
#include <cmath>

namespace dateline::ui {

Pointer pointer_now(double elapsed_s) {
    const ImGuiIO& io = ImGui::GetIO();
    Pointer pointer;
    pointer.at = {io.MousePos.x, io.MousePos.y};
    pointer.over_canvas = !io.WantCaptureMouse && ImGui::IsMousePosValid();
    pointer.ctrl = io.KeyCtrl;
    pointer.shift = io.KeyShift;
    pointer.elapsed_s = elapsed_s;
    if (!pointer.over_canvas) {
        for (int i = 0; i < 3; ++i) pointer.buttons[i].released = ImGui::IsMouseReleased(i);
        return pointer;
    }
    for (int i = 0; i < 3; ++i)
        pointer.buttons[i] = {ImGui::IsMouseClicked(i), ImGui::IsMouseDown(i), ImGui::IsMouseReleased(i), ImGui::IsMouseDoubleClicked(i)};
    pointer.wheel = io.MouseWheel;
    pointer.wheel_x = io.MouseWheelH;
    return pointer;
}

double Glide::take(double elapsed_s, bool at_once) {
    constexpr double kTimeConstant_s = 0.045, kNothing = 0.002;
    const double due = at_once ? left_ : left_ * (1 - std::exp(-elapsed_s / kTimeConstant_s));
    if (std::abs(left_ - due) < kNothing) {
        const double rest = left_;
        left_ = 0;
        return rest;
    }
    left_ -= due;
    return due;
}

}  // namespace dateline::ui
