#pragma once

#include "ui/parts.h"
#include "ui/pointer.h"

namespace dateline::ui {

/// The pointer over the map: pan, zoom, turn, select, hover.
class MapGestures {
  public:
    /// True when the user moved the camera.
    bool update(const Ui& ui, const Pointer& pointer);
    /// A button went down on the map and is still held.
    bool active() const { return drag_ != Drag::None; }
    /// It moves the map, or will in the next frame.
    bool moves_map() const { return active() || zoom_.moving(); }
    void cancel();
    /// What the pointer points at, for the status bar.
    std::optional<geo::LonLat> cursor(const Ui& ui, const Pointer& pointer) const;

  private:
    enum class Drag : std::uint8_t { None, Pressed, Pan, Box, Turn };

    void hover(const Ui& ui, const Pointer& pointer);
    void press(const Ui& ui, const Pointer& pointer);
    void click(const Ui& ui);
    bool drag(const Ui& ui, const Pointer& pointer, view::Camera& camera);
    bool turn(const Ui& ui, const Pointer& pointer, view::Camera& camera);
    bool rests(const Ui& ui, const Pointer& pointer);
    bool wheel(const Ui& ui, const Pointer& pointer, view::Camera& camera);
    void fly_to_box(const Ui& ui, view::PointPx to) const;
    void open_cluster(const Ui& ui) const;
    void fly_beyond(const Ui& ui) const;
    void draw_box(const Ui& ui, view::PointPx to) const;

    Drag drag_ = Drag::None;
    Pointer::Button button_ = Pointer::Left;
    view::PointPx pressed_at_, last_, zoom_at_;
    view::Hit pressed_on_;
    bool turns_ = false;      ///< the drag that a button began turns the map
    view::PointPx still_at_;  ///< where the pointer rests, and for how long
    double still_s_ = 0;
    Glide zoom_;
};

}  // namespace dateline::ui
