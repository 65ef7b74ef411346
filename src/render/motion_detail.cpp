#include "render/motion_detail.h"

namespace dateline::render {
namespace {

constexpr int kCoarsest = 3;
constexpr int kSlowFrames = 2;  // one may have brought something onto the GPU

}  // namespace

int MotionDetail::next(bool moved, double now_s) {
    if (moved) {
        const bool goes_on = drawn_ == Drawn::Moving || drawn_ == Drawn::Waiting;
        if (!goes_on) divisor_ = began_with_, slow_frames_ = 0;
        moved_s_ = now_s;
        drawn_ = Drawn::Moving;
        return divisor_;
    }
    if ((drawn_ == Drawn::Moving || drawn_ == Drawn::Waiting) && now_s - moved_s_ < kRest_s) {
        drawn_ = Drawn::Waiting;
        return divisor_;
    }
    drawn_ = divisor_ > 1 ? Drawn::Restored : Drawn::Resting;
    divisor_ = 1;
    return divisor_;
}

void MotionDetail::took(double frame_s) {
    if (drawn_ == Drawn::Restored) {
        // The ground was drawn whole, at once: as cheap as this, it may move whole.
        if (frame_s < kBudget_s) began_with_ = 1;
        return;
    }
    if (drawn_ != Drawn::Moving) return;
    moved_s_ += frame_s;  // it rests from when it was seen to move
    const double allowed_s = divisor_ == 1 ? kBudget_s : kTooLong_s;
    slow_frames_ = frame_s > allowed_s ? slow_frames_ + 1 : 0;
    if (slow_frames_ < kSlowFrames || divisor_ == kCoarsest) return;
    began_with_ = ++divisor_;
    slow_frames_ = 0;
}

}  // namespace dateline::render
