#pragma once

#include "ui/parts.h"
#include "ui/pointer.h"

#include <memory>

namespace dateline::ui {

/// The pointer over the timeline: scrub, zoom and pan in time, window handles, overview brush.
class TimelineGestures {
  public:
    void update(const Ui& ui, const Pointer& pointer);
    /// A button went down on the timeline and is still held.
    bool active() const { return drag_ != Drag::None; }
    bool scrubbing() const { return drag_ == Drag::Scrub; }
    void cancel();

  private:
    enum class Drag : std::uint8_t { None, Event, Scrub, WindowBegin, WindowEnd, Brush, BrushBegin, BrushEnd, Pan };

    void hover(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale);
    void press(const Ui& ui, const Pointer& pointer, std::shared_ptr<const view::TimelineScale> scale);
    void press_overview(const Ui& ui, view::PointPx at, const std::string& grip);
    void double_click(const Ui& ui, const Pointer& pointer);
    void drag(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale);
    void release(const Ui& ui, const Pointer& pointer);
    void follow(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale, bool stirred);
    void scrub(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale);
    void drag_window(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale);
    void drag_brush(const Ui& ui, const Pointer& pointer);
    void wheel(const Ui& ui, const Pointer& pointer, const view::TimelineScale& scale);
    calendar::Instant snapped(const Ui& ui, calendar::Instant t, bool free);

    Drag drag_ = Drag::None;
    Pointer::Button button_ = Pointer::Left;
    view::PointPx pressed_at_;
    view::Hit pressed_on_;
    float grab_x_ = 0;                                          // from the pointer to what it took hold of
    calendar::Span span_;                                       // of the timeline when the drag began
    std::shared_ptr<const view::TimelineScale> pressed_scale_;  // as it was then
    std::vector<calendar::Instant> event_instants_;             // what a drag snaps to; sorted
    Glide zoom_;
    float zoom_x_ = 0;
};

/// `focus` `factor` times as long, so that the time under `x` stays there although the wings beside the focus change.
calendar::Span zoomed_about(const view::TimelineScale& scale, view::RectPx timeline, float ui_scale, float x, double factor);

}  // namespace dateline::ui
