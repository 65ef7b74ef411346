#pragma once

namespace dateline::base {

/// Monotonic seconds, injected wherever time passes, so that headless runs and tests never read the wall clock.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual double now_s() const = 0;
};

class SteadyClock final : public Clock {
  public:
    double now_s() const override;
};

/// Stands still until it is told otherwise.
class ManualClock final : public Clock {
  public:
    double now_s() const override { return now_s_; }
    void advance(double seconds) { now_s_ += seconds; }

  private:
    double now_s_ = 0;
};

}  // namespace dateline::base
