#pragma once

#include <cstddef>

namespace dateline::render {

/// How finely the ground of a map is drawn while the map moves. Where a frame takes longer than the eye forgives, the ground is
/// drawn smaller and stretched, and whole again as soon as the map rests. Knows only what frames took: a fast GPU never takes
/// the budget, and so always draws all of it. The size that a motion ended with is remembered for the next; within one it only
/// ever gets smaller, so nothing flickers between sizes.
class MotionDetail {
  public:
    static constexpr double kBudget_s = 0.045;   ///< two frames in a row over it: smaller
    static constexpr double kTooLong_s = 0.180;  ///< over this even at half the size: smaller still
    static constexpr double kRest_s = 0.12;      ///< a hand that drags pauses for less

    /// Of a frame: whether the map moved since the one before it. Returns by how much the ground's width and height are
    /// divided: 1, 2 or 3.
    int next(bool moved, double now_s);
    /// What that frame took until it was shown. Without it nothing is ever drawn smaller.
    void took(double frame_s);
    /// The ground that is shown is not all that it can be: a frame is owed, though nothing changes.
    bool owes_frame() const { return divisor_ > 1; }
    /// Pictures that save drawing the ground are worth their memory and their copying.
    bool slow() const { return began_with_ > 1 || slow_frames_ > 0; }

  private:
    enum class Drawn : unsigned char { Resting, Moving, Waiting, Restored };

    int divisor_ = 1;      ///< of the frame that was asked for last
    int began_with_ = 1;   ///< that motions begin with
    int slow_frames_ = 0;  ///< of this motion at this divisor, in a row
    double moved_s_ = 0;   ///< when the map was last seen to move
    Drawn drawn_ = Drawn::Resting;
};

}  // namespace dateline::render
